"""A row with a caption, and what its numbers are read as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from converter.span import Span
from converter.statements.parentheticals import read_parentheticals
from converter.statements.scale import Scale
from converter.statements.statement import Amount, Column, Item, Role
from converter.terms import Period

NOW, BEFORE = Period(date(1998, 12, 31)), Period(date(1997, 12, 31))
COLUMNS = (Column("1998", NOW), Column("1997", BEFORE))
NOWHERE = Span(0, 0)


def host(caption: str, *values: int) -> Item:
    amounts = tuple(Amount(str(value), Decimal(value), -3, at, NOW, NOWHERE) for at, value in enumerate(values))
    return Item(caption, ("Equity:",), 1, Role.LINE, "USD", amounts, NOWHERE)


def items(caption: str, *values: int, scale: Scale | None = None, columns: tuple[Column, ...] = COLUMNS) -> list[Item]:
    return read_parentheticals(caption, [(0, caption)], host(caption, *values), 7, columns, scale or Scale())


def said(caption: str, *values: int, scale: Scale | None = None) -> dict[str, list[str]]:
    """By what they count, the values for the first column and the second; `-` for one without."""
    return _cells((aspect, item) for aspect, name, item in _told(caption, *values, scale=scale) if name is None)


def by_class(caption: str, *values: int, scale: Scale | None = None) -> dict[str, list[str]]:
    """The same of what counts a class of stock: `Class A issued`."""
    return _cells((f"{name} {aspect}", item) for aspect, name, item in _told(caption, *values, scale=scale) if name)


def _told(caption: str, *values: int, scale: Scale | None) -> Iterator[tuple[str, str | None, Item]]:
    """What a row counts, the class that all of its amounts are of, and the row."""
    for item in items(caption, *values, scale=scale):
        assert item.aspect is not None
        (classes,) = {tuple(part.caption for part in amount.components) for amount in item.amounts}
        yield item.aspect.value, next(iter(classes), None), item


def _cells(told: Iterable[tuple[str, Item]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, item in told:
        cells = found.setdefault(name, ["-", "-"])
        for amount in item.amounts:
            cells[amount.column] = f"{amount.value.normalize():f}"
    return found
