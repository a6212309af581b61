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


# What the rows around tell

INVESTING = """
Operating activities:
  Net income                            100   90
Net cash from operating activities      100   90
Investing activities:
  {collected}                           {loans}
  {spent}                               {mills}
{total}                                 {net}
Change in cash                          7     7
"""


@pytest.mark.parametrize(
    ("spent", "loans", "mills", "net", "expected"),
    [
        ("Purchases of mills", "197   150", "(132)   (50)", "65   100", 1),  # `used`, but more came in
        ("Purchases of mills", "(97)   (50)", "132   150", "35   100", -1),  # brackets are what came in
        ("Purchases of mills", "97   50", "(132)   (150)", "(35)   (100)", 1),
        ("Purchases of mills (sales)", "(197)   150", "232   60", "35   210", -1),
        ("Mills", "197   (150)", "132   160", "329   10", -1),  # nothing but the caption tells
    ],
)
def test_net_cash_is_what_its_parts_make_of_it(spent: str, loans: str, mills: str, net: str, expected: int) -> None:
    total = "Net cash used in investing activities"
    text = INVESTING.format(
        collected="Collections of loans", spent=spent, loans=loans, mills=mills, total=total, net=net
    )
    concepts = {total: "NetCashProvidedByUsedInInvestingActivities"}
    assert turned(statement(CF, text), concepts)[total] == expected


def test_parts_that_say_nothing_leave_net_cash_to_its_caption() -> None:
    total = "Net cash used in investing activities"
    text = INVESTING.format(
        collected="Loans", spent="Mills", loans="10   20", mills="30   40", total=total, net="40   60"
    )
    assert turned(statement(CF, text), {total: "NetCashProvidedByUsedInInvestingActivities"})[total] == -1


@pytest.mark.parametrize(
    ("caption", "figures", "expected"),
    [
        ("Net cash used in financing activities", "141   (98)", 1),  # the print shows the effect
        ("Net cash used in financing activities", "141   98", -1),
        ("Net cash used in financing activities", "141   -", -1),
    ],
)
def test_net_cash_of_both_directions_shows_the_effect(caption: str, figures: str, expected: int) -> None:
    read = statement(CF, f"{caption}  {figures}\n")
    assert turned(read, {caption: "NetCashProvidedByUsedInFinancingActivities"})[caption] == expected


def test_what_operations_put_back_is_not_asked_which_way_it_went() -> None:
    text = """
Operating activities:
  Net loss                              (100)   (90)
  Gain on sale of a mill                (20)    (20)
  Payments to a fund                    10      5
Net cash used in operating activities   (110)   (105)
"""
    concepts = {"Net cash used in operating activities": "NetCashProvidedByUsedInOperatingActivities"}
    assert set(turned(statement(CF, text), concepts).values()) == {1}


BELOW = """
Operating activities:
  Net income                            100   90
Net cash from operating activities      100   90
Cash at end of year                     100   90
Paid in cash:
  {interest}
{more}  {taxes}
"""
INTEREST, TAXES = "InterestPaidNet", "IncomeTaxesPaidNet"


def taxes(line: str, interest: str = "Interest  (12)  (10)", more: str = "") -> int:
    """The sign of a row of income taxes below a cash flow."""
    read = statement(CF, BELOW.format(interest=interest, taxes=line, more=more))
    return turned(read, {"Interest": INTEREST, line.split("  ")[0]: TAXES})[line.split("  ")[0]]


@pytest.mark.parametrize(
    ("line", "interest", "expected"),
    [
        ("Income taxes, net  (80)  81", "Interest  (12)  (10)", -1),  # paid, and received
        ("Income taxes, net  (80)  (81)", "Interest  (12)  (10)", -1),
        ("Income taxes, net  (80)  81", "Interest  12  10", 1),
        ("Income taxes, net  (80)  81", "Interest  12  (10)", 1),
        ("Cash received for income taxes, net  14  23", "Interest  12  10", -1),
        ("Cash received for income taxes, net  (14)  (23)", "Interest  12  10", 1),
        ("Received (paid) for income taxes  14  23", "Interest  12  10", -1),
        ("Cash paid (received) for income taxes  14  23", "Interest  12  10", 1),
        ("Income taxes paid, net of refunds received  14  23", "Interest  12  10", 1),
    ],
)
def test_taxes_paid_are_read_as_their_neighbours_and_their_caption_say(line: str, interest: str, expected: int) -> None:
    assert taxes(line, interest) == expected


def test_payments_far_off_or_of_another_heading_are_no_neighbours() -> None:
    assert taxes("Income taxes, net  (80)  81", more="  A  1  1\n  B  1  1\n") == -1
    assert taxes("Income taxes, net  (80)  81", more="  A  1  1\n  B  1  1\n  C  1  1\n") == 1
    assert taxes("Income taxes, net  (80)  81", more="Else:\n") == 1


def test_only_what_is_paid_is_read_so() -> None:
    read = statement(CF, BELOW.format(interest="Interest  (12)  (10)", taxes="Gains received  5  (4)", more=""))
    concepts = {"Interest": INTEREST, "Gains received": "IncreaseDecreaseInAccountsPayable"}
    assert turned(read, concepts)["Gains received"] == 1


def test_of_a_total_in_no_section_the_parts_are_not_asked() -> None:
    text = "Payments to a fund   50   60\nNet cash of the year   50   60\n"
    concepts = {"Net cash of the year": "NetCashProvidedByUsedInOperatingActivities"}
    assert set(turned(statement(CF, text), concepts).values()) == {1}
