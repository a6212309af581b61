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
