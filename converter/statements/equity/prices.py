"""Dividends a share in the captions of dividends: `Cash dividends declared ($.11 per share)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from converter.span import Span
from converter.statements.amounts import read_amount
from converter.statements.statement import Amount, Aspect, Item, Role

_PRICE = re.compile(r"\$\s?(?P<digits>\d*\.\d+)\s+(?:per|a)\s+(?:\w+\s+){0,2}?shares?\b", re.I)
_DIVIDENDS = re.compile(r"\b(?:dividends?|distributions?)\b", re.I)


def with_prices(items: Iterable[Item], text: str) -> list[Item]:
    """The rows, each dividend with the price in its caption behind it; one of several prices is of no known stock.

    Args:
        text: the document's, in which the spans of rows are places.
    """
    found: list[Item] = []
    for item in items:
        found.append(item)
        price = _price(item, text)
        if price is not None:
            found.append(replace(price, host=len(found) - 1))
    return found


def _price(item: Item, text: str) -> Item | None:
    prices = _PRICE.findall(item.caption)
    if item.unit != "USD" or not item.amounts or len(prices) != 1 or not _DIVIDENDS.search(item.caption):
        return None
    first, end = item.amounts[0], min(amount.span.start for amount in item.amounts)
    at = text.find(prices[0], item.span.start, max(end, item.span.end))
    number = read_amount(prices[0])
    if at < 0 or number is None or first.period is None or first.period.is_instant:
        return None
    span = Span(at, at + len(prices[0]))
    amount = Amount(prices[0], number.value, number.places, first.column, first.period, span)
    return replace(item, role=Role.PARENTHETICAL, unit="USD/shares", amounts=(amount,), aspect=Aspect.OTHER)
