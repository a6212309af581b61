"""Abstract concepts: the us-gaap heading that a printed heading stands for, and the roots of the statements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

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


class Totals:
    """The totals of a statement that have a us-gaap concept, by the words of their captions.

    Args:
        rows: (row, item, tag) of all rows, in order.
    """

    def __init__(self, rows: Iterable[tuple[int, Item, Tag | None]]) -> None:
        self._rows: dict[str, dict[str, list[int]]] = {}
        for row, item, tag in rows:
            if tag is not None and tag.name.prefix == US_GAAP and item.role is Role.TOTAL:
                self._rows.setdefault(_words(item.caption), {}).setdefault(tag.name.local, []).append(row)

    def below(self, row: int, words: str) -> list[str]:
        """The concepts of the totals below a row whose captions are these words, each once, the nearest first."""
        found = (
            (rows[at], local)
            for local, rows in self._rows.get(words, {}).items()
            if (at := bisect_right(rows, row)) < len(rows)
        )
        return [local for _, local in sorted(found)]


def heading_concept(caption: str, row: int, totals: Totals, index: Index) -> str | None:
    """The us-gaap abstract of a heading: by its words, or by the total that closes it; None if there is none.

    Args:
        row: where the heading stands among the items of its statement.
        totals: of that statement.
    """
    words = _words(caption)
    named = [name for pattern, name in _PATTERNS if pattern.fullmatch(words)]
    closing = [f"{local}Abstract" for local in totals.below(row, f"total {words}")]
    for name in (*closing, *named):
        element = index.get(name)
        if element is not None and element.abstract and not element.deprecated:
            return name
    return None


def _words(caption: str) -> str:
    text = caption.lower().replace("&", " and ")
    return " ".join(re.findall(r"[a-z]+", re.sub(r"['’]", "", text)))
