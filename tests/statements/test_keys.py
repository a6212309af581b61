"""Key figures: which rows give them, and when two are the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.keys import Key, agree, key_figures, keys_of, lines_of, printed_lines, same_figure
from converter.statements.statement import Amount, Basis, Column, Item, Statement
from converter.terms import Kind, Period
from tests.statements.candidates import table

YEAR = Period(date(1998, 12, 31), date(1998, 1, 1))
DAY = Period(date(1998, 12, 31))


@pytest.mark.parametrize(
    ("kind", "caption", "keys"),
    [
        (Kind.BALANCE_SHEET, "Total assets", [Key.TOTAL_ASSETS]),
        (Kind.BALANCE_SHEET, "Total assets held for sale", [Key.TOTAL_ASSETS]),
        (Kind.BALANCE_SHEET, "Total liabilities and shareholders' equity", [Key.CLAIMS]),
        (Kind.BALANCE_SHEET, "Total liabilities, preferred stock and deficit", [Key.CLAIMS]),
        (Kind.BALANCE_SHEET, "Total liabilities and capital", [Key.CLAIMS]),
        (Kind.BALANCE_SHEET, "Total liabilities and shareowners' investment", [Key.CLAIMS]),
        (Kind.BALANCE_SHEET, "Total liabilities and net worth", [Key.CLAIMS]),
        (Kind.BALANCE_SHEET, "Total liabilities and stockholders' deficiency", [Key.CLAIMS]),
        (Kind.BALANCE_SHEET, "Total liabilities", []),
        (Kind.BALANCE_SHEET, "Cash and cash equivalents", [Key.CASH]),
        (Kind.BALANCE_SHEET, "Total cash", [Key.CASH]),
        (Kind.BALANCE_SHEET, "Cash and marketable securities", []),
        (Kind.BALANCE_SHEET, "Cash and short-term investments", []),
        (Kind.BALANCE_SHEET, "Cash and restricted cash", []),
        (Kind.BALANCE_SHEET, "Cash and due from banks", []),
        *((Kind.BALANCE_SHEET, f"Cash {word}", []) for word in (
            "and restricted funds", "segregated", "and investments", "and securities", "held", "in bank", "and due")),
        *((Kind.BALANCE_SHEET, f"Cash {word}", [Key.CASH]) for word in (
            "unrestricted", "desegregated", "and reinvestments", "upheld", "in banking", "overdue")),
        (Kind.BALANCE_SHEET, "Petty cash", []),
        (Kind.BALANCE_SHEET, "Cashier", []),
        (Kind.BALANCE_SHEET, "Subtotal assets", []),
        (Kind.BALANCE_SHEET, "My total liabilities and equity", []),
        (Kind.INCOME, "Net increase in net assets from operations", [Key.NET_INCOME]),
        (Kind.INCOME, "Net (decrease) in net assets resulting from operations", [Key.NET_INCOME]),
        (Kind.INCOME, "Net change in net assets of operations", [Key.NET_INCOME]),
        (Kind.INCOME, "Net increase in net assets", []),
        (Kind.INCOME, "Net increase in net assets from operations per share", []),
        (Kind.INCOME, "My net income", []),
        (Kind.INCOME, "Net incomes", []),
        (Kind.INCOME, "Net income, persistent", [Key.NET_INCOME]),
        (Kind.CASH_FLOW, "Cash, ends", []),
        (Kind.CASH_FLOW, "Petty cash at end of year", []),
        (Kind.CASH_FLOW, "Cash and cash equivalents at end of year", [Key.CASH]),
        (Kind.CASH_FLOW, "Cash, ending", [Key.CASH]),
        (Kind.CASH_FLOW, "Cash and restricted cash at end of year", []),
        (Kind.CASH_FLOW, "Cash at beginning of year", []),
        (Kind.CASH_FLOW, "Net (loss) income", [Key.NET_INCOME]),
        (Kind.INCOME, "Net earnings", [Key.NET_INCOME]),
        (Kind.INCOME, "Consolidated net profit", [Key.NET_INCOME]),
        (Kind.COMPREHENSIVE_INCOME, "Net loss", [Key.NET_INCOME]),
        (Kind.INCOME, "Net income per share", []),
        (Kind.INCOME, "Income before net income taxes", []),
        (Kind.EQUITY, "Net income", []),
    ],
)  # fmt: skip
def test_rows_by_which_a_statement_is_known(kind: Kind, caption: str, keys: list[Key]) -> None:
    assert keys_of(kind, caption) == keys


def test_figures_are_kept_by_period_and_cash_by_its_day() -> None:
    lines = [("Net income", [(YEAR, Decimal(8))]), ("Cash at end of year", [(YEAR, Decimal(5))]), ("", [])]

    assert key_figures(Kind.CASH_FLOW, lines) == {
        (Key.NET_INCOME, YEAR): {Decimal(8)},
        (Key.CASH, DAY): {Decimal(5)},
    }


def test_several_rows_may_be_the_one_and_zeros_are_none() -> None:
    lines = [("Net income", [(YEAR, Decimal(8))]), ("Net income of the company", [(YEAR, Decimal(7))])]

    assert key_figures(Kind.INCOME, lines) == {(Key.NET_INCOME, YEAR): {Decimal(7), Decimal(8)}}
    assert key_figures(Kind.INCOME, [("Net income", [(YEAR, Decimal(0))])]) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1204", "1204", True),
        ("1204", "1205", False),
        ("-1204", "1204", True),
        ("1204", "1204300", True),
        ("1204", "1204499", True),
        ("1204", "1204501", False),
        ("12", "12004300", True),
        ("12", "12600000", False),
        ("1204", "120430", False),
    ],
)
def test_a_figure_is_the_same_in_thousands_and_in_dollars(one: str, other: str, same: bool) -> None:
    assert same_figure(Decimal(one), Decimal(other)) is same
    assert same_figure(Decimal(other), Decimal(one)) is same


def test_lines_are_those_of_columns_of_gaap_figures() -> None:
    columns = [Column("", YEAR), Column("", YEAR, Basis.PRO_FORMA), Column("", None)]
    numbers = tuple(Amount("", Decimal(value), 0, value, None, Span(0, 0)) for value in range(3))
    items = (
        Item("Net income", amounts=numbers),
        Item("Shares", unit="shares", amounts=numbers),
        Item("Allowance", host=0, amounts=numbers),
    )
    made = Statement(Kind.INCOME, "", 0, Span(0, 0), tuple(columns), items)
    assert [(caption, [*values]) for caption, values in lines_of(made)] == [("Net income", [(YEAR, Decimal(0))])]

    printed = table({"Net income": ["(1,204)", "9", "9"], "Words": ["n/m"]}).rows
    assert [(caption, [*values]) for caption, values in printed_lines(printed, columns)] == [
        ("Net income", [(YEAR, Decimal(-1204))]),
        ("Words", []),
    ]


def test_statements_agree_in_one_figure_at_least_of_those_that_both_have() -> None:
    own = {(Key.NET_INCOME, YEAR): frozenset({Decimal(8), Decimal(7)})}

    assert agree(own, {(Key.NET_INCOME, YEAR): frozenset({Decimal(7)})}) is True
    assert agree(own, {(Key.NET_INCOME, YEAR): frozenset({Decimal(6)})}) is False
    assert agree(own, {(Key.NET_INCOME, DAY): frozenset({Decimal(7)})}) is None
    both = {**own, (Key.CASH, DAY): frozenset({Decimal(5)})}
    assert agree(both, {(Key.NET_INCOME, YEAR): frozenset({Decimal(6)}), (Key.CASH, DAY): frozenset({Decimal(5)})})
