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


_DIRECTIONS = np.array([[0], [1]])  # downwards, upwards


def to_grid(layout: Layout, rows: Array) -> Array:
    """The captions' numbers for both directions, (captions, 2 x n), by the place where each direction meets them:
    (longest, 2, statements, n), zeros beyond the end of a statement."""
    split = rows.reshape(len(rows), 2, -1).transpose(1, 0, 2)
    laid = np.zeros((len(layout.active), 2, len(layout.lengths), split.shape[2]), dtype=np.float32)
    laid[layout.sections, _DIRECTIONS, layout.statement] = split
    return laid


def from_grid(layout: Layout, laid: Array) -> Array:
    """The way back: (longest, 2, statements, n) -> (captions, 2 x n)."""
    split = laid[layout.sections, _DIRECTIONS, layout.statement]
    return np.asarray(split.transpose(1, 0, 2).reshape(split.shape[1], -1))


def recur(inputs: Array, active: Ints, recurrent: Array, gates: Array | None = None) -> Array:
    """Gated recurrent units in both directions at once (Cho et al., 2014).

    Args:
        inputs: for reset, update and candidate, multiplied by their weights: (longest, 2, statements, 3 x size).
        active: see `Layout`.
        recurrent: the weights of the states, (2, size, 3 x size).
        gates: is filled with what training needs: reset, update, candidate, and the state's part of the candidate
            at each place, (longest, 2, statements, 4 x size).

    Returns:
        The states after each place: (longest, 2, statements, size).
    """
    size = recurrent.shape[1]
    states = np.zeros((*inputs.shape[:3], size), dtype=np.float32)
    before = np.zeros_like(states[0])
    for place, n in enumerate(active):
        given = inputs[place, :, :n]
        before = before[:, :n]
        own = before @ recurrent
        both = sigmoid(given[..., : 2 * size] + own[..., : 2 * size])
        reset, update = both[..., :size], both[..., size:]
        candidate = np.tanh(given[..., 2 * size :] + reset * own[..., 2 * size :])
        if gates is not None:
            gates[place, :, :n] = np.concatenate([both, candidate, own[..., 2 * size :]], axis=-1)
        before = candidate + update * (before - candidate)
        states[place, :, :n] = before
    return states


def context(weights: Weights, layout: Layout, rows: Array, gates: Array | None = None) -> Array:
    """What stands above and below each caption: (captions, 2 x size)."""
    inputs = to_grid(layout, rows @ weights["context_input"] + weights["context_bias"])
    return from_grid(layout, recur(inputs, layout.active, weights["context_state"], gates))


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
