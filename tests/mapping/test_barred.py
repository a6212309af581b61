"""Deciding again, without concepts that figures contradict."""

from __future__ import annotations

from converter.mapping.candidates import Candidate
from converter.mapping.decide import CONTRADICTED, Ranked, decided, read, without
from converter.mapping.maps import Fit, Maps
from converter.mapping.rows import frame_of
from converter.mapping.trace import Trace
from converter.mapping.weighing import shipped
from converter.taxonomy import Index
from converter.terms import Kind
from tests.mapping.builder import statement

ASSETS = statement(Kind.BALANCE_SHEET, "Cash 1\nCash and cash equivalents    10   20\nInventories   5   4")


def ranked(maps: Maps, *rows: list[Candidate]) -> Ranked:
    return Ranked(frame_of(ASSETS, maps.vocabulary), list(rows), [], Trace(), "", shipped(), maps.knowledge.near)


def candidate(concept: str | None, share: float, fit: Fit | None = Fit.FULL) -> Candidate:
    return Candidate(concept, 1.0, fit, 0.0, "rule", share=share)


def test_what_is_left_is_as_likely_as_it_is_among_itself(maps: Maps) -> None:
    found = ranked(maps, [candidate("A", 0.6), candidate("B", 0.3), candidate(None, 0.1)], [candidate("A", 1.0)])

    (first, second) = without(found, 4, {(4, 0): frozenset({"A"}), (5, 1): frozenset({"A"})}).rows

    assert [(each.concept, round(each.share, 3)) for each in first] == [("B", 0.75), (None, 0.25)]
    assert second == found.rows[1], "that of another statement is barred"


def test_it_says_why(maps: Maps) -> None:
    found = ranked(maps, [candidate("A", 0.6), candidate("B", 0.4)], [candidate("C", 1.0)])

    barred = without(found, 0, {(0, 0): frozenset({"A"}), (0, 1): frozenset({"C"})})

    (step,) = barred.trace.of(0)
    assert (step.stage, step.concept, step.reason) == ("contradiction", "B", f"A {CONTRADICTED}")
    assert barred.rows[1] == []
    assert barred.trace.of(1)[0].concept is None
    assert found.trace.of(0) == (), "what was read stays as it is"


def test_a_persons_line_is_not_barred(maps: Maps) -> None:
    found = ranked(maps, [candidate("A", 0.7, Fit.OWN), candidate("B", 0.3)])

    assert without(found, 0, {(0, 0): frozenset({"A"})}).rows == found.rows


def test_a_document_can_be_decided_more_than_once(maps: Maps, index: Index) -> None:
    one = read([ASSETS], maps, index)
    row = next(row for row, item in enumerate(ASSETS.items) if item.caption == "Inventories")

    first = decided(one, maps.knowledge, index)
    again = decided(one, maps.knowledge, index, {(0, row): frozenset({"InventoryNet"})})

    assert decided(one, maps.knowledge, index) == first
    assert [(before and before.concept) for before in first[0]][row] == "InventoryNet"
    after = again[0][row]
    assert after is not None
    assert after.concept != "InventoryNet"
    assert "contradiction" in [step.stage for step in after.steps]
