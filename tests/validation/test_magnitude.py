"""Magnitudes that no company has, and columns that changed places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.report import PresentedStatement, Report
from converter.terms import Kind, Period
from converter.validation.checks import check
from tests import sample
from tests.validation.faults import changed, found, times

ORDER = "checks.column-order"


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


@pytest.mark.parametrize(
    ("concept", "factor", "line"),
    [
        ("Assets", 528_000, None),  # 11.35 million by that are just below six trillion
        ("Assets", 529_000, "Total assets"),
        ("Revenues", 51_900, None),  # a quarter of 4.8 million is a year of 19.3
        ("Revenues", 52_000, "Net sales"),
        ("CommonStockSharesOutstanding", 19_590, None),
        ("CommonStockSharesOutstanding", 19_600, "Common stock, "),
        ("WeightedAverageNumberOfSharesOutstandingBasic", 19_600, None),
        ("WeightedAverageNumberOfSharesOutstandingBasic", 19_700, "Weighted average shares"),
    ],
)
def test_figures_that_no_company_has(sound: Report, concept: str, factor: int, line: str | None) -> None:
    lines = found(changed(sound, times(factor), concept)).get("checks.magnitude", [])
    assert len(lines) == (line is not None)


@pytest.mark.parametrize("concept", ["Assets", "Revenues"])
def test_what_is_much_in_another_currency_is_not_known(sound: Report, concept: str) -> None:
    yen = replace(sound, facts=tuple(replace(fact, unit="JPY") if fact.unit == "USD" else fact for fact in sound.facts))
    assert "checks.magnitude" not in found(changed(yen, times(10_000_000), concept))


def turned(report: Report, *kinds: Kind) -> Report:
    """The report with the columns of some statements in the other order."""
    statements = tuple(
        replace(each, periods=each.periods[::-1]) if each.kind in kinds else each for each in report.statements
    )
    return replace(report, statements=statements)


def told(report: Report) -> list[PresentedStatement]:
    spans = [finding.span for finding in check(report) if finding.code == ORDER]
    return [statement.kind for statement in report.statements if statement.span in spans]  # type: ignore[misc]


def test_columns_that_run_the_other_way(sound: Report) -> None:
    assert told(sound) == []
    assert told(turned(sound, Kind.BALANCE_SHEET)) == [Kind.BALANCE_SHEET]
    assert told(turned(sound, Kind.CASH_FLOW)) == [Kind.CASH_FLOW]
    assert told(turned(sound, *Kind)) == [], "all run the same way"


def test_of_two_either_may_be_wrong(sound: Report) -> None:
    two = replace(sound, statements=sound.statements[:2], facts=())
    assert told(turned(two, Kind.INCOME)) == [Kind.BALANCE_SHEET, Kind.INCOME]


def test_columns_that_run_both_ways_tell_nothing_but_of_years(sound: Report) -> None:
    sheet, income, flow = sound.statements
    third = replace(sheet.periods[0], end=sheet.periods[0].end.replace(year=1998))
    mixed = replace(sheet, periods=(sheet.periods[1], sheet.periods[0], third))
    assert told(replace(sound, statements=(mixed, income, flow))) == []
    years = [Period(date(year, 12, 31), date(year, 1, 1)) for year in (2000, 2001, 1999)]
    assert told(replace(sound, statements=(sheet, replace(income, periods=tuple(years)), flow), facts=())) == [
        Kind.INCOME
    ]


def test_quarters_that_run_another_way_than_the_years_beside_them(sound: Report) -> None:
    sheet, income, flow = sound.statements
    one, other, *halves = income.periods
    turned_quarters = replace(income, periods=(other, one, *halves))
    assert told(replace(sound, statements=(sheet, turned_quarters, flow), facts=())) == [Kind.INCOME]
    assert told(replace(sound, statements=(turned_quarters,), facts=())) == [Kind.INCOME]


def test_columns_of_different_lengths_are_not_held_against_each_other(sound: Report) -> None:
    sheet, income, flow = sound.statements
    one, other, half, half_before = income.periods
    apart = replace(income, periods=(one, half, other, half_before))
    assert told(replace(sound, statements=(sheet, apart, flow), facts=())) == []


def test_statements_of_equity_run_as_they_like(sound: Report) -> None:
    equity = replace(sound.statements[0], kind=Kind.EQUITY, periods=sound.statements[0].periods[::-1])
    assert told(replace(sound, statements=(equity, *sound.statements[1:]))) == []


def test_which_way_they_run_is_told() -> None:
    report = sample.report()
    (finding,) = [each for each in check(turned(report, Kind.CASH_FLOW)) if each.code == ORDER]
    assert "run forward in time, " in finding.message
    report = turned(report, *Kind)
    (finding,) = [each for each in check(turned(report, Kind.CASH_FLOW)) if each.code == ORDER]
    assert "run back in time, " in finding.message
