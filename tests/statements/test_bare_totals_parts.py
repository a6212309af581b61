"""Which lines a total without a name must add up to be called after their heading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.statements.bare_totals import called
from converter.statements.statement import Aspect, Item, Role, Statement
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside
from tests.statements.test_bare_totals import as_read, bare

BS = Kind.BALANCE_SHEET
PLANT = "Plant:\n  Land  10  9\n  {part}  20  19\nSum  30  28\nOther  5  5\n"


def plant(part: str = "Buildings", heading: str = "Plant:") -> dict[int, str]:
    return bare(BS, PLANT.format(part=part).replace("Plant:", heading), 3)


@pytest.mark.parametrize(
    "part",
    ["Unaccumulated depreciation rights", "Disallowances", "Allowanced land", "Depreciation"],
)
def test_words_that_only_hold_those_of_a_contra_are_parts(part: str) -> None:
    assert plant(part) == {3: "Total Plant"}


@pytest.mark.parametrize("heading", ["Plant less rented land:", "Useless plant:", "Surplus land:"])
def test_only_a_first_word_says_what_is_done_with_a_part(heading: str) -> None:
    assert plant(heading=heading) == {3: f"Total {heading.rstrip(':')}"}


def test_after_a_total_that_has_no_name_come_others() -> None:
    """One that has its own name, one of what is left of a cost, one of some rows of a part."""
    for first in (
        "Total current",
        "Sum",
    ):
        for contra in ("Cash", "Allowance"):
            text = f"Current:\n  Notes  40  30\n  {contra}  2  1\n{first}  42  31\n" + PLANT.format(part="Buildings")
            rows = (3, 7) if first == "Sum" else (7,)
            names = bare(BS, text, *rows)
            assert names.pop(7) == "Total Plant"
            assert names == ({3: "Total Current"} if (first, contra) == ("Sum", "Cash") else {})
    text = "Current:\n  Notes  40  30\n  Cash  2  1\n  Sum  42  31\n  Bills  7  7\n" + PLANT.format(part="Buildings")
    assert bare(BS, text, 3, 8) == {8: "Total Plant"}


def test_a_total_that_begins_with_a_named_one_may_close_the_part() -> None:
    """The first of two is not what is left of a cost if it has a name of its own."""
    text = """
Plant:
  Land                         10   9
  Buildings                    20   19
  {first}                      30   28
  Machines                     5    4
Sum                            35   32
Other                          5    5
"""
    assert bare(BS, text.format(first="Land and buildings"), 5) == {5: "Total Plant"}
    assert bare(BS, text.format(first="Sum"), 3, 5) == {}


def test_a_line_without_a_caption_is_no_total_and_may_be_the_first_of_one() -> None:
    text = "Plant:\n  Blank  10  9\n  Buildings  20  19\nSum  30  28\nOther  5  5\n"
    assert bare(BS, text, 1, 3) == {3: "Total Plant"}


def test_a_heading_without_words_names_nothing() -> None:
    assert plant(heading="::") == {}


def test_a_first_line_that_prints_an_amount_in_one_column_opens_the_part() -> None:
    text = """
Equity:
  Preferred stock              -    7
  Common stock                 20   19
  Retained earnings            40   30
Sum                            60   49
Other                          5    5
"""
    assert bare(BS, text, 4) == {}


def test_rows_under_another_heading_are_not_under_the_last() -> None:
    """`Land` stands beside the heading, as a caption that has it without amounts."""
    built = as_read(statement(BS, PLANT.format(part="Buildings")))
    items = list(built.items)
    items[3] = replace(items[3], caption="")
    for headings in ((), ("Works",), ("Plant", "Works")):
        items[1] = replace(items[1], headings=headings)
        assert called(replace(built, items=tuple(items))) == {}


def test_all_that_it_adds_up_stands_under_the_heading() -> None:
    text = "Plant:\n  Land  10  9\nBuildings  20  19\nSum  30  28\nOther  5  5\n"
    assert bare(BS, text, 3) == {}


def test_the_last_line_of_a_statement_closes_it() -> None:
    assert bare(BS, PLANT.format(part="Buildings").replace("Other  5  5\n", ""), 3) == {3: "Total Plant"}


# Numbers inside captions


def equity() -> Statement:
    """A class of stock of which none is issued, without amounts, before one with."""
    text = (
        "Equity:\nPreferred stock, none issued\n  Common stock  20  19\n  Earnings  40  30\nSum  60  49\nOther  5  5\n"
    )
    built = as_read(statement(BS, text))
    items = [replace(item, headings=("Equity",)) if at in (2, 3) else item for at, item in enumerate(built.items)]
    items[4] = replace(items[4], caption="")
    return replace(built, items=tuple(items))


def test_a_row_without_amounts_whose_caption_counts_stock_is_no_heading() -> None:
    plain = equity()
    assert called(plain) == {}, "a heading of its own, under which nothing stands"
    inside = Item(plain.items[1].caption, ("Equity",), 1, Role.PARENTHETICAL, "shares", host=1, aspect=Aspect.ISSUED)
    items = [*plain.items[:2], inside, *plain.items[2:]]
    sums = tuple(
        replace(each, total=each.total + 1, parts=tuple((part + 1, weight) for part, weight in each.parts))
        for each in plain.sums
    )
    assert called(replace(plain, items=tuple(items), sums=sums)) == {5: "Total Equity"}


def test_a_number_inside_the_last_caption_stands_below_no_total() -> None:
    read = as_read(statement(BS, PLANT.format(part="Buildings").replace("Other  5  5\n", "")))
    items = tuple(replace(item, caption="") if at == 3 else item for at, item in enumerate(read.items))
    inside = with_inside(replace(read, items=items), 2, Aspect.OTHER, "1", "USD")
    under = tuple(replace(item, headings=("Plant",)) if item.host is not None else item for item in inside.items)
    assert called(replace(inside, items=under)) == {3: "Total Plant"}


def test_a_heading_may_be_the_last_row() -> None:
    assert bare(BS, PLANT.format(part="Buildings") + "Notes:\n", 3) == {3: "Total Plant"}
