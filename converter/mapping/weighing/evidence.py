"""The evidence for and against each candidate of a row, as named parts that weights can be given to.

Two kinds. What a row says by itself: which rule names the concept and how well it fits, what the learned layer makes of
the caption, words that caption and name share, the section, brackets. And what its place says, once the likeliest
concepts of the rows around it are known: the total that it goes into, the parts that it adds up, the rows beside it,
and who else could have the concept.

A part's name is `group:detail`; its value is mostly 0 to 1. Parts that mean another thing in another era or kind of
statement are told apart by it (`rule full, 2018`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import repeat
from math import log

from converter.knowledge import Knowledge
from converter.mapping.candidates import FIRST_RELEASE, RIVALS, Candidate
from converter.mapping.fits import withdrawn
from converter.mapping.learned.names import spoken
from converter.mapping.learned.network import ERAS
from converter.mapping.maps import Fit, Maps
from converter.mapping.maps.words import Vocabulary
from converter.mapping.refuted import MINORITY
from converter.mapping.rows import Figures, Frame, Key, figures
from converter.statements.statement import Item
from converter.taxonomy import Index, load_index
from converter.taxonomy.ancestry import ancestors
from converter.terms import Kind

Parts = dict[str, float]

ByConcept = Mapping[str | None, Parts]

EARLIER = "earlier"
"""The part of what an earlier filing of the company had on the same line."""

_LEAST = 1e-4  # a probability below it says no more than it does
_LEVELS = 6
_OF_ALL, _RESTRICTED = "IncludingPortionAttributableToNoncontrolling", "restricted"
_ENDS = (2000, *ERAS)
_ERAS = ("1990s", "2000s", "2010s", "today")
_NOT_SAID = frozenset({"current", "noncurrent"})
"""Words of names that captions leave to their section."""

_PLACES = {
    "assets.current": "current",
    "liabilities.current": "current",
    "assets.noncurrent": "noncurrent",
    "liabilities.noncurrent": "noncurrent",
}


def era_of(year: int | None) -> str:
    """What the confidence of a decision is told by: filings of one era are alike in print and in the names they use."""
    return _ERAS[sum(year > last for last in _ENDS)] if year else _ERAS[0]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a concept.

    Attributes:
        above: what the taxonomy adds it up to.
        is_total: whether the taxonomy adds others up to it.
        place: current or noncurrent, if its name says so.
        side: of an amount of money: its balance, `two` if it may go both ways, `open` without a balance.
    """

    above: frozenset[str]
    is_total: bool
    place: str | None
    side: str | None
    withdrawn: bool


def _known(concept: str, knowledge: Knowledge, index: Index) -> _Known:
    element = index.get(concept)
    balance = element.balance if element else None
    is_money = element is not None and element.unit == "USD"
    side = "two" if is_money and knowledge.signs.may_be_negative(concept, index) else balance or "open"
    return _Known(
        above=_above(concept, index),
        is_total=bool(index.calculation_children(concept)),
        place="noncurrent" if "Noncurrent" in concept else "current" if "Current" in concept else None,
        side=side if is_money else None,
        withdrawn=withdrawn(concept, index) is not None,
    )


@dataclass(frozen=True)
class Evidence:
    """A statement, its rows and what is known of concepts; gives the parts of the evidence for each candidate.

    Attributes:
        words: of the captions of all statements of the document.
    """

    frame: Frame
    knowledge: Knowledge
    index: Index
    vocabulary: Vocabulary
    words: frozenset[str]
    _concepts: dict[str, _Known] = field(default_factory=dict, repr=False)
    _kept: dict[int, tuple[Sequence[Candidate], ByConcept]] = field(default_factory=dict, repr=False)

    @cached_property
    def era(self) -> str:
        return era_of(self.frame.stubs[0].year if self.frame.stubs else None)

    def alone(self, row: int, found: Sequence[Candidate]) -> list[Parts]:
        """For each candidate of a row, what the row by itself says of it."""
        if self.frame.stubs[row].aspect is not None:
            return [{f"inside a caption, {_rule(each)}": 1.0} for each in found]
        rest = max(1.0 - sum(each.learned for each in found), _LEAST)
        best = max((each.weight for each in found), default=0.0)
        most = max((each.learned for each in found), default=0.0)
        newer = any(each.fit is Fit.FULL and each.concept and _is_new(each.concept) for each in found)
        voted = any(each.votes for each in found)
        return [
            self._alone(row, each, best, most, rest) | self._aged(each, newer) | (self._voted(each) if voted else {})
            for each in found
        ]

    def by_concept(self, row: int, found: Sequence[Candidate]) -> ByConcept:
        """The same by concept; not worked out again for candidates that were kept with theirs."""
        kept, parts = self._kept.get(row, ((), {}))
        if kept == found:
            return parts
        return {each.concept: alone for each, alone in zip(found, self.alone(row, found), strict=True)}

    def keep(self, row: int, found: Sequence[Candidate], parts: ByConcept) -> None:
        """Keep the evidence of a row's candidates for who asks for it again."""
        self._kept[row] = (found, parts)

    def _aged(self, one: Candidate, newer: bool) -> Parts:
        """Whether the first release had the concept: most of what the learned layer knows speaks in its names."""
        if one.concept is None:
            return {}
        age = "new" if _is_new(one.concept) else "old"
        parts = {f"{age} name, {self.era}": 1.0, f"learned, {age} name": _evident(one.learned)}
        if one.learned < _LEAST:
            parts[f"learned silent, {age} name"] = 1.0
        if newer and age == "old":
            parts[f"beside a newer name, {self.era}"] = 1.0
        return parts

    def _alone(self, row: int, one: Candidate, best: float, most: float, rest: float) -> Parts:
        kind, era = self.frame.statement.kind.value, self.era
        rule = _rule(one)
        parts: Parts = {rule: 1.0, f"{rule}, {kind}": 1.0, f"{rule}, {era}": 1.0}
        if one.footing is not None:
            parts["footing"] = parts[one.footing] = 1.0
        if one.earlier:
            parts[EARLIER] = believed(one.earlier)
        if one.weight:
            parts["rule words"], parts["rule lead"] = one.weight, one.weight - best
            parts |= {f"rule asks for {each}": 1.0 for each in one.asked}
        if one.concept is None:
            parts |= {"own": 1.0, f"own, {kind}": 1.0, f"own, {era}": 1.0}
            parts["own: learned"] = parts[f"own: learned, {era}"] = _evident(rest)
            parts["own: nothing else"] = 1.0 - most
            return parts
        said = _evident(one.learned)
        parts |= {"learned": said, f"learned, {kind}": said, f"learned, {era}": said, "learned share": one.learned}
        parts["learned lead"] = one.learned - most
        parts["learned silent"] = float(one.learned < _LEAST)
        if one.named:
            parts["name like"] = one.named
        return parts | self._named(row, one.concept) | self._fitting(row, one.concept) | self._shared(one.concept)

    def _voted(self, one: Candidate) -> Parts:
        """What other companies' captions like this one say."""
        own = "own, " if one.concept is None else ""
        votes = _evident(one.votes)
        return {
            f"{own}neighbours": votes,
            f"{own}neighbours, {self.era}": votes,
            f"{own}neighbours share": one.votes,
            f"{own}neighbours silent": float(one.votes < _LEAST),
        }

    def _shared(self, concept: str) -> Parts:
        """Whether the document speaks of what makes two names differ: of minorities, of restricted cash."""
        groups = self.knowledge.groups
        minority = "shared" if MINORITY in self.words else "unshared"
        if concept in (*groups.equity_of_all, *groups.net_income[1:]) or _OF_ALL in concept:
            return {f"of all, {minority}": 1.0}
        if concept in (*groups.equity_of_parent, *groups.net_income[:1]):
            return {f"of the parent, {minority}": 1.0}
        if _RESTRICTED in concept.lower():
            return {f"restricted, {'said' if _RESTRICTED in self.words else 'unsaid'}": 1.0}
        return {}

    def _named(self, row: int, concept: str) -> Parts:
        """Words that the caption shares with the concept's name."""
        name = name_words(concept, self.vocabulary)
        words = self.frame.stubs[row].words - _NOT_SAID
        around = words.union(*self.frame.stubs[row].headings)
        if not words or not name:
            return {"words none": 1.0}
        return {
            "words of the caption": len(words & name) / len(words),
            "words of the name": len(words & name) / len(name),
            "words of the name with headings": len(around & name) / len(name),
            "words alike": float(words == name),
        }

    def _fitting(self, row: int, concept: str) -> Parts:
        """Section, brackets, total or part, and whether the release still wants the concept."""
        stub, item = self.frame.stubs[row], self.frame.statement.items[row]
        parts: Parts = {}
        of = self._known(concept)
        if of.withdrawn:
            parts[f"deprecated, {self.era}"] = 1.0
        places = {_PLACES.get(section) for section in stub.sections}
        if len(places) == 1 and (place := next(iter(places))):
            parts[f"section {'unsaid' if of.place is None else 'agrees' if of.place == place else 'against'}"] = 1.0
        anchors = {self.knowledge.anchors.get(section) for section in stub.sections} - {None}
        if anchors and of.above:
            parts["under the section" if anchors & of.above else "not under the section"] = 1.0
        if stub.total is not None:
            parts[f"{'total' if stub.total else 'line'} as {'total' if of.is_total else 'line'}"] = 1.0
        if of.side is not None:
            parts |= self._directed(of.side, item)
        return parts

    def _known(self, concept: str) -> _Known:
        known = self._concepts.get(concept)
        if known is None:
            known = self._concepts[concept] = _known(concept, self.knowledge, self.index)
        return known

    def _directed(self, side: str, item: Item) -> Parts:
        """Whether the figures go ways that the concept does not."""
        values = [amount.value for amount in item.amounts if amount.value]
        if not values:
            return {}
        ways = "both" if min(values) < 0 < max(values) else "brackets" if max(values) < 0 else "plain"
        kind = "flow" if self.frame.statement.kind is Kind.CASH_FLOW else "state"
        return {f"printed {ways}, {side}, {kind}": 1.0}


def of_document(frames: Sequence[Frame], maps: Maps, index: Index) -> list[Evidence]:
    """The evidence of each statement of a document."""
    words = frozenset[str]().union(*(frame.words for frame in frames))
    return [Evidence(frame, maps.knowledge, index, maps.vocabulary, words) for frame in frames]


@lru_cache(maxsize=1 << 14)
def _relation(concept: str, whole: str | None, index: Index) -> str | None:
    """How the taxonomy adds a concept up to that of the total it goes into."""
    if whole == concept:
        return "sum: is its own total"
    if whole is None or not index.calculation_children(whole):
        return None
    direct = whole in _parents(concept, index)
    return "sum: direct" if direct else "sum: under" if whole in _above(concept, index) else "sum: not under"


@lru_cache(maxsize=1 << 13)
def _above(concept: str, index: Index) -> frozenset[str]:
    return frozenset(name for name, _ in ancestors(concept, index, _LEVELS))


@lru_cache(maxsize=1 << 13)
def _parents(concept: str, index: Index) -> frozenset[str]:
    return frozenset(name for name, _ in index.calculation_parents(concept))


def name_words(concept: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The words of a concept's name, as captions' words are read, without those that captions leave to sections."""
    return vocabulary.words(spoken(concept)) - _NOT_SAID


def _is_new(concept: str) -> bool:
    return concept not in load_index(FIRST_RELEASE)


def _rule(one: Candidate) -> str:
    """What kind of rule of the maps names a candidate."""
    if not one.weight or one.fit is None:
        return "rule none"
    return "rule rival" if one.rule.startswith(RIVALS) else f"rule {one.fit.name.lower()}"


def believed(sure: float) -> float:
    """What it says that an earlier filing was so sure of a concept: nothing below even odds, 1 if it was certain."""
    return max(2.0 * sure - 1.0, 0.0)


def _evident(probability: float) -> float:
    """0 for nothing, 1 for certainty, by the logarithm."""
    return 1.0 - log(max(probability, _LEAST)) / log(_LEAST)


@dataclass(frozen=True)
class Around:
    """What stands around the rows of a statement: the likeliest concepts, and how likely they are.

    Attributes:
        firsts: of each row, its likeliest concept; None: a line of the company's own, or a heading.
        shares: of each row, its candidates' probabilities by concept.
    """

    frame: Frame
    index: Index
    firsts: Sequence[str | None]
    shares: Sequence[Mapping[str | None, float]]

    def of(self, row: int, concept: str | None) -> Parts:
        """What the place of a row says of a concept."""
        if concept is None:
            return {"own: part of a sum": 1.0} if row in self.frame.totals_of else {}
        return self._in_total(row, concept) | self._of_parts(row, concept) | self._rival(row, concept)

    def _in_total(self, row: int, concept: str) -> Parts:
        into = self.frame.totals_of.get(row)
        if into is None:
            return {}
        relation = _relation(concept, self.firsts[into[0]], self.index)
        return {**({relation: 1.0} if relation else {}), **self._beside(row, concept, into[0])}

    def _beside(self, row: int, concept: str, total: int) -> Parts:
        """The share of the other parts of a total that the taxonomy adds up to the same as the concept."""
        (known, added), mine = self._adding[total], _parents(concept, self.index)
        own = self._sums_of_first[row]
        alike = max([0, *map(added.get, mine - own, repeat(0)), *(added[name] - 1 for name in mine & own)])
        return {"sum: siblings": alike / max(known - bool(self.firsts[row]), 1)}

    @cached_property
    def _sums_of_first(self) -> list[frozenset[str]]:
        """Of each row what the taxonomy adds its likeliest concept up to."""
        return [_parents(first, self.index) if first else frozenset() for first in self.firsts]

    @cached_property
    def _adding(self) -> dict[int, tuple[int, dict[str, int]]]:
        """Of each total the number of parts that have a concept, and how many of them the taxonomy adds up to what."""
        found = {}
        for total, footing in self.frame.sums.items():
            known = [first for part, _ in footing.parts if (first := self.firsts[part])]
            found[total] = (len(known), dict(Counter(name for first in known for name in _parents(first, self.index))))
        return found

    def _of_parts(self, row: int, concept: str) -> Parts:
        footing = self.frame.sums.get(row)
        if footing is None:
            return {}
        known = [first for part, _ in footing.parts if (first := self.firsts[part])]
        if not known:
            return {}
        under = sum(concept in _above(first, self.index) for first in known)
        return {"parts: under": under / len(known), "parts: none under": float(not under)}

    def _rival(self, row: int, concept: str) -> Parts:
        """Whether another row, with another figure of the same period, is likelier to be the concept."""
        held = self._likeliest.get(concept, {})
        most = max(
            (share for key, value in self._figures[row].items() for share, other in held[key] if other != value),
            default=0.0,
        )
        return {"elsewhere": most, "elsewhere likelier": float(most > self.shares[row].get(concept, 0.0))}

    @cached_property
    def _figures(self) -> list[Figures]:
        return [figures(self.frame, row) for row in range(len(self.frame.stubs))]

    @cached_property
    def _likeliest(self) -> dict[str, dict[Key, list[tuple[float, Decimal]]]]:
        """Of each concept and period the two greatest shares that different figures give it."""
        found: dict[str, dict[Key, dict[Decimal, float]]] = {}
        for shares, figures_ in zip(self.shares, self._figures, strict=True):
            for concept, share in shares.items():
                if concept is not None:
                    held = found.setdefault(concept, {})
                    for key, value in figures_.items():
                        of = held.setdefault(key, {})
                        of[value] = max(share, of.get(value, 0.0))
        return {
            concept: {
                key: nlargest(2, ((share, value) for value, share in of.items()), key=lambda each: each[0])
                for key, of in held.items()
            }
            for concept, held in found.items()
        }
