"""Outputs beyond the XBRL files: each format in a module of its own, which is imported when it is asked for.

A format's module has `export(report) -> dict[str, bytes]`: files by name (or relative path) in the output folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from converter.errors import UsageError

if TYPE_CHECKING:
    from converter.report import Report

FORMATS: Mapping[str, str] = {
    "ixbrl": "Inline XBRL over the original document",
    "package": "a report package: instance and extension taxonomy in one zip",
    "xbrl-json": "xBRL-JSON",
    "xbrl-csv": "xBRL-CSV",
    "fsds": "the SEC's Financial Statement Data Sets: sub, num, pre, tag",
    "companyfacts": "the JSON of the SEC's company facts API",
    "duckdb": "one DuckDB database",
    "parquet": "Parquet tables with the provenance of each fact",
    "csv": "the statements as printed, one CSV file each",
    "html": "a page to check the document against its tags",
    "viewer": "the inline document in Arelle's ixbrl-viewer",
}
"""Format names and what each is."""

ALL = "all"
BESIDE_ALL = frozenset({"viewer"})
"""Formats to ask for by name: the viewer is an application of a megabyte and seconds of Arelle for each document."""


def chosen(names: Iterable[str]) -> tuple[str, ...]:
    """The formats that are named, each once; `all` is every one but those of `BESIDE_ALL`.

    Raises:
        UsageError: a name is not known.
    """
    wanted = list(names)
    unknown = [name for name in wanted if name not in FORMATS and name != ALL]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no output format.", f"Take {', '.join(FORMATS)} or {ALL}.")
    if ALL in wanted:
        return tuple(name for name in FORMATS if name not in BESIDE_ALL or name in wanted)
    return tuple(dict.fromkeys(wanted))


def exporter(name: str) -> Callable[[Report], dict[str, bytes]]:
    """The function that writes a format of `FORMATS`."""
    module = import_module(f"converter.exports.{name.replace('-', '_')}")
    return cast("Callable[[Report], dict[str, bytes]]", module.export)


def export(report: Report, names: Iterable[str]) -> dict[str, bytes]:
    """The files of several formats; formats that share files (the extension taxonomy) write the same.

    Raises:
        UsageError: a name is not known, or what the format needs is not installed.
    """
    files: dict[str, bytes] = {}
    for name in chosen(names):
        try:
            files |= exporter(name)(report)
        except ImportError as error:
            raise UsageError(f"{name} needs {error.name}.", "Install retroxbrl[exports].") from error
    return files
