"""Shares, earnings, and what follows from both: DQC_0095 (scale of shares), DQC_0009 (no part exceeds its whole)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from decimal import Decimal

from converter.findings import Finding
from converter.nearest import Nearest
from converter.report import Fact
from converter.validation.checks.book import Book, figure, remark, slack, value

_SCALE = Decimal(300)
"""A factor beyond this is a lost or doubled "in thousands"; splits and buy-backs stay far below."""
_SHARE_OF_INCOME = Decimal("0.1")
"""Dividends on preferred stock and participating securities are seldom a larger part of income."""


def check(book: Book) -> Iterator[Finding]:
    """Earnings per share against income and shares; shares against each other."""
    income = book.of(*book.groups.net_income_of_common, *book.groups.net_income)
    outstanding = _Outstanding(book)
    proved: set[str] = set()
    for per_share, shares in _pairs(book.groups.weighted_shares):
        weighted = book.of(shares)
        for period, fact in book.of(per_share).items():
            if period in income and period in weighted:
                finding = _earnings(
                    fact, income[period], weighted[period], outstanding.goes_with(weighted[period], period.end)
                )
                if finding is None:
                    proved.add(weighted[period].id)
                else:
                    yield finding
    yield from _scale_of_shares(book, outstanding, proved)
    for part, whole in _pairs(book.groups.no_more_than):
        wholes = book.of(whole)
        for period, fact in book.of(part).items():
            if period in wholes and value(fact) > value(wholes[period]) + slack([fact, wholes[period]]):
                yield remark(
                    "DQC_0009",
                    f"{part} of {figure(fact)} is more than {whole} of {figure(wholes[period])} at {period.end}; check "
                    "which number is which.",
                    fact,
                    beside=[wholes[period]],
                )


def _pairs(wholes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((one, other) for one, others in wholes.items() for other in others)


class _Outstanding:
    """The shares outstanding, by day."""

    def __init__(self, book: Book) -> None:
        self._by_end: dict[date, Fact] = {}
        for period, fact in book.of(*book.groups.shares_outstanding).items():
            if value(fact) > 0:
                self._by_end.setdefault(period.end, fact)
        self._days = Nearest(self._by_end)

    def nearest(self, day: date) -> Fact | None:
        """Those of the day that is nearest."""
        return self._by_end.get(self._days.to(day) or day)

    def goes_with(self, shares: Fact, day: date) -> bool:
        """Whether another count of shares is in the same scale."""
        fact = self.nearest(day)
        return fact is not None and 1 / _SCALE < value(shares) / value(fact) < _SCALE


def _earnings(per_share: Fact, income: Fact, shares: Fact, is_confirmed: bool) -> Finding | None:
    """What is odd of the three; where their scales are, the shares are suspected unless another count confirms them."""
    if not value(shares) or not value(income) or not value(per_share):
        return None
    expected = value(income) / value(shares)
    # Of a small company's income and shares only a few digits are printed.
    allowed = slack([per_share]) + abs(expected) * _SHARE_OF_INCOME + slack([income]) / abs(value(shares))
    if abs(value(per_share) - expected) <= allowed:
        return None
    told = (
        f"{figure(income)} of income over {figure(shares)} shares is {expected:,.2f}, not {figure(per_share)} a share"
    )
    ratio = abs(expected / value(per_share))
    if ratio > _SCALE or ratio < 1 / _SCALE:
        suspect = income if is_confirmed else shares
        advice = "check the scale of the income and of the shares."
        return remark("DQC_0095", f"{told}; {advice}", suspect, beside=[per_share, income, shares])
    if abs(value(per_share) + expected) <= allowed:
        return remark("checks.per-share-sign", f"{told}; check the sign.", per_share, beside=[income, shares])
    advice = "check the three lines and their columns."
    return remark("checks.per-share", f"{told}; {advice}", per_share, beside=[income, shares])


def _scale_of_shares(book: Book, outstanding: _Outstanding, proved: Set[str]) -> Iterator[Finding]:
    """Weighted averages against the shares outstanding; of the two it is not the one that earnings per share prove."""
    told: set[str] = set()
    for period, weighted in book.of(*(shares for _, shares in _pairs(book.groups.weighted_shares))).items():
        nearest = outstanding.nearest(period.end)
        if nearest is None or not value(weighted) or outstanding.goes_with(weighted, period.end):
            continue
        suspect = nearest if weighted.id in proved else weighted
        if suspect.id not in told:
            told.add(suspect.id)
            yield remark(
                "DQC_0095",
                f"A weighted average of {figure(weighted)} shares does not go with {figure(nearest)} shares "
                "outstanding; check the scale of both.",
                suspect,
            )
