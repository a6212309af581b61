"""Signs: whether a printed number has the sign that its concept's definition wants.

A fact carries the sign of the definition whatever the print shows. Four kinds of evidence, best first: what a mapping
file says; the footing (a row that is added to a total of the other balance counts the other way); the cash effect that
every row of a cash flow prints; and the caption's own words. Concepts that cannot be negative (costs, payments,
treasury stock) are positive facts unless the footing proves otherwise. Rows without a concept: `own_signs`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from converter.knowledge import Knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.caption_signs import caption_sign
from converter.mapping.cash_effects import brackets_pay, received, shows_effect
from converter.mapping.own_signs import heading_effect, own_sign
from converter.mapping.rows import Frame
from converter.statements.statement import Item, Role, Sum
from converter.taxonomy import Index
from converter.terms import Kind

_BALANCE = {"credit": 1, "debit": -1}
_INFLOW = ("provided", "generated", "from", "increase")
_OUTFLOW = ("used", "utilized", "required", "absorbed", "decrease")
_TAKEN_OFF = re.compile(
    r"\b(?:less|deduct|current|due within|treasury|receivable|allowance|accumulated|discount)", re.I
)
"""What brackets in a balance sheet take off: an amount of its own, printed among those of another sort."""
_CASH_SECTIONS = ("operating", "investing", "financing")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a row's printed numbers are multiplied by to give the facts, +1 or -1, and what said so."""

    value: int
    reason: str


def signs(frame: Frame, chosen: Sequence[Candidate | None], knowledge: Knowledge, index: Index) -> list[Sign]:
    """The sign of each row; +1 for rows without a concept."""
    return _Signs(frame, chosen, knowledge, index).all()


class _Signs:
    """The signs of a statement, worked out from its last total upwards: a total's sign bears on its parts'."""

    def __init__(self, frame: Frame, chosen: Sequence[Candidate | None], knowledge: Knowledge, index: Index) -> None:
        self.frame, self.chosen, self.index = frame, chosen, index
        self.classes, self.groups = knowledge.signs, knowledge.groups
        self.known: dict[int, int] = {}
        self.turned: dict[int, int] = {}
        self.effects: dict[int, int] = {}
        self.said: dict[int, str] = {}

    def all(self) -> list[Sign]:
        items = self.frame.statement.items
        for row in range(len(items) - 1, -1, -1):
            self.known[row] = self._sign(row)
            self.effects[row] = self._effect(row) or self._meaning(row)
        self._per_share()
        return [Sign(self.known[row], self.said.get(row, "")) for row in range(len(items))]

    def _concept(self, row: int) -> str | None:
        candidate = self.chosen[row]
        return candidate.concept if candidate else None

    def _sign(self, row: int) -> int:
        candidate = self.chosen[row]
        item = self.frame.statement.items[row]
        if candidate is not None and candidate.negated is not None:
            self.said[row] = f"{candidate.rule} says so"
            return -1 if candidate.negated else 1
        if candidate is None or candidate.concept is None:
            kind = self.frame.statement.kind
            sign = own_sign(item, kind, self._effect(row) or (heading_effect(item) if kind is Kind.INCOME else 0))
            if sign < 0:
                self.said[row] = "the brackets show the effect of what the caption names"
            return sign
        if item.role is Role.PARENTHETICAL:
            return self._positive(row, item)
        return self._by_statement[self.frame.statement.kind](self, row, item, candidate.concept)

    def _may_be_negative(self, concept: str) -> bool:
        return self.classes.may_be_negative(concept, self.index)

    # ------------------------------------------------------------------------------------------------ by statement

    def _balance_sheet(self, row: int, item: Item, concept: str) -> int:
        footed = self._by_footing(row, concept)
        if not self._may_be_negative(concept):
            if footed == 1 and self._proved(row) and not _TAKEN_OFF.search(_whole(item)):
                return 1  # income taxes payable of (50) among liabilities: overpaid, and the sum needs it so
            return self._positive(row, item)
        return footed or self._by_caption(row, item, 1)

    def _income(self, row: int, item: Item, concept: str) -> int:
        footed = self._by_footing(row, concept)
        if not self._may_be_negative(concept):
            if footed == 1 and self._proved(row) and not self._is_taken_off(concept):
                return 1  # a printed (2,900) among costs printed without brackets: a cost taken back
            return self._positive(row, item)
        return footed or self._by_heading(row, item, concept) or self._by_caption(row, item, self._favourable(concept))

    def _cash_flow(self, row: int, item: Item, concept: str) -> int:
        sections = self.frame.stubs[row].sections
        in_section = any(place.partition(".")[0] in _CASH_SECTIONS for place in sections)
        if concept in self.groups.cash_changes and (rolled := self._by_roll_forward(row)):
            self.said[row] = "so it leads from the cash at the beginning to that at the end"
            return rolled
        if not self._may_be_negative(concept):
            return self._positive(row, item)
        if self._is_net_cash(concept):
            said = self._by_caption(row, item, 1, used=True)
            return 1 if said < 0 and shows_effect(self.frame, row) else said
        if not in_section:
            return self._beside_cash(row, item, concept)
        self.said[row] = "its effect on cash is printed, and the concept counts the other way"
        return self._cash_effect(concept) * self._weight(row)

    def _beside_cash(self, row: int, item: Item, concept: str) -> int:
        """The sign of what stands outside of the sections: `Income taxes paid, net`."""
        paid = self._balance(concept) > 0 and not self.classes.is_favourable(concept)
        if paid and brackets_pay(self.frame, row, self._is_payment):
            self.said[row] = "its neighbours print what was paid in brackets"
            return -1
        if paid and received(item):
            self.said[row] = "the caption's words name the other direction"
            return -1
        return self._by_caption(row, item, 1, used=True)

    def _is_payment(self, row: int) -> bool:
        """Whether a row can only be cash that is paid."""
        concept = self._concept(row)
        return concept is not None and self._balance(concept) > 0 and not self._may_be_negative(concept)

    def _other(self, row: int, item: Item, concept: str) -> int:
        if not self._may_be_negative(concept):
            return self._positive(row, item)
        return self._by_footing(row, concept) or self._by_caption(row, item, self._favourable(concept))

    _by_statement: ClassVar[dict[Kind, Callable[[_Signs, int, Item, str], int]]] = {
        Kind.BALANCE_SHEET: _balance_sheet,
        Kind.INCOME: _income,
        Kind.CASH_FLOW: _cash_flow,
        Kind.COMPREHENSIVE_INCOME: _income,
        Kind.EQUITY: _other,
    }

    # ------------------------------------------------------------------------------------------------ evidence

    def _balance(self, concept: str) -> int:
        """+1 for credit, -1 for debit, 0 where the taxonomy gives none."""
        element = self.index.get(concept)
        return _BALANCE.get(element.balance or "", 0) if element else 0

    def _effect(self, row: int) -> int:
        """What a printed positive figure does, by the totals it goes into, to the result or to cash; 0 if they do not
        tell.
        """
        into = self.frame.totals_of.get(row)
        return into[1] * self.effects.get(into[0], 0) if into else 0

    def _meaning(self, row: int) -> int:
        """The same by the row's own concept: a credit is good for the result, a debit is cash."""
        concept = self._concept(row)
        if concept is None:
            return 0
        cash = self.frame.statement.kind is Kind.CASH_FLOW
        return self.known[row] * (-self._balance(concept) if cash else self._balance(concept))

    def _favourable(self, concept: str) -> int:
        """+1 if positive facts of the concept are income or gain, -1 if they are cost or loss."""
        return 1 if self.classes.is_favourable(concept) else self._balance(concept) or 1

    def _is_taken_off(self, concept: str) -> bool:
        """Whether brackets among costs show an amount: `Interest capitalized (20)` below the interest of 90."""
        return any(word in concept for word in self.groups.taken_off_costs)

    def _is_net_cash(self, concept: str) -> bool:
        return concept in self.groups.activities or concept in self.groups.other_net_cash

    def _by_footing(self, row: int, concept: str) -> int:
        """The sign that makes the row count in its total as its balance demands; 0 if that cannot be said."""
        into = self.frame.totals_of.get(row)
        if into is None:
            return 0
        total, weight = into
        parent = self._concept(total)
        if total not in self.known:
            return 0
        if parent is None:
            self.said[row] = "it counts into a result against that result's direction"
            sign = weight * self._result(total) * self._balance(concept)
            return 1 if sign < 0 and self._is_as_it_says(self.frame.statement.items[row], concept) else sign
        self.said[row] = f"it counts into {parent} against that concept's balance"
        sign = weight * self._turned(total) * self._balance(concept) * self._balance(parent)
        item = self.frame.statement.items[row]
        if sign < 0 and row in self.frame.sums and self._is_as_it_says(item, concept):
            return 1  # `Operating income 500` is no loss, whatever it is added to
        if sign < 0 and self._is_result_as_called(item, concept):
            return 1  # nor is `Operating loss (40)` a profit, or `Income (loss) 40` a loss
        return sign

    def _positive(self, row: int, item: Item) -> int:
        """The sign that makes the facts positive: the concept has one direction."""
        self.said[row] = "the concept has one direction, and the print has brackets"
        return -1 if _mostly_negative(item) else 1

    def _by_heading(self, row: int, item: Item, concept: str) -> int:
        """The sign by a heading that foresees both ways, of a row in no sum whose brackets go with it: `Gain on sale
        (17)` under `Other (income) loss`; 0 if they do not.
        """
        effect, said = heading_effect(item), caption_sign(item.caption)
        if not effect or said.both or not said.sign or said.sign * (-1 if _mostly_negative(item) else 1) != effect:
            return 0
        self.said[row] = "the heading over it says what its brackets are"
        return effect * self._favourable(concept)

    def _by_caption(self, row: int, item: Item, wanted: int, used: bool = False) -> int:
        self.said[row] = "the caption's words name the other direction"
        return _by_caption(item, wanted, used)

    def _result(self, total: int) -> int:
        """+1 if an income is counted up in a total without a concept: to what is left of a result before minority
        interests and taxes, printed without brackets, all else is added; 0 where none is.
        """
        if self.frame.statement.kind is not Kind.INCOME:
            return 0
        items, parts = self.frame.statement.items, self.frame.sums[total].parts
        results = [self._concept(part) for part, weight in parts
                   if weight > 0 and part in self.frame.sums and not _mostly_negative(items[part])]  # fmt: skip
        return int(any(each and self._balance(each) > 0 and self._may_be_negative(each) for each in results))

    def _turned(self, total: int) -> int:
        """The sign of a total, checked on its parts: costs that would come out negative, or incomes, show that it is
        the other one. A result that is printed as it is called needs no such witness.
        """
        if total not in self.turned:
            concept = self._concept(total) or ""
            if self._is_result_as_called(self.frame.statement.items[total], concept):
                self.turned[total] = self.known[total]
                return self.turned[total]
            parent = self._balance(concept)
            votes = sum(
                self._expected(part) * weight * self.known[total] * self._balance(self._concept(part) or "") * parent
                for part, weight in self.frame.sums[total].parts
            )
            self.turned[total] = self.known[total] * (-1 if votes < 0 else 1)
        return self.turned[total]

    def _expected(self, part: int) -> int:
        """The sign that a row has by itself: what makes a one-way concept positive, what the caption says of another; 0
        if they do not tell. Brackets of a balance sheet show what is taken off, and nothing of the total.
        """
        item, concept = self.frame.statement.items[part], self._concept(part)
        if concept is None or len({_sign_of(each.value) for each in item.amounts if each.value}) != 1:
            return 0
        if not self._may_be_negative(concept):
            sheet = self.frame.statement.kind is Kind.BALANCE_SHEET
            return (0 if sheet else -1) if _mostly_negative(item) else 1
        return 1 if self._is_as_it_says(item, concept) else 0

    def _is_as_it_says(self, item: Item, concept: str) -> bool:
        """Whether a row without brackets has a caption that names what the concept's positive facts are, and no other
        direction.
        """
        said = caption_sign(item.caption)
        plain = not said.both and self._may_be_negative(concept) and not _mostly_negative(item)
        return plain and said.sign == self._favourable(concept)

    def _is_result_as_called(self, item: Item, concept: str) -> bool:
        """Whether a result is printed as its caption calls it: `Income (loss) 40`, or (40); `Operating loss (40)`, a
        loss in brackets; no income in brackets, and no `(Income) loss`, which turns the brackets round.
        """
        said = caption_sign(item.caption)
        as_called = said.sign > 0 if said.both else said.sign == (-1 if _mostly_negative(item) else 1)
        results = (*self.groups.results, *self.groups.reconciled, *self.groups.operating_income)
        return as_called and concept in results

    def _proved(self, row: int) -> bool:
        """Whether the footing that the row is part of can hardly be chance: it holds in two columns, or only adds."""
        total, _ = self.frame.totals_of[row]
        footing: Sum = self.frame.sums[total]
        return footing.holds >= 2 and footing.fails == 0

    def _by_roll_forward(self, row: int) -> int:
        """The sign that makes the printed change lead from opening to closing cash; 0 if that cannot be said."""
        first, last = (self._cash_at(word) for word in ("beginning", "end"))
        votes = 0
        for amount in self.frame.statement.items[row].amounts:
            if amount.column in first and amount.column in last and amount.value:
                change = last[amount.column] - first[amount.column]
                votes += (change == amount.value) - (change == -amount.value)
        return (votes > 0) - (votes < 0)

    def _cash_at(self, edge: str) -> dict[int, Decimal]:
        """The cash at the beginning or the end of the columns' periods."""
        for line, item in zip(self.frame.stubs, self.frame.statement.items, strict=True):
            if edge in line.words and item.amounts and "cash" in line.words:
                return {amount.column: amount.value for amount in item.amounts}
        return {}

    def _weight(self, row: int) -> int:
        into = self.frame.totals_of.get(row)
        return into[1] if into else 1

    def _cash_effect(self, concept: str) -> int:
        """+1 if a positive fact of the concept means more cash, or a start of the reconciliation; -1 if less."""
        if concept in self.groups.reconciled:
            return 1
        return -self._balance(concept) or 1

    def _per_share(self) -> None:
        """Results per share have the sign of the result."""
        items = self.frame.statement.items
        results: dict[int, int] = {}
        for wanted in reversed(self.groups.results):
            for row, item in enumerate(items):
                if self._concept(row) == wanted:
                    results.update(
                        {each.column: self.known[row] * _sign_of(each.value) for each in item.amounts if each.value}
                    )
        for row, item in enumerate(items):
            candidate = self.chosen[row]
            if (
                candidate is None
                or candidate.negated is not None
                or candidate.concept not in self.groups.weighted_shares
            ):
                continue
            votes = sum(results.get(each.column, 0) * _sign_of(each.value) for each in item.amounts if each.value)
            if votes:
                self.said[row] = "a result a share has the sign of the result"
                self.known[row] = _sign_of(votes)


def _whole(item: Item) -> str:
    """A caption with the headings it goes on from: `Less: Treasury stock, at cost:` over `224 shares`."""
    return " ".join((*item.headings[-1:], item.caption))


def _sign_of(value: Decimal | int) -> int:
    return 1 if value > 0 else -1


def _mostly_negative(item: Item) -> bool:
    values = [amount.value for amount in item.amounts if amount.value]
    negative = [value for value in values if value < 0]
    if len(negative) * 2 == len(values):
        return bool(values) and sum(values) < 0
    return len(negative) * 2 > len(values)


def _by_caption(item: Item, wanted: int, used: bool) -> int:
    """The sign by the caption's words, for a concept whose positive facts are favourable (`wanted` +1) or adverse (-1).

    A caption that foresees one direction only and still prints brackets shows the effect: `Net loss (25)` is -25.
    """
    said = caption_sign(item.caption)
    sign = said.sign
    if used:
        text = item.caption.lower()
        provided, used_up = any(word in text for word in _INFLOW), any(word in text for word in _OUTFLOW)
        sign, both = -1 if used_up and not provided else 1, False
    else:
        both = said.both
    if sign == 0:
        return 1
    if not both and sign == -1 and _mostly_negative(item):
        sign = 1
    elif not both and sign == 1 and wanted == -1 and _mostly_negative(item):
        return 1  # `Income tax benefit (20)` below the income before taxes: a negative expense
    return sign * wanted
