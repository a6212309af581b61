"""Numbers in words, as heads count months and weeks: `three`, `thirteen`, `twenty-six`, `fifty two`."""

from __future__ import annotations

import re

_UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty")
_WORTH = {word: number for number, word in enumerate(_UNITS, 1)} | {
    word: number * 10 for number, word in enumerate(_TENS, 2)
}

_DIGIT = "|".join(_UNITS[:9])
_TEEN = "|".join(_UNITS[9:])

WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_DIGIT}))?|{_TEEN}|{_DIGIT})"
"""A number from one to fifty-nine in words."""

NUMBER = rf"(?:{WORDS}|[0-9]{{1,2}})"
"""The same in words or digits."""


def number_of(text: str) -> int:
    """26 for `twenty-six`, `Twenty Six` or `26`.

    Raises:
        KeyError: the text is no number of this grammar.
    """
    if text.isascii() and text.isdecimal():
        return int(text)
    return sum(_WORTH[word] for word in re.split(r"[\s-]", text.lower()))
