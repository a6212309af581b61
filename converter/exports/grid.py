"""A statement's numbers by row and printed column, and what each column is of: a period, or a part of the company."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from converter.exports.lookup import Lookup
from converter.report import Fact, Source
from converter.terms import Member, Period, Scope

Value = TypeVar("Value")

WHOLE = "Total"
"""The head of a column of the company as a whole, beside columns of its parts."""

Cell = tuple[int, int]
"""Row and printed column."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the numbers of a column, or of a row, have in common; None where the other direction tells it."""

    period: Period | None = None
    members: tuple[Member, ...] | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The printed numbers of one statement.

    Attributes:
        columns: the printed columns that hold facts, from left to right, each with what most of them are of.
        rows: the same of rows, as far as columns do not tell it: a statement of equity has a component in each column
            and a period in each row, or the other way round. Empty for a statement without members.
        cells: the facts of a (row, column), each with the place that prints it there.
    """

    columns: dict[int, Head]
    rows: dict[int, Head]
    cells: dict[Cell, list[tuple[Fact, Source]]]


def grids(look: Lookup) -> list[Grid]:
    """The grids of the statements, in their order."""
    cells: list[dict[Cell, list[tuple[Fact, Source]]]] = [{} for _ in look.report.statements]
    scopes: list[list[tuple[Cell, Scope]]] = [[] for _ in look.report.statements]
    for fact in look.numeric:
        for source in fact.sources:
            if source.statement is not None and source.row is not None and source.column is not None:
                cell = source.row, source.column
                cells[source.statement].setdefault(cell, []).append((fact, source))
                scopes[source.statement].append((cell, look.report.scope_of(fact)))
    return [_grid(*each) for each in zip(cells, scopes, strict=True)]


def _grid(cells: dict[Cell, list[tuple[Fact, Source]]], scopes: Sequence[tuple[Cell, Scope]]) -> Grid:
    has_members = any(scope.members for _, scope in scopes)
    periods_of_rows = has_members and _is_of_rows((cell, scope.period) for cell, scope in scopes)
    members_of_rows = has_members and _is_of_rows((cell, scope.members) for cell, scope in scopes)
    columns, rows = _commonest(scopes, 1), _commonest(scopes, 0) if has_members else {}
    return Grid(
        {at: Head(_unless(periods_of_rows, of.period), _unless(members_of_rows, of.members))
         for at, of in columns.items()},
        {at: Head(_unless(not periods_of_rows, of.period), _unless(not members_of_rows, of.members))
         for at, of in rows.items()},
        cells,
    )  # fmt: skip


def _is_of_rows(values: Iterable[tuple[Cell, Hashable]]) -> bool:
    """Whether it is the same all along each row, and not down each column."""
    along: dict[int, set[Hashable]] = defaultdict(set)
    down: dict[int, set[Hashable]] = defaultdict(set)
    for (row, column), value in values:
        along[row].add(value)
        down[column].add(value)
    return all(len(found) == 1 for found in along.values()) and any(len(found) > 1 for found in down.values())


def _commonest(scopes: Iterable[tuple[Cell, Scope]], direction: int) -> dict[int, Scope]:
    """By row (0) or column (1), in order: the period of most of its numbers, and the members of most."""
    periods: dict[int, Counter[Period]] = defaultdict(Counter)
    members: dict[int, Counter[tuple[Member, ...]]] = defaultdict(Counter)
    for cell, scope in scopes:
        periods[cell[direction]][scope.period] += 1
        members[cell[direction]][scope.members] += 1
    return {at: Scope(periods[at].most_common(1)[0][0], members[at].most_common(1)[0][0]) for at in sorted(periods)}


def _unless(told_elsewhere: bool, value: Value) -> Value | None:
    return None if told_elsewhere else value
