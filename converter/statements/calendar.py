"""A company's calendar: when its fiscal years end, as far as a document tells."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from converter.nearest import Nearest
from converter.terms.period import NEARLY

_WEEKS = (timedelta(weeks=52), timedelta(weeks=53))
# The least and the most days from one end of a 52/53-week year to the next.
_YEAR = (350, 380)
# Fiscal years that end by this month may be named after the year they began in.
_EARLY = 2
_MOST_YEARS = 6


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which something may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def complete(self) -> date | None:
        """The day; the last of the month where only that is known."""
        if self.year is None or self.month is None:
            return None
        last = monthrange(self.year, self.month)[1]
        return date(self.year, self.month, min(self.day or last, last))


@dataclass(frozen=True, slots=True)
class _Printed:
    """The days that close periods: the latest year of those that close years, those on the weekday of 52/53-week years
    (all, where there is none), and of these the days that close years (none, where there is none).
    """

    last: int | None
    fitting: Nearest
    closing: Nearest


@dataclass(slots=True)
class Calendar:
    """What the document tells of its company's calendar, gathered from the header and from complete heads.

    Attributes:
        fiscal_year_end: (month, day).
        period: the period of report.
        ends: days that close a period in this document, and how often they are printed.
        latest_names: the latest year that the heads of a table name without a day, and how many tables' heads do.
        lengths: for a day that closes a period, the lengths in months that heads name with it.
        inception: the day on which the company began.
    """

    fiscal_year_end: tuple[int, int] | None = None
    period: date | None = None
    ends: Counter[date] = field(default_factory=Counter)
    latest_names: Counter[int] = field(default_factory=Counter)
    lengths: dict[date, set[int]] = field(default_factory=dict)
    inception: date | None = None
    _sorted: tuple[int, _Printed] | None = None

    def only_length(self, end: date) -> int | None:
        """The months of the periods that close on a day, where the document knows one length alone."""
        lengths = self.lengths.get(end, set())
        return next(iter(lengths)) if len(lengths) == 1 else None

    def year_end(self, year: int) -> date | None:
        """The end of the fiscal year named `year`: a day seen in the document near the nominal one, else the nominal.

        Retailers name the year that ends in January or February after the year it began in. That shows in the latest
        year: it is named a year before the latest day that closes a year.
        """
        if self.fiscal_year_end is None:
            return None
        month, day = self.fiscal_year_end
        if month <= _EARLY and self._named_by_start(year):
            year += 1
        nominal = PartialDate(year, month, day).complete()
        if nominal is None:
            return None
        printed = self.near(nominal)
        return printed if printed in self.ends else self._counted(nominal) or nominal

    def _named_by_start(self, year: int) -> bool:
        last = self._printed().last
        if last is None:
            return False
        return last == (self.latest_names.most_common(1)[0][0] if self.latest_names else year) + 1

    def _closes_year(self, end: date) -> bool:
        month, day = self.fiscal_year_end or (12, 31)
        nominal = PartialDate(end.year, month, day).complete()
        return nominal is not None and abs((end - nominal).days) <= NEARLY

    def near(self, nominal: date) -> date:
        """A 52/53-week calendar ends some days off the nominal day; a day that the document prints wins.

        Such calendars close on one weekday; where it is known, only days of it count.
        """
        day = self._printed().fitting.to(nominal)
        return day if day is not None and abs((day - nominal).days) <= NEARLY else nominal

    def _printed(self) -> _Printed:
        """The days that are printed, sorted out once: all of them are gathered before the first is asked for."""
        if self._sorted is None or self._sorted[0] != len(self.ends):
            weekday = self._weekday()
            closing = [end for end in self.ends if self._closes_year(end)]
            printed = _Printed(
                last=max((end.year for end in closing), default=None),
                fitting=Nearest(end for end in self.ends if weekday is None or end.weekday() == weekday),
                closing=Nearest(end for end in closing if end.weekday() == weekday),
            )
            self._sorted = len(self.ends), printed
        return self._sorted[1]

    def _weekday(self) -> int | None:
        """The weekday on which 52/53-week years end; None where years end with a month, or it cannot be told."""
        often = [end for end, _ in self.ends.most_common(2)]
        if len(often) < 2 or not _YEAR[0] <= abs((often[0] - often[1]).days) <= _YEAR[1]:
            return None
        same = often[0].weekday() == often[1].weekday()
        return often[0].weekday() if same and (often[0].day != often[1].day) else None

    def _counted(self, nominal: date) -> date | None:
        """The day near `nominal` that is whole years of 52 or 53 weeks from the nearest printed end of a year."""
        day = self._printed().closing.to(nominal)
        if day is None:
            return None
        for _ in range(_MOST_YEARS):
            if abs((day - nominal).days) <= NEARLY:
                return day
            forward = 1 if nominal > day else -1
            day = min((day + forward * weeks for weeks in _WEEKS), key=lambda each: from_anniversary(each, nominal))
        return None


def from_anniversary(day: date, nominal: date) -> int:
    """Days between a day and the nearest anniversary of `nominal`."""
    years = (PartialDate(day.year + step, nominal.month, nominal.day).complete() for step in (-1, 0, 1))
    return min(abs((day - year).days) for year in years if year)
