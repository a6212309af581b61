"""The unit of a row: dollars, shares, dollars a share, or a ratio, from its caption, its headings and how it
is printed.
"""

from __future__ import annotations

import re

from converter.grammars.scales import SCALE
from converter.statements.amounts import Printed
from converter.terms import Kind, Unit

_SHARES = re.compile(
    r"\b(?:weighted|average)\b.*\b(?:shares|units|stock|outstanding|equivalents)|\bshares\s+(?:used|"
    r"outstanding|issued|included)|\bnumber\s+of\s+(?:\w+\s+)*shares|"
    r"\bshares?\s*\(|\bcommon\s+shares\b(?!\s+(?:issued|repurchased|acquired|purchased|held|\$))|"
    rf"^shares\b|\bshare\s+count|\bshares\s+in\s+{SCALE}s",
    re.I,
)
_PER_SHARE = re.compile(
    r"\bper[\s-]+(?:\w+[\s-]+){0,4}?(?:share|unit|ads)s?\b|\beps\b|\ba\s+share\b|\bper\s+share\b|/\s*share\b", re.I
)
_RATIO = re.compile(r"\bratio\b|\bpercent(?:age)?\b|%|\beffective\s+(?:income\s+)?tax\s+rate|\bmargin\s+%", re.I)
_BASIC = re.compile(
    r"^\W*(?:assuming\s+)?(?:basic|diluted|primary|fully\s+diluted|assuming|before|net|income|loss|"
    r"extraordinary|cumulative|continuing|discontinued|earnings|dilutive|effect\s+of\s+dilut\w+|incremental|"
    r"(?:common\s+)?(?:stock|share)\s+(?:equivalents|options))\b",
    re.I,
)
# A balance sheet counts shares where it says what is counted; `Common shares` alone is what they are carried at.
_COUNTED = re.compile(
    r"(?:total\s+|number\s+of\s+)?(?:shares\b|(?:common|preferred|treasury)\s+shares\s+(?:issued|outstanding|authorized)\b"
    r"(?!.*(?:\d|\bpar\b|\bvalue\b)))|number\s+of\s+\w+\s+shares\b",
    re.I,
)
_GOES_ON = re.compile(r"^\W*(?:assuming\s+|fully\s+)?(?:diluted|basic|primary|dilution|full\s+dilution)\b", re.I)
_NOT_SHARES = re.compile(
    r"\bpayments?|\bpurchases?\b|\bissuance|\bproceeds|\bexercise|\bsale\b|\brepurchase|\bdividends?\b|\bredemption",
    re.I,
)


def unit_of(caption: str, headings: tuple[str, ...], printed: list[Printed], kind: Kind, before: Unit = "USD") -> Unit:
    """The unit of a row's amounts; `before` is that of the row above, which `- Diluted` goes on with.

    `Shares used in computing net loss per share` counts shares; `Basic` counts what its heading does; numbers with
    decimals where money is printed whole are dollars a share.
    """
    if (
        printed
        and all(number.percent or number.dash for number in printed)
        and any(number.percent for number in printed)
    ):
        return "pure"
    own = _from_words(caption, kind)
    if own:
        return own
    if kind not in (Kind.INCOME, Kind.COMPREHENSIVE_INCOME):
        return "USD"
    inherited = next((unit for heading in reversed(headings) if (unit := _from_words(heading, kind))), None)
    if inherited is None and before != "USD" and _GOES_ON.match(caption):
        inherited = before
    if inherited and (_BASIC.search(caption) or not caption):
        if inherited == "shares" and _is_small_decimal(printed):
            return "USD/shares"
        if inherited == "USD/shares" and _is_count(printed):
            return "shares"
        return inherited
    return "USD"


def _from_words(text: str, kind: Kind) -> Unit | None:
    if (
        kind in (Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.BALANCE_SHEET)
        and _SHARES.search(_PER_SHARE.sub(" ", text))
        and not _NOT_SHARES.search(text)
    ):
        return "shares" if kind is not Kind.BALANCE_SHEET or _COUNTED.match(text) else None
    if _PER_SHARE.search(text) and not re.search(r"par\s+value|stated\s+value|\$[\d.]+\s+per", text, re.I):
        return "USD/shares" if kind is not Kind.CASH_FLOW else None
    if kind is Kind.INCOME and _RATIO.search(text):
        return "pure"
    return None


def _is_small_decimal(printed: list[Printed]) -> bool:
    numbers = [number for number in printed if not number.dash]
    return bool(numbers) and all(number.places == 2 and abs(number.value) < 1000 for number in numbers)


def _is_count(printed: list[Printed]) -> bool:
    numbers = [number for number in printed if not number.dash]
    return bool(numbers) and all(number.places <= 1 and abs(number.value) >= 1000 for number in numbers)
