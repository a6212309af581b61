"""Candidates that the print of a balance sheet refutes."""

from __future__ import annotations

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import RIVALS, Candidate
from converter.mapping.maps import Fit
from converter.mapping.refuted import unrefuted
from converter.mapping.rows import frame_of
from converter.statements.statement import Aspect, Statement
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside
from tests.mapping.refuting import WORDS, left

BS, CF = Kind.BALANCE_SHEET, Kind.CASH_FLOW


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
