"""Identities between and within statements that hold whatever a company calls its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from converter.arithmetic import add_up
from converter.proof.book import Book, Vote, told
from converter.report import Fact
from converter.terms import Period, Relation

_DAY = timedelta(days=1)


def balance(book: Book) -> Iterator[Vote]:
    """Total assets are what they are financed with."""
    claims = book.of(book.groups.total_claims)
    for period, assets in book.of(book.groups.total_assets).items():
        other = claims.get(period)
        if other is not None and add_up(assets.figure, [(other.figure, 1)]):
            yield from told((assets, other), Relation.BALANCE)


def cash(book: Book) -> Iterator[Vote]:
    """Cash at the beginning and its change, with the effect of exchange rates or without, are cash at the end."""
    effects = book.of(book.groups.exchange_effects)
    changes = _changes(book)
    for concept in book.groups.cash:
        days = book.on_days([concept])
        for period, change in changes.items():
            effect = effects.get(period)
            ways = [[change], *([[change, effect]] if effect else [])]
            yield from _rolls(days, period, ways, Relation.CASH)


def _changes(book: Book) -> dict[Period, Fact]:
    """The change in cash by period, also where the sum of the activities has a concept of the company's own."""
    activities = set(book.groups.activities)
    found: dict[Period, Fact] = {}
    for statement in book.report.statements:
        for footing in statement.footings:
            parts = {statement.rows[row].concept.local for row, _ in footing.parts}
            if len(parts & activities) > 1:
                found |= book.facts.get(statement.rows[footing.total].concept, {})
    return found | book.of(book.groups.cash_changes)


def earnings(book: Book) -> Iterator[Vote]:
    """Retained earnings grow by the net income that is not paid out; it proves both where nothing is."""
    days = book.on_days(book.groups.retained_earnings)
    for period, income in book.of(book.groups.net_income).items():
        yield from _rolls(days, period, [[income]], Relation.EARNINGS)


def _rolls(
    days: Mapping[date, Fact], period: Period, ways: Sequence[Sequence[Fact]], relation: Relation
) -> Iterator[Vote]:
    """The votes of the first way in which the balance at a period's beginning leads to that at its end."""
    first = days.get(period.start - _DAY) if period.start else None
    last = days.get(period.end)
    if first is None or last is None:
        return
    for flows in ways:
        if add_up(last.figure, [(fact.figure, 1) for fact in (first, *flows)]):
            yield from told((first, *flows, last), relation)
            return
