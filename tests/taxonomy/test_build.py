"""Making the embedded index of a release from its taxonomy package: here of an invented one."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from converter.errors import TaxonomyError
from converter.taxonomy import build
from converter.taxonomy.elements import Element
from converter.taxonomy.index import Index
from converter.taxonomy.release import ItemType, Schema
from tests import zips
from tests.taxonomy.linkbase import STATEMENT_ROLE, SUMMATION, calculation, linkbase, presentation

FASB, SEC = "https://xbrl.fasb.org/", "https://xbrl.sec.gov/"
CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    f'<rewriteURI uriStartString="{FASB}" rewritePrefix="../fasb/"/>'
    f'<rewriteURI uriStartString="{SEC}" rewritePrefix="../sec/"/></catalog>'
)
STANDARD = {
    "xbrli": ("http://www.xbrl.org/2003/instance", "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
    "xbrldt": ("http://xbrl.org/2005/xbrldt", "http://www.xbrl.org/2005/xbrldt-2005.xsd"),
    "dtr-types": ("http://www.xbrl.org/dtr/type/2024-01-31", "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"),
    "enum2": ("http://xbrl.org/2020/extensible-enumerations-2.0", "https://www.xbrl.org/2020/enumerations-2.0.xsd"),
}
NAMESPACES = {
    "us-gaap": "http://fasb.org/us-gaap/2031",
    "us-types": "http://fasb.org/us-types/2031",
    "dei": "http://xbrl.sec.gov/dei/2031",
    "srt": "http://fasb.org/srt/2031",
    "srt-types": "http://fasb.org/srt-types/2031",
    "country": "http://xbrl.sec.gov/country/2031",
}
PATHS = {
    "us-gaap": "fasb/us-gaap/2031/elts/us-gaap-2031.xsd",
    "us-types": "fasb/us-gaap/2031/elts/us-types-2031.xsd",
    "dei": "sec/dei/2031/dei-2031.xsd",
    "srt": "fasb/srt/2031/elts/srt-2031.xsd",
    "srt-types": "fasb/srt/2031/elts/srt-types-2031.xsd",
    "country": "sec/country/2031/country-2031.xsd",
}
DATED = PATHS | {
    "us-gaap": "fasb/us-gaap/2031/elts/us-gaap-2031-01-31.xsd",
    "us-types": "fasb/us-gaap/2031/elts/us-types-2031-01-31.xsd",
    "dei": "fasb/us-gaap/2031/non-gaap/dei-2031-01-31.xsd",
}
"""As the release of 2009 names its files."""

TYPES = """<xs:complexType name="kindItemType"><xs:simpleContent><xs:restriction base="xbrli:tokenItemType">
    <xs:annotation/><xs:enumeration value="Yes"/><xs:enumeration value="No"/>
    </xs:restriction></xs:simpleContent></xs:complexType>"""
ASSETS = """<xs:element name="Assets" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
    xbrli:periodType="instant" xbrli:balance="debit"/>"""
HEADING = """<xs:element name="AssetsAbstract" type="xbrli:stringItemType" substitutionGroup="xbrli:item"
    abstract="true" xbrli:periodType="duration"/>"""
CONTENT = {
    "us-gaap": ASSETS
    + HEADING
    + """<xs:element name="Old" type="xbrli:monetaryItemType" xbrli:periodType="duration" xbrli:balance="credit"/>
    <xs:element name="Older" type="xbrli:stringItemType" dep:deprecatedDate="2030-01-31"/>""",
    "us-types": TYPES,
    "dei": """<xs:element name="Assets" type="xbrli:stringItemType"/>
    <xs:element name="Place" type="enum2:enumerationItemType" xbrldt:typedDomainRef="#domain" enum2:linkrole="role"
    enum2:domain="country:AllCountries" enum2:headUsable="false"/>""",
    "srt": '<xs:element name="Old" type="xbrli:stringItemType"/>',
    "srt-types": TYPES.replace("kind", "rank"),
    "country": '<xs:element name="AllCountries" type="xbrli:stringItemType"/>',
}
SUM = ("us-gaap_Assets", "us-gaap_Cash", 'weight="1"')
TREE = ("us-gaap_AssetsAbstract", "us-gaap_Assets", "")
DEPRECATED = "http://fasb.org/us-gaap/role/deprecated/deprecatedConcepts"
LINKBASES = {
    "fasb/us-gaap/2031/stm/us-gaap-stm-sfp-cal-2031.xml": linkbase(calculation([SUM])),
    "fasb/us-gaap/2031/stm/us-gaap-stm-sfp-pre-2031.xml": linkbase(presentation([TREE])),
    "fasb/srt/2031/stm/srt-stm-pre-2031.xml": linkbase(presentation([("srt_Line", "srt_Old", "")], "http://z.role")),
    "fasb/us-gaap/2031/elts/us-gaap-dep-pre-2031.xml": linkbase(
        presentation([("us-gaap_DeprecatedAbstract", "us-gaap_Old", "")], DEPRECATED)
    ),
    "fasb/srt/2031/elts/srt-depcon-pre-2031.xml": linkbase(
        presentation([("us-gaap_DeprecatedAbstract", "srt_Old", "")], DEPRECATED)
    ),
}


def schema(prefix: str, body: str) -> str:
    known = {"xs": "http://www.w3.org/2001/XMLSchema", "dep": "http://xbrl.us/us-gaap/attributes"}
    known |= {name: namespace for name, (namespace, _) in STANDARD.items()}
    declared = " ".join(f'xmlns:{name}="{namespace}"' for name, namespace in known.items())
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{at}"/>' for namespace, at in STANDARD.values()
    )
    imports += '<xs:import namespace="http://example.com/other" schemaLocation="other.xsd"/>'
    if prefix == "us-gaap":
        imports += f'<xs:import namespace="{NAMESPACES["us-types"]}" schemaLocation="us-types-2031.xsd"/>'
    return f'<xs:schema {declared} targetNamespace="{NAMESPACES[prefix]}">{imports}{body}</xs:schema>'


def files(paths: Mapping[str, str] = PATHS) -> dict[str, str]:
    return {path: schema(prefix, CONTENT[prefix]) for prefix, path in paths.items()} | LINKBASES


@pytest.fixture
def package(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """The zip of a taxonomy package."""

    def package(members: Mapping[str, str]) -> Path:
        named = [("p/META-INF/catalog.xml", CATALOG), *((f"p/{name}", text) for name, text in members.items())]
        return zips.zipped(tmp_path / "release.zip", named)

    return package


@pytest.fixture
def built(package: Callable[[Mapping[str, str]], Path], tmp_path: Path) -> Callable[[Mapping[str, str]], Index]:
    """The index of a package."""

    def built(members: Mapping[str, str]) -> Index:
        name = build.build(package(members), tmp_path / "data")
        return Index(tmp_path / "data" / name.replace("/", "-"))

    return built


Built = Callable[[Mapping[str, str]], Index]


@pytest.mark.parametrize("paths", [PATHS, DATED])
def test_the_index_says_what_the_package_says(built: Built, paths: Mapping[str, str]) -> None:
    index = built(files(paths))

    assert index.release == "us-gaap/2031"
    assert index.calculation_arcrole == SUMMATION
    assert {prefix: index.namespace(prefix) for prefix in NAMESPACES} == NAMESPACES
    assert {prefix: index.schema_url(prefix) for prefix in PATHS} == {
        prefix: path.replace("fasb/", FASB, 1).replace("sec/", SEC, 1) for prefix, path in paths.items()
    }


def test_elements_are_as_their_schemas_declare_them(built: Built) -> None:
    index = built(files())

    assert index.get("Assets") == Element(
        "us-gaap", "Assets", "xbrli:monetaryItemType", "instant", "debit", "xbrli:item", nillable=True
    )
    assert index.get("AssetsAbstract") == Element(
        "us-gaap", "AssetsAbstract", "xbrli:stringItemType", "duration", None, "xbrli:item", True, False
    )
    assert list(index.elements()) == ["Assets", "AssetsAbstract", "Old", "Older"]
    assert list(index.elements("country")) == ["AllCountries"]
    place = index.get("Place", "dei")
    assert place is not None
    assert dict(place.attributes) == {
        "enum2:domain": "country:AllCountries",
        "enum2:linkrole": "role",
        "enum2:headUsable": "false",
        "xbrldt:typedDomainRef": "#domain",
    }
    assert (place.period_type, place.balance, place.substitution_group) == (None, None, None)


def test_concepts_are_deprecated_by_a_date_or_by_where_they_are_presented(built: Built) -> None:
    index = built(files())

    of_each = {(prefix, name): each.deprecated for prefix in index.prefixes
               for name, each in index.elements(prefix).items()}  # fmt: skip
    assert {place for place, deprecated in of_each.items() if deprecated} == {
        ("us-gaap", "Old"),
        ("us-gaap", "Older"),
        ("srt", "Old"),
    }


def test_types_keep_their_facets_in_order(built: Built) -> None:
    types = built(files()).facts.types

    facets = (("enumeration", "Yes"), ("enumeration", "No"))
    assert types == {
        "us-types": {"kindItemType": ItemType("xbrli:tokenItemType", facets)},
        "srt-types": {"rankItemType": ItemType("xbrli:tokenItemType", facets)},
    }


def test_a_schema_names_what_it_imports_of_the_release_and_of_the_standards(built: Built) -> None:
    schemas = built(files()).facts.schemas

    assert schemas["us-gaap"].imports == (*STANDARD, "us-types")
    assert schemas["dei"].imports == tuple(STANDARD)
    assert {name: schemas[name] for name in STANDARD} == {name: Schema(*of) for name, of in STANDARD.items()}
    assert set(schemas) == {*NAMESPACES, *STANDARD}


def test_an_import_is_found_from_where_the_schema_lies(built: Built) -> None:
    members = files()
    for prefix in PATHS:
        members[PATHS[prefix]] = members[PATHS[prefix]].replace(STANDARD["enum2"][1], "../../enum2.xsd")

    assert built(members).schema_url("enum2") == f"{SEC}enum2.xsd"


def test_the_links_are_those_of_the_statements_calculations_first(built: Built) -> None:
    links = built(files()).links

    assert [(link.kind, link.role) for link in links] == [
        ("calculation", STATEMENT_ROLE),
        ("presentation", STATEMENT_ROLE),
        ("presentation", "http://z.role"),
    ]
    assert built(files()).calculation_children("Assets") == (("Cash", 1),)


DECOYS = (
    "fasb/us-gaap/2030/elts/us-gaap-2030.xsd.html",
    "fasb/us-gaap/2030/elts/us-types-2030.xsd.html",
    "fasb/us-gaap/2030/non-gaap/dei-2030.xsd.html",
    "fasb/srt/2030/elts/srt-2030.xsd.html",
    "fasb/srt/2030/elts/srt-types-2030.xsd.html",
    "sec/country/2030/country-2030.xsd.html",
    "fasb/us-gaap/2030/stm/us-gaap-stm-sfp-pre-2030.xml.html",
    "fasb/us-gaap/2030/stm/.xml",
    "fasb/us-gaap/2030/stm/old/us-gaap-stm-sfp-pre-2030.xml",
    "fasb/us-gaap/2030/elts/us-gaap-dep-pre-2030.xml.html",
    "fasb/us-gaap/2030/elts/us-gaap-dep-pre-.xml",
    "fasb/us-gaap/2030/elts/old/us-gaap-dep-pre-2030.xml",
    "fasb/us-gaap/2030/elts/us-gaap-dep-pre-old/2030.xml",
    "fasb/us-gaap/2030/dis/us-gaap-dis-pre-2030.xml",
)


def test_files_that_are_named_but_nearly_so_are_not_read(built: Built) -> None:
    """They hold no XML, so that reading them would be an error."""
    assert built(dict.fromkeys(DECOYS, "no XML") | files()).release == "us-gaap/2031"


@pytest.mark.parametrize("prefix", ["srt", "srt-types", "country"])
def test_old_releases_have_fewer_schemas(built: Built, prefix: str) -> None:
    members = files()
    del members[PATHS[prefix]]

    assert set(built(members).facts.schemas) == {*NAMESPACES, *STANDARD} - {prefix}


@pytest.mark.parametrize("prefix", ["us-gaap", "us-types", "dei"])
def test_a_package_without_what_every_release_has_is_refused(
    package: Callable[[Mapping[str, str]], Path], tmp_path: Path, prefix: str
) -> None:
    members = files()
    del members[PATHS[prefix]]

    with pytest.raises(TaxonomyError, match=f"has no {prefix} schema"):
        build.build(package(members), tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("arcroles", "says"), [((), "by 0 arcroles"), (("http://one", "http://two"), "by 2 arcroles")])
def test_a_release_sums_up_in_one_way(built: Built, arcroles: tuple[str, ...], says: str) -> None:
    members = files()
    members["fasb/us-gaap/2031/stm/us-gaap-stm-sfp-cal-2031.xml"] = linkbase(
        *(calculation([SUM], arcrole=arcrole) for arcrole in arcroles)
    )

    with pytest.raises(TaxonomyError, match=says):
        built(members)


def test_a_type_that_is_no_restriction_is_refused(built: Built) -> None:
    members = files()
    members[PATHS["us-types"]] = schema("us-types", '<xs:complexType name="oddType"><xs:all/></xs:complexType>')

    with pytest.raises(TaxonomyError, match="The type oddType is no restriction"):
        built(members)


def test_the_same_package_gives_the_same_bytes_and_takes_the_place_of_an_earlier_index(
    package: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    def written() -> dict[str, bytes]:
        build.build(package(files()), tmp_path / "a" / "data")
        return {path.name: path.read_bytes() for path in (tmp_path / "a" / "data" / "us-gaap-2031").iterdir()}

    first = written()

    assert set(first) == {"release.json", "elements.tsv.gz", "relations.tsv.gz"}
    assert written() == first
    assert all(data[4:8] == bytes(4) for name, data in first.items() if name.endswith(".gz"))  # no time in them
    assert first["release.json"].startswith(b'{\n "name": "us-gaap/2031",\n')
    assert first["release.json"].endswith(b"\n}\n")


def test_the_command_line_says_what_it_made(
    package: Callable[[Mapping[str, str]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(package(files()))
    monkeypatch.setattr(sys, "argv", ["build", path, path, "-o", str(tmp_path / "data")])

    build.main()

    assert capsys.readouterr().out == "us-gaap/2031 from release.zip\n" * 2
    assert (tmp_path / "data" / "us-gaap-2031" / "elements.tsv.gz").is_file()


def test_the_command_asks_for_a_package(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["build"])

    with pytest.raises(SystemExit) as ended:
        build.main()

    assert ended.value.code == 2
    assert "required: ZIP" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore:.*found in sys.modules")
def test_the_module_is_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["build", "--help"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("converter.taxonomy.build", run_name="__main__")

    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "python -m converter.taxonomy.build" in out
    assert "Makes the embedded index of a release from its taxonomy package." in out
    assert "The package must hold" not in out
