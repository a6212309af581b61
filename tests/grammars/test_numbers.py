"""The grammar of numbers."""

from __future__ import annotations

import re

import pytest

from converter.grammars.numbers import NUMBER, WORDS, number_of

PLAIN = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip


@pytest.mark.parametrize(("number", "word"), list(enumerate(PLAIN, 1)))
def test_numbers_to_twenty(number: int, word: str) -> None:
    assert re.fullmatch(WORDS, word)
    assert number_of(word) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("twenty-one", 21),
        ("Twenty-Six", 26),
        ("thirty-nine", 39),
        ("forty-eight", 48),
        ("fifty-two", 52),
        ("FIFTY-THREE", 53),
        ("twenty six", 26),
        ("fifty nine", 59),
        ("9", 9),
        ("52", 52),
    ],
)
def test_as_heads_count_weeks_and_months(text: str, number: int) -> None:
    assert re.fullmatch(NUMBER, text, re.I)
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["twenty-ten", "twenty--six", "zero", "sixty", "six-ty", "", "123"])
def test_what_is_no_number_of_this_grammar(text: str) -> None:
    assert not re.fullmatch(NUMBER, text)


def test_digits_are_no_words() -> None:
    assert not re.fullmatch(WORDS, "9")


@pytest.mark.parametrize(
    "text", ["nineteen weeks", "sixteen weeks", "fourteen weeks", "fifty-three weeks", "forty weeks"]
)
def test_the_longest_number_is_taken(text: str) -> None:
    found = re.match(NUMBER, text)
    assert found
    assert found[0] == text.removesuffix(" weeks")


def test_a_word_that_is_no_number_is_told() -> None:
    with pytest.raises(KeyError):
        number_of("dozen")
