"""Months: `December`, `Dec.`, `Sept`."""

from __future__ import annotations

NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""In the calendar's order, from 1."""

NAME = rf"(?:{'|'.join(NAMES).lower()})"
"""A month written out."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A month written out or cut short, without the point."""

_NUMBERS = {name[:3].lower(): number for number, name in enumerate(NAMES, 1)}


def is_day(month: int, day: int) -> bool:
    """Whether numbers may be a month and a day of it; the 31st of a short month is a misprint of its last."""
    return 1 <= month <= 12 and 1 <= day <= 31


def month_of(word: str) -> int:
    """1 for `January` or `jan`.

    Raises:
        KeyError: the word is no month.
    """
    return _NUMBERS[word[:3].lower()]
