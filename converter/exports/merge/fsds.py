"""The data sets of many submissions as one, like a quarter of the SEC's.

sub.txt, num.txt, pre.txt, tag.txt         as in the SEC's zips
quarter/NAME.zip/sub.txt.parquet, ...      as secfsdstools keeps a quarter in its folder of Parquet files
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from converter.errors import InputError
from converter.exports.fsds import (
    ARCHIVED_NUMBERS,
    COLUMNS,
    NUMBERS_WITH_MEMBERS,
    Values,
    as_parquet,
    as_text,
)
from converter.exports.merge import once

_UNIQUE: Mapping[str, tuple[str, ...]] = {
    "sub": ("adsh",),
    "tag": ("tag", "version"),
    "num": ("adsh", "tag", "version", "ddate", "qtrs", "uom", "segments"),
    "pre": ("adsh", "report", "line"),
}
"""What a table is sorted by, which is what identifies a row in it."""

_NUMBERS = {"report", "line", "ddate", "qtrs"}


def merge(folders: Sequence[Path], name: str) -> dict[str, bytes]:
    """The files of the merged data set.

    Raises:
        InputError: a file has other columns, or two folders hold one submission.
    """
    read = {folder: {table: _rows(folder / "fsds" / f"{table}.txt", table) for table in COLUMNS} for folder in folders}
    once(((row[0], folder) for folder, tables in read.items() for row in tables["sub"]), "submission")
    rows = {table: [row for tables in read.values() for row in tables[table]] for table in COLUMNS}
    rows["tag"] = _one_for_each_tag(rows["tag"])
    rows = {table: _in_order(table, found) for table, found in rows.items()}
    texts = {f"{table}.txt": as_text(table, rows[table]) for table in COLUMNS}
    parquet = {f"quarter/{name}.zip/{table}.txt.parquet": as_parquet(table, rows[table]) for table in COLUMNS}
    return texts | parquet


def _rows(path: Path, table: str) -> list[Values]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).", "Convert again with the format fsds.") from error
    head, *rows = (tuple(line.split("\t")) for line in text.split("\n")[:-1])
    if head not in ((ARCHIVED_NUMBERS, NUMBERS_WITH_MEMBERS) if table == "num" else (COLUMNS[table],)):
        raise InputError(f"{path} has other columns than {table}.txt.", "Convert again with the format fsds.")
    # The archived form of `num.txt` has no column for members.
    places = [head.index(column) if column in head else None for column in COLUMNS[table]]
    return [tuple("" if at is None else row[at] for at in places) for row in rows]


def _one_for_each_tag(rows: Iterable[Values]) -> list[Values]:
    """Documents agree on what a standard tag is, and differ in what they call it: the commonest label is taken."""
    described: dict[tuple[str, ...], Counter[Values]] = defaultdict(Counter)
    for row in rows:
        described[row[:2]][row] += 1
    return [min(counts, key=lambda row: (-counts[row], row)) for counts in described.values()]


def _in_order(table: str, rows: Sequence[Values]) -> list[Values]:
    places = [(COLUMNS[table].index(column), column in _NUMBERS) for column in _UNIQUE[table]]
    return sorted(rows, key=lambda row: [int(row[at]) if is_number else row[at] for at, is_number in places])
