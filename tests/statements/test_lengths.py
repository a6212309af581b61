"""How long heads say that periods are."""

from __future__ import annotations

import pytest

from converter.statements.lengths import Length, is_to_date, nth_quarter, only, read_lengths


@pytest.mark.parametrize(
    ("title", "lengths"),
    [
        ("Thirteen and Twenty-Six Weeks Ended", {Length(3, 13), Length(6, 26)}),
        ("Twelve and 36 weeks ended", {Length(3, 12), Length(8, 36)}),
        ("Sixteen Weeks Ended", {Length(4, 16)}),
        ("53 fiscal weeks ended", {Length(12, 53)}),
        ("Three- and Six-Months Ended", {Length(3), Length(6)}),
        ("Three Months or Nine Months Ended", {Length(3), Length(9)}),
        ("Three, Nine Months Ended", {Length(3), Length(9)}),
        ("Second Quarter", {Length(3)}),
        ("Two Quarters Ended", {Length(6)}),
        ("First Half", {Length(6)}),
        ("Fiscal Year Ended", {Length(12)}),
        ("Quarter of the fiscal year", {Length(3)}),
        ("Half year", {Length(6)}),
        ("Year", {Length(12)}),
        ("This year and last", {Length(12)}),
        ("Year to Date", set()),
        ("Year-to-date", set()),
        ("Fiscal Year Ended to date", {Length(12)}),
        ("Balance Sheets", set()),
    ],
)
def test_the_lengths_that_a_title_names(title: str, lengths: set[Length]) -> None:
    assert set(read_lengths(title)) == lengths


@pytest.mark.parametrize(
    ("named", "one"),
    [
        ([], None),
        ([Length(3), Length(3)], Length(3)),
        ([Length(3), Length(9)], None),
        ([Length(3), Length(3, 13)], Length(3, 13)),
        ([Length(12, 52), Length(12, 53)], Length(12)),
    ],
)
def test_the_one_length_that_several_name(named: list[Length], one: Length | None) -> None:
    assert only(named) == one


@pytest.mark.parametrize(
    ("text", "to_date"),
    [
        ("Year to Date", True), ("Year-to-date September 30, 1997", True), ("YTD", True),
        ("Fiscal Year to Date", True), ("Fiscal YTD", False),
        ("Nine Months Year to Date", False), ("Year ended", False), ("Data of the year", False), ("Maytd", False),
    ],
)  # fmt: skip
def test_a_year_to_date_leaves_its_length_open(text: str, to_date: bool) -> None:
    assert is_to_date(text) is to_date


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("First Quarter", 1), ("Second fiscal quarter", 2), ("third-quarter results", 3), ("Fourth Quarter", 4),
        ("Q3 FY98", 3), ("Third Quarter, Q3", 3), ("First and Second Quarter, Q1", None), ("Quarter", None),
        ("Q5", None),
    ],
)  # fmt: skip
def test_which_quarter_a_text_names(text: str, number: int | None) -> None:
    assert nth_quarter(text) == number
