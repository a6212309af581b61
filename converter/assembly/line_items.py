"""Lines: the rows of all statements that state facts, and which of their concepts the taxonomy allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from converter.findings import Finding, Severity
from converter.report import PeriodType
from converter.statements.statement import Amount, Basis, Item, Role, Statement
from converter.taxonomy import Index
from converter.terms import Decision, Period, Scope

_RESTATED = re.compile(r"\brestated\b", re.IGNORECASE)
_NUMBERS_BEGIN = re.compile(
    r"[,;:(]?\s*(?:\$\s*)?(?:\d|\.\d)|[,;:(]\s*(?:par|authorized|issued|no par)\b", re.IGNORECASE
)

UNDECIDED = Decision(concept=None, sign=1, rule="none", confidence=0.0)
"""The decision of a row that nobody decided about: it becomes an extension."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One amount that becomes a fact: of a column of GAAP figures, its period known.

    Attributes:
        scope: when it is, and of which parts.
        decimals: the printed precision, made finer where the value has more digits than that (EFM 6.05.37).
    """

    amount: Amount
    scope: Scope
    decimals: int

    @property
    def period(self) -> Period:
        return self.scope.period


@dataclass(frozen=True, slots=True)
class LineItem:
    """A row with its readings and its decision.

    Attributes:
        statement: index into the statements that are reported.
        row: index into that statement's items.
        concept: local name in us-gaap where the decision's concept is fit for the row; None: an extension.
        stem: the caption without the numbers inside it; what a name is made from.
    """

    statement: int
    row: int
    item: Item
    decision: Decision
    concept: str | None
    readings: tuple[Reading, ...]
    stem: str

    @property
    def period_type(self) -> PeriodType:
        return "instant" if all(reading.period.is_instant for reading in self.readings) else "duration"


def lines(
    statements: Sequence[Statement],
    decisions: Sequence[Sequence[Decision | None]],
    scope: Callable[[Amount], Scope],
    index: Index,
    findings: list[Finding],
) -> list[LineItem]:
    """The lines of all statements in reading order: every row that has at least one reading.

    Args:
        scope: what an amount of a known period is about.
    """
    return [
        line
        for at in range(len(statements))
        for line in _lines(at, statements[at], decisions[at], scope, index, findings)
    ]


def _lines(
    at: int,
    statement: Statement,
    decisions: Sequence[Decision | None],
    scope: Callable[[Amount], Scope],
    index: Index,
    findings: list[Finding],
) -> Iterator[LineItem]:
    hosts = {item.host for item in statement.items if item.host is not None}
    for row, item in enumerate(statement.items):
        found = tuple(Reading(amount, scope(amount), _decimals(amount)) for amount in reported(statement, item))
        if not found:
            continue
        decision = decisions[row] or UNDECIDED
        stem = _stem(item.caption) if row in hosts or item.role is Role.PARENTHETICAL else item.caption
        line = LineItem(at, row, item, decision, None, found, stem)
        if decision.concept is None:
            yield line
            continue
        why_not = _unfit(line, decision.concept, index)
        if why_not:
            findings.append(
                Finding(
                    Severity.INFO,
                    "mapping.concept-unfit",
                    f"{item.caption!r} would be {decision.concept}, but {why_not}; it becomes an extension.",
                    item.span,
                )
            )
            yield line
        else:
            yield LineItem(at, row, item, decision, decision.concept, found, stem)


def reported(statement: Statement, item: Item) -> list[Amount]:
    """The amounts of a row that become facts, all instants or all durations (the kind its first one is of).

    Where two columns are of one period, the restated one comes first: the first of two that differ is believed.
    """
    if item.role is Role.HEADING:
        return []
    found = [
        (amount, amount.period.is_instant)
        for amount in item.amounts
        if amount.period is not None and statement.columns[amount.column].basis is Basis.GAAP
    ]
    found.sort(key=lambda one: not _RESTATED.search(statement.columns[one[0].column].head))
    return [amount for amount, is_instant in found if is_instant == found[0][1]]


def _decimals(amount: Amount) -> int:
    exponent = amount.value.normalize().as_tuple().exponent
    return max(amount.decimals, -exponent) if amount.value and isinstance(exponent, int) else amount.decimals


def _unfit(line: LineItem, concept: str, index: Index) -> str | None:
    """Why the concept cannot be used for the row, or None if it can."""
    element = index.get(concept)
    if element is None:
        return f"{index.release} has no such concept"
    if element.abstract:
        return "it is abstract"
    if element.deprecated:
        return f"{index.release} deprecates it"
    if element.period_type != line.period_type:
        return f"it is of period type {element.period_type}"
    if element.unit != line.item.unit:
        return f"it is not measured in {line.item.unit}"
    return None


def _stem(caption: str) -> str:
    match = _NUMBERS_BEGIN.search(caption)
    stem = caption[: match.start()].strip(" ,;:(-") if match else caption
    return stem or caption
