"""The taxonomy release that a document is written in where nobody says which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter import convert
from converter.options import BY_AGE, DEFAULT_TAXONOMY, Options
from converter.sources.document import Header
from converter.statements.release import OLD_TAXONOMY, ends, latest, serving
from converter.taxonomy import releases
from tests import sample
from tests.conftest import ROOT

NOTHING = Header()
OLD = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"


@pytest.mark.parametrize(
    ("day", "release"),
    [
        (date(1996, 6, 30), OLD_TAXONOMY),
        (date(2008, 12, 31), OLD_TAXONOMY),
        (date(2009, 1, 1), DEFAULT_TAXONOMY),
        (date(2024, 12, 31), DEFAULT_TAXONOMY),
    ],
)
def test_years_before_the_first_that_were_tagged_have_the_release_of_those(day: date, release: str) -> None:
    assert serving([day], NOTHING) == release
    assert serving([date(1993, 1, 1), day], NOTHING) == release
    assert serving([], Header(period=day)) == release
    assert serving([], Header(filed=day)) == release


def test_both_releases_come_with_the_program() -> None:
    assert {OLD_TAXONOMY, DEFAULT_TAXONOMY} <= {*releases()}


def test_statements_tell_the_year_before_the_header_does() -> None:
    """An annual report of 2008 is announced in 2009."""
    header = Header(period=date(2009, 2, 3), filed=date(2009, 2, 4))
    assert serving([date(2008, 12, 31)], header) == OLD_TAXONOMY
    assert serving([], header) == DEFAULT_TAXONOMY
    assert serving([], replace(header, period=date(2008, 12, 31))) == OLD_TAXONOMY


def test_a_period_after_the_filing_tells_nothing() -> None:
    """What is due in 2012 was printed in 1999."""
    assert serving([date(1998, 12, 31), date(2012, 12, 31)], Header(filed=date(1999, 3, 1))) == OLD_TAXONOMY
    assert latest([date(1998, 12, 31), date(2012, 12, 31)], date(1998, 12, 31)) == date(1998, 12, 31)
    assert latest([date(2012, 12, 31)], date(1999, 3, 1)) is None
    assert latest([date(1998, 12, 31), date(2012, 12, 31)], None) == date(2012, 12, 31)


def test_what_tells_no_year_has_the_latest_release() -> None:
    assert serving([], NOTHING) == DEFAULT_TAXONOMY


def test_the_periods_of_a_document_are_those_of_its_amounts() -> None:
    statement = sample.read(sample.release())[0][0]
    found = [*ends([statement])]
    assert found == [amount.period.end for item in statement.items for amount in item.amounts if amount.period]
    assert len(found) > 1


@pytest.mark.parametrize(
    ("asked", "written"),
    [(BY_AGE, OLD_TAXONOMY), (DEFAULT_TAXONOMY, DEFAULT_TAXONOMY), (OLD_TAXONOMY, OLD_TAXONOMY)],
)
def test_what_is_asked_for_decides_and_the_report_says_which_it_is(asked: str, written: str) -> None:
    made = convert(OLD, Options(taxonomy=asked))
    assert (made.report.taxonomy, made.stages.taxonomy) == (written, written)
    assert made.report.making.options.taxonomy == asked  # as given: the same is made again


def test_a_new_document_has_the_latest_release() -> None:
    text = OLD.read_text("utf-8").replace("2001", "2011").replace("2000", "2010")
    assert convert(text.encode(), Options(taxonomy=BY_AGE), name="new.txt").report.taxonomy == DEFAULT_TAXONOMY
    assert convert(OLD).report.taxonomy == DEFAULT_TAXONOMY, "where the age is not asked for"
