"""Tables that were left out when statements were chosen, and were read after all.

Changes in equity are read from all tables of a document, also from those that the choice of one statement of each kind
left out. What was told of these is taken back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from converter.findings import Finding
from converter.statements.statement import Statement
from converter.terms import Kind

LEFT_OUT = "statements.left-out"
"""The code of what is told of a table like a statement that is not read."""


def without_read(findings: Iterable[Finding], statements: Sequence[Statement]) -> list[Finding]:
    """The findings but for those of left out tables in which a row of the changes in equity stands."""
    equity = [statement for statement in statements if statement.kind is Kind.EQUITY]
    rows = sorted(item.span.start for statement in equity for item in statement.items)
    return [each for each in findings if each.code != LEFT_OUT or not _holds(each, rows)]


def _holds(finding: Finding, rows: Sequence[int]) -> bool:
    """Whether one of the rows begins in the table of the finding."""
    if finding.span is None:
        return False
    first = bisect_left(rows, finding.span.start)
    return first < len(rows) and rows[first] < finding.span.end
