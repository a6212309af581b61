"""The sign of a row: what the printed number is multiplied by to give the fact that its concept's definition wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.mapping.signs import signs
from converter.statements.statement import Aspect, Statement, Sum
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside

BS, IS, CI, CF, EQ = Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW, Kind.EQUITY


def turned(
    read: Statement, concepts: dict[str, str], negated: bool | None = None, taxonomy: str = "us-gaap/2025"
) -> dict[str, int]:
    """The signs of the rows that have a concept, by caption."""
    vocabulary = Vocabulary(same={"earning": ("income",)})
    frame = frame_of(read, vocabulary)
    chosen = [
        Candidate(concepts[item.caption], 1.0, Fit.FULL, 0.0, "rule", negated) if item.caption in concepts else None
        for item in read.items
    ]
    found = [each.value for each in signs(frame, chosen, load_knowledge(taxonomy), load_index(taxonomy))]
    assert all(type(sign) is int for sign in found)  # a value that it multiplies stays exact
    return {item.caption: sign for item, sign in zip(read.items, found, strict=True) if item.caption in concepts}


def sign_of(kind: Kind, line: str, concept: str, negated: bool | None = None) -> int:
    """The sign of a row that stands alone."""
    read = statement(kind, line)
    (found,) = turned(read, {read.items[0].caption: concept}, negated).values()
    return found


def test_a_row_without_a_concept_is_as_printed() -> None:
    read = statement(IS, "Net loss  (25)  (20)\n")
    frame = frame_of(read, Vocabulary())
    assert [each.value for each in signs(frame, [None], load_knowledge("us-gaap"), load_index("us-gaap/2025"))] == [1]


@pytest.mark.parametrize(("negated", "expected"), [(True, -1), (False, 1)])
def test_what_a_mapping_file_says_of_the_sign_is_not_weighed(negated: bool, expected: int) -> None:
    assert sign_of(IS, "Cost of sales  (600)  (540)\n", "CostOfRevenue", negated) == expected
    assert sign_of(IS, "Cost of sales  600  540\n", "CostOfRevenue", negated) == expected


# One-way concepts: the amount


@pytest.mark.parametrize("kind", [BS, IS, CI, CF, EQ])
@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("40  30", 1),
        ("(40)  (30)", -1),
        ("(40)  30", -1),  # as many in brackets as without: the sum decides
        ("(30)  40", 1),
        ("(40)  -", -1),
        ("-  -", 1),
        ("(10)  (10)  90", -1),  # most are in brackets
        ("(90)  10  10", 1),
    ],
)
def test_one_way_concepts_are_positive_however_they_are_printed(kind: Kind, figures: str, expected: int) -> None:
    assert sign_of(kind, f"Treasury stock  {figures}\n", "TreasuryStockValue") == expected


def test_a_number_inside_a_caption_is_an_amount() -> None:
    base = statement(BS, "Receivables, less allowance of 5  100  90\n")
    for value, expected in (("5", 1), ("-5", -1)):
        inside = with_inside(base, 0, Aspect.ALLOWANCE, value, "USD")
        rows = inside.items[:0] + inside.items
        caption = rows[1].caption
        frame = frame_of(inside, Vocabulary())
        allowance = Candidate("AllowanceForDoubtfulAccountsReceivableCurrent", 1.0, Fit.FULL, 0.0, "rule")
        found = [
            each.value
            for each in signs(frame, [None, allowance], load_knowledge("us-gaap"), load_index("us-gaap/2025"))
        ]
        assert found == [1, expected], caption


INTANGIBLES = """
Goodwill                 150
Intangible assets, net   (50)
Total assets             100
"""


def test_net_assets_in_a_name_do_not_make_a_concept_two_way() -> None:
    concepts = {"Intangible assets, net": "IntangibleAssetsNetExcludingGoodwill", "Total assets": "Assets"}
    assert turned(statement(BS, INTANGIBLES), concepts)["Intangible assets, net"] == -1


# A balance sheet


def test_a_deficit_among_equity_is_negative_by_its_footing() -> None:
    text = """
Common stock            500  500
Deficit                (120)  (100)
Total equity            380  400
"""
    concepts = {"Deficit": "RetainedEarningsAccumulatedDeficit", "Total equity": "StockholdersEquity"}
    assert turned(statement(BS, text), concepts) == {"Deficit": 1, "Total equity": 1}


def test_a_deduction_printed_without_brackets_is_negative_by_its_footing() -> None:
    text = """
Common stock            500  500
Accumulated losses      120  100
Total equity            380  400
"""
    concepts = {"Accumulated losses": "RetainedEarningsAccumulatedDeficit", "Total equity": "StockholdersEquity"}
    assert turned(statement(BS, text), concepts)["Accumulated losses"] == -1


@pytest.mark.parametrize("kind", [BS, EQ])
def test_what_the_footing_says_comes_before_the_words_of_the_caption(kind: Kind) -> None:
    read = statement(kind, "Common stock  500  500\nHeld back    120  100\nTotal equity  380  400\n")
    concepts = {"Held back": "RetainedEarningsAccumulatedDeficit", "Total equity": "StockholdersEquity"}
    assert turned(read, concepts)["Held back"] == -1


def test_a_footing_into_a_total_without_a_concept_says_nothing() -> None:
    read = statement(BS, "Common stock  500  500\nAccumulated deficit  120  100\nBalance  380  400\n")
    assert turned(read, {"Accumulated deficit": "RetainedEarningsAccumulatedDeficit"})["Accumulated deficit"] == -1
    read = statement(BS, "Common stock  500  500\nHeld back  120  100\nBalance  380  400\n")
    assert turned(read, {"Held back": "RetainedEarningsAccumulatedDeficit"})["Held back"] == 1


def test_a_total_above_its_parts_says_nothing_of_them() -> None:
    read = statement(BS, "Total equity  380  400\nCommon stock  500  500\nHeld back  120  100\n")
    above = replace(read, sums=(Sum(0, ((1, 1), (2, -1)), 2),))
    concepts = {"Held back": "RetainedEarningsAccumulatedDeficit", "Total equity": "StockholdersEquity"}
    assert turned(above, concepts)["Held back"] == 1


def test_minority_interest_is_as_printed_and_in_brackets_a_deficit() -> None:
    assert sign_of(BS, "Minority interest  40  30\n", "MinorityInterest") == 1
    assert sign_of(BS, "Minority interest  (40)  (30)\n", "MinorityInterest") == 1


@pytest.mark.parametrize(
    ("caption", "figures", "expected"),
    [
        ("Total equity (deficit)", "(40)  (30)", 1),
        ("Accumulated deficit", "40  30", -1),
        ("Accumulated deficit", "(40)  (30)", 1),  # brackets show that it counts down
        ("Retained earnings", "40  30", 1),
    ],
)
def test_without_a_footing_the_caption_tells(caption: str, figures: str, expected: int) -> None:
    assert sign_of(BS, f"{caption}  {figures}\n", "RetainedEarningsAccumulatedDeficit") == expected


# An income statement


COSTS = """
Selling expense          200  180
Restructuring charges    (29)  (10)
Research                 100   90
Total costs              271  260
"""
COSTS_CONCEPTS = {
    "Selling expense": "SellingExpense",
    "Restructuring charges": "MarketingExpense",  # some concept that is never negative
    "Research": "ResearchAndDevelopmentExpense",
    "Total costs": "CostsAndExpenses",
}


def test_a_cost_taken_back_among_costs_without_brackets_is_negative() -> None:
    reversible = COSTS_CONCEPTS | {"Restructuring charges": "RestructuringCharges"}
    for concepts in (reversible, COSTS_CONCEPTS):
        assert turned(statement(IS, COSTS), concepts) == dict.fromkeys(concepts, 1)


def test_in_one_column_alone_the_footing_of_a_one_way_concept_may_be_chance() -> None:
    once = "\n".join(line.rpartition("  ")[0] for line in COSTS.strip().splitlines())
    assert turned(statement(IS, once), COSTS_CONCEPTS)["Restructuring charges"] == -1


def test_a_footing_that_fails_somewhere_does_not_prove_a_cost_taken_back() -> None:
    read = statement(IS, COSTS)
    failing = replace(read, sums=tuple(replace(each, fails=1) for each in read.sums))
    assert turned(failing, COSTS_CONCEPTS)["Restructuring charges"] == -1


def test_an_expense_that_is_subtracted_is_a_positive_fact() -> None:
    text = """
Operating income             100   90
Other expense, net           (20)  (10)
Income before income taxes    80   80
"""
    concepts = {
        "Operating income": "OperatingIncomeLoss",
        "Other expense, net": "OtherNonoperatingIncomeExpense",
        "Income before income taxes":
            "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    }  # fmt: skip
    assert turned(statement(IS, text), concepts)["Other expense, net"] == 1  # a credit: the expense is negative
    concepts["Other expense, net"] = "IncomeTaxExpenseBenefit"
    assert turned(statement(IS, text), concepts)["Other expense, net"] == -1


def test_a_loss_printed_as_a_plain_total_turns_its_parts() -> None:
    """`Operating loss 30` over costs that would come out negative: the total is the other one."""
    text = """
Selling expense          20   10
Other charges            10   10
Operating loss           30   20
"""
    concepts = {"Selling expense": "SellingExpense", "Operating loss": "OperatingIncomeLoss"}
    assert turned(statement(IS, text), concepts | {"Other charges": "OtherNonoperatingIncomeExpense"}) == {
        "Selling expense": 1,
        "Other charges": -1,
        "Operating loss": -1,
    }


def test_a_result_over_nothing_but_costs_counts_down_whatever_it_is_called() -> None:
    text = """
Selling expense          20   10
Other                    10   10
Operating result         30   20
"""
    concepts = {"Selling expense": "SellingExpense", "Operating result": "OperatingIncomeLoss"}
    assert turned(statement(IS, text), concepts | {"Other": "OtherNonoperatingIncomeExpense"})["Other"] == -1


def test_costs_that_speak_against_each_other_leave_a_result_as_it_is() -> None:
    text = """
Selling expense          20   10
Research                 (20)  (10)
Other                    10   10
Operating result         10   10
"""
    concepts = {
        "Selling expense": "SellingExpense",
        "Research": "ResearchAndDevelopmentExpense",
        "Other": "OtherNonoperatingIncomeExpense",
        "Operating result": "OperatingIncomeLoss",
    }
    assert turned(statement(IS, text), concepts)["Other"] == 1


@pytest.mark.parametrize(
    ("line", "concept", "expected"),
    [
        ("Other income (expense)  5  4", "OtherNonoperatingIncomeExpense", 1),
        ("Other (income) expense  5  4", "OtherNonoperatingIncomeExpense", -1),
        ("Other expense (income)  (5)  (4)", "OtherNonoperatingIncomeExpense", -1),
        ("Other expense  (5)  (4)", "OtherNonoperatingIncomeExpense", 1),
        ("Net loss  25  20", "NetIncomeLoss", -1),
        ("Net loss  (25)  (20)", "NetIncomeLoss", 1),
        ("Provision for income taxes  30  20", "IncomeTaxExpenseBenefit", 1),
        ("Provision (benefit) for taxes  (30)  (20)", "IncomeTaxExpenseBenefit", 1),
        ("Income tax benefit  30  20", "IncomeTaxExpenseBenefit", -1),
        ("Income tax benefit  (30)  (20)", "IncomeTaxExpenseBenefit", 1),  # a negative expense
        ("Minority interest  5  4", "NetIncomeLossAttributableToNoncontrollingInterest", 1),
        ("Provision for bad debts  5  4", "ProvisionForDoubtfulAccounts", 1),
        ("Provision for bad debts  (5)  (4)", "ProvisionForDoubtfulAccounts", -1),
        ("Restructuring credit  5  4", "RestructuringCharges", -1),
    ],
)
def test_a_result_standing_alone_has_the_sign_of_its_caption(line: str, concept: str, expected: int) -> None:
    for kind in (IS, CI, EQ):
        assert sign_of(kind, line + "\n", concept) == expected


# A total against its parts


INVESTEES = """
Operating income             1,100   900
Losses on investees          (57)   (159)
Investment income/(loss)     {investments}
Income before income taxes   {total}
"""
INVESTEES_CONCEPTS = {
    "Operating income": "OperatingIncomeLoss",
    "Losses on investees": "IncomeLossFromEquityMethodInvestments",
    "Investment income/(loss)": "InvestmentIncomeNonoperating",
    "Income before income taxes":
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
}  # fmt: skip


@pytest.mark.parametrize(
    ("investments", "total"), [("(36)  (305)", "1,007  436"), ("36  (305)", "1,079  436"), ("36  305", "1,079  1,046")]
)
def test_an_operating_income_without_brackets_is_no_loss_whatever_stands_beside_it(
    investments: str, total: str
) -> None:
    read = statement(IS, INVESTEES.format(investments=investments, total=total))
    found = turned(read, INVESTEES_CONCEPTS)
    assert (found["Operating income"], found["Income before income taxes"]) == (1, 1)


@pytest.mark.parametrize(
    ("caption", "concept", "expected"),
    [
        ("Operating loss", "OperatingIncomeLoss", 1),
        ("Operating income (loss)", "OperatingIncomeLoss", 1),
        ("Loss from continuing operations", "IncomeLossFromContinuingOperations", 1),
        ("Operating (income) loss", "OperatingIncomeLoss", -1),  # brackets are an income
        ("Operating", "OperatingIncomeLoss", -1),  # says nothing of it
        ("Loss on investees", "IncomeLossFromEquityMethodInvestments", -1),  # no result
    ],
)
def test_a_loss_in_brackets_is_no_profit_whatever_it_is_added_to(caption: str, concept: str, expected: int) -> None:
    """The sum was taken for expenses, to which an income counts against."""
    read = statement(IS, f"Other  90  80\n{caption}  (40)  (30)\nTotal other expense  50  50\n")
    total = {"Total other expense": "OtherExpenses"}

    assert turned(read, {caption: concept, **total})[caption] == expected


def test_a_total_that_says_what_it_is_stays_so_in_a_total_that_was_mistaken() -> None:
    """`Net interest income` that is added up to what was taken for a provision."""
    text = """
Interest income              410   359
Interest expense              81    88
Net interest income          329   271
Gains                         10    10
Provision                    339   281
"""
    concepts = {"Net interest income": "InterestIncomeExpenseNet", "Provision": "ProvisionForLoanAndLeaseLosses"}
    assert turned(statement(IS, text), concepts)["Net interest income"] == 1
