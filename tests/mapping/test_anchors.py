"""The us-gaap concept that a company's own is anchored to."""

from __future__ import annotations

import pytest

from converter.knowledge import load_knowledge
from converter.mapping.anchors import anchor_of
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Stub
from converter.mapping.maps.matching import Fit
from converter.mapping.rows import Frame
from converter.statements.statement import Aspect, of_captions
from converter.taxonomy import load_index
from converter.terms import Kind

ANCHORS = load_knowledge("us-gaap").anchors


def anchor(
    *sections: str,
    nearest: str | None = None,
    told: str | None = None,
    taxonomy: str = "us-gaap/2025",
    unit: str | None = "USD",
    aspect: Aspect | None = None,
) -> str | None:
    """The anchor of a row in these sections, whose best candidate is `nearest` or (for an extension) `told`."""
    stub = Stub(frozenset({"odd"}), Kind.BALANCE_SHEET, sections=frozenset(sections), unit=unit, aspect=aspect)  # type: ignore[arg-type]
    frame = Frame(of_captions(Kind.BALANCE_SHEET, ()), (stub,), True)
    candidate = Candidate(nearest, 1.0, Fit.FULL, 0.0, "rule", anchor=told) if nearest or told else None
    return anchor_of(frame, 0, candidate, ANCHORS, load_index(taxonomy))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("assets.current", "AssetsCurrent"),
        ("assets.noncurrent", "Assets"),
        ("assets.unclassified", "Assets"),
        ("liabilities.current", "LiabilitiesCurrent"),
        ("liabilities.noncurrent", "Liabilities"),
        ("liabilities.unclassified", "Liabilities"),
        ("temporary", "TemporaryEquityCarryingAmountAttributableToParent"),
        ("equity", "StockholdersEquity"),
        ("revenues", "Revenues"),
        ("costs", "CostsAndExpenses"),
        ("nonoperating", "NonoperatingIncomeExpense"),
        ("operating", "NetCashProvidedByUsedInOperatingActivities"),
        ("operating.changes", "IncreaseDecreaseInOperatingCapital"),
        ("investing", "NetCashProvidedByUsedInInvestingActivities"),
        ("financing", "NetCashProvidedByUsedInFinancingActivities"),
        ("operating.adjustments", None),
        ("after tax", None),
        ("supplemental", None),
        ("cash", None),
    ],
)
def test_each_section_has_the_total_over_its_rows(section: str, expected: str | None) -> None:
    assert anchor(section) == expected


def test_of_several_sections_the_first_by_name_is_taken_that_has_one() -> None:
    assert anchor("liabilities.noncurrent", "equity") == "StockholdersEquity"
    assert anchor("after tax", "revenues") == "Revenues"
    assert anchor() is None


def test_what_the_release_list_names_comes_first() -> None:
    assert anchor("costs", told="OperatingExpenses") == "OperatingExpenses"
    assert anchor("costs", told="NoSuchConcept") == "CostsAndExpenses"


def test_then_the_total_that_the_taxonomy_adds_the_nearest_concept_to() -> None:
    assert anchor("equity", nearest="AssetsCurrent") == "Assets"
    assert anchor("equity", nearest="Assets") == "StockholdersEquity"  # nothing is above total assets


def test_a_number_inside_a_caption_is_no_part_of_its_hosts_total() -> None:
    assert anchor("equity", nearest="AssetsCurrent", aspect=Aspect.ALLOWANCE) == "StockholdersEquity"


def test_a_release_that_lacks_the_anchor_has_none() -> None:
    assert anchor("temporary", taxonomy="us-gaap/2009") is None


@pytest.mark.parametrize(
    ("unit", "expected"), [("shares", None), ("USD/shares", None), ("USD", "Assets"), (None, "Assets")]
)
def test_only_amounts_of_money_are_anchored(unit: str | None, expected: str | None) -> None:
    assert anchor("assets.noncurrent", unit=unit) == expected
    assert anchor("assets.noncurrent", unit=unit, told="AssetsNet") == (expected and "AssetsNet")
