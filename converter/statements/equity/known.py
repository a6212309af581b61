"""What is known of a company's equity: the amounts of its balance sheets, and the balances that were read.

A statement of changes in equity that ends in none of them is of another company, or was misread; one that does
tells its scale besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from converter.statements.scale import Scale, read_scale
from converter.statements.scales import scale_lines
from converter.statements.section_scale import Sections
from converter.statements.statement import Statement
from converter.tables.table import Table
from converter.terms import Kind
from converter.terms.unit import DOLLAR

_FACTORS = (1, 1_000, 1_000_000)

Balance = tuple[date, Decimal]
"""A total of equity, unscaled, and its day."""


class Known:
    """The equity that is known of a document's company."""

    def __init__(self, text: str, tables: Sequence[Table], statements: Sequence[Statement]) -> None:
        self._sections = Sections(text, tables)
        self._sheet = next((one for one in statements if one.kind is Kind.BALANCE_SHEET), None)
        self._amounts: dict[date, set[Decimal]] = defaultdict(set)
        self._read: set[Balance] = set()
        for statement in statements:
            if statement.kind is Kind.BALANCE_SHEET:
                self._add(statement)

    def _add(self, statement: Statement) -> None:
        for item in statement.items:
            for amount in item.amounts:
                if amount.period is not None and item.unit == DOLLAR and amount.value:
                    self._amounts[amount.period.end].add(amount.value)

    def scale(self, table: Table, totals: Sequence[Balance], *, goes_on: bool) -> Scale | None:
        """The scale in which a total is one of the balance sheet, or of a statement that was read; None if none is,
        though the balance sheet has the day, or the table is not told to be the registrant's.

        Args:
            goes_on: whether it has the columns of a statement that was read.
        """
        stated = self._stated(table)
        for factor in dict.fromkeys((stated.money, *_FACTORS)):
            for day, total in totals:
                if total and (total * factor in self._amounts.get(day, ()) or (day, total * factor) in self._read):
                    return stated if factor == stated.money else Scale(factor, stated.shares)
        if any(day in self._amounts for day, _ in totals) or (self._read and not goes_on):
            return None
        return stated

    def contradicts(self, balance: Balance, scale: Scale) -> bool:
        """Whether the balance sheet has the day and, of its amounts, none is the balance."""
        day, total = balance
        return day in self._amounts and total != 0 and total * scale.money not in self._amounts[day]

    def add(self, totals: Iterable[Balance], scale: Scale) -> None:
        """Balances that were read."""
        self._read |= {(day, total * scale.money) for day, total in totals}

    def _stated(self, table: Table) -> Scale:
        """The scale that is printed over the table, or else that of the balance sheet."""
        printed = read_scale(scale_lines(table)) or self._sections.scale(table)
        if printed is not None:
            return printed
        return Scale(self._sheet.scale, self._sheet.share_scale) if self._sheet is not None else Scale()
