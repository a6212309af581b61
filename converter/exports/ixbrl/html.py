"""HTML sources: markers go into the source at the characters of each number, and come out of the parser as elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree, html

from converter.exports.ixbrl.tags import IX, Mark
from converter.exports.ixbrl.xhtml import Converter
from converter.rendering.templating import without_forbidden
from converter.span import Span

_MARKER = "ix-mark"


def body(text: str, part: Span, marks: Iterable[Mark]) -> tuple[etree._Element, set[str]]:
    """A part of the source as one XHTML `div`, and the ids of the facts it shows.

    Args:
        marks: numbers to tag; those that the parser does not leave as they were (a number inside a tag) are not shown.
    """
    inside = [mark for mark in marks if part.start <= mark.span.start and mark.span.end <= part.end]
    numbered = {str(number): mark for number, mark in enumerate(inside)}
    root = html.document_fromstring(_marked(text, part, numbered) or "<p></p>", parser=_parser())
    shown: set[str] = set()

    def element(number: str, printed: str) -> etree._Element:
        mark = numbered[number]
        shown.update(one.fact.id for one in mark.elements)
        return nested(mark, printed)

    bodies = root.findall("body")
    return Converter(_MARKER, element).body(bodies[0] if bodies else root), shown


def _parser() -> html.HTMLParser:
    return html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")


def _marked(text: str, part: Span, numbered: Mapping[str, Mark]) -> bytes:
    pieces = []
    at = part.start
    for number, mark in numbered.items():
        printed = text[mark.span.start : mark.span.end]
        pieces += [text[at : mark.span.start], f'<{_MARKER} n="{number}">{printed}</{_MARKER}>']
        at = mark.span.end
    pieces.append(text[at : part.end])
    return without_forbidden("".join(pieces)).encode("utf-8")


def nested(mark: Mark, printed: str) -> etree._Element:
    """The elements of a mark, one inside the other, around the printed number."""
    outermost = inner = None
    for one in mark.elements:
        element = etree.Element(f"{{{IX}}}nonFraction", one.attributes)
        if inner is None:
            outermost = element
        else:
            inner.append(element)
        inner = element
    if outermost is None or inner is None:
        raise ValueError("a mark has at least one element")
    inner.text = printed
    return outermost
