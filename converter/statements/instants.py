"""Rows of a statement of periods that state a balance, not a flow, at the beginning of the period or at its end: cash
in a cash flow, retained earnings in a statement of income and retained earnings.

A caption says so in words (`at beginning of year`, `Cash, ending`) or by a day (`Cash at October 31`), which is
compared with the columns' own periods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum, auto

from converter.grammars.months import is_day
from converter.statements.calendar import PartialDate, from_anniversary
from converter.statements.periods import read_head
from converter.terms import Period
from converter.terms.period import NEARLY

_OPENS = re.compile(
    r"\b(?:beginning|start)\s+of\b|\b(?:beginning|opening)\s+(?:cash|balance)|\bat\s+beginning\b|[,(-]\s*beginning\b",
    re.I,
)
_CLOSES = re.compile(
    r"\bend\s+of\b|\b(?:ending|closing)\s+(?:cash|balance)|\bat\s+end\b|[,(-]\s*end(?:ing)?\b",
    re.I,
)
_CHANGE = re.compile(r"increase|decrease", re.I)
# Under a heading that names the cash, the words stand alone.
_OF_CASH = re.compile(r"cash|balance|^\W*(?:at\s+)?(?:the\s+)?(?:beginning|start|end)\s+of\b", re.I)
# Captions of balances begin so; of those the ones are flows all the same that name one.
_BALANCE = re.compile(
    r"(?:(?:total|beginning|opening|ending|closing|restricted|unrestricted|consolidated)\s+){0,2}(?:cash|balances?)\b",
    re.I,
)
_FLOW = re.compile(
    r"\b(?:paid|payments?|provided|used|received|receipts?|proceeds|purchases?|acqui\w+|sales?|dividends?|flows?|"
    r"increase\w*|decrease\w*|change\w*|ended|(?:year|period|quarter|month|week)s?\s+ending|during)\b",
    re.I,
)
_OF_EARNINGS = re.compile(
    r"\b(?:earnings\s+(?:retained|re-?invested|invested|employed)|(?:retained|accumulated|undistributed)\s+(?:earnings|"
    r"deficits?|loss(?:es)?)|deficit)\b",
    re.I,
)
_PER = re.compile(r"\bper\b", re.I)
_END_ALONE = re.compile(r"(?:beginning|end|ending)", re.I)
# A day of no year, as numbers: `Cash at 12/31`.
_NUMERIC = re.compile(r"(?<![\d/])(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?![\d/])")


class Moment(Enum):
    """Which end of a column's period a balance is of."""

    OPENING = auto()
    CLOSING = auto()

    def of(self, period: Period) -> Period:
        """The instant: the last day before the period, or its own."""
        assert period.start is not None, "only durations have two ends"
        return Period(period.end if self is Moment.CLOSING else period.start - timedelta(days=1))


def moment(caption: str, periods: Sequence[Period]) -> Moment | None:
    """Which balance a row of a cash flow states; None if it states a flow, or if the caption names both ends.

    Args:
        periods: those of the columns, all durations.
    """
    ends = _ends(caption)
    if ends and _OF_CASH.search(caption):
        return _only(ends)
    if _BALANCE.match(caption) and not _FLOW.search(caption):
        return _only({found for day in _days(caption) if (found := _moment_of(day, periods))})
    return None


def of_earnings(caption: str, headings: Sequence[str], periods: Sequence[Period]) -> Moment | None:
    """Which balance of retained earnings a row states, by itself or below a heading that names them.

    Args:
        periods: those of the columns, all durations.
    """
    if not _OF_EARNINGS.search(" ".join([*headings[-1:], caption])) or _FLOW.search(caption) or _PER.search(caption):
        return None
    caption = said_of(caption, headings)
    return _only(_ends(caption) or {found for day in _days(caption) if (found := _moment_of(day, periods))})


def said_of(caption: str, headings: Sequence[str]) -> str:
    """The caption with what it is said of, where it says nothing but which end: `Ending` below `Cash:`."""
    return f"{headings[-1].rstrip(' :')}, {caption}" if headings and _END_ALONE.fullmatch(caption) else caption


def _ends(caption: str) -> set[Moment]:
    """Which ends the words name."""
    opens = bool(_OPENS.search(caption))
    closes = bool(_CLOSES.search(caption)) and not _CHANGE.search(caption)
    return {*([Moment.OPENING] if opens else []), *([Moment.CLOSING] if closes else [])}


def _only(found: set[Moment]) -> Moment | None:
    return found.pop() if len(found) == 1 else None


def _days(caption: str) -> Iterator[PartialDate]:
    yield from (day for day in read_head(caption).dates if day.day)
    for found in _NUMERIC.finditer(caption):
        month, day = int(found["month"]), int(found["day"])
        if is_day(month, day):
            yield PartialDate(month=month, day=day)


def _moment_of(day: PartialDate, periods: Sequence[Period]) -> Moment | None:
    """The end of a period that the day is, or lies near to (years of 52 or 53 weeks end some days off).

    The first column counts before the others. Without its year, `December 31` is both ends of a year, and means the
    last; the first day of a period means its beginning.
    """
    for period in periods:
        assert period.start is not None, "only durations have two ends"
        for found, when, slack in (
            (Moment.CLOSING, period.end, 0),
            (Moment.OPENING, period.start, 0),
            (Moment.CLOSING, period.end, NEARLY),
            (Moment.OPENING, period.start - timedelta(days=1), NEARLY),
        ):
            if _apart(day, when) <= slack:
                return found
    return None


def _apart(day: PartialDate, when: date) -> int:
    """Days between; between the anniversaries if the day has no year."""
    whole = PartialDate(day.year or when.year, day.month, day.day).complete()
    assert whole is not None, "the day has a month"
    return abs((whole - when).days) if day.year else from_anniversary(when, whole)
