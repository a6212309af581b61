"""The first day of a period: the day after the one on which the period before closed."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from converter.statements.calendar import Calendar
from converter.statements.first_days import first_day
from converter.statements.lengths import Length

YEAR = Length(12)


def first(end: date, length: Length, *printed: date, beside: tuple[date, ...] = ()) -> date:
    return first_day(end, length, Calendar(ends=Counter(printed)), beside)


@pytest.mark.parametrize("weeks", [4, 12, 13, 14, 16, 24, 36, 40, 52, 53])
def test_weeks_are_weeks(weeks: int) -> None:
    end = date(2001, 3, 31)
    assert end - first(end, Length(round(weeks * 12 / 52), weeks)) == timedelta(days=7 * weeks - 1)


def test_weeks_are_counted_whatever_day_is_printed_near() -> None:
    assert first(date(2001, 4, 21), Length(4, 16), date(2000, 12, 31), beside=(date(2000, 12, 31),)) == date(
        2000, 12, 31
    )


@pytest.mark.parametrize("weeks", [52, 53])
def test_a_year_has_the_weeks_between_it_and_the_year_before_where_that_is_printed(weeks: int) -> None:
    """Heads over several years say one number of weeks for all of them."""
    end, by_52, by_53 = date(2000, 9, 30), date(1999, 10, 2), date(1999, 9, 25)
    day = timedelta(days=1)
    assert first(end, Length(12, weeks), beside=(by_53,)) == by_53 + day
    assert first(end, Length(12, weeks), by_52) == by_52 + day
    assert first(end, Length(12, weeks), by_52, beside=(by_53,)) == by_53 + day
    assert first(end, Length(12, weeks), by_52, by_53) == end - timedelta(days=7 * weeks - 1)


def test_months_begin_on_a_first() -> None:
    assert first(date(1999, 6, 30), Length(3)) == date(1999, 4, 1)
    assert first(date(1999, 6, 30), YEAR, date(1998, 6, 24), date(1998, 6, 27)) == date(1998, 7, 1)


@pytest.mark.parametrize(
    ("end", "before"),
    [
        (date(1996, 12, 31), date(1995, 12, 30)),  # a Tuesday after a Saturday: the calendar was changed
        (date(2000, 12, 31), date(2000, 1, 2)),  # 52 weeks
        (date(1994, 12, 31), date(1993, 12, 25)),  # 53 weeks
        (date(1999, 7, 31), date(1998, 7, 25)),
    ],
)
def test_a_year_to_a_months_end_begins_after_the_column_beside_it(end: date, before: date) -> None:
    assert first(end, YEAR, beside=(end, before)) == before + timedelta(days=1)


def test_a_column_beside_that_closed_more_than_a_week_off_is_not_the_year_before() -> None:
    assert first(date(1996, 12, 31), YEAR, beside=(date(1995, 12, 23),)) == date(1996, 1, 1)
    assert first(date(1996, 12, 31), YEAR, beside=(date(1995, 12, 24),)) == date(1995, 12, 25)


def test_a_quarter_of_weeks_that_ends_with_a_month_begins_after_thirteen_weeks() -> None:
    printed = (date(2000, 4, 1), date(2001, 3, 31), date(2000, 7, 1))
    assert first(date(2001, 3, 31), Length(3), *printed) == date(2000, 12, 31)
    assert first(date(2001, 3, 31), Length(9), *printed) == date(2000, 7, 2)


def test_a_quarter_of_weeks_begins_after_a_year_that_ended_with_december() -> None:
    assert first(date(1998, 9, 26), Length(9), date(1997, 12, 31)) == date(1998, 1, 1)
    assert first(date(1998, 9, 26), Length(3), date(1997, 12, 31)) == date(1998, 6, 28)
