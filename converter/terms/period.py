"""When: an instant or a duration, in whole days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PeriodType = Literal["instant", "duration"]

_MONTH = 30.4375
"""Days of a month on average."""

WEEKS_OF_SLACK = 10
"""Days by which a period of 13, 26, 39 or 52 weeks may miss the calendar's months."""

NEARLY = 7
"""Days by which the end of a 52/53-week period may miss the day that it is named by."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day. An instant has no `start`; `end` is the last day included (not XBRL's midnight after)."""

    end: date
    start: date | None = None

    @property
    def is_instant(self) -> bool:
        return self.start is None

    @property
    def days(self) -> int:
        """Days of a duration, both ends included; 0 for an instant."""
        return (self.end - self.start).days + 1 if self.start else 0

    @property
    def months(self) -> int:
        """Whole months of a duration, fiscal weeks allowed for; 0 for an instant and for what is no whole number."""
        return whole_months(self.days)

    @property
    def is_year(self) -> bool:
        """Whether it is twelve months long, or 52 or 53 weeks."""
        return self.months == 12


def whole_months(days: int) -> int:
    """How many months the days are, 0 if they are no whole number of months within the slack of fiscal weeks."""
    months = round(days / _MONTH)
    return months if abs(days - months * _MONTH) <= WEEKS_OF_SLACK else 0
