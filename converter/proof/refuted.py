"""What contradictions take from the confidence of facts."""

from __future__ import annotations

from dataclasses import replace

from converter.findings import Severity
from converter.report import Fact, PresentedRow, Report

MOST = 0.45
"""The most confidence that a fact can have that contradicts others: whoever asks for sure ones does not get it."""


def refuted(report: Report) -> Report:
    """The report, with the facts that its warnings and errors speak of marked, and those and their rows less sure.

    A fact keeps what was decided about it: which of the numbers in a contradiction is wrong is for a person to say.
    """
    against: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.fact is not None and finding.severity is not Severity.INFO:
            against.setdefault(finding.fact, []).append(finding.code)
    facts = tuple(_doubted(fact, against[fact.id]) if fact.id in against else fact for fact in report.facts)
    rows = {(source.statement, source.row) for fact in report.facts if fact.id in against for source in fact.sources}
    statements = tuple(
        replace(statement, rows=tuple(_unsure(row) if (at, number) in rows else row
                                      for number, row in enumerate(statement.rows)))
        for at, statement in enumerate(report.statements)
    )  # fmt: skip
    return replace(report, facts=facts, statements=statements)


def _doubted(fact: Fact, codes: list[str]) -> Fact:
    decision = fact.decision and replace(fact.decision, confidence=min(fact.decision.confidence, MOST))
    return replace(fact, decision=decision, refuted=tuple(dict.fromkeys(codes)))


def _unsure(row: PresentedRow) -> PresentedRow:
    decision = row.decision and replace(row.decision, confidence=min(row.decision.confidence, MOST))
    return replace(row, decision=decision)
