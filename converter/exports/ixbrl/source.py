"""What of the source a page shows: the parts, and the places in them that become elements.

What an element is, is the page's own: an inline fact, a link to a statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from converter.sources.document import Document, Part
from converter.span import Span


class Place(Protocol):
    """Something that stands at characters of the source."""

    @property
    def span(self) -> Span: ...


PlaceT = TypeVar("PlaceT", bound=Place)


def parts(document: Document, places: Iterable[Place]) -> list[tuple[Part, Span]]:
    """The parts to show and what of the source: the whole of a text document, else the parts that hold a place."""
    readable = [part for part in document.parts if part.format != "other"]
    if not any(part.format == "html" for part in readable):
        return [(readable[0], Span(0, len(document.text)))]
    starts = [place.span.start for place in places]
    return [
        (part, part.span) for part in readable if any(part.span.start <= start < part.span.end for start in starts)
    ] or [(readable[0], readable[0].span)]


def inside(part: Span, places: Iterable[PlaceT]) -> list[PlaceT]:
    """The places that lie in a part as a whole."""
    return [place for place in places if part.start <= place.span.start and place.span.end <= part.end]
