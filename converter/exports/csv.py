"""The statements as printed, one CSV file each, for a spreadsheet: numbers in the print's own scale and sign."""

from __future__ import annotations

import csv
import io

from converter.exports.lookup import Lookup
from converter.exports.sheet import sheet
from converter.rendering.view import number
from converter.report import PresentedStatement, Report

_INDENT = "  "


def export(report: Report) -> dict[str, bytes]:
    """`statements/1-BS.csv`, `statements/2-IS.csv`, ... in the order of the document."""
    look = Lookup(report)
    return {
        f"statements/{at + 1}-{statement.kind.value}.csv": _sheet(at, statement, look)
        for at, statement in enumerate(report.statements)
    }


def _sheet(at: int, statement: PresentedStatement, look: Lookup) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    shown = sheet(look, at)
    writer.writerow([f"{statement.title} (x {statement.scale})", "concept", "line", *shown.heads])
    for row, line, numbers in shown.lines:
        shown_numbers = ["" if each is None else number(each) for each in numbers]
        writer.writerow([_INDENT * row.depth + row.label, row.concept, line, *shown_numbers])
    return buffer.getvalue().encode("utf-8-sig", "replace")
