"""Units: the currency that `USD` stands for, and what is money, a price, or neither."""

from __future__ import annotations

import pytest

from converter.terms.unit import currency_of, in_currency, is_money, is_price, statement_unit


def test_a_unit_in_the_currency_of_its_statement() -> None:
    assert in_currency("USD", "EUR") == "EUR"
    assert in_currency("USD/shares", "EUR") == "EUR/shares"
    assert in_currency("shares", "EUR") == "shares"


@pytest.mark.parametrize(
    ("unit", "currency", "money", "price"),
    [
        ("USD", "USD", True, False),
        ("EUR/shares", "EUR", False, True),
        ("shares", None, False, False),
        ("pure", None, False, False),
        ("usd", None, False, False),
        ("EU", None, False, False),
        ("EURO", None, False, False),
        ("", None, False, False),
        (None, None, False, False),
    ],
)
def test_money_is_three_capitals_and_a_price_is_money_a_share(
    unit: str | None, currency: str | None, money: bool, price: bool
) -> None:
    assert (currency_of(unit), is_money(unit), is_price(unit)) == (currency, money, price)


@pytest.mark.parametrize(
    ("of_fact", "of_line"),
    [
        ("EUR", "USD"),
        ("USD", "USD"),
        ("EUR/shares", "USD/shares"),
        ("shares", "shares"),
        ("pure", "pure"),
        (None, "USD"),
    ],
)
def test_the_unit_of_a_line_is_that_of_its_facts_in_any_currency(of_fact: str | None, of_line: str) -> None:
    assert statement_unit(of_fact) == of_line
