"""Groups of concepts that rules ask for, each with the shape that the rules take for granted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from converter.taxonomy import Element
from converter.terms import Unit

Names = tuple[str, ...]
Wholes = Mapping[str, Names]


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entry takes for granted of its concepts; None: nothing.

    Attributes:
        abstract: they are headings; None: of members releases say either.
    """

    period: Literal["instant", "duration"] | None = None
    balance: Literal["debit", "credit"] | None = None
    unit: Unit | None = "USD"
    abstract: bool | None = False

    def contradiction(self, element: Element) -> str | None:
        """What of a concept is not as the entry takes it to be."""
        if self.abstract is None:
            return None
        if element.abstract != self.abstract:
            return "is a heading of the taxonomy" if element.abstract else "is no heading of the taxonomy"
        if self.abstract:
            return None
        if self.period not in (None, element.period_type):
            return f"is of period type {element.period_type}, not {self.period}"
        if self.balance not in (None, element.balance):
            return f"has the balance {element.balance or 'none'}, not {self.balance}"
        if self.unit not in (None, element.unit):
            return f"is not measured in {self.unit}"
        return None


HEADING = Shape(abstract=True)
MEMBER = Shape(unit=None, abstract=None)
_ASSET, _CLAIM = Shape("instant", "debit"), Shape("instant", "credit")
_COST, _INCOME = Shape("duration", "debit"), Shape("duration", "credit")
_FLOW, _SHARES, _PER_SHARE = Shape("duration"), Shape(None, unit="shares"), Shape("duration", unit="USD/shares")
_ANY = Shape(unit=None)


@dataclass(frozen=True, slots=True)
class Groups:
    """Concepts by what they are to the rules, best first.

    Attributes:
        total_assets, total_claims: the two grand totals of a balance sheet.
        section_totals: of the parts of a balance sheet but for equity.
        equity_of_all: total equity with the minority's; equity_of_parent: without.
        minority_interest: the minority's share of equity, a row of its own.
        total_revenues: what revenues add up to.
        cost_of_sales: the first is what the others add up to.
        costs: of operations, cost of sales among them.
        costs_and_expenses: a total of costs with the cost of sales; operating_expenses: one without.
        gross_profit: sales less their cost; operating_income: what the costs of operations leave.
        net_interest_income: of a lender, before and after its provision; noninterest_expense: a total of its other
            costs.
        net_income: of the whole company; net_income_of_common: what is left of it for common stock.
        income_from_continuing_operations: before discontinued operations.
        income_taxes: on income.
        reconciled: results that the operating section of a cash flow may start from.
        activities: cash of operating, investing and financing activities.
        other_net_cash: further totals of net cash.
        cash: what a cash flow may lead from and to; cash_changes: the change between them.
        exchange_effects: of exchange rates on cash.
        gross_interest_paid: interest paid with what is capitalised of it; interest_paid: without.
        income_before_equity_method: income before taxes and before the income of companies held by the equity method;
            equity_method_income: that income.
        notes_only: deferred taxes as notes state them, not netted by jurisdiction as a balance sheet does.
        retained_earnings: what results accumulate in.
        shares_outstanding: of common stock.
        component_shares: shares of a component of equity, best first.
        outside_equity: what redeemable stock is carried at; outside_shares: how many shares of it there are.
        net_income_of_all: with the part of others.
        options_exercised: amounts and shares; option_taxes: what they save in taxes.
        treasury_bought: stock bought and kept; retired: bought and retired; repurchased: bought, no more is said. Of
            amounts and of shares.
        weighted_shares: earnings per share -> the weighted average of shares they are a quotient by.
        no_more_than: a part -> its whole.
        not_additive: words in names of flows that periods do not add up in.
        contra: words in names of balances that stand among those of the other side.
        taken_off_costs: words in names of amounts that brackets among costs show, as they are taken off.
        of_parent: words in names of the parent's part of a result, where others have one.
        members_of_others, treasury_members: words in names of members of equity: of the noncontrolling interest, of
            treasury stock.
        elimination_members: words in names of members that take off what parts of the company have with each other.
    """

    total_assets: Names
    total_claims: Names
    section_totals: Names
    equity_of_all: Names
    equity_of_parent: Names
    minority_interest: Names
    total_revenues: Names
    cost_of_sales: Names
    costs: Names
    costs_and_expenses: Names
    operating_expenses: Names
    gross_profit: Names
    operating_income: Names
    net_interest_income: Names
    net_interest_after_provision: Names
    noninterest_expense: Names
    income_before_taxes: Names
    net_income: Names
    net_income_of_common: Names
    income_from_continuing_operations: Names
    income_taxes: Names
    reconciled: Names
    activities: Names
    other_net_cash: Names
    cash: Names
    cash_changes: Names
    exchange_effects: Names
    gross_interest_paid: Names
    interest_paid: Names
    income_before_equity_method: Names
    equity_method_income: Names
    notes_only: Names
    retained_earnings: Names
    shares_outstanding: Names
    component_shares: Names
    outside_equity: Names
    outside_shares: Names
    treasury_bought: Names
    retired: Names
    repurchased: Names
    net_income_of_all: Names
    options_exercised: Names
    option_taxes: Names
    weighted_shares: Wholes
    no_more_than: Wholes
    not_additive: Names
    contra: Names
    taken_off_costs: Names
    of_parent: Names
    members_of_others: Names
    treasury_members: Names
    elimination_members: Names

    @property
    def results(self) -> Names:
        """The results that earnings per share may be of, best first."""
        return (*self.net_income_of_common, *self.net_income, *self.income_from_continuing_operations)

    def adds_up(self, concept: str) -> bool:
        """Whether a flow's parts of a period add up to it, by its name."""
        return not any(word in concept for word in self.not_additive)


SHAPES: Mapping[str, Shape] = {
    "total_assets": _ASSET,
    "total_claims": _CLAIM,
    "section_totals": Shape("instant"),
    "equity_of_all": _CLAIM,
    "equity_of_parent": _CLAIM,
    "minority_interest": _CLAIM,
    "total_revenues": _INCOME,
    "cost_of_sales": _COST,
    "costs": _COST,
    "costs_and_expenses": _COST,
    "operating_expenses": _COST,
    "gross_profit": _INCOME,
    "operating_income": _INCOME,
    "net_interest_income": _INCOME,
    "net_interest_after_provision": _INCOME,
    "noninterest_expense": _COST,
    "income_before_taxes": _INCOME,
    "net_income": _INCOME,
    "net_income_of_common": _INCOME,
    "income_from_continuing_operations": _INCOME,
    "income_taxes": _COST,
    "reconciled": _INCOME,
    "activities": _FLOW,
    "other_net_cash": _FLOW,
    "cash": _ASSET,
    "cash_changes": _FLOW,
    "exchange_effects": _FLOW,
    "gross_interest_paid": _FLOW,
    "interest_paid": _FLOW,
    "income_before_equity_method": _INCOME,
    "equity_method_income": _FLOW,
    "notes_only": Shape("instant"),
    "retained_earnings": Shape("instant"),
    "shares_outstanding": _SHARES,
    "component_shares": Shape("instant", unit="shares"),
    "outside_equity": Shape("instant"),
    "outside_shares": Shape("instant", unit="shares"),
    "treasury_bought": Shape("duration", unit=None),
    "retired": Shape("duration", unit=None),
    "repurchased": Shape("duration", unit=None),
    "net_income_of_all": _INCOME,
    "options_exercised": Shape("duration", unit=None),
    "option_taxes": _INCOME,
}
"""What lists take for granted of their concepts."""

PAIRS: Mapping[str, tuple[Shape, Shape]] = {
    "weighted_shares": (_PER_SHARE, Shape("duration", unit="shares")),
    "no_more_than": (_ANY, _ANY),
}
"""What pairs take for granted of their left and right sides."""

WORDS = (
    "not_additive",
    "contra",
    "taken_off_costs",
    "of_parent",
    "members_of_others",
    "treasury_members",
    "elimination_members",
)
"""Lists of words in names, not of concepts."""
