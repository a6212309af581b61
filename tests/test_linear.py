"""Every stage takes time in proportion to its input, whatever its shape.

Where work can be counted, the steps of the interpreter are, at three sizes: from the second to the third the work may
not grow by much more than twice what it grew by from the first to the second (a square would be four times). What a
regular expression does cannot be counted; there the size is one at which going back and forth would never end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tests.bench.linear import through_all_stages
from tests.bench.shapes import CELLS, DOCUMENTS, LINES, ROWS, Shape

SMALLEST = 3_000
"""Bytes; the bounds of the stages (lines of a sum, names that are tried) are met below it."""

GROWTH = 3.0
HUGE = 2_000_000

COUNTED = {**ROWS, **DOCUMENTS, "line breaks": CELLS["line breaks"], "rulers": CELLS["rulers"]}


def _steps(function: Callable[[bytes], None], data: bytes) -> int:
    """How many lines of Python run, each turn of a loop being one at least."""
    steps = 0

    def traced(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        function(data)
    finally:
        sys.settrace(before)
    return steps


@pytest.fixture(scope="module", autouse=True)
def _everything_loaded() -> None:
    """What the first conversion loads is no work of the measured ones."""
    through_all_stages(ROWS["different captions"](SMALLEST))


@pytest.mark.parametrize("shape", COUNTED.values(), ids=COUNTED.keys())
def test_twice_the_input_is_twice_the_work(shape: Shape) -> None:
    once, twice, again = (_steps(through_all_stages, shape(SMALLEST * factor)) for factor in (1, 2, 4))

    # What little grows is the noise of caches; it says nothing.
    assert again - twice <= max(GROWTH * (twice - once), 0.2 * once)


@pytest.mark.parametrize("shape", LINES.values(), ids=LINES.keys())
def test_a_line_may_be_of_any_length(shape: Shape) -> None:
    through_all_stages(shape(HUGE))


@pytest.mark.parametrize("shape", CELLS.values(), ids=CELLS.keys())
def test_a_cell_may_be_of_any_length(shape: Shape) -> None:
    through_all_stages(shape(HUGE // 8))
