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
    proved: set[str] = set()
    for per_share, shares in _pairs(book.groups.weighted_shares):
        weighted = book.of(shares)
        for period, fact in book.of(per_share).items():
            if period in income and period in weighted:
                finding = _earnings(fact, income[period], weighted[period])
                if finding is None:
                    proved.add(weighted[period].id)
                else:
                    yield finding
    yield from _scale_of_shares(book, proved)
    for part, whole in _pairs(book.groups.no_more_than):
        wholes = book.of(whole)
        for period, fact in book.of(part).items():
            if period in wholes and value(fact) > value(wholes[period]) + slack([fact, wholes[period]]):
                yield remark(
                    "DQC_0009",
                    f"{part} of {figure(fact)} is more than {whole} of {figure(wholes[period])} at {period.end}; check "
                    "which number is which.",
                    fact,
                )


def _pairs(wholes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((one, other) for one, others in wholes.items() for other in others)


def _earnings(per_share: Fact, income: Fact, shares: Fact) -> Finding | None:
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
        return remark("DQC_0095", f"{told}; check the scale of the income and of the shares.", shares)
    if abs(value(per_share) + expected) <= allowed:
        return remark("checks.per-share-sign", f"{told}; check the sign.", per_share)
    return remark("checks.per-share", f"{told}; check the three lines and their columns.", per_share)


def _scale_of_shares(book: Book, proved: Set[str]) -> Iterator[Finding]:
    """Weighted averages against the shares outstanding; of the two it is not the one that earnings per share prove."""
    outstanding = {period: fact for period, fact in book.of(*book.groups.shares_outstanding).items() if value(fact) > 0}
    if not outstanding:
        return
    by_end: dict[date, Fact] = {}
    for period, fact in outstanding.items():
        by_end.setdefault(period.end, fact)
    days = Nearest(by_end)
    told: set[str] = set()
    for period, weighted in book.of(*(shares for _, shares in _pairs(book.groups.weighted_shares))).items():
        nearest = by_end[days.to(period.end) or period.end]
        ratio = value(weighted) / value(nearest)
        suspect = nearest if weighted.id in proved else weighted
        if ratio and not 1 / _SCALE < ratio < _SCALE and suspect.id not in told:
            told.add(suspect.id)
            yield remark(
                "DQC_0095",
                f"A weighted average of {figure(weighted)} shares does not go with {figure(nearest)} shares "
                "outstanding; check the scale of both.",
                suspect,
            )
