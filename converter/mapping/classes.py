"""Rows that are of one thing and of different classes of stock have one concept.

What members tell apart, concepts need not: of `Class A common stock` and `Class B convertible common stock` the one
that nothing is sure enough for is what the other is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.grammars.stock import is_preferred, without_classes
from converter.knowledge import Headings
from converter.mapping.assignment import TAKEN
from converter.mapping.candidates import NOTHING, UNNAMED
from converter.statements.statement import Component, Item, Role, Statement
from converter.terms import Decision, Kind

ALIKE = "classes:alike"
"""The rule of a row that is what another class of the stock is."""

_UNSURE = frozenset({UNNAMED, NOTHING, TAKEN})
"""The rules of rows that are extensions for want of something better."""


def alike(
    statements: Sequence[Statement], decisions: Sequence[Sequence[Decision | None]], headings: Headings
) -> list[list[Decision | None]]:
    """The decisions, those of rows of a class of stock with the concept that such rows of other classes have."""
    axis = headings.axes["classes"]
    return [_alike(statement, rows, axis) for statement, rows in zip(statements, decisions, strict=True)]


def _alike(statement: Statement, rows: Sequence[Decision | None], axis: str) -> list[Decision | None]:
    if statement.kind is Kind.EQUITY:
        return list(rows)
    things = [_thing(statement, item, axis) for item in statement.items]
    surest: dict[object, Decision] = {}
    for thing, decision in zip(things, rows, strict=True):
        if thing is not None and decision is not None and decision.concept is not None:
            known = surest.get(thing)
            if known is None or decision.confidence > known.confidence:
                surest[thing] = decision
    return [
        _as_of(decision, surest[thing]) if decision is not None and thing in surest else decision
        for thing, decision in zip(things, rows, strict=True)
    ]


def _as_of(decision: Decision, other: Decision) -> Decision:
    """The decision with the concept of a row of another class, if it has none."""
    if decision.concept is not None or decision.rule not in _UNSURE:
        return decision
    named = replace(decision, rule=ALIKE, confidence=other.confidence, anchor=None)
    return named.then("rule", "another class of the stock has it", other.concept, other.sign)


def _thing(statement: Statement, item: Item, axis: str) -> object:
    """What a row of a class is, but for the class; None for rows of none. In a balance sheet a class has one amount,
    and one count of each aspect, whatever its caption says of it.
    """
    named = _class(item, axis)
    if named is None:
        return None
    headings = tuple(map(without_classes, item.headings))
    caption = "" if statement.kind is Kind.BALANCE_SHEET else without_classes(item.caption)
    inside = item.role is Role.PARENTHETICAL
    return bool(is_preferred(named.caption)), inside, item.unit, item.aspect, headings, caption


def _class(item: Item, axis: str) -> Component | None:
    """The class that all amounts of a row are of."""
    classes = {each for amount in item.amounts for each in amount.components if each.axis == axis}
    return next(iter(classes)) if len(classes) == 1 else None
