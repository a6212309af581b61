"""Shares, earnings, and what follows from both."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.report import Report
from converter.terms import Period
from converter.validation.checks import shares
from tests.validation.small import BEFORE, END, LAST, YEAR, Row, balance_sheet, income, messages, report, told

PER_SHARE, AVERAGE = "EarningsPerShareBasic", "WeightedAverageNumberOfSharesOutstandingBasic"
COUNT = "CommonStockSharesOutstanding"


def a_year(
    per_share: str, earned: int, average: int, outstanding: int | None = None, *, rounding: int = 0, of: Period = YEAR
) -> Report:
    """Earnings in the year; shares are exact."""
    rows = (
        Row("NetIncomeLoss", {of: earned}, "Net income", decimals=rounding),
        Row(PER_SHARE, {of: Decimal(per_share)}, "Per share", "USD/shares", 2),
        Row(AVERAGE, {of: average}, "Average", "shares", 0),
    )
    counts = [] if outstanding is None else [Row(COUNT, {END: outstanding}, "Outstanding", "shares", 0)]
    return report(income(*rows), balance_sheet(*counts))


# Earnings per share


@pytest.mark.parametrize(
    ("per_share", "earned", "rounding", "is_told"),
    [
        # half a cent, and a tenth of what is earned a share
        ("1.00", 100_000, 0, False),
        ("1.00", 90_500, 0, False),
        ("1.00", 90_400, 0, True),
        ("1.00", 111_600, 0, False),
        ("1.00", 111_700, 0, True),
        # income in thousands: half a cent more on 100,000 shares
        ("1.00", 90_000, -3, False),
        ("1.00", 89_900, -3, True),
        # a loss
        ("-1.00", -90_500, 0, False),
        ("-1.00", -90_400, 0, True),
        ("-1.00", -90_000, -3, False),
        ("-1.00", -89_900, -3, True),
    ],
)
def test_earnings_per_share_are_income_over_shares(per_share: str, earned: int, rounding: int, is_told: bool) -> None:
    of = a_year(per_share, earned, 100_000, rounding=rounding)
    assert told(shares.check, of) == [f"checks.per-share Per share {per_share}"] * is_told


def test_what_is_told_of_earnings() -> None:
    assert messages(shares.check, a_year("2.00", 150_000, 100_000)) == [
        "150,000 of income over 100,000 shares is 1.50, not 2.00 a share; check the three lines and their columns."
    ]


@pytest.mark.parametrize(("earned", "is_sign"), [(-100_000, True), (-90_500, True), (-90_400, False), (-111_600, True),
    (-111_700, False)])  # fmt: skip
def test_a_sign_that_would_explain_it_is_told(earned: int, is_sign: bool) -> None:
    of = a_year("1.00", earned, 100_000)
    assert told(shares.check, of) == [f"checks.per-share{'-sign' * is_sign} Per share 1.00"]
    assert ("; check the sign." in messages(shares.check, of)[0]) is is_sign


@pytest.mark.parametrize(
    ("earned", "average", "is_scale"),
    [
        (300_000_000, 1_000_000, False),
        (300_100_000, 1_000_000, True),
        (-300_100_000, 1_000_000, True),
        (1_000_000, 300_000_000, False),
        (1_000_000, 300_100_000, True),
    ],
)
def test_a_quotient_hundreds_of_times_too_large_or_small_is_a_matter_of_scale(
    earned: int, average: int, is_scale: bool
) -> None:
    of = a_year("1.00", earned, average)
    assert told(shares.check, of) == [
        f"DQC_0095 Average {average:,}" if is_scale else "checks.per-share Per share 1.00"
    ]


@pytest.mark.parametrize(("per_share", "earned", "is_scale"), [("20.00", 40_000, False), ("0.01", 4_000, True)])
def test_how_many_times_is_by_what_is_printed_a_share(per_share: str, earned: int, is_scale: bool) -> None:
    """40 and 4 are earned on each of 1,000 shares."""
    of = a_year(per_share, earned, 1_000)
    assert told(shares.check, of) == [
        "DQC_0095 Average 1,000" if is_scale else f"checks.per-share Per share {per_share}"
    ]


def test_shares_that_another_count_confirms_leave_the_income_to_be_wrong() -> None:
    assert told(shares.check, a_year("1.00", 900_000_000, 900_000, 800_000)) == ["DQC_0095 Net income 900,000,000"]
    assert told(shares.check, a_year("1.00", 900_000_000, 900_000, 0)) == ["DQC_0095 Average 900,000"], (
        "none is no count"
    )


@pytest.mark.parametrize(("per_share", "earned", "average"), [("0.00", 90_000, 1_000), ("9.00", 0, 1_000),
    ("9.00", 90_000, 0)])  # fmt: skip
def test_of_nothing_nothing_follows(per_share: str, earned: int, average: int) -> None:
    assert told(shares.check, a_year(per_share, earned, average)) == []


@pytest.mark.parametrize("gone", ["NetIncomeLoss", PER_SHARE, AVERAGE])
def test_without_one_of_the_three_of_the_period_nothing_is_told(gone: str) -> None:
    rows = {
        "NetIncomeLoss": Row("NetIncomeLoss", {YEAR: 900_000}),
        PER_SHARE: Row(PER_SHARE, {YEAR: Decimal("1.00")}, unit="USD/shares", decimals=2),
        AVERAGE: Row(AVERAGE, {YEAR: 100_000}, unit="shares", decimals=0),
    }
    assert told(shares.check, report(income(*rows.values()))) == [f"checks.per-share {PER_SHARE} 1.00"]
    of_last = Row(gone, {LAST: 7}, unit=rows[gone].unit)
    assert told(shares.check, report(income(*(rows | {gone: of_last}).values()))) == []


def test_income_of_common_stock_comes_before_that_of_all() -> None:
    common = "NetIncomeLossAvailableToCommonStockholdersBasic"
    rows = (
        Row("NetIncomeLoss", {YEAR: 900_000}),
        Row(common, {YEAR: 100_000}),
        Row(PER_SHARE, {YEAR: Decimal("1.00")}, unit="USD/shares", decimals=2),
        Row(AVERAGE, {YEAR: 100_000}, unit="shares", decimals=0),
    )
    assert told(shares.check, report(income(*rows))) == []


# Averages and counts


@pytest.mark.parametrize(
    ("average", "outstanding", "is_told"),
    [
        (1_000, 1_000, False),
        (1_000, 299_000, False),
        (1_000, 300_000, True),
        (299_000, 1_000, False),
        (300_000, 1_000, True),
    ],
)
def test_an_average_goes_with_the_shares_outstanding(average: int, outstanding: int, is_told: bool) -> None:
    of = report(
        income(Row(AVERAGE, {YEAR: average}, "Average", "shares", 0)),
        balance_sheet(Row(COUNT, {END: outstanding}, "Outstanding", "shares", 0)),
    )
    assert told(shares.check, of) == [f"DQC_0095 Average {average:,}"] * is_told


def test_an_average_that_earnings_prove_leaves_the_count_to_be_wrong_and_it_is_told_once() -> None:
    assert told(shares.check, a_year("1.00", 900_000, 900_000, 900)) == ["DQC_0095 Outstanding 900"]
    assert messages(shares.check, a_year("1.00", 900_000, 900_000, 900)) == [
        "A weighted average of 900,000 shares does not go with 900 shares outstanding; check the scale of both."
    ]
    years = {YEAR: 900_000, LAST: 900_000}
    two = report(
        income(
            Row("NetIncomeLoss", years),
            Row(PER_SHARE, {YEAR: Decimal("1.00"), LAST: Decimal("1.00")}, unit="USD/shares", decimals=2),
            Row(AVERAGE, years, "Average", "shares", 0),
        ),
        balance_sheet(Row(COUNT, {END: 900}, "Outstanding", "shares", 0)),
    )
    assert told(shares.check, two) == ["DQC_0095 Outstanding 900"]


def test_the_count_of_the_nearest_day_is_taken_and_none_that_is_nothing() -> None:
    average = income(Row(AVERAGE, {YEAR: 900_000, LAST: 900_000}, "Average", "shares", 0))

    def with_counts(end: int, before: int) -> list[str]:
        counts = Row(COUNT, {END: end, BEFORE: before}, "Outstanding", "shares", 0)
        return told(shares.check, report(average, balance_sheet(counts)))

    assert with_counts(900_000, 900_000) == []
    assert with_counts(900, 900_000) == ["DQC_0095 Average 900,000"]
    assert with_counts(900, 900) == ["DQC_0095 Average 900,000", "DQC_0095 Average 900,000"]
    assert with_counts(0, 900_000) == []
    assert with_counts(1, 900_000) == ["DQC_0095 Average 900,000"]
    assert with_counts(0, 0) == []


def test_an_average_of_nothing_hides_none_after_it() -> None:
    of = report(
        income(Row(AVERAGE, {LAST: 0, YEAR: 900_000}, "Average", "shares", 0)),
        balance_sheet(Row(COUNT, {END: 900}, unit="shares", decimals=0)),
    )
    assert told(shares.check, of) == ["DQC_0095 Average 900,000"]


# Parts and wholes


@pytest.mark.parametrize(("current", "is_told"), [(90_000, False), (91_000, False), (91_001, True), (10_000, False)])
def test_a_part_is_no_more_than_its_whole_but_for_rounding(current: int, is_told: bool) -> None:
    of = report(balance_sheet(Row("AssetsCurrent", {END: current}, "Current"), Row("Assets", {END: 90_000}, "All")))
    assert told(shares.check, of) == [f"DQC_0009 Current {current:,}"] * is_told


def test_a_part_is_held_against_the_whole_of_its_own_day() -> None:
    rows = Row("AssetsCurrent", {END: 90_000, BEFORE: 90_000}), Row("Assets", {BEFORE: 20_000})
    of = report(balance_sheet(*rows))
    assert messages(shares.check, of) == [
        "AssetsCurrent of 90,000 is more than Assets of 20,000 at 1998-12-31; check which number is which."
    ]
