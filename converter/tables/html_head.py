"""Where the rows of an HTML table are heads, titles and body, and where a second table begins inside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from converter.grammars.months import MONTH
from converter.grammars.scales import SCALE
from converter.grammars.years import YEAR
from converter.tables.html_columns import ValueRow, stretches
from converter.tables.html_grid import GridCell

_PERIODIC = re.compile(
    rf"\b(?:months?|weeks?|days|years?|quarters?|ended|ending|fiscal|{YEAR}|{MONTH}|q[1-4]|as of)\b",
    re.I,
)
_REMARK = re.compile(rf"\(.*\)$|.*\b(?:in|of) {SCALE}s\b|\s*unaudited", re.I)
_MAX_HEAD = 160


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of a grid that make one table: titles, then heads, then the body; each a list of rows in order.

    `titles` holds the cells that stand over or beside the heads.
    """

    titles: list[GridCell]
    head: list[list[GridCell]]
    body: list[ValueRow]


@dataclass(frozen=True, slots=True)
class Sides:
    """Where captions usually end and the first value column begins."""

    stub: int
    edge: int

    def over(self, cell: GridCell) -> bool:
        """Whether a cell stands over the values, and not over the captions too."""
        return cell.x1 > self.edge and cell.x0 >= min(max(self.stub, 1), self.edge)

    def title(self, row: ValueRow) -> bool:
        """Whether a row is one cell from the captions to over the values."""
        return len(row.words) == 1 and row.words[0].x1 > self.edge and not self.over(row.words[0])


def find_sections(rows: list[ValueRow]) -> list[Section]:
    """The tables within a table: usually one; another begins where new heads stand over the values."""
    sides = sides_of(rows)
    starts = [0, *_inner_starts(rows, sides)]
    return [_section(rows[start:end], sides) for start, end in pairwise([*starts, len(rows)])]


def sides_of(rows: list[ValueRow]) -> Sides:
    """Where the captions of rows end and their values begin; the rows must print some values."""
    edge = stretches(rows)[0][0]
    ends = Counter(row.words[0].x1 for row in rows if row.real and row.words and row.words[0].x1 <= edge)
    return Sides(ends.most_common(1)[0][0] if ends else edge, edge)


def _section(rows: list[ValueRow], sides: Sides) -> Section:
    first = next((at for at, row in enumerate(rows) if row.real), len(rows))
    heads = [at for at in range(first) if rows[at].years_only or any(map(sides.over, rows[at].words))]
    start = _after_remarks(rows, heads[-1] + 1, first, sides) if heads else _after_titles(rows, first, sides)
    titles: list[GridCell] = []
    head: list[list[GridCell]] = []
    for row in rows[:start]:
        over = [cell for cell in row.grid.cells if has_print(cell) and _hangs(cell, row, sides)]
        titles += [cell for cell in row.words if cell not in over]
        if over:
            head.append(over)
    return Section(titles, head, rows[start:])


def has_print(cell: GridCell) -> bool:
    """Whether a head's cell says something: words or a number."""
    return any(letter.isalnum() or letter == "%" for letter in cell.text)


def _hangs(cell: GridCell, row: ValueRow, sides: Sides) -> bool:
    if sides.over(cell):
        return True
    return cell.x0 > 0 and cell.x1 > sides.edge and len(row.grid.cells) > 1


def _after_remarks(rows: list[ValueRow], start: int, first: int, sides: Sides) -> int:
    """Remarks below the heads, such as the scale, belong to them."""
    while start < first and sides.title(rows[start]) and _REMARK.match(rows[start].words[0].text):
        start += 1
    return start


def _after_titles(rows: list[ValueRow], first: int, sides: Sides) -> int:
    """Without heads, the rows set as titles: centred over the whole table, or remarks."""
    start = 0
    for at in range(first):
        row = rows[at]
        if row.words and not (sides.title(row) and (row.words[0].centred or _REMARK.match(row.words[0].text))):
            break
        start = at + 1
    return start


def _inner_starts(rows: list[ValueRow], sides: Sides) -> list[int]:
    """Where new heads begin below values, the titles before them included.

    Heads that only repeat the ones before (on a new page) begin nothing, unless a title stands before them.
    """
    first = next((at for at, row in enumerate(rows) if row.real), len(rows))
    said = _said(rows[:first], sides)
    starts: list[int] = []
    at = first
    while at < len(rows):
        if not _is_head(rows[at], sides):
            at += 1
            continue
        end = at
        while end < len(rows) and not rows[end].real and (_is_head(rows[end], sides) or not rows[end].words):
            end += 1
        start = at
        while start > first and _leads_in(rows[start - 1], sides):
            start -= 1
        repeated = _said(rows[at:end], sides)
        if repeated != said or any(sides.title(row) for row in rows[start:at]):
            starts.append(start)
            said = repeated
        at = end
    stretched = pairwise([*starts, len(rows)])
    return [start for start, end in stretched if any(row.real for row in rows[start:end])]


def _leads_in(row: ValueRow, sides: Sides) -> bool:
    """Whether a row may stand between the values above and new heads: blank, or a title."""
    return not row.real and (not row.words or sides.title(row))


def _said(rows: list[ValueRow], sides: Sides) -> list[str]:
    return [cell.text for row in rows if _is_head(row, sides) for cell in row.grid.cells if sides.over(cell)]


def _is_head(row: ValueRow, sides: Sides) -> bool:
    """Whether a row without values says something of periods over the value columns."""
    if row.real:
        return False
    over = [cell for cell in row.grid.cells if sides.over(cell)]
    return any(_PERIODIC.search(cell.text) and len(cell.text) < _MAX_HEAD for cell in over)
