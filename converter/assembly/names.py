"""Names of extension concepts: the caption in LC3 (label camel case concatenation; FRTA 2.1.4, EFM 6.08.05).

A name says what a line is and nothing of one document: no period, no company, so that the same caption gets the same
name in every document of a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from converter.grammars.months import MONTH
from converter.grammars.numbers import NUMBER
from converter.grammars.years import YEAR
from converter.taxonomy import Index

LONGEST = 100
"""Characters of a name; FRTA allows 256, but readers of a name do not."""

_PERIOD_WORDS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:for )?(?:the )?{NUMBER}[- ]"
        r"(?:months?|weeks?)(?: periods?)? (?:ended|ending)\b",
        rf"\b(?:(?:as )?(?:of|at)|in|for|on|during|since|ending|ended)?\s*\b{MONTH}\b\.?\s+\d{{1,2}}"
        rf"(?:\s*,?\s*{YEAR})?\b",
        rf"\b(?:in|for|during|since)?\s*\b{MONTH}\b\.?\s+{YEAR}\b",
        r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
        r"\b(?:for|in|during|at|of)?\s*(?:the )?(?:fiscal )?(?:years? |quarters? |periods?|months? )?(?:ended|ending)?"
        rf"\s*\b(?:fiscal )?{YEAR}\b",
        r"\brespectively\b",
    )
]
_ASIDES = re.compile(r"\((?:see )?notes?\b[^)]*\)|\b(?:see )?notes? \d+\b|\(unaudited\)|\(restated\)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’`]s\b")
_WORD = re.compile(r"[A-Za-z]+")
_ARTICLES = frozenset({"a", "an", "the"})
_LETTERED = frozenset({"series", "class", "type", "tranche"})
"""What letters tell apart, so that `A` behind it is no article."""
_DANGLING = frozenset({"and", "or", "of", "at", "in", "on", "for", "as", "to", "by", "with", "which", "no", "nos"})
_OPERATORS = frozenset({"less", "add", "plus", "deduct"})
"""How a line is added up, which is no part of what it is; `Less than` is."""
_CAPITALS = re.compile(r"(?<=[A-Z])[A-Z]+")
_KINDS = {
    "Abstract": "Abstract",
    "Table": "Table",
    "LineItems": "Line Items",
    "RollForward": "Roll Forward",
    "Axis": "Axis",
    "Domain": "Domain",
    "Member": "Member",
}
"""How names end that are no facts', and what stands in brackets behind their labels."""

_CAMEL = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")


def lc3(caption: str, without: Set[str] = frozenset()) -> str:
    """The caption as a name, words in `without` (lower case) left out; empty if no word is left.

    >>> lc3("Grant payable - long term")
    'GrantPayableLongTerm'
    >>> lc3("(Increase) decrease in stockholders' loans, December 31, 1999")
    'IncreaseDecreaseInStockholdersLoans'
    """
    text = _ASIDES.sub(" ", caption)
    for pattern in _PERIOD_WORDS:
        text = pattern.sub(" ", text)
    text = _POSSESSIVE.sub("", text).replace("'", "").replace("’", "").replace("&", " and ").replace("%", " percent ")
    kept = [word for word in _named(text) if word.lower() not in without]
    while kept and kept[-1].lower() in _DANGLING:
        kept.pop()
    if len(kept) > 1 and kept[0].lower() in _OPERATORS and kept[1].lower() != "than":
        del kept[0]
    name, before = "", ""
    for word in kept:
        part = _part(word, before)
        if len(name) + len(part) > LONGEST:
            break
        name += part
        before = word
    return name


def _named(text: str) -> Iterator[str]:
    """The words of a text, without articles."""
    before = ""
    for word in _WORD.findall(text):
        if word.lower() not in _ARTICLES or (word == "A" and before.lower() in _LETTERED):
            yield word
        before = word


def without_end(text: str) -> str:
    """What is left of a caption before a number inside it: `Costs (with fees of` is `Costs (with fees)`.

    >>> without_end("Patents, net of amortization of")
    'Patents, net of amortization'
    """
    words = text.split()
    while words and words[-1].strip("(,").lower() in {"", *_DANGLING}:
        words.pop()
    whole = " ".join(words).rstrip(" ,(")
    return whole + ")" * (whole.count("(") - whole.count(")"))


def _part(word: str, before: str) -> str:
    """A word as it stands in a name, without a run of capitals: `ESOP` is `Esop`, `SARs` `Sars`, and `U.S.` is `Us`."""
    if len(word) == len(before) == 1:
        return word.lower()
    return _CAPITALS.sub(lambda run: run.group().lower(), word[0].upper() + word[1:])


def words(name: str) -> list[str]:
    """A name's words, lower case: `AssetsCurrent` is assets, current."""
    return [word.lower() for word in _CAMEL.findall(name)]


def spaced(name: str) -> str:
    """A name as a label: `StatementOfCashFlowsAbstract` is `Statement Of Cash Flows [Abstract]`."""
    end = next((end for end in _KINDS if name.endswith(end)), "")
    text = " ".join(_CAMEL.findall(name.removesuffix(end)))
    return f"{text} [{_KINDS[end]}]" if end else text


def company_words(company: str, index: Index) -> frozenset[str]:
    """Words of a company's name that tell it from others: those that no us-gaap concept uses."""
    found = {word.lower() for word in _WORD.findall(company) if len(word) > 2}
    names = "\n".join(index.elements()) if found else ""
    return frozenset(word for word in found if not re.search(rf"{word.capitalize()}(?![a-z])", names))
