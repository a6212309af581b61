"""Every part of a statement that a mapping file may ask for is one that rows are put into."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from converter.errors import MapError
from converter.mapping.maps import load_maps
from converter.mapping.sections import StubWords, sections
from converter.terms import Kind
from converter.terms.section import SectionName

CLASSIFIED = """
Current assets:
Cash 1
Total current assets 1
Equipment 1
Total assets 1
Current liabilities:
Accounts payable 1
Total current liabilities 1
Long term debt 1
Total liabilities 1
Redeemable preferred stock 1
Common stock 1
"""
UNCLASSIFIED = "Loans 1\nTotal asset 1\nDeposits 1\nTotal liability 1"
INCOME = """
Net sales 1
Cost of sales 1
Operating income 1
Interest expense 1
Income before income tax 1
Income tax 1
Net income 1
"""
CASH_FLOW = """
Operating activity cash flow
Sale to customer 1
Net income 1
Depreciation 1
Change in asset and liability
Receivable 1
Net cash provided by operating activity 1
Purchase of equipment 1
Net cash used in investing activity 1
Dividend 1
Net cash used in financing activity 1
Increase in cash 1
Cash at end of year 1
Interest paid 1
"""


def rows(text: str) -> list[StubWords]:
    """A row for each line: its words; it has amounts if a figure ends it."""
    lines = [line.lower().replace("assets", "asset").replace("liabilities", "liability") for line in text.split("\n")]
    stubs = []
    for line in filter(str.strip, lines):
        words = frozenset(line.replace(":", "").removesuffix(" 1").split()) - {"of", "in", "by", "and", "to", "at"}
        stubs.append(StubWords(words, heading=not line.endswith(" 1")))
    return stubs


def test_every_section_of_the_schema_is_assigned_or_holds_one_that_is() -> None:
    assigned = {
        section
        for kind, text in (
            (Kind.BALANCE_SHEET, CLASSIFIED), (Kind.BALANCE_SHEET, UNCLASSIFIED), (Kind.INCOME, INCOME),
            (Kind.CASH_FLOW, CASH_FLOW),
        )
        for found in sections(kind, rows(text))
        for section in found
    }  # fmt: skip
    holding = {section.partition(".")[0] for section in assigned if "." in section}
    assert assigned | holding == set(get_args(SectionName))


def test_statements_without_parts_have_no_sections() -> None:
    for kind in (Kind.EQUITY, Kind.COMPREHENSIVE_INCOME):
        assert set(sections(kind, rows(INCOME))) == {frozenset()}


@pytest.mark.parametrize(
    "text",
    [
        "sections:\n  - concepts: {Assets: {captions: total assets, place: shares}}\n    place: revenues\n",
        "place: [revenues, shares]\nconcepts: {Assets: total assets}\n",
        "captions:\n  Assets: {concept: Assets, place: shares}\n",
    ],
)
def test_share_counts_are_no_part_of_a_statement_and_the_remedy_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.yaml").write_text(text)
    with pytest.raises(MapError, match=r"mine\.yaml, line \d: .*unit: shares"):
        load_maps("us-gaap/2025", tmp_path)


def test_a_heading_in_the_words_of_a_total_opens_its_section() -> None:
    text = """
Cash flow provided by operating activity
Net income 1
Receivable 1
Cash flow used in investing activity
Loan 1
Net cash used in investing activity 1
Gift 1
Net cash provided by financing activity 1
"""
    found = [next(iter(section), "") for section in sections(Kind.CASH_FLOW, rows(text))]
    assert found[1:3] == ["operating.adjustments", "operating.adjustments"]
    assert found[4:6] == ["investing", "investing"]
    assert found[6:] == ["financing", "financing"]


def test_what_is_put_back_is_of_its_section_whatever_its_heading_says() -> None:
    text = """
Operating activity:
Net loss 1
Noncash transaction:
Share 1
Change in operating asset and liability:
Receivable 1
Net cash provided by operating activity 1
Investing activity:
Loan 1
Net cash used in investing activity 1
Noncash transaction:
Lease 1
"""
    found = [next(iter(section), "") for section in sections(Kind.CASH_FLOW, rows(text))]
    assert found[2:6] == ["operating.adjustments"] * 2 + ["operating.changes"] * 2
    assert found[-1] == "supplemental"


def test_a_supplement_before_a_section_is_none_of_it() -> None:
    text = """
Operating activity:
Net loss 1
Net cash used in operating activity 1
Noncash transaction:
Lease 1
Investing activity:
Loan 1
Net cash used in investing activity 1
"""
    assert sections(Kind.CASH_FLOW, rows(text))[4] == {"supplemental"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # All that a total of current assets closes is current, though no heading says so.
        ("Asset:\nReceivable 1\nTotal current asset 1\nEquipment 1", ["", "current", "current", "noncurrent"]),
        # Where a heading is still to come, what stands before it is not.
        ("Asset:\nEquipment 1\nCurrent asset:\nCash 1", ["", "noncurrent", "current", "current"]),
        ("Asset:\nReceivable 1\nTotal asset 1", ["", "unclassified", "unclassified"]),
        ("Cash 1\nTotal current asset 1\nLong term asset:\nLoan 1", ["current", "current", "noncurrent", "noncurrent"]),
    ],
)
def test_assets_open_with_the_part_that_is_closed_first(text: str, expected: list[str]) -> None:
    found = [next(iter(each)) for each in sections(Kind.BALANCE_SHEET, rows(text))]
    assert [place.removeprefix("assets.") for place in found[-len([e for e in expected if e]) :]] == [
        each for each in expected if each
    ]
