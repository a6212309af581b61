"""Abstract concepts: the us-gaap heading that a printed heading stands for, and the roots of the statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from converter.assembly.tagging import US_GAAP, Tag
from converter.statements.statement import Item, Role
from converter.taxonomy import Index
from converter.terms import Kind

ROOTS: Mapping[Kind, str] = {
    Kind.BALANCE_SHEET: "StatementOfFinancialPositionAbstract",
    Kind.INCOME: "IncomeStatementAbstract",
    Kind.COMPREHENSIVE_INCOME: "StatementOfIncomeAndComprehensiveIncomeAbstract",
    Kind.CASH_FLOW: "StatementOfCashFlowsAbstract",
    Kind.EQUITY: "StatementOfStockholdersEquityAbstract",
}

_OWNERS = r"(?:stock|share)holders"
_HEADINGS: tuple[tuple[str, str], ...] = (
    (r"assets", "AssetsAbstract"),
    (r"current assets", "AssetsCurrentAbstract"),
    (r"(?:other|noncurrent|non current|long term) assets", "AssetsNoncurrentAbstract"),
    (r"(?:fixed assets|property(?: plant)?(?: and)? equipment)(?: at cost| net)?", "PropertyPlantAndEquipmentAbstract"),
    (r"investments", "InvestmentsAbstract"),
    (rf"liabilities(?: preferred stock)?(?: minority interests?)? and (?:{_OWNERS}|partners)? ?(?:equity|capital).*",
     "LiabilitiesAndStockholdersEquityAbstract"),
    (r"liabilities", "LiabilitiesAbstract"),
    (r"current liabilities", "LiabilitiesCurrentAbstract"),
    (r"(?:noncurrent|non current|long term) liabilities", "LiabilitiesNoncurrentAbstract"),
    (r"deposits", "DepositsAbstract"),
    (rf"(?:common )?{_OWNERS} equity.*", "StockholdersEquityAbstract"),
    (r"partners (?:capital|equity).*", "PartnersCapitalAbstract"),
    (r"(?:operating |total |net )?(?:revenues?|sales)(?: and other income)?", "RevenuesAbstract"),
    (r"costs? of (?:sales|revenues?|goods sold|products sold)", "CostOfRevenueAbstract"),
    (r"costs and (?:other )?(?:operating )?expenses", "CostsAndExpensesAbstract"),
    (r"operating (?:costs and )?expenses", "OperatingExpensesAbstract"),
    (r"other (?:income|expenses?|income expenses?|expenses? income|income and expenses?|income deductions?)(?: net)?",
     "NonoperatingIncomeExpenseAbstract"),
    (r"interest (?:and dividend )?income", "InterestAndDividendIncomeOperatingAbstract"),
    (r"interest expense", "InterestExpenseAbstract"),
    (r"(?:other|noninterest|non interest) operating income|non ?interest income", "NoninterestIncomeAbstract"),
    (r"(?:other|noninterest|non interest) operating expenses?|non ?interest expenses?", "NoninterestExpenseAbstract"),
    (r"(?:basic |diluted |primary )?(?:net )?(?:income|earnings|loss|income loss|loss income|earnings loss) per "
     r"(?:common )?share.*", "EarningsPerShareAbstract"),
    (r"(?:cash flows? (?:from|provided by|used in|provided by used in) )?operating activities",
     "NetCashProvidedByUsedInOperatingActivitiesAbstract"),
    (r"(?:cash flows? (?:from|provided by|used in|provided by used in) )?invest(?:ing|ment) activities",
     "NetCashProvidedByUsedInInvestingActivitiesAbstract"),
    (r"(?:cash flows? (?:from|provided by|used in|provided by used in) )?financing activities",
     "NetCashProvidedByUsedInFinancingActivitiesAbstract"),
    (r"adjustments to reconcile .*",
     "AdjustmentsToReconcileNetIncomeLossToCashProvidedByUsedInOperatingActivitiesAbstract"),
    (r"(?:net )?(?:changes?|increase|decrease|increase decrease) in (?:operating |current |certain )?"
     r"(?:working capital|(?:operating )?assets and (?:operating )?liabilities).*",
     "IncreaseDecreaseInOperatingCapitalAbstract"),
    (r"supplemental (?:disclosures? of )?(?:cash flow|noncash|non cash).*", "SupplementalCashFlowInformationAbstract"),
)  # fmt: skip
"""How headings read, in lower-case words, and the us-gaap abstract that stands over such rows."""

_PATTERNS = [(re.compile(pattern), name) for pattern, name in _HEADINGS]


def heading_concept(heading: Item, inside: Sequence[tuple[Item, Tag | None]], index: Index) -> str | None:
    """The us-gaap abstract of a heading: by its words, or by the total that closes it; None if there is none.

    Args:
        inside: the rows under the heading, with their tags.
    """
    words = _words(heading.caption)
    named = [name for pattern, name in _PATTERNS if pattern.fullmatch(words)]
    totals = [
        f"{tag.name.local}Abstract"
        for item, tag in inside
        if tag is not None and tag.name.prefix == US_GAAP and item.role is Role.TOTAL
        if _words(item.caption) == f"total {words}"
    ]
    for name in (*totals, *named):
        element = index.get(name)
        if element is not None and element.abstract and not element.deprecated:
            return name
    return None


def _words(caption: str) -> str:
    text = caption.lower().replace("&", " and ")
    return " ".join(re.findall(r"[a-z]+", re.sub(r"['’]", "", text)))
