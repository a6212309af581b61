"""How long a year to date is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.lengths import Length
from converter.statements.periods import read_head
from converter.statements.to_date import with_lengths_to_date
from converter.tables.table import Cell, Row

PLACE = Span(0, 0)
QUARTER, TO_DATE = "Quarter Ended September 30, 1997", "Year to Date September 30, 1997"


def rows(*lines: str) -> list[Row]:
    return [
        Row("", PLACE, 0, tuple(Cell(text, PLACE, at, 0, 0) for at, text in enumerate(line.split()) if text != "."))
        for line in lines
    ]


def months(
    *heads: str, title: str = "", year_end: tuple[int, int] | None = None, lines: Sequence[str] = ()
) -> list[int | None]:
    said = [read_head(head) for head in heads]
    calendar = Calendar(fiscal_year_end=year_end)
    found = with_lengths_to_date(said, heads, (title, read_head(title)), calendar, rows(*lines))
    return [head.length.months if head.length else None for head in found]


@pytest.mark.parametrize(
    ("year_end", "length"),
    [
        ((12, 31), 9), ((6, 30), 3), ((3, 31), 6), ((9, 30), 12), ((9, 27), 12), ((9, 23), 12), ((9, 22), 1),
        ((10, 1), 12), ((10, 31), 11), ((2, 1), 8),
    ],
)  # fmt: skip
def test_its_months_are_counted_from_the_fiscal_years_end(year_end: tuple[int, int], length: int) -> None:
    assert months(QUARTER, TO_DATE, year_end=year_end) == [3, length]


def test_a_quarter_that_is_named_by_number_tells() -> None:
    third = "Third Quarter Ended September 30, 1997"
    assert months(third, TO_DATE, year_end=(12, 31)) == [3, 9]
    assert months(third, TO_DATE) == [3, 9]
    assert months(QUARTER, TO_DATE, title="Second Quarter of 1997") == [3, 6]
    assert months(QUARTER, TO_DATE, title="First Quarter, Second Quarter") == [3, None]


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        (["100 290"], 9),
        (["100 374"], 9),
        (["100 375"], None),
        (["100 226"], 9),
        (["100 225"], None),
        (["100 100"], None),
        ([". 5", "-- 7", "100 300", "100 100"], 9),
        ([], None),
    ],
)
def test_without_a_fiscal_year_end_the_figures_have_to_speak_for_december(lines: list[str], length: int | None) -> None:
    assert months(QUARTER, TO_DATE, lines=lines) == [3, length]


def test_the_quarter_beside_is_of_the_same_day() -> None:
    assert months("Quarter Ended June 30, 1997", TO_DATE, lines=["100 300"]) == [3, None]
    assert months("Six Months Ended September 30, 1997", TO_DATE, lines=["100 300"]) == [6, None]
    assert months("13 Weeks Ended September 30, 1997", TO_DATE, lines=["100 300"]) == [3, 9]


def test_other_heads_and_those_without_a_day_stay_as_they_are() -> None:
    assert months(QUARTER, "September 30, 1997", year_end=(12, 31)) == [3, None]
    assert months("Quarter", "Year to Date", year_end=(12, 31)) == [3, None]


def test_a_length_has_no_weeks() -> None:
    head = read_head(TO_DATE)
    (found,) = with_lengths_to_date([head], [TO_DATE], ("", read_head("")), Calendar(fiscal_year_end=(12, 31)), [])
    assert found.lengths == (Length(9),)
    assert found.end.complete() == date(1997, 9, 30)


@pytest.mark.parametrize(
    ("head", "title", "dated"),
    [
        ("Fiscal year to date 1997", "", False),
        ("Fiscal year to date 1997", "March 31", True),
        ("Fiscal year to date June 1997", "", True),
    ],
)
def test_a_year_to_date_that_names_no_month_does_not_end_with_its_year(head: str, title: str, dated: bool) -> None:
    said = read_head(title)
    (found,) = with_lengths_to_date([read_head(head)], [head], (title, said), Calendar(fiscal_year_end=(6, 30)), [])
    assert bool(found.dates) is dated
