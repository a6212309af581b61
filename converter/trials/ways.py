"""Other ways to read what contradicts: the next concept, another scale, heads of columns in each other's place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import ClassVar

from converter.arithmetic import power_of_ten
from converter.findings import Finding, Severity
from converter.mapping.decide import Barred
from converter.span import Span
from converter.statements.share_counts import settle_share_counts
from converter.statements.statement import Amount, Basis, Item, Role, Statement
from converter.terms import THRESHOLD, Kind, Period
from converter.terms.unit import is_money
from converter.trials.made import Made
from converter.trials.standing import contradictions

_OF_TIME = frozenset(
    {"DQC_0004", "DQC_0057", "DQC_0084", "checks.periods-swapped", "checks.column-order", "mapping.contradiction"}
)
_OF_SCALE = frozenset(
    {"DQC_0057", "DQC_0095", "checks.statement-scale", "mapping.contradiction", "schedules.disagrees"}
)
_DAY = timedelta(days=1)


class Way(ABC):
    """Another way to read.

    Attributes:
        least: relations that have to hold with it beyond those that hold without, for it to be believed.
    """

    least = 0

    @abstractmethod
    def on(self, made: Made) -> tuple[tuple[Statement, ...], Barred]:
        """What is to be made in the place of what is."""

    @abstractmethod
    def finding(self, made: Made) -> Finding:
        """What a person is told of it, once it is taken."""


def ways(made: Made) -> list[Way]:
    """What may be tried with a Report, the likeliest first: concepts, then scales, then columns."""
    against = contradictions(made.report)
    codes = {finding.code for finding in against}
    found: list[Way] = [*dict.fromkeys(way for finding in against for way in _next_concepts(finding, made))]
    if codes & _OF_SCALE:
        found.extend(_scales(made.statements))
    if codes & _OF_TIME:
        found.extend(_columns(made.statements))
    return found


@dataclass(frozen=True)
class NextConcept(Way):
    """One row is not what it was taken for.

    Attributes:
        place: the statement and the item.
    """

    place: tuple[int, int]
    concept: str
    code: str = field(compare=False)
    span: Span = field(compare=False)

    least = 1  # what no relation speaks of contradicts nothing, and is no better for that

    def on(self, made: Made) -> tuple[tuple[Statement, ...], Barred]:
        barred = made.barred.get(self.place, frozenset()) | {self.concept}
        return made.statements, {**made.barred, self.place: barred}

    def finding(self, made: Made) -> Finding:
        at, row = self.place
        decision = made.decisions[at][row]
        taken = (decision and decision.concept) or "a concept of the company's own"
        message = (
            f"As {self.concept} this line would contradict others ({self.code}); it was taken for {taken}, with which "
            "they hold. Check which it is."
        )
        return Finding(Severity.INFO, "trials.next-concept", message, self.span)


def _next_concepts(finding: Finding, made: Made) -> Iterator[NextConcept]:
    """For the rows that a relation speaks of, what comes second if it is as likely as a concept must be."""
    facts = {finding.fact, *finding.beside}
    for fact in (one for one in made.report.facts if one.id in facts):
        for source in fact.sources:
            place = made.place_of(source)
            decision = made.decisions[place[0]][place[1]] if place else None
            if place is None or decision is None or decision.concept is None or not decision.alternatives:
                continue
            _, second = decision.alternatives[0]
            if second >= THRESHOLD * (1 - decision.confidence):
                yield NextConcept(place, decision.concept, finding.code, source.span)


@dataclass(frozen=True)
class OfStatement(Way):
    """A statement is to be read otherwise than its headings say.

    Attributes:
        at: the statement.
    """

    at: int

    least = 2
    code: ClassVar[str]

    @abstractmethod
    def read(self, statement: Statement) -> Statement:
        """The statement, read so."""

    @abstractmethod
    def told(self, title: str) -> str:
        """What a person is told."""

    def on(self, made: Made) -> tuple[tuple[Statement, ...], Barred]:
        statements = enumerate(made.statements)
        return tuple(self.read(each) if at == self.at else each for at, each in statements), made.barred

    def finding(self, made: Made) -> Finding:
        statement = made.statements[self.at]
        return Finding(Severity.WARNING, self.code, self.told(repr(statement.title)), statement.span)


@dataclass(frozen=True)
class OtherScale(OfStatement):
    """It is in the scale of others.

    Attributes:
        scale: what a printed 1 of money is worth then.
        shares: whether its rows of shares go with the money.
    """

    scale: int
    shares: bool

    code = "trials.scale"

    def on(self, made: Made) -> tuple[tuple[Statement, ...], Barred]:
        statements, barred = super().on(made)
        return tuple(settle_share_counts(statements, [])), barred

    def read(self, statement: Statement) -> Statement:
        step = power_of_ten(self.scale) - power_of_ten(statement.scale)
        items = tuple(self._scaled(item, step) for item in statement.items)
        return replace(statement, items=items, scale=self.scale)

    def _scaled(self, item: Item, step: int) -> Item:
        if is_money(item.unit) or (self.shares and item.unit == "shares" and item.role is not Role.PARENTHETICAL):
            return replace(item, amounts=tuple(amount.at(amount.power + step) for amount in item.amounts))
        return item

    def told(self, title: str) -> str:
        return (
            f"{title} was read as if a printed 1 were {self.scale:,}, whatever its heading says: only so its amounts "
            "go with other figures. Check the heading."
        )


def _scales(statements: Sequence[Statement]) -> Iterator[OtherScale]:
    scales = sorted({statement.scale for statement in statements})
    for at, statement in enumerate(statements):
        for scale in scales:
            if scale != statement.scale:
                yield from (OtherScale(at, scale, shares) for shares in (False, True))


@dataclass(frozen=True)
class OtherColumns(OfStatement):
    """The heads of two of its columns stand in each other's place."""

    one: int
    other: int

    code = "trials.columns"

    def read(self, statement: Statement) -> Statement:
        heads = list(statement.columns)
        left, right = heads[self.one], heads[self.other]
        heads[self.one], heads[self.other] = replace(left, period=right.period), replace(right, period=left.period)
        periods = {self.one: (left.period, right.period), self.other: (right.period, left.period)}
        items = tuple(
            replace(item, amounts=tuple(_moved(amount, periods) for amount in item.amounts)) for item in statement.items
        )
        return replace(statement, columns=tuple(heads), items=items)

    def told(self, title: str) -> str:
        return (
            f"Columns {self.one + 1} and {self.other + 1} of {title} were read with each other's dates: only so they "
            "go with other figures. Check their heads."
        )


def _columns(statements: Sequence[Statement]) -> Iterator[OtherColumns]:
    for at, statement in enumerate(statements):
        dated = [
            (number, column.period)
            for number, column in enumerate(statement.columns)
            if column.period is not None and column.basis is Basis.GAAP
        ]
        for (one, left), (other, right) in pairwise(dated):
            if statement.kind is not Kind.EQUITY and left != right and left.months == right.months:
                yield OtherColumns(at, one, other)


def _moved(amount: Amount, periods: dict[int, tuple[Period | None, Period | None]]) -> Amount:
    """The amount in the other period; a balance before the first day of its column's or on the last, at that of the
    other's.
    """
    before, after = periods.get(amount.column, (None, None))
    if before is None or after is None or amount.period is None:
        return amount
    instants = {before: after, Period(before.end): Period(after.end)}
    if before.start and after.start:
        instants[Period(before.start - _DAY)] = Period(after.start - _DAY)
    return replace(amount, period=instants.get(amount.period, amount.period))
