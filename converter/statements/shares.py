"""The scale of share counts, proved by the statement's own arithmetic: income divided by shares is income a share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from converter.statements.amounts import Printed
from converter.statements.captions import PrintedItem
from converter.statements.scale import Scale, of_counts, row_scale
from converter.terms import Unit

_FACTORS = (1, 1_000, 1_000_000)
_IN_SHARES = re.compile(r"\(in (?:whole )?shares\)", re.I)
_MANY = 1_000_000
"""Of a caption that says `(in shares)`, so many are whole ones; fewer may be in the thousands of the heading."""
_LOW, _HIGH = Decimal("0.6"), Decimal("1.6")


def agreed_share_scale(
    items: Sequence[PrintedItem], numbers: Sequence[Sequence[Printed | None]], units: Sequence[Unit], scale: Scale
) -> Scale:
    """`scale`, its share factor replaced where net income, shares and earnings a share agree on another one only, or
    where a count is too large for thousands.
    """
    counted = [
        (number.value, item.caption)
        for item, row, unit in zip(items, numbers, units, strict=True)
        if unit == "shares" and row_scale(item.caption) is None
        for number in row
        if number is not None
    ]
    scale = of_counts(scale, max((count for count, _ in counted), default=Decimal(0)))
    if any(count >= _MANY and _IN_SHARES.search(caption) for count, caption in counted):
        scale = replace(scale, shares=1)
    income = _first(items, numbers, units, "USD", ("net income", "net loss", "net (loss", "net earnings", "net profit"))
    per_share = _first(items, numbers, units, "USD/shares", ("",))
    count = _first(items, numbers, units, "shares", ("",))
    if (
        income is None
        or per_share is None
        or count is None
        or any(
            unit == "shares" and item.cells and row_scale(item.caption) is not None
            for item, unit in zip(items, units, strict=True)
        )
    ):
        return scale
    fitting = [factor for factor in _FACTORS if _fits(income * scale.money, per_share, count * factor)]
    return replace(scale, shares=fitting[0], proved=True) if len(fitting) == 1 else scale


def _fits(income: Decimal, per_share: Decimal, shares: Decimal) -> bool:
    return _LOW <= abs(income / (per_share * shares)) <= _HIGH


def _first(
    items: Sequence[PrintedItem],
    numbers: Sequence[Sequence[Printed | None]],
    units: Sequence[Unit],
    unit: Unit,
    words: tuple[str, ...],
) -> Decimal | None:
    """The first column's number of the last row of that unit whose caption has one of the words."""
    found = None
    for item, row, own in zip(items, numbers, units, strict=True):
        if (
            own == unit
            and row
            and row[0] is not None
            and row[0].value
            and any(word in item.caption.lower() for word in words)
        ):
            found = row[0].value if found is None or unit == "USD" else found
    return found
