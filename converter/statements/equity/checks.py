"""What has to hold in a block before anything of it is a fact.

Down: in each column the opening balance and the movements make the closing balance, subtotals left out. Across: in each
row the components make the total. A line whose amounts are all that is too much is a subtotal; a column that does not
foot gives no facts, and neither does a row that does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from converter.arithmetic import Figure, slack
from converter.statements.equity.blocks import Block
from converter.statements.equity.lines import Line, Value
from converter.statements.equity.parts import Part, Sort, plain

_SUBTOTAL = re.compile(r"(?:sub ?)?total\b.*|(?:net )?comprehensive (?:income|loss|earnings|expense)\b.*")
_MOST_SUBTOTALS = 4


@dataclass(frozen=True, slots=True)
class Verified:
    """What holds in a block.

    Attributes:
        subtotals: the lines that are not added down, by their places in the block.
        failing: columns in which the balances do not lead to each other.
        across: lines whose components do not make their total.
    """

    subtotals: frozenset[int]
    failing: frozenset[int]
    across: frozenset[int]


def figure(value: Value) -> Figure:
    """A printed number with its printed precision, unscaled."""
    return Figure(value.number.value, value.number.places)


def verify(block: Block, parts: Sequence[Part | None]) -> Verified:
    """What holds in a block."""
    subtotals = {at for at, line in enumerate(block.lines) if line.values and _is_called_subtotal(line)}
    columns = [at for at, part in enumerate(parts) if part is not None and part.sort is not Sort.ASIDE]
    excess = _excess(block, subtotals, columns)
    for _ in range(_MOST_SUBTOTALS):
        found = _explaining(block, subtotals, excess)
        if found is None:
            break
        subtotals ^= {found}
        excess = _excess(block, subtotals, columns)
    failing = frozenset(column for column, off in excess.items() if off.fails)
    across = frozenset(at for at, line in enumerate(block.lines) if not makes_total(line, parts))
    return Verified(frozenset(subtotals), failing, across)


def _is_called_subtotal(line: Line) -> bool:
    return line.balance or bool(_SUBTOTAL.fullmatch(plain(line.caption)))


class Off(NamedTuple):
    """By how much the rows of a column are too much, and how much rounding may be."""

    amount: Decimal
    rounding: Decimal

    @property
    def fails(self) -> bool:
        return abs(self.amount) > self.rounding


def _excess(block: Block, subtotals: Iterable[int], columns: Iterable[int]) -> dict[int, Off]:
    """By how much each column's rows are too much to lead from its opening to its closing balance."""
    left = set(subtotals)
    added = [line for at, line in enumerate(block.lines) if at not in left]
    return {column: off(column, [block.opening, *added], block.closing) for column in columns}


def off(column: int, leading: Iterable[Line], closing: Line) -> Off:
    """By how much a column's opening balance and the rows after it are too much to lead to the closing balance."""
    known = [figure(line.values[column]) for line in leading if column in line.values]
    whole = sum((each.value for each in known), Decimal(0))
    if column not in closing.values:
        return Off(whole, slack(known))
    closed = figure(closing.values[column])
    return Off(whole - closed.value, slack([*known, closed]))


def _explaining(block: Block, subtotals: Iterable[int], excess: Mapping[int, Off]) -> int | None:
    """The line that is (or is not) a subtotal: in each of its columns it is all that is too much, and one fails."""
    left = set(subtotals)
    for at, line in enumerate(block.lines):
        if line.balance:
            continue
        sign = -1 if at in left else 1
        moved = [
            (excess[column], sign * value.number.value)
            for column, value in line.values.items()
            if value.number.value and column in excess
        ]
        if any(off.fails for off, _ in moved) and all(off.amount == amount for off, amount in moved):
            return at
    return None


def makes_total(line: Line, parts: Sequence[Part | None]) -> bool:
    """Whether the components of a line make its total; so does a line that has none, or nothing but dashes for them, or
    no total.
    """
    total = _only(line, parts, lambda part: part.sort is Sort.TOTAL)
    summands = _values(line, parts, lambda part: part.adds)
    if total is None or not any(each.number.value for each in summands):
        return True
    whole = sum((each.number.value for each in summands), Decimal(0))
    return abs(whole - total.number.value) <= slack(map(figure, [total, *summands]))


def total_of(line: Line, parts: Sequence[Part | None]) -> Decimal | None:
    """The total of a line as printed, or else what its components make; None if it has neither."""
    total = _only(line, parts, lambda part: part.sort is Sort.TOTAL)
    if total is not None:
        return total.number.value
    summands = _values(line, parts, lambda part: part.adds)
    return sum((each.number.value for each in summands), Decimal(0)) if summands else None


def _values(line: Line, parts: Sequence[Part | None], wanted: Callable[[Part], bool]) -> list[Value]:
    return [
        value
        for column, value in line.values.items()
        if (part := parts[column]) is not None and not part.counts and wanted(part)
    ]


def _only(line: Line, parts: Sequence[Part | None], wanted: Callable[[Part], bool]) -> Value | None:
    found = _values(line, parts, wanted)
    return found[0] if len(found) == 1 else None
