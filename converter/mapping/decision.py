"""The Decision: which concept a row of a statement was given, how sure we are, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """What one row of a statement becomes.

    Attributes:
        concept: local name in us-gaap (`Assets`), or None: the row becomes an extension concept.
        sign: +1 if the fact has the printed sign, -1 if the printed number is negated to fit the concept's definition
            (printed `Interest expense (913)` is InterestExpense 913).
        rule: id of what decided: `commercial/balance_sheet.yaml:assets-total`, `learned`, `company/0000885551.yaml:12`.
        confidence: 0 to 1, calibrated: of decisions at 0.9, nine in ten are right.
        alternatives: the next best concepts, best first, each with the confidence that it would have been given.
        anchor: for an extension, the nearest wider us-gaap concept (its anchor), if any.
    """

    concept: str | None
    sign: int
    rule: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()
    anchor: str | None = None
