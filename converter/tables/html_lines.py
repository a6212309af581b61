"""Stretches of HTML set like plain text, as lines: `<pre>`, paragraphs of a fixed pitch, text in a bare shell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.tables.html_markup import RawTable, pre_stretches
from converter.tables.html_text import Line, read_content
from converter.tables.text_lines import RawLine
from converter.tables.text_pages import parted_at_marks

# Blanks that keep their place, side by side, as fixed-pitch paragraphs have them between captions and values.
_FIXED = ("&nbsp;&nbsp;&nbsp;", "&nbsp; &nbsp; ", "&#160;&#160;&#160;", "&#160; &#160; ", "\xa0\xa0\xa0", "\xa0 \xa0 ")
_MIN_FIXED = 12
_BREAKS = re.compile(r"<(?:br|p|div)\b", re.I)
_CELLS = re.compile(r"<(?:t[dr]|pre)\b", re.I)
_TABLE_END = re.compile(r"</(?:table|pre)\s*>", re.I)
_SPACES = str.maketrans(dict.fromkeys("\r\n\t\xa0\u2002\u2003\u3000", " "))
# Of so many lines of a source, one at most has a tag that breaks lines, if its lines are those of a text.
_FEW_BREAKS = 4
# The source before a `<pre>` that is searched for its titles, and the lines that are kept of it.
_MAX_BEFORE = 20_000
_MOST_BEFORE = 14


def text_stretches(source: str, base: int, tables: Sequence[RawTable]) -> Iterator[list[RawLine]]:
    """The lines of each stretch of an HTML source that is set like plain text, in no order.

    Args:
        base: where the source begins in the document.
        tables: those that hold cells, in any order.
    """
    if is_bare(source):
        yield [RawLine(*line) for line in parted_at_marks(source, base)]
        return
    behind = 0
    for start, end in pre_stretches(source):
        text = [RawLine(*line) for line in parted_at_marks(source[start:end], base + start)]
        yield _before(source, behind, start, base) + text
        behind = max(behind, end)
    for start, end in _between(tables, len(source)):
        if sum(source.count(blanks, start, end) for blanks in _FIXED) >= _MIN_FIXED:
            yield [_raw(line, base) for line in read_content(source, start, end).lines]


def is_bare(source: str) -> bool:
    """Whether the markup is a shell around a text with lines of its own."""
    if _CELLS.search(source):
        return False
    return sum(1 for _ in _BREAKS.finditer(source)) * _FEW_BREAKS < source.count("\n")


def _before(source: str, behind: int, start: int, base: int) -> list[RawLine]:
    """The last lines that are printed before an offset, up to a table, each after a blank one as titles stand.

    Args:
        behind: the end of the stretch before, so that nothing is read for two of them.
    """
    first = max(behind, start - _MAX_BEFORE)
    if first >= start:
        return []
    first = max((end.end() for end in _TABLE_END.finditer(source, first, start)), default=first)
    first = max(source.find("<", first, start), first)
    blank = RawLine(base + start, "")
    lines = [line for line in read_content(source, first, start).lines if line.words]
    return [raw for line in lines[-_MOST_BEFORE:] for raw in (blank, _raw(line, base))]


def _raw(line: Line, base: int) -> RawLine:
    """A printed line, each of its characters with its distance from the first in the source."""
    text = line.text.translate(_SPACES)
    if not text:
        return RawLine(base + line.stretch()[0], "")
    places = [line.start(at) for at in range(len(text))]
    return RawLine(base + places[0], text, tuple(place - places[0] for place in places))


def _between(tables: Sequence[RawTable], length: int) -> Iterator[tuple[int, int]]:
    """The stretches of a source outside of its tables."""
    at = 0
    for table in sorted(tables, key=lambda table: table.start):
        if table.start > at:
            yield at, table.start
        at = max(at, table.end)
    yield at, length
