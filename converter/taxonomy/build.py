"""Makes the embedded index of a release from its taxonomy package.

The command is `python -m converter.taxonomy.build ZIP... [-o FOLDER]`.

The package must hold the us-gaap schema, the statements' linkbases (`stm/`) and the dei schema of the same year.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urljoin

from lxml import etree

from converter.errors import TaxonomyError
from converter.taxonomy import elements, linkbases, relations, release
from converter.taxonomy.elements import Element
from converter.taxonomy.index import DATA, ELEMENTS_FILE, RELATIONS_FILE, RELEASE_FILE
from converter.taxonomy.package import Files, Package, parse
from converter.taxonomy.release import ItemType, Release, Schema

FOLDER = r"(?:\d{4}|1\.0)"
"""The folder of a year's us-gaap; the first, of 2008, is called by its version."""

SCHEMAS = {
    "us-gaap": rf"/us-gaap/{FOLDER}/elts/us-gaap-\d{{4}}(-\d\d-\d\d)?\.xsd$",
    "us-types": rf"/us-gaap/{FOLDER}/elts/us-types-\d{{4}}(-\d\d-\d\d)?\.xsd$",
    # The 2009 package has dei twice; only the copy in non-gaap/ finds its types schema at the relative path it names.
    "dei": rf"(/us-gaap/{FOLDER}/non-gaap|xbrl\.sec\.gov/dei/\d{{4}})/dei-\d{{4}}(-\d\d-\d\d)?\.xsd$",
    "srt": r"/srt/\d{4}/elts/srt-\d{4}\.xsd$",
    "srt-types": r"/srt/\d{4}/elts/srt-types-\d{4}\.xsd$",
    "country": r"xbrl\.sec\.gov/country/\d{4}/country-\d{4}\.xsd$",
}
"""The schemas that the index holds, by the end of their official URL; the 2009 release has no srt or country."""

REQUIRED = ("us-gaap", "us-types", "dei")
STANDARD = ("xbrli", "xbrldt", "dtr-types", "enum2")
"""Prefixes of the standard schemas that a release builds on."""

_STATEMENT_LINKBASE = re.compile(rf"/(us-gaap|srt)/{FOLDER}/stm/[^/]+\.xml$")
_DEPRECATION_LINKBASE = re.compile(r"/elts/[^/]*-dep(con)?-pre-[^/]+\.xml$")
_XS = "{http://www.w3.org/2001/XMLSchema}"
_XBRLI = "{http://www.xbrl.org/2003/instance}"
_DEPRECATED_ATTRIBUTE = "{http://xbrl.us/us-gaap/attributes}deprecatedDate"
_EXTRA_ATTRIBUTES = {
    "{http://xbrl.org/2020/extensible-enumerations-2.0}domain": "enum2:domain",
    "{http://xbrl.org/2020/extensible-enumerations-2.0}linkrole": "enum2:linkrole",
    "{http://xbrl.org/2020/extensible-enumerations-2.0}headUsable": "enum2:headUsable",
    "{http://xbrl.org/2005/xbrldt}typedDomainRef": "xbrldt:typedDomainRef",
}


def build(package: Path, folder: Path = DATA) -> str:
    """Writes the index of the release in `package` to `folder`/us-gaap-YYYY and returns the release's name.

    The same package gives the same bytes.

    Raises:
        TaxonomyError: the package cannot be read, or lacks the us-gaap or the dei schema.
    """
    with Package(package) as files:
        return write(files, folder)


def write(files: Files, folder: Path) -> str:
    """The same of files at hand."""
    facts, declared, links = read(files)
    target = folder / release.folder_name(facts.name)
    target.mkdir(parents=True, exist_ok=True)
    (target / RELEASE_FILE).write_text(json.dumps(release.as_json(facts), indent=1) + "\n", encoding="utf-8")
    _write(target / ELEMENTS_FILE, elements.dump(declared))
    _write(target / RELATIONS_FILE, relations.dump(links))
    return facts.name


def _write(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def read(files: Files) -> tuple[Release, list[Element], list[relations.Link]]:
    """What the index holds of a package: the release, its elements in schema order, the links of its statements."""
    schemas = {prefix: (url, parse(files.read(url))) for prefix, url in _schema_urls(files)}
    statements = [parse(files.read(url)) for url in sorted(files.urls()) if _STATEMENT_LINKBASE.search(url)]
    deprecated = {
        concept
        for url in files.urls()
        if _DEPRECATION_LINKBASE.search(url)
        for concept in linkbases.deprecated(parse(files.read(url)))
    }
    declared = [
        _element(prefix, node, deprecated)
        for prefix, (_, root) in schemas.items()
        for node in root.iterchildren(f"{_XS}element")
    ]
    arcroles = set().union(*map(linkbases.summation_arcroles, statements))
    if len(arcroles) != 1:
        raise TaxonomyError(
            f"The statements in {files.path} sum up by {len(arcroles)} arcroles.", "Give the package of one release."
        )
    links = [link for root in statements for link in linkbases.links(root)]
    links.sort(key=lambda link: (link.kind, link.role))
    return _release(schemas, arcroles.pop()), declared, links


def _schema_urls(files: Files) -> Iterator[tuple[str, str]]:
    urls = sorted(files.urls())
    for prefix, pattern in SCHEMAS.items():
        url = next((url for url in urls if re.search(pattern, url)), None)
        if url is not None:
            yield prefix, url
        elif prefix in REQUIRED:
            raise TaxonomyError(
                f"{files.path} has no {prefix} schema.", "Give packages with the us-gaap and dei schemas of one year."
            )


def _release(schemas: Mapping[str, tuple[str, etree._Element]], arcrole: str) -> Release:
    own = {root.get("targetNamespace"): prefix for prefix, (_, root) in schemas.items()}
    described: dict[str, Schema] = {}
    standard: dict[str, Schema] = {}
    for prefix, (url, root) in schemas.items():
        known = own | {root.nsmap[name]: name for name in STANDARD if name in root.nsmap}
        imports = []
        for declared in root.iterchildren(f"{_XS}import"):
            imported = known.get(declared.get("namespace"))
            if imported is None:
                continue
            imports.append(imported)
            if imported in STANDARD:
                location = urljoin(url, declared.get("schemaLocation", ""))
                standard[imported] = Schema(declared.get("namespace", ""), location)
        described[prefix] = Schema(root.get("targetNamespace", ""), url, tuple(imports))
    year = re.findall(r"\d{4}", described["us-gaap"].namespace)[0]
    types = {prefix: dict(_types(root)) for prefix, (_, root) in schemas.items()}
    return Release(
        name=f"us-gaap/{year}",
        calculation_arcrole=arcrole,
        schemas=described | standard,
        types={prefix: group for prefix, group in types.items() if group},
    )


def _types(root: etree._Element) -> Iterator[tuple[str, ItemType]]:
    for declared in root.iterchildren(f"{_XS}complexType"):
        restriction = declared.find(f"{_XS}simpleContent/{_XS}restriction")
        name = declared.get("name", "")
        if restriction is None:
            raise TaxonomyError(f"The type {name} is no restriction of an item type.", "The index cannot hold it.")
        facets = tuple(
            (etree.QName(facet).localname, facet.get("value", ""))
            for facet in restriction
            if facet.get("value") is not None
        )
        yield name, ItemType(restriction.get("base", ""), facets)


def _element(prefix: str, node: etree._Element, deprecated: Set[str]) -> Element:
    local = node.get("name", "")
    name = local if prefix == "us-gaap" else f"{prefix}:{local}"
    return Element(
        prefix=prefix,
        local=local,
        type=node.get("type", ""),
        period_type=cast("Literal['instant', 'duration'] | None", node.get(f"{_XBRLI}periodType")),
        balance=cast("Literal['debit', 'credit'] | None", node.get(f"{_XBRLI}balance")),
        substitution_group=node.get("substitutionGroup"),
        abstract=node.get("abstract") == "true",
        nillable=node.get("nillable") == "true",
        deprecated=name in deprecated or node.get(_DEPRECATED_ATTRIBUTE) is not None,
        attributes=tuple(
            (short, node.get(full, "")) for full, short in _EXTRA_ATTRIBUTES.items() if node.get(full) is not None
        ),
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m converter.taxonomy.build", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("packages", nargs="+", type=Path, metavar="ZIP", help="taxonomy package of a us-gaap release")
    parser.add_argument("-o", "--output", type=Path, default=DATA, help="folder that gets one folder per release")
    arguments = parser.parse_args()
    for package in arguments.packages:
        print(f"{build(package, arguments.output)} from {package.name}")


if __name__ == "__main__":
    main()
