"""What the words over a column make of it: basis, period, and whether it is of a part."""

from __future__ import annotations

from datetime import date

import pytest

from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.columns import head_texts, observe, read_columns
from converter.statements.lengths import Length
from converter.statements.statement import Basis, Column
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.terms import Kind, Period

NOWHERE = Span(0, 0)
BANDS = (Band(40, 50), Band(60, 70), Band(80, 90))
Piece = tuple[str, int, int]
Heads = tuple[tuple[Piece, ...], ...]


def table(*heads: tuple[Piece, ...], rows: tuple[tuple[str, ...], ...] = (), above: tuple[str, ...] = (),
          bands: tuple[Band, ...] = BANDS) -> Table:  # fmt: skip
    """Lines of head pieces with their places; rows of cells, `_` for none."""
    lines = tuple(tuple(Text(text, NOWHERE, x0, x1) for text, x0, x1 in line) for line in heads)
    body = tuple(
        Row("x", NOWHERE, 0, tuple(Cell(text, NOWHERE, at, 0, 0) for at, text in enumerate(cells) if text != "_"))
        for cells in rows
    )
    return Table(0, "text", NOWHERE, tuple(Text(line, NOWHERE) for line in above), lines, bands, body)


def over(*heads: str) -> tuple[Piece, ...]:
    """A piece right over each of the columns."""
    return tuple((text, band.x0, band.x1) for text, band in zip(heads, BANDS, strict=False))


def columns(
    *heads: str, kind: Kind = Kind.INCOME, title: str = "", rows: tuple[tuple[str, ...], ...] = ()
) -> list[Column]:
    found = table(over(*heads), rows=rows, bands=BANDS[: len(heads)])
    return list(read_columns(found, kind, title, Calendar()))


# Which words stand over which column


@pytest.mark.parametrize(
    ("heads", "texts"),
    [
        ((over("1998", "1997", "1996"),), ["1998", "1997", "1996"]),
        ((over("A", "B", "C"), over("1", "2", "3")), ["A 1", "B 2", "C 3"]),
        (((("A", 51, 59), ("B", 71, 79)),), ["", "", ""]),
        (((("A", 40, 41),),), ["A", "", ""]),
        (((("A", 50, 55),),), ["A", "", ""]),  # a character beside it
        (((("A", 51, 55),),), ["", "", ""]),
        (((("A", 30, 40),),), ["A", "", ""]),
        (((("A", 30, 39),),), ["", "", ""]),
        (((("A", 40, 70),),), ["A", "A", ""]),
        (((("Far", 30, 41), ("Near", 42, 52)),), ["Near", "", ""]),  # of two over one column the middle one
        (((("Near", 40, 50), ("Far", 50, 58)),), ["Near", "", ""]),
        (((("A", 0, 5), ("B", 6, 9), ("C", 10, 15)),), ["A", "B", "C"]),  # as many as columns: by order
        (((("A", 40, 50), ("B", 51, 59), ("C", 80, 90)),), ["A", "B", "C"]),
        (((("A", 0, 5), ("B", 6, 9), ("C", 10, 15), ("D", 20, 25)),), ["D", "D", "D"]),
        (((("Year ended", 60, 70),),), ["Year ended"] * 3),
        (((("Year ended", 60, 70), ("Notes", 80, 90)),), ["Year ended", "Year ended", "Notes"]),
        (((("Year 1", 0, 10), ("Year 2", 95, 99)),), ["Year 1", "Year 2", "Year 2"]),
        (((("Increase in 1998", 60, 70),),), ["", "Increase in 1998", ""]),
    ],
)
def test_pieces_hang_over_the_columns_that_they_reach(heads: Heads, texts: list[str]) -> None:
    assert head_texts(table(*heads)) == texts


def test_of_several_lengths_over_a_column_the_nearest_counts() -> None:
    lines = ((("Quarter ended", 40, 50),), (("Year ended", 60, 70),))
    assert head_texts(table(*lines)) == ["Quarter ended", "Year ended", "Year ended"]
    both = ((("Quarter ended", 40, 50),), (("Six months ended", 40, 50),))
    assert head_texts(table(*both))[0] == "Quarter ended Six months ended"


def test_a_day_right_over_a_column_counts_before_one_beside_it() -> None:
    lines = ((("June 30", 40, 50),), (("March 31", 60, 70),))
    assert head_texts(table(*lines)) == ["June 30", "March 31", "June 30 March 31"]


# Bases


@pytest.mark.parametrize(
    ("head", "basis"),
    [
        ("Pro forma", Basis.PRO_FORMA), ("PROFORMA", Basis.PRO_FORMA), ("pro-forma 1998", Basis.PRO_FORMA),
        ("Non-GAAP", Basis.NON_GAAP), ("NONGAAP", Basis.NON_GAAP), ("As adjusted", Basis.NON_GAAP),
        ("Adjustment", Basis.NON_GAAP), ("Adjustments", Basis.NON_GAAP), ("Excluding it", Basis.NON_GAAP),
        ("Elimination", Basis.NON_GAAP), ("Eliminations", Basis.NON_GAAP), ("Reclassified", Basis.NON_GAAP),
        ("Change", Basis.CHANGE), ("Increase", Basis.CHANGE), ("Decrease", Basis.CHANGE), ("Variance", Basis.CHANGE),
        ("Difference", Basis.CHANGE), ("Growth", Basis.CHANGE), ("+/-", Basis.CHANGE), ("Changes", Basis.GAAP),
        ("Exchange", Basis.GAAP), ("Change from 1998", Basis.CHANGE), ("Increase 1998", Basis.GAAP),
        ("Increase 19981", Basis.CHANGE), ("Exchange increase 1998", Basis.GAAP), ("% increase 1998", Basis.CHANGE),
        ("%", Basis.PERCENT), ("Percent", Basis.PERCENT), ("Percentage", Basis.PERCENT), ("Unpercent", Basis.GAAP),
        ("Note", Basis.OTHER), ("Notes", Basis.OTHER), ("Guidance", Basis.OTHER), ("Page", Basis.OTHER),
        ("Forecast", Basis.OTHER), ("Keynotes", Basis.GAAP), ("Notes payable", Basis.GAAP), ("Misguidance", Basis.GAAP),
        ("Pages", Basis.GAAP), ("Forecasts", Basis.GAAP), ("See notes", Basis.GAAP), ("(see note)", Basis.GAAP),
        ("Note 5", Basis.GAAP), ("1998", Basis.GAAP), ("(Unaudited)", Basis.GAAP),
    ],
)  # fmt: skip
def test_what_a_column_is_of(head: str, basis: Basis) -> None:
    assert columns(head)[0].basis is basis


@pytest.mark.parametrize(
    ("rows", "basis"),
    [
        ((("5%", "5"), ("6%", "5"), ("7", "5")), Basis.PERCENT),
        ((("5%", "5"), ("6", "5")), Basis.GAAP),
        ((("5", "5%"), ("6", "5%")), Basis.GAAP),
        ((), Basis.GAAP),
    ],
)
def test_a_column_most_of_whose_cells_are_percentages_is_one(rows: tuple[tuple[str, ...], ...], basis: Basis) -> None:
    assert columns("1998", "1997", rows=rows)[0].basis is basis


# Periods


def test_columns_have_the_periods_of_their_heads() -> None:
    found = columns("June 30, 1998 (unaudited)", "June 30, 1997", kind=Kind.BALANCE_SHEET)
    assert [column.period for column in found] == [Period(date(1998, 6, 30)), Period(date(1997, 6, 30))]
    assert [column.head for column in found] == ["June 30, 1998 (unaudited)", "June 30, 1997"]
    flows = columns("Year ended June 30, 1998", "Note 1999", "1997")
    assert [column.period and column.period.end.year for column in flows] == [1998, None, None]


def test_own_days_are_those_of_gaap_columns() -> None:
    title = "At January 1, 1995 and January 2, 1994"
    found = columns("Pro forma", "1994", "1993", kind=Kind.BALANCE_SHEET, title=title)
    assert [column.period and column.period.end for column in found[1:]] == [date(1995, 1, 1), date(1994, 1, 2)]


def test_columns_without_a_length_take_that_of_those_beside() -> None:
    calendar = Calendar(lengths={date(1998, 6, 30): {Length(3)}})
    found = read_columns(table(over("June 30, 1998", "June 30, 1997")), Kind.INCOME, "", calendar)
    assert [column.period for column in found[:2]] == [
        Period(date(1998, 6, 30), date(1998, 4, 1)),
        Period(date(1997, 6, 30), date(1997, 4, 1)),
    ]


# Parts


def parts(
    *heads: str, rows: int = 3, kind: Kind = Kind.BALANCE_SHEET, cells: tuple[str, ...] = ("5", "7", "9")
) -> list[bool]:
    found = columns(*heads, kind=kind, rows=(cells[: len(heads)],) * rows)
    return [column.basis is Basis.PART for column in found]


DAY = "June 30, 1998"


def test_columns_of_one_day_that_three_rows_share_are_of_parts() -> None:
    assert parts(f"{DAY} East", f"{DAY} West") == [True, True]
    assert parts(f"{DAY} East", f"{DAY} West", rows=2) == [False, False]
    assert parts(f"{DAY} East", f"{DAY} West", cells=("5", "_")) == [False, False]
    assert parts(f"{DAY} East", "June 30, 1997") == [False, False]
    assert parts(f"{DAY} East", f"{DAY} pro forma") == [False, False]
    assert parts("East", "West") == [False, False]


@pytest.mark.parametrize(
    ("head", "part"),
    [("as restated", False), ("as reported", False), ("previously told", False), ("unrestated", True),
     ("reporteds", True),
     ("impreviously", True)],
)  # fmt: skip
def test_a_figure_as_restated_stands_beside_one_as_first_reported(head: str, part: bool) -> None:
    assert parts(f"{DAY} {head}", f"{DAY} West") == [part, part]


@pytest.mark.parametrize("kind", [Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW, Kind.EQUITY])
def test_the_whole_of_parts_is_the_companys_but_in_a_statement_of_equity(kind: Kind) -> None:
    day = DAY if kind is Kind.BALANCE_SHEET else f"Year ended {DAY}"
    heads = f"{day} East", f"{day} West", f"{day} Total"
    whole = kind is Kind.EQUITY
    assert parts(*heads, kind=kind, cells=("5", "7", "12")) == [True, True, whole]


# What the document's heads say of its calendar


def observed(*tables: Table, fiscal: tuple[int, int] | None = None) -> Calendar:
    calendar = Calendar(fiscal_year_end=fiscal)
    observe(list(tables), calendar)
    return calendar


def test_days_in_full_are_counted_wherever_they_stand() -> None:
    calendar = observed(table(over("June 30, 1998", "June 30, 1997", "June"), above=("At June 30, 1998", "1997")))
    assert dict(calendar.ends) == {date(1998, 6, 30): 2, date(1997, 6, 30): 1}
    assert calendar.fiscal_year_end == (6, 30)


def test_a_long_line_is_prose() -> None:
    for length, found in ((119, 1), (120, 0)):
        line = "At June 30, 1998".ljust(length, "x").replace("1998x", "1998 ")
        assert len(observed(table(above=(line,))).ends) == found


def test_the_day_that_closes_years_is_the_fiscal_years_end() -> None:
    years = table(over("Year ended March 31, 1998", "June 30, 1998", "June 30, 1997"))
    assert observed(years).fiscal_year_end == (3, 31)
    assert observed(years, fiscal=(9, 30)).fiscal_year_end == (9, 30)
    quarter = table(over("Three months ended March 31, 1998", "June 30, 1998", "June 30, 1997"))
    assert observed(quarter).fiscal_year_end == (6, 30)
    assert observed(table()).fiscal_year_end is None


@pytest.mark.parametrize("head", ["Quarter ended June 30, 1998", "Year to date June 30, 1998"])
def test_a_day_that_closes_a_quarter_or_a_year_to_date_is_no_years_end(head: str) -> None:
    assert observed(table(over(head))).fiscal_year_end is None


def test_lengths_are_kept_for_the_day_that_they_stand_with_alone() -> None:
    calendar = observed(table(over("Three months ended June 30, 1998", "Six months, June 30, 1997 and 1996", "1998")))
    assert calendar.lengths == {date(1998, 6, 30): {Length(3)}}


def test_the_latest_year_that_heads_name_bare_is_counted_by_table() -> None:
    assert dict(observed(table(over("1998", "1997", "1996")), table(over("1998", "1997"))).latest_names) == {1998: 2}
    assert dict(observed(table(over("1998", "1998", "Total"))).latest_names) == {}
    assert dict(observed(table(over("June 30, 1998", "June 30, 1997"))).latest_names) == {}
