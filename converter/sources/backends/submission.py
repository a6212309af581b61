"""An EDGAR submission: `<DOCUMENT>`s in one file, each with a format of its own."""

from __future__ import annotations

from converter.sources.backends.backend import Received
from converter.sources.document import Part
from converter.sources.submission import is_submission, split


def recognises(received: Received) -> bool:
    """Whether the text is wrapped as EDGAR wraps it."""
    return is_submission(received.text)


def parts(received: Received) -> tuple[Part, ...]:
    """A part for each document."""
    return split(received.text)
