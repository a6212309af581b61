"""The sign of a row that gets a concept of the company's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.caption_signs import cash_direction
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.own_signs import own_sign
from converter.mapping.rows import frame_of
from converter.mapping.signs import signs
from converter.statements.statement import Role, Statement
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement

BS, IS, CI, CF, EQ = Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW, Kind.EQUITY


def alone(kind: Kind, line: str, effect: int = 0) -> int:
    """The sign of a row that prints this, given what a printed positive figure of it does."""
    return own_sign(statement(kind, line + "\n").items[0], kind, effect)


@pytest.mark.parametrize("kind", [BS, IS, CI, CF, EQ])
@pytest.mark.parametrize("caption", ["Cost of merger", "Gain on sale of a mill", "Payment of a dividend", "Passenger"])
@pytest.mark.parametrize("figures", ["12  10", "12  (10)", "-  -", "12  -"])
def test_what_is_printed_without_brackets_stays(kind: Kind, caption: str, figures: str) -> None:
    assert alone(kind, f"{caption}  {figures}") == 1


@pytest.mark.parametrize(
    ("kind", "caption", "effect", "expected"),
    [
        (IS, "Cost of merger", 1, 1),  # `cost of` names a thing
        (IS, "Merger expenses", 1, -1),
        (IS, "Merger expenses", 0, -1),
        (IS, "Merger expenses", -1, 1),  # taken back among costs
        (IS, "Impairment of a mill", 1, -1),
        (IS, "Write-off of a mill", 1, -1),
        (IS, "Write downs of mills", 1, -1),
        (IS, "Depreciation of mills", 1, -1),
        (IS, "Amortization of rights", 1, -1),
        (IS, "Taxes on mills", 1, -1),
        (IS, "Loss on settlement", 1, -1),
        (IS, "Gain on settlement", 1, 1),  # a gain in brackets among other income is a loss
        (IS, "Gain on settlement", -1, -1),  # and among costs a gain
        (IS, "Gain (loss) on settlement", 1, 1),
        (IS, "Settlement", 1, 1),
        (IS, "Net loss of the mill", 1, 1),
        (IS, "Loss before minority interest", 1, 1),
        (IS, "Losses from discontinued lines", 1, 1),
        (IS, "Loss attributable to others", 1, 1),
        (IS, "Extraordinary loss", 1, 1),
        (IS, "Cumulative effect of charges", 1, 1),
        (CI, "Loss on a hedge", 1, -1),
        (BS, "Deferred costs", 1, 1),
        (EQ, "Loss on a hedge", 1, 1),
        (CF, "Payment of a dividend", 1, -1),
        (CF, "Payment of a dividend", 0, -1),
        (CF, "Deposit on a building", 1, 1),
        (CF, "Proceeds from a mill", 1, 1),
        (CF, "Purchases and sales of notes", 1, 1),
        (CF, "Gain on sale of a mill", 1, -1),
        (CF, "Losses on purchased notes", 1, 1),
        (CF, "Write-off of acquisitions", 1, 1),
        (CF, "Gain on settlement", 1, -1),
        (CF, "Loss on settlement", 1, 1),
        (CF, "Gain or loss on settlement", 1, 1),
        (CF, "Impairment of a mill", 1, 1),
    ],
)
def test_a_figure_in_brackets_is_the_amount_of_what_the_caption_names_if_that_is_its_effect(
    kind: Kind, caption: str, effect: int, expected: int
) -> None:
    assert alone(kind, f"{caption}  (12)  (10)", effect) == expected
    assert alone(kind, f"{caption}  (12)  -", effect) == expected


def test_only_money_of_lines_is_turned() -> None:
    item = statement(IS, "Merger expenses  (12)  (10)\n").items[0]
    assert own_sign(item, IS, 1) == -1
    for other in (
        replace(item, unit="USD/shares"),
        replace(item, role=Role.TOTAL),
        replace(item, role=Role.PARENTHETICAL),
    ):
        assert own_sign(other, IS, 1) == 1


@pytest.mark.parametrize(
    ("caption", "way"),
    [
        ("Proceeds from issuance of notes", 1),
        ("Sale of purchased notes", 1),
        ("Payments of debt issuance costs", -1),
        ("Purchases of investments, net of cash received", -1),
        ("Proceeds from (payments on) notes", 0),
        ("Net (repayments) borrowings", 0),
        ("Purchases and sales", 0),
        ("Purchases/sales of notes", 0),
        ("Payments or receipts", 0),
        ("Borrowings and repayments, net", 0),
        ("Repayments, net of borrowings", -1),
        ("Inventories", 0),
        *((f"{word} a mill", 1) for word in (
            "Proceeds of", "Receipt for", "Receipts for", "Received for", "Collection for", "Collections of",
            "Collected for", "Issuance for", "Issuances for", "Issued for", "Borrowing for", "Borrowings for",
            "Borrowed for", "Sale of", "Sales of", "Disposal of", "Disposals of", "Disposition of", "Dispositions of",
            "Maturity of", "Maturities of", "Refund of taxes for", "Contribution from", "Contributions from",
            "Release of", "Provided by")),
        *((f"{word} a mill", -1) for word in (
            "Payment for", "Payments for", "Paid for", "Repayment for", "Repayments for", "Purchase of", "Purchases of",
            "Purchased for", "Repurchase of", "Repurchases of", "Repurchased for", "Redemption of", "Redemptions of",
            "Redeemed for", "Retirement of", "Retirements of", "Dividend of", "Dividends of", "Distribution of",
            "Distributions of", "Expenditure for", "Expenditures for", "Addition to", "Additions to", "Acquisition of",
            "Acquisitions of", "Investment in", "Investments in", "Contribution to", "Contributions to", "Loans to",
            "Advances to", "Cost of", "Costs of", "Expense of", "Expenses of", "Fees of", "Pay-off of", "Payoff of",
            "Used for")),
    ],
)  # fmt: skip
def test_the_way_that_cash_goes_is_in_the_words(caption: str, way: int) -> None:
    assert cash_direction(caption) == way


def found(read: Statement, concepts: dict[str, str]) -> dict[str, int]:
    """The signs of all rows, of which some have a concept."""
    rows = [
        Candidate(concepts.get(item.caption), 1.0, Fit.FULL, 0.0, "rule") if item.amounts else None
        for item in read.items
    ]
    said = signs(frame_of(read, Vocabulary()), rows, load_knowledge("us-gaap"), load_index("us-gaap/2025"))
    return {item.caption: sign.value for item, sign in zip(read.items, said, strict=True)}


def test_the_effect_runs_through_totals_without_a_concept_too() -> None:
    text = """
Sales                    100   90
Settlement gain          (5)   (5)
Other costs              40    40
Costs of the year        35    35
Profit of the year       65    55
"""
    read = statement(IS, text)
    assert [each.parts for each in read.sums] == [((1, 1), (2, 1)), ((0, 1), (3, -1))]
    assert found(read, {"Profit of the year": "NetIncomeLoss"})["Settlement gain"] == -1
    assert found(read, {"Costs of the year": "CostsAndExpenses"})["Settlement gain"] == -1
    assert found(read, {})["Settlement gain"] == 1  # what it does is not known


def test_in_a_cash_flow_the_effect_is_on_cash() -> None:
    text = """
Financing activities:
  Distributions                  (8)  (6)
  Other                          20    20
Net cash from financing          12    14
"""
    total = {"Net cash from financing": "NetCashProvidedByUsedInFinancingActivities"}
    assert found(statement(CF, text), total)["Distributions"] == -1


LOSSES = """
Revenue                  100   90
{heading}
  {caption}              (5)   (5)
  Interest               3     4
Net loss                 999   888
"""


@pytest.mark.parametrize(
    ("heading", "caption", "expected"),
    [
        ("Other (income) loss:", "Gain on sale of a mill", -1),  # costs have no brackets there
        ("Other (income) loss:", "Loss on a mill", 1),
        ("Other income (loss):", "Gain on sale of a mill", 1),
        ("Other income (loss):", "Loss on a mill", -1),
        ("Other losses:", "Gain on sale of a mill", 1),  # nothing is said of brackets
        ("Mills:", "Gain on sale of a mill", 1),
    ],
)
def test_without_a_sum_the_heading_says_what_brackets_are(heading: str, caption: str, expected: int) -> None:
    text = LOSSES.format(heading=heading, caption=caption)
    assert found(statement(IS, text), {})[caption] == expected
    assert found(statement(CI, text), {})[caption] == (1 if caption.startswith("Gain") else -1)


def test_a_sum_comes_before_the_heading() -> None:
    text = """
Other (income) loss:
  Gain on sale of a mill   (5)   (5)
  Interest                 30    40
  Total other income       25    35
"""
    assert (
        found(statement(IS, text), {"Total other income": "NonoperatingIncomeExpense"})["Gain on sale of a mill"] == 1
    )
