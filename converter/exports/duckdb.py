"""The analysts' tables (docs/exports.md) as one DuckDB database, with a view that shows the statements."""

from __future__ import annotations

import tempfile
from pathlib import Path

from converter.report import Report

STATEMENT_LINES = """
create view statement_lines as
select r.document, r.statement, s.kind, r.row, r.depth, r.label, r.concept,
       f."start", f."end", f.value, f.unit, o.printed, o.line, f.fact
from rows r
join statements s using (document, statement)
left join facts f on f.document = r.document and f.taxonomy || ':' || f.concept = r.concept
left join sources o on o.document = f.document and o.fact = f.fact and o.statement = r.statement
where r.abstract or o.fact is not null
"""
"""The presented rows with the facts that the same statement prints."""


def export(report: Report) -> dict[str, bytes]:
    """`<prefix>-<date>.duckdb`."""
    import duckdb

    from converter.exports.tables import tables
    from converter.rendering.view import View

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "report.duckdb"
        with duckdb.connect(str(path)) as database:
            for name, table in tables(report).items():
                database.register("made", table)
                database.execute(f'create table "{name}" as select * from made')
                database.unregister("made")
            database.execute(STATEMENT_LINES)
        return {f"{View(report).stem}.duckdb": path.read_bytes()}
