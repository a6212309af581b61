"""The facts of a Report, laid out so that a rule can ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from converter import arithmetic
from converter.findings import Finding, Severity
from converter.knowledge import Knowledge
from converter.nearest import Nearest
from converter.report import Fact, PresentedRow, PresentedStatement, Report
from converter.taxonomy import Index
from converter.terms import Member, Name, Period
from converter.terms.period import NEARLY

_DAY = timedelta(days=1)


class Book:
    """A report's numeric facts by concept and period, of the company as a whole or of one part of it: figures of
    different parts are never held against each other.

    Attributes:
        members: of the part; none for the whole.
        all_facts: the facts of these members, numeric or not.
        whole: the book of the whole; None for that itself.
    """

    def __init__(
        self,
        report: Report,
        index: Index,
        knowledge: Knowledge,
        members: tuple[Member, ...],
        facts: Sequence[Fact],
        whole: Book | None = None,
    ) -> None:
        self.report = report
        self.index = index
        self.groups = knowledge.groups
        self.signs = knowledge.signs
        self._components = knowledge.headings.axes["equity"]
        self.members = members
        self.all_facts = facts
        self.whole = whole

    @property
    def is_whole(self) -> bool:
        return not self.members

    @property
    def is_of_eliminations(self) -> bool:
        """Whether the part is what parts of the company have with each other, taken off."""
        return any(word in each.member.local for each in self.members for word in self.groups.elimination_members)

    @property
    def is_of_component(self) -> bool:
        """Whether the part is a component of equity."""
        return any(each.axis.local == self._components for each in self.members)

    def period(self, fact: Fact) -> Period:
        return self.report.period_of(fact)

    @cached_property
    def facts(self) -> Mapping[str, Mapping[Period, Fact]]:
        """Numeric us-gaap facts by local name and period."""
        found: dict[str, dict[Period, Fact]] = defaultdict(dict)
        for fact in self.all_facts:
            if fact.concept.prefix == "us-gaap" and isinstance(fact.value, Decimal):
                found[fact.concept.local][self.period(fact)] = fact
        return found

    @cached_property
    def _of_parts(self) -> Mapping[tuple[int | None, int | None], list[Fact]]:
        return _placed(fact for fact in self.report.facts if self.report.scope_of(fact).members)

    @cached_property
    def parts(self) -> Mapping[tuple[str, Period], list[Fact]]:
        """Numeric us-gaap facts of all parts of the company, by local name and period."""
        found: dict[tuple[str, Period], list[Fact]] = defaultdict(list)
        for fact in self.report.facts:
            if (
                fact.concept.prefix == "us-gaap"
                and isinstance(fact.value, Decimal)
                and self.report.scope_of(fact).members
            ):
                found[fact.concept.local, self.period(fact)].append(fact)
        return found

    @cached_property
    def _by_place(self) -> Mapping[tuple[int | None, int | None], list[Fact]]:
        return _placed(self.all_facts)

    @cached_property
    def balances(self) -> Mapping[Name, str | None]:
        """Debit or credit of the company's own concepts."""
        return {extension.name: extension.balance for extension in self.report.extensions}

    def balance(self, name: Name) -> str | None:
        """Debit or credit of a concept, of the taxonomy's or of the company's own."""
        element = self.index.get(name.local, name.prefix)
        return element.balance if element is not None else self.balances.get(name)

    def of(self, *concepts: str) -> dict[Period, Fact]:
        """For each period the fact of the first of the concepts that has one."""
        found: dict[Period, Fact] = {}
        for concept in reversed(concepts):
            found.update(self.facts.get(concept, {}))
        return found

    def printed_in(self, statement: int, row: int) -> list[Fact]:
        """The facts that a row of a statement prints."""
        return self._by_place.get((statement, row), [])

    def added_in(self, statement: int, row: int) -> list[Fact]:
        """The facts of a row that sums of the whole add: also those of a class of stock that has a row for itself."""
        if own := self.printed_in(statement, row):
            return own
        others = self._of_parts.get((statement, row), []) if self.is_whole else []
        return others if len({self.period(fact) for fact in others}) == len(others) else []

    def rows(self) -> Iterator[tuple[int, PresentedStatement, int, PresentedRow]]:
        """All rows of all statements with their places."""
        for at, statement in enumerate(self.report.statements):
            for number, row in enumerate(statement.rows):
                yield at, statement, number, row


def _placed(facts: Iterable[Fact]) -> Mapping[tuple[int | None, int | None], list[Fact]]:
    """The numeric facts by the (statement, row) that prints them."""
    found: dict[tuple[int | None, int | None], list[Fact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.value, Decimal):
            for place in {(source.statement, source.row) for source in fact.sources}:
                found[place].append(fact)
    return found


def value(fact: Fact) -> Decimal:
    """The value of a numeric fact."""
    return fact.figure.value


def slack(facts: Iterable[Fact]) -> Decimal:
    """How far a sum of printed values may be off without any of them being wrong."""
    return arithmetic.slack(fact.figure for fact in facts)


class Balances:
    """The facts of a concept that are of a day."""

    def __init__(self, facts: Mapping[Period, Fact]) -> None:
        self._facts = {period.end: fact for period, fact in facts.items() if period.is_instant}
        self._days = Nearest(self._facts)

    def at(self, day: date) -> Fact | None:
        """The balance at the end of a day, or of the nearest within a week."""
        near = self._days.to(day)
        return self._facts[near] if near is not None and abs((near - day).days) <= NEARLY else None


def opening(period: Period) -> date:
    """The day at whose end a duration begins."""
    assert period.start is not None, "only durations have an opening"
    return period.start - _DAY


def figure(fact: Fact) -> str:
    """A fact's value as a person reads it."""
    number = value(fact)
    return f"{number:,f}"


def remark(
    code: str,
    message: str,
    fact: Fact | None = None,
    severity: Severity = Severity.WARNING,
    beside: Iterable[Fact] = (),
) -> Finding:
    """A finding at the place where a fact is printed first.

    Args:
        beside: what it is held against.
    """
    span = fact.sources[0].span if fact is not None and fact.sources else None
    others = tuple(other.id for other in beside if other is not fact)
    return Finding(severity, code, message, span, fact.id if fact is not None else None, others)
