"""Tables of plain text: lines -> blocks -> pages -> bands -> rows and column heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.findings import Finding
from converter.sources.document import Document
from converter.span import Span
from converter.tables.limits import is_too_long, long_lines
from converter.tables.table import Band, Cell, Row, Table
from converter.tables.text_beside import sides
from converter.tables.text_blocks import find_blocks, looks_like_values
from converter.tables.text_columns import Columns, extent, find_columns
from converter.tables.text_heads import HEAD_SLACK, above, after_title, beside, head
from converter.tables.text_lines import PrintedLine, RawLine, read_line, read_long_line
from converter.tables.text_pages import (
    PIECES,
    blank_page_numbers,
    cut,
    is_furniture,
    parted_at_marks,
    running_heads,
)

_MIN_ROWS = 3
# Lines before the first values that may be heads of columns.
_MOST_HEADS = 8
_TABLE_TAG = re.compile(r"</?TABLE>", re.I)


def find(document: Document, part_index: int, findings: list[Finding]) -> list[Table]:
    """The tables of a plain-text part that may be statements, in reading order."""
    span = document.parts[part_index].span
    lines = parted_at_marks(document.text[span.start : span.end], span.start)
    return find_in([RawLine(*line) for line in lines], part_index, findings)


def find_in(raw: Sequence[RawLine], part_index: int, findings: list[Finding]) -> list[Table]:
    """The same for lines of a part, in their order: those of a `<pre>` in an HTML part."""
    long = {number for number, line in enumerate(raw) if is_too_long(line.text)}
    lost = [raw[number] for number in sorted(long) if looks_like_values(raw[number].text)]
    if lost:
        findings.append(long_lines([Span(line.offset, line.offset + len(line.text)) for line in lost]))
    running = running_heads(line.text for line in raw)
    tables: list[Table] = []
    for block in find_blocks([line.text if number not in long else "" for number, line in enumerate(raw)]):
        lines: list[PrintedLine] = []
        tags: set[int] = set()
        for number in range(block.first, block.last + 1):
            if _TABLE_TAG.search(raw[number].text):
                tags.add(len(lines))
            lines.append((read_long_line if number in long else read_line)(raw[number]))
        blank_page_numbers(lines)
        for first, last in cut(lines, tags, running):
            numbers = range(block.first + first, block.first + last)
            parted = [] if long.intersection(numbers) else sides([raw[number] for number in numbers])
            for side in [[*map(read_line, each)] for each in parted] or [lines[:last]]:
                table = _table(part_index, side, 0 if parted else first, len(side), running)
                if table is not None:
                    tables.append(table)
    return tables


def _table(part: int, lines: list[PrintedLine], first: int, last: int, running: frozenset[str]) -> Table | None:
    body = [at for at in range(first, last) if lines[at].values and not lines[at].years_only]
    if len(body) < _MIN_ROWS:
        return None
    heads = lines[max(first, body[0] - _MOST_HEADS) : body[0]]
    columns = find_columns([lines[at] for at in body], heads)
    if columns is None:
        return None
    bands = columns.bands
    start = _body_start(lines, first, body[0], bands)
    rows = _rows(lines[start : _body_end(lines, body[-1], last)], columns, running)
    head_from, over = head(lines, first, start, bands)
    return Table(
        part=part,
        layout="text",
        span=Span(lines[head_from].offset, rows[-1].cells[-1].span.end if rows[-1].cells else rows[-1].stub_span.end),
        above=above(lines, first, head_from) + beside(lines, head_from, start, bands),
        head=over,
        columns=bands,
        rows=rows,
    )


def _body_start(lines: list[PrintedLine], first: int, first_value: int, bands: tuple[Band, ...]) -> int:
    """The first line of the body: the captions without values that follow the last line of the column heads, or EDGAR's
    mark below them, or, under a title without heads, the first that is no part of the title.
    """
    behind_title = after_title(lines, first, first_value)
    for at in range(first_value - 1, first - 1, -1):
        line = lines[at]
        if line.marked:
            return at + 1
        if line.page or line.years_only or _over_columns(line, bands):
            if line.rule and _stands_under_caption(lines, first, at, bands):
                continue
            if at < behind_title:
                break
            return at + 1
    return behind_title if behind_title > first else first_value


def _stands_under_caption(lines: list[PrintedLine], first: int, at: int, bands: tuple[Band, ...]) -> bool:
    """Whether a rule stands under a caption, as those between the rows do, and not under a head."""
    above = next((lines[up] for up in range(at - 1, first - 1, -1) if not lines[up].blank), None)
    return above is not None and not (above.rule or above.page or above.years_only or _over_columns(above, bands))


def _over_columns(line: PrintedLine, bands: tuple[Band, ...]) -> bool:
    """Whether words of the line stand where the values stand, clear of the captions: a column head or a rule."""
    if line.blank:
        return False
    if line.rule:
        return len(line.text) - len(line.text.lstrip()) >= bands[0].x0 - HEAD_SLACK
    last = max(piece.start() for piece in PIECES.finditer(line.text))
    return last >= bands[0].x0 - HEAD_SLACK and last > 14


def _body_end(lines: list[PrintedLine], last_value: int, last: int) -> int:
    """Captions without values right behind the last value line belong to it; a blank line or a rule ends the table."""
    at = last_value + 1
    while at < last and not lines[at].blank and not lines[at].rule and not lines[at].page:
        at += 1
    return at if at - last_value <= 3 else last_value + 1


def _rows(lines: list[PrintedLine], columns: Columns, running: frozenset[str]) -> tuple[Row, ...]:
    rows: list[Row] = []
    gap, rule = False, ""
    for line in lines:
        if line.rule:
            rule = line.rule if rule != "=" else rule
            continue
        if line.blank or line.page or is_furniture(line, running):
            gap = True
            continue
        rows.append(_row(line, columns, gap, rule))
        gap, rule = False, ""
    return tuple(rows)


def _row(line: PrintedLine, columns: Columns, gap: bool, rule: str) -> Row:
    values, stub = columns.firm(line)
    cells = tuple(
        Cell(token.text, Span(line.at(token.start), line.at(token.end - 1) + 1), column, *extent(token))
        for column, token in sorted(columns.place(values).items())
    )
    indent = len(line.text) - len(line.text.lstrip())
    stub_end = indent + len(stub)
    stub_span = Span(line.at(indent), line.at(max(indent, min(stub_end, len(line.text)) - 1)) + (1 if stub else 0))
    return Row(stub, stub_span, indent, cells, gap, rule)
