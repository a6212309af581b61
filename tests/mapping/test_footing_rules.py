"""What the arithmetic of a statement says about its totals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.footing_rules import by_footing
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.statements.statement import Statement
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement

GROUPS = load_knowledge("us-gaap").groups
WORDS = Vocabulary(same={"shareholder": ("stockholder",)}, ignored=frozenset({"and", "of", "to", "the"}))


def first(
    read: Statement, concepts: dict[str, str], fit: Fit = Fit.FULL, named: tuple[str, ...] = ()
) -> dict[str, tuple[str | None, str]]:
    """The best candidate of each row after the footing had its say: concept and rule, by caption."""
    rows = [
        [Candidate(concepts[item.caption], 1.0, fit, 0.0, "words")] if item.caption in concepts else []
        for item in read.items
    ]
    found = by_footing(frame_of(read, WORDS), rows, GROUPS, load_index("us-gaap/2009"), named)
    return {item.caption: (row[0].concept, row[0].rule) for item, row in zip(read.items, found, strict=True) if row}


# Grand totals

GRAND = """
Cash                        100  90
Equipment                   300  280
In all                      400  370
Payables                    150  140
Capital                     250  230
All claims                  400  370
"""


def test_the_first_two_equal_totals_are_assets_and_what_finances_them() -> None:
    found = first(statement(Kind.BALANCE_SHEET, GRAND), {})
    assert found["In all"] == ("Assets", "footing:grand-totals")
    assert found["All claims"] == ("LiabilitiesAndStockholdersEquity", "footing:grand-totals")


def test_totals_that_are_called_so_already_keep_their_rule() -> None:
    concepts = {"In all": "Assets", "All claims": "LiabilitiesAndStockholdersEquity"}
    found = first(statement(Kind.BALANCE_SHEET, GRAND), concepts)
    assert {found[caption][1] for caption in concepts} == {"words"}


@pytest.mark.parametrize("name", ["Current assets", "Total fixed things", "Total liability", "Total asset"])
def test_a_total_that_names_another_part_is_not_the_grand_total(name: str) -> None:
    found = first(statement(Kind.BALANCE_SHEET, GRAND.replace("In all        ", name)), {name: "OtherAssets"})
    assert found[name] == ("OtherAssets", "words")


def test_what_a_person_wrote_down_stays() -> None:
    found = first(statement(Kind.BALANCE_SHEET, GRAND), {"In all": "AssetsNet"}, Fit.OWN)
    assert found["In all"] == ("AssetsNet", "words")


# Equity with the minority's

EQUITY = """
Cash                        100  90
Total asset                 100  90
Stockholders' equity:
  Common stock               60  55
  Minority interest          40  35
Total equity                100  90
"""
EQUITY_CONCEPTS = {"Minority interest": "MinorityInterest", "Total asset": "Assets"}
WITH_MINORITY = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"


@pytest.mark.parametrize("concept", ["StockholdersEquity", WITH_MINORITY])
def test_equity_that_adds_up_minority_interests_includes_them(concept: str) -> None:
    text = EQUITY.replace("Total asset                 100  90", "")
    found = first(statement(Kind.BALANCE_SHEET, text), EQUITY_CONCEPTS | {"Total equity": concept})
    assert found["Total equity"] == (WITH_MINORITY, "footing:total-equity")


@pytest.mark.parametrize(
    ("caption", "concept"),
    [
        ("Total common equity", "StockholdersEquity"),
        ("Total equity attributable", "StockholdersEquity"),
        ("Total equity, parent", "StockholdersEquity"),
        ("Total equity", "CommonStockValue"),
    ],
)
def test_a_total_without_the_minority_or_of_something_else_stays(caption: str, concept: str) -> None:
    text = EQUITY.replace("Total asset                 100  90", "").replace("Total equity  ", f"{caption}  ")
    found = first(statement(Kind.BALANCE_SHEET, text), EQUITY_CONCEPTS | {caption: concept})
    assert found[caption] == (concept, "words")


def test_without_minority_interests_there_is_nothing_to_include() -> None:
    text = EQUITY.replace("Total asset                 100  90", "")
    found = first(statement(Kind.BALANCE_SHEET, text), {"Total equity": "StockholdersEquity"})
    assert found["Total equity"] == ("StockholdersEquity", "words")


MILL = """
Stockholders' equity:
  Common stock               60  55
  Earnings                   20  20
                             80  75
  Treasury stock            (10) (5)
Total mill equity            70  70
  Minority interest          40  35
Total equity                110  105
"""


def test_the_total_that_minority_interests_are_added_to_is_the_equity_of_the_parent() -> None:
    """And not the sum before treasury stock, which has no caption."""
    named = {"": "StockholdersEquity", "Minority interest": "MinorityInterest", "Total equity": "StockholdersEquity"}
    found = first(statement(Kind.BALANCE_SHEET, MILL), named)
    assert found["Total mill equity"] == ("StockholdersEquity", "footing:parent-equity")
    assert found["Total equity"] == (WITH_MINORITY, "footing:total-equity")


def test_a_line_that_is_no_total_is_not_the_equity_of_the_parent() -> None:
    text = EQUITY.replace("Total asset                 100  90", "")
    found = first(statement(Kind.BALANCE_SHEET, text), EQUITY_CONCEPTS | {"Total equity": "StockholdersEquity"})
    assert "Common stock" not in found


def test_of_several_lines_beside_minority_interests_none_is_the_equity_of_the_parent() -> None:
    text = """
Stockholders' equity:
  Total common stock         60  55
  Total earnings             10  10
  Minority interest          40  35
Total equity                110  100
"""
    named = {"Minority interest": "MinorityInterest", "Total equity": "StockholdersEquity"}
    found = first(statement(Kind.BALANCE_SHEET, text), named)
    assert set(found) == {"Minority interest", "Total equity"}
    assert found["Total equity"] == (WITH_MINORITY, "footing:total-equity")


# Totals of costs


def costs(first_cost: str, total: str, above: str = "", concepts: tuple[tuple[str, str], ...] = ()) -> str | None:
    text = f"{above}Cost one   600  540\nCost two   200  180\nTotal costs   800  720\n"
    known = {"Cost one": first_cost, "Cost two": "SellingExpense", "Total costs": total, **dict(concepts)}
    return first(statement(Kind.INCOME, text), known)["Total costs"][0]


@pytest.mark.parametrize("cost", ["CostOfRevenue", "CostOfGoodsSold", "CostOfGoodsAndServicesSold", "CostOfServices"])
@pytest.mark.parametrize("total", ["OperatingExpenses", "CostsAndExpenses"])
def test_a_total_that_holds_the_cost_of_sales_is_of_all_costs(cost: str, total: str) -> None:
    assert costs(cost, total) == "CostsAndExpenses"


PROFIT = "Sales   1,000  900\nGross   400  360\n"


@pytest.mark.parametrize("total", ["OperatingExpenses", "CostsAndExpenses"])
def test_a_total_below_gross_profit_is_of_operating_expenses(total: str) -> None:
    assert costs("MarketingExpense", total, PROFIT, (("Gross", "GrossProfit"),)) == "OperatingExpenses"


def test_elsewhere_its_words_decide() -> None:
    assert costs("MarketingExpense", "CostsAndExpenses") == "CostsAndExpenses"
    assert costs("MarketingExpense", "OperatingExpenses", PROFIT) == "OperatingExpenses"
    assert costs("MarketingExpense", "CostsAndExpenses", PROFIT) == "CostsAndExpenses"
    assert costs("CostOfRevenue", "NoninterestExpense") == "NoninterestExpense"


# Totals without a caption


def uncaptioned(*parts: str, sales: bool = False, named: tuple[str, ...] = ()) -> tuple[str | None, str] | None:
    """The total of two rows that has no caption; `sales` puts them among revenues."""
    one, two = ("Sale one", "Sale two") if sales else ("Cost one", "Cost two")
    text = f"{one}   600  540\n{two}   200  180\nTotal   800  720\n"
    return first(statement(Kind.INCOME, text), dict(zip((one, two), parts, strict=True)), named=named).get("Total")


def test_a_total_of_rows_among_revenues_is_revenues() -> None:
    assert uncaptioned("SalesRevenueGoodsNet", "SalesRevenueServicesNet", sales=True) == ("Revenues", "footing:parts")


def test_a_total_of_parts_of_the_cost_of_sales_is_the_cost_of_sales() -> None:
    assert uncaptioned("CostOfGoodsSold", "CostOfServices") == ("CostOfRevenue", "footing:parts")


@pytest.mark.parametrize(
    "cost",
    [
        "CostOfRevenue", "CostOfGoodsSold", "CostOfGoodsAndServicesSold", "CostOfServices",
        "ResearchAndDevelopmentExpense", "ResearchAndDevelopmentInProcess", "SellingGeneralAndAdministrativeExpense",
        "SellingAndMarketingExpense", "SellingExpense", "MarketingExpense", "GeneralAndAdministrativeExpense",
        "Depreciation", "DepreciationAndAmortization", "DepreciationDepletionAndAmortization",
        "AmortizationOfIntangibleAssets", "RestructuringCharges", "AssetImpairmentCharges",
        "BusinessCombinationAcquisitionRelatedCosts", "ProvisionForDoubtfulAccounts", "InterestExpense",
        "OtherCostAndExpenseOperating",
    ],
)  # fmt: skip
def test_a_total_of_costs_of_any_kind_is_costs_and_expenses(cost: str) -> None:
    other = "SellingExpense" if cost != "SellingExpense" else "MarketingExpense"
    found = uncaptioned(cost, other)
    assert found is not None
    assert found[0] == "CostsAndExpenses"


def test_other_totals_are_what_the_taxonomy_adds_the_parts_up_to() -> None:
    named = ("InterestAndDividendIncomeOperating",)
    parts = ("InterestAndFeeIncomeLoansAndLeases", "InterestAndDividendIncomeSecurities")
    assert uncaptioned(*parts, named=named) == (named[0], "footing:parts")
    assert uncaptioned(*parts) is None  # that no mapping file names
    assert uncaptioned(parts[0], "IncomeTaxExpenseBenefit", named=named) is None  # half of the parts is not most


def test_costs_alone_add_up_to_no_income() -> None:
    """The taxonomy adds costs up to income before taxes, too, which is the total of nothing but costs in no print."""
    before = (
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments"
    )
    assert uncaptioned("OperatingExpenses", "OtherNonoperatingExpense", named=(before,)) is None
    assert uncaptioned("OperatingIncomeLoss", "NonoperatingIncomeExpense", named=(before,)) == (before, "footing:parts")
    brackets = "Cost one   (600)  (540)\nCost two   (200)  (180)\nTotal   (800)  (720)\n"
    concepts = {"Cost one": "OperatingExpenses", "Cost two": "OtherNonoperatingExpense"}
    assert first(statement(Kind.INCOME, brackets), concepts, named=(before,))["Total"] == (before, "footing:parts")


HEADED = """
Other items:
  Cost one   600  540
  Cost two   200  180
Total   800  720
"""


@pytest.mark.parametrize(
    ("fit", "expected"), [(Fit.FULL, "Sundries"), (Fit.LOOSE, "Sundries"), (None, "CostsAndExpenses")]
)
def test_a_total_named_after_its_heading_is_what_its_parts_are_if_no_rule_knows_the_name(
    fit: Fit | None, expected: str
) -> None:
    read = statement(Kind.INCOME, HEADED)
    items = tuple(replace(item, headings=tuple(each.rstrip(":") for each in item.headings)) for item in read.items)
    concepts = {"Cost one": "SellingExpense", "Cost two": "MarketingExpense", "Total": "Sundries"}
    assert first(replace(read, items=items), concepts, fit)["Total"][0] == expected


@pytest.mark.parametrize(
    ("rivals", "expected"),
    [
        ([("Sundries", Fit.FULL), ("CostsAndExpenses", Fit.LOOSE)], "CostsAndExpenses"),
        ([("Sundries", Fit.FULL), ("CostsAndExpenses", None)], "Sundries"),  # that no rule names
        ([("Sundries", None), ("CostsAndExpenses", None)], "CostsAndExpenses"),
    ],
)
def test_of_several_that_know_the_name_of_a_headed_total_its_parts_speak_for_one(
    rivals: list[tuple[str, Fit | None]], expected: str
) -> None:
    read = statement(Kind.INCOME, HEADED)
    items = tuple(replace(item, headings=tuple(each.rstrip(":") for each in item.headings)) for item in read.items)
    rows = [
        [],
        [Candidate("SellingExpense", 1.0, Fit.FULL, 0.0, "words")],
        [Candidate("MarketingExpense", 1.0, Fit.FULL, 0.0, "words")],
        [Candidate(concept, 1.0, fit, 0.0, "words") for concept, fit in rivals],
    ]
    found = by_footing(frame_of(replace(read, items=items), WORDS), rows, GROUPS, load_index("us-gaap/2009"), ())
    assert found[3][0].concept == expected


# Lenders

LENDER = """
Interest income        410   359
Interest expense        81    88
Net interest income    329   271
Salaries               100    90
Rent                    50    40
Total expenses         150   130
"""


@pytest.mark.parametrize("total", ["CostsAndExpenses", "OperatingExpenses"])
@pytest.mark.parametrize(
    "net",
    ["InterestIncomeExpenseNet", "InterestIncomeExpenseAfterProvisionForLoanLoss", "RevenuesNetOfInterestExpense"],
)
def test_the_costs_below_the_net_interest_income_of_a_lender_are_noninterest_expense(net: str, total: str) -> None:
    concepts = {"Net interest income": net, "Total expenses": total}
    found = first(statement(Kind.INCOME, LENDER), concepts)
    assert found["Total expenses"] == ("NoninterestExpense", "footing:noninterest")
    assert first(statement(Kind.INCOME, LENDER), {"Total expenses": total})["Total expenses"] == (total, "words")


def test_costs_that_hold_the_interest_are_not() -> None:
    text = "Income   410   359\nInterest   81    88\nRent   50    40\nTotal expenses   131   128\nNet   279   231\n"
    concepts = {"Net": "InterestIncomeExpenseNet", "Total expenses": "OperatingExpenses"}
    assert first(statement(Kind.INCOME, text), concepts)["Total expenses"] == ("OperatingExpenses", "words")


def test_a_total_of_a_lender_that_nothing_adds_up_to_is_left_to_its_words() -> None:
    read = statement(Kind.INCOME, LENDER.replace("150   130", "155   135"))
    concepts = {"Net interest income": "InterestIncomeExpenseNet", "Total expenses": "OperatingExpenses"}
    assert first(read, concepts)["Total expenses"] == ("OperatingExpenses", "words")


# A cost without a concept, and what is taken off it

AT_COST = """
Cash                        10   9
Vessels, at cost            90   80
{taken}                     {figures}
Total                       {net}
All                         {all}
"""
GROSS, NET = "PropertyPlantAndEquipmentGross", "PropertyPlantAndEquipmentNet"
TAKEN_OFF = "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"


@pytest.mark.parametrize("figures", ["(30)  (20)", "30  20"])
def test_what_is_left_of_a_cost_by_its_depreciation_is_the_net_amount(figures: str) -> None:
    text = AT_COST.format(taken="Depreciation", figures=figures, net="60   60", all="70   69")
    found = first(statement(Kind.BALANCE_SHEET, text), {"Depreciation": TAKEN_OFF})
    assert found["Total"] == (NET, "footing:parts")
    assert found["Vessels, at cost"] == (GROSS, "footing:gross")


def test_what_the_taxonomy_takes_off_nothing_leaves_no_net_amount() -> None:
    text = AT_COST.format(taken="Reserve", figures="(30)  (20)", net="60   60", all="70   69")
    assert "Total" not in first(statement(Kind.BALANCE_SHEET, text), {"Reserve": "Goodwill"})
    assert "Total" not in first(statement(Kind.BALANCE_SHEET, text), {})


def test_what_adds_to_a_cost_leaves_no_net_amount() -> None:
    text = AT_COST.format(taken="Depreciation", figures="30   20", net="120   100", all="130  109")
    assert "Vessels, at cost" not in first(statement(Kind.BALANCE_SHEET, text), {"Depreciation": TAKEN_OFF})


def test_a_cost_that_is_something_else_leaves_no_net_amount() -> None:
    text = AT_COST.format(taken="Depreciation", figures="(30)  (20)", net="60   60", all="70   69")
    concepts = {"Depreciation": TAKEN_OFF, "Vessels, at cost": "InventoryNet"}
    assert first(statement(Kind.BALANCE_SHEET, text), concepts)["Vessels, at cost"] == ("InventoryNet", "words")


def test_of_three_rows_none_is_the_gross_amount() -> None:
    text = AT_COST.format(taken="Depreciation", figures="(30)  (20)", net="62   62", all="72   71")
    text = text.replace("Total  ", "Under way  2  2\nTotal  ")
    assert "Vessels, at cost" not in first(statement(Kind.BALANCE_SHEET, text), {"Depreciation": TAKEN_OFF})


def test_costs_of_which_most_are_unknown_are_no_costs_and_expenses() -> None:
    text = "Cost of cards  10  9\nLoans  20  19\nOther  3  3\nTotal  33  31\n"
    assert "Total" not in first(statement(Kind.INCOME, text), {"Other": "OtherCostAndExpenseOperating"})
    half = {"Other": "OtherCostAndExpenseOperating", "Cost of cards": "MarketingExpense"}
    assert first(statement(Kind.INCOME, text), half)["Total"] == ("CostsAndExpenses", "footing:parts")
    pair = "Cost of cards  10  9\nOther  3  3\nTotal  13  12\n"
    assert first(statement(Kind.INCOME, pair), {"Other": "MarketingExpense"})["Total"][0] == "CostsAndExpenses"


def test_a_result_without_a_caption_is_named_by_what_comes_next() -> None:
    text = "Sales  90  80\nCosts  50  45\nTotal  40  35\nTaxes  10  9\nNet income  30  26\n"
    concepts = {"Sales": "Revenues", "Costs": "CostsAndExpenses", "Taxes": "IncomeTaxExpenseBenefit"}
    concept, rule = first(statement(Kind.INCOME, text), concepts)["Total"]
    assert "BeforeIncomeTaxesMinorityInterest" in str(concept)
    assert rule == "footing:parts"


def test_of_two_results_a_share_the_one_of_common_stock_is_the_earnings() -> None:
    text = "Net loss  $.25  $.21\nNet loss of common stock  $.29  $.25\n"
    found = first(statement(Kind.INCOME, text), {"Net loss": "EarningsPerShareBasic"})
    assert found["Net loss of common stock"] == ("EarningsPerShareBasic", "footing:of-common-stock")
    assert found["Net loss"] == (None, "footing:of-common-stock")
