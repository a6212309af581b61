"""Printed numbers to Decimals: brackets, dashes, percent signs, and the precision that was printed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from converter.digits import amount

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")
_POINT_APART = re.compile(r"(?<=[0-9])\s?\.\s?(?=[0-9])")
_ZERO = re.compile(r"^[$\s(]*(?:-0-|[-\u2013\u2014\u2012\u2015\u0096\u0097\s]+|nil|none)[)\s%]*$", re.I)


class Printed(NamedTuple):
    """A number as printed: `value` with its printed sign, unscaled; `places` behind the point; `percent` if so
    marked.
    """

    value: Decimal
    places: int
    percent: bool
    dash: bool


def read_amount(text: str) -> Printed | None:
    """The number that `text` prints; None if it prints none, or one that is longer than any amount.

    A dash, `-0-`, `nil` and `none` are zero. Brackets make a number negative, also when one of the two is missing:
    print and transmission lose them, and nothing else puts a bracket beside a number in a value column. A point may be
    set apart from the digits before or behind it.
    """
    if _ZERO.match(text):
        return Printed(Decimal(0), 0, "%" in text, dash=True)
    found = _DIGITS.search(_POINT_APART.sub(".", text.replace(", ", ",")))
    if found is None:
        return None
    digits = found[0].replace(",", "")
    value = amount(digits)
    if value is None:
        return None
    places = len(digits.partition(".")[2])
    stripped = text.replace("$", "").replace(" ", "")
    negative = "(" in stripped[:2] or stripped.startswith("-") or stripped.endswith("-") or ")" in stripped
    return Printed(-value if negative and value else value, places, "%" in text, dash=False)
