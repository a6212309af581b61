"""The words beside numbers in captions, and those that are only like them."""

from __future__ import annotations

import pytest

from converter.statements.scale import Scale
from tests.statements.captions import said


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Stock, authorized share - 500", {"authorized": ["500", "500"]}),
        ("Stock, authorized shares - 500", {"authorized": ["500", "500"]}),
        ("Receivables, less allowance of $20", {"allowance": ["20", "-"]}),
        ("Receivables, less reserve of $20 and $18", {"allowance": ["20", "18"]}),
        ("Receivables, net of reserves of $20", {"allowance": ["20", "-"]}),
        ("Fruit preserves sold $20", {}),
        ("Common stock, $.01par value", {"par value": ["0.01", "0.01"]}),
        ("Stock, 500 shares; issued share - 400", {"issued": ["400", "-"]}),
        ("Stock, 5 shareholders", {}),
        ("Treasury stock, 5 shareholders", {}),
        ("Treasury stock, 5 shares", {"treasury": ["5", "-"]}),
        ("Stock authorized, issued and outstanding 500", {"authorized": ["500", "500"], "issued": ["500", "-"],
                                                          "outstanding": ["500", "-"]}),
        ("Stock authorized, issued, and outstanding 500", {"authorized": ["500", "500"], "issued": ["500", "-"],
                                                           "outstanding": ["500", "-"]}),
        ("Stock, 500 shares issued (400 on December 31, 1997)", {"issued": ["500", "400"]}),
        ("Stock, 500 shares issued (400 at December 31, 1997)", {"issued": ["500", "400"]}),
        ("Stock, 500 shares issued (400 shares as of December 31, 1997)", {"issued": ["500", "400"]}),
        ("Stock, 500 shares issued (400 in 1997)", {"issued": ["500", "400"]}),
    ],
)  # fmt: skip
def test_words_that_say_what_a_number_counts(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize("word", ["net of", "less", "including", "of which", "after deducting"])
def test_what_is_taken_off_or_is_in_an_amount_is_one_of_its_own(word: str) -> None:
    (values,) = said(f"Equity, {word} notes of $9").values()
    assert values == ["9", "-"]
    assert said(f"Equity, {word} notes; then $9") == {}
    assert said(f"Equity, {word} notes of 9") == {}


def test_one_date_in_a_caption_is_that_of_its_number() -> None:
    assert said("Stock, 500 issued at December 31, 1997") == {"issued": ["-", "500"]}
    assert said("Stock, 500 issued at December 31, 1998") == {"issued": ["500", "-"]}


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Treasury stock, 1998 - 500; 1997 - 400 shares", ["500", "400"]),
        ("Treasury stock, 1998 -- 500; 1997 -- 400 shares", ["500", "400"]),
        ("Treasury stock, 1998 \u2014 500; 1997 \u2013 400 shares", ["500", "400"]),
        ("Treasury stock, 1998: 500; 1997: 400 shares", ["500", "400"]),
    ],
)
def test_numbers_by_years(caption: str, expected: list[str]) -> None:
    assert list(said(caption).values()) == [expected]


def test_par_value_may_stand_four_words_before_its_amount() -> None:
    assert said("Stock, par value of a share at $5") == {"par value": ["5", "5"]}
    assert said("Stock, par value per share each is of $5") == {}


def test_words_of_scale_count_once() -> None:
    assert said("Stock, 3 million shares issued", scale=Scale(1_000, 1_000)) == {"issued": ["3000000", "-"]}
