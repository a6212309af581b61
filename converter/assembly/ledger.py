"""The ledger: which values a concept has in which periods, and where each was read.

Facts that several places print are entered once and keep all their places, if the values agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.arithmetic import Figure, agree
from converter.assembly.line_items import LineItem, Reading
from converter.terms import Name, Period


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed value of a fact; `value` has the fact's sign."""

    line: LineItem
    reading: Reading
    value: Decimal

    @property
    def figure(self) -> Figure:
        return Figure(self.value, self.reading.decimals)


class Ledger:
    """Entries by concept and period."""

    def __init__(self) -> None:
        self._entries: dict[tuple[Name, Period], list[Entry]] = {}
        self._lines: dict[Name, list[LineItem]] = {}

    def __iter__(self) -> Iterator[tuple[Name, Period, list[Entry]]]:
        """All facts, each with its entries in the order of entering."""
        return ((name, period, entries) for (name, period), entries in self._entries.items())

    def lines(self, name: Name) -> list[LineItem]:
        """The lines that state the concept."""
        return self._lines.get(name, [])

    def best(self, name: Name, period: Period) -> Entry | None:
        """The most precise entry of a fact; the first of equals."""
        return max(self._entries.get((name, period), ()), key=lambda entry: entry.reading.decimals, default=None)

    def compare(self, name: Name, line: LineItem, sign: int) -> tuple[int, list[Reading]]:
        """How a line would sit with what is entered: how many non-zero values it confirms, which it contradicts."""
        confirmed, contradicted = 0, []
        for reading in line.readings:
            known = self.best(name, reading.period)
            if known is None:
                continue
            if not agree(known.figure, Figure(reading.amount.value * sign, reading.decimals)):
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
            known = self.best(name, reading.period)
            if known is None or agree(known.figure, entry.figure):
                self._entries.setdefault((name, reading.period), []).append(entry)
            else:
                refused.append(reading)
        return refused
