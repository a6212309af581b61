"""The grammar of scales."""

from __future__ import annotations

import re

import pytest

from converter.grammars.scales import NAMES, SCALE, plural, worth


@pytest.mark.parametrize(
    ("word", "value"),
    [("thousand", 1_000), ("Thousands", 1_000), ("million", 1_000_000), ("BILLIONS", 1_000_000_000)],
)
def test_what_a_scale_is_worth(word: str, value: int) -> None:
    assert re.fullmatch(f"{SCALE}s?", word, re.I)
    assert worth(word) == value


def test_three_zeros_are_thousands() -> None:
    assert worth("000") == 1_000


@pytest.mark.parametrize("word", ["hundred", "trillion", "units"])
def test_words_that_are_no_scale(word: str) -> None:
    assert not re.fullmatch(SCALE, word)
    with pytest.raises(KeyError):
        worth(word)


@pytest.mark.parametrize(
    ("power", "words"),
    [
        (-2, "hundredths"),
        (0, "whole units"),
        (2, "hundreds"),
        (3, "thousands"),
        (6, "millions"),
        (9, "billions"),
        (5, "units of 10^5"),
    ],
)
def test_how_a_scale_is_said(power: int, words: str) -> None:
    assert plural(power) == words


def test_one_of_them() -> None:
    assert [NAMES[power] for power in (0, 3)] == ["unit", "thousand"]
