"""The fiscal calendar of a report: the current period, the fiscal year it belongs to, and which part of it it is."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from converter.errors import UsageError
from converter.terms import Period
from converter.terms.period import WEEKS_OF_SLACK, whole_months

_PART_OF_YEAR = {3: "Q1", 6: "Q2", 9: "Q3", 12: "FY"}
_YEAR_FORMS = re.compile(r"10-?K|20-F|ARS", re.IGNORECASE)
_QUARTER_FORMS = re.compile(r"10-?Q", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fiscal:
    """Where in its company's calendar a report stands; None where the document does not tell.

    Attributes:
        period: the longest stretch of the fiscal year that the report covers, up to its period end; the period of the
            dei facts (EFM 6.05.20 calls it the required context).
        year_end: the fiscal year's last day in `MM-DD`.
        year: the fiscal year, named after the calendar year it ends in.
        focus: `FY`, `Q1`, `Q2` or `Q3`.
    """

    period: Period
    year_end: str | None = None
    year: int | None = None
    focus: str | None = None


def month_day(text: str) -> tuple[int, int]:
    """The month and day of `MM-DD`.

    Raises:
        UsageError: it is none.
    """
    match = re.fullmatch(r"(\d\d)-?(\d\d)", text.strip())
    try:
        if match:
            date(2000, int(match[1]), int(match[2]))
            return int(match[1]), int(match[2])
    except ValueError:
        pass
    raise UsageError(f"{text!r} is not a day of the year.", "Give it as MM-DD, for example 12-31.")


def fiscal(period_end: date, periods: Collection[Period], year_end: str | None, form: str | None) -> Fiscal:
    """The fiscal calendar of a report.

    Args:
        period_end: the end of its current period.
        periods: of all its facts.
        year_end: `MM-DD` as given by the caller or the EDGAR header; None to infer it.
        form: the document type, if known.
    """
    current = [period for period in periods if period.start and period.end == period_end and period.days <= 380]
    longest = max(current, key=lambda period: period.days, default=None)
    ended = month_day(year_end) if year_end is not None else _year_end(period_end, longest, periods, form)
    if ended is None:
        year_before = Period(period_end, _a_year_before(period_end) + timedelta(days=1))
        return Fiscal(longest or year_before)
    last = _year_ends(period_end, ended)
    elapsed = whole_months((period_end - _a_year_before(last)).days)
    focus = _PART_OF_YEAR.get(elapsed)
    first_day = _a_year_before(last) + timedelta(days=1)
    return Fiscal(
        period=longest or Period(period_end, first_day if first_day < period_end else _a_year_before(period_end)),
        year_end=f"{ended[0]:02}-{ended[1]:02}",
        # A 52-week year that ends in the first days of January is the year before.
        year=last.year if (last.month, last.day) > (1, WEEKS_OF_SLACK) else last.year - 1,
        focus=focus,
    )


def _a_year_before(day: date) -> date:
    # The last of February stays the last.
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


def _year_ends(period_end: date, ended: tuple[int, int]) -> date:
    """The last day of the fiscal year that `period_end` falls in, fiscal weeks allowed for."""
    ends = (_day(year, ended) for year in range(period_end.year - 1, period_end.year + 2))
    return next(day for day in ends if day >= period_end - timedelta(days=WEEKS_OF_SLACK))


def _day(year: int, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def _year_end(
    period_end: date, longest: Period | None, periods: Collection[Period], form: str | None
) -> tuple[int, int] | None:
    """The month and day on which fiscal years end, where the printed periods show it."""
    annual = bool(form and _YEAR_FORMS.match(form))
    months = longest.months if longest else 0
    if annual or (months == 12 and not (form and _QUARTER_FORMS.match(form))):
        return period_end.month, period_end.day
    if longest is None or longest.start is None:
        return None
    before = longest.start - timedelta(days=1)
    compared = any(period.start is None and period.end == before for period in periods)
    # Three months alone may be any quarter; a balance sheet beside the one of the year's start tells the first.
    if months in (6, 9) and (compared or (form and _QUARTER_FORMS.match(form))):
        return before.month, before.day
    if months == 3 and compared and form and _QUARTER_FORMS.match(form):
        return before.month, before.day
    return None
