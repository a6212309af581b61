"""Units."""

from __future__ import annotations

import pytest

from converter.terms import Unit
from converter.terms.unit import currency_of, in_currency, is_money, is_price


@pytest.mark.parametrize(
    ("unit", "euros"), [("USD", "EUR"), ("USD/shares", "EUR/shares"), ("shares", "shares"), ("pure", "pure")]
)
def test_the_dollar_of_a_statement_stands_for_its_currency(unit: Unit, euros: str) -> None:
    assert in_currency(unit, "EUR") == euros


@pytest.mark.parametrize(
    ("unit", "currency", "money", "price"),
    [
        ("USD", "USD", True, False),
        ("JPY", "JPY", True, False),
        ("EUR/shares", "EUR", False, True),
        ("shares", None, False, False),
        ("pure", None, False, False),
        (None, None, False, False),
    ],
)
def test_what_a_unit_is(unit: str | None, currency: str | None, money: bool, price: bool) -> None:
    assert (currency_of(unit), is_money(unit), is_price(unit)) == (currency, money, price)
