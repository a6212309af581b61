"""One concept, one figure, between the statements of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from converter.mapping.assignment import TAKEN, between, by_authority
from converter.mapping.line_items import line_items
from converter.statements.statement import Role, Statement, Sum
from converter.terms import Decision, Kind
from tests.mapping.builder import statement


def decision(concept: str | None, confidence: float = 0.9, sign: int = 1) -> Decision:
    return Decision(concept, sign, "rule", confidence)


def concepts(rows: Sequence[Decision | None]) -> list[str | None]:
    return [each.concept if each else None for each in rows]


INCOME = statement(Kind.INCOME, "Depreciation    50   40")


def test_the_less_sure_of_two_different_things_becomes_an_extension_and_says_why() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    60   45")
    (kept,), (demoted,) = between([INCOME, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert kept == decision("Depreciation")
    assert demoted is not None
    assert (demoted.concept, demoted.rule, demoted.confidence) == (None, TAKEN, 0.4)
    assert (demoted.steps[-1].stage, demoted.steps[-1].concept) == ("assignment", None)
    assert demoted.steps[-1].reason == "it would be Depreciation, which 'Depreciation' has with other values"


def test_a_row_without_a_caption_is_called_so() -> None:
    total = statement(Kind.INCOME, "Depreciation    50   40")
    total = replace(total, items=(replace(total.items[0], caption=""),))
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    60   45")
    _, (demoted,) = between([total, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert demoted is not None
    assert demoted.steps[-1].reason == "it would be Depreciation, which a row without a caption has with other values"


def test_the_surer_one_keeps_it_also_when_it_stands_below() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    60   45")
    rows = between([INCOME, cash], [[decision("Depreciation", 0.6)], [decision("Depreciation")]])
    assert [concepts(each) for each in rows] == [[None], ["Depreciation"]]


def test_figures_that_agree_leave_both() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    50   40")
    rows = between([INCOME, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], ["Depreciation"]]


def test_the_sign_counts() -> None:
    sheet = statement(Kind.INCOME, "Depreciation and other    (50)   (40)")
    rows = between([INCOME, sheet], [[decision("Depreciation")], [decision("Depreciation", 0.6, sign=-1)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], ["Depreciation"]]
    rows = between([INCOME, sheet], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], [None]]


def test_a_cash_flow_has_the_sign_of_the_income_statement_for_the_same_figures() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    (50)   (40)")
    for confidence in (0.3, 0.9):
        rows = between([INCOME, cash], [[decision("Depreciation", 0.6)], [decision("Depreciation", confidence)]])
        assert rows[0] == [decision("Depreciation", 0.6)]
        assert rows[1][0] is not None
        assert (rows[1][0].concept, rows[1][0].sign) == ("Depreciation", -1)
        assert rows[1][0].steps[-1].stage == "agreement"


def test_where_a_figure_differs_too_the_sign_is_not_turned() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    (50)   (41)")
    rows = between([INCOME, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert rows[1][0] is not None
    assert (rows[1][0].concept, rows[1][0].sign) == (None, 1)


def test_zeros_turn_nothing() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    -   -")
    none = statement(Kind.INCOME, "Depreciation    -   -")
    rows = between([none, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert rows[1] == [decision("Depreciation", 0.6)]


def test_other_figures_under_the_same_caption_are_written_under_a_concept_of_their_own() -> None:
    cash = statement(Kind.CASH_FLOW, "DEPRECIATION.    60   45")
    rows = between([INCOME, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], [None]]
    other = statement(Kind.INCOME, "Depreciation and other    60   45")
    rows = between([INCOME, other], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], [None]]


@pytest.mark.parametrize(("figures", "sign"), [("60   45", 1), ("(60)   (45)", -1), ("(60)   -", -1), ("(60)   45", 1)])
def test_of_a_concept_of_their_own_brackets_are_amounts(figures: str, sign: int) -> None:
    cash = statement(Kind.CASH_FLOW, f"Additions    {figures}")
    rows = between([INCOME, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6, sign=-1)]])
    assert rows[1][0] is not None
    assert (rows[1][0].concept, rows[1][0].sign) == (None, sign)


def test_two_rows_of_one_statement_are_two_things() -> None:
    two = statement(Kind.INCOME, "Depreciation    50   40\nDepreciation    60   45")
    rows = between([two], [[decision("Depreciation"), decision("Depreciation", 0.6)]])
    assert concepts(rows[0]) == ["Depreciation", None]


def test_a_row_keeps_the_concept_for_figures_that_nothing_else_states() -> None:
    long = statement(Kind.INCOME, "Depreciation    50   40   30")
    longer = statement(Kind.CASH_FLOW, "Depreciation and other    50   40   31   20")
    rows = between([long, longer], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], ["Depreciation"]]
    cash = statement(Kind.CASH_FLOW, "Depreciation and other    50   40   31")
    rows = between([long, cash], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], [None]]  # all of it is written, as it is printed
    half = statement(Kind.CASH_FLOW, "Depreciation and other    50   41   20")
    rows = between([INCOME, half], [[decision("Depreciation")], [decision("Depreciation", 0.6)]])
    assert [concepts(each) for each in rows] == [["Depreciation"], [None]]


def test_rows_without_a_concept_or_a_decision_are_left_alone() -> None:
    two = statement(Kind.INCOME, "Odd    50   40\nHeading\nOther    60   45")
    rows = between([two], [[decision(None), None, decision(None)]])
    assert rows == [[decision(None), None, decision(None)]]


def authority(*statements: Statement, decisions: list[list[Decision | None]]) -> list[tuple[int, int]]:
    found = by_authority(line_items(statements, decisions), statements)
    return [(line.statement, line.row) for line in found]


def test_authority_is_by_confidence_in_tenths_then_footing_then_order() -> None:
    foots = (Sum(0, ((0, 1),), 1),)
    badly, well = replace(INCOME, called_totals=(0, 1), sums=foots), replace(INCOME, called_totals=(0,), sums=foots)
    unproved = replace(INCOME, called_totals=(), sums=foots)
    assert authority(badly, well, decisions=[[decision("A", 0.9)], [decision("A", 0.6)]]) == [(0, 0), (1, 0)]
    assert authority(badly, well, decisions=[[decision("A", 0.91)], [decision("A", 0.9)]]) == [(1, 0), (0, 0)]
    assert authority(unproved, badly, decisions=[[decision("A")], [decision("A")]]) == [(1, 0), (0, 0)]
    assert authority(well, well, decisions=[[decision("A")], [decision("A")]]) == [(0, 0), (1, 0)]


def test_of_equals_the_first_statement_comes_first_and_in_it_the_first_row() -> None:
    two = statement(Kind.INCOME, "Odd    50   40\nDepreciation    60   45")
    assert authority(two, two, decisions=[[decision("A", 0.3), decision("A")], [decision("A"), decision("A")]]) == [
        (0, 1),
        (1, 0),
        (1, 1),
        (0, 0),
    ]


def test_rows_after_one_without_a_concept_are_held_to_one_figure_too() -> None:
    three = statement(Kind.INCOME, "Odd    5   4\nDepreciation    50   40\nDepletion    60   45")
    (rows,) = between([three], [[decision(None), decision("Depreciation", 0.8), decision("Depreciation", 0.6)]])
    assert concepts(rows) == [None, "Depreciation", None]


def test_a_cash_flow_comes_after_the_others() -> None:
    cash = statement(Kind.CASH_FLOW, "Depreciation    50   40")
    assert authority(cash, INCOME, decisions=[[decision("A")], [decision("A")]]) == [(1, 0), (0, 0)]
    assert authority(cash, INCOME, decisions=[[decision("A")], [decision("A", 0.6)]]) == [(0, 0), (1, 0)]


def test_numbers_inside_captions_come_after_rows() -> None:
    items = tuple(replace(item, role=Role.PARENTHETICAL) for item in INCOME.items)
    inside = replace(INCOME, items=items)
    assert authority(inside, INCOME, decisions=[[decision("A", 0.9)], [decision("A", 0.3)]]) == [(1, 0), (0, 0)]
