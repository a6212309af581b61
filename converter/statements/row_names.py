"""What rows are called that the print leaves to a heading to name: totals without a caption, and classes of stock.

Under `Basic earnings per share:` the row `Class A common stock` is basic earnings a share.
"""

from __future__ import annotations

from converter.grammars.stock import named_classes, without_classes
from converter.statements.bare_totals import called
from converter.statements.statement import Item, Statement
from converter.terms import Kind

_SAYS_NOTHING = frozenset({"common", "stock", "shares", "share", "ordinary", "convertible"})
"""Words of captions of a class that do not say what is told of it."""


def row_names(statement: Statement) -> dict[int, str]:
    """The names of rows that have none of their own, by row."""
    return {**_of_classes(statement), **called(statement)}


def _of_classes(statement: Statement) -> dict[int, str]:
    """Rows of an income statement that name a class of stock and nothing else, as their heading calls them."""
    if statement.kind is not Kind.INCOME:
        return {}
    return {
        row: item.headings[-1].rstrip(": ")
        for row, item in enumerate(statement.items)
        if item.headings and _is_of_class(item) and set(without_classes(item.caption).split()) <= _SAYS_NOTHING
    }


def _is_of_class(item: Item) -> bool:
    return any(any(named_classes(each.caption)) for amount in item.amounts for each in amount.components)
