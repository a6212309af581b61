"""Our own checks: what the SEC's and the Data Quality Committee's rules ask of a Report.

They read the Report, the taxonomy index and what is known of concepts, nothing else; each finding names its rule,
points at the printed number and says what to do. docs/validation.md lists the rules, and those that a document older
than its taxonomy cannot meet.
"""

from __future__ import annotations

from converter.findings import Finding
from converter.knowledge import Knowledge, load_knowledge
from converter.report import Fact, Report
from converter.taxonomy import load_index
from converter.terms import Member
from converter.validation.checks import balance, cash, instance, magnitude, nonnegative, periods, shares, sums, usage
from converter.validation.checks.book import Book

RULES = (balance.check, sums.check, cash.check, nonnegative.check, shares.check, periods.check, magnitude.check)
"""Rules on figures, which are asked of the company as a whole and of each part of it."""


def check(report: Report, knowledge: Knowledge | None = None) -> list[Finding]:
    """What all rules have to say about a report, in the order of the rules; the same report gives the same findings.

    Args:
        knowledge: what is known of concepts by name; None: what the built-in files say.
    """
    index, known = load_index(report.taxonomy), knowledge or load_knowledge(report.taxonomy)
    facts: dict[tuple[Member, ...], list[Fact]] = {(): []}
    for context in report.contexts:
        facts.setdefault(context.members, [])
    for fact in report.facts:
        facts[report.scope_of(fact).members].append(fact)
    whole = Book(report, index, known, (), facts.pop(()))
    books = [whole, *(Book(report, index, known, members, own, whole) for members, own in facts.items())]
    of_scopes = [finding for rule in RULES for book in books for finding in rule(book)]
    return [*of_scopes, *instance.check(whole), *usage.check(whole)]
