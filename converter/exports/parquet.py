"""The analysts' tables (docs/exports.md) as Parquet files."""

from __future__ import annotations

from converter.report import Report


def export(report: Report) -> dict[str, bytes]:
    """`parquet/facts.parquet`, `parquet/sources.parquet`, ..."""
    from converter.exports import tables

    return {f"parquet/{name}.parquet": tables.parquet(table) for name, table in tables.tables(report).items()}
