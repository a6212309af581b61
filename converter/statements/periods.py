"""The grammar of period heads: "Three Months Ended September 30, 2003", "52 weeks ended Jan. 29, 1995", "Q4 FY'95",
"1999".

A head is read for what it says (`read_head`), then completed (`instant`, `duration`) with what the title of the
statement and the document say about everything it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from converter.grammars.months import MONTH, is_day, month_of
from converter.grammars.years import YEAR, full_year
from converter.statements.calendar import Calendar, PartialDate, years_later
from converter.statements.first_days import first_day
from converter.statements.lengths import Length, only, read_lengths
from converter.terms import Period

_DATE = re.compile(
    rf"(?:(?<![\d,.$/-])(?P<before>[0-3]?[0-9])(?:st|nd|rd|th)?\s+)?"
    rf"\b(?P<month>{MONTH})\b\.?\s*(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|"
    rf"th)?(?![0-9/]))?\s*[,.]?\s*(?:(?P<year>{YEAR})\b|'(?P<short>[0-9][0-9])\b)?",
    re.I,
)
# Without its year, a day late in a month: `1/4` is a fraction.
_NUMERIC = re.compile(
    r"\b(?P<month>[01]?[0-9])[/-](?P<day>[0-3]?[0-9])[/-](?P<year>(?:19|20)?[0-9][0-9])\b"
    r"|(?<![\d/.,-])(?P<yearless>[01]?[0-9])/(?P<last>2[0-9]|3[01])(?![\d/%])"
)
_YEAR = re.compile(
    rf"\b(?P<year>{YEAR})\b|(?:fy|fiscal|q[1-4])\s*'?(?P<short>[0-9][0-9])\b|'(?P<apostrophe>[0-9][0-9])\b", re.I
)
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
        lengths: all lengths of durations that are named; titles name several.
        since_inception: the column runs from the company's inception.
        start: the first day, where both are printed ("July 22 to September 30, 2003").
    """

    dates: tuple[PartialDate, ...] = ()
    lengths: tuple[Length, ...] = ()
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
    def length(self) -> Length | None:
        """The length of the duration, if one is named; of several the last."""
        return only(self.lengths) or (self.lengths[-1] if self.lengths else None)

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
        printed = found["day"] or (found["before"] if found["year"] else None)
        day = int(printed) if printed else None
        month = month_of(found["month"])
        if day is not None and not is_day(month, day):
            continue
        year = _full_year(found["year"] or found["short"])
        dates.append((found.start(), PartialDate(year, month, day)))
        taken.append(found.span())
    for found in _NUMERIC.finditer(text):
        month, day = int(found["month"] or found["yearless"]), int(found["day"] or found["last"])
        if is_day(month, day):
            dates.append((found.start(), PartialDate(_full_year(found["year"]), month, day)))
            taken.append(found.span())
    for found in _YEAR.finditer(text):
        if not any(start <= found.start() < end for start, end in taken):
            year = _full_year(found["year"] or found["short"] or found["apostrophe"])
            dates.append((found.start(), PartialDate(year)))
    dates.sort(key=lambda pair: pair[0])
    taken.sort()
    days = [day for _, day in dates]
    pairs = _pairs(text, days, taken)
    days = _in_the_year(days, pairs)
    return Head(
        dates=tuple(days),
        lengths=read_lengths(text),
        since_inception=bool(_TO_DATE.search(text)),
        start=_start([(days[first], days[last]) for first, last in pairs]),
    )


def _pairs(text: str, days: Sequence[PartialDate], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Which of the days are two between which "to" or "through" stands; the spans are of those with a month."""
    whole = [at for at, day in enumerate(days) if day.month]
    return [
        (first, last)
        for first, last, before, behind in zip(whole, whole[1:], spans, spans[1:], strict=False)
        if _THROUGH.match(text, before[1], behind[0]) and days[first].day and days[last].day
    ]


def _in_the_year(days: Sequence[PartialDate], pairs: Sequence[tuple[int, int]]) -> list[PartialDate]:
    """The days, the last of a period without a year ("Successor, July 22 to September 30") in the only one that is
    named: "Nine Months Ended September 30, 2003" stands over all columns of that year.
    """
    years = {day.year for day in days if day.year}
    named = list(days)
    for _, last in pairs if len(years) == 1 else ():
        if not days[last].year:
            named[last] = replace(days[last], year=next(iter(years)))
    return named


def _start(pairs: Sequence[tuple[PartialDate, PartialDate]]) -> date | None:
    """The first of two days, of which the second has its year; it may leave its own to that."""
    for first, last in pairs:
        if last.year:
            earlier = (first.month or 0, first.day or 0) <= (last.month or 0, last.day or 0)
            return replace(first, year=first.year or (last.year if earlier else last.year - 1)).complete()
    return None


def _full_year(digits: str | None) -> int | None:
    return full_year(digits) if digits else None


def instant(head: Head, title: Head, calendar: Calendar) -> Period | None:
    """The day of a balance-sheet column."""
    end = closing_day(head, title, calendar)
    return Period(end) if end else None


def duration(head: Head, title: Head, calendar: Calendar, beside: Sequence[date] = ()) -> Period | None:
    """The period of an income or cash-flow column; None if its end or its length cannot be told.

    Args:
        beside: the days that close the other columns of the statement.
    """
    end = closing_day(head, title, calendar)
    start = _first_day(head, title, end, calendar, beside) if end else None
    return Period(end, start) if end and start and start < end else None


def _first_day(head: Head, title: Head, end: date, calendar: Calendar, beside: Sequence[date]) -> date | None:
    """As printed; since inception, the document's day of it; else counted back from the end."""
    if head.start or head.since_inception:
        return head.start or calendar.inception
    length = _length(head, title)
    if length is None and not head.dates and title.start:
        return title.start
    if length is None and not title.lengths:
        length = calendar.only_length(end) or _common(calendar, beside)
    return first_day(end, length, calendar, beside) if length else None


def _length(head: Head, title: Head) -> Length | None:
    """The head's own length, else the only one of the title; bare years are years."""
    length = head.length or only(title.lengths)
    if length is None and not title.lengths and _all_years(head):
        return Length(12)
    return length


def _common(calendar: Calendar, beside: Sequence[date]) -> Length | None:
    """The length of the periods that the other columns close, where the document knows one for some of them."""
    known = [length for end in beside if (length := calendar.only_length(end))]
    return only(known)


def closing_day(head: Head, title: Head, calendar: Calendar) -> date | None:
    """The day that closes a column's period, or the balance's own. A day that the head prints in full is that day."""
    end = head.end
    if end.year and end.month:
        whole = end.complete()
        return whole if whole is None or (end.day and end in head.dates) else calendar.near(whole)
    if end.year:
        return _end_in_year(end.year, title, _length(head, title), calendar)
    if end.month:
        return _with_year(end, title, calendar)
    closing = [day.complete() for day in title.dates if day.year and day.month]
    return closing[-1] if len(closing) == 1 else None


def _end_in_year(year: int, title: Head, length: Length | None, calendar: Calendar) -> date | None:
    """The head names only a year: the title's day, else the fiscal year's end, else the report's own day."""
    days = {(day.month, day.day): day for day in title.months_days}
    exact = [day for day in title.months_days if day.year == year]
    if exact:
        return exact[0].complete()
    if len(days) == 1:
        only = next(iter(days.values()))
        nominal = PartialDate(year, only.month, only.day).complete()
        return calendar.near(nominal) if nominal else None
    if length is None or length.months == 12:
        nominal_end = calendar.year_end(year)
        if nominal_end:
            return nominal_end
    if calendar.period:
        nominal = PartialDate(year, calendar.period.month, calendar.period.day).complete()
        return calendar.near(nominal) if nominal else None
    return None


def _with_year(end: PartialDate, title: Head, calendar: Calendar) -> date | None:
    """The head names a day without its year: that of the title's day, else the year of which it is not ahead."""
    same = [day for day in title.dates if day.month == end.month and day.year]
    if same:
        return PartialDate(same[0].year, end.month, end.day).complete()
    latest = max((whole for day in title.dates if (whole := day.complete())), default=calendar.reported)
    years = {day.year for day in title.dates if day.year} or ({latest.year} if latest else set())
    whole = PartialDate(max(years), end.month, end.day).complete() if years else None
    return years_later(whole, -1) if whole and latest and whole > latest else whole


def _all_years(head: Head) -> bool:
    return bool(head.dates) and all(day.month is None for day in head.dates)
