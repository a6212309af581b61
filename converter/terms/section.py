"""The parts of statements that rules ask for: a row stands among current assets, or in the investing section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

SectionName = Literal[
    "assets", "assets.current", "assets.noncurrent", "assets.unclassified",
    "liabilities", "liabilities.current", "liabilities.noncurrent", "liabilities.unclassified",
    "temporary", "equity",
    "revenues", "costs", "nonoperating", "after tax",
    "operating", "operating.adjustments", "operating.changes", "investing", "financing", "cash", "supplemental",
]  # fmt: skip
"""A name includes those that go on after its dot."""

BALANCES: Mapping[str, Literal["debit", "credit"]] = {
    "assets": "debit",
    "liabilities": "credit",
    "temporary": "credit",
    "equity": "credit",
}
"""The balance that amounts have in the parts of a balance sheet, by the name before the dot."""
