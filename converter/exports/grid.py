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


def grid(look: Lookup, statement: int) -> Grid:
    """The grid of a statement, named by its index in the report."""
    cells: dict[tuple[int, int], list[tuple[Fact, Source]]] = {}
    periods: dict[int, Counter[Period]] = {}
    for fact in look.numeric:
        for source in fact.sources:
            if source.statement == statement and source.row is not None and source.column is not None:
                cells.setdefault((source.row, source.column), []).append((fact, source))
                periods.setdefault(source.column, Counter())[look.periods[fact.context]] += 1
    return Grid({column: periods[column].most_common(1)[0][0] for column in sorted(periods)}, cells)
