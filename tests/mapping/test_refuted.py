"""Candidates that the print refutes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import RIVALS, Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.refuted import unrefuted
from converter.mapping.rows import frame_of
from converter.statements.statement import Aspect, Statement, Sum
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside

BS, IS, CF = Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW
WORDS = Vocabulary({"minority": ("noncontrolling",)}, frozenset({"and", "of", "to", "the"}))


def left(read: Statement, concepts: dict[str, list[str]], fit: Fit | None = Fit.FULL) -> dict[str, list[str | None]]:
    """What is left of the candidates of each row, by caption."""
    rows = [
        [Candidate(concept, 1.0, fit, 0.0, "words") for concept in concepts.get(item.caption, ())]
        for item in read.items
    ]
    found = unrefuted(frame_of(read, WORDS), rows, load_knowledge("us-gaap"), load_index("us-gaap/2025"))
    return {
        item.caption: [each.concept for each in row]
        for item, row in zip(read.items, found, strict=True)
        if item.caption in concepts
    }


# A balance of the other side

SIDES = """
Current assets:
  Cash                         10   9
  Deferred income taxes        {tax}
Total current assets           {current}
Total assets                   {current}
Current liabilities:
  Payables                     7    6
  Taxes                        5    4
Total current liabilities      12   10
Equity                         3    3
Total liabilities and equity   15   13
"""
ASSET, LIABILITY = "DeferredIncomeTaxAssetsNet", "DeferredIncomeTaxLiabilitiesNet"


def sides(tax: str = "5    4", current: str = "15   13") -> Statement:
    return statement(BS, SIDES.format(tax=tax, current=current))


def test_what_is_added_to_assets_is_no_liability_and_the_other_way_round() -> None:
    both = [LIABILITY, ASSET]
    assert left(sides(), {"Deferred income taxes": both, "Taxes": both}) == {
        "Deferred income taxes": [ASSET],
        "Taxes": [LIABILITY],
    }


def test_what_is_printed_in_brackets_may_be_of_the_other_side() -> None:
    read = sides("(5)  (4)", "5    5")
    assert left(read, {"Deferred income taxes": [LIABILITY]}) == {"Deferred income taxes": [LIABILITY]}


def test_what_no_sum_holds_may_be_of_the_other_side() -> None:
    read = sides(current="19   18")
    assert left(read, {"Deferred income taxes": [LIABILITY]}) == {"Deferred income taxes": [LIABILITY]}


def test_what_is_subtracted_is_of_the_other_side() -> None:
    text = (
        "Current assets:\n  Notes  10  9\n  Allowance  2  1\nNet notes  8  8\nCash  1  1\nTotal current assets  9  9\n"
    )
    concepts = {"Allowance": ["AllowanceForDoubtfulAccountsReceivableCurrent"]}
    read = statement(BS, text)
    assert (read.sums[0].parts, read.sums[1].parts) == (((1, 1), (2, -1)), ((3, 1), (4, 1)))
    assert left(read, concepts) == concepts


def test_a_concept_of_two_directions_or_without_a_balance_has_no_side() -> None:
    for concept in ("DeferredTaxAssetsLiabilitiesNet", "AccumulatedOtherComprehensiveIncomeLossNetOfTax", "Nothing"):
        assert left(sides(), {"Deferred income taxes": [concept]}) == {"Deferred income taxes": [concept]}


def test_only_a_balance_sheet_has_sides() -> None:
    text = SIDES.format(tax="5    4", current="15   13")
    assert left(statement(CF, text), {"Deferred income taxes": [LIABILITY]})["Deferred income taxes"] == [LIABILITY]


def test_numbers_inside_captions_and_counts_are_left_alone() -> None:
    inside = with_inside(sides(), 1, Aspect.ALLOWANCE, "5", "USD")
    assert left(inside, {"Cash": [ASSET]}) == {"Cash": [ASSET]}
    counts = statement(BS, "Current assets:\n  Shares  10sh  9sh\n")
    assert left(counts, {"Shares": [LIABILITY]}) == {"Shares": [LIABILITY]}


def test_a_persons_own_line_is_never_refuted() -> None:
    assert left(sides(), {"Deferred income taxes": [LIABILITY]}, Fit.OWN)["Deferred income taxes"] == [LIABILITY]


def test_in_the_place_of_what_is_refuted_comes_what_a_rule_names() -> None:
    for fit, expected in ((Fit.HINT, [ASSET]), (None, [])):
        assert left(sides(), {"Deferred income taxes": [LIABILITY, ASSET]}, fit)["Deferred income taxes"] == expected
        assert left(sides(), {"Deferred income taxes": [ASSET]}, fit)["Deferred income taxes"] == [ASSET]


def test_rivals_of_what_is_refuted_fall_with_it() -> None:
    frame, knowledge, index = frame_of(sides(), WORDS), load_knowledge("us-gaap"), load_index("us-gaap/2025")
    for rule, expected in ((f"{RIVALS}:{LIABILITY}", []), (f"{RIVALS}:{ASSET}", [ASSET])):
        taxes = [Candidate(LIABILITY, 1.0, Fit.FULL, 0.0, "words"), Candidate(ASSET, 0.8, Fit.FULL, 0.0, rule)]
        rows = [taxes if item.caption == "Deferred income taxes" else [] for item in frame.statement.items]
        assert [each.concept for each in unrefuted(frame, rows, knowledge, index)[2]] == expected


# The whole of what stands beside it

OTHER = """
Cash                           20   19
Patents                        10   9
Deposits                       3    3
{total}                        13   12
Property                       7    7
Total assets                   {assets}
"""


def other(total: str, assets: str = "40   38", beside: str = "PropertyPlantAndEquipmentNet") -> list[str | None]:
    read = statement(BS, OTHER.format(total=total, assets=assets))
    return left(read, {total: ["AssetsNoncurrent"], "Property": [beside], "Total assets": ["Assets"]})[total]


def test_a_total_is_not_the_whole_that_what_stands_beside_it_is_a_part_of() -> None:
    assert other("Total other assets") == []


def test_a_total_that_says_so_itself_is() -> None:
    assert other("Total noncurrent assets") == ["AssetsNoncurrent"]


def test_beside_what_is_no_part_of_it_a_total_may_be_the_whole() -> None:
    assert other("Total other assets", beside="InventoryNet") == ["AssetsNoncurrent"]
    assert other("Total other assets", beside="AssetsNoncurrent") == ["AssetsNoncurrent"]


def test_what_is_not_added_up_with_it_does_not_count() -> None:
    assert other("Total other assets", assets="45   44") == ["AssetsNoncurrent"]


def test_nothing_beside_it_is_no_witness() -> None:
    text = OTHER.format(total="Total other assets", assets="33   31").replace("  7    7", "  -    -")
    concepts = {"Total other assets": ["AssetsNoncurrent"], "Property": ["PropertyPlantAndEquipmentNet"]}
    assert left(statement(BS, text), concepts)["Total other assets"] == ["AssetsNoncurrent"]


NONCURRENT = """
Current assets:
  Cash                         20   19
Total current assets           20   19
{more}Other assets:
  Deferred taxes               10   9
  Deposits                     3    3
{total}                        13   12
Total assets                   {assets}
"""


@pytest.mark.parametrize(
    ("total", "more", "assets", "expected"),
    [
        ("Total other assets", "Shelves  7  7\n", "40   38", []),
        ("Total other assets", "", "33   31", ["AssetsNoncurrent"]),  # nothing else is noncurrent
        ("Total other assets", "Shelves  -  -\n", "33   31", ["AssetsNoncurrent"]),
        ("Total other assets", "Shelves  7  7\n", "99   99", ["AssetsNoncurrent"]),  # in no sum with them
        ("Total noncurrent assets", "Shelves  7  7\n", "40   38", ["AssetsNoncurrent"]),  # it says so
        ("Total long term asset", "Shelves  7  7\n", "40   38", ["AssetsNoncurrent"]),
    ],
)
def test_a_total_beside_a_row_of_its_part_is_not_all_of_it(
    total: str, more: str, assets: str, expected: list[str]
) -> None:
    read = statement(BS, NONCURRENT.format(total=total, more=more, assets=assets))
    assert left(read, {total: ["AssetsNoncurrent"]})[total] == expected


def test_a_total_that_is_no_whole_part_of_a_sheet_may_stand_beside_such_rows() -> None:
    read = statement(BS, NONCURRENT.format(total="Total other assets", more="Shelves  7  7\n", assets="40   38"))
    assert left(read, {"Total other assets": ["OtherAssetsNoncurrent"]})["Total other assets"] != []


def test_of_other_totals_only_those_named_after_a_heading_are_asked() -> None:
    text = """
Shelves                        7    7
Plant
  Land                         10   9
  Buildings                    20   19
Total                          30   28
All in all                     37   35
"""
    concepts = {"Total": ["PropertyPlantAndEquipmentNet"], "Shelves": ["InventoryNet"]}
    assert left(statement(BS, text), concepts)["Total"] == ["PropertyPlantAndEquipmentNet"]
    concepts = {"Total": ["StockholdersEquity"], "Shelves": ["CommonStockValue"]}
    assert left(statement(BS, text), concepts)["Total"] == []
    concepts = {"Total plant": ["StockholdersEquity"], "Shelves": ["CommonStockValue"]}
    read = statement(BS, text.replace("Total   ", "Total plant   "))
    assert left(read, concepts)["Total plant"] == ["StockholdersEquity"]


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
