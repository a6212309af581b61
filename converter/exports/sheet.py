"""A statement as printed: its rows, and their numbers in the print's own scale and sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter import notebook
from converter.exports.grid import Grid, grids
from converter.exports.lookup import Lookup
from converter.report import Fact, PresentedRow, PresentedStatement, Report, Source
from converter.terms import Period

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_NEGATIVE = re.compile(r"^[^\d]*[(-]|-\s*\)?$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one statement.

    Attributes:
        heads: of the printed columns that hold facts, from left to right: `2001-09-30`, `2001-07-01 to 2001-09-30`.
        lines: each row with its line in the source, from 1, and its numbers, parallel to `heads`; None for a blank.
    """

    heads: tuple[str, ...]
    lines: tuple[tuple[PresentedRow, int, tuple[Decimal | None, ...]], ...]


def sheets(look: Lookup) -> list[Sheet]:
    """The sheets of the statements, in their order."""
    tables = zip(look.report.statements, grids(look), strict=True)
    return [_sheet(look, statement, table) for statement, table in tables]


def _sheet(look: Lookup, statement: PresentedStatement, table: Grid) -> Sheet:
    lines = []
    for place, row in enumerate(statement.rows):
        numbers = tuple(_number(table.cells.get((place, column), ())) for column in table.columns)
        lines.append((row, look.report.document.position(row.span.start)[0], numbers))
    return Sheet(tuple(map(_head, table.columns.values())), tuple(lines))


def notebook_tables(report: Report) -> Iterator[str]:
    """The statements of a report for a notebook."""
    for statement, shown in zip(report.statements, sheets(Lookup(report)), strict=True):
        rows = (
            (row.depth, row.label, [str(row.concept), *("" if each is None else f"{each:,}" for each in numbers)])
            for row, _, numbers in shown.lines
        )
        yield notebook.table(f"{statement.kind} {statement.title}", ["", "concept", *shown.heads], rows)


def _number(printed: Sequence[tuple[Fact, Source]]) -> Decimal | None:
    return printed_number(printed[-1][1].printed) if printed else None


def _head(period: Period) -> str:
    if period.start is None:
        return period.end.isoformat()
    return f"{period.start.isoformat()} to {period.end.isoformat()}"


def printed_number(printed: str) -> Decimal:
    """A number as printed, `(1,234)` being negative and a dash nothing."""
    match = _NUMBER.search(printed)
    if match is None:
        return Decimal(0)
    amount = Decimal(match.group().replace(",", ""))
    return -amount if _NEGATIVE.search(printed) else amount
