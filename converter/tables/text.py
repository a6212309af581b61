"""Tables of plain text: lines -> blocks -> pages -> bands -> rows and column heads."""

from __future__ import annotations

import re
from collections import Counter

from converter.findings import Finding
from converter.sources.document import Document
from converter.span import Span
from converter.tables.bands import column_of, find_bands, is_aligned
from converter.tables.limits import is_too_long, long_lines
from converter.tables.table import Band, Cell, Row, Table
from converter.tables.text_blocks import find_blocks, looks_like_values
from converter.tables.text_heads import HEAD_SLACK, above, beside, head
from converter.tables.text_lines import PrintedLine, Token, clean_stub, read_line, read_long_line
from converter.tables.text_pages import (
    PIECES,
    blank_page_numbers,
    cut,
    is_furniture,
    parted_at_marks,
    running_heads,
)

_STUB_EDGE = 26
_MAX_STRAYS = 2
# Values of a column beside which a column of strays is none, wherever it stands.
_MANY = 10
# A value that ends so far left of the first column is a stray.
_CLEAR = 4
_MIN_ROWS = 3
_TABLE_TAG = re.compile(r"</?TABLE>", re.I)


def find(document: Document, part_index: int, findings: list[Finding]) -> list[Table]:
    """The tables of a plain-text part that may be statements, in reading order."""
    return find_in(document, part_index, document.parts[part_index].span, findings)


def find_in(document: Document, part_index: int, span: Span, findings: list[Finding]) -> list[Table]:
    """The same for a stretch of a part: the text of a `<pre>` in an HTML part."""
    raw = list(parted_at_marks(document.text[span.start : span.end], span.start))
    long = {number for number, (_, line) in enumerate(raw) if is_too_long(line)}
    lost = [raw[number] for number in sorted(long) if looks_like_values(raw[number][1])]
    if lost:
        findings.append(long_lines([Span(offset, offset + len(line)) for offset, line in lost]))
    running = running_heads(line for _, line in raw)
    tables: list[Table] = []
    for block in find_blocks([line if number not in long else "" for number, (_, line) in enumerate(raw)]):
        lines: list[PrintedLine] = []
        tags: set[int] = set()
        for number in range(block.first, block.last + 1):
            offset, line = raw[number]
            if _TABLE_TAG.search(line):
                tags.add(len(lines))
            lines.append((read_long_line if number in long else read_line)(line, offset))
        blank_page_numbers(lines)
        for first, last in cut(lines, tags, running):
            table = _table(part_index, lines, first, last, running)
            if table is not None:
                tables.append(table)
    return tables


def _table(part: int, lines: list[PrintedLine], first: int, last: int, running: frozenset[str]) -> Table | None:
    body = [at for at in range(first, last) if lines[at].values and not lines[at].years_only]
    if len(body) < _MIN_ROWS:
        return None
    bands = _bands(lines, body)
    if not bands:
        return None
    start = _body_start(lines, first, body[0], bands)
    rows = _rows(lines[start : _body_end(lines, body[-1], last)], bands, running)
    head_from, heads = head(lines, first, start, bands)
    return Table(
        part=part,
        layout="text",
        span=Span(lines[head_from].offset, rows[-1].cells[-1].span.end if rows[-1].cells else rows[-1].stub_span.end),
        above=above(lines, first, head_from) + beside(lines, head_from, start, bands),
        head=heads,
        columns=bands,
        rows=rows,
    )


def _bands(lines: list[PrintedLine], body: list[int]) -> tuple[Band, ...]:
    firm = [(at, *_extent(token)) for at in body for token in lines[at].values if not token.loose]
    bands = find_bands(firm)
    counts = Counter(column_of(bands, start, end) for _, start, end in firm) if bands else Counter[int]()
    # A number at the very left of a line or two belongs to a wrapped caption, or is a page's.
    while len(bands) > 1 and counts[0] <= _MAX_STRAYS and (bands[0].x1 < _STUB_EDGE or counts[1] >= _MANY):
        bands = bands[1:]
        counts = Counter({column - 1: count for column, count in counts.items()})
    return bands


def _extent(token: Token) -> tuple[int, int]:
    """From the token's start to its last digit: a closing bracket or a percent sign hangs over the edge."""
    return token.x0, token.x0 + len(token.text.rstrip(")% ")) if "%" in token.text else token.x1 - token.text.count(")")


def _body_start(lines: list[PrintedLine], first: int, first_value: int, bands: tuple[Band, ...]) -> int:
    """The first line of the body: the captions without values that follow the last line of the column heads."""
    for at in range(first_value - 1, first - 1, -1):
        line = lines[at]
        if line.page or line.years_only or _over_columns(line, bands):
            if line.rule and _stands_under_caption(lines, first, at, bands):
                continue
            return at + 1
    return first_value


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


def _rows(lines: list[PrintedLine], bands: tuple[Band, ...], running: frozenset[str]) -> tuple[Row, ...]:
    rows: list[Row] = []
    gap, rule = False, ""
    for line in lines:
        if line.rule:
            rule = line.rule if rule != "=" else rule
            continue
        if line.blank or line.page or is_furniture(line, running):
            gap = True
            continue
        rows.append(_row(line, bands, gap, rule))
        gap, rule = False, ""
    return tuple(rows)


def _row(line: PrintedLine, bands: tuple[Band, ...], gap: bool, rule: str) -> Row:
    values, stub = _firm_values(line, bands)
    cells: dict[int, Cell] = {}
    for token in values:
        x0, x1 = _extent(token)
        column = column_of(bands, x0, x1)
        while column in cells and column + 1 < len(bands):
            column += 1
        cells.setdefault(
            column, Cell(token.text, Span(line.at(token.start), line.at(token.end - 1) + 1), column, x0, x1)
        )
    indent = len(line.text) - len(line.text.lstrip())
    stub_end = indent + len(stub)
    stub_span = Span(line.at(indent), line.at(max(indent, min(stub_end, len(line.text)) - 1)) + (1 if stub else 0))
    return Row(stub, stub_span, indent, tuple(cells[column] for column in sorted(cells)), gap, rule)


def _firm_values(line: PrintedLine, bands: tuple[Band, ...]) -> tuple[tuple[Token, ...], str]:
    """A value that only a space parts from its caption counts if it ends where a column ends."""
    values = line.values
    if values and values[0].x1 < max(min(bands[0].x0, _STUB_EDGE), bands[0].x0 - _CLEAR):
        return values[1:], clean_stub(line.text[: values[1].x0 if len(values) > 1 else len(line.text)])
    if not values or not values[0].loose:
        return values, line.stub
    first, others = _extent(values[0]), values[1:]
    alone = not others or column_of(bands, *first) != column_of(bands, *_extent(others[0]))
    if alone and is_aligned(bands, first[1]):
        return values, line.stub
    return others, clean_stub(line.text[: values[0].x1])
