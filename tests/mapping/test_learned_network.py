"""The network: what it answers does not depend on its company in a batch, and its gradient is the slope of its loss."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy", reason="training needs scipy")

from converter.mapping.learned import network
from converter.mapping.learned.network import Layout, Weights
from converter.mapping.learned.training.fit import Settings, fresh
from converter.mapping.learned.training.gradient import Batch, Dropout, loss_and_gradient

FEATURES, CLASSES = 12, 7
SMALL = Settings(width=5, size=4, middle=6)
CAPTIONS = [[3, 2, 4], [7], [11, 0], [1], [1, 2], [], [5], [9]]


@pytest.fixture
def weights() -> Weights:
    chance = np.random.default_rng(0)
    start = fresh(FEATURES, CLASSES, SMALL, chance)
    return {name: (array + chance.normal(0, 0.3, array.shape)).astype(np.float32) for name, array in start.items()}


def layout() -> Layout:
    """Three statements of 4, 3 and 1 captions."""
    found, order = network.lay_out([(0, 3, 1, 3), (1, 0, 0, 4), (5, 0, 2, 1)])
    assert order == [1, 0, 2]
    return found


def test_a_statement_reads_the_same_alone_and_among_others(weights: Weights) -> None:
    bags = np.stack([network.bag(weights, np.array(caption, dtype=np.int64)) for caption in CAPTIONS])
    together = network.answer(weights, layout(), bags)
    alone, _ = network.lay_out([(0, 3, 1, 3)])
    assert np.allclose(together[4:7], network.answer(weights, alone, bags[4:7]), atol=1e-5)


def test_rows_above_and_below_change_what_a_row_is(weights: Weights) -> None:
    one, _ = network.lay_out([(0, 0, 0, 1)])
    three, _ = network.lay_out([(0, 0, 0, 3)])
    bags = np.stack([network.bag(weights, np.array(caption, dtype=np.int64)) for caption in CAPTIONS[:3]])
    assert not np.allclose(
        network.answer(weights, one, bags[1:2])[0], network.answer(weights, three, bags)[1], atol=1e-3
    )


@pytest.mark.parametrize(
    ("year", "row"), [(None, 0), (0, 0), (1994, 0), (2009, 0), (2010, 0), (2011, 1), (2017, 1), (2018, 2), (2024, 2)]
)
def test_a_year_is_of_the_era_whose_names_were_in_use(year: int | None, row: int) -> None:
    assert network.era(year) == row


def test_there_is_a_row_of_weights_for_each_era(weights: Weights) -> None:
    assert len(weights["era"]) == network.era(9999) + 1


def test_the_era_is_added_to_what_a_caption_says(weights: Weights) -> None:
    bags = np.full((1, SMALL.width), 10, dtype=np.float32)
    rows = [network.captions(weights, network.lay_out([(0, 0, era, 1)])[0], bags)[0] for era in (0, 2)]
    assert np.allclose(rows[1] - rows[0], weights["era"][2] - weights["era"][0], atol=1e-5)
    assert not np.allclose(rows[0], rows[1], atol=1e-3)


def test_a_layout_holds_each_statement_with_its_own_kind_industry_and_era() -> None:
    found = layout()
    assert found.kinds.tolist() == [1, 0, 5]
    assert found.industries.tolist() == [0, 3, 0]
    assert found.eras.tolist() == [0, 1, 2]
    assert found.lengths.tolist() == [4, 3, 1]


def test_each_direction_meets_all_first_places_before_all_second_ones() -> None:
    assert layout().starts.tolist() == [0, 3, 5, 7]
    assert layout().meets.tolist() == [[0, 3, 5, 7, 1, 4, 6, 2], [7, 5, 3, 0, 6, 4, 1, 2]]


def test_what_is_put_in_turn_comes_back_as_printed() -> None:
    rows = np.arange(32, dtype=np.float32).reshape(8, 4)
    turned = network.in_turn(layout(), rows)
    assert turned[0, :3].tolist() == [[0, 1], [16, 17], [28, 29]]
    assert turned[1, :3].tolist() == [[14, 15], [26, 27], [30, 31]]
    assert network.as_printed(layout(), turned).tolist() == rows.tolist()


def test_no_statement_has_no_answer(weights: Weights) -> None:
    nothing, _ = network.lay_out([])
    assert network.answer(weights, nothing, np.zeros((0, SMALL.width), dtype=np.float32)).shape == (0, CLASSES)


@pytest.mark.parametrize("name", sorted(fresh(1, 1, SMALL, np.random.default_rng(0))))
def test_the_gradient_is_the_slope_of_the_loss(weights: Weights, name: str) -> None:
    chance = np.random.default_rng(1)
    batch = Batch(
        layout=layout(),
        features=np.array([feature for caption in CAPTIONS for feature in caption]),
        ends=np.cumsum([0, *(len(caption) for caption in CAPTIONS)]),
        answers=chance.integers(CLASSES, size=len(CAPTIONS)),
        importance=np.linspace(0.1, 1, len(CAPTIONS), dtype=np.float32),
    )
    rows = len(CAPTIONS)
    nothing_hidden = Dropout(
        *(np.ones(shape, dtype=np.float32) for shape in [(len(batch.features),), (rows, 5), (rows, 8), (rows, 6)])
    )
    _, gradient, present = loss_and_gradient(weights, batch, nothing_hidden)
    slopes = gradient[name]
    if name == "embedding":
        slopes = np.zeros_like(weights[name])
        slopes[present] = gradient[name]
    step = 3e-3
    for _ in range(10):
        place = tuple(int(chance.integers(size)) for size in slopes.shape)
        kept, losses = weights[name][place], []
        for moved in (kept + step, kept - step):
            weights[name][place] = moved
            losses.append(loss_and_gradient(weights, batch, nothing_hidden)[0])
        weights[name][place] = kept
        assert slopes[place] == pytest.approx((losses[0] - losses[1]) / (2 * step), abs=2e-3)


def test_an_answer_that_was_held_impossible_costs_much_and_not_more_than_can_be_counted(weights: Weights) -> None:
    alone, _ = network.lay_out([(0, 0, 0, 1)])
    batch = Batch(alone, np.array([3]), np.array([0, 1]), np.array([2]), np.ones(1, dtype=np.float32))
    nothing_hidden = Dropout(*(np.ones(shape, dtype=np.float32) for shape in [(1,), (1, 5), (1, 8), (1, 6)]))
    weights["output_bias"][4] = 1000
    loss, _, _ = loss_and_gradient(weights, batch, nothing_hidden)
    assert loss == pytest.approx(-np.log(1e-9), abs=1e-3)
