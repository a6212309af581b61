"""Faults seeded into real documents: the checks find them, at the line of the touched number or of its total."""

from __future__ import annotations

import pytest

from converter.report import Report
from tests.conftest import needs_shared
from tests.validation import seeds, told

FAULTS: dict[told.Fault, float] = {
    seeds.flipped_signs: 0.99,
    seeds.broken_totals: 0.99,
    seeds.scaled_columns: 1.0,
    seeds.dropped_balances: 1.0,
    seeds.swapped_periods: 1.0,
    seeds.shifted_columns: 0.98,
    seeds.swapped_heads: 1.0,
    seeds.scaled_statements: 0.78,
    seeds.scaled_reports: 1.0,
    seeds.changed_digits: 0.9,
}
"""The share that has to be found. Where no second figure depends on a number nothing can contradict it: a number
that no sum holds, a scale of one statement that shares no figure with the others. Of two rows that would explain a sum
by their figures of the column beside neither is named.
"""


def test_every_kind_of_fault_is_asked() -> None:
    assert set(FAULTS) == set(seeds.KINDS)


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return told.reports()


@needs_shared
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_faults_in_real_documents_are_found_at_their_line(fault: told.Fault, reports: dict[str, Report]) -> None:
    found = {
        (layout, seeded): is_found
        for layout, report in reports.items()
        for seeded, is_found in told.found_in(report, fault).items()
    }
    missed = [place for place, is_found in found.items() if not is_found]
    assert len({layout for layout, _ in found}) >= 3, "too few documents have a place for it"
    assert len(missed) <= (1 - FAULTS[fault]) * len(found), missed
