"""Statements as printed, for spreadsheets: `statements/1-BS.csv`, in the print's own scale and sign."""

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
    shown = sheets(Lookup(report))
    return {
        f"statements/{number_}-{statement.kind.value}.csv": _sheet(statement, sheet)
        for number_, (statement, sheet) in enumerate(zip(report.statements, shown, strict=True), 1)
    }


def _sheet(statement: PresentedStatement, shown: Sheet) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    title = text_cell(f"{statement.title} (x {statement.scale})")
    writer.writerow([title, "concept", "line", *(["of"] if shown.of else []), *map(text_cell, shown.heads)])
    for at, (row, line, numbers) in enumerate(shown.lines):
        of = [text_cell(shown.of[at])] if shown.of else []
        shown_numbers = ["" if each is None else number(each) for each in numbers]
        writer.writerow([_INDENT * row.depth + text_cell(row.label), row.concept, line, *of, *shown_numbers])
    return buffer.getvalue().encode("utf-8-sig", "replace")
