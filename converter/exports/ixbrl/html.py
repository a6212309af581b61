"""HTML sources: markers go into the source at the characters of each number, and come out of the parser as elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree, html

from converter.exports.ixbrl.blocks import EDGE
from converter.exports.ixbrl.source import Place, PlaceT, inside
from converter.exports.ixbrl.xhtml import Converter
from converter.rendering.templating import without_forbidden
from converter.span import Span

_MARKER = "ix-mark"
"""What stands around a place while the page is parsed; longer where the page has elements of that name."""
_OWN = re.compile(rf"<{_MARKER}(-*)", re.IGNORECASE)
_NAMED = etree.XPath("boolean(descendant-or-self::*[@id or @name or starts-with(@href, '#')])")
"""Whether an element holds names, or links to them: they are numbered through the whole part."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A place without characters."""

    span: Span


def body(
    text: str,
    part: Span,
    places: Sequence[PlaceT],
    element: Callable[[PlaceT, str], etree._Element],
    edges: Iterable[int] = (),
    *,
    narrowed: bool = False,
) -> tuple[etree._Element, list[PlaceT]]:
    """A part of the source as one XHTML `div`, and the places it shows.

    Args:
        places: in reading order, none reaching into another; those that the parser does not leave as they were (a
            number inside a tag) are not shown.
        element: makes the element of a place around its printed characters.
        edges: offsets at which an element `EDGE` is to stand that names them.
        narrowed: leave out what stands before the first place or edge and behind the last; the others look the same.
    """
    within = inside(part, places)
    marks: list[PlaceT | _Edge] = sorted(
        [*(_Edge(Span(edge, edge)) for edge in edges), *within], key=lambda mark: mark.span.start
    )
    numbered = {str(number): mark for number, mark in enumerate(marks)}
    marker = _marker(text[part.start : part.end])
    root = html.document_fromstring(_marked(text, part, numbered, marker) or "<p></p>", parser=_parser())
    shown: list[PlaceT] = []

    def marked(number: str, printed: str) -> etree._Element:
        place = numbered[number]
        if isinstance(place, _Edge):
            return etree.Element(EDGE, at=str(place.span.start))
        shown.append(place)
        return element(place, printed)

    node = next(root.iterchildren("body"), root)
    if narrowed:
        _narrow(node, marker)
    return Converter(marker, marked, f"anchor-{part.start}").body(node), shown


def _parser() -> html.HTMLParser:
    return html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")


def _marker(page: str) -> str:
    """A name that no element of the page has."""
    own = [len(dashes) for dashes in _OWN.findall(without_forbidden(page))]
    return _MARKER + "-" * (max(own) + 1 if own else 0)


def _narrow(node: etree._Element, marker: str) -> None:
    """Takes out the elements before the first marker and behind the last."""
    children = list(node)
    holding = [at for at, child in enumerate(children) if next(child.iter(marker), None) is not None]
    if holding:
        for child in (*children[: holding[0]], *children[holding[-1] + 1 :]):
            if not _NAMED(child):
                node.remove(child)


def _marked(text: str, part: Span, numbered: Mapping[str, Place], marker: str) -> bytes:
    pieces = []
    at = part.start
    for number, place in numbered.items():
        printed = text[place.span.start : place.span.end]
        pieces += [text[at : place.span.start], f'<{marker} n="{number}">{printed}</{marker}>']
        at = place.span.end
    pieces.append(text[at : part.end])
    return without_forbidden("".join(pieces)).encode("utf-8")
