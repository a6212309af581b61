"""Which tables are the registrant's primary statements: parted, joined over pages, and the best of each kind
and period.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from converter.findings import Finding
from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.candidate import Selected
from converter.statements.classify import Captions, Verdict, classify, read_captions, title_kinds, votes
from converter.statements.columns import head_texts, read_columns
from converter.statements.lesser import Lesser
from converter.statements.likeness import judge
from converter.statements.periods import read_head
from converter.statements.sections import company_of, heading_of
from converter.statements.sets import coherent_set
from converter.statements.statement import Basis, Column
from converter.tables.table import Row, Table
from converter.terms import Kind

_CONTINUED = re.compile(r"\bcontinued\b|\(cont", re.I)
_TOTAL_ASSETS = re.compile(r"^total assets", re.I)
_CASH_START = re.compile(r"operating activities|^operations", re.I)
_ENDS = {
    Kind.BALANCE_SHEET: re.compile(r"^total liabilities(?:,| and)", re.I),
    Kind.CASH_FLOW: re.compile(r"\bend of (?:the )?(?:period|year|quarter)|\bending\b|, end\b", re.I),
    Kind.INCOME: re.compile(r"per (?:common )?share", re.I),
}
"""Captions that are near the end of a statement of their kind."""
_MIN_VOTES = 2
# Characters of page heads and feet (in HTML: with their markup) that may part the pages of one statement.
_MAX_APART = {"text": 4_000, "html": 40_000}


Judge = Callable[[Table, Captions], Verdict | None]
"""What says which statement a table with these captions is."""


def select(
    tables: list[Table], calendar: Calendar, registrant: str | None, findings: list[Finding], judge: Judge = judge
) -> list[Selected]:
    """The primary statements among `tables`, in reading order.

    Args:
        registrant: its name in the header, if there is one.
    """
    candidates: list[Selected] = []
    for table, captions in _joined([stretch for whole in tables for stretch in part_statements(whole)]):
        verdict = judge(table, captions)
        if verdict is None:
            continue
        columns = read_columns(table, verdict.kind, title_text(table), calendar)
        if verdict.primary and _is_pro_forma(columns):
            verdict = replace(verdict, lesser=Lesser.PRO_FORMA)
        candidates.append(Selected(table, verdict, columns, company_of(table), heading_of(table)))
    return coherent_set(candidates, registrant, findings)


def _is_pro_forma(columns: Sequence[Column]) -> bool:
    """Whether `pro forma` over some columns is about all of them: none of the others is of the same period."""
    periods = {basis: {one.period for one in columns if one.basis is basis} for basis in Basis}
    return bool(periods[Basis.PRO_FORMA]) and not periods[Basis.PRO_FORMA] & periods[Basis.GAAP]


def title_text(table: Table) -> str:
    """The title and what stands between it and the figures: the lines that may speak of the statement's periods."""
    lines = [text.text for text in table.above if len(text.text) < 130][-8:]
    titled = [at for at, line in enumerate(lines) if title_kinds(line)]
    return " \n".join(lines[titled[-1] :] if titled else lines[-4:])


def part_statements(table: Table) -> list[Table]:
    """A table that holds two statements, one below the other, as two tables.

    The statements of an old 10-Q may follow one another with nothing but a caption (`Cash Flows`) between them. Where
    the rows speak for one kind and then for another, the table is cut before the heading of the second.
    """
    said = votes(table.rows)
    marks = [(at, kind) for at, kind in enumerate(said) if kind is not None]
    kinds = list(dict.fromkeys(kind for _, kind in marks))
    if len(kinds) < 2:
        return [table]
    second = next((at for at, kind in marks if kind is Kind.CASH_FLOW), None)
    first_kind = kinds[0]
    if second is None or first_kind is Kind.CASH_FLOW or title_kinds(title_text(table)) == [Kind.CASH_FLOW]:
        return [table]
    before = sum(kind is not Kind.CASH_FLOW for at, kind in marks if at < second)
    after = sum(kind is Kind.CASH_FLOW for at, kind in marks if at >= second)
    strays = sum(kind is first_kind for at, kind in marks if at > second)
    if before < _MIN_VOTES or after < _MIN_VOTES or strays > 1:
        return [table]
    while second > 0 and not table.rows[second - 1].cells:
        second -= 1
    if second == 0:
        return [table]
    return [
        replace(table, rows=table.rows[:second]),
        replace(
            table, rows=table.rows[second:], above=(), span=Span(table.rows[second].stub_span.start, table.span.end)
        ),
    ]


@dataclass(slots=True)
class _Pages:
    """A statement that may go on over the next tables.

    Attributes:
        first: the table that it begins with.
        rows: of all its tables.
        captions: of these rows.
        ended: the kinds of statement that a row of these ends.
        heads: over the columns of the first table; None until they are asked for.
    """

    first: Table
    rows: list[Row]
    end: int
    captions: Captions
    ended: set[Kind]
    heads: list[str] | None = None

    @property
    def table(self) -> Table:
        if len(self.rows) == len(self.first.rows):
            return self.first
        return replace(self.first, rows=tuple(self.rows), span=Span(self.first.span.start, self.end))

    def add(self, table: Table, captions: Captions) -> None:
        """The rows of a table under the others: columns by their heads where both name the same, else by order."""
        self.heads = head_texts(self.first) if self.heads is None else self.heads
        columns = _same_columns(self.heads, head_texts(table))
        self.rows += (
            replace(row, cells=tuple(replace(cell, column=columns[cell.column]) for cell in row.cells))
            for row in table.rows
        )
        self.end = table.span.end
        self.captions |= captions
        self.ended |= _ended(table.rows)


def _joined(tables: list[Table]) -> Iterator[tuple[Table, Captions]]:
    """The tables with what their captions say; those that go on with the statement before them are appended to it."""
    pages: _Pages | None = None
    for table in tables:
        captions = read_captions(table.rows)
        if pages is not None and _goes_on(pages, table, captions):
            pages.add(table, captions)
            continue
        if pages is not None:
            yield pages.table, pages.captions
        pages = _Pages(table, list(table.rows), table.span.end, captions, _ended(table.rows))
    if pages is not None:
        yield pages.table, pages.captions


def _goes_on(pages: _Pages, second: Table, captions: Captions) -> bool:
    first = pages.first
    if first.part != second.part or len(second.columns) > len(first.columns):
        return False
    if second.span.start - pages.end > _MAX_APART[first.layout]:
        return False
    verdict = classify(first, pages.captions)
    if verdict is None or not _incomplete(verdict.kind, pages):
        return False
    kind = verdict.kind
    titles = [found for text in second.above[-6:] for found in title_kinds(text.text)]
    continued = any(_CONTINUED.search(text.text) for text in second.above[-6:])
    other = classify(second, captions)
    if titles and not continued and (kind not in titles or not verdict.primary):
        return False
    if other is not None and other.kind is not kind and captions.landmarks(kind) < 2:
        return False
    if kind is Kind.BALANCE_SHEET:
        return not _any(_TOTAL_ASSETS, second.rows) and captions.landmarks(kind) >= 2
    if kind is Kind.CASH_FLOW:
        return not _any(_CASH_START, second.rows[:4]) and captions.landmarks(kind) >= 1
    return not second.head and not titles and captions.landmarks(kind) >= 1


def _incomplete(kind: Kind, pages: _Pages) -> bool:
    if kind is Kind.BALANCE_SHEET:
        return kind not in pages.ended and pages.captions.landmarks(kind) >= 3
    return kind in _ENDS and kind not in pages.ended


def _ended(rows: Sequence[Row]) -> set[Kind]:
    """The kinds of statement that one of the rows ends."""
    return {kind for kind, pattern in _ENDS.items() if _any(pattern, rows)}


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
