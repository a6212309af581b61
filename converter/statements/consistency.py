"""What about a document's statements as a whole asks for a person's look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from converter.findings import Finding, Severity
from converter.statements.calendar import from_anniversary
from converter.statements.seams import seams
from converter.statements.statement import Basis, Statement
from converter.terms import Period
from converter.terms.period import WEEKS_OF_SLACK

_COMPARED = 3
"""Years beyond which a column is no comparison for the one beside it."""


def consistency(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Statements of several companies, and columns whose dates cannot go together."""
    yield from _several_companies(statements)
    yield from seams(statements)
    for statement in statements:
        ends = sorted({period.end for period in _periods(statement)})
        for earlier, later in pairwise(ends):
            if later.year - earlier.year > _COMPARED:
                message = f"Columns are dated {earlier} and {later}; check whether one of the years is misprinted."
                yield Finding(Severity.WARNING, "statements.years-apart", message, statement.span)


def _several_companies(statements: Sequence[Statement]) -> Iterator[Finding]:
    """An 8-K brings the statements of companies that were bought; their years need not end on one day."""
    years = [period.end for statement in statements for period in _periods(statement) if period.is_year]
    odd = next((end for end in years if not from_anniversary(end, years[0]) <= WEEKS_OF_SLACK), None)
    if odd is not None:
        message = (
            f"Years end on {years[0]:%B %d} and on {odd:%B %d}; statements of another company may be among them. "
            "`document` reads one part alone."
        )
        yield Finding(Severity.WARNING, "statements.several-companies", message)


def _periods(statement: Statement) -> Iterable[Period]:
    return (column.period for column in statement.columns if column.period and column.basis is Basis.GAAP)
