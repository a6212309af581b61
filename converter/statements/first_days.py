"""The first day of a period that is named by its last day and its length: the day after the period before closed.

That day is counted in the unit that is named, and then looked for among the days that the document prints: first among
those that close the other columns of the statement, then among all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from converter.nearest import Nearest
from converter.statements.calendar import Calendar, is_month_end, months_before
from converter.statements.lengths import Length
from converter.terms.period import NEARLY

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_YEAR = (52, 53)
"""Weeks of a year: heads over several years name one number for all."""


def first_day(end: date, length: Length, calendar: Calendar, beside: Iterable[date] = ()) -> date:
    """The first day of the period of that length that closes with `end`.

    Args:
        beside: the days that close the other columns of the statement.
    """
    if length.weeks:
        return _close_in_weeks(end, length.weeks, calendar, set(beside)) + _DAY
    if is_month_end(end) and not calendar.is_in_weeks(end):
        nominal = months_before(end, length.months)
        return (_near(nominal, beside) or nominal) + _DAY
    nominal = end - timedelta(weeks=round(length.months * 52 / 12))
    return (_near(nominal, beside) or calendar.printed_near(nominal) or nominal) + _DAY


def _close_in_weeks(end: date, weeks: int, calendar: Calendar, beside: set[date]) -> date:
    """Weeks are weeks; but a year may be a week longer or shorter than the head over all years says, if so printed."""
    counted = end - weeks * _WEEK
    if weeks not in _YEAR:
        return counted
    years = [end - each * _WEEK for each in sorted(_YEAR, key=lambda each: each != weeks)]
    return next((day for days in (beside, calendar.ends) for day in years if day in days), counted)


def _near(nominal: date, days: Iterable[date]) -> date | None:
    """The nearest of the days within the slack of fiscal weeks."""
    day = Nearest(days).to(nominal)
    return day if day is not None and abs(day - nominal).days <= NEARLY else None
