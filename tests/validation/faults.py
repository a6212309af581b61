"""Faults that tests seed into a sound Report, and what is found of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from converter.findings import Severity
from converter.knowledge import Knowledge
from converter.report import Fact, Report
from converter.terms import Name
from converter.validation.checks import check

Change = Callable[[Fact], Fact]


def changed(report: Report, change: Change, *concepts: str, context: str | None = None) -> Report:
    """The report with some of its facts changed; concepts are regular expressions on local names."""
    hit = re.compile("|".join(concepts) or ".*")
    facts = tuple(
        change(fact)
        if isinstance(fact.value, Decimal) and hit.fullmatch(fact.concept.local) and context in (None, fact.context)
        else fact
        for fact in report.facts
    )
    assert facts != report.facts
    return replace(report, facts=facts)


def times(factor: str | int) -> Change:
    return lambda fact: replace(fact, value=fact.value * Decimal(factor))


def plus(amount: int) -> Change:
    return lambda fact: replace(fact, value=fact.value + amount)


def without(report: Report, concept: str, context: str | None = None) -> Report:
    """The report without a fact."""
    return replace(
        report,
        facts=tuple(
            fact for fact in report.facts if not (fact.concept.local == concept and context in (None, fact.context))
        ),
    )


def renamed(report: Report, concept: str, other: str) -> Report:
    """The report with another concept in the place of one."""
    facts = tuple(
        replace(fact, concept=Name("us-gaap", other)) if fact.concept.local == concept else fact
        for fact in report.facts
    )
    assert facts != report.facts or concept == other
    return replace(report, facts=facts)


def found(report: Report, knowledge: Knowledge | None = None) -> dict[str, list[str]]:
    """The printed lines that the findings point at, by code."""
    lines: dict[str, list[str]] = {}
    text = report.document.text.splitlines()
    for finding in check(report, knowledge):
        line = text[report.document.position(finding.span.start)[0] - 1] if finding.span else ""
        lines.setdefault(finding.code, []).append(re.split(r"\s{2,}|\$", line.strip())[0])
    return lines


def codes(report: Report, severity: Severity) -> set[str]:
    return {finding.code for finding in check(report) if finding.severity is severity}
