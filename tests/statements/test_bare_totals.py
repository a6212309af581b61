"""What totals are called that the print leaves without a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.statements.bare_totals import called
from converter.statements.statement import Statement
from converter.terms import Kind
from tests.mapping.builder import statement

OTHER = """
Income before other items     100   90
{heading}
  Interest expense            (8)   (7)
  Interest income             5     4
{indent}{total}                       (3)   (3)
Income before income taxes    97    87
"""


def other(heading: str = "Other income (expense):", total: str = "", indent: str = "") -> Statement:
    """A statement with a total of this caption; the builder makes rows of captions alone."""
    read = as_read(statement(Kind.INCOME, OTHER.format(heading=heading, total="Sum", indent=indent)))
    items = tuple(replace(item, caption=total) if item.caption == "Sum" else item for item in read.items)
    return replace(read, items=items)


def as_read(built: Statement) -> Statement:
    """The statement as the reader gives it: the rows under a heading know it without its colon."""
    items = (replace(item, headings=tuple(each.rstrip(": ") for each in item.headings)) for item in built.items)
    return replace(built, items=tuple(items))


@pytest.mark.parametrize("total", ["", "Total", "total:", "Totals", "Subtotal", "Sub-total", "Sub-totals"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_total_without_a_name_is_called_after_the_heading_it_closes(total: str, indent: str) -> None:
    assert called(other(total=total, indent=indent)) == {4: "Total Other income (expense)"}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Less: deductions", "Total deductions"),
        ("Add - other items", "Total other items"),
        ("Plus other items", "Total other items"),
        ("Deduct: costs", "Total costs"),
        ("Additional items", "Total Additional items"),
    ],
)
def test_words_of_what_is_done_with_a_part_are_no_name_of_it(heading: str, name: str) -> None:
    assert called(other(heading)) == {4: name}


@pytest.mark.parametrize("heading", ["Less:", "Add", "Deduct -"])
def test_such_a_word_alone_names_nothing(heading: str) -> None:
    assert called(other(heading)) == {}


def test_a_total_with_a_name_keeps_it() -> None:
    assert called(other(total="Other, net")) == {}
    assert called(other(total="Total other")) == {}


def bare(kind: Kind, text: str, *rows: int) -> dict[int, str]:
    """The names in a statement whose rows of these indexes have no caption."""
    read = as_read(statement(kind, text))
    items = tuple(replace(item, caption="") if row in rows else item for row, item in enumerate(read.items))
    return called(replace(read, items=items))


def test_a_total_of_some_rows_of_a_part_is_not_called_after_the_part() -> None:
    more_below = """
Current assets:
  Cash                         10   9
  Notes                        20   19
  Sum                          30   28
  Inventories                  40   30
Total current assets           70   58
"""
    assert bare(Kind.BALANCE_SHEET, more_below, 3) == {}
    not_from_the_top = """
Current assets:
  Cash                         10   9
  Notes                        20   19
  Bills                        40   30
  Sum                          60   49
Other                          5    5
"""
    assert bare(Kind.BALANCE_SHEET, not_from_the_top, 4) == {}
    the_name_is_anothers = """
Current assets:
  Cash                         10   9
  Notes                        20   19
  Sum                          30   28
Inventories                    40   30
Total current assets           70   58
"""
    assert bare(Kind.BALANCE_SHEET, the_name_is_anothers, 3) == {}


def test_what_a_deduction_leaves_of_a_part_may_be_called_as_the_part_is() -> None:
    """120 less 50 are net revenues; were they added, the part's name would be that of the whole."""
    text = """
Revenues:
  Sales                        100  90
  Fees                         20   19
  Sum                          120  109
Excise taxes                   50   40
Net revenues                   70   69
"""
    assert statement(Kind.INCOME, text).sums[-1].parts == ((3, 1), (4, -1))
    assert bare(Kind.INCOME, text, 3) == {3: "Total Revenues"}
    added = text.replace("70   69", "170  149")
    assert statement(Kind.INCOME, added).sums[-1].parts == ((3, 1), (4, 1))
    assert bare(Kind.INCOME, added, 3) == {}


def test_lines_of_dashes_may_be_left_out_of_a_sum() -> None:
    text = """
Equity:
  Preferred stock              -    -
  Common stock                 20   19
  Retained earnings            40   30
Sum                            60   49
Other                          5    5
"""
    assert bare(Kind.BALANCE_SHEET, text, 4) == {4: "Total Equity"}


def test_the_grand_total_is_not_called_after_its_first_part() -> None:
    text = """
Current assets:
  Cash                         10   9
  Notes                        20   19
Total current assets           30   28
Land                           40   30
Sum                            70   58
"""
    assert bare(Kind.BALANCE_SHEET, text, 5) == {}
    assert bare(Kind.BALANCE_SHEET, text, 3, 5) == {3: "Total Current assets"}


def test_of_two_totals_of_a_part_the_second_is_what_is_left_of_the_first() -> None:
    text = """
Plant:
  Land                         10   9
  Buildings                    20   19
  Gross                        30   28
  Depreciation                 (4)  (3)
  Net                          26   25
Other                          5    5
"""
    assert bare(Kind.BALANCE_SHEET, text, 3, 5) == {}


@pytest.mark.parametrize(
    "contra",
    [
        "Less accumulated depreciation",
        "Accumulated amortization",
        "Accumulated depletion",
        "Less allowances",
        "Allowance",
    ],
)
def test_what_is_left_of_a_cost_is_no_total_of_it(contra: str) -> None:
    text = f"Plant:\n  Cost  10  9\n  {contra}  (4)  (3)\nSum  6  6\nOther  5  5\n"
    assert bare(Kind.BALANCE_SHEET, text, 3) == {}
    assert bare(Kind.BALANCE_SHEET, text.replace(contra, "Accumulated deficit"), 3) == {3: "Total Plant"}


def test_the_next_total_does_not_stand_under_the_heading_however_it_is_set() -> None:
    text = """
Payables                       7    6
Equity:
  Common stock                 20   19
  Retained earnings            40   30
  Sum                          60   49
  All claims                   67   55
"""
    assert bare(Kind.BALANCE_SHEET, text, 4) == {4: "Total Equity"}
    assert bare(Kind.BALANCE_SHEET, text.replace("All claims ", "Other items"), 4) == {4: "Total Equity"}


def test_rows_that_no_heading_opens_name_nothing() -> None:
    text = """
Cash                           10   9
Notes                          20   19
Sum                            30   28
"""
    assert bare(Kind.BALANCE_SHEET, text, 2) == {}
