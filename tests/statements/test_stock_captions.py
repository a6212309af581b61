"""Captions whose numbers stand on lines of their own, and classes of stock that have no amount."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.captions import PrintedItem, join
from converter.tables.table import Cell, Row

NOWHERE = Span(0, 0)


def row(stub: str, *cells: str, gap: bool = False) -> Row:
    made = tuple(Cell(text, NOWHERE, column, 0, 0) for column, text in enumerate(cells))
    return Row(stub, NOWHERE, len(stub) - len(stub.lstrip()), made, gap=gap)


def captions(*rows: Row) -> list[str]:
    """The captions of the lines, in brackets those of headings."""
    return [f"[{item.caption}]" if item.heading else item.caption for item in join(rows)]


def only(items: list[PrintedItem], caption: str) -> PrintedItem:
    return next(item for item in items if item.caption == caption)


@pytest.mark.parametrize(
    "line",
    [
        "1994-$44.1; 1993-$40.6",
        "1994 - 44.1 and 1993 - 40.6",
        "1994: $ 44.1, in 1993: 40.6",
        "1994\N{EN DASH}44.1; 1993\N{EM DASH}40.6",
        "1994--26,104,841",
        "1994-.5; 1993-.4",
    ],
)
def test_figures_by_years_go_on_with_the_caption_above_whatever_it_ends_with(line: str) -> None:
    rows = (row("Receivables, less allowance:"), row(line, "1,665", "1,468"), row("Total assets", "1,665", "1,468"))
    assert captions(*rows) == [f"Receivables, less allowance: {line}", "Total assets"]


@pytest.mark.parametrize("line", ["1994 tax credits", "1994", "1994-1993 notes", "Notes, 1994-$44.1", "Due 1994-$4.1"])
def test_other_words_under_a_heading_are_a_caption(line: str) -> None:
    rows = (row("Receivables, less allowance:"), row(line, "1,665", "1,468"))
    assert captions(*rows) == ["[Receivables, less allowance:]", line]


def test_a_blank_line_parts_figures_from_what_stands_above() -> None:
    rows = (row("Receivables:"), row("Notes", "1", "1"), row("By year:"), row("1994-$44.1", "5", "4", gap=True))
    assert captions(*rows) == ["[Receivables:]", "Notes", "[By year:]", "1994-$44.1"]


COMMON = "Common stock ($1 par value; 500 shares authorized)"


@pytest.mark.parametrize(
    "none",
    [
        ("Preferred stock ($1 par value;", "100 shares authorized, none issued)"),
        ("Preferred stock, $1 par value; 100 shares authorized; none issued",),
        ("Preferred shares, 100 authorized, no shares issued or outstanding",),
        ("Preference stock (100 shares authorized)",),
        ("Capital stock, 100 shares authorized; none",),
    ],
)
def test_a_class_of_stock_without_an_amount_is_a_line_of_its_own(none: tuple[str, ...]) -> None:
    rows = (row("Equity"), *map(row, none), row(COMMON, "228", "229"), row("Retained earnings", "5", "4"))
    found = join(rows)
    assert captions(*rows) == ["[Equity]", " ".join(none), COMMON, "Retained earnings"]
    assert only(found, " ".join(none)).cells == ()
    assert only(found, COMMON).headings == ("Equity",)  # it does not stand under the other class


def test_the_last_class_of_stock_may_have_no_amount() -> None:
    rows = (row("Retained earnings", "5", "4"), row("Preferred stock, 100 shares authorized; none issued", gap=True))
    assert captions(*rows) == ["Retained earnings", "Preferred stock, 100 shares authorized; none issued"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Preferred stock, 100 shares authorized,", "Common stock, 500 shares authorized"),  # one amount for both
        ("Authorized: 500 shares (none of a class)", "Issued: 400 shares"),
        ("Common stock, 500 shares authorized", "Issued 400 shares"),
    ],
)
def test_counts_go_on_to_the_amount_below_them(upper: str, lower: str) -> None:
    assert captions(row("Equity"), row(upper), row(lower, "228", "229")) == ["[Equity]", f"{upper} {lower}"]


def test_a_class_of_stock_that_only_names_itself_is_a_heading() -> None:
    rows = (row("Preferred stock"), row("Series A", "1", "1"), row("Stock, none issued (100 authorized)", gap=True))
    assert captions(*rows)[0] == "[Preferred stock]"
    assert captions(*rows)[-1] == "[Stock, none issued (100 authorized)]"
