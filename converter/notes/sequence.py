"""The headings that are the notes': of all that may be, those that look most like one set.

Numbers stand before much that is no note: lists, exhibits, lines of contents, footnotes of tables. What tells notes is
that they go 1, 2, 3, in one style, each apart from the text above and written like a title, behind the words "Notes to
financial statements". So each number has a weight by its look, and of all ascending sequences of one style the
heaviest wins. One pass: of each style and number only the heaviest sequence up to it is kept.

Headings without numbers are notes where all of one look between the title over the notes and their end are, most of
them known as titles of notes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from converter.knowledge.notes import words_of
from converter.notes.headings import Candidate, bare_style
from converter.notes.titles import SMALL, Look

_LOOKS = {Look.PROSE: -0.5, Look.TITLED: 1.5, Look.CAPITALS: 2.0}
_BOLD, _WORD, _APART, _INSIDE, _OUTSIDE, _SEEMING, _KNOWN = 1.0, 2.0, 1.0, 1.5, 3.5, 1.0, 1.5
_ALIKE = 0.5
_SKIPPED, _ACROSS, _LATE = 3.0, 3.0, 2.0
_FARTHEST_IN = 2
"""Characters by which headings of one sequence may be set in differently."""
_SURE = 3.0
"""Weight of a number on the average from which on what has no number is no rival: it is a heading within the notes."""
_BARE_KNOWN, _BARE_UNKNOWN = 2.5, 0.5
_FEWEST_KNOWN = 2
"""Titles that notes have, of headings without numbers."""
_SHARED = 2
"""Words that a title shares with that of the note which it is a part of."""
_RIVAL = 0.4
"""Share of the heaviest set's weight from which on another look may be that of the notes."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A set of headings, in reading order, and how much it looks like the notes'."""

    headings: tuple[Candidate, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class _Chain:
    weight: float
    last: Candidate
    before: _Chain | None = None

    def headings(self) -> tuple[Candidate, ...]:
        found: list[Candidate] = []
        chain: _Chain | None = self
        while chain is not None:
            found.append(chain.last)
            chain = chain.before
        return tuple(reversed(found))


def chosen(candidates: Iterable[Candidate]) -> Chosen:
    """The candidates, which come in reading order, that are most likely the notes' headings; may be none."""
    all_ = list(candidates)
    counted = _numbered(one for one in all_ if one.number)
    bare = _bare([one for one in all_ if not one.number])
    sure = counted.headings and counted.headings[0].inside and counted.weight >= _SURE * len(counted.headings)
    return counted if sure or counted.weight >= bare.weight else bare


def _numbered(candidates: Iterable[Candidate]) -> Chosen:
    best: dict[tuple[tuple[object, ...], int], _Chain] = {}
    winner: _Chain | None = None
    for one in candidates:
        chain = _longer(one, best)
        if chain is None:
            continue
        known = best.get((one.style, one.number))
        if known is None or chain.weight > known.weight:
            best[one.style, one.number] = chain
        if winner is None or chain.weight > winner.weight:
            winner = chain
    return Chosen(winner.headings(), winner.weight) if winner is not None and winner.weight > 0 else Chosen()


def _longer(one: Candidate, best: dict[tuple[tuple[object, ...], int], _Chain]) -> _Chain | None:
    """The heaviest sequence that ends with a candidate; None if it can neither begin nor go on."""
    alone = _weight(one)
    found = [_Chain(alone - (_LATE if one.number == 2 else 0.0), one)] if one.number <= 2 else []
    for back in (1, 2):
        before = best.get((one.style, one.number - back))
        if before is not None:
            weight = before.weight + alone + _likeness(before.last, one) - _SKIPPED * (back - 1)
            found.append(_Chain(weight, one, before))
    return max(found, key=lambda chain: chain.weight, default=None)


def _weight(one: Candidate) -> float:
    """How much a numbered line looks like a heading by itself."""
    weight = _LOOKS[one.look] + _BOLD * one.line.bold + _KNOWN * one.known + _WORD * (one.style[0] == "note")
    weight += _APART if one.line.apart else -_APART
    weight += _INSIDE if one.inside else -_OUTSIDE
    seeming = one.style[0] in ("bare", "bracket") or (one.style[0] == "brackets" and one.look is Look.PROSE)
    return weight - _SEEMING * seeming


def _likeness(one: Candidate, other: Candidate) -> float:
    same = (one.look == other.look, abs(one.line.indent - other.line.indent) <= _FARTHEST_IN)
    likeness = sum(_ALIKE if each else -_ALIKE for each in same)
    return likeness - (_ACROSS if one.region != other.region else 0.0)


def _bare(candidates: Sequence[Candidate]) -> Chosen:
    """The headings without numbers of one look and one stretch of text: those of the notes, not those within a note.

    What is of the first level comes first, so of the sets that may be meant the one with the first known title is.
    """
    sets: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for one in candidates:
        sets[one.region, *one.style].append(one)
    rivals = [_weighed(each) for each in sets.values()]
    heaviest = max(rivals, key=lambda each: each.weight, default=Chosen())
    if not heaviest.headings:
        return heaviest
    same = [each for each in rivals if each.weight >= _RIVAL * heaviest.weight and _region(each) == _region(heaviest)]
    first = min(same, key=lambda each: next(one.at for one in each.headings if one.known))
    return replace(first, headings=tuple(_of_first_level([*first.headings, *_set_off_more(first.headings[0], sets)])))


def _weighed(headings: list[Candidate]) -> Chosen:
    known = sum(one.known for one in headings)
    if known < _FEWEST_KNOWN:
        return Chosen()
    return Chosen(tuple(headings), known * _BARE_KNOWN - (len(headings) - known) * _BARE_UNKNOWN)


def _region(set_: Chosen) -> int:
    return set_.headings[0].region


def _set_off_more(one: Candidate, sets: Mapping[tuple[object, ...], Sequence[Candidate]]) -> Iterator[Candidate]:
    """Titles of the same look but for a rule below them, or known ones in capitals: no lesser headings."""
    for seen, ruled in product({one.look, Look.CAPITALS}, {one.line.ruled, True}):
        style = (one.region, *bare_style(one.line, seen, ruled))
        if style != (one.region, *one.style):
            yield from (other for other in sets.get(style, ()) if other.known or other.line.ruled)


def _of_first_level(headings: Iterable[Candidate]) -> Iterator[Candidate]:
    """The headings without those that say again what the one before says: titles of its tables and parts."""
    before: Candidate | None = None
    for one in sorted(headings, key=lambda each: each.at):
        if before is None or not one.known or one.concept != before.concept or not _says_again(one, before):
            yield one
            before = one


def _says_again(one: Candidate, other: Candidate) -> bool:
    """Whether two titles share two words, or one has all words of the other."""
    shared = _words(one) & _words(other)
    return len(shared) >= _SHARED or shared in (_words(one), _words(other))


def _words(one: Candidate) -> set[str]:
    """The words of a title, singular and plural alike, but for the small ones."""
    return {word.rstrip("s") for word in words_of(one.title).split() if word not in SMALL}
