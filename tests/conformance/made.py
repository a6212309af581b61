"""A document with all its outputs, ready to be read by others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from converter import Options, convert
from converter.exports import FORMATS, export
from converter.rendering import render
from converter.rendering.folder import write_folder
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

    @cached_property
    def blocks(self) -> frozenset[str]:
        """The concepts of the text blocks among the facts."""
        return frozenset(str(block.fact.concept) for block in self.report.text_blocks)


Check = Callable[[Made], Iterator[str]]
"""Yields what is wrong, a sentence each."""


Recipe = Path | Callable[[], Report]
"""A document, or a function that makes a Report by hand."""


def report(document: Path, options: Options) -> Report:
    """The Report of a document that is not converted as it would be without options."""
    return convert(document, options).report


def make(source: Recipe, folder: Path) -> Made:
    """Convert a document and write all formats.

    Raises:
        RetroxbrlError: it cannot be converted.
    """
    made = remade(source, folder)
    write_folder(folder, render(made.report) | export(made.report, FORMATS))
    return made


def remade(source: Recipe, folder: Path) -> Made:
    """The same in another process, from a folder that `make` wrote."""
    return Made(convert(source).report if isinstance(source, Path) else source(), folder)


def squeezed(text: str) -> str:
    """A text without its white space, which each reader of markup folds in a way of its own."""
    return "".join(text.split())


def words_in(markup: str) -> str:
    """What a text block shows, without white space."""
    return squeezed("".join(ElementTree.fromstring(f"<div>{markup}</div>").itertext()))


def differences(wanted: set[tuple[object, ...]], found: set[tuple[object, ...]]) -> Iterator[str]:
    """What is missing and what is too much, the first few of each."""
    for told, some in (("missing", wanted - found), ("too much", found - wanted)):
        if some:
            yield f"{len(some)} {told}: {sorted(some, key=str)[:3]}"
