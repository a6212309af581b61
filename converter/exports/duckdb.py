"""The analysts' tables (docs/exports.md) as one DuckDB database, with a view that shows the statements."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from converter.report import Report

if TYPE_CHECKING:
    import pyarrow as pa

STATEMENT_LINES = """
create view statement_lines as
select r.document, r.statement, s.kind, r."row", r.depth, r.label, r.concept,
       f."start", f."end", f.members, f.value, f.unit, o.printed, o.line, f.fact
from rows r
join statements s using (document, statement)
left join facts f on f.document = r.document and f.taxonomy || ':' || f.concept = r.concept
left join sources o on o.document = f.document and o.fact = f.fact and o.statement = r.statement and o."row" = r."row"
where r.abstract or o.fact is not null
"""
"""The presented rows with the facts that they print, a line for each fact."""


def export(report: Report) -> dict[str, bytes]:
    """`<prefix>-<date>.duckdb`."""
    from converter.exports.tables import tables
    from converter.rendering.view import View

    return {f"{View(report).stem}.duckdb": database(tables(report))}


def database(tables: Mapping[str, pa.Table]) -> bytes:
    """A database of the tables (all of `converter.exports.tables.SCHEMAS`) and the view."""
    import duckdb

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "made.duckdb"
        with duckdb.connect(str(path)) as connection:
            for name, table in tables.items():
                connection.register("made", table)
                connection.execute(f'create table "{name}" as select * from made')
                connection.unregister("made")
            connection.execute(STATEMENT_LINES)
        return path.read_bytes()
