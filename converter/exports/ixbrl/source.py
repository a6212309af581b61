"""What of the source a page shows: the parts, and the places in them that become elements.

What an element is, is the page's own: an inline fact, a link to a statement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
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
    readable = document.readable
    if not any(part.format == "html" for part in readable):
        return [(readable[0], Span(0, len(document.text)))]
    starts = sorted(place.span.start for place in places)
    return [
        (part, part.span)
        for part in readable
        if bisect_left(starts, part.span.start) < bisect_left(starts, part.span.end)
    ] or [(readable[0], readable[0].span)]


def inside(part: Span, places: Sequence[PlaceT]) -> list[PlaceT]:
    """The places that lie in a part as a whole; `places` are in reading order."""
    first, last = (bisect_left(places, at, key=lambda place: place.span.start) for at in (part.start, part.end))
    return [place for place in places[first:last] if place.span.end <= part.end]
