"""Whether a row can hold a fact of a concept at all: the one place that says so.

A misfit means something else than the row, and the next candidate may be right. A deprecated concept may well be what
the row means; only the release has no place for it any more, so nothing else of the release says the same.
"""

from __future__ import annotations

from converter.taxonomy import Index
from converter.terms import Unit
from converter.terms.period import PeriodType


def misfit(concept: str, unit: Unit | None, period_type: PeriodType | None, index: Index) -> str | None:
    """Why the concept cannot be used for a row, or None if it can.

    Args:
        concept: local name in us-gaap.
        unit: of the row's amounts; None for a caption without any.
        period_type: of its amounts; None where a caption alone does not tell.
    """
    element = index.get(concept)
    if element is None:
        return f"{index.release} has no such concept"
    if element.abstract:
        return "it is abstract"
    if period_type is not None and element.period_type != period_type:
        return f"it is of period type {element.period_type}"
    if unit is not None and element.unit != unit:
        return f"it is not measured in {unit}"
    return None


def usable(concept: str, unit: Unit | None, period_type: PeriodType | None, index: Index) -> bool:
    """Whether the row can hold a fact of the concept in a new filing."""
    return misfit(concept, unit, period_type, index) is None and withdrawn(concept, index) is None


def withdrawn(concept: str, index: Index) -> str | None:
    """Why a concept of the release must not be used in new filings (EFM 6.05.42), or None if it may."""
    element = index.get(concept)
    return f"{index.release} deprecates it" if element is not None and element.deprecated else None
