"""Rules ask for concepts by group: every concept of a group is looked at, under its name."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.report import Report
from converter.terms import Name
from converter.validation.checks import check
from tests import sample
from tests.validation.test_checks import changed, found, plus, renamed, swapped, times, with_first_quarter, without


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


@pytest.mark.parametrize(
    "concept",
    [
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncludingDisposalGroupAndDiscontinuedOperations",
        "CashAndCashEquivalentsAtCarryingValueIncludingDiscontinuedOperations",
        "CashAndCashEquivalentsAtCarryingValue", "CashAndDueFromBanks", "Cash",
    ],
)  # fmt: skip
def test_any_kind_of_cash_may_be_rolled_forward(sound: Report, concept: str) -> None:
    other = renamed(sound, "CashAndCashEquivalentsAtCarryingValue", concept)
    assert "DQC_0057" not in found(other)
    assert found(changed(other, plus(90_000), concept, context="I20001231"))["DQC_0057"] == ["Net increase in cash"]


@pytest.mark.parametrize(
    "concept",
    [
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect",
        "CashAndCashEquivalentsPeriodIncreaseDecrease", "CashPeriodIncreaseDecrease",
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect",
        "CashAndCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect",
        "CashPeriodIncreaseDecreaseExcludingExchangeRateEffect",
    ],
)  # fmt: skip
@pytest.mark.parametrize("effect", ["EffectOfExchangeRateOnCashAndCashEquivalents", "EffectOfExchangeRateOnCash",
    "EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"])  # fmt: skip
def test_the_effect_of_exchange_rates_may_stand_beside_the_change(sound: Report, concept: str, effect: str) -> None:
    def rolls(change: int, rates: int) -> bool:
        one = next(
            fact
            for fact in sound.facts
            if fact.concept.local == "NetIncomeLoss" and fact.context == "D20010101-20010630"
        )
        added = [
            replace(one, id=name, concept=Name("us-gaap", name), value=Decimal(value * 1000))
            for name, value in ((concept, change), (effect, rates))
        ]
        return "DQC_0057" not in found(replace(sound, facts=(*sound.facts, *added)))

    assert rolls(330, 0)
    assert rolls(330, 50)  # inside the change
    assert rolls(280, 50)
    assert not rolls(280, 20)


@pytest.mark.parametrize("concept", ["NetIncomeLoss", "ProfitLoss"])
@pytest.mark.parametrize(
    "accumulated",
    ["RetainedEarningsAccumulatedDeficit", "DevelopmentStageEnterpriseDeficitAccumulatedDuringDevelopmentStage"],
)
def test_what_is_earned_and_where_it_accumulates_may_be_called_so(
    sound: Report, concept: str, accumulated: str
) -> None:
    balances = {fact.concept.local for fact in sound.facts if fact.context == "I20010630"}
    faulty = swapped(sound, "I20010630", "I20001231", *balances)
    other = renamed(renamed(faulty, "NetIncomeLoss", concept), "RetainedEarningsAccumulatedDeficit", accumulated)
    assert found(other)["checks.periods-swapped"] == ["Retained earnings"]


@pytest.mark.parametrize(
    "concept",
    [
        "LineOfCreditFacilityAverageOutstandingAmount", "DilutiveSecuritiesEffectOnBasicEarningsPerShareOther",
        "InterestRateCashFlowHedgeGainLossReclassifiedToEarningsNet", "AssetRetirementObligationPeriodIncreaseDecrease",
    ],
)  # fmt: skip
def test_words_of_a_name_tell_that_quarters_do_not_add_up(sound: Report, concept: str) -> None:
    faulty = renamed(with_first_quarter(sound, 222_000), "NetIncomeLoss", concept)
    assert "DQC_0084" not in found(faulty)


@pytest.mark.parametrize("income", ["NetIncomeLossAvailableToCommonStockholdersBasic", "NetIncomeLoss", "ProfitLoss"])
@pytest.mark.parametrize(
    ("per_share", "shares"),
    [
        ("EarningsPerShareBasic", "WeightedAverageNumberOfSharesOutstandingBasic"),
        ("EarningsPerShareBasicAndDiluted", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
        ("EarningsPerShareBasicAndDiluted", "WeightedAverageNumberOfSharesOutstandingBasic"),
        ("EarningsPerShareDiluted", "WeightedAverageNumberOfDilutedSharesOutstanding"),
    ],
)
def test_each_kind_of_earnings_per_share_goes_with_its_shares(
    sound: Report, income: str, per_share: str, shares: str
) -> None:
    other = renamed(renamed(sound, "NetIncomeLoss", income), "EarningsPerShareBasic", per_share)
    other = renamed(other, "WeightedAverageNumberOfSharesOutstandingBasic", shares)
    assert "checks.per-share" not in found(other)
    assert found(changed(other, plus(1), per_share))["checks.per-share"][0] == "Net income per share"


@pytest.mark.parametrize("concept", ["CommonStockSharesOutstanding", "CommonStockSharesIssued", "SharesOutstanding"])
def test_weighted_shares_go_with_shares_outstanding_of_any_name(sound: Report, concept: str) -> None:
    bare = without(sound, "CommonStockSharesIssued")
    other = renamed(bare, "CommonStockSharesOutstanding", concept)
    faulty = changed(other, times("0.001"), concept)
    assert "DQC_0095" in found(faulty)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("CommonStockSharesOutstanding", "CommonStockSharesIssued"),
        ("CommonStockSharesIssued", "CommonStockSharesAuthorized"),
        ("PreferredStockSharesOutstanding", "PreferredStockSharesIssued"),
        ("PreferredStockSharesIssued", "PreferredStockSharesAuthorized"),
        ("AssetsCurrent", "Assets"),
        ("LiabilitiesCurrent", "Liabilities"),
    ],
)
def test_no_part_is_more_than_its_whole(sound: Report, part: str, whole: str) -> None:
    one = next(fact for fact in sound.facts if fact.concept.local == "Assets" and fact.context == "I20010630")

    def told(amount: int) -> bool:
        kept = tuple(fact for fact in sound.facts if fact.concept.local not in (part, whole))
        added = [
            replace(one, id=name, concept=Name("us-gaap", name), value=Decimal(value))
            for name, value in ((part, amount), (whole, 800_000))
        ]
        messages = [each.message for each in check(replace(sound, facts=(*kept, *added))) if each.code == "DQC_0009"]
        return any(f"{part} of {amount:,} is more than {whole}" in message for message in messages)

    assert told(900_000)
    assert not told(800_000)
    assert not told(700_000)
