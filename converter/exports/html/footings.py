"""The totals of the statements: their parts, the sum of these beside what is printed, for each period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

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
            (facts[part], weight) for part, (_, weight) in zip(parts, summation.parts, strict=True) if part is not None
        ]
        if not summands:
            continue
        added = sum((weight * _number(part) for part, weight in summands), Decimal(0))
        difference = added - _number(facts[total])
        slack = sum((_rounding(fact) for fact in (facts[total], *(part for part, _ in summands))), Decimal(0))
        yield Column(context, total, parts, added, difference, abs(difference) <= slack)


def _number(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)


def _rounding(fact: Fact) -> Decimal:
    """How far a printed number may be from the true one (Calculations 1.1: half of its last digit)."""
    return Decimal(5).scaleb(-(fact.decimals or 0) - 1)
