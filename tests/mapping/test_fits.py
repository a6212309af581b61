"""Which concepts a row can hold a fact of, and which the release has given up."""

from __future__ import annotations

import pytest

from converter.mapping.fits import misfit, usable, withdrawn
from converter.taxonomy import Index, load_index


@pytest.mark.parametrize(
    ("concept", "unit", "period_type", "why"),
    [
        ("NoSuchConcept", "USD", "instant", "us-gaap/2025 has no such concept"),
        ("AssetsAbstract", "USD", "duration", "it is abstract"),
        ("Revenues", "USD", "instant", "it is of period type duration"),
        ("Assets", "USD", "duration", "it is of period type instant"),
        ("CommonStockSharesIssued", "USD", "instant", "it is not measured in USD"),
        ("Assets", "shares", "instant", "it is not measured in shares"),
        ("Assets", "USD", "instant", None),
        ("Assets", None, "instant", None),  # a caption without amounts has no unit
        ("Assets", "USD", None, None),  # nor, in some statements, a period type
    ],
)
def test_why_a_row_cannot_hold_a_concept(
    index: Index, concept: str, unit: str | None, period_type: str | None, why: str | None
) -> None:
    assert misfit(concept, unit, period_type, index) == why  # type: ignore[arg-type]


def test_a_release_names_what_it_has_given_up(index: Index) -> None:
    assert withdrawn("DueToRelatedPartiesNoncurrent", index) == "us-gaap/2025 deprecates it"
    assert withdrawn("Assets", index) is None
    assert withdrawn("DueToRelatedPartiesNoncurrent", load_index("us-gaap/2009")) is None


def test_usable_is_what_fits_and_is_not_given_up(index: Index) -> None:
    assert usable("Assets", "USD", "instant", index)
    assert not usable("Assets", "USD", "duration", index)
    assert not usable("DueToRelatedPartiesNoncurrent", "USD", "instant", index)
