"""Which primary statement a table is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """The primary statements. The values are the short names of the SEC's data sets."""

    BALANCE_SHEET = "BS"
    INCOME = "IS"
    COMPREHENSIVE_INCOME = "CI"
    CASH_FLOW = "CF"
    EQUITY = "EQ"


TITLES: Mapping[Kind, str] = {
    Kind.BALANCE_SHEET: "Balance Sheets",
    Kind.INCOME: "Statements of Operations",
    Kind.COMPREHENSIVE_INCOME: "Statements of Comprehensive Income",
    Kind.CASH_FLOW: "Statements of Cash Flows",
    Kind.EQUITY: "Statements of Stockholders' Equity",
}
"""What a statement is called that prints no title."""
