"""Text sources: every character where it was, in one `pre`."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from converter.exports.ixbrl.source import PlaceT, inside
from converter.report import TextBlock
from converter.span import Span

_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)}
"""Control characters, which XML cannot hold, as the Unicode pictures of them: one character for one."""

_NONCHARACTERS = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD} | dict.fromkeys(range(55296, 57344), 65533)
_CARRIAGE_RETURN = Markup("&#13;")
"""XML readers make a line feed of a carriage return, unless it is written as a reference."""


def body(
    text: str,
    part: Span,
    places: Sequence[PlaceT],
    element: Callable[[PlaceT, Markup], Markup],
    blocks: Sequence[TextBlock] = (),
    tags: Callable[[TextBlock], tuple[Markup, Markup]] | None = None,
) -> tuple[Markup, list[PlaceT]]:
    """A part of the source as a `pre`, or as several with the elements of text blocks around them, and the places it
    shows.

    Args:
        places: in reading order, none reaching into another.
        element: makes the element of a place around its printed characters, which are escaped.
        blocks: in reading order, one inside the other or apart.
        tags: makes the start tag and the end tag of a text block.
    """
    shown = inside(part, places)
    if not blocks or tags is None:
        return Markup("<pre>{}</pre>").format(Markup("").join(_pieces(text, part, shown, element))), shown
    before: dict[int, list[Markup]] = defaultdict(list)
    for block in reversed(blocks):
        before[block.span.end].append(tags(block)[1])
    for block in blocks:
        before[block.span.start].append(tags(block)[0])
    made: list[Markup] = []
    for piece in _cut(part, blocks):
        content = Markup("").join(_pieces(text, piece, inside(piece, shown), element))
        made += [*before[piece.start], _pre(content)]
    return Markup("").join([*made, *before[part.end]]), shown


def fragments(text: str, part: Span, blocks: Sequence[TextBlock]) -> dict[str, str]:
    """The content of text blocks as it stands in the inline document, by the ids of their facts."""
    found: dict[str, list[str]] = {block.fact.id: [] for block in blocks}
    following = iter(blocks)
    upcoming = next(following, None)
    around: list[TextBlock] = []
    for piece in _cut(part, blocks):
        around = [block for block in around if block.span.end > piece.start]
        while upcoming is not None and upcoming.span.start <= piece.start:
            around.append(upcoming)
            upcoming = next(following, None)
        for block in around:
            found[block.fact.id].append(preformatted(text[piece.start : piece.end]))
    return {name: "".join(pieces) for name, pieces in found.items()}


def _cut(part: Span, blocks: Sequence[TextBlock]) -> Iterator[Span]:
    """The part in pieces, none of which reaches over the edge of a block."""
    edges = {part.start, part.end, *(edge for block in blocks for edge in (block.span.start, block.span.end))}
    return (Span(*piece) for piece in pairwise(sorted(edges)))


def _pre(content: Markup) -> Markup:
    """A piece of a text that others stand right above and below."""
    return Markup('<pre style="margin:0">{}</pre>').format(content)


def _pieces(
    text: str, part: Span, places: Sequence[PlaceT], element: Callable[[PlaceT, Markup], Markup]
) -> Iterator[Markup]:
    at = part.start
    for place in places:
        yield escaped(text[at : place.span.start])
        yield element(place, escaped(text[place.span.start : place.span.end]))
        at = place.span.end
    yield escaped(text[at : part.end])


def preformatted(text: str) -> str:
    """A text as markup that keeps its lines, whose ends are line feeds."""
    shown = text.translate(_PICTURES | _NONCHARACTERS).replace("\r\n", "\n").replace("\r", "\n")
    return _pre(Markup(html.escape(shown, quote=False)))


def escaped(text: str) -> Markup:
    """The text for XML."""
    return Markup(escape(text.translate(_PICTURES | _NONCHARACTERS)).replace("\r", _CARRIAGE_RETURN))
