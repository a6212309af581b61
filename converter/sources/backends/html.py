"""A bare HTML page."""

from __future__ import annotations

from converter.sources.backends.backend import Received
from converter.sources.document import Part
from converter.sources.submission import format_of
from converter.span import Span


def recognises(received: Received) -> bool:
    """Whether the text is a page."""
    return format_of("", received.text, 0, len(received.text)) == "html"


def parts(received: Received) -> tuple[Part, ...]:
    """The page as one part."""
    return (Part("", "html", Span(0, len(received.text))),)
