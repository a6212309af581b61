"""Facts, from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from converter.assembly.ledger import Entry, Ledger
from converter.report import Fact, Source
from converter.terms import Name, Scope


def fact_id(name: Name, context: str) -> str:
    """Unique, as a concept has one fact per context, and the same whatever else is in the report."""
    return f"{name.prefix}_{name.local}_{context}"


def facts(ledger: Ledger, contexts: Mapping[Scope, str]) -> tuple[Fact, ...]:
    """The facts in the order in which a reader meets them; the rows of their sources are indexes of items.

    Args:
        contexts: the id of the context of each scope.
    """
    found = [_fact(name, contexts[scope], entries) for name, scope, entries in ledger]
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


def _fact(name: Name, context: str, entries: list[Entry]) -> Fact:
    best = max(entries, key=lambda entry: entry.reading.decimals)
    return Fact(
        id=fact_id(name, context),
        concept=name,
        context=context,
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
