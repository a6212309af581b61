"""In what amounts are measured."""

from __future__ import annotations

from typing import Literal

Unit = Literal["USD", "shares", "USD/shares", "pure"]
"""Of the amounts of a statement; `USD` stands for the currency that the statement is in."""

DOLLAR: Unit = "USD"
_PER_SHARE = "/shares"


def in_currency(unit: Unit, currency: str) -> str:
    """The unit of a fact: `EUR/shares` for a price a share in euros."""
    return unit.replace(DOLLAR, currency)


def statement_unit(unit: str | None) -> Unit:
    """The unit of a statement's line for that of its facts, of whatever currency; `in_currency` is the inverse."""
    if is_price(unit):
        return "USD/shares"
    return "shares" if unit == "shares" else "pure" if unit == "pure" else DOLLAR


def currency_of(unit: str | None) -> str | None:
    """The code of the currency of an amount of money, or a price a share, in ISO 4217; None for other units."""
    code = (unit or "").removesuffix(_PER_SHARE)
    return code if len(code) == 3 and code.isupper() else None


def is_money(unit: str | None) -> bool:
    """Whether it is an amount of money, not a price."""
    return unit is not None and currency_of(unit) == unit


def is_price(unit: str | None) -> bool:
    """Whether it is money a share."""
    return currency_of(unit) is not None and not is_money(unit)
