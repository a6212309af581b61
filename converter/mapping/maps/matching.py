"""Which rules a row of a statement meets, and how well."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from enum import IntEnum

from converter.knowledge import Knowledge
from converter.mapping.maps.phrase import Phrase
from converter.mapping.maps.rule import Layer, Rule
from converter.mapping.maps.words import Vocabulary
from converter.statements.statement import Aspect
from converter.terms import Kind, Unit
from converter.terms.period import PeriodType

Words = frozenset[str]
Handles = dict[str, list[tuple[Phrase, Rule]]]
_NEAR = 6
_BARE = 1
"""Words that a rule for rows without a caption counts as: one that has the words a row is called by is closer."""
_THIS_ROW = 1_000
"""Words that a rule for one row counts as: nothing that asks for a caption is closer to what is meant."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What rules ask of a row.

    Attributes:
        words: of its caption.
        headings: words of the headings above it, outermost first.
        sections: parts of the statement it may stand in (`assets.current`); several if that is not certain, none if
            unknown.
        total: None if it is not known whether the row is a total.
        unit: None if the row has no amounts.
        aspect: of a number inside the caption `words`; None for a row of its own.
        year: of the statement's last period, if known.
        period_type: of the row's amounts; None where the caption alone does not tell.
        offset: where the row begins in the document; None where it stands in none.
        bare: the row prints no caption; `words` are what it is called after the rows around it, if anything.
    """

    words: Words
    kind: Kind
    headings: tuple[Words, ...] = ()
    sections: frozenset[str] = frozenset()
    unit: Unit | None = None
    total: bool | None = None
    aspect: Aspect | None = None
    year: int | None = None
    period_type: PeriodType | None = None
    offset: int | None = None
    bare: bool = False


class Fit(IntEnum):
    """How well a rule fits a row, worst first."""

    HINT = 1  # the rule is only a hint
    LOOSE = 2  # by a phrase with `...`
    UNPLACED = 3  # the phrase covers the caption, but where the row stands is not certain
    FULL = 4  # the phrase covers the caption, at the place the rule names
    OWN = 5  # a rule of the user's, the company's or the document's


@dataclass(frozen=True, slots=True)
class Instead:
    """What to do where a release lacks a concept: the concepts that stand in, best first; the wider one if
    none does.
    """

    concepts: tuple[str, ...]
    wider: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that a row meets. `words` counts the words the phrase asks for: of two rules, the one that asks
    more is meant.
    """

    rule: Rule
    fit: Fit
    words: int

    @property
    def order(self) -> tuple[int, int, int]:
        """Greater is better: a user's layers by themselves, then the fit, then the words."""
        return (self.rule.layer if self.rule.layer >= Layer.USER else 0, self.fit, self.words)


class Maps:
    """All rules that hold for a document.

    Attributes:
        rules: in the order of layers and files.
        concepts: all that they name.
        year: of the taxonomy release.
        sic: the company's industry code, if known.
        instead: concept -> what to do in releases that do not have it.
        rivals: concept -> concepts that companies use for the same captions; the learned layer chooses among them.
        knowledge: what is known of concepts by name.
        digests: SHA-256 of the files, by name: the built-in ones together, the user's each.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        vocabulary: Vocabulary,
        year: int,
        instead: Mapping[str, Instead],
        rivals: Mapping[str, tuple[str, ...]],
        knowledge: Knowledge,
        sic: int | None = None,
        digests: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.rules: Sequence[Rule] = tuple(rule for rule in rules if rule.lives_in(year))
        self.concepts = frozenset(rule.concept for rule in self.rules if rule.concept)
        self.vocabulary = vocabulary
        self.year = year
        self.sic = sic
        self.instead = instead
        self.rivals = rivals
        self.knowledge = knowledge
        self.digests = digests
        self.words = frozenset[str]().union(*(phrase.allowed for rule in self.rules for phrase in rule.phrases))
        self._by_handle: dict[Kind, Handles] = {}
        self._numbers = {id(rule): number for number, rule in enumerate(self.rules)}
        self._of_row: dict[tuple[int, int | None], list[Rule]] = defaultdict(list)
        for rule in self.rules:
            if rule.row is not None:
                self._of_row[rule.row].append(rule)
        self._of_bare = [rule for rule in self.rules if rule.bare]
        self._position: Callable[[int], tuple[int, int]] | None = None

    def in_document(self, position: Callable[[int], tuple[int, int]]) -> Maps:
        """The same for a document, in which rules that name a row find it.

        Args:
            position: line and column of a character, from 1.
        """
        if not self._of_row:
            return self
        placed = copy(self)
        placed._position = position
        return placed

    def _rules(self, kind: Kind) -> Handles:
        """The rules for a statement by a word that a caption must have; each phrase by its rarest word, to try few."""
        if kind not in self._by_handle:
            phrases = [
                (each, rule)
                for rule in self.rules
                if not rule.statements or kind in rule.statements
                for each in rule.phrases
            ]
            frequency = Counter(word for phrase, _ in phrases for word in phrase.allowed)
            handles: Handles = defaultdict(list)
            for phrase, rule in phrases:
                for handle in phrase.handles(frequency):
                    handles[handle].append((phrase, rule))
            self._by_handle[kind] = handles
        return self._by_handle[kind]

    def near(self, line: Stub) -> list[tuple[Rule, str]]:
        """Rules whose words are there and that something else speaks against, with what that is; a few,
        nearest first.
        """
        found: dict[str, tuple[int, Rule, str]] = {}
        rules = self._rules(line.kind)
        for word in line.words:
            for phrase, rule in rules.get(word, ()):
                if not phrase.required <= line.words:
                    continue
                others = sorted(line.words - phrase.allowed)
                if not phrase.holds(line.words, self.words):
                    reason = (
                        f"the words {', '.join(others)} are not in its phrase"
                        if others
                        else "a word of its phrase is missing"
                    )
                elif against := _against(rule, line):
                    reason = against
                else:
                    continue
                known = found.get(rule.name)
                if known is None or len(others) < known[0]:
                    found[rule.name] = (len(others), rule, reason)
        return [(rule, reason) for _, rule, reason in sorted(found.values(), key=lambda each: each[0])[:_NEAR]]

    def match(self, line: Stub) -> list[Match]:
        """The rules that the row meets, best first; of one concept only the best."""
        best: dict[str | None, Match] = {}
        for match in self._met(line):
            known = best.get(match.rule.concept)
            if known is None or self._rank(known) < self._rank(match):
                best[match.rule.concept] = match
        return sorted(best.values(), key=self._rank, reverse=True)

    def own(self, line: Stub) -> list[Match]:
        """All rules of a person's own that the row meets, best first."""
        found = {id(match.rule): match for match in self._met(line) if match.fit is Fit.OWN}
        return sorted(found.values(), key=self._rank, reverse=True)

    def _met(self, line: Stub) -> Iterator[Match]:
        """The rules that the row meets, by each phrase that holds."""
        rules, words = self._rules(line.kind), line.words
        for word in words:
            for phrase, rule in rules.get(word, ()):
                if not phrase.required <= words or not phrase.holds(words, self.words) or _against(rule, line):
                    continue
                yield Match(rule, _fit(rule, phrase, line), phrase.asked(line.words) + (rule.years is not None))
        for rule in self._of_bare if line.bare else ():
            if (not rule.statements or line.kind in rule.statements) and not _against(rule, line):
                yield Match(rule, Fit.OWN, _BARE)
        for rule, closeness in self._meant(line):
            yield Match(rule, Fit.OWN, _THIS_ROW + closeness)

    def _meant(self, line: Stub) -> Iterator[tuple[Rule, int]]:
        """The rules for this very row, and how closely they name it: by its line, or by line and column."""
        if self._position is None or line.offset is None:
            return
        at = self._position(line.offset)
        for closeness, place in enumerate(((at[0], None), at)):
            for rule in self._of_row.get(place, ()):
                if (not rule.statements or line.kind in rule.statements) and not _against(rule, line):
                    yield rule, closeness

    def _rank(self, match: Match) -> tuple[int, int, int, int]:
        """The order, and of equals the rule that comes first in the files."""
        return (*match.order, -self._numbers[id(match.rule)])


def _against(rule: Rule, line: Stub) -> str:
    """What of the rule's conditions does not hold; empty if all do."""
    if rule.aspect != line.aspect:
        return (
            f"it is for {rule.aspect} in captions" if rule.aspect else "it is for rows, not for numbers inside captions"
        )
    if rule.unit is not None and line.unit is not None and rule.unit != line.unit:
        return f"it is for rows in {rule.unit}"
    if rule.years is not None and not (line.year is not None and rule.years[0] <= line.year <= rule.years[1]):
        return "it is for statements of other years"
    if rule.total is not None and line.total is not None and rule.total != line.total:
        return "it is for totals" if rule.total else "it is not for totals"
    if rule.sections and line.sections and not any(_inside(place, rule.sections) for place in line.sections):
        return f"it is for {' and '.join(rule.sections)}, the row stands in {' or '.join(sorted(line.sections))}"
    if rule.under and not any(phrase.holds(words) for phrase in rule.under for words in line.headings):
        return "no heading above is the one it asks for"
    if any(phrase.holds(words) for phrase in rule.apart for words in line.headings):
        return "it is not for rows under such a heading"
    if any(phrase.holds(line.words) for phrase in rule.exclude):
        return "it excludes this caption"
    return ""


def _inside(place: str, wanted: tuple[str, ...]) -> bool:
    """Whether a place is one of the wanted or a part of it; a place known only in the large may be any of its parts."""
    return any(
        place == want
        or place.startswith(want + ".")
        or (want.startswith(place + ".") and not want.endswith(".unclassified"))
        for want in wanted
    )


def _surely_inside(place: str, wanted: tuple[str, ...]) -> bool:
    return any(place == want or place.startswith(want + ".") for want in wanted)


def _fit(rule: Rule, phrase: Phrase, line: Stub) -> Fit:
    if rule.layer >= Layer.USER:
        return Fit.OWN
    if rule.hint:
        return Fit.HINT
    if phrase.open or rule.layer is Layer.OTHER_INDUSTRY:
        return Fit.LOOSE
    certain = not rule.sections or (
        bool(line.sections) and all(_surely_inside(place, rule.sections) for place in line.sections)
    )
    return Fit.FULL if certain else Fit.UNPLACED
