"""Tables of an HTML part: markup -> grid -> joined values -> columns -> heads and rows, and the lines before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.findings import Finding
from converter.sources.document import Document
from converter.span import Span
from converter.tables import text
from converter.tables.html_columns import Value, ValueRow, find_columns, read_values
from converter.tables.html_grid import GridCell, lead_of, read_grid
from converter.tables.html_head import Section, Sides, find_sections, sides_of
from converter.tables.html_lines import text_stretches
from converter.tables.html_markup import RawTable, scan
from converter.tables.html_source import visible
from converter.tables.html_text import read_content
from converter.tables.leaders import leader
from converter.tables.limits import LONGEST_TEXT, MOST_HEADS
from converter.tables.table import Band, Cell, Row, Table, Text

# A grid column counts as so many characters, so that the slack heads of text tables need stays within a column.
_WIDTH = 4
_MIN_VALUE_ROWS = 2
_MAX_ABOVE = 14
_MAX_TITLES = 200
_MAX_LINE = 200
# The source searched for the lines before a table; modern markup takes some hundred characters for a line.
_MAX_BEFORE = 20_000
_MAX_NESTING = 3
_DOTS = ".\u2026"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Page:
    """A part's source, all that is not shown blanked; it begins at `base` in the document."""

    part: int
    source: str
    base: int

    def span(self, start: int, end: int) -> Span:
        return Span(start + self.base, max(start, end) + self.base)


def find(document: Document, part_index: int, findings: list[Finding]) -> list[Table]:
    """The tables of an HTML part that hold numbers, in reading order; what is set like plain text is read as such."""
    span = document.parts[part_index].span
    page = _Page(part_index, visible(document.text[span.start : span.end]), span.start)
    tables, holding = _in_markup(page)
    for lines in text_stretches(page.source, page.base, holding):
        tables += text.find_in(lines, part_index, findings)
    return sorted(tables, key=lambda table: table.span.start)


def _in_markup(page: _Page) -> tuple[list[Table], list[RawTable]]:
    """The tables that hold data, and where they were found."""
    tables: list[Table] = []
    holding: list[RawTable] = []
    holders: set[int] = set()  # where tables begin that hold data, or a table that does
    depths: dict[int, int] = {}  # how many tables deep those reach that hold none
    before = 0
    for raw in scan(page.source):
        if any(inner.start in holders for inner in raw.inner):
            holders.add(raw.start)
            continue
        depths[raw.start] = 1 + max((depths[inner.start] for inner in raw.inner), default=0)
        if depths[raw.start] > _MAX_NESTING:
            continue
        found = _tables(page, raw, before)
        if found:
            tables += found
            holding.append(raw)
            holders.add(raw.start)
            before = raw.end
    return tables, holding


def _tables(page: _Page, raw: RawTable, before: int) -> list[Table]:
    """What a `<table>` holds: nothing if it is there for layout; `before` is where the table before it ended."""
    if len(raw.rows) < _MIN_VALUE_ROWS or not _DIGIT.search(page.source, raw.start, raw.end):
        return []
    rows = read_values(read_grid(page.source, raw))
    if sum(row.real for row in rows) < _MIN_VALUE_ROWS:
        return []
    above = _lines_before(page, max(before, raw.start - _MAX_BEFORE), raw.start)
    found: list[Table] = []
    for section in find_sections(rows):
        found.append(_table(page, section, above))
        above = []
    return found


def _lines_before(page: _Page, start: int, end: int) -> list[Text]:
    """The last lines that the source prints between two offsets."""
    start = max(page.source.find("<", start, end), start)
    return [
        Text(words[:_MAX_LINE], page.span(*line.stretch()))
        for line in read_content(page.source, start, end).lines[-3 * _MAX_ABOVE :]
        if (words := line.words)
    ][-_MAX_ABOVE:]


def _table(page: _Page, section: Section, above: list[Text]) -> Table:
    sides = sides_of(section.body)
    columns = find_columns(section.body)
    titles = [_piece(page, cell) for cell in section.titles[-_MAX_TITLES:]]
    head = tuple(tuple(_piece(page, cell) for cell in line) for line in section.head[-MOST_HEADS:])
    rows = tuple(_rows(page, section.body, sides))
    starts = [piece.span.start for line in (titles, *head) for piece in line]
    last = rows[-1]
    return Table(
        part=page.part,
        layout="html",
        span=Span(
            min(starts, default=section.body[0].grid.start + page.base),
            max(last.stub_span.end, *(cell.span.end for cell in last.cells), 0),
        ),
        above=tuple((above + titles)[-_MAX_ABOVE:]),
        head=head,
        columns=tuple(Band(band.x0 * _WIDTH, band.x1 * _WIDTH) for band in columns),
        rows=rows,
    )


def _piece(page: _Page, cell: GridCell) -> Text:
    return Text(cell.text, page.span(*_stretch([cell])), cell.x0 * _WIDTH, cell.x1 * _WIDTH)


def _stretch(cells: list[GridCell]) -> tuple[int, int]:
    """The source from the first word of the first cell to the last word of the last."""
    first = next(line for line in cells[0].lines if line.words)
    last = next(line for line in reversed(cells[-1].lines) if line.words)
    return first.stretch()[0], last.stretch()[1]


def _rows(page: _Page, body: list[ValueRow], sides: Sides) -> Iterator[Row]:
    gap, rule = False, ""
    for row in body:
        if not row.values and not row.words:
            drawn = _drawn(row.grid.over + row.grid.under, sides)
            gap, rule = gap or not drawn, drawn or rule
            continue
        rule = rule or _drawn(row.grid.over, sides)
        yield _row(page, row, sides, gap, rule)
        gap, rule = False, _drawn(row.grid.under, sides)


def _drawn(rules: list[tuple[int, int, str]], sides: Sides) -> str:
    """The rule under value columns; one that runs under the captions too parts sections, and sums nothing up."""
    if any(x1 <= sides.edge for _, x1, _ in rules):
        return ""
    drawn = {character for x0, x1, character in rules if x1 > sides.edge and x0 >= sides.stub}
    return "=" if "=" in drawn else "-" if drawn else ""


def _row(page: _Page, row: ValueRow, sides: Sides, gap: bool, rule: str) -> Row:
    values = row.values if row.real else []
    captions = [cell for cell in row.words if cell.x0 < sides.edge]
    if not captions and not values:
        captions = row.words[:1]
    stub = " ".join(cell.text for cell in captions)[:LONGEST_TEXT]
    stub = stub[: leader(stub, _DOTS)]
    place = _stretch(captions) if captions else (row.grid.start, row.grid.start)
    cells = tuple(_cell(page, value) for value in values)
    return Row(stub, page.span(*place), lead_of(captions[0]) if captions else 0, cells, gap, rule)


def _cell(page: _Page, value: Value) -> Cell:
    return Cell(value.text, page.span(value.start, value.end), value.column, value.x0 * _WIDTH, value.x1 * _WIDTH)
