"""The unit of a row: dollars, shares, dollars a share, or a ratio, from its caption, its headings and how it
is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

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
_PER_SHARE = re.compile(r"\bper[\s-]+(?:\w+[\s-]+){0,4}?(?:share|unit|ads)s?\b|\beps\b|\ba\s+share\b|/\s*share\b", re.I)
_RATIO = re.compile(r"\bratio\b|\bpercent(?:age)?\b|%|\beffective\s+(?:income\s+)?tax\s+rate", re.I)
_BASIC = re.compile(
    r"^\W*(?:assuming\s+)?(?:basic|diluted|primary|fully\s+diluted|assuming|before|net|income|loss|"
    r"extraordinary|cumulative|continuing|discontinued|earnings|dilutive|effect\s+of\s+dilut\w+|incremental|"
    r"(?:common\s+)?(?:stock|share)\s+(?:equivalents|options)|outstanding)\b",
    re.I,
)
_GOES_ON = re.compile(r"^\W*(?:assuming\s+|fully\s+)?(?:diluted|basic|primary|dilution|full\s+dilution)\b", re.I)
_CLASS = re.compile(
    r"^\W*(?:(?:class|series)\s+[a-z\d]+\b|(?:\w+\s+){0,2}(?:stock|shares|units|adss?)\b|common\b|preferred\b)", re.I
)
"""A row that names a class of stock and nothing else says what its heading does, of that class."""

_COUNTED = re.compile(rf"\b(?:weighted|average|shares|units)\b|\bin\s+{SCALE}s\b", re.I)
_MOST_PARTS = 8
"""Rows above a number of shares that may make it."""
_NUMERATOR = re.compile(r"\bnumerator\b", re.I)
_STOCK = re.compile(r"\b(?:par|stated)\s+value|\bauthorized\W+\d|\bno\s+par\b", re.I)
# A balance sheet counts shares where it says what is counted; `Common shares` alone is what they are carried at.
_COUNT = re.compile(
    r"(?:total\s+|number\s+of\s+)?(?:shares\b|(?:common|preferred|treasury)\s+shares\s+(?:issued|outstanding|authorized)\b"
    r"(?!.*\d))|number\s+of\s+\w+\s+shares\b",
    re.I,
)
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
    if inherited and (_BASIC.search(caption) or _CLASS.search(caption) or not caption):
        if inherited == "shares" and _is_small_decimal(printed):
            return "USD/shares"
        if inherited == "USD/shares" and _is_count(printed):
            return "shares"
        return inherited
    return "USD"


def units_by_print(
    units: Sequence[Unit], captions: Sequence[str], rows: Sequence[Sequence[Printed]], kind: Kind
) -> list[Unit]:
    """The units of an income statement's rows, put right by how the numbers are printed, whatever the captions say.

    Small numbers in cents among amounts in whole dollars (or thousands) are dollars a share. Whole thousands are shares
    where the caption counts them (`Shares used for earnings per share`), and money where a row of money is the same or
    they are the numerator; else they are earnings of a company with very few shares. What has brackets is no count:
    `Loss available to common shares`.

    Args:
        rows: the numbers of each row.
    """
    if kind not in (Kind.INCOME, Kind.COMPREHENSIVE_INCOME):
        return list(units)
    whole = _is_whole(units, rows)
    money = {_values(row) for unit, row in zip(units, rows, strict=True) if unit == "USD"}
    found = list(units)
    for at, (unit, caption, row) in enumerate(zip(units, captions, rows, strict=True)):
        if unit == "USD" and whole and _is_small_decimal(row):
            found[at] = "USD/shares"
        elif unit == "USD/shares" and _is_count(row):
            if _COUNTED.search(_PER_SHARE.sub(" ", caption)):
                found[at] = "shares"
            elif _values(row) in money or _NUMERATOR.search(caption):
                found[at] = "USD"
        elif unit == "shares" and any(number.value < 0 for number in row):
            found[at] = "USD"
    _count_parts(found, [_values(row) for row in rows])
    return found


def _count_parts(units: list[Unit], rows: Sequence[tuple[Decimal, ...]]) -> None:
    """Let what is added to a number of shares, and makes another with it, be shares, too: `Warrants`."""
    for at, total in enumerate(rows):
        if units[at] != "shares" or not any(total):
            continue
        left, parts = list(total), []
        for part in range(at - 1, max(at - _MOST_PARTS, 0) - 1, -1):
            if not rows[part]:
                continue  # a heading
            if len(rows[part]) != len(total) or units[part] not in ("shares", "USD"):
                break
            parts.append(part)
            left = [rest - value for rest, value in zip(left, rows[part], strict=True)]
            if units[part] == "shares" and len(parts) > 1 and not any(left):
                for each in parts:
                    units[each] = "shares"
                break


def _values(row: Sequence[Printed]) -> tuple[Decimal, ...]:
    return tuple(number.value for number in row)


def _is_whole(units: Sequence[Unit], rows: Sequence[Sequence[Printed]]) -> bool:
    """Whether more than half of the money is printed without cents."""
    places = [
        number.places
        for unit, row in zip(units, rows, strict=True)
        if unit == "USD"
        for number in row
        if not number.dash and not number.percent
    ]
    return sum(each < 2 for each in places) * 2 > len(places)


def _from_words(text: str, kind: Kind) -> Unit | None:
    if (
        kind in (Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.BALANCE_SHEET)
        and _SHARES.search(_PER_SHARE.sub(" ", text))
        and not _NOT_SHARES.search(text)
    ):
        if kind is Kind.BALANCE_SHEET and (_STOCK.search(text) or not _COUNT.match(text)):
            return None  # the row of a class of stock: its amount is money, the counts stand in its caption
        return "shares"
    if _PER_SHARE.search(text) and not re.search(r"par\s+value|stated\s+value|\$[\d.]+\s+per", text, re.I):
        return "USD/shares" if kind is not Kind.CASH_FLOW else None
    if kind is Kind.INCOME and _RATIO.search(text):
        return "pure"
    return None


def _is_small_decimal(printed: Sequence[Printed]) -> bool:
    numbers = [number for number in printed if not number.dash]
    return bool(numbers) and all(number.places == 2 and abs(number.value) < 1000 for number in numbers)


def _is_count(printed: Sequence[Printed]) -> bool:
    numbers = [number for number in printed if not number.dash]
    return bool(numbers) and all(number.places <= 1 and abs(number.value) >= 1000 for number in numbers)
