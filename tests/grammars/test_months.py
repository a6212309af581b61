"""The grammar of months."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name

import pytest

from converter.grammars.months import MONTH, NAME, NAMES, is_day, month_of


def test_the_names_are_those_of_the_calendar() -> None:
    assert list(NAMES) == list(month_name)[1:]


@pytest.mark.parametrize("number", range(1, 13))
def test_each_month_written_out_and_cut_short(number: int) -> None:
    for word in (month_name[number], month_abbr[number], month_name[number].upper()):
        assert re.fullmatch(MONTH, word, re.I)
        assert month_of(word) == number
    assert re.fullmatch(NAME, month_name[number], re.I)


def test_september_has_a_longer_abbreviation_too() -> None:
    assert re.fullmatch(MONTH, "Sept", re.I)
    assert month_of("Sept") == 9


@pytest.mark.parametrize("word", ["Market", "Decrease", "Mayor", "Separate", "Septem", "Ja", "Janu", "Octo", "Aprill"])
def test_words_that_begin_like_months(word: str) -> None:
    assert not re.fullmatch(MONTH, word, re.I)


@pytest.mark.parametrize("word", ["Jan", "Sept", "Dec"])
def test_a_name_is_not_cut_short(word: str) -> None:
    assert not re.fullmatch(NAME, word, re.I)


def test_what_is_no_month_is_told() -> None:
    with pytest.raises(KeyError):
        month_of("Brumaire")


@pytest.mark.parametrize(
    ("month", "day", "possible"),
    [(1, 1, True), (12, 31, True), (9, 31, True), (0, 1, False), (13, 1, False), (1, 0, False), (1, 32, False)],
)
def test_numbers_that_may_be_a_day(month: int, day: int, possible: bool) -> None:
    assert is_day(month, day) is possible
