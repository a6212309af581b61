"""How the facts of a report are laid out for the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from converter.findings import Finding, Severity
from converter.report import Extension, Source
from converter.span import Span
from converter.terms import Kind, Member, Name, Period
from converter.validation.checks.book import Balances, figure, opening, remark, slack, value
from tests.validation.small import BEFORE, END, LAST, YEAR, Row, balance_sheet, book, income, report

PART = (Member(Name("us-gaap", "StatementClassOfStockAxis"), Name("us-gaap", "CommonClassAMember")),)
SHEET = report(
    balance_sheet(
        Row("Cash", {END: 5_000, BEFORE: 4_000}),
        Row("elm:Gifts", {END: 3_000}),
        Row("AssetsAbstract", abstract=True),
        Row("Goodwill", {END: "none"}),
    ),
    income(Row("Revenues", {YEAR: 9_000}), Row("Cash", {END: 5_000}, "Cash at end of year")),
)


def values(facts: dict) -> dict[Period, int]:
    return {period: int(fact.value) for period, fact in facts.items()}


def test_facts_are_the_numbers_of_us_gaap_by_concept_and_period() -> None:
    assert {concept: values(facts) for concept, facts in book(SHEET).facts.items()} == {
        "Cash": {END: 5_000, BEFORE: 4_000},
        "Revenues": {YEAR: 9_000},
    }


def test_of_several_concepts_the_first_that_has_a_period_counts() -> None:
    facts = book(report(balance_sheet(Row("Cash", {END: 1_000}), Row("Goodwill", {END: 2_000, BEFORE: 3_000}))))
    assert values(facts.of("Cash", "Goodwill")) == {END: 1_000, BEFORE: 3_000}
    assert values(facts.of("Goodwill", "Cash")) == {END: 2_000, BEFORE: 3_000}
    assert values(facts.of("InventoryNet")) == {}


def test_a_row_prints_its_own_facts_and_those_that_other_rows_print_too() -> None:
    of = book(SHEET)
    assert [figure(fact) for fact in of.printed_in(0, 0)] == ["5,000", "4,000"]
    assert [figure(fact) for fact in of.printed_in(0, 1)] == ["3,000"]
    assert [figure(fact) for fact in of.printed_in(1, 1)] == ["5,000"]
    assert of.printed_in(0, 2) == of.printed_in(0, 3) == of.printed_in(7, 0) == [], "a heading, a word, no row"


def test_a_fact_that_a_row_prints_twice_is_one_of_its_facts() -> None:
    fact = SHEET.facts[0]
    again = replace(fact, sources=(*fact.sources, replace(fact.sources[0], column=1)))
    assert book(replace(SHEET, facts=(again,))).printed_in(0, 0) == [again]


def test_a_fact_without_a_row_is_no_rows() -> None:
    """One that was read in prose."""
    prose = replace(SHEET.facts[0], sources=(Source(Span(0, 1), "5"), Source(Span(0, 1), "5", 0)))
    assert book(replace(SHEET, facts=(prose,))).printed_in(0, 0) == []


def test_rows_come_with_their_places() -> None:
    places = [(at, statement.kind, number, row.label) for at, statement, number, row in book(SHEET).rows()]
    assert places == [
        (0, Kind.BALANCE_SHEET, 0, "Cash"),
        (0, Kind.BALANCE_SHEET, 1, "Gifts"),
        (0, Kind.BALANCE_SHEET, 2, "AssetsAbstract"),
        (0, Kind.BALANCE_SHEET, 3, "Goodwill"),
        (1, Kind.INCOME, 0, "Revenues"),
        (1, Kind.INCOME, 1, "Cash at end of year"),
    ]


def test_balances_of_the_companys_own_concepts() -> None:
    gifts = Extension(Name("elm", "Gifts"), "xbrli:monetaryItemType", "instant", "debit", "Gifts")
    assert book(replace(SHEET, extensions=(gifts,))).balances == {gifts.name: "debit"}


def test_a_book_without_members_is_of_the_whole() -> None:
    part = report(balance_sheet(Row("Cash", {END: 5_000}, members=PART)))
    assert book(part).is_whole
    assert not book(part).facts
    assert not book(part, PART).is_whole
    assert values(book(part, PART).facts["Cash"]) == {END: 5_000}


@pytest.mark.parametrize(("days", "is_near"), [(0, True), (7, True), (8, False), (-7, True), (-8, False)])
def test_a_balance_is_looked_for_a_week_before_and_after(days: int, is_near: bool) -> None:
    balances = Balances(book(SHEET).of("Cash"))
    found = balances.at(END.end + timedelta(days=days))
    assert (found is not None and value(found) == 5_000) is is_near


def test_balances_are_of_days() -> None:
    assert Balances(book(SHEET).of("Revenues")).at(YEAR.end) is None
    near = Period(date(1999, 12, 28))
    two = Balances(book(report(balance_sheet(Row("Cash", {END: 1_000, near: 2_000})))).of("Cash"))
    assert [value(two.at(date(1999, 12, day))) for day in (31, 30, 29, 28)] == [1_000, 1_000, 2_000, 2_000]


def test_a_duration_opens_at_the_end_of_the_day_before() -> None:
    assert opening(YEAR) == BEFORE.end
    assert opening(LAST) == date(1997, 12, 31)


def test_a_figure_is_written_as_a_person_writes_it() -> None:
    fact = SHEET.facts[0]
    assert [figure(replace(fact, value=Decimal(text))) for text in ("1E+6", "-0.25", "1234.50")] == [
        "1,000,000",
        "-0.25",
        "1,234.50",
    ]


def test_printed_numbers_may_each_be_half_a_step_off() -> None:
    one = SHEET.facts[0]
    assert slack([]) == 0
    assert slack([one, one, replace(one, decimals=0)]) == Decimal("1000.5")


def test_a_remark_is_at_the_first_place_of_its_fact() -> None:
    cash = SHEET.facts[0]
    assert len(cash.sources) == 2
    assert remark("X", "why", cash) == Finding(Severity.WARNING, "X", "why", cash.sources[0].span, cash.id)
    assert remark("X", "why", replace(cash, sources=())) == Finding(Severity.WARNING, "X", "why", None, cash.id)
    assert remark("X", "why", severity=Severity.ERROR) == Finding(Severity.ERROR, "X", "why", None, None)
