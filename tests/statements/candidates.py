"""Candidates made from a few words, for tests of how statements are chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from converter.span import Span
from converter.statements.candidate import Selected
from converter.statements.classify import Verdict
from converter.statements.lesser import Lesser
from converter.statements.statement import Basis, Column
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.terms import Kind, Period


def year(number: int) -> Period:
    return Period(date(number, 12, 31), date(number, 1, 1))


def day(number: int) -> Period:
    return Period(date(number, 12, 31))


def table(rows: Mapping[str, Sequence[str]], *above: str, part: int = 0, at: int = 0) -> Table:
    lines = tuple(Text(line, Span(at, at)) for line in above)
    made = tuple(
        Row(
            caption, Span(at, at), 0, tuple(Cell(text, Span(at, at), column, 0, 0) for column, text in enumerate(cells))
        )
        for caption, cells in rows.items()
    )
    width = max(map(len, rows.values()), default=0)
    return Table(part, "text", Span(at, at + 1), lines, (), tuple(Band(0, 0) for _ in range(width)), made)


def candidate(
    kind: Kind,
    rows: Mapping[str, Sequence[str]],
    *,
    years: Sequence[int] = (1998, 1997),
    at: int = 0,
    part: int = 0,
    landmarks: int = 8,
    titled: bool = True,
    title: str = "",
    lesser: Lesser | None = None,
    company: str | None = None,
    heading: str | None = None,
    bases: Sequence[Basis] = (),
    by_heading: bool = False,
) -> Selected:
    when = day if kind is Kind.BALANCE_SHEET else year
    columns = [Column(str(number), when(number)) for number in years]
    columns += [Column(str(basis), when(years[0]), basis) for basis in bases]
    verdict = Verdict(kind, title or kind.name, titled, landmarks, lesser, by_heading)
    return Selected(table(rows, part=part, at=at), verdict, tuple(columns), company, heading)
