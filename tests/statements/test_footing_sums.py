"""Which rows a total is taken to add up, and with which signs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.footing import find_sums
from converter.statements.statement import Amount, Item, Role
from converter.terms import Unit

NOWHERE = Span(0, 0)
Parts = tuple[tuple[int, int], ...]


def item(caption: str, figures: str, *, role: Role = Role.LINE, unit: Unit = "USD", decimals: int = 0) -> Item:
    """A row; `_` is a blank cell."""
    amounts = tuple(
        Amount(figure, Decimal(figure), decimals, column, None, NOWHERE)
        for column, figure in enumerate(figures.split())
        if figure != "_"
    )
    return Item(caption, role=role, unit=unit, amounts=amounts)


def sums(*rows: tuple[str, str] | Item) -> dict[int, Parts]:
    """By their rows, the parts of the totals that are found."""
    found, _ = find_sums([row if isinstance(row, Item) else item(*row) for row in rows])
    return {each.total: each.parts for each in found}


def plus(*rows: int) -> Parts:
    return tuple((row, 1) for row in rows)


A, B, C = ("Rent", "10 20"), ("Wages", "30 40"), ("Fees", "5 6")


def test_a_total_takes_the_last_rows_that_wait() -> None:
    assert sums(A, B, ("Total", "40 60")) == {2: plus(0, 1)}
    assert sums(C, A, B, ("Total", "40 60")) == {3: plus(1, 2)}
    assert sums(A, B, C, ("Total", "40 60")) == {}


def test_what_a_total_took_is_in_it_and_the_total_waits_in_its_place() -> None:
    assert sums(A, B, ("Total", "40 60"), C, ("All", "45 66")) == {2: plus(0, 1), 4: plus(2, 3)}
    assert sums(C, A, B, ("Total", "40 60"), ("All", "45 66")) == {3: plus(1, 2), 4: plus(0, 3)}


def test_a_row_that_only_repeats_another_is_its_total_if_it_is_called_so() -> None:
    for caption, found in (("Total", {1: plus(0)}), ("", {1: plus(0)}), ("Rents", {}), ("Income", {})):
        assert sums(A, (caption, "10 20")) == found
    assert sums(A, ("Total", "10 _")) == {1: plus(0)}
    assert sums(A, ("Total", "10 22")) == {}
    assert sums(A, ("Total", "10 0")) == {}
    assert sums(("Rent", "10 0"), ("Total", "10 0")) == {}


def test_a_total_of_nothing_is_none() -> None:
    assert sums(("Rent", "0 0"), ("Wages", "0 0"), ("Total", "0 0")) == {}
    assert sums(("Rent", "5 0"), ("Wages", "-5 0"), ("Total", "0 0")) == {}


def test_rows_without_an_amount_in_a_column_count_nothing_there() -> None:
    assert sums(("Rent", "10 _"), ("Wages", "30 40"), ("Total", "40 40")) == {2: plus(0, 1)}
    assert sums(("Rent", "10 _"), ("Wages", "30 _"), ("Total", "40 40")) == {}


@pytest.mark.parametrize(
    "row", [item("Shares", "5 6", unit="shares"), item("Inside", "5 6", role=Role.PARENTHETICAL),
            item("Heading", "5 6", role=Role.HEADING), item("Blank", "")],
)  # fmt: skip
def test_rows_of_other_kinds_are_passed_over(row: Item) -> None:
    assert sums(A, row, B, ("Total", "40 60")) == {3: plus(0, 2)}


def test_numbers_that_are_rounded_add_up_within_their_rounding() -> None:
    rows = [item("Rent", "10000", decimals=-3), item("Wages", "30000", decimals=-3)]
    assert sums(*rows, item("Total", "41000", decimals=-3)) == {2: plus(0, 1)}
    assert sums(*rows, item("Total", "42000", decimals=-3)) == {}


# Misprints


def test_a_named_total_of_three_rows_may_fail_in_one_column() -> None:
    rows = (("Rent", "10 20 30"), ("Wages", "30 40 50"), ("Fees", "5 6 7"))
    assert sums(*rows, ("Total", "45 66 99")) == {3: plus(0, 1, 2)}
    assert sums(*rows, ("Total", "45 99 99")) == {}
    assert sums(*rows, ("Sum", "45 66 99")) == {}
    assert sums(*rows[:2], ("Total", "40 60 99")) == {}
    single = (("Rent", "10"), ("Wages", "30"), ("Fees", "5"))
    assert sums(*single, ("Total", "99")) == {}
    two = (("Rent", "10 20"), ("Wages", "30 40"), ("Fees", "5 6"))
    assert sums(*two, ("Total", "45 99")) == {3: plus(0, 1, 2)}


def test_in_how_many_columns_a_sum_holds_is_told() -> None:
    found, _ = find_sums([item("Rent", "10 20 30"), item("Wages", "30 40 50"), item("Fees", "5 6 7"),
                          item("Total", "45 66 99")])  # fmt: skip
    assert [(each.holds, each.fails) for each in found] == [(2, 1)]


# Signs


@pytest.mark.parametrize(
    "caption",
    ["Total", "Totals", "Subtotal", "Sub-total", "Sub-totals", "Net", "Net things", "Gross profit", "Gross margin",
     "Income",
     "Operating income", "Loss", "Operating loss", "Earnings", "Profit", "Comprehensive income", "Cash at end",
     "Cash, ending",
     "Balance at end", "Balance, ending", "Increase", "Net increase", "Decrease", "Net decrease", ""],
)  # fmt: skip
def test_totals_and_results_subtract(caption: str) -> None:
    assert sums(("Sales", "100 90"), ("Costs", "60 50"), (caption, "40 40")) == {2: ((0, 1), (1, -1))}


@pytest.mark.parametrize(
    "caption",
    ["Things", "Totally", "Internet", "Gross things", "Incomes", "My income", "Cash at hand", "My balance at end"],
)
def test_other_rows_do_not(caption: str) -> None:
    assert sums(("Sales", "100 90"), ("Costs", "60 50"), (caption, "40 40")) == {}


def test_the_first_of_up_to_nine_rows_less_all_others() -> None:
    for number, found in ((9, True), (10, False)):
        costs = [(f"Cost {at}", f"{2**at} {3**at}") for at in range(number - 1)]
        left = f"{9_000 - 2 ** (number - 1) + 1} {90_000 - (3 ** (number - 1) - 1) // 2}"
        signs = ((0, 1), *((at, -1) for at in range(1, number)))
        assert sums(("Sales", "9000 90000"), *costs, ("Income", left)) == ({number: signs} if found else {})


def test_up_to_six_rows_with_any_signs() -> None:
    for number, found in ((6, True), (7, False)):
        rows = [(f"Row {at}", f"{2**at} {3**at}") for at in range(1, number - 1)]
        values = [(100, 900), *((2**at, 3**at) for at in range(1, number - 1)), (1_000, 7_000)]
        signs = [1, 1, *[-1] * (number - 3), 1]
        left = " ".join(str(sum(sign * value[column] for sign, value in zip(signs, values, strict=True)))
                        for column in range(2))  # fmt: skip
        total = sums(("Sales", "100 900"), *rows, ("Gains", "1000 7000"), ("Income", left))
        assert total == ({number: tuple(enumerate(signs))} if found else {})


def test_a_result_with_signs_must_hold_in_all_columns() -> None:
    rows = (("Sales", "100 90 80"), ("Costs", "60 50 40"), ("Taxes", "10 10 10"))
    assert sums(*rows, ("Income", "30 30 30")) == {3: ((0, 1), (1, -1), (2, -1))}
    assert sums(*rows, ("Total", "30 30 39")) == {}


def test_a_total_of_a_single_column_needs_no_other_to_agree() -> None:
    assert sums(("Rent", "10"), ("Total", "10")) == {1: plus(0)}
    assert sums(("Rent", "10"), ("Wages", "30"), ("Sum", "40")) == {2: plus(0, 1)}


def test_what_holds_in_all_columns_comes_before_what_fails_in_one() -> None:
    rows = (("Fees", "5 9"), ("Rent", "10 20"), ("Wages", "30 40"), ("Fuel", "0 1"), ("Coal", "2 2"), ("Peat", "1 1"))
    # The last five make 43 in the first column; with the fees all six make the second, too, of another total.
    assert sums(*rows, ("Total", "43 99")) == {6: plus(1, 2, 3, 4, 5)}
    assert sums(*rows, ("Total", "48 73")) == {6: plus(0, 1, 2, 3, 4, 5)}
    assert sums(("Sales", "60 90"), ("Rent", "9 20"), ("Fuel", "8 9"), ("Total", "43 61")) == {
        3: ((0, 1), (1, -1), (2, -1))
    }


def test_a_misprinted_total_reaches_up_no_farther_than_the_heading_of_its_name() -> None:
    above, rows = [("Fees", "5 9"), ("Gifts", "2 1")], [("Rent", "10 20"), ("Wages", "30 40"), ("Fuel", "1 1")]
    heading = item("Costs:", "", role=Role.HEADING)
    total = ("Total costs", "48 99")
    assert sums(*above, *rows, total) == {5: plus(0, 1, 2, 3, 4)}
    assert sums(*above, heading, *rows, total) == {}
    assert sums(*above, heading, *rows, ("Total costs", "41 99")) == {6: plus(3, 4, 5)}
    assert sums(*above, heading, *rows, ("Total costs", "48 71")) == {6: plus(0, 1, 3, 4, 5)}  # in all columns


def test_of_two_rows_no_total_is_misprinted() -> None:
    assert sums(("Rent", "10 20"), ("Wages", "30 40"), ("Total", "40 99")) == {}
    assert sums(("Rent", "10 20"), ("Wages", "30 40"), ("Fuel", "1 1"), ("Total", "41 99")) == {3: plus(0, 1, 2)}


def test_at_most_45_rows_make_a_total() -> None:
    for number, found in ((45, True), (46, False)):
        rows = [(f"Row {at}", f"{at * at + 1000} {at + 7000}") for at in range(number)]
        whole = " ".join(str(sum(int(figures.split()[column]) for _, figures in rows)) for column in range(2))
        assert (number in sums(*rows, ("Total", whole))) is found


# What the print calls totals


@pytest.mark.parametrize(
    ("caption", "called"),
    [
        *((caption, True) for caption in (
            "Total", "totals", "Subtotal", "Sub-totals", "Net cash provided by it", "Net cash used",
            "Net cash flows used",
            "Net cash flow from it", "Net cash (used in) it", "Increase in cash", "Net decrease in cash",
            "Net (decrease) in cash", "(Decrease) in cash", "")),
        *((caption, False) for caption in (
            "Totally", "Net income", "Income", "Net cash", "My net cash used", "Increase in debt",
            "Increase in cashews",
            "My increase in cash")),
    ],
)  # fmt: skip
def test_what_is_called_a_total(caption: str, called: bool) -> None:
    _, totals = find_sums([item("Rent", "10 20"), item(caption, "51 71")])
    assert totals == ((1,) if called else ())


def test_a_first_line_that_is_blank_in_one_column_belongs_to_the_total_that_it_makes_in_the_other() -> None:
    rows = (("Leases drawn", "0 44"), ("Leases paid", "-7 -8"), ("Stock sold", "34 2"), ("Net cash provided", "27 38"))
    assert sums(*rows) == {3: plus(0, 1, 2)}


def test_a_total_that_is_misprinted_in_one_column_still_has_the_fewest_lines_that_make_it() -> None:
    rows = (("Wood", "1 1"), ("Rent", "10 20"), ("Wages", "30 40"), ("Fees", "5 6"), ("Total costs", "45 67"))
    assert sums(*rows) == {4: plus(1, 2, 3)}


def under(caption: str, figures: str, *headings: str) -> Item:
    return replace(item(caption, figures), headings=headings)


def test_lines_of_zeros_above_the_parts_of_a_total_belong_to_it() -> None:
    rows = [
        under("Revenue", "9 9"),
        under("Grants", "0 0", "Costs"),
        under("Gifts", "0 0", "Costs"),
        under("Rent", "10 20", "Costs"),
        under("Wages", "30 40", "Costs"),
        under("Total costs", "40 60", "Costs"),
    ]
    assert sums(*rows) == {5: plus(1, 2, 3, 4)}


@pytest.mark.parametrize(("figures", "heading"), [("0 0", "Income"), ("0 1", "Costs")])
def test_lines_of_another_heading_or_with_figures_do_not(figures: str, heading: str) -> None:
    rows = [
        under("Grants", figures, heading),
        under("Rent", "10 20", "Costs"),
        under("Wages", "30 40", "Costs"),
        under("Total costs", "40 60", "Costs"),
    ]
    assert sums(*rows) == {3: plus(1, 2)}
