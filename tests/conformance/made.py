"""A document with all its outputs, ready to be read by others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from converter import convert
from converter.exports import FORMATS
from converter.rendering.view import View
from converter.report import Report
from tests.arelle_facts import Facts, of_report


class Skipped(Exception):
    """A check that cannot be made here; the text says why."""


@dataclass(frozen=True)
class Made:
    """A document's Report and the folder that holds its files in every format."""

    report: Report
    folder: Path

    def file(self, ending: str) -> Path:
        return self.folder / f"{View(self.report).stem}{ending}"

    @cached_property
    def facts(self) -> Facts:
        """What every format has to state."""
        return of_report(self.report)


Check = Callable[[Made], Iterator[str]]
"""Yields what is wrong, a sentence each."""


def make(source: Path, folder: Path) -> Made:
    """Convert a document and write all formats.

    Raises:
        RetroxbrlError: it cannot be converted.
    """
    conversion = convert(source)
    conversion.write(folder, formats=tuple(FORMATS))
    return Made(conversion.report, folder)


def remade(source: Path, folder: Path) -> Made:
    """The same in another process, from a folder that `make` wrote."""
    return Made(convert(source).report, folder)


def differences(wanted: set[tuple[object, ...]], found: set[tuple[object, ...]]) -> Iterator[str]:
    """What is missing and what is too much, the first few of each."""
    for told, some in (("missing", wanted - found), ("too much", found - wanted)):
        if some:
            yield f"{len(some)} {told}: {sorted(some, key=str)[:3]}"
