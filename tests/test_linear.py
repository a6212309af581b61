"""Every stage takes time in proportion to its input, whatever its shape.

Where work can be counted, the steps of the interpreter are, for each function by itself, at three sizes: from the
second to the third they may not grow by much more than twice what they grew by from the first to the second (a square
would be four times). What a regular expression does cannot be counted; there the size is one at which going back and
forth would never end.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import converter
from converter import trials
from tests.bench.linear import through_all_stages
from tests.bench.shapes import CELLS, DOCUMENTS, LINES, ROWS, Shape

SMALLEST = 3_000
"""Bytes; the bounds of the stages (lines of a sum, names that are tried) are met below it."""

GROWTH = 3.0
NOISE = 8_000
"""Steps of a function that say nothing: caches that fill, bounds that are met, stages that a longer statement's other
concepts ask for. What compares each two of the rows of the longest input takes some 50,000.
"""

PROGRAM = str(Path(converter.__file__).parent)
HUGE = 2_000_000

COUNTED = {**ROWS, **DOCUMENTS, "line breaks": CELLS["line breaks"], "rulers": CELLS["rulers"]}


def _steps(function: Callable[[bytes], None], data: bytes) -> Counter[CodeType]:
    """How many lines of each function of the program run, each turn of a loop being one at least."""
    steps: Counter[CodeType] = Counter()

    def traced(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PROGRAM):
            return None
        steps[frame.f_code] += 1
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


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A trial is all of the assembly once more. How many there are at most is asked elsewhere (`tests/trials`); between
    none and that many they grow with what contradicts, which is no growth of the stages.
    """
    monkeypatch.setattr(trials, "MOST", 0)


@pytest.mark.parametrize("shape", COUNTED.values(), ids=COUNTED.keys())
def test_twice_the_input_is_twice_the_work(shape: Shape) -> None:
    once, twice, again = (_steps(through_all_stages, shape(SMALLEST * factor)) for factor in (1, 2, 4))

    squares = {
        f"{Path(code.co_filename).name}:{code.co_qualname}": (once[code], twice[code], again[code])
        for code in again
        if again[code] - twice[code] > GROWTH * max(twice[code] - once[code], 0) + NOISE
    }
    assert not squares


@pytest.mark.parametrize("shape", LINES.values(), ids=LINES.keys())
def test_a_line_may_be_of_any_length(shape: Shape) -> None:
    through_all_stages(shape(HUGE))


@pytest.mark.parametrize("shape", CELLS.values(), ids=CELLS.keys())
def test_a_cell_may_be_of_any_length(shape: Shape) -> None:
    through_all_stages(shape(HUGE // 8))
