"""What columns say of time, against what their figures say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from converter.report import Report
from converter.terms import Member, Name, Period
from converter.validation.checks import periods
from tests.validation.small import (
    BEFORE,
    END,
    LAST,
    Q1,
    Q2,
    Q3,
    Q4,
    YEAR,
    Row,
    balance_sheet,
    income,
    messages,
    report,
    told,
)

PART = (Member(Name("us-gaap", "StatementClassOfStockAxis"), Name("us-gaap", "CommonClassAMember")),)


def of_code(code: str, of: Report) -> list[str]:
    return [each.removeprefix(f"{code} ") for each in told(periods.check, of) if each.startswith(code)]


# The period of the report


def test_some_figure_is_of_the_day_that_the_report_is_of() -> None:
    assert told(periods.check, report(income(Row("Revenues", {YEAR: 9_000})))) == []
    assert told(periods.check, report(income(Row("Revenues", {LAST: 9_000})))) == ["EFM.6.05.19"]
    assert told(periods.check, report(income(Row("elm:Gifts", {LAST: 9_000})))) == [], "without figures none is asked"


def test_a_part_need_have_none_of_that_day() -> None:
    of = report(income(Row("Revenues", {LAST: 9_000}, members=PART)))
    assert told(periods.check, of, PART) == []


@pytest.mark.parametrize("members", [(), PART])
def test_nothing_is_dated_after_the_report(members: tuple[Member, ...]) -> None:
    later = Period(date(2000, 6, 30))
    rows = Row("Cash", {END: 5_000, later: 4_000}, members=members), Row("Goodwill", {later: 3_000}, members=members)
    assert told(periods.check, report(balance_sheet(*rows)), members) == ["DQC_0005 Cash 4,000"], "once for a day"


def test_each_day_after_the_report_is_told_and_what_is_not_printed_is_not() -> None:
    june, july = Period(date(2000, 6, 30)), Period(date(2000, 7, 31))
    of = report(balance_sheet(Row("Cash", {END: 5_000, june: 4_000, july: 3_000})))
    assert of_code("DQC_0005", of) == ["Cash 4,000", "Cash 3,000"]
    unprinted = replace(of, facts=tuple(replace(fact, sources=()) for fact in of.facts))
    assert of_code("DQC_0005", unprinted) == []


def test_days_that_follow_each_other_are_one_misdated() -> None:
    def apart(days: int) -> list[str]:
        other = Period(END.end - timedelta(days))
        return of_code("EFM.6.05.09", report(balance_sheet(Row("Cash", {other: 4_000}), Row("Goodwill", {END: 5_000}))))

    assert apart(1) == ["Goodwill 5,000"]
    assert apart(2) == []


def test_days_are_told_in_their_order_at_their_first_figures() -> None:
    days = [Period(END.end - timedelta(days)) for days in (0, 1, 2)]
    rows = Row("Cash", dict(zip(days, (3_000, 2_000, 1_000), strict=True))), Row("Goodwill", {days[0]: 7_000})
    assert of_code("EFM.6.05.09", report(balance_sheet(*rows))) == ["Cash 2,000", "Cash 3,000"]


# Parts of a year


def quarters(concept: str, year: int, unit: str = "USD") -> Row:
    values = {Q1: 10_000, Q2: 20_000, Q3: 30_000, Q4: 40_000, YEAR: year}
    return Row(concept, values, "Line", unit=unit)


@pytest.mark.parametrize(("year", "is_told"), [(100_000, False), (105_000, False), (95_000, False), (105_001, True),
    (94_999, True)])  # fmt: skip
def test_quarters_add_up_to_the_year_but_for_twice_their_rounding(year: int, is_told: bool) -> None:
    """Five numbers in thousands; each quarter was rounded on its own, and the year to suit."""
    of = report(income(quarters("Revenues", year)))
    assert told(periods.check, of) == [f"DQC_0084 Line {year:,}"] * is_told


def test_what_is_told_of_quarters() -> None:
    assert messages(periods.check, report(income(quarters("Revenues", 150_000)))) == [
        "Revenues is 150,000 from 1999-01-01 to 1999-12-31, but its parts of that time sum up to 100,000; check the "
        "dates of the columns and the figures."
    ]


@pytest.mark.parametrize(
    ("concept", "unit"),
    [
        ("NoSuchConcept", "USD"),
        ("IncrementalCommonSharesAttributableToShareBasedPaymentArrangements", "shares"),
        ("LineOfCreditFacilityAverageOutstandingAmount", "USD"),
    ],
)
def test_what_does_not_add_up_over_time_hides_nothing_after_it(concept: str, unit: str) -> None:
    rows = quarters(concept, 900_000, unit), quarters("Revenues", 800_000)
    assert told(periods.check, report(income(*rows))) == ["DQC_0084 Line 800,000"]


# Columns of other scales


def columns(*scales: int | str, rows: int = 4, **other: object) -> Report:
    """A balance sheet of rows whose columns are so many times the usual figures, and other reports' usual ones."""
    days = [Period(date(1999 - at, 12, 31)) for at in range(len(scales))]
    lines = [
        Row(concept, {day: (at + 2) * 300_000 * int(scale) for day, scale in zip(days, scales, strict=True)}, concept)
        for at, concept in enumerate(("Cash", "Goodwill", "Land", "OtherAssets")[:rows])
    ]
    usual = income(Row("Revenues", {YEAR: 900_000, LAST: 900_000}), Row("CostOfRevenue", {YEAR: 900_000, LAST: 900_000,
        Q1: 900_000, Q2: 900_000, Q3: 900_000, Q4: 900_000}))  # fmt: skip
    return report(balance_sheet(*lines, **other), usual)


@pytest.mark.parametrize(
    ("scales", "lines"),
    [
        ((1, 1), []),
        ((1, 299), []),
        ((1, 300), ["Cash 180,000,000"]),
        ((299, 1), []),
        ((300, 1), ["Cash 180,000,000"]),
        ((1, 1000, 1), ["Cash 600,000,000"]),  # once, though it stands between two
        ((1, 1, 1000), ["Cash 600,000,000"]),
        ((1, 1000, 1, 1000), ["Cash 600,000,000", "Cash 600,000,000"]),
    ],
)
def test_a_column_300_times_as_large_as_the_one_beside_it(scales: tuple[int, ...], lines: list[str]) -> None:
    assert of_code("checks.column-scale", columns(*scales)) == lines


def test_a_column_that_is_too_small_is_told_of_the_two() -> None:
    usual = {YEAR: 900_000_000, LAST: 900_000_000, Q1: 900_000_000, Q2: 900_000_000}
    lines = [Row(concept, {END: 600_000, BEFORE: 600_000_000}) for concept in ("Cash", "Goodwill", "Land", "Assets")]
    of = report(balance_sheet(*lines), income(Row("Revenues", usual), Row("CostOfRevenue", usual)))
    assert of_code("checks.column-scale", of) == ["Cash 600,000"]


def test_the_factor_is_told_either_way() -> None:
    for scales in ((1, 1000), (1000, 1)):
        (message,) = [each for each in messages(periods.check, columns(*scales)) if "times those" in each]
        assert "are some 1,000 times those of the column beside it" in message


def test_four_rows_at_least_are_compared() -> None:
    assert of_code("checks.column-scale", columns(1, 1000, rows=3)) == []
    assert of_code("checks.column-scale", columns(1, 1000, rows=4)) != []


def test_rows_without_money_or_with_nothing_in_one_column_do_not_count() -> None:
    lines = [Row(concept, {END: 1_000, BEFORE: 1_000_000}) for concept in ("Cash", "Goodwill", "Land")]
    for other in (
        Row("Assets", {END: 0, BEFORE: 1_000_000}),
        Row("Assets", {END: 1_000, BEFORE: 0}),
        Row("Assets", {END: 1_000}),
        Row("CommonStockSharesIssued", {END: 1_000, BEFORE: 1_000_000}, unit="shares"),
    ):
        assert of_code("checks.column-scale", report(balance_sheet(other, *lines))) == []
    assert of_code("checks.column-scale", report(balance_sheet())) == []


def test_the_first_row_that_both_columns_have_is_the_place() -> None:
    lines = [Row(concept, {END: 1_000, BEFORE: 1_000_000}) for concept in ("Cash", "Goodwill", "Land", "Assets")]
    lines.insert(0, Row("InventoryNet", {BEFORE: 1_000_000}))
    usual = income(Row("Revenues", {YEAR: 1_000, LAST: 1_000}))
    assert of_code("checks.column-scale", report(balance_sheet(*lines), usual)) == ["Cash 1,000,000"]


def test_columns_are_neighbours_as_they_are_printed_and_empty_ones_do_not_part_them() -> None:
    days = tuple(Period(date(1999 - at, 12, 31)) for at in range(3))
    assert of_code("checks.column-scale", columns(1, 299, 89_401)) == []
    assert of_code("checks.column-scale", columns(1, 299, 89_401, periods=(days[0], days[2], days[1]))) != []
    empty = (days[0], Period(date(1990, 12, 31)), days[1])
    assert of_code("checks.column-scale", columns(1, 1000, periods=empty)) == ["Cash 600,000,000"]
    assert of_code("checks.column-scale", columns(1, 1000, periods=())) == ["Cash 600,000,000"]


# Columns of each other's dates


def earned(income_of_year: int, last: int, first: int, *others: Row) -> Report:
    retained = Row("RetainedEarningsAccumulatedDeficit", {END: last, BEFORE: first}, "Retained")
    return report(balance_sheet(retained), income(*others, Row("NetIncomeLoss", {YEAR: income_of_year})))


@pytest.mark.parametrize(
    ("income_of_year", "last", "first", "is_told"),
    [
        (20_000, 50_000, 70_000, True),
        (20_000, 70_000, 50_000, False),
        (20_000, 51_500, 70_000, True),  # three numbers in thousands may be 1,500 off
        (20_000, 51_501, 70_000, False),
        (20_000, 48_500, 70_000, True),
        (20_000, 48_499, 70_000, False),
        (-20_000, 70_000, 50_000, True),
        (1_501, 50_000, 51_500, True),
        (1_500, 50_000, 51_500, False),  # too little to tell
        (-1_501, 51_500, 50_000, True),
    ],
)
def test_retained_earnings_that_fall_by_what_was_earned(
    income_of_year: int, last: int, first: int, is_told: bool
) -> None:
    of = earned(income_of_year, last, first)
    assert told(periods.check, of) == [f"checks.periods-swapped Retained {last:,}"] * is_told


def test_what_is_told_of_swapped_dates() -> None:
    assert messages(periods.check, earned(20_000, 50_000, 70_000)) == [
        "Between 1998-12-31 and 1999-12-31 retained earnings change by -20,000, though 20,000 was earned; the balances "
        "seem to stand in each other's column: check their dates."
    ]


def test_an_income_of_a_day_or_without_both_balances_hides_none_after_it() -> None:
    for other in ({END: 20_000}, {LAST: 20_000}, {Period(date(2000, 12, 31), date(2000, 1, 1)): 20_000}):
        of = earned(20_000, 50_000, 70_000)
        extra = report(
            balance_sheet(Row("RetainedEarningsAccumulatedDeficit", {END: 50_000, BEFORE: 70_000}, "Retained")),
            income(Row("NetIncomeLoss", {**other, YEAR: 20_000})),
            period_end=date(2000, 12, 31),
        )
        assert of_code("checks.periods-swapped", extra) == of_code("checks.periods-swapped", of) == ["Retained 50,000"]
