"""The day nearest to another among many, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date


class Nearest:
    """Distinct days; of two equally near ones the first given counts."""

    def __init__(self, days: Iterable[date]) -> None:
        self._order = {day: at for at, day in enumerate(dict.fromkeys(days))}
        self._sorted = sorted(self._order)

    def to(self, day: date) -> date | None:
        """The nearest day; None if there are none."""
        at = bisect_left(self._sorted, day)
        beside = self._sorted[max(at - 1, 0) : at + 1]
        return min(beside, key=lambda other: (abs(other - day), self._order[other]), default=None)
