"""Weighing: the candidates of a row in the order of what all that is said of them gives them."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from converter.mapping.candidates import Candidate
from converter.mapping.decide import Ranked
from converter.mapping.maps import Fit
from converter.mapping.trace import Trace
from converter.mapping.weighing import Rows, Weights, by_captions, by_themselves, in_place, shipped
from converter.mapping.weighing.evidence import ByConcept
from converter.mapping.weighing.weigh import around_of
from converter.mapping.weighing.weights import shares
from converter.statements.statement import Item, Statement, of_captions
from converter.terms import Kind
from tests.mapping.builder import statement
from tests.mapping.evident import OWN_LINE, evidence_of, learned, ruled

BS = Kind.BALANCE_SHEET
LINE = "Cash  10  20\n"

Ordered = list[tuple[str | None, float]]


def ordered(found: list[Candidate]) -> Ordered:
    return [(each.concept, round(each.share, 4)) for each in found]


def weighed(found: list[Candidate], weights: Weights, read: Statement | None = None) -> Ordered:
    """The candidates of the first row, weighed by themselves."""
    return ordered(by_themselves(evidence_of(read or statement(BS, LINE)), [found], weights)[0])


def placed(rows: Rows, around: dict[str, float], text: str) -> list[Ordered]:
    """The candidates of each row, weighed in their place."""
    return [ordered(found) for found in in_place(evidence_of(statement(BS, text)), rows, Weights({}, around))]


# Shares


def test_shares_are_of_one_together_by_the_powers_of_what_is_weighed() -> None:
    weights = {"rule": log(3), "name": log(2)}
    assert shares(weights, [{"rule": 1.0}, {}]) == pytest.approx([0.75, 0.25])
    assert shares(weights, [{"rule": 1.0, "name": 1.0}, {"name": 1.0}, {}]) == pytest.approx([6 / 9, 2 / 9, 1 / 9])
    assert shares(weights, [{"name": 2.0}, {"name": 0.0}]) == pytest.approx([0.8, 0.2])
    assert shares({"rule": -log(3)}, [{"rule": 1.0}, {}]) == pytest.approx([0.25, 0.75])


def test_a_part_without_a_weight_says_nothing() -> None:
    assert shares({}, [{"rule": 1.0}, {"name": 5.0}]) == [0.5, 0.5]


def test_great_weights_are_weighed_all_the_same() -> None:
    assert shares({"rule": 5000.0}, [{"rule": 1.0}, {"rule": 1.0}, {}]) == pytest.approx([0.5, 0.5, 0.0])
    assert shares({"rule": -5000.0}, [{"rule": 1.0}, {"rule": 1.0}]) == pytest.approx([0.5, 0.5])


def test_a_row_without_candidates_has_no_shares() -> None:
    assert shares({"rule": 1.0}, []) == []


# What a share is worth

SAID = Weights({}, {}, {"2000s": [(0.2, 0.1), (0.5, 0.7), (0.9, 0.8), (1.0, 1.0)]})


@pytest.mark.parametrize(
    ("share", "worth"),
    [(0.0, 0.0), (0.1, 0.05), (0.2, 0.1), (0.3, 0.3), (0.5, 0.7), (0.6, 0.725), (0.9, 0.8), (0.95, 0.9), (1.0, 1.0)],
)
def test_a_share_is_worth_how_often_such_choices_were_right(share: float, worth: float) -> None:
    assert SAID.confidence("2000s", share) == pytest.approx(worth)


def test_of_an_era_that_was_not_measured_a_share_is_worth_itself() -> None:
    assert SAID.confidence("1990s", 0.3) == 0.3
    assert Weights({}, {}).confidence("2000s", 0.95) == 0.95


def test_what_a_person_wrote_is_not_measured() -> None:
    frame = evidence_of(statement(BS, LINE)).frame
    ranked = Ranked(frame, [], [], Trace(), "2000s", SAID, {})
    assert ranked.confidence(replace(ruled("Cash"), share=0.5)) == 0.7
    assert ranked.confidence(replace(ruled("Cash", fit=Fit.OWN), share=1.0)) == 1.0


def test_the_shipped_weights_know_all_stages_and_eras() -> None:
    read = shipped()
    assert {"rule full", "own", "learned"} <= read.alone.keys() & read.around.keys()
    assert "sum: under" in read.around.keys() - read.alone.keys()
    assert set(read.said) == {"1990s", "2000s", "2010s", "today"}
    for points in read.said.values():
        assert list(points) == sorted(points)
        assert [worth for _, worth in points] == sorted(worth for _, worth in points)


# By itself

BY_SHARE = Weights({"learned share": 2.0}, {})


def test_the_likeliest_comes_first_with_its_share() -> None:
    found = [learned("Goodwill", 0.0), learned("Cash", log(3) / 2), OWN_LINE]
    assert weighed(found, BY_SHARE) == [("Cash", 0.6), ("Goodwill", 0.2), (None, 0.2)]


def test_of_candidates_with_one_share_the_first_stays_the_first() -> None:
    assert weighed([ruled("Cash"), ruled("Goodwill")], Weights({}, {})) == [("Cash", 0.5), ("Goodwill", 0.5)]


def test_rules_and_the_learned_layer_are_weighed_together() -> None:
    weights = Weights({"rule full": 1.0, "learned share": 2.0}, {})
    found = [ruled("Goodwill"), learned("Cash", 0.4)]
    assert [name for name, _ in weighed(found, weights)] == ["Goodwill", "Cash"]
    assert [name for name, _ in weighed([found[0], learned("Cash", 0.6)], weights)] == ["Cash", "Goodwill"]


def test_of_captions_alone_the_learned_layer_decides_and_rules_break_ties() -> None:
    cash, goodwill = replace(ruled("Cash"), learned=0.5), learned("Goodwill", 0.5)
    assert [each.concept for each in by_captions([[goodwill, cash]])[0]] == ["Cash", "Goodwill"]
    assert [each.concept for each in by_captions([[learned("Goodwill", 0.6), cash]])[0]] == ["Goodwill", "Cash"]
    mine = ruled("Land", fit=Fit.OWN)
    assert [(each.concept, each.share) for each in by_captions([[learned("Cash", 1.0), mine]])[0]] == [
        ("Land", 1.0),
        ("Cash", 1.0),
    ]


def test_each_row_is_weighed_for_itself() -> None:
    evidence = evidence_of(statement(BS, "Cash  1  2\nEquity:\nGoodwill  3  4\n"))
    rows = by_themselves(evidence, [[learned("Cash", 0.5)], [], [learned("Cash", 0.1), OWN_LINE]], BY_SHARE)
    assert [[each.concept for each in found] for found in rows] == [["Cash"], [], ["Cash", None]]
    assert rows[0][0].share == 1.0


@pytest.mark.parametrize("first", ["Goodwill", None])
def test_a_persons_lines_are_never_weighed(first: str | None) -> None:
    found = [ruled(first, 3.0, Fit.OWN), ruled("Cash", 3.0, Fit.OWN, learned=1.0)]
    weights = Weights({}, {"learned share": 9.0}, {"learned share": 9.0})
    assert weighed(found, weights) == [(first, 1.0), ("Cash", 1.0)]
    assert placed([found], weights.around, LINE) == [[(first, 1.0), ("Cash", 1.0)]]


def test_a_persons_line_beside_other_candidates_keeps_its_place_among_them() -> None:
    found = [ruled("Cash", 3.0, Fit.OWN), learned("Goodwill", 1.0)]
    assert weighed(found, BY_SHARE) == [("Cash", 1.0), ("Goodwill", 1.0)]


# In its place

SHEET = """
  Trade accounts        5   6
  From employees        3   2
Total receivables       8   8
Spare parts             2   2
Total current assets    10  10
Plant                   4   5
Total assets            14  15
"""
TRADE, EMPLOYEES, RECEIVABLES, SPARE, CURRENT, PLANT, ASSETS = range(7)
CHAIN = {
    TRADE: "AccountsNotesAndLoansReceivableNetCurrent",
    RECEIVABLES: "ReceivablesNetCurrent",
    CURRENT: "AssetsCurrent",
}


def chain() -> Rows:
    """Rows that are likelier goodwill by themselves, and what they are by the totals above them."""
    rows: Rows = [[OWN_LINE] for _ in range(7)]
    for row, concept in CHAIN.items():
        rows[row] = [learned("Goodwill", 0.6), learned(concept, 0.4)]
    rows[ASSETS] = [ruled("Assets")]
    return rows


def test_what_a_row_turns_out_to_be_is_evidence_for_those_it_adds_up_but_only_twice() -> None:
    found = [row[0][0] for row in placed(chain(), {"learned share": 1.0, "sum: direct": 3.0}, SHEET)]
    assert found[ASSETS] == "Assets"
    assert found[CURRENT] == "AssetsCurrent"  # at first, by the total of all
    assert found[RECEIVABLES] == "ReceivablesNetCurrent"  # then, by that of current assets
    assert found[TRADE] == "Goodwill"  # a third time would tell


def test_the_place_counts_beside_what_the_row_says_by_itself() -> None:
    weak = placed(chain(), {"learned share": 1.0, "sum: direct": 0.1}, SHEET)
    assert weak[CURRENT][0][0] == "Goodwill"
    [(first, share), _] = placed(chain(), {"learned share": 1.0, "sum: direct": 3.0}, SHEET)[CURRENT]
    assert (first, share) == ("AssetsCurrent", round(shares({"x": 1.0}, [{"x": 3.4}, {"x": 0.6}])[0], 4))


def test_a_row_that_is_likelier_to_be_the_concept_takes_it() -> None:
    rows = [[learned("Cash", 0.3), learned("Goodwill", 0.2)], [learned("Cash", 0.9), learned("Goodwill", 0.1)]]
    rows = [[replace(each, share=each.learned) for each in found] for found in rows]
    text = "Funds  10  20\nCash  11  19\n"
    assert [found[0][0] for found in placed(rows, {"learned share": 1.0}, text)] == ["Cash", "Cash"]
    found = placed(rows, {"learned share": 1.0, "elsewhere likelier": -1.0}, text)
    assert [row[0][0] for row in found] == ["Goodwill", "Cash"]


def test_what_figures_prove_comes_first_and_is_sure() -> None:
    proven = replace(ruled("Goodwill", 0.8), footing="footing:parts")
    [found] = placed([[learned("Cash", 1.0), OWN_LINE, proven]], {"learned share": log(3)}, LINE)
    assert found == [("Goodwill", 0.8), ("Cash", 0.6), (None, 0.2)]


def test_what_figures_prove_may_be_surer_still() -> None:
    proven = replace(ruled("Goodwill", 0.8), footing="footing:parts")
    [found] = placed([[learned("Cash", 1.0), proven]], {"footing": log(9)}, LINE)
    assert found == [("Goodwill", 0.9), ("Cash", 0.1)]


def test_of_a_list_of_captions_the_place_says_nothing() -> None:
    evidence = evidence_of(of_captions(BS, [Item(caption="Cash")]))
    found = [replace(learned("Goodwill", 0.1), share=0.1), replace(learned("Cash", 0.9), share=0.9)]
    assert in_place(evidence, [found], Weights({}, {}, {"learned share": 9.0})) == [found]


def test_what_is_known_around_a_row_are_the_first_candidates_and_all_shares() -> None:
    evidence = evidence_of(statement(BS, "Cash:\n  Cash  1  2\n  Other  3  4\n"))
    first, second = replace(learned("Cash", 0.5), share=0.7), replace(OWN_LINE, share=0.3)
    around = around_of(evidence, [[], [first, second], [second, first]])
    assert around.frame is evidence.frame
    assert list(around.firsts) == [None, "Cash", None]
    assert list(around.shares) == [{}, {"Cash": 0.7, None: 0.3}, {None: 0.3, "Cash": 0.7}]


def test_two_points_of_one_share_are_a_step() -> None:
    weights = Weights({}, {}, {"today": [(0.8, 0.6), (0.9, 0.8), (0.9, 0.95), (1.0, 0.99)]})
    said = [weights.confidence("today", share) for share in (0.85, 0.9, 0.95, 1.0)]
    assert said == pytest.approx([0.7, 0.8, 0.97, 0.99])


# What is kept


def test_the_evidence_of_unchanged_candidates_is_not_worked_out_again() -> None:
    evidence = evidence_of(statement(BS, LINE))
    found = [learned("Cash", 0.6), learned("Goodwill", 0.4)]
    kept: ByConcept = {"Cash": {"kept": 1.0}, "Goodwill": {}}
    evidence.keep(0, found, kept)
    assert evidence.by_concept(0, list(found)) == kept
    assert evidence.by_concept(0, found[:1]) == {"Cash": evidence.alone(0, found[:1])[0]}


def test_by_itself_and_in_its_place_a_row_has_the_same_evidence() -> None:
    evidence = evidence_of(statement(BS, LINE))
    found = [learned("Goodwill", 0.4), learned("Cash", 0.6), OWN_LINE]
    [ordered_] = by_themselves(evidence, [found], BY_SHARE)
    assert [each.concept for each in ordered_] != [each.concept for each in found]
    afresh = evidence_of(statement(BS, LINE)).by_concept(0, ordered_)
    assert evidence.by_concept(0, ordered_) == afresh
    assert set(afresh) == {"Goodwill", "Cash", None}
