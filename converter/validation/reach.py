"""What a report's own files refer to. No XBRL processor is needed for that."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag

from lxml import etree

from converter.validation.documents import PACKAGES, home, opened
from converter.validation.guard import is_in
from converter.zipped import MEGABYTE, Unusable, Zip

_XS = "{http://www.w3.org/2001/XMLSchema}"
_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_IMPORTS = {f"{_XS}import", f"{_XS}include"}
_REFERRING = {f"{_LINK}{name}" for name in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef", "loc")}
_CALCULATION = f"{_LINK}calculationArc"
_SUMMATION_1_1 = "https://xbrl.org/2023/arcrole/summation-item"
_LARGEST_PACKAGE = 1024 * MEGABYTE


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


class _Reader:
    """What lxml hands the elements of a file to: no tree is built, so a large file takes little memory."""

    def __init__(self) -> None:
        self.references: set[str] = set()
        self.calculations_1_1 = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _IMPORTS:
            self.references.add(attributes.get("schemaLocation", ""))
        elif tag in _REFERRING:
            self.references.add(urldefrag(attributes.get(f"{_XLINK}href", "")).url)
        elif tag == _CALCULATION and attributes.get(f"{_XLINK}arcrole") == _SUMMATION_1_1:
            self.calculations_1_1 = True

    def close(self) -> _Reader:
        self.references.discard("")
        return self


def reach(path: Path, within: Iterable[Path] = ()) -> Reach:
    """Follows a report into its schemas and linkbases as far as they lie beside it; not into packages.

    Args:
        within: further folders that they may lie in.
    """
    if path.suffix.lower() in PACKAGES | {".json"}:
        return Reach(frozenset(), False, complete=False)
    itself = Path(os.path.realpath(path))
    places = {os.path.abspath(place) for place in (itself, home(path), home(itself), *within)}
    urls: set[str] = set()
    summation, complete = False, True
    seen, waiting = {itself}, [itself]
    while waiting:
        file = waiting.pop()
        found = _read(file, places)
        if found is None:
            complete = False
            continue
        summation = summation or found.calculations_1_1
        for reference in found.references:
            if "://" in reference:
                urls.add(reference)
            elif (local := Path(os.path.normpath(file.parent / unquote(reference)))) not in seen:
                seen.add(local)
                waiting.append(local)
    schemas = {url for url in urls if url.endswith(".xsd") and "://www.xbrl.org/" not in url}
    published = frozenset(url for url in schemas if url.startswith(("http://", "https://")))
    return Reach(published, summation, complete and schemas == published)


def _read(file: Path, places: set[str]) -> _Reader | None:
    """What a file refers to; None if it lies elsewhere, or no parser within limits can read it."""
    reader = _Reader()
    try:
        if not is_in(str(file), places):
            return None
        with opened(file) as content:
            parser = etree.XMLParser(target=reader, resolve_entities=False, no_network=True)  # type: ignore[arg-type]
            etree.parse(content, parser)
    except (OSError, ValueError, etree.XMLSyntaxError):
        return None
    return reader


def calculations_1_1(path: Path, within: Iterable[Path] = ()) -> bool:
    """Whether a report sums up by Calculations 1.1; packages are looked through, too."""
    suffix = path.suffix.lower()
    if suffix not in PACKAGES | {".json"}:
        return reach(path, within).calculations_1_1
    try:
        if suffix == ".json":
            return any(_mention(_pieces(file)) for file in sorted(path.parent.glob("*_cal.xml")))
        with Zip(path, largest=_LARGEST_PACKAGE, total=_LARGEST_PACKAGE) as package:
            return any(_mention(package.pieces(name)) for name in package.names if name.endswith(".xml"))
    except (OSError, Unusable):
        return False


def _pieces(file: Path) -> Iterator[bytes]:
    with opened(file) as content:
        while piece := content.read(MEGABYTE):
            yield piece


def _mention(pieces: Iterable[bytes]) -> bool:
    needle = _SUMMATION_1_1.encode()
    before = b""
    for piece in pieces:
        if needle in before + piece:
            return True
        before = piece[-len(needle) :]
    return False
