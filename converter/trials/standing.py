"""How well a Report's figures go together."""

from __future__ import annotations

from dataclasses import dataclass

from converter.findings import Finding, Severity
from converter.report import Report
from converter.trials.made import Made

_RELATIONS = ("DQC_", "checks.", "mapping.contradiction", "schedules.")
"""Of codes that tell of figures which do not go together, the beginnings."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks against a Report, and what for it.

    Attributes:
        against: the relations that fail, each by its rule and the place where it is told.
        proofs: how many relations vouch for facts, each counted for each fact.
        holding: identities between statements that hold, in their periods.
        facts: how many there are of us-gaap: nothing is known of the company's own, which could contradict others.
    """

    against: frozenset[tuple[str, int, int]]
    proofs: int
    holding: int
    facts: int

    def is_better_than(self, other: Standing, by: int = 0) -> bool:
        """Whether less speaks against it and nothing less for it.

        Args:
            by: relations that have to vouch for facts beyond those of the other.
        """
        return (
            self.against < other.against
            and self.proofs >= other.proofs + by
            and self.holding >= other.holding
            and self.facts >= other.facts
        )


def standing(made: Made) -> Standing:
    """Of a Report that is proved and checked."""
    report = made.report
    return Standing(
        against=frozenset(_place(finding, report) for finding in contradictions(report)),
        proofs=sum(len(fact.proofs) for fact in report.facts),
        holding=report.completeness.held[0],
        facts=sum(fact.concept.prefix == "us-gaap" for fact in report.facts),
    )


def contradictions(report: Report) -> list[Finding]:
    """What is warned of that two figures say of each other."""
    return [
        finding
        for finding in report.findings
        if finding.severity is Severity.WARNING and finding.code.startswith(_RELATIONS)
    ]


def _place(finding: Finding, report: Report) -> tuple[str, int, int]:
    """The rule and the characters that it is told at, which no reading moves."""
    return finding.code, *((finding.span.start, finding.span.end) if finding.span else (0, 0))
