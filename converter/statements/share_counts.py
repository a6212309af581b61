"""The scale of the share counts that captions print, proved by the statements' own arithmetic.

A heading that says "in thousands" may or may not mean the shares in `9,231,406 shares issued`. Par value times shares
issued is the amount of the stock, and the weighted average of the income statement is near the shares outstanding;
where neither holds as read, but one does in another scale, the counts of the whole statement are in that scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from converter.arithmetic import half_step, power_of_ten
from converter.findings import Finding, Severity
from converter.statements.statement import Amount, Aspect, Item, Statement
from converter.terms import Kind

_STEPS = (-6, -3, 3, 6)
"""Powers of ten by which counts may have been read too large or too small."""

_NEAR = Decimal(3)
"""Shares outstanding and their average differ by less, splits and offerings in the year included."""

_NONE = Decimal(0)
_IMPOSSIBLE = Decimal(60_000_000_000)
"""Nobody has so many shares: what proves them proves that the amounts are in a smaller scale than the heading says."""

_TOLERANCE = Decimal("0.02")
_HELD = (Aspect.ISSUED, Aspect.OUTSTANDING)


def settle_share_counts(statements: Sequence[Statement], findings: list[Finding]) -> list[Statement]:
    """The statements, the counts inside the captions of balance sheets in the scale that the figures prove.

    Each class of stock is proved by its own par value; those that nothing proves go with what the others agree on.
    Counts of one statement need not have been read in one scale (`190 million authorized`), so only those move that
    were multiplied as the heading says, or as the proved ones were.
    """
    average = max(_averages(statements), default=None)
    settled = []
    for statement in statements:
        if statement.kind is Kind.BALANCE_SHEET:
            moved = replace(statement, items=_settled(statement, average))
            most = max((count.value for item, count in _counts(moved) if item.aspect in _HELD), default=_NONE)
            if moved != statement and most >= _IMPOSSIBLE:
                message = (
                    f"Par value or the average of shares go with these captions only if there are {most:,f} shares; "
                    "check the scale of the amounts."
                )
                findings.append(Finding(Severity.WARNING, "statements.scale-contradicted", message, statement.span))
            elif moved != statement:
                message = (
                    "The shares in captions are in another scale than the heading says; par value or the average tells."
                )
                findings.append(Finding(Severity.INFO, "statements.shares-rescaled", message, statement.span))
                statement = moved
        settled.append(statement)
    return settled


class Proof(NamedTuple):
    """What figures prove of counts, as powers of ten.

    Attributes:
        scale: what they were multiplied by when they were read.
        power: what they have to be multiplied by.
    """

    scale: int
    power: int

    @property
    def is_right(self) -> bool:
        return self.scale == self.power


def _averages(statements: Iterable[Statement]) -> Iterator[Decimal]:
    for statement in statements:
        if statement.kind is Kind.INCOME:
            for item in statement.items:
                if item.unit == "shares":
                    yield from (amount.value for amount in item.amounts if amount.value > 0)


def _settled(statement: Statement, average: Decimal | None) -> tuple[Item, ...]:
    by_par: dict[int, set[Proof]] = {}
    for row, proved in _by_par(statement):
        by_par.setdefault(row, set()).add(proved)
    own = {row: _agreed(proofs) for row, proofs in by_par.items()}
    common = _agreed(set().union(*by_par.values()) or set(_by_average(statement, average)) or set(_by_size(statement)))
    heading = power_of_ten(statement.share_scale)
    return tuple(
        _rescaled(item, proof, heading) if (proof := own.get(at if item.host is None else item.host, common)) else item
        for at, item in enumerate(statement.items)
    )


def _agreed(proofs: Set[Proof]) -> Proof | None:
    """What the proofs say: that the counts are right as read, or else the one scale that they all name."""
    right = next((proof for proof in proofs if proof.is_right), None)
    return right or (next(iter(proofs)) if len(proofs) == 1 else None)


def _by_par(statement: Statement) -> Iterator[tuple[int, Proof]]:
    """The steps at which par value times shares issued is the amount of the row that prints both, with the row."""
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
                steps = (step for step in (0, *_STEPS) if _agrees(product.scaleb(step), amount))
                yield from ((row, Proof(count.power, count.power + step)) for step in steps)


def _agrees(product: Decimal, amount: Amount) -> bool:
    return abs(product - amount.value) <= half_step(amount.decimals) + amount.value * _TOLERANCE


def _by_average(statement: Statement, average: Decimal | None) -> Iterator[Proof]:
    """The steps at which the most shares outstanding are near their average: the most of those read in each scale.

    One that was read in a wrong one (150,000 preferred shares, in millions) may be more than the common stock.
    """
    counts = [amount for item in statement.items if item.aspect in _HELD for amount in item.amounts if amount.value > 0]
    if average and counts:
        largest = {count.power: count.value for count in sorted(counts, key=lambda amount: amount.value)}
        for scale, most in largest.items():
            ratio = most / average
            steps = (step for step in (0, *_STEPS) if 1 / _NEAR < ratio.scaleb(step) < _NEAR)
            yield from (Proof(scale, scale + step) for step in steps)


def _by_size(statement: Statement) -> Iterator[Proof]:
    """Counts that were read as whole shares under a heading of thousands, since nobody has so many thousands."""
    if statement.share_scale > 1 and any(count.power == 0 for _, count in _counts(statement)):
        yield Proof(0, 0)


def _counts(statement: Statement) -> Iterator[tuple[Item, Amount]]:
    """The counts of shares inside captions, and those in rows of their own."""
    for item in statement.items:
        if item.aspect is not None and item.unit == "shares":
            yield from ((item, amount) for amount in item.amounts)


def _rescaled(item: Item, proof: Proof, heading: int) -> Item:
    if item.aspect is None or item.unit != "shares":
        return item
    return replace(item, amounts=tuple(_moved(amount, proof, heading) for amount in item.amounts))


def _moved(count: Amount, proof: Proof, heading: int) -> Amount:
    return count.at(proof.power) if count.power in (proof.scale, heading) else count
