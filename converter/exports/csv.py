"""The statements as printed, one CSV file each, for a spreadsheet: numbers in the print's own scale and sign."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from converter.exports.grid import WHOLE, Grid, Head, grids
from converter.exports.lookup import Lookup
from converter.exports.spreadsheet import text_cell
from converter.rendering.view import number
from converter.report import Fact, PresentedStatement, Report, Source
from converter.terms import Period

_INDENT = "  "


def export(report: Report) -> dict[str, bytes]:
    """`statements/1-BS.csv`, `statements/2-IS.csv`, ... in the order of the document."""
    look = Lookup(report)
    return {
        f"statements/{number}-{statement.kind.value}.csv": _sheet(statement, table, look)
        for number, (statement, table) in enumerate(zip(report.statements, grids(look), strict=True), 1)
    }


def _sheet(statement: PresentedStatement, table: Grid, look: Lookup) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    heads = [_head(head, look) or WHOLE for head in table.columns.values()]
    # What a row is of: its period, or its part, where the columns are the other.
    of_rows = {at: head for at, row in table.rows.items() if (head := _head(row, look))}
    title = text_cell(f"{statement.title} (x {statement.scale})")
    writer.writerow([title, "concept", "line", *(["of"] if of_rows else []), *map(text_cell, heads)])
    for place, row in enumerate(statement.rows):
        line = look.report.document.position(row.span.start)[0]
        numbers = [_number(table.cells.get((place, column), ())) for column in table.columns]
        of = [text_cell(of_rows.get(place, ""))] if of_rows else []
        writer.writerow([_INDENT * row.depth + text_cell(row.label), row.concept, line, *of, *numbers])
    return buffer.getvalue().encode("utf-8-sig", "replace")


def _number(printed: Sequence[tuple[Fact, Source]]) -> str:
    return number(printed[-1][1].number or Decimal(0)) if printed else ""


def _head(head: Head, look: Lookup) -> str:
    """`Retained earnings`, `2001-12-31`, or both; the company as a whole has no name."""
    told = [look.members_words(head.members or ()), _dates(head.period) if head.period else ""]
    return ", ".join(filter(None, told))


def _dates(period: Period) -> str:
    if period.start is None:
        return period.end.isoformat()
    return f"{period.start.isoformat()} to {period.end.isoformat()}"
