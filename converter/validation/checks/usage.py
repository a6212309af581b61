"""How concepts are used in statements and calculations, as the Data Quality Committee's rules ask."""

from __future__ import annotations

from collections.abc import Iterator

from converter.findings import Finding, Severity
from converter.report import Fact, PresentedStatement
from converter.terms import Kind
from converter.validation.checks.book import Book, remark


def check(book: Book) -> Iterator[Finding]:
    """All rules of this module."""
    for statement in book.report.statements:
        if statement.kind is Kind.CASH_FLOW:
            yield from _weights(book, statement)
            yield from _change_in_cash(book, statement)
    yield from _gross_interest(book)
    yield from _notes_only(book)
    yield from _before_equity_method(book)


def _weights(book: Book, statement: PresentedStatement) -> Iterator[Finding]:
    """DQC_0043: on the way from income to operating cash a debit is added and a credit is subtracted."""
    for summation in statement.sums:
        if summation.total.local not in book.groups.activities:
            continue
        for part, weight in summation.parts:
            balance = book.balance(part)
            if balance and part.local not in book.groups.reconciled and (balance == "debit") != (weight > 0):
                yield remark(
                    "DQC_0043",
                    f"{part} is a {balance} and counts {weight:+} in {summation.total}; its sign or its balance is the "
                    "other.",
                )


def _change_in_cash(book: Book, statement: PresentedStatement) -> Iterator[Finding]:
    """DQC_0048: the change in cash is what a cash flow statement adds up to."""
    roots = {summation.total for summation in statement.sums}
    for row in statement.rows:
        if row.concept.local in book.groups.cash_changes and row.concept not in roots:
            yield Finding(
                Severity.INFO,
                "DQC_0048",
                f"Nothing adds up to {row.concept}; look for a line above it that was not read.",
                row.span,
            )


def _gross_interest(book: Book) -> Iterator[Finding]:
    """DQC_0065: interest paid is net of what is capitalised, unless both are stated."""
    net = book.groups.interest_paid
    what = f"counts capitalised interest; where none is stated it is {net[0]}."
    return _each(book, book.groups.gross_interest_paid, "DQC_0065", what, unless=net)


def _notes_only(book: Book) -> Iterator[Finding]:
    """DQC_0085: deferred taxes on a balance sheet are netted by jurisdiction."""
    what = "is of the notes; a balance sheet has deferred income taxes, net."
    return _each(book, book.groups.notes_only, "DQC_0085", what)


def _before_equity_method(book: Book) -> Iterator[Finding]:
    """DQC_0119: income before that of equity-method companies is stated only where there is such income, in a release
    that has another name for what is before taxes alone (2009 has none).
    """
    what = "is before the income of companies held by the equity method, and no such income is stated."
    groups = book.groups
    others = {*groups.income_before_taxes} - {*groups.income_before_equity_method}
    if not any(other in book.index for other in others):
        return iter(())
    return _each(book, groups.income_before_equity_method, "DQC_0119", what, unless=groups.equity_method_income)


def _each(
    book: Book, concepts: tuple[str, ...], code: str, what: str, unless: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """A finding for the first fact of each of the concepts; none where one of `unless` is stated."""
    for concept in concepts if not book.of(*unless) else ():
        fact: Fact | None = next(iter(book.facts.get(concept, {}).values()), None)
        if fact is not None:
            yield remark(code, f"{concept} {what}", fact, Severity.INFO)
