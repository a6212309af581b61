"""The analysts' tables of many documents, one Parquet file each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from converter.errors import InputError
from converter.exports.merge import once

if TYPE_CHECKING:
    import pyarrow as pa


def merge(folders: Sequence[Path], name: str) -> dict[str, bytes]:
    """`facts.parquet`, `sources.parquet`, ...

    Raises:
        InputError: a table cannot be read or has other columns, or two folders hold one document.
    """
    from converter.exports.tables import parquet

    return {f"{table}.parquet": parquet(content) for table, content in merged_tables(folders).items()}


def merged_tables(folders: Sequence[Path]) -> dict[str, pa.Table]:
    """The tables of all documents by name, rows in the order of the folders.

    Raises:
        InputError: as for `merge`.
    """
    import pyarrow as pa

    from converter.exports.tables import SCHEMAS

    read = {folder: {name: _table(folder / "parquet" / f"{name}.parquet") for name in SCHEMAS} for folder in folders}
    once(((str(read[folder]["documents"]["document"][0]), folder) for folder in folders), "document")
    return {name: pa.concat_tables(tables[name] for tables in read.values()).combine_chunks() for name in SCHEMAS}


def _table(path: Path) -> pa.Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from converter.exports.tables import SCHEMAS

    remedy = "Convert again with the format parquet."
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(f"{path} cannot be read ({error}).", remedy) from error
    if table.schema != SCHEMAS[path.stem]:
        raise InputError(f"{path} has other columns than the {path.stem} of this version.", remedy)
    return table
