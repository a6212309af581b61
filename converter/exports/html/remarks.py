"""The findings, each with a link to the number or line it speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from converter.exports.html.places import Mark, Place, Spot
from converter.findings import Finding
from converter.report import Report
from converter.span import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on the page.

    Attributes:
        number: index in `Report.findings`.
        target: name of the element it speaks of, without `#`; empty if it speaks of the document.
        line: in the source, from 1.
        places: numbers of the places it concerns.
    """

    number: int
    finding: Finding
    target: str
    line: int | None
    places: tuple[int, ...]


def remarks(report: Report, places: Sequence[Place], marks: Sequence[Mark], spots: Sequence[Spot]) -> list[Remark]:
    """The findings in their order."""
    of_fact: dict[str, list[int]] = {}
    for place in places:
        of_fact.setdefault(report.facts[place.fact].id, []).append(place.number)
    of_spot = {number: f"at{spot.findings[0]}" for spot in spots for number in spot.findings}
    texts = any(part.format == "text" for part in report.document.parts)
    held = _held(report, places)
    found = []
    for number, finding in enumerate(report.findings):
        concerned = tuple(of_fact.get(finding.fact or "", ())) or held.get(number, ())
        if concerned and finding.fact:
            target = f"p{concerned[0]}"
        elif texts and number in of_spot:
            target = of_spot[number]
        else:
            target = f"p{concerned[0]}" if concerned else _next_mark(finding, marks)
        found.append(Remark(number, finding, target, _line(finding, concerned, report, places), concerned))
    return found


def _held(report: Report, places: Sequence[Place]) -> dict[int, tuple[int, ...]]:
    """For each finding the places whose number, or whose row's caption, holds its start, in their order."""
    spans: dict[Span, list[int]] = {}
    for place in places:
        for span in set(_spans(place, report)):
            spans.setdefault(span, []).append(place.number)
    coming = sorted(spans, key=lambda span: span.start, reverse=True)
    open_: list[tuple[int, int, Span]] = []  # (end, start, span): a heap of the spans begun and not yet ended
    found: dict[int, tuple[int, ...]] = {}
    starts = sorted((finding.span.start, at) for at, finding in enumerate(report.findings) if finding.span is not None)
    for start, number in starts:
        while coming and coming[-1].start <= start:
            span = coming.pop()
            heappush(open_, (span.end, span.start, span))
        while open_ and open_[0][0] <= start:
            heappop(open_)
        found[number] = tuple(sorted({place for _, _, span in open_ for place in spans[span]}))
    return found


def _spans(place: Place, report: Report) -> Iterator[Span]:
    source = place.source
    if source is not None:
        yield source.span
        if source.statement is not None and source.row is not None:
            yield report.statements[source.statement].rows[source.row].span


def _next_mark(finding: Finding, marks: Sequence[Mark]) -> str:
    if finding.span is None:
        return ""
    at = bisect_left(marks, finding.span.start, key=lambda mark: mark.span.start)
    return f"m{marks[at].number}" if at < len(marks) else ""


def _line(finding: Finding, concerned: tuple[int, ...], report: Report, places: Sequence[Place]) -> int | None:
    source = places[concerned[0]].source if concerned else None
    span = finding.span or (source.span if source else None)
    return report.document.position(span.start)[0] if span else None
