"""The statements of investment companies: assets and liabilities, operations, changes in net assets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from converter.statements.classify import classify, read_captions, title_kinds
from converter.statements.keys import Key, keys_of
from converter.statements.likeness import judge
from converter.tables.table import Table
from converter.tables.text_blocks import find_blocks
from converter.terms import Kind
from tests.statements.candidates import table
from tests.statements.filings import printed, read_all

IS, BS, CF, EQ = Kind.INCOME, Kind.BALANCE_SHEET, Kind.CASH_FLOW, Kind.EQUITY
TWO = ("8", "7")


def table_of(*captions: str, title: str = "") -> Table:
    rows: Mapping[str, Sequence[str]] = dict.fromkeys(captions, TWO)
    return table(rows, title)


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("STATEMENTS OF ASSETS AND LIABILITIES", [BS]),
        ("Statement of Assets, Liabilities and Net Assets", [BS]),
        ("Statement of Consolidated Net Assets", [BS]),
        ("Statement of Net Assets Available for Benefits", []),
        ("Statements of Changes in Net Assets", [EQ]),
        ("Changes in Consolidated Net Assets", [EQ]),
        ("Assets and Liabilities", []),
        ("Statement of Shareholders' Investment", [EQ]),
        ("Changes in Stockholders' Deficit", [EQ]),
    ],
)
def test_the_titles_of_funds_name_their_statements(title: str, kinds: list[Kind]) -> None:
    assert title_kinds(title) == kinds


@pytest.mark.parametrize(
    ("kind", "caption", "found"),
    [
        (BS, "Net assets", 1),
        (BS, "Total net assets", 1),
        (BS, "Net asset value per unit", 1),
        (BS, "Net assets from operations", 0),
        (IS, "Total investment income", 1),
        (IS, "Net investment loss", 1),
        (IS, "Investment (loss)", 1),
        (IS, "Investment advisory", 0),
        (IS, "Total expenses", 1),
        (IS, "Net expenses", 1),
        (IS, "Net realized gain", 1),
        (IS, "Net change in unrealized appreciation", 1),
        (IS, "Total net (unrealized) gain", 1),
        (IS, "Net decrease in net assets resulting from operations", 1),
        (IS, "Net (decrease) in net assets from operations", 1),
        (IS, "Net change in net assets resulting from operations", 1),
        (IS, "Net increase in cash", 0),
        (EQ, "Net assets, beginning of year", 1),
        (EQ, "Net assets at end of period", 1),
        (EQ, "Net assets", 0),
        (EQ, "Redemptions of units", 1),
        (EQ, "Subscriptions", 1),
        (EQ, "Distributions to holders", 1),
        (EQ, "Contributions", 1),
    ],
)
def test_the_captions_of_funds_speak_for_their_statements(kind: Kind, caption: str, found: int) -> None:
    assert read_captions(table_of(caption).rows).landmarks(kind) == found


@pytest.mark.parametrize(
    ("caption", "kinds"),
    [
        ("Net investment income", {IS}),
        ("Net investment (loss)", {IS}),
        ("Net change in net assets from operations", {IS}),
        ("Decrease in net assets from operations", set()),
        ("Net operating and comprehensive loss", {IS}),
        ("Net comprehensive loss", {IS}),
        ("Net operating working capital", set()),
        ("Net assets at end of year", {EQ}),
    ],
)
def test_without_a_result_a_table_is_no_statement_of_operations(caption: str, kinds: set[Kind]) -> None:
    assert read_captions(table_of(caption).rows).strong == kinds


def test_what_a_fund_has_earned_is_its_net_income() -> None:
    for caption in (
        "Net increase (decrease) in net assets resulting from operations",
        "Net decrease in net assets from operations",
        "Net (decrease) in net assets resulting from operations",
        "Net change in net assets from operations",
    ):
        assert keys_of(IS, caption) == keys_of(CF, caption) == [Key.NET_INCOME]
    assert keys_of(IS, "Net increase in net assets resulting from operations per unit") == []
    assert keys_of(IS, "Net increase in net assets") == []


def test_changes_in_net_assets_are_no_statement_of_operations() -> None:
    changes = table_of(
        "Net investment income",
        "Net realized gain",
        "Net increase in net assets resulting from operations",
        "Distributions",
        "Net assets, beginning of year",
        title="Statements of Changes in Net Assets",
    )
    found = classify(changes, read_captions(changes.rows))
    assert found is not None
    assert (found.kind, found.titled) == (EQ, True)


def test_a_short_statement_with_a_result_of_its_own_words_is_one() -> None:
    short = table_of(
        "Amortization expense",
        "General and administrative expense",
        "Total expenses",
        "Net operating and comprehensive loss",
        title="CONDENSED STATEMENTS OF OPERATIONS",
    )
    found = judge(short, read_captions(short.rows))
    assert found is not None
    assert found.kind is IS


FUND = """
                           HARCOURT SILVER TRUST
                   STATEMENTS OF ASSETS AND LIABILITIES
                            (In thousands)

                                             June 30, 2015   Dec. 31, 2014
                                             -------------   -------------
Investment in silver, at fair value                 20,900          14,600
Receivable from sponsor                                100              50
Total assets                                        21,000          14,650
Total liabilities                                       40              30
Net assets                                          20,960          14,620


                           HARCOURT SILVER TRUST
                          STATEMENT OF OPERATIONS
                            (In thousands)

                                                Six Months Ended June 30,
                                                     2015            2014
                                             -------------   -------------
Sponsor fee                                            115              92
  Total expenses                                       115              92
Net investment loss                                   (115)            (92)
Net realized gain on silver                            951             418
Net increase in net assets resulting from
  operations                                           836             326
"""


def test_a_funds_statements_are_read() -> None:
    sheet, operations = read_all(FUND)[0]

    assert (sheet.kind, sheet.title) == (BS, "STATEMENTS OF ASSETS AND LIABILITIES")
    assert (operations.kind, operations.scale) == (IS, 1000)
    assert printed(operations, "Net increase in net assets resulting from operations") == ["836", "326"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Net assets", "Total investment income", 1),
        ("Net assets", "Investment loss", 1),
        ("Net assets", "Investment adviser", 0),
    ],
)
def test_lines_that_speak_of_net_assets_and_investment_income_may_be_statements(
    first: str, second: str, found: int
) -> None:
    lines = [f"{caption:40}     8     7" for caption in (first, second, "Other")]
    assert len(find_blocks(lines)) == found
