"""The precision of a printed nothing: a dash has that of the numbers it stands among.

`.04   --` says that nothing was earned to the cent, not to the dollar; EFM 6.05.17 and a reader want the decimals of a
column alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from converter.statements.statement import Item
from converter.terms import Unit


def as_precise_as_beside(items: Sequence[Item]) -> list[Item]:
    """The rows with each zero as precise as the numbers of its row are, or where its row prints nothing but zeros, as
    most numbers of its unit and column.
    """
    usual: dict[tuple[Unit, int], Counter[int]] = defaultdict(Counter)
    for item in items:
        for amount in item.amounts:
            if amount.value:
                usual[item.unit, amount.column][amount.decimals] += 1
    return [_settled(item, usual) for item in items]


def _settled(item: Item, usual: dict[tuple[Unit, int], Counter[int]]) -> Item:
    if all(amount.value for amount in item.amounts):
        return item
    row = Counter(amount.decimals for amount in item.amounts if amount.value)
    found = []
    for amount in item.amounts:
        beside = row or usual.get((item.unit, amount.column))
        if not amount.value and beside:
            amount = replace(amount, decimals=beside.most_common(1)[0][0])
        found.append(amount)
    return replace(item, amounts=tuple(found))
