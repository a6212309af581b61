"""The summary of a batch, as Parquet and CSV: one row per document, in the order of the inputs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from converter.batch.row import Row
from converter.exports.spreadsheet import text_cell

COLUMNS = [field.name for field in fields(Row)]


def as_csv(rows: Sequence[Row]) -> bytes:
    """The content of `summary.csv`, UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        cells = _as_text(row).items()
        writer.writerow({name: text_cell(value) if isinstance(value, str) else value for name, value in cells})
    return text.getvalue().encode("utf-8")


def as_parquet(rows: Sequence[Row]) -> bytes:
    """The content of `summary.parquet`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"int": pa.int64(), "float": pa.float64(), "float | None": pa.float64()}
    schema = pa.schema([(field.name, types.get(str(field.type), pa.string())) for field in fields(Row)])
    content = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([_as_text(row) for row in rows], schema=schema), content)
    return content.getvalue()


def _as_text(row: Row) -> dict[str, Any]:
    """The row as UTF-8 can say it: the bytes of a file's name that are not show as `\\udcff`."""
    data = row.as_json()
    return {
        name: value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
        for name, value in data.items()
    }
