"""Statements that are split by width: the left columns on one page, the right ones on the next, the rows repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.statements.equity.lines import Line, Value
from converter.statements.equity.parts import Part, Sort, part_named

_KEY = 14
"""Letters by which two prints of a caption are known to be of one row: they may be wrapped in other places."""
_REACH = 20
"""Rows within which a row is looked for on the other page."""
_LETTERS = re.compile(r"[^a-z]+")


def goes_beside(parts: Sequence[Part | None], lines: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether a page has the balances of the page before it again, and that one no total."""
    days, again = [[line.day for line in each if line.balance] for each in (lines, other)]
    total = any(part is not None and part.sort is Sort.TOTAL for part in parts)
    return not total and len(days) > 1 and days == again and None not in days


def parted(parts: Sequence[Part | None], lines: Sequence[Line]) -> tuple[tuple[Part | None, ...], list[Line]]:
    """The parts and lines of a table in which the rows are printed again, with what stands over them, for one more
    column: that column beside the others.
    """
    again = _again(lines)
    if again is None:
        return tuple(parts), list(lines)
    first = max((at for at in range(again) if lines[at].values), default=0) + 1
    columns = {column for line in lines[again:] for column in line.values}
    if len(columns) != 1:
        return tuple(parts), list(lines)
    heading = " ".join(line.caption for line in lines[first:again])
    right = [replace(line, values=dict.fromkeys([0], *line.values.values()) if line.values else {})
             for line in lines[again:]]  # fmt: skip
    return (*parts, part_named(heading)), beside(lines[:first], right, len(parts))


def _again(lines: Sequence[Line]) -> int | None:
    """Where the balances begin a second time, in the same order of days."""
    balances = [at for at, line in enumerate(lines) if line.balance]
    days = [lines[at].day for at in balances]
    half = len(days) // 2
    is_twice = half > 1 and days[:half] == days[half:] and None not in days
    return balances[half] if is_twice else None


def beside(left: Sequence[Line], right: Sequence[Line], first_column: int) -> list[Line]:
    """The lines of both pages as one: rows between two balances in the order of the left page.

    Args:
        first_column: where the columns of the right page begin.
    """
    joined: list[Line] = []
    for one, other in zip(_runs(left), _runs(right), strict=True):
        joined += _merged(one, other, first_column)
    return joined


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines from each balance to the one before the next; first those before any balance."""
    run: list[Line] = []
    for line in lines:
        if line.balance:
            yield run
            run = []
        run.append(line)
    yield run


def _merged(left: Sequence[Line], right: Sequence[Line], first_column: int) -> Iterator[Line]:
    done = 0
    for line in right:
        if not line.values:
            continue
        reach = range(done, min(done + _REACH, len(left)))
        at = next((at for at in reach if _same(left[at], line)), None)
        if at is None:
            yield replace(line, values=_moved(line, first_column))
            continue
        yield from left[done:at]
        whole = left[at]
        item = replace(whole.item, heading=False)
        yield replace(whole, item=item, values={**whole.values, **_moved(line, first_column)})
        done = at + 1
    yield from left[done:]


def _same(one: Line, other: Line) -> bool:
    return (one.balance and other.balance) or _key(one) == _key(other)


def _key(line: Line) -> str:
    return _LETTERS.sub("", line.caption.lower())[:_KEY]


def _moved(line: Line, first_column: int) -> dict[int, Value]:
    return {first_column + column: value for column, value in line.values.items()}
