"""Captions that a statement has once: where one begins, and where one has its end."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.pages import join_pages
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.terms import Kind

NOWHERE = Span(0, 0)
PARTS = {
    Kind.BALANCE_SHEET: (
        "BALANCE SHEETS",
        ("Total current assets", "Goodwill", "Inventories", "Deposits"),
        ("Accounts payable", "Common stock"),
    ),
    Kind.CASH_FLOW: (
        "STATEMENTS OF CASH FLOWS",
        ("Investing activities", "Capital expenditures", "Depreciation"),
        ("Proceeds from notes", "Dividends paid"),
    ),
    Kind.INCOME: (
        "STATEMENTS OF INCOME",
        ("Cost of sales", "Gross profit", "Income before income taxes", "Net income"),
        ("Extraordinary item", "Research"),
    ),
}
"""Of each kind a title, a first page and a second one that has neither its beginning nor its end."""


def table(*captions: str, title: str = "", start: int = 0) -> Table:
    rows = tuple(Row(caption, NOWHERE, 0, (Cell("5", NOWHERE, 0, 0, 0),)) for caption in captions)
    above = (Text(title, NOWHERE),) if title else ()
    return Table(0, "text", Span(start, start + 100), above, (), (Band(40, 50),), rows)


def goes_on(kind: Kind, first: str = "Other", second: str = "Other", *, again: bool = False) -> bool:
    """Whether a page goes on with the one before it, where each has one more caption; `again`: below the same title."""
    title, upper, lower = PARTS[kind]
    pages = [
        table(*upper, first, title=title),
        table(*lower, second, title=title if again else "", start=200),
    ]
    return len(list(join_pages(pages))) == 1


@pytest.mark.parametrize("kind", PARTS)
def test_a_page_that_neither_begins_nor_follows_an_end_goes_on(kind: Kind) -> None:
    assert goes_on(kind)
    assert goes_on(kind, again=True)


@pytest.mark.parametrize(
    ("kind", "caption"),
    [
        (Kind.BALANCE_SHEET, "Total assets"),
        (Kind.CASH_FLOW, "Operating activities"),
        (Kind.CASH_FLOW, "Cash flow from operating activities"),
        (Kind.CASH_FLOW, "Cash flows from operating activities"),
        (Kind.CASH_FLOW, "Operations"),
        (Kind.INCOME, "Sales"),
        (Kind.INCOME, "Net sales"),
        (Kind.INCOME, "Total sales"),
        (Kind.INCOME, "Revenue"),
        (Kind.INCOME, "Revenues"),
        (Kind.INCOME, "Operating revenues"),
        (Kind.INCOME, "Net operating revenues"),
        (Kind.INCOME, "Total operating revenues"),
    ],
)
def test_what_begins_a_statement_twice_begins_another(kind: Kind, caption: str) -> None:
    assert not goes_on(kind, caption, caption, again=True)
    assert goes_on(kind, caption, again=True)
    assert goes_on(kind, second=caption, again=True), "it may stand on the second page alone"


@pytest.mark.parametrize(
    ("kind", "caption"),
    [
        (Kind.BALANCE_SHEET, "Subtotal assets"),
        (Kind.CASH_FLOW, "Net operating activities"),
        (Kind.CASH_FLOW, "Discontinued operations"),
        (Kind.INCOME, "Gain on sales"),
        (Kind.INCOME, "Salesmen"),
        (Kind.INCOME, "Other operating revenues"),
    ],
)
def test_other_captions_may_be_printed_twice(kind: Kind, caption: str) -> None:
    assert goes_on(kind, caption, caption, again=True)


@pytest.mark.parametrize(
    ("kind", "caption"),
    [
        (Kind.BALANCE_SHEET, "Total liabilities and equity"),
        (Kind.BALANCE_SHEET, "Total liabilities, preferred stock and equity"),
        (Kind.CASH_FLOW, "Cash at end of the period"),
        (Kind.CASH_FLOW, "Cash at end of year"),
        (Kind.CASH_FLOW, "Cash, end of quarter"),
        (Kind.CASH_FLOW, "Ending cash"),
        (Kind.CASH_FLOW, "Cash, end"),
        (Kind.INCOME, "Net income per share"),
        (Kind.INCOME, "Net income per common share"),
    ],
)
def test_behind_its_end_no_statement_goes_on(kind: Kind, caption: str) -> None:
    assert not goes_on(kind, caption)


@pytest.mark.parametrize(
    ("kind", "caption"),
    [
        (Kind.BALANCE_SHEET, "Total liabilities"),
        (Kind.BALANCE_SHEET, "Subtotal liabilities and others"),
        (Kind.CASH_FLOW, "Cash at end of month"),
        (Kind.CASH_FLOW, "Dividend of the year"),
        (Kind.CASH_FLOW, "Pending claims"),
        (Kind.CASH_FLOW, "Lendings"),
        (Kind.CASH_FLOW, "Interest, endowment"),
        (Kind.INCOME, "Net income per ton"),
    ],
)
def test_other_captions_are_no_end(kind: Kind, caption: str) -> None:
    assert goes_on(kind, caption)


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("(Continued)", True),
        ("Concluded", True),
        ("Statements of Income (cont.)", True),
        ("(CONT'D)", True),
        ("Continued operations are", True),
        ("Discontinued lines", False),
        ("Cont.", False),
    ],
)
def test_a_page_says_that_it_goes_on(line: str, same: bool) -> None:
    """Below a title of another wording, only such a line tells."""
    first = table(*PARTS[Kind.INCOME][1], "Net income per share", title="STATEMENTS OF INCOME")
    second = table("Research", "Rent", title="Consolidated Statement of Income", start=200)
    lines = (*second.above, Text(line, NOWHERE))
    second = Table(0, "text", second.span, lines, (), second.columns, second.rows)
    assert (len(list(join_pages([first, second]))) == 1) is same


@pytest.mark.parametrize(
    ("at", "caption", "same"),
    [(3, "Operating activities", False), (4, "Operating activities", True), (0, "Operations", False),
     (0, "My operations", True), (0, "From operating activities", False)],
)  # fmt: skip
def test_operating_activities_in_the_first_rows_begin_another_cash_flow(at: int, caption: str, same: bool) -> None:
    title, upper, _ = PARTS[Kind.CASH_FLOW]
    rows = ["Proceeds from notes", "a", "b", "c", "d"]
    second = table(*rows[:at], caption, *rows[at:], start=200)
    assert (len(list(join_pages([table(*upper, title=title), second]))) == 1) is same
