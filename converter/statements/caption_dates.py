"""Dates beside the numbers of captions: `1999 - 793,506,626`, `May 31, 1995 - $610`, `$70 million in 1999`.

One grammar for the numbers and for the lines of such figures, which go on with the caption above them.
"""

from __future__ import annotations

import re

from converter.grammars.months import MONTH, month_of
from converter.grammars.years import YEAR
from converter.statements.calendar import PartialDate
from converter.statements.periods import read_head

_DATE = (
    rf"(?:\b{MONTH}\b\.?\s+(?:[0-9]{{1,2}}(?![0-9])(?:,?\s*{YEAR}\b)?|{YEAR}\b)|"
    rf"\b[0-9][0-9]?/[0-9][0-9]?/[0-9][0-9](?:[0-9][0-9])?\b|\b{YEAR}\b)"
)
_DASH = r"(?:-{1,2}|[\u2013\u2014])"
_SET_OFF = rf"\s*(?:{_DASH}|:)\s*"
"""What stands between a date and its number."""

DATE_LISTS = re.compile(rf"{_DATE}(?:(?:,\s?|\s)(?:and\s)?{_DATE})++", re.I)
"""Dates one behind the other, of all of which one number is: `1999 and 1998, 1,400`."""
DATES = re.compile(rf"{_DATE}|\b{MONTH}\b\.?(?={_SET_OFF}\$?\s?\.?[0-9])", re.I)
"""Dates, and months that stand for one: `April - $640`."""
DATE_BEHIND = re.compile(rf"(?<=[0-9])\s?{_DASH}\s?(?P<date>{_DATE})", re.I)
"""A date behind its number: `$1,084 - 2009`."""
DATED = re.compile(rf"\s*(?:shares?\s+)?(?:in|at|as\s+of|on)\s+{_DATE}", re.I)
"""What follows a number that has a date of its own."""
# Behind a comma a year alone is set off; a year after it is one of a list of years.
BY_DATES = re.compile(
    rf"(?:(?:{_DATE}|{MONTH}\b\.?){_SET_OFF}|{YEAR},\s)\$?\s?(?!{YEAR}\b(?!,))\.?[0-9]"
    rf"(?:[^a-z]|(?:and|in|at|shares?|{MONTH})\b)*$",
    re.I,
)
"""A line of figures by dates: `1994-$44.1; 1993-$40.6`, `1997, $1,610; 1996, $1,475`, `1999 - 210,500 shares`."""
_SET_OFF_BEFORE = re.compile(rf"(?:(?P<date>{_DATE})|\b(?P<month>{MONTH})\b\.?){_SET_OFF}\$?\s?$", re.I)
_YEAR_BEFORE = re.compile(rf"\b(?P<date>{YEAR}),\s\$?\s?$")
_AFTER = re.compile(rf"[^0-9]{{0,45}}?\b(?:in|at|of|on)\s+(?P<date>{_DATE})", re.I)


def date_beside(caption: str, start: int, end: int) -> PartialDate | None:
    """The date that is set off before a number, or stands behind it.

    Args:
        start, end: of the number's digits in the caption.
    """
    before = _SET_OFF_BEFORE.search(caption, 0, start)
    if before and before["month"]:
        return PartialDate(month=month_of(before["month"]))
    found = (
        before
        or DATE_BEHIND.match(caption, end)
        or _AFTER.match(caption, end)
        or _YEAR_BEFORE.search(caption, 0, start)
    )
    return last_date(found["date"]) if found else None


def is_by_date(caption: str, start: int) -> bool:
    """Whether a date is set off before the number that begins at `start`."""
    return bool(_SET_OFF_BEFORE.search(caption, 0, start) or _YEAR_BEFORE.search(caption, 0, start))


def last_date(text: str) -> PartialDate | None:
    """The last date of `text`."""
    dates = read_head(text).dates
    return dates[-1] if dates else None
