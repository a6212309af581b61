"""Scoring ranked concepts against the tags that companies chose, and whether probabilities mean what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from converter.mapping.learned.names import synonyms
from converter.mapping.learned.network import EXTENSION, HEADING, KINDS
from converter.mapping.learned.ranking import Ranked
from converter.mapping.learned.training.table import Tagged

_BINS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Answered:
    """One row: its statement's kind, the right class, and the ranked concepts."""

    kind: str
    right: str
    ranked: Ranked

    @property
    def place(self) -> int:
        """Where the right concept stands in the ranking, from 0; -1 if it is not there."""
        return next((n for n, (concept, _) in enumerate(self.ranked) if same(concept, self.right)), -1)

    @property
    def confidence(self) -> float:
        """The probability of the first concept."""
        return self.ranked[0][1] if self.ranked else 0.0


def same(a: str, b: str) -> bool:
    """Whether two concepts are one, or mean the same to a reader of captions."""
    return a == b or any(a in group and b in group for group in synonyms())


def answers(statements: Iterable[tuple[Tagged, Sequence[Ranked]]]) -> list[Answered]:
    """All rows but the headings."""
    return [
        Answered(tagged.kind, right, ranked)
        for tagged, rows in statements
        for right, ranked in zip(tagged.classes, rows, strict=True)
        if right != HEADING
    ]


def score_table(rows: Sequence[Answered]) -> str:
    """The share of right first choices, and of right ones among three, by kind of statement; extensions are left
    out."""
    lines = []
    scored = [row for row in rows if row.right != EXTENSION]
    for kind in (*KINDS[:-1], "ALL"):
        places = np.array([row.place for row in scored if kind in (row.kind, "ALL")])
        if len(places):
            three = float(((places >= 0) & (places < 3)).mean())
            lines.append(
                f"{kind:4s} rows {len(places):6d}  first {np.mean(places == 0):6.1%}  among three {three:6.1%}"
            )
    return "\n".join(lines)


def reliability_table(rows: Sequence[Answered]) -> str:
    """For each band of confidence: how many rows, the mean confidence, the share that was right. An extension is
    never right."""
    sure = np.array([row.confidence for row in rows])
    right = np.array([row.place == 0 for row in rows])
    lines = []
    for low, high in zip(_BINS, (*_BINS[1:], 1.0 + 1e-6), strict=True):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            said, held = float(sure[inside].mean()), float(right[inside].mean())
            lines.append(
                f"{low:4.2f}-{min(high, 1.0):4.2f}  rows {inside.sum():6d}  said {said:6.1%}  right {held:6.1%}"
            )
    return "\n".join(lines)


def likelihood(rows: Sequence[Answered]) -> float:
    """The mean logarithm of the probability that was given to what came true: the first concept is right, or it is
    not."""
    sure = np.clip([row.confidence for row in rows], 1e-4, 1 - 1e-4)
    right = np.array([row.place == 0 for row in rows])
    return float(np.where(right, np.log(sure), np.log1p(-sure)).mean())
