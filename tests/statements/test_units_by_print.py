"""Units that the numbers of a statement show, whatever its captions say."""

from __future__ import annotations

import pytest

from converter.statements.units import units_by_print
from converter.terms import Kind, Unit
from tests.statements.test_units import numbers

# By print


def by_print(*rows: tuple[Unit, str, str], kind: Kind = Kind.INCOME) -> list[Unit]:
    return units_by_print([row[0] for row in rows], [row[1] for row in rows], [numbers(row[2]) for row in rows], kind)


def test_cents_among_whole_dollars_are_dollars_a_share() -> None:
    sales: tuple[Unit, str, str] = ("USD", "Sales", "1,234")
    loss: tuple[Unit, str, str] = ("USD", "Net loss", "(0.02)")

    assert by_print(sales, sales, loss) == ["USD", "USD", "USD/shares"]
    assert by_print(sales, sales, loss, kind=Kind.COMPREHENSIVE_INCOME)[-1] == "USD/shares"
    assert by_print(sales, sales, loss, kind=Kind.CASH_FLOW)[-1] == "USD"
    assert by_print(sales, loss)[-1] == "USD", "half of the money is printed in cents"
    assert by_print(sales, sales, ("USD", "Other", "1,000.02"))[-1] == "USD"
    assert by_print(sales, sales, ("pure", "Turns", "4.25"))[-1] == "pure"
    assert by_print(("USD", "Sales", "1,234.5"), sales, loss)[-1] == "USD/shares", (
        "millions with one place are whole, too"
    )
    assert by_print(sales, sales, ("USD", "Blank", "--"), loss)[-2:] == ["USD", "USD/shares"]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Shares used for earnings per share", "shares"),
        ("(loss) per share (in thousands)", "shares"),
        ("Weighted for loss per share", "shares"),
    ],
)
def test_whole_thousands_that_a_caption_counts_are_shares(caption: str, expected: Unit) -> None:
    assert by_print(("USD/shares", caption, "123,735")) == [expected]
    assert by_print(("USD/shares", caption, "0.36")) == ["USD/shares"]


def test_whole_thousands_that_a_row_of_money_prints_are_money() -> None:
    loss: tuple[Unit, str, str] = ("USD", "Net loss", "(123,735)")
    same: tuple[Unit, str, str] = ("USD/shares", "Loss for loss per share", "(123,735)")

    assert by_print(loss, same)[-1] == "USD"
    assert by_print(("USD", "Net loss", "(123,736)"), same)[-1] == "USD/shares", "twenty shares, perhaps"
    assert by_print(("shares", "Shares", "(123,735)"), same)[-1] == "USD/shares"


def test_a_numerator_is_money_whether_or_not_another_row_prints_it() -> None:
    assert by_print(("USD/shares", "Total numerator for loss per share", "(3,490,490)")) == ["USD"]


def test_no_count_of_shares_is_negative() -> None:
    assert by_print(("shares", "Loss available to common shares", "(3,341)")) == ["USD"]
    assert by_print(("shares", "Average common shares", "3,341")) == ["shares"]
    assert by_print(("shares", "Average common shares", "--")) == ["shares"]


# What is added to a number of shares

BASIC: tuple[Unit, str, str] = ("shares", "Weighted average shares", "3,336")
OPTIONS: tuple[Unit, str, str] = ("USD", "Employee options", "159")
WARRANTS: tuple[Unit, str, str] = ("USD", "Warrants", "22")
DILUTED: tuple[Unit, str, str] = ("shares", "Assuming dilution", "3,517")
HEADING: tuple[Unit, str, str] = ("USD", "Dilutive effect of:", "")


def test_what_makes_more_shares_of_shares_is_shares() -> None:
    assert by_print(BASIC, HEADING, OPTIONS, WARRANTS, DILUTED)[2:] == ["shares"] * 3
    assert by_print(OPTIONS, WARRANTS, BASIC, DILUTED)[:2] == ["USD", "USD"], "no shares stand above them"
    assert by_print(BASIC, OPTIONS, DILUTED)[1] == "USD", "they do not make it"


def test_money_between_shares_ends_no_sum_that_holds_before_it() -> None:
    assert by_print(WARRANTS, BASIC, OPTIONS, ("shares", "Diluted", "3,495")) == ["USD", "shares", "shares", "shares"]
    per_share: tuple[Unit, str, str] = ("USD/shares", "Basic", "1.82")
    assert by_print(BASIC, per_share, OPTIONS, WARRANTS, DILUTED)[2:4] == ["USD", "USD"]


def test_the_sum_is_of_every_column_and_of_a_few_rows() -> None:
    rows = [numbers("10", "12"), numbers("2", "2"), numbers("12", "15")]
    assert units_by_print(["shares", "USD", "shares"], ["Shares", "Options", "Diluted"], rows, Kind.INCOME)[1] == "USD"
    many = [BASIC, *([OPTIONS] * 7), ("shares", "Diluted", "4,449")]
    assert by_print(*many)[1:8] == ["shares"] * 7
    assert by_print(BASIC, *([OPTIONS] * 8), ("shares", "Diluted", "4,608"))[1] == "USD"


def test_nothing_is_made_of_nothing() -> None:
    none: tuple[Unit, str, str] = ("shares", "Shares", "0")
    assert by_print(none, ("USD", "Options", "0"), none)[1] == "USD"
