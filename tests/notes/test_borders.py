"""The title over the notes, and what comes behind them."""

from __future__ import annotations

import pytest

from converter.notes.borders import begins, endings, opens
from tests.notes.documents import lines


def ends(text: str) -> bool:
    """Whether the last line of a text begins what comes behind the notes."""
    return endings(lines(text))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS",
        "Notes to Condensed Consolidated Financial Statements (Unaudited)",
        "NOTES TO FINANCIAL STATEMENTS -- (CONTINUED)",
        "LARKFIELD MILLS NOTES TO FINANCIAL STATEMENTS",
        "46  Notes to Consolidated Financial Statements",
        "NOTES TO CONDENSED CONSOLIDATED",
        "Notes to the Statements of Larkfield",
        "NOTES",
        "FINANCIAL NOTES",
        "NOTES TO FINANCIALS",
        "NOTES TO FINANCIAL",
        "Notes on Consolidated Financial Statements",
        "FOOTNOTES TO FINANCIAL STATEMENTS",
        "The Notes to Financial Statements",
        "Note to Financial Statements",
        "Note on the Financial Statement",
    ],
)
def test_the_title_over_the_notes(text: str) -> None:
    assert begins(lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "See notes to consolidated financial statements.",
        "See accompanying notes to financial statements",
        "Notes to Consolidated Financial Statements ......... 27",
        "Notes to Consolidated Financial Statements  27",
        "notes to the financial statements are given",
        "Notes payable to banks",
    ],
)
def test_what_names_the_notes_is_not_their_title(text: str) -> None:
    assert not begins(lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "REPORT OF INDEPENDENT AUDITORS",
        "Report of Ernst & Young LLP, Independent Auditors",
        "INDEPENDENT AUDITORS' REPORT",
        "Independent Registered Public Accounting Firm's Report",
        "MANAGEMENT'S DISCUSSION AND ANALYSIS",
        "Item 2. Management's Discussion and Analysis of",
        "ITEM 9. CHANGES IN AND DISAGREEMENTS WITH ACCOUNTANTS",
        "PART II",
        "SIGNATURES",
        "Schedule II",
        "Selected Quarterly Data",
        "Ten-Year Summary",
        "Quarterly Results (Unaudited)",
        "CONSOLIDATED BALANCE SHEETS",
        "Board of Directors",
        "Opinion of Independent Accountants",
        "The Independent Auditors' Report",
        "Auditors' Report",
        "Accountants' Consent",
        "Report on Consolidated Financial Statements",
        "Management Report",
        "Management's Statement",
        "Management's Responsibility for Mills",
        "Statement of Management",
        "Responsibility for Consolidated Financial Reporting",
        "Responsibility for Financial Reporting",
        "Part IV",
        "EXHIBITS",
        "INDEX TO EXHIBITS",
        "Exhibit Index",
        "Consent of Larkfield Accountants",
        "Financial Statement Schedule II",
        "Schedule 12 of Mills",
        "(Schedule IV",
        "Pursuant to the Requirements of Section 13(d)",
        "Subsidiaries of Larkfield Mills",
        "Selected Financial Data",
        "Supplemental Oil and Gas",
        "Supplementary Information",
        "Five-Year Review",
        "Eleven Year Selected Data",
        "Quarterly Stock Prices",
        "Corporate Data",
        "Shareholders' Information",
        "Investor Directory",
        "Directors and Officers",
        "Directors and Executive Officers",
        "Common Stock Prices",
        "Market Data",
        "Market Price of Common Stock",
        "Stock Prices and Dividends",
        "Market Price per Share",
        "Market Data for Common Stock",
        "Consolidated Statements of Income",
        "Consolidated Statement of Changes in Equity",
        "Report of Dale, Mill LLP, Independent Auditors",
        "Quarterly Consolidated Statement of Income",
        "Exhibit Index to Annual Report",
        "Information for Investors",
        "Information for Shareholders",
        "Item 14A. Mills",
        "Items 5 and 6 of mills",
    ],
)
def test_what_comes_behind_the_notes(text: str) -> None:
    assert ends(f"are sold to mills.\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Item 8. Financial Statements and Supplementary Data",
        "REPORT OF INDEPENDENT AUDITORS (Continued)",
        "Report of Independent Auditors .......... 27",
        "Ten-year unsecured notes",
        "Independent auditors' report on the mills was given by the board and is theirs",
        "(9) Quarterly Financial Data",
        "Signatures of the board",
        "Market Data Inputs",
        "Consolidated Balance Sheet  $ 13.8  12.0",
        "Commitments",
    ],
)
def test_what_is_within_the_notes(text: str) -> None:
    assert not ends(f"are sold to mills.\n\n{text}\n")


def test_an_end_stands_apart_or_in_a_title() -> None:
    assert not ends("as is said in\nItem 9. Changes")
    assert ends("LARKFIELD MILLS\nMANAGEMENT'S DISCUSSION")
    assert not ends("the mills are\nMANAGEMENT'S DISCUSSION")
    assert ends("mills\n\nA\nB\nPART II")
    assert not ends("mills\n\nA\nB\nC\nD\nPART II")


def test_the_first_note_may_open_them() -> None:
    assert opens(lines("SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES")[0])
    assert not opens(lines("Critical Accounting Policies")[0])
    assert not opens(lines("the mills\nAccounting Policies")[1])


@pytest.mark.parametrize(
    ("before", "now", "ended"),
    [
        ("Part II", "PART II", False),
        ("Item 8", "ITEM  8.", False),
        ("Item 9A", "Item 9 a", False),
        ("Item 9A", "Item 9B", True),
        ("Item 8. Financial Statements", "Item 8", False),
        ("Item 1", "Item 2", True),
        ("Part I", "Part II", True),
        ("Part I\n\nItem 1", "Part I", False),
        ("Part I\n\nItem 1\n\nPart I", "Item 1", False),
        ("Part I\n\nItem 1\n\nPart II", "Item 1", True),
        ("as is said in\nItem 8", "Item 8", True),
    ],
)
def test_the_part_and_the_item_that_a_line_stands_in_end_nothing(before: str, now: str, ended: bool) -> None:
    assert ends(f"{before}\n\n{now}\n") == ended


def test_a_title_is_no_longer_than_120_characters() -> None:
    title = "NOTES TO FINANCIAL STATEMENTS " + "M" * 90
    assert len(title) == 120
    assert begins(lines(title)[0])
    assert not begins(lines(f"{title}M")[0])
    report = "REPORT OF INDEPENDENT AUDITORS " + "M" * 89
    assert len(report) == 120
    assert ends(report)
    assert not ends(f"{report}M")
