"""Which text block a heading of the notes stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.knowledge import NoteHeadings, load_knowledge
from converter.knowledge.notes import Level, words_of
from converter.taxonomy import load_index, releases

KNOWN = load_knowledge("us-gaap/2025").notes


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES", "SignificantAccountingPoliciesTextBlock"),
        ("Basis of Presentation", "BasisOfAccounting"),
        ("Nature of Operations", "NatureOfOperations"),
        ("Organization and Significant Accounting Policies",
         "OrganizationConsolidationBasisOfPresentationBusinessDescriptionAndAccountingPoliciesTextBlock"),
        ("Going Concern", "SubstantialDoubtAboutGoingConcernTextBlock"),
        ("Recently Issued Accounting Standards",
         "NewAccountingPronouncementsAndChangesInAccountingPrinciplesTextBlock"),
        ("Acquisitions", "BusinessCombinationDisclosureTextBlock"),
        ("Acquisition of Treasury Stock", "TreasuryStockTextBlock"),
        ("Discontinued Operations", "DisposalGroupsIncludingDiscontinuedOperationsDisclosureTextBlock"),
        ("Restructuring Charges", "RestructuringAndRelatedActivitiesDisclosureTextBlock"),
        ("Inventories, net", "InventoryDisclosureTextBlock"),
        ("Property, Plant & Equipment", "PropertyPlantAndEquipmentDisclosureTextBlock"),
        ("Goodwill and Other Intangible Assets", "GoodwillAndIntangibleAssetsDisclosureTextBlock"),
        ("Fair Value of Financial Instruments", "FairValueDisclosuresTextBlock"),
        ("Long-Term Debt", "DebtDisclosureTextBlock"),
        ("Lines of Credit", "ShortTermDebtTextBlock"),
        ("Leases", "LeasesOfLesseeDisclosureTextBlock"),
        ("INCOME TAXES", "IncomeTaxDisclosureTextBlock"),
        ("Pension and Other Postretirement Benefits", "PensionAndOtherPostretirementBenefitsDisclosureTextBlock"),
        ("401(k) Plan", "PensionAndOtherPostretirementBenefitsDisclosureTextBlock"),
        ("Employee Benefit Plans", "CompensationAndEmployeeBenefitPlansTextBlock"),
        ("Stock Option Plans", "DisclosureOfCompensationRelatedCostsShareBasedPaymentsTextBlock"),
        ("Stockholders' Equity", "StockholdersEquityNoteDisclosureTextBlock"),
        ("Shareholders’ Equity", "StockholdersEquityNoteDisclosureTextBlock"),
        ("Net Income (Loss) per Common Share", "EarningsPerShareTextBlock"),
        ("Commitments and Contingencies", "CommitmentsAndContingenciesDisclosureTextBlock"),
        ("Contingencies", "LegalMattersAndContingenciesTextBlock"),
        ("Commitments", "CommitmentsDisclosureTextBlock"),
        ("Related Party Transactions", "RelatedPartyTransactionsDisclosureTextBlock"),
        ("Segment Information", "SegmentReportingDisclosureTextBlock"),
        ("Industry Segment and Geographic Information", "SegmentReportingDisclosureTextBlock"),
        ("Quarterly Financial Data (Unaudited)", "QuarterlyFinancialInformationTextBlock"),
        ("Subsequent Events", "SubsequentEventsTextBlock"),
        ("Larkfield Acquisition", "BusinessCombinationDisclosureTextBlock"),
        ("Acquisition of Larkfield Mill Corporation", "BusinessCombinationDisclosureTextBlock"),
        ("Proposed Merger with Larkfield Inc.", "BusinessCombinationDisclosureTextBlock"),
        ("Sale of the Paper Mill Division", "MergersAcquisitionsAndDispositionsDisclosuresTextBlock"),
        ("Reorganization of Businesses", "RestructuringAndRelatedActivitiesDisclosureTextBlock"),
        ("Foreign Currency Derivatives", "DerivativeInstrumentsAndHedgingActivitiesDisclosureTextBlock"),
        ("Financial Instruments and Risk Management", "DerivativeInstrumentsAndHedgingActivitiesDisclosureTextBlock"),
        ("Risk Management", "DerivativeInstrumentsAndHedgingActivitiesDisclosureTextBlock"),
        ("Sales-Type Leases", "LeasesOfLessorDisclosureTextBlock"),
        ("Net Investment in Operating Leases", "LeasesOfLessorDisclosureTextBlock"),
        ("Leasing Arrangements", "LeasesOfLesseeDisclosureTextBlock"),
        ("Commercial Paper and Long-Term Debt", "DebtDisclosureTextBlock"),
        ("Long-Term and Short-Term Debt", "DebtDisclosureTextBlock"),
        ("Note Payable to Bank", "DebtDisclosureTextBlock"),
        ("Revenue", "RevenueFromContractWithCustomerTextBlock"),
        ("Revenues from Contracts with Customers", "RevenueFromContractWithCustomerTextBlock"),
        ("Variable Interest Entities", "VariableInterestEntityDisclosureTextBlock"),
        ("Defined Contribution Plans", "DefinedContributionPlanTextBlock"),
        ("Supplier Finance Program", "SupplierFinanceProgramTextBlock"),
        ("Digital Assets", "CryptoAssetTextBlock"),
        ("Taxes on Earnings", "IncomeTaxDisclosureTextBlock"),
        ("Non-Cash Investing and Financing Activities", "CashFlowSupplementalDisclosuresTextBlock"),
        ("Changes in Accumulated Other Comprehensive Income", "ComprehensiveIncomeNoteTextBlock"),
        ("Repurchase Program", "TreasuryStockTextBlock"),
        ("Restatement of Consolidated Financial Statements for 1998", "ErrorCorrectionTextBlock"),
    ],
)  # fmt: skip
def test_classical_headings(title: str, concept: str) -> None:
    assert KNOWN.concepts(title)[0] == concept


@pytest.mark.parametrize(
    "title",
    [
        "Gain on Sale of Subsidiary",
        "Gauges",
        "Acquisition of the Larkfield Mill",
        "Loss on Inventories",
        "Investment in Larkfield",
        "",
        "Debtors",
        "Debts of the Mill and Planned Reorganization",
        "Settlement and Other Risk Management",
        "Interest Expense",
        "Unusual Gain Before Cumulative Effect of Accounting Changes",
        "Acquisition of Larkfield",
        "Digital Assets and Mills",
    ],
)
def test_what_else_a_heading_says_is_no_classical_one(title: str) -> None:
    assert KNOWN.concepts(title) == ()


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("Revenue Recognition", "RevenueRecognitionPolicyTextBlock"),
        ("Principles of Consolidation", "ConsolidationPolicyTextBlock"),
        ("Income Taxes", "IncomeTaxPolicyTextBlock"),
        ("Research and Development", "ResearchDevelopmentAndComputerSoftwarePolicyTextBlock"),
        ("Foreign Currency Translation", "ForeignCurrencyTransactionsAndTranslationsPolicyTextBlock"),
        ("Use of Estimates", "UseOfEstimates"),
        ("Management's Use of Estimates and Assumptions", "UseOfEstimates"),
        ("Estimates in Financial Statements", "UseOfEstimates"),
        ("Reclassifications", "PriorPeriodReclassificationAdjustmentDescription"),
        ("Fiscal Year", "FiscalPeriod"),
        ("Concentrations of Credit Risk", "ConcentrationRiskCreditRisk"),
        ("Product Warranties", "StandardProductWarrantyPolicy"),
        ("Cost of Sales", "CostOfSalesPolicyTextBlock"),
        ("Leases", "LesseeLeasesPolicyTextBlock"),
        ("Business Combinations", "BusinessCombinationsPolicy"),
        ("Contingencies", "CommitmentsAndContingenciesPolicyTextBlock"),
        ("Variable Interest Entities", "ConsolidationVariableInterestEntityPolicy"),
        ("Description of Business", "NatureOfOperations"),
    ],
)
def test_policies_have_their_own(title: str, concept: str) -> None:
    assert KNOWN.concepts(title, "policies") == (concept,)


def test_the_expression_that_begins_first_stands_then_the_longest() -> None:
    notes = {"Mills": ("mills?",), "Dams": ("dams?",), "MillsAndDams": ("mills and dams",)}
    known = NoteHeadings(notes, {}, {"Dams": "Weirs"})
    assert known.concepts("Mills, Dams") == ("Mills",)
    assert known.concepts("Dams & Mills") == ("Dams", "Weirs")
    assert known.concepts("Mills and Dams (Unaudited)") == ("MillsAndDams",)
    assert known.concepts("Sawmills") == ()
    assert known.concepts("Millstones") == ()
    assert known.concepts("Mills of Dover") == ()
    assert known.concepts("Sale of Mills") == ()
    assert known.concepts("Old Mills Today") == ("Mills",)
    assert known.concepts("Mills", "policies") == ()


def test_words_are_those_of_the_heading_alone() -> None:
    assert words_of("Stockholders' Equity & Leases (in thousands)") == "stockholders equity and leases"
    assert words_of("401(k) PLANS") == "401k plans"
    assert words_of("a" * 300) == "a" * 200


_ONCE_WORDS = {
    "BasisOfAccounting", "BusinessCombinationsPolicy", "ConcentrationRiskCreditRisk", "FiscalPeriod",
    "ConsolidationVariableInterestEntityPolicy", "StandardProductWarrantyPolicy", "UseOfEstimates",
}  # fmt: skip
"""Text blocks that were plain text in the first releases: what falls to the company's own there."""


@pytest.mark.parametrize("release", releases())
@pytest.mark.parametrize("level", ["notes", "policies"])
def test_a_concept_is_a_text_block_wherever_it_is_one(release: str, level: Level) -> None:
    index = load_index(release)
    for name in (*getattr(KNOWN, level), *KNOWN.otherwise.values()):
        element = index.get(name)
        assert element is None or element.period_type == "duration"
        assert element is None or element.type.endswith("textBlockItemType") or name in _ONCE_WORDS


def test_a_person_overrules_the_built_in_headings(tmp_path: Path) -> None:
    (tmp_path / "concepts").mkdir()
    own = (
        "notes:\n  OtherAssetsDisclosureTextBlock: inventories\n"
        "otherwise:\n  SubsequentEventsTextBlock: LeasesOfLesseeDisclosureTextBlock\n"
    )
    (tmp_path / "concepts" / "notes.yaml").write_text(own, encoding="utf-8")
    mine = load_knowledge("us-gaap/2025", tmp_path).notes
    assert mine.concepts("Inventories") == ("OtherAssetsDisclosureTextBlock",)
    assert mine.concepts("Inventory") == ("InventoryDisclosureTextBlock",)
    assert mine.concepts("Subsequent Events")[1] == "LeasesOfLesseeDisclosureTextBlock"
