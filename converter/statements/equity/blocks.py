"""Blocks: an opening balance, what happened, and the closing balance.

A balance between two years closes one block and opens the next. One that is printed again, as adjusted for a change in
accounting, belongs to the block that it opens: what leads to it is of that year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from converter.statements.equity.lines import Line
from converter.terms import Period


@dataclass(frozen=True, slots=True)
class Block:
    """What leads from one balance to the next.

    Attributes:
        lines: between the two, headings and balances as adjusted among them.
    """

    opening: Line
    lines: tuple[Line, ...]
    closing: Line
    period: Period

    @property
    def movements(self) -> list[Line]:
        return [line for line in self.lines if line.values and not line.balance]

    @property
    def adjusted(self) -> list[Line]:
        """Balances as adjusted, on the day of the opening."""
        return [line for line in self.lines if line.balance]


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of lines whose balances have days, in printed order."""
    opening: Line | None = None
    between: list[Line] = []
    for line in lines:
        if not line.balance:
            between.append(line)
            continue
        moved = any(each.values and not each.balance for each in between)
        if opening is not None and moved and line.day and opening.day and line.day <= opening.day:
            if line.day == opening.day or line.day == opening.day + timedelta(1):
                between.append(line)
                continue
        elif opening is not None and opening.day and line.day and moved:
            yield Block(opening, tuple(between), line, Period(line.day, opening.day + timedelta(1)))
        opening, between = line, []
