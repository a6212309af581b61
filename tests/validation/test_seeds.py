"""Faults seeded into real documents: the checks find them, at the line of the touched number or of its total."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from converter import convert
from converter.report import Report
from converter.validation.checks import check
from tests.conftest import SHARED, needs_shared
from tests.validation import seeds
from tests.validation.seeds import Seed

DOCUMENTS = {
    "a bare release": "releases/valence-technology-8K-20031113.txt",
    "a release with two quarters and two years": "releases/dell-computer-corp-8K-19950221-0000950134-95-000248.txt",
    "audited statements of three years": "releases/stockwalk-com-group-inc-8K-20000801-0000950124-00-004609.txt",
    "a submission with an EX-27": "submissions/texas-instruments-inc-10Q-19990930-0000097476-99-000019.txt",
    "a page of HTML": "html/lehman-10K-2005.html",
}
"""Documents of five layouts."""

FAULTS: dict[Callable[[Report], Iterator[Seed]], float] = {
    seeds.flipped_signs: 0.98,
    seeds.broken_totals: 0.97,
    seeds.scaled_columns: 1.0,
    seeds.swapped_periods: 0.75,
    seeds.dropped_balances: 1.0,
    seeds.scaled_reports: 1.0,
    seeds.swapped_heads: 1.0,
}
"""The share that has to be found. Where no second figure depends on a number nothing can contradict it: a subtotal that
only the calculation linkbase knows (Arelle looks at those), two dates in a release without cash flow or retained
earnings.
"""


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {layout: convert(SHARED / "corpus" / path).report for layout, path in DOCUMENTS.items()}


def found_in(report: Report, fault: Callable[[Report], Iterator[Seed]]) -> dict[str, bool]:
    """Whether the checks say of each faulty report what they do not say of the sound one, at the right line."""
    line = report.document.position
    known = {(finding.code, finding.fact) for finding in check(report)}
    found = {}
    for seed in fault(report):
        touched = [fact for fact in report.facts if fact.id in seed.touched]
        right = {line(place.span.start)[0] for fact in touched for place in fact.sources}
        right |= {line(seed.at.start)[0]} if seed.at else set()
        found[seed.fault] = any(
            line(finding.span.start)[0] in right
            for finding in check(seed.report)
            if finding.span and (finding.code, finding.fact) not in known
        )
    return found


@needs_shared
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_faults_in_real_documents_are_found_at_their_line(
    fault: Callable[[Report], Iterator[Seed]], reports: dict[str, Report]
) -> None:
    found = {
        (layout, seeded): is_found
        for layout, report in reports.items()
        for seeded, is_found in found_in(report, fault).items()
    }
    missed = [place for place, is_found in found.items() if not is_found]
    assert len({layout for layout, _ in found}) >= 3, "too few documents have a place for it"
    assert len(missed) <= (1 - FAULTS[fault]) * len(found), missed
