"""How sure a decision is: what spoke for it, turned into the share of such decisions that were right."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit

_BIAS = {Fit.OWN: 6.0, Fit.FULL: 0.0, Fit.UNPLACED: -0.7, Fit.LOOSE: 0.6, Fit.HINT: -0.3, None: -1.9}
_WEIGHTS = (1.2, 2.1, 0.9)
"""Of the parts of `evidence`. Fitted by `python -m tests.accuracy confidence`, which prints them, to hand-made truth
and to companies' own tags, each counting half."""


def confidence(chosen: Candidate, others: Sequence[Candidate]) -> float:
    """The probability, 0 to 1, that a professional would accept the concept."""
    weighed = (weight * part for weight, part in zip(_WEIGHTS, evidence(chosen, others), strict=True))
    return 1.0 / (1.0 + exp(-(_BIAS[chosen.fit] + sum(weighed))))


def evidence(chosen: Candidate, others: Sequence[Candidate]) -> tuple[float, float, float]:
    """What speaks for a choice beside the rule's fit, each from 0 (or -1) to 1: the learned layer's probability, the
    lead over the next candidate, and whether the learned layer is silent: a witness less, and none against.
    """
    runner_up = max((each.score for each in others), default=0.0)
    lead = min(max(chosen.score - runner_up, -1.0), 1.0)
    return chosen.learned, lead, 0.0 if _speaks(chosen, others) else 1.0


def _speaks(chosen: Candidate, others: Sequence[Candidate]) -> bool:
    return any(each.learned for each in (chosen, *others))


_OF_CAPTION = {Fit.OWN: 6.0, Fit.FULL: -2.1, Fit.UNPLACED: -1.3, Fit.LOOSE: -1.0, Fit.HINT: -1.3, None: -2.3}
_OF_CAPTION_LEARNED = 4.8


def caption_confidence(chosen: Candidate, others: Sequence[Candidate]) -> float:
    """The probability, 0 to 1, that a company tagged such a caption with this very concept in 2009 and 2010.

    Lower than that an expert would accept the concept: companies chose among near names. Fitted to the choices of
    companies that the learned layer had not seen. Where it has no say, a standard of later years decided.
    """
    if not _speaks(chosen, others):
        return confidence(chosen, others)
    return 1.0 / (1.0 + exp(-(_OF_CAPTION[chosen.fit] + _OF_CAPTION_LEARNED * chosen.learned)))
