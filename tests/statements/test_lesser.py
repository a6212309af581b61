"""Tables that have the captions of a statement and are no primary one."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.lesser import Lesser, lesser_by_rows, lines_over_all, titled_lesser
from converter.tables.table import Band, Table, Text
from converter.terms import Kind
from tests.statements.candidates import table

PLACE = Span(0, 0)


@pytest.mark.parametrize(
    ("line", "lesser"),
    [
        ("Pro Forma Balance Sheet", Lesser.PRO_FORMA),
        ("PROFORMA", Lesser.PRO_FORMA),
        ("pro-forma", Lesser.PRO_FORMA),
        ("Non-GAAP Income", Lesser.NON_GAAP),
        ("NONGAAP INCOME", Lesser.NON_GAAP),
        ("Reconciliation of Net Income", Lesser.NON_GAAP),
        ("Selected Financial Data", Lesser.SELECTED),
        ("11-Year Financial Summary", Lesser.SELECTED),
        ("Five-Year Comparison", Lesser.SELECTED),
        ("TEN YEAR REVIEW", Lesser.SELECTED),
        ("Three-year record", Lesser.SELECTED),
        ("Six year record", Lesser.SELECTED),
        ("Seven-Year Record", Lesser.SELECTED),
        ("Eleven Year Record", Lesser.SELECTED),
        ("Summary of Consolidated Financial Information", Lesser.SELECTED),
        ("Summary Operating Results", Lesser.SELECTED),
        ("Financial Review", Lesser.SELECTED),
        ("Cash Flows Summary", Lesser.SELECTED),
        ("Summary of Cash Flow", Lesser.SELECTED),
        ("Statistical Summary", Lesser.SELECTED),
        ("Historical Review", Lesser.SELECTED),
        ("Financial Highlights", Lesser.SELECTED),
        ("Financial Data Schedule", Lesser.SELECTED),
        ("BALANCE SHEET DATA", Lesser.SELECTED),
        ("Statement of Operations Data:", Lesser.SELECTED),
        ("Income Data", Lesser.SELECTED),
        ("Earnings Data", Lesser.SELECTED),
        ("Cash Flow Data", Lesser.SELECTED),
        ("Operating Data", Lesser.SELECTED),
        ("Quarterly Income", Lesser.QUARTERLY),
        ("Results by Quarter", Lesser.QUARTERLY),
        ("Segment Income", Lesser.SEGMENTS),
        ("Geographic Areas", Lesser.SEGMENTS),
        ("Parent Company Balance Sheet", Lesser.PARENT),
        ("Balance Sheet (Parent Only)", Lesser.PARENT),
        ("Registrant Only", Lesser.PARENT),
        ("Condensed Financial Information of Registrant", Lesser.PARENT),
        ("Guarantor Subsidiaries", Lesser.CONSOLIDATING),
        ("Consolidating Balance Sheet", Lesser.CONSOLIDATING),
        ("Eliminations", Lesser.CONSOLIDATING),
        ("Supplemental Statements of Income", Lesser.SUPPLEMENTAL),
        ("Supplementary Consolidated Balance Sheet", Lesser.SUPPLEMENTAL),
        ("Supplemental Schedule", Lesser.SUPPLEMENTAL),
        ("Schedule I", Lesser.SCHEDULE),
        ("Schedule III", Lesser.SCHEDULE),
        ("Computation of Earnings per Share", Lesser.SCHEDULE),
        ("Calculation of Earnings", Lesser.SCHEDULE),
        ("As a Percent of Sales", Lesser.PERCENT),
        ("Percentage of Sales", Lesser.PERCENT),
        ("Business Outlook", Lesser.OUTLOOK),
        ("Note 7: Taxes on the pro forma adjustments", None),
        ("Notes (a). Segments as reported", None),
        ("Notes to the pro forma statements", Lesser.PRO_FORMA),
        ("Summarized Balance Sheet", Lesser.OTHERS),
        ("Consolidated Balance Sheet Data", None),
        ("QUARTERLY REPORT", None),
        ("Balance Sheets with Consolidating Details", None),
        ("Supplemental Cash Flow Information", None),
        ("Fiscal Year Ended June 30", None),
        ("One Year Ago", None),
        ("CONSOLIDATED STATEMENTS OF INCOME", None),
        ("Summary of significant policies", None),
        ("Selected data" + " of the company" * 8, None),
    ],
)
def test_titles_call_a_lesser_table_what_it_is(line: str, lesser: Lesser | None) -> None:
    assert titled_lesser(["Balance", line]) is lesser


@pytest.mark.parametrize(("length", "lesser"), [(119, Lesser.SELECTED), (120, None)])
def test_a_longer_line_is_prose(length: int, lesser: Lesser | None) -> None:
    assert titled_lesser(["Selected data ".ljust(length, "x")]) is lesser


def test_the_first_line_that_names_one_decides() -> None:
    assert titled_lesser(["Segments", "Pro forma"]) is Lesser.SEGMENTS


BESIDE = [
    "Total assets", "Current assets", "Working capital", "Long-term debt", "Long term obligations", "Return on assets",
    "Total stockholders' equity", "Shareholders\u2019 equity", "Stockholder investment", "Cash and equivalents",
    "Inventories", "Inventory at cost", "Property and plant", "Book value per share", "Current ratio", "Debt ratio",
    "Number of employees", "Number of stores",
]  # fmt: skip
OF_INCOME = [
    "Inventory sold", "Property sales", "Property income", "Cash expense", "Property taxes",
    "Interest on long-term debt", "Income before total assets", "Number of shares", "Equity in earnings",
    "Ratio of debt",
]  # fmt: skip


@pytest.mark.parametrize("caption", BESIDE)
def test_rows_of_a_balance_sheet_and_ratios_tell_a_summary(caption: str) -> None:
    two = ["Total assets", "Working capital"] if caption not in ("Total assets", "Working capital") else BESIDE[1:4:2]
    rows = {each: ["1"] for each in (*two, caption)}
    assert lesser_by_rows(Kind.INCOME, table(rows).rows) is Lesser.SELECTED
    assert lesser_by_rows(Kind.INCOME, table({each: ["1"] for each in two}).rows) is None
    assert lesser_by_rows(Kind.BALANCE_SHEET, table(rows).rows) is None
    assert lesser_by_rows(Kind.INCOME, table({**rows, caption: []}).rows) is None


@pytest.mark.parametrize("caption", OF_INCOME)
def test_rows_of_an_income_statement_that_speak_of_assets(caption: str) -> None:
    rows = {each: ["1"] for each in ("Total assets", "Working capital", caption)}
    assert lesser_by_rows(Kind.INCOME, table(rows).rows) is None


def test_a_piece_of_a_head_over_all_columns_or_none_is_about_the_table() -> None:
    bands = (Band(20, 28), Band(30, 38), Band(40, 48))

    def over(x0: int, x1: int) -> list[str]:
        return lines_over_all(Table(0, "text", PLACE, (), ((Text("Pro forma", PLACE, x0, x1),),), bands, ()))

    assert over(22, 45) == ["Pro forma"]
    assert over(28, 30) == ["Pro forma"]
    assert over(0, 18) == ["Pro forma"]
    assert over(27, 30) == []
    assert over(28, 31) == []
    assert over(22, 35) == []
