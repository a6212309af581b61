"""Which class of stock the numbers of one caption count, where it names several.

Class by class in brackets behind their sum: `12,849 (Class A 5,964, Class B 883, Class C 6,002)`; or a clause for each:
`Class A, 9,000 shares authorized, 5,964 issued; Class B, 1,000 shares authorized, 883 issued`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from converter import digits
from converter.grammars.stock import named_classes

_IN_BRACKETS = re.compile(r"(?P<whole>[0-9][0-9,]{0,20})[a-z\s]{0,40}(?P<parts>\([^()]{1,200}\))", re.I)
_PART = re.compile(r"\b(?P<sort>class|series)\s+(?P<name>\w{1,3})[\s:\u2014-]+(?P<count>[0-9][0-9,]{0,20})", re.I)
_DIGIT = re.compile(r"[0-9]")


class Count(NamedTuple):
    """What a caption counts of one class.

    Attributes:
        name: of the class, as a caption has it: `Class A`.
        start, end: of the digits in the caption.
    """

    name: str
    value: Decimal
    start: int
    end: int


class Parts(NamedTuple):
    """Counts by class in brackets.

    Attributes:
        whole: where the digits of their sum begin.
        start, end: of the brackets.
    """

    whole: int
    start: int
    end: int
    counts: tuple[Count, ...]


def class_parts(caption: str) -> Iterator[Parts]:
    """The brackets whose counts by class add up to the number before them."""
    for found in _IN_BRACKETS.finditer(caption):
        counts = tuple(_counts(found))
        if len(counts) > 1 and sum(count.value for count in counts) == _count(found["whole"]):
            yield Parts(found.start("whole"), *found.span("parts"), counts)


def _counts(brackets: re.Match[str]) -> Iterator[Count]:
    for part in _PART.finditer(brackets.string, *brackets.span("parts")):
        value = _count(part["count"])
        if value is not None:
            start = part.start("count")
            yield Count(
                f"{part['sort'].title()} {part['name'].upper()}", value, start, start + len(part["count"].rstrip(","))
            )


def without_class_parts(caption: str) -> str:
    """The caption with blanks in the place of such brackets."""
    for parts in class_parts(caption):
        caption = caption[: parts.start] + " " * (parts.end - parts.start) + caption[parts.end :]
    return caption


class Clause(NamedTuple):
    """What a caption says of one class, up to `end`; of all stock where `name` is None."""

    name: str | None
    end: int


def class_clauses(caption: str) -> list[Clause]:
    """The clauses of a caption that has one for each of its classes, in order; else the whole caption as one.

    A class named right behind another, with no number between, is one of a list, and the numbers behind a list are of
    all of them, or of each in turn: nothing tells.
    """
    named = list(named_classes(without_class_parts(caption)))
    ends = [*(each.start for each in named[1:]), len(caption)]
    clauses = list(zip(named, ends, strict=False))
    sorts = {each.name.partition(" ")[0] for each in named}
    counted = all(_DIGIT.search(caption, each.end, end) for each, end in clauses)
    if len({each.name for each in named}) < 2 or len(sorts) > 1 or not counted:
        return [Clause(None, len(caption))]
    return [Clause(None, named[0].start), *(Clause(each.name, end) for each, end in clauses)]


def _count(printed: str) -> Decimal | None:
    return digits.amount(printed.replace(",", ""))
