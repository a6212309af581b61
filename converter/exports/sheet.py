"""A statement as printed: its rows, and their numbers in the print's own scale and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter import notebook
from converter.exports.grid import WHOLE, Grid, Head, grids
from converter.exports.lookup import Lookup
from converter.report import Fact, PresentedRow, PresentedStatement, Report, Source
from converter.terms import Period


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one statement.

    Attributes:
        heads: of the printed columns that hold facts, from left to right: `2001-09-30`, `2001-07-01 to 2001-09-30`,
            `Retained earnings`.
        of: what each row is of, its period or its part, where the columns are the other; empty if no row is.
        lines: each row with its line in the source, from 1, and its numbers, parallel to `heads`; None for a blank.
    """

    heads: tuple[str, ...]
    of: tuple[str, ...]
    lines: tuple[tuple[PresentedRow, int, tuple[Decimal | None, ...]], ...]


def sheets(look: Lookup) -> list[Sheet]:
    """The sheets of the statements, in their order."""
    return [
        _sheet(look, statement, table) for statement, table in zip(look.report.statements, grids(look), strict=True)
    ]


def _sheet(look: Lookup, statement: PresentedStatement, table: Grid) -> Sheet:
    heads = tuple(_head(head, look) or WHOLE for head in table.columns.values())
    of = tuple(_head(table.rows[place], look) if place in table.rows else "" for place in range(len(statement.rows)))
    lines = []
    for place, row in enumerate(statement.rows):
        numbers = tuple(_number(table.cells.get((place, column), ())) for column in table.columns)
        lines.append((row, look.report.document.position(row.span.start)[0], numbers))
    return Sheet(heads, of if any(of) else (), tuple(lines))


def notebook_tables(report: Report) -> Iterator[str]:
    """The statements of a report for a notebook."""
    for statement, shown in zip(report.statements, sheets(Lookup(report)), strict=True):
        rows = (
            (
                row.depth,
                row.label,
                [
                    str(row.concept),
                    *([shown.of[at]] if shown.of else []),
                    *("" if each is None else f"{each:,}" for each in numbers),
                ],
            )
            for at, (row, _, numbers) in enumerate(shown.lines)
        )
        heads = ["", "concept", *(["of"] if shown.of else []), *shown.heads]
        yield notebook.table(f"{statement.kind} {statement.title}", heads, rows)


def _number(printed: Sequence[tuple[Fact, Source]]) -> Decimal | None:
    return (printed[-1][1].number or Decimal(0)) if printed else None


def _head(head: Head, look: Lookup) -> str:
    """`Retained earnings`, `2001-12-31`, or both; the company as a whole has no name."""
    told = [look.members_words(head.members or ()), _dates(head.period) if head.period else ""]
    return ", ".join(filter(None, told))


def _dates(period: Period) -> str:
    if period.start is None:
        return period.end.isoformat()
    return f"{period.start.isoformat()} to {period.end.isoformat()}"
