"""A company's calendar: when its fiscal years end, as far as a document tells."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from converter.nearest import Nearest
from converter.statements.lengths import Length, only
from converter.terms.period import NEARLY

_WEEKS = (timedelta(weeks=52), timedelta(weeks=53))
# From one end of a fiscal year, or a quarter, to the next.
_APART = (timedelta(weeks=13), timedelta(weeks=14), *_WEEKS)
# Fiscal years that end by this month may be named after the year they began in.
_EARLY = 2
_TURN = (1, NEARLY)
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
    """The days that close periods, sorted out.

    Attributes:
        most: the one that is printed most, the latest of several.
        last: the latest year in which a day closes a year.
        weekday: on which fiscal weeks close; None where months' ends close periods, or nothing tells.
        months: those that end months.
        fitting: those on that weekday; all, where there is none.
        closing: those on that weekday that close years; none, where there is none.
    """

    most: date | None
    last: int | None
    weekday: int | None
    months: Nearest
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
        lengths: for a day that closes a period, the lengths that heads name with it.
        inception: the day on which the company began.
    """

    fiscal_year_end: tuple[int, int] | None = None
    period: date | None = None
    ends: Counter[date] = field(default_factory=Counter)
    latest_names: Counter[int] = field(default_factory=Counter)
    lengths: dict[date, set[Length]] = field(default_factory=dict)
    inception: date | None = None
    _sorted: tuple[int, _Printed] | None = None

    @property
    def reported(self) -> date | None:
        """The day of the report: the header's, else that which is printed most, the latest of several."""
        return self.period or self._printed().most

    def only_length(self, end: date) -> Length | None:
        """The length of the periods that close on a day, where the document knows one alone."""
        return only(self.lengths.get(end, ()))

    def year_end(self, year: int) -> date | None:
        """The end of the fiscal year named `year`: a day seen in the document near the nominal one, else the nominal.

        Retailers name the year that ends in January or February after the year it began in. That shows in the latest
        year: it is named a year before the latest day that closes a year. A year that ends in the first days of January
        is the one before.
        """
        if self.fiscal_year_end is None:
            return None
        month, day = self.fiscal_year_end
        if self.fiscal_year_end <= _TURN:
            month, day = 12, 31
        elif month <= _EARLY and self._named_by_start(year):
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
        return nominal is not None and from_anniversary(end, nominal) <= NEARLY

    def is_in_weeks(self, end: date) -> bool:
        """Whether a day that may be a month's end by chance closes fiscal weeks: it is their proven weekday."""
        return end.weekday() == self._printed().weekday

    def printed_near(self, nominal: date) -> date | None:
        """The printed day that is near where a period should close: of fiscal weeks one of their weekday, else the end
        of a month, as years may end with December and quarters with a week.
        """
        return _near(self._printed().fitting, nominal) or _near(self._printed().months, nominal)

    def near(self, nominal: date) -> date:
        """A 52/53-week calendar ends some days off the nominal day; a day that the document prints wins.

        Such calendars close on one weekday; where it is known, only days of it count.
        """
        return _near(self._printed().fitting, nominal) or nominal

    def _printed(self) -> _Printed:
        """The days that are printed, sorted out once: all of them are gathered before the first is asked for."""
        if self._sorted is None or self._sorted[0] != len(self.ends):
            weekday = self._weekday()
            closing = [end for end in self.ends if self._closes_year(end)]
            printed = _Printed(
                most=max(self.ends, key=lambda end: (self.ends[end], end), default=None),
                last=max((end.year for end in closing), default=None),
                weekday=weekday,
                months=Nearest(filter(is_month_end, self.ends)),
                fitting=Nearest(end for end in self.ends if weekday is None or end.weekday() == weekday),
                closing=Nearest(end for end in closing if end.weekday() == weekday),
            )
            self._sorted = len(self.ends), printed
        return self._sorted[1]

    def _weekday(self) -> int | None:
        """The weekday that whole weeks between printed days prove.

        Months' ends may lie whole weeks apart by chance, and days of one date in two years tell of months.
        """
        votes: Counter[int] = Counter()
        against = 0
        for end, often in self.ends.items():
            for weeks in _APART:
                other = end + weeks
                if other in self.ends and not (is_month_end(end) and is_month_end(other)):
                    votes[end.weekday()] += min(often, self.ends[other])
            against += min(often, self.ends[years_later(end, 1)])
        weekday, most = max(votes.items(), key=lambda vote: vote[1], default=(None, 0))
        return weekday if most > against else None

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


def is_month_end(day: date) -> bool:
    """Whether a month ends with it; February's 28th in leap years, too, as printers have it."""
    return day.day == monthrange(day.year, day.month)[1] or (day.month, day.day) == (2, 28)


def months_before(end: date, months: int) -> date:
    """The month's end that so many months close after, with `end`'s month as the last of them."""
    index = end.year * 12 + end.month - months
    return date(index // 12, index % 12 + 1, 1) - timedelta(days=1)


def years_later(day: date, years: int) -> date:
    """The same date, or month's end, in another year."""
    last = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, last if is_month_end(day) else day.day)


def _near(days: Nearest, nominal: date) -> date | None:
    """The nearest of the days, within the slack of fiscal weeks."""
    day = days.to(nominal)
    return day if day is not None and abs((day - nominal).days) <= NEARLY else None


def from_anniversary(day: date, nominal: date) -> int:
    """Days between a day and the nearest anniversary of `nominal`."""
    years = (PartialDate(day.year + step, nominal.month, nominal.day).complete() for step in (-1, 0, 1))
    return min(abs((day - year).days) for year in years if year)
