"""Sums across: a year and its quarters, the whole company and its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.proof.across import across
from converter.report import Report
from converter.terms import Period
from converter.terms.tiling import tilings
from tests import equity, sample
from tests.proof.test_shares import vouched
from tests.validation.faults import changed, plus, renamed
from tests.validation.test_checks import with_first_quarter

FIRST, SECOND, HALF = "D20010101-20010331", "D20010401-20010630", "D20010101-20010630"
INCOME = "NetIncomeLoss"


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


def test_quarters_that_make_their_half_year_are_proved_with_it(sound: Report) -> None:
    assert vouched(with_first_quarter(sound, 172_000), across) == {(INCOME, FIRST), (INCOME, SECOND), (INCOME, HALF)}


def test_quarters_that_do_not_prove_nothing_and_neither_does_one_alone(sound: Report) -> None:
    assert vouched(with_first_quarter(sound, 222_000), across) == set()
    assert vouched(sound, across) == set()


def test_averages_and_counts_do_not_add_up(sound: Report) -> None:
    report = with_first_quarter(sound, 172_000)
    assert vouched(renamed(report, INCOME, "AverageIncome"), across) == set()
    counts = tuple(replace(fact, unit="shares") if fact.concept.local == INCOME else fact for fact in report.facts)
    assert vouched(replace(report, facts=counts), across) == set()


def test_parts_of_the_company_that_make_the_whole_are_proved_with_it() -> None:
    proved = vouched(equity.report(), across)
    opening = {context for concept, context in proved if concept == "StockholdersEquity" and "I19991231" in context}
    assert len(opening) == 7, "six components and the whole"
    assert {concept for concept, _ in proved} == {"StockholdersEquity"}, "a part beside a dash says nothing"


def test_of_parts_that_make_another_whole_none_is_proved() -> None:
    faulty = changed(equity.report(), plus(90_000), "StockholdersEquity", context="I19991231")
    assert not {context for _, context in vouched(faulty, across) if "I19991231" in context}


def test_amounts_and_counts_of_a_row_are_not_added_up() -> None:
    report = equity.report()
    part = next(
        fact for fact in report.facts if fact.concept.local == "StockholdersEquity" and fact.figure.value == 40_000
    )
    mixed = tuple(replace(fact, unit="shares") if fact.id == part.id else fact for fact in report.facts)
    period = report.period_of(part)
    found = vouched(replace(report, facts=mixed), across)
    assert not {context for _, context in found if f"I{period.end:%Y%m%d}" in context}


def months(*spans: tuple[int, int]) -> list[Period]:
    """Periods from the first day of one month of 2001 to the last before another."""
    return [Period(date.fromordinal(date(2001, end, 1).toordinal() - 1), date(2001, start, 1)) for start, end in spans]


@pytest.mark.parametrize(
    ("spans", "parts"),
    [
        ([(1, 7), (1, 4), (4, 7)], 2),
        ([(1, 7), (1, 2), (2, 4), (4, 7)], 3),
        ([(1, 7), (1, 4)], 0),  # the rest is missing
        ([(1, 7), (1, 4), (5, 7)], 0),  # a month is left out
        ([(1, 7), (1, 4), (4, 8)], 0),  # and here one is too many
        ([(1, 7)], 0),
    ],
)
def test_periods_that_follow_each_other_make_the_longer_one(spans: list[tuple[int, int]], parts: int) -> None:
    found = {whole: len(made) for whole, made in tilings([*months(*spans), Period(date(2001, 6, 30))])}
    assert found.get(months((1, 7))[0], 0) == parts


def test_a_year_has_no_more_parts_than_months() -> None:
    days = [Period(date(2001, 1, day), date(2001, 1, day)) for day in range(1, 14)]
    for count, parts in ((12, 12), (13, 0)):
        whole = Period(date(2001, 1, count), date(2001, 1, 1))
        found = {one: len(made) for one, made in tilings([whole, *days[:count]])}
        assert found.get(whole, 0) == parts
