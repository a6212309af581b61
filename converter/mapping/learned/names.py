"""Names of concepts as people would say them, and which of them mean the same to a reader of captions."""

from __future__ import annotations

import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

SAME: tuple[tuple[str, ...], ...] = (
    ("Revenues", "SalesRevenueNet", "RevenueFromContractWithCustomerExcludingAssessedTax"),
    ("StockholdersEquity", "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"),
    ("NetIncomeLoss", "ProfitLoss"),
    ("CostOfRevenue", "CostOfGoodsAndServicesSold", "CostOfGoodsSold"),
    (
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
    ),
)
"""Concepts that companies use for the same caption, so that its words cannot tell which was chosen."""


def spoken(concept: str) -> str:
    """The name as words: `OtherAssetsNoncurrent` -> `Other Assets Noncurrent`."""
    return _HUMP.sub(" ", concept)
