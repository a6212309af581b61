"""Results that an income statement prints without a caption."""

from __future__ import annotations

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.bare_results import bare_result
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.statements.statement import Statement
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement

GROUPS = load_knowledge("us-gaap").groups
WORDS = Vocabulary(same={}, ignored=frozenset({"for"}))
BEFORE_TAXES = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
OLD_BEFORE_TAXES = (
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments"
)
AFTER_PROVISION = "InterestIncomeExpenseAfterProvisionForLoanLoss"


def of_row(read: Statement, caption: str, concepts: dict[str, str], taxonomy: str = "us-gaap/2025") -> str | None:
    """What the total with this caption is."""
    rows = [
        [Candidate(concepts[item.caption], 1.0, Fit.FULL, 0.0, "words")] if item.caption in concepts else []
        for item in read.items
    ]
    row = next(at for at, item in enumerate(read.items) if item.caption == caption)
    return bare_result(frame_of(read, WORDS), row, rows, GROUPS, load_index(taxonomy))


TAXED = """
Revenues                  900  800
Costs                     600  550
Subtotal                  300  250
{tax}                     100   80
Net income                {net}
"""
TAXES = {"Taxes": "IncomeTaxExpenseBenefit", "Subtotal": "OperatingIncomeLoss"}


@pytest.mark.parametrize(("taxonomy", "expected"), [("us-gaap/2025", BEFORE_TAXES), ("us-gaap/2009", OLD_BEFORE_TAXES)])
def test_what_income_taxes_are_taken_off_is_the_income_before_them(taxonomy: str, expected: str) -> None:
    read = statement(Kind.INCOME, TAXED.format(tax="Taxes", net="200  170"))
    assert of_row(read, "Subtotal", TAXES, taxonomy) == expected


def test_what_anything_else_is_taken_off_is_not() -> None:
    read = statement(Kind.INCOME, TAXED.format(tax="Rent", net="200  170"))
    assert of_row(read, "Subtotal", TAXES) is None


def test_where_the_next_total_does_not_hold_nothing_is_known() -> None:
    read = statement(Kind.INCOME, TAXED.format(tax="Taxes", net="201  177"))
    assert of_row(read, "Subtotal", TAXES) is None


def test_what_is_taken_off_with_the_taxes_is_not_the_income_before_them() -> None:
    text = "Profit  300  250\nWages  60  50\nRent  40  30\nSubtotal  100  80\nTaxes  50  40\nNet income  150  130\n"
    assert of_row(statement(Kind.INCOME, text), "Subtotal", TAXES) is None


def test_another_statement_has_no_such_results() -> None:
    read = statement(Kind.CASH_FLOW, TAXED.format(tax="Taxes", net="200  170"))
    assert of_row(read, "Subtotal", TAXES) is None


LENDER = """
Net interest income       700  690
{cost}                    20   24
{more}Subtotal            {left}
Fees                      100  90
"""
NET = {"Net interest income": "InterestIncomeExpenseNet"}


@pytest.mark.parametrize(
    ("cost", "more", "left", "expected"),
    [
        ("Provision for loan losses", "", "680  666", AFTER_PROVISION),
        ("Provision for cards", "Provision for loans  5  6\n", "675  660", AFTER_PROVISION),
        ("Salaries", "", "680  666", None),
        ("Provision for loan losses", "Salaries  5  6\n", "675  660", None),
    ],
)
def test_net_interest_income_less_provisions_alone_is_that_after_them(
    cost: str, more: str, left: str, expected: str | None
) -> None:
    read = statement(Kind.INCOME, LENDER.format(cost=cost, more=more, left=left))
    assert of_row(read, "Subtotal", NET) == expected


def test_of_anything_but_a_lender_it_is_not() -> None:
    read = statement(Kind.INCOME, LENDER.format(cost="Provision for loan losses", more="", left="680  666"))
    assert of_row(read, "Subtotal", {"Net interest income": "Revenues"}) is None


def test_what_repeats_the_net_interest_income_takes_nothing_off_it() -> None:
    read = statement(Kind.INCOME, "Net interest income  700  690\nTotal  700  690\n")
    assert of_row(read, "Total", NET) is None
