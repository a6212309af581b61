"""Which tables are the registrant's primary statements: parted, joined over pages, and the best of each kind
and period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.classify import Verdict, classify, landmarks, title_kinds, votes
from converter.statements.columns import head_texts, read_columns
from converter.statements.periods import read_head
from converter.statements.statement import Basis, Column
from converter.tables.table import Row, Table
from converter.terms import Kind, Period

_CONTINUED = re.compile(r"\bcontinued\b|\(cont", re.I)
_TOTAL_ASSETS = re.compile(r"^total assets", re.I)
_CASH_END = re.compile(r"\bend of (?:the )?(?:period|year|quarter)|\bending\b|, end\b", re.I)
_CASH_START = re.compile(r"operating activities|^operations", re.I)
_PER_SHARE = re.compile(r"per (?:common )?share", re.I)
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
    for table in _joined([stretch for whole in tables for stretch in part_statements(whole)]):
        verdict = classify(table)
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


def _joined(tables: list[Table]) -> list[Table]:
    """Tables that go on with the statement of the table before them are appended to it."""
    out: list[Table] = []
    for table in tables:
        if out and _goes_on(out[-1], table):
            out[-1] = _append(out[-1], table)
        else:
            out.append(table)
    return out


def _goes_on(first: Table, second: Table) -> bool:
    if first.part != second.part or len(second.columns) > len(first.columns):
        return False
    if second.span.start - first.span.end > _MAX_APART[first.layout]:
        return False
    kind = classify(first)
    if kind is None or not _incomplete(kind.kind, first.rows):
        return False
    titles = [found for text in second.above[-6:] for found in title_kinds(text.text)]
    continued = any(_CONTINUED.search(text.text) for text in second.above[-6:])
    other = classify(second)
    if titles and kind.kind not in titles and not continued:
        return False
    if other is not None and other.kind is not kind.kind and landmarks(kind.kind, second.rows) < 2:
        return False
    if kind.kind is Kind.BALANCE_SHEET:
        return not _any(_TOTAL_ASSETS, second.rows) and landmarks(Kind.BALANCE_SHEET, second.rows) >= 2
    if kind.kind is Kind.CASH_FLOW:
        return not _any(_CASH_START, second.rows[:4]) and landmarks(Kind.CASH_FLOW, second.rows) >= 1
    return not second.head and not titles and landmarks(kind.kind, second.rows) >= 1


def _incomplete(kind: Kind, rows: tuple[Row, ...]) -> bool:
    if kind is Kind.BALANCE_SHEET:
        return (
            not any(re.search(r"^total liabilities(?:,| and)", row.stub, re.I) for row in rows)
            and landmarks(kind, rows) >= 3
        )
    if kind is Kind.CASH_FLOW:
        return not _any(_CASH_END, rows)
    return kind is Kind.INCOME and not _any(_PER_SHARE, rows)


def _any(pattern: re.Pattern[str], rows: tuple[Row, ...]) -> bool:
    return any(pattern.search(row.stub) for row in rows)


def _append(first: Table, second: Table) -> Table:
    """The rows of `second` under `first`: columns by their heads where both name the same, else by order."""
    heads, others = head_texts(first), head_texts(second)
    mapping = {}
    for index, text in enumerate(others):
        said = read_head(text).dates
        same = [at for at, head in enumerate(heads) if said and read_head(head).dates == said]
        mapping[index] = same[0] if len(same) == 1 else index
    if len(set(mapping.values())) < len(mapping):
        mapping = {index: index for index in range(len(others))}
    rows = tuple(
        replace(row, cells=tuple(replace(cell, column=mapping[cell.column]) for cell in row.cells))
        for row in second.rows
    )
    return replace(first, rows=first.rows + rows, span=Span(first.span.start, second.span.end))


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
