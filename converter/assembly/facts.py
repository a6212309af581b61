"""Facts, from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.assembly.print_reading import source
from converter.mapping.ledger import Entry, Ledger
from converter.report import Fact, Source
from converter.sources.document import Document
from converter.terms import Name, Scope
from converter.terms.unit import in_currency


def fact_id(name: Name, context: str) -> str:
    """Unique, as a concept has one fact per context, and the same whatever else is in the report."""
    return f"{name.prefix}_{name.local}_{context}"


def facts(
    ledger: Ledger[Name], contexts: Mapping[Scope, str], document: Document, currencies: Sequence[str]
) -> tuple[Fact, ...]:
    """The facts in the order in which a reader meets them; the rows of their sources are indexes of items.

    Args:
        contexts: the id of the context of each scope.
        currencies: of each statement.
    """
    found = [_fact(name, contexts[scope], entries, document, currencies) for name, scope, entries in ledger]
    found.sort(key=lambda fact: _order(fact.sources[0]))
    return tuple(found)


def placed(found: Iterable[Fact], places: Sequence[Mapping[int, int]]) -> Iterator[Fact]:
    """The facts with sources that name presented rows instead of items; `places` gives the row of each item."""
    for fact in found:
        sources = tuple(
            replace(each, row=places[each.statement][each.row])
            for each in fact.sources
            if each.statement is not None and each.row is not None
        )
        yield replace(fact, sources=sources)


def _fact(name: Name, context: str, entries: list[Entry], document: Document, currencies: Sequence[str]) -> Fact:
    best = max(entries, key=lambda entry: entry.reading.decimals)
    return Fact(
        id=fact_id(name, context),
        concept=name,
        context=context,
        value=best.value,
        unit=in_currency(best.line.item.unit, best.line.item.currency or currencies[best.line.statement]),
        decimals=best.reading.decimals,
        sources=tuple(sorted((_source(entry, best.value, document) for entry in entries), key=_order)),
        decision=best.line.decision,
    )


def _source(entry: Entry, value: Decimal, document: Document) -> Source:
    amount, line = entry.reading.amount, entry.line
    return source(document, amount.span, amount.printed, value, line.statement, line.row, amount.column)


def _order(place: Source) -> tuple[int, int, int]:
    return place.statement or 0, place.row or 0, place.column or 0
