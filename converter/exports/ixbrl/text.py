"""Text sources: every character where it was, in one `pre`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from converter.exports.ixbrl.tags import Mark
from converter.span import Span

_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)}
"""Control characters, which XML cannot hold, as the Unicode pictures of them: one character for one."""

_NONCHARACTERS = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD} | dict.fromkeys(range(55296, 57344), 65533)
_CARRIAGE_RETURN = Markup("&#13;")
"""XML readers make a line feed of a carriage return, unless it is written as a reference."""


def body(text: str, part: Span, marks: Iterable[Mark]) -> tuple[Markup, set[str]]:
    """A part of the source as a `pre`, and the ids of the facts it shows."""
    inside = [mark for mark in marks if part.start <= mark.span.start and mark.span.end <= part.end]
    shown = {one.fact.id for mark in inside for one in mark.elements}
    return Markup("<pre>{}</pre>").format(Markup("").join(_pieces(text, part, inside))), shown


def _pieces(text: str, part: Span, marks: Iterable[Mark]) -> Iterator[Markup]:
    at = part.start
    for mark in marks:
        yield escaped(text[at : mark.span.start])
        number = escaped(text[mark.span.start : mark.span.end])
        for one in reversed(mark.elements):
            attributes = Markup("").join(
                Markup(' {}="{}"').format(name, value) for name, value in one.attributes.items()
            )
            number = Markup("<ix:nonFraction{}>{}</ix:nonFraction>").format(attributes, number)
        yield number
        at = mark.span.end
    yield escaped(text[at : part.end])


def escaped(text: str) -> Markup:
    """The text for XML."""
    return Markup(escape(text.translate(_PICTURES | _NONCHARACTERS)).replace("\r", _CARRIAGE_RETURN))
