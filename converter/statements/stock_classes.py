"""Of which class of stock the rows of a balance sheet and of an income statement are.

`Class A common stock, 5,000 shares issued` over `Class B common stock, 3,000 shares issued`: each row is of a class,
and none of the company's stock as a whole. One class alone divides nothing, and what names several is of all of them.
A class beside a row of common stock without a name is a class, too; of what has no name nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from converter.grammars.stock import called, is_preferred, named_classes
from converter.statements.statement import Amount, Aspect, Component, Item, Role, Statement
from converter.terms import Kind
from converter.terms.unit import DOLLAR

CLASSES = "classes"
"""What the rows divide."""

_DIVIDED = frozenset({Kind.BALANCE_SHEET, Kind.INCOME})
"""Statements of flows name a class in what was issued or bought, which is nothing of the others."""
_STOCK = re.compile(r"\b(?:stock|shares?|units|common|preferred|preference)\b", re.IGNORECASE)
_NO_STOCK = re.compile(
    r"\b(?:treasury|bonds?|debentures?|certificates|mortgages?|receivables?|warrants?|notes\b(?!\s*[0-9])|notes?\s+payable)\b",
    re.IGNORECASE,
)
_SERIES = "Series"
"""Of preferred stock, unless it is said to be of common."""
_UNNAMED = re.compile(r"\W*(?:common|capital|preferred|preference)\s+(?:stock|shares)\b", re.IGNORECASE)


class _Named(NamedTuple):
    """A row of a class, or of stock without a name (then None)."""

    name: str | None
    preferred: bool


def by_class(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, the amounts of rows that divide stock by classes as amounts of these."""
    return [_divided(statement) if statement.kind in _DIVIDED else statement for statement in statements]


def component(name: str) -> Component:
    """A class as a part of the company's stock."""
    return Component(CLASSES, None, name)


def of_class(item: Item, name: str) -> Item:
    """The row, its amounts of the class besides what they are of."""
    return replace(item, amounts=tuple(_of_class(amount, name) for amount in item.amounts))


def _of_class(amount: Amount, name: str) -> Amount:
    return replace(amount, components=(*amount.components, component(name)))


def _divided(statement: Statement) -> Statement:
    named = [_named(item) for item in statement.items]
    together = {preferred: set(_beside(statement, named, preferred=preferred)) for preferred in (False, True)}
    return replace(
        statement,
        items=tuple(
            of_class(item, called(one.name, preferred=one.preferred))
            if one is not None and one.name and len(together[one.preferred]) > 1
            else item
            for item, one in zip(statement.items, named, strict=True)
        ),
    )


def _beside(statement: Statement, named: Sequence[_Named | None], *, preferred: bool) -> Iterator[str | None]:
    """The classes that have amounts or counts in a statement; None for stock of a balance sheet without a name."""
    for one in named:
        if one is not None and one.preferred is preferred and (one.name or statement.kind is Kind.BALANCE_SHEET):
            yield one.name


def _named(item: Item) -> _Named | None:
    """The class that a row is of, by its caption, or else by the nearest heading that names one."""
    if item.role is Role.HEADING or item.aspect is Aspect.TREASURY or any(each.components for each in item.amounts):
        return None
    texts = (item.caption, *reversed(item.headings))
    naming = next((at for at, text in enumerate(texts) if any(named_classes(text))), None)
    told = texts[: max(naming or 0, 1) + 1]
    if any(map(_NO_STOCK.search, told)):
        return None
    preferred = next((found for text in told if (found := is_preferred(text)) is not None), None)
    if naming is None:
        return _Named(None, bool(preferred)) if _is_carried(item) else None
    classes = list(named_classes(texts[naming]))
    if len({each.name for each in classes}) > 1 or not all(each.is_alone for each in classes):
        return None
    if item.unit == DOLLAR and not any(map(_STOCK.search, told)):
        return None
    name = classes[0].name
    return _Named(name, name.startswith(_SERIES) if preferred is None else preferred)


def _is_carried(item: Item) -> bool:
    """Whether a row is stock without a name that is carried at something."""
    carried = any(amount.value for amount in item.amounts)
    return item.role is Role.LINE and item.unit == DOLLAR and carried and bool(_UNNAMED.match(item.caption))
