"""Which lines above a total are held against it."""

from __future__ import annotations

import pytest

from converter.report import Extension
from converter.terms import Kind, Name
from converter.validation.checks import sums
from tests.validation.columns import Printed, of, said, sheet, told_sums
from tests.validation.small import report, told

LAND, MILLS = ("Land", 400, 300), ("Mills", 200, 100)
TOTAL = "Total land and mills"


def added_up(message: str) -> str:
    return message.partition(" add up to ")[2].partition(",000, not")[0]


# Rounding


@pytest.mark.parametrize(("total", "fails"), [(600, False), (601.5, False), (598.5, False), (601.501, True),
    (598.499, True)])  # fmt: skip
def test_three_numbers_in_thousands_may_be_1500_off(total: float, fails: bool) -> None:
    assert told_sums(LAND, MILLS, (TOTAL, total, 400)) == [f"{TOTAL} {round(total * 1000):,}"] * fails


@pytest.mark.parametrize("total", [601.5, 598.5])
def test_a_period_that_holds_but_for_rounding_shows_that_another_fails(total: float) -> None:
    assert told_sums(LAND, MILLS, (TOTAL, total, 450)) == [f"{TOTAL} 450,000"]


def test_each_period_that_fails_is_told_where_as_many_hold() -> None:
    land, mills = ("Land", 400, 300, 500), ("Mills", 200, 100, 150)
    assert told_sums(land, mills, (TOTAL, 650, 400, 650)) == [f"{TOTAL} 650,000"]
    assert told_sums(land, mills, ("Gross land", 650, 400, 666)) == [], "of three, one does not show that two fail"


def test_a_line_that_is_blank_in_a_period_adds_nothing_there() -> None:
    assert told_sums(LAND, MILLS, ("Wells", None, 70), (TOTAL, 600, 470)) == []
    assert told_sums(LAND, MILLS, ("Wells", None, 70), (TOTAL, 600, 550)) == [f"{TOTAL} 550,000"]


# Chance


@pytest.mark.parametrize(("total", "is_told"), [(75, False), (76, True)])
def test_one_period_holds_by_chance_where_the_total_is_but_fifty_times_its_rounding(total: int, is_told: bool) -> None:
    lines = ("Land", total - 35, 10), ("Mills", 35, 5), ("Gross land", total, 60)
    assert told_sums(*lines) == ["Gross land 60,000"] * is_told


@pytest.mark.parametrize(("land", "is_told"), [(0, False), (100, True)])
def test_a_total_of_one_figure_and_of_nothing_holds_by_chance(land: int, is_told: bool) -> None:
    lines = ("Land", land, 10), ("Mills", 400, 5), ("Gross land", 400 + land, 60)
    assert told_sums(*lines) == ["Gross land 60,000"] * is_told


def test_one_period_that_is_no_chance_vouches_for_another_of_few_digits() -> None:
    assert told_sums(("Land", 400, 4, 300), ("Mills", 200, 2, 100), ("Gross land", 600, 6, 450)) == [
        "Gross land 450,000"
    ]


@pytest.mark.parametrize(("land", "is_told"), [(4_000, False), (4_001, True)])
def test_four_digits_that_meet_in_one_period_show_that_more_of_the_others_fail(land: int, is_told: bool) -> None:
    """Three numbers in thousands: 5,000 times 1,500."""
    lines = ("Land", land, 10, 7), ("Mills", 3_500, 5, 8), ("Gross land", land + 3_500, 60, 80)
    assert told_sums(*lines) == ["Gross land 60,000", "Gross land 80,000"] * is_told


def test_four_digits_of_one_figure_show_nothing() -> None:
    assert told_sums(("Land", 0, 10, 7), ("Mills", 7_900, 5, 8), ("Gross land", 7_900, 60, 80)) == []


def test_a_negative_total_has_as_many_digits() -> None:
    assert told_sums(("Land", -400, 10), ("Mills", -200, 5), ("Gross land", -600, 60)) == ["Gross land 60,000"]
    assert told_sums(("Land", -4_001, 1, 2), ("Mills", -3_500, 3, 4), ("Gross land", -7_501, 60, 80)) == [
        "Gross land 60,000",
        "Gross land 80,000",
    ]


# Which run of lines


def test_of_several_runs_it_is_the_one_that_leaves_least() -> None:
    """A thousand is lost in the rounding of three numbers, and is the total's or not."""
    tips, land, mills = ("Tips", 1, 1), ("Land", 500, 500), ("Mills", 300, 200)
    assert [added_up(each) for each in said(tips, land, mills, (TOTAL, 801, 901))] == ["701"]
    assert [added_up(each) for each in said(tips, land, mills, (TOTAL, 800, 901))] == ["700"]
    assert [added_up(each) for each in said(("Tips", 0, 1), land, mills, (TOTAL, 800, 901))] == ["700"], "the shortest"


def test_a_run_that_holds_in_more_periods_comes_before_one_that_leaves_less() -> None:
    assert told_sums(("Tips", 1, 100), ("Land", 500, 500), ("Mills", 300, 200), (TOTAL, 800, 800)) == []
    assert told_sums(("Tips", -1, 100), ("Land", 500, 500), ("Mills", 300, 200), (TOTAL, 800, 800)) == []


def test_lines_that_a_total_took_are_not_added_again() -> None:
    lines = (LAND, MILLS, (TOTAL, 600, 400), ("Wells", 50, 40))
    assert told_sums(*lines, ("Total", 650, 440)) == []
    assert told_sums(*lines, ("Total", 1_250, 840)) == ["Total 1,250,000"]


def test_a_total_takes_only_the_lines_it_is_of() -> None:
    lines = (("Cash", 90, 80), LAND, MILLS, (TOTAL, 600, 400))
    assert told_sums(*lines, ("Total", 690, 480)) == []


def test_a_total_of_a_single_line_takes_it() -> None:
    first, other = ("Cash", 90, 80), ("Land", 400, 300)
    assert told_sums(first, other, ("Total land", 400, 300), ("Total", 490, 380)) == []
    assert told_sums(first, other, ("Land again", 400, 300), ("Total", 490, 380)) == ["Total 490,000"], "no total"
    assert told_sums(first, other, ("Total land", 400, 310), ("Total", 490, 390)) == ["Total land 400,000"]


@pytest.mark.parametrize(("lines", "is_told"), [(45, False), (46, True)])
def test_no_more_than_45_lines_are_tried(lines: int, is_told: bool) -> None:
    parts: list[Printed] = [(f"Lot {at}", 100, 200) for at in range(lines)]
    assert told_sums(*parts, ("Total", 100 * lines, 200 * lines)) == [f"Total {lines * 100_000:,}"] * is_told
    failing = *parts, ("Gross", 100 * lines, 7)
    assert told_sums(*failing) == ["Gross 7,000"] * (not is_told)


# What is added and what is subtracted

SALES, COST, PROFIT = "Revenues", "CostOfRevenue", "GrossProfit"


def test_costs_that_are_printed_as_plain_numbers_are_subtracted_but_not_in_cash_flows() -> None:
    lines = of(SALES, ("Sales", 900, 800)), of(COST, ("Costs", 500, 500)), of(PROFIT, ("Total", 400, 300))
    assert told_sums(*lines, kind=Kind.INCOME) == []
    assert told_sums(*lines, kind=Kind.CASH_FLOW) == ["Total 400,000"]


def test_lines_of_either_balance_may_be_printed_with_their_signs() -> None:
    for kind in (Kind.INCOME, Kind.CASH_FLOW):
        costs = of(COST, ("Costs", 500, 500), label_role="negated")
        assert told_sums(of(SALES, ("Sales", 900, 800)), costs, of(PROFIT, ("Total", 400, 300)), kind=kind) == []
        both = of(SALES, ("Sales", 900, 800)), of(COST, ("Costs", 500, 500)), of(PROFIT, ("Total", 1_400, 1_300))
        assert told_sums(*both, kind=kind) == []


def test_a_line_without_a_balance_counts_as_it_is_printed() -> None:
    negated = of("elm:Tolls", ("Tolls", 500, 500), label_role="negated")
    for total in (PROFIT, "elm:Total"):
        assert (
            told_sums(of(SALES, ("Sales", 900, 800)), negated, of(total, ("Total", 400, 300)), kind=Kind.INCOME) == []
        )
    plain = of(COST, ("Costs", 500, 500))
    assert told_sums(("Sales", 900, 800), plain, of(PROFIT, ("Total", 400, 300)), kind=Kind.INCOME) == []
    assert told_sums(of(SALES, ("Sales", 900, 800)), plain, ("Total", 400, 300), kind=Kind.INCOME) != []


@pytest.mark.parametrize("role", ["negated", "negatedTotal", "negatedTerse"])
def test_a_total_may_be_printed_the_other_way_round_too(role: str) -> None:
    lines = [of(f"elm:{each}", (each, *amounts), label_role=role)
             for each, *amounts in (LAND, MILLS, ("Total", 600, 400))]  # fmt: skip
    assert told_sums(*lines) == []
    assert told_sums(*lines[:2], ("Total", -600, -400)) == []
    assert told_sums(*lines[:2], ("Total", 600, 400)) == ["Total 600,000"]


@pytest.mark.parametrize(("balance", "is_told"), [("debit", False), ("credit", True)])
def test_an_own_concept_has_the_balance_that_the_company_gives_it(balance: str, is_told: bool) -> None:
    tolls = Extension(Name("elm", "Tolls"), "xbrli:monetaryItemType", "duration", balance, "Tolls")  # type: ignore[arg-type]
    lines = of(SALES, ("Sales", 900, 800)), ("Tolls", 500, 500), of(PROFIT, ("Total", 400, 300))
    made = report(sheet(*lines, kind=Kind.INCOME), extensions=[tolls])
    assert told(sums.check, made) == ["DQC_0118 Total 400,000"] * is_told


def test_what_holds_in_each_of_several_periods_is_a_sum_however_small() -> None:
    assert told_sums(("Land", 40, 30), ("Mills", 20, 10), (TOTAL, 60, 40)) == []
    assert told_sums(("Land", 40), ("Mills", 20), (TOTAL, 60)) == [f"{TOTAL} 60,000"], "once may be chance"
