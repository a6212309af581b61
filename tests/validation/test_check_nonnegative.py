"""What cannot be negative."""

from __future__ import annotations

import pytest

from converter.terms import Member, Name, Period, Unit
from converter.validation.checks import nonnegative
from tests.validation.small import BEFORE, END, LAST, YEAR, Row, balance_sheet, income, messages, report, told


@pytest.mark.parametrize(("value", "is_told"), [(-1, True), (0, False), (1, False)])
def test_an_asset_is_not_less_than_nothing(value: int, is_told: bool) -> None:
    sheet = report(balance_sheet(Row("InventoryNet", {END: value}, "Inventories", decimals=0)))
    assert told(nonnegative.check, sheet) == [f"DQC_0015 Inventories {value}"] * is_told


def test_every_negative_number_of_every_such_concept_is_told() -> None:
    faulty = report(
        balance_sheet(Row("InventoryNet", {END: -5_000, BEFORE: 4_000}), Row("Goodwill", {END: 2_000, BEFORE: -3_000}))
    )
    assert told(nonnegative.check, faulty) == ["DQC_0015 InventoryNet -5,000", "DQC_0015 Goodwill -3,000"]
    assert messages(nonnegative.check, faulty)[0] == (
        "InventoryNet is -5,000, but it cannot be negative; check the printed sign, and whether the line means another "
        "concept."
    )


@pytest.mark.parametrize("concept", ["NetIncomeLoss", "RestructuringCharges", "elm:Gifts"])
def test_what_goes_two_ways_or_may_be_taken_back_or_is_the_companys_own_may_be_negative(concept: str) -> None:
    assert told(nonnegative.check, report(income(Row(concept, {YEAR: -5_000, LAST: 1_000})))) == []


def test_such_a_concept_stands_in_the_way_of_none_after_it() -> None:
    mixed = report(income(Row("NetIncomeLoss", {YEAR: -5_000}), Row("CostOfRevenue", {YEAR: -9_000})))
    assert told(nonnegative.check, mixed) == ["DQC_0015 CostOfRevenue -9,000"]


EARNINGS = (Member(Name("us-gaap", "StatementEquityComponentsAxis"), Name("us-gaap", "RetainedEarningsMember")),)
ISSUED = "StockIssuedDuringPeriodValueTreasuryStockReissued"


@pytest.mark.parametrize(
    ("whole", "is_told"),
    [({YEAR: 90}, False), ({YEAR: 0}, False), ({YEAR: -5}, True), ({LAST: 90}, True), ({}, True)],
)
def test_a_component_may_lose_what_equity_as_a_whole_gains(whole: dict[Period, int], is_told: bool) -> None:
    """Treasury shares that are issued below their cost lower retained earnings."""
    part = Row(ISSUED, {YEAR: -20}, "Shares issued", decimals=0, members=EARNINGS)
    of = report(income(Row(ISSUED, whole, "Shares issued, all", decimals=0), part))
    assert told(nonnegative.check, of, EARNINGS) == ["DQC_0015 Shares issued -20"] * is_told


OTHERS = (Member(Name("us-gaap", "StatementEquityComponentsAxis"), Name("us-gaap", "CommonStockMember")),)


@pytest.mark.parametrize(
    ("concept", "gained", "is_told"),
    [
        ("StockIssuedDuringPeriodValueConversionOfConvertibleSecurities", 20, False),
        ("StockIssuedDuringPeriodValueConversionOfConvertibleSecurities", 19, True),
        ("StockIssuedDuringPeriodSharesConversionOfConvertibleSecurities", 1, False),  # not share for share
        ("StockIssuedDuringPeriodSharesConversionOfConvertibleSecurities", 0, True),
    ],
)
def test_a_component_may_lose_what_others_get_where_no_whole_is_stated(
    concept: str, gained: int, is_told: bool
) -> None:
    """Preferred stock that is converted into common stock."""
    unit: Unit = "shares" if "Shares" in concept else "USD"
    lost = Row(concept, {YEAR: -20}, "Converted", decimals=0, members=EARNINGS, unit=unit)
    got = Row(concept, {YEAR: gained}, "Converted, common", decimals=0, members=OTHERS, unit=unit)
    of = report(income(lost, got))
    assert told(nonnegative.check, of, EARNINGS) == ["DQC_0015 Converted -20"] * is_told


def test_a_balance_of_a_component_is_made_up_for_by_no_other() -> None:
    part = Row("InventoryNet", {END: -20}, "Of the mill", decimals=0, members=EARNINGS)
    of = report(balance_sheet(Row("InventoryNet", {END: 90}, "Inventories", decimals=0), part))
    assert told(nonnegative.check, of, EARNINGS) == ["DQC_0015 Of the mill -20"]


@pytest.mark.parametrize(
    ("member", "is_told"),
    [
        ("ConsolidationEliminationsMember", False),
        ("IntersegmentEliminationMember", False),
        ("ParentCompanyMember", True),
    ],
)
def test_what_eliminations_take_off_is_negative_by_nature(member: str, is_told: bool) -> None:
    part = (Member(Name("srt", "ConsolidationItemsAxis"), Name("srt", member)),)
    of = report(balance_sheet(Row("InventoryNet", {END: -20}, "Inventories", decimals=0, members=part)))
    assert told(nonnegative.check, of, part) == ["DQC_0015 Inventories -20"] * is_told
