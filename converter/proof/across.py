"""Sums across: what the columns beside a figure add up to."""

from __future__ import annotations

from collections.abc import Iterator

from converter.arithmetic import add_up
from converter.proof.book import Book, Vote, told, value
from converter.report import Fact
from converter.terms import Period, Relation
from converter.terms.tiling import tilings
from converter.terms.unit import is_money


def across(book: Book) -> Iterator[Vote]:
    """Quarters make up their year, and the parts of the company the whole, in a row."""
    yield from _of_periods(book)
    yield from _of_parts(book)


def _of_periods(book: Book) -> Iterator[Vote]:
    for concept, by_period in book.facts.items():
        flows = {period: fact for period, fact in by_period.items() if is_money(fact.unit)}
        if book.groups.adds_up(concept.local):
            for whole, parts in tilings(flows):
                yield from _votes(flows[whole], [flows[part] for part in parts])


def _of_parts(book: Book) -> Iterator[Vote]:
    for facts in book.places.values():
        wholes: dict[tuple[Period, str | None], Fact] = {}
        parts: dict[tuple[Period, str | None], list[Fact]] = {}
        for fact in facts.values():
            scope = book.report.scope_of(fact)
            if scope.is_whole:
                wholes[scope.period, fact.unit] = fact
            else:
                parts.setdefault((scope.period, fact.unit), []).append(fact)
        for place, whole in wholes.items():
            yield from _votes(whole, parts.get(place, []))


def _votes(whole: Fact, parts: list[Fact]) -> Iterator[Vote]:
    """The votes of a sum of at least two parts: a part that is all there is would repeat what is misread."""
    if sum(value(part) != 0 for part in parts) > 1 and add_up(whole.figure, [(part.figure, 1) for part in parts]):
        yield from told((whole, *parts), Relation.ACROSS)
