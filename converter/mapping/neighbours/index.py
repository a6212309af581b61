"""The index: hashed features of captions, the captions that have them, and what companies tagged these with.

Captions lie on shelves: those of one kind of statement on one, the names of concepts on another. Each shelf counts by
itself how much a feature says (the rarer, the more). How near a caption is is the cosine of the two sets of features.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from converter.mapping.learned.caption import words
from converter.mapping.learned.network import EXTENSION, KINDS

FILE = Path(__file__).parent / "neighbours.npz"

OWN = EXTENSION
"""What a caption is called that companies have a concept of their own for."""

LABELS = "names"
"""The shelf of names and standard labels of concepts."""

SHELVES = (*KINDS[:-1], LABELS)

_NEAREST = 10  # captions that have a say
_NAMED = 20  # names like a caption that are looked at
_LEAST = 0.2  # the nearness of a caption that says anything
_POWER = 8.0  # of a caption's nearness, in what its say counts beside the nearest
_WHOLE = 0.5  # what it counts to be the same as a whole, beside each word
_REMEMBERED = 1 << 14

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Said:
    """What neighbours say of a caption.

    Attributes:
        votes: the share of the nearest captions that was each concept, or `OWN`, times the nearness of the nearest;
            together at most 1.
        named: concepts by how like the caption their names are, at most 1, the likest first.
    """

    votes: Mapping[str, float]
    named: Mapping[str, float]


NOBODY = Said({}, {})
"""What is said where nothing is near."""


def features(found: Sequence[str]) -> list[int]:
    """The hashed features of a caption's words: each of them, each two neighbours, all in their order and in none."""
    views = {f"w {word}" for word in found}
    views.update(f"p {a} {b}" for a, b in pairwise(["^", *found, "$"]))
    return sorted(crc32(view.encode()) for view in views)


def whole(found: Sequence[str]) -> list[int]:
    """The hashed features that only captions of the same words have: in their order, and in any."""
    return sorted({crc32(("c " + " ".join(found)).encode()), crc32(("b " + " ".join(sorted(set(found)))).encode())})


@dataclass(frozen=True)
class Shelf:
    """The captions of one kind.

    Attributes:
        features: that they have, ascending.
        weights: what each feature counts for, the rarer the more.
        ends: of each feature, where its captions end in `captions`.
        captions: by feature, the captions that have it.
        lengths: of each caption, the root of the squares of its features' weights.
        voted: of each caption, where its votes end in `votes`.
        votes: classes that companies tagged it with.
        counts: parallel to the votes, how many companies did.
    """

    features: npt.NDArray[np.uint32]
    weights: Floats
    ends: Ints
    captions: npt.NDArray[np.uint16]
    lengths: Floats
    voted: Ints
    votes: npt.NDArray[np.uint16]
    counts: npt.NDArray[np.uint8]

    def nearness(self, found: Sequence[str]) -> Floats:
        """How near each caption is to one of these words: 0 to 1."""
        if not len(self.features):
            return self.lengths
        hashed = np.array([*features(found), *whole(found)], dtype=np.uint32)
        counts = np.ones(len(hashed), dtype=np.float32)
        counts[-len(whole(found)) :] = _WHOLE
        places = np.minimum(np.searchsorted(self.features, hashed), len(self.features) - 1)
        known = self.features[places] == hashed
        rare = np.float32(np.log(max(len(self.lengths), 2)))
        squares = np.where(known, self.weights[places], rare * counts) ** 2
        some = [(place, square) for place, square in zip(places[known].tolist(), squares[known].tolist(), strict=True)]
        if not some:
            return np.zeros(len(self.lengths), dtype=np.float32)
        spans = [self.captions[self.ends[place] : self.ends[place + 1]] for place, _ in some]
        shared = np.bincount(
            np.concatenate(spans),
            np.repeat([square for _, square in some], [len(span) for span in spans]),
            len(self.lengths),
        )
        return np.asarray(shared / (self.lengths * np.sqrt(squares.sum())), dtype=np.float32)

    def say(self, nearness: Floats, classes: Sequence[str]) -> dict[str, float]:
        """What the nearest captions say together, the nearer the more."""
        nearest = _greatest(nearness, _NEAREST)
        if not nearest:
            return {}
        best = nearest[0][1]
        found: dict[int, float] = defaultdict(float)
        for caption, near in nearest:
            own = slice(self.voted[caption], self.voted[caption + 1])
            for name, count in zip(self.votes[own].tolist(), self.counts[own].tolist(), strict=True):
                found[name] += count * (near / best) ** _POWER
        each = best / sum(found.values())
        return {classes[name]: count * each for name, count in found.items()}


@dataclass(frozen=True)
class Neighbours:
    """The shelves, and the names of the classes that their votes are of."""

    shelves: Mapping[str, Shelf]
    classes: tuple[str, ...]
    _known: dict[tuple[str, str], Said] = field(default_factory=dict, repr=False)

    def said(self, caption: str, kind: str) -> Said:
        """What is said of a caption in a statement of a kind."""
        key = kind, caption
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._said(caption, kind)
        return known

    def _said(self, caption: str, kind: str) -> Said:
        found = words(caption)
        if not found:
            return NOBODY
        names = self.shelves[LABELS]
        named: dict[str, float] = {}
        for label, near in _greatest(names.nearness(found), _NAMED):
            named.setdefault(self.classes[names.votes[names.voted[label]]], min(near, 1.0))
        shelf = self.shelves[kind]
        return Said(shelf.say(shelf.nearness(found), self.classes), named)


def _greatest(nearness: Floats, most: int) -> list[tuple[int, float]]:
    """The nearest captions that say anything, the nearest first."""
    found = np.flatnonzero(nearness > _LEAST)
    if len(found) > most:
        found = found[np.argpartition(-nearness[found], most)[:most]]
    return sorted(zip(found.tolist(), nearness[found].tolist(), strict=True), key=lambda each: (-each[1], each[0]))


def save(neighbours: Neighbours, path: Path) -> None:
    """Write the index; the same gives the same bytes."""
    arrays = {
        f"{name}.{part}": getattr(shelf, part)
        for name, shelf in neighbours.shelves.items()
        for part in Shelf.__dataclass_fields__
    }
    np.savez_compressed(path, classes=np.frombuffer("\n".join(neighbours.classes).encode(), dtype=np.uint8), **arrays)


def load(path: Path) -> Neighbours:
    """Read an index."""
    with np.load(path) as file:
        parts = Shelf.__dataclass_fields__
        shelves = {name: Shelf(**{part: file[f"{name}.{part}"] for part in parts}) for name in SHELVES}
        return Neighbours(shelves, tuple(file["classes"].tobytes().decode().split("\n")))


@cache
def shipped() -> Neighbours:
    """The index that comes with the package."""
    return load(FILE)
