"""When a company's periods close, as the days that a document prints tell."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from converter.statements.calendar import Calendar, months_before, years_later

SATURDAYS = Counter([date(1995, 12, 30), date(1996, 12, 28)])
"""A year of 52 weeks apart."""


def year_end(year: int, ends: Counter[date], month_day: tuple[int, int], latest: int | None = None) -> date | None:
    names = Counter([latest] if latest else [])
    return Calendar(fiscal_year_end=month_day, ends=ends, latest_names=names).year_end(year)


@pytest.mark.parametrize(("printed", "end"), [(23, date(1996, 9, 23)), (22, date(1996, 9, 30))])
def test_a_printed_day_is_near_within_a_week(printed: int, end: date) -> None:
    assert Calendar(ends=Counter([date(1996, 9, printed)])).near(date(1996, 9, 30)) == end


@pytest.mark.parametrize(("latest", "end"), [(1996, date(1997, 2, 1)), (1997, date(1996, 2, 3))])
def test_retailers_may_name_a_year_after_its_beginning(latest: int, end: date) -> None:
    """Years of 52 and 53 weeks to the Saturday nearest the end of January, named 1996 or 1997 at the latest."""
    ends = Counter({date(1997, 2, 1): 4, date(1996, 2, 3): 4, date(1996, 2, 2): 1})
    assert year_end(1996, ends, (1, 31), latest) == end


def test_a_year_end_that_is_not_printed_is_whole_weeks_from_one_that_is() -> None:
    ends = Counter({date(2024, 2, 3): 4, date(2023, 1, 28): 4, date(2022, 1, 28): 1})
    assert year_end(2021, ends, (2, 3), 2023) == date(2022, 1, 29)


@pytest.mark.parametrize("month_day", [(12, 31), (1, 1), (1, 7)])
@pytest.mark.parametrize(("year", "end"), [(1994, date(1995, 1, 1)), (1993, date(1994, 1, 2))])
def test_a_year_that_ends_in_the_first_days_of_january_is_the_one_before(
    month_day: tuple[int, int], year: int, end: date
) -> None:
    assert year_end(year, Counter([date(1995, 1, 1), date(1994, 1, 2)]), month_day, 1994) == end


def test_two_fiscal_years_may_end_in_one_calendar_year() -> None:
    ends = Counter([date(2000, 1, 2), date(2000, 12, 31)])
    assert [year_end(year, ends, (12, 31)) for year in (1999, 2000)] == [date(2000, 1, 2), date(2000, 12, 31)]
    assert year_end(1998, ends, (12, 31)) == date(1999, 1, 3)


@pytest.mark.parametrize(
    ("one", "other", "weeks"),
    [
        (date(1996, 12, 28), date(1995, 12, 30), True),  # 52 weeks
        (date(2000, 9, 30), date(1999, 9, 25), True),  # 53 weeks
        (date(1999, 7, 2), date(1999, 10, 1), True),  # 13 weeks
        (date(1999, 7, 2), date(1999, 10, 8), True),  # 14 weeks
        (date(2000, 3, 31), date(2000, 6, 30), False),  # 13 weeks, but months' ends
        (date(1999, 12, 31), date(1998, 12, 31), False),
        (date(1999, 7, 2), date(1999, 9, 3), False),  # 9 weeks
    ],
)
def test_whole_weeks_between_printed_days_prove_a_calendar_of_weeks(one: date, other: date, weeks: bool) -> None:
    assert Calendar(ends=Counter([one, other])).is_in_weeks(one) is weeks


def test_days_of_one_date_in_two_years_tell_of_months() -> None:
    by_months = Counter({date(1996, 12, 31): 3, date(1995, 12, 31): 3})
    assert not Calendar(ends=by_months + SATURDAYS).is_in_weeks(date(1996, 12, 28))
    assert Calendar(ends=Counter([date(1996, 12, 31), date(1995, 12, 31)]) + SATURDAYS + SATURDAYS).is_in_weeks(
        date(1996, 12, 28)
    )


def test_only_days_of_the_weekday_count_in_a_calendar_of_weeks() -> None:
    ends = Counter({**SATURDAYS, date(1997, 6, 27): 1})
    assert Calendar(ends=ends).near(date(1997, 6, 30)) == date(1997, 6, 30)
    assert Calendar(ends=ends).printed_near(date(1997, 6, 28)) is None


def test_a_month_that_ends_near_closes_a_year_whose_quarters_are_weeks() -> None:
    ends = Counter({date(1999, 10, 2): 2, date(1998, 10, 3): 2, date(1998, 12, 31): 1})
    assert Calendar(ends=ends).printed_near(date(1999, 1, 2)) == date(1998, 12, 31)


@pytest.mark.parametrize(
    ("end", "months", "before"),
    [
        (date(1996, 12, 31), 12, date(1995, 12, 31)),
        (date(1996, 3, 31), 3, date(1995, 12, 31)),
        (date(2000, 5, 31), 3, date(2000, 2, 29)),
        (date(1999, 1, 31), 1, date(1998, 12, 31)),
    ],
)
def test_the_month_end_before_some_months(end: date, months: int, before: date) -> None:
    assert months_before(end, months) == before


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(1999, 2, 28), 1, date(2000, 2, 29)),
        (date(2000, 2, 28), -1, date(1999, 2, 28)),
        (date(2000, 2, 29), 1, date(2001, 2, 28)),
        (date(1999, 6, 29), 1, date(2000, 6, 29)),
    ],
)
def test_the_same_date_in_another_year(day: date, years: int, later: date) -> None:
    assert years_later(day, years) == later
