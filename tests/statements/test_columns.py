"""Which pieces of a head stand over which columns."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.columns import head_texts, read_columns
from converter.statements.statement import Basis
from converter.tables.table import Band, Cell, Row, Table, Text
from converter.terms import Kind


@pytest.mark.parametrize(
    ("piece", "spans"),
    [
        ("Year Ended", True),
        ("March 31", True),
        ("Sept. 30", True),
        ("Fiscal", True),
        ("Periods", True),
        ("1999", True),
        ("As of", True),
        ("Market", False),
        ("Maybe", False),
        ("Attributable", False),
        ("Decomposed", False),
    ],
)
def test_words_of_periods_span_columns_that_they_do_not_reach(piece: str, spans: bool) -> None:
    columns = (Band(40, 50), Band(60, 70), Band(80, 90))
    table = Table(0, "text", Span(0, 0), (), ((Text(piece, Span(0, 0), 60, 70),),), columns, ())

    assert head_texts(table) == ([piece] * 3 if spans else ["", piece, ""])


def bases(first: str, second: str, *rows: tuple[str, ...]) -> list[Basis]:
    """Of two columns of the year 1998 under these heads, over rows of their cells."""
    bands = (Band(40, 50), Band(60, 70))
    head = tuple(
        Text(f"1998 {text}", Span(0, 0), band.x0, band.x1) for text, band in zip((first, second), bands, strict=True)
    )
    body = tuple(
        Row(
            f"Row {at}",
            Span(0, 0),
            0,
            tuple(Cell(text, Span(0, 0), column, 0, 0) for column, text in enumerate(texts) if text),
        )
        for at, texts in enumerate(rows)
    )
    table = Table(0, "text", Span(0, 0), (), (head,), bands, body)
    columns = read_columns(table, Kind.INCOME, "Years ended December 31", Calendar(fiscal_year_end=(12, 31)))
    assert columns[0].period == columns[1].period
    return [column.basis for column in columns]


APART = [("8", "3"), ("7", "2"), ("6", "1")]
GAAP, PART = Basis.GAAP, Basis.PART


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("East", "West", [PART, PART]),
        ("NOK", "US$", [GAAP, PART]),
        ("As Reported", "As Restated", [PART, GAAP]),
        ("As Restated", "As Previously Stated", [GAAP, PART]),
        ("As Restated", "As Restated and Reported", [GAAP, GAAP]),
        ("As Reported", "As Reported", [GAAP, GAAP]),
        ("As Restated", "West", [GAAP, GAAP]),
        ("Unrestated", "West", [PART, PART]),
        ("Unreported", "West", [PART, PART]),
    ],
)
def test_of_columns_of_one_period_those_restated_are_the_registrants(
    first: str, second: str, found: list[Basis]
) -> None:
    assert bases(first, second, *APART) == found


def test_columns_of_one_period_that_are_alike_or_hardly_share_a_row_are_one() -> None:
    alike = [("$ 8", "8"), ("(7)", "(7)"), ("--", "--")]
    assert bases("East", "West", *alike) == [GAAP, GAAP]
    assert bases("East", "West", *alike, ("5", "4")) == [PART, PART]
    assert bases("East", "West", *alike, ("5", "")) == [GAAP, GAAP]
    assert bases("East", "West", *APART[:2], ("6", "")) == [GAAP, GAAP]
