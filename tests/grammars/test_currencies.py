"""Currencies by name, and by the sign that stands before a number."""

from __future__ import annotations

import pytest

from converter.grammars.currencies import currency_before, named_currency, with_plain_signs


@pytest.mark.parametrize(
    ("text", "code"),
    [("\u20ac0.025 par value", "EUR"), ("NIS 0.01 par value", "ILS"), ("par value of Euro 1", "EUR"),
     ("at stated value, US$0.10", "USD"), ("$0.10 par value", None), ("0.10 par value", None),
     ("in euros, par value 1", None), ("NIS  0.01", None)],
)  # fmt: skip
def test_the_currency_right_before_a_number(text: str, code: str | None) -> None:
    at = next(at for at, char in enumerate(text) if char.isdigit())
    assert currency_before(text, at) == code


def test_only_what_stands_before_the_number_counts() -> None:
    assert currency_before("\u20ac1 or $2", 7) is None
    assert currency_before("$1 or \u20ac2", 7) == "EUR"


def test_a_text_names_the_first() -> None:
    assert named_currency("2000 NOK, in US$ for convenience") == "NOK"
    assert named_currency("2000") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [("par value NIS 0.01", "par value   $ 0.01"), ("\u20ac.025 and US$1", "$.025 and   $1"), ("NIS par", "NIS par")],
)
def test_signs_are_made_plain_where_amounts_follow(text: str, plain: str) -> None:
    assert with_plain_signs(text) == plain
