"""Statements that go on over several tables: pages with heads of their own, and pages without any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from converter.span import Span
from converter.statements.classify import Captions, Verdict, classify, read_captions, title_kinds
from converter.statements.columns import head_texts
from converter.statements.periods import read_head
from converter.statements.selected import section_over
from converter.tables.table import Row, Table, Text
from converter.terms import Kind

_CONTINUED = re.compile(r"\b(?:continued|concluded)\b|\(cont", re.I)
_TOTAL_ASSETS = re.compile(r"^total assets", re.I)
_CASH_START = re.compile(r"operating activities|^operations", re.I)
_BEGINNINGS = {
    Kind.BALANCE_SHEET: _TOTAL_ASSETS,
    Kind.CASH_FLOW: re.compile(r"^(?:cash flows?.*)?operating activities|^operations", re.I),
    Kind.INCOME: re.compile(r"^(?:total |net )?(?:operating )?(?:sales|revenues?)\b", re.I),
}
"""Captions that a statement has once."""
_ENDS = {
    Kind.BALANCE_SHEET: re.compile(r"^total liabilities(?:,| and)", re.I),
    Kind.CASH_FLOW: re.compile(r"\bend of (?:the )?(?:period|year|quarter)|\bending\b|, end\b", re.I),
    Kind.INCOME: re.compile(r"per (?:common )?share", re.I),
}
"""Captions that are near the end of a statement of their kind."""
# Characters of a line before a table that is prose, so that the table belongs to the notes.
_PROSE = 75
# Characters of page heads and feet (in HTML: with their markup) that may part the pages of one statement.
_MAX_APART = {"text": 4_000, "html": 40_000}


@dataclass(slots=True)
class _Pages:
    """A statement that may go on over the next tables.

    Attributes:
        first: the table that it begins with.
        rows: of all its tables.
        captions: of these rows.
        begun, ended: the kinds of statement that a row of these begins, and ends.
        heads: over the columns of the first table; None until they are asked for.
        over: the lines over each of the later tables.
    """

    first: Table
    rows: list[Row]
    end: int
    captions: Captions
    begun: set[Kind]
    ended: set[Kind]
    heads: list[str] | None = None
    over: list[tuple[Text, ...]] = field(default_factory=list)

    @property
    def table(self) -> Table:
        if len(self.rows) == len(self.first.rows):
            return self.first
        span = Span(self.first.span.start, self.end)
        return replace(self.first, rows=tuple(self.rows), span=span, over_pages=tuple(self.over))

    def first_heads(self) -> list[str]:
        """The heads over the columns of the first table."""
        self.heads = head_texts(self.first) if self.heads is None else self.heads
        return self.heads

    def add(self, table: Table, captions: Captions) -> None:
        """The rows of a table under the others: columns by their heads where both name the same, else by order."""
        columns = _same_columns(self.first_heads(), head_texts(table))
        self.rows += (
            replace(row, cells=tuple(replace(cell, column=columns[cell.column]) for cell in row.cells))
            for row in table.rows
        )
        self.over.append((*table.above, *(piece for line in table.head for piece in line)))
        self.end = table.span.end
        self.captions |= captions
        self.begun |= _kinds(_BEGINNINGS, table.rows)
        self.ended |= _kinds(_ENDS, table.rows)


def join_pages(tables: list[Table]) -> Iterator[tuple[Table, Captions]]:
    """The tables with what their captions say; those that go on with the statement before them are appended to it."""
    pages: _Pages | None = None
    for table in tables:
        captions = read_captions(table.rows)
        if pages is not None and _goes_on(pages, table, captions):
            pages.add(table, captions)
            continue
        if pages is not None:
            yield pages.table, pages.captions
        pages = _Pages(
            table,
            list(table.rows),
            table.span.end,
            captions,
            _kinds(_BEGINNINGS, table.rows),
            _kinds(_ENDS, table.rows),
        )
    if pages is not None:
        yield pages.table, pages.captions


def _goes_on(pages: _Pages, second: Table, captions: Captions) -> bool:
    first = pages.first
    if first.part != second.part or len(second.columns) > len(first.columns):
        return False
    if second.span.start - pages.end > _MAX_APART[first.layout] or section_over(second.rows):
        return False
    verdict = classify(first, pages.captions) or _as_one(pages, second, captions)
    if verdict is None:
        return False
    kind = verdict.kind
    lines = [text.text for text in second.above[-6:]]
    titles = {found for text in lines for found in title_kinds(text)}
    continued = any(map(_CONTINUED.search, lines))
    if kind in titles and (continued or _title_again(first, lines)) and _repeats_heads(pages, second):
        return kind in _BEGINNINGS and not (kind in pages.begun and _any(_BEGINNINGS[kind], second.rows))
    if not _incomplete(kind, pages):
        return False
    other = classify(second, captions)
    if titles and not continued and (kind not in titles or not verdict.primary):
        return False
    if other is not None and other.kind is not kind and captions.landmarks(kind) < 2:
        return False
    if kind is Kind.BALANCE_SHEET:
        return not _any(_TOTAL_ASSETS, second.rows) and captions.landmarks(kind) >= 2
    if kind is Kind.CASH_FLOW:
        return not _any(_CASH_START, second.rows[:4]) and captions.landmarks(kind) >= 1
    if titles or captions.landmarks(kind) < 1:
        return False
    return not second.head or (_repeats_heads(pages, second) and not any(len(line) > _PROSE for line in lines))


def _as_one(pages: _Pages, second: Table, captions: Captions) -> Verdict | None:
    """What a title and its rows are together with those of a page that has nothing of its own above it: a statement may
    be cut before the captions without which it would be none.
    """
    if second.head or len(second.columns) != len(pages.first.columns):
        return None
    verdict = classify(pages.first, pages.captions | captions)
    return verdict if verdict is not None and verdict.titled else None


def _title_again(first: Table, lines: list[str]) -> bool:
    """Whether one of the lines is the very title of the table before."""
    titles = {text.text.casefold() for text in first.above if title_kinds(text.text)}
    return any(line.casefold() in titles for line in lines)


def _repeats_heads(pages: _Pages, second: Table) -> bool:
    """Whether a table has no heads, or the dates and lengths of those before it, in their order."""
    others = [read_head(text) for text in head_texts(second)]
    heads = [read_head(text) for text in pages.first_heads()]
    return not any(head.dates for head in others) or others == heads


def _incomplete(kind: Kind, pages: _Pages) -> bool:
    if kind is Kind.BALANCE_SHEET:
        return kind not in pages.ended and pages.captions.landmarks(kind) >= 3
    return kind in _ENDS and kind not in pages.ended


def _kinds(patterns: Mapping[Kind, re.Pattern[str]], rows: Sequence[Row]) -> set[Kind]:
    """The kinds of statement of whose captions one of the rows is."""
    return {kind for kind, pattern in patterns.items() if _any(pattern, rows)}


def _any(pattern: re.Pattern[str], rows: Sequence[Row]) -> bool:
    return any(pattern.search(row.stub) for row in rows)


def _same_columns(heads: list[str], others: list[str]) -> dict[int, int]:
    """For each column of a table, the one before it that is the same: by all its words, or else by its dates."""
    mapping = {}
    for index, text in enumerate(others):
        said = read_head(text).dates
        same = [at for at, head in enumerate(heads) if text and head == text]
        same = same or [at for at, head in enumerate(heads) if said and read_head(head).dates == said]
        mapping[index] = same[0] if len(same) == 1 else index
    return mapping if len(set(mapping.values())) == len(mapping) else {index: index for index in mapping}
