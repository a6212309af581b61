"""A result that is printed as its caption calls it is what it is printed as, whatever is added to it below."""

from __future__ import annotations

import pytest

from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.test_signs import turned

PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
CONCEPTS = {
    "Income tax (benefit)": "IncomeTaxExpenseBenefit",
    "Minority income in a subsidiary": "NetIncomeLossAttributableToNoncontrollingInterest",
    "Equity of income (loss) in an associate": "IncomeLossFromEquityMethodInvestments",
}


def signs(before: str, after: str) -> list[int]:
    """Of the income before taxes, the taxes, the part of others, of an associate, and the net income, where the part
    of others is a loss of theirs that is added.
    """
    read = statement(
        Kind.INCOME,
        f"{before}  390  160\nIncome tax (benefit)  137  15\nMinority income in a subsidiary  23  10\n"
        f"Equity of income (loss) in an associate  349  (130)\n{after}  625  25\n",
    )
    assert read.sums, "the print adds up"
    found = turned(read, {before: PRETAX, **CONCEPTS, after: "NetIncomeLoss"})
    return list(found.values())


def test_a_part_of_others_that_is_added_turns_none_of_the_results() -> None:
    assert signs("Income (loss) before income taxes", "Net income (loss)") == [1, 1, -1, 1, 1]


def test_so_it_is_where_neither_foresees_a_loss() -> None:
    assert signs("Income before income taxes", "Net income") == [1, 1, -1, 1, 1]


@pytest.mark.parametrize(
    ("caption", "figures", "expected"),
    [
        ("Operating income (loss)", "40  30", 1),
        ("Operating income (loss)", "(40)  (30)", 1),
        ("Operating income", "40  30", 1),
        ("Operating income", "(40)  (30)", -1),  # brackets that the caption does not foresee
        ("Operating loss", "(40)  (30)", 1),
        ("Operating loss", "40  30", -1),
        ("Operating (income) loss", "(40)  (30)", -1),
        ("Operating (income) loss", "40  30", -1),
    ],
)
def test_as_it_is_called_is_by_brackets_and_by_which_of_two_words_comes_first(
    caption: str, figures: str, expected: int
) -> None:
    """The sum was taken for expenses, to which an income counts against."""
    total = "130  110" if "(" not in figures else "50  50"
    read = statement(Kind.INCOME, f"Other  90  80\n{caption}  {figures}\nTotal other expense  {total}\n")
    found = turned(read, {caption: "OperatingIncomeLoss", "Total other expense": "OtherExpenses"})

    assert found[caption] == expected
