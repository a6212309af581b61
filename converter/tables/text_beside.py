"""Tables of plain text side by side, as accounts are printed: assets at the left, liabilities at the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.tables.text_lines import RawLine

# Behind a value, and well apart from it, words begin again, which are no value themselves.
_WORDS_AGAIN = re.compile(r"(?<=[0-9)])\s{3,}(?!(?:nil|none)\b)(?P<word>[A-Za-z][A-Za-z'.]{2})", re.I)
_CAPTION = re.compile(r"\s*\(?[A-Za-z]{3}")
_ENDS_IN_VALUE = re.compile(r"(?:\s\s|\$)\(?[0-9.][0-9,.]*[)%]{0,2}\s*$")
_LEAST_ROWS = 4
_GUTTER = 2
"""Blanks between the two."""


def sides(lines: Sequence[RawLine]) -> list[list[RawLine]]:
    """The lines of each of two tables that stand side by side; nothing where none do.

    A line that crosses the space between the two, as titles do, is of both.
    """
    at = _gutter([line.text for line in lines])
    if at is None:
        return []
    return [[_left(line, at) for line in lines], [_right(line, at) for line in lines]]


def _gutter(texts: Sequence[str]) -> int | None:
    """Where the table at the right begins: where words follow the values of most rows, and values follow these."""
    rows = [text for text in texts if _ENDS_IN_VALUE.search(text)]
    begins = [
        again.start("word")
        for text in rows
        if _CAPTION.match(text) and (again := _WORDS_AGAIN.search(text)) is not None
    ]
    if len(begins) < _LEAST_ROWS or 2 * len(begins) < len(rows):
        return None
    at = min(begins)
    return at if all(_parts_at(text, at) for text in rows) and "\t" not in "".join(texts) else None


def _parts_at(text: str, at: int) -> bool:
    return not text[at - _GUTTER : at].strip()


def _left(line: RawLine, at: int) -> RawLine:
    return line._replace(text=line.text[:at], shifts=line.shifts[:at]) if _parts_at(line.text, at) else line


def _right(line: RawLine, at: int) -> RawLine:
    if not _parts_at(line.text, at):
        return line
    if line.shifts:
        return RawLine(line.offset, line.text[at:], line.shifts[at:])
    return RawLine(line.offset + at, line.text[at:])
