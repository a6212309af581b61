"""Value columns of an HTML grid: the parts of printed values joined, and the columns they stand in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from converter.tables.html_grid import GridCell, GridRow
from converter.tables.html_text import Line
from converter.tables.html_values import Kind, is_year, read_value, tail_of
from converter.tables.table import Band

_NUMERAL_MARK = re.compile(r"\s*\(\s?[0-9]{1,2}\s?\)\s*$")
_NUMBERS = (Kind.NUMBER, Kind.DASH)


@dataclass(slots=True)
class Value:
    """A printed value: its own parts joined, its place in the source and on the grid."""

    text: str
    start: int
    end: int
    x0: int
    x1: int
    column: int = -1


@dataclass(slots=True)
class ValueRow:
    """A row of the grid with its values joined; `words` are the cells that are no part of a value."""

    grid: GridRow
    values: list[Value]
    words: list[GridCell]

    @property
    def years_only(self) -> bool:
        """Whether its numbers are calendar years, as heads print them."""
        return bool(self.values) and all(is_year(value.text) for value in self.values)

    @property
    def real(self) -> bool:
        """Whether it prints values, years apart."""
        return bool(self.values) and not self.years_only


def read_values(grid: list[GridRow]) -> list[ValueRow]:
    """The rows with `$`, brackets and percent signs joined to their numbers, and footnote marks left out."""
    covered = _covered(grid)
    rows = [_join(row, covered) for row in grid]
    labels = _label_column(rows)
    for row in rows:
        while row.values and row.values[0].x0 < labels:
            _to_words(row)
    return rows


def _covered(grid: list[GridRow]) -> frozenset[int]:
    """The grid columns in which plain numbers stand."""
    return frozenset(
        column for row in grid for cell in row.cells if cell.kind in _NUMBERS for column in range(cell.x0, cell.x1)
    )


def _join(row: GridRow, covered: frozenset[int]) -> ValueRow:
    joined = ValueRow(row, [], [])
    opening: GridCell | None = None
    behind = False  # the cell before this one ended in a value
    for cell in row.cells:
        if cell.kind is Kind.OPENING:
            opening, behind = cell, False
            continue
        number = cell.kind in _NUMBERS or (cell.kind is Kind.MARK and _is_number(cell, covered))
        value = _value(cell, opening) if number else None
        if value is not None:
            joined.values.append(value)
        elif cell.kind is Kind.CLOSING and behind:
            joined.values[-1].text += tail_of(cell.text)
        elif cell.kind is Kind.WORDS or number:
            joined.words.append(cell)
        behind = value is not None or (behind and cell.kind in (Kind.CLOSING, Kind.MARK))
        opening = None
    return joined


def _is_number(cell: GridCell, covered: frozenset[int]) -> bool:
    """`(1)` in a column of numbers is a negative one; elsewhere it is a mark."""
    return bool(_NUMERAL_MARK.match(cell.text)) and not covered.isdisjoint(range(cell.x0, cell.x1))


def _value(cell: GridCell, opening: GridCell | None) -> Value | None:
    line = printed_line(cell)
    found = read_value(line) if line else None
    if found is None:
        return None
    text, x0 = found.text, cell.x0
    if opening is not None:
        text = opening.text + ("" if opening.text.endswith(("(", "[")) else " ") + text
        x0 = opening.x0
    return Value(text, found.start, found.end, x0, cell.x1)


def printed_line(cell: GridCell) -> Line | None:
    """The one line of a cell that has print; None if several have."""
    lines = [line for line in cell.lines if line.words]
    return lines[0] if len(lines) == 1 else None


def _label_column(rows: list[ValueRow]) -> int:
    """Numbers left of this grid column are labels (the years of a schedule, a caption's last line), not values.

    That is the first column, if words or years stand in it and values to the right of it.
    """
    first = min((cell.x0 for row in rows for cell in row.grid.cells), default=0)
    worded = any(row.values and row.words and row.words[0].x0 < row.values[0].x0 for row in rows)
    labelled = [row for row in rows if len(row.values) > 1 and row.values[0].x0 == first]
    if worded or (labelled and all(is_year(row.values[0].text) for row in labelled)):
        return first + 1
    return 0


def _to_words(row: ValueRow) -> None:
    value = row.values.pop(0)
    cell = next(cell for cell in row.grid.cells if cell.x1 == value.x1)
    row.words.insert(0, cell)


def find_columns(rows: list[ValueRow]) -> tuple[Band, ...]:
    """The value columns; each value of the rows is told its column, or dropped if another value claims it."""
    cores = stretches(rows)
    real = [row for row in rows if row.real]
    for row in real:
        _assign(row.values, cores)
        row.values = [value for value in row.values if value.column >= 0]
    used = sorted({value.column for row in real for value in row.values})
    renumbered = {column: at for at, column in enumerate(used)}
    for row in real:
        for value in row.values:
            value.column = renumbered[value.column]
    return tuple(Band(*cores[column]) for column in used)


def stretches(rows: list[ValueRow]) -> list[tuple[int, int]]:
    """The grid columns that the values of each value column cover, left to right.

    Most values of a column cover the same ones, so the stretches covered most often are the columns; others belong to
    the column they overlap.
    """
    covered = Counter((value.x0, value.x1) for row in rows if row.real for value in row.values)
    cores: list[tuple[int, int]] = []
    for x0, x1 in sorted(covered, key=lambda place: (-covered[place], place[1] - place[0], place)):
        if not any(x0 < core[1] and core[0] < x1 for core in cores):
            cores.append((x0, x1))
    return sorted(cores)


def _assign(values: list[Value], cores: list[tuple[int, int]]) -> None:
    """Each value to the column it overlaps; values that claim one column together go by order."""
    for value in values:
        value.column = min(
            range(len(cores)),
            key=lambda at: (-_overlap(value, cores[at]), abs(cores[at][1] - value.x1), at),
        )
    claimed = [value.column for value in values]
    if len(set(claimed)) == len(claimed):
        return
    if len(values) == len(cores):
        for at, value in enumerate(values):
            value.column = at
        return
    seen: set[int] = set()
    for value in values:
        if value.column in seen:
            value.column = -1
        seen.add(value.column)


def _overlap(value: Value, core: tuple[int, int]) -> int:
    return min(value.x1, core[1]) - max(value.x0, core[0])
