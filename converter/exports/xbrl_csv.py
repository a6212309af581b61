"""xBRL-CSV 1.0: a table of numbers and a table of texts, described by one JSON file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from converter.exports.oim import Oim
from converter.rendering import taxonomy
from converter.rendering.view import value
from converter.report import Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-csv"
_NONE = "#none"
"""The special value for a dimension that a fact does not have."""

_NUMBERS = ("id", "concept", "period", "unit", "decimals", "value")
_TEXTS = ("id", "concept", "period", "value")


def export(report: Report) -> dict[str, bytes]:
    """`<prefix>-<date>-csv.json`, its tables, and the extension taxonomy that it names."""
    oim = Oim(report)
    numbers = [
        (fact.id, str(fact.concept), oim.period(fact), oim.unit(fact) or _NONE, str(fact.decimals), value(fact))
        for fact in report.facts
        if fact.unit
    ]
    texts = [
        (fact.id, str(fact.concept), oim.period(fact), _escaped(value(fact))) for fact in report.facts if not fact.unit
    ]
    stem = oim.view.stem
    tables: dict[str, tuple[str, Sequence[str], Sequence[Sequence[str]]]] = {
        "numbers": (f"{stem}-numbers.csv", _NUMBERS, numbers),
        "texts": (f"{stem}-texts.csv", _TEXTS, texts),
    }
    present = {name: table for name, table in tables.items() if table[2]}
    described: dict[str, Any] = {
        "documentInfo": {"documentType": DOCUMENT_TYPE, "namespaces": oim.namespaces, "taxonomy": [oim.view.schema]},
        "tableTemplates": {name: _template(columns, oim) for name, (_, columns, _) in present.items()},
        "tables": {name: {"url": file} for name, (file, _, _) in present.items()},
    }
    files = {f"{stem}-csv.json": (json.dumps(described, indent=1) + "\n").encode()}
    files |= {file: _table(columns, rows) for file, columns, rows in present.values()}
    return files | taxonomy(report)


def _escaped(text: str) -> str:
    """A text that begins like a special value is told from it so (xBRL-CSV 1.0, 4.4).

    One that begins like a formula stays as the fact has it: this is data for programs.
    """
    return f"#{text}" if text.startswith("#") else text


def _template(columns: Sequence[str], oim: Oim) -> dict[str, Any]:
    fact: dict[str, Any] = {
        "dimensions": {name: f"${name}" for name in columns if name in ("concept", "period", "unit")}
    }
    if "decimals" in columns:
        fact["decimals"] = "$decimals"
    return {
        "rowIdColumn": "id",
        "columns": {name: fact if name == "value" else {} for name in columns},
        "dimensions": {"entity": oim.entity},
    }


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8", "replace")
