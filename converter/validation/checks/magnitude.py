"""Magnitudes that no company has, and columns that stand in another order than those of the other statements.

A scale that is wrong in all statements contradicts none of them, and neither do two heads that changed places; both are
what a reader notices first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from converter.findings import Finding, Severity
from converter.report import Fact, PresentedStatement
from converter.terms import Kind
from converter.terms.unit import DOLLAR
from converter.validation.checks.book import Book, figure, remark, value

_MOST_MONEY = Decimal(6_000_000_000_000)
"""The largest balance sheets of the world are two thirds of it."""
_MOST_SALES = Decimal(1_000_000_000_000)
"""A year's; no company comes to it."""
_MOST_SHARES = Decimal(100_000_000_000)
_DAYS = 365
_YEAR = 12


def check(book: Book) -> Iterator[Finding]:
    """Both rules; the order of columns is asked of the whole report only."""
    yield from _too_large(book)
    if book.is_whole:
        yield from _order(book)


def _too_large(book: Book) -> Iterator[Finding]:
    """The largest of each kind, once: where one is impossible, all of its statement are."""
    shares = (*book.groups.shares_outstanding, *(each for of in book.groups.weighted_shares.values() for each in of))
    for concepts, most in ((book.groups.total_assets, _MOST_MONEY), (shares, _MOST_SHARES)):
        fact = max((each for each in book.of(*concepts).values() if _is_known(each)), key=value, default=None)
        if fact is not None and value(fact) > most:
            yield _impossible(figure(fact), fact)
    yearly = [
        (value(fact) / period.days * _DAYS, fact)
        for period, fact in book.of(*book.groups.total_revenues).items()
        if period.days and _is_known(fact)
    ]
    rate, sales = max(yearly, key=lambda each: each[0], default=(Decimal(0), None))
    if sales is not None and rate > _MOST_SALES:
        yield _impossible(figure(sales), sales)


def _is_known(fact: Fact) -> bool:
    """Whether the limits are in the fact's unit: what is much in dollars may be little in another currency."""
    return fact.unit in (DOLLAR, "shares")


def _impossible(number: str, fact: Fact) -> Finding:
    return remark("checks.magnitude", f"{number} is more than any company has; check the scale of the statement.", fact)


def _order(book: Book) -> Iterator[Finding]:
    """Statements whose columns run the other way than those of the others, or now one way and now the other."""
    ways = {at: way for at, statement in enumerate(book.report.statements) if (way := _way(statement))}
    counted = Counter(way for way in ways.values() if way is not _Way.BOTH).most_common()
    usual = counted[0][0] if counted and (len(counted) < 2 or counted[0][1] > counted[1][1]) else None
    for at, way in ways.items():
        if way is not usual:
            statement = book.report.statements[at]
            message = f"The columns of {statement.title!r} run {way}; check whether heads changed places."
            yield Finding(Severity.WARNING, "checks.column-order", message, statement.span)


class _Way(StrEnum):
    FORWARD = "forward in time, those of another statement back"
    BACK = "back in time, those of another statement forward"
    BOTH = "back in time and forward"


def _way(statement: PresentedStatement) -> _Way | None:
    """How columns of the same length follow each other; None where that says nothing.

    Quarters may stand beside the same quarter of the year before and the quarter before, so only years that run both
    ways, and quarters that run another way than years, are odd.
    """
    if statement.kind is Kind.EQUITY:
        return None
    ways: dict[int, set[_Way]] = {}
    for one, other in pairwise(statement.periods):
        if one.end != other.end and one.months == other.months:
            ways.setdefault(one.months, set()).add(_Way.FORWARD if one.end < other.end else _Way.BACK)
    clear = {months: next(iter(found)) for months, found in ways.items() if len(found) == 1}
    both_ways = len(set(clear.values())) > 1 or (_YEAR in ways and _YEAR not in clear)
    return _Way.BOTH if both_ways else next(iter(clear.values()), None) if len(clear) == len(ways) else None
