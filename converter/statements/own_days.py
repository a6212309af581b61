"""The days of a statement's title, given to the columns whose heads leave them to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from converter.statements.calendar import Calendar, PartialDate, years_later
from converter.statements.lengths import Length
from converter.statements.periods import Head

_NAMED_AHEAD = 6
"""A year that ends by this month may be named after the year that it began in."""


def with_own_days(heads: Sequence[Head], title: Head, calendar: Calendar) -> tuple[list[Head], Head]:
    """The heads, each with its own of the days that the title names, or a head over all of them in the title's place;
    and that title.

    Years take the days by rank, the latest the latest: a fiscal year of 1999 may end in 1999 or in 2000, and two may
    end within one calendar year. Heads without a date take them in order, under each length anew.

    Args:
        heads: of the columns of GAAP figures.
        title: what the title says.
    """
    shared = _shared(heads)
    if shared:
        title = replace(title, dates=shared)
        heads = [replace(head, dates=tuple(day for day in head.dates if day not in shared)) for head in heads]
    if title.start is not None:  # a first day and a last are of one period
        return _in_period(heads, title), title
    if any(head.dates for head in heads):
        return _by_rank(heads, title, calendar), title
    return _in_order(heads, [day for day in title.dates if day.year]), title


def _shared(heads: Sequence[Head]) -> tuple[PartialDate, ...]:
    """The days that all of several heads name, if they name more than one: so they are no column's own."""
    if len(heads) < 2 or any(head.start for head in heads):
        return ()
    named = set.intersection(*(set(head.dates) for head in heads))
    days = tuple(day for day in dict.fromkeys(heads[0].dates) if day in named and day.complete())
    return days if len(days) > 1 else ()


def _in_period(heads: Sequence[Head], title: Head) -> list[Head]:
    """The only column in the period whose first day and last the title names, and nothing else; its head may name the
    last year.
    """
    days = title.months_days
    if len(heads) != 1 or len(days) != 2 or heads[0].months_days or heads[0].lengths:
        return list(heads)
    if any(day.year != days[-1].year for day in heads[0].dates):
        return list(heads)
    return [replace(heads[0], dates=days[-1:], start=title.start)]


def _in_order(heads: Sequence[Head], days: Sequence[PartialDate]) -> list[Head]:
    filled: list[Head] = []
    for _, group in groupby(heads, key=lambda head: head.lengths):
        columns = list(group)
        if len(columns) != len(days):
            return list(heads)
        filled += (replace(head, dates=(day,)) for head, day in zip(columns, days, strict=True))
    return filled


def _by_rank(heads: Sequence[Head], title: Head, calendar: Calendar) -> list[Head]:
    named = sorted({year for head in heads for year in _years(head)})
    printed = {day.complete() for day in title.dates if day.day}
    meant = _ranked(named, sorted(day for day in printed if day), calendar)
    years = () if title.lengths else (Length(12),)  # as bare years are, where nothing else is said
    return [
        replace(head, dates=(PartialDate(day.year, day.month, day.day),), lengths=head.lengths or years)
        if _years(head) and (day := meant.get(head.dates[-1].year or 0))
        else head
        for head in heads
    ]


def _ranked(named: Sequence[int], days: Sequence[date], calendar: Calendar) -> dict[int, date]:
    """Years with the days that close them, if there are as many days as years, or one for the latest year."""
    if len(named) == len(days) and all(day.year - year in (0, 1) for year, day in zip(named, days, strict=True)):
        return dict(zip(named, days, strict=True))
    if named and len(days) == 1 and days[0].year == named[-1] + 1 and days[0].month <= _NAMED_AHEAD:
        return {year: calendar.near(years_later(days[0], year - named[-1])) for year in named}
    return {}


def _years(head: Head) -> tuple[int, ...]:
    """The years of a head that names nothing but years."""
    return () if head.months_days else tuple(day.year for day in head.dates if day.year)
