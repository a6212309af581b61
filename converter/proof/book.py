"""The facts of a Report, laid out so that relations can ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from converter.arithmetic import Figure, slack
from converter.knowledge import Groups
from converter.report import Fact, Report
from converter.terms import Name, Period, Relation


class Vote(NamedTuple):
    """A relation that holds for a fact."""

    fact: str
    relation: Relation


class Book:
    """The numeric facts of a report by their rows, and those of the whole company by concept and period.

    Attributes:
        printed: the numeric facts of statements.
        places: facts by (statement, row), and by context.
        negative: the (statement, row, context) that print a negative number.
        facts: those without members, by concept and period.
    """

    def __init__(self, report: Report, groups: Groups) -> None:
        self.report = report
        self.groups = groups
        self.printed: list[Fact] = []
        self.negative: set[tuple[int, int, str]] = set()
        self.places: dict[tuple[int, int], dict[str, Fact]] = {}
        self.facts: dict[Name, dict[Period, Fact]] = {}
        for fact in report.facts:
            if not isinstance(fact.value, Decimal):
                continue
            for source in fact.sources:
                if source.statement is not None and source.row is not None:
                    self.places.setdefault((source.statement, source.row), {})[fact.context] = fact
                    if source.number is not None and source.number < 0:
                        self.negative.add((source.statement, source.row, fact.context))
            if fact.sources:
                self.printed.append(fact)
            scope = report.scope_of(fact)
            if scope.is_whole:
                self.facts.setdefault(fact.concept, {})[scope.period] = fact

    def of(self, concepts: Iterable[str]) -> dict[Period, Fact]:
        """For each period the fact of the first of the us-gaap concepts that has one."""
        found: dict[Period, Fact] = {}
        for concept in concepts:
            for period, fact in self.facts.get(Name("us-gaap", concept), {}).items():
                found.setdefault(period, fact)
        return found

    def alone(self, facts: Mapping[str, Fact], total: Fact) -> Fact | None:
        """The fact of a row that is of a part, and adds to a total of the whole: a class of stock with a row for
        itself, the only fact of the total's period there.
        """
        scope = self.report.scope_of(total)
        found = [fact for fact in facts.values() if self.report.period_of(fact) == scope.period]
        return found[0] if scope.is_whole and len(found) == 1 else None

    def on_days(self, concepts: Iterable[str]) -> Mapping[date, Fact]:
        """The same of concepts of an instant, by day."""
        return {period.end: fact for period, fact in self.of(concepts).items() if period.is_instant}


def value(fact: Fact) -> Decimal:
    """The value of a numeric fact."""
    return fact.figure.value


def told(facts: Iterable[Fact], relation: Relation) -> Iterator[Vote]:
    """The votes of a relation that holds between facts: for those that it would not hold without.

    A number that is lost in the rounding of the others is not proved by them.
    """
    related = list(facts)
    lost = 2 * slack(Figure(value(fact), fact.decimals) for fact in related)
    return (Vote(fact.id, relation) for fact in related if abs(value(fact)) > lost)
