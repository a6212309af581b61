"""The scale of a section: a line of its own under its title, with an introduction between it and the table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from converter.grammars.scales import SCALE
from converter.statements.scale import Scale, read_scale
from converter.tables.table import Table

_FURTHEST = {"text": 4_000, "html": 12_000}
"""Characters of a title and its introduction; in HTML with their markup."""

_LONGEST = 150
_BREAKS = re.compile(r"<[^<>]*>|\n")
_WORDS = (
    r"(?:(?:all|dollars?|amounts?|figures|tabular|are|is|stated|expressed|shown|presented|in|of|u\.?s\.?)[\s,$-]+){0,6}"
)
_REMARK = re.compile(
    rf"\(\s*\$?\s*{_WORDS}\$?(?:{SCALE}s?|['\u2019]?000)\b"
    rf"|{_WORDS}{SCALE}s?(?:\s+of\s+(?:u\.?s\.?\s+)?dollars)?(?:\s*[,(]?\s*(?:except|unless)\b.*)?\.?$",
    re.I,
)


class Sections:
    """Where the tables of a document end: what stands between two of them belongs to the second."""

    def __init__(self, text: str, tables: Iterable[Table]) -> None:
        self._text = text
        self._ends = sorted(table.span.end for table in tables)

    def scale(self, table: Table) -> Scale | None:
        """The scale that the nearest line above the table states which says nothing else."""
        start = table.span.start
        before = bisect_right(self._ends, start)
        first = max(self._ends[before - 1] if before else 0, start - _FURTHEST[table.layout])
        first = max(first, self._text.rfind("<DOCUMENT>", first, start))
        lines = [line for line in _BREAKS.split(self._text[first:start]) if len(line) < _LONGEST]
        return read_scale([line for line in map(str.strip, reversed(lines)) if _REMARK.match(line)])
