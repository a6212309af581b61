"""Weighing: the candidates of a statement's rows in the order of what the evidence gives them.

First each row by itself. Then, as what stands around a row is known, its place, twice, since what a row turns out to be
is evidence for the rows around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.weighing.evidence import Around, Evidence, Parts
from converter.mapping.weighing.weights import Weights, shares

Rows = list[list[Candidate]]

_TIMES = 2
_TIE = 0.03
_PROVEN = 0.8  # of what was proven in the truth tables, at least as much was right


def by_themselves(evidence: Evidence, rows: Sequence[Sequence[Candidate]], weights: Weights) -> Rows:
    """The candidates of each row with their shares, the likeliest first, by what the row itself says."""
    return [_by_itself(evidence, row, found, weights.alone) for row, found in enumerate(rows)]


def _by_itself(
    evidence: Evidence, row: int, found: Sequence[Candidate], weights: Mapping[str, float]
) -> list[Candidate]:
    parts = evidence.alone(row, found)
    ordered = _ordered(found, parts, weights)
    evidence.keep(row, ordered, {each.concept: alone for each, alone in zip(found, parts, strict=True)})
    return ordered


def by_captions(rows: Sequence[Sequence[Candidate]]) -> Rows:
    """The candidates of captions that nothing else is known of, by what the learned layer says of them in their order.
    There rules know nothing that it does not, and break ties.
    """
    return [
        sorted((_by_caption(each) for each in found), key=lambda each: (each.fit is not Fit.OWN, -each.share))
        for found in rows
    ]


def _by_caption(one: Candidate) -> Candidate:
    return one.with_share(1.0 if one.fit is Fit.OWN else min(one.learned + _TIE * one.weight, 1.0))


def in_place(evidence: Evidence, rows: Sequence[Sequence[Candidate]], weights: Weights) -> Rows:
    """The same, by what the row and its place say. Of a list of captions the place says nothing."""
    if not evidence.frame.printed:
        return [list(found) for found in rows]
    alone = [evidence.by_concept(row, found) for row, found in enumerate(rows)]
    for _ in range(_TIMES):
        around = around_of(evidence, rows)
        weighed = (
            _ordered(found, [alone[row][each.concept] | around.of(row, each.concept) for each in found], weights.around)
            for row, found in enumerate(rows)
        )
        rows = [_proven_first(found) for found in weighed]
    return [list(found) for found in rows]


def _proven_first(found: list[Candidate]) -> list[Candidate]:
    """What figures prove comes first, as sure as they make it at least."""
    proven = [each.with_share(max(each.share, _PROVEN)) for each in found if each.footing is not None]
    return [*proven, *(each for each in found if each.footing is None)]


def around_of(evidence: Evidence, rows: Sequence[Sequence[Candidate]]) -> Around:
    """What is known around each row."""
    return Around(
        evidence.frame,
        evidence.index,
        [found[0].concept if found else None for found in rows],
        [{each.concept: each.share for each in found} for found in rows],
    )


def _ordered(found: Sequence[Candidate], evidence: Sequence[Parts], weights: Mapping[str, float]) -> list[Candidate]:
    """A person's own lines keep their order: what was written down is not weighed."""
    if any(each.fit is Fit.OWN for each in found):
        return [each.with_share(1.0) for each in found]
    weighed = (each.with_share(share) for each, share in zip(found, shares(weights, evidence), strict=True))
    return sorted(weighed, key=lambda each: -each.share)
