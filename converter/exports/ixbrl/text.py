"""Text sources: every character where it was, in one `pre`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from converter.exports.ixbrl.source import PlaceT, inside
from converter.span import Span

_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)}
"""Control characters, which XML cannot hold, as the Unicode pictures of them: one character for one."""

_NONCHARACTERS = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD} | dict.fromkeys(range(55296, 57344), 65533)
_CARRIAGE_RETURN = Markup("&#13;")
"""XML readers make a line feed of a carriage return, unless it is written as a reference."""


def body(
    text: str, part: Span, places: Sequence[PlaceT], element: Callable[[PlaceT, Markup], Markup]
) -> tuple[Markup, list[PlaceT]]:
    """A part of the source as a `pre`, and the places it shows.

    Args:
        places: in reading order, none reaching into another.
        element: makes the element of a place around its printed characters, which are escaped.
    """
    shown = inside(part, places)
    return Markup("<pre>{}</pre>").format(Markup("").join(_pieces(text, part, shown, element))), shown


def _pieces(
    text: str, part: Span, places: Sequence[PlaceT], element: Callable[[PlaceT, Markup], Markup]
) -> Iterator[Markup]:
    at = part.start
    for place in places:
        yield escaped(text[at : place.span.start])
        yield element(place, escaped(text[place.span.start : place.span.end]))
        at = place.span.end
    yield escaped(text[at : part.end])


def escaped(text: str) -> Markup:
    """The text for XML."""
    return Markup(escape(text.translate(_PICTURES | _NONCHARACTERS)).replace("\r", _CARRIAGE_RETURN))
