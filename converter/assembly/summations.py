"""Calculations: the footings of the print, as summations that hold for every fact they bind.

A summation is written if XBRL allows it (weights that fit the balances, one unit, one period type, no cycle, no total
with two different sums in one statement: EFM 6.14, XBRL 2.1 5.2.5.2) and if the facts agree with it in every context; a
total that the print itself gets wrong is kept, so that the validator says so too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from converter import arithmetic
from converter.assembly.tagging import RowKey, Tag
from converter.findings import Finding, Severity
from converter.report import Balance, Extension, Fact, Summation
from converter.statements.statement import Statement, Sum
from converter.taxonomy import Index
from converter.terms import Name, Unit
from converter.terms.period import PeriodType


@dataclass(frozen=True, slots=True)
class Shape:
    """What a summation needs to know of a concept."""

    unit: Unit | None
    period_type: PeriodType | None
    balance: Balance | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The facts of a report by concept and context.

    Attributes:
        rounds: calculations of XBRL 2.1, which round every number to its precision before they compare; otherwise
            Calculations 1.1, which compare intervals.
    """

    facts: Mapping[Name, Mapping[str, Fact]]
    rounds: bool
    _known: dict[tuple[Name, tuple[tuple[Name, int], ...]], list[Fact]] = field(default_factory=dict)

    def contradicting(self, total: Name, parts: tuple[tuple[Name, int], ...]) -> list[Fact]:
        """The facts of the total that its parts do not add up to, in contexts where there is a part.

        Many statements have the same sums, and are asked for them only once.
        """
        if (total, parts) not in self._known:
            self._known[total, parts] = self._contradicting(total, parts)
        return self._known[total, parts]

    def _contradicting(self, total: Name, parts: tuple[tuple[Name, int], ...]) -> list[Fact]:
        return [
            fact
            for context, fact in self.facts.get(total, {}).items()
            if not self._holds(fact, [(self.facts[part][context].figure, weight) for part, weight in parts
                                      if context in self.facts.get(part, {})])
        ]  # fmt: skip

    def _holds(self, total: Fact, parts: list[arithmetic.Part]) -> bool:
        add_up = arithmetic.add_up_rounded if self.rounds else arithmetic.add_up
        return not parts or add_up(total.figure, parts)


def figures(facts: Iterable[Fact], *, rounds: bool) -> Figures:
    """The numeric facts, ready to be added up."""
    by_concept: dict[Name, dict[str, Fact]] = {}
    for fact in facts:
        if isinstance(fact.value, Decimal):
            by_concept.setdefault(fact.concept, {})[fact.context] = fact
    return Figures(by_concept, rounds)


class Shapes:
    """Unit, period type and balance of every concept of a report."""

    def __init__(self, extensions: Iterable[Extension], index: Index) -> None:
        self._own = {extension.name: extension for extension in extensions}
        self._index = index

    def of(self, name: Name, unit: Unit) -> Shape:
        own = self._own.get(name)
        if own is not None:
            return Shape(unit, own.period_type, own.balance)
        element = self._index.get(name.local)
        return Shape(element.unit, element.period_type, element.balance) if element else Shape(None, None, None)


def summations(
    at: int, statement: Statement, tags: Mapping[RowKey, Tag], shapes: Shapes, known: Figures, findings: list[Finding]
) -> tuple[Summation, ...]:
    """The summations of one statement, in the order of their totals."""
    written: dict[Name, tuple[tuple[Name, int], ...]] = {}
    parts: set[Name] = set()
    for footing in sorted(statement.sums, key=lambda footing: footing.total):
        summation = _summation(at, footing, tags)
        if summation is None or summation.total in written:
            continue
        if summation.total in parts and _closes_cycle(summation, written):
            continue
        total_row = statement.items[footing.total]
        if not _is_legal(summation, statement, footing, shapes):
            findings.append(
                Finding(
                    Severity.INFO,
                    "mapping.sum-against-balance",
                    f"The parts of {total_row.caption!r} add up as printed, but not with the balances of their "
                    "concepts; no calculation is written.",
                    total_row.span,
                )
            )
            continue
        wrong = known.contradicting(summation.total, summation.parts)
        if wrong and not _is_printed_wrong(at, footing, wrong):
            continue
        findings.extend(_misprint(summation, fact) for fact in wrong)
        written[summation.total] = summation.parts
        parts.update(name for name, _ in summation.parts)
    return tuple(Summation(total, parts) for total, parts in written.items())


def _summation(at: int, footing: Sum, tags: Mapping[RowKey, Tag]) -> Summation | None:
    """The footing in terms of concepts, or None if a row has none or a concept stands in it twice."""
    total = tags.get((at, footing.total))
    parts = [(tags.get((at, row)), weight) for row, weight in footing.parts]
    tagged = [(part.name, weight * part.sign) for part, weight in parts if part is not None]
    names = {name for name, _ in tagged}
    if total is None or footing.holds <= footing.fails or not tagged:
        return None
    if len(tagged) < len(parts) or len(names) < len(tagged) or total.name in names:
        return None
    return Summation(total.name, tuple((name, weight * total.sign) for name, weight in tagged))


def _is_legal(summation: Summation, statement: Statement, footing: Sum, shapes: Shapes) -> bool:
    total = shapes.of(summation.total, statement.items[footing.total].unit)
    for (name, weight), (row, _) in zip(summation.parts, footing.parts, strict=True):
        part = shapes.of(name, statement.items[row].unit)
        if (part.unit, part.period_type) != (total.unit, total.period_type):
            return False
        if part.balance and total.balance and (part.balance == total.balance) != (weight > 0):
            return False
    return True


def _closes_cycle(summation: Summation, written: Mapping[Name, tuple[tuple[Name, int], ...]]) -> bool:
    """Whether the total is, at some depth, a part of one of its own parts."""
    reached = {name for name, _ in summation.parts}
    waiting = list(reached)
    while waiting:
        for name, _ in written.get(waiting.pop(), ()):
            if name == summation.total:
                return True
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return False


def _is_printed_wrong(at: int, footing: Sum, wrong: Sequence[Fact]) -> bool:
    """Whether the totals that fail are printed in the very row, in no more columns than the footing says fail."""
    rows = [any((source.statement, source.row) == (at, footing.total) for source in fact.sources) for fact in wrong]
    return all(rows) and len(wrong) <= footing.fails


def _misprint(summation: Summation, fact: Fact) -> Finding:
    return Finding(
        Severity.WARNING,
        "mapping.total-misprinted",
        f"The printed parts of {summation.total} do not add up to {fact.sources[0].printed}; "
        "all are written as printed.",
        fact.sources[0].span,
        fact.id,
    )
