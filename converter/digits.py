"""Numbers and days of documents: what their characters say, or None where that can be no number and no day.

A document may print any characters: digits of other scripts, raised ones, four hundred of them, the year 1. Whatever is
read from one goes through here, so that no later step meets a number that it cannot hold.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

MOST_DIGITS = 18
"""Of an amount. In billions that makes 27; decimals of 28 digits hold it, and so do columns of 28 before the point."""

MOST_PLACES = 8
"""Digits of an amount behind its point; a percentage gets two more."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Of days that companies report on."""

_WHOLE = re.compile(r"[0-9]+")
_AMOUNT = re.compile(rf"(?=[0-9.]{{1,{MOST_DIGITS + 1}}}$)([0-9]*)(?:\.([0-9]{{0,{MOST_PLACES}}}))?")


def whole(text: str, most: int = MOST_DIGITS) -> int | None:
    """The whole number of a text that is nothing but at most `most` digits."""
    return int(text) if len(text) <= most and _WHOLE.fullmatch(text) else None


def amount(text: str) -> Decimal | None:
    """The number of a text that is nothing but digits and a point."""
    found = _AMOUNT.fullmatch(text)
    if found is None or len(found[1]) + len(found[2] or "") not in range(1, MOST_DIGITS + 1):
        return None
    return Decimal(text)


def likely(day: date) -> date | None:
    """The day, if a company may report on it."""
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
