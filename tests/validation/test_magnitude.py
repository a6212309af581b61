"""Magnitudes that no company has, statements of different sizes, and columns that changed places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from converter.knowledge import load_knowledge
from converter.report import PresentedStatement, Report
from converter.taxonomy import load_index
from converter.terms import Kind, Member, Name, Period
from converter.validation.checks import check, magnitude
from converter.validation.checks.book import Book
from tests import sample
from tests.validation.faults import changed, found, renamed, times, without

ORDER, APART = "checks.column-order", "checks.statement-scale"
KNOWLEDGE, INDEX = load_knowledge("us-gaap/2025"), load_index("us-gaap/2025")


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


def valued(report: Report, concept: str, value: int) -> list[str]:
    """The lines that are told where a concept has this value in all contexts."""
    faulty = changed(report, lambda fact: replace(fact, value=Decimal(value)), concept)
    return found(faulty).get("checks.magnitude", [])


@pytest.mark.parametrize(
    ("concept", "most"),
    [("Assets", 6_000_000_000_000), ("CommonStockSharesOutstanding", 100_000_000_000)],
)
def test_the_largest_that_is_believed(sound: Report, concept: str, most: int) -> None:
    assert valued(sound, concept, most) == []
    assert len(valued(sound, concept, most + 1)) == 1


def test_the_largest_sales_of_a_year_that_are_believed(sound: Report) -> None:
    year = Period(date(2001, 12, 31), date(2001, 1, 1))
    contexts = tuple(replace(each, scope=replace(each.scope, period=year)) for each in sound.contexts)
    yearly = replace(sound, contexts=contexts)
    assert valued(yearly, "Revenues", 1_000_000_000_000) == []
    assert len(valued(yearly, "Revenues", 1_000_000_000_001)) == 1


def test_without_sales_there_is_nothing_to_tell_of_them(sound: Report) -> None:
    assert "checks.magnitude" not in found(without(sound, "Revenues"))


def test_sales_at_a_date_have_no_rate(sound: Report) -> None:
    balance = renamed(sound, "InventoryNet", "Revenues")
    assert "checks.magnitude" not in found(balance)


def test_all_rules_are_asked_of_a_whole_report_and_the_first_of_a_part(sound: Report) -> None:
    faulty = changed(turned(sound, Kind.CASH_FLOW), times(529_000), "Assets")
    part = (Member(Name("us-gaap", "StatementClassOfStockAxis"), Name("us-gaap", "CommonClassAMember")),)
    books = [Book(faulty, INDEX, KNOWLEDGE, members, faulty.facts) for members in ((), part)]
    assert [[each.code for each in magnitude.check(book)] for book in books] == [
        ["checks.magnitude", APART, ORDER],
        ["checks.magnitude"],
    ]


@pytest.mark.parametrize("concept", ["Assets", "Revenues"])
def test_what_is_much_in_another_currency_is_not_known(sound: Report, concept: str) -> None:
    yen = replace(sound, facts=tuple(replace(fact, unit="JPY") if fact.unit == "USD" else fact for fact in sound.facts))
    assert "checks.magnitude" not in found(changed(yen, times(10_000_000), concept))


def apart(report: Report) -> list[PresentedStatement]:
    """The statements that are told to be of another size than the others."""
    spans = [finding.span for finding in check(report) if finding.code == APART]
    return [statement.kind for statement in report.statements if statement.span in spans]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("concept", "factor", "told"),
    [
        ("Revenues", 176, []),  # a quarter of 4.8 million is a year of 19.3; assets are 11.35
        ("Revenues", 177, [Kind.INCOME]),
        ("Assets", 508, []),
        ("Assets", 509, [Kind.BALANCE_SHEET]),
        ("ProceedsFromStockOptionsExercised", 190_000, []),
        ("ProceedsFromStockOptionsExercised", 192_000, [Kind.CASH_FLOW]),
    ],
)
def test_a_statement_that_is_too_large_for_the_others(
    sound: Report, concept: str, factor: int, told: list[Kind]
) -> None:
    assert apart(changed(sound, times(factor), concept)) == told


def smaller(report: Report, at: int, factor: str) -> Report:
    """The report with all money of a statement times a factor."""
    concepts = {row.concept.local for row in report.statements[at].rows}
    facts = [fact for fact in report.facts if fact.unit == "USD" and fact.concept.local in concepts]
    return changed(report, times(factor), *{fact.concept.local for fact in facts})


@pytest.mark.parametrize(("factor", "told"), [("0.00073", []), ("0.00072", [Kind.INCOME])])
def test_a_statement_that_is_too_small_for_all_others(sound: Report, factor: str, told: list[Kind]) -> None:
    assert apart(smaller(sound, 1, factor)) == told


def test_of_two_statements_the_larger_is_told_and_one_alone_has_no_size(sound: Report) -> None:
    faulty = smaller(sound, 1, "0.00072")
    assert apart(replace(faulty, statements=faulty.statements[:2])) == [Kind.BALANCE_SHEET]
    assert apart(replace(faulty, statements=faulty.statements[:1])) == []


def test_changes_in_equity_and_statements_without_money_have_no_size(sound: Report) -> None:
    faulty = changed(sound, times(177), "Revenues")
    balance, income, flows = faulty.statements
    assert apart(replace(faulty, statements=(balance, replace(income, kind=Kind.EQUITY), flows))) == []
    shares = tuple(replace(fact, unit="shares") if fact.concept.local == "Revenues" else fact for fact in faulty.facts)
    assert apart(replace(faulty, facts=shares)) == []


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


def test_a_column_that_is_printed_again_runs_no_way(sound: Report) -> None:
    sheet, income, flow = sound.statements
    again = replace(sheet, periods=(sheet.periods[0], sheet.periods[0], sheet.periods[1]))
    assert told(replace(sound, statements=(again, income, flow), facts=())) == []


def test_years_that_run_one_way_beside_quarters_that_run_both_are_not_odd(sound: Report) -> None:
    sheet, income, flow = sound.statements
    years = tuple(Period(date(year, 12, 31), date(year, 1, 1)) for year in (2001, 2000))
    quarter, before = income.periods[:2]
    between = replace(quarter, end=date(2001, 3, 31), start=date(2001, 1, 1))
    mixed = replace(income, periods=(*years, quarter, before, between))
    assert told(replace(sound, statements=(sheet, mixed, flow), facts=())) == []


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
