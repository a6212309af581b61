"""The way back through the network: by how much each weight would have to change to make a batch's answers likelier.

Written out by hand (chain rule, step by step in the reverse order of `network`), so that training needs numpy and scipy
alone. A test compares it with finite differences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from converter.mapping.learned import network
from converter.mapping.learned.network import SCALE, Array, Ints, Layout, Weights


@dataclass(frozen=True)
class Batch:
    """Captions with their features.

    Attributes:
        layout: of their statements.
        features: rows of the embedding, all captions' after one another.
        ends: for each caption, where its features end; 0 before the first.
        answers: the right class of each caption.
        importance: what each caption's loss counts; 0 leaves it out.
    """

    layout: Layout
    features: Ints
    ends: Ints
    answers: Ints
    importance: Array


@dataclass(frozen=True)
class Dropout:
    """Masks that hide parts of the network during one step, so that no part relies on another: 0 or 1 / (1 - rate).

    Attributes:
        features: for each feature of the batch.
        rows: (captions, width).
        around: (captions, 2 x size).
        joined: (captions, middle).
    """

    features: Array
    rows: Array
    around: Array
    joined: Array


def loss_and_gradient(weights: Weights, batch: Batch, dropout: Dropout) -> tuple[float, Weights, Ints]:
    """Cross entropy of the right answers, and its gradient.

    Returns:
        The mean loss; the gradient of each weight, `embedding` only for the features of the batch; and those features.
    """
    layout, answers, importance = batch.layout, batch.answers, batch.importance
    present, bags = _bags(batch, dropout.features, len(weights["embedding"]))
    seen = network.captions(weights, layout, np.asarray(bags @ weights["embedding"][present], dtype=np.float32))
    rows = seen * dropout.rows
    around, tape = _context(weights, layout, rows)
    around = around * dropout.around
    both = np.concatenate([rows, around], axis=1)
    joined = np.maximum(both @ weights["middle"] + weights["middle_bias"], 0)
    kept = joined * dropout.joined
    chances = network.softmax(kept @ weights["output"] + weights["output_bias"])

    every = np.arange(len(answers))
    share = importance / max(float(importance.sum()), 1e-9)
    loss = float(-(np.log(chances[every, answers] + 1e-9) * share).sum())

    gradient: Weights = {}
    d_scores = chances * share[:, None]
    d_scores[every, answers] -= share
    gradient["output"] = kept.T @ d_scores
    gradient["output_bias"] = d_scores.sum(axis=0)
    d_joined = (d_scores @ weights["output"].T) * dropout.joined * (joined > 0)
    gradient["middle"] = both.T @ d_joined
    gradient["middle_bias"] = d_joined.sum(axis=0)
    d_both = d_joined @ weights["middle"].T
    width = rows.shape[1]
    d_inputs, gradient["context_state"] = _context_back(weights, layout, d_both[:, width:] * dropout.around, tape)
    gradient["context_input"] = np.asarray(rows.T @ d_inputs, dtype=np.float32)
    gradient["context_bias"] = d_inputs.sum(axis=0)
    d_rows = d_both[:, :width] + d_inputs @ weights["context_input"].T
    d_seen = d_rows * dropout.rows * (seen > 0)
    per_statement = np.add.reduceat(d_seen, np.cumsum(layout.lengths) - layout.lengths, axis=0)
    for name, chosen in (("kind", layout.kinds), ("industry", layout.industries), ("era", layout.eras)):
        gradient[name] = np.zeros_like(weights[name])
        np.add.at(gradient[name], chosen, per_statement)
    gradient["embedding"] = np.asarray(bags.T @ d_seen, dtype=np.float32)
    return loss, gradient, present


def _bags(batch: Batch, kept: Array, known: int) -> tuple[Ints, csr_matrix]:
    """The features present of those known, and how much of each is in each caption: (captions, features present)."""
    there = np.zeros(known, dtype=np.bool_)
    there[batch.features] = True
    present, columns = np.flatnonzero(there), (np.cumsum(there) - 1)[batch.features]
    counts = np.diff(batch.ends)
    scale = np.asarray(SCALE / np.sqrt(np.maximum(counts, 1)), dtype=np.float32)
    values = kept * np.repeat(scale, counts)
    return present, csr_matrix((values, columns, batch.ends), shape=(len(counts), len(present)))


def _context(weights: Weights, layout: Layout, rows: Array) -> tuple[Array, tuple[Array, Array]]:
    """As `network.context`, with what the way back needs: the states and the gates at each turn."""
    inputs = network.in_turn(layout, rows @ weights["context_input"] + weights["context_bias"])
    gates = np.empty((*inputs.shape[:2], inputs.shape[2] // 3 * 4), dtype=np.float32)
    states = network.recur(layout, inputs, weights["context_state"], gates)
    return network.as_printed(layout, states), (states, gates)


def _context_back(weights: Weights, layout: Layout, d_around: Array, tape: tuple[Array, Array]) -> tuple[Array, Array]:
    """Back through the recurrent units, from the last place to the first: the gradients of their inputs and weights."""
    states, gates = tape
    size = states.shape[2]
    earlier, d_states = _earlier(layout, states), network.in_turn(layout, d_around)
    back = np.ascontiguousarray(weights["context_state"].transpose(0, 2, 1))
    d_inputs = np.empty((*states.shape[:2], 3 * size), dtype=np.float32)
    d_owns = np.empty_like(d_inputs)
    d_state = np.zeros((2, len(layout.lengths), size), dtype=np.float32)
    for start, n in zip(layout.starts[::-1], layout.active[::-1], strict=True):
        here = slice(start, start + n)
        reset, update, candidate, own = (gates[:, here, part : part + size] for part in range(0, 4 * size, size))
        d_now = d_state[:, :n] + d_states[:, here]
        d_candidate = d_now * (1 - update) * (1 - candidate * candidate)
        d_update = d_now * (earlier[:, here] - candidate) * update * (1 - update)
        d_reset = d_candidate * own * reset * (1 - reset)
        d_inputs[:, here] = np.concatenate([d_reset, d_update, d_candidate], axis=-1)
        d_owns[:, here] = np.concatenate([d_reset, d_update, d_candidate * reset], axis=-1)
        d_state[:, :n] = d_now * update + d_owns[:, here] @ back
    return network.as_printed(layout, d_inputs), np.asarray(earlier.transpose(0, 2, 1) @ d_owns, dtype=np.float32)


def _earlier(layout: Layout, states: Array) -> Array:
    """For each turn, the states before it, of its own statement: zeros at a first place."""
    earlier = np.zeros_like(states)
    starts = layout.starts.tolist()
    for before, start, n in zip(starts, starts[1:], layout.active[1:].tolist(), strict=False):
        earlier[:, start : start + n] = states[:, before : before + n]
    return earlier
