"""Magnitudes that no company has, and columns that stand in another order than those of the other statements.

A scale that is wrong in all statements contradicts none of them, and neither do two heads that changed places; both are
what a reader notices first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from converter.findings import Finding, Severity
from converter.report import Fact, PresentedStatement
from converter.terms import Kind
from converter.validation.checks.book import Book, figure, remark, value

_MOST_MONEY = Decimal(6_000_000_000_000)
"""The largest balance sheets of the world are two thirds of it."""
_MOST_SALES = Decimal(1_000_000_000_000)
"""A year's; no company comes to it."""
_MOST_SHARES = Decimal(100_000_000_000)
_DAYS = 365


def check(book: Book) -> Iterator[Finding]:
    """Both rules; the order of columns is asked of the whole report only."""
    yield from _too_large(book)
    if book.is_whole:
        yield from _order(book)


def _too_large(book: Book) -> Iterator[Finding]:
    """The largest of each kind, once: where one is impossible, all of its statement are."""
    shares = (*book.groups.shares_outstanding, *(each for of in book.groups.weighted_shares.values() for each in of))
    for concepts, most in ((book.groups.total_assets, _MOST_MONEY), (shares, _MOST_SHARES)):
        fact = max(book.of(*concepts).values(), key=value, default=None)
        if fact is not None and value(fact) > most:
            yield _impossible(figure(fact), fact)
    yearly = [
        (value(fact) / period.days * _DAYS, fact)
        for period, fact in book.of(*book.groups.total_revenues).items()
        if period.days
    ]
    rate, sales = max(yearly, key=lambda each: each[0], default=(Decimal(0), None))
    if sales is not None and rate > _MOST_SALES:
        yield _impossible(figure(sales), sales)


def _impossible(number: str, fact: Fact) -> Finding:
    return remark("checks.magnitude", f"{number} is more than any company has; check the scale of the statement.", fact)


def _order(book: Book) -> Iterator[Finding]:
    """Statements whose columns run the other way than those of the others."""
    ways = {at: way for at, statement in enumerate(book.report.statements) if (way := _way(statement))}
    counted = Counter(ways.values()).most_common()
    if len(counted) < 2:
        return
    usual = counted[0][0] if counted[0][1] > counted[1][1] else 0
    for at, way in ways.items():
        if way != usual:
            statement = book.report.statements[at]
            message = (
                f"The columns of {statement.title!r} run {'back' if way < 0 else 'forward'} in time, those of another "
                "statement the other way; check whether their heads changed places."
            )
            yield Finding(Severity.WARNING, "checks.column-order", message, statement.span)


def _way(statement: PresentedStatement) -> int:
    """+1 if later columns stand to the right of earlier ones of the same length, -1 if to the left; 0 for neither."""
    if statement.kind is Kind.EQUITY:
        return 0
    steps = {
        1 if one.end < other.end else -1
        for one, other in pairwise(statement.periods)
        if one.end != other.end and one.months == other.months
    }
    return steps.pop() if len(steps) == 1 else 0
