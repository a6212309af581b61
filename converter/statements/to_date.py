"""How long a year to date is: heads say "Year to Date" beside a quarter and leave the count of months to the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from converter.statements.amounts import read_amount
from converter.statements.calendar import Calendar, PartialDate, years_later
from converter.statements.lengths import Length, is_to_date, nth_quarter
from converter.statements.periods import Head, closing_day
from converter.tables.table import Row
from converter.terms.period import NEARLY

_QUARTER = 3
_YEAR = 12
_MONTH_DAYS = 365.25 / 12
_CALENDAR_YEAR = (12, 31)
_MOST_OFF = Decimal("0.75")
"""How many quarters' worth the first row of a year to date may be off what its months are."""


def with_lengths_to_date(
    heads: Sequence[Head], texts: Sequence[str], title: tuple[str, Head], calendar: Calendar, rows: Sequence[Row]
) -> list[Head]:
    """The heads, each that says "Year to Date" with its length: the quarters up to the one that a head beside it or the
    title names, else the months since the fiscal year's end. One that names a year alone does not end with it, and has
    no date. Where nothing tells that end, it is taken for December's if the figures beside are of a quarter that goes
    into the year to date as often as its months say.

    Args:
        texts: of the heads.
        title: its text, and what that says.
        rows: of the table.
    """
    open_ended = [at for at, text in enumerate(texts) if is_to_date(text)]
    if not open_ended:
        return list(heads)
    named = nth_quarter(" ".join([*texts, title[0]]))
    filled = list(heads)
    for at in open_ended:
        end = closing_day(heads[at], title[1], calendar)
        if named:
            filled[at] = replace(heads[at], lengths=(Length(named * _QUARTER),))
        elif end and calendar.fiscal_year_end:
            months = _months_since(calendar.fiscal_year_end, end)
            is_told = months < _YEAR or heads[at].end.month or title[1].months_days
            filled[at] = replace(heads[at], lengths=(Length(months),)) if is_told else replace(heads[at], dates=())
        elif end:
            months = _months_since(_CALENDAR_YEAR, end)
            quarters = [
                other
                for other, head in enumerate(heads)
                if head.length and head.length.months == _QUARTER and closing_day(head, title[1], calendar) == end
            ]
            if quarters and _goes_into(quarters[0], at, months, rows):
                filled[at] = replace(heads[at], lengths=(Length(months),))
    return filled


def _months_since(year_end: tuple[int, int], end: date) -> int:
    """The months of a fiscal year that have passed on a day, from 1 to 12: a day or two behind the year's end is it."""
    day = PartialDate(end.year, *year_end).complete()
    if day is None:
        raise ValueError(f"{year_end} is no day of a year")
    closed = day if (end - day).days > NEARLY else years_later(day, -1)
    return min(max(round((end - closed).days / _MONTH_DAYS), 1), 12)


def _goes_into(quarter: int, to_date: int, months: int, rows: Sequence[Row]) -> bool:
    """Whether the first row that has both is about as many quarters' worth as the months are."""
    for row in rows:
        values: Mapping[int, Decimal] = {
            cell.column: number.value for cell in row.cells if (number := read_amount(cell.text)) and number.value
        }
        if quarter in values and to_date in values:
            return abs(values[to_date] / values[quarter] - Decimal(months) / _QUARTER) < _MOST_OFF
    return False
