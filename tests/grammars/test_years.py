"""The grammar of years."""

from __future__ import annotations

import re

import pytest

from converter.grammars.years import YEAR, full_year


@pytest.mark.parametrize("text", ["1900", "1999", "2000", "2099"])
def test_years_in_full(text: str) -> None:
    assert re.fullmatch(YEAR, text)
    assert full_year(text) == int(text)


@pytest.mark.parametrize("text", ["1899", "2100", "199", "19999", "99"])
def test_numbers_that_are_no_years(text: str) -> None:
    assert not re.fullmatch(YEAR, text)


@pytest.mark.parametrize(("text", "year"), [("99", 1999), ("60", 1960), ("59", 2059), ("00", 2000), ("03", 2003)])
def test_years_of_two_digits(text: str, year: int) -> None:
    assert full_year(text) == year


def test_four_digits_are_the_year_that_they_say() -> None:
    assert full_year("0001") == 1
    assert full_year("100") == 100
