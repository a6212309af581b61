"""Days of balances that do not print them: `Balance at beginning of year` under `Year ended December 31, 1997`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from converter.statements.calendar import months_before
from converter.statements.equity.lines import Line, day_of
from converter.statements.periods import read_head

_BEGINS = re.compile(r"\b(?:beginning|begin|opening)\b", re.I)
_YEAR = 12


def dated(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines, balances without a day dated by the period that stands over them.

    Args:
        title: what stands over the table: its days close the periods, from the first, where no line between does.
    """
    if all(line.day for line in lines if line.balance):
        return list(lines)
    said = read_head(title)
    length = said.length.months if said.length else _YEAR
    days = sorted({day for each in said.dates if each.month and (day := each.complete())})
    blocks = sum(line.balance and bool(_BEGINS.search(line.caption)) for line in lines)
    queue = days if len(days) == blocks else []
    closing: date | None = None
    found = []
    for line in lines:
        if not line.values and (day := day_of(line.caption)):
            head = read_head(line.caption)
            closing, length = day, head.length.months if head.length else length
        elif line.balance and line.day is None:
            begins = bool(_BEGINS.search(line.caption))
            if begins and queue:
                closing = queue.pop(0)
            if closing is not None:
                line = replace(line, day=_before(closing, length) if begins else closing)
        found.append(line)
    return found


def _before(day: date, months: int) -> date:
    """The day on which the period before closed: a month's end goes to a month's end."""
    end = months_before(day, months)
    is_last = (day + timedelta(days=1)).day == 1
    return end if is_last else end.replace(day=min(day.day, end.day))
