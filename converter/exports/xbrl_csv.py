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
from converter.report import Fact, Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-csv"
_NONE = "#none"
"""The special value for a dimension that a fact does not have."""

_NUMBERS = ("id", "concept", "period", "unit", "decimals", "value")
_TEXTS = ("id", "concept", "period", "value")
_DIMENSIONS = frozenset({"concept", "period", "unit"})


def export(report: Report) -> dict[str, bytes]:
    """`<prefix>-<date>-csv.json`, its tables, and the extension taxonomy that it names."""
    oim = Oim(report)
    stem = oim.view.stem
    numbers = [fact for fact in report.facts if fact.unit]
    texts = [fact for fact in report.reported if not fact.unit]
    tables: dict[str, tuple[str, Sequence[str], Sequence[Sequence[str]]]] = {
        "numbers": (f"{stem}-numbers.csv", *_tabulated(numbers, _NUMBERS, oim)),
        "texts": (f"{stem}-texts.csv", *_tabulated(texts, _TEXTS, oim)),
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


def _tabulated(facts: Sequence[Fact], standard: Sequence[str], oim: Oim) -> tuple[Sequence[str], list[list[str]]]:
    """Columns and rows of a table of facts: behind the standard columns one for each axis in use."""
    axes = sorted({axis for fact in facts for axis in oim.members(fact)})
    rows = []
    for fact in facts:
        members = oim.members(fact)
        cells = {
            "id": fact.id,
            "concept": str(fact.concept),
            "period": oim.period(fact),
            "unit": oim.unit(fact) or _NONE,
            "decimals": str(fact.decimals),
            "value": value(fact) if fact.unit else _escaped(value(fact)),
        }
        named = (str(members[axis]) if axis in members else _NONE for axis in axes)
        rows.append([*(cells[column] for column in standard), *named])
    return (*standard, *map(str, axes)), rows


def _template(columns: Sequence[str], oim: Oim) -> dict[str, Any]:
    """The description of a table; a column that is none of the standard ones is named by its axis.

    Names of columns have no colon (xBRL-CSV 1.0, identifiers), so that of an axis has an underscore.
    """
    axes = {axis: _column(axis) for axis in columns if axis not in (*_NUMBERS, *_TEXTS)}
    dimensions = {name: f"${name}" for name in columns if name in _DIMENSIONS}
    fact: dict[str, Any] = {"dimensions": dimensions | {axis: f"${column}" for axis, column in axes.items()}}
    if "decimals" in columns:
        fact["decimals"] = "$decimals"
    return {
        "rowIdColumn": "id",
        "columns": {_column(name): fact if name == "value" else {} for name in columns},
        "dimensions": {"entity": oim.entity},
    }


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(map(_column, columns))
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8", "replace")


def _column(name: str) -> str:
    return name.replace(":", "_", 1)
