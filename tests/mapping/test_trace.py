"""Every stage that changes a row's concept or sign says so, and the Report, `inspect` and `explain` show the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from converter import Options, convert
from converter.mapping.across_statements import AGREED, agree
from converter.mapping.assignment import assign
from converter.mapping.candidates import UNNAMED, Candidate
from converter.mapping.decide import WITHDRAWN
from converter.mapping.footing_rules import WHY
from converter.mapping.maps import Fit, Maps
from converter.mapping.rows import frame_of
from converter.mapping.trace import Trace
from converter.statements.statement import Aspect, Statement
from converter.terms import Decision, Kind, Period
from tests.mapping.builder import statement, with_inside

Decided = Callable[..., dict[str, Decision]]

INCOME = """
Net sales                             1,000    900
Cost of sales                           600    540
Net income before minority interests    400    360
Minority interests                       50     40
Net income                              350    320
"""


def steps(decision: Decision) -> list[tuple[str, str | None]]:
    return [(step.stage, step.concept) for step in decision.steps]


def test_a_row_that_its_rule_decides_has_one_step(decided: Decided) -> None:
    found = decided(statement(Kind.BALANCE_SHEET, "Inventories    10   20"))["Inventories"]
    assert steps(found) == [("rule", "InventoryNet")]
    assert found.steps[0].reason == found.rule == "us-gaap/balance_sheet.yaml:InventoryNet"


def test_the_last_step_has_the_concept_and_the_sign_of_the_decision(decided: Decided) -> None:
    for decision in decided(
        statement(Kind.INCOME, INCOME + "Interest expense    (9)   (8)\nOddities    3   4")
    ).values():
        assert (decision.steps[-1].concept, decision.steps[-1].sign) == (decision.concept, decision.sign)


def test_the_footing_says_what_it_proved(decided: Decided) -> None:
    text = """
Net sales                        1,000    900
Cost of sales                      600    540
Gross profit                       400    360
Selling, general and administrative  200  180
Research and development           100     90
Total costs and expenses           300    270
"""
    found = decided(statement(Kind.INCOME, text))["Total costs and expenses"]
    assert steps(found) == [("rule", "CostsAndExpenses"), ("footing", "OperatingExpenses")]
    assert found.rule == "footing:total-costs"
    assert found.steps[-1].reason == WHY["footing:total-costs"]


def test_what_a_clearer_row_is_likelier_to_be_is_said(decided: Decided) -> None:
    text = "Cash and cash equivalents    100   90\nCash    30   20"
    found = decided(statement(Kind.BALANCE_SHEET, text))["Cash"]
    assert found.concept != "CashAndCashEquivalentsAtCarryingValue"
    assert found.steps


def test_a_row_whose_candidates_are_all_taken_has_none_left(maps: Maps) -> None:
    frame = frame_of(statement(Kind.BALANCE_SHEET, "Stores    100   90\nGoods    30   20"), maps.vocabulary)
    sure, less = Candidate("InventoryNet", 1.2, Fit.FULL, 0.0, "a"), Candidate("InventoryNet", 0.9, Fit.LOOSE, 0.0, "b")
    trace = Trace()
    assert assign(frame, [[sure], [less]], trace) == [[sure], []]
    assert trace.of(0) == ()
    assert [(step.stage, step.concept) for step in trace.of(1)] == [("assignment", None)]
    assert trace.of(1)[0].reason == "it would be InventoryNet, which 'Stores' has with other values"


def dated(read: Statement, period: Period | None, columns: tuple[int, ...]) -> Statement:
    """The statement with this period for all amounts, those of each row in a column of its own."""
    items = tuple(
        replace(item, amounts=tuple(replace(amount, period=period, column=at) for amount in item.amounts))
        for item, at in zip(read.items, columns, strict=True)
    )
    return replace(read, items=items, columns=read.columns * 2)


@pytest.mark.parametrize(
    ("period", "columns", "taken"),
    [
        (Period(date(2003, 12, 31)), (0, 1), True),  # one day, wherever it is printed
        (None, (0, 0), True),  # an unknown one is that of its column
        (None, (0, 1), False),
    ],
)
def test_figures_are_compared_by_their_period(
    maps: Maps, period: Period | None, columns: tuple[int, ...], taken: bool
) -> None:
    read = statement(Kind.BALANCE_SHEET, "Stores    100\nGoods    30")
    one = Candidate("InventoryNet", 1.2, Fit.FULL, 0.0, "a")
    assigned = assign(frame_of(dated(read, period, columns), maps.vocabulary), [[one], [one]], Trace())
    assert assigned == [[one], [] if taken else [one]]


def test_a_number_inside_a_caption_takes_nothing_from_a_row(maps: Maps) -> None:
    base = statement(Kind.BALANCE_SHEET, "Stores, less 30    100   90")
    frame = frame_of(with_inside(base, 0, Aspect.ALLOWANCE, "30", "USD"), maps.vocabulary)
    one = Candidate("InventoryNet", 1.2, Fit.FULL, 0.0, "a")
    assert assign(frame, [[one], [one]], Trace()) == [[one], [one]]


def test_rows_that_print_the_same_figures_share_a_concept(maps: Maps) -> None:
    frame = frame_of(statement(Kind.BALANCE_SHEET, "Stores    100   90\nGoods    100   90"), maps.vocabulary)
    one = Candidate("InventoryNet", 1.2, Fit.FULL, 0.0, "a")
    assert assign(frame, [[one], [one]], Trace()) == [[one], [one]]


def test_the_next_free_candidate_steps_in(maps: Maps) -> None:
    frame = frame_of(statement(Kind.BALANCE_SHEET, "Stores    100   90\nGoods    30   20"), maps.vocabulary)
    first = [Candidate("InventoryNet", 1.2, Fit.FULL, 0.0, "a")]
    second = [Candidate("InventoryNet", 0.9, Fit.FULL, 0.0, "b"), Candidate("InventoryGross", 0.5, None, 0.5, "c")]
    trace = Trace()
    assert assign(frame, [first, second], trace) == [first, second[1:]]
    assert [(step.stage, step.concept) for step in trace.of(1)] == [("assignment", "InventoryGross")]


def test_of_two_rows_the_one_with_the_clearer_lead_chooses_first(maps: Maps) -> None:
    frame = frame_of(statement(Kind.BALANCE_SHEET, "Stores    100   90\nGoods    30   20"), maps.vocabulary)
    close = [
        Candidate("InventoryNet", 1.0, Fit.FULL, 0.0, "a", share=0.5),
        Candidate("InventoryGross", 0.0, None, 0.9, "b", share=0.4),
    ]
    clear = [Candidate("InventoryNet", 0.9, Fit.FULL, 0.0, "c", share=0.45)]
    assert assign(frame, [close, clear], Trace()) == [[replace(close[1], share=1.0)], clear]


def test_statements_of_changes_in_equity_are_not_assigned(maps: Maps) -> None:
    frame = frame_of(statement(Kind.EQUITY, "Stores    100   90\nGoods    30   20"), maps.vocabulary)
    one = Candidate("StockholdersEquity", 1.2, Fit.FULL, 0.0, "a")
    assert assign(frame, [[one], [one]], Trace()) == [[one], [one]]


def test_a_result_is_named_as_in_the_income_statement_and_not_by_the_rule_of_another(maps: Maps) -> None:
    income = frame_of(statement(Kind.INCOME, "Net income    350   320"), maps.vocabulary)
    cash = frame_of(statement(Kind.CASH_FLOW, "Net income    350   320"), maps.vocabulary)
    profit, net = Candidate("ProfitLoss", 1.0, Fit.FULL, 0.0, "p"), Candidate("NetIncomeLoss", 1.1, Fit.FULL, 0.0, "n")
    rows, trace = [[net, profit]], Trace()
    agree([(income, [[profit]], Trace()), (cash, rows, trace)], maps.knowledge.groups.results)
    assert (rows[0][0].concept, rows[0][0].rule, rows[0][1].concept) == ("ProfitLoss", AGREED, "NetIncomeLoss")
    assert [(step.stage, step.concept) for step in trace.of(0)] == [("agreement", "ProfitLoss")]


def test_a_result_of_other_figures_keeps_its_name(maps: Maps) -> None:
    income = frame_of(statement(Kind.INCOME, "Net income    350   320"), maps.vocabulary)
    cash = frame_of(statement(Kind.CASH_FLOW, "Net income    350   319"), maps.vocabulary)
    profit, net = Candidate("ProfitLoss", 1.0, Fit.FULL, 0.0, "p"), Candidate("NetIncomeLoss", 1.1, Fit.FULL, 0.0, "n")
    rows, trace = [[net, profit]], Trace()
    agree([(income, [[profit]], Trace()), (cash, rows, trace)], maps.knowledge.groups.results)
    assert (rows, trace.of(0)) == ([[net, profit]], ())


def test_a_result_that_is_named_alike_needs_no_step(maps: Maps) -> None:
    income = frame_of(statement(Kind.INCOME, "Net income    350   320"), maps.vocabulary)
    cash = frame_of(statement(Kind.CASH_FLOW, "Net income    350   320"), maps.vocabulary)
    net = Candidate("NetIncomeLoss", 1.1, Fit.FULL, 0.0, "n")
    rows, trace = [[net]], Trace()
    agree([(income, [[net]], Trace()), (cash, rows, trace)], maps.knowledge.groups.results)
    assert (rows[0][0].rule, trace.of(0)) == ("n", ())


def test_what_is_not_sure_enough_says_how_sure_it_was(decided: Decided) -> None:
    found = decided(statement(Kind.BALANCE_SHEET, "Grant payable - short term    10   20"))[
        "Grant payable - short term"
    ]
    assert (found.concept, found.rule) == (None, UNNAMED)
    assert found.steps[-1].stage == "threshold"
    assert re.fullmatch(r"\w+ is likely by 0\.\d\d alone", found.steps[-1].reason)
    assert 0.5 < found.confidence < 1  # that it is none of the taxonomy's


def test_a_concept_that_the_release_gave_up_is_named_and_the_row_as_sure_as_its_rule(decided: Decided) -> None:
    text = """
Current liabilities:
  Trade payables                   5    5
  Due to related parties          10   20
Total current liabilities         15   25
"""
    found = decided(statement(Kind.BALANCE_SHEET, text))["Due to related parties"]
    assert (found.concept, found.rule) == (None, WITHDRAWN)
    assert steps(found) == [("rule", "DueToRelatedPartiesCurrent"), ("fit", None)]
    assert "us-gaap/2025 deprecates it" in found.steps[-1].reason
    assert found.confidence > 0.8


@pytest.mark.parametrize(
    ("kind", "text", "caption", "reason"),
    [
        (Kind.INCOME, "Interest expense    (9)   (8)", "Interest expense", "one direction"),
        (Kind.INCOME, "Net loss    9   8", "Net loss", "the caption's words"),
        (
            Kind.CASH_FLOW,
            "Operating activities:\n  Net income   5   5\n  Accounts receivable   (20)   (10)\n"
            "  Net cash used in operating activities   (15)   (5)",
            "Accounts receivable",
            "its effect on cash",
        ),
    ],
)
def test_a_turned_sign_has_its_reason(decided: Decided, kind: Kind, text: str, caption: str, reason: str) -> None:
    found = decided(statement(kind, text))[caption]
    assert found.sign == -1
    assert (found.steps[-1].stage, found.steps[-1].sign) == ("sign", -1)
    assert reason in found.steps[-1].reason


def test_a_sign_that_stays_has_no_step(decided: Decided) -> None:
    found = decided(statement(Kind.INCOME, "Interest expense    9   8"))["Interest expense"]
    assert "sign" not in [step.stage for step in found.steps]


def test_the_report_holds_the_very_decisions_that_the_stages_tell() -> None:
    release = Path(__file__).parents[1] / "releases" / "larkfield-8k-20011018.txt"
    done = convert(release, Options())
    told = {id(decision) for rows in done.stages.decisions for decision in rows if decision}
    shown = [row.decision for statement in done.report.statements for row in statement.rows if row.decision]
    assert shown
    assert all(id(decision) in told for decision in shown)
    assert all(id(fact.decision) in told for fact in done.report.facts if fact.decision)
