"""Readings: which of a row's amounts state something of the registrant or a part of it, in GAAP, in a known period."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from converter.statements.statement import Amount, Basis, Column, Item, Role, Statement
from converter.terms import Member, Name, Period, Scope

_RESTATED = re.compile(r"\brestated\b", re.IGNORECASE)


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


def reported(statement: Statement, item: Item) -> list[Amount]:
    """The amounts of a row that become facts, all instants or all durations (the kind its first one is of).

    Where two columns are of one period, the restated one comes first: the first of two that differ is believed.
    """
    if item.role is Role.HEADING:
        return []
    found = [
        (amount, amount.period.is_instant)
        for amount in item.amounts
        if amount.period is not None and _states(statement.columns[amount.column])
    ]
    found.sort(key=lambda one: not _RESTATED.search(statement.columns[one[0].column].head))
    return [amount for amount, is_instant in found if is_instant == found[0][1]]


def _states(column: Column) -> bool:
    """Whether amounts of a column are facts; where columns are components of equity, only the amounts have periods."""
    return column.basis is Basis.GAAP or column.states


def readings(statement: Statement, item: Item, scope: Callable[[Amount], Scope]) -> tuple[Reading, ...]:
    """The readings of a row.

    Args:
        scope: what an amount of a known period is about.
    """
    return tuple(Reading(amount, scope(amount), _decimals(amount)) for amount in reported(statement, item))


def scope_as_printed(amount: Amount) -> Scope:
    """What an amount of a known period is about, its parts called as the statement calls them where nothing is known
    of them: enough to tell one part from another before members are named.
    """
    return Scope.of(period_of(amount), (_member(each.axis, each.member or each.caption) for each in amount.components))


def period_of(amount: Amount) -> Period:
    """The period of an amount that has one."""
    if amount.period is None:
        raise ValueError(f"{amount.printed} at {amount.span.start} has no period")
    return amount.period


def _member(axis: str, member: str) -> Member:
    return Member(Name("", axis), Name("", member))


def _decimals(amount: Amount) -> int:
    exponent = amount.value.normalize().as_tuple().exponent
    return max(amount.decimals, -exponent) if amount.value and isinstance(exponent, int) else amount.decimals
