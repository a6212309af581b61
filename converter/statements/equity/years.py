"""Columns of periods under components: each component's head stands over a column for every period.

Common Stock      Retained Earnings
1994    1993       1994      1993
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from converter.arithmetic import in_units
from converter.statements.equity.checks import off
from converter.statements.equity.items import at_edge, components, row_of
from converter.statements.equity.known import Balance
from converter.statements.equity.lines import Line, read_lines
from converter.statements.equity.parts import Part, Sort, names_component, part_named
from converter.statements.scale import Scale
from converter.statements.statement import Amount, Column, Item, Role
from converter.statements.wholes import is_dated
from converter.tables.table import Table
from converter.terms import Period

_MIN_GROUPS = 2
_MIN_PERIODS = 2


@dataclass(frozen=True, slots=True)
class UnderComponents:
    """A statement with one roll-forward, whose columns are the periods of each component in turn.

    Attributes:
        parts: of each column.
        periods: of each column, all durations.
        lines: headings and movements between the two balances.
    """

    parts: tuple[Part, ...]
    periods: tuple[Period, ...]
    opening: Line
    lines: tuple[Line, ...]
    closing: Line

    @property
    def failing(self) -> frozenset[int]:
        """The columns in which the movements do not lead from the opening to the closing balance."""
        leading = [self.opening, *self.lines]
        return frozenset(column for column in range(len(self.parts)) if off(column, leading, self.closing).fails)

    @property
    def totals(self) -> list[Balance]:
        """What equity is at the end of each period: its total as printed, or else what the components make."""
        totals: dict[date, Decimal] = defaultdict(Decimal)
        printed = any(part.sort is Sort.TOTAL for part in self.parts)
        for column, value in self.closing.values.items():
            if not printed or self.parts[column].sort is Sort.TOTAL:
                totals[self.periods[column].end] += value.number.value
        return [*totals.items()]


def read_years(table: Table, columns: Sequence[Column]) -> UnderComponents | None:
    """The statement of a table whose periods come again under each component; None if it is none."""
    periods = [column.period for column in columns if column.period is not None and column.period.start is not None]
    count = len(set(periods))
    if len(periods) < len(columns) or count < _MIN_PERIODS or len(columns) < _MIN_GROUPS * count:
        return None
    if len(columns) % count or periods != periods[:count] * (len(columns) // count):
        return None
    named = _parts(table, count)
    lines = read_lines(table, frozenset())
    balances = [at for at, line in enumerate(lines) if line.balance]
    if len(set(named)) < len(named) or not all(map(names_component, named)) or len(balances) != _MIN_GROUPS:
        return None
    first, last = balances
    parts = tuple(part for part in named for _ in range(count))
    return UnderComponents(parts, tuple(periods), lines[first], tuple(lines[first + 1 : last]), lines[last])


def _parts(table: Table, count: int) -> list[Part]:
    """The part of each group of so many columns, by the pieces of heads whose middles are nearest to the group's."""
    bands = table.columns
    groups = [(bands[at].x0, bands[at + count - 1].x1) for at in range(0, len(bands), count)]
    words: list[list[str]] = [[] for _ in groups]
    for line in table.head:
        for piece in line:
            middle = (piece.x0 + piece.x1) / 2
            if middle >= groups[0][0] and not is_dated(piece.text):
                nearest = min(range(len(groups)), key=lambda at: abs(sum(groups[at]) / 2 - middle))
                words[nearest].append(piece.text)
    return [part_named(" ".join(found)) for found in words]


def items_of(found: UnderComponents, scale: Scale, first_column: int) -> Iterator[Item]:
    """The rows, of columns whose movements lead to their balances."""
    left_out = found.failing
    yield _row(found, found.opening, scale, first_column, "begin", frozenset())
    for line in found.lines:
        item = _row(found, line, scale, first_column, "", left_out)
        if item.amounts or not line.values:
            yield item
    yield _row(found, found.closing, scale, first_column, "end", frozenset())


def _row(
    found: UnderComponents, line: Line, scale: Scale, first_column: int, edge: str, left_out: frozenset[int]
) -> Item:
    if not line.values:
        return row_of(line, Role.HEADING)
    amounts = []
    for column, value in sorted(line.values.items()):
        if column not in left_out:
            amount, decimals = in_units(scale.money, value.number.value, value.number.places)
            period, parts = at_edge(found.periods[column], edge), components(found.parts[column])
            place = first_column + column
            amounts.append(Amount(value.cell.text, amount, decimals, place, period, value.cell.span, parts))
    return row_of(line, Role.TOTAL if edge else Role.LINE, amounts=tuple(amounts))
