"""Which concept a row is given, with which sign, and when it is honestly left to the company's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.mapping.decide import choose, read
from converter.mapping.maps import Maps, load_maps
from converter.statements.statement import Aspect
from converter.taxonomy import Index
from converter.terms import Decision, Kind
from tests.mapping.builder import statement, with_inside

Decided = Callable[..., dict[str, Decision]]

BALANCE_SHEET = """
Current assets:
  Cash and cash equivalents                  100   90
  Accounts receivable, net                   300  280
  Prepaid expenses and other current assets   50   40
Total current assets                         450  410
Property and equipment, net                  550  500
Total assets                               1,000  910
Current liabilities:
  Accounts payable                           200  180
  Accrued liabilities                        100  100
Total current liabilities                    300  280
Minority interest                             40   30
Shareholders' equity                         660  600
Total liabilities and shareholders' equity  1,000  910
"""

INCOME = """
Net sales                  1,000    900
Cost of sales                600    540
Gross profit                 400    360
Operating expenses:
  Selling, general and administrative  200  180
  Research and development   100     90
Total costs and expenses     300    270
Operating income             100     90
Interest expense             (20)   (10)
Income before income taxes    80     80
Provision for income taxes    30     30
Net income                    50     50
"""


def concepts(found: dict[str, Decision]) -> dict[str, str | None]:
    return {caption: decision.concept for caption, decision in found.items()}


def test_a_balance_sheet(decided: Decided) -> None:
    assert concepts(decided(statement(Kind.BALANCE_SHEET, BALANCE_SHEET))) == {
        "Cash and cash equivalents": "CashAndCashEquivalentsAtCarryingValue",
        "Accounts receivable, net": "AccountsReceivableNetCurrent",
        "Prepaid expenses and other current assets": "PrepaidExpenseAndOtherAssetsCurrent",
        "Total current assets": "AssetsCurrent",
        "Property and equipment, net": "PropertyPlantAndEquipmentNet",
        "Total assets": "Assets",
        "Accounts payable": "AccountsPayableCurrent",
        "Accrued liabilities": "AccruedLiabilitiesCurrent",
        "Total current liabilities": "LiabilitiesCurrent",
        "Minority interest": "MinorityInterest",
        "Shareholders' equity": "StockholdersEquity",  # beside minority interests, not with them
        "Total liabilities and shareholders' equity": "LiabilitiesAndStockholdersEquity",
    }


def test_equity_that_adds_minority_interests_up_includes_them(decided: Decided) -> None:
    text = BALANCE_SHEET.replace("Minority interest  ", "Common stock            660  600\nMinority interest  ")
    found = decided(statement(Kind.BALANCE_SHEET, text.replace("660  600\nTotal", "700  630\nTotal")))
    assert (
        found["Shareholders' equity"].concept
        == "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
    )


def test_a_concept_newer_than_the_learned_layer_is_not_displaced_by_it(decided: Decided) -> None:
    """Companies of 2009 had no concept for the two together and took another; the caption says the two."""
    found = decided(statement(Kind.BALANCE_SHEET, BALANCE_SHEET))["Prepaid expenses and other current assets"]
    assert found.rule == "us-gaap/balance_sheet.yaml:PrepaidExpenseAndOtherAssetsCurrent"


def test_a_total_of_costs_below_gross_profit_is_of_operating_expenses(decided: Decided) -> None:
    assert decided(statement(Kind.INCOME, INCOME))["Total costs and expenses"].concept == "OperatingExpenses"


def test_a_total_of_costs_that_holds_the_cost_of_sales_is_of_all(decided: Decided) -> None:
    text = """
Net sales                  1,000    900
Cost of sales                600    540
Selling, general and administrative  200  180
Total costs and expenses     800    720
Operating income             200    180
"""
    assert decided(statement(Kind.INCOME, text))["Total costs and expenses"].concept == "CostsAndExpenses"


def test_a_bracketed_expense_is_a_positive_fact(decided: Decided) -> None:
    found = decided(statement(Kind.INCOME, INCOME))["Interest expense"]
    assert (found.concept, found.sign) == ("InterestExpense", -1)


@pytest.mark.parametrize(
    ("year", "concept"), [(1999, "Revenues"), (2019, "RevenueFromContractWithCustomerExcludingAssessedTax")]
)
def test_a_standard_decides_for_the_years_since_it(year: int, concept: str, decided: Decided) -> None:
    assert decided(statement(Kind.INCOME, INCOME, year))["Net sales"].concept == concept


def test_a_caption_that_nobody_knows_is_the_companys_own(decided: Decided) -> None:
    text = BALANCE_SHEET.replace("Prepaid expenses and other current assets", "Grants receivable from harbour boards")
    found = decided(statement(Kind.BALANCE_SHEET, text))["Grants receivable from harbour boards"]
    assert found.concept is None
    assert found.anchor is not None


def test_an_extension_that_a_rule_asks_for_is_as_sure_as_the_rule(decided: Decided) -> None:
    """The release of 2025 has no concept for tax benefits of option plans any more; the rule says what to do then."""
    text = "Net income  100  90\nTax benefit from employee stock plans  20  10\nNet cash from operations  120  100\n"
    found = decided(statement(Kind.CASH_FLOW, text))["Tax benefit from employee stock plans"]
    assert (found.concept, found.rule) == (None, "us-gaap/cash_flow.yaml:TaxBenefitFromStockOptionsExercised")
    assert found.confidence > 0.9


def test_a_number_inside_a_caption_is_of_its_class_of_stock(decided: Decided) -> None:
    text = BALANCE_SHEET.replace("Shareholders' equity  ", "Preferred stock, 5,000 shares authorized  ")
    base = statement(Kind.BALANCE_SHEET, text)
    host = next(row for row, item in enumerate(base.items) if item.caption.startswith("Preferred"))
    inside = with_inside(base, host, Aspect.AUTHORIZED, "5,000", "shares")
    assert decided(inside)["Preferred stock, 5,000 shares authorized"].concept == "PreferredStockSharesAuthorized"


def test_the_alternatives_are_as_sure_as_they_would_have_been_the_likeliest_first(
    decided: Decided, maps: Maps, index: Index
) -> None:
    income = statement(Kind.INCOME, INCOME)
    found = decided(income)["Net income"]
    (ranked,) = choose(read([income], maps, index), maps.knowledge)
    row = next(row for row, item in enumerate(income.items) if item.caption == "Net income")
    candidates = ranked.rows[row]
    likely = {
        each.concept: round(ranked.confidence(each), 4)
        for each in candidates
        if each.concept not in (None, found.concept)
    }
    assert len(likely) >= 4
    assert dict(found.alternatives).items() <= likely.items()
    assert [sure for _, sure in found.alternatives] == sorted(likely.values(), reverse=True)[:4]


def test_what_a_person_wrote_down_wins(tmp_path: Path, decided: Decided, index: Index) -> None:
    (tmp_path / "mine.yaml").write_text(
        'captions:\n  "Prepaid expenses and other current assets": OtherAssetsCurrent\n'
    )
    found = decided(statement(Kind.BALANCE_SHEET, BALANCE_SHEET), using=load_maps(index.release, tmp_path))
    assert found["Prepaid expenses and other current assets"].concept == "OtherAssetsCurrent"
    assert found["Prepaid expenses and other current assets"].rule == "mine.yaml:2"


def test_the_change_in_cash_has_the_sign_that_leads_from_opening_to_closing_cash(decided: Decided) -> None:
    text = """
Operating activities:
  Net income                        100     50
  Net cash provided by operating activities  100     50
Decrease in cash and cash equivalents  (20)   30
Cash and cash equivalents at beginning of year  70     40
Cash and cash equivalents at end of year  50     70
"""
    found = decided(statement(Kind.CASH_FLOW, text))["Decrease in cash and cash equivalents"]
    assert "PeriodIncreaseDecrease" in str(found.concept)
    assert found.sign == 1


def test_a_guess_of_one_direction_names_a_row_that_goes_it(decided: Decided) -> None:
    text = """
Investing activities:
  Buying of businesses, net of cash  (80)  (178)
  Capital expenditures  (18)  (13)
  Net cash used in investing activities  (98)  (191)
"""
    found = decided(statement(Kind.CASH_FLOW, text))["Buying of businesses, net of cash"]
    assert (found.concept, found.sign) == ("PaymentsToAcquireBusinessesNetOfCashAcquired", -1)


def test_a_rule_names_a_row_whichever_way_it_goes(decided: Decided) -> None:
    text = """
Investing activities:
  Net maturities of marketable securities  80  178
  Capital expenditures  (18)  13
  Net cash provided by investing activities  62  191
"""
    found = decided(statement(Kind.CASH_FLOW, text))["Capital expenditures"]
    assert found.concept == "PaymentsToAcquirePropertyPlantAndEquipment"


def test_a_guess_of_one_direction_does_not_name_a_row_that_goes_both_ways(decided: Decided) -> None:
    text = """
Investing activities:
  Net maturities (purchases) of marketable securities  80  (178)
  Capital expenditures  (18)  (13)
  Net cash provided by (used in) investing activities  62  (191)
"""
    assert (
        decided(statement(Kind.CASH_FLOW, text))["Net maturities (purchases) of marketable securities"].concept is None
    )
