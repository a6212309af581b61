"""Characters of a document are a number or a day only if every later step can hold it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.digits import MOST_DIGITS, amount, likely, whole
from converter.nearest import Nearest

OTHER_DIGITS = ["²", "١٢٣", "１２３", "१", "①", "½"]


@pytest.mark.parametrize("text", [*OTHER_DIGITS, "", " 1", "1_000", "+1", "-1", "1.0", "1" * (MOST_DIGITS + 1)])
def test_no_whole_number(text: str) -> None:
    assert whole(text) is None


def test_a_whole_number_has_at_most_as_many_digits_as_are_asked_for() -> None:
    assert whole("007") == 7
    assert whole("12", most=2) == 12
    assert whole("123", most=2) is None


@pytest.mark.parametrize("text", [*OTHER_DIGITS, "", ".", "1e5", "NaN", "1.2.3", "1" * (MOST_DIGITS + 1), ".123456789"])
def test_no_amount(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize("text", ["0", ".5", "12.50", "1" * MOST_DIGITS])
def test_amounts(text: str) -> None:
    assert amount(text) == Decimal(text)


def test_nobody_reports_on_the_year_one_or_the_year_9999() -> None:
    assert likely(date(1, 1, 1)) is None
    assert likely(date(9999, 12, 31)) is None
    assert likely(date(1999, 12, 31)) == date(1999, 12, 31)


def test_the_nearest_day_is_found_on_either_side_and_the_first_of_two() -> None:
    days = [date(1999, 1, 31), date(1999, 1, 25), date(1999, 1, 1)]
    nearest = Nearest(days)
    assert nearest.to(date(1999, 2, 20)) == date(1999, 1, 31)
    assert nearest.to(date(1998, 1, 1)) == date(1999, 1, 1)
    assert nearest.to(date(1999, 1, 28)) == date(1999, 1, 31)
    assert Nearest(reversed(days)).to(date(1999, 1, 28)) == date(1999, 1, 25)
    assert Nearest([]).to(date(1999, 1, 1)) is None
