"""The grammar of period heads: "Three Months Ended September 30, 2003", "52 weeks ended Jan. 29, 1995", "Q4 FY'95",
"1999".

A head is read for what it says (`read_head`), then completed (`complete`) with what the statement's title and the
document say about everything it leaves out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from converter.grammars.months import MONTH, is_day, month_of
from converter.grammars.numbers import NUMBER, number_of
from converter.grammars.years import YEAR, full_year
from converter.statements.calendar import Calendar, PartialDate
from converter.terms import Period

_DATE = re.compile(
    rf"\b(?P<month>{MONTH})\b\.?\s*(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|"
    rf"th)?(?![0-9/]))?\s*[,.]?\s*(?:(?P<year>{YEAR})\b|'(?P<short>[0-9][0-9])\b)?",
    re.I,
)
_NUMERIC = re.compile(r"\b(?P<month>[01]?[0-9])[/-](?P<day>[0-3]?[0-9])[/-](?P<year>(?:19|20)?[0-9][0-9])\b")
_YEAR = re.compile(
    rf"\b(?P<year>{YEAR})\b|(?:fy|fiscal|q[1-4])\s*'?(?P<short>[0-9][0-9])\b|'(?P<apostrophe>[0-9][0-9])\b", re.I
)
_LENGTH = re.compile(rf"\b(?P<count>{NUMBER})[\s-]*(?:fiscal\s+)?(?P<unit>months?|weeks?|mos?\b|quarters?)", re.I)
_SEVERAL = re.compile(
    rf"\b(?P<first>{NUMBER})(?:-|\s)*(?:months?|weeks?)?\s*(?:and|or|"
    rf",)\s*(?P<count>{NUMBER})[\s-]*(?P<unit>months?|weeks?)",
    re.I,
)
_QUARTER = re.compile(
    r"\b(?:quarters?|quarterly|q[1-4]|(?:first|second|third|fourth)[\s-]+(?:fiscal\s+)?quarters?|"
    r"[1-4](?:st|nd|rd|th)\s+q(?:tr|uarter))\b",
    re.I,
)
_YEARLY = re.compile(
    r"\b(?:(?:fiscal\s+)?years?[\s-]+(?:ended|ending|end)|for\s+the\s+(?:fiscal\s+)?years?|"
    r"fiscal(?:\s+years?)?|annual|twelve\s+months|full\s+year|year|fy)\b",
    re.I,
)
_HALF = re.compile(r"\b(?:half|semi-?annual)\b", re.I)
_TO_DATE = re.compile(r"\binception\b|\bcumulative\b", re.I)

# What stands between the first and the last day of a period: "July 22 to September 30, 2003".
_THROUGH = re.compile(
    r"[\s,)]*(?:\(?(?:date\s+of\s+)?inception\))?[\s,)]*(?:to|through|thru|until|[-\u2013\u2014])\s*(?:and\s+including\s+)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head or a title says of periods.

    Attributes:
        dates: in printed order; those that are a bare year have no month.
        months: the length of a duration in months (weeks are turned: 13 -> 3), if named.
        lengths: all lengths named, for titles that name several.
        since_inception: the column runs from the company's inception.
        start: the first day, where both are printed ("July 22 to September 30, 2003").
    """

    dates: tuple[PartialDate, ...] = ()
    months: int | None = None
    lengths: tuple[int, ...] = ()
    since_inception: bool = False
    start: date | None = None

    @property
    def end(self) -> PartialDate:
        """The date that closes the period, put together from its pieces ("Sept 30" above "1999")."""
        full = [day for day in self.dates if day.month and day.year]
        if full and self.dates[-1].month is None:
            # "December 31, 1994 and December 25, 1993" over all columns, "1994" and "1993" over one each.
            year = self.dates[-1].year
            same = [day for day in full if day.year == year]
            return same[-1] if same else PartialDate(year, full[-1].month, full[-1].day)
        if full:
            return full[-1]
        month = next((day for day in reversed(self.dates) if day.month), PartialDate())
        year = next((day.year for day in reversed(self.dates) if day.year), None)
        return PartialDate(year, month.month, month.day)

    @property
    def months_days(self) -> tuple[PartialDate, ...]:
        return tuple(day for day in self.dates if day.month)


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head:
    """What `text` says of periods; nothing is guessed."""
    dates: list[tuple[int, PartialDate]] = []
    taken: list[tuple[int, int]] = []
    for found in _DATE.finditer(text):
        if found["month"].lower() == "may" and not (found["day"] or found["year"]):
            continue
        day = int(found["day"]) if found["day"] else None
        month = month_of(found["month"])
        if day is not None and not is_day(month, day):
            continue
        year = _full_year(found["year"] or found["short"])
        dates.append((found.start(), PartialDate(year, month, day)))
        taken.append(found.span())
    for found in _NUMERIC.finditer(text):
        month, day = int(found["month"]), int(found["day"])
        if is_day(month, day):
            dates.append((found.start(), PartialDate(_full_year(found["year"]), month, day)))
            taken.append(found.span())
    for found in _YEAR.finditer(text):
        if not any(start <= found.start() < end for start, end in taken):
            year = _full_year(found["year"] or found["short"] or found["apostrophe"])
            dates.append((found.start(), PartialDate(year)))
    dates.sort(key=lambda pair: pair[0])
    taken.sort()
    lengths = _lengths(text)
    return Head(
        dates=tuple(day for _, day in dates),
        months=lengths[-1] if lengths else None,
        lengths=lengths,
        since_inception=bool(_TO_DATE.search(text)),
        start=_start(text, [day for _, day in dates], taken),
    )


def _start(text: str, dates: list[PartialDate], spans: list[tuple[int, int]]) -> date | None:
    """The first of two days between which "to" or "through" stands; it may leave its year to the second."""
    whole = [day for day in dates if day.month]
    for first, last, before, behind in zip(whole, whole[1:], spans, spans[1:], strict=False):
        if _THROUGH.match(text, before[1], behind[0]) and first.day and last.day and last.month and last.year:
            earlier = (first.month or 0, first.day) <= (last.month, last.day)
            return PartialDate(
                first.year or (last.year if earlier else last.year - 1), first.month, first.day
            ).complete()
    return None


def _lengths(text: str) -> tuple[int, ...]:
    lengths = []
    for found in _SEVERAL.finditer(text):
        lengths.append(_months(found["first"], found["unit"]))
    lengths += [_months(found["count"], found["unit"]) for found in _LENGTH.finditer(text)]
    if not lengths:
        if _QUARTER.search(text):
            lengths.append(3)
        elif _HALF.search(text):
            lengths.append(6)
        elif _YEARLY.search(text):
            lengths.append(12)
    return tuple(length for length in lengths if length)


def _months(count: str, unit: str) -> int:
    number = number_of(count)
    if unit.lower().startswith("week"):
        return round(number * 12 / 52)
    if unit.lower().startswith("quarter"):
        return number * 3
    return number


def _full_year(digits: str | None) -> int | None:
    return full_year(digits) if digits else None


def instant(head: Head, title: Head, calendar: Calendar) -> Period | None:
    """The day of a balance-sheet column."""
    end = _end(head, title, None, calendar)
    return Period(end) if end else None


def duration(head: Head, title: Head, calendar: Calendar) -> Period | None:
    """The period of an income or cash-flow column; None if its end or its length cannot be told."""
    months = head.months or _only(title.lengths)
    if months is None and (head.dates or title.dates):
        months = 12 if not title.lengths and _all_years(head) else None
    end = _end(head, title, months, calendar)
    if end is None:
        return None
    start = _first_day(head, title, months, end, calendar)
    return Period(end, start) if start is not None and start < end else None


def _first_day(head: Head, title: Head, months: int | None, end: date, calendar: Calendar) -> date | None:
    """As printed; since inception, the document's day of it; else counted back from the end."""
    if head.start or head.since_inception:
        return head.start or calendar.inception
    if months is None and not head.dates and title.start:
        return title.start
    if months is None and not title.lengths:
        months = calendar.only_length(end)
    return start_of(end, months, calendar) if months else None


def start_of(end: date, months: int, calendar: Calendar) -> date:
    """The first day of the `months` that close with `end`.

    Months that end at a month's end begin on a first. In 52/53-week calendars the day after a printed period end is
    taken where one lies in reach, else whole weeks are counted back.
    """
    if end.day == monthrange(end.year, end.month)[1] or (end.month == 2 and end.day == 28):
        index = end.year * 12 + end.month - months
        return date(index // 12, index % 12 + 1, 1)
    nominal = end - timedelta(weeks=round(months * 52 / 12)) + timedelta(days=1)
    before = calendar.near(nominal - timedelta(days=1))
    return before + timedelta(days=1)


def _end(head: Head, title: Head, months: int | None, calendar: Calendar) -> date | None:
    end = head.end
    if end.year and end.month:
        whole = end.complete()
        return calendar.near(whole) if whole else None
    if end.year:
        return _end_in_year(end.year, title, months, calendar)
    if end.month:
        return _with_year(end, title, calendar)
    closing = [day.complete() for day in title.dates if day.year and day.month]
    return closing[-1] if len(closing) == 1 else None


def _end_in_year(year: int, title: Head, months: int | None, calendar: Calendar) -> date | None:
    """The head names only a year: the title's day, else the fiscal year's end, else the report's own day."""
    days = {(day.month, day.day): day for day in title.months_days}
    exact = [day for day in title.months_days if day.year == year]
    if exact:
        return exact[0].complete()
    if len(days) == 1:
        only = next(iter(days.values()))
        nominal = PartialDate(year, only.month, only.day).complete()
        return calendar.near(nominal) if nominal else None
    if months in (None, 12):
        nominal_end = calendar.year_end(year)
        if nominal_end:
            return nominal_end
    if calendar.period:
        nominal = PartialDate(year, calendar.period.month, calendar.period.day).complete()
        return calendar.near(nominal) if nominal else None
    return None


def _with_year(end: PartialDate, title: Head, calendar: Calendar) -> date | None:
    """The head names a day without its year: the title's year, else the year of the report."""
    years = {day.year for day in title.dates if day.year}
    same = [day for day in title.dates if day.month == end.month and day.year]
    if same:
        years = {day.year for day in same[:1] if day.year}
    if len(years) == 1:
        return PartialDate(years.pop(), end.month, end.day).complete()
    if calendar.period:
        whole = PartialDate(calendar.period.year, end.month, end.day).complete()
        if whole and whole > calendar.period:
            whole = PartialDate(calendar.period.year - 1, end.month, end.day).complete()
        return whole
    return None


def _only(lengths: tuple[int, ...]) -> int | None:
    return lengths[0] if len(set(lengths)) == 1 else None


def _all_years(head: Head) -> bool:
    return bool(head.dates) and all(day.month is None for day in head.dates)
