"""The network: from the captions of statements, in printed order, to the probability of each concept for each row.

Three steps. A caption's features select rows of an embedding, which are added up with a vector for the kind of
statement (and one for the industry, one for the era): what the caption says. A gated recurrent unit reads the
statement downwards and another upwards: what stands above and below, headings and totals included, however far away. A
layer joins the two, and a last one gives each concept, "extension" and "heading" a score. All arrays are float32; the
same functions run in training, which adds the way back (`training.gradient`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = dict[str, Array]

KINDS = ("BS", "IS", "CF", "CI", "EQ", "")
"""Kinds of statement as rows of the weight `kind`; the last is for a caption that stands alone."""

EXTENSION, HEADING = "extension", "heading"
"""The first two classes: the company made its own concept; the row is a heading."""

INDUSTRIES = 100
"""Rows of the weight `industry`: the first two digits of the SIC; row 0 is for an unknown one."""

ERAS = (2010, 2017)
"""The last years of the eras but the last, between which names of concepts changed most: those of the first release,
and revenue from contracts, leases and restricted cash. Rows of the weight `era`; what is older than all releases is
called by the names of the first.
"""

SCALE = 3.0
"""A caption's features, added up, are multiplied by this over the square root of their number."""


def industry(sic: int | None) -> int:
    """The row of the weight `industry` for a four-digit SIC."""
    return sic // 100 if sic and sic < 100 * INDUSTRIES else 0


def era(year: int | None) -> int:
    """The row of the weight `era` for the year that a statement is of; of an unknown year, the first."""
    return sum(year > last for last in ERAS) if year else 0


@dataclass(frozen=True)
class Layout:
    """Statements laid side by side, longest first. Their captions are numbered through: the first statement's, then
    the second's...

    Attributes:
        kinds: for each statement, its place in `KINDS`.
        industries: for each statement, see `industry`.
        eras: for each statement, see `era`.
        lengths: for each statement, its number of captions, descending and at least 1.
    """

    kinds: Ints
    industries: Ints
    eras: Ints
    lengths: Ints

    @cached_property
    def statement(self) -> Ints:
        """For each caption, its statement."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)

    @cached_property
    def sections(self) -> Ints:
        """For each caption, its place in its statement, from the top and from the bottom: (2, captions)."""
        firsts = np.repeat(np.cumsum(self.lengths) - self.lengths, self.lengths)
        down = np.arange(len(firsts)) - firsts
        return np.stack([down, np.repeat(self.lengths, self.lengths) - 1 - down])

    @cached_property
    def active(self) -> Ints:
        """For each place, how many statements are that long: the first ones, as they are sorted."""
        places = np.arange(int(self.lengths[0]) if len(self.lengths) else 0)
        return np.searchsorted(-self.lengths, -places, side="left").astype(np.int64)

    @cached_property
    def starts(self) -> Ints:
        """For each place, how many captions are at places before it."""
        return np.asarray(np.cumsum(self.active) - self.active)

    @cached_property
    def meets(self) -> Ints:
        """For each caption, its turn in each direction, if the statements are read side by side, all first places
        first, then all second ones...: (2, captions)."""
        return np.asarray(self.starts[self.sections] + self.statement)


def sigmoid(x: Array) -> Array:
    found = np.tanh(0.5 * x)
    found += 1
    found *= 0.5
    return np.asarray(found, dtype=np.float32)


def bag(weights: Weights, features: Ints) -> Array:
    """What a caption with these features (rows of the embedding) says by itself: (width)."""
    return np.asarray(
        weights["embedding"][features].sum(axis=0) * (SCALE / np.sqrt(max(len(features), 1))), dtype=np.float32
    )


def captions(weights: Weights, layout: Layout, bags: Array) -> Array:
    """The captions as the recurrent units see them: (captions, width)."""
    background = weights["kind"][layout.kinds] + weights["industry"][layout.industries] + weights["era"][layout.eras]
    return np.asarray(np.maximum(bags + background[layout.statement], 0), dtype=np.float32)


def in_turn(layout: Layout, rows: Array) -> Array:
    """The captions' numbers for both directions, (captions, 2 x n), in the order in which each direction meets them:
    (2, captions, n)."""
    turned = np.empty((2, len(rows), rows.shape[1] // 2), dtype=np.float32)
    for turn, half, to in zip(layout.meets, np.split(rows, 2, axis=1), turned, strict=True):
        to[turn] = half
    return turned


def as_printed(layout: Layout, turned: Array) -> Array:
    """The way back: (2, captions, n) -> (captions, 2 x n)."""
    return np.concatenate([half[turn] for half, turn in zip(turned, layout.meets, strict=True)], axis=1)


def recur(layout: Layout, inputs: Array, recurrent: Array, gates: Array | None = None) -> Array:
    """Gated recurrent units in both directions at once (Cho et al., 2014).

    Args:
        inputs: for reset, update and candidate, multiplied by their weights, in turn: (2, captions, 3 x size).
        recurrent: the weights of the states, (2, size, 3 x size).
        gates: is filled with what training needs: reset, update, candidate, and the state's part of the candidate
            at each turn, (2, captions, 4 x size).

    Returns:
        The states after each turn: (2, captions, size).
    """
    size = recurrent.shape[1]
    states = np.empty((*inputs.shape[:2], size), dtype=np.float32)
    before = np.zeros((2, len(layout.lengths), size), dtype=np.float32)
    for start, n in zip(layout.starts, layout.active, strict=True):
        here = slice(start, start + n)
        given, before = inputs[:, here], before[:, :n]
        own = before @ recurrent
        both = sigmoid(given[..., : 2 * size] + own[..., : 2 * size])
        reset, update = both[..., :size], both[..., size:]
        candidate = np.tanh(given[..., 2 * size :] + reset * own[..., 2 * size :])
        if gates is not None:
            gates[:, here] = np.concatenate([both, candidate, own[..., 2 * size :]], axis=-1)
        before = candidate + update * (before - candidate)
        states[:, here] = before
    return states


def context(weights: Weights, layout: Layout, rows: Array, gates: Array | None = None) -> Array:
    """What stands above and below each caption: (captions, 2 x size)."""
    inputs = in_turn(layout, rows @ weights["context_input"] + weights["context_bias"])
    return as_printed(layout, recur(layout, inputs, weights["context_state"], gates))


def scores(weights: Weights, rows: Array, around: Array) -> Array:
    """The classes' scores (logits) for each caption: (captions, classes)."""
    joined = np.concatenate([rows, around], axis=1) @ weights["middle"] + weights["middle_bias"]
    return np.asarray(np.maximum(joined, 0) @ weights["output"] + weights["output_bias"], dtype=np.float32)


def answer(weights: Weights, layout: Layout, bags: Array) -> Array:
    """The classes' scores, (captions, classes), for what each caption says by itself, (captions, width)."""
    rows = captions(weights, layout, bags)
    return scores(weights, rows, context(weights, layout, rows))


def softmax(logits: Array) -> Array:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def lay_out(statements: Sequence[tuple[int, int, int, int]]) -> tuple[Layout, list[int]]:
    """Statements (place in `KINDS`, industry, era, number of captions) as a layout, and the order in which it holds
    them.
    """
    order = sorted(range(len(statements)), key=lambda n: -statements[n][3])
    kinds, industries, eras, lengths = np.array([statements[n] for n in order], dtype=np.int64).reshape(-1, 4).T
    return Layout(kinds, industries, eras, lengths), order
