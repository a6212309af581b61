"""The Decision: which concept a row of a statement was given, how sure we are, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

THRESHOLD = 0.4
"""Confidence below which a row becomes an extension concept: a wrong tag is worse than an honest extension."""

Stage = Literal[
    "rule", "footing", "contradiction", "assignment", "agreement", "threshold", "sign", "fit", "balance", "person"
]
"""What may decide about a row, in the order in which they speak: the maps and the learned layer (`rule`), the place in
the footing, a contradiction that another concept resolves, one concept for one figure, the other statements, how sure
it must be, the sign, whether the taxonomy allows it, the balance of a concept of the company's own; and a person, whose
word is last."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a decision.

    Attributes:
        concept: what the row is from here on: a local name in us-gaap, or None for an extension.
        sign: what its printed numbers are multiplied by from here on.
        reason: why, in words for a person; a rule by its id.
    """

    stage: Stage
    concept: str | None
    sign: int
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What one row of a statement becomes.

    Attributes:
        concept: local name in us-gaap (`Assets`), or None: the row becomes an extension concept.
        sign: +1 if the fact has the printed sign, -1 if the printed number is negated to fit the concept's definition
            (printed `Interest expense (913)` is InterestExpense 913).
        rule: id of what decided: `commercial/balance_sheet.yaml:assets-total`, `learned`, `company/0000885551.yaml:12`.
        confidence: 0 to 1, calibrated: of decisions at 0.7, seven in ten are right, of those at 0.9 and more at most
            2 % are wrong, near names aside; beside a near name at most 0.9.
        alternatives: the next best concepts, best first, each with the confidence that it would have been given.
        anchor: for an extension, the nearest wider us-gaap concept, if any.
        steps: how it came to this, in order; the last one has the concept and the sign of the decision.
        confirmed, approved: who has checked it against the document, and who as the second; empty for nobody.
    """

    concept: str | None
    sign: int
    rule: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()
    anchor: str | None = None
    steps: tuple[Step, ...] = ()
    confirmed: str = ""
    approved: str = ""

    @property
    def decisive(self) -> Step | None:
        """The last step but for those that gave it a sign; None without any."""
        return next((step for step in reversed(self.steps) if step.stage != "sign"), None)

    def then(self, stage: Stage, reason: str, concept: str | None, sign: int | None = None) -> Decision:
        """The decision after one more step, which says why it is another now: what was confirmed is no longer."""
        now = self.sign if sign is None else sign
        same = (concept, now) == (self.concept, self.sign)
        confirmed, approved = (self.confirmed, self.approved) if same else ("", "")
        steps = (*self.steps, Step(stage, concept, now, reason))
        return replace(self, concept=concept, sign=now, steps=steps, confirmed=confirmed, approved=approved)
