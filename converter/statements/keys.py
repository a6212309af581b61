"""Key figures: the few by which a statement is known in others, of its own kind and of other kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from converter.statements.amounts import read_amount
from converter.statements.statement import Basis, Column, Statement
from converter.tables.table import Row
from converter.terms import Kind, Period
from converter.terms.unit import DOLLAR


class Key(StrEnum):
    """What a key figure is; the values are words for a person."""

    TOTAL_ASSETS = "total assets"
    CLAIMS = "total liabilities and equity"
    NET_INCOME = "net income"
    CASH = "cash"


KeyFigures = Mapping[tuple[Key, Period], frozenset[Decimal]]
"""What a statement prints for each key and period: several figures where several of its rows may be the one."""

FUND_RESULT = r"net \(?(?:increase|decrease|change)\b.*\bnet assets\b.*\boperations\b"
"""What an investment company calls the net income that its operations gave (Regulation S-X, 6-07)."""
_NET_INCOME = re.compile(
    rf"^(?:(?:consolidated )?net \(?(?:income|loss|earnings|profit)\b|{FUND_RESULT})(?!.*\bper\b)", re.I
)
# Where cash is told with more, the two statements tell it with different things.
_NOT_MORE = r"(?!.*\b(?:restricted|segregated|investments|securities|held|bank|due)\b)"
_CLAIMS = re.compile(r"^total liabilities\b.*\b(?:equity|deficit|deficiency|capital|investment|worth)\b", re.I)
_ROWS: Mapping[Kind, tuple[tuple[Key, re.Pattern[str]], ...]] = {
    Kind.BALANCE_SHEET: (
        (Key.TOTAL_ASSETS, re.compile(r"^total assets\b", re.I)),
        (Key.CLAIMS, _CLAIMS),
        (Key.CASH, re.compile(rf"^(?:total )?cash\b{_NOT_MORE}", re.I)),
    ),
    Kind.INCOME: ((Key.NET_INCOME, _NET_INCOME),),
    Kind.COMPREHENSIVE_INCOME: ((Key.NET_INCOME, _NET_INCOME),),
    Kind.CASH_FLOW: (
        (Key.NET_INCOME, _NET_INCOME),
        (Key.CASH, re.compile(rf"^cash\b{_NOT_MORE}.*\bend(?:ing)?\b", re.I)),
    ),
}


Line = tuple[str, Iterable[tuple[Period, Decimal]]]
"""A caption and what stands beside it, by period."""


def key_figures(kind: Kind, lines: Iterable[Line]) -> KeyFigures:
    """The key figures of a statement's lines; zeros say nothing, and cash is of the last day of its period."""
    found: dict[tuple[Key, Period], set[Decimal]] = {}
    for caption, values in lines:
        keys = keys_of(kind, caption)
        for period, value in values if keys else ():
            for key in keys if value else ():
                found.setdefault((key, Period(period.end) if key is Key.CASH else period), set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def keys_of(kind: Kind, caption: str) -> list[Key]:
    """The keys whose figures stand beside a caption in a statement of this kind."""
    return [key for key, pattern in _ROWS.get(kind, ()) if pattern.search(caption)]


def printed_lines(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[Line]:
    """The lines of a table as printed, without a scale: of its columns of GAAP figures."""
    periods = {at: one.period for at, one in enumerate(columns) if one.period and one.basis is Basis.GAAP}
    for row in rows:
        numbers = ((periods.get(cell.column), read_amount(cell.text)) for cell in row.cells)
        yield row.stub, [(period, number.value) for period, number in numbers if period and number]


def lines_of(statement: Statement) -> Iterator[Line]:
    """The lines of money of a statement, in full units."""
    periods = {at: one.period for at, one in enumerate(statement.columns) if one.period and one.basis is Basis.GAAP}
    for item in statement.items:
        if item.unit == DOLLAR and item.host is None:
            amounts = ((periods.get(amount.column), amount.value) for amount in item.amounts)
            yield item.caption, [(period, value) for period, value in amounts if period]


def agree(some: KeyFigures, others: KeyFigures) -> bool | None:
    """Whether a figure of both is the same, in whatever scale; None if both have none of one key and period."""
    shared = some.keys() & others.keys()
    return any(_alike(some[key], others[key]) for key in shared) if shared else None


def _alike(some: frozenset[Decimal], others: frozenset[Decimal]) -> bool:
    return any(same_figure(one, other) for one in some for other in others)


def same_figure(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are one: in thousands here and in dollars there, or a loss with and without a sign."""
    small, large = sorted((abs(one), abs(other)))
    return any(abs(large - small * scale) * 2 <= scale - 1 for scale in (1, 1_000, 1_000_000))
