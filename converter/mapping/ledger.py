"""The ledger: which values a concept has in which scopes, and where each was read.

Facts that several places print are entered once and keep all their places, if the values agree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from converter.arithmetic import Figure, agree
from converter.mapping.line_items import LineItem
from converter.statements.readings import Reading
from converter.terms import Scope


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed value of a fact; `value` has the fact's sign."""

    line: LineItem
    reading: Reading
    value: Decimal

    @property
    def figure(self) -> Figure:
        return Figure(self.value, self.reading.decimals)


Concept = TypeVar("Concept", bound=Hashable)
"""What a concept is called: by its local name while rows are decided, by its full name once all have one."""


class Ledger(Generic[Concept]):
    """Entries by concept and scope."""

    def __init__(self) -> None:
        self._entries: dict[tuple[Concept, Scope], list[Entry]] = {}
        self._best: dict[tuple[Concept, Scope], Entry] = {}
        self._lines: dict[Concept, list[LineItem]] = {}

    def __iter__(self) -> Iterator[tuple[Concept, Scope, list[Entry]]]:
        """All facts, each with its entries in the order of entering."""
        return ((name, scope, entries) for (name, scope), entries in self._entries.items())

    def lines(self, name: Concept) -> list[LineItem]:
        """The lines that state the concept."""
        return self._lines.get(name, [])

    def best(self, name: Concept, scope: Scope) -> Entry | None:
        """The most precise entry of a fact; the first of equals."""
        return self._best.get((name, scope))

    def compare(self, name: Concept, line: LineItem, sign: int) -> tuple[int, list[Reading]]:
        """How a line would sit with what is entered: how many non-zero values it confirms, which it contradicts."""
        confirmed, contradicted = 0, []
        for reading in line.readings:
            known = self.best(name, reading.scope)
            if known is None:
                continue
            if not agree(known.figure, Figure(reading.amount.value * sign, reading.decimals)):
                contradicted.append(reading)
            elif known.value:
                confirmed += 1
        return confirmed, contradicted

    def enter(self, name: Concept, line: LineItem, sign: int) -> list[Reading]:
        """Adds the readings of a line that do not contradict what is entered, and returns those that do."""
        self._lines.setdefault(name, []).append(line)
        refused = []
        for reading in line.readings:
            entry = Entry(line, reading, reading.amount.value * sign)
            known = self.best(name, reading.scope)
            if known is None or agree(known.figure, entry.figure):
                self._entries.setdefault((name, reading.scope), []).append(entry)
                if known is None or reading.decimals > known.reading.decimals:
                    self._best[name, reading.scope] = entry
            else:
                refused.append(reading)
        return refused
