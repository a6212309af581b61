"""Which rows are totals, and what is told of one that fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.terms import Kind
from converter.validation.checks import sums
from tests.validation.columns import of, row, said, sheet, told_sums, values
from tests.validation.small import Row, report, told

LAND, MILLS = ("Land", 400, 300), ("Mills", 200, 100)
TOTAL = "Total land and mills"

# Totals by their captions


def is_total(caption: str, concept: str = "elm:Line") -> bool:
    """Whether a row is told whose lines add up in one period and not in the other."""
    return told_sums(LAND, MILLS, of(concept, (caption, 600, 450))) == [f"{caption} 450,000"]


@pytest.mark.parametrize(
    "caption",
    [
        "Total", "TOTAL LAND", "Totals", "Subtotal", "Sub-total", "Sub-totals of land",
        "Net cash used", "Net income", "Net loss", "Net earnings", "Net revenue", "Net revenues", "Net sales",
        "Net increase", "Net decrease", "Net change in cash", "Gross profit", "Comprehensive loss",
        "Operating income", "Operating loss", "Operating earnings", "Operating profit", "Income before taxes",
        "Loss of the year", "Earnings", "Profit", "Cash flows provided by operations", "Cash used by all",
        "Cash from operations", "Cash of investments", "Cash for financing",
    ],
)  # fmt: skip
def test_captions_of_totals(caption: str) -> None:
    assert is_total(caption)


@pytest.mark.parametrize(
    "caption",
    [
        "Totally other", "Grand total", "Land", "Subtotals2", "Net incomes", "Net salesmen", "Grossly overdue",
        "Profitable land", "Incomes", "Lossless", "Net of taxes", "Cash", "Cash at end", "Other income", "Earningses",
    ],
)  # fmt: skip
def test_captions_that_are_none(caption: str) -> None:
    assert not is_total(caption)


def test_a_result_is_a_total_if_the_concept_can_be_one() -> None:
    assert is_total("Gross profit", "GrossProfit")
    assert not is_total("Gross land", "Land"), "nothing adds up to land"
    assert is_total("Total land", "Land"), "but a row that is called a total is one"


# Rows that are no lines


@pytest.mark.parametrize(
    "how", [{"parenthetical": True}, {"abstract": True}, {"unit": "shares"}, {"unit": "USD/shares"}]
)
def test_what_is_no_line_of_money_is_not_added(how: dict) -> None:
    other = Row("elm:Other", values(70, 60), "Other", **how)
    assert told_sums(LAND, other, MILLS, (TOTAL, 600, 400)) == []
    assert told_sums(LAND, row(("Other", 70, 60)), MILLS, (TOTAL, 600, 400)) == [f"{TOTAL} 600,000"]


def test_statements_of_equity_are_not_added_and_those_behind_them_are() -> None:
    lines = LAND, MILLS, (TOTAL, 650, 400)
    assert told_sums(*lines, kind=Kind.EQUITY) == []
    both = report(sheet(*lines, kind=Kind.EQUITY), sheet(("Woods", 40, 90), ("Wells", 70, 80), ("Total", 130, 170)))
    assert told(sums.check, both) == ["DQC_0118 Total 130,000"]


def test_lines_of_one_statement_are_not_added_to_those_of_another() -> None:
    both = report(sheet(LAND, kind=Kind.INCOME), sheet(MILLS, ("Total", 600, 400)))
    assert told(sums.check, both) == []


# Totals that the taxonomy knows

RAW, WORK, GOODS = "InventoryRawMaterials", "InventoryWorkInProcess", "InventoryFinishedGoods"


def stock(total: str, parts: tuple[str, ...] = (RAW, WORK, GOODS), *amounts: int) -> list[str]:
    """What is told of parts and the whole that they make in one period, under captions that say nothing."""
    lines = [of(part, (f"Stock {at}", 4_000, 300, 200)) for at, part in enumerate(parts)]
    return told_sums(*lines, of(total, ("Stock", *amounts)))


def test_a_row_is_a_total_if_the_taxonomy_adds_up_the_same() -> None:
    assert stock("InventoryNet", (RAW, WORK, GOODS), 12_000, 950) == ["Stock 950,000"]
    assert stock("InventoryNet", (RAW, "Land", GOODS), 12_000, 950) == []
    assert stock("elm:Stock", (RAW, WORK, GOODS), 12_000, 950) == []
    assert stock("InventoryNetOfAllowancesCustomerAdvancesAndProgressBillings", (RAW, WORK, GOODS), 12_000, 950) == []


def test_such_a_row_fails_in_no_more_periods_than_it_holds_in() -> None:
    assert stock("InventoryNet", (RAW, WORK, GOODS), 12_000, 900, 650) == ["Stock 650,000"]
    assert stock("InventoryNet", (RAW, WORK, GOODS), 12_000, 950, 650) == []


def test_a_row_without_a_name_that_adds_up_in_all_periods_takes_its_lines() -> None:
    lines = (("Cash", 90, 80), LAND, MILLS, ("Estate", 600, 400))
    assert told_sums(*lines, ("Total", 690, 480)) == []
    assert told_sums(*lines, ("Total", 1_290, 880)) == ["Total 1,290,000"]


# Failures that follow from others


@pytest.mark.parametrize(
    ("total", "is_told"), [(630, False), (628.5, False), (628.499, True), (631.5, False), (631.501, True), (780, True)]
)
def test_a_total_that_fails_by_what_its_part_fails_by_is_told_there(total: float, is_told: bool) -> None:
    """650 in place of 600; the next total has the 600."""
    lines = LAND, MILLS, (TOTAL, 650, 400), ("Wells", 30, 40), ("Total", total, 440)
    assert told_sums(*lines) == [f"{TOTAL} 650,000"] + [f"Total {round(total * 1000):,}"] * is_told


def test_so_does_one_that_subtracts_it() -> None:
    costs = (
        of("CostOfGoodsSold", ("Wages", 400, 300)),
        of("CostOfServices", ("Rents", 200, 100)),
        of("CostOfRevenue", ("Total costs", 650, 400)),
    )
    sales, profit = of("Revenues", ("Sales", 900, 800)), ("Gross profit", 300, 400)
    assert told_sums(sales, *costs, of("GrossProfit", profit), kind=Kind.INCOME) == ["Total costs 650,000"]
    profit = ("Gross profit", 200, 400)
    assert told_sums(sales, *costs, of("GrossProfit", profit), kind=Kind.INCOME) == [
        "Total costs 650,000",
        "Gross profit 200,000",
    ]


def test_a_failure_of_another_period_explains_nothing() -> None:
    lines = LAND, MILLS, (TOTAL, 650, 400), ("Wells", 50, 40), ("Total", 700, 390)
    assert told_sums(*lines) == [f"{TOTAL} 650,000", "Total 390,000"]


# What would explain it


def test_what_is_told_of_a_total() -> None:
    assert said(LAND, MILLS, (TOTAL, 650, 400)) == [
        f"The lines above add up to 600,000, not to 650,000 ({TOTAL}, 1999-12-31); check the digits of these lines, "
        "and whether one was left out."
    ]


def advice(*lines: tuple | Row) -> tuple[str, str]:
    """The place that is told, and what to do."""
    (at,), (message,) = told_sums(*lines), said(*lines)
    return at, message.partition("; ")[2]


@pytest.mark.parametrize(("total", "is_sign"), [(-600, True), (-601.5, True), (-598.5, True), (-601.501, False),
    (-598.499, False)])  # fmt: skip
def test_the_sign_of_the_total(total: float, is_sign: bool) -> None:
    at, do = advice(LAND, MILLS, (TOTAL, total, 400))
    assert at == f"{TOTAL} {round(total * 1000):,}"
    assert (do == "check its sign.") is is_sign


@pytest.mark.parametrize(("land", "is_sign"), [(-400, True), (-401.5, True), (-398.5, True), (-401.501, False),
    (-398.499, False)])  # fmt: skip
def test_the_sign_of_a_part(land: float, is_sign: bool) -> None:
    printed = f"{round(land * 1000):,}"
    at, do = advice(("Land", land, 300), MILLS, (TOTAL, 600, 400))
    assert (at == f"Land {printed}") is is_sign
    assert (do == f"the sign of {printed} (Land) would explain it.") is is_sign


def test_the_sign_of_a_part_that_is_subtracted() -> None:
    lines = (
        of("Revenues", ("Sales", 900, 800)),
        of("CostOfRevenue", ("Costs", -500, 500)),
        of("GrossProfit", ("Gross profit", 400, 300)),
    )
    assert told_sums(*lines, kind=Kind.INCOME) == ["Costs -500,000"]
    assert "the sign of -500,000 (Costs)" in said(*lines, kind=Kind.INCOME)[0]


@pytest.mark.parametrize("factor", [1_000, 1_000_000, 0.001, 0.000001])
def test_the_scale_of_a_part(factor: float) -> None:
    land, mills, total = ("Land", 400_000 / factor, 300_000), ("Mills", 200_000, 100_000), (TOTAL, 600_000, 400_000)
    at, do = advice(*(replace(row(each), decimals=0) for each in (land, mills, total)))
    printed = f"{round(400_000_000 / factor):,}"
    assert at == f"Land {printed}"
    assert do == f"the scale of {printed} (Land) would explain it."


@pytest.mark.parametrize(("land", "is_scale"), [(0.4, True), (0.41, False), (0.04, False), (4, False)])
def test_a_scale_is_a_thousand_or_a_million(land: float, is_scale: bool) -> None:
    _, do = advice(("Land", land, 300), MILLS, (TOTAL, 600, 400))
    assert ("scale" in do) is is_scale


def test_where_two_signs_would_explain_it_the_total_is_told() -> None:
    lines = ("Land", -300, 200), ("Mills", -300, 100), ("Woods", 1_000, 90), (TOTAL, 1_000, 390)
    at, do = advice(*lines)
    assert at == f"{TOTAL} 1,000,000"
    assert do.startswith("check the digits")


def test_a_part_that_is_blank_in_the_period_explains_nothing() -> None:
    lines = LAND, ("Wells", None, 50), MILLS, (TOTAL, 650, 450)
    assert advice(*lines)[0] == f"{TOTAL} 650,000"


# Totals that nothing adds up to


def test_a_total_that_no_lines_give_is_told_at_its_first_number() -> None:
    lines = LAND, MILLS, (TOTAL, 777, 888)
    assert told_sums(*lines) == [f"{TOTAL} 777,000"]
    assert said(*lines) == [
        f"No lines above add up to 777,000 ({TOTAL}) in any period; check whether one was left out or misread."
    ]


def test_it_takes_two_lines_and_a_name_and_is_told_once() -> None:
    assert told_sums(LAND, (TOTAL, 777, 888)) == []
    assert told_sums(LAND, MILLS, ("Gross land", 777, 888)) == []
    assert told_sums(LAND, MILLS, (TOTAL, 777, 888), ("Wells", 50, 40), ("Total", 999, 111)) == [f"{TOTAL} 777,000"]


def test_it_hides_no_failure_behind_it() -> None:
    lines = LAND, MILLS, (TOTAL, 777, 888), ("Woods", 500, 600), ("Wells", 50, 40), ("Total", 550, 690)
    assert told_sums(*lines) == [f"{TOTAL} 777,000", "Total 690,000"]


def test_each_statement_may_tell_one() -> None:
    lines = LAND, MILLS, (TOTAL, 777, 888)
    assert told(sums.check, report(sheet(*lines), sheet(*lines, kind=Kind.INCOME))) != []
    other = ("Woods", 4, 3), ("Wells", 2, 1), ("Total", 77, 88)
    both = report(sheet(*lines), sheet(*other, kind=Kind.INCOME))
    assert told(sums.check, both) == [f"DQC_0118 {TOTAL} 777,000", "DQC_0118 Total 77,000"]
