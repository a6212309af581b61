"""What one way to read a document comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from converter.mapping.decide import Barred
from converter.report import Report, Source
from converter.statements.statement import Statement
from converter.terms import Decision


class Made(NamedTuple):
    """A Report that is proved and checked, and what it was made of.

    Attributes:
        decisions: parallel to the items of the statements, as they stand in the Report.
        barred: concepts that rows were not given.
        places: by statement and row of the Report, the statement and the item that it presents.
    """

    report: Report
    statements: tuple[Statement, ...]
    decisions: Sequence[Sequence[Decision | None]]
    barred: Barred
    places: Mapping[tuple[int, int], tuple[int, int]]

    def place_of(self, source: Source) -> tuple[int, int] | None:
        """The statement and the item that print a fact; None of what no row of a statement prints."""
        if source.statement is None or source.row is None:
            return None
        return self.places.get((source.statement, source.row))


def places(report: Report, decisions: Sequence[Sequence[Decision | None]]) -> dict[tuple[int, int], tuple[int, int]]:
    """By statement and row of a Report as it was assembled, the statement and the item of the row.

    Args:
        decisions: the very objects that the Report's rows hold.
    """
    items = {id(one): (at, row) for at, rows in enumerate(decisions) for row, one in enumerate(rows) if one is not None}
    return {
        (at, row): items[id(presented.decision)]
        for at, statement in enumerate(report.statements)
        for row, presented in enumerate(statement.rows)
        if id(presented.decision) in items
    }
