"""Shares that captions of movements count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.equity.counts import with_counts
from converter.statements.statement import Amount, Item, Role
from converter.terms import Period, Unit
from tests.mapping.test_equity import found as decided
from tests.statements.equity.prints import BALANCE_SHEET, EQUITY

YEAR = Period(date(1998, 12, 31), date(1998, 1, 1))
NOWHERE = Span(0, 0)


def moved(caption: str, unit: Unit = "USD", role: Role = Role.LINE) -> Item:
    at = Span(len(caption) + 1, len(caption) + 3)
    return Item(caption, (), 0, role, unit, (Amount("10", Decimal(10), 0, 4, YEAR, at),), Span(0, len(caption)))


def counts(*items: Item) -> list[str]:
    """The printed counts of shares behind the rows."""
    text = f"{items[-1].caption} 10"
    return [item.amounts[0].printed for item in with_counts(items, text) if item.role is Role.PARENTHETICAL]


@pytest.mark.parametrize(
    ("caption", "counted"),
    [
        ("Issuance of 104,820 shares of Common Stock upon exercise of options", ["104,820"]),
        ("Exercise of options (750 shares)", ["750"]),
        ("Purchase of 2,000 treasury shares", ["2,000"]),
        ("Sale of 600,000 new common shares", ["600,000"]),
        ("4,241 shares issued in an offering", ["4,241"]),
        ("Three-for-two stock split, 1,000 shares", ["1,000"]),
        ("25% stock dividend of 1,718,214 shares", ["1,718,214"]),
        ("Issuance of 5 very new common shares", []),
        ("Issuance of 104,820 shares for 200 shares of Elm Brothers", []),
        ("Sale of shares at $12 shares", []),
        ("Sale of 1.5 million shares", []),
        ("Issuance of 1,04 shares", []),
        ("Cash dividends on 5,000 shares", []),
        ("Sale of 100 bonds", []),
    ],
)
def test_one_count_of_what_moves_shares_is_read(caption: str, counted: list[str]) -> None:
    assert counts(moved(caption)) == counted


def test_a_count_is_of_the_rows_period_and_stands_where_it_is_printed() -> None:
    caption = "Sale of 600,000 shares"
    row, inside = with_counts([moved(caption)], f"{caption} 10")
    (amount,) = inside.amounts
    assert row == moved(caption)
    assert (amount.value, amount.decimals, amount.period, amount.column, amount.components) == (600_000, 0, YEAR, 4, ())
    assert caption[amount.span.start : amount.span.end] == "600,000"
    assert (inside.role, inside.unit, inside.host, inside.caption) == (Role.PARENTHETICAL, "shares", 0, caption)


def test_what_a_column_counts_is_not_counted_again() -> None:
    caption = "Sale of 600,000 shares"
    assert counts(moved(caption, "shares"), moved(caption)) == []
    assert counts(moved(caption, role=Role.TOTAL)) == []
    other = Item("Sale of 10 shares", unit="shares", span=Span(90, 99))
    assert counts(other, moved(caption)) == ["600,000"]


def test_a_count_that_the_source_does_not_have_there_is_left() -> None:
    assert len(with_counts([moved("Sale of 600,000 shares")], "Sale of six shares " + "600,000" * 2)) == 1


def test_what_is_sold_for_cash_is_issued() -> None:
    start, end = EQUITY.index("                                     Common Stock"), EQUITY.index("Balance, January")
    head = """
                                   Common   Additional
                                    Stock     Paid-in    Retained   Treasury
                                    Amount    Capital    Earnings     Stock      Total
                                  --------   ----------  ---------- ---------- ----------
"""
    rows = """Balance, January 1, 1998          $     12   $      180  $    1,608  $      -  $   1,800
Net income                                                    180                  180
Cash dividends                                                (48)                 (48)
Issuance of 50,000 shares of stock
  upon exercise of options               1            7                                8
Purchase of treasury stock                                               (40)       (40)
                                  --------   ----------  ---------- ---------- ----------
Balance, December 31, 1998        $     13   $      187  $    1,740  $    (40) $   1,900
"""
    assert end > start
    _, decisions = decided(BALANCE_SHEET + EQUITY[:start] + head + rows)
    by_unit = {unit: each.concept for (caption, unit), each in decisions.items() if caption.startswith("Issuance")}
    assert by_unit == {
        "USD": "StockIssuedDuringPeriodValueStockOptionsExercised",
        "shares": "StockIssuedDuringPeriodSharesStockOptionsExercised",
    }
