"""The arithmetic of printed numbers: a number says what it is worth, and how far the true value may lie from it.

A number printed to `decimals` stands for an interval: half a step either way, ends included, for printers round halves
up or to even. Two numbers agree if they may be the same at the coarser of their precisions ("consistent duplicates",
XBRL working group note on duplicate facts). Parts add up to a total if their intervals leave room for it (Calculations
1.1); calculations of XBRL 2.1 round to `decimals` and compare (5.2.5.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from typing import NamedTuple

_WIDE = Context(prec=80)
"""Wide enough for the largest sum at the finest precision."""


class Figure(NamedTuple):
    """A number and its precision in XBRL's sense: -3 for thousands, 2 for cents, None for an exact number."""

    value: Decimal
    decimals: int | None

    @property
    def rounded(self) -> Decimal:
        """The value at its precision, halves to even (XBRL 2.1, 4.6.7.2)."""
        if self.decimals is None:
            return self.value
        return self.value.quantize(step(self.decimals), ROUND_HALF_EVEN, _WIDE)


Part = tuple[Figure, int]
"""A summand and its weight."""


@cache
def step(decimals: int) -> Decimal:
    """The last printed digit's worth: 1000 for -3, 0.01 for 2."""
    return Decimal(1).scaleb(-decimals)


@cache
def half_step(decimals: int | None) -> Decimal:
    """How far the true value may lie from one that is printed to `decimals`; nothing for an exact number."""
    return Decimal(0) if decimals is None else Decimal(5).scaleb(-decimals - 1)


def power_of_ten(factor: int) -> int:
    """3 for 1000; of a number that is no power of ten, that of the one below."""
    return len(str(factor)) - 1


def in_units(factor: int, value: Decimal, places: int) -> tuple[Decimal, int]:
    """Value and decimals of a number that is printed with `places` digits behind the point, in units of `factor`."""
    return value * factor, places - power_of_ten(factor)


def coarser(one: int | None, other: int | None) -> int | None:
    """The coarser of two precisions."""
    known = [decimals for decimals in (one, other) if decimals is not None]
    return min(known, default=None)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two numbers may be the same, one of them printed more precisely than the other."""
    return abs(one.value - other.value) <= half_step(coarser(one.decimals, other.decimals))


def slack(figures: Iterable[Figure]) -> Decimal:
    """How far a sum of printed numbers may be off without any of them being wrong."""
    return sum((half_step(figure.decimals) for figure in figures), Decimal(0))


def total(parts: Iterable[Part]) -> Decimal:
    return sum((weight * figure.value for figure, weight in parts), Decimal(0))


def add_up(whole: Figure, parts: Sequence[Part]) -> bool:
    """Whether the parts may be those of the whole, for all that each of them was rounded on its own."""
    return abs(whole.value - total(parts)) <= slack([whole, *(figure for figure, _ in parts)])


def add_up_rounded(whole: Figure, parts: Iterable[Part]) -> bool:
    """The same as calculations of XBRL 2.1 have it: rounded parts give, rounded to the whole's precision, the whole."""
    computed = total((Figure(part.rounded, part.decimals), weight) for part, weight in parts)
    return whole.rounded == Figure(computed, whole.decimals).rounded
