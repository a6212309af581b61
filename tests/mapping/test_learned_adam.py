"""The optimiser: steps of the rate at first, sized by each weight's own history, and only where a gradient is."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy", reason="training needs scipy")

from converter.mapping.learned.network import Array, Weights
from converter.mapping.learned.training.adam import Adam

NONE = np.array([], dtype=np.int64)


def numbers(*given: float) -> Array:
    return np.array(given, dtype=np.float32)


def test_the_first_step_is_as_long_as_the_rate_whatever_the_gradient_and_against_it() -> None:
    weights: Weights = {"middle_bias": numbers(1, 1, 1)}
    Adam(weights).step({"middle_bias": numbers(0.5, -0.01, 0)}, 0.1, NONE)
    assert weights["middle_bias"] == pytest.approx([0.9, 1.1, 1], abs=1e-5)


def test_later_steps_remember_the_earlier_gradients() -> None:
    weights: Weights = {"middle_bias": numbers(0)}
    optimiser = Adam(weights)
    for slope in (0.5, -0.25):
        optimiser.step({"middle_bias": numbers(slope)}, 0.1, NONE)
    mean = (0.9 * 0.1 * 0.5 - 0.1 * 0.25) / (1 - 0.9**2)
    spread = (0.999 * 0.001 * 0.5**2 + 0.001 * 0.25**2) / (1 - 0.999**2)
    assert weights["middle_bias"] == pytest.approx([-0.1 - 0.1 * mean / np.sqrt(spread)], abs=1e-5)


@pytest.mark.parametrize("name", ["middle_bias", "embedding"])
def test_a_long_gradient_is_shortened_as_a_whole(name: str) -> None:
    moved = []
    for first in (numbers(30, 40), numbers(0.6, 0.8)):
        weights: Weights = {name: numbers(0, 0)}
        optimiser = Adam(weights)
        for slopes in (first, numbers(0.3, 0.1)):
            optimiser.step({name: slopes}, 0.1, np.array([0, 1]))
        moved.append(weights[name])
    assert moved[0] == pytest.approx(moved[1], abs=1e-5)


def test_of_an_embedding_only_the_rows_that_the_gradient_is_of_move() -> None:
    weights: Weights = {"embedding": np.zeros((3, 2), dtype=np.float32)}
    Adam(weights).step({"embedding": np.array([[1e-3, -1e-3]], dtype=np.float32)}, 0.1, np.array([1]))
    assert weights["embedding"][[0, 2]].tolist() == [[0, 0], [0, 0]]
    assert weights["embedding"][1] == pytest.approx([-0.1, 0.1], abs=1e-4)
