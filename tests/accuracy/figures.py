"""The figures of a suite, as `make accuracy` prints them and the floors hold them."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from converter.batch import Row
from tests.accuracy.compare import MISSING, Comparison


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of a suite.

    Attributes:
        found, right: of the values asked for.
        extra: facts that stand for nothing in the truth, of all facts.
        mistagged: facts under a us-gaap concept that the truth does not accept, of those that stand for a value.
        wrong_sign: of the values found.
        both_statements: documents that give a balance sheet and an income statement.
        footed: median over the documents of the share of totals that foot.
    """

    documents: int
    asked: int
    facts: int
    found: float
    right: float
    extra: float
    mistagged: float
    wrong_sign: float
    both_statements: float
    footed: float


def figures(comparisons: list[Comparison], rows: Iterable[Row]) -> Figures:
    """Sum up a suite; without rows the last two are 0."""
    reasons = sum((comparison.reasons for comparison in comparisons), Counter[str]())
    asked, found, right = shares(reasons)
    facts = sum(comparison.facts for comparison in comparisons)
    tagged = sum(comparison.tagged for comparison in comparisons)
    rows = list(rows)
    footed = [row.footed for row in rows if row.footed is not None]
    return Figures(
        documents=len(comparisons),
        asked=asked,
        facts=facts,
        found=found,
        right=right,
        extra=sum(len(comparison.extra) for comparison in comparisons) / max(facts, 1),
        mistagged=sum(len(comparison.mistagged) for comparison in comparisons) / max(tagged, 1),
        wrong_sign=reasons["sign"] / max(asked * found, 1),
        both_statements=sum({"BS", "IS"} <= set(row.statements.split()) for row in rows) / max(len(rows), 1),
        footed=statistics.median(footed) if footed else 0.0,
    )


def shares(reasons: Counter[str]) -> tuple[int, float, float]:
    """Values asked for, and the shares of them found and right."""
    asked = reasons.total()
    missing = sum(reasons[reason] for reason in MISSING)
    return asked, (asked - missing) / max(asked, 1), reasons["right"] / max(asked, 1)
