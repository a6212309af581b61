"""The weights of the evidence: fitted to what the truth tables accept, and cross-validated by company.

Every row that a truth table speaks of is an example: its candidates with the parts of their evidence, and which of them
the truth accepts. Where it accepts none of them, or a concept of the company's own, that is what is right to choose.
What the learned layer says of a row comes from a network that saw no filing of the row's company. The weights maximise
the likelihood of what is accepted (a log-linear model, so its shares are probabilities).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression, minimize
from scipy.sparse import csr_matrix

from converter.errors import RetroxbrlError
from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.decide import LEARNED_NAMES, Naming, constrained, named
from converter.mapping.learned import rank
from converter.mapping.learned.training.corpus import FOLDS, fold_of
from converter.mapping.maps import Fit, Maps
from converter.mapping.near_names import Near, capped
from converter.mapping.rows import frame_of
from converter.mapping.trace import Trace
from converter.mapping.weighing import Weights, by_themselves, of_document
from converter.mapping.weighing.evidence import Parts, era_of
from converter.mapping.weighing.weigh import around_of
from converter.mapping.weighing.weights import FILE
from converter.options import DEFAULT_TAXONOMY, Options
from converter.pipeline import layers, run
from converter.statements.readings import period_of, reported
from converter.statements.statement import Statement
from converter.taxonomy import Index, load_index
from converter.terms import Kind
from tests.accuracy import folds
from tests.accuracy.compare import GoldRow, gold_rows
from tests.accuracy.corpus import Document, Suite, documents, scorer

SUITES: Mapping[Suite, float] = {"gold": 2.0, "gold-b": 2.0, "tagged": 1.0, "laid-out": 0.6}
"""What an example of a suite counts: hand-made truth most, and least what tests a layout of ours."""

_OWN = "EXT"
_RIDGE = 1.0  # of the weights' squares, so that parts which say nothing weigh nothing
_BANDS = (0.0, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0)

_POINTS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
_DOUBT = 5
"""Imagined choices at each point that were right as often as their share says."""

_FEW_WRONG = 0.015
"""Of the choices that are called sure (0.9 and more), near names aside: of companies that nothing was fitted to a few
more are wrong, and they are to be no more than 2 %."""

_UNSURE = 0.89  # the most that is said of the others
_NEVER = 2.0

_LIKE = {"1990s": ("1990s",), "2000s": ("2000s",), "2010s": ("2010s", "today"), "today": ("2010s", "today")}
"""The eras whose choices tell what a share is worth: of the 2010s there are too few documents."""

_TABLES: Mapping[Kind, frozenset[str]] = {
    kind: frozenset({kind.value, "PAR"} | ({"IS", "CI"} if kind in (Kind.INCOME, Kind.COMPREHENSIVE_INCOME) else set()))
    for kind in Kind
}
"""What truth tables call the statement that a row of a kind stands in. Comprehensive income may follow in an income
statement; numbers inside captions have a name of their own."""

Floats = NDArray[np.float64]
Truth = Mapping[tuple[int, int], tuple[frozenset[str], int]]
"""(statement, row) -> the concepts that are accepted, and of how many figures."""


@dataclass(frozen=True, slots=True)
class Example:
    """A row with what may be chosen for it.

    Attributes:
        figures: that the truth asks of the row.
        parts: of the evidence for each choice.
        right: whether it is right to choose it.
        accepted: whether the truth accepts the choice; where it accepts none, the company's own is right all the same.
    """

    group: Suite
    fold: int
    era: str
    figures: int
    concepts: tuple[str | None, ...]
    parts: tuple[Parts, ...]
    right: tuple[bool, ...]
    accepted: frozenset[str]


Chosen = tuple[Example, int, float]
"""A row, its choice, and how far it is to be believed."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document as far as the mapping, with its truth."""

    suite: Suite
    fold: int
    statements: Sequence[Statement]
    maps: Maps
    truth: Truth


def main(models: Path) -> None:
    """Fit the weights, print how they do on companies they were not fitted to, and write them."""
    folds.complete(models)
    index = load_index(DEFAULT_TAXONOMY)
    read = [each for suite in SUITES for document in documents(suite) if (each := _read(suite, document))]
    alone = fit([example for each in read for example in examples(each, models, index, None)])
    placed = [example for each in read for example in examples(each, models, index, Weights(alone, {}))]
    print(f"{len(placed)} rows")
    said = crossvalidate(placed)
    weights = {"alone": alone, "around": fit(placed)}
    rounded = {name: {part: round(float(w), 3) for part, w in each.items()} for name, each in weights.items()}
    FILE.write_text(json.dumps({**rounded, "said": said}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _read(suite: Suite, document: Document) -> Read | None:
    try:
        stages = run(document.source.read_bytes(), document.source.name, Options())
    except RetroxbrlError:
        return None
    if not stages.statements:
        return None
    truth = truth_of(stages.statements, list(gold_rows(document)))
    return Read(
        suite, fold_of(document.name), stages.statements, layers(stages.document, Options(), DEFAULT_TAXONOMY), truth
    )


def truth_of(statements: Sequence[Statement], rows: Sequence[GoldRow]) -> Truth:
    """What a truth table accepts for the rows of statements, by their figures; most of a row's figures decide.

    Equal figures of another statement are no witness, and truth tables speak of the whole registrant: what a column of
    changes in equity says of a part of it, they do not ask for.
    """
    by_value = defaultdict(list)
    for one in rows:
        by_value[abs(one.value), one.unit].append(one)
    found: dict[tuple[int, int], Counter[frozenset[str]]] = defaultdict(Counter)
    for number, statement in enumerate(statements):
        tables = _TABLES[statement.kind]
        for row, item in enumerate(statement.items):
            for amount in reported(statement, item):
                period = period_of(amount)
                asked = scorer().Fact("", "", amount.value, period.start, period.end, item.unit, 0)
                same = [] if amount.components else by_value.get((abs(amount.value), item.unit), [])
                like = [one for one in same if one.statement in tables and one.same_period(asked)]
                if accepted := frozenset(name for one in like for name in one.accepted):
                    found[number, row][accepted] += 1
    return {place: (counted.most_common(1)[0][0], counted.total()) for place, counted in found.items()}


def examples(read: Read, models: Path, index: Index, weights: Weights | None) -> Iterator[Example]:
    """The rows that the truth speaks of, weighed by themselves, or with given weights and their place."""
    maps = read.maps
    network = folds.network(models, read.fold)
    learned = rank(read.statements, LEARNED_NAMES, maps.sic, None, network, maps.knowledge.synonyms)
    neighbours = folds.neighbours(models, read.fold)
    frames = [frame_of(statement, maps.vocabulary) for statement in read.statements]
    for number, (frame, evidence) in enumerate(zip(frames, of_document(frames, maps, index), strict=True)):
        rows = named(frame, Naming(learned[number], neighbours), maps, index)
        if weights is not None:
            rows = constrained(frame, by_themselves(evidence, rows, weights), maps, index, Trace())
        around = around_of(evidence, rows) if weights is not None else None
        for (at, row), (accepted, figures) in read.truth.items():
            found = rows[row] if at == number else []
            if found and all(each.fit is not Fit.OWN for each in found):
                concepts = tuple(each.concept for each in found)
                parts = evidence.alone(row, found)
                if around is not None:
                    parts = [one | around.of(row, name) for one, name in zip(parts, concepts, strict=True)]
                era = era_of(frame.stubs[row].year)
                yield _example(read.suite, read.fold, era, figures, concepts, parts, accepted)


def _example(
    group: Suite,
    fold: int,
    era: str,
    figures: int,
    concepts: tuple[str | None, ...],
    parts: Sequence[Parts],
    accepted: frozenset[str],
) -> Example:
    right = [name in accepted for name in concepts]
    if _OWN in accepted or not any(right):
        right = [one or name is None for one, name in zip(right, concepts, strict=True)]
    return Example(group, fold, era, figures, concepts, tuple(parts), tuple(right), accepted)


def fit(some: Sequence[Example]) -> dict[str, float]:
    """The weights of the parts."""
    names = {part: at for at, part in enumerate(sorted({part for one in some for each in one.parts for part in each}))}
    parts, group = _design(some, names)
    right = np.array([each for one in some for each in one.right])
    counts = np.array([SUITES[one.group] for one in some])
    by_part = parts.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        share = _softmax(parts @ weights, group, len(some))
        whole = np.bincount(group, share * right, len(some))
        meant = share * right / np.maximum(whole, 1e-12)[group]
        gradient = by_part @ ((share - meant) * counts[group]) + _RIDGE * weights
        return float(-counts @ np.log(whole + 1e-12) + 0.5 * _RIDGE * weights @ weights), gradient

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return dict(zip(names, found.tolist(), strict=True))


def weighed(some: Sequence[Example], weights: Mapping[str, float]) -> list[Floats]:
    """The share of each choice of each example."""
    names = {part: at for at, part in enumerate(weights)}
    parts, group = _design(some, names)
    share = _softmax(parts @ np.array(list(weights.values())), group, len(some))
    return np.split(share, np.cumsum([len(one.parts) for one in some])[:-1])


def _design(some: Sequence[Example], names: Mapping[str, int]) -> tuple[csr_matrix, NDArray[np.int64]]:
    columns, values, ends, group = [], [], [0], []
    for number, one in enumerate(some):
        for parts in one.parts:
            known = [(names[part], value) for part, value in parts.items() if value and part in names]
            columns += [at for at, _ in known]
            values += [value for _, value in known]
            ends.append(len(columns))
            group.append(number)
    return csr_matrix((values, columns, ends), shape=(len(group), len(names))), np.array(group)


def _softmax(scores: Floats, group: NDArray[np.int64], groups: int) -> Floats:
    most = np.full(groups, -np.inf)
    np.maximum.at(most, group, scores)
    powers = np.exp(scores - most[group])
    return np.asarray(powers / np.bincount(group, powers, groups)[group])


def crossvalidate(some: Sequence[Example]) -> dict[str, list[tuple[float, float]]]:
    """Print what weights that were fitted to the other folds choose, and how far their shares are to be believed.

    Returns:
        What shares are worth in each era (`Weights.said`).
    """
    held_out: list[tuple[Example, Floats]] = []
    for fold in range(FOLDS):
        held = [one for one in some if one.fold == fold]
        shares = weighed(held, fit([one for one in some if one.fold != fold])) if held else []
        held_out += zip(held, shares, strict=True)
    chosen = [(one, int(share.argmax()), float(share.max())) for one, share in held_out]
    for group in dict.fromkeys(one.group for one in some):
        own = [(one, at) for one, at, _ in chosen if one.group == group]
        asked = sum(one.figures for one, _ in own)
        right = sum(one.figures * _accepts(one, at) for one, at in own)
        plain = [(one, at) for one, at in own if one.concepts[at] is not None]
        wrong = sum(one.figures * (not _accepts(one, at)) for one, at in plain)
        print(f"{group:10} right {right / asked:6.1%}  wrong {wrong / max(sum(o.figures for o, _ in plain), 1):6.1%}")
    near = load_knowledge(DEFAULT_TAXONOMY).near
    _print_reliability(stated(held_out, near))
    return _said(chosen, near)


def _said(chosen: Sequence[Chosen], near: Near) -> dict[str, list[tuple[float, float]]]:
    by_era = {era: [each for each in chosen if each[0].era in like] for era, like in _LIKE.items()}
    return {era: kept_below(worth(those), sure_from(those, near)) for era, those in by_era.items()}


def stated(held_out: Sequence[tuple[Example, Floats]], near: Near) -> Iterator[Chosen]:
    """The choices with the confidence that the converter would state, told by the choices of the other folds.

    Args:
        held_out: examples with the shares of their choices, by weights that were fitted to the other folds.
    """
    for fold in range(FOLDS):
        others = [(one, int(share.argmax()), float(share.max())) for one, share in held_out if one.fold != fold]
        weights = Weights({}, {}, _said(others, near))
        for one, share in held_out:
            if one.fold == fold:
                found = _in_order(one, share)
                yield one, int(share.argmax()), capped(weights.confidence(one.era, found[0].share), found, near)


def _in_order(one: Example, share: Floats) -> list[Candidate]:
    """The choices as candidates with their shares, the likeliest first."""
    return [
        Candidate(
            one.concepts[at],
            0.0,
            None,
            0.0,
            "",
            footing="footing" if "footing" in one.parts[at] else None,
            share=float(share[at]),
        )
        for at in np.argsort(-share, kind="stable")
    ]


def _print_reliability(choices: Iterable[Chosen]) -> None:
    """How many of the choices of each era were right, by the confidence that is stated for them."""
    plain = [(one, at, sure) for one, at, sure in choices if one.concepts[at] is not None]
    print(f"{'era':8} {'confidence':>11} {'rows':>6} {'said':>6} {'right':>6} {'near':>6}")
    for era in sorted({one.era for one, *_ in plain}):
        for low, high in pairwise(_BANDS):
            inside = [each for each in plain if each[0].era == era and low < each[2] <= high]
            if inside:
                mean = np.mean([sure for *_, sure in inside])
                right = np.mean([_accepts(one, at) for one, at, _ in inside])
                near = np.mean([_near(one, at) for one, at, _ in inside])
                print(f"{era:8} {low:5.2f}-{high:5.2f} {len(inside):6} {mean:6.1%} {right:6.1%} {near:6.1%}")


def worth(chosen: Sequence[Chosen]) -> list[tuple[float, float]]:
    """How often choices of a share were right, never falling as the share grows (isotonic regression)."""
    plain = [(share, _accepts(one, at)) for one, at, share in chosen if one.concepts[at] is not None]
    points = np.array([*plain, *((at, at) for at in _POINTS for _ in range(_DOUBT))], dtype=float)
    shares, place, counts = np.unique(points[:, 0], return_inverse=True, return_counts=True)
    found = isotonic_regression(np.bincount(place, points[:, 1]) / counts, weights=counts).x
    return [(at, round(float(np.interp(at, shares, found)), 3)) for at in _POINTS]


def sure_from(chosen: Sequence[Chosen], near: Near) -> float:
    """The least share from which on hardly a choice was wrong, near names aside; 0 without choices, more than 1 where
    not even the greatest shares are worth so much.
    """
    wrong: dict[float, list[bool]] = defaultdict(list)
    for one, at, share in chosen:
        if one.concepts[at] is not None:
            wrong[share].append(not (_accepts(one, at) or _is_near(one, at, near)))
    met, missed, start = 0, 0, _NEVER if wrong else 0.0
    for share in sorted(wrong, reverse=True):
        met, missed = met + len(wrong[share]), missed + sum(wrong[share])
        if missed <= _FEW_WRONG * met:
            start = round(share, 4)
    return start


def kept_below(points: Sequence[tuple[float, float]], start: float) -> list[tuple[float, float]]:
    """What shares are worth, with a step at the start: those before it are not called sure."""
    here = round(float(np.interp(start, *zip(*points, strict=True))), 3)
    if here <= _UNSURE:
        return [*points]
    before = [(at, min(said, _UNSURE)) for at, said in points if at < start]
    if start > points[-1][0]:
        return before
    return [*before, (start, _UNSURE), (start, here), *((at, said) for at, said in points if at > start)]


def _is_near(one: Example, at: int, near: Near) -> bool:
    return any(one.concepts[at] in near.get(name, ()) for name in one.accepted)


def _accepts(one: Example, at: int) -> bool:
    name = one.concepts[at]
    return name in one.accepted or (name is None and _OWN in one.accepted)


def _near(one: Example, at: int) -> bool:
    near = scorer().NEAR
    return _accepts(one, at) or any(one.concepts[at] in near.get(name, ()) for name in one.accepted)
