"""The inline document shows what the source shows: read without XBRL, by the standard library's parsers."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from converter.report import Report
from converter.span import Span
from tests.conformance.made import Made

_IX = "{http://www.xbrl.org/2013/inlineXBRL}"
_XHTML = "{http://www.w3.org/1999/xhtml}"


def check(made: Made) -> Iterator[str]:
    """Text sources character for character, HTML sources word for word."""
    body = ElementTree.parse(made.file(".htm")).getroot().find(f"{_XHTML}body")
    assert body is not None
    if any(part.format == "html" for part in made.report.document.parts):
        yield from _same_words(made.report, body)
    else:
        yield from _same_characters(made.report, body)


def _same_characters(report: Report, body: ElementTree.Element) -> Iterator[str]:
    shown = "".join("".join(pre.itertext()) for pre in body.iter(f"{_XHTML}pre"))  # it is cut where notes begin
    text = report.document.text
    if len(shown) != len(text):
        yield f"{len(shown)} characters, not {len(text)}"
    for at, (one, other) in enumerate(zip(text, shown, strict=False)):
        if one != other and _is_xml(one):
            line, column = report.document.position(at)
            yield f"line {line}, column {column}: {other!r} for {one!r}"
            break


def _is_xml(character: str) -> bool:
    """Whether XML can hold it; what it cannot hold has to be shown as something else."""
    code = ord(character)
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD or code > 0xFFFF


def _same_words(report: Report, body: ElementTree.Element) -> Iterator[str]:
    header = f"{_IX}header"
    shown = "".join("".join(element.itertext()) for element in body if not _holds(element, header)).split()
    wanted: list[str] = []
    for span in _parts(report):
        page = _Words()
        page.feed(report.document.text[span.start : span.end])
        page.close()
        wanted += page.text().split()
    # Where a tag begins, some write a space and some do not; it shows as the same.
    one, other = "".join(wanted), "".join(shown)
    if one != other:
        at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
        yield f"{other[max(0, at - 30) : at + 30]!r} for {one[max(0, at - 30) : at + 30]!r}"


def _holds(element: ElementTree.Element, tag: str) -> bool:
    return element.tag == tag or element.find(f".//{tag}") is not None


def _parts(report: Report) -> Iterator[Span]:
    """The parts that print facts."""
    places = [source.span.start for fact in report.facts for source in fact.sources]
    for part in report.document.parts:
        if part.format != "other" and any(part.span.start <= place < part.span.end for place in places):
            yield part.span


class _Words(HTMLParser):
    """What of a page is text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attributes: object) -> None:
        if tag in ("script", "style", "title") and not self._hidden:
            self._hidden = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(data)

    def text(self) -> str:
        return "".join(self._pieces)
