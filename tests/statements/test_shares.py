"""The scale of the shares that an income statement counts."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.amounts import read_amount
from converter.statements.captions import PrintedItem
from converter.statements.scale import Scale
from converter.statements.shares import agreed_share_scale
from converter.tables.table import Cell
from converter.terms import Unit


def scale(*rows: tuple[str, Unit, str], money: int = 1_000) -> int:
    """The worth of a printed share in a statement of these rows in thousands; columns are two blanks apart."""
    return agreed(*rows, money=money).shares


def agreed(*rows: tuple[str, Unit, str], money: int = 1_000) -> Scale:
    cells = [tuple(Cell(text, Span(0, 0), 0, 0, 0) for text in printed.split("  ") if text) for _, _, printed in rows]
    items = [PrintedItem(row[0], Span(0, 0), 0, own, False, "") for row, own in zip(rows, cells, strict=True)]
    numbers = [[read_amount(cell) for cell in printed.split("  ")] if printed else [] for _, _, printed in rows]
    return agreed_share_scale(items, numbers, [unit for _, unit, _ in rows], Scale(money, money))


@pytest.mark.parametrize(
    ("shares", "money", "expected"),
    [
        ("59,999,999", 1_000, 1_000),
        ("60,000,000", 1_000, 1),
        ("999,999", 1_000_000, 1_000_000),
        ("1,000,000", 1_000_000, 1),
        ("900,000,000,000", 1, 1),
    ],
)
def test_a_count_too_large_for_the_heading_is_of_whole_shares(shares: str, money: int, expected: int) -> None:
    rows: list[tuple[str, Unit, str]] = [("Weighted average", "shares", "5"), ("Diluted", "shares", shares)]
    assert scale(*rows, money=money) == expected


@pytest.mark.parametrize(
    ("caption", "shares", "expected"),
    [
        ("Average shares (in shares)", "1,000,000", 1),
        ("Average shares (in Whole Shares)", "18,738,657", 1),
        ("Average shares (in shares)", "999,999", 1_000),  # as the heading says, it may be
        ("Average shares", "18,738,657", 1_000),
        ("Average in shares", "18,738,657", 1_000),
    ],
)
def test_many_in_shares_are_whole_ones(caption: str, shares: str, expected: int) -> None:
    assert scale((caption, "shares", shares), ("Diluted", "shares", "5")) == expected


def test_a_few_in_shares_beside_many_others_say_nothing() -> None:
    assert scale(("Options (in shares)", "shares", "5"), ("Average", "shares", "18,738,657")) == 1_000


def test_only_counts_that_the_heading_speaks_of_tell() -> None:
    assert scale(("Sales", "USD", "60,000,000"), ("Average shares", "shares", "5")) == 1_000
    assert scale(("Average shares (in thousands)", "shares", "60,000,000")) == 1_000


def test_income_and_earnings_a_share_tell() -> None:
    rows: list[tuple[str, Unit, str]] = [("Net income", "USD", "500"), ("Per share", "USD/shares", ".10")]
    assert scale(*rows, ("Average shares", "shares", "5,000,000")) == 1
    assert scale(*rows, ("Average shares", "shares", "5,000")) == 1_000
    assert scale(*rows, ("Average shares", "shares", "50")) == 1_000, "nothing fits"


INCOME: tuple[str, Unit, str] = ("Net income", "USD", "500")
EARNED: tuple[str, Unit, str] = ("Per share", "USD/shares", ".10")
WHOLE: tuple[str, Unit, str] = ("Average shares", "shares", "5,000,000")


@pytest.mark.parametrize(
    "caption", ["Net income", "NET INCOME (LOSS)", "Net loss", "Net (loss)", "Net earnings", "Net profit", "A net loss"]
)
def test_the_income_is_called_so(caption: str) -> None:
    assert scale((caption, "USD", "500"), EARNED, WHOLE) == 1
    assert scale((caption.lower().replace("net ", "all "), "USD", "500"), EARNED, WHOLE) == 1_000


@pytest.mark.parametrize(
    ("income", "expected"), [("300", 1), ("299", 1_000), ("800", 1), ("801", 1_000), ("(500)", 1), ("-", 1_000)]
)
def test_they_agree_by_and_large_whatever_their_signs(income: str, expected: int) -> None:
    """Preferred dividends and the weighting of shares leave room: from six tenths to sixteen."""
    assert scale(("Net income", "USD", income), EARNED, WHOLE) == expected


def test_shares_may_be_printed_in_millions_under_amounts_in_thousands() -> None:
    assert scale(INCOME, EARNED, ("Average shares", "shares", "5")) == 1_000_000


def test_shares_may_be_printed_in_thousands_under_amounts_in_full() -> None:
    rows: list[tuple[str, Unit, str]] = [("Net income", "USD", "500,000"), EARNED]
    assert scale(*rows, ("Average shares", "shares", "5,000"), money=1) == 1_000
    assert scale(*rows, ("Average shares", "shares", "5,000,000"), money=1) == 1


@pytest.mark.parametrize("gone", [INCOME, EARNED, WHOLE])
def test_without_one_of_the_three_nothing_is_told(gone: tuple[str, Unit, str]) -> None:
    assert scale(*({INCOME, EARNED, WHOLE} - {gone})) == 1_000


@pytest.mark.parametrize("nothing", ["", "n/a", "-", "n/a  500"])
def test_rows_that_print_nothing_in_the_first_column_are_passed_over(nothing: str) -> None:
    rows = INCOME, EARNED, WHOLE
    for caption, unit, _ in rows:
        assert scale((caption, unit, nothing), *rows, (caption, unit, nothing)) == 1


def test_the_first_column_is_the_one_that_is_compared() -> None:
    assert scale(("Net income", "USD", "500  5"), ("Basic", "USD/shares", ".10  .90"), WHOLE) == 1
    assert scale(("Net income", "USD", "5  500"), ("Basic", "USD/shares", ".10  .90"), WHOLE) == 1_000


def test_of_several_incomes_the_last_counts_and_else_the_first() -> None:
    """Net income before an accounting change stands above; diluted earnings and shares below."""
    before: tuple[str, Unit, str] = ("Net income before a change", "USD", "50")
    assert scale(before, INCOME, EARNED, WHOLE) == 1
    assert scale(INCOME, before, EARNED, WHOLE) == 1_000
    assert scale(INCOME, EARNED, ("Dividends", "USD/shares", ".90"), WHOLE, ("Options", "shares", "9")) == 1


def test_a_count_with_a_scale_of_its_own_says_nothing_of_the_heading() -> None:
    own: tuple[str, Unit, str] = ("Average shares (in thousands)", "shares", "5,000,000")
    assert scale(INCOME, EARNED, own) == 1_000
    assert scale(INCOME, EARNED, WHOLE, own) == 1_000
    assert scale(("Net income (in thousands)", "USD", "500"), EARNED, WHOLE) == 1


def test_the_scale_of_a_heading_does_not_keep_the_figures_from_telling() -> None:
    heading: tuple[str, Unit, str] = ("Average shares (in thousands):", "shares", "")
    assert scale(INCOME, EARNED, heading, WHOLE) == 1


def test_what_the_figures_tell_is_proved_and_nothing_else() -> None:
    assert agreed(INCOME, EARNED, WHOLE).proved
    assert agreed(INCOME, EARNED, ("Average shares", "shares", "5,000")).proved
    assert not agreed(INCOME, EARNED, ("Average shares", "shares", "50")).proved
    assert not agreed(INCOME, EARNED).proved
