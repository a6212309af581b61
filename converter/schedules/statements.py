"""Schedules in the place of statements: a balance sheet and an income statement of tags, with their decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.findings import Finding, Severity
from converter.mapping.assignment import between
from converter.mapping.fits import usable
from converter.schedules.schedule import Entry, Schedule
from converter.sources.document import Document
from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.first_days import first_day
from converter.statements.lengths import Length
from converter.statements.statement import Amount, Column, Item, Statement
from converter.taxonomy import Index
from converter.terms import Decision, Kind, Period, Step
from converter.terms.period import PeriodType
from converter.wording import counted

_CONFIDENCE = 0.95
"""The filer chose the tag; what remains is whether he filled it as the form says."""

_TITLES = {Kind.BALANCE_SHEET: "FINANCIAL DATA SCHEDULE, BALANCE SHEET", Kind.INCOME: "FINANCIAL DATA SCHEDULE, INCOME"}


def as_statements(
    document: Document, schedules: Sequence[Schedule], index: Index, findings: list[Finding]
) -> tuple[list[Statement], list[list[Decision | None]]]:
    """Statements and decisions as the mapping would give them; of a subsidiary's schedules none.

    A zero is left out: the form asks for a number on every line, so filers wrote 0 for what does not apply to them.
    """
    filer = document.header.cik
    own = [schedule for schedule in schedules if schedule.cik in (None, filer) or filer is None]
    if len(own) < len(schedules):
        left_out = counted(len(schedules) - len(own), "schedule")
        message = f"Left out: {left_out} of other companies of the submission."
        findings.append(Finding(Severity.INFO, "schedules.other-company", message))
    zeros = sum(not entry.value for schedule in own for entry in schedule.entries)
    if zeros:
        lines = counted(zeros, "line")
        message = f"No fact from {lines} of the schedules with 0, which may stand for `does not apply`."
        findings.append(Finding(Severity.INFO, "schedules.zero", message))
    statements: list[Statement] = []
    decisions: list[list[Decision | None]] = []
    for schedule in own:
        for kind in (Kind.BALANCE_SHEET, Kind.INCOME):
            entries = [entry for entry in schedule.entries if entry.item.kind is kind and entry.value]
            period = _period(schedule, kind)
            if entries and period:
                statements.append(_statement(schedule, kind, entries, period))
                decisions.append([_decision(schedule, entry, index) for entry in entries])
    return statements, between(statements, decisions)


def _statement(schedule: Schedule, kind: Kind, entries: list[Entry], period: Period) -> Statement:
    return Statement(
        kind=kind,
        title=_TITLES[kind] + (" (RESTATED)" if schedule.restated else ""),
        part=schedule.part,
        span=Span(entries[0].span.start, entries[-1].span.end),
        columns=(Column(str(period.end), period),),
        items=tuple(_items(entries, period)),
        scale=schedule.multiplier,
    )


def _items(entries: list[Entry], period: Period) -> Iterator[Item]:
    for entry in entries:
        item = entry.item
        amount = Amount(entry.printed, entry.value, entry.decimals, 0, period, entry.span)
        yield Item(item.caption, unit=item.unit, amounts=(amount,), span=entry.span)


def _decision(schedule: Schedule, entry: Entry, index: Index) -> Decision:
    item = entry.item
    period_type: PeriodType = "instant" if item.kind is Kind.BALANCE_SHEET else "duration"
    concept = next((name for name in item.concepts if usable(name, item.unit, period_type, index)), None)
    sign = -1 if item.magnitude and entry.value < 0 else 1
    rule = f"schedules/article-{schedule.article}:{entry.tag}"
    return Decision(concept, sign, rule, _CONFIDENCE if concept else 0.5, steps=(Step("rule", concept, sign, rule),))


def _period(schedule: Schedule, kind: Kind) -> Period | None:
    if kind is Kind.BALANCE_SHEET:
        return Period(schedule.end)
    if schedule.start is not None and schedule.start < schedule.end:
        return Period(schedule.end, schedule.start)
    if schedule.months is None:
        return None
    return Period(schedule.end, first_day(schedule.end, Length(schedule.months), Calendar()))
