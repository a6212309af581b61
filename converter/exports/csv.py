"""The statements as printed, one CSV file each, for a spreadsheet: numbers in the print's own scale and sign."""

from __future__ import annotations

import csv
import io

from converter.exports.lookup import Lookup
from converter.exports.sheet import Sheet, sheets
from converter.exports.spreadsheet import text_cell
from converter.rendering.view import number
from converter.report import PresentedStatement, Report

_INDENT = "  "


def export(report: Report) -> dict[str, bytes]:
    """`statements/1-BS.csv`, `statements/2-IS.csv`, ... in the order of the document."""
    shown = zip(report.statements, sheets(Lookup(report)), strict=True)
    return {
        f"statements/{at}-{statement.kind.value}.csv": _sheet(statement, sheet)
        for at, (statement, sheet) in enumerate(shown, 1)
    }


def _sheet(statement: PresentedStatement, shown: Sheet) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    title = text_cell(f"{statement.title} (x {statement.scale})")
    writer.writerow([title, "concept", "line", *shown.heads])
    for row, line, numbers in shown.lines:
        shown_numbers = ["" if each is None else number(each) for each in numbers]
        writer.writerow([_INDENT * row.depth + text_cell(row.label), row.concept, line, *shown_numbers])
    return buffer.getvalue().encode("utf-8-sig", "replace")
