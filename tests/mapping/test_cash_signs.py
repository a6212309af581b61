"""The sign of a row of a cash flow: what it prints is its effect on cash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.mapping.signs import Sign, signs
from converter.statements.statement import Sum
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.test_signs import turned

CF = Kind.CASH_FLOW

ADJUSTMENTS = """
Operating activities:
  Net income                       100   90
  Adjustments                      {figures}
Net cash from operating activities {total}
"""
TOTAL = {"Net cash from operating activities": "NetCashProvidedByUsedInOperatingActivities"}


@pytest.mark.parametrize(
    ("concept", "figures", "total", "expected"),
    [
        ("GainLossOnSaleOfPropertyPlantEquipment", "(8)  (6)", "92   84", -1),  # a gain, taken out
        ("GainLossOnSaleOfPropertyPlantEquipment", "8  6", "108   96", -1),  # a loss, put back
        ("DeferredIncomeTaxExpenseBenefit", "8  6", "108   96", 1),
        ("IncreaseDecreaseInAccountsReceivable", "(8)  (6)", "92   84", -1),
        ("IncreaseDecreaseInAccountsPayable", "(8)  (6)", "92   84", 1),
        ("RestructuringCharges", "(8)  (6)", "92   84", 1),
        ("Depreciation", "8  6", "108   96", 1),
        ("Depreciation", "(8)  (6)", "92   84", -1),
        ("IncomeLossFromDiscontinuedOperationsNetOfTax", "(8)  (6)", "92   84", -1),
        ("IncomeLossFromEquityMethodInvestments", "(8)  (6)", "92   84", -1),
    ],
)
def test_an_adjustment_shows_its_effect_on_cash(concept: str, figures: str, total: str, expected: int) -> None:
    read = statement(CF, ADJUSTMENTS.format(figures=figures, total=total))
    assert turned(read, {"Adjustments": concept, **TOTAL})["Adjustments"] == expected


def test_a_row_that_is_subtracted_on_the_way_has_the_other_effect() -> None:
    added = statement(CF, ADJUSTMENTS.format(figures="8  6", total="92   84"))
    read = replace(added, sums=(Sum(total=3, parts=((1, 1), (2, -1)), holds=2, fails=0),))
    assert turned(read, {"Adjustments": "IncreaseDecreaseInAccountsReceivable", **TOTAL})["Adjustments"] == 1


@pytest.mark.parametrize("concept", load_knowledge("us-gaap").groups.reconciled)
def test_the_result_that_a_cash_flow_starts_from_is_as_printed(concept: str) -> None:
    text = ADJUSTMENTS.format(figures="(8)  (6)", total="92   84")
    taxonomy = "us-gaap/2025" if concept in load_index("us-gaap/2025") else "us-gaap/2009"
    assert turned(statement(CF, text), {"Net income": concept, **TOTAL}, taxonomy=taxonomy)["Net income"] == 1


def test_what_has_no_balance_is_as_printed() -> None:
    text = ADJUSTMENTS.format(figures="(8)  (6)", total="92   84")
    concepts = {"Adjustments": "OtherComprehensiveIncomeLossTaxPortionAttributableToParent", **TOTAL}
    assert turned(statement(CF, text), concepts, taxonomy="us-gaap/2009")["Adjustments"] == 1


def test_what_else_has_a_credit_balance_would_be_taken_out() -> None:
    text = ADJUSTMENTS.format(figures="8  6", total="108   96")
    assert turned(statement(CF, text), {"Net income": "ComprehensiveIncomeNetOfTax", **TOTAL})["Net income"] == -1


@pytest.mark.parametrize("concept", ["NetCashProvidedByUsedInOperatingActivities",
                                     "NetCashProvidedByUsedInInvestingActivities",
                                     "NetCashProvidedByUsedInFinancingActivities",
                                     "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations",
                                     "NetCashProvidedByUsedInInvestingActivitiesContinuingOperations",
                                     "NetCashProvidedByUsedInFinancingActivitiesContinuingOperations",
                                     "NetCashProvidedByUsedInContinuingOperations",
                                     "NetCashProvidedByUsedInDiscontinuedOperations"])  # fmt: skip
@pytest.mark.parametrize(
    ("caption", "figures", "expected"),
    [
        ("Net cash used in operating activities", "40  30", -1),
        ("Net cash used in operating activities", "(40)  (30)", 1),
        ("Net cash utilized in operating activities", "40  30", -1),
        ("Net cash required by operating activities", "40  30", -1),
        ("Net cash absorbed by operating activities", "40  30", -1),
        ("Decrease in cash, operating activities", "40  30", -1),
        ("Net cash provided by operating activities", "40  30", 1),
        ("Net cash generated in operating activities", "40  30", 1),
        ("Net cash from operating activities", "40  30", 1),
        ("Net cash used in or from operating activities", "(40)  (30)", 1),
        ("Net cash used in or from operating activities", "40  30", 1),
        ("Increase in cash, operating activities", "40  30", 1),
        ("Net cash provided by (used in) operating activities", "(40)  (30)", 1),
        ("Net cash, operating activities", "40  30", 1),
    ],
)
def test_net_cash_is_provided_or_used_as_its_caption_says(
    concept: str, caption: str, figures: str, expected: int
) -> None:
    read = statement(CF, f"Operating activities:\n  Net income  50  40\n{caption}  {figures}\n")
    taxonomy = "us-gaap/2025" if concept in load_index("us-gaap/2025") else "us-gaap/2009"
    assert turned(read, {caption: concept}, taxonomy=taxonomy)[caption] == expected


ROLL = """
Operating activities:
  Net income                        100     50
Net cash from operating activities  100     50
Change in cash                      {change}
Cash at beginning of year           {first}
Cash at end of year                 {last}
"""


CHANGE_IN_CASH = "CashAndCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect"


@pytest.mark.parametrize(
    ("change", "first", "last", "expected"),
    [
        ("40   30", "60   30", "100   60", 1),
        ("40   30", "100   130", "60   100", -1),
        ("(40)   (30)", "100   130", "60   100", 1),
        ("40   30", "7   7", "9   9", 1),  # leads nowhere: the caption tells
        ("40   30", "100   60", "60   90", 1),  # one of each
    ],
)
@pytest.mark.parametrize("concept", load_knowledge("us-gaap").groups.cash_changes)
def test_the_change_in_cash_leads_from_opening_to_closing_cash(
    concept: str, change: str, first: str, last: str, expected: int
) -> None:
    read = statement(CF, ROLL.format(change=change, first=first, last=last))
    taxonomy = "us-gaap/2025" if concept in load_index("us-gaap/2025") else "us-gaap/2009"
    assert turned(read, {"Change in cash": concept}, taxonomy=taxonomy)["Change in cash"] == expected


@pytest.mark.parametrize(
    ("change", "first", "last", "expected"),
    [
        ("40", "100", "60", -1),
        ("40", "60", "100", 1),  # the print says increase, whatever it calls it
        ("40   30", "7   7", "9   9", -1),
        ("40   30", "100   60", "60   90", -1),
        ("-   30", "60   130", "100   100", -1),
    ],
)
def test_a_decrease_in_cash_is_one_unless_it_leads_to_more(change: str, first: str, last: str, expected: int) -> None:
    text = ROLL.format(change=change, first=first, last=last).replace("Change in cash", "Decrease in cash")
    assert turned(statement(CF, text), {"Decrease in cash": CHANGE_IN_CASH}) == {"Decrease in cash": expected}


def test_the_roll_forward_is_that_of_cash() -> None:
    text = ROLL.format(change="40   30", first="100   130", last="60   100") + "Debt at end of year  140   160\n"
    assert turned(statement(CF, text), {"Change in cash": CHANGE_IN_CASH}) == {"Change in cash": -1}
    text = "Debt at beginning of year  100   130\n" + ROLL.format(change="40   30", first="9   9", last="60   100")
    assert turned(statement(CF, text), {"Change in cash": CHANGE_IN_CASH}) == {"Change in cash": 1}


def test_only_changes_in_cash_are_told_by_the_roll_forward() -> None:
    read = statement(CF, ROLL.format(change="40   30", first="100   130", last="60   100"))
    concepts = {"Change in cash": "EffectOfExchangeRateOnCashAndCashEquivalents"}
    assert turned(read, concepts, taxonomy="us-gaap/2009")["Change in cash"] == 1


def test_a_turned_sign_says_why() -> None:
    read = statement(CF, ROLL.format(change="40   30", first="100   130", last="60   100"))
    frame = frame_of(read, Vocabulary())
    chosen = [
        Candidate(CHANGE_IN_CASH, 1.0, Fit.FULL, 0.0, "rule") if item.caption == "Change in cash" else None
        for item in read.items
    ]

    found = signs(frame, chosen, load_knowledge("us-gaap"), load_index("us-gaap/2009"))

    assert found[3] == Sign(-1, "so it leads from the cash at the beginning to that at the end")
    assert found[0] == Sign(1, "")
