"""Periods that almost meet, and balances that are almost of their ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.statements.seams import seams
from converter.statements.statement import Basis, Column, of_captions
from converter.terms import Kind, Period


def year(first: str, last: str) -> Period:
    return Period(date.fromisoformat(last), date.fromisoformat(first))


def at(day: str) -> Period:
    return Period(date.fromisoformat(day))


def told(*statements: list[Period], basis: Basis = Basis.GAAP) -> list[str]:
    made = [
        replace(of_captions(Kind.INCOME, ()), columns=tuple(Column("", period, basis) for period in periods))
        for periods in statements
    ]
    return [finding.message for finding in seams(made)]


YEAR = year("1999-09-26", "2000-09-30")


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (year("1998-09-27", "1999-09-25"), ""),
        (year("1998-09-27", "1999-09-26"), "overlaps the one that ends on 1999-09-26"),
        (year("1998-10-01", "1999-09-30"), "overlaps the one that ends on 1999-09-30"),
        (year("1998-09-21", "1999-09-24"), "leaves days out after the one that ends on 1999-09-24"),
        (year("1998-09-21", "1999-09-15"), "leaves days out after the one that ends on 1999-09-15"),
        (year("1998-09-21", "1999-09-14"), ""),
        (year("1999-07-01", "1999-09-30"), ""),  # a quarter
    ],
)
def test_periods_of_one_length_go_on_where_the_one_before_closes(before: Period, says: str) -> None:
    found = told([YEAR, before])
    assert found == ([f"The period 1999-09-26 to 2000-09-30 {says}; check the dates."] if says else [])
    assert told([YEAR], [before]) == found


@pytest.mark.parametrize(
    ("balance", "near"),
    [
        ("2000-09-30", None),
        ("1999-09-25", None),
        ("2000-10-01", "2000-09-30"),
        ("2000-09-20", "2000-09-30"),
        ("2000-09-19", None),
        ("1999-09-30", "1999-09-25"),
    ],
)
def test_balances_are_of_the_days_on_which_periods_close(balance: str, near: str | None) -> None:
    says = f"A balance is dated {balance}, where a period begins or ends on {near}; check the dates."
    assert told([at(balance)], [YEAR]) == ([says] if near else [])


def test_each_is_told_once() -> None:
    assert len(told([at("2000-10-01")], [YEAR], [YEAR])) == 1


def test_columns_that_are_not_the_registrants_are_not_compared() -> None:
    assert told([YEAR, year("1998-10-01", "1999-09-30")], basis=Basis.PRO_FORMA) == []


def test_the_finding_points_at_the_statement() -> None:
    statement = replace(of_captions(Kind.INCOME, ()), columns=(Column("", YEAR), Column("", at("2000-10-01"))))
    (finding,) = seams([statement])
    assert (finding.severity, finding.code, finding.span) == ("warning", "statements.days-apart", statement.span)
