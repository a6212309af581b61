"""DQC_0015 (EFM 6.05.43): concepts that cannot be negative.

The committee keeps a list of some 3,500 concepts. Ours is a reading of the names: a balance-sheet amount, a count of
shares, or a flow whose name says which way it goes, unless a word of the name leaves the direction open. Of the facts
of the third quarter of 2009 in the SEC's data sets 42 % are under the rule, and 2 % of those are negative, most of them
payments and treasury stock with the wrong sign; of 8,600 facts whose sign was checked two are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.findings import Finding
from converter.taxonomy import Element, Index
from converter.validation.checks.book import Book, figure, remark, value

BOTH_WAYS = (
    # Two directions in one name.
    "IncreaseDecrease", "DecreaseIncrease", "GainLoss", "GainsLoss", "LossGain", "LossesGains", "IncomeLoss",
    "LossIncome", "ProfitLoss", "EarningsLoss", "ByUsedIn", "UsedInProvidedBy", "ProceedsFromPayments",
    "ProceedsFromRepayments", "PaymentsForProceeds", "PaymentsOfProceeds", "RepaymentsOfProceeds", "RepaymentsProceeds",
    "ExpenseBenefit", "BenefitExpense", "IncomeExpense", "ExpenseIncome", "RevenueExpense",
    # Equity and what accumulates in it.
    "Equity", "Deficit", "RetainedEarnings", "PartnersCapital", "MembersCapital", "Comprehensive", "Translation",
    "Noncontrolling", "MinorityInterest", "Undistributed", "Unallocated", "Appropriat", "InExcess",
    # Remeasured, reversed or refunded.
    "Adjustment", "Effect", "Cumulative", "Valuation", "Unrealized", "Realized", "Reclassification", "Derivative",
    "Hedg", "Provision", "Restructuring", "Reversal", "Recover", "Litigation", "Settlement", "TaxesPaid", "TaxBenefit",
    "InterestPaidNet", "Deferred", "InventoryLIFO", "Restated", "Extraordinary",
    # Nets of two things.
    "DiscontinuedOperation", "DisposalGroup", "Held", "Other", "Nonoperating", "Noninterest", "InvestmentIncome",
    "InterestIncome", "Period",
)  # fmt: skip
"""Words that leave the sign of a concept open."""

ONE_WAY = (
    "ProceedsFrom", "PaymentsTo", "PaymentsFor", "PaymentsOf", "RepaymentsOf", "Dividends", "InterestPaid",
    "StockIssued", "TreasuryStock", "CommonStock", "PreferredStock", "WeightedAverage", "Revenue", "SalesRevenue",
    "CostOf", "CostsAndExpenses", "OperatingExpenses", "BenefitsLossesAndExpenses", "Depreciation", "Amortization",
    "ShareBasedCompensation", "ResearchAndDevelopment", "SellingGeneral", "SellingAndMarketing",
    "GeneralAndAdministrative", "MarketingAndAdvertising", "AdvertisingExpense", "LaborAndRelated", "InterestExpense",
    "AssetImpairment", "GoodwillImpairment", "ImpairmentOf",
)  # fmt: skip
"""How the names of flows begin that go one way."""

_BOTH_WAYS = re.compile("|".join(BOTH_WAYS))


def cannot_be_negative(element: Element, index: Index) -> bool:
    """Whether a negative value of the concept is an error in all likelihood."""
    if element.unit not in ("USD", "shares", "USD/shares") or _BOTH_WAYS.search(element.local):
        return False
    if element.unit == "shares":
        return True
    if element.period_type == "instant":
        return element.unit == "USD/shares" or "BS" in index.statements(element.local)
    return element.local.startswith(ONE_WAY) and not element.local.endswith("Net")


def check(book: Book) -> Iterator[Finding]:
    """Negative facts of such concepts."""
    for concept, facts in book.facts.items():
        element = book.index.get(concept)
        if element is None or not cannot_be_negative(element, book.index):
            continue
        for fact in facts.values():
            if value(fact) < 0:
                yield remark(
                    "DQC_0015",
                    f"{concept} is {figure(fact)}, but it cannot be negative; check the printed sign, and whether the "
                    "line means another concept.",
                    fact,
                )
