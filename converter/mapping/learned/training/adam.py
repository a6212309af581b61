"""Adam (Kingma and Ba, 2015): steps sized by each weight's own history."""

from __future__ import annotations

import numpy as np

from converter.mapping.learned.network import Array, Ints, Weights

_MEAN, _SPREAD, _TINY = 0.9, 0.999, 1e-8
_LONGEST = 1.0
"""A gradient longer than this is shortened to it."""


class Adam:
    """The optimiser's memory for a set of weights, which `step` changes in place."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._mean = {name: np.zeros_like(array) for name, array in weights.items()}
        self._spread = {name: np.zeros_like(array) for name, array in weights.items()}
        self._steps = 0

    def step(self, gradient: Weights, rate: float, present: Ints) -> None:
        """Move against the gradient; `present` are the rows that the gradient of `embedding` is of."""
        self._steps += 1
        length = float(np.sqrt(sum(float(np.vdot(each, each)) for each in gradient.values())))
        scale = min(1.0, _LONGEST / (length + _TINY))
        pace = rate * float(np.sqrt(1 - _SPREAD**self._steps)) / (1 - _MEAN**self._steps)
        for name, slope in gradient.items():
            weight, mean, spread = self._weights[name], self._mean[name], self._spread[name]
            if name == "embedding":
                rows = weight[present], mean[present], spread[present]
                _move(*rows, slope * scale, pace)
                weight[present], mean[present], spread[present] = rows
            else:
                _move(weight, mean, spread, slope * scale, pace)


def _move(weight: Array, mean: Array, spread: Array, slope: Array, pace: float) -> None:
    """One step, in place, as new arrays of this size cost more than the step; `slope` is used up."""
    mean *= _MEAN
    mean += (1 - _MEAN) * slope
    slope *= slope
    slope *= 1 - _SPREAD
    spread *= _SPREAD
    spread += slope
    np.sqrt(spread, out=slope)
    slope += _TINY
    np.divide(mean, slope, out=slope)
    slope *= pace
    weight -= slope
