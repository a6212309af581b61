"""From the probabilities of single rows to ranked concepts of a statement, in which a concept rarely stands twice."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import numpy as np

from converter.mapping.learned.model import Model
from converter.mapping.learned.network import EXTENSION, HEADING, KINDS, Array

Ranked = list[tuple[str, float]]

_SEEN = 1e-3
"""Concepts that no row of a statement gives more than this are not ranked."""

_NEGLIGIBLE = 1e-3
"""A concept less likely than this is not worth naming."""


def ranked(
    model: Model,
    kind: str,
    probabilities: Array,
    most: int,
    allowed: Container[str] | None = None,
    alike: Sequence[tuple[str, ...]] = (),
) -> list[Ranked]:
    """The likeliest concepts of each row with their probabilities, best first.

    What is missing to 1 is the probability that the row is a heading, an extension, or another concept. Concepts
    that mean the same to a reader (`alike`) are counted together, under the name of the likeliest.

    Args:
        probabilities: of the classes, for each row of one statement: (rows, classes).
        most: concepts of a row.
        allowed: only its concepts are named.
    """
    columns = np.flatnonzero(probabilities.max(axis=0, initial=0) > _SEEN)
    settled = once(probabilities[:, columns], model.repeats[KINDS.index(kind), columns])
    names = [model.classes[column] for column in columns]
    groups = {concept: group for group in alike for concept in group}
    order = np.argsort(-settled, axis=1, kind="stable")
    in_order = np.take_along_axis(settled, order, axis=1)
    return [
        _best(((names[column], chance) for column, chance in zip(places, chances, strict=True)), most, allowed, groups)
        for places, chances in zip(order.tolist(), in_order.tolist(), strict=True)
    ]


def once(probabilities: Array, repeats: Array) -> Array:
    """Lower each row's probability of a concept by the chance that another row is it, unless concepts like it repeat.

    Args:
        probabilities: (rows, concepts).
        repeats: for each concept, the chance that a statement with it has it more than once.
    """
    free = np.log1p(-np.minimum((1 - repeats) * probabilities, 1 - _SEEN))
    lowered = probabilities * np.exp(free.sum(axis=0) - free)
    whole = probabilities.sum(axis=1, keepdims=True)
    return np.asarray(lowered * whole / np.maximum(lowered.sum(axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _best(
    likely: Iterable[tuple[str, float]],
    most: int,
    allowed: Container[str] | None,
    groups: Mapping[str, tuple[str, ...]],
) -> Ranked:
    """The best of a row's concepts, given best first; those of a group under the likeliest that is allowed."""
    summed: dict[tuple[str, ...], float] = {}
    called: dict[tuple[str, ...], str] = {}
    for name, chance in likely:
        if name in (EXTENSION, HEADING):
            continue
        group = groups.get(name, (name,))
        if group in summed:
            summed[group] += chance
        elif len(summed) == most or chance < _NEGLIGIBLE:
            break
        elif usable := [each for each in (name, *group) if allowed is None or each in allowed]:
            summed[group], called[group] = chance, usable[0]
    return sorted(((called[group], chance) for group, chance in summed.items()), key=lambda each: -each[1])
