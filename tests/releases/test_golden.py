"""The releases of invented companies give exactly the facts that stand beside them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from converter import convert
from tests.releases.golden import RELEASES, expected, table


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_facts_are_as_expected(release: Path) -> None:
    assert table(convert(release).report).splitlines() == expected(release).read_text("utf-8").splitlines()


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_balance_sheets_balance(release: Path) -> None:
    """The samples' own figures: a slip in them would be taken for one of the converter."""
    totals: dict[str, list[Decimal | str]] = {}
    for fact in convert(release).report.facts:
        if fact.concept.local in ("Assets", "LiabilitiesAndStockholdersEquity"):
            totals.setdefault(fact.context, []).append(fact.value)

    assert totals
    assert all(len(values) == 2 and values[0] == values[1] for values in totals.values())
