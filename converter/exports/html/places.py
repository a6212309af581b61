"""Where each fact is printed, and the marks in the source that lead there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.exports.ixbrl.tags import readable
from converter.findings import Severity
from converter.report import Fact, Report, Source
from converter.sources.document import Document
from converter.span import Span

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Place:
    """A fact at one place; a fact that is not printed has one place without a source.

    Attributes:
        number: counts the places of the report.
        fact: index in `Report.facts`.
        mark: the number of its `Mark`; None if the source shows none.
        scale: power of ten between the printed number and the value; None if the print does not tell.
    """

    number: int
    fact: int
    source: Source | None
    mark: int | None = None
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of the source that state facts; `places` are the numbers of their `Place`s."""

    span: Span
    number: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters of the source that findings speak of; `findings` are indexes into `Report.findings`, the gravest
    first.
    """

    span: Span
    findings: tuple[int, ...]


def places(report: Report) -> tuple[list[Place], list[Mark]]:
    """The places in the order of the facts, and the marks in reading order, none reaching into another."""
    found: list[Place] = []
    spans: list[tuple[Span, int]] = []
    for index, fact in enumerate(report.facts):
        for source in fact.sources or (None,):
            span, scale = _printed(fact, source, report.document)
            if span is not None:
                spans.append((span, len(found)))
            found.append(Place(len(found), index, source, None, scale))
    marks: list[Mark] = []
    for span, number in sorted(spans, key=lambda one: (one[0].start, -one[0].end)):
        if marks and span.end <= marks[-1].span.end:
            marks[-1] = replace(marks[-1], places=(*marks[-1].places, number))
        elif not marks or span.start >= marks[-1].span.end:
            marks.append(Mark(span, len(marks), (number,)))
    for mark in marks:
        for number in mark.places:
            found[number] = replace(found[number], mark=mark.number)
    return found, marks


def _printed(fact: Fact, source: Source | None, document: Document) -> tuple[Span | None, int | None]:
    """The characters to mark, and the scale they are read with."""
    if source is None:
        return None, None
    read = readable(fact, source)
    if read is not None:
        return read.span, read.scale
    markup = "<" in document.text[source.span.start : source.span.end]
    return (None if markup or source.span.start == source.span.end else source.span), None


def spots(report: Report, marks: Sequence[Mark]) -> list[Spot]:
    """What findings speak of in a text, as far as it is on one line and not a marked number."""
    text = report.document.text
    about: dict[int, list[int]] = {}
    for at, finding in enumerate(report.findings):
        if finding.span is not None:
            about.setdefault(finding.span.start, []).append(at)
    found: list[Spot] = []
    for start, following in pairwise([*sorted(about), len(text)]):
        findings = sorted(about[start], key=lambda at: (_SEVERITIES.index(report.findings[at].severity), at))
        end = max(span.end for at in findings if (span := report.findings[at].span))
        span = _free(text, Span(start, min(end, following)), marks)
        if span is not None:
            found.append(Spot(span, tuple(findings)))
    return found


def _free(text: str, span: Span, marks: Sequence[Mark]) -> Span | None:
    """The start of a span up to the end of its line or to the next mark; None if it begins in a mark."""
    line_end = text.find("\n", span.start)
    end = min(span.end, line_end if line_end >= 0 else len(text))
    after = bisect_right(marks, span.start, key=lambda mark: mark.span.start)
    if after and span.start < marks[after - 1].span.end:
        return None
    return Span(span.start, min(end, marks[after].span.start) if after < len(marks) else end)
