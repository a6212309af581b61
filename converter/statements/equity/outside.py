"""Columns that stand beside equity, or that a head does not tell to be counts: the balances' sums tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from converter.statements.equity.checks import makes_total
from converter.statements.equity.lines import Line
from converter.statements.equity.parts import Part, Sort


def settled(parts: Sequence[Part | None], lines: Sequence[Line]) -> tuple[Part | None, ...]:
    """The parts with those told whose heads do not tell enough.

    A column that the balances' totals leave out is a count if its head may mean one, or else of something outside of
    equity (redeemable stock, redeemable interests of others); only one whose leaving out makes all balances add up is.
    """
    balances = [line for line in lines if line.balance]
    found = tuple(None if part is None else replace(part, counts=bool(part.counts)) for part in parts)
    if not balances or _all_hold(found, balances):
        return found
    for at, part in enumerate(parts):
        if part is not None and not part.counts and part.sort is Sort.COMPONENT and _matters(at, balances):
            other = (
                replace(part, counts=True) if part.counts is None else replace(part, counts=False, sort=Sort.OUTSIDE)
            )
            tried = tuple(other if place == at else each for place, each in enumerate(found))
            if _all_hold(tried, balances):
                return tried
    return found


def _all_hold(parts: Sequence[Part | None], balances: Sequence[Line]) -> bool:
    return all(makes_total(line, parts) for line in balances)


def _matters(column: int, balances: Sequence[Line]) -> bool:
    zero = Decimal(0)
    return any(column in line.values and line.values[column].number.value != zero for line in balances)
