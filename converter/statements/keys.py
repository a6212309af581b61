"""Key figures: the few by which a statement is known in others, of its own kind and of other kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from converter.statements.amounts import read_amount
from converter.statements.statement import Basis, Column
from converter.tables.table import Row
from converter.terms import Kind, Period


class Key(StrEnum):
    """What a key figure is; the values are words for a person."""

    TOTAL_ASSETS = "total assets"
    NET_INCOME = "net income"
    CASH = "cash"


KeyFigures = Mapping[tuple[Key, Period], frozenset[Decimal]]
"""What a statement prints for each key and period: several figures where several of its rows may be the one."""

_NET_INCOME = re.compile(r"^(?:consolidated )?net \(?(?:income|loss|earnings|profit)\b(?!.*\bper\b)", re.I)
_ROWS: Mapping[Kind, tuple[tuple[Key, re.Pattern[str]], ...]] = {
    Kind.BALANCE_SHEET: (
        (Key.TOTAL_ASSETS, re.compile(r"^total assets\b", re.I)),
        (Key.CASH, re.compile(r"^(?:total )?cash\b", re.I)),
    ),
    Kind.INCOME: ((Key.NET_INCOME, _NET_INCOME),),
    Kind.COMPREHENSIVE_INCOME: ((Key.NET_INCOME, _NET_INCOME),),
    Kind.CASH_FLOW: (
        (Key.NET_INCOME, _NET_INCOME),
        (Key.CASH, re.compile(r"^cash\b.*(?:\bend(?:ing)?\b|\bat end\b)", re.I)),
    ),
}


def key_figures(kind: Kind, rows: Sequence[Row], columns: Sequence[Column]) -> KeyFigures:
    """The key figures of a statement's rows as printed, without a scale; those of cash are of the last day."""
    found: dict[tuple[Key, Period], set[Decimal]] = {}
    for key, row in _key_rows(kind, rows):
        for cell in row.cells:
            column = columns[cell.column]
            number = read_amount(cell.text)
            if column.basis is Basis.GAAP and column.period and number and number.value:
                period = Period(column.period.end) if key is Key.CASH else column.period
                found.setdefault((key, period), set()).add(number.value)
    return {key: frozenset(values) for key, values in found.items()}


def _key_rows(kind: Kind, rows: Sequence[Row]) -> Iterator[tuple[Key, Row]]:
    for row in rows:
        for key, pattern in _ROWS.get(kind, ()):
            if row.cells and pattern.search(row.stub):
                yield key, row


def agree(some: KeyFigures, others: KeyFigures) -> bool | None:
    """Whether a figure of both is the same, in whatever scale; None if both have none of one key and period."""
    shared = some.keys() & others.keys()
    return any(_alike(some[key], others[key]) for key in shared) if shared else None


def _alike(some: frozenset[Decimal], others: frozenset[Decimal]) -> bool:
    return any(_same(one, other) for one in some for other in others)


def _same(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are one, printed in thousands here and in dollars there."""
    large, small = (one, other) if abs(one) >= abs(other) else (other, one)
    return any(abs(large - small * scale) * 2 <= scale - 1 for scale in (1, 1_000, 1_000_000))
