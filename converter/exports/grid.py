"""A statement's numbers by row and printed column, and the period of each column."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from converter.exports.lookup import Lookup
from converter.report import Fact, Source
from converter.terms import Period


@dataclass(frozen=True, slots=True)
class Grid:
    """The printed numbers of one statement.

    Attributes:
        columns: the printed columns that hold facts, from left to right, each with the period of most of them.
        cells: the facts of a (row, column), each with the place that prints it there.
    """

    columns: dict[int, Period]
    cells: dict[tuple[int, int], list[tuple[Fact, Source]]]


def grids(look: Lookup) -> list[Grid]:
    """The grids of the statements, in their order."""
    cells: list[dict[tuple[int, int], list[tuple[Fact, Source]]]] = [{} for _ in look.report.statements]
    periods: list[dict[int, Counter[Period]]] = [{} for _ in look.report.statements]
    for fact in look.numeric:
        for source in fact.sources:
            if source.statement is not None and source.row is not None and source.column is not None:
                cells[source.statement].setdefault((source.row, source.column), []).append((fact, source))
                columns = periods[source.statement]
                columns.setdefault(source.column, Counter())[look.periods[fact.context]] += 1
    return [
        Grid({column: columns[column].most_common(1)[0][0] for column in sorted(columns)}, found)
        for columns, found in zip(periods, cells, strict=True)
    ]
