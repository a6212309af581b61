"""Results are called in all statements as the income statement calls them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.mapping.across_statements import AGREED, Rows, agree
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import Frame, frame_of
from converter.mapping.trace import Trace
from converter.statements.statement import Statement
from converter.terms import Kind
from tests.mapping.builder import statement

IS, CF, CI, EQ = Kind.INCOME, Kind.CASH_FLOW, Kind.COMPREHENSIVE_INCOME, Kind.EQUITY
RESULTS = ("NetIncomeLoss", "ProfitLoss")
NET, PROFIT = (
    Candidate(concept, 1.0, Fit.FULL, 0.0, "words", share=share)
    for concept, share in zip(RESULTS, (0.7, 0.2), strict=True)
)
OTHER = Candidate("Depreciation", 1.0, Fit.FULL, 0.0, "words")

Read = tuple[Frame, Rows, Trace]


def read(kind: Kind, *rows: list[Candidate], text: str = "Net income  350  320\n") -> Read:
    return of(statement(kind, text), *rows)


def of(printed: Statement, *rows: list[Candidate]) -> Read:
    return frame_of(printed, Vocabulary()), list(rows), Trace()


def names(*statements: Read) -> list[str | None]:
    """What the first candidates of the last statement's rows are after all agreed."""
    agree(statements, RESULTS)
    return [row[0].concept if row else None for row in statements[-1][1]]


@pytest.mark.parametrize("kind", [CF, CI, EQ])
@pytest.mark.parametrize("first", [True, False])
def test_every_other_statement_follows_wherever_it_stands(kind: Kind, first: bool) -> None:
    income, other = read(IS, [PROFIT]), read(kind, [NET, PROFIT])
    agree([other, income] if first else [income, other], RESULTS)
    assert [each.concept for each in other[1][0]] == ["ProfitLoss", "NetIncomeLoss"]
    assert income[1] == [[PROFIT]]


def test_a_balance_sheet_has_no_results() -> None:
    assert names(read(IS, [PROFIT]), read(Kind.BALANCE_SHEET, [NET, PROFIT])) == ["NetIncomeLoss"]


def test_the_name_that_the_figures_prove_is_clearly_the_first() -> None:
    income, cash = read(IS, [PROFIT]), read(CF, [NET, PROFIT])
    agree([income, cash], RESULTS)
    assert cash[1][0] == [replace(PROFIT, share=0.7, rule=AGREED), NET]


def test_a_name_that_is_right_already_keeps_its_rule() -> None:
    income, cash = read(IS, [NET]), read(CF, [NET, PROFIT])
    agree([income, cash], RESULTS)
    assert cash[1][0] == [NET, PROFIT]
    assert cash[2].of(0) == ()


def test_only_results_are_carried_over() -> None:
    """Elsewhere equal figures have different concepts: a gain, and its reversal."""
    assert names(read(IS, [OTHER]), read(CF, [NET, OTHER])) == ["NetIncomeLoss"]
    assert names(read(IS, [PROFIT]), read(CF, [OTHER, PROFIT])) == ["Depreciation"]


def test_rows_before_it_that_are_no_results_or_have_no_candidates_are_passed_over() -> None:
    text = "Sales  900  800\nOdd  5  4\nNet income  350  320\n"
    assert names(read(IS, [OTHER], [], [PROFIT], text=text), read(CF, [OTHER], [], [NET, PROFIT], text=text)) == [
        "Depreciation",
        None,
        "ProfitLoss",
    ]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("350  320", "ProfitLoss"),
        ("350  -", "ProfitLoss"),  # a dash says nothing
        ("350  319", "NetIncomeLoss"),
        ("-  -", "NetIncomeLoss"),
    ],
)
def test_all_figures_that_it_prints_must_be_the_same(figures: str, expected: str) -> None:
    cash = read(CF, [NET, PROFIT], text=f"Net income  {figures}\n")
    assert names(read(IS, [PROFIT]), cash) == [expected]
    assert names(read(IS, [PROFIT], text="Net income  -  -\n"), read(CF, [NET, PROFIT], text="Profit  -  -\n")) == [
        "NetIncomeLoss"
    ]


def test_figures_without_a_period_are_of_none() -> None:
    def undated(printed: Statement) -> Statement:
        items = (replace(item, amounts=tuple(replace(each, period=None) for each in item.amounts)) for item in
                 printed.items)  # fmt: skip
        return replace(printed, items=tuple(items))

    income, cash = (undated(statement(kind, "Net income  350  320\n")) for kind in (IS, CF))
    assert names(of(income, [PROFIT]), of(cash, [NET, PROFIT])) == ["NetIncomeLoss"]


def test_two_results_of_the_same_figures_leave_the_name_open() -> None:
    income = read(IS, [PROFIT], [NET], text="Before minority  350  320\nNet income  350  320\n")
    assert names(income, read(CF, [PROFIT, NET])) == ["ProfitLoss"]
    assert names(income, read(CF, [NET, PROFIT])) == ["NetIncomeLoss"]


def test_a_name_that_no_candidate_has_is_not_given() -> None:
    assert names(read(IS, [PROFIT]), read(CF, [NET, OTHER])) == ["NetIncomeLoss"]
