"""Captions as words."""

from __future__ import annotations

import pytest

from converter.mapping.maps import Maps
from converter.mapping.maps.words import stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("taxes", "tax"), ("liabilities", "liability"), ("expenses", "expense"), ("losses", "loss"), ("loss", "loss"),
        ("business", "business"), ("assets", "asset"), ("bonus", "bonus"), ("net", "net"),
    ],
)  # fmt: skip
def test_plural_endings_go(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Total shareholders' equity", "TOTAL STOCKHOLDERS’ EQUITY"),
        ("Receivables - trade, net", "Net trade receivables"),
        ("Cash & cash equivalents (Note 3)", "Cash and cash equivalents"),
        ("Long-term debt", "Longterm debt"),
        ("Non-current assets", "Noncurrent assets"),
        ("Common stock, $.01 par value", "Common stock, $0.001 par value"),
        ("Less: accumulated depreciation", "Accumulated depreciation (1)"),
        ("Trade receivables at September 30, 2003", "Trade receivables"),
        ("Net earnings", "Net income"),
    ],
)
def test_captions_that_say_the_same_have_the_same_words(maps: Maps, one: str, other: str) -> None:
    assert maps.vocabulary.words(one) == maps.vocabulary.words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Other current assets", "Other assets"), ("Net income", "Net loss"), ("Interest income", "Interest expense")],
)
def test_captions_that_say_something_else_have_not(maps: Maps, one: str, other: str) -> None:
    assert maps.vocabulary.words(one) != maps.vocabulary.words(other)


def test_a_caption_of_figures_has_no_words(maps: Maps) -> None:
    assert maps.vocabulary.words("1,234 (5)") == frozenset()
