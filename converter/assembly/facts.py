"""Facts and contexts, from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from converter.mapping.ledger import Entry, Ledger
from converter.report import Context, Fact, Source
from converter.terms import Name, Period


def context_id(period: Period) -> str:
    """`I20030930` for an instant, `D20030701-20030930` for a duration."""
    if period.start is None:
        return f"I{period.end:%Y%m%d}"
    return f"D{period.start:%Y%m%d}-{period.end:%Y%m%d}"


def contexts(periods: Iterable[Period]) -> tuple[Context, ...]:
    """One context per period: instants and durations by their end, the latest first."""
    ordered = sorted(
        set(periods), key=lambda period: (-period.end.toordinal(), (period.start or period.end).toordinal())
    )
    return tuple(Context(context_id(period), period) for period in ordered)


def fact_id(name: Name, period: Period) -> str:
    """Unique, as a concept has one fact per period, and the same whatever else is in the report."""
    return f"{name.prefix}_{name.local}_{context_id(period)}"


def facts(ledger: Ledger[Name]) -> tuple[Fact, ...]:
    """The facts in the order in which a reader meets them; the rows of their sources are indexes of items."""
    found = [_fact(name, period, entries) for name, period, entries in ledger]
    found.sort(key=lambda fact: _order(fact.sources[0]))
    return tuple(found)


def placed(found: Iterable[Fact], places: Sequence[Mapping[int, int]]) -> Iterator[Fact]:
    """The facts with sources that name presented rows instead of items; `places` gives the row of each item."""
    for fact in found:
        sources = tuple(
            replace(source, row=places[source.statement][source.row])
            for source in fact.sources
            if source.statement is not None and source.row is not None
        )
        yield replace(fact, sources=sources)


def _fact(name: Name, period: Period, entries: list[Entry]) -> Fact:
    best = max(entries, key=lambda entry: entry.reading.decimals)
    return Fact(
        id=fact_id(name, period),
        concept=name,
        context=context_id(period),
        value=best.value,
        unit=best.line.item.unit,
        decimals=best.reading.decimals,
        sources=tuple(sorted(map(_source, entries), key=_order)),
        decision=best.line.decision,
    )


def _source(entry: Entry) -> Source:
    amount = entry.reading.amount
    return Source(amount.span, amount.printed, entry.line.statement, entry.line.row, amount.column)


def _order(source: Source) -> tuple[int, int, int]:
    return source.statement or 0, source.row or 0, source.column or 0
