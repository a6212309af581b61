"""Candidates that the print of an income statement refutes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.mapping.maps import Fit
from converter.statements.statement import Sum
from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.refuting import left

IS = Kind.INCOME

# The whole of what stands beside it

BEFORE = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments"


@pytest.mark.parametrize(("fit", "expected"), [(Fit.LOOSE, []), (None, []), (Fit.FULL, [BEFORE])])
def test_in_an_income_statement_a_full_fit_is_believed(fit: Fit | None, expected: list[str]) -> None:
    text = "Profit  10  9\nGains  3  3\nFees  2  2\nThings  5  5\nResult  15  14\n"
    concepts = {"Things": [BEFORE], "Profit": ["OperatingIncomeLoss"]}
    assert left(statement(IS, text), concepts, fit)["Things"] == expected


# A result among revenues

REVENUES = """
Card income, net               20   19
Fees                           10   9
Total revenues                 30   28
Costs                          5    5
Net income                     25   23
"""


@pytest.mark.parametrize("concept", ["NetIncomeLoss", "ProfitLoss", "IncomeLossFromContinuingOperations"])
def test_a_part_of_revenues_is_no_result(concept: str) -> None:
    concepts = {"Card income, net": [concept], "Net income": [concept]}
    assert left(statement(IS, REVENUES), concepts) == {"Card income, net": [], "Net income": [concept]}
    alone = statement(IS, "Card income, net  20  19\n")
    assert left(alone, {"Card income, net": [concept]}) == {"Card income, net": [concept]}


# Rows that are called no more than `Other`

SECTION = """
Sales                          90   80
Interest expense
  Bonds                        10   9
  {caption}                    {figures}
Total interest expense         {total}
"""


def section(
    concepts: list[str], caption: str = "Other", figures: str = "3    3", total: str = "13   12",
    whole: str = "InterestExpense",
) -> list[str | None]:  # fmt: skip
    read = statement(IS, SECTION.format(caption=caption, figures=figures, total=total))
    return left(read, {caption: concepts, "Total interest expense": [whole]})[caption]


@pytest.mark.parametrize("caption", ["Other", "Other, net", "Miscellaneous", "All other", "Sundry"])
def test_of_costs_a_bare_row_is_no_income_and_no_other_cost(caption: str) -> None:
    income, cost, interest = "OtherNonoperatingIncomeExpense", "OtherNonoperatingExpense", "InterestExpenseOther"
    assert section([income, cost, interest], caption) == [interest]


def test_a_row_that_says_more_may_be_what_it_says() -> None:
    assert section(["OtherNonoperatingExpense"], "Other taxes") == ["OtherNonoperatingExpense"]


def test_a_bare_row_in_brackets_may_be_an_income() -> None:
    assert section(["OtherNonoperatingIncomeExpense"], figures="(3)  (3)", total="7    6") == [
        "OtherNonoperatingIncomeExpense"
    ]


@pytest.mark.parametrize("whole", ["CostsAndExpenses", "OperatingExpenses", "NoninterestExpense"])
def test_a_total_of_all_costs_may_hold_any_cost(whole: str) -> None:
    assert section(["OtherNonoperatingIncomeExpense", "CostDirectMaterial"], whole=whole) == ["CostDirectMaterial"]


def test_of_the_incomes_of_a_lender_a_bare_row_is_one_of_them() -> None:
    other, theirs = "OtherNonoperatingIncomeExpense", "NoninterestIncomeOtherOperatingIncome"
    assert section([other, theirs], whole="NoninterestIncome") == [theirs]


@pytest.mark.parametrize("whole", ["Unheard", "Revenues", "GrossProfit", "NetIncomeLoss"])
def test_a_total_that_nothing_names_and_a_wide_one_say_nothing_of_their_parts(whole: str) -> None:
    for concept in ("OtherNonoperatingIncomeExpense", "OtherNonoperatingExpense"):
        assert section([concept], whole=whole) == [concept]


# A cost that adds to an income

EFFECTS = """
Income before other items     100   90
Pensions                      (31)  (30)
{caption}                     {figures}
{total}                       {result}
"""


def effect(
    caption: str = "Income taxes", figures: str = "30   20", total: str = "Net income", result: str = "99   80",
    concept: str = "IncomeTaxExpenseBenefit", whole: str = "NetIncomeLoss",
) -> bool:  # fmt: skip
    """Whether the concept is left to a row of this caption and figures."""
    read = statement(IS, EFFECTS.format(caption=caption, figures=figures, total=total, result=result))
    return left(read, {caption: [concept], total: [whole]})[caption] == [concept]


def test_what_adds_to_a_net_income_without_brackets_is_no_tax_expense() -> None:
    assert not effect()
    assert effect("Income tax benefit")
    assert effect("Provision (benefit) for taxes")
    assert effect(figures="(30)   (20)", result="39   40")
    assert effect(concept="OtherNonoperatingIncomeExpense")
    assert effect(concept="Unheard")
    assert effect(total="Net loss")  # costs add up to a loss
    assert effect(whole="CostsAndExpenses")
    assert effect(whole="Unheard")


def test_what_is_subtracted_is_an_expense() -> None:
    assert effect(figures="30   20", result="39   40")
    assert effect(result="77   71")  # and what no sum holds may be one


# The parent's part of a result

OF_ALL = "IncomeLossFromDiscontinuedOperationsNetOfTax"
OF_PARENT = f"{OF_ALL}AttributableToReportingEntity"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Net income", [OF_ALL]),
        ("Interests of others", [OF_ALL]),
        ("Noncontrolling interests", [OF_PARENT, OF_ALL]),
        ("Minority interests", [OF_PARENT, OF_ALL]),
    ],
)
def test_where_nobody_else_has_a_part_there_is_no_part_of_the_parent(other: str, expected: list[str]) -> None:
    read = statement(IS, f"Sales   90   80\nIncome from discontinued operations   3   2\n{other}   5   4\n")
    assert left(read, {"Income from discontinued operations": [OF_PARENT, OF_ALL]}) == {
        "Income from discontinued operations": expected
    }


# A result that is taken off one

BEFORE_TAXES = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
TAKEN_OFF = """
Earnings before income taxes    150   140
{caption}                       {figures}
Earnings of the year            110   105
"""


@pytest.mark.parametrize(
    ("caption", "figures", "concept", "expected"),
    [
        ("Income taxes on continuing operations", "40   35", "IncomeLossFromContinuingOperations", False),
        ("Income taxes on continuing operations", "40   35", "ProfitLoss", False),
        ("Income taxes on continuing operations", "40   35", BEFORE_TAXES, False),
        ("Income taxes on continuing operations", "40   35", "IncomeTaxExpenseBenefit", True),
        ("Income taxes on continuing operations", "(40)   (35)", "IncomeLossFromContinuingOperations", True),
        ("Loss from continuing operations", "40   35", "IncomeLossFromContinuingOperations", True),
        ("Income from continuing operations", "40   35", "IncomeLossFromContinuingOperations", True),
        ("Taxes on continuing operations", "41   39", "IncomeLossFromContinuingOperations", True),  # in no sum
    ],
)
def test_what_is_taken_off_without_brackets_is_no_result(
    caption: str, figures: str, concept: str, expected: bool
) -> None:
    read = statement(IS, TAKEN_OFF.format(caption=caption, figures=figures))
    assert bool(left(read, {caption: [concept]})[caption]) is expected


def test_what_is_added_may_be_a_result() -> None:
    read = statement(IS, TAKEN_OFF.format(caption="Operations", figures="(40)   (35)"))
    concepts = {"Operations": ["IncomeLossFromContinuingOperations"]}
    assert left(read, concepts) == concepts


@pytest.mark.parametrize(("weight", "expected"), [(-1, True), (1, False)])
def test_a_total_that_is_taken_off_what_comes_next_holds_costs(weight: int, expected: bool) -> None:
    text = "Sales  90  80\nInterest  10  9\nSundry  3  3\nBurden  13  12\nResult  77  68\n"
    read = replace(statement(IS, text), sums=(Sum(3, ((1, 1), (2, 1)), 2), Sum(4, ((0, 1), (3, weight)), 2)))
    concepts = {"Interest": ["InterestExpense"], "Burden": ["OtherNonoperatingIncomeExpense"]}
    assert (left(read, concepts)["Interest"] == ["InterestExpense"]) is expected


PROVISIONS = """
Provisions for losses
  Loans                        10   9
  Other                        3    3
Total                          13   12
"""


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Provisions for losses", []),
        ("Other expense", ["OtherExpenses"]),
        ("Operating income", ["OtherExpenses"]),
        ("Nonoperating deduction", ["OtherExpenses"]),
        ("Total cost", ["OtherExpenses"]),
        ("Other revenue", ["OtherExpenses"]),
    ],
)
def test_a_bare_row_of_what_nothing_names_is_of_nothing_else(heading: str, expected: list[str]) -> None:
    read = statement(IS, PROVISIONS.replace("Provisions for losses", heading))
    assert left(read, {"Other": ["OtherExpenses"]})["Other"] == expected


def test_a_bare_row_of_a_total_with_a_caption_that_nothing_names_may_be_anything() -> None:
    read = statement(IS, PROVISIONS.replace("Total  ", "Total provisions  "))
    assert left(read, {"Other": ["OtherExpenses"]})["Other"] == ["OtherExpenses"]


# An income among costs

CHARGES = """
Interest on bonds              10   9
{caption}                      {figures}
Interest charges               {total}
"""
INCOME = "InterestAndOtherIncome"


@pytest.mark.parametrize(
    ("caption", "figures", "total", "whole", "concept", "expected"),
    [
        ("Other interest", "3    3", "13   12", "InterestExpense", INCOME, []),
        ("Other interest", "(3)  (3)", "7    6", "InterestExpense", INCOME, [INCOME]),  # taken off
        ("Interest income", "3    3", "13   12", "InterestExpense", INCOME, [INCOME]),  # it says so
        ("Other interest", "3    3", "13   12", "Revenues", INCOME, [INCOME]),
        ("Other interest", "3    3", "99   99", "InterestExpense", INCOME, [INCOME]),  # in no sum
        ("Other interest", "3    3", "13   12", "InterestExpense", "InterestExpenseOther", ["InterestExpenseOther"]),
        ("Loss on bonds", "3    3", "13   12", "InterestExpense", "GainLossOnSaleOfInvestments", [
            "GainLossOnSaleOfInvestments"]),  # a gain or a loss
        ("Loss on bonds", "3    3", "13   12", "InterestExpense", INCOME, []),
    ],
)  # fmt: skip
def test_what_adds_to_costs_is_no_income(
    caption: str, figures: str, total: str, whole: str, concept: str, expected: list[str]
) -> None:
    read = statement(IS, CHARGES.format(caption=caption, figures=figures, total=total))
    assert left(read, {caption: [concept], "Interest charges": [whole]})[caption] == expected


def test_what_is_taken_off_a_cost_may_be_an_income() -> None:
    read = statement(IS, "Charges  10  9\nEarned  3  2\nIncome on the whole  7  7\n")
    assert left(read, {"Earned": [INCOME], "Income on the whole": ["InterestExpense"]})["Earned"] == [INCOME]
