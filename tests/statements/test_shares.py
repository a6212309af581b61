"""The scale of the shares that an income statement counts."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.amounts import read_amount
from converter.statements.captions import PrintedItem
from converter.statements.scale import Scale
from converter.statements.shares import agreed_share_scale
from converter.terms import Unit


def scale(*rows: tuple[str, Unit, str], money: int = 1_000) -> int:
    """The worth of a printed share in a statement of these rows in thousands."""
    items = [PrintedItem(caption, Span(0, 0), 0, (), False, "") for caption, _, _ in rows]
    numbers = [[read_amount(printed)] for _, _, printed in rows]
    return agreed_share_scale(items, numbers, [unit for _, unit, _ in rows], Scale(money, money)).shares


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


def test_only_counts_that_the_heading_speaks_of_tell() -> None:
    assert scale(("Sales", "USD", "60,000,000"), ("Average shares", "shares", "5")) == 1_000
    assert scale(("Average shares (in thousands)", "shares", "60,000,000")) == 1_000


def test_income_and_earnings_a_share_tell() -> None:
    rows: list[tuple[str, Unit, str]] = [("Net income", "USD", "500"), ("Per share", "USD/shares", ".10")]
    assert scale(*rows, ("Average shares", "shares", "5,000,000")) == 1
    assert scale(*rows, ("Average shares", "shares", "5,000")) == 1_000
    assert scale(*rows, ("Average shares", "shares", "50")) == 1_000, "nothing fits"
