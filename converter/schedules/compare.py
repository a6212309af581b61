"""What a schedule says against what the statements say: each disagreement is a finding, for either may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from converter.arithmetic import Figure, agree
from converter.findings import Finding, Severity
from converter.report import Fact, Report
from converter.schedules.schedule import Entry, Schedule
from converter.sources.document import Document
from converter.terms import Kind, Period
from converter.terms.period import NEARLY

_LENGTHS = (3, 6, 9, 12)
_FEWEST_FLOWS = 3
"""Lines of the income statement below which nothing is said of the whole schedule."""
_MULTIPLIERS = (Decimal(1000), Decimal(1_000_000), Decimal("0.001"), Decimal("0.000001"))


def vouched(schedules: Sequence[Schedule], report: Report) -> set[str]:
    """The ids of the facts that a schedule of the registrant agrees with, as it stands."""
    stated = _Stated(report)
    own = (schedule for schedule in schedules if schedule.cik in (None, report.entity.identifier))
    return {fact.id for schedule in own for pair in _pairs(schedule, stated) if pair.agrees() for fact in pair.facts}


def compare(schedules: Sequence[Schedule], report: Report) -> list[Finding]:
    """Findings on the schedules of the registrant: totals that disagree, and schedules with a wrong multiplier.

    A tag is compared where the report has a fact under one of its concepts at the same time; a zero in the schedule
    may stand for "does not apply" and is not compared.
    """
    findings: list[Finding] = []
    stated = _Stated(report)
    for schedule in schedules:
        if schedule.cik in (None, report.entity.identifier):
            findings.extend(_of_schedule(schedule, stated))
    return findings


class _Stated:
    """The us-gaap facts of a report that are of the whole company, to be asked for by name and time.

    Facts of one concept in one period are one fact, so a concept has no more of them than the report has periods.
    """

    def __init__(self, report: Report) -> None:
        self.document = report.document
        self._facts: dict[tuple[str, date], list[tuple[int, Period, Fact]]] = {}
        for order, fact in enumerate(report.facts):
            if fact.concept.prefix == "us-gaap" and report.scope_of(fact).is_whole:
                period = report.period_of(fact)
                self._facts.setdefault((fact.concept.local, period.end), []).append((order, period, fact))

    def near(self, names: Iterable[str], day: date) -> list[tuple[Period, Fact]]:
        """The facts of the concepts whose periods end about a day, in the report's order."""
        days = [day + timedelta(days=apart) for apart in range(-NEARLY, NEARLY + 1)]
        found = [one for name in names for end in days for one in self._facts.get((name, end), ())]
        return [(period, fact) for _, period, fact in sorted(found, key=lambda one: one[0])]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line of the schedule and the facts that should say the same."""

    entry: Entry
    facts: list[Fact]

    def agrees(self, factor: Decimal = Decimal(1)) -> bool:
        figure = Figure(abs(self.entry.value), self.entry.decimals)
        if self.entry.item.unit == "USD":
            figure = Figure(figure.value * factor, self.entry.decimals - factor.adjusted())
        return any(agree(figure, Figure(abs(fact.figure.value), fact.decimals)) for fact in self.facts)


def _of_schedule(schedule: Schedule, stated: _Stated) -> Iterator[Finding]:
    pairs = _pairs(schedule, stated)
    factor = Decimal(1)
    if not any(pair.agrees() for pair in pairs if pair.entry.item.unit == "USD"):
        factor = next((one for one in _MULTIPLIERS if _most_agree(pairs, one)), factor)
        if factor != 1:
            fit = f"its values fit when {_times(factor)}"
            message = f"The schedule's multiplier ({schedule.multiplier:,}) is wrong: {fit}."
            yield Finding(Severity.WARNING, "schedules.multiplier", message, schedule.span)
    if months := _other_length(schedule, stated, pairs, factor):
        message = f"The schedule says {schedule.months} months, but its values are those of {months} months."
        yield Finding(Severity.WARNING, "schedules.period-type", message, schedule.span)
        pairs = _pairs(replace(schedule, months=months), stated)
    for pair in pairs:
        if not pair.agrees(factor):
            yield _disagreement(pair, stated.document)
    if pairs:
        agreeing = sum(pair.agrees(factor) for pair in pairs)
        message = f"{agreeing} of {len(pairs)} totals of the filer's schedule agree with the statements."
        yield Finding(Severity.INFO, "schedules.agree", message, schedule.span)


def _pairs(schedule: Schedule, stated: _Stated) -> list[_Pair]:
    return [_Pair(entry, facts) for entry in schedule.entries if (facts := _facts(entry, schedule, stated))]


def _other_length(schedule: Schedule, stated: _Stated, pairs: list[_Pair], factor: Decimal) -> int | None:
    """The length of the period whose values these are, where the schedule names another one."""
    flows = [pair for pair in pairs if pair.entry.item.kind is Kind.INCOME]
    if len(flows) < _FEWEST_FLOWS or _most_agree(flows, factor):
        return None
    for months in _LENGTHS:
        other = _pairs(replace(schedule, months=months), stated)
        others = [pair for pair in other if pair.entry.item.kind is Kind.INCOME]
        if months != schedule.months and len(others) >= _FEWEST_FLOWS and _most_agree(others, factor):
            return months
    return None


def _most_agree(pairs: list[_Pair], factor: Decimal) -> bool:
    return sum(pair.agrees(factor) for pair in pairs) * 2 > len(pairs)


def _times(factor: Decimal) -> str:
    return f"multiplied by {factor:,}" if factor >= 1 else f"divided by {1 / factor:,.0f}"


def _facts(entry: Entry, schedule: Schedule, stated: _Stated) -> list[Fact]:
    """The report's facts of the whole company under the entry's concepts at its time."""
    item = entry.item
    if not entry.value or not item.concepts:
        return []
    near = stated.near({*item.concepts, *item.also}, schedule.end)
    return [fact for period, fact in near if _same_length(item.kind, schedule.months, period)]


def _same_length(kind: Kind, months: int | None, period: Period) -> bool:
    if kind is Kind.BALANCE_SHEET:
        return period.is_instant
    return not period.is_instant and months in (None, period.months)


def _disagreement(pair: _Pair, document: Document) -> Finding:
    fact = pair.facts[0]
    where = f" (line {document.position(fact.sources[0].span.start)[0]})" if fact.sources else ""
    message = (
        f"The filer's schedule has {pair.entry.tag} {pair.entry.value.normalize():,f}, the statements have "
        f"{fact.concept} {Decimal(fact.value).normalize():,f}{where}; one of them is wrong."
    )
    return Finding(Severity.WARNING, "schedules.disagrees", message, pair.entry.span, fact.id)
