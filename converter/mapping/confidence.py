"""How sure a decision is: what spoke for it, turned into the share of such decisions that were right."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit

THRESHOLD = 0.4
"""Below it a row becomes an extension concept: a wrong tag is worse than an honest extension."""

_BIAS = {Fit.OWN: 6.0, Fit.FULL: 0.9, Fit.UNPLACED: 0.3, Fit.LOOSE: -0.2, Fit.HINT: -0.9, None: -3.2}
_LEARNED = 3.6
_LEAD = 1.0


def confidence(chosen: Candidate, others: Sequence[Candidate]) -> float:
    """The probability, 0 to 1, that a professional would accept the concept."""
    runner_up = max((each.score for each in others), default=0.0)
    lead = min(max(chosen.score - runner_up, -1.0), 1.0)
    return 1.0 / (1.0 + exp(-(_BIAS[chosen.fit] + _LEARNED * chosen.learned + _LEAD * lead)))
