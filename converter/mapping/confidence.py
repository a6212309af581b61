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


_OF_CAPTION = {Fit.OWN: 6.0, Fit.FULL: -2.1, Fit.UNPLACED: -1.3, Fit.LOOSE: -1.0, Fit.HINT: -1.3, None: -2.3}
_OF_CAPTION_LEARNED = 4.8


def caption_confidence(chosen: Candidate, others: Sequence[Candidate]) -> float:
    """The probability, 0 to 1, that a company tagged such a caption with this very concept in 2009 and 2010.

    Lower than that an expert would accept the concept: companies chose among near names. Fitted to the choices of
    companies that the learned layer had not seen. Where it has no say, a standard of later years decided.
    """
    if not any(each.learned for each in (chosen, *others)):
        return confidence(chosen, others)
    return 1.0 / (1.0 + exp(-(_OF_CAPTION[chosen.fit] + _OF_CAPTION_LEARNED * chosen.learned)))
