"""Which concepts a person finds by words, and in which order."""

from __future__ import annotations

import pytest

from converter.mapping.maps import load_maps
from converter.review import concepts
from converter.review.concepts import MOST, search
from converter.review.rows import Row
from converter.taxonomy import load_index
from converter.taxonomy.labels import Wording
from converter.terms import Kind, Unit
from converter.terms.period import PeriodType

RELEASE = "us-gaap/2025"


def row(kind: Kind, unit: Unit = "USD", period: PeriodType = "duration") -> Row:
    return Row(0, 0, kind, "1:1", "", "", False, None, "Assets", None, "printed", unit, period, 0.5, "", "", ())


FLOW, BALANCE = row(Kind.CASH_FLOW), row(Kind.BALANCE_SHEET, period="instant")
SHARE = row(Kind.INCOME, "USD/shares")


def found(words: str, of: Row | None) -> list[str]:
    return [one["name"] for one in search(words, of, load_index(RELEASE), load_maps(RELEASE))]


@pytest.mark.parametrize(
    ("words", "of", "first"),
    [
        ("interest paid", FLOW, "InterestPaidNet"),
        ("interest paid", None, "InterestPaidNet"),
        ("Total assets", BALANCE, "Assets"),
        ("cash", BALANCE, "CashAndCashEquivalentsAtCarryingValue"),
        ("basic earnings per share", SHARE, "EarningsPerShareBasic"),
        ("prepaid expense current", BALANCE, "PrepaidExpenseCurrent"),
        ("InterestPaid", FLOW, "InterestPaid"),
        ("  InterestPaid ", BALANCE, "InterestPaid"),
    ],
)
def test_what_a_caption_of_these_words_is_comes_first_and_a_name_that_is_typed_before_it(
    words: str, of: Row | None, first: str
) -> None:
    assert found(words, of)[0] == first


def test_what_cannot_be_used_for_the_row_comes_last_and_says_why() -> None:
    listed = search("interest paid", BALANCE, load_index(RELEASE), load_maps(RELEASE))
    against = [bool(one["misfit"]) for one in listed]

    assert against == sorted(against)
    assert {one["name"]: one["misfit"] for one in listed}["InterestPaidNet"] == "it is of period type duration"


def test_whole_words_of_a_name_come_before_parts_of_words() -> None:
    names = found("rate swap", None)
    parts = [name for name in names if "Swaption" in name]

    assert parts == ["DerivativeSwaptionInterestRate", "DerivativeAverageSwaptionInterestRate"]
    assert names[-2:] == parts


@pytest.mark.parametrize("words", ["", "  ", "&?", "xyzzy"])
def test_words_that_nothing_has_find_nothing(words: str) -> None:
    assert found(words, FLOW) == []


def test_no_more_are_listed_than_a_person_reads_and_no_headings() -> None:
    names = found("income", None)

    assert len(names) == MOST
    assert not [name for name in names if name.endswith("Abstract")]


def test_labels_and_documentation_of_an_installed_taxonomy_are_searched_too(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {
        "Land": Wording("Zygotic plot", "Terra firma."),
        "Goodwill": Wording("Other", "A zygotic plot of reputation."),
        "Assets": Wording("Zygotic", "Plot."),
    }
    monkeypatch.setattr(concepts, "wordings", lambda release: said if release == RELEASE else {})

    listed = search("zygotic plot", BALANCE, load_index(RELEASE), load_maps(RELEASE))

    assert [one["name"] for one in listed] == ["Land", "Goodwill"]
    assert (listed[0]["label"], listed[0]["documentation"]) == ("Zygotic plot", "Terra firma.")
