"""The nouns of this room: a note, from its heading to the next, and the policies in it."""

from __future__ import annotations

from dataclasses import dataclass

from converter.span import Span


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a stretch of text.

    Attributes:
        number: as printed, without the marks around it: `1`, `A`; empty where none is printed.
        title: as printed, white space collapsed; empty where a number alone stands before the text.
        span: its characters in the source.
    """

    number: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A note to the financial statements.

    Attributes:
        span: from the first character of its heading to the next heading, or to the end of the notes.
        policies: of a note on accounting policies, each from its sub-heading to the next; they lie in `span`.
    """

    heading: Heading
    span: Span
    policies: tuple[Note, ...] = ()
