"""Which tables are the registrant's primary statements: parted, joined over pages, and the best of each kind
and period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.classify import Captions, Verdict, classify, read_captions, title_kinds, votes
from converter.statements.columns import head_texts, read_columns
from converter.statements.periods import read_head
from converter.statements.statement import Basis, Column
from converter.tables.table import Row, Table, Text
from converter.terms import Kind, Period

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
_MAX_COLUMNS = 7
# Characters of page heads and feet (in HTML: with their markup) that may part the pages of one statement.
_MAX_APART = {"text": 4_000, "html": 40_000}
_MAX_DATES = 3
_MAX_YEARS = 3
_SUMMARY_COST = 4


@dataclass(frozen=True, slots=True)
class Selected:
    """A table, or a stretch of one, taken for a statement."""

    table: Table
    verdict: Verdict
    columns: tuple[Column, ...]

    @property
    def periods(self) -> frozenset[object]:
        return frozenset(column.period for column in self.columns if column.period and column.basis is Basis.GAAP)


def select(tables: list[Table], calendar: Calendar, findings: list[Finding]) -> list[Selected]:
    """The primary statements among `tables`, in reading order."""
    candidates: list[Selected] = []
    for table, captions in _joined([stretch for whole in tables for stretch in part_statements(whole)]):
        verdict = classify(table, captions)
        if verdict is None:
            continue
        columns = read_columns(table, verdict.kind, title_text(table), calendar)
        candidates.append(Selected(table, verdict, columns))
    return _best(candidates, findings)


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
        over: the lines over each of the later tables.
    """

    first: Table
    rows: list[Row]
    end: int
    captions: Captions
    ended: set[Kind]
    heads: list[str] | None = None
    over: list[tuple[Text, ...]] = field(default_factory=list)

    @property
    def table(self) -> Table:
        if len(self.rows) == len(self.first.rows):
            return self.first
        span = Span(self.first.span.start, self.end)
        return replace(self.first, rows=tuple(self.rows), span=span, over_pages=tuple(self.over))

    def add(self, table: Table, captions: Captions) -> None:
        """The rows of a table under the others: columns by their heads where both name the same, else by order."""
        self.heads = head_texts(self.first) if self.heads is None else self.heads
        columns = _same_columns(self.heads, head_texts(table))
        self.rows += (
            replace(row, cells=tuple(replace(cell, column=columns[cell.column]) for cell in row.cells))
            for row in table.rows
        )
        self.over.append((*table.above, *(piece for line in table.head for piece in line)))
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
    if titles and kind not in titles and not continued:
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
    """For each column of a table, the one before it that is the same."""
    mapping = {}
    for index, text in enumerate(others):
        said = read_head(text).dates
        same = [at for at, head in enumerate(heads) if said and read_head(head).dates == said]
        mapping[index] = same[0] if len(same) == 1 else index
    return mapping if len(set(mapping.values())) == len(mapping) else {index: index for index in mapping}


def _best(candidates: list[Selected], findings: list[Finding]) -> list[Selected]:
    """Of the candidates of one kind, the strongest, and others only for periods that it lacks."""
    chosen: list[Selected] = []
    covered: dict[Kind, set[object]] = {}
    usable = [candidate for candidate in candidates if _usable(candidate)]
    for candidate in sorted(usable, key=lambda one: (-_worth(one), one.table.span.start)):
        kind = candidate.verdict.kind
        if kind in covered and (not candidate.verdict.titled or covered[kind] & candidate.periods):
            continue
        chosen.append(candidate)
        covered.setdefault(kind, set()).update(candidate.periods)
    kept = set(map(id, chosen))
    for candidate in candidates:
        if id(candidate) not in kept and candidate.verdict.titled:
            message = f"A table like a statement was left out ({candidate.verdict.title[:80]!r}): {_reason(candidate)}."
            findings.append(Finding(Severity.INFO, "statements.left-out", message, candidate.table.span))
    return sorted(chosen, key=lambda one: one.table.span.start)


def _usable(candidate: Selected) -> bool:
    return candidate.verdict.primary and len(candidate.columns) <= _MAX_COLUMNS and bool(candidate.periods)


def _worth(candidate: Selected) -> int:
    """How much like the face of a statement it is: title, typical captions, rows; summaries of many years are not."""
    rows = sum(bool(row.cells) for row in candidate.table.rows)
    worth = candidate.verdict.strength * 2 + min(rows, 40) // 4
    gaap = [column for column in candidate.columns if column.basis is Basis.GAAP]
    if candidate.verdict.kind is Kind.BALANCE_SHEET:
        many = len(gaap) - _MAX_DATES
    else:
        many = len({period for column in gaap if (period := column.period) and _is_year(period)}) - _MAX_YEARS
    worth -= max(many, 0) * _SUMMARY_COST
    worth -= sum(column.basis in (Basis.PERCENT, Basis.CHANGE) for column in candidate.columns) * 2
    return worth


def _is_year(period: Period) -> bool:
    return period.start is not None and (period.end - period.start).days > 300


def _reason(candidate: Selected) -> str:
    if not candidate.verdict.primary:
        return "it is not the registrant's primary GAAP statement"
    if not candidate.periods and any(column.basis is Basis.PART for column in candidate.columns):
        return "its columns are of one period, so of parts of the company"
    if not candidate.periods:
        return "its periods could not be told"
    return "another statement of this kind covers its periods"
