"""What the columns of a statement of changes in equity say of its rows, when captions have been weighed.

A balance is equity, whatever it is called. A movement counts as its concept does: what lowers equity is a positive fact
of a debit. What was bought back is treasury stock where the row touches a column of it, and retired where it touches
other components and there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.knowledge import Knowledge
from converter.knowledge.signs import Signs
from converter.mapping.candidates import Candidate
from converter.mapping.fits import usable
from converter.mapping.maps import Fit
from converter.mapping.trace import Trace
from converter.statements.statement import Item, Role, Statement
from converter.taxonomy import Index
from converter.terms import Decision, Kind
from converter.terms.period import PeriodType

BALANCE = "equity:balance"
"""The rule of balances."""
SURE = 0.97
"""How sure a balance is: the checks of its block hold."""


_TAX = re.compile(r"(?:excess |income |related )*tax\b", re.IGNORECASE)
_ONE_COMPONENT = 2
"""Amounts of a row that touches one component: that and the total."""

COVERED = 0.7
"""How sure a row is that a rule's phrase covers whole, where the weighing makes it the company's own: the weights were
fitted to statements whose own lines are many; here they are the few that no phrase covers.
"""


def ruled(rows: Sequence[list[Candidate]], trace: Trace) -> list[list[Candidate]]:
    """The candidates of a statement of changes in equity, those first whose rule covers the whole caption, if nothing
    but a concept of the company's own stands before them.
    """
    found = []
    for row, candidates in enumerate(rows):
        covering = [each for each in candidates if each.fit is Fit.FULL and each.concept is not None]
        own = bool(candidates) and candidates[0].concept is None and candidates[0].fit is None
        if covering and (own or candidates[0] in covering):
            best = max(covering, key=lambda each: each.weight) if own else candidates[0]
            if own:
                trace.note(row, "rule", best.concept, best.rule)
            rest = [each for each in candidates if each is not best]
            candidates = [replace(best, share=max(best.share, COVERED)), *rest]
        found.append(candidates)
    return found


def lowers(item: Item, concept: str, signs: Signs, index: Index) -> bool:
    """Whether a row takes from the whole of equity, in brackets, what its concept can only add: `Common stock issued
    for employee plans and other (234)`. What can only take may be printed without brackets, and says nothing.
    """
    element = index.get(concept)
    if element is None or element.balance != "credit" or not signs.is_never_negative(concept, index):
        return False
    return any(amount.value < 0 for amount in item.amounts if not amount.components)


def settle(
    statements: Sequence[Statement], decisions: Sequence[Sequence[Decision | None]], knowledge: Knowledge, index: Index
) -> list[list[Decision | None]]:
    """The decisions, those of statements of changes in equity with what their columns say."""
    return [
        _Settled(statement, knowledge, index).all(rows) if statement.kind is Kind.EQUITY else list(rows)
        for statement, rows in zip(statements, decisions, strict=True)
    ]


class _Settled:
    """One statement, with what its columns are."""

    def __init__(self, statement: Statement, knowledge: Knowledge, index: Index) -> None:
        self._items = statement.items
        self._signs, self._groups, self._index = knowledge.signs, knowledge.groups, index
        self._outside = knowledge.headings.axes["outside"]
        self._others = any(self._touches(item, self._groups.members_of_others) for item in statement.items)
        self._treasury = any(self._touches(item, self._groups.treasury_members) for item in statement.items)

    def all(self, rows: Sequence[Decision | None]) -> list[Decision | None]:
        """The decisions of all rows."""
        return [
            decision if decision is None or item.role is Role.PARENTHETICAL else self._row(item, decision)
            for item, decision in zip(self._items, rows, strict=True)
        ]

    def _row(self, item: Item, decision: Decision) -> Decision:
        found = next(iter(item.amounts), None)
        if found is None or found.period is None:
            return decision
        if found.period.is_instant:
            return self._balance(item, decision)
        return self._signed(item, self._movement(item, decision))

    def _balance(self, item: Item, decision: Decision) -> Decision:
        groups = self._groups
        if self._is_outside(item):
            wanted = groups.outside_shares if item.unit == "shares" else groups.outside_equity
        elif item.unit == "shares":
            wanted = groups.component_shares
        else:
            wanted = groups.equity_of_all if self._others else groups.equity_of_parent
        concept = self._first(wanted, item)
        named = replace(decision, rule=BALANCE, confidence=SURE, alternatives=(), anchor=None)
        return named.then("rule", "it is the balance of its columns", concept, 1)

    def _movement(self, item: Item, decision: Decision) -> Decision:
        """The decision with the concept that the columns choose among those that a caption cannot tell apart."""
        groups, concept = self._groups, decision.concept
        if concept is None:
            return decision
        if concept in groups.options_exercised and _TAX.match(item.caption) and len(item.amounts) <= _ONE_COMPONENT:
            return decision.then("rule", "its taxes alone are meant", self._first(groups.option_taxes, item))
        if concept in groups.net_income and self._others and item.unit == "USD":
            return self._instead(item, decision, groups.net_income_of_all, "others have a part of it")
        bought = (*groups.treasury_bought, *groups.retired, *groups.repurchased)
        if concept not in bought:
            return decision
        if self._touches(item, groups.treasury_members):
            return self._instead(item, decision, groups.treasury_bought, "it goes into treasury stock")
        if not self._treasury and any(amount.components for amount in item.amounts):
            return self._instead(item, decision, groups.retired, "no column of treasury stock keeps it")
        return decision

    def _instead(self, item: Item, decision: Decision, wanted: Sequence[str], reason: str) -> Decision:
        concept = self._first(wanted, item)
        if concept is None or concept == decision.concept:
            return decision
        return decision.then("rule", reason, concept)

    def _signed(self, item: Item, decision: Decision) -> Decision:
        """The decision with the sign that the effect on equity has in the concept's balance."""
        sign = self._sign(item, decision.concept) if decision.concept else 1
        if sign == decision.sign:
            return decision
        return decision.then("sign", "the effect on equity is printed", decision.concept, sign)

    def _sign(self, item: Item, concept: str) -> int:
        element = self._index.get(concept)
        if element is not None and element.balance is not None:
            return -1 if element.balance == "debit" else 1
        values = [amount.value for amount in item.amounts if amount.value]
        lowered = bool(values) and all(value < 0 for value in values)
        return -1 if lowered and not self._signs.may_be_negative(concept, self._index) else 1

    def _is_outside(self, item: Item) -> bool:
        """Whether a row is of stock beside equity: of classes of it, and of no component."""
        axes = {component.axis for amount in item.amounts for component in amount.components}
        return axes == {self._outside}

    def _first(self, wanted: Sequence[str], item: Item) -> str | None:
        period = item.amounts[0].period
        period_type: PeriodType = "instant" if period is not None and period.is_instant else "duration"
        return next((name for name in wanted if usable(name, item.unit, period_type, self._index)), None)

    def _touches(self, item: Item, words: Sequence[str]) -> bool:
        """Whether a part of a row's amounts that are something is a member of which one of the words is in the name."""
        return any(
            word in component.member
            for amount in item.amounts
            if amount.value
            for component in amount.components
            if component.member
            for word in words
        )
