"""The concepts that a row may mean, from the mapping files and from the learned layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.candidates import (
    LEARNED,
    NAMED,
    NEIGHBOURS,
    NOTHING,
    RIVALS,
    UNNAMED,
    Candidate,
    best,
    candidates,
    in_release,
)
from converter.mapping.maps import Fit, Maps, Match, Stub
from converter.mapping.maps.matching import Instead
from converter.mapping.maps.phrase import Phrase, parse
from converter.mapping.maps.rule import Layer, Rule
from converter.mapping.maps.words import Vocabulary
from converter.mapping.neighbours import NOBODY, OWN, Said
from converter.taxonomy import load_index
from converter.terms import Kind

INDEX = load_index("us-gaap/2025")
WORDS = Vocabulary()
CASH = Stub(WORDS.words("cash on hand"), Kind.BALANCE_SHEET, unit="USD", period_type="instant")
GONE = "DueFromAffiliateCurrent"  # the release deprecates it


def phrase(text: str) -> Phrase:
    return parse(text, WORDS)


def rule(
    concept: str | None,
    layer: Layer = Layer.BUILT_IN,
    name: str = "words",
    years: tuple[int, int] | None = None,
    under: tuple[Phrase, ...] = (),
    negated: bool | None = None,
) -> Rule:
    return Rule(name, 1, layer, concept, (phrase("cash"),), years=years, under=under, negated=negated)


def match(concept: str | None, fit: Fit = Fit.FULL, words: int = 2, **asked: object) -> Match:
    return Match(rule(concept, **asked), fit, words)  # type: ignore[arg-type]


def maps(rivals: dict[str, tuple[str, ...]] | None = None, instead: dict[str, Instead] | None = None) -> Maps:
    return Maps((), WORDS, 2025, instead or {}, rivals or {}, load_knowledge("us-gaap"))


def found(
    matches: Sequence[Match],
    ranked: Sequence[tuple[str, float]] = (),
    line: Stub = CASH,
    using: Maps | None = None,
    said: Said = NOBODY,
) -> list[Candidate]:
    return candidates(line, matches, ranked, using or maps(), INDEX, said)


def names(some: Sequence[Candidate]) -> list[str | None]:
    return [each.concept for each in some]


# Weights of rules


@pytest.mark.parametrize(
    ("fit", "weight"), [(Fit.FULL, 1.12), (Fit.UNPLACED, 0.92), (Fit.LOOSE, 0.72), (Fit.HINT, 0.42), (Fit.OWN, 3.12)]
)
def test_a_rule_weighs_by_its_fit_and_its_words(fit: Fit, weight: float) -> None:
    first = found([match("Cash", fit)])[0]
    assert (first.concept, first.fit, first.learned, first.rule) == ("Cash", fit, 0.0, "words")
    assert first.weight == pytest.approx(weight)


@pytest.mark.parametrize(("words", "weight"), [(0, 1.0), (1, 1.06), (4, 1.24), (5, 1.3), (6, 1.3), (9, 1.3)])
def test_more_than_five_words_weigh_as_five(words: int, weight: float) -> None:
    assert found([match("Cash", words=words)])[0].weight == pytest.approx(weight)


def test_a_rule_says_what_it_asks_for_and_what_it_says_of_the_sign() -> None:
    under = (phrase("money"),)
    for asked, said in (
        ({}, ()),
        ({"years": (1990, 2002)}, ("years",)),
        ({"under": under}, ("heading",)),
        ({"years": (1990, 2002), "under": under}, ("years", "heading")),
    ):
        assert found([match("Cash", **asked)])[0].asked == said
    assert [found([match("Cash", negated=sign)])[0].negated for sign in (True, False, None)] == [True, False, None]


def test_a_candidate_with_another_share_is_else_the_same() -> None:
    one = Candidate(
        "Cash",
        1.0,
        Fit.LOOSE,
        0.3,
        "words",
        True,
        "Assets",
        ("years",),
        "sum",
        0.1,
        0.2,
        0.4,
        "Ann Lee",
        "Bob Moe",
        0.5,
    )
    assert one.with_share(0.9) == replace(one, share=0.9)
    assert one.share == 0.5


# A line of the company's own


def test_a_concept_of_the_companys_own_is_always_among_them() -> None:
    assert found([match("Cash")])[1:] == [Candidate(None, 0.0, None, 0.0, UNNAMED)]
    assert found([], [("Cash", 0.4)])[1:] == [Candidate(None, 0.0, None, 0.0, UNNAMED)]
    assert found([]) == [Candidate(None, 0.0, None, 0.0, NOTHING)]


def test_but_only_once_if_a_rule_says_so() -> None:
    first, second = found([match(None, Fit.HINT)], [("Cash", 0.9)])
    assert (first.concept, first.rule) == ("Cash", LEARNED)
    assert (second.concept, second.rule, second.fit) == (None, "words", Fit.HINT)


# What a person wrote


def test_what_a_person_wrote_comes_alone() -> None:
    own = match("Cash", Fit.OWN, layer=Layer.USER)
    assert names(found([own, match("Goodwill")], [("Goodwill", 0.9)])) == ["Cash"]
    assert names(found([match("Goodwill"), own])) == ["Cash"]


def test_of_what_a_person_wrote_the_latest_layer_counts() -> None:
    user, company = match("Cash", Fit.OWN, layer=Layer.USER), match("Goodwill", Fit.OWN, layer=Layer.COMPANY)
    both = match("InventoryNet", Fit.OWN, layer=Layer.COMPANY, words=1)
    assert names(found([user, company])) == ["Goodwill"]
    assert names(found([company, both, user])) == ["Goodwill", "InventoryNet"]


def test_what_a_person_wrote_has_no_rivals() -> None:
    own = match("Cash", Fit.OWN, layer=Layer.USER)
    assert names(found([own], using=maps({"Cash": ("Goodwill",)}))) == ["Cash"]


def test_a_person_may_say_that_it_is_a_line_of_the_companys_own() -> None:
    assert names(found([match(None, Fit.OWN, layer=Layer.USER)], [("Cash", 0.9)])) == [None]


# Rivals


def test_rivals_of_a_rules_concept_stand_beside_it() -> None:
    using = maps({"Cash": ("Goodwill", "InventoryNet"), "Land": ("DeferredCostsCurrent",)})
    first, second, third, last = found([match("Cash", years=(1990, 2005), negated=True)], using=using)
    assert names([first, second, third, last]) == ["Cash", "Goodwill", "InventoryNet", None]
    assert (second.rule, second.fit, second.asked, second.negated) == (f"{RIVALS}:Cash", Fit.FULL, (), True)
    assert second.weight == pytest.approx(first.weight - 0.2) == third.weight
    assert first.asked == ("years",)


def test_a_line_of_the_companys_own_has_no_rivals() -> None:
    assert names(found([match(None)], using=maps({"Cash": ("Goodwill",)}))) == [None]


def test_a_rival_that_a_rule_names_too_has_the_weight_of_that_rule() -> None:
    both = found([match("Cash"), match("Goodwill", words=4)], using=maps({"Cash": ("Goodwill",)}))
    assert [(each.concept, each.rule) for each in both[:2]] == [("Goodwill", "words"), ("Cash", "words")]
    assert both[0].weight == pytest.approx(1.24)


# The learned layer


def test_the_learned_layer_adds_to_a_rule_and_names_others() -> None:
    first, second, last = found([match("Cash")], [("Goodwill", 0.6), ("Cash", 0.3)])
    assert (first.concept, first.fit, first.rule, first.learned) == ("Cash", Fit.FULL, "words", 0.3)
    assert (second.concept, second.fit, second.rule, second.learned) == ("Goodwill", None, LEARNED, 0.6)
    assert (second.weight, last.concept) == (0.0, None)


def test_they_are_ordered_by_rule_and_probability_together() -> None:
    assert names(found([match("Cash", Fit.HINT)], [("Goodwill", 0.41)])) == ["Cash", "Goodwill", None]
    assert names(found([match("Cash", Fit.HINT)], [("Goodwill", 0.43)])) == ["Goodwill", "Cash", None]
    assert names(found([match("Cash", Fit.HINT)], [("Goodwill", 0.43), ("Cash", 0.1)])) == ["Cash", "Goodwill", None]


def test_ten_are_kept() -> None:
    some = [name for name, _ in INDEX.calculation_children("AssetsCurrent")]
    fit_in = names(found([], [(name, 0.01) for name in some]))[:-1]
    assert len(fit_in) == 10
    assert fit_in == some[:10]


def test_one_word_under_its_heading_is_only_what_the_rule_says() -> None:
    under = (phrase("money"),)
    one = Stub(WORDS.words("basic"), Kind.BALANCE_SHEET, unit="USD", period_type="instant")
    guess = [("Goodwill", 0.9)]
    assert names(found([match("Cash", under=under)], guess, one)) == ["Cash", None]
    assert names(found([match("Cash", under=under)], guess)) == ["Cash", "Goodwill", None]
    assert names(found([match("Cash")], guess, one)) == ["Cash", "Goodwill", None]
    assert names(found([match("Cash", Fit.UNPLACED, under=under)], guess, one)) == ["Cash", "Goodwill", None]
    assert names(found([], guess, one)) == ["Goodwill", None]


# Neighbours


def said(votes: dict[str, float] | None = None, named: dict[str, float] | None = None) -> Said:
    return Said(votes or {}, named or {})


def test_neighbours_add_their_votes_to_what_others_name() -> None:
    first, second, last = found(
        [match("Cash")], [("Goodwill", 0.6)], said=said({"Cash": 0.2, "Goodwill": 0.1, OWN: 0.4})
    )
    assert [(each.concept, each.rule, each.votes) for each in (first, second)] == [
        ("Cash", "words", 0.2),
        ("Goodwill", LEARNED, 0.1),
    ]
    assert (last.concept, last.rule, last.votes) == (None, UNNAMED, 0.4)


def test_neighbours_name_a_concept_themselves_if_many_of_them_do() -> None:
    assert names(found([], said=said({"Cash": 0.29, "Goodwill": 0.3}))) == ["Goodwill", None]
    assert found([], said=said({"Goodwill": 0.3}))[0].rule == NEIGHBOURS
    assert names(found([], said=said({"Revenues": 0.9, "NoSuchConcept": 0.9}))) == [None]


def test_votes_for_a_concept_that_the_release_gave_up_are_for_its_successor() -> None:
    using = maps(instead={GONE: Instead(("Cash",), None)})
    (first, _) = found([], said=said({GONE: 0.2, "Cash": 0.3}), using=using)
    assert (first.concept, first.votes) == ("Cash", 0.5)


def test_a_rule_that_says_own_has_the_votes_for_own() -> None:
    (only,) = found([match(None)], said=said({OWN: 0.7, "Cash": 0.2}))
    assert (only.concept, only.rule, only.votes) == (None, "words", 0.7)


def test_a_name_like_the_caption_is_a_candidate_if_it_is_very_like() -> None:
    assert names(found([], said=said(named={"Cash": 0.8, "Goodwill": 0.79}))) == ["Cash", None]
    assert found([], said=said(named={"Cash": 0.8}))[0].rule == NAMED
    first, *_ = found([match("Goodwill")], said=said(named={"Goodwill": 0.5}))
    assert (first.rule, first.named) == ("words", 0.5)


def test_of_names_the_likest_five_that_the_release_presents_in_such_a_statement_count() -> None:
    some = [name for name, _ in INDEX.calculation_children("AssetsCurrent") if "BS" in INDEX.statements(name)]
    every = {"PaymentsToAcquireBusinessesNetOfCashAcquired": 1.0} | dict.fromkeys(some, 0.9)
    assert names(found([], said=said(named=every))) == [*some[:5], None]


def test_what_a_person_wrote_is_not_put_to_neighbours() -> None:
    own = match("Cash", Fit.OWN, layer=Layer.USER)
    assert names(found([own], said=said({"Goodwill": 0.9}, {"Land": 1.0}))) == ["Cash"]


def test_a_concept_of_the_companys_own_is_never_crowded_out() -> None:
    some = [name for name, _ in INDEX.calculation_children("AssetsCurrent")]
    few = found([match(None, Fit.HINT)], [(name, 0.5) for name in some])
    assert len(few) == 11
    assert few[-1].concept is None


# What the row can hold


@pytest.mark.parametrize("concept", ["Revenues", "AssetsAbstract", "CommonStockSharesOutstanding"])
def test_what_the_row_can_not_hold_is_no_candidate(concept: str) -> None:
    assert found([match(concept)], [(concept, 0.9)]) == [Candidate(None, 0.0, None, 0.0, NOTHING)]


def test_rivals_must_fit_the_row_too() -> None:
    assert names(found([match("Cash")], using=maps({"Cash": ("Revenues", "Land")}))) == ["Cash", "Land", None]


# Concepts that the release lacks, or gives up

INSTEAD = {
    "OldCash": Instead(("NoSuch", GONE, "Cash", "Land"), None),
    "OldLand": Instead((), "AssetsNoncurrent"),
    "OldGone": Instead((GONE,), "OldCash"),
    "OldOther": Instead((), None),
    GONE: Instead((), "Assets"),
}


def test_a_concept_of_the_release_stands_for_itself() -> None:
    assert in_release("Cash", maps(instead={"Cash": Instead(("Land",), None)}), INDEX) == "Cash"


@pytest.mark.parametrize(
    ("concept", "name"),
    [("OldCash", "Cash"), ("OldLand", None), ("OldGone", None), ("NeverHeardOf", None), (GONE, GONE)],
)
def test_what_stands_in_for_a_concept_that_the_release_lacks(concept: str, name: str | None) -> None:
    assert in_release(concept, maps(instead=INSTEAD), INDEX) == name


def test_what_stands_in_for_a_concept_that_the_release_gives_up() -> None:
    assert in_release(GONE, maps(instead={GONE: Instead(("Land",), None)}), INDEX) == "Land"


def test_a_rules_concept_has_the_name_that_the_release_has_for_it() -> None:
    first = found([match("OldCash")], using=maps(instead=INSTEAD))[0]
    assert (first.concept, first.rule, first.anchor) == ("Cash", "words", None)


def test_names_of_one_concept_are_one_candidate() -> None:
    first, last = found(
        [match("Cash", Fit.HINT), match("OldCash")], [("OldCash", 0.2), ("Cash", 0.3)], using=maps(instead=INSTEAD)
    )
    assert (first.concept, first.fit, first.learned, last.concept) == ("Cash", Fit.FULL, 0.5, None)


@pytest.mark.parametrize(("concept", "anchor"), [("OldLand", "AssetsNoncurrent"), ("OldGone", "Cash")])
def test_where_nothing_stands_in_it_is_an_extension_anchored_to_the_wider_one(concept: str, anchor: str) -> None:
    [only] = found([match(concept)], using=maps(instead=INSTEAD))
    assert (only.concept, only.anchor, only.fit, only.rule) == (None, anchor, Fit.FULL, "words")


@pytest.mark.parametrize("concept", ["OldOther", "NeverHeardOf"])
def test_what_has_no_wider_one_is_no_candidate(concept: str) -> None:
    assert found([match(concept)], using=maps(instead=INSTEAD)) == [Candidate(None, 0.0, None, 0.0, NOTHING)]


def test_an_extension_keeps_the_anchor_that_any_of_its_names_has() -> None:
    [only] = found([match(None), match("OldLand", Fit.LOOSE)], using=maps(instead=INSTEAD))
    assert (only.concept, only.fit, only.anchor) == (None, Fit.FULL, "AssetsNoncurrent")


# The likeliest


def test_the_best_is_the_first() -> None:
    assert best(found([match("Cash")])) == "Cash"
    assert best(found([])) is None
    assert best([]) is None
