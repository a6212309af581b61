"""DQC_0004: the balance sheet balances, in every period that it shows, and so does its equity."""

from __future__ import annotations

from collections.abc import Iterator

from converter.arithmetic import add_up
from converter.findings import Finding
from converter.terms import Kind
from converter.validation.checks.book import Book, figure, remark

_ASSETS, _CLAIMS = "total assets", "total liabilities and equity"


def check(book: Book) -> Iterator[Finding]:
    """Both balances."""
    yield from _sides(book)
    yield from _equity(book)


def _equity(book: Book) -> Iterator[Finding]:
    """Total equity is that of the parent and what others have of it."""
    groups = book.groups
    parent, others = book.of(*groups.equity_of_parent), book.of(*groups.minority_interest)
    for period, total in book.of(*groups.equity_of_all).items():
        parts = [each[period] for each in (parent, others) if period in each]
        if len(parts) > 1 and not add_up(total.figure, [(part.figure, 1) for part in parts]):
            own, rest = map(figure, parts)
            yield remark(
                "DQC_0004",
                f"Equity of {own} and what others have, {rest}, do not make total equity of {figure(total)} at "
                f"{period.end}; check which line is the equity of the parent.",
                total,
                beside=parts,
            )


def _sides(book: Book) -> Iterator[Finding]:
    """Total assets equal total liabilities and equity; of the whole, neither side is missing where the other stands."""
    assets, claims = book.of(*book.groups.total_assets), book.of(*book.groups.total_claims)
    for period, left in assets.items():
        right = claims.get(period)
        if right is not None and not add_up(left.figure, [(right.figure, 1)]):
            yield remark(
                "DQC_0004",
                f"Total assets of {figure(left)} and total liabilities and equity of {figure(right)} at {period.end} "
                "differ; check both in the source, and the lines that make them up.",
                right,
                beside=[left],
            )
    if book.is_whole and any(statement.kind is Kind.BALANCE_SHEET for statement in book.report.statements):
        for here, there, missing in ((assets, claims, _CLAIMS), (claims, assets, _ASSETS)):
            for period in (period for period in here if period not in there):
                yield remark(
                    "DQC_0004",
                    f"There is no {missing} at {period.end} beside {figure(here[period])}; check whether its "
                    "line was read and mapped.",
                    here[period],
                )
