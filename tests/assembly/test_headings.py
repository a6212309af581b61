"""The us-gaap abstract that a printed heading stands for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converter.assembly.headings import Totals, heading_concept
from converter.assembly.tagging import Tag
from converter.knowledge import Headings, load_knowledge
from converter.statements.statement import Item, Role
from converter.taxonomy import load_index
from converter.terms import Decision, Kind, Name

HEADINGS = load_knowledge("us-gaap").headings
ROOTS = {
    Kind.BALANCE_SHEET: "StatementOfFinancialPositionAbstract",
    Kind.INCOME: "IncomeStatementAbstract",
    Kind.COMPREHENSIVE_INCOME: "StatementOfIncomeAndComprehensiveIncomeAbstract",
    Kind.CASH_FLOW: "StatementOfCashFlowsAbstract",
    Kind.EQUITY: "StatementOfStockholdersEquityAbstract",
}


def concept(caption: str, *inside: tuple[Item, Tag | None], taxonomy: str = "us-gaap/2009") -> str | None:
    return heading_concept(caption, 0, totals(inside), HEADINGS, load_index(taxonomy))


def totals(inside: Sequence[tuple[Item, Tag | None]]) -> Totals:
    return Totals((at, item, tag) for at, (item, tag) in enumerate(inside, 1))


def row(caption: str, name: Name | None, role: Role = Role.TOTAL) -> tuple[Item, Tag | None]:
    return Item(caption, role=role), Tag(name, Decision(None, 1, "none", 0.0)) if name else None


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("ASSETS", "AssetsAbstract"),
        ("Current assets:", "AssetsCurrentAbstract"),
        ("Other assets", "AssetsNoncurrentAbstract"),
        ("Non-current assets", "AssetsNoncurrentAbstract"),
        ("Noncurrent assets", "AssetsNoncurrentAbstract"),
        ("Long-term assets", "AssetsNoncurrentAbstract"),
        ("Fixed assets, at cost", "PropertyPlantAndEquipmentAbstract"),
        ("Property, plant & equipment:", "PropertyPlantAndEquipmentAbstract"),
        ("Property and equipment, net", "PropertyPlantAndEquipmentAbstract"),
        ("Investments:", "InvestmentsAbstract"),
        ("Liabilities and Stockholders' Equity", "LiabilitiesAndStockholdersEquityAbstract"),
        ("Liabilities and shareholders’ equity (deficit)", "LiabilitiesAndStockholdersEquityAbstract"),
        ("Liabilities, preferred stock and equity", "LiabilitiesAndStockholdersEquityAbstract"),
        ("Liabilities, minority interest and partners' capital", "LiabilitiesAndStockholdersEquityAbstract"),
        ("Liabilities", "LiabilitiesAbstract"),
        ("Current liabilities", "LiabilitiesCurrentAbstract"),
        ("Long-term liabilities", "LiabilitiesNoncurrentAbstract"),
        ("Deposits:", "DepositsAbstract"),
        ("Common shareholders' equity:", "StockholdersEquityAbstract"),
        ("Stockholders' equity (deficit)", "StockholdersEquityAbstract"),
        ("Partners' capital", "PartnersCapitalAbstract"),
        ("Partners' equity (deficit)", "PartnersCapitalAbstract"),
        ("Revenues", "RevenuesAbstract"),
        ("Net sales", "RevenuesAbstract"),
        ("Total revenue and other income", "RevenuesAbstract"),
        ("Cost of goods sold", "CostOfRevenueAbstract"),
        ("Costs of sales", "CostOfRevenueAbstract"),
        ("Costs and expenses:", "CostsAndExpensesAbstract"),
        ("Costs & expenses", "CostsAndExpensesAbstract"),
        ("Costs and other operating expenses", "CostsAndExpensesAbstract"),
        ("Operating expenses", "OperatingExpensesAbstract"),
        ("Operating costs and expenses", "OperatingExpensesAbstract"),
        ("Other income (expense), net", "NonoperatingIncomeExpenseAbstract"),
        ("Other (expense) income", "NonoperatingIncomeExpenseAbstract"),
        ("Other income and expenses", "NonoperatingIncomeExpenseAbstract"),
        ("Other income (deductions)", "NonoperatingIncomeExpenseAbstract"),
        ("Interest and dividend income:", "InterestAndDividendIncomeOperatingAbstract"),
        ("Interest income", "InterestAndDividendIncomeOperatingAbstract"),
        ("Interest expense", "InterestExpenseAbstract"),
        ("Non-interest income", "NoninterestIncomeAbstract"),
        ("Other operating income", "NoninterestIncomeAbstract"),
        ("Noninterest expenses", "NoninterestExpenseAbstract"),
        ("Other operating expense", "NoninterestExpenseAbstract"),
        ("Basic net income (loss) per common share:", "EarningsPerShareAbstract"),
        ("Earnings per share", "EarningsPerShareAbstract"),
        ("Cash flows from operating activities:", "NetCashProvidedByUsedInOperatingActivitiesAbstract"),
        ("Operating activities", "NetCashProvidedByUsedInOperatingActivitiesAbstract"),
        ("Cash flow provided by (used in) investment activities", "NetCashProvidedByUsedInInvestingActivitiesAbstract"),
        ("Investing activities", "NetCashProvidedByUsedInInvestingActivitiesAbstract"),
        ("Cash flows used in financing activities", "NetCashProvidedByUsedInFinancingActivitiesAbstract"),
        ("Adjustments to reconcile net loss to net cash:",
         "AdjustmentsToReconcileNetIncomeLossToCashProvidedByUsedInOperatingActivitiesAbstract"),
        ("Changes in operating assets and liabilities:", "IncreaseDecreaseInOperatingCapitalAbstract"),
        ("Net increase (decrease) in working capital", "IncreaseDecreaseInOperatingCapitalAbstract"),
        ("Supplemental disclosures of cash flow information", "SupplementalCashFlowInformationAbstract"),
        ("Supplemental non-cash activities", "SupplementalCashFlowInformationAbstract"),
        ("Harbour dues", None),
        ("Assets of the plan", None),
    ],
)  # fmt: skip
def test_a_heading_by_its_words(caption: str, expected: str | None) -> None:
    releases = ("us-gaap/2009", "us-gaap/2025")
    found = {concept(caption, taxonomy=release) for release in releases} - {None}
    assert found == ({expected} if expected else set())


def test_the_total_that_closes_it_comes_first() -> None:
    closing = row("Total other assets", Name("us-gaap", "OtherAssets"))
    assert concept("Other assets", closing) == "AssetsNoncurrentAbstract"  # there is no OtherAssetsAbstract
    closing = row("Total investments", Name("us-gaap", "Assets"))
    assert concept("Investments", closing) == "AssetsAbstract"
    assert concept("Investments", row("Total investments", None)) == "InvestmentsAbstract"
    assert concept("Investments", row("All investments", Name("us-gaap", "Assets"))) == "InvestmentsAbstract"
    assert concept("Investments", row("Total investments", Name("own", "Assets"))) == "InvestmentsAbstract"
    line = row("Total investments", Name("us-gaap", "Assets"), Role.LINE)
    assert concept("Investments", line) == "InvestmentsAbstract"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("NoSuchAbstract", "not in the release"),
        ("Assets", "no heading"),
        ("AccountsPayableAbstract", "deprecated in 2009"),
    ],
)
def test_what_cannot_be_a_heading_gives_way_to_the_next(name: str, why: str) -> None:
    headings = Headings({}, {}, {name: ("things",), "AssetsAbstract": ("thin.*",)})
    found = heading_concept("Things", 0, totals(()), headings, load_index("us-gaap/2009"))
    assert found == "AssetsAbstract", why
    assert headings.named("things") == [name, "AssetsAbstract"]
    assert headings.named("all things") == []  # all of the words have to match


def test_the_roots_of_the_statements() -> None:
    assert HEADINGS.roots == ROOTS
