"""A table that may be a statement of the registrant, with what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from converter.statements.classify import Verdict
from converter.statements.keys import KeyFigures, key_figures, printed_lines
from converter.statements.statement import Basis, Column, Component
from converter.tables.table import Table
from converter.terms import Kind, Period


@dataclass(frozen=True)
class Selected:
    """A table, or a stretch of one, taken for a statement.

    Attributes:
        company: whose statement its titles say it is, if they do.
        heading: a line over the title that may be a company's name.
    """

    table: Table
    verdict: Verdict
    columns: tuple[Column, ...]
    company: str | None = None
    heading: str | None = None

    @property
    def kind(self) -> Kind:
        return self.verdict.kind

    @property
    def periods(self) -> frozenset[Period]:
        """Of its columns of GAAP figures of the registrant."""
        return frozenset(column.period for column in self.columns if column.period and column.basis is Basis.GAAP)

    @property
    def scopes(self) -> frozenset[tuple[Period, tuple[Component, ...]]]:
        """When its figures are, and of what: of the registrant, or of a part that a head names."""
        return frozenset(
            (column.period, column.components) for column in self.columns if column.period and column.states
        )

    @cached_property
    def keys(self) -> KeyFigures:
        """The figures by which it is known in other tables."""
        return key_figures(self.kind, printed_lines(self.table.rows, self.columns))
