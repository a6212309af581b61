"""Periods that make up a longer one: the quarters of a year, two halves, a month and what follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from converter.terms.period import Period

_DAY = timedelta(days=1)
_MOST_PARTS = 12
"""A year has no more parts than months."""


def tilings(periods: Iterable[Period]) -> Iterator[tuple[Period, Sequence[Period]]]:
    """(whole, parts) of the durations that others follow each other in, from their first day to their last."""
    durations = sorted((period for period in periods if not period.is_instant), key=lambda one: (one.start, one.end))
    beginning = {day: list(some) for day, some in groupby(durations, key=lambda one: one.start)}
    for whole in durations:
        if parts := _tiles(whole, beginning):
            yield whole, parts


def _tiles(whole: Period, beginning: Mapping[date | None, Sequence[Period]]) -> list[Period]:
    """The periods that follow each other from the first day of `whole` to its last, or none.

    Args:
        beginning: the periods by their first day, the shortest first.
    """
    found: list[Period] = []
    day = whole.start
    while day is not None and day <= whole.end:
        following = next((period for period in beginning.get(day, ())[:2] if period != whole), None)
        if following is None or following.end > whole.end or len(found) == _MOST_PARTS:
            return []
        found.append(following)
        day = following.end + _DAY
    return found
