"""Names of companies: what ends one, and whether two are of one company."""

from __future__ import annotations

import pytest

from converter.grammars.companies import SUFFIX, name_words, same_company, telling_words, without_subsidiaries

ENDS = (
    "Inc Inc. Incorporated Corp CORP. Corporation Co. Company Companies Ltd Limited LP L.P. LLC PLC NV N.V. Bancorp "
    "Bancshares Trust Partners Group Holdings Industries Partnership"
)


@pytest.mark.parametrize("word", ENDS.split())
def test_a_word_that_ends_names_of_companies(word: str) -> None:
    found = SUFFIX.search(f"Larkfield {word}")

    assert found is not None
    assert found[0] == word


@pytest.mark.parametrize("word", ["Incline", "Zinc", "Costs", "Trustee", "Regroup", "Lxp", "Nav"])
def test_a_word_that_only_holds_one_ends_no_name(word: str) -> None:
    assert SUFFIX.search(word) is None


@pytest.mark.parametrize(
    "more",
    [
        " and subsidiaries",
        " AND ITS SUBSIDIARIES",
        ", and consolidated subsidiaries",
        " and majority-owned subsidiary companies",
        " and its majority owned affiliates",
        " and Affiliated Entities",
        " and Companies",
        "(The Company)",
        ", (the Company) makes pots\nand pans",
        " and subsidiaries\n(Debtors in Possession)",
    ],
)
def test_what_a_name_says_of_subsidiaries_is_no_part_of_it(more: str) -> None:
    assert without_subsidiaries(f"Larkfield Pottery{more}") == "Larkfield Pottery"


@pytest.mark.parametrize("name", ["Larkfield and Sons", "Sand Affiliates Inc.", "The Subsidiary Company"])
def test_other_names_stay_whole(name: str) -> None:
    assert without_subsidiaries(name) == name


def test_the_words_of_a_name_are_those_that_say_something() -> None:
    assert name_words("The Bank of Larkfield and Dover, Inc.") == ["Bank", "Larkfield", "Dover", "Inc"]
    assert name_words("Fabrica de Chocolates") == ["Fabrica", "Chocolates"]
    assert name_words("O'Lark & Lark\u2019s 3Com") == ["O'Lark", "Lark\u2019s", "3Com"]


def test_the_words_that_tell_are_those_that_end_no_name_unless_all_do() -> None:
    assert telling_words("Larkfield Holdings Corp.") == ["Larkfield"]
    assert telling_words("The Holdings Company") == ["Holdings", "Company"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkfield Pottery, Inc.", "LARKFIELD POTTERY CORPORATION"),
        ("Larkfield", "Larkfield Pottery and Subsidiaries"),  # the beginning of the other
        ("Larkfield Pottery", "Lark Field Pottery Works"),  # written apart
        ("Dover Larkfield Pottery", "Larkfield Pottery Works"),  # two of three
        ("Lark", "Larkfield Pottery"),  # four letters are a beginning
        ("Ash Oak", "Oak Elm Ash Bay"),  # two of the shorter one's two
        ("Dover Kiln Works", "Works Kiln Old Town Hall Yard"),
        ("A B", "Larkfield"),  # initials tell nothing
        ("Larkfield", ""),
    ],
)
def test_names_that_may_be_of_one_company(one: str, other: str) -> None:
    assert same_company(one, other)
    assert same_company(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkfield Pottery", "Dover Pottery"),  # one of two is not most
        ("Lar", "Larkfield"),
        ("Larkfield Inc.", "Dover Inc."),
        ("Pottery Larkfield", "Larkfield Dover"),
        ("Dover Kiln Clay Works", "Works Kiln Old Town Hall Yard"),
        ("Field", "Larkfield"),  # the end of the other
        ("Highland Companies", "Highl"),
    ],
)
def test_names_of_two_companies(one: str, other: str) -> None:
    assert not same_company(one, other)
    assert not same_company(other, one)
