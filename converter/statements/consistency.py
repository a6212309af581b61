"""What about a document's statements as a whole asks for a person's look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from converter.findings import Finding, Severity
from converter.statements.statement import Basis, Statement
from converter.terms import Period

_ONE_DAY = 10
"""Days by which the ends of 52/53-week years lie apart."""

_COMPARED = 3
"""Years beyond which a column is no comparison for the one beside it."""


def consistency(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Statements of several companies, and columns whose dates cannot go together."""
    yield from _several_companies(statements)
    for statement in statements:
        ends = sorted({period.end for period in _periods(statement)})
        for earlier, later in pairwise(ends):
            if later.year - earlier.year > _COMPARED:
                message = f"Columns are dated {earlier} and {later}; check whether one of the years is misprinted."
                yield Finding(Severity.WARNING, "statements.years-apart", message, statement.span)


def _several_companies(statements: Sequence[Statement]) -> Iterator[Finding]:
    """An 8-K brings the statements of companies that were bought; their years need not end on one day."""
    years = [period.end for statement in statements for period in _periods(statement) if period.is_year]
    odd = next((end for end in years if not _on_one_day(end, years[0])), None)
    if odd is not None:
        message = (
            f"Years end on {years[0]:%B %d} and on {odd:%B %d}; statements of another company may be among them. "
            "`document` reads one part alone."
        )
        yield Finding(Severity.WARNING, "statements.several-companies", message)


def _periods(statement: Statement) -> Iterable[Period]:
    return (column.period for column in statement.columns if column.period and column.basis is Basis.GAAP)


def _on_one_day(one: date, other: date) -> bool:
    apart = abs(one.replace(year=2001, day=min(one.day, 28)) - other.replace(year=2001, day=min(other.day, 28))).days
    return min(apart, 365 - apart) <= _ONE_DAY
