"""Members of the parts that columns print: which of the taxonomy's each is, as the files of knowledge say.

Two columns of one table are never one member: the later of them takes the next that its head may be, or becomes a
member of the company's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice

from converter.grammars.stock import called, is_preferred, named_classes
from converter.knowledge import Headings
from converter.statements.equity.parts import plain
from converter.statements.statement import Amount, Component, Item, Statement
from converter.statements.stock_classes import CLASSES
from converter.taxonomy import Index

Parts = tuple[Component, ...]
"""What the amounts of a column are of."""

_DIVIDED = "equity"


def with_members(statements: Sequence[Statement], headings: Headings, index: Index) -> list[Statement]:
    """The statements, the parts of their amounts named by axis and member of the release."""
    return [_named(statement, headings, index) if _has_parts(statement) else statement for statement in statements]


def _has_parts(statement: Statement) -> bool:
    return any(amount.components for item in statement.items for amount in item.amounts)


def _named(statement: Statement, headings: Headings, index: Index) -> Statement:
    named: dict[Parts, Parts] = {}
    for beside in _beside(statement.items):
        divided = len({each for parts in beside for each in _classes(parts)}) > 1
        taken = {_key(named[parts]) for parts in beside if parts in named}
        for parts in beside:
            if parts not in named:
                named[parts] = _free(parts, taken, headings, index, divided=divided)
                taken.add(_key(named[parts]))
    return replace(statement, items=tuple(_item(item, named) for item in statement.items))


def _classes(parts: Parts) -> list[str]:
    """The class or series that a head names; one alone divides nothing."""
    return [found.name for each in parts for found in islice(named_classes(plain(each.caption)), 1)]


def _key(parts: Parts) -> tuple[tuple[str, str], ...]:
    """What makes two columns one part: axes and members, or the captions where there is no member."""
    return tuple((each.axis, each.member or each.caption) for each in parts)


def _beside(items: Iterable[Item]) -> Iterator[list[Parts]]:
    """The parts that stand beside each other in a row, each row of other parts once."""
    seen = set()
    for item in items:
        parts = tuple(dict.fromkeys(amount.components for amount in item.amounts if amount.components))
        if parts and parts not in seen:
            seen.add(parts)
            yield list(parts)


def _free(
    parts: Parts,
    taken: Set[tuple[tuple[str, str], ...]],
    headings: Headings,
    index: Index,
    *,
    divided: bool,
) -> Parts:
    """The first naming of a part that no other column of the table has."""
    (component,) = parts
    for candidate in _namings(component, headings, index, divided=divided):
        if _key(candidate) not in taken:
            return candidate
    raise AssertionError("a caption names a member of the company's own")


def _namings(component: Component, headings: Headings, index: Index, *, divided: bool) -> Iterator[Parts]:
    """What a column may be, likeliest first; a member of the company's own in the end.

    Args:
        divided: whether columns of other classes stand beside.
    """
    words, caption = plain(component.caption), component.caption
    axis = headings.axis(component.axis, index.find)
    classes: list[str | None] = []
    if divided and component.axis == _DIVIDED and (own := next(named_classes(words), None)):
        classes = [*_members(CLASSES, words, headings, index), None]
        caption_of_class = called(own.name, preferred=bool(is_preferred(words)))
    for member in _members(component.axis, words, headings, index):
        found = Component(axis, member, caption)
        yield from ((found, Component(headings.axes[CLASSES], each, caption_of_class)) for each in classes)
        yield (found,)
    yield (Component(axis, None, caption),)


def _members(part: str, words: str, headings: Headings, index: Index) -> list[str]:
    return [
        name
        for name in headings.members_named(part, words)
        if (element := index.find(name)) is not None and not element.deprecated
    ]


def _item(item: Item, named: Mapping[Parts, Parts]) -> Item:
    return replace(item, amounts=tuple(_amount(amount, named) for amount in item.amounts))


def _amount(amount: Amount, named: Mapping[Parts, Parts]) -> Amount:
    return replace(amount, components=named[amount.components]) if amount.components else amount
