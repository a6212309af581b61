"""How much of the print it takes to refute a candidate, and how little leaves it alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.refuted import unrefuted
from converter.mapping.rows import frame_of
from converter.statements.statement import Aspect, Statement
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside
from tests.mapping.refuting import WORDS, left
from tests.statements.test_bare_totals import as_read

BS, IS = Kind.BALANCE_SHEET, Kind.INCOME
ASSET, LIABILITY = "DeferredIncomeTaxAssetsNet", "DeferredIncomeTaxLiabilitiesNet"


def stays(read: Statement, row: int, concept: str | None, *sections: str, fit: Fit | None = Fit.FULL) -> bool:
    """Whether a row that stands in these sections (`-`: in none) keeps its candidate; no other row has one."""
    frame = frame_of(read, WORDS)
    stubs = tuple(replace(stub, sections=frozenset(sections) - {"-"}) if sections else stub for stub in frame.stubs)
    candidate = Candidate(concept, 1.0, fit, 0.0, "words")
    rows = [[candidate] if at == row else [] for at in range(len(read.items))]
    found = unrefuted(replace(frame, stubs=stubs), rows, load_knowledge("us-gaap"), load_index("us-gaap/2025"))
    return found[row] == [candidate]


# A balance of the other side


def balance(figures: str = "5  4", total: str = "15  13", more: str = "") -> Statement:
    return statement(BS, f"Cash  10  9\nTaxes  {figures}\nSum  {total}\n{more}")


@pytest.mark.parametrize(
    ("section", "side"),
    [
        ("assets", "debit"), ("assets.current", "debit"), ("liabilities", "credit"), ("liabilities.current", "credit"),
        ("equity", "credit"), ("temporary", "credit"),
    ],
)  # fmt: skip
def test_each_part_of_a_balance_sheet_has_a_side(section: str, side: str) -> None:
    assert stays(balance(), 1, ASSET, section) is (side == "debit")
    assert stays(balance(), 1, LIABILITY, section) is (side == "credit")


@pytest.mark.parametrize("sections", [("assets", "liabilities"), ("cash",), ("assets", "cash"), ("-",)])
def test_a_row_of_no_side_or_of_both_may_be_of_either(sections: tuple[str, ...]) -> None:
    assert stays(balance(), 1, ASSET, *sections)
    assert stays(balance(), 1, LIABILITY, *sections)


def test_what_is_neither_owned_nor_owed_has_no_side() -> None:
    assert stays(balance(), 1, "DerivativeNotionalAmount", "assets")


@pytest.mark.parametrize(
    ("figures", "total", "kept"),
    [("5  -", "15  9", False), ("(5)  4", "5  13", True), ("5  (4)", "15  5", True), ("1  1", "11  10", False)],
)
def test_a_single_figure_in_brackets_leaves_it_open_and_a_dash_does_not(figures: str, total: str, kept: bool) -> None:
    assert stays(balance(figures, total), 1, LIABILITY, "assets") is kept


def test_what_it_is_added_to_must_be_added_up_to_the_last_total() -> None:
    added = balance(more="Land  20  19\nAll assets  35  32\n")
    assert [each.parts for each in added.sums] == [((0, 1), (1, 1)), ((2, 1), (3, 1))]
    assert not stays(added, 1, LIABILITY, "assets")
    taken_off = balance(more="Land  50  49\nRest  35  36\n")
    taken_off = replace(taken_off, sums=(taken_off.sums[0], replace(added.sums[1], parts=((3, 1), (2, -1)))))
    assert stays(taken_off, 1, LIABILITY, "assets")


# What is no amount of money, or no concept of the taxonomy

OF_PARENT = "IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity"


def test_only_amounts_of_money_in_rows_are_asked() -> None:
    row = "Income from discontinued operations"
    assert not stays(statement(IS, f"{row}  3  2\n"), 0, OF_PARENT)
    assert stays(statement(IS, f"{row}  $.30  $.20\n"), 0, OF_PARENT)
    inside = with_inside(statement(IS, f"{row}  3  2\n"), 0, Aspect.OTHER, "1", "USD")
    assert stays(inside, 1, OF_PARENT)


@pytest.mark.parametrize("kind", [BS, IS])
def test_a_concept_of_the_companys_own_is_never_refuted(kind: Kind) -> None:
    assert stays(statement(kind, "Sums lent  10  9\nOther  5  4\nTotal interest  15  13\n"), 1, None, "assets")


@pytest.mark.parametrize("fit", [Fit.LOOSE, Fit.HINT, None])
def test_a_guess_that_nothing_speaks_against_stays(fit: Fit | None) -> None:
    assert stays(statement(IS, "Rent  3  2\nFees  4  4\nCosts  7  6\n"), 0, "OperatingLeaseExpense", fit=fit)
    assert stays(statement(IS, "Rent  3  2\nFees  4  4\nCosts  7  6\n"), 2, "CostsAndExpenses", fit=fit)


# The whole of what stands beside it

NONCURRENT = """
Cash                           20   19
Patents                        10   9
Deposits                       3    3
{total}                        {sum}
Property                       {beside}
Total assets                   40   38
"""
WHOLE, PART = "AssetsNoncurrent", "PropertyPlantAndEquipmentNet"


def whole(total: str, sum_: str = "13   12", beside: str = "7    7") -> list[str | None]:
    read = statement(BS, NONCURRENT.format(total=total, sum=sum_, beside=beside))
    return left(read, {total: [WHOLE], "Property": [PART], "Total assets": ["Assets"]})[total]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("Total", []),  # says nothing
        ("Total other assets", []),
        ("Total noncash assets", []),  # four letters of the name are not enough
        ("Total noncurrent assets", [WHOLE]),
        ("Total noncurrent assets, net", [WHOLE]),
        ("Total noncustomer assets", [WHOLE]),  # words are told apart by their first five letters
    ],
)
def test_a_total_that_says_so_itself_has_the_words_of_the_name(total: str, expected: list[str | None]) -> None:
    assert whole(total) == expected


def test_a_row_that_is_no_total_is_not_wider_than_what_stands_beside_it() -> None:
    read = statement(BS, "Patents  10  9\nProperty  7  7\nTotal assets  17  16\n")
    assert left(read, {"Patents": [WHOLE], "Property": [PART]})["Patents"] == [WHOLE]


def test_one_figure_beside_it_is_witness_enough() -> None:
    text = NONCURRENT.format(total="Total other assets", sum="13   12", beside="7    -").replace("40   38", "40   31")
    found = left(statement(BS, text), {"Total other assets": [WHOLE], "Property": [PART]})
    assert found["Total other assets"] == []


def test_a_name_from_the_heading_is_no_word_of_the_total() -> None:
    text = """
Shelves                        7    7
{heading}
  Land                         10   9
  Buildings                    20   19
Total                          30   28
All in all                     37   35
"""
    concepts = {"Total": ["StockholdersEquity"], "Shelves": ["CommonStockValue"]}
    for heading in ("Stockholders equity", "Plant"):
        assert left(as_read(statement(BS, text.format(heading=heading))), concepts)["Total"] == []


@pytest.mark.parametrize(("beside", "expected"), [("AccretionExpense", []), ("AmortizationOfAdvanceRoyalty", ["{}"])])
def test_six_sums_of_sums_are_looked_through(beside: str, expected: list[str]) -> None:
    """The one is six sums below this change in cash, the other seven."""
    change = (
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect"
    )
    read = statement(IS, "Gains  3  3\nFees  2  2\nThings  5  5\nUse  4  4\nResult  9  9\n")
    found = left(read, {"Things": [change], "Use": [beside]}, Fit.LOOSE)["Things"]
    assert found == [each.format(change) for each in expected]


# A result among revenues


def test_a_part_that_is_no_revenue_may_be_a_result() -> None:
    assert stays(statement(IS, "Profit  10  9\nGains  3  3\nResult  13  12\n"), 0, "NetIncomeLoss", "costs")
    assert not stays(statement(IS, "Profit  10  9\nGains  3  3\nResult  13  12\n"), 0, "NetIncomeLoss", "revenues")


# Rows that are called no more than `Other`


def section(
    *concepts: str, figures: str = "3    3", total: str = "13   12", whole: str = "InterestExpense"
) -> list[str | None]:
    text = f"Bonds  10   9\nOther  {figures}\nTotal interest  {total}\n"
    return left(statement(IS, text), {"Other": list(concepts), "Total interest": [whole]})["Other"]


def test_a_part_of_the_whole_by_the_taxonomy_stays() -> None:
    assert section("InterestExpenseDebt") == ["InterestExpenseDebt"]
    assert section("AmortizationOfAdvanceRoyalty") == []
    assert section("Unheard") == ["Unheard"]


def test_what_is_taken_off_a_cost_may_be_an_income() -> None:
    income = "OtherNonoperatingIncomeExpense"
    assert section(income) == []
    assert section(income, total="7    6") == [income]


@pytest.mark.parametrize("whole", ["CostsAndExpenses", "OperatingExpenses", "NoninterestExpense"])
def test_a_total_of_costs_of_all_kinds_may_hold_one_that_the_taxonomy_adds_elsewhere(whole: str) -> None:
    assert section("NoncashProjectAbandonmentCosts", whole=whole) == ["NoncashProjectAbandonmentCosts"]
    assert section("NoncashProjectAbandonmentCosts") == []


# A cost that adds to an income


@pytest.mark.parametrize(("total", "kept"), [("Net income", False), ("Result of the year", False), ("Net loss", True)])
def test_a_cost_adds_to_nothing_but_a_loss(total: str, kept: bool) -> None:
    read = statement(IS, f"Before other items  100  90\nTaxes due  30  20\n{total}  130  110\n")
    found = left(read, {"Taxes due": ["IncomeTaxExpenseBenefit"], total: ["NetIncomeLoss"]})["Taxes due"]
    assert found == (["IncomeTaxExpenseBenefit"] if kept else [])
