"""Our own checks: a sound report has no findings, and each fault that is seeded is found at the line that has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from converter import convert
from converter.findings import Severity
from converter.knowledge import SignClass, load_knowledge
from converter.report import Context, Entity, Fact, Label, Report
from converter.terms import Name, Period, Scope
from converter.validation.checks import check
from tests import sample
from tests.validation.faults import changed, codes, found, plus, renamed, times, without


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


def test_a_sound_report_has_no_findings(sound: Report) -> None:
    assert check(sound) == []


def test_the_sample_in_the_other_releases_has_none_either() -> None:
    for taxonomy in ("us-gaap/2009", "us-gaap/2024"):
        assert check(sample.report(taxonomy=taxonomy)) == []


# Signs


def test_a_flipped_sign_is_found_at_its_line(sound: Report) -> None:
    faulty = changed(sound, times(-1), "InventoryNet", context="I20010630")
    assert found(faulty)["DQC_0118"] == ["Inventories"]
    assert found(faulty)["DQC_0015"] == ["Inventories"]


def test_a_flipped_sign_of_a_concept_that_may_be_negative_is_found_by_its_total(sound: Report) -> None:
    faulty = changed(sound, times(-1), "IncreaseDecreaseInAccountsReceivable", context="D20010101-20010630")
    assert found(faulty) == {"DQC_0118": ["Accounts receivable"]}


def test_a_flipped_sign_in_the_income_statement(sound: Report) -> None:
    faulty = changed(sound, times(-1), "IncomeTaxExpenseBenefit", context="D20010401-20010630")
    assert found(faulty)["DQC_0118"] == ["Income tax provision"]


def test_a_negative_total_where_none_can_be(sound: Report) -> None:
    faulty = changed(sound, times(-1), "Revenues")
    assert "DQC_0015" in found(faulty)


def test_a_cost_that_may_be_taken_back_may_be_negative(sound: Report) -> None:
    negative = changed(renamed(sound, "InventoryNet", "RestructuringCharges"), times(-1), "RestructuringCharges")
    assert "DQC_0015" not in found(negative)


def test_what_a_person_says_of_a_sign_holds_for_the_check(sound: Report) -> None:
    faulty = changed(sound, times(-1), "Revenues")
    built_in = load_knowledge("us-gaap")
    own = replace(built_in.signs, concepts={**built_in.signs.concepts, "Revenues": SignClass.TWO_WAY})
    assert "DQC_0015" not in {each.code for each in check(faulty, replace(built_in, signs=own))}


# Totals


@pytest.mark.parametrize("context", ["I20010630", "I20001231"])
def test_a_broken_total_is_found_at_its_line(sound: Report, context: str) -> None:
    faulty = changed(sound, plus(90_000), "AssetsCurrent", context=context)
    assert found(faulty) == {"DQC_0118": ["Total current assets"]}


def test_a_total_that_is_wrong_in_all_periods(sound: Report) -> None:
    faulty = changed(sound, plus(90_000), "LiabilitiesCurrent")
    assert found(faulty)["DQC_0118"][0] == "Total current liabilities"


def test_a_broken_part_is_found_at_the_total(sound: Report) -> None:
    faulty = changed(sound, plus(11_000), "AdditionalPaidInCapital", context="I20010630")
    assert found(faulty) == {"DQC_0118": ["Total stockholders' equity"]}


def test_a_line_in_another_scale_is_found_at_its_line(sound: Report) -> None:
    faulty = changed(sound, times("0.001"), "PropertyPlantAndEquipmentNet", context="I20001231")
    assert found(faulty)["DQC_0118"] == ["Equipment, net"]


def test_rounding_is_no_fault(sound: Report) -> None:
    assert found(changed(sound, plus(1000), "AssetsCurrent")) == {}


# The balance sheet


def test_two_sides_that_differ(sound: Report) -> None:
    faulty = changed(sound, plus(90_000), "LiabilitiesAndStockholdersEquity", context="I20001231")
    assert found(faulty)["DQC_0004"] == ["Total liabilities and stockholders' equity"]


def test_a_side_that_was_dropped(sound: Report) -> None:
    faulty = without(sound, "LiabilitiesAndStockholdersEquity", "I20010630")
    assert found(faulty)["DQC_0004"] == ["Total assets"]


def test_sides_that_were_dropped_are_told_in_the_order_of_their_columns(sound: Report) -> None:
    assets = [fact for fact in sound.facts if fact.concept.local == "Assets"]
    faulty = sound
    for fact in assets:
        faulty = without(faulty, "LiabilitiesAndStockholdersEquity", fact.context)
    told = [finding.fact for finding in check(faulty) if finding.code == "DQC_0004"]
    assert len(told) > 1
    assert told == [fact.id for fact in assets]


def test_a_line_that_was_dropped(sound: Report) -> None:
    assert found(without(sound, "InventoryNet"))["DQC_0118"] == ["Total current assets"]


# Cash


@pytest.mark.parametrize(("off", "codes"), [(2_000, set()), (3_000, {"DQC_0057"})])
def test_the_effect_of_exchange_rates_is_rounded_as_the_other_lines_are(
    sound: Report, off: int, codes: set[str]
) -> None:
    """Four numbers in thousands may be off by two thousand together."""
    change = next(
        fact
        for fact in sound.facts
        if fact.concept.local == "NetIncreaseInCash" and fact.context == "D20010101-20010630"
    )
    effect = replace(
        change,
        id="effect",
        concept=Name("us-gaap", "EffectOfExchangeRateOnCashAndCashEquivalents"),
        value=Decimal(50_000),
        sources=(),
    )
    faulty = changed(sound, plus(50_000 + off), "CashAndCashEquivalentsAtCarryingValue", context="I20010630")
    findings = check(replace(faulty, facts=(*faulty.facts, effect)))

    assert {one.code for one in findings} & {"DQC_0057"} == codes


def test_cash_that_does_not_roll_forward(sound: Report) -> None:
    faulty = changed(sound, plus(90_000), "CashAndCashEquivalentsAtCarryingValue", context="I20001231")
    assert found(faulty)["DQC_0057"] == ["Net increase in cash"]


# Periods


def swapped(report: Report, one: str, other: str, *concepts: str) -> Report:
    """Facts of two contexts with each other's values."""
    values = {(fact.concept, fact.context): fact.value for fact in report.facts}
    partner = {one: other, other: one}
    return changed(
        report,
        lambda fact: replace(fact, value=values.get((fact.concept, partner.get(fact.context, "")), fact.value)),
        *concepts,
    )


def test_two_balance_sheet_columns_with_each_others_dates(sound: Report) -> None:
    balances = {fact.concept.local for fact in sound.facts if fact.context == "I20010630"}
    faulty = swapped(sound, "I20010630", "I20001231", *balances)
    assert found(faulty)["checks.periods-swapped"] == ["Retained earnings"]
    assert found(faulty)["DQC_0057"] == ["Cash and cash equivalents"]


def test_a_column_in_another_scale(sound: Report) -> None:
    def scaled(fact: Fact) -> Fact:
        return times(1000)(fact) if fact.unit == "USD" else fact

    faulty = changed(sound, scaled, context="D20000401-20000630")
    assert found(faulty)["checks.column-scale"] == ["Net sales"]
    faulty = changed(sound, scaled, context="I20001231")
    assert found(faulty)["checks.column-scale"] == ["Cash and cash equivalents"]


def with_first_quarter(report: Report, income: int) -> Report:
    """The report of a half-year with the net income of its first quarter, too."""
    first = Context("D20010101-20010331", Scope(Period(date(2001, 3, 31), date(2001, 1, 1))))
    quarter = [
        replace(fact, id=f"{fact.id}-1", context=first.id, value=Decimal(income))
        for fact in report.facts
        if fact.concept.local == "NetIncomeLoss" and fact.context == "D20010401-20010630"
    ]
    return replace(report, contexts=(*report.contexts, first), facts=(*report.facts, *quarter))


def test_quarters_that_do_not_sum_up_to_their_half_year(sound: Report) -> None:
    assert "DQC_0084" not in found(with_first_quarter(sound, 172_000))
    assert found(with_first_quarter(sound, 222_000))["DQC_0084"] == ["Net income"]


def test_figures_of_a_time_after_the_report(sound: Report) -> None:
    early = replace(sound, period_end=sound.period_end - timedelta(days=100))
    assert "DQC_0005" in found(early)


def test_a_report_without_figures_of_its_own_period(sound: Report) -> None:
    late = replace(sound, period_end=sound.period_end + timedelta(days=92))
    assert "EFM.6.05.19" in found(late)


# Shares


def test_earnings_per_share_follow_from_income_and_shares(sound: Report) -> None:
    weighted = "WeightedAverageNumberOfSharesOutstandingBasic"
    assert set(found(changed(sound, times("0.001"), weighted))["DQC_0095"]) == {"Weighted average shares"}
    quarter = "D20010401-20010630"
    wrong = changed(sound, plus(1), "EarningsPerShareBasic", context=quarter)
    assert found(wrong) == {"checks.per-share": ["Net income per share"]}
    flipped = changed(sound, times(-1), "EarningsPerShareBasic", context=quarter)
    assert found(flipped) == {"checks.per-share-sign": ["Net income per share"]}


def test_an_income_in_another_scale_is_told_where_another_count_confirms_the_shares(sound: Report) -> None:
    quarter = "D20010401-20010630"
    faulty = changed(sound, times(1000), "NetIncomeLoss", context=quarter)
    assert found(faulty)["DQC_0095"] == ["Net income"]
    for count in ("CommonStockSharesOutstanding", "CommonStockSharesIssued"):
        faulty = changed(faulty, times(0), count)
    assert found(faulty)["DQC_0095"] == ["Weighted average shares"]


@pytest.mark.parametrize(("factor", "line"), [("290", "Net income"), ("301", "Weighted average shares")])
def test_a_count_hundreds_of_times_as_large_confirms_nothing(sound: Report, factor: str, line: str) -> None:
    """5.1 million shares on average; the income is wrong, but which of the three numbers is nobody knows."""
    faulty = changed(sound, times(1000), "NetIncomeLoss", context="D20010401-20010630")
    for scale in (Decimal(factor), 1 / Decimal(factor)):
        other = changed(faulty, times(str(scale)), "CommonStockSharesOutstanding", "CommonStockSharesIssued")
        assert line in found(other)["DQC_0095"]


def test_no_more_shares_are_issued_than_authorized(sound: Report) -> None:
    faulty = changed(sound, times(10), "CommonStockSharesIssued", "CommonStockSharesOutstanding", context="I20010630")
    assert "DQC_0009" in found(faulty)


# The instance


def test_digits_beyond_the_decimals(sound: Report) -> None:
    faulty = changed(sound, plus(1), "InventoryNet", context="I20010630")
    assert codes(faulty, Severity.ERROR) == {"EFM.6.05.37"}
    assert found(faulty)["EFM.6.05.37"] == ["Inventories"]


def test_an_identifier_that_is_no_cik(sound: Report) -> None:
    faulty = replace(sound, entity=Entity("http://www.sec.gov/CIK", "123", "Tamarack"))
    assert codes(faulty, Severity.ERROR) == {"EFM.6.05.01"}


def test_contexts_that_are_equal_or_in_no_use(sound: Report) -> None:
    unused = replace(sound, contexts=(*sound.contexts, Context("I19990101", Scope(Period(date(1999, 1, 1))))))
    assert codes(unused, Severity.ERROR) == {"EFM.6.05.08"}
    twin = replace(sound.contexts[0], id="twin")
    assert "EFM.6.05.07" in codes(replace(sound, contexts=(*sound.contexts, twin)), Severity.ERROR)


def test_a_fact_that_no_statement_presents(sound: Report) -> None:
    fact = next(fact for fact in sound.facts if fact.concept.local == "InventoryNet")
    stray = replace(fact, id="stray", concept=Name("us-gaap", "Goodwill"), value=Decimal(0), sources=())
    assert codes(replace(sound, facts=(*sound.facts, stray)), Severity.ERROR) == {"EFM.6.12.03"}


def test_an_amount_of_the_company_without_balance(sound: Report) -> None:
    amount = next(extension for extension in sound.extensions if extension.balance and not extension.abstract)
    bare = tuple(replace(one, balance=None) if one is amount else one for one in sound.extensions)
    assert "EFM.6.08.11" in codes(replace(sound, extensions=bare), Severity.WARNING)


def test_labels_that_are_too_long_or_not_alone(sound: Report) -> None:
    long = Label(Name("us-gaap", "Assets"), "verbose", "x" * 512)
    assert codes(replace(sound, labels=(*sound.labels, long)), Severity.WARNING) == {"EFM.6.10.06"}
    twin = next(label for label in sound.labels if label.role == "standard")
    again = replace(twin, concept=Name("us-gaap", "Goodwill"))
    assert codes(replace(sound, labels=(*sound.labels, again)), Severity.WARNING) == {"EFM.6.10.04"}


def test_a_change_in_cash_with_the_wrong_sign(sound: Report) -> None:
    total = next(
        summation.total
        for statement in sound.statements
        for summation in statement.sums
        if len(summation.parts) == 3
        and any(part.local == "NetCashProvidedByUsedInOperatingActivities" for part, _ in summation.parts)
    )
    faulty = changed(sound, times(-1), total.local, context="D20010101-20010630")
    assert found(faulty)["DQC_0057"] == ["Net increase in cash"]
    assert found(faulty)["DQC_0118"] == ["Net increase in cash"]


def test_shares_outstanding_in_another_scale(sound: Report) -> None:
    faulty = changed(sound, times("0.001"), "CommonStockSharesOutstanding", "CommonStockSharesIssued")
    shares = {finding.fact for finding in check(faulty) if finding.code == "DQC_0095"}
    assert shares == {f"us-gaap_CommonStockSharesOutstanding_{date}" for date in ("I20010630", "I20001231")}


def test_a_loss_of_lines_is_told_once(sound: Report) -> None:
    faulty = without(without(sound, "InventoryNet"), "PropertyPlantAndEquipmentNet")
    assert found(faulty) == {"DQC_0118": ["Total current assets"]}


# Totals of which a single period is left

YEARS = """HOLLIN GLASS CO.
CONSOLIDATED STATEMENTS OF INCOME
(In thousands)
                                     Years ended December 31,
                                    1998       1997       1996
Net sales                        $ {sales}
Cost of sales                       {costs}
Gross profit                        {profit}
Interest expense                     1,905      1,790      1,650
Income taxes                           900        810        700
Extraordinary charge                   100        100        100
Net income per share                 $ .51      $ .43      $ .36
"""
MANY = {
    "sales": "302,110    $ 281,550    $ 260,330",
    "costs": "223,440     212,220     201,110",
    "profit": "78,670      69,330      59,220",
}
FEW = {
    "sales": "30,210    $ 28,150    $ 26,030",
    "costs": "22,340     21,220     20,110",
    "profit": "7,870      6,930      5,920",
}


def sums_told(lines: dict[str, str], **other: str) -> int:
    """How many sums the checks of a statement doubt."""
    conversion = convert(YEARS.format_map(lines | other).encode(), name="hollin.txt")
    return sum(finding.code == "DQC_0118" for finding in conversion.findings)


def test_a_sum_of_many_digits_in_one_period_shows_that_the_others_fail() -> None:
    assert sums_told(MANY) == 0
    assert sums_told(MANY, costs="212,220     201,110     201,110") == 2  # the row has moved, but for its last figure
    assert sums_told(MANY, costs="212,220     212,220     201,110") == 1


def test_a_sum_of_few_digits_in_one_period_may_be_chance() -> None:
    assert sums_told(FEW, costs="21,210     20,120     20,110") == 0
    assert sums_told(FEW, costs="21,220     20,110     20,110") == 1  # but not where the row has moved
    assert sums_told(FEW, costs="21,220     21,220     20,110") == 1  # but not in two
