"""The currency of a document's statements, as their titles and the signs before their amounts say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from converter.findings import Finding, Severity
from converter.statements.candidate import Selected
from converter.statements.scales import scale_lines
from converter.terms.unit import DOLLAR

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
_LONGEST = 90
"""Characters of a line; longer ones are prose, which speaks of many currencies."""


def find_currency(chosen: Sequence[Selected], findings: list[Finding]) -> str:
    """The code, in ISO 4217, of the currency that the statements are in: what most of those that say one say, else the
    dollar.
    """
    said = {at: code for at, one in enumerate(chosen) if (code := _stated(one))}
    counts = Counter(said.values())
    currency = counts.most_common(1)[0][0] if counts else DOLLAR
    for at, code in said.items():
        if code != currency:
            message = f"The statement is in {code}, others are in {currency}, which was taken for all."
            findings.append(Finding(Severity.WARNING, "statements.currencies", message, chosen[at].table.span))
    return currency


def _stated(candidate: Selected) -> str | None:
    """The currency that the nearest line to the figures names, or the sign before most amounts that have one."""
    for line in scale_lines(candidate.table):
        found = _named(line) if len(line) < _LONGEST else None
        if found:
            return found
        if line == candidate.verdict.title:
            break
    signs = Counter(_signs(cell.text for row in candidate.table.rows for cell in row.cells))
    return signs.most_common(1)[0][0] if signs else None


def _named(line: str) -> str | None:
    """The currency that a line names first."""
    found = _ANY.search(line)
    if found is None:
        return None
    return _NAMES[found["name"].lower()] if found["name"] else _SIGNS[found["sign"]]


def _signs(texts: Iterable[str]) -> Iterable[str]:
    return (code for text in texts if not text[:1].isdigit() and (code := _named(text)))
