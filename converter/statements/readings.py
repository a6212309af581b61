"""Readings: which of a row's amounts state something of the registrant, in GAAP, in a known period."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.statements.statement import Amount, Basis, Item, Role, Statement
from converter.terms import Period

_RESTATED = re.compile(r"\brestated\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One amount that becomes a fact: of a column of GAAP figures, its period known.

    Attributes:
        decimals: the printed precision, made finer where the value has more digits than that (EFM 6.05.37).
    """

    amount: Amount
    period: Period
    decimals: int


def readings(statement: Statement, item: Item) -> tuple[Reading, ...]:
    """The amounts of a row that become facts, all instants or all durations (the kind its first one is of).

    Where two columns are of one period, the restated one comes first: the first of two that differ is believed.
    """
    if item.role is Role.HEADING:
        return ()
    found = [
        Reading(amount, amount.period, _decimals(amount))
        for amount in item.amounts
        if amount.period is not None and statement.columns[amount.column].basis is Basis.GAAP
    ]
    found.sort(key=lambda reading: not _RESTATED.search(statement.columns[reading.amount.column].head))
    return tuple(reading for reading in found if reading.period.is_instant == found[0].period.is_instant)


def _decimals(amount: Amount) -> int:
    exponent = amount.value.normalize().as_tuple().exponent
    return max(amount.decimals, -exponent) if amount.value and isinstance(exponent, int) else amount.decimals
