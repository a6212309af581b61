"""Rows that differ by a class of stock alone: one concept, members that tell them apart, sums that hold over them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter import convert
from converter.knowledge import load_knowledge
from converter.mapping.classes import ALIKE, alike
from converter.mapping.maps import load_maps
from converter.mapping.rows import figures, frame_of
from converter.statements.statement import Component, Statement
from converter.terms import Decision, Kind, Relation
from tests.mapping.builder import statement

HEADINGS = load_knowledge("us-gaap").headings
AXIS = HEADINGS.axes["classes"]
LETTER = """
                              CALDER MILLS CORPORATION
                             CONSOLIDATED BALANCE SHEETS
                        (in thousands, except share amounts)

                                                              December 31,
                                                          1998           1997
                                                       ---------    ------------
Cash and cash equivalents                              $   1,500      $    1,380
Property and equipment, net                                  900             920
                                                       ---------      ----------
Total assets                                           $   2,400      $    2,300
                                                       =========      ==========
Accounts payable                                       $     400      $      420
Accrued expenses                                             100              80
                                                       ---------      ----------
Total liabilities                                            500             500
Class A common stock, $.01 par value; 9,000,000
  shares authorized; 1,300,000 and 1,200,000 shares
  issued and outstanding                                      13              12
Class B convertible common stock, $.01 par value;
  5,000,000 shares authorized; 400,000 shares issued
  and outstanding                                              4               4
Additional paid-in capital                                   183             176
Retained earnings                                          1,700           1,608
                                                       ---------      ----------
Total stockholders' equity                                 1,900           1,800
                                                       ---------      ----------
Total liabilities and stockholders' equity             $   2,400      $    2,300
                                                       =========      ==========

                              CALDER MILLS CORPORATION
                        CONSOLIDATED STATEMENTS OF INCOME
                     (in thousands, except per share amounts)

                                                         Years ended December 31,
                                                          1998           1997
                                                       ---------    ------------
Net sales                                              $   1,000      $      900
Cost of sales                                                600             550
                                                       ---------      ----------
Gross profit                                                 400             350
Selling and administrative                                   268             262
                                                       ---------      ----------
Net income                                             $     132      $       88
                                                       =========      ==========
Basic earnings per share:
  Class A common stock                                 $     .08      $      .06
  Class B common stock                                 $     .07      $      .05
"""


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, str], list[Decimal]]:
    """By concept and member, the values of the facts of a class."""
    report = convert(LETTER.encode(), name="calder.txt").report
    assert [each.code for each in report.findings if each.code.startswith("DQC")] == [], "sums hold over classes"
    found: dict[tuple[str, str], list[Decimal]] = {}
    for fact in report.facts:
        for member in report.scope_of(fact).members:
            assert member.axis.local == AXIS
            assert isinstance(fact.value, Decimal)
            found.setdefault((fact.concept.local, member.member.local), []).append(fact.value)
    return found


def test_each_class_has_its_amount_its_counts_and_its_earnings_a_share(
    printed: dict[tuple[str, str], list[Decimal]],
) -> None:
    amounts = {(concept, member[6:12]): list(map(str, values)) for (concept, member), values in printed.items()}
    assert amounts == {
        ("CommonStockValue", "ClassA"): ["13000", "12000"],
        ("CommonStockValue", "ClassB"): ["4000", "4000"],
        ("CommonStockParOrStatedValuePerShare", "ClassA"): ["0.01", "0.01"],
        ("CommonStockParOrStatedValuePerShare", "ClassB"): ["0.01", "0.01"],
        ("CommonStockSharesAuthorized", "ClassA"): ["9000000", "9000000"],
        ("CommonStockSharesAuthorized", "ClassB"): ["5000000", "5000000"],
        ("CommonStockSharesIssued", "ClassA"): ["1300000", "1200000"],
        ("CommonStockSharesIssued", "ClassB"): ["400000", "400000"],
        ("CommonStockSharesOutstanding", "ClassA"): ["1300000", "1200000"],
        ("CommonStockSharesOutstanding", "ClassB"): ["400000", "400000"],
        ("EarningsPerShareBasic", "ClassA"): ["0.08", "0.06"],
        ("EarningsPerShareBasic", "ClassB"): ["0.07", "0.05"],
    }


def test_the_total_vouches_for_the_classes_that_it_adds_up() -> None:
    report = convert(LETTER.encode(), name="calder.txt").report
    proofs = {int(fact.value): fact.proofs for fact in report.facts if isinstance(fact.value, Decimal)}
    assert all(Relation.PART in proofs[value] for value in (13_000, 183_000, 1_700_000))
    assert Relation.TOTAL in proofs[1_900_000]


def test_a_wrong_amount_of_a_class_is_found_by_the_total() -> None:
    wrong = LETTER.replace("  13  ", "  19  ")
    assert wrong != LETTER
    findings = convert(wrong.encode(), name="calder.txt").report.findings
    messages = [each.message for each in findings if each.code == "DQC_0118"]
    assert len(messages) == 1
    assert "1,906,000, not to 1,900,000" in messages[0]


# Step by step


def of_classes(text: str, *names: str | None, kind: Kind = Kind.BALANCE_SHEET) -> Statement:
    """The statement of the lines, each with amounts of the class that is named for it."""
    made = statement(kind, text)
    named = iter(names)
    items = []
    for item in made.items:
        name = next(named) if item.amounts else None
        parts = (Component(AXIS, None, name),) if name else ()
        items.append(replace(item, amounts=tuple(replace(amount, components=parts) for amount in item.amounts)))
    return replace(made, items=tuple(items))


def decision(concept: str | None, confidence: float = 0.5, rule: str = "") -> Decision:
    return Decision(concept, 1, rule or ("a rule" if concept else "threshold"), confidence)


SHEET = "Class A common stock  10\nClass B convertible stock  5\nWarrants  3"


def settled(made: Statement, *decisions: Decision) -> list[str | None]:
    (rows,) = alike([made], [decisions], HEADINGS)
    return [row.concept if row else None for row in rows]


def test_a_row_without_a_concept_is_what_the_surest_row_of_another_class_is() -> None:
    made = of_classes(SHEET + "\nClass C common stock  2", "Class A", "Class B", None, "Class C")
    rows = [decision("CommonStockValue"), decision(None), decision(None), decision("CommonStockValueOutstanding", 0.9)]
    assert settled(made, *rows) == [
        "CommonStockValue",
        "CommonStockValueOutstanding",
        None,
        "CommonStockValueOutstanding",
    ]
    (found,) = alike([made], [rows], HEADINGS)
    assert found[1] is not None
    assert (found[1].rule, found[1].confidence, found[1].anchor) == (ALIKE, 0.9, None)


@pytest.mark.parametrize("rule", ["none", "assignment:taken", "threshold"])
def test_what_was_left_over_is_settled_and_what_a_rule_says_is_kept(rule: str) -> None:
    made = of_classes(SHEET, "Class A", "Class B", None)
    first = decision("CommonStockValue")
    assert settled(made, first, decision(None, rule=rule), decision(None))[1] == "CommonStockValue"
    assert settled(made, first, decision(None, rule="mymaps/calder.yaml"), decision(None))[1] is None
    assert settled(made, first, decision("Other", 0.1), decision(None))[1] == "Other"


def test_rows_of_other_stock_units_and_places_are_other_things() -> None:
    rows = (decision("CommonStockValue"), decision(None), decision(None))
    assert settled(of_classes(SHEET, "Class A", "Series B Preferred Stock", None), *rows)[1] is None
    assert settled(of_classes(SHEET, "Class A", None, "Class B"), *rows) == [
        "CommonStockValue",
        None,
        "CommonStockValue",
    ]
    counted = SHEET.replace("stock  5", "stock  5sh")
    assert settled(of_classes(counted, "Class A", "Class B", None), *rows)[1] is None
    apart = "Issued:\n  Class A stock  10\nHeld:\n  Class B stock  5"
    headed = of_classes(apart, "Class A", "Class B")
    empty = decision(None)
    assert settled(headed, empty, decision("CommonStockValue"), empty, empty)[3] is None
    by_class = "Stock of Class A:\n  Issued  10\nStock of Class B:\n  Issued  5"
    assert settled(of_classes(by_class, "Class A", "Class B"), empty, rows[0], empty, empty)[3] == "CommonStockValue"


def test_in_an_income_statement_the_caption_tells_things_apart() -> None:
    text = "Basic, Class A  $.30\nBasic, Class B  $.20\nDiluted, Class B  $.10"
    made = of_classes(text, "Class A", "Class B", "Class B", kind=Kind.INCOME)
    rows = (decision("EarningsPerShareBasic"), decision(None), decision(None))
    assert settled(made, *rows) == ["EarningsPerShareBasic", "EarningsPerShareBasic", None]


def test_columns_of_equity_are_not_rows_of_classes() -> None:
    made = of_classes(SHEET, "Class A", "Class B", None, kind=Kind.EQUITY)
    assert settled(made, decision("CommonStockValue"), decision(None), decision(None))[1] is None


def test_figures_of_classes_are_of_different_parts() -> None:
    made = of_classes("Class A stock  10  9\nClass B stock  5  5", "Class A", "Class B")
    frame = frame_of(made, load_maps("us-gaap/2025").vocabulary)
    assert not figures(frame, 0).keys() & figures(frame, 1).keys()
