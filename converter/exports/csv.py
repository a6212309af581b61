"""The statements as printed, one CSV file each, for a spreadsheet: numbers in the print's own scale and sign."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal

from converter.exports.grid import Grid, grids
from converter.exports.lookup import Lookup
from converter.exports.spreadsheet import text_cell
from converter.rendering.view import number
from converter.report import Fact, PresentedStatement, Report, Source
from converter.terms import Period

_INDENT = "  "
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_NEGATIVE = re.compile(r"^[^\d]*[(-]|-\s*\)?$")


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
    title = text_cell(f"{statement.title} (x {statement.scale})")
    writer.writerow([title, "concept", "line", *map(_head, table.columns.values())])
    for place, row in enumerate(statement.rows):
        line = look.report.document.position(row.span.start)[0]
        numbers = [_number(table.cells.get((place, column), ())) for column in table.columns]
        writer.writerow([_INDENT * row.depth + text_cell(row.label), row.concept, line, *numbers])
    return buffer.getvalue().encode("utf-8-sig", "replace")


def _number(printed: Sequence[tuple[Fact, Source]]) -> str:
    return number(printed_number(printed[-1][1].printed)) if printed else ""


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
