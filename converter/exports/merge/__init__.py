"""The outputs of many documents put together: one data set, one database, one file for each company.

Merging reads what `convert` and `batch` wrote with `--format`, never the documents again. Each format has a module
with `merge(folders, name) -> dict[str, bytes]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from converter.errors import InputError, UsageError
from converter.exports import require

MERGED: Mapping[str, str] = {
    "fsds": "one quarter of Financial Statement Data Sets, for secfsdstools, too",
    "parquet": "the tables of all documents, one Parquet file each",
    "duckdb": "the same tables in one DuckDB database",
    "companyfacts": "the company facts of each company over its filings",
}
"""What can be merged, and into what."""

_MADE_FROM = {"duckdb": "parquet"}
"""The format that documents must have where it is not the merged one: a database is made from tables."""

_RECORD = "report.json"


def document_folders(paths: Iterable[Path]) -> list[Path]:
    """The output folders of single documents among folders and all that is in them, in the order of their names.

    Raises:
        InputError: a path is no folder, or holds no output.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.is_dir():
            raise InputError(f"{path} is no folder.", "Give output folders of `retroxbrl convert` or `batch`.")
        inside = [record.parent for record in path.rglob(_RECORD) if not _is_staged(record.relative_to(path))]
        if not inside:
            raise InputError(f"{path} holds no output of retroxbrl.", "Give a folder that holds a report.json.")
        found.update({folder.resolve(): folder for folder in inside})
    return [found[real] for real in sorted(found)]


def _is_staged(path: Path) -> bool:
    """Whether a batch is still writing it."""
    return any(part.startswith(".") for part in path.parts)


def merge(format_name: str, folders: Sequence[Path], name: str) -> dict[str, bytes]:
    """The merged files of a format of `MERGED`.

    Args:
        folders: output folders of single documents.
        name: what the merged set is called where its files have a name.

    Raises:
        InputError: a document was converted without the format, or two folders hold one document.
        UsageError: the format cannot be merged, or what it needs is not installed.
    """
    if format_name not in MERGED:
        raise UsageError(f"{format_name!r} cannot be merged.", f"Take {', '.join(MERGED)}.")
    require(format_name)
    part = _MADE_FROM.get(format_name, format_name)
    without = [folder for folder in folders if not (folder / part).is_dir()]
    if without:
        more = f", and {len(without) - 1} more folders do not either" if len(without) > 1 else ""
        raise InputError(f"{without[0]} holds no {part}/{more}.", f"Convert again with the format {part}.")
    module = import_module(f"converter.exports.merge.{format_name}")
    merger = cast("Callable[[Sequence[Path], str], dict[str, bytes]]", module.merge)
    return merger(folders, name)


def once(owners: Iterable[tuple[str, Path]], what: str) -> None:
    """Sees to it that nothing is counted twice.

    Args:
        owners: what identifies each document, with its folder.
        what: how a person calls that.

    Raises:
        InputError: two folders have the same.
    """
    seen: dict[str, Path] = {}
    for key, folder in owners:
        if key in seen:
            raise InputError(f"{seen[key]} and {folder} are both {what} {key}.", "Leave one of them out.")
        seen[key] = folder
