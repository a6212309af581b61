"""Days of a document's periods that almost meet: where one closes, the next begins, and a balance is struck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from converter.findings import Finding, Severity
from converter.nearest import Nearest
from converter.statements.statement import Basis, Statement
from converter.terms import Period
from converter.terms.period import WEEKS_OF_SLACK

_DAY = timedelta(days=1)


def seams(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Findings for periods of one length that leave out a few days between them or have them twice, and for balances of
    a few days before or after the end of a period.
    """
    all_periods = [period for statement in statements for period in _periods(statement)]
    closing = {
        months: Nearest(period.end for period in all_periods if period.start and period.months == months)
        for months in {period.months for period in all_periods if period.start}
    }
    struck = Nearest(period.end for period in all_periods if period.is_instant)
    told: set[str] = set()
    for statement in statements:
        for period in _periods(statement):
            for message in _unlike(period, closing, struck):
                if message not in told:
                    yield Finding(Severity.WARNING, "statements.days-apart", message, statement.span)
                told.add(message)


def _unlike(period: Period, closing: dict[int, Nearest], struck: Nearest) -> Iterator[str]:
    """What is odd about the ends of a duration."""
    if period.start is None:
        return
    before = period.start - _DAY
    near = closing[period.months].to(before)
    if near and _almost(near, before):
        how = "overlaps the one" if near > before else "leaves days out after the one"
        yield f"The period {period.start} to {period.end} {how} that ends on {near}; check the dates."
    for day in (period.end, before):
        balance = struck.to(day)
        if balance and _almost(balance, day):
            yield f"A balance is dated {balance}, where a period begins or ends on {day}; check the dates."


def _almost(one: date, other: date) -> bool:
    return 0 < abs((one - other).days) <= WEEKS_OF_SLACK


def _periods(statement: Statement) -> Iterable[Period]:
    return (column.period for column in statement.columns if column.period and column.basis is Basis.GAAP)
