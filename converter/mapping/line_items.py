"""Line items: the rows of all statements that state facts, with what was decided about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from converter.statements.readings import Reading, readings, scope_as_printed
from converter.statements.row_names import row_names
from converter.statements.statement import Amount, Item, Role, Statement
from converter.terms import Decision, Scope
from converter.terms.period import PeriodType

_NUMBERS_BEGIN = re.compile(
    r"[,;:(]?\s*(?:\$\s*)?(?:\d|\.\d)|[,;:(]\s*(?:par|authorized|issued|no par)\b", re.IGNORECASE
)

UNDECIDED = Decision(concept=None, sign=1, rule="none", confidence=0.0)
"""The decision of a row that nobody decided about: it becomes an extension."""


@dataclass(frozen=True, slots=True)
class LineItem:
    """A row with its readings and its decision.

    Attributes:
        statement: index into the statements that are reported.
        row: index into that statement's items.
        stem: the caption without the numbers inside it, of a total without one what it is called after its heading;
            what a name is made from.
    """

    statement: int
    row: int
    item: Item
    decision: Decision
    readings: tuple[Reading, ...]
    stem: str

    @property
    def period_type(self) -> PeriodType:
        return "instant" if all(reading.period.is_instant for reading in self.readings) else "duration"


def line_items(
    statements: Sequence[Statement],
    decisions: Sequence[Sequence[Decision | None]],
    scope: Callable[[Amount], Scope] = scope_as_printed,
) -> list[LineItem]:
    """The line items of all statements in reading order: every row that has at least one reading.

    Args:
        scope: what an amount of a known period is about.
    """
    return [line for at in range(len(statements)) for line in _of_statement(at, statements[at], decisions[at], scope)]


def _of_statement(
    at: int, statement: Statement, decisions: Sequence[Decision | None], scope: Callable[[Amount], Scope]
) -> Iterator[LineItem]:
    names = row_names(statement)
    hosts = {item.host for item in statement.items if item.host is not None}
    for row, item in enumerate(statement.items):
        if found := readings(statement, item, scope):
            stem = names.get(row, item.caption)
            if row in hosts or item.role is Role.PARENTHETICAL:
                stem = _stem(stem)
            yield LineItem(at, row, item, decisions[row] or UNDECIDED, found, stem)


def _stem(caption: str) -> str:
    match = _NUMBERS_BEGIN.search(caption)
    stem = caption[: match.start()].strip(" ,;:(-") if match else caption
    return stem or caption
