"""Which files there are to validate, and what their own files refer to. No XBRL processor is needed for that."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag

from lxml import etree

from converter.errors import InputError

_XBRL = {"{http://www.xbrl.org/2003/instance}xbrl", "{http://www.xbrl.org/2003/linkbase}xbrl"}
_INLINE = (b"http://www.xbrl.org/2013/inlineXBRL", b"http://www.xbrl.org/2008/inlineXBRL")
_OIM = (b"https://xbrl.org/2021/xbrl-json", b"https://xbrl.org/2021/xbrl-csv")
_MARKUP = {".htm", ".html", ".xhtml"}
_PACKAGES = {".zip", ".xbri", ".xbr"}
_HEAD_BYTES = 256 * 1024
"""How far into an HTML or JSON file its own declarations are looked for."""

_XS = "{http://www.w3.org/2001/XMLSchema}"
_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_REFERRING = [f"{_LINK}{name}" for name in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef", "loc")]
_SUMMATION_1_1 = "https://xbrl.org/2023/arcrole/summation-item"


def find(paths: Iterable[Path]) -> list[Path]:
    """The documents to validate among files and folders: instances, inline documents, xBRL-JSON and -CSV, packages.

    A file that is named is taken as it is; in a folder (and its subfolders) everything that is a report is found.

    Raises:
        InputError: a path does not exist, or a folder holds no report.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_file():
            found[path] = None
        elif path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file() and is_report(file))
            if not inside:
                raise InputError(f"{path} holds no XBRL report.", "Name an instance, an inline document or a package.")
            found.update(dict.fromkeys(inside))
        else:
            raise InputError(f"{path} does not exist.", "Check the path.")
    return list(found)


def is_report(path: Path) -> bool:
    """Whether a file holds facts, by what is in it; a taxonomy alone, a linkbase or a web page is none."""
    suffix = path.suffix.lower()
    try:
        if suffix in {".xml", ".xbrl"}:
            return _root_tag(path) in _XBRL
        if suffix in _MARKUP:
            return any(namespace in _head(path) for namespace in _INLINE)
        if suffix == ".json":
            return any(document_type in _head(path) for document_type in _OIM)
        return suffix in _PACKAGES and _is_package(path)
    except (OSError, etree.XMLSyntaxError, zipfile.BadZipFile):
        return False


def _root_tag(path: Path) -> str:
    with path.open("rb") as file:
        for _, element in etree.iterparse(file, events=("start",), resolve_entities=False, no_network=True):
            return str(element.tag)
    return ""


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _is_package(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return any("/META-INF/report" in name or "/reports/" in name for name in package.namelist())


@dataclass(frozen=True, slots=True)
class Reach:
    """What a report's own files refer to.

    Attributes:
        taxonomies: URLs of the published schemas they name, without the standard ones of xbrl.org.
        calculations_1_1: they sum up by Calculations 1.1.
        complete: all of the report's own files were read; if not, nothing follows from what is missing here.
    """

    taxonomies: frozenset[str]
    calculations_1_1: bool
    complete: bool


def reach(path: Path) -> Reach:
    """Follows a report into its schemas and linkbases as far as they lie beside it."""
    if path.suffix.lower() in _PACKAGES | {".json"}:
        return Reach(frozenset(), _mentions_summation_1_1(path), complete=False)
    urls: set[str] = set()
    summation, complete = False, True
    seen, waiting = {path.resolve()}, [path.resolve()]
    while waiting:
        file = waiting.pop()
        try:
            root = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)).getroot()
        except (OSError, etree.XMLSyntaxError):
            complete = False
            continue
        summation = summation or any(
            arc.get(f"{_XLINK}arcrole") == _SUMMATION_1_1 for arc in root.iter(f"{_LINK}calculationArc")
        )
        for reference in _references(root):
            if "://" in reference:
                urls.add(reference)
            elif (local := Path(os.path.normpath(file.parent / unquote(reference)))) not in seen:
                seen.add(local)
                waiting.append(local)
    schemas = frozenset(url for url in urls if url.endswith(".xsd") and "://www.xbrl.org/" not in url)
    return Reach(schemas, summation, complete)


def _references(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{_XS}import", f"{_XS}include"):
        if location := element.get("schemaLocation"):
            yield location
    for element in root.iter(*_REFERRING):
        if target := urldefrag(element.get(f"{_XLINK}href", "")).url:
            yield target


def _mentions_summation_1_1(path: Path) -> bool:
    """For reports whose files are not read one by one."""
    needle = _SUMMATION_1_1.encode()
    try:
        if path.suffix.lower() == ".json":
            return any(needle in file.read_bytes() for file in path.parent.glob("*_cal.xml"))
        with zipfile.ZipFile(path) as package:
            return any(needle in package.read(name) for name in package.namelist() if name.endswith(".xml"))
    except (OSError, zipfile.BadZipFile):
        return False
