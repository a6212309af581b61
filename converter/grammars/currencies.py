"""Currencies, as English print names them, and the signs and codes before amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "dollars": "USD",
    "canadian dollars": "CAD",
    "australian dollars": "AUD",
    "hong kong dollars": "HKD",
    "taiwan dollars": "TWD",
    "singapore dollars": "SGD",
    "new zealand dollars": "NZD",
    "euro": "EUR",
    "euros": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "swiss francs": "CHF",
    "french francs": "FRF",
    "deutsche marks": "DEM",
    "guilders": "NLG",
    "lire": "ITL",
    "swedish kronor": "SEK",
    "norwegian kroner": "NOK",
    "danish kroner": "DKK",
    "mexican pesos": "MXN",
    "reais": "BRL",
    "renminbi": "CNY",
    "rupees": "INR",
    "korean won": "KRW",
    "shekels": "ILS",
    "african rand": "ZAR",
}
"""Currencies as prose names them, in lower case."""
_CODES = {code: code for code in _NAMES.values()}
_SIGNS: Mapping[str, str] = _CODES | {
    "$": "USD",
    "US$": "USD",
    "C$": "CAD",
    "Cdn$": "CAD",
    "Cdn. $": "CAD",
    "A$": "AUD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "NZ$": "NZD",
    "R$": "BRL",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u00a5": "JPY",
    "DM": "DEM",
    "RMB": "CNY",
    "NIS": "ILS",
}
"""Codes of ISO 4217 and signs, as they are written."""
_ANY = re.compile(
    rf"(?<![A-Za-z])(?:(?P<name>(?i:{'|'.join(_NAMES)}))|(?P<sign>{'|'.join(map(re.escape, _SIGNS))}))(?![A-Za-z])"
)
_BEFORE = re.compile(rf"{_ANY.pattern}\s?$")
_SIGN_OF = re.compile(rf"{_ANY.pattern}(?=\s?\.?[0-9])")
_PLAIN = "$"
"""The dollar of whatever country the statement is in."""


def named_currency(text: str) -> str | None:
    """The code, in ISO 4217, of the currency that a text names first."""
    return _code(_ANY.search(text))


def currency_before(text: str, at: int) -> str | None:
    """The code of the currency right before the number that begins at `at`; None where none is named, as by a
    plain `$`.
    """
    found = _BEFORE.search(text, 0, at)
    return None if found is None or found["sign"] == _PLAIN else _code(found)


def with_plain_signs(text: str) -> str:
    """The text with a plain `$` for the sign or code before every amount, each character in its place: `NIS 5` is
    `  $ 5`.
    """
    return _SIGN_OF.sub(lambda found: _PLAIN.rjust(len(found[0])), text)


def _code(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    return _NAMES[found["name"].lower()] if found["name"] else _SIGNS[found["sign"]]
