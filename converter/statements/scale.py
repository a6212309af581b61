"""What a printed 1 is worth: the scale of money and of share counts, as a heading states it or a row's caption
overrides it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from converter.grammars.scales import SCALE, worth

_SCALE = re.compile(
    rf"\b(?:in|of|amounts?|dollars|\$)\s*\(?\s*(?:u\.?s\.?\s+)?(?:\$\s*)?(?P<word>{SCALE})s?\b"
    rf"|\b(?P<of>{SCALE})s?\s+of\s+(?:u\.?s\.?\s+)?dollars"
    r"|(?<![0-9])(?P<zeros>000)(?:['\u2019]?\s?s)?(?:\s+omitted|\b\s*\)|\s+except|,)|"
    rf"\(\s*\$?\s*(?P<bare>{SCALE})s\b|\$\s?(?P<dollars>000)(?:['\u2019]?s)?\b"
    rf"|\b(?P<lone>{SCALE})s\s*[,(]?\s*except\b",
    re.I,
)
_EXCEPT = re.compile(r"\bexcept(?:ing)?\b(?P<what>[^)]*)", re.I)
_PER_SHARE = re.compile(r"\bper[\s-]+(?:common\s+)?(?:share|unit)(?:\s+(?:and|or)\s+per[\s-]+\w+)?", re.I)
_SHARES_IN = re.compile(
    r"\bshares?(?:\s+(?:data|amounts?|outstanding))?,?\s+(?:which\s+)?(?:(?:are|is)\s+)?"
    rf"(?:(?:reflected|stated|presented|shown|expressed)\s+)?in\s+(?P<word>{SCALE})s?",
    re.I,
)
_MOST_PRINTED = {1: Decimal("Infinity"), 1_000: Decimal(60_000_000), 1_000_000: Decimal(1_000_000)}
"""From so many on, a count printed under a scale of thousands or millions is a count of whole shares all the same."""
_ROW = re.compile(rf"\(\s*(?:in\s+)?(?:(?P<word>{SCALE})s|(?P<zeros>000)(?:['\u2019]?s)?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Scale:
    """Factors for plain amounts and for share counts.

    Attributes:
        stated: False where nothing was printed.
        proved: the figures themselves tell the factor of the shares, whatever a heading says.
    """

    money: int = 1
    shares: int = 1
    stated: bool = False
    proved: bool = False


def read_scale(texts: list[str]) -> Scale | None:
    """The scale that a statement's title lines and heads state, the nearest line first in `texts`; None if
    none does.
    """
    for text in texts:
        found = _SCALE.search(text)
        if found is None:
            continue
        money = _factor(found)
        shares = money
        explicit = _SHARES_IN.search(text)
        exception = _EXCEPT.search(text)
        if explicit:
            shares = worth(explicit["word"])
        elif exception and re.search(r"\bshares?\b", _PER_SHARE.sub("", exception["what"]), re.I):
            shares = 1
        return Scale(money, shares, stated=True)
    return None


def of_counts(scale: Scale, most: Decimal) -> Scale:
    """The scale for counts of shares of which the largest is printed so: whole ones where it can be nothing else."""
    return scale if most < _MOST_PRINTED.get(scale.shares, 0) else replace(scale, shares=1)


def row_scale(caption: str) -> int | None:
    """The scale that a caption sets for its own row: `Average shares outstanding (in thousands)`."""
    found = _ROW.search(caption)
    if found is None:
        return None
    return worth(found["word"] or found["zeros"])


def _factor(found: re.Match[str]) -> int:
    return worth(next(group for group in found.groups() if group))
