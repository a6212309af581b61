"""Statements without their landmarks, and notes with some: how their captions read decides."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements import likeness
from converter.statements.classify import Verdict, read_captions
from converter.statements.likeness import judge
from converter.tables.table import Cell, Row, Table, Text
from converter.terms import Kind

BROKER = (
    "Cash and cash equivalents",
    "Cash segregated under federal regulations",
    "Receivables from brokers and dealers",
    "Receivables from customers",
    "Securities owned, at market value",
    "Furniture and equipment, net",
    "Payables to brokers and dealers",
    "Payables to customers",
    "Securities sold, not yet purchased",
    "Accounts payable and accrued expenses",
    "Deferred income taxes",
    "Notes payable",
    "Common stock, par value $.01",
    "Additional paid-in capital",
    "Retained earnings",
)
"""No total has a caption, and nothing is current."""

NOTE = ("Net income", "Weighted average shares", "Basic earnings per share", "Diluted earnings per share",
        "Stock options", "Net sales")  # fmt: skip


def table(captions: tuple[str, ...], *above: str) -> Table:
    nowhere = Span(0, 0)
    rows = tuple(Row(caption, nowhere, 0, (Cell("1", nowhere, 0, 60, 61),)) for caption in captions)
    return Table(0, "text", nowhere, tuple(Text(line, nowhere, 0, len(line)) for line in above), (), (), rows)


def judged(captions: tuple[str, ...], *above: str) -> Verdict | None:
    one = table(captions, *above)
    return judge(one, read_captions(one.rows))


def test_a_balance_sheet_without_the_usual_totals_is_one_by_its_title_and_its_captions() -> None:
    verdict = judged(BROKER, "CONSOLIDATED STATEMENTS OF FINANCIAL CONDITION")
    assert verdict is not None
    assert (verdict.kind, verdict.titled, verdict.lesser) == (Kind.BALANCE_SHEET, True, None)


def test_it_is_none_without_the_title_or_under_that_of_another_kind() -> None:
    assert judged(BROKER) is None
    assert judged(BROKER, "CONSOLIDATED STATEMENTS OF OPERATIONS") is None


def test_a_title_with_a_landmark_or_two_is_believed_where_the_captions_may_be_of_its_kind() -> None:
    captions = ("Premiums written", "Losses incurred", "Underwriting expenses", "Net income")
    verdict = judged(captions, "CONSOLIDATED STATEMENTS OF INCOME")
    assert verdict is not None
    assert verdict.landmarks < 3


def test_the_title_of_a_lesser_table_holds_for_it_too() -> None:
    verdict = judged(BROKER, "PRO FORMA CONSOLIDATED BALANCE SHEETS")
    assert verdict is not None
    assert not verdict.primary


def test_a_title_alone_makes_no_statement() -> None:
    assert judged(("Chicago", "Denver", "Seattle", "Boston"), "CONSOLIDATED BALANCE SHEETS") is None


def test_a_note_with_captions_of_a_statement_is_none() -> None:
    assert judged(NOTE) is None


def test_an_equity_statement_with_an_income_of_its_own_is_no_other_statement() -> None:
    captions = ("Common stock and paid-in capital", "Balance, beginning of year", "Common stock issued",
                "Common stock repurchased", "Balance, end of year", "Retained earnings", "Net income",
                "Other comprehensive income", "Translation adjustments", "Comprehensive income",
                "Dividends", "Balance, end of the year")  # fmt: skip
    verdict = judged(captions)
    assert verdict is None or verdict.kind is Kind.EQUITY


def test_an_income_statement_without_a_title_is_one_by_landmarks_and_captions() -> None:
    captions = ("Net sales", "Cost of sales", "Gross profit", "Selling, general and administrative", "Interest",
                "Income before income taxes", "Income taxes", "Net income", "Net income per share")  # fmt: skip
    verdict = judged(captions)
    assert verdict is not None
    assert (verdict.kind, verdict.titled) == (Kind.INCOME, False)


def test_where_title_and_landmarks_agree_nothing_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "load", None)
    captions = ("Net sales", "Cost of sales", "Income before income taxes", "Income taxes", "Net income")
    verdict = judged(captions, "CONSOLIDATED STATEMENTS OF INCOME")
    assert verdict is not None
    assert judged(("Chicago", "Denver")) is None, "nor where there is neither"
