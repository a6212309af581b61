"""The totals of the statements: their parts, the sum of these beside what is printed, for each period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter import arithmetic
from converter.report import Fact, Report, Summation
from converter.terms import Name


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
    for at, statement in enumerate(report.statements):
        printed: dict[tuple[Name, str], int] = {}
        for index, fact in enumerate(report.facts):
            if isinstance(fact.value, Decimal) and any(source.statement == at for source in fact.sources):
                printed.setdefault((fact.concept, fact.context), index)
        for summation in statement.sums:
            columns = tuple(_columns(report.facts, printed, summation))
            if columns:
                found.append(Footing(at, summation, columns))
    return found


def _columns(facts: tuple[Fact, ...], printed: dict[tuple[Name, str], int], summation: Summation) -> Iterator[Column]:
    for (concept, context), total in printed.items():
        if concept != summation.total:
            continue
        parts = tuple(printed.get((part, context)) for part, _ in summation.parts)
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
