"""Tables of plain text: lines -> blocks -> pages -> bands -> rows and column heads."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from converter.findings import Finding
from converter.grammars.months import MONTH
from converter.grammars.numbers import NUMBER
from converter.grammars.scales import SCALE
from converter.grammars.years import YEAR
from converter.sources.document import Document
from converter.span import Span
from converter.tables.bands import column_of, find_bands, is_aligned
from converter.tables.limits import MOST_HEADS, is_too_long, long_lines
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.tables.text_blocks import find_blocks, looks_like_values
from converter.tables.text_lines import PrintedLine, Token, clean_stub, read_line, read_long_line

# A head may stand this many characters left of the leftmost value column: heads are wider than their values.
_HEAD_SLACK = 12
_MAX_ABOVE = 14
_STUB_EDGE = 26
_MAX_STRAYS = 2
# Values of a column beside which a column of strays is none, wherever it stands.
_MANY = 10
# A value that ends so far left of the first column is a stray.
_CLEAR = 4
_MIN_ROWS = 3
_PIECES = re.compile(r"\S+(?: \S+)*")
_LEADS_ON = re.compile(
    rf"\b(?:{NUMBER}|years?|quarters?|months?|weeks?|ended|ending|fiscal|the|for|as|of|at|{MONTH})\.?$", re.I
)
# What begins a head of its own, however near the one before it.
_BEGINS = re.compile(rf"{YEAR}$|{NUMBER}[ -](?:months?|weeks?)|(?:fiscal )?(?:year|quarter)s? end", re.I)
_INNER_RULE = re.compile(r"[-=_]{3,}")
# Dates, years and lengths of narrow columns stand one space apart: "Sept. 25, Sept. 26,", "1999 1998".
_HEAD_BREAK = re.compile(
    rf"(?<=[,\d]) (?={MONTH}\.? \d)"
    rf"|(?<=\b{YEAR}) (?={YEAR}\b)"
    rf"|(?<=\bended) (?={NUMBER} (?:months?|weeks?)\b)",
    re.I,
)
_PAGE_NUMBER = re.compile(r"-?\s?\d{1,3}\s?-?$")
# A scale or a remark in brackets, centred under the title, is not a head.
_REMARK = re.compile(rf"\((?!.*\b{YEAR}\b).*\)$")
_TABLE_TAG = re.compile(r"</?TABLE>", re.I)
_HEAD_WORD = re.compile(
    rf"\b(?:ended|ending|months?|weeks?|quarters?|years?|fiscal|{YEAR}|{MONTH}|unaudited|audited|restated|actual|"
    rf"pro forma|change|{SCALE}s|dollars|'\d\d|q[1-4]|\d\d?/\d\d?/\d\d|as of|as reported)\b",
    re.I,
)
_TITLE = re.compile(r"\b(?:balance sheets?|statements? of|statement|consolidated|condensed|financial position)\b", re.I)
_PROSE_LENGTH = 55


def find(document: Document, part_index: int, findings: list[Finding]) -> list[Table]:
    """The tables of a plain-text part that may be statements, in reading order."""
    return find_in(document, part_index, document.parts[part_index].span, findings)


def find_in(document: Document, part_index: int, span: Span, findings: list[Finding]) -> list[Table]:
    """The same for a stretch of a part: the text of a `<pre>` in an HTML part."""
    raw = document.text[span.start : span.end].split("\n")
    offsets = _offsets(raw, span.start)
    long = {number for number, line in enumerate(raw) if is_too_long(line)}
    lost = [number for number in sorted(long) if looks_like_values(raw[number])]
    if lost:
        findings.append(long_lines([Span(offsets[at], offsets[at] + len(raw[at])) for at in lost]))
    tables: list[Table] = []
    for block in find_blocks([line if number not in long else "" for number, line in enumerate(raw)]):
        lines: list[PrintedLine] = []
        cuts: set[int] = set()
        for number in range(block.first, block.last + 1):
            if _TABLE_TAG.search(raw[number]):
                cuts.add(len(lines))
            lines.append((read_long_line if number in long else read_line)(raw[number], offsets[number]))
        _blank_page_numbers(lines)
        for first, last in _pages(lines, cuts):
            table = _table(part_index, lines, first, last)
            if table is not None:
                tables.append(table)
    return tables


def _blank_page_numbers(lines: list[PrintedLine]) -> None:
    """A small number alone between blank lines is a page's, not a value."""
    for at, line in enumerate(lines):
        if line.stub or len(line.values) != 1 or not _PAGE_NUMBER.match(line.values[0].text):
            continue
        around = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
        if all(other.blank or other.page for other in around):
            line.values, line.text = (), ""


def _offsets(raw: list[str], start: int) -> list[int]:
    offsets = []
    for line in raw:
        offsets.append(start)
        start += len(line) + 1
    return offsets


def _pages(lines: list[PrintedLine], cuts: set[int]) -> list[tuple[int, int]]:
    """Stretches (first, last + 1) of a block that each hold one table: cut at tags, pages, and new titles or heads."""
    valued = [at for at, line in enumerate(lines) if line.values and not line.years_only]
    bounds = [0]
    for previous, following in pairwise(valued):
        at = _cut(lines, cuts, previous, following)
        if at is not None:
            bounds.append(at)
    bounds.append(len(lines))
    return list(pairwise(bounds))


def _cut(lines: list[PrintedLine], cuts: set[int], previous: int, following: int) -> int | None:
    """Where, between two value lines, one table ends and the next begins: right behind the first.

    All that stands between them (titles, page heads, column heads) belongs to the second.
    """
    between = range(previous + 1, following)
    if not any(
        lines[at].page or at in cuts or _is_title(lines, at) or (_is_head(lines, at) and _is_set_apart(lines, at))
        for at in between
    ):
        return None
    for at in between:
        if lines[at].blank or lines[at].page or lines[at].rule or at in cuts:
            return at
    return previous + 1


def _is_title(lines: list[PrintedLine], at: int) -> bool:
    text = lines[at].text.strip()
    if not 8 < len(text) < 90 or lines[at].values or text[-1] in ".,;:" or not _TITLE.search(text):
        return False
    centered = lines[at].indent >= 12 or text.isupper() or (at > 0 and lines[at - 1].blank)
    lowered = text.lower()
    return centered and ("balance sheet" in lowered or "statement" in lowered or "financial position" in lowered)


def _is_head(lines: list[PrintedLine], at: int) -> bool:
    line = lines[at]
    if line.years_only and not line.stub:
        return True
    pieces = _PIECES.findall(line.text)
    dates = sum(bool(_HEAD_WORD.search(piece)) for piece in pieces)
    return not line.values and len(pieces) >= 2 and dates == len(pieces)


def _is_set_apart(lines: list[PrintedLine], at: int) -> bool:
    """Blank lines or rules around: a new head, not a caption that speaks of dates."""
    return at > 0 and (lines[at - 1].blank or bool(lines[at - 1].rule) or _is_head(lines, at - 1))


def _table(part: int, lines: list[PrintedLine], first: int, last: int) -> Table | None:
    body = [at for at in range(first, last) if lines[at].values and not lines[at].years_only]
    if len(body) < _MIN_ROWS:
        return None
    bands = _bands(lines, body)
    if not bands:
        return None
    start = _body_start(lines, first, body[0], bands)
    rows = _rows(lines, start, _body_end(lines, body[-1], last), bands)
    head_from, head = _head(lines, first, start, bands)
    return Table(
        part=part,
        layout="text",
        span=Span(lines[head_from].offset, rows[-1].cells[-1].span.end if rows[-1].cells else rows[-1].stub_span.end),
        above=_above(lines, first, head_from) + _beside(lines, head_from, start, bands),
        head=head,
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
        return len(line.text) - len(line.text.lstrip()) >= bands[0].x0 - _HEAD_SLACK
    last = max(piece.start() for piece in _PIECES.finditer(line.text))
    return last >= bands[0].x0 - _HEAD_SLACK and last > 14


def _head(
    lines: list[PrintedLine], first: int, start: int, bands: tuple[Band, ...]
) -> tuple[int, tuple[tuple[Text, ...], ...]]:
    """The lines of the column heads above line `start`, and the number of the first of them."""
    head: list[tuple[Text, ...]] = []
    top = start
    misses = 0
    for at in range(start - 1, first - 1, -1):
        line = lines[at]
        if line.page or len(head) == MOST_HEADS:
            break
        if line.blank or line.rule or _REMARK.match(line.text.strip()):
            continue
        pieces = _pieces(line, bands)
        if not pieces or _is_title(lines, at):
            misses += 1
            if misses > 1 or _is_title(lines, at):
                break
            continue
        head.append(pieces)
        top = at
    head.reverse()
    return top, tuple(head)


def _pieces(line: PrintedLine, bands: tuple[Band, ...]) -> tuple[Text, ...]:
    text = _INNER_RULE.sub(lambda rule: " " * len(rule[0]), line.text)
    found = [
        Text(text[start:end], Span(line.at(start), line.at(end - 1) + 1), start, end)
        for match in _PIECES.finditer(text)
        for start, end in _heads_apart(text, match.start(), match.end())
    ]
    found = _lengths_together(found)
    over = [piece for piece in found if piece.x1 > bands[0].x0 - _HEAD_SLACK and piece.x0 > 12]
    if over and len(found) > len(over):  # words in the caption's place: the head of the captions, or a section's name
        return tuple(over)
    if len(over) == 1 and _REMARK.match(over[0].text):
        return ()
    # A single centred line that begins left of the columns is a title.
    if len(over) == 1 and over[0].x0 < bands[0].x0 - _HEAD_SLACK and not _HEAD_WORD.search(over[0].text):
        return ()
    return tuple(over)


def _lengths_together(pieces: list[Text]) -> list[Text]:
    """Justified print may part `NINE  MONTHS` and `Years  ended  March  31,`."""
    out: list[Text] = []
    for piece in pieces:
        if out and piece.x0 - out[-1].x1 <= 3 and _LEADS_ON.search(out[-1].text) and not _BEGINS.match(piece.text):
            before = out.pop()
            piece = Text(f"{before.text} {piece.text}", Span(before.span.start, piece.span.end), before.x0, piece.x1)
        out.append(piece)
    return out


def _heads_apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    breaks = [found.start() for found in _HEAD_BREAK.finditer(text, start, end)]
    return list(zip([start, *(at + 1 for at in breaks)], [*breaks, end], strict=True))


def _above(lines: list[PrintedLine], first: int, head_from: int) -> tuple[Text, ...]:
    above: list[Text] = []
    prose = 0
    for at in range(head_from - 1, first - 1, -1):
        line = lines[at]
        text = line.text.strip()
        if not text or line.rule:
            continue
        prose = prose + 1 if len(text) > _PROSE_LENGTH and line.indent < 10 and not text.isupper() else 0
        if prose > 2 or len(above) >= _MAX_ABOVE or (line.values and not line.years_only):
            break
        x0 = len(line.text) - len(line.text.lstrip())
        above.append(
            Text(" ".join(text.split()), Span(line.at(x0), line.at(len(line.text) - 1) + 1), x0, len(line.text))
        )
    above.reverse()
    return tuple(above)


def _beside(lines: list[PrintedLine], head_from: int, start: int, bands: tuple[Band, ...]) -> tuple[Text, ...]:
    """Words in the captions' place beside the column heads: a scale, a title, "Years ended"."""
    found = []
    for line in lines[head_from:start]:
        over = {piece.x0 for piece in _pieces(line, bands)}
        words = [match for match in _PIECES.finditer(line.text) if not over or match.end() <= min(over)]
        if words and not line.rule:
            x0, x1 = words[0].start(), words[-1].end()
            found.append(Text(" ".join(line.text[x0:x1].split()), Span(line.at(x0), line.at(x1 - 1) + 1), x0, x1))
    return tuple(found)


def _body_end(lines: list[PrintedLine], last_value: int, last: int) -> int:
    """Captions without values right behind the last value line belong to it; a blank line or a rule ends the table."""
    at = last_value + 1
    while at < last and not lines[at].blank and not lines[at].rule and not lines[at].page:
        at += 1
    return at if at - last_value <= 3 else last_value + 1


def _rows(lines: list[PrintedLine], start: int, end: int, bands: tuple[Band, ...]) -> tuple[Row, ...]:
    rows: list[Row] = []
    gap, rule = False, ""
    for at in range(start, end):
        line = lines[at]
        if line.rule:
            rule = line.rule if rule != "=" else rule
            continue
        if line.blank or line.page:
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
