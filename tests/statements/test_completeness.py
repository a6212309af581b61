"""What of a document's statements is missing, and what holds between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.completeness import completeness, incomplete
from converter.statements.statement import Amount, Basis, Column, Item, Statement
from converter.terms import Kind, Period
from converter.terms.completeness import Completeness
from tests.statements.candidates import day, year

BS, IS, CI, CF = Kind.BALANCE_SHEET, Kind.INCOME, Kind.COMPREHENSIVE_INCOME, Kind.CASH_FLOW
FACES = (BS, IS, CF)


def statement(
    kind: Kind,
    rows: Mapping[str, Sequence[int]] | Sequence[tuple[str, Sequence[int]]],
    years: Sequence[int] = (1998, 1997),
) -> Statement:
    lines = rows.items() if isinstance(rows, Mapping) else rows
    columns = tuple(Column(str(number), (day if kind is BS else year)(number)) for number in years)
    items = tuple(
        Item(
            caption,
            amounts=tuple(Amount(str(value), Decimal(value), 0, at, None, Span(0, 0)) for at, value in enumerate(row)),
        )
        for caption, row in lines
    )
    return Statement(kind, kind.name, 0, Span(int(kind is CF), 9), columns, items)


def identities(*statements: Statement) -> list[tuple[int, int]]:
    return [(one.holds, one.asked) for one in completeness((), statements).identities]


def findings(*statements: Statement, expected: Sequence[Kind] = (), left_out: Sequence[Finding] = ()) -> list[Finding]:
    return [*incomplete(completeness(expected, statements), statements, left_out)]


CLAIMS = "Total liabilities and equity"


@pytest.mark.parametrize(
    ("rows", "held"),
    [
        ([("Total assets", (30, 28)), (CLAIMS, (30, 28))], (2, 2)),
        ([("Total assets", (30, 28)), (CLAIMS, (30, 27))], (1, 2)),
        ([("Total assets", (30, 28)), ("", (12, 11)), ("", (30, 28))], (2, 2)),
        ([("", (12, 11)), ("", (30, 28)), ("", (30, 26))], (1, 2)),
        ([("", (30, 28)), ("", (12, 11)), (CLAIMS, (30, 28))], (2, 2)),
        ([("", (40, 40)), ("Total assets", (30, 28)), (CLAIMS, (30, 28))], (2, 2)),
        ([("Total assets", (30,)), (CLAIMS, (30, 28))], (1, 1)),
        # what depreciation is taken off may be more than all assets
        ([("", (44, 41)), ("Total assets", (30, 28)), ("", (30, 28))], (2, 2)),
        ([("", (44, 41)), ("Total assets", (30, 28)), ("", (30, 27))], (1, 2)),
        ([("", (44, 41)), ("", (30, 28)), (CLAIMS, (30, 27))], (1, 2)),
        ([("", (44, 41)), ("", (30, 28)), ("", (30, 28))], (2, 2)),
        ([("", (44, 41)), ("", (30, 28)), ("", (30, 27))], (1, 2)),
        ([("", (44, 41)), ("Total assets", (30, 28)), (CLAIMS, (29, 28)), ("", (44, 41))], (1, 2)),
        ([("Total assets", (-3, 28)), (CLAIMS, (-3, 28))], (2, 2)),
    ],
)
def test_a_balance_sheet_balances_with_and_without_captions(
    rows: list[tuple[str, tuple[int, ...]]], held: tuple[int, int]
) -> None:
    assert identities(statement(BS, rows)) == [held]


def test_nothing_is_asked_of_a_total_that_stands_alone() -> None:
    assert identities(statement(BS, {"Total assets": (30, 28)})) == []
    assert identities(statement(IS, [("Total assets", (30, 28)), (CLAIMS, (30, 27))])) == []


def test_net_income_is_that_of_the_cash_flow_statement_in_common_periods() -> None:
    income = statement(IS, {"Net income": (8, 7)})
    assert identities(income, statement(CF, {"Net income": (8, 7)})) == [(2, 2)]
    assert identities(income, statement(CF, {"Net income": (8, 6)})) == [(1, 2)]
    assert identities(income, statement(CF, {"Net income": (7, 5)}, (1997, 1996))) == [(1, 1)]
    assert identities(statement(CI, {"Net income": (8, 7)}), statement(CF, {"Net income": (8, 7)})) == [(2, 2)]
    assert identities(income, statement(CI, {"Net income": (9, 9)}), statement(CF, {"Net income": (8, 7)})) == [(2, 2)]


def test_cash_is_that_at_the_end_of_the_cash_flow_statement() -> None:
    sheet = statement(BS, {"Cash": (10, 9)})
    assert identities(sheet, statement(CF, {"Cash at end of year": (10, 9)})) == [(2, 2)]
    assert identities(sheet, statement(CF, {"Cash at end of year": (10, 8)})) == [(1, 2)]
    assert identities(sheet, statement(CF, {"Cash at beginning of year": (10, 8)})) == []


def test_identities_are_counted_together() -> None:
    statements = [
        statement(BS, [("Cash", (10, 9)), ("Total assets", (30, 28)), (CLAIMS, (30, 27))]),
        statement(CF, {"Cash at end of year": (10, 9)}),
    ]
    assert completeness((), statements).held == (3, 4)
    assert Completeness().held == (0, 0)


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [((), FACES), ((BS, IS), (CF,)), ((BS, CI, CF), ()), ((BS, IS, CF), ()), ((IS, CF), (BS,)), ((BS, CF), (IS,))],
)
def test_income_may_stand_in_a_statement_of_comprehensive_income(
    kinds: tuple[Kind, ...], missing: tuple[Kind, ...]
) -> None:
    found = completeness(FACES, [statement(kind, {}) for kind in kinds])
    assert (found.expected, found.missing) == (FACES, missing)
    assert completeness((), []).missing == ()


def test_what_is_missing_is_a_warning_with_the_lines_that_may_be_it() -> None:
    left_out = Finding(Severity.INFO, "statements.left-out", "A table.", Span(70, 80))
    (without,) = findings(statement(BS, {}), statement(IS, {}), expected=FACES)
    (hint,) = findings(statement(BS, {}), statement(IS, {}), expected=FACES, left_out=[left_out])

    assert (without.code, without.severity, without.span) == ("statements.missing", Severity.WARNING, None)
    assert "statements of cash flows" in without.message
    assert (hint.span, "1 table like statements" in hint.message) == (Span(70, 80), True)


def test_an_identity_that_fails_is_a_warning_at_the_statement() -> None:
    (balance,) = findings(statement(BS, [("Total assets", (30, 28)), (CLAIMS, (30, 27))]))
    (income,) = findings(statement(IS, {"Net income": (8, 7)}), statement(CF, {"Net income": (6, 5)}))

    assert (balance.code, balance.severity, balance.span) == ("statements.identity", Severity.WARNING, Span(0, 9))
    assert "In 1 of 2 periods" in balance.message
    assert (income.span, "In 2 of 2 periods" in income.message) == (Span(1, 9), True)


def moved(kind: Kind, last: date) -> Statement:
    period = Period(last, None if kind is BS else date(last.year, 1, 1))
    return Statement(kind, "", 0, Span(0, 0), (Column("", period), Column("", None)), ())


@pytest.mark.parametrize(("end", "codes"), [(date(1999, 1, 7), []), (date(1999, 1, 8), ["statements.dates-apart"])])
def test_the_latest_day_is_the_end_of_the_latest_period_but_for_some_days(end: date, codes: list[str]) -> None:
    sheet, income = moved(BS, date(1998, 12, 31)), moved(IS, end)
    earlier = moved(BS, date(1997, 12, 31))
    assert [finding.code for finding in findings(sheet, earlier, income)] == codes
    (finding,) = findings(moved(BS, date(1996, 12, 31)), income)
    assert finding.message == f"The latest balance sheet is of 1996-12-31, the latest period ends on {end}."
    assert [finding.code for finding in findings(sheet)] == []
    assert [finding.code for finding in findings(income)] == []


def test_columns_on_another_footing_have_no_day_of_the_companys() -> None:
    income = moved(IS, date(1998, 12, 31))
    later = Statement(
        BS, "", 0, Span(0, 0),
        (Column("", day(1998)), Column("", Period(date(1999, 6, 30)), Basis.PRO_FORMA)), (),
    )  # fmt: skip
    assert findings(later, income) == []
