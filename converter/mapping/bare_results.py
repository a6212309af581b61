"""What results are that an income statement prints without a caption, by what makes them and what comes next.

Revenues less costs, and then `Income taxes` and `Net income`: what stands between is the income before taxes, though
the print says nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.knowledge import Groups
from converter.mapping.candidates import Candidate, best
from converter.mapping.rows import Frame
from converter.taxonomy import Index
from converter.terms import Kind

_PROVISION = "provision"


def bare_result(
    frame: Frame, row: int, rows: Sequence[Sequence[Candidate]], groups: Groups, index: Index
) -> str | None:
    """The result that a total without a caption is; None where the figures do not tell.

    Args:
        row: the total's; it has a footing.
        rows: the candidates of each row, the likeliest first.
    """
    if frame.statement.kind is not Kind.INCOME:
        return None
    if _is_after_provision(frame, row, rows, groups):
        return groups.net_interest_after_provision[0]
    if _is_before_taxes(frame, row, rows, groups):
        return next((concept for concept in groups.income_before_taxes if concept in index), None)
    return None


def _is_after_provision(frame: Frame, row: int, rows: Sequence[Sequence[Candidate]], groups: Groups) -> bool:
    """Whether nothing but provisions is taken off a lender's net interest income."""
    (first, weight), *others = frame.sums[row].parts
    provided = all(_PROVISION in frame.stubs[part].words for part, _ in others)
    return weight > 0 and bool(others) and provided and best(rows[first]) in groups.net_interest_income


def _is_before_taxes(frame: Frame, row: int, rows: Sequence[Sequence[Candidate]], groups: Groups) -> bool:
    """Whether the next total is this less income taxes."""
    into = frame.totals_of.get(row)
    if into is None or into[1] < 0:
        return False
    return any(best(rows[part]) in groups.income_taxes for part, _ in frame.sums[into[0]].parts)
