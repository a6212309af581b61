"""The scale of the share counts that captions print, proved by the statements' own arithmetic.

A heading that says "in thousands" may or may not mean the shares in `9,231,406 shares issued`. Par value times shares
issued is the amount of the stock, and the weighted average of the income statement is near the shares outstanding;
where neither holds as read, but one does in another scale, the counts of the whole statement are in that scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.arithmetic import half_step
from converter.findings import Finding, Severity
from converter.statements.statement import Amount, Aspect, Item, Role, Statement
from converter.terms import Kind

_STEPS = (-6, -3, 3, 6)
"""Powers of ten by which counts may have been read too large or too small."""

_NEAR = Decimal(3)
"""Shares outstanding and their average differ by less, splits and offerings in the year included."""

_TOLERANCE = Decimal("0.02")
_HELD = (Aspect.ISSUED, Aspect.OUTSTANDING)


def settle_share_counts(statements: Sequence[Statement], findings: list[Finding]) -> list[Statement]:
    """The statements, the counts inside the captions of balance sheets in the scale that the figures prove."""
    average = max(_averages(statements), default=None)
    settled = []
    for statement in statements:
        step = _step(statement, average) if statement.kind is Kind.BALANCE_SHEET else 0
        if step:
            message = (
                "The shares in captions are in another scale than the heading says; par value or the average tells."
            )
            findings.append(Finding(Severity.INFO, "statements.shares-rescaled", message, statement.span))
            statement = replace(statement, items=tuple(_rescaled(item, step) for item in statement.items))
        settled.append(statement)
    return settled


def _averages(statements: Iterable[Statement]) -> Iterator[Decimal]:
    for statement in statements:
        if statement.kind is Kind.INCOME:
            for item in statement.items:
                if item.unit == "shares":
                    yield from (amount.value for amount in item.amounts if amount.value > 0)


def _step(statement: Statement, average: Decimal | None) -> int:
    """The power of ten that the counts are off by; 0 if they are right, or nothing tells."""
    proofs = [set(_by_par(statement)), set(_by_average(statement, average))]
    for proved in proofs:
        if 0 in proved:
            return 0
        if len(proved) == 1:
            return proved.pop()
    return 0


def _by_par(statement: Statement) -> Iterator[int]:
    """The steps at which par value times shares issued is the amount of the row that prints both."""
    insides: dict[int, dict[Aspect | None, Item]] = {}
    for item in statement.items:
        if item.host is not None:
            insides.setdefault(item.host, {})[item.aspect] = item
    for row, inside in insides.items():
        host = statement.items[row]
        par, counted = inside.get(Aspect.PAR_VALUE), inside.get(Aspect.ISSUED) or inside.get(Aspect.OUTSTANDING)
        if par is None or counted is None:
            continue
        amounts = {amount.column: amount for amount in host.amounts if amount.value > 0}
        for count in counted.amounts:
            amount = amounts.get(count.column)
            product = par.amounts[0].value * count.value
            if amount is not None and product:
                yield from (step for step in (0, *_STEPS) if _agrees(product.scaleb(step), amount))


def _agrees(product: Decimal, amount: Amount) -> bool:
    return abs(product - amount.value) <= half_step(amount.decimals) + amount.value * _TOLERANCE


def _by_average(statement: Statement, average: Decimal | None) -> Iterator[int]:
    """The steps at which the most shares outstanding are near their average."""
    counts = [
        amount.value for item in statement.items if item.aspect in _HELD for amount in item.amounts if amount.value > 0
    ]
    if average and counts:
        ratio = max(counts) / average
        yield from (step for step in (0, *_STEPS) if 1 / _NEAR < ratio.scaleb(step) < _NEAR)


def _rescaled(item: Item, step: int) -> Item:
    if item.role is not Role.PARENTHETICAL or item.unit != "shares":
        return item
    amounts = (
        replace(amount, value=amount.value.scaleb(step), decimals=amount.decimals - step) for amount in item.amounts
    )
    return replace(item, amounts=tuple(amounts))
