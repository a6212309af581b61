"""Of columns of one period, which is the company as a whole, and which are its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from converter.statements.amounts import read_amount
from converter.statements.statement import Basis, Column
from converter.tables.table import Row

_WHOLE = re.compile(r"\b(?:consolidated|combined|total)\b", re.I)
_NO_WHOLE = re.compile(r"\b(?:subsidiar\w+|parent|guarantors?|adjustments?|eliminations?|entries)\b", re.I)
_MIN_PROOF = 3
"""Rows whose parts make the whole, with two parts at least."""
_MOST_WRONG = 4
"""One of so many rows may fail: a print has misprints, and counts of shares do not add up."""
_MOST_COLUMNS = 12
_NUMBERLESS = frozenset({Basis.PERCENT, Basis.CHANGE, Basis.OTHER})
"""What is no part of a whole."""


def whole_of(group: Iterable[int], columns: Sequence[Column], rows: Sequence[Row]) -> int | None:
    """The column of a group of one period that is the whole: the others, eliminations too, add up to it, or else it
    alone is called so.
    """
    group = sorted(group)
    period = columns[group[0]].period
    beside = [
        at for at, column in enumerate(columns) if column.period in (period, None) and column.basis not in _NUMBERLESS
    ]
    if len(beside) <= _MOST_COLUMNS:
        values = [_values(row) for row in rows]
        proved = [at for at in group if _adds_up(at, [one for one in beside if one != at], values)]
        if len(proved) == 1:
            return proved[0]
    called = [at for at in group if _WHOLE.search(columns[at].head) and not _NO_WHOLE.search(columns[at].head)]
    return called[0] if len(called) == 1 else None


def _values(row: Row) -> Mapping[int, Decimal]:
    numbers = ((cell.column, read_amount(cell.text)) for cell in row.cells)
    return {column: number.value for column, number in numbers if number is not None and not number.percent}


def _adds_up(whole: int, parts: Sequence[int], values: Sequence[Mapping[int, Decimal]]) -> bool:
    """Whether the parts make the whole, within a unit for each, in all rows but a few that have two parts at least."""
    holds = fails = 0
    for row in values:
        summands = [row[part] for part in parts if row.get(part)]
        if row.get(whole) and len(summands) > 1:
            right = abs(sum(summands) - row[whole]) <= len(summands)
            holds, fails = holds + right, fails + (not right)
    return holds >= _MIN_PROOF and fails * _MOST_WRONG <= holds
