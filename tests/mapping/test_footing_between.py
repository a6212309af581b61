"""What totals are that costs, depreciation or a lender's expenses leave, told by the arithmetic alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.mapping.footing_rules import GROSS as GROSS_RULE
from converter.mapping.footing_rules import PARTS
from converter.statements.statement import Statement, Sum
from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.test_footing_rules_bounds import BEFORE, bare, first, found

BS, IS = Kind.BALANCE_SHEET, Kind.INCOME
NET, GROSS = "PropertyPlantAndEquipmentNet", "PropertyPlantAndEquipmentGross"
DEPRECIATION = "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"


def summed(kind: Kind, text: str, *sums: Sum) -> Statement:
    return replace(bare(statement(kind, text)), sums=sums)


def plant(taken: str = "52  48", weight: int = -1, kind: Kind = BS) -> Statement:
    text = f"Current  5  5\nPlant  142  135\nDepreciation  {taken}\nBare  90  87\n"
    return summed(kind, text, Sum(3, ((1, 1), (2, weight)), 2))


@pytest.mark.parametrize(("taken", "weight"), [("52  48", -1), ("(52)  (48)", 1)])
def test_a_cost_from_which_the_row_below_takes_its_depreciation_is_the_gross_amount(taken: str, weight: int) -> None:
    assert first(plant(taken, weight), None, NET, DEPRECIATION)[1:4] == [GROSS, DEPRECIATION, NET]


def test_the_two_have_a_rule_each() -> None:
    rows = found(plant(), [None, NET, DEPRECIATION])
    assert [rows[at][0].rule for at in (1, 2, 3)] == [GROSS_RULE, "words", PARTS]


def test_it_takes_what_the_taxonomy_takes_and_a_difference_in_a_balance_sheet() -> None:
    assert first(plant(), None, NET, "Sundries")[1] == NET
    assert first(plant(), None, "Goodwill", DEPRECIATION)[1] == "Goodwill"
    assert first(plant(weight=1), None, NET, DEPRECIATION)[1] == NET
    assert first(plant(kind=IS), None, NET, DEPRECIATION)[1] == NET


OPERATIONS = "Sum  26  24\nCosts  20  18\nBare  6  6\nBelow  5  4\nBare  1  2\n"
DIFFERENCE = Sum(2, ((0, 1), (1, -1)), 2)


def operations(revenues: str | None, costs: str | None, below: str | None) -> str | None:
    read = summed(IS, OPERATIONS, DIFFERENCE, Sum(4, ((2, 1), (3, -1)), 2))
    return first(read, revenues, costs, None, below)[2]


@pytest.mark.parametrize("revenues", ["Revenues", "GrossProfit"])
@pytest.mark.parametrize("costs", ["CostsAndExpenses", "OperatingExpenses", "SellingExpense"])
def test_what_costs_leave_of_revenues_is_income_from_operations(revenues: str, costs: str) -> None:
    assert operations(revenues, costs, "InterestExpense") == "OperatingIncomeLoss"


def test_it_is_none_where_taxes_come_next_or_nothing_or_the_parts_are_others() -> None:
    assert operations("Revenues", "CostsAndExpenses", "IncomeTaxExpenseBenefit") == BEFORE
    assert operations("Revenues", "Goodwill", "InterestExpense") is None
    assert (
        first(summed(IS, OPERATIONS, DIFFERENCE), "Revenues", "CostsAndExpenses", None, "InterestExpense")[2] == BEFORE
    )


LENDING = "Net interest  40  38\nFees  9  8\nSalaries  20  19\nRent  6  5\n{total}  26  24\nBefore taxes  23  22\n"
EXPENSES = Sum(4, ((2, 1), (3, 1)), 2)


def lending(total: str, *concepts: str | None, weight: int = -1) -> str | None:
    into = Sum(5, ((0, 1), (1, 1), (4, weight)), 2)
    return first(summed(IS, LENDING.format(total=total), EXPENSES, into), *concepts, None, None, None, None)[4]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("Total other expenses", "NoninterestExpense"),
        ("Total expenses", "NoninterestExpense"),
        ("Total other operating expenses", "NoninterestExpense"),
        ("Total noninterest costs and expenses", "NoninterestExpense"),
        ("Total personnel expenses", None),
        ("Total others", None),
    ],
)
def test_costs_at_large_below_the_interest_of_a_lender_are_its_noninterest_expense(
    total: str, expected: str | None
) -> None:
    assert lending(total, "InterestIncomeExpenseNet") == expected
    assert lending(total, None) is None


def test_what_is_added_to_the_income_of_a_lender_is_no_expense() -> None:
    assert lending("Total other expenses", "InterestIncomeExpenseNet", weight=1) is None
