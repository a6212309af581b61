"""The model file: a vocabulary of hashed features, the classes, and the network's weights in few bytes.

Everything lies in one `.npz`. The embedding is rounded to 255 steps per feature, the other weights to half
precision. The file holds numbers and names of us-gaap concepts; captions cannot be read back from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from converter.mapping.learned import caption, network
from converter.mapping.learned.network import KINDS, Array, Weights

FILE = Path(__file__).parent / "model.npz"

_STEPS = 127
_REMEMBERED = 1 << 15
"""Captions whose bags are kept: a document repeats its own, and companies repeat each other's."""

Printed = tuple[str, int | None, int | None, Sequence[str]]
"""A statement as the model sees it: BS, IS, CF, CI or EQ; the SIC; its year; the captions in printed order."""


@dataclass(frozen=True)
class Model:
    """A trained network.

    Attributes:
        vocabulary: the hashed features that it knows, ascending.
        classes: `network.EXTENSION`, `network.HEADING`, then concepts.
        weights: float32.
        temperature: what scores are divided by, so that a probability means what it says.
        repeats: for each kind of statement and class, the share of the statements with it that have it more than once.
    """

    vocabulary: npt.NDArray[np.uint32]
    classes: tuple[str, ...]
    weights: Weights
    temperature: float
    repeats: Array
    _bags: dict[str, Array] = field(default_factory=dict, repr=False)

    def bag(self, text: str) -> Array:
        """What the caption says by itself."""
        known = self._bags.get(text)
        if known is None:
            if len(self._bags) >= _REMEMBERED:
                self._bags.clear()
            hashed = np.array(caption.features(text), dtype=np.uint32)
            places = np.searchsorted(self.vocabulary, hashed)
            places[places == len(self.vocabulary)] = 0
            known = self._bags[text] = network.bag(self.weights, places[self.vocabulary[places] == hashed])
        return known

    def probabilities(self, statements: Sequence[Printed]) -> list[Array]:
        """For each statement the probability of each class for each of its captions: (captions, classes)."""
        if not statements:
            return []
        layout, order = network.lay_out(
            [
                (KINDS.index(kind), network.industry(sic), network.era(year), len(captions))
                for kind, sic, year, captions in statements
            ]
        )
        bags = np.stack([self.bag(text) for n in order for text in statements[n][3]])
        found = network.softmax(network.answer(self.weights, layout, bags) / np.float32(self.temperature))
        split = np.split(found, np.cumsum(layout.lengths)[:-1])
        return [split[place] for place in np.argsort(order)]


def save(model: Model, path: Path) -> None:
    """Write the model file; the same model gives the same bytes."""
    arrays: dict[str, Any] = {
        "vocabulary": model.vocabulary,
        "classes": np.frombuffer("\n".join(model.classes).encode(), dtype=np.uint8),
        "temperature": np.float32(model.temperature).reshape(1),
        "repeats": model.repeats.astype(np.float16),
    }
    for name, weight in model.weights.items():
        if name == "embedding":
            step = np.maximum(np.abs(weight).max(axis=1), 1e-9) / _STEPS
            arrays["embedding"] = np.rint(weight / step[:, None]).astype(np.int8)
            arrays["embedding_step"] = step.astype(np.float32)
        else:
            arrays[name] = weight.astype(np.float16)
    np.savez(path, **arrays)


def load(path: Path) -> Model:
    """Read a model file."""
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    vocabulary, repeats = arrays.pop("vocabulary"), arrays.pop("repeats").astype(np.float32)
    classes = tuple(arrays.pop("classes").tobytes().decode().split("\n"))
    temperature = float(arrays.pop("temperature")[0])
    step = arrays.pop("embedding_step")
    weights = {name: array.astype(np.float32) for name, array in arrays.items()}
    weights["embedding"] *= step[:, None]
    return Model(vocabulary, classes, weights, temperature, repeats)


@cache
def shipped() -> Model:
    """The model that comes with the package, read once."""
    return load(FILE)
