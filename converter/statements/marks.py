"""Marks of footnotes that stand where an amount would: `(2)` in a row of 725,000 and 730,500."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.statements.amounts import Printed
from converter.tables.table import Cell

_MARK = re.compile(r"\(\s*[1-9]\s*\)")
_AMOUNT = 10_000
"""All other numbers of the row are at least as large: no amount falls to one digit from there."""


def marks(cells: Sequence[Cell], numbers: Sequence[Printed | None]) -> list[Cell]:
    """The cells of a row that are marks of footnotes."""
    found = [cell for cell in cells if _MARK.fullmatch(cell.text)]
    others = [number for cell, number in zip(cells, numbers, strict=True) if number and not _MARK.fullmatch(cell.text)]
    return found if others and all(number.value >= _AMOUNT for number in others) else []
