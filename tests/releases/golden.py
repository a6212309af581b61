"""The facts of a report as a table that a person can review line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from converter.rendering.view import value
from converter.report import Fact, Report
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "releases"
RELEASES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".htm"))

_COLUMNS = ("line", "statement", "caption", "printed", "concept", "context", "unit", "value", "decimals")


def expected(release: Path) -> Path:
    """The file of expected facts beside a release."""
    return release.with_suffix(".facts.tsv")


def table(report: Report) -> str:
    """One line per fact under a line of column names, tab-separated."""
    rows = [_COLUMNS, *_rows(report)]
    return "".join("\t".join(row) + "\n" for row in rows)


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for fact in report.facts:
        line, statement, caption, printed = _place(fact, report)
        decimals = str(fact.decimals) if fact.unit else ""
        yield line, statement, caption, printed, str(fact.concept), fact.context, fact.unit or "", value(fact), decimals


def _place(fact: Fact, report: Report) -> tuple[str, str, str, str]:
    if not fact.sources:
        return "", "", "", ""
    source = fact.sources[0]
    line = str(report.document.position(source.span.start)[0])
    if source.statement is None or source.row is None:
        return line, "", "", source.printed
    statement = report.statements[source.statement]
    return line, statement.kind, statement.rows[source.row].label, source.printed
