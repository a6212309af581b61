"""Blocks as rows of a statement: an item for the amounts of a line, and one for its shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from converter.arithmetic import in_units
from converter.statements.equity.blocks import Block
from converter.statements.equity.checks import Verified
from converter.statements.equity.lines import Line
from converter.statements.equity.parts import Part, Sort
from converter.statements.scale import Scale
from converter.statements.statement import Amount, Component, Item, Role
from converter.terms import Period, Unit
from converter.terms.unit import DOLLAR

_HELD = re.compile(r"\b(?:treasury|trusts?|held|reacquired)\b", re.I)
EQUITY, OUTSIDE = "equity", "outside"
"""What the columns of the statement are parts of."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What printed counts of a column are multiplied by: balances are what is held, movements what they do to the
    shares outstanding.
    """

    balances: int = 1
    movements: int = 1


def at_edge(period: Period, edge: str) -> Period:
    """Of a balance the day before the period's first day (`begin`), or its last (`end`); of a movement the period."""
    if not edge or period.start is None:
        return period
    return Period(period.start - timedelta(days=1)) if edge == "begin" else Period(period.end)


def items_of(
    block: Block,
    verified: Verified,
    parts: Sequence[Part | None],
    scale: Scale,
    first_column: int,
    *,
    opens: bool,
) -> Iterator[Item]:
    """The rows of a block.

    Args:
        first_column: of the statement, where the columns of this table begin.
        opens: whether the opening balance is to be a row; it is one already where it closes the block before.
    """
    turned = counted(block, parts)

    def rows(line: Line, period: Period, role: Role, left_out: frozenset[int] = frozenset()) -> Iterator[Item]:
        for unit in ("shares", "USD"):
            found = list(_amounts(line, unit, parts, turned, scale, period, first_column, left_out))
            for outside in (True, False):
                amounts = tuple(amount for amount in found if _is_outside(amount) is outside)
                if amounts and ((unit == "USD" and not outside) or any(amount.value for amount in amounts)):
                    yield row_of(line, role, unit, amounts)

    opening = Period(block.opening.day or block.period.end)
    if opens:
        yield from rows(block.opening, opening, Role.TOTAL)
    for at, line in enumerate(block.lines):
        if not line.values:
            if line.item.heading:
                yield row_of(line, Role.HEADING)
        elif line.balance:
            yield from rows(line, opening, Role.TOTAL)
        elif at not in verified.across:
            role = Role.TOTAL if at in verified.subtotals else Role.LINE
            yield from rows(line, block.period, role, verified.failing)
    yield from rows(block.closing, Period(block.period.end), Role.TOTAL)


def row_of(line: Line, role: Role, unit: Unit = DOLLAR, amounts: tuple[Amount, ...] = ()) -> Item:
    """A line as a row of the statement, of these of its amounts."""
    return Item(line.caption, line.item.headings, len(line.item.headings), role, unit, amounts, line.item.span)


def _is_outside(amount: Amount) -> bool:
    return any(component.axis == OUTSIDE for component in amount.components)


def counted(block: Block, parts: Sequence[Part | None]) -> Mapping[int, Turned]:
    """How the counts of each column of shares are turned."""
    found = {}
    for column, part in enumerate(parts):
        if part is None or not part.counts:
            continue
        held = [line.values[column].number.value for line in (block.opening, block.closing) if column in line.values]
        if any(value < 0 for value in held):
            found[column] = Turned(balances=-1)
        elif _HELD.search(part.caption):
            found[column] = Turned(movements=-1)
    return found


def _amounts(
    line: Line,
    unit: Unit,
    parts: Sequence[Part | None],
    turned: Mapping[int, Turned],
    scale: Scale,
    period: Period,
    first_column: int,
    left_out: frozenset[int],
) -> Iterator[Amount]:
    factor = scale.shares if unit == "shares" else scale.money
    aside = all(part is None or part.sort is Sort.ASIDE for part in map(parts.__getitem__, line.values))
    for column, value in sorted(line.values.items()):
        part = parts[column]
        if part is None or bool(part.counts) != (unit == "shares") or column in left_out:
            continue
        if part.sort is Sort.ASIDE and not aside:
            continue
        number = value.number.value * _turn(turned.get(column, Turned()), period)
        amount, decimals = in_units(factor, number, value.number.places)
        yield Amount(
            value.cell.text, amount, decimals, first_column + column, period, value.cell.span, components(part)
        )


def _turn(turned: Turned, period: Period) -> int:
    return turned.balances if period.is_instant else turned.movements


def components(part: Part) -> tuple[Component, ...]:
    """What an amount of a column is of; nothing: of equity as a whole."""
    if part.sort in (Sort.TOTAL, Sort.ASIDE):
        return ()
    return (Component(OUTSIDE if part.sort is Sort.OUTSIDE else EQUITY, None, part.caption),)
