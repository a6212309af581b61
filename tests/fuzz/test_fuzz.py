"""Whatever bytes come in, a conversion ends in a report or in an error that says what is wrong."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter import RetroxbrlError, convert
from tests.conftest import ROOT
from tests.fuzz import structure
from tests.fuzz.files import check
from tests.fuzz.mutations import mutate

FORMATS = ("ixbrl", "html", "xbrl-json", "xbrl-csv", "fsds", "companyfacts", "csv")
"""Those that depend on what is in the text; the others hold the same in containers that take long to make."""

RELEASES = sorted((ROOT / "tests" / "releases").glob("*-8k-*")) + sorted((ROOT / "tests" / "releases").glob("*-10q-*"))


def _ends_clearly(data: bytes) -> None:
    """Any other exception than ours fails the test."""
    with suppress(RetroxbrlError):
        check(convert(data), FORMATS)


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_release_ends_in_a_report_or_a_clear_error(release: Path, seed: int) -> None:
    _ends_clearly(mutate(release.read_bytes(), seed))


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(25))
def test_a_release_whose_print_means_nothing_ends_in_a_report_or_a_clear_error(release: Path, seed: int) -> None:
    _ends_clearly(structure.mutate(release.read_bytes(), seed))


_HEADS = ["BALANCE SHEETS", "STATEMENTS OF INCOME", "(In thousands)", "December 31,", "1999", "Three Months Ended"]
_CAPTIONS = ["Total assets", "Net sales", "Cash", "Net loss"]
_VALUES = ["(1,234)", "1,234", ".12", "--", "$", "%", "(", ")", "\t", "    "]
_MARKS = ["<TABLE>", "</TABLE>", "<S>", "<C>", "<PAGE>", "-----", "=====", "<td>", "<tr>", "&nbsp;"]
_WORDS = st.sampled_from([*_HEADS, *_CAPTIONS, *_VALUES, *_MARKS])
_LINES = st.lists(st.lists(_WORDS, max_size=8).map("   ".join), max_size=60).map("\n".join)


@given(st.one_of(st.binary(max_size=2000), _LINES.map(str.encode)))
@settings(max_examples=150)
def test_any_bytes_end_in_a_report_or_a_clear_error(data: bytes) -> None:
    _ends_clearly(data)
