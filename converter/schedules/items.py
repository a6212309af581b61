"""The tags of Financial Data Schedules, by the articles of Regulation S-X, and the concepts that mean the same.

Where filers filled a tag in different ways (RECEIVABLES gross or net, OTHER-SE whatever is left) it has no concept:
such a line becomes an extension of the company's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from converter.terms import Kind, Unit

BS, IS = Kind.BALANCE_SHEET, Kind.INCOME


@dataclass(frozen=True, slots=True)
class Item:
    """What a tag means.

    Attributes:
        caption: in words.
        concepts: us-gaap names, best first; the first that a release has is used. Empty: an extension.
        also: further concepts under which the statements may rightly carry the same total.
        magnitude: filers print it with either sign.
    """

    kind: Kind
    caption: str
    concepts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unit: Unit = "USD"
    magnitude: bool = False


_PRETAX = (
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
)
_TOTAL_REVENUES = (
    "SalesRevenueNet",
    "RevenueFromContractWithCustomerExcludingAssessedTax",
    "RevenuesNetOfInterestExpense",
)
_EPS_BASIC = ("EarningsPerShareBasicAndDiluted", "IncomeLossFromContinuingOperationsPerBasicShare")
_EPS_DILUTED = ("EarningsPerShareBasicAndDiluted", "IncomeLossFromContinuingOperationsPerDilutedShare")
_NET_INCOME = ("ProfitLoss", "NetIncomeLossAvailableToCommonStockholdersBasic")
_CASH = ("CashAndDueFromBanks", "Cash", "CashCashEquivalentsAndShortTermInvestments")
_LIABILITIES_AND_EQUITY = Item(BS, "Total liabilities and equity", ("LiabilitiesAndStockholdersEquity",))

_ANY_ARTICLE = {
    "CASH": Item(BS, "Cash", ("CashAndCashEquivalentsAtCarryingValue",), _CASH),
    "TOTAL-ASSETS": Item(BS, "Total assets", ("Assets",)),
    "PREFERRED-MANDATORY": Item(BS, "Preferred stock, mandatory redemption"),
    "PREFERRED": Item(BS, "Preferred stock", ("PreferredStockValue",)),
    "COMMON": Item(BS, "Common stock", ("CommonStockValue",), ("CommonStocksIncludingAdditionalPaidInCapital",)),
    "OTHER-SE": Item(BS, "Other stockholders' equity"),
    "TOTAL-LIABILITY-AND-EQUITY": _LIABILITIES_AND_EQUITY,
    "TOTAL-LIABILITIES-AND-EQUITY": _LIABILITIES_AND_EQUITY,
    "INCOME-PRETAX": Item(IS, "Income before income taxes", _PRETAX),
    "INCOME-TAX": Item(IS, "Income taxes", ("IncomeTaxExpenseBenefit",)),
    "INCOME-CONTINUING": Item(IS, "Income from continuing operations", ("IncomeLossFromContinuingOperations",)),
    "DISCONTINUED": Item(IS, "Discontinued operations", ("IncomeLossFromDiscontinuedOperationsNetOfTax",)),
    "EXTRAORDINARY": Item(IS, "Extraordinary items", ("ExtraordinaryItemNetOfTax",)),
    "CHANGES": Item(IS, "Accounting changes"),
    "NET-INCOME": Item(IS, "Net income", ("NetIncomeLoss",), _NET_INCOME),
    "EPS-PRIMARY": Item(IS, "Earnings per share, primary", ("EarningsPerShareBasic",), _EPS_BASIC, "USD/shares"),
    "EPS-BASIC": Item(IS, "Earnings per share, basic", ("EarningsPerShareBasic",), _EPS_BASIC, "USD/shares"),
    "EPS-DILUTED": Item(IS, "Earnings per share, diluted", ("EarningsPerShareDiluted",), _EPS_DILUTED, "USD/shares"),
}

_COMMERCIAL = {
    "SECURITIES": Item(BS, "Marketable securities", ("MarketableSecurities", "MarketableSecuritiesCurrent")),
    "RECEIVABLES": Item(BS, "Receivables"),
    "ALLOWANCES": Item(
        BS, "Allowances for doubtful accounts", ("AllowanceForDoubtfulAccountsReceivable",), magnitude=True
    ),
    "INVENTORY": Item(BS, "Inventory", ("InventoryNet",)),
    "CURRENT-ASSETS": Item(BS, "Total current assets", ("AssetsCurrent",)),
    "PP&E": Item(BS, "Property, plant and equipment", ("PropertyPlantAndEquipmentGross",)),
    "DEPRECIATION": Item(
        BS,
        "Accumulated depreciation",
        ("AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment",),
        magnitude=True,
    ),
    "CURRENT-LIABILITIES": Item(BS, "Total current liabilities", ("LiabilitiesCurrent",)),
    "BONDS": Item(BS, "Bonds, mortgages and similar debt", ("LongTermDebtNoncurrent",)),
    "SALES": Item(
        IS,
        "Net sales",
        ("SalesRevenueGoodsNet", "RevenueFromContractWithCustomerExcludingAssessedTax"),
        _TOTAL_REVENUES,
    ),
    "TOTAL-REVENUES": Item(IS, "Total revenues", ("Revenues",), _TOTAL_REVENUES),
    "CGS": Item(IS, "Cost of goods sold", ("CostOfGoodsSold", "CostOfGoodsAndServicesSold"), ("CostOfRevenue",)),
    "TOTAL-COSTS": Item(IS, "Total costs"),
    "OTHER-EXPENSES": Item(IS, "Other expenses"),
    "LOSS-PROVISION": Item(IS, "Provision for losses", ("ProvisionForDoubtfulAccounts",)),
    "INTEREST-EXPENSE": Item(IS, "Interest expense", ("InterestExpense",)),
}

_INSURANCE = {
    "DEBT-HELD-FOR-SALE": Item(BS, "Debt securities held for sale", ("AvailableForSaleSecuritiesDebtSecurities",)),
    "EQUITIES": Item(BS, "Equity securities"),
    "MORTGAGE": Item(BS, "Mortgage loans"),
    "REAL-ESTATE": Item(BS, "Real estate", ("RealEstateInvestmentPropertyNet",)),
    "TOTAL-INVEST": Item(BS, "Total investments", ("Investments",)),
    "RECOVER-REINSURE": Item(BS, "Reinsurance recoverable", ("ReinsuranceRecoverables",)),
    "DEFERRED-ACQUISITION": Item(BS, "Deferred acquisition costs", ("DeferredPolicyAcquisitionCosts",)),
    "POLICY-LOSSES": Item(BS, "Policy losses"),
    "UNEARNED-PREMIUMS": Item(BS, "Unearned premiums", ("UnearnedPremiums",)),
    "POLICY-OTHER": Item(BS, "Other policy claims and benefits"),
    "POLICY-HOLDER-FUNDS": Item(BS, "Policyholder funds", ("PolicyholderFunds",)),
    "NOTES-PAYABLE": Item(BS, "Notes payable", ("NotesPayable",)),
    "PREMIUMS": Item(IS, "Premiums", ("PremiumsEarnedNet",)),
    "INVESTMENT-INCOME": Item(IS, "Net investment income", ("NetInvestmentIncome",)),
    "INVESTMENT-GAINS": Item(IS, "Investment gains", ("RealizedInvestmentGainsLosses",)),
    "BENEFITS": Item(IS, "Benefits and losses", ("PolicyholderBenefitsAndClaimsIncurredNet",)),
    "UNDERWRITING-AMORTIZATION": Item(
        IS, "Amortization of acquisition costs", ("DeferredPolicyAcquisitionCostAmortizationExpense",)
    ),
    "UNDERWRITING-OTHER": Item(IS, "Other underwriting expenses"),
}

_BANK = {
    "INT-BEARING-DEPOSITS": Item(BS, "Interest-bearing deposits", ("InterestBearingDepositsInBanks",)),
    "FED-FUNDS-SOLD": Item(BS, "Federal funds sold"),
    "TRADING-ASSETS": Item(BS, "Trading assets"),
    "INVESTMENTS-HELD-FOR-SALE": Item(BS, "Investments held for sale"),
    "INVESTMENTS-CARRYING": Item(BS, "Investments at carrying value"),
    "LOANS": Item(
        BS,
        "Loans",
        (
            "LoansAndLeasesReceivableNetOfDeferredIncome",
            "FinancingReceivableExcludingAccruedInterestBeforeAllowanceForCreditLoss",
        ),
        ("LoansAndLeasesReceivableGrossCarryingAmount",),
    ),
    "ALLOWANCE": Item(
        BS,
        "Allowance for loan losses",
        ("LoansAndLeasesReceivableAllowance", "FinancingReceivableAllowanceForCreditLosses"),
        ("FinancingReceivableAllowanceForCreditLossExcludingAccruedInterest",),
        magnitude=True,
    ),
    "DEPOSITS": Item(BS, "Deposits", ("Deposits",)),
    "SHORT-TERM": Item(BS, "Short-term borrowings", ("ShortTermBorrowings",)),
    "LIABILITIES-OTHER": Item(BS, "Other liabilities", ("OtherLiabilities",)),
    "LONG-TERM": Item(BS, "Long-term debt", ("LongTermDebt",)),
    "INTEREST-LOAN": Item(IS, "Interest on loans", ("InterestAndFeeIncomeLoansAndLeases",)),
    "INTEREST-INVEST": Item(IS, "Interest on investments"),
    "INTEREST-OTHER": Item(IS, "Other interest"),
    "INTEREST-TOTAL": Item(IS, "Total interest income", ("InterestAndDividendIncomeOperating",)),
    "INTEREST-DEPOSIT": Item(IS, "Interest on deposits", ("InterestExpenseDeposits",)),
    "INTEREST-INCOME-NET": Item(IS, "Net interest income", ("InterestIncomeExpenseNet",)),
    "LOAN-LOSSES": Item(
        IS, "Provision for loan losses", ("ProvisionForLoanAndLeaseLosses", "ProvisionForLoanLeaseAndOtherLosses")
    ),
    "SECURITIES-GAINS": Item(IS, "Securities gains"),
    "EXPENSE-OTHER": Item(IS, "Other expenses", ("NoninterestExpense",)),
    "INCOME-PRE-EXTRAORDINARY": Item(IS, "Income before extraordinary items"),
}

_UTILITY = {
    "TOTAL-NET-UTILITY-PLANT": Item(BS, "Net utility plant", ("PublicUtilitiesPropertyPlantAndEquipmentNet",)),
    "OTHER-PROPERTY-AND-INVEST": Item(BS, "Other property and investments"),
    "TOTAL-CURRENT-ASSETS": Item(BS, "Total current assets", ("AssetsCurrent",)),
    "TOTAL-DEFERRED-CHARGES": Item(BS, "Deferred charges"),
    "OTHER-ASSETS": Item(BS, "Other assets"),
    "CAPITAL-SURPLUS-PAID-IN": Item(BS, "Paid-in capital", ("AdditionalPaidInCapital",)),
    "RETAINED-EARNINGS": Item(BS, "Retained earnings", ("RetainedEarningsAccumulatedDeficit",)),
    "TOTAL-COMMON-STOCKHOLDERS-EQ": Item(BS, "Common stockholders' equity"),
    "LONG-TERM-DEBT-NET": Item(BS, "Long-term debt", ("LongTermDebtNoncurrent",)),
    "SHORT-TERM-NOTES": Item(BS, "Short-term notes"),
    "LONG-TERM-NOTES-PAYABLE": Item(BS, "Long-term notes payable"),
    "COMMERCIAL-PAPER-OBLIGATIONS": Item(BS, "Commercial paper", ("CommercialPaper",)),
    "LONG-TERM-DEBT-CURRENT-PORT": Item(BS, "Long-term debt, current portion", ("LongTermDebtCurrent",)),
    "CAPITAL-LEASE-OBLIGATIONS": Item(BS, "Capital lease obligations"),
    "LEASES-CURRENT": Item(BS, "Capital leases, current"),
    "OTHER-ITEMS-CAPITAL-AND-LIAB": Item(BS, "Other capital and liabilities"),
    "TOT-CAPITALIZATION-AND-LIAB": _LIABILITIES_AND_EQUITY,
    "GROSS-OPERATING-REVENUE": Item(
        IS, "Operating revenues", ("RegulatedAndUnregulatedOperatingRevenue", "Revenues"), _TOTAL_REVENUES
    ),
    "INCOME-TAX-EXPENSE-NET": Item(IS, "Income taxes", ("IncomeTaxExpenseBenefit",)),
    "OTHER-OPERATING-EXPENSES": Item(IS, "Other operating expenses"),
    "TOTAL-OPERATING-EXPENSES": Item(IS, "Operating expenses"),
    "OPERATING-INCOME-LOSS": Item(IS, "Operating income", ("OperatingIncomeLoss",)),
    "OTHER-INCOME-NET": Item(IS, "Other income, net"),
    "INCOME-BEFORE-INTEREST-EXPEN": Item(IS, "Income before interest expense"),
    "TOTAL-INTEREST-EXPENSE": Item(IS, "Interest expense", ("InterestExpense",)),
    "PREFERRED-STOCK-DIVIDENDS": Item(
        IS, "Preferred dividends", ("PreferredStockDividendsIncomeStatementImpact", "PreferredStockDividends")
    ),
    "EARNINGS-AVAILABLE-FOR-COMM": Item(
        IS, "Earnings for common stock", ("NetIncomeLossAvailableToCommonStockholdersBasic",)
    ),
}

ITEMS: dict[str, Item] = _ANY_ARTICLE | _COMMERCIAL | _INSURANCE | _BANK | _UTILITY
"""All tags by name: no two articles use one name for different things. Tags of statistics (loan loss history, yields)
are left out; articles that are not listed (CT, BD) use the names of these."""
