"""The model: a weight for each feature and class, added up; what is greatest is the likeliest.

The file holds weights alone, in half precision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from converter.statements.learned.features import features
from converter.terms import Kind

FILE = Path(__file__).parent / "model.npz"

NONE = "none"
"""The class of a table that is no statement: of a note, of a summary, of anything else."""

CLASSES: tuple[str, ...] = (*(kind.value for kind in Kind), NONE)

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Model:
    """Weights.

    Attributes:
        weights: a row for each feature, a column for each of `CLASSES`.
        bias: for each of `CLASSES`.
    """

    weights: Array
    bias: Array

    def shares(self, captions: Iterable[str]) -> Mapping[str, float]:
        """How likely a table with these captions is of each class; together 1."""
        (found,) = self.probabilities([features(captions)])
        return MappingProxyType(dict(zip(CLASSES, found.tolist(), strict=True)))

    def probabilities(self, tables: list[npt.NDArray[np.int64]]) -> Array:
        """For each table, of which the features are given, the probability of each class."""
        scores = np.stack([self.weights[each].sum(axis=0) / scale(each) for each in tables]) + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def scale(table: npt.NDArray[np.int64]) -> float:
    """What the sum of a table's weights is divided by, so that long tables are not surer than short ones by length
    alone.
    """
    return float(np.sqrt(max(len(table), 1)))


@cache
def load(path: Path = FILE) -> Model:
    """A model file, read once."""
    with np.load(path) as arrays:
        return Model(arrays["weights"].astype(np.float64), arrays["bias"].astype(np.float64))


def save(model: Model, path: Path = FILE) -> None:
    """Write a model file; the same model gives the same bytes."""
    np.savez_compressed(path, weights=model.weights.astype(np.float16), bias=model.bias.astype(np.float16))
