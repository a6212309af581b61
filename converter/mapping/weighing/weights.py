"""The weights of the parts of the evidence, and the shares of belief that they give to the candidates of a row."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import exp
from pathlib import Path

from converter.mapping.weighing.evidence import EARLIER, Parts, believed

_PRIOR = {EARLIER: 2.2}
"""What it counts that an earlier filing of the company was sure of the concept on the same line: what speaks against it
must be likelier by nine to one. Truth tables have too few filings of one company to fit it to."""

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part counts: `alone` where a row is weighed by itself, `around` once the rows around it are known.

    Attributes:
        said: for each era, shares with how often choices of that share were right, both ascending;
            two points of one share are a step.
    """

    alone: Mapping[str, float]
    around: Mapping[str, float]
    said: Mapping[str, Sequence[tuple[float, float]]] = field(default_factory=dict)

    def confidence(self, era: str, share: float) -> float:
        """What a share of belief is worth in an era: how often such choices were right, between the points that were
        measured.
        """
        for (low, from_), (high, to) in pairwise([(0.0, 0.0), *self.said.get(era, ())]):
            if share <= high:
                return from_ + (to - from_) * (share - low) / (high - low)
        return share

    def without_earlier(self, share: float, sure: float) -> float:
        """The share that a candidate would have if no earlier filing had been so sure of it."""
        odds = exp(self.around.get(EARLIER, 0.0) * believed(sure))
        return share / (share + (1.0 - share) * odds)


@cache
def shipped() -> Weights:
    """The weights that come with the package (`make train` writes them)."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return Weights(read["alone"] | _PRIOR, read["around"] | _PRIOR, read["said"])


def shares(weights: Mapping[str, float], evidence: Sequence[Parts]) -> list[float]:
    """What each of a row's candidates is worth, of 1 together: a log-linear model."""
    weighed = [sum(weights.get(name, 0.0) * value for name, value in parts.items()) for parts in evidence]
    most = max(weighed, default=0.0)
    powers = [exp(each - most) for each in weighed]
    whole = sum(powers)
    return [each / whole for each in powers]
