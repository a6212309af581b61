"""The steps by which a statement of changes in equity is read, each with what bounds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from converter.span import Span
from converter.statements.amounts import read_amount
from converter.statements.captions import PrintedItem
from converter.statements.equity.blocks import blocks
from converter.statements.equity.checks import makes_total, total_of, verify
from converter.statements.equity.dating import dated
from converter.statements.equity.lines import Line, Value, closing_days, day_of, is_balance
from converter.statements.equity.outside import settled
from converter.statements.equity.parts import Part, Sort
from converter.statements.equity.prices import with_prices
from converter.statements.equity.width import beside, goes_beside, parted
from converter.statements.statement import Amount, Item, Role
from converter.tables.table import Cell
from converter.terms import Period

NOWHERE = Span(0, 0)
STOCK = Part("Common stock", False, Sort.COMPONENT)
EARNINGS = Part("Retained earnings", False, Sort.COMPONENT)
TOTAL = Part("Total", False, Sort.TOTAL)


def line(caption: str, printed: str = "", day: date | None = None) -> Line:
    """A line with the printed numbers in its columns, `_` for a blank; a balance if it has a day."""
    texts = [(column, text) for column, text in enumerate(printed.split()) if text != "_"]
    values: Mapping[int, Value] = {
        column: Value(Cell(text, NOWHERE, column, 0, 0), number)
        for column, text in texts
        if (number := read_amount(text)) is not None
    }
    item = PrintedItem(caption, NOWHERE, 0, (), gap=False, rule="", heading=not values)
    return Line(item, values, balance=day is not None, day=day)


def numbers(each: Line) -> dict[int, int]:
    return {column: int(value.number.value) for column, value in each.values.items()}


END_97, END_98, END_99 = date(1997, 12, 31), date(1998, 12, 31), date(1999, 12, 31)


@pytest.mark.parametrize(
    ("caption", "balance"),
    [
        ("Balance, December 31, 1997", True),
        ("BALANCES AT BEGINNING OF YEAR", True),
        ("Ending balance", True),
        ("Stockholders' equity, January 1, 1996", True),
        ("Total shareholders' equity, ending balances", True),
        ("December 29, 1996", True),
        ("Balance sheet adjustments", False),
        ("Net income", False),
        ("Net income for the year ended December 31, 1996", False),
        ("Stockholders' equity adjustment", False),
    ],
)
def test_which_rows_are_balances(caption: str, balance: bool) -> None:
    assert is_balance(caption, 4) is balance


def test_a_bare_day_beside_a_single_cell_is_no_balance() -> None:
    assert not is_balance("December 29, 1996", 1)
    assert is_balance("December 29, 1996", 2)


def test_a_day_is_printed_in_full_or_none() -> None:
    assert day_of("Balance at December 31, 1997") == END_97
    assert day_of("Balance at December 31") is None
    assert day_of("Balance, 1997") is None


def test_the_first_day_of_a_year_is_the_evening_before() -> None:
    lines = [line("Balance, January 1, 1998", "1", date(1998, 1, 1)), line("Balance", "1", END_98)]
    assert [each.day for each in closing_days(lines)] == [END_97, END_98]


def test_where_weeks_close_periods_the_first_of_a_month_is_a_day_like_others() -> None:
    lines = [line("Balance", "1", date(2023, 4, 1)), line("Balance", "1", date(2023, 7, 8))]
    assert [each.day for each in closing_days(lines)] == [date(2023, 4, 1), date(2023, 7, 8)]


def test_a_balance_closes_a_block_and_opens_the_next() -> None:
    lines = [
        line("Balance", "10", END_97),
        line("Net income", "5"),
        line("Balance", "15", END_98),
        line("Dividends", "(1)"),
        line("Balance", "14", END_99),
    ]
    assert [block.period for block in blocks(lines)] == [
        Period(END_98, date(1998, 1, 1)),
        Period(END_99, date(1999, 1, 1)),
    ]


def test_two_balances_with_nothing_between_begin_anew() -> None:
    lines = [
        line("Balance", "10", END_98),
        line("Balance", "8", END_97),
        line("Net income", "2"),
        line("Balance", "10", END_98),
    ]
    (block,) = blocks(lines)
    assert block.opening.day == END_97


def test_a_balance_before_its_opening_begins_anew() -> None:
    lines = [line("Balance", "1", END_98), line("Net income", "2"), line("Balance", "1", END_97)]
    assert list(blocks(lines)) == []


def test_a_balance_as_adjusted_is_within_the_block() -> None:
    lines = [
        line("Balance", "10", END_97),
        line("Change in accounting", "(1)"),
        line("Balance, as adjusted", "9", END_97),
        line("Net income", "2"),
        line("Balance", "11", END_98),
    ]
    (block,) = blocks(lines)
    assert [each.caption for each in block.adjusted] == ["Balance, as adjusted"]
    assert [each.caption for each in block.movements] == ["Change in accounting", "Net income"]
    assert verify(block, (TOTAL,)).failing == frozenset()


def checked(
    *between: Line, opening: str = "10 20 30", closing: str = "11 25 36"
) -> tuple[set[int], set[int], set[int]]:
    """Subtotals, failing columns and rows of a block."""
    (block,) = blocks([line("Balance", opening, END_97), *between, line("Balance", closing, END_98)])
    found = verify(block, (STOCK, EARNINGS, TOTAL))
    return set(found.subtotals), set(found.failing), set(found.across)


def test_columns_foot_within_rounding() -> None:
    issued, income = line("Issued", "1 _ 1"), line("Net income", "_ 5 5")
    assert checked(issued, income) == (set(), set(), set())
    assert checked(issued, income, closing="14 25 40") == (set(), {0, 2}, set())


def test_totals_are_not_added_and_a_sum_is_told_by_the_excess() -> None:
    issued, income = line("Issued", "1 _ 1"), line("Net income", "_ 5 5")
    assert checked(issued, income, line("Total comprehensive income", "_ _ 5")) == ({2}, set(), set())
    assert checked(issued, income, line("Subtotal of all", "1 5 6")) == ({2}, set(), set())
    assert checked(issued, income, line("Income and issues", "1 5 6")) == ({2}, set(), set())


def test_what_is_called_a_total_and_is_none_is_added() -> None:
    issued = line("Issued", "1 _ 1")
    assert checked(issued, line("Total comprehensive income", "_ 5 5")) == (set(), set(), set())


def test_a_row_whose_components_do_not_make_its_total_is_named() -> None:
    assert checked(line("Issued", "1 _ 1"), line("Net income", "_ 5 9"))[2] == {1}


def test_a_total_alone_and_components_of_dashes_make_no_row_fail() -> None:
    parts = (STOCK, EARNINGS, TOTAL)
    assert makes_total(line("Comprehensive income", "_ _ 5"), parts)
    assert makes_total(line("Repurchases", "- - 5"), parts)
    assert makes_total(line("Net income", "_ 5 _"), parts)
    assert not makes_total(line("Net income", "1 5 9"), parts)


def test_a_total_that_is_not_printed_is_computed() -> None:
    assert total_of(line("Balance", "1 5 _"), (STOCK, EARNINGS, TOTAL)) == 6
    assert total_of(line("Balance", "1 5 7"), (STOCK, EARNINGS, TOTAL)) == 7
    assert total_of(line("Balance", "_ _ _"), (STOCK, EARNINGS, TOTAL)) is None


def sorts(parts: tuple[Part | None, ...], *printed: str) -> list[tuple[str, bool | None] | None]:
    found = settled(parts, [line("Balance", each, END_97) for each in printed])
    return [(str(part.sort), part.counts) if part is not None else None for part in found]


def test_columns_that_add_up_stay_as_their_heads_are_read() -> None:
    assert sorts((STOCK, EARNINGS, TOTAL), "1 2 3", "2 2 4") == [
        ("component", False),
        ("component", False),
        ("total", False),
    ]


def test_shares_are_counts_where_the_totals_need_it() -> None:
    doubtful = Part("Treasury shares", None, Sort.COMPONENT)
    assert sorts((STOCK, doubtful, EARNINGS, TOTAL), "1 900 2 3")[1] == ("component", True)
    assert sorts((STOCK, doubtful, EARNINGS, TOTAL), "1 900 2 903")[1] == ("component", False)


def test_a_column_that_the_totals_leave_out_is_outside() -> None:
    redeemable = Part("Redeemable stock", False, Sort.COMPONENT)
    assert sorts((redeemable, STOCK, EARNINGS, TOTAL), "50 1 2 3", "60 2 2 4")[0] == ("outside", False)


def test_a_column_that_repeats_those_before_it_is_the_parents() -> None:
    parent = Part("Acme stockholders' equity", False, Sort.COMPONENT)
    others = Part("Noncontrolling interest", False, Sort.OF_OTHERS)
    assert sorts((STOCK, EARNINGS, parent, others, TOTAL), "10 20 30 40 70")[2] == ("parent", False)


def test_what_stands_behind_the_total_is_a_memorandum() -> None:
    memo = Part("Total translation", False, Sort.TOTAL)
    early = Part("Total", False, Sort.COMPONENT)
    assert sorts((STOCK, EARNINGS, early, memo), "1 2 3 99") == [
        ("component", False),
        ("component", False),
        ("total", False),
        None,
    ]


def days(lines: list[Line], title: str = "") -> list[date | None]:
    return [each.day for each in dated(lines, title) if each.balance]


def undated(caption: str) -> Line:
    made = line(caption, "1 2")
    return Line(made.item, made.values, balance=True)


def test_a_title_dates_the_balances_in_their_order() -> None:
    lines = [
        undated("Balance, beginning"),
        undated("Balance, end"),
        undated("Balance, beginning"),
        undated("Balance, end"),
    ]
    assert days(lines, "Years ended December 31, 1998 and December 31, 1997") == [
        date(1996, 12, 31), END_97, END_97, END_98,
    ]  # fmt: skip
    assert days(lines, "Year ended December 31, 1998") == [None] * 4


def test_a_line_dates_the_balances_below_it_with_the_length_it_says() -> None:
    lines = [line("Six months ended June 30, 1998"), undated("Balance, beginning"), undated("Balance, end")]
    assert days(lines) == [END_97, date(1998, 6, 30)]
    lines = [line("Year ended March 29, 1998"), undated("Balance, beginning"), undated("Balance, end")]
    assert days(lines) == [date(1997, 3, 29), date(1998, 3, 29)]


def test_printed_days_stay() -> None:
    lines = [line("Balance", "1", END_97), line("Balance", "1", END_98)]
    assert dated(lines, "Year ended June 30, 1999") == lines


LEFT = [line("Balance", "1", END_97), line("Net income"), line("Issued", "2"), line("Balance", "3", END_98)]
RIGHT = [line("Balance", "5", END_97), line("Net income", "7"), line("Bought", "(1)"), line("Balance", "11", END_98)]


def test_a_page_with_the_same_days_goes_beside_one_without_a_total() -> None:
    assert goes_beside((STOCK,), LEFT, RIGHT)
    assert not goes_beside((TOTAL,), LEFT, RIGHT)
    assert not goes_beside((STOCK,), LEFT, RIGHT[:-1])
    assert not goes_beside((STOCK,), LEFT[:1], RIGHT[:1])


def test_rows_side_by_side_are_one() -> None:
    joined = beside(LEFT, RIGHT, 1)
    assert [(each.caption, numbers(each)) for each in joined] == [
        ("Balance", {0: 1, 1: 5}),
        ("Net income", {1: 7}),
        ("Bought", {1: -1}),
        ("Issued", {0: 2}),
        ("Balance", {0: 3, 1: 11}),
    ]
    assert not joined[1].item.heading


def test_rows_printed_again_below_are_one_more_column() -> None:
    parts, lines = parted((STOCK,), [*LEFT, line("Total"), line("equity"), *RIGHT])
    assert [part.sort for part in parts if part] == [Sort.COMPONENT, Sort.TOTAL]
    assert [numbers(each) for each in lines if each.balance] == [{0: 1, 1: 5}, {0: 3, 1: 11}]


def test_rows_printed_once_stay() -> None:
    assert parted((STOCK,), LEFT) == ((STOCK,), LEFT)


def dividend(caption: str, unit: str = "USD") -> list[Item]:
    text = f"{caption}    1,200"
    amount = Amount(
        "1,200", read_amount("1200").value, 0, 3, Period(END_98, date(1998, 1, 1)), Span(len(caption) + 4, len(text))
    )  # type: ignore[union-attr]
    item = Item(caption, unit=unit, amounts=(amount,), span=Span(0, len(caption)))  # type: ignore[arg-type]
    return with_prices([item], text)


def test_a_dividend_has_its_price_behind_it() -> None:
    host, price = dividend("Cash dividends ($.11 per share)")
    assert (price.role, price.unit, price.host) == (Role.PARENTHETICAL, "USD/shares", 0)
    assert [(amount.printed, str(amount.value), amount.decimals) for amount in price.amounts] == [(".11", "0.11", 2)]
    assert price.amounts[0].period == host.amounts[0].period
    assert price.amounts[0].span == Span(17, 20)


@pytest.mark.parametrize(
    "caption",
    [
        "Shares sold at $12.50 per share",
        "Dividends ($.11 per share on common and $.50 per preferred share)",
        "Dividends of $1,200",
        "Cash dividends",
    ],
)
def test_no_other_number_is_a_price(caption: str) -> None:
    assert len(dividend(caption)) == 1
