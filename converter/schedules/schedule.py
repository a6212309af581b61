"""The Schedule: one column of an EX-27."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from converter.knowledge import ScheduleItem
from converter.span import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A tag and its value.

    Attributes:
        tag: `TOTAL-ASSETS`, without brackets.
        item: what the tag means.
        printed: the characters, e.g. `(2,415,066)`.
        value: in full units, with the printed sign.
        decimals: the printed precision in XBRL's sense.
    """

    tag: str
    item: ScheduleItem
    printed: str
    value: Decimal
    decimals: int
    span: Span


@dataclass(frozen=True, slots=True)
class Schedule:
    """One column of a schedule; a schedule of several columns is several of these.

    Attributes:
        article: of Regulation S-X: `5`, `7`, `9`, `UT`, `CT`, ...
        name, cik: of the company, where one schedule of several companies names it; `cik` has ten digits.
        multiplier: what a printed 1 is worth; 1 if the schedule names none (filers forgot it).
        restated: marked as restating an earlier one.
        months: length of the period of the income tags, if told.
        start: its first day, if told.
        end: the day of the balance-sheet tags and the end of the others.
        entries: in printed order.
    """

    part: int
    article: str
    name: str | None
    cik: str | None
    multiplier: int
    restated: bool
    months: int | None
    start: date | None
    end: date
    entries: tuple[Entry, ...]
    span: Span
