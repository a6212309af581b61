"""Signs of rows that get a concept of the company's own: as printed, or the amount that the caption names.

There is no definition to go by but the caption. What is printed without brackets stays as it is. A figure in brackets
is the amount of what the caption names if the brackets show its effect: `Cost of merger (12)` on the way to the result,
`Gain on sale of Acme shares (30)` among the adjustments of a cash flow, `Subchapter S distributions (7)`. It stays
negative where the caption foresees both ways, names a result, or the brackets turn it into its opposite: `Gain on
disposal (5)` among other income.
"""

from __future__ import annotations

import re

from converter.mapping.caption_signs import caption_sign, cash_direction
from converter.statements.statement import Item, Role
from converter.terms import Kind

_RESULT = re.compile(
    r"\bnet (?:income|loss|earnings)\b|\b(?:income|loss(?:es)?|earnings|deficit) (?:before|per|attributable|applicable|"
    r"allocat|available|from (?:continuing|discontinued|operations?))|"
    r"\b(?:comprehensive|operating|extraordinary|cumulative)\b"
)
"""Captions of results and of what may as well be the opposite: they have two directions whatever words they use."""
_COST = re.compile(
    r"\b(?:impairments?|write[- ]?(?:offs?|downs?)|amortization|depreciation|(?<!net of )(?<!net of income )taxes)\b"
)
"""What else than losses and expenses counts down, and is put back in a cash flow."""


_GAIN_OR_LOSS = re.compile(r"\b(?:gains?|loss(?:es)?)\b")


def own_sign(item: Item, kind: Kind, effect: int) -> int:
    """+1 if the facts of the row are as printed, -1 if they are the amounts of what it prints in brackets.

    Args:
        effect: what a printed positive figure of the row does to the result or to cash: +1, -1, 0 if that is not known.
    """
    values = [amount.value for amount in item.amounts if amount.value]
    if item.unit != "USD" or item.role in (Role.TOTAL, Role.PARENTHETICAL) or not values or max(values) > 0:
        return 1
    if kind not in (Kind.INCOME, Kind.CASH_FLOW, Kind.COMPREHENSIVE_INCOME) or _RESULT.search(item.caption.lower()):
        return 1
    return -1 if _direction(item.caption, kind) == -(effect or 1) else 1


def heading_effect(item: Item) -> int:
    """What a printed positive figure does to the result by the heading over it: `Other (income) expense` shows costs
    without brackets; 0 if it does not foresee both ways.
    """
    said = caption_sign(item.headings[-1]) if item.headings else None
    return said.sign if said is not None and said.both else 0


def _direction(caption: str, kind: Kind) -> int:
    """What the thing named by the caption does to the result or to cash by its nature; 0 if either way.

    In a cash flow a gain is taken out of the result it is part of: it counts down, and a loss up.
    """
    said = caption_sign(caption)
    cost = bool(_COST.search(caption.lower()))
    if said.both:
        return 0
    if kind is not Kind.CASH_FLOW:
        return said.sign or -cost
    way = 0 if cost or _GAIN_OR_LOSS.search(caption.lower()) else cash_direction(caption)
    return way or -said.sign or +cost
