"""Footing: which rows add up to which total, found in the printed figures themselves.

Reading downwards, rows wait until a total takes them: a total is the sum of the last few rows that wait (a statement's
arithmetic is nested and contiguous), with minus signs where the statement subtracts. All columns have to agree, so a
sum found by chance is rare.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import product

from converter.arithmetic import Figure, add_up
from converter.statements.statement import Basis, Column, Item, Role, Sum

_TOTAL = re.compile(
    r"^(?:sub-?)?totals?\b|^(?:consolidated )?net\b|^gross (?:profit|margin)|"
    r"^(?:operating |pre-?tax )?\(?(?:income|loss|earnings|profit)\b|"
    r"^comprehensive|^(?:cash|balance).*(?:end|ending)|^(?:net )?\(?(?:increase|decrease)",
    re.I,
)
_NAMED_TOTAL = re.compile(
    r"^(?:sub-?)?totals?\b|^net cash (?:flows? )?(?:provided|used|\(used|from)|"
    r"^(?:net )?(?:increase|decrease|\(decrease).*\bcash\b",
    re.I,
)
_OF = re.compile(r"^totals?\s+", re.I)
_MAX_PARTS = 45
_MIN_MISPRINTED = 3
"""Rows that a total may add up wrongly in one column: fewer, and it is the sum of something else."""
_MAX_SIGNED = 9
_MAX_FREE_SIGNS = 6

_BESIDE_AMOUNTS = frozenset({Basis.CHANGE, Basis.PERCENT, Basis.OTHER})
"""What stands in columns beside the amounts, and adds up to nothing: percents of change, numbers of notes."""

Figures = dict[int, Figure]
"""The figures of a row by column."""


def find_sums(items: Sequence[Item], columns: Sequence[Column] = ()) -> tuple[tuple[Sum, ...], tuple[int, ...]]:
    """The sums among the money rows, and the rows that the print calls totals or leaves without a caption, as it does
    with totals alone.

    Args:
        columns: of the statement; without them all are of amounts.
    """
    beside = {at for at, column in enumerate(columns) if column.basis in _BESIDE_AMOUNTS}
    values = [_values(item, beside) for item in items]
    waiting: list[int] = []
    sums: list[Sum] = []
    totals: list[int] = []
    opened: dict[str, int] = {}
    for index, item in enumerate(items):
        if item.role is Role.HEADING:
            opened[_subject(item)] = index
        if item.role in (Role.HEADING, Role.PARENTHETICAL) or item.unit != "USD" or not values[index]:
            continue
        named = bool(_NAMED_TOTAL.match(item.caption)) or not item.caption
        found = _sum_for(index, item, values, waiting, named, opened.get(_subject(item), -1))
        if named:
            totals.append(index)
        if found is not None:
            found = _with_noughts(found, items, values, waiting)
            sums.append(found)
            del waiting[-len(found.parts) :]  # parts are the last that wait
        waiting.append(index)
    return tuple(sums), tuple(totals)


def _with_noughts(found: Sum, items: Sequence[Item], values: list[Figures], waiting: list[int]) -> Sum:
    """The sum with the lines just above its parts, under the same headings, that print nothing but zeros: they belong
    to it, though it adds up without them.
    """
    headings = items[found.parts[0][0]].headings
    added: list[int] = []
    for row in reversed(waiting[-_MAX_PARTS : -len(found.parts)]):
        if items[row].headings != headings or any(figure.value for figure in values[row].values()):
            break
        added.append(row)
    return replace(found, parts=(*((row, 1) for row in reversed(added)), *found.parts)) if added else found


def _values(item: Item, beside: Collection[int]) -> Figures:
    return {amount.column: amount.figure for amount in item.amounts if amount.column not in beside}


def _subject(item: Item) -> str:
    """What a heading or a total is of: `Interest charges:`, `Total interest charges`."""
    return _OF.sub("", item.caption).strip(": ").lower()


def _sum_for(
    index: int, item: Item, values: list[Figures], waiting: list[int], named: bool, heading: int
) -> Sum | None:
    """The sum that a row is.

    Args:
        heading: the row of the heading that has the total's name, or -1. What stands above it may be added, as some
            headings stand too low, but is not subtracted: that would be chance.
    """
    total = values[index]
    if all(figure.value == 0 for figure in total.values()):
        return None
    added = _added(index, total, values, waiting, 1 if named else 2, strict=True)
    if added is not None:
        return added
    under = [row for row in waiting if row > heading]
    if _TOTAL.match(item.caption) or not item.caption:
        signed = _signed(index, total, values, under)
        if signed is not None:
            return signed
    # A misprint is one of what the total is of: with another column that fails, what holds reaches up by chance.
    return _added(index, total, values, under, _MIN_MISPRINTED, strict=False) if named else None


def _added(
    index: int, total: Figures, values: list[Figures], waiting: list[int], smallest: int, *, strict: bool
) -> Sum | None:
    """The sum of the last rows that wait, as few as possible but no fewer than `smallest`."""
    for size in range(smallest, min(len(waiting), _MAX_PARTS) + 1):
        parts = [(part, 1) for part in waiting[-size:]]
        if _holds(total, values, parts, strict=strict):
            return _as_sum(index, total, values, parts)
    return None


def _signed(index: int, total: Figures, values: list[Figures], waiting: list[int]) -> Sum | None:
    """The sum of the last rows that wait, of which some are subtracted: all but the first, else any."""
    for size in range(2, min(len(waiting), _MAX_SIGNED) + 1):
        parts = waiting[-size:]
        signed = [(parts[0], 1)] + [(part, -1) for part in parts[1:]]
        if _holds(total, values, signed, strict=True) and not _cancels(total, values, parts):
            return _as_sum(index, total, values, signed)
    for size in range(3, min(len(waiting), _MAX_FREE_SIGNS) + 1):
        parts = waiting[-size:]
        for signs in product((1, -1), repeat=size - 1):
            signed = [(parts[0], 1), *zip(parts[1:], signs, strict=True)]
            if _holds(total, values, signed, strict=True) and not _cancels(total, values, parts):
                return _as_sum(index, total, values, signed)
    return None


def _cancels(total: Figures, values: list[Figures], parts: list[int]) -> bool:
    """Whether one of the parts is the total, so that figures which are the same twice take each other away: a result
    that is printed again, below a loss and its subtotal.
    """
    others = sum(any(figure.value for figure in values[part].values()) for part in parts) - 1
    return others > 1 and any(values[part] == total for part in parts)


def _holds(
    total: Figures,
    values: list[Figures],
    parts: list[tuple[int, int]],
    strict: bool,
) -> bool:
    """Whether it adds up in all columns, or, if not `strict`, in all but one of several (a misprint)."""
    allowed = 0 if strict or len(total) < 2 else 1
    good = 0
    for column, figure in total.items():
        if _adds_up(column, figure, values, parts):
            good += figure.value != 0
        else:
            allowed -= 1
            if allowed < 0:
                return False
    # A row that repeats one column of the row before it is no total of it.
    return good >= 2 or (good == 1 and len(parts) >= 2) or len(total) == 1


def _adds_up(column: int, total: Figure, values: list[Figures], parts: list[tuple[int, int]]) -> bool:
    present = [(values[part][column], weight) for part, weight in parts if column in values[part]]
    return bool(present) and add_up(total, present)


def _as_sum(
    index: int,
    total: Figures,
    values: list[Figures],
    parts: list[tuple[int, int]],
) -> Sum:
    holds = sum(_adds_up(column, figure, values, parts) for column, figure in total.items())
    return Sum(index, tuple(parts), holds, len(total) - holds)
