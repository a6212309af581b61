"""What a decision changes: two Reports of one document beside each other."""

from __future__ import annotations

from collections import Counter
from typing import Any

from converter.rendering.view import value
from converter.report import Report

Listed = dict[str, list[str]]


def changes(before: Report, after: Report) -> dict[str, Listed]:
    """What goes and what comes, in words: of the facts, the rows' concepts, the anchors of the company's own, the
    calculation and the findings.
    """
    found = {
        "facts": _apart(_facts(before), _facts(after)),
        "rows": _apart(_rows(before), _rows(after)),
        "extensions": _apart(_extensions(before), _extensions(after)),
        "calculation": _apart(_sums(before), _sums(after)),
        "findings": _apart(_findings(before), _findings(after)),
    }
    return {name: listed for name, listed in found.items() if listed["gone"] or listed["come"]}


def _apart(before: Counter[str], after: Counter[str]) -> Listed:
    return {"gone": list((before - after).elements()), "come": list((after - before).elements())}


def _facts(report: Report) -> Counter[str]:
    return Counter(f"{fact.concept} {fact.context} = {value(fact)}" for fact in report.facts)


def _rows(report: Report) -> Counter[str]:
    return Counter(
        f"{statement.kind.value} {row.label}: {row.concept}"
        for statement in report.statements
        for row in statement.rows
        if not row.abstract
    )


def _extensions(report: Report) -> Counter[str]:
    """As a definition linkbase has them; without an anchor they are but the concepts of rows."""
    return Counter(f"{each.name} in {each.anchor}" for each in report.extensions if each.anchor)


def _sums(report: Report) -> Counter[str]:
    return Counter(
        f"{one.total} = " + " ".join(f"{'+' if weight > 0 else '-'} {part}" for part, weight in one.parts)
        for statement in report.statements
        for one in statement.sums
    )


def _findings(report: Report) -> Counter[str]:
    return Counter(f"{finding.severity.value} {finding.code}: {finding.message}" for finding in report.findings)


def summary(found: dict[str, Listed]) -> dict[str, Any]:
    """How many of each."""
    return {name: [len(listed["gone"]), len(listed["come"])] for name, listed in found.items()}
