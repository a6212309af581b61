"""The totals of the statements: their parts, the sum of these beside what is printed, for each period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter import arithmetic
from converter.report import Fact, Report, Summation
from converter.terms import Name

Printed = dict[Name, dict[str, int]]
"""The facts that a statement prints, by concept and context: their indexes in `Report.facts`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One period of a footing.

    Attributes:
        total: index of the total's fact in `Report.facts`.
        parts: those of the parts; None for one that is not printed, which counts nothing.
        sum: of the parts.
        difference: the sum less the printed total.
        holds: the difference is no more than rounding.
    """

    context: str
    total: int
    parts: tuple[int | None, ...]
    sum: Decimal
    difference: Decimal
    holds: bool


@dataclass(frozen=True, slots=True)
class Footing:
    """A total of a statement."""

    statement: int
    summation: Summation
    columns: tuple[Column, ...]

    @property
    def holds(self) -> bool:
        return all(column.holds for column in self.columns)


def footings(report: Report) -> list[Footing]:
    """The sums of all statements that have a printed total."""
    found = []
    printed_in: list[Printed] = [{} for _ in report.statements]
    for index, fact in enumerate(report.facts):
        if not isinstance(fact.value, Decimal):
            continue
        for at in {source.statement for source in fact.sources if source.statement is not None}:
            printed_in[at].setdefault(fact.concept, {}).setdefault(fact.context, index)
    for at, (statement, printed) in enumerate(zip(report.statements, printed_in, strict=True)):
        for summation in statement.sums:
            columns = tuple(_columns(report.facts, printed, summation))
            if columns:
                found.append(Footing(at, summation, columns))
    return found


def _columns(facts: tuple[Fact, ...], printed: Printed, summation: Summation) -> Iterator[Column]:
    for context, total in printed.get(summation.total, {}).items():
        parts = tuple(printed.get(part, {}).get(context) for part, _ in summation.parts)
        summands = [
            (facts[part].figure, weight)
            for part, (_, weight) in zip(parts, summation.parts, strict=True)
            if part is not None
        ]
        if not summands:
            continue
        whole, added = facts[total].figure, arithmetic.total(summands)
        holds = arithmetic.add_up(whole, summands)
        yield Column(context, total, parts, added, added - whole.value, holds)
