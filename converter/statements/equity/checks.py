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
    off = _off(block, subtotals, columns)
    for _ in range(_MOST_SUBTOTALS):
        found = _explaining(block, subtotals, off)
        if found is None:
            break
        subtotals ^= {found}
        off = _off(block, subtotals, columns)
    across = frozenset(at for at, line in enumerate(block.lines) if not makes_total(line, parts))
    return Verified(frozenset(subtotals), frozenset(off), across)


def _is_called_subtotal(line: Line) -> bool:
    return line.balance or bool(_SUBTOTAL.fullmatch(plain(line.caption)))


def _off(block: Block, subtotals: Iterable[int], columns: Iterable[int]) -> dict[int, Decimal]:
    """By how much each column that does not foot has too much in its rows; columns without balances foot."""
    left = set(subtotals)
    added = [line for at, line in enumerate(block.lines) if at not in left]
    found = {}
    for column in columns:
        edges = [line.values[column] for line in (block.opening, block.closing) if column in line.values]
        inside = [line.values[column] for line in added if column in line.values]
        if not edges and not any(each.number.value for each in inside):
            continue
        total = sum((each.number.value for each in inside), Decimal(0))
        opening, closing = (
            line.values[column].number.value if column in line.values else Decimal(0)
            for line in (block.opening, block.closing)
        )
        off = opening + total - closing
        if abs(off) > slack(map(figure, [*edges, *inside])):
            found[column] = off
    return found


def _explaining(block: Block, subtotals: Iterable[int], off: Mapping[int, Decimal]) -> int | None:
    """The line that is (or is not) a subtotal, as that makes columns foot that do not, and none fail that does."""
    left = set(subtotals)
    for at, line in enumerate(block.lines):
        if line.balance or not line.values:
            continue
        moved = {column: value.number.value for column, value in line.values.items() if value.number.value}
        sign = -1 if at in left else 1
        if moved and off and all(off.get(column) == sign * amount for column, amount in moved.items()):
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
