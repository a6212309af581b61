"""The headings of a statement as the tree that its presentation shows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.assembly.outline import TOP, is_remark, outline
from converter.span import Span
from converter.statements.statement import Amount, Item, Role

NOWHERE = Span(0, 0)
ONE = (Amount("1", Decimal(1), 0, 0, None, NOWHERE),)


def heading(caption: str, *under: str) -> Item:
    return Item(caption, under, role=Role.HEADING)


def line(caption: str, *under: str) -> Item:
    return Item(caption, under, amounts=ONE)


def tree(*items: Item, bare: str = "") -> list[tuple[int, str]]:
    """(depth, caption) of what is presented."""
    made = outline(items, lambda row: bool(items[row].amounts) or items[row].caption == bare)
    found = []
    for row, item in enumerate(items):
        if item.amounts or item.caption == bare or row in made.captions:
            found.append((made.depth(row), made.captions.get(row, item.caption)))
    return found


def test_lines_stand_under_their_headings_whether_or_not_a_colon_ends_these() -> None:
    assert tree(
        heading("ASSETS"),
        heading("Current assets:", "ASSETS"),
        line("Cash", "ASSETS", "Current assets"),
        line("Gold", "ASSETS"),
        heading("LIABILITIES"),
        line("Debt", "LIABILITIES"),
        line("Net worth"),
    ) == [(0, "ASSETS"), (1, "Current assets:"), (2, "Cash"), (1, "Gold"), (0, "LIABILITIES"), (1, "Debt"),
          (0, "Net worth")]  # fmt: skip


def test_a_heading_that_no_line_stands_under_is_none() -> None:
    assert tree(heading("Foreword"), line("Cash"), heading("See below", "x")) == [(0, "Cash")]


def test_a_heading_over_headings_alone_stands_where_one_of_them_has_a_line() -> None:
    assert tree(heading("A thing"), heading("Bees:", "A thing"), line("Cash", "A thing", "Bees")) == [
        (0, "A thing"),
        (1, "Bees:"),
        (2, "Cash"),
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Adjustments to reconcile net income", "to net cash provided by operations:"),
        ("ADJUSTMENTS TO RECONCILE NET INCOME", "TO NET CASH:"),
        ("Changes in assets and", "Liabilities:"),
        ("Supplemental disclosures of cash flow information", "(noncash):"),
        ("Preferred stock,", "Series A:"),
    ],
)
def test_a_heading_that_wraps_is_one(upper: str, lower: str) -> None:
    rows = (heading(upper), heading(lower, upper), line("Cash", upper, lower.rstrip(":")))
    assert tree(*rows) == [(0, f"{upper} {lower}"), (1, "Cash")]


def test_a_heading_may_wrap_twice() -> None:
    rows = (
        heading("Adjustments"),
        heading("to reconcile income", "Adjustments"),
        heading("to cash:", "Adjustments", "to reconcile income"),
        line("Loss", "Adjustments", "to reconcile income", "to cash"),
    )
    assert tree(*rows) == [(0, "Adjustments to reconcile income to cash:"), (1, "Loss")]


@pytest.mark.parametrize(("upper", "lower"), [("Assets:", "of the group"), ("Liabilities", "Current liabilities")])
def test_a_heading_below_another_is_its_own(upper: str, lower: str) -> None:
    rows = (heading(upper), heading(lower, upper.rstrip(":")), line("Cash", upper.rstrip(":"), lower))
    assert tree(*rows) == [(0, upper), (1, lower), (2, "Cash")]


def test_a_heading_apart_from_the_row_above_does_not_go_on_with_it() -> None:
    rows = (heading("Assets and"), line("Cash", "Assets and"), heading("of others", "Assets and"),
            line("Gold", "Assets and", "of others"))  # fmt: skip
    assert tree(*rows) == [(0, "Assets and"), (1, "Cash"), (1, "of others"), (2, "Gold")]


def test_lines_below_a_remark_stand_where_it_stands() -> None:
    rows = (heading("Assets"), heading("(In millions)", "Assets"), line("Cash", "Assets", "(In millions)"))
    assert tree(*rows) == [(0, "Assets"), (1, "Cash")]


def test_rows_below_a_line_without_a_number_stand_beside_it() -> None:
    rows = (
        heading("Commitments"),
        heading("Equity:", "Commitments"),
        line("Stock", "Commitments", "Equity"),
    )
    assert tree(*rows, bare="Commitments") == [(0, "Commitments"), (0, "Equity:"), (1, "Stock")]


def test_a_row_at_the_top_has_no_heading() -> None:
    assert list(outline([line("Cash")], lambda row: True).parents) == [TOP]


@pytest.mark.parametrize(
    "caption",
    [
        "(In millions)",
        "(Dollars in thousands, except per share amounts)",
        "In thousands of dollars",
        "(Thousands of dollars)",
        "(Unaudited)",
        "(Continued)",
        "See accompanying notes.",
        "See notes to consolidated financial statements",
        "The accompanying notes are an integral part of these statements.",
        "Notes to financial statements",
        "--------",
        "Page 4",
        "*",
    ],
)
def test_what_says_how_to_read_a_table_is_a_remark(caption: str) -> None:
    assert is_remark(caption)


@pytest.mark.parametrize(
    "caption",
    [
        "Assets",
        "Notes payable",
        "Per share (in thousands)",
        "Increase in inventories",
        "Investments in millions of shares of others' funds",
        "Operating activities:",
    ],
)
def test_headings_are_no_remarks(caption: str) -> None:
    assert not is_remark(caption)
