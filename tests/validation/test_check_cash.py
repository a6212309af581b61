"""Cash at the beginning, its change, cash at the end."""

from __future__ import annotations

import pytest

from converter.report import Report, Summation
from converter.terms import Name, Period
from converter.validation.checks import cash
from tests.validation.small import BEFORE, EARLIER, END, LAST, Q4, YEAR, Row, cash_flow, messages, report, told

CASH, CHANGE = "CashAndCashEquivalentsAtCarryingValue", "CashAndCashEquivalentsPeriodIncreaseDecrease"
EFFECT = "EffectOfExchangeRateOnCash"
OPERATING, INVESTING, FINANCING = (
    f"NetCashProvidedByUsedIn{activity}Activities" for activity in ("Operating", "Investing", "Financing")
)


def year(first: int, change: int, last: int, *others: Row) -> Report:
    """A year's cash at the beginning and the end, and the change."""
    return report(
        cash_flow(*others, Row(CHANGE, {YEAR: change}, "Change"), Row(CASH, {END: last, BEFORE: first}, "Cash"))
    )


@pytest.mark.parametrize(("last", "fails"), [(70_000, False), (71_500, False), (68_500, False), (71_501, True),
    (68_499, True)])  # fmt: skip
def test_three_numbers_in_thousands_may_be_1500_off(last: int, fails: bool) -> None:
    assert told(cash.check, year(50_000, 20_000, last)) == ["DQC_0057 Change 20,000"] * fails


def test_what_is_told() -> None:
    assert messages(cash.check, year(50_000, 20_000, 90_000)) == [
        "Cash of 50,000 at the beginning and a change of 20,000 do not give 90,000 at 1999-12-31; check the three "
        "lines."
    ]


def test_the_effect_of_exchange_rates_stands_in_the_change_or_beside_it() -> None:
    def effect(rates: int, period: Period = YEAR) -> Row:
        return Row(EFFECT, {period: rates})

    assert told(cash.check, year(50_000, 20_000, 70_000, effect(4_000))) == []
    assert told(cash.check, year(50_000, 20_000, 74_000, effect(4_000))) == []
    assert told(cash.check, year(50_000, 20_000, 78_000, effect(4_000))) == ["DQC_0057 Change 20,000"]
    assert told(cash.check, year(50_000, 20_000, 66_000, effect(4_000))) == ["DQC_0057 Change 20,000"]
    assert told(cash.check, year(50_000, 20_000, 74_000, effect(4_000, LAST))) == ["DQC_0057 Change 20,000"]


def test_each_period_is_held_against_its_own_balances() -> None:
    two = report(
        cash_flow(
            Row(CHANGE, {YEAR: 20_000, LAST: 9_000}, "Change"),
            Row(CASH, {END: 70_000, BEFORE: 50_000, EARLIER: 48_000}, "Cash"),
        )
    )
    assert told(cash.check, two) == ["DQC_0057 Change 9,000"]


@pytest.mark.parametrize("gone", [END, BEFORE])
def test_without_one_of_the_balances_nothing_is_told_and_other_periods_are(gone: Period) -> None:
    balances = {END: 90_000, BEFORE: 50_000, Period(Q4.start.replace(day=1)): 1_000}
    del balances[gone]
    assert told(cash.check, report(cash_flow(Row(CHANGE, {YEAR: 20_000}), Row(CASH, balances)))) == []
    both = report(
        cash_flow(Row(CHANGE, {LAST: 9_000, YEAR: 20_000}, "Change"), Row(CASH, {END: 90_000, BEFORE: 50_000}, "Cash"))
    )
    assert told(cash.check, both) == ["DQC_0057 Change 20,000"]


def test_a_period_that_holds_hides_none_behind_it() -> None:
    two = report(
        cash_flow(
            Row(CHANGE, {LAST: 2_000, YEAR: 20_000}, "Change"),
            Row(CASH, {END: 90_000, BEFORE: 50_000, EARLIER: 48_000}, "Cash"),
        )
    )
    assert told(cash.check, two) == ["DQC_0057 Change 20,000"]


def test_it_is_enough_that_one_kind_of_cash_rolls_forward() -> None:
    """With restricted cash; the balance sheet shows cash without."""
    assert told(cash.check, year(50_000, 20_000, 99_000, Row("Cash", {END: 60_000, BEFORE: 40_000}))) == []
    faulty = year(50_000, 20_000, 99_000, Row("Cash", {END: 61_600, BEFORE: 40_000}))
    assert told(cash.check, faulty) == ["DQC_0057 Change 20,000"]
    assert "Cash of 50,000 at the beginning" in messages(cash.check, faulty)[0], "the first kind is told"


def test_a_change_of_the_wrong_sign_is_told_as_that() -> None:
    faulty = year(50_000, -20_000, 70_000)
    assert told(cash.check, faulty) == ["DQC_0057 Change -20,000"]
    assert messages(cash.check, faulty)[0].endswith("the sign of the change would explain it: check it, and the dates "
                                                    "of the columns.")  # fmt: skip
    other = year(50_000, -20_000, 70_000, Row("Cash", {END: 61_000, BEFORE: 33_000}))
    assert "the sign of the change" in messages(cash.check, other)[0], "another kind of cash rolls neither way"
    beside = year(50_000, -20_000, 74_000, Row(EFFECT, {YEAR: -4_000}))
    assert "the sign of the change" in messages(cash.check, beside)[0]


def flows(*amounts: int) -> list[Row]:
    return [Row(one, {YEAR: each}) for one, each in zip((OPERATING, INVESTING, FINANCING), amounts, strict=False)]


@pytest.mark.parametrize(
    ("rows", "is_balances"),
    [
        (flows(30_000, -15_000, 5_000), True),
        (flows(30_000, -10_000), True),  # no financing
        (flows(30_000, -15_000, 7_000), True),  # four numbers may be 2,000 off
        (flows(30_000, -15_000, 7_001), False),
        (flows(30_000, -15_000, 2_999), False),
        (flows(-30_000, 15_000, -5_000), False),
        ([*flows(30_000, -15_000, 1_000), Row(EFFECT, {YEAR: 4_000})], True),
        ([*flows(30_000, -15_000, 5_000), Row(EFFECT, {YEAR: 9_000})], True),  # inside of the activities' change
        ([*flows(30_000, -15_000, 1_000), Row(EFFECT, {YEAR: 9_000})], False),
        ([], False),
    ],
)
def test_activities_that_give_the_change_show_that_the_balances_changed_places(
    rows: list[Row], is_balances: bool
) -> None:
    faulty = year(70_000, 20_000, 50_000, *rows)
    assert told(cash.check, faulty) == ["DQC_0057 Cash 50,000" if is_balances else "DQC_0057 Change 20,000"]
    assert ("the two balances stand in each other's period: check the dates" in messages(cash.check, faulty)[0]) is (
        is_balances
    )


def of_own(parts: tuple[str, ...], *others: Row) -> Report:
    """A change that is a concept of the company's own, the sum of some lines."""
    own = Name("elm", "NetIncrease")
    sums = (Summation(own, tuple((Name("us-gaap", part), 1) for part in parts)),)
    rows = Row("elm:NetIncrease", {YEAR: 20_000}, "Net increase"), Row(CASH, {END: 90_000, BEFORE: 50_000}, "Cash")
    return report(cash_flow(*rows, *others, sums=sums))


def test_a_change_may_be_a_sum_of_activities() -> None:
    assert told(cash.check, of_own((OPERATING, INVESTING))) == ["DQC_0057 Net increase 20,000"]
    assert told(cash.check, of_own((OPERATING, INVESTING, FINANCING, EFFECT))) == ["DQC_0057 Net increase 20,000"]
    assert told(cash.check, of_own((OPERATING, "PaymentsOfDividends"))) == [], "one activity makes no change"


def test_the_concept_of_the_change_comes_before_the_companys_own() -> None:
    assert told(cash.check, of_own((OPERATING, INVESTING), Row(CHANGE, {YEAR: 40_000}))) == []
    of_last = Row(CHANGE, {LAST: 7_000})
    assert told(cash.check, of_own((OPERATING, INVESTING), of_last)) == ["DQC_0057 Net increase 20,000"]
