"""Rows of a statement of changes in equity: balances with their days, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from converter.grammars.months import NAME
from converter.statements.amounts import Printed, read_amount
from converter.statements.captions import PrintedItem, join
from converter.statements.periods import read_head
from converter.tables.table import Cell, Row, Table

_BALANCE = re.compile(
    r"(?:(?:total|consolidated|beginning|ending|opening|closing|adjusted|restated)\s+)*balances?\b(?!\s+sheet)|"
    r".*\b(?:beginning|ending|opening|closing)\s+balances?\b|"
    r"(?:(?:total|consolidated|common)\s+)*(?:(?:stock|share)\s?(?:holders?|owners?)?['\u2019]?s?['\u2019]?\s+|"
    r"(?:members|partners)['\u2019]?\s+)?(?:equity|deficit|deficiency|capital|investment)\b"
    r"(?=.*(?:\d|\bbeginning\b|\bend\b))",
    re.I,
)
_MONTHS = re.compile(
    rf"(?:{NAME}|at|as|of|on|fiscal|year|end|ended|balance|the|\d+|\W)+",
    re.I,
)
_MIN_FILLED = 2
"""Cells of a row that is called by a bare day."""


@dataclass(frozen=True, slots=True)
class Value:
    """A printed number, and where it stands.

    Attributes:
        number: with the printed sign, unscaled.
    """

    cell: Cell
    number: Printed


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the statement.

    Attributes:
        values: by column.
        balance: a balance, not a movement.
        day: of a balance, as the print says it; None if it does not.
    """

    item: PrintedItem
    values: Mapping[int, Value]
    balance: bool = False
    day: date | None = None

    @property
    def caption(self) -> str:
        return self.item.caption


def read_lines(table: Table, strays: frozenset[int]) -> list[Line]:
    """The lines of a table.

    Args:
        strays: columns that no head stands over: what is printed there belongs to the captions.
    """
    return [_line(item) for item in join([_with_strays(row, strays) for row in table.rows])]


def _with_strays(row: Row, strays: frozenset[int]) -> Row:
    if not any(cell.column in strays for cell in row.cells):
        return row
    words = [row.stub, *(cell.text for cell in row.cells if cell.column in strays)]
    kept = tuple(cell for cell in row.cells if cell.column not in strays)
    return replace(row, stub=" ".join(word for word in words if word), cells=kept)


def _line(item: PrintedItem) -> Line:
    numbers = [(cell, read_amount(cell.text)) for cell in item.cells]
    values = {cell.column: Value(cell, number) for cell, number in numbers if number and not number.percent}
    balance = bool(values) and is_balance(item.caption, len(values))
    return Line(item, values, balance, day_of(item.caption) if balance else None)


def is_balance(caption: str, filled: int) -> bool:
    """Whether a row of so many cells states what there is on a day."""
    if _BALANCE.match(caption):
        return True
    return filled >= _MIN_FILLED and day_of(caption) is not None and bool(_MONTHS.fullmatch(caption))


def day_of(caption: str) -> date | None:
    """The day that a caption prints in full."""
    return next((day for each in read_head(caption).dates if each.month and (day := each.complete())), None)


def closing_days(lines: Sequence[Line]) -> list[Line]:
    """The lines with the days of openings as days that close: `January 1, 1996` is the evening before, where the other
    days end months.
    """
    days = {line.day for line in lines if line.day}
    firsts = {day for day in days if day.day == 1}
    if not firsts or any((day + timedelta(1)).day != 1 for day in days - firsts):
        return list(lines)
    return [replace(line, day=line.day - timedelta(1)) if line.day in firsts and line.day else line for line in lines]
