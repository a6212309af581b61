"""The ledger: which values a concept has in which scopes, and where each was read.

Facts that several places print are entered once and keep all their places. Two values agree if they are the same at the
coarser of their precisions ("consistent duplicates" of the XBRL working group note on duplicate facts).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.assembly.line_items import LineItem, Reading
from converter.terms import Name, Scope


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed value of a fact; `value` has the fact's sign."""

    line: LineItem
    reading: Reading
    value: Decimal


class Ledger:
    """Entries by concept and scope."""

    def __init__(self) -> None:
        self._entries: dict[tuple[Name, Scope], list[Entry]] = {}
        self._lines: dict[Name, list[LineItem]] = {}

    def __iter__(self) -> Iterator[tuple[Name, Scope, list[Entry]]]:
        """All facts, each with its entries in the order of entering."""
        return ((name, scope, entries) for (name, scope), entries in self._entries.items())

    def lines(self, name: Name) -> list[LineItem]:
        """The lines that state the concept."""
        return self._lines.get(name, [])

    def best(self, name: Name, scope: Scope) -> Entry | None:
        """The most precise entry of a fact; the first of equals."""
        return max(self._entries.get((name, scope), ()), key=lambda entry: entry.reading.decimals, default=None)

    def compare(self, name: Name, line: LineItem, sign: int) -> tuple[int, list[Reading]]:
        """How a line would sit with what is entered: how many non-zero values it confirms, which it contradicts."""
        confirmed, contradicted = 0, []
        for reading in line.readings:
            known = self.best(name, reading.scope)
            if known is None:
                continue
            if not agree(known.value, known.reading.decimals, reading.amount.value * sign, reading.decimals):
                contradicted.append(reading)
            elif known.value:
                confirmed += 1
        return confirmed, contradicted

    def enter(self, name: Name, line: LineItem, sign: int) -> list[Reading]:
        """Adds the readings of a line that do not contradict what is entered, and returns those that do."""
        self._lines.setdefault(name, []).append(line)
        refused = []
        for reading in line.readings:
            entry = Entry(line, reading, reading.amount.value * sign)
            known = self.best(name, reading.scope)
            if known is None or agree(known.value, known.reading.decimals, entry.value, reading.decimals):
                self._entries.setdefault((name, reading.scope), []).append(entry)
            else:
                refused.append(reading)
        return refused


def agree(one: Decimal, one_decimals: int, other: Decimal, other_decimals: int) -> bool:
    """Whether two values are the same at the coarser of their precisions."""
    if one == other:
        return True
    if one_decimals == other_decimals:
        return False
    # Half a step either way: printers round halves up or to even.
    return abs(one - other) <= Decimal(10) ** -min(one_decimals, other_decimals) / 2
