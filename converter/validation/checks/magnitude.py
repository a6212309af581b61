"""Magnitudes that no company has, statements that are not of one size, and columns that stand in another order than
those of the other statements.

A scale that is wrong in all statements contradicts none of them, one that is wrong in a single statement none that
shares no figure with it, and neither do two heads that changed places; all are what a reader notices first.
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
from converter.terms.unit import DOLLAR, is_money
from converter.validation.checks.book import Book, figure, remark, value

_MOST_MONEY = Decimal(6_000_000_000_000)
"""The largest balance sheets of the world are two thirds of it."""
_MOST_SALES = Decimal(1_000_000_000_000)
"""A year's; no company comes to it."""
_MOST_SHARES = Decimal(100_000_000_000)
_APART = 300
"""What a company has is seldom this many times what it takes in or spends in a year, or the other way round."""
_DAYS = 365
_YEAR = 12
_SIZED = (Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW)


def check(book: Book) -> Iterator[Finding]:
    """All rules; what is between statements is asked of the whole report only."""
    yield from _too_large(book)
    if book.is_whole:
        yield from _apart(book)
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


def _apart(book: Book) -> Iterator[Finding]:
    """A statement that is too large for every other, or too small for all of several."""
    sizes = {at: size for at in range(len(book.report.statements)) if (size := _size(book, at))}
    for at, size in sizes.items():
        others = [each for other, each in sizes.items() if other != at]
        if others and (size > _APART * max(others) or (len(others) > 1 and _APART * size < min(others))):
            title = book.report.statements[at].title
            message = (
                f"The largest figure of {title!r} is {size:,.0f} at a day or in a year, that of the other statements "
                f"{max(others):,.0f}; check in which scale each is printed."
            )
            yield Finding(Severity.WARNING, "checks.statement-scale", message, book.report.statements[at].span)


def _size(book: Book, at: int) -> Decimal:
    """The largest balance of a statement, or what its largest flow comes to in a year; 0 where it says nothing."""
    statement = book.report.statements[at]
    if statement.kind not in _SIZED:
        return Decimal(0)
    facts = (fact for row in range(len(statement.rows)) for fact in book.printed_in(at, row) if is_money(fact.unit))
    return max((abs(value(fact)) * _DAYS / (book.period(fact).days or _DAYS) for fact in facts), default=Decimal(0))


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
