"""A bare text: what every input is that no other backend recognises."""

from __future__ import annotations

from converter.sources.backends.backend import Received
from converter.sources.document import Part
from converter.sources.submission import format_of
from converter.span import Span


def recognises(received: Received) -> bool:
    """Any text at all."""
    return True


def parts(received: Received) -> tuple[Part, ...]:
    """The text as one part; uuencoded data, which are characters, too, are none that can be read."""
    end = len(received.text)
    return (Part("", format_of("", received.text, 0, end), Span(0, end)),)
