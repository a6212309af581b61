"""What the rows around it say of a row of a cash flow whose caption leaves the direction open.

A total of cash is provided or used as its parts are: `Net cash used in investing activities 65` over a loan of 197 that
was collected and 132 that were spent is provided, whatever it is called. Below the statement, where the cash paid for
interest stands in brackets, brackets are payments: `Income taxes, net (80)  81` is paid in one year and received in the
other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from converter.mapping.caption_signs import cash_direction
from converter.mapping.rows import Frame
from converter.statements.statement import Item

_PAID = frozenset({"investing", "financing"})
_NEAR = 3
"""The rows above and below that are asked: interest and income taxes stand side by side."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")


def shows_effect(frame: Frame, row: int) -> bool:
    """Whether a total of cash prints the effect on cash, though its caption speaks of cash that is used.

    Its parts tell, by the way that their captions say that cash goes: not those of operating activities, which are put
    back rather than paid. A row that prints both is an effect, too.
    """
    items = frame.statement.items
    footing = frame.sums.get(row)
    parts = footing.parts if footing and frame.stubs[row].sections & _PAID else ()
    votes = sum(weight * cash_direction(items[part].caption) * _side(items[part]) for part, weight in parts)
    values = [amount.value for amount in items[row].amounts if amount.value]
    return votes > 0 or (votes == 0 and bool(values) and min(values) < 0 < max(values))


def brackets_pay(frame: Frame, row: int, is_payment: Callable[[int], bool]) -> bool:
    """Whether a payment under the same headings stands in brackets, so that those of the row are payments, too."""
    items = frame.statement.items
    neighbours = range(max(row - _NEAR, 0), min(row + _NEAR + 1, len(items)))
    return any(
        other != row and items[other].headings == items[row].headings and _side(items[other]) < 0 and is_payment(other)
        for other in neighbours
    )


def received(item: Item) -> bool:
    """Whether a row without brackets is cash that came in: `Cash received for income taxes, net`."""
    return cash_direction(_IN_BRACKETS.sub(" ", item.caption)) > 0 and _side(item) > 0


def _side(item: Item) -> int:
    """+1 if no figure of a row stands in brackets, -1 if all do; 0 if some do, or there is none."""
    values = [amount.value for amount in item.amounts if amount.value]
    return (bool(values) and min(values) > 0) - (bool(values) and max(values) < 0)
