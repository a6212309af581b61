"""Runs the checks over documents, several at a time."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from converter.errors import RetroxbrlError
from tests.conformance import arelle, inline_text, readers, tables
from tests.conformance.made import Check, Made, Recipe, Skipped, make, remade

WARM: Mapping[str, Check] = {
    "instance": arelle.instance,
    "inline": arelle.inline,
    "text": inline_text.check,
    "edgartools": readers.edgartools,
    "ixbrlparse": readers.ixbrlparse_of_instance,
    "of inline": readers.ixbrlparse,
    "fsds": tables.data_sets,
    "duckdb": tables.database,
    "facts": tables.company_facts,
    "csv": tables.sheets,
}
"""Checks of a document, in a process that keeps a taxonomy loaded."""

COLD: Mapping[str, Check] = {
    "json": arelle.xbrl_json,
    "xcsv": arelle.xbrl_csv,
    "package": arelle.package,
}
"""Checks of a document that each need a session of Arelle's own; a process can have only one open."""


@dataclass
class Outcome:
    """What became of a document.

    Attributes:
        problems: by check, empty for one that holds.
        skipped: why a check was not made.
        refused: why the document gave no output at all.
    """

    name: str
    problems: dict[str, list[str]] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    refused: str = ""

    @property
    def failed(self) -> bool:
        return any(self.problems.values())


def run(sources: Mapping[str, Recipe], outputs: Path, jobs: int) -> list[Outcome]:
    """Makes every document's folder in `outputs` and checks it."""
    made = dict(_side_by_side(_made_and_read, sources, outputs, jobs))
    written = {name: source for name, source in sources.items() if not made[name].refused}
    for name, outcome in _side_by_side(_read_cold, written, outputs, jobs):
        made[name].problems |= outcome.problems
        made[name].skipped |= outcome.skipped
    return list(made.values())


def _side_by_side(
    work: object, sources: Mapping[str, Recipe], outputs: Path, jobs: int
) -> Iterator[tuple[str, Outcome]]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_quiet) as pool:
        folders = [outputs / name for name in sources]
        yield from zip(sources, pool.map(work, sources.values(), folders), strict=True)  # type: ignore[arg-type]


def _quiet() -> None:
    logging.disable(logging.WARNING)


def _made_and_read(source: Recipe, folder: Path) -> Outcome:
    try:
        return _checked(make(source, folder), WARM)
    except RetroxbrlError as error:
        return Outcome(folder.name, refused=str(error))


def _read_cold(source: Recipe, folder: Path) -> Outcome:
    return _checked(remade(source, folder), COLD)


def _checked(made: Made, checks: Mapping[str, Check]) -> Outcome:
    outcome = Outcome(made.folder.name)
    for name, check in checks.items():
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                outcome.problems[name] = list(check(made))
        except Skipped as reason:
            outcome.skipped[name] = str(reason)
        except Exception as error:  # a reader that gives up is a finding like any other
            outcome.problems[name] = [f"{type(error).__name__}: {error}"]
    return outcome


def as_table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each document, a column for each check, and what failed after it."""
    names = [*WARM, *COLD]
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    yield " ".join([" " * width, *names])
    for outcome in outcomes:
        if outcome.refused:
            yield f"{outcome.name:{width}} {outcome.refused}"
            continue
        cells = (f"{_cell(outcome, name):{len(name)}}" for name in names)
        yield " ".join([f"{outcome.name:{width}}", *cells]).rstrip()
    yield ""
    for outcome in outcomes:
        for name, found in outcome.problems.items():
            yield from (f"{outcome.name}: {name}: {problem}" for problem in found)
    reasons = {reason for outcome in outcomes for reason in outcome.skipped.values()}
    yield from (f"skipped: {reason}" for reason in sorted(reasons))


def _cell(outcome: Outcome, check: str) -> str:
    if check in outcome.skipped:
        return "-"
    return str(len(outcome.problems[check])) if outcome.problems.get(check) else "ok"
