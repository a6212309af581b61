"""How long print says that a period is: "Three Months", "16 Weeks", "Thirteen and Thirty-Nine Weeks", "Quarter"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from converter.grammars.numbers import NUMBER, number_of

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
    r"fiscal(?:\s+years?)?|annual|twelve\s+months|full\s+year|year(?![\s-]+to[\s-]+date)|fy)\b",
    re.I,
)
_TO_DATE = re.compile(r"\b(?:fiscal\s+)?year[\s-]+to[\s-]+date\b|\bytd\b", re.I)
_NTH_QUARTER = re.compile(
    r"\b(?:(?P<word>first|second|third|fourth)[\s-]+(?:fiscal\s+)?quarter|q(?P<digit>[1-4])\b)", re.I
)
_ORDINALS = ("first", "second", "third", "fourth")
_HALF = re.compile(r"\b(?:half|semi-?annual)\b", re.I)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, as named.

    Attributes:
        months: the whole months that it is, or is nearest to: 3 for a quarter of 12, 13 or 14 weeks.
        weeks: where weeks are named: these count, as a week is seven days and a month is none.
    """

    months: int
    weeks: int | None = None


def read_lengths(text: str) -> tuple[Length, ...]:
    """All lengths that a text names: those that it counts, else the quarter, the half or the year that it speaks of."""
    counted = [(found["first"], found["unit"]) for found in _SEVERAL.finditer(text)]
    counted += [(found["count"], found["unit"]) for found in _LENGTH.finditer(text)]
    lengths = [_length(number_of(count), unit.lower()) for count, unit in counted]
    if not lengths:
        lengths += [Length(3)] if _QUARTER.search(text) else []
        lengths = lengths or ([Length(6)] if _HALF.search(text) else [])
        lengths = lengths or ([Length(12)] if _YEARLY.search(text) else [])
    return tuple(length for length in lengths if length.months)


def is_to_date(text: str) -> bool:
    """Whether a text names a period from the beginning of the fiscal year, however long."""
    return bool(_TO_DATE.search(text)) and not read_lengths(_TO_DATE.sub(" ", text))


def nth_quarter(text: str) -> int | None:
    """Which quarter of its fiscal year a text names, 1 to 4; None if it names none, or several."""
    named = {
        int(found["digit"]) if found["digit"] else _ORDINALS.index(found["word"].lower()) + 1
        for found in _NTH_QUARTER.finditer(text)
    }
    return named.pop() if len(named) == 1 else None


def _length(count: int, unit: str) -> Length:
    if unit.startswith("week"):
        return Length(round(count * 12 / 52), count)
    return Length(count * 3 if unit.startswith("quarter") else count)


def only(lengths: Iterable[Length]) -> Length | None:
    """The length that several name, in weeks if they name one number of weeks; None if they name different months."""
    named = set(lengths)
    months = {length.months for length in named}
    weeks = {length.weeks for length in named if length.weeks}
    return Length(months.pop(), weeks.pop() if len(weeks) == 1 else None) if len(months) == 1 else None
