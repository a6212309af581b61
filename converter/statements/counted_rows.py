"""Rows of a balance sheet that count a class of stock: `Common stock, shares issued 222,500,000`.

They are what captions hold in other balance sheets (`Common stock, 222,500,000 shares issued`), printed as rows of
their own, under the balance sheet or on a page of their own. The caption alone does not tell them from what the stock
is carried at; that no sum has them does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.arithmetic import power_of_ten
from converter.statements.scale import Scale, of_counts, row_scale
from converter.statements.statement import Amount, Aspect, Item, Role, Sum

_COUNT = re.compile(
    r"\b(?:shares|units)\W*(?P<state>authori[sz]ed|issued|outstanding|held)?(?: and (?:outstanding|issued))?"
    r"\W*(?:\(in shares\)\W*)?$",
    re.IGNORECASE,
)
_PAR = re.compile(r"(?<!\bno\s)\b(?:par|stated)\s+(?:or\s+stated\s+)?value\b", re.IGNORECASE)
_TREASURY = re.compile("treasury", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_STATES = {
    "authorized": Aspect.AUTHORIZED,
    "authorised": Aspect.AUTHORIZED,
    "issued": Aspect.ISSUED,
    "outstanding": Aspect.OUTSTANDING,
}
_CENTS = 2
_MOST_PAR = 1_000


def counted_rows(items: Sequence[Item], sums: Sequence[Sum], scale: Scale) -> list[Item]:
    """The rows of a balance sheet, those that count shares or tell their par value as what they are.

    Args:
        sums: what adds up; a row that is added is money.
    """
    added = {row for each in sums for row in (each.total, *(part for part, _ in each.parts))}
    return [item if row in added else _counted(item, scale) for row, item in enumerate(items)]


def _counted(item: Item, scale: Scale) -> Item:
    """The row as a count or as par value, or as it is."""
    if item.role is not Role.LINE or _NUMBER.search(item.caption) or any(each.value < 0 for each in item.amounts):
        return item
    if (found := _COUNT.search(item.caption)) and item.unit in ("USD", "shares"):
        treasury = bool(_TREASURY.search(item.caption))
        aspect = Aspect.TREASURY if treasury else _STATES.get((found["state"] or "").lower())
        factor = row_scale(item.caption) or of_counts(scale, max(amount.at(0).value for amount in item.amounts)).shares
        return replace(_times(item, factor), unit="shares", aspect=aspect)
    if _PAR.search(item.caption) and all(map(_is_par, item.amounts)):
        return replace(_times(item, 1), unit="USD/shares", aspect=Aspect.PAR_VALUE)
    return item


def _is_par(amount: Amount) -> bool:
    """Whether it is printed to the cent at least, and is no larger than values of a share are."""
    printed = amount.at(0)
    return printed.decimals >= _CENTS and printed.value < _MOST_PAR


def _times(item: Item, factor: int) -> Item:
    return replace(item, amounts=tuple(amount.at(power_of_ten(factor)) for amount in item.amounts))
