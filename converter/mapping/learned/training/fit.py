"""Fitting the network's weights to a table. Deterministic: the same table, names and seed give the same weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi

import numpy as np

from converter.mapping.learned import network
from converter.mapping.learned.network import Array, Weights
from converter.mapping.learned.training.adam import Adam
from converter.mapping.learned.training.examples import Example, Numbering, Variation, laid_out
from converter.mapping.learned.training.gradient import Batch, Dropout, loss_and_gradient


@dataclass(frozen=True)
class Settings:
    """The network's measures and how it is trained.

    Attributes:
        width: numbers that say what a caption means.
        size: numbers that each recurrent unit remembers.
        middle: numbers that say what a row is.
        rounds: times that every statement is shown.
        batch: statements of a step; `names` concepts' labels are added to them.
        rate: of the steps, at its highest.
        hide: share of the network that each step hides, and `hide_features` of the captions' features.
        average: share of the earlier weights in the running average that becomes the model.
    """

    width: int = 128
    size: int = 160
    middle: int = 320
    rounds: int = 8
    batch: int = 32
    names: int = 100
    rate: float = 2e-3
    hide: float = 0.3
    hide_features: float = 0.2
    average: float = 0.998
    seed: int = 0


def fresh(features: int, classes: int, settings: Settings, chance: np.random.Generator) -> Weights:
    """Weights before training: small and random, so that no two parts learn the same."""

    def spread(rows: int, columns: int, width: float) -> Array:
        return np.asarray(chance.normal(0.0, width, (rows, columns)), dtype=np.float32)

    def layer(rows: int, columns: int) -> Array:
        return spread(rows, columns, 1.0 / np.sqrt(rows))

    def zeros(columns: int) -> Array:
        return np.zeros(columns, dtype=np.float32)

    width, size = settings.width, settings.size
    states = np.stack([layer(size, 3 * size) for _ in ("down", "up")])
    return {
        "embedding": spread(features, width, 0.05),
        "kind": spread(len(network.KINDS), width, 0.05),
        "industry": spread(network.INDUSTRIES, width, 0.05),
        "era": spread(len(network.ERAS) + 1, width, 0.05),
        "context_input": layer(width, 2 * 3 * size),
        "context_bias": zeros(2 * 3 * size),
        "context_state": states,
        "middle": layer(width + 2 * size, settings.middle),
        "middle_bias": zeros(settings.middle),
        "output": layer(settings.middle, classes),
        "output_bias": zeros(classes),
    }


def fit(
    examples: Sequence[Example],
    names: Sequence[Example],
    numbering: Numbering,
    weights: Weights,
    settings: Settings,
    tell: Callable[[str], None],
) -> Weights:
    """Train `weights` in place, and return their running average, which answers more steadily than the last ones.

    Args:
        tell: is given a line after each round.
    """
    chance = np.random.default_rng(settings.seed)
    optimiser = Adam(weights)
    variation = Variation(examples, names, numbering.nothing, chance)
    average = {name: array.copy() for name, array in weights.items()}
    steps = -(-len(examples) // settings.batch)
    for done in range(settings.rounds):
        order = chance.permutation(len(examples))
        total = 0.0
        for step in range(steps):
            chosen = [variation.of(examples[n]) for n in order[step::steps]]
            chosen += [names[n] for n in chance.integers(len(names), size=settings.names)] if names else []
            batch = laid_out(chosen)
            loss, gradient, present = loss_and_gradient(weights, batch, _dropout(batch, settings, chance))
            progress = (done * steps + step) / (settings.rounds * steps)
            optimiser.step(gradient, settings.rate * pace(progress), present)
            _blend(average, weights, min(settings.average, (done * steps + step) / (done * steps + step + 10)))
            total += loss
        tell(f"round {done + 1} of {settings.rounds}: loss {total / steps:.3f}")
    return average


def pace(progress: float) -> float:
    """The share of the highest rate: up from nothing over the first sixth, then down to nothing along a cosine."""
    rise = 0.15
    return progress / rise if progress < rise else 0.5 * (1 + cos(pi * (progress - rise) / (1 - rise)))


def _blend(average: Weights, weights: Mapping[str, Array], kept: float) -> None:
    for name, array in weights.items():
        average[name] += (1 - kept) * (array - average[name])


def _dropout(batch: Batch, settings: Settings, chance: np.random.Generator) -> Dropout:
    def mask(rate: float, *shape: int) -> Array:
        return np.asarray(chance.random(shape, dtype=np.float32) >= rate, dtype=np.float32) / np.float32(1 - rate)

    rows = len(batch.answers)
    return Dropout(
        features=mask(settings.hide_features, len(batch.features)),
        rows=mask(settings.hide, rows, settings.width),
        around=mask(settings.hide, rows, 2 * settings.size),
        joined=mask(settings.hide, rows, settings.middle),
    )
