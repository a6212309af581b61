"""Outputs beyond the XBRL files: each format in a module of its own, which is imported when it is asked for.

A format's module has `export(report) -> dict[str, bytes]`: files by name (or relative path) in the output folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from converter import extras
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


class _Need(NamedTuple):
    """A module that a format cannot do without, the package that has it, and the extra of ours that brings that."""

    module: str
    package: str
    extra: str | None = None


_NEEDS = {"duckdb": _Need("duckdb", "duckdb"), "viewer": _Need("iXBRLViewerPlugin", "ixbrl-viewer", "exports")}


def chosen(names: Iterable[str]) -> tuple[str, ...]:
    """The formats that are named, each once; `all` is every one that can be written here but those of `BESIDE_ALL`.

    Raises:
        UsageError: a name is not known, or what a named format needs is not installed.
    """
    wanted = list(names)
    unknown = [name for name in wanted if name not in FORMATS and name != ALL]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no output format.", f"Take {', '.join(FORMATS)} or {ALL}.")
    for name in wanted:
        require(name)
    if ALL in wanted:
        meant = {*wanted, *(name for name in FORMATS if name not in BESIDE_ALL and _can_be_written(name))}
        return tuple(name for name in FORMATS if name in meant)
    return tuple(dict.fromkeys(wanted))


def left_out(names: Iterable[str]) -> dict[str, str]:
    """The formats that `all` would give were they installed, each with the command that installs it."""
    if ALL not in names:
        return {}
    lacking = [name for name in FORMATS if name not in BESIDE_ALL and not _can_be_written(name)]
    return {name: extras.how(_NEEDS[name].package, _NEEDS[name].extra) for name in lacking}


def require(name: str) -> None:
    """See to it, before any work, that a format can be written.

    Raises:
        UsageError: what it needs is not installed.
    """
    if not _can_be_written(name):
        need = _NEEDS[name]
        raise extras.lacking(name, need.package, extra=need.extra)


def _can_be_written(name: str) -> bool:
    return name not in _NEEDS or extras.here(_NEEDS[name].module)


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
        files |= exporter(name)(report)
    return files
