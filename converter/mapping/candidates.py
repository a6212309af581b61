"""Candidates: the concepts a row may mean, from the mapping files and from the learned layer beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.mapping.fits import misfit
from converter.mapping.maps import Fit, Maps, Match, Stub
from converter.taxonomy import Index, load_index

LEARNED = "learned"
RIVALS = "us-gaap/rivals.yaml"
LEARNED_FROM = "us-gaap/2009"
"""The release that the learned layer knows. Of a concept that came later it cannot say that another is likelier."""

_WEIGHT = {Fit.OWN: 3.0, Fit.FULL: 1.0, Fit.UNPLACED: 0.8, Fit.LOOSE: 0.6, Fit.HINT: 0.3}
_RIVAL = 0.2  # what a rival of a rule's concept has to make up for by the learned layer
_PER_WORD = 0.06  # of two rules that fit alike, the one that asks for more words is meant
_MAX_WORDS = 5
_FEW = 8  # candidates kept of a row


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a row may mean.

    Attributes:
        concept: local name in the release; None: an extension, because a rule says so or the release lacks the concept.
        score: what speaks for it: the weight of the rule's fit, plus the learned layer's probability.
        fit: of the best rule; None if only the learned layer names it.
        learned: the learned layer's probability.
        rule: id of the rule, or `learned`.
        negated: what the rule says of the sign.
        anchor: for None: the concept to anchor the extension to, if the release list names one.
    """

    concept: str | None
    score: float
    fit: Fit | None
    learned: float
    rule: str
    negated: bool | None = None
    anchor: str | None = None


def candidates(
    line: Stub,
    matches: Sequence[Match],
    ranked: Sequence[tuple[str, float]],
    maps: Maps,
    index: Index,
    trust: float = 1.0,
) -> list[Candidate]:
    """The candidates of a row, best first, all of them concepts of the release that the row can hold.

    A user's rules come alone: what a person wrote down is not weighed against anything.

    Args:
        ranked: what the learned layer names, with probabilities.
        trust: what a probability of 1 of the learned layer's weighs; a rule that fits fully weighs 1.
    """
    own = [match for match in matches if match.fit is Fit.OWN]
    if own:
        highest = max(match.rule.layer for match in own)
        matches = [match for match in own if match.rule.layer == highest]
        ranked = ()
    learnable = load_index(LEARNED_FROM).elements()
    if matches and matches[0].rule.years and matches[0].rule.concept not in learnable:
        ranked = ()  # a standard of later years changed what the caption means
    found: dict[str | None, list[Candidate]] = {}
    for match in matches:
        concept, rule = match.rule.concept, match.rule
        score = _WEIGHT[match.fit] + _PER_WORD * min(match.words, _MAX_WORDS)
        named = Candidate(None, score, match.fit, 0.0, rule.name, rule.negated)
        _add(found, concept, named, line, maps, index)
        if match.fit is not Fit.OWN and concept in learnable:
            for rival in maps.rivals.get(concept or "", ()):
                beside = replace(named, score=score - _RIVAL, rule=f"{RIVALS}:{concept}")
                _add(found, rival, beside, line, maps, index)
    for name, probability in ranked:
        _add(found, name, Candidate(None, 0.0, None, probability, LEARNED), line, maps, index)
    merged = (_merged(concept, named, trust) for concept, named in found.items())
    return sorted(merged, key=lambda each: -each.score)[:_FEW]


def _add(
    found: dict[str | None, list[Candidate]],
    named: str | None,
    candidate: Candidate,
    line: Stub,
    maps: Maps,
    index: Index,
) -> None:
    """Put the candidate in under the name that the release has for its concept."""
    concept = in_release(named, maps, index) if named else None
    if concept is not None and misfit(concept, line.unit, line.period_type, index):
        return
    if named is not None and concept is None:
        instead = maps.instead.get(named)
        if instead is None or instead.wider is None:
            return
        candidate = replace(candidate, anchor=in_release(instead.wider, maps, index))
    found.setdefault(concept, []).append(candidate)


def _merged(concept: str | None, named: Sequence[Candidate], trust: float) -> Candidate:
    """What speaks for one concept together: the best rule, and the sum of the learned probabilities."""
    best = max(named, key=lambda each: each.score)
    learned = sum(each.learned for each in named)
    anchor = next((each.anchor for each in named if each.anchor), None)
    return Candidate(concept, best.score + trust * learned, best.fit, learned, best.rule, best.negated, anchor)


def in_release(concept: str, maps: Maps, index: Index) -> str | None:
    """The concept itself if the release has it, else the first that stands in for it, else None."""
    if concept in index:
        return concept
    instead = maps.instead.get(concept)
    return next((each for each in instead.concepts if each in index), None) if instead else None


def best(found: Sequence[Candidate]) -> str | None:
    """The likeliest concept of a row; None if it has no candidate, or is a line of the company's own."""
    return found[0].concept if found else None
