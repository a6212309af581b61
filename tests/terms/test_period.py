"""Instants and durations in whole days, and how many months a duration is."""

from __future__ import annotations

from datetime import date

import pytest

from converter.terms import Period
from converter.terms.period import whole_months

QUARTER = Period(date(1998, 3, 31), date(1998, 1, 1))
INSTANT = Period(date(1998, 3, 31))


def test_an_instant_has_no_length() -> None:
    assert INSTANT.is_instant
    assert (INSTANT.days, INSTANT.months, INSTANT.is_year) == (0, 0, False)


def test_a_duration_counts_both_its_ends() -> None:
    assert not QUARTER.is_instant
    assert (QUARTER.days, QUARTER.months, QUARTER.is_year) == (90, 3, False)
    assert Period(date(1998, 12, 31), date(1998, 1, 1)).is_year


def test_periods_are_ordered_by_their_ends() -> None:
    later = Period(date(1998, 6, 30), date(1998, 1, 1))

    assert sorted([later, QUARTER]) == [QUARTER, later]


@pytest.mark.parametrize(
    ("days", "months"),
    [
        (28, 1),
        (31, 1),
        (91, 3),  # 13 weeks
        (98, 3),  # 14
        (182, 6),
        (189, 6),  # 27
        (273, 9),
        (364, 12),
        (371, 12),  # 53
        (101, 3),
        (102, 0),
        (81, 0),
        (82, 3),
        (15, 0),
        (0, 0),
        (730, 24),
    ],
)
def test_weeks_count_as_the_months_they_are_nearly(days: int, months: int) -> None:
    assert whole_months(days) == months
