"""From a document to its statements: selection, captions, numbers inside captions, footing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.statements.statement import Aspect, Role
from converter.terms import Kind
from tests.statements.prints import BALANCE_SHEET, INCOME, row, statements


def test_both_statements_are_found_with_their_periods() -> None:
    found, _ = statements(BALANCE_SHEET + INCOME)
    assert [statement.kind for statement in found] == [Kind.BALANCE_SHEET, Kind.INCOME]
    assert [column.period.end for column in found[0].columns if column.period] == [
        date(1998, 3, 31),
        date(1997, 12, 31),
    ]
    assert [column.period.start for column in found[1].columns if column.period] == [date(1998, 1, 1), date(1997, 1, 1)]


def test_amounts_are_full_units_with_the_printed_precision() -> None:
    found, _ = statements(INCOME)
    sales, per_share, shares = (row(found[0], name) for name in ("Net sales", "Net income per", "Average shares"))
    assert [(amount.value, amount.decimals) for amount in sales.amounts] == [(1_000_000, -3), (900_000, -3)]
    assert [(amount.value, amount.decimals) for amount in per_share.amounts] == [
        (Decimal(".10"), 2),
        (Decimal(".08"), 2),
    ]
    assert [amount.value for amount in shares.amounts] == [1_245_000, 1_200_000]


def test_wrapped_captions_are_joined() -> None:
    found, _ = statements(BALANCE_SHEET)
    assert row(found[0], "Trade").caption == "Trade receivables, less allowance of $20 and $18"
    assert row(found[0], "Total liabilities and").caption == "Total liabilities and stockholders' equity"


def test_rows_know_their_headings() -> None:
    found, _ = statements(BALANCE_SHEET)
    assert row(found[0], "Cash").headings == ("Current assets",)
    assert row(found[0], "Property").headings == ()


def test_numbers_inside_captions() -> None:
    found, _ = statements(BALANCE_SHEET)
    inside = {
        item.aspect: [int(amount.value * 100) for amount in item.amounts] for item in found[0].items if item.aspect
    }
    assert inside == {
        Aspect.ALLOWANCE: [2_000_000, 1_800_000],
        Aspect.PAR_VALUE: [1, 1],
        Aspect.AUTHORIZED: [500_000_000, 500_000_000],
        Aspect.ISSUED: [125_000_000, 124_000_000],
        Aspect.OUTSTANDING: [125_000_000, 124_000_000],
    }


def test_every_number_inside_a_caption_points_at_its_digits() -> None:
    found, _ = statements(BALANCE_SHEET)
    for item in found[0].items:
        for amount in item.amounts:
            printed = BALANCE_SHEET[amount.span.start : amount.span.end]
            assert printed == amount.printed.replace("$", "").strip()


def test_totals_foot_with_and_without_a_caption() -> None:
    found, _ = statements(BALANCE_SHEET)
    assert found[0].footed == (5, 5)
    sums = {found[0].items[one.total].caption: len(one.parts) for one in found[0].sums}
    assert sums == {
        "Total current assets": 2,
        "": 2,
        "Total current liabilities": 2,
        "Total stockholders' equity": 2,
        "Total liabilities and stockholders' equity": 2,
    }


def test_subtraction_is_seen_in_an_income_statement() -> None:
    found, _ = statements(INCOME)
    sums = {found[0].items[one.total].caption: [weight for _, weight in one.parts] for one in found[0].sums}
    assert sums == {"Gross profit": [1, -1], "Operating income": [1, -1], "Net income": [1, -1]}
    assert row(found[0], "Gross profit").role is Role.TOTAL


def test_a_pro_forma_statement_is_left_out_and_said_so() -> None:
    pro_forma = INCOME.replace("CONSOLIDATED STATEMENTS", "PRO FORMA CONSOLIDATED STATEMENTS")
    found, findings = statements(BALANCE_SHEET + pro_forma)
    assert [statement.kind for statement in found] == [Kind.BALANCE_SHEET]
    assert "statements.left-out" in {finding.code for finding in findings}


def test_a_missing_scale_is_inferred_from_the_other_statements() -> None:
    found, findings = statements(BALANCE_SHEET + INCOME.replace("(in thousands, except per share amounts)", ""))
    assert [statement.scale for statement in found] == [1000, 1000]
    assert "statements.scale-inferred" in {finding.code for finding in findings}


def test_prose_holds_no_statement() -> None:
    assert statements("Orrin Pump Corp. said that net income rose to $120,000 from $96,000.\n" * 30)[0] == []


def test_a_wrapped_caption_belongs_to_the_number_below_it_when_its_words_go_on_there() -> None:
    text = INCOME.replace(
        "Income taxes                            80                64\n",
        "Interest income, net                     0                 0\n"
        "Income (loss) before provision (benefit)\n"
        "  for income taxes                     200               160\n"
        "Income taxes                            80                64\n",
    )
    (statement,), _ = statements(text)
    assert row(statement, "Interest income, net").caption == "Interest income, net"
    before = row(statement, "Income (loss) before")
    assert before.caption == "Income (loss) before provision (benefit) for income taxes"
    assert [amount.value for amount in before.amounts] == [200_000, 160_000]


def test_treasury_shares_counted_on_the_line_of_the_amount() -> None:
    text = BALANCE_SHEET.replace(
        "   Retained earnings                            1,887           1,788\n",
        "   Less treasury common stock at cost.\n"
        "     Shares: 1998 - 1,095; 1997 - 1,716          (119)           (134)\n"
        "   Retained earnings                            2,006           1,922\n",
    )
    (statement,), _ = statements(text)
    treasury = row(statement, "Less treasury")
    assert treasury.unit == "USD"
    assert [amount.value for amount in treasury.amounts] == [-119_000, -134_000]


def test_a_statement_without_a_scale_takes_that_of_the_others() -> None:
    found, findings = statements(BALANCE_SHEET.replace("(in thousands, except share amounts)", "") + INCOME)
    assert [statement.scale for statement in found] == [1000, 1000]
    assert findings[0].code == "statements.scale-inferred"


@pytest.mark.parametrize(
    ("prose", "scale"),
    [
        ("Sales were $1.25 billion, and the gross profit grew to $1.05 billion.", 1_000_000),
        ("Sales were $1.25 million, and the gross profit grew to $1.05 million.", 1_000),
        ("Sales were $1.25 billion.", 1),  # one amount alone may agree by chance
    ],
)
def test_a_scale_that_only_the_prose_tells(prose: str, scale: int) -> None:
    figures = INCOME.replace("(in thousands, except per share amounts)", "").replace(" 1,000 ", " 1,250 ")
    figures = figures.replace("  400  ", "1,050  ")
    (statement,), _ = statements(prose + figures)
    assert statement.scale == scale


def test_a_computation_of_earnings_a_share_is_no_income_statement() -> None:
    computation = """
                     Years ended December 31
                                  1998             1997
                             -------------     -------------
Net income before extraordinary item
  and income taxes           $         120     $          96
Interest on debentures                   8                 8
Net income, adjusted         $         128     $         104
Weighted average shares              1,245             1,200
Income per share             $         .10     $         .08
"""
    found, _ = statements(computation)
    assert found == []


def test_counts_by_class_behind_a_sum_are_counts_of_their_class() -> None:
    classes = "5,000,000 shares\n     authorized (Class A 4,000,000, Class B 1,000,000)"
    text = BALANCE_SHEET.replace("5,000,000 shares\n     authorized", classes)
    (sheet, *_), findings = statements(text)
    assert findings == []
    counted = [item.amounts[0] for item in sheet.items if item.aspect is Aspect.AUTHORIZED]
    assert [(amount.value, [part.caption for part in amount.components]) for amount in counted] == [
        (5_000_000, []),
        (4_000_000, ["Class A"]),
        (1_000_000, ["Class B"]),
    ]
    assert "statements.class-parts" not in [finding.code for finding in statements(BALANCE_SHEET)[1]]
