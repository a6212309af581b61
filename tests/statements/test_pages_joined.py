"""Which tables are pages of one statement, and what is kept of the later ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.span import Span
from converter.statements.pages import join_pages
from converter.tables.table import Band, Cell, Layout, Row, Table, Text

NOWHERE = Span(0, 0)
BANDS = (Band(40, 50), Band(60, 70))
SHEET = "BALANCE SHEETS"
ASSETS = ("Current assets", "Goodwill", "Inventories", "Deposits", "Total assets")
CLAIMS = ("Accounts payable", "Common stock", "Retained earnings", "Total liabilities and equity")


def table(
    *captions: str, above: tuple[str, ...] = (), heads: tuple[str, ...] = (), start: int = 0, end: int = 0,
    part: int = 0, layout: Layout = "text", columns: int = 2,
) -> Table:  # fmt: skip
    """A table whose rows print a value in each column."""
    head = tuple(Text(text, NOWHERE, band.x0, band.x1) for text, band in zip(heads, BANDS, strict=False))
    bands = (*BANDS, Band(80, 90))[:columns]
    rows = tuple(
        Row(caption, NOWHERE, 0, tuple(Cell(f"{at}{column}", NOWHERE, column, 0, 0) for column in range(columns)))
        for at, caption in enumerate(captions, 5)
    )
    titles = tuple(Text(line, NOWHERE) for line in above)
    return Table(part, layout, Span(start, end), titles, (head,) if head else (), bands, rows)


FIRST = table(*ASSETS, above=(SHEET,), heads=("1998", "1997"), end=100)


def joined(*tables: Table) -> list[list[str]]:
    """The captions of each statement."""
    return [[row.stub for row in one.rows] for one, _ in join_pages(list(tables))]


def together(second: Table, first: Table = FIRST) -> bool:
    found = joined(first, second)
    assert sum(map(len, found)) == len(first.rows) + len(second.rows)
    return len(found) == 1


def test_without_tables_there_is_nothing() -> None:
    assert joined() == []
    assert joined(FIRST) == [list(ASSETS)]


def test_the_rest_of_a_statement_goes_on_with_it() -> None:
    assert together(table(*CLAIMS, start=200, end=300))
    ((whole, captions),) = join_pages([FIRST, table(*CLAIMS, start=200, end=300)])
    assert whole.span == Span(0, 300)
    assert [row.stub for row in whole.rows] == [*ASSETS, *CLAIMS]
    assert captions.landmarks(next(iter(captions.strong))) > len(ASSETS)


def test_a_statement_of_one_page_is_the_very_table() -> None:
    ((found, _),) = join_pages([FIRST])
    assert found is FIRST


def test_what_stood_over_a_later_page_is_kept() -> None:
    second = table(*CLAIMS, above=("page two",), heads=("1998", "1997"), start=200)
    ((whole, _),) = join_pages([FIRST, second])
    assert [[text.text for text in lines] for lines in whole.over_pages] == [["page two", "1998", "1997"]]


@pytest.mark.parametrize(
    ("heads", "columns"),
    [(("1998", "1997"), [0, 1]), (("1997", "1998"), [1, 0]), (("", ""), [0, 1]), (("1998", "1996"), [0, 1]),
     (("1997", "1996"), [0, 1]), (("1998", "1998"), [0, 1])],
)  # fmt: skip
def test_columns_of_a_later_page_go_where_their_heads_say(heads: tuple[str, str], columns: list[int]) -> None:
    second = table(*CLAIMS, heads=heads if heads[0] else (), start=200)
    ((whole, _),) = join_pages([FIRST, second])
    assert [cell.column for cell in whole.rows[-1].cells] == columns


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"part": 1}, False),
        ({"start": 4_100}, True),
        ({"start": 4_101}, False),
        ({"columns": 1}, True),
        ({"columns": 3}, False),
        ({"above": ("STATEMENTS OF INCOME",)}, False),
        ({"above": (SHEET,)}, True),
        ({"above": ("Continued", "STATEMENTS OF INCOME")}, True),
    ],
)
def test_a_page_is_near_the_one_before_it_and_names_nothing_else(change: dict[str, object], same: bool) -> None:
    second = table(*CLAIMS, **({"start": 200} | change))  # type: ignore[arg-type]
    assert together(second) is same


def test_markup_parts_pages_further() -> None:
    first = replace(FIRST, layout="html")
    assert together(table(*CLAIMS, start=40_100, layout="html"), first)
    assert not together(table(*CLAIMS, start=40_101, layout="html"), first)


def test_a_statement_that_has_its_end_goes_on_no_further() -> None:
    whole = table(*ASSETS, *CLAIMS, above=(SHEET,), end=100)
    assert not together(table("Accounts payable", "Common stock", start=200), whole)
    assert joined(FIRST, table(*CLAIMS, start=200, end=300), table(*CLAIMS, start=400)) == [
        [*ASSETS, *CLAIMS], list(CLAIMS)
    ]  # fmt: skip


def test_a_caption_that_a_statement_has_once_begins_another() -> None:
    assert not together(table(*CLAIMS, "Total assets", start=200))
    assert not together(table("Salaries", "Rent", start=200))
    assert not together(table("Accounts payable", "Rent", start=200)), "one caption of a balance sheet is too few"


FLOWS = ("Operating activities", "Depreciation", "Capital expenditures", "Dividends paid")
END = ("Proceeds from notes", "Cash, end of year")


def test_a_cash_flow_goes_on_until_its_end() -> None:
    first = table(*FLOWS, above=("STATEMENTS OF CASH FLOWS",), end=100)
    assert together(table(*END, start=200), first)
    assert together(table("Proceeds from notes", start=200), first)
    assert not together(table("Rent", start=200), first)
    assert not together(table("Operating activities", *END, start=200), first)
    assert together(table("Proceeds from a", "b", "c", "d", "Operating activities", start=200), first)
    assert not together(
        table("Proceeds from notes", start=200), table(*FLOWS, *END, above=first_titles(first), end=100)
    )


def first_titles(first: Table) -> tuple[str, ...]:
    return tuple(text.text for text in first.above)


INCOME = ("Net sales", "Cost of sales", "Gross profit", "Net income")


def test_an_income_statement_goes_on_below_the_same_heads_or_none() -> None:
    first = table(*INCOME, above=("STATEMENTS OF INCOME",), heads=("1998", "1997"), end=100)
    shares = ("Income per share", "Average shares")
    assert together(table(*shares, start=200), first)
    assert together(table(*shares, heads=("1998", "1997"), start=200), first)
    assert not together(table(*shares, heads=("1998", "1996"), start=200), first)
    assert not together(table(*shares, heads=("1998", "1997"), above=("x" * 76,), start=200), first)
    assert together(table(*shares, heads=("1998", "1997"), above=("x" * 75,), start=200), first)
    assert not together(table("Rent", start=200), first)


def test_the_same_title_again_goes_on_below_the_same_heads() -> None:
    first = table(*INCOME, "Income per share", above=("STATEMENTS OF INCOME",), heads=("1998", "1997"), end=100)
    for title, same in (("Statements of Income", True), ("Statements of Income (continued)", True),
                        ("Statement of Income", False)):  # fmt: skip
        assert together(table("Dividends", "Rent", above=(title,), heads=("1998", "1997"), start=200), first) is same
        assert not together(table("Dividends", "Rent", above=(title,), heads=("1998", "1996"), start=200), first)
        assert not together(table("Net sales", "Rent", above=(title,), heads=("1998", "1997"), start=200), first)
    far = ("Statements of Income", *"abcdef")
    assert not together(table("Dividends", "Rent", above=far, heads=("1998", "1997"), start=200), first)


OPERATIONS = "STATEMENTS OF OPERATIONS"
EARNED = ("Revenues", "Cost of sales", "Selling expenses")
RESULT = ("Interest expense", "Net income")


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ({"above": (OPERATIONS,)}, {}, True),
        ({"above": (OPERATIONS,)}, {"above": ("F-5",)}, True),
        ({"above": (OPERATIONS,)}, {"heads": ("1998", "1997")}, False),
        ({"above": (OPERATIONS,)}, {"columns": 1}, False),
        ({}, {}, False),
    ],
)
def test_what_ends_before_its_result_goes_on_with_a_page_without_heads(
    first: dict[str, object], second: dict[str, object], one: bool
) -> None:
    assert together(table(*RESULT, start=200, **second), table(*EARNED, **first)) is one  # type: ignore[arg-type]


def test_what_is_no_statement_with_the_page_behind_it_stays_alone() -> None:
    assert not together(table("Interest expense", "Depreciation", start=200), table(*EARNED, above=(OPERATIONS,)))
