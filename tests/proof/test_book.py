"""The facts of a Report as relations ask for them: by row and context, and by concept and period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.knowledge import load_knowledge
from converter.proof.book import Book
from converter.report import Report
from converter.terms import Name, Period
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
