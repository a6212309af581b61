"""How a conversion is told on the terminal, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter.arithmetic import power_of_ten
from converter.cli.wording import told
from converter.exports.lookup import Lookup
from converter.findings import Finding, Severity
from converter.grammars.scales import plural
from converter.terms import TITLES
from converter.wording import counted

if TYPE_CHECKING:
    from converter.conversion import Conversion
    from converter.report import PresentedStatement, Report
    from converter.sources.document import Document
    from converter.terms import Decision
    from converter.terms.completeness import Completeness

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def conversion(done: Conversion, files: Sequence[Path]) -> Iterator[str]:
    """The lines that `convert` prints: what was found, what became of it, and where it is."""
    report = done.report
    yield f"{click.style(report.entity.name, bold=True)} ({report.entity.identifier}), {report.document.name}"
    yield ""
    for statement in report.statements:
        yield from _statement(report.document, statement)
    yield from _completeness(report.completeness)
    yield ""
    counts = Lookup(report).counts
    facts = counted(counts["facts"], "fact")
    yield (
        f"{facts}: {counts['mapped']} mapped to {report.taxonomy}, {counts['extended']} extended "
        f"({counted(counts['extensions'], 'concept')} of the company's own), {counts['dei']} about the document"
    )
    if report.disclosures:
        yield f"{counted(len(report.text_blocks), 'text block')} of the notes, from line {_first_line(report)}"
    yield from (finding_line(finding, report.document) for finding in done.findings)
    if done.validation:
        yield f"Arelle: {done.validation.verdict}"
    yield f"Files in {files[0].parent}:"
    yield from (f"  {file.relative_to(files[0].parent)}" for file in files)


def _first_line(report: Report) -> int:
    return report.document.position(report.text_blocks[0].span.start)[0]


def _completeness(found: Completeness) -> Iterator[str]:
    """What is missing, and what holds between the statements."""
    if found.missing:
        yield click.style(f"missing: {', '.join(TITLES[kind].lower() for kind in found.missing)}", fg="yellow")
    held, asked = found.held
    if asked:
        yield f"{held} of {counted(asked, 'figure')} that two places print {'is' if asked == 1 else 'are'} the same"


def _statement(document: Document, statement: PresentedStatement) -> Iterator[str]:
    first, last = (document.position(offset)[0] for offset in (statement.span.start, statement.span.end))
    footed, totals = statement.footed
    scale = f"in {plural(power_of_ten(statement.scale))}"
    yield f"{statement.kind:2}  {statement.title}"
    yield f"    lines {first}-{last}, {scale}, {counted(len(statement.rows), 'row')}, {footed} of {totals} totals foot"
    yield "    " + ", ".join(str(p.end) if p.start is None else f"{p.start}..{p.end}" for p in statement.periods)


def decided(decision: Decision) -> str:
    """What a row became, how surely and by which rule, and what else it could have been."""
    concept = decision.concept or f"extension{f' of {decision.anchor}' if decision.anchor else ''}"
    sign = "" if decision.sign > 0 else ", negated"
    others = ", ".join(f"{name} {score:.2f}" for name, score in decision.alternatives[:2])
    return f"{concept}{sign}, {decision.confidence:.2f}, by {decision.rule}{f'; else {others}' if others else ''}"


def steps(decision: Decision) -> list[str]:
    """The way to a decision, a line for each step, the first candidate first."""
    return [
        f"{step.stage}: {step.concept or 'an extension'}{', negated' if step.sign < 0 else ''}: {step.reason}"
        for step in decision.steps
    ]


def finding_line(finding: Finding, document: Document | None = None) -> str:
    """A finding with its source line, coloured by severity."""
    place = f" line {document.position(finding.span.start)[0]}:" if finding.span and document else ""
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity])
    return f"{severity}:{place} {told(finding.message)} [{finding.code}]"


def as_json(done: Conversion, files: Sequence[Path]) -> str:
    """The same for programs; `report.json` has the facts themselves."""
    report = done.report
    document = report.document
    data: dict[str, Any] = {
        "document": document.name,
        "company": report.entity.name,
        "identifier": report.entity.identifier,
        "taxonomy": report.taxonomy,
        "statements": [
            {
                "kind": statement.kind,
                "title": statement.title,
                "scale": statement.scale,
                "rows": len(statement.rows),
                "periods": [[str(p.start) if p.start else None, str(p.end)] for p in statement.periods],
                "footed": list(statement.footed),
            }
            for statement in report.statements
        ],
        "missing": list(report.completeness.missing),
        "identities": list(report.completeness.held),
        "counts": Lookup(report).counts,
        "findings": [finding_json(finding, document) for finding in done.findings],
        "verdict": done.validation.verdict if done.validation else None,
        "files": [str(file) for file in files],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def finding_json(finding: Finding, document: Document | None = None) -> dict[str, Any]:
    """A finding as plain data, its place as line and column."""
    line, column = document.position(finding.span.start) if finding.span and document else (None, None)
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "line": line,
        "column": column,
        "fact": finding.fact,
    }
