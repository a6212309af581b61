"""The us-gaap concept that a company's own is anchored to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.anchors import anchor_of
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Stub
from converter.mapping.maps.matching import Fit
from converter.mapping.rows import Frame
from converter.statements.statement import Aspect, of_captions
from converter.taxonomy import load_index
from converter.terms import Kind
from converter.terms.period import PeriodType

KNOWLEDGE = load_knowledge("us-gaap")


def anchor(
    *sections: str,
    nearest: str | None = None,
    told: str | None = None,
    taxonomy: str = "us-gaap/2025",
    unit: str | None = "USD",
    aspect: Aspect | None = None,
    kind: Kind = Kind.BALANCE_SHEET,
    period_type: PeriodType | None = None,
    total: bool | None = None,
    named: Sequence[tuple[str | None, float]] = (),
) -> str | None:
    """The anchor of a row in these sections, whose best candidate is `nearest` or (for an extension) `told`; else its
    candidates are those that are `named`.
    """
    stub = Stub(
        frozenset({"odd"}),
        kind,
        sections=frozenset(sections),
        unit=unit,  # type: ignore[arg-type]
        aspect=aspect,
        period_type=period_type,
        total=total,
    )
    frame = Frame(of_captions(kind, ()), (stub,), True)
    ruled = Candidate(nearest, 1.0, Fit.FULL, 0.0, "rule", anchor=told, share=1.0)
    found = [Candidate(name, 0.0, None, share, "learned", share=share) for name, share in named]
    return anchor_of(frame, 0, [ruled, *found] if nearest or told else found, KNOWLEDGE, load_index(taxonomy))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("assets.current", "AssetsCurrent"),
        ("assets.noncurrent", "Assets"),
        ("assets.unclassified", "Assets"),
        ("liabilities.current", "LiabilitiesCurrent"),
        ("liabilities.noncurrent", "Liabilities"),
        ("liabilities.unclassified", "Liabilities"),
        ("temporary", "TemporaryEquityCarryingAmountAttributableToParent"),
        ("equity", "StockholdersEquity"),
        ("revenues", "Revenues"),
        ("costs", "CostsAndExpenses"),
        ("nonoperating", "NonoperatingIncomeExpense"),
        ("operating", "NetCashProvidedByUsedInOperatingActivities"),
        ("operating.changes", "IncreaseDecreaseInOperatingCapital"),
        ("investing", "NetCashProvidedByUsedInInvestingActivities"),
        ("financing", "NetCashProvidedByUsedInFinancingActivities"),
        ("operating.adjustments", "AdjustmentsToReconcileNetIncomeLossToCashProvidedByUsedInOperatingActivities"),
        ("after tax", None),
        ("supplemental", None),
        ("cash", None),
    ],
)
def test_each_section_has_the_total_over_its_rows(section: str, expected: str | None) -> None:
    assert anchor(section) == expected


def test_of_several_sections_the_first_by_name_is_taken_that_has_one() -> None:
    assert anchor("liabilities.noncurrent", "equity") == "StockholdersEquity"
    assert anchor("after tax", "revenues") == "Revenues"
    assert anchor() is None


def test_what_the_release_list_names_comes_first() -> None:
    assert anchor("costs", told="OperatingExpenses") == "OperatingExpenses"
    assert anchor("costs", told="NoSuchConcept") == "CostsAndExpenses"


def test_then_the_total_that_the_taxonomy_adds_the_nearest_concept_to() -> None:
    assert anchor("assets.noncurrent", nearest="AssetsCurrent") == "Assets"
    assert anchor("equity", nearest="Assets") == "StockholdersEquity"  # nothing is above total assets


OWN = (None, 0.6)
PLANT, WELLS = "ProceedsFromSaleOfPropertyPlantAndEquipment", "ProceedsFromSaleOfOilAndGasPropertyAndEquipment"
SALES = "ProceedsFromSaleOfProductiveAssets"
BUYING = "PaymentsToAcquirePropertyPlantAndEquipment"
DEALS = "PaymentsForProceedsFromProductiveAssets"
INVESTING = "NetCashProvidedByUsedInInvestingActivities"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([(PLANT, 0.1), (WELLS, 0.1), (BUYING, 0.15)], SALES),  # two of one total are more than one of another
        ([(PLANT, 0.1), (WELLS, 0.1), (BUYING, 0.25)], DEALS),  # what all of them lead to is most
        ([(PLANT, 0.1), (SALES, 0.1), (BUYING, 0.15)], SALES),  # the total itself is named, too
        ([(SALES, 0.4)], DEALS),  # but is not wider than itself
        ([(PLANT, 0.2), ("ProceedsFromIssuanceOfLongTermDebt", 0.2)], INVESTING),  # half is not most
        ([(PLANT, 0.15)], SALES),
        ([(PLANT, 0.14)], INVESTING),  # hardly anything speaks for it
    ],
)
def test_the_nearest_total_is_one_that_most_of_the_candidates_lead_to(
    named: list[tuple[str | None, float]], expected: str
) -> None:
    assert anchor("investing", kind=Kind.CASH_FLOW, period_type="duration", named=[OWN, *named]) == expected


def test_a_total_that_is_no_part_of_that_of_the_section_says_nothing() -> None:
    assert anchor("assets.current", nearest="AssetsCurrent") == "AssetsCurrent"
    assert (
        anchor("assets.noncurrent", nearest="AccountsReceivableNetCurrent")
        == "AccountsNotesAndLoansReceivableNetCurrent"
    )
    assert anchor("liabilities.current", nearest="AccountsReceivableNetCurrent") == "LiabilitiesCurrent"
    assert anchor(nearest="AccountsReceivableNetCurrent") == "AccountsNotesAndLoansReceivableNetCurrent"


def test_a_number_inside_a_caption_is_no_part_of_its_hosts_total() -> None:
    assert anchor("equity", nearest="AssetsCurrent", aspect=Aspect.ALLOWANCE) == "StockholdersEquity"


def test_a_release_that_lacks_the_anchor_has_none() -> None:
    assert anchor("temporary", taxonomy="us-gaap/2009") is None


@pytest.mark.parametrize(
    ("unit", "expected"), [("shares", None), ("USD/shares", None), ("USD", "Assets"), (None, "Assets")]
)
def test_only_amounts_of_money_are_part_of_a_total(unit: str | None, expected: str | None) -> None:
    assert anchor("assets.noncurrent", unit=unit) == expected
    assert anchor("assets.noncurrent", unit=unit, nearest="AssetsCurrent") == expected


CHANGE = (
    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect"
)


@pytest.mark.parametrize(
    ("kind", "unit", "period_type", "expected"),
    [
        (Kind.INCOME, "USD", "duration", "NetIncomeLoss"),
        (Kind.INCOME, "USD/shares", "duration", "EarningsPerShareBasic"),
        (Kind.INCOME, "shares", "duration", "WeightedAverageNumberOfDilutedSharesOutstanding"),
        (Kind.INCOME, "USD", "instant", None),
        (Kind.INCOME, "pure", "duration", None),
        (Kind.COMPREHENSIVE_INCOME, "USD", "duration", "ComprehensiveIncomeNetOfTax"),
        (Kind.CASH_FLOW, "USD", "duration", CHANGE),
        (Kind.CASH_FLOW, "USD", "instant", None),
        (Kind.EQUITY, "USD", "instant", "StockholdersEquity"),
        (Kind.EQUITY, "USD", "duration", "StockholdersEquityPeriodIncreaseDecrease"),
        (Kind.EQUITY, "shares", "duration", "StockIssuedDuringPeriodSharesPeriodIncreaseDecrease"),
        (Kind.EQUITY, "shares", "instant", "CommonStockSharesIssued"),
        (Kind.EQUITY, "USD/shares", "duration", "CommonStockDividendsPerShareDeclared"),
        (Kind.BALANCE_SHEET, "USD", "instant", None),
        (Kind.EQUITY, None, None, None),
    ],
)
def test_without_any_of_these_it_is_what_all_rows_of_the_statement_lead_to(
    kind: Kind, unit: str | None, period_type: PeriodType | None, expected: str | None
) -> None:
    assert anchor(kind=kind, unit=unit, period_type=period_type) == expected


def test_a_nearer_one_that_is_measured_otherwise_gives_way() -> None:
    """Working capital is no part of a flow, nor is a total of money one of shares."""
    assert anchor("equity", nearest="AssetsCurrent", period_type="duration") is None
    assert anchor("costs", kind=Kind.INCOME, unit="shares", period_type="duration") == (
        "WeightedAverageNumberOfDilutedSharesOutstanding"
    )
    assert anchor("assets.current", kind=Kind.EQUITY, told="Assets", period_type="duration") == (
        "StockholdersEquityPeriodIncreaseDecrease"
    )


def test_of_the_change_in_cash_the_release_has_its_own_name() -> None:
    found = anchor(kind=Kind.CASH_FLOW, period_type="duration", taxonomy="us-gaap/2009")
    assert found == "CashAndCashEquivalentsPeriodIncreaseDecrease"


def test_a_line_of_the_supplemental_section_leads_to_nothing() -> None:
    assert anchor("supplemental", kind=Kind.CASH_FLOW, period_type="duration") is None


def test_a_total_of_another_kind_of_statement_is_no_wider() -> None:
    """What changes equity is no part of comprehensive income, though the best candidate would be."""
    part = "OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax"
    assert anchor(kind=Kind.COMPREHENSIVE_INCOME, nearest=part, period_type="duration") == (
        "OtherComprehensiveIncomeLossNetOfTax"
    )
    found = anchor("investing", kind=Kind.CASH_FLOW, nearest="SellingGeneralAndAdministrativeExpense")
    assert found == "NetCashProvidedByUsedInInvestingActivities"


def test_a_result_between_the_sections_of_an_income_statement_is_in_none_of_them() -> None:
    line, result = (
        anchor("nonoperating", kind=Kind.INCOME, period_type="duration", total=total) for total in (False, True)
    )
    assert (line, result) == ("NonoperatingIncomeExpense", "NetIncomeLoss")
    assert anchor("assets.current", total=True) == "AssetsCurrent"
