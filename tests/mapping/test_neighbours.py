"""Captions of other companies, and names of concepts, that are like a caption."""

from __future__ import annotations

from math import log, sqrt
from pathlib import Path

import pytest

from converter.mapping.learned.training.corpus import Corpus
from converter.mapping.learned.training.table import Tagged
from converter.mapping.neighbours import NOBODY, OWN, Neighbours, load, said
from converter.mapping.neighbours.index import LABELS, features, save, whole
from converter.mapping.neighbours.train import Votes, made, votes
from converter.statements.statement import Item, Role
from converter.taxonomy import load_index
from converter.terms import Kind

INDEX = load_index("us-gaap/2025")


def index_of(
    *captions: tuple[str, dict[str, int]], kind: str = "BS", labels: dict[str, str] | None = None
) -> Neighbours:
    """An index of captions with the companies that tagged them, and of names with their concepts."""
    found: dict[tuple[str, tuple[str, ...]], dict[str, int]] = {
        ("BS", tuple(caption.split())): of for caption, of in captions
    }
    found |= {(LABELS, tuple(label.split())): {concept: 1} for label, concept in (labels or {}).items()}
    return made(found)


# Votes


def test_a_caption_is_what_companies_tagged_the_same_caption_with() -> None:
    index = index_of(("cash on hand", {"Cash": 3, OWN: 1}), ("land", {"Land": 2}), ("tools in use", {"Tools": 1}))
    assert index.said("Cash on hand", "BS").votes == pytest.approx({"Cash": 0.75, OWN: 0.25})


def test_of_a_caption_with_other_words_it_is_less() -> None:
    index = index_of(("cash on hand", {"Cash": 3, OWN: 1}), ("land", {"Land": 2}), ("tools in use", {"Tools": 1}))
    found = index.said("Cash in vaults", "BS").votes
    assert max(found, key=lambda name: found[name]) == "Cash"
    assert 0.1 < sum(found.values()) < 0.6


def test_captions_of_another_statement_say_nothing() -> None:
    index = index_of(("cash on hand", {"Cash": 1}), ("land", {"Land": 1}))
    assert index.said("Cash on hand", "BS").votes
    assert index.said("Cash on hand", "CF").votes == {}


def test_nothing_is_near_a_caption_of_unknown_words_or_of_none() -> None:
    index = index_of(("cash on hand", {"Cash": 1}), ("land", {"Land": 1}))
    assert index.said("Tools", "BS").votes == {}
    assert index.said("", "BS") is NOBODY


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    common = [(f"other {word}", {"Other": 1}) for word in ("asset", "fund", "claim", "stock")]
    found = index_of(*common, ("vessel", {"Vessels": 1})).said("Other vessels", "BS").votes
    assert set(found) == {"Vessels"}


def test_how_near_a_caption_is_is_the_cosine_of_its_features() -> None:
    shelf = index_of(("cash", {"Cash": 1}), ("land", {"Land": 1})).shelves["BS"]
    near = dict(zip(["cash", "land"], shelf.nearness(["cash", "land"]).tolist(), strict=True))
    rare = log(2) ** 2
    known, asked = 2 * rare, 7 * rare - 2 * rare + 2 * 0.25 * rare  # of `^ cash`, `cash`; of five views and two wholes
    own = 3 * rare + 2 * 0.25 * rare
    assert near["cash"] == pytest.approx(known / sqrt(own * asked), rel=1e-4)
    assert near["land"] == pytest.approx(known / sqrt(own * asked), rel=1e-4)


def test_a_caption_has_its_words_and_pairs_with_its_ends() -> None:
    assert len(features(["cash", "on", "hand"])) == 3 + 4
    assert len(whole(["cash", "on", "hand"])) == 2
    assert set(whole(["on", "cash"])) & set(whole(["cash", "on"]))
    assert set(whole(["on", "cash"])) != set(whole(["cash", "on"]))


# Names


def test_names_like_the_caption_come_in_their_order_without_repeats() -> None:
    labels = {"cash on hand": "Cash", "cash": "Cash", "restricted cash on hand": "RestrictedCash", "land": "Land"}
    found = index_of(("land", {"Land": 1}), labels=labels).said("Cash on hand", "BS").named
    assert list(found) == ["Cash", "RestrictedCash"]
    assert found["Cash"] == pytest.approx(1.0)
    assert 0.2 < found["RestrictedCash"] < 1.0


# Rows


@pytest.mark.parametrize(
    ("role", "asked"), [(Role.HEADING, False), (Role.LINE, True), (Role.PARENTHETICAL, False), (Role.TOTAL, True)]
)
def test_rows_are_asked_for_and_headings_and_numbers_inside_captions_are_not(role: Role, asked: bool) -> None:
    index = index_of(("cash", {"Cash": 1}), ("land", {"Land": 1}))
    assert bool(said(Item("Cash", role=role), Kind.BALANCE_SHEET, index).votes) is asked
    assert said(Item("Cash", role=role), Kind.BALANCE_SHEET, None) is NOBODY


# Making the index


def tagged(filing: str, *rows: tuple[str, str], kind: str = "BS") -> Tagged:
    captions, tags = zip(*rows, strict=True)
    return Tagged(filing, "1", kind, None, 2009, ("1",) * len(rows), captions, tags)


CORPUS = Corpus(
    table=[
        tagged("one", ("Cash", "Cash"), ("ASSETS", "AssetsAbstract"), ("Table", "StatementTable")),
        tagged("again", ("Cash", "Cash")),
        tagged("two", ("CASH", "Cash"), ("Vessels", "EXT:Vessels")),
    ],
    filings=[tagged("three", ("Cash", "CashAndDueFromBanks"))],
    names=[("Goodwill", "Goodwill of Business")],
    company={"one": 1, "again": 1, "two": 2, "three": 3},
    fold={"one": 0, "again": 0, "two": 1, "three": 2},
)


def of_captions_alone(found: Votes) -> Votes:
    return {key: of for key, of in found.items() if key[0] != LABELS}


def test_each_company_has_one_vote_for_a_caption_and_headings_have_none() -> None:
    assert of_captions_alone(votes(CORPUS, INDEX)) == {
        ("BS", ("cash",)): {"Cash": 2, "CashAndDueFromBanks": 1},
        ("BS", ("vessel",)): {OWN: 1},
    }


def test_the_companies_of_a_fold_are_left_out() -> None:
    assert of_captions_alone(votes(CORPUS, INDEX, 1)) == {("BS", ("cash",)): {"Cash": 1, "CashAndDueFromBanks": 1}}


def test_names_are_the_labels_of_the_corpus_and_those_of_concepts_that_the_release_presents() -> None:
    found = {words: of for (shelf, words), of in votes(CORPUS, INDEX).items() if shelf == LABELS}
    assert found["goodwill", "of", "business"] == {"Goodwill": 1}
    assert found["inventory", "net"] == {"InventoryNet": 1}
    every = {name for of in found.values() for name in of}
    assert not every & {"AssetsAbstract", "CashFDICInsuredAmount", "DueFromAffiliateCurrent"}


def test_an_index_survives_its_file_and_is_written_alike(tmp_path: Path) -> None:
    index = made(votes(CORPUS, INDEX))
    save(index, tmp_path / "one.npz")
    save(load(tmp_path / "one.npz"), tmp_path / "other.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    assert load(tmp_path / "one.npz").said("Cash", "BS") == index.said("Cash", "BS")


def test_more_companies_than_a_byte_counts_are_counted_as_its_most() -> None:
    index = index_of(("cash", {"Cash": 300, "Land": 255}), ("land", {"Land": 1}))
    assert index.said("Cash", "BS").votes == pytest.approx({"Cash": 0.5, "Land": 0.5})
