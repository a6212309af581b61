"""Candidates: the concepts a row may mean, from the mapping files and from the learned layer beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.mapping.earlier import Line
from converter.mapping.fits import misfit, withdrawn
from converter.mapping.learned.network import era
from converter.mapping.maps import Fit, Maps, Match, Stub
from converter.mapping.maps.rule import Rule
from converter.taxonomy import Index, load_index

LEARNED = "learned"
EARLIER = "earlier"
"""The rule of a concept that nothing names but an earlier filing of the company."""
RIVALS = "us-gaap/rivals.yaml"
UNNAMED = "threshold"
"""The rule of the candidate that each row has beside those that rules and the learned layer name: a concept of the
company's own, since nothing is sure enough."""
NOTHING = "none"
"""The same where nothing is named at all."""

FIRST_RELEASE = "us-gaap/2009"
"""The release that companies first named their figures in."""

_WEIGHT = {Fit.OWN: 3.0, Fit.FULL: 1.0, Fit.UNPLACED: 0.8, Fit.LOOSE: 0.6, Fit.HINT: 0.3}
_RIVAL = 0.2  # what a rival of a rule's concept has to make up for by the learned layer
_PER_WORD = 0.06  # of two rules that fit alike, the one that asks for more words is meant
_MAX_WORDS = 5
_FEW = 10  # candidates kept of a row


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a row may mean.

    Attributes:
        concept: local name in the release; None: an extension, because a rule says so or the release lacks the concept.
        weight: of the best rule's fit and words; 0 without a rule.
        fit: of the best rule; None if only the learned layer names it.
        learned: the learned layer's probability.
        rule: id of the rule, or `learned`.
        negated: what the rule says of the sign.
        anchor: for None: the concept to anchor the extension to, if the release list names one.
        asked: what the rule asks for beside words, and the row has: `years`, of a standard that changed what the
            caption means; a `heading`.
        footing: the rule of the footing that names the concept (too).
        earlier: how sure an earlier filing of the company was that the line is this; 0: it did not say so.
        share: the probability that the row is this, by all evidence weighed so far (`weighing`).
        confirmed, approved: who has checked it against the document, and who as the second; empty for nobody.
    """

    concept: str | None
    weight: float
    fit: Fit | None
    learned: float
    rule: str
    negated: bool | None = None
    anchor: str | None = None
    asked: tuple[str, ...] = ()
    footing: str | None = None
    earlier: float = 0.0
    share: float = 0.0
    confirmed: str = ""
    approved: str = ""


def candidates(
    line: Stub,
    matches: Sequence[Match],
    ranked: Sequence[tuple[str, float]],
    maps: Maps,
    index: Index,
    before: Line | None = None,
) -> list[Candidate]:
    """The candidates of a row, all of them concepts of the release that the row can hold, and a concept of the
    company's own.

    A user's rules come alone: what a person wrote down is not weighed against anything.

    Args:
        ranked: what the learned layer names, with probabilities.
        before: what the line was in an earlier filing of the company.
    """
    own = [match for match in matches if match.fit is Fit.OWN]
    if own:
        highest = max(match.rule.layer for match in own)
        matches = [match for match in own if match.rule.layer == highest]
        ranked = ()
    if len(line.words) == 1 and any(match.fit is Fit.FULL and match.rule.under for match in matches):
        ranked = ()  # `Basic` says nothing without its heading, which the rule has read
    if any(match.fit is Fit.FULL and _is_newer(match.rule.concept, line.year, index) for match in matches):
        ranked = ()
    found: dict[str | None, list[Candidate]] = {}
    for match in matches:
        concept, rule = match.rule.concept, match.rule
        weight = _WEIGHT[match.fit] + _PER_WORD * min(match.words, _MAX_WORDS)
        named = Candidate(None, weight, match.fit, 0.0, rule.name, rule.negated, asked=_asked(rule))
        named = replace(named, anchor=rule.anchor, confirmed=rule.confirmed, approved=rule.approved)
        _add(found, concept, named, line, maps, index)
        if match.fit is not Fit.OWN:
            for rival in maps.rivals.get(concept or "", ()):
                beside = replace(named, asked=(), weight=weight - _RIVAL, rule=f"{RIVALS}:{concept}")
                _add(found, rival, beside, line, maps, index)
    for name, probability in ranked:
        _add(found, name, Candidate(None, 0.0, None, probability, LEARNED), line, maps, index)
    if before is not None and not own and (before.concept is not None or None in found):
        _add(found, before.concept, Candidate(None, 0.0, None, 0.0, EARLIER, earlier=before.sure), line, maps, index)
    merged = (_merged(concept, named) for concept, named in found.items())
    likely = sorted(merged, key=lambda each: -(each.weight + each.learned + each.earlier))[:_FEW]
    if own or None in found:
        return likely
    was_own = before.sure if before is not None and before.concept is None else 0.0
    return [*likely, Candidate(None, 0.0, None, 0.0, UNNAMED if likely else NOTHING, earlier=was_own)]


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


def _is_newer(concept: str | None, year: int | None, index: Index) -> bool:
    """Whether a statement is of years for which the learned layer knows the names of the first release alone, and that
    lacked the concept: what companies took then is no witness against it.
    """
    return (
        concept is not None
        and bool(year)
        and era(year) == 0
        and concept in index
        and concept not in load_index(FIRST_RELEASE)
    )


def _asked(rule: Rule) -> tuple[str, ...]:
    return tuple(name for name, asked in (("years", rule.years), ("heading", rule.under)) if asked)


def _merged(concept: str | None, named: Sequence[Candidate]) -> Candidate:
    """What speaks for one concept together: the best rule, and the sum of the learned probabilities."""
    best = max(named, key=lambda each: each.weight)
    learned = sum(each.learned for each in named)
    anchor = next((each.anchor for each in named if each.anchor), None)
    earlier = max(each.earlier for each in named)
    return replace(best, concept=concept, learned=learned, anchor=anchor, earlier=earlier)


def in_release(concept: str, maps: Maps, index: Index) -> str | None:
    """The concept itself if the release has it and wants it, else the first that stands in for it, else the concept
    that the release gives up, else None.
    """
    if concept in index and not withdrawn(concept, index):
        return concept
    instead = maps.instead.get(concept)
    others = (each for each in (instead.concepts if instead else ()) if each in index and not withdrawn(each, index))
    return next(others, concept if concept in index else None)


def best(found: Sequence[Candidate]) -> str | None:
    """The likeliest concept of a row; None if it has no candidate, or is a line of the company's own."""
    return found[0].concept if found else None
