"""The currency of a document's statements, as their titles and the signs before their amounts say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from converter.findings import Finding, Severity
from converter.statements.candidate import Selected
from converter.statements.scales import scale_lines
from converter.terms.unit import DOLLAR

_WORDS: Mapping[str, re.Pattern[str]] = {
    code: re.compile(pattern)
    for code, pattern in {
        "CAD": r"(?i:\b(?:canadian|cdn\.?) (?:dollars|\$))|\bCAD\b|\bC(?:dn)?\$",
        "AUD": r"(?i:\baustralian dollars)|\bAUD\b|\bAU?\$",
        "HKD": r"(?i:\bhong kong dollars)|\bHKD\b|\bHK\$",
        "TWD": r"(?i:\b(?:new )?taiwan dollars)|\bTWD\b|\bNT\$",
        "SGD": r"(?i:\bsingapore dollars)|\bSGD\b|\bS\$",
        "NZD": r"(?i:\bnew zealand dollars)|\bNZD\b|\bNZ\$",
        "USD": r"(?i:\bu\.?\s?s\.?\s?(?:dollars|\$)|\bdollars)|\bUSD\b|(?<![A-Z])\$",
        "EUR": r"(?i:\beuros?\b)|\bEUR\b|€",
        "GBP": r"(?i:\bpounds sterling|\bsterling\b)|\bGBP\b|£",
        "JPY": r"(?i:\bjapanese yen|\byen\b)|\bJPY\b|¥",
        "CHF": r"(?i:\bswiss francs)|\bCHF\b",
        "DEM": r"(?i:\bdeutsche? ?marks?)|\bDEM\b|\bDM\b",
        "FRF": r"(?i:\bfrench francs)|\bFRF\b",
        "NLG": r"(?i:\b(?:dutch|netherlands) guilders)|\bNLG\b",
        "ITL": r"(?i:\bitalian lire|\blire\b)|\bITL\b",
        "SEK": r"(?i:\bswedish kron[ao]r?)|\bSEK\b",
        "NOK": r"(?i:\bnorwegian kroner)|\bNOK\b",
        "DKK": r"(?i:\bdanish kroner)|\bDKK\b",
        "MXN": r"(?i:\bmexican pesos)|\bMXN\b",
        "BRL": r"(?i:\bbrazilian reais|\breais\b)|\bBRL\b|\bR\$",
        "CNY": r"(?i:\brenminbi|\byuan\b)|\bRMB\b|\bCNY\b",
        "INR": r"(?i:\bindian rupees|\brupees)|\bINR\b",
        "KRW": r"(?i:\bkorean won)|\bKRW\b",
        "ILS": r"(?i:\b(?:new )?(?:israeli )?shekels)|\bNIS\b|\bILS\b",
        "ZAR": r"(?i:\bsouth african rand)|\bZAR\b",
    }.items()
}
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
    places = {code: found.start() for code, pattern in _WORDS.items() if (found := pattern.search(line))}
    return min(places, key=places.__getitem__) if places else None


def _signs(texts: Iterable[str]) -> Iterable[str]:
    return (code for text in texts if not text[:1].isdigit() and (code := _named(text)))
