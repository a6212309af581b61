"""Sign classes: whether a fact of a concept may be negative, by its entry, its name and its declaration."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import SignClass, Signs, load_knowledge
from converter.mapping.maps import load_maps
from converter.taxonomy import Element, Index, load_index, releases

ONE, TWO, REVERSIBLE = SignClass.ONE_WAY, SignClass.TWO_WAY, SignClass.REVERSIBLE
SIGNS = load_knowledge("us-gaap").signs
INDEXES = [load_index(release) for release in reversed(releases())]


def index_of(concept: str) -> Index:
    return next(index for index in INDEXES if concept in index)


def class_of(concept: str) -> SignClass | None:
    return SIGNS.of(concept, index_of(concept))


# The rules, on a taxonomy of their own


def element(name: str, **told: object) -> Element:
    flow = Element("us-gaap", name, "xbrli:monetaryItemType", "duration", "debit", "xbrli:item")
    return replace(flow, **told)  # type: ignore[arg-type]


RULES = Signs({}, two_way=("GainLoss",), one_way=("ProceedsFrom",), open=("Derivative",), favourable=("GainLoss",))
INSTANT = {"period_type": "instant"}
SHARES = {"type": "xbrli:sharesItemType", "balance": None}
PER_SHARE = {"type": "dtr-types:perShareItemType", "balance": None}


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        ("GainLossOnSale", {}, TWO),
        ("ProceedsFromGainLoss", {}, TWO),  # a word of two directions comes before the beginning
        ("SharesGainLoss", SHARES, TWO),
        ("SharesSold", SHARES, ONE),
        ("DerivativeShares", SHARES, ONE),
        ("ProceedsFromSale", {}, ONE),
        ("ProceedsFromDerivative", {}, ONE),  # flows that begin so go one way, whatever follows
        ("ProceedsFromSaleNet", {}, None),  # of two things
        ("NetProceedsFromSale", {}, None),  # does not begin so
        ("Goodwill", INSTANT, ONE),
        ("Goodwill", {**INSTANT, "balance": "credit"}, ONE),
        ("Goodwill", {**INSTANT, "balance": None}, None),
        ("DerivativeAsset", INSTANT, None),
        ("ParValue", {**INSTANT, **PER_SHARE}, ONE),
        ("DerivativeValuePerShare", {**INSTANT, **PER_SHARE}, None),
        ("Rate", {**INSTANT, "type": "dtr-types:percentItemType", "balance": None}, None),
        ("Fees", {}, None),
        ("DividendPerShare", PER_SHARE, None),
    ],
)
def test_name_and_declaration_settle_a_class(name: str, told: dict[str, object], expected: SignClass | None) -> None:
    assert RULES.by_rule(name, element(name, **told)) is expected


def test_of_a_concept_that_the_release_lacks_only_the_name_tells() -> None:
    assert RULES.by_rule("GainLossOnSale", None) is TWO
    assert RULES.by_rule("ProceedsFromSale", None) is None


def test_an_entry_comes_before_name_and_declaration() -> None:
    index = INDEXES[0]
    assert Signs({}, two_way=("Goodwill",)).of("Goodwill", index) is TWO
    assert Signs({"Goodwill": ONE}, two_way=("Goodwill",)).of("Goodwill", index) is ONE


@pytest.mark.parametrize(
    ("said", "may_be_negative", "is_never_negative", "is_two_way"),
    [
        (ONE, False, True, False),
        (TWO, True, False, True),
        (REVERSIBLE, True, False, False),
        (None, False, False, False),  # not settled: read one-way, and never found wrong
    ],
)
def test_what_each_class_means(
    said: SignClass | None, may_be_negative: bool, is_never_negative: bool, is_two_way: bool
) -> None:
    signs, index = Signs({"Revenues": said} if said else {}), INDEXES[0]
    assert signs.may_be_negative("Revenues", index) is may_be_negative
    assert signs.is_never_negative("Revenues", index) is is_never_negative
    assert signs.is_two_way("Revenues", index) is is_two_way


@pytest.mark.parametrize(
    ("concept", "expected"),
    [
        ("NetIncomeLoss", True),
        ("ProfitLoss", True),
        ("GainLossOnSaleOfBusiness", True),
        ("GainsLossesOnExtinguishmentOfDebt", True),
        ("InterestIncomeExpenseNet", True),
        ("ComprehensiveIncomeNetOfTax", True),
        ("GrossProfit", True),
        ("CostOfRevenue", False),
        ("Revenues", False),
    ],
)
def test_names_of_income_and_gain_are_favourable(concept: str, expected: bool) -> None:
    assert SIGNS.is_favourable(concept) is expected


# The words of the file: for each a concept that it settles alone

TWO_WAY_WORDS = {
    "IncreaseDecrease": "IncreaseDecreaseInDeposits",
    "GainLoss": "InsuredEventGainLoss",
    "GainsLoss": "TradingGainsLosses",
    "LossGain": "DisposalGroupNotDiscontinuedOperationLossGainOnWriteDown",
    "IncomeLoss": "NetIncomeLoss",
    "ProfitLoss": "ProfitLoss",
    "EarningsLoss": "LimitedPartnersCumulativeSpecialEarningsLosses",
    "ByUsedIn": "NetCashProvidedByUsedInFinancingActivities",
    "ProceedsFromPayments": "ProceedsFromPaymentsForTradingSecurities",
    "ProceedsFromRepayments": "ProceedsFromRepaymentsOfDebt",
    "PaymentsForProceeds": "PaymentsForProceedsFromInvestments",
    "ExpenseBenefit": "OtherTaxExpenseBenefit",
    "IncomeExpense": "InterestIncomeExpenseNet",
    "ExpenseIncome": "DebtorReorganizationItemsOtherExpenseIncome",
    "RevenueExpense": "InterestRevenueExpenseNet",
    "DiscountPremium": "AmortizationOfDebtDiscountPremium",
    "AssetsLiabilities": "DeferredTaxAssetsLiabilitiesNet",
    "AssetLiability": "FairValueNetAssetLiability",
    "EarningsPerShare": "EarningsPerShareBasic",
    "ComprehensiveIncome": "DeferredTaxLiabilitiesOtherComprehensiveIncome",
    "Unrealized": "UnrealizedGainOnSecurities",
    "NetOfTax": "GoodwillImpairmentLossNetOfTax",
    "Adjustment": "InventoryAdjustments",
    "EffectOfExchangeRate": "EffectOfExchangeRateOnCash",
    "CumulativeEffect": "CumulativeEffectOfInitialAdoptionOfFIN48",
    "ExtraordinaryItem": "ExtraordinaryItemsGross",
    "OtherNonoperating": "OtherNonoperatingIncome",
    "OtherOperatingActivities": "PaymentsForOtherOperatingActivities",
    "OtherNoncash": "OtherNoncashIncome",
    "StockholdersEquity": "StockholdersEquity",
    "PartnersCapital": "PartnersCapital",
    "MembersEquity": "MembersEquity",
    "MembersCapital": "MembersCapital",
    "CapitalAccount": "OtherOwnershipInterestsCapitalAccount",
    "MinorityInterestIn": "MinorityInterestInJointVentures",
    "RetainedEarnings": "RetainedEarningsUnappropriated",
    "DeficitAccumulated": "DevelopmentStageEnterpriseDeficitAccumulatedDuringDevelopmentStage",
}
ONE_WAY_BEGINNINGS = {
    "ProceedsFrom": "ProceedsFromLoans",
    "PaymentsTo": "PaymentsToEmployees",
    "PaymentsFor": "PaymentsForFees",
    "PaymentsOf": "PaymentsOfDividends",
    "PaymentsRelatedTo": "PaymentsRelatedToTaxWithholdingForShareBasedCompensation",
    "RepaymentsOf": "RepaymentsOfDebt",
    "Dividends": "Dividends",
    "CashDividends": "CashDividends",
    "InterestPaid": "InterestPaid",
    "StockIssued": "StockIssued1",
    "StockRepurchased": "StockRepurchasedDuringPeriodValue",
    "TreasuryStock": "TreasuryStockValueRetiredCostMethod",
    "CommonStock": "CommonStockDividendsPerShareCashPaid",
    "PreferredStock": "PreferredStockDividends",
    "Revenue": "Revenues",
    "SalesRevenue": "SalesRevenueGoodsGross",
    "CostOf": "CostOfRevenue",
    "CostsAndExpenses": "CostsAndExpenses",
    "OperatingExpenses": "OperatingExpenses",
    "BenefitsLossesAndExpenses": "BenefitsLossesAndExpenses",
    "Depreciation": "Depreciation",
    "Amortization": "AmortizationOfESOPAward",
    "ShareBasedCompensation": "ShareBasedCompensation",
    "ResearchAndDevelopment": "ResearchAndDevelopmentExpense",
    "SellingGeneral": "SellingGeneralAndAdministrativeExpense",
    "SellingAndMarketing": "SellingAndMarketingExpense",
    "SellingExpense": "SellingExpense",
    "MarketingExpense": "MarketingExpense",
    "GeneralAndAdministrative": "GeneralAndAdministrativeExpense",
    "MarketingAndAdvertising": "MarketingAndAdvertisingExpense",
    "AdvertisingExpense": "AdvertisingExpense",
    "LaborAndRelated": "LaborAndRelatedExpense",
    "InterestExpense": "InterestExpense",
    "AssetImpairment": "AssetImpairmentCharges",
    "GoodwillImpairment": "GoodwillImpairmentLoss",
    "ImpairmentOf": "ImpairmentOfLeasehold",
    "UtilitiesOperatingExpense": "UtilitiesOperatingExpense",
}
OPEN_WORDS = {
    "Equity": "EquityRestrictions",
    "Noncontrolling": "NonredeemableNoncontrollingInterest",
    "MinorityInterest": "OtherMinorityInterests",
    "Undistributed": "UndistributedEarningsOfForeignSubsidiaries",
    "InExcess": "BillingsInExcessOfCostCurrent",
    "Comprehensive": "DeferredTaxAssetsOtherComprehensiveLoss",
    "Cumulative": "CumulativeDividends",
    "Derivative": "DerivativeAssets",
    "Hedg": "HedgingAssetsCurrent",
    "Valuation": "RealEstateOwnedValuationAllowance",
    "DisposalGroup": "DisposalGroupDeferredGainOnDisposal",
    "FundedStatus": "DefinedBenefitPlanFundedStatusOfPlan",
    "RecognizedInBalanceSheet": "DefinedBenefitPlanAmountsRecognizedInBalanceSheet",
}


@pytest.mark.parametrize(
    ("concepts", "expected", "listed"),
    [
        (TWO_WAY_WORDS, TWO, SIGNS.two_way),
        (ONE_WAY_BEGINNINGS, ONE, SIGNS.one_way),
        (OPEN_WORDS, None, SIGNS.open),
    ],
    ids=["two-way", "one-way", "open"],
)
def test_each_word_settles_a_concept(
    concepts: dict[str, str], expected: SignClass | None, listed: tuple[str, ...]
) -> None:
    assert set(concepts) == set(listed)
    assert {word: class_of(concept) for word, concept in concepts.items()} == dict.fromkeys(concepts, expected)


# Concepts


@pytest.mark.parametrize(
    "concept",
    [
        "Assets", "IntangibleAssetsNetExcludingGoodwill", "FiniteLivedIntangibleAssetsNet", "DeferredTaxAssetsNet",
        "LiabilitiesAndStockholdersEquity", "LiabilityForClaimsAndClaimsAdjustmentExpense", "TreasuryStockValue",
        "StockholdersEquityNoteSubscriptionsReceivable", "TemporaryEquityCarryingAmountAttributableToParent",
        "OtherAssetsCurrent", "EquityMethodInvestments", "RetainedEarningsAppropriated", "DeferredRevenueCurrent",
        "PaymentsToAcquirePropertyPlantAndEquipment", "PaymentsOfDividendsMinorityInterest",
        "AdjustmentForAmortization",
        "WeightedAverageNumberOfSharesOutstandingBasic", "WeightedAverageNumberDilutedSharesOutstandingAdjustment",
        "AdvertisingRevenue", "SalesRevenueNet", "CostOfRevenue", "OtherExpenses", "NoninterestExpense",
        "PreferredStockDividendsAndOtherAdjustments", "TemporaryEquityAccretionToRedemptionValueAdjustment",
    ],
)  # fmt: skip
def test_what_can_never_be_negative(concept: str) -> None:
    assert class_of(concept) is ONE


@pytest.mark.parametrize(
    "concept",
    [
        "AssetsNet", "MinorityInterest", "MinorityInterestInOperatingPartnerships", "StockholdersEquity",
        "RetainedEarningsAccumulatedDeficit", "AccumulatedOtherComprehensiveIncomeLossNetOfTax", "NetIncomeLoss",
        "GrossProfit", "EarningsPerShareBasic", "IncomeTaxExpenseBenefit", "IncreaseDecreaseInInventories",
        "NetCashProvidedByUsedInOperatingActivities", "NetInvestmentIncome", "InvestmentIncomeNet",
        "PrincipalTransactionsRevenue", "IncomeTaxesPaidNet", "InterestAndOtherIncome",
        "AmortizationOfDebtDiscountPremium",
    ],
)  # fmt: skip
def test_what_may_be_negative(concept: str) -> None:
    assert class_of(concept) is TWO


@pytest.mark.parametrize(
    "concept",
    [
        "RestructuringCharges", "RestructuringCostsAndAssetImpairmentCharges",
        "RestructuringSettlementAndImpairmentProvisions", "ProvisionForDoubtfulAccounts",
        "ProvisionForLoanAndLeaseLosses", "ProvisionForLoanLeaseAndOtherLosses", "OtherCostAndExpenseOperating",
    ],
)  # fmt: skip
def test_what_is_a_cost_unless_it_is_taken_back(concept: str) -> None:
    assert class_of(concept) is REVERSIBLE


def test_every_concept_that_maps_name_is_settled() -> None:
    names: set[str] = set()
    for release in releases():
        maps = load_maps(release)
        names |= maps.concepts
        names |= {name for concept, life in maps.instead.items() for name in (concept, *life.concepts)}
        names |= {name for concept, rivals in maps.rivals.items() for name in (concept, *rivals)}
    amounts = [name for name in names if _unit(name) in ("USD", "shares", "USD/shares")]
    assert len(amounts) > 700
    assert [name for name in sorted(amounts) if class_of(name) is None] == []


def _unit(concept: str) -> str | None:
    found = index_of(concept).get(concept)
    return None if found is None or found.abstract else found.unit


def test_no_entry_says_what_the_rule_says_anyway() -> None:
    idle = [
        concept
        for concept, said in SIGNS.concepts.items()
        if SIGNS.by_rule(concept, index_of(concept).get(concept)) is said
    ]
    assert idle == []
