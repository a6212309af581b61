"""The analysts' tables of many documents as one DuckDB database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converter.exports.duckdb import database
from converter.exports.merge.parquet import merged_tables


def merge(folders: Sequence[Path], name: str) -> dict[str, bytes]:
    """`NAME.duckdb`.

    Raises:
        InputError: a table cannot be read or has other columns, or two folders hold one document.
    """
    return {f"{name}.duckdb": database(merged_tables(folders))}
