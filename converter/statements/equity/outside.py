"""What heads do not tell of columns, and the sums of the balances do: which is the total, what is outside of it.

A column that may count shares or hold amounts (`Common shares`) is one of counts if the totals need it so. One that the
totals leave out is what the components before it make (the parent's equity), or stands outside of equity: redeemable
stock, redeemable interests of others. What stands behind the total is a memorandum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.statements.equity.checks import makes_total
from converter.statements.equity.lines import Line
from converter.statements.equity.parts import Part, Sort

Parts = tuple[Part | None, ...]

_LEFT_OUT = (Sort.COMPONENT, Sort.OF_OTHERS)
"""What may turn out to be in no total."""


def settled(parts: Sequence[Part | None], lines: Sequence[Line]) -> Parts:
    """The parts as the totals of all balances need them; as their heads are read where nothing makes them add up."""
    balances = [line for line in lines if line.balance]
    plain = tuple(None if part is None else replace(part, counts=bool(part.counts)) for part in parts)
    if not balances:
        return plain
    return next((each for each in _readings(parts, plain, balances) if _hold(each, balances)), plain)


def _readings(parts: Sequence[Part | None], plain: Parts, balances: Sequence[Line]) -> Iterator[Parts]:
    """The parts as read, with one column as another thing, with another total."""
    yield plain
    doubtful = [
        (at, part)
        for at, part in enumerate(parts)
        if part is not None and not part.counts and part.sort in _LEFT_OUT and _is_any(at, balances)
    ]
    for at, part in doubtful:
        if part.counts is None:
            yield _with(plain, at, replace(part, counts=True))
        elif _is_sum_before(at, plain, balances):
            yield _with(plain, at, replace(part, sort=Sort.PARENT))
    for _, part in doubtful:
        yield tuple(
            replace(each, sort=Sort.OUTSIDE) if each is not None and each.caption == part.caption else each
            for each in plain
        )
    for at, whole in enumerate(plain):
        if whole is not None and not whole.counts and _is_sum_before(at, plain, balances):
            yield (*plain[:at], replace(whole, sort=Sort.TOTAL), *(None for _ in plain[at + 1 :]))


def _with(parts: Parts, at: int, part: Part) -> Parts:
    return (*parts[:at], part, *parts[at + 1 :])


def _hold(parts: Parts, balances: Sequence[Line]) -> bool:
    return all(makes_total(line, parts) for line in balances)


def _is_any(column: int, balances: Sequence[Line]) -> bool:
    zero = Decimal(0)
    return any(column in line.values and line.values[column].number.value != zero for line in balances)


def _is_sum_before(column: int, parts: Parts, balances: Sequence[Line]) -> bool:
    """Whether a column is in all balances what the components left of it make."""
    part = parts[column]
    if part is None:
        return False
    total = replace(part, sort=Sort.TOTAL)
    before = (
        *(
            each if each is None or each.sort is not Sort.TOTAL else replace(each, sort=Sort.ASIDE)
            for each in parts[:column]
        ),
        total,
    )
    known = [line for line in balances if column in line.values]
    several = sum(each is not None and each.adds for each in before) > 1
    return several and bool(known) and all(makes_total(_until(line, column), before) for line in known)


def _until(line: Line, column: int) -> Line:
    return replace(line, values={at: value for at, value in line.values.items() if at <= column})
