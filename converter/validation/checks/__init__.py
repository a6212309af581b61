"""Our own checks: what the SEC's and the Data Quality Committee's rules ask of a Report.

They read the Report and the taxonomy index, nothing else; each finding names its rule, points at the printed number and
says what to do. docs/validation.md lists the rules, and those that a document older than its taxonomy cannot meet.
"""

from __future__ import annotations

from converter.findings import Finding
from converter.report import Report
from converter.taxonomy import load_index
from converter.validation.checks import balance, cash, instance, nonnegative, periods, shares, sums
from converter.validation.checks.book import Book

RULES = (balance.check, sums.check, cash.check, nonnegative.check, shares.check, periods.check)
"""Rules on figures, which are asked of the company as a whole and of each part of it."""


def check(report: Report) -> list[Finding]:
    """What all rules have to say about a report, in the order of the rules; the same report gives the same findings."""
    index = load_index(report.taxonomy)
    parts = dict.fromkeys(context.members for context in report.contexts if context.members)
    books = [Book(report, index), *(Book(report, index, members) for members in parts)]
    of_scopes = [finding for rule in RULES for book in books for finding in rule(book)]
    return [*of_scopes, *instance.check(books[0])]
