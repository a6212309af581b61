"""What a row says of its candidates by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.mapping.candidates import RIVALS, Candidate
from converter.mapping.maps import Fit
from converter.mapping.weighing.evidence import Parts, era_of
from converter.statements.statement import Aspect
from converter.terms import Kind
from tests.mapping.builder import statement, with_inside
from tests.mapping.evident import OWN_LINE, evidence_of, learned, ruled

BS, IS = Kind.BALANCE_SHEET, Kind.INCOME
SHEET = """
Current assets:
  Cash                   10  20
  Spare parts            5   5
Total current assets     15  25
"""
CASH = 1


def alone(found: list[Candidate], row: int = CASH, text: str = SHEET, kind: Kind = BS, year: int = 2003) -> list[Parts]:
    return evidence_of(statement(kind, text, year)).alone(row, found)


# All of it


def test_all_that_a_row_says_of_what_a_rule_and_the_learned_layer_name() -> None:
    [found, _] = alone([ruled("Cash", 1.06, learned=0.01), OWN_LINE])
    assert found == pytest.approx(
        {
            "rule full": 1,
            "rule full, BS": 1,
            "rule full, 2000s": 1,
            "rule words": 1.06,
            "rule lead": 0,
            "learned": 0.5,
            "learned, BS": 0.5,
            "learned, 2000s": 0.5,
            "learned, old name": 0.5,
            "learned share": 0.01,
            "learned lead": 0,
            "learned silent": 0,
            "words of the caption": 1,
            "words of the name": 1,
            "words of the name with headings": 1,
            "words alike": 1,
            "section unsaid": 1,
            "under the section": 1,
            "line as total": 1,
            "printed plain, debit, state": 1,
            "old name, 2000s": 1,
        }
    )


def test_all_that_a_row_says_of_a_line_of_its_own() -> None:
    [_, _, found] = alone([ruled("Cash", learned=0.59), learned("Goodwill", 0.4), OWN_LINE])
    assert found == pytest.approx(
        {
            "rule none": 1,
            "rule none, BS": 1,
            "rule none, 2000s": 1,
            "own": 1,
            "own, BS": 1,
            "own, 2000s": 1,
            "own: learned": 0.5,
            "own: learned, 2000s": 0.5,
            "own: nothing else": 0.41,
        }
    )


def test_a_line_of_its_own_beside_nothing_else_and_beside_certainty() -> None:
    [nothing] = alone([OWN_LINE])
    assert (nothing["own: learned"], nothing["own: nothing else"]) == (1, 1)
    [_, certain] = alone([learned("Cash", 1.0), OWN_LINE])
    assert (certain["own: learned"], certain["own: nothing else"]) == (0, 0)


def test_of_a_number_inside_a_caption_only_the_rule_tells() -> None:
    read = with_inside(statement(BS, SHEET), CASH, Aspect.ALLOWANCE, "3", "USD")
    found = evidence_of(read).alone(
        4, [ruled("AllowanceForDoubtfulAccountsReceivableCurrent", 0.6, Fit.LOOSE), OWN_LINE]
    )
    assert found == [{"inside a caption, rule loose": 1.0}, {"inside a caption, rule none": 1.0}]


def test_a_row_without_candidates_says_nothing() -> None:
    assert alone([]) == []


# Neighbours


def test_votes_of_other_companies_captions_are_told_of_each_candidate_if_there_are_any() -> None:
    [cash, land, own] = alone([replace(ruled("Cash"), votes=0.01), learned("Land", 0.4), replace(OWN_LINE, votes=0.99)])
    assert {part: value for part, value in cash.items() if "neighbours" in part} == pytest.approx(
        {"neighbours": 0.5, "neighbours, 2000s": 0.5, "neighbours share": 0.01, "neighbours silent": 0}
    )
    assert (land["neighbours"], land["neighbours silent"]) == (0, 1)
    assert {part: value for part, value in own.items() if "neighbours" in part} == pytest.approx(
        {
            "own, neighbours": 1,
            "own, neighbours, 2000s": 1,
            "own, neighbours share": 0.99,
            "own, neighbours silent": 0,
        },
        abs=2e-3,
    )


def test_where_no_neighbour_votes_nothing_is_told_of_them() -> None:
    assert not any("neighbours" in part for parts in alone([ruled("Cash"), OWN_LINE]) for part in parts)
    [_, own] = alone([ruled("Cash"), replace(OWN_LINE, votes=0.5)])
    assert own["own, neighbours share"] == 0.5


def test_a_name_like_the_caption_is_told_where_there_is_one() -> None:
    [cash, land, _] = alone([replace(ruled("Cash"), named=0.9), ruled("Land"), OWN_LINE])
    assert cash["name like"] == 0.9
    assert "name like" not in land


# Eras


@pytest.mark.parametrize(
    ("year", "era"),
    [
        (None, "1990s"), (1994, "1990s"), (2000, "1990s"), (2001, "2000s"), (2010, "2000s"), (2011, "2010s"),
        (2017, "2010s"), (2018, "today"),
    ],
)  # fmt: skip
def test_the_era_of_a_year(year: int | None, era: str) -> None:
    assert era_of(year) == era


def test_a_statement_has_the_era_of_its_last_period() -> None:
    assert evidence_of(statement(BS, SHEET, year=2011)).era == "2010s"
    assert evidence_of(statement(BS, "")).era == "1990s"


# Rules and the learned layer


@pytest.mark.parametrize(
    ("candidate", "rule"),
    [
        (ruled("Cash", 0.3, Fit.HINT), "rule hint"),
        (ruled("Cash", 0.8, Fit.UNPLACED), "rule unplaced"),
        (replace(ruled("Cash", 0.8), rule=f"{RIVALS}:Goodwill"), "rule rival"),
        (replace(ruled("Cash", 0.8), rule=f"of {RIVALS}"), "rule full"),
        (learned("Cash", 0.9), "rule none"),
        (replace(ruled("Cash"), weight=0.0), "rule none"),
        (replace(ruled("Cash"), fit=None), "rule none"),
    ],
)
def test_what_kind_of_rule_names_it(candidate: Candidate, rule: str) -> None:
    [found] = alone([candidate], year=1999)
    kinds = {name for name in found if name.startswith("rule ") and name not in ("rule words", "rule lead")}
    assert kinds == {rule, f"{rule}, BS", f"{rule}, 1990s"}


def test_a_rule_lags_behind_the_best_of_the_row() -> None:
    [first, second, third] = alone([ruled("Cash", 1.06), ruled("Goodwill", 0.8), learned("Assets", 0.2)])
    assert [each.get("rule words") for each in (first, second, third)] == [1.06, 0.8, None]
    assert [each.get("rule lead") for each in (first, second, third)] == [0, pytest.approx(-0.26), None]


def test_what_a_rule_asks_for_beside_words_is_said() -> None:
    [both, none] = alone([replace(ruled("Cash"), asked=("years", "heading")), ruled("Goodwill")])
    assert (both["rule asks for years"], both["rule asks for heading"]) == (1, 1)
    assert not any("asks" in name for name in none)


def test_what_the_footing_names_is_said_with_its_rule() -> None:
    [footed, plain] = alone([replace(ruled("Cash"), footing="footing:parts"), ruled("Goodwill")])
    assert (footed["footing"], footed["footing:parts"]) == (1, 1)
    assert not any("footing" in name for name in plain)


def test_probabilities_count_by_their_logarithm() -> None:
    found = alone([learned("Cash", 1.0), learned("Goodwill", 0.1), learned("Assets", 0.0001), learned("Land", 0.0)])
    assert [each["learned"] for each in found] == pytest.approx([1, 0.75, 0, 0])
    assert [each["learned share"] for each in found] == pytest.approx([1, 0.1, 0.0001, 0])
    assert [each["learned lead"] for each in found] == pytest.approx([0, -0.9, -0.9999, -1])


def test_the_learned_layer_is_silent_below_one_in_ten_thousand() -> None:
    said, unsaid = alone([learned("Cash", 0.0001), learned("Goodwill", 0.00009)])
    assert (said["learned silent"], said.get("learned silent, old name")) == (0, None)
    assert (unsaid["learned silent"], unsaid["learned silent, old name"]) == (1, 1)


# Names of the first release, and newer ones

NEW, OLD = "RevenueFromContractWithCustomerExcludingAssessedTax", "Revenues"
SALES = "Sales  10  20\n"


def test_a_name_is_new_if_the_first_release_lacks_it() -> None:
    [new, old] = alone([ruled(NEW, learned=0.1), ruled(OLD, learned=0.01)], 0, SALES, IS, 2020)
    assert (new["new name, today"], new["learned, new name"]) == (1, pytest.approx(0.75))
    assert (old["old name, today"], old["learned, old name"]) == (1, pytest.approx(0.5))
    assert not any("old name" in name for name in new)
    assert not any("new name" in name for name in old)


def test_an_old_name_stands_beside_a_newer_one_that_a_rule_names_in_full() -> None:
    [new, old] = alone([ruled(NEW), learned(OLD, 0.9)], 0, SALES, IS, 2020)
    assert old["beside a newer name, today"] == 1
    assert not any("beside" in name for name in new)


@pytest.mark.parametrize("other", [ruled(NEW, 0.6, Fit.LOOSE), learned(NEW, 0.9), ruled("Goodwill"), ruled(None)])
def test_other_candidates_make_no_name_old_fashioned(other: Candidate) -> None:
    [_, old] = alone([other, learned(OLD, 0.9)], 0, SALES, IS, 2020)
    assert not any("beside" in name for name in old)
