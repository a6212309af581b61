"""The facts of a Report as relations ask for them: by row and context, and by concept and period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from converter.knowledge import load_knowledge
from converter.proof.book import Book, told
from converter.report import Fact, Report
from converter.terms import Name, Period, Relation
from tests import equity, sample

NOW, BEFORE, HALF = "I20010630", "I20001231", "D20010101-20010630"
GROUPS = load_knowledge("us-gaap").groups


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


def test_the_places_of_numbers_in_brackets(sound: Report) -> None:
    cash = {(row, context[:9]) for at, row, context in Book(sound, GROUPS).negative if at == 2}

    assert cash == {
        (3, "D20000101"),  # accounts receivable: 235 (110)
        (4, "D20010101"), (5, "D20010101"), (6, "D20000101"),
        *((row, start) for row in (9, 10, 11) for start in ("D20010101", "D20000101")),
    }  # fmt: skip


def test_dashes_and_fractions_are_not_negative_and_what_prints_no_number_is_neither(sound: Report) -> None:
    assert {row for at, row, _ in Book(sound, GROUPS).negative if at == 1} == {9}, "interest expense"
    facts = tuple(
        replace(fact, sources=tuple(replace(source, number=None) for source in fact.sources)) for fact in sound.facts
    )
    assert Book(replace(sound, facts=facts), GROUPS).negative == set()


def test_a_row_gives_its_fact_in_each_context(sound: Report) -> None:
    book = Book(sound, GROUPS)

    assert {context: fact.concept.local for context, fact in book.places[0, 6].items()} == {
        NOW: "AssetsCurrent",
        BEFORE: "AssetsCurrent",
    }
    assert {fact.concept.prefix for fact in book.printed} == {"us-gaap", "tmrk"}


def test_what_no_row_prints_has_no_place(sound: Report) -> None:
    """A fact of a statement without a row, or of a row without a statement, as of no print at all."""
    for place in ({"row": None}, {"statement": None}):
        facts = tuple(
            replace(fact, sources=tuple(replace(source, **place) for source in fact.sources))  # type: ignore[arg-type]
            for fact in sound.facts
        )
        assert Book(replace(sound, facts=facts), GROUPS).places == {}
    facts = tuple(replace(fact, sources=()) for fact in sound.facts)
    assert Book(replace(sound, facts=facts), GROUPS).printed == []


def test_of_several_concepts_the_first_counts_that_has_a_fact_of_the_period(sound: Report) -> None:
    book = Book(sound, GROUPS)

    found = book.of(["NoSuchConcept", "InventoryNet", "AssetsCurrent", "Revenues"])
    assert {period: fact.concept.local for period, fact in found.items()} == {
        Period(sample.JUNE_01): "InventoryNet",
        Period(sample.DECEMBER_00): "InventoryNet",
        **dict.fromkeys((sample.QUARTER_01, sample.QUARTER_00, sample.HALF_01, sample.HALF_00), "Revenues"),
    }


def test_balances_are_asked_for_by_day_and_flows_have_none(sound: Report) -> None:
    days = Book(sound, GROUPS).on_days(["InventoryNet", "Revenues"])

    assert {day: fact.concept.local for day, fact in days.items()} == dict.fromkeys(
        (date(2001, 6, 30), date(2000, 12, 31)), "InventoryNet"
    )


def test_facts_of_a_part_are_not_those_of_the_company() -> None:
    report = equity.report()
    whole = Book(report, GROUPS).facts[Name("us-gaap", "StockholdersEquity")]

    assert all(report.scope_of(fact).is_whole for fact in whole.values())
    assert len(whole) < sum(fact.concept.local == "StockholdersEquity" for fact in report.facts)


def figure(value: int, decimals: int | None = 0) -> Fact:
    return Fact(f"{value}", Name("us-gaap", "Assets"), NOW, Decimal(value), "USD", decimals)


@pytest.mark.parametrize(
    ("value", "proved"), [(3_001, True), (-3_001, True), (3_000, False), (-3_000, False), (0, False)]
)
def test_a_relation_proves_what_is_not_lost_in_the_rounding_of_its_numbers(value: int, proved: bool) -> None:
    """Three numbers in thousands may be 1,500 off together, either way."""
    facts = [figure(90_000, -3), figure(80_000, -3), figure(value, -3)]
    votes = list(told(facts, Relation.PART))
    assert [vote.fact for vote in votes] == ["90000", "80000", *([f"{value}"] if proved else [])]
    assert {vote.relation for vote in votes} == {Relation.PART}


def test_exact_numbers_lose_nothing() -> None:
    assert [vote.fact for vote in told([figure(1, None), figure(0, None)], Relation.CASH)] == ["1"]
