"""The tables, rows and cells of an HTML source, with their offsets.

Parsers with a tree (lxml, html5lib) keep no offsets of characters, and the statements of a filing are a small part of
its markup. So the tags that make tables are found directly, and closed as browsers close them: a cell ends where the
next one begins, and a table inside a table is one only inside a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

# Quoted values may hold `>`. No tag reaches over a `<`, which keeps the search linear whatever the source.
ATTRIBUTES = r"""(?:(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+|[^<>]*)"""
_STRUCTURE = re.compile(rf"<(/?)(table|tr|t[dh])(?=[\s>/])({ATTRIBUTES})>", re.I)
_PRE = re.compile(r"<(/?)pre(?=[\s>/])[^<>]*>", re.I)
_CELLS = re.compile(r"<t[dr][\s>]", re.I)


class RawCell(NamedTuple):
    """A `<td>` or `<th>`: where its content begins and ends, and the text of its attributes."""

    start: int
    end: int
    attributes: str


@dataclass(slots=True)
class RawRow:
    """A `<tr>`: the offset of its tag, and its cells."""

    start: int
    attributes: str
    cells: list[RawCell] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    """A `<table>`, from its tag to its end, with the tables that stand in its cells."""

    start: int
    end: int = 0
    rows: list[RawRow] = field(default_factory=list)
    inner: list[RawTable] = field(default_factory=list)

    # What is open while the source is read: the content of a cell begins at `cell_start`, -1 outside cells.
    cell_start: int = -1
    cell_attributes: str = ""

    def open_row(self, start: int, attributes: str) -> None:
        """Begin a row; a cell still open ends here."""
        self.close_cell(start)
        self.rows.append(RawRow(start, attributes))

    def open_cell(self, start: int, content: int, attributes: str) -> None:
        """Begin a cell, in a row of its own if none is open."""
        self.close_cell(start)
        if not self.rows:
            self.rows.append(RawRow(start, ""))
        self.cell_start, self.cell_attributes = content, attributes

    def close_cell(self, end: int) -> None:
        """End the cell that is open, if any."""
        if self.cell_start >= 0:
            self.rows[-1].cells.append(RawCell(self.cell_start, end, self.cell_attributes))
            self.cell_start = -1


def scan(source: str) -> list[RawTable]:
    """The tables of a source in the order of their ends: those inside a table come before it."""
    closed: list[RawTable] = []
    opened: list[RawTable] = []
    for tag in _STRUCTURE.finditer(source):
        closing, name, attributes = tag.groups()
        name = name.lower()
        if name == "table":
            if opened and (closing or opened[-1].cell_start < 0):
                _close(opened, closed, tag.start() if not closing else tag.end())
            if not closing:
                opened.append(RawTable(tag.start()))
        elif not opened:
            continue
        elif name == "tr":
            if closing:
                opened[-1].close_cell(tag.start())
            else:
                opened[-1].open_row(tag.start(), attributes)
        elif closing:
            opened[-1].close_cell(tag.start())
        else:
            opened[-1].open_cell(tag.start(), tag.end(), attributes)
    while opened:
        _close(opened, closed, len(source))
    return closed


def _close(opened: list[RawTable], closed: list[RawTable], end: int) -> None:
    table = opened.pop()
    table.close_cell(end)
    table.end = end
    closed.append(table)
    if opened:
        opened[-1].inner.append(table)


def pre_stretches(source: str) -> list[tuple[int, int]]:
    """The texts of `<pre>` elements that are print, not markup: those without table cells, from tag to tag."""
    stretches: list[tuple[int, int]] = []
    start = -1
    for tag in _PRE.finditer(source):
        if start >= 0 and not _CELLS.search(source, start, tag.start()):
            stretches.append((start, tag.start()))
        start = -1 if tag[1] else tag.end()
    if start >= 0 and not _CELLS.search(source, start):
        stretches.append((start, len(source)))
    return stretches
