"""Days, values and precision as the review page says them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.exports.html import words
from converter.report import Fact
from converter.terms import Name, Period, Unit

END = date(2001, 6, 30)


def fact(value: Decimal | str, unit: Unit | None = "USD", decimals: int | None = -3) -> Fact:
    return Fact("f", Name("us-gaap", "Revenues"), "c", value, unit, decimals)


def test_a_day() -> None:
    assert words.day(END) == "30 June 2001"
    assert words.day(date(2001, 9, 5), short=True) == "5 Sep 2001"
    assert words.day(date(2001, 1, 1)) == "1 January 2001"


def test_a_period_in_dates() -> None:
    assert words.period_dates(Period(END, date(2001, 4, 1))) == "2001-04-01 to 2001-06-30"
    assert words.period_dates(Period(END)) == "2001-06-30"
    assert words.length(Period(END)) == ""


def test_values() -> None:
    assert words.amount(Decimal("-1250000")) == "-1,250,000"
    assert words.value_words(fact(Decimal(18412000))) == "18,412,000"
    assert words.value_words(fact("10-K", None, None)) == "10-K"


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("USD", "US dollars"),
        ("shares", "shares"),
        ("USD/shares", "US dollars per share"),
        ("pure", "a pure number"),
        (None, ""),
    ],
)
def test_units(unit: Unit | None, said: str) -> None:
    assert words.unit_words(fact(Decimal(1), unit)) == said


@pytest.mark.parametrize(
    ("decimals", "said"),
    [
        (None, ""),
        (0, "0, to the unit"),
        (-3, "-3, to the thousand"),
        (-6, "-6, to the million"),
        (-9, "-9, to the billion"),
        (-2, "-2, to the hundred"),
        (-5, "-5, to 10^5"),
        (1, "1, to 1 decimal places"),
        (2, "2, to 2 decimal places"),
    ],
)
def test_precision(decimals: int | None, said: str) -> None:
    assert words.decimals_words(decimals) == said


def test_a_scale() -> None:
    assert words.scale_words(3) == "in thousands"
    assert words.scale_words(0) == "in whole units"


def test_a_name_may_break_before_its_words() -> None:
    assert words.humps("CostOfRevenue") == ["Cost", "Of", "Revenue"]
