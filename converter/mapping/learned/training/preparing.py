"""From statements to a model: what `train` and `crossvalidate` share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from converter.mapping.learned.model import Model
from converter.mapping.learned.network import KINDS, Array
from converter.mapping.learned.training import examples
from converter.mapping.learned.training.fit import Settings, fit, fresh
from converter.mapping.learned.training.table import Tagged

TEMPERATURE = 1.0
"""What `crossvalidate` found to make the shipped model's probabilities true."""

_DOUBT = 2.0
"""Imagined statements in which a concept stood once, added to those counted."""


def train(
    statements: Sequence[Tagged],
    company: Mapping[str, int],
    names: Sequence[tuple[str, str]],
    settings: Settings,
    temperature: float,
    tell: Callable[[str], None],
) -> Model:
    """A model of these statements and of the concepts' own names.

    Args:
        company: of each filing.
        names: concepts with their standard labels.
        tell: is given a line now and then.
    """
    vocabulary = examples.vocabulary(statements, company)
    classes = examples.classes(statements, names)
    tell(f"{len(statements)} statements, {len(vocabulary)} features, {len(classes)} classes")
    numbering = examples.Numbering(vocabulary, classes)
    weights = fresh(len(vocabulary), len(classes), settings, np.random.default_rng(settings.seed))
    shown = [numbering.statement(each) for each in statements]
    alone = [example for concept, label in names for example in numbering.names(concept, label)]
    return Model(
        vocabulary=np.array(vocabulary, dtype=np.uint32),
        classes=tuple(classes),
        weights=fit(shown, alone, numbering, weights, settings, tell),
        temperature=temperature,
        repeats=_repeats(statements, classes),
    )


def _repeats(statements: Sequence[Tagged], classes: Sequence[str]) -> Array:
    """For each kind of statement and class: of the statements with it, the share that have it more than once."""
    place = {name: n for n, name in enumerate(classes)}
    counts: dict[str, list[Counter[str]]] = defaultdict(lambda: [Counter(), Counter()])
    for each in statements:
        for name, times in Counter(each.classes).items():
            counts[each.kind][0][name] += 1
            counts[each.kind][1][name] += times > 1
    shares = np.zeros((len(KINDS), len(classes)), dtype=np.float32)
    for kind, (having, repeating) in counts.items():
        for name, times in having.items():
            shares[KINDS.index(kind), place[name]] = repeating[name] / (times + _DOUBT)
    shares[:, :2] = 1.0  # any number of headings and extensions
    return shares
