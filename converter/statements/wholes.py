"""Of columns of one period, which is the company as a whole, and which are its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from converter.grammars.months import MONTH
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
_WORD = re.compile(r"[A-Za-z]+")
_MONTH = re.compile(MONTH, re.I)
_OF_DATES = re.compile(
    r"unaudited|audited|in|thousands|millions|actual|historical|as|reported|at|of|for|the|"
    r"(?:month|week|year|quarter|period)s?|ended|ending|three|six|nine|twelve|fiscal",
    re.I,
)
"""Words beside the months of a head that says nothing but when."""
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


def adjustments(group: Iterable[int], columns: Sequence[Column], rows: Sequence[Row]) -> frozenset[int]:
    """The columns of a group of one period that lead from the one whose head says nothing but when, the historical one,
    to pro forma figures beside it: the effects of a transaction, or of the company that was bought.
    """
    group = frozenset(group)
    others = frozenset(at for at in group if not is_dated(columns[at].head))
    if not others or len(group - others) != 1:
        return frozenset()
    period = columns[min(group)].period
    beside = [at for at, one in enumerate(columns) if one.period == period and one.basis is Basis.PRO_FORMA]
    entries = {at for at, one in enumerate(columns) if one.period == period and one.basis is Basis.NON_GAAP}
    if len(beside) != 1 or len(group | entries) > _MOST_COLUMNS:
        return frozenset()
    values = [_values(row) for row in rows]
    return others if _adds_up(beside[0], sorted(group | entries), values) else frozenset()


def make_up(parts: Sequence[int], whole: int, rows: Sequence[Row]) -> bool:
    """Whether the columns of parts, eliminations too, add up to that of the whole."""
    return _adds_up(whole, parts, [_values(row) for row in rows])


def is_dated(head: str) -> bool:
    """Whether a head, or a piece of one, says nothing but when, and that it is what was reported."""
    return all(_OF_DATES.fullmatch(word) or _MONTH.fullmatch(word) for word in _WORD.findall(head))


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
