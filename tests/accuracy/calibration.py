"""How far the confidence of a conversion is to be believed, and the weights that make it so.

Every figure of the gold and tagged documents that has a candidate is judged: would the truth accept the likeliest
concept? The weights of `mapping.confidence` are fitted to these judgements (logistic regression, both suites counting
half). The table that is printed is cross-validated: each document's confidence comes from weights that were fitted to
the other documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from converter.assembly import assemble
from converter.errors import RetroxbrlError
from converter.mapping.candidates import Candidate
from converter.mapping.confidence import evidence
from converter.mapping.decide import choose, read
from converter.mapping.maps import Fit
from converter.options import DEFAULT_TAXONOMY, Options
from converter.pipeline import layers, run
from converter.report import Fact
from converter.taxonomy import load_index
from tests.accuracy.compare import gold_rows
from tests.accuracy.corpus import Document, Suite, documents, scorer

SUITES: tuple[Suite, ...] = ("gold", "tagged")
FITS = (Fit.FULL, Fit.UNPLACED, Fit.LOOSE, Fit.HINT, None)
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)
FOLDS = 5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure's likeliest concept: what spoke for it, and whether the truth accepts it."""

    suite: Suite
    document: str
    parts: tuple[float, ...]
    right: bool


def main() -> None:
    """Print the reliability table and the weights."""
    judged = [each for suite in SUITES for document in documents(suite) for each in judge(suite, document)]
    parts = np.array([each.parts for each in judged])
    right = np.array([each.right for each in judged], dtype=float)
    sizes = {suite: sum(each.suite == suite for each in judged) for suite in SUITES}
    weights = np.array([len(judged) / len(SUITES) / sizes[each.suite] for each in judged])
    folds = np.array([int(hashlib.sha256(each.document.encode()).hexdigest(), 16) % FOLDS for each in judged])
    said = np.zeros(len(judged))
    for fold in range(FOLDS):
        others = folds != fold
        said[~others] = _probability(parts[~others], fit(parts[others], right[others], weights[others]))
    suites = np.array([each.suite for each in judged])
    _print_table(said, right, weights, suites)
    names = [*(each.name if each else "None" for each in FITS), "learned", "lead", "silent"]
    print("weights: " + ", ".join(f"{n} {w:.2f}" for n, w in zip(names, fit(parts, right, weights), strict=True)))


def judge(suite: Suite, document: Document) -> Iterator[Judged]:
    """The figures of a document that its truth asks for and that have a candidate."""
    try:
        stages = run(document.source.read_bytes(), document.source.name, Options())
    except RetroxbrlError:
        return
    if not stages.statements:
        return
    index = load_index(DEFAULT_TAXONOMY)
    maps = layers(stages.document, Options())
    ranked = choose(read(stages.statements, maps, index), maps.knowledge)
    found = {
        amount.span: candidates
        for each in ranked
        for item, candidates in zip(each.frame.statement.items, each.rows, strict=True)
        for amount in item.amounts
    }
    report = assemble(stages.document, stages.statements, stages.decisions, Options(), index, []).report
    truth = gold_rows(document)
    for fact in report.facts:
        candidates = found.get(fact.sources[0].span, []) if fact.sources else []
        if not candidates or candidates[0].concept is None or candidates[0].fit is Fit.OWN:
            continue
        accepted = _accepted(fact, report.period_of(fact), truth)
        if accepted:
            yield Judged(suite, document.name, _parts(candidates), candidates[0].concept in accepted)


def _accepted(fact: Fact, period: Any, truth: Sequence[Any]) -> set[str]:
    asked = scorer().Fact("", "", fact.value, period.start, period.end, fact.unit, 0)
    rows = (row for row in truth if row.unit == fact.unit and abs(row.value) == abs(asked.value))
    return {name for row in rows if row.same_period(asked) for name in row.accepted}


def _parts(candidates: Sequence[Candidate]) -> tuple[float, ...]:
    fits = tuple(float(candidates[0].fit is each) for each in FITS)
    return fits + evidence(candidates[0], candidates[1:])


def fit(parts: Floats, right: Floats, weights: Floats) -> Floats:
    """The weights of the parts, by regularised logistic regression."""

    def loss(found: Floats) -> tuple[float, Floats]:
        chance = _probability(parts, found)
        likelihood = right * np.log(chance + 1e-9) + (1 - right) * np.log(1 - chance + 1e-9)
        return (
            float(found @ found - weights @ likelihood),
            2 * found - parts.T @ (weights * (right - chance)),
        )

    return np.asarray(minimize(loss, np.zeros(parts.shape[1]), jac=True, method="L-BFGS-B").x)


def _probability(parts: Floats, weights: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-parts @ weights)))


def _print_table(said: Floats, right: Floats, weights: Floats, suites: NDArray[np.str_]) -> None:
    print(f"{'said':10} {'mean':>6} {'right':>6}  " + "".join(f"{suite:>8} {'right':>6}  " for suite in SUITES))
    for low, high in pairwise(BINS):
        inside = (said >= low) & (said < high)
        if not inside.any():
            continue
        line = f"{low:.1f}-{high:.1f}    {np.average(said[inside], weights=weights[inside]):6.1%} "
        line += f"{np.average(right[inside], weights=weights[inside]):6.1%}  "
        for suite in SUITES:
            own = inside & (suites == suite)
            line += f"{own.sum():8} {right[own].mean() if own.any() else 0:6.1%}  "
        print(line)
