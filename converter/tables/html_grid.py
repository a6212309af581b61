"""An HTML table as rows of printed cells on one grid of columns, spans resolved."""

from __future__ import annotations

from dataclasses import dataclass

from converter.tables.html_markup import RawCell, RawRow, RawTable
from converter.tables.html_style import characters, rule_of_hr, spans_of, style_of
from converter.tables.html_text import Content, Line, read_content
from converter.tables.html_values import Kind, kind_of
from converter.tables.limits import LONGEST_TEXT

# No statement is wider or has taller cells; it bounds what a hostile table can cost.
_MAX_COLUMNS = 255
_MAX_HEIGHT = 500
_MAX_LINES = 400
# An empty grid column before a caption indents it by this many characters.
_COLUMN_INDENT = 2


@dataclass(slots=True)
class GridCell:
    """A cell with print in it: its grid columns (half-open), its lines, and what they are.

    `indent` is in characters, empty cells before it not counted.
    """

    x0: int
    x1: int
    lines: list[Line]
    text: str
    kind: Kind
    indent: int = 0
    centred: bool = False


@dataclass(slots=True)
class GridRow:
    """A line of a table: its printed cells, and the rules drawn above and below as (x0, x1, character)."""

    start: int
    cells: list[GridCell]
    over: list[tuple[int, int, str]]
    under: list[tuple[int, int, str]]

    @property
    def empty(self) -> bool:
        return not self.cells


def read_grid(source: str, table: RawTable) -> list[GridRow]:
    """The rows of a table, top to bottom; a `<tr>` whose cells hold a line of print for each of several rows is parted.

    A `<tr>` without any cell (all may be hidden) is no row.
    """
    rows: list[GridRow] = []
    taken: dict[int, int] = {}  # grid column -> number of the first row that a cell from above leaves free
    for number, raw in enumerate(table.rows):
        if raw.cells:
            rows.extend(_parted(_read_row(source, raw, number, taken)))
    return rows


def _read_row(source: str, raw: RawRow, number: int, taken: dict[int, int]) -> GridRow:
    row = GridRow(raw.start, [], [], [])
    column = 0
    for cell in raw.cells:
        while taken.get(column, 0) > number:
            column += 1
        if column >= _MAX_COLUMNS:
            break
        width, height = spans_of(cell.attributes)
        end = min(column + width, _MAX_COLUMNS)
        if height > 1:
            taken.update(dict.fromkeys(range(column, end), number + min(height, _MAX_HEIGHT)))
        _read_cell(source, cell, column, end, row)
        column = end
    return row


def _read_cell(source: str, raw: RawCell, x0: int, x1: int, row: GridRow) -> None:
    """Add a cell's print and its rules to its row."""
    style = style_of(raw.attributes)
    if style.top:
        row.over.append((x0, x1, style.top))
    if style.bottom:
        row.under.append((x0, x1, style.bottom))
    if raw.start == raw.end:
        return
    content = read_content(source, raw.start, raw.end)
    row.under += [(x0, x1, rule_of_hr(attributes)) for attributes in content.rulers]
    text = content.words[:LONGEST_TEXT]
    if text:
        kind = kind_of(text)
        if kind is Kind.RULE:
            row.under.append((x0, x1, "=" if "=" in text else "-"))
            return
        row.cells.append(
            GridCell(x0, x1, content.lines, text, kind, _indent(content, style.indent), "center" in raw.attributes)
        )


def _indent(content: Content, points: float) -> int:
    return characters(points + content.points) + content.leading


def _parted(row: GridRow) -> list[GridRow]:
    """The rows of a `<tr>` that prints whole columns in its cells, one number below the other."""
    depth = max((len(cell.lines) for cell in row.cells), default=0)
    if depth < 2 or depth > _MAX_LINES or not any(_is_column(cell) for cell in row.cells):
        return [row]
    rows: list[GridRow] = []
    for at in range(depth):
        cells = [_line_cell(cell, at) for cell in row.cells if at < len(cell.lines) and cell.lines[at].words]
        rules = [(cell.x0, cell.x1, "=" if "=" in cell.text else "-") for cell in cells if cell.kind is Kind.RULE]
        part = GridRow(row.start, [cell for cell in cells if cell.kind is not Kind.RULE], [], rules)
        rows.append(part)
    rows[0].over += row.over
    rows[-1].under += row.under
    return rows


def _is_column(cell: GridCell) -> bool:
    """Whether each line of a cell is a number of its own."""
    kinds = [kind_of(words) for line in cell.lines if (words := line.words)]
    return len(kinds) > 1 and all(kind in (Kind.NUMBER, Kind.DASH, Kind.RULE) for kind in kinds)


def _line_cell(cell: GridCell, at: int) -> GridCell:
    line = cell.lines[at]
    indent = cell.indent if at == 0 else Content([line]).leading
    return GridCell(cell.x0, cell.x1, [line], line.words, kind_of(line.words), indent, cell.centred)


def lead_of(cell: GridCell) -> int:
    """The indentation of a caption in characters, the empty columns before it counted."""
    return cell.indent + cell.x0 * _COLUMN_INDENT
