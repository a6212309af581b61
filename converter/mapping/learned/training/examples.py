"""What the network is shown: the table's statements as numbers, varied as releases vary.

Statements of releases lack what a tagged one has: rows that only hold the taxonomy's tables together, often
headings, now and then a total's caption. So a share of each is left out, anew in every round. And a row's caption is
now and then replaced by what another company calls the same concept in the same kind of statement, so that the
network meets more captions in more places than the table has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from converter.mapping.learned import caption, network
from converter.mapping.learned.names import spoken
from converter.mapping.learned.network import ERAS, EXTENSION, HEADING, KINDS, Ints, era, industry
from converter.mapping.learned.training.gradient import Batch
from converter.mapping.learned.training.table import Tagged

Flags = npt.NDArray[np.bool_]

_MIN_COMPANIES = 3
"""A feature that fewer companies have is left out: it is a name, or chance."""

_FRAMEWORK = ("Table", "LineItems", "Axis", "Domain", "Member")
_WITHOUT_FRAMEWORK = 0.5
_WITHOUT_HEADINGS = 0.1
_WITHOUT_ROW = 0.04
_WITHOUT_CAPTION = 0.03  # of totals
_WITHOUT_INDUSTRY = 0.5
_SWAPPED = 0.15  # captions
_NAMED = 0.03  # captions replaced by the concept's own label
_CONCEPTS = 2
"""The first class that is a concept."""

_NAME_WEIGHT = 0.1
"""A concept's own label, standing alone, counts this much of a row of a statement."""


def vocabulary(statements: Sequence[Tagged], company: Mapping[str, int]) -> list[int]:
    """The features that enough companies have, ascending."""
    seen: dict[int, set[int]] = defaultdict(set)
    for each in statements:
        for text in each.captions:
            for feature in caption.features(text):
                seen[feature].add(company[each.filing])
    return sorted(feature for feature, holders in seen.items() if len(holders) >= _MIN_COMPANIES)


def classes(statements: Sequence[Tagged], names: Sequence[tuple[str, str]]) -> list[str]:
    """All classes: extension, heading, then the concepts by name."""
    concepts = {name for each in statements for name in each.classes} | {concept for concept, _ in names}
    return [EXTENSION, HEADING, *sorted(concepts - {EXTENSION, HEADING})]


@dataclass(frozen=True)
class Example:
    """A statement as numbers.

    Attributes:
        kind: its place in `KINDS`.
        rows: for each row, its features' places in the vocabulary.
        answers: for each row, its class.
        framework, headings, totals: for each row, whether it is one.
        weight: what its rows count.
    """

    kind: int
    industry: int
    era: int
    rows: tuple[Ints, ...]
    answers: Ints
    framework: Flags
    headings: Flags
    totals: Flags
    weight: float = 1.0


class Numbering:
    """Statements and names to examples, for one vocabulary and one list of classes."""

    def __init__(self, vocabulary: Sequence[int], classes: Sequence[str]) -> None:
        self._place = {feature: n for n, feature in enumerate(vocabulary)}
        self._class = {name: n for n, name in enumerate(classes)}
        self._known: dict[str, Ints] = {}
        self.nothing = self.features("")

    def features(self, text: str) -> Ints:
        """The places of a caption's features in the vocabulary; unknown ones are left out."""
        found = self._known.get(text)
        if found is None:
            places = [self._place[feature] for feature in caption.features(text) if feature in self._place]
            found = self._known[text] = np.array(places, dtype=np.int64)
        return found

    def statement(self, tagged: Tagged) -> Example:
        return Example(
            kind=KINDS.index(tagged.kind),
            industry=industry(tagged.sic),
            era=era(tagged.year),
            rows=tuple(self.features(text) for text in tagged.captions),
            answers=np.array([self._class[name] for name in tagged.classes], dtype=np.int64),
            framework=np.array([tag.endswith(_FRAMEWORK) for tag in tagged.tags]),
            headings=np.array([name == HEADING for name in tagged.classes]),
            totals=np.array([text.lower().startswith("total") for text in tagged.captions]),
        )

    def names(self, concept: str, label: str) -> list[Example]:
        """A concept's label and its name, each as a statement of one row of unknown kind, in every era."""
        no = np.array([False])
        answer = np.array([self._class[concept]], dtype=np.int64)
        alone = KINDS.index("")
        return [
            Example(alone, 0, when, (self.features(text),), answer, no, no, no, _NAME_WEIGHT)
            for text in (label, spoken(concept))
            for when in range(len(ERAS) + 1)
        ]


class Variation:
    """Statements as they might have been printed, by chance."""

    def __init__(
        self, examples: Sequence[Example], names: Sequence[Example], nothing: Ints, chance: np.random.Generator
    ) -> None:
        self._chance = chance
        self._nothing = nothing
        self._named: dict[int, list[Ints]] = defaultdict(list)
        self._called: dict[tuple[int, int], list[Ints]] = defaultdict(list)
        for each in names:
            self._named[int(each.answers[0])].append(each.rows[0])
        for each in examples:
            for features, answer in zip(each.rows, each.answers.tolist(), strict=True):
                self._called[each.kind, answer].append(features)

    def of(self, example: Example) -> Example:
        """The statement with some captions replaced, some rows and sometimes the industry left out; never empty."""
        chance, length = self._chance, len(example.rows)
        kept = chance.random(length) >= _WITHOUT_ROW
        if chance.random() < _WITHOUT_FRAMEWORK:
            kept &= ~example.framework
        if chance.random() < _WITHOUT_HEADINGS:
            kept &= ~example.headings
        chosen = np.flatnonzero(kept) if kept.any() else np.arange(length)
        return Example(
            kind=example.kind,
            industry=0 if chance.random() < _WITHOUT_INDUSTRY else example.industry,
            era=example.era,
            rows=tuple(self._caption(example, int(row)) for row in chosen),
            answers=example.answers[chosen],
            framework=example.framework[chosen],
            headings=example.headings[chosen],
            totals=example.totals[chosen],
            weight=example.weight,
        )

    def _caption(self, example: Example, row: int) -> Ints:
        """The features of a row's caption, or of one that could stand in its place."""
        draw = float(self._chance.random())
        answer = int(example.answers[row])
        if example.totals[row] and draw >= 1 - _WITHOUT_CAPTION:
            return self._nothing
        if answer >= _CONCEPTS and draw < _SWAPPED:
            others = self._called[example.kind, answer]
            return others[int(self._chance.integers(len(others)))]
        if draw < _SWAPPED + _NAMED and (labels := self._named.get(answer)):
            return labels[int(self._chance.integers(len(labels)))]
        return example.rows[row]


def laid_out(examples: Sequence[Example]) -> Batch:
    """Examples as a batch."""
    layout, order = network.lay_out([(each.kind, each.industry, each.era, len(each.rows)) for each in examples])
    chosen = [examples[n] for n in order]
    sets = [row for each in chosen for row in each.rows]
    return Batch(
        layout=layout,
        features=np.concatenate(sets),
        ends=np.cumsum([0, *(len(row) for row in sets)]),
        answers=np.concatenate([each.answers for each in chosen]),
        importance=np.repeat(np.array([each.weight for each in chosen], dtype=np.float32), layout.lengths),
    )
