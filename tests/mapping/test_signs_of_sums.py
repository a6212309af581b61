"""Signs that the sums around a row ask for, and what a heading says of brackets."""

from __future__ import annotations

import pytest

from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.test_signs import turned

BS, IS, CI, CF, EQ = Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW, Kind.EQUITY


# What the sum needs

LIABILITIES = """
Accounts payable         500  500
{caption}                {figures}
Total liabilities        {total}
"""


@pytest.mark.parametrize(
    ("caption", "figures", "total", "expected"),
    [
        ("Income taxes payable", "(50)  (40)", "450  460", 1),  # overpaid
        ("Less income taxes", "(50)  (40)", "450  460", -1),  # an amount, taken off
        ("Current portion", "(50)  (40)", "450  460", -1),
        ("Income taxes payable", "(50)", "450", -1),  # one column may foot by chance
        ("Income taxes payable", "(50)  (40)", "999  999", -1),
        ("Income taxes payable", "50  40", "450  460", 1),
    ],
)
def test_a_liability_that_the_sum_needs_negative_is(caption: str, figures: str, total: str, expected: int) -> None:
    read = statement(BS, LIABILITIES.format(caption=caption, figures=figures, total=total))
    assert turned(read, {caption: "AccruedIncomeTaxesCurrent", "Total liabilities": "Liabilities"})[caption] == expected


def test_treasury_stock_in_brackets_is_an_amount() -> None:
    read = statement(BS, "Common stock  500  500\nOwn shares  (50)  (40)\nTotal equity  450  460\n")
    assert turned(read, {"Own shares": "TreasuryStockValue", "Total equity": "StockholdersEquity"})["Own shares"] == -1


def test_in_a_balance_sheet_no_total_is_turned() -> None:
    text = """
Paid-in capital          (90)   (80)
Deficit                  (120)  (100)
Shares                   1,000   1,000
Total equity             790     820
"""
    concepts = {
        "Paid-in capital": "AdditionalPaidInCapital",
        "Deficit": "RetainedEarningsAccumulatedDeficit",
        "Total equity": "StockholdersEquity",
    }
    assert turned(statement(BS, text), concepts) == dict.fromkeys(concepts, 1)


PROCEEDS = """
Sales                              900    800
Costs                              (350)  (310)
Proceeds before minority interest  550    490
Minority interest                  {minority}
Net proceeds                       {left}
"""


def minority(figures: str, left: str, before: str = "OperatingIncomeLoss", kind: Kind = IS) -> int:
    read = statement(kind, PROCEEDS.format(minority=figures, left=left))
    concepts = {"Minority interest": "NetIncomeLossAttributableToNoncontrollingInterest",
                "Proceeds before minority interest": before}  # fmt: skip
    return turned(read, concepts)["Minority interest"]


def test_into_a_result_without_a_concept_a_row_counts_as_into_one() -> None:
    assert minority("(6)   (7)", "544   483") == -1  # the minority's gain is taken off
    assert minority("6     7", "556   497") == -1  # a loss of the minority's
    assert minority("6     7", "544   483") == 1
    assert minority("(6)   (7)", "999   999") == 1  # in no sum
    assert minority("(6)   (7)", "544   483", before="CostsAndExpenses") == 1
    assert minority("(6)   (7)", "544   483", before="Revenues") == 1


def test_what_a_row_says_of_itself_stays_in_a_result_without_a_concept() -> None:
    text = """
Sales                              900    800
Costs                              (350)  (310)
Profit of all                      550    490
Net income of the parent           540    470
Profit of others                   10     20
"""
    concepts = {"Profit of all": "ProfitLoss", "Net income of the parent": "NetIncomeLoss"}
    assert turned(statement(IS, text), concepts) == dict.fromkeys(concepts, 1)


OTHER = """
Revenue                  100   90
{heading}
  {caption}              {figures}
Net loss                 999   888
"""
GAIN = "GainLossOnDispositionOfAssets"


@pytest.mark.parametrize(
    ("heading", "caption", "figures", "expected"),
    [
        ("Other (income) loss:", "Gain on a mill", "(17)   (5)", -1),  # a gain of 17
        ("Other (income) loss:", "Loss on a mill", "17   5", -1),
        ("Other (income) loss:", "Gain on a mill", "17   5", 1),  # the print does not go with its heading
        ("Other (income) loss:", "Gain (loss) on a mill", "(17)   (5)", 1),  # and says itself what brackets are
        ("Other (income) loss:", "Mills", "(17)   (5)", 1),
        ("Other income (loss):", "Gain on a mill", "17   5", 1),
        ("Other income (loss):", "Gain on a mill", "(17)   (5)", 1),
        ("Others:", "Gain on a mill", "(17)   (5)", 1),
    ],
)
def test_in_no_sum_the_heading_says_what_brackets_are(heading: str, caption: str, figures: str, expected: int) -> None:
    read = statement(IS, OTHER.format(heading=heading, caption=caption, figures=figures))
    assert turned(read, {caption: GAIN})[caption] == expected


def test_treasury_stock_under_a_heading_is_an_amount_whatever_its_concept() -> None:
    text = "Common stock  500  500\nLess treasury stock:\n  224 shares  (50)  (40)\nTotal equity  450  460\n"
    concepts = {"224 shares": "CommonStockValueOutstanding", "Total equity": "StockholdersEquity"}
    assert turned(statement(BS, text), concepts)["224 shares"] == -1


def test_parts_that_count_against_a_total_of_a_balance_sheet_turn_it() -> None:
    """Equity printed as what is left of assets."""
    text = """
Total assets             1,000   900
Total liabilities        700     650
Minority interests       60      10
Total equity             240     240
"""
    concepts = {
        "Total assets": "Assets",
        "Total liabilities": "Liabilities",
        "Minority interests": "MinorityInterest",
        "Total equity": "StockholdersEquity",
    }
    assert turned(statement(BS, text), concepts) == dict.fromkeys(concepts, 1)


# What is taken off costs

INTEREST = """
Interest on bonds          900  800
{caption}                  (60)  (50)
Net interest               840  750
"""


@pytest.mark.parametrize(
    ("concept", "expected"),
    [
        ("InterestCostsCapitalized", -1),
        ("PublicUtilitiesAllowanceForFundsUsedDuringConstructionCapitalizedInterest", -1),
        ("InterestExpenseOther", 1),  # taken back
    ],
)
def test_what_is_taken_off_costs_is_an_amount(concept: str, expected: int) -> None:
    read = statement(IS, INTEREST.format(caption="Capitalized"))
    concepts = {"Interest on bonds": "InterestExpenseLongTermDebt", "Net interest": "InterestExpense"}
    assert turned(read, {**concepts, "Capitalized": concept})["Capitalized"] == expected


def test_what_is_capitalized_and_added_to_an_income_is_as_printed() -> None:
    read = statement(IS, "Income  500  400\nCapitalized  60  50\nIncome before taxes  560  450\n")
    concepts = {"Capitalized": "InterestCostsCapitalized", "Income before taxes": "OperatingIncomeLoss"}
    assert turned(read, concepts)["Capitalized"] == 1
