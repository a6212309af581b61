"""Column heads to columns: which words stand over which values, and what period and basis they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from converter.grammars.months import MONTH
from converter.grammars.years import YEAR
from converter.statements.amounts import read_amount
from converter.statements.calendar import Calendar, PartialDate
from converter.statements.lengths import is_to_date
from converter.statements.own_days import with_own_days
from converter.statements.part_names import with_parts_named
from converter.statements.periods import Head, closing_day, duration, instant, read_head
from converter.statements.statement import Basis, Column
from converter.statements.titles import lines_above
from converter.statements.to_date import with_lengths_to_date
from converter.statements.translated import translated
from converter.statements.wholes import adjustments, whole_of
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.terms import Kind, Period

_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    (Basis.PRO_FORMA, re.compile(r"pro[\s-]*forma", re.I)),
    (Basis.NON_GAAP, re.compile(r"non[\s-]*gaap|adjusted|adjustments?|excluding|eliminations?|reclass", re.I)),
    (Basis.CHANGE, re.compile(r"\b(?:change|increase|decrease|variance|difference|growth)\b|\+/-", re.I)),
    (Basis.PERCENT, re.compile(r"%|\bpercent", re.I)),
    (Basis.OTHER, re.compile(r"\bnotes?\b(?!\s+\w)|\bguidance\b|\bpage\b|\bforecast\b", re.I)),
)
_RESTATED = re.compile(r"\brestated\b", re.I)
_REPORTED = re.compile(r"\breported\b|\bprevious", re.I)
_MIN_TOGETHER = 3
_YEAR_MONTHS = 12
_LONGEST_LINE = 120
_OF_WHOLES = frozenset({Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW})
"""Statements that may be printed with columns of parts; those of equity have nothing but them."""
# Words that are about the print, not the period; they may stand over any column.
_SILENT = re.compile(r"\(?\b(?:unaudited|audited|note\s+\w+|see\s+notes?)\b\)?", re.I)
_YEAR = re.compile(rf"\b{YEAR}\b")
_PERIODIC = re.compile(
    rf"\b(?:months?|weeks?|years?|quarters?|ended|ending|fiscal|periods?|{YEAR}|{MONTH}|as of|at)\b",
    re.I,
)


def read_columns(table: Table, kind: Kind, title: str, calendar: Calendar) -> tuple[Column, ...]:
    """The columns of a table that is a statement of `kind`; `title` is all its title lines in one text."""
    said = read_head(title)
    texts = head_texts(table)
    clean = [_SILENT.sub(" ", text) for text in texts]
    abroad = translated(clean, title)
    bases = [Basis.PART if at in abroad else _basis(text, table, at) for at, text in enumerate(clean)]
    heads = [read_head(text) for text in clean]
    gaap = [index for index, basis in enumerate(bases) if basis is Basis.GAAP]
    own, said = with_own_days([heads[at] for at in gaap], said, calendar)
    for index, head in zip(gaap, own, strict=True):
        heads[index] = head
    heads = with_lengths_to_date(heads, clean, (title, said), calendar, table.rows)
    periods = _periods(kind, heads, said, calendar)
    columns = map(Column, texts, periods, bases)
    return _parts(tuple(columns), table, kind)


def head_texts(table: Table) -> list[str]:
    """For each column, the words that stand over it, from the top."""
    hung: list[list[tuple[Text, float]]] = [[] for _ in table.columns]
    for line in table.head:
        for column, (piece, distance) in _hang(line, table.columns).items():
            hung[column].append((piece, distance))
    return [" ".join(piece.text for piece, _ in _nearest(pieces)) for pieces in hung]


def _nearest(pieces: list[tuple[Text, float]]) -> list[tuple[Text, float]]:
    """Of several lengths over one column ("Quarter Ended", "Year Ended", on different lines) only the nearest counts,
    and of several days, or years, those that stand right over it, if any do: "1995" under "June 30," is lent to no
    column beside it that has "March 31, 1996".
    """
    said = [(read_head(piece.text), distance) for piece, distance in pieces]
    lengths = [(distance, at) for at, (head, distance) in enumerate(said) if head.lengths]
    days = [(distance, at) for at, (head, distance) in enumerate(said) if head.months_days]
    dropped = {at for distance, at in lengths if distance > 0 and at != min(lengths)[1]}
    dropped |= {at for distance, at in days if distance > 0 and min(days)[0] == 0}
    years = [(distance, at) for at, (head, distance) in enumerate(said) if any(day.year for day in head.dates)]
    dropped |= {at for distance, at in years if distance > 0 and min(years)[0] == 0}
    return [pair for at, pair in enumerate(pieces) if at not in dropped]


def _hang(line: tuple[Text, ...], columns: tuple[Band, ...]) -> dict[int, tuple[Text, float]]:
    """Which piece of a head line stands over each column, and how far beside it.

    A piece belongs to the columns it overlaps. A period word may also span columns that it does not reach ("Year Ended"
    centred over three), so columns left over take the nearest period piece, unless the line has one piece a column.
    """
    hung: dict[int, tuple[Text, float]] = {}
    for index, band in enumerate(columns):
        overlapping = [piece for piece in line if piece.x0 < band.x1 + 1 and band.x0 - 1 < piece.x1]
        if overlapping:
            hung[index] = (min(overlapping, key=lambda piece: abs(_middle(piece) - _middle(band))), 0)
    if len(line) == len(columns) and len({id(piece) for piece, _ in hung.values()}) < len(columns):
        return {index: (piece, 0) for index, piece in enumerate(line)}
    spanning = [piece for piece in line if _PERIODIC.search(piece.text) and not _BASES[2][1].search(piece.text)]
    if len(line) >= len(columns):
        spanning = list(line)
    for index, band in enumerate(columns):
        if index not in hung and spanning:
            nearest = min(spanning, key=lambda piece: _distance(piece, band))
            hung[index] = (nearest, _distance(nearest, band))
    return hung


def _middle(place: Text | Band) -> float:
    return (place.x0 + place.x1) / 2


def _distance(piece: Text, band: Band) -> float:
    return max(piece.x0 - band.x1, band.x0 - piece.x1, 0) + abs(_middle(piece) - _middle(band)) / 1000


def _basis(text: str, table: Table, index: int) -> Basis:
    for basis, pattern in _BASES:
        if pattern.search(text) and not (basis is Basis.CHANGE and _looks_periodic(text)):
            return basis
    cells = [cell.text for row in table.rows for cell in row.cells if cell.column == index]
    if cells and sum("%" in cell for cell in cells) * 2 > len(cells):
        return Basis.PERCENT
    return Basis.GAAP


def _looks_periodic(text: str) -> bool:
    """`Change` over a column is a change; a date beside the word may have come from a spanning head."""
    return False if re.search(r"\bchange\b|%", text, re.I) else bool(_YEAR.search(text))


def _periods(kind: Kind, heads: Sequence[Head], title: Head, calendar: Calendar) -> list[Period | None]:
    if kind is Kind.BALANCE_SHEET:
        return [instant(head, title, calendar) for head in heads]
    ends = list(dict.fromkeys(end for head in heads if (end := closing_day(head, title, calendar))))
    return [duration(head, title, calendar, ends) for head in heads]


def _parts(columns: tuple[Column, ...], table: Table, kind: Kind) -> tuple[Column, ...]:
    """The columns, those told to be of parts that share their period with another: segments, components of equity.

    Unless one is the whole of the others, nothing says which of them, if any, is the registrant's; of figures as first
    reported and as restated, the latter are. Two columns that hardly a row has both of are one that the print splits,
    and two that are alike are one that it repeats: a successor's quarter is all of its year to date. What leads to pro
    forma figures is an adjustment.
    """
    by_period: dict[Period, set[int]] = {}
    for index, column in enumerate(columns):
        if column.period is not None and column.basis is Basis.GAAP:
            by_period.setdefault(column.period, set()).add(index)
    parts: set[int] = set()
    adjusting: set[int] = set()
    for group in by_period.values():
        adjusting |= adjustments(group, columns, table.rows)
        group -= adjusting
        restated = {index for index in group if _RESTATED.search(columns[index].head)}
        reported = {index for index in group - restated if _REPORTED.search(columns[index].head)}
        if reported or restated:
            parts |= reported if restated else set()
        elif _are_several(group, table.rows):
            parts |= group - ({whole_of(group, columns, table.rows)} if kind in _OF_WHOLES else set())
    told = dict.fromkeys(parts, Basis.PART) | dict.fromkeys(adjusting, Basis.NON_GAAP)
    columns = tuple(replace(column, basis=told.get(at, column.basis)) for at, column in enumerate(columns))
    return with_parts_named(columns, table.rows) if kind in _OF_WHOLES else columns


def _are_several(group: Collection[int], rows: Sequence[Row]) -> bool:
    """Whether some rows have cells in several columns of the group, and not the same in all of them."""
    shared = [cells for row in rows if len(cells := [one for one in row.cells if one.column in group]) > 1]
    return len(shared) >= _MIN_TOGETHER and not all(map(_alike, shared))


def _alike(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a row say the same amount."""
    return len({read_amount(cell.text) for cell in cells}) == 1


def observe(tables: list[Table], calendar: Calendar) -> None:
    """Add the days that the tables' heads and titles print in full to the calendar.

    Where the header names no fiscal year end, the day that closes years in the heads is taken, else the day that closes
    most columns, but for those of quarters and the like: an annual report prints little else.
    """
    years: Counter[tuple[int, int]] = Counter()
    days: Counter[tuple[int, int]] = Counter()
    for table in tables:
        heads = head_texts(table)
        named = {day.year for text in heads for day in _bare_years(read_head(text)) if day.year}
        if len(named) > 1:
            calendar.latest_names[max(named)] += 1
        texts = heads + [line for line in lines_above(table) if len(line) < _LONGEST_LINE]
        for text in texts:
            head = read_head(text)
            for day in head.dates:
                whole = day.complete()
                if whole and day.day:
                    calendar.ends[whole] += 1
                    days[whole.month, whole.day] += _may_close_year(head, text)
                    if head.length and len(head.dates) == 1:
                        calendar.lengths.setdefault(whole, set()).add(head.length)
                    years[whole.month, whole.day] += head.length is not None and head.length.months == _YEAR_MONTHS
    if calendar.fiscal_year_end is None:
        common = (+years or +days).most_common(1)
        calendar.fiscal_year_end = common[0][0] if common else None


def _may_close_year(head: Head, text: str) -> bool:
    """Whether nothing is said of a day but that it closes a period, or a year."""
    return head.length.months == _YEAR_MONTHS if head.length else not is_to_date(text)


def _bare_years(head: Head) -> tuple[PartialDate, ...]:
    """The dates of a head that is nothing but years."""
    return () if any(day.month for day in head.dates) else head.dates
