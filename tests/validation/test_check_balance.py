"""The two sides of the balance sheet."""

from __future__ import annotations

import pytest

from converter.findings import Severity
from converter.report import Report
from converter.terms import Kind, Member, Name
from converter.validation.checks import balance
from tests.validation.small import BEFORE, END, Row, Sheet, balance_sheet, book, income, messages, report, told

PART = (Member(Name("us-gaap", "StatementClassOfStockAxis"), Name("us-gaap", "CommonClassAMember")),)
CLAIMS = "LiabilitiesAndStockholdersEquity"


def sheet(assets: dict, claims: dict, kind: Kind = Kind.BALANCE_SHEET, members: tuple[Member, ...] = ()) -> Report:
    """A statement of two totals."""
    rows = Row("Assets", assets, "Total assets", members=members), Row(CLAIMS, claims, "Total claims", members=members)
    return report(Sheet(kind, rows))


@pytest.mark.parametrize(("claims", "differs"), [(9_000, False), (8_000, False), (10_000, False), (7_999, True),
    (10_001, True)])  # fmt: skip
def test_two_totals_in_thousands_may_be_a_thousand_apart(claims: int, differs: bool) -> None:
    assert told(balance.check, sheet({END: 9_000}, {END: claims})) == [f"DQC_0004 Total claims {claims:,}"] * differs


def test_each_period_is_told() -> None:
    faulty = sheet({END: 90_000, BEFORE: 80_000}, {END: 70_000, BEFORE: 60_000})
    assert told(balance.check, faulty) == ["DQC_0004 Total claims 70,000", "DQC_0004 Total claims 60,000"]
    assert messages(balance.check, faulty)[1] == (
        "Total assets of 80,000 and total liabilities and equity of 60,000 at 1998-12-31 differ; check both in the "
        "source, and the lines that make them up."
    )
    assert {each.severity for each in balance.check(book(faulty))} == {Severity.WARNING}


def test_a_side_without_the_other_is_told_at_the_side_that_is_there() -> None:
    assert told(balance.check, sheet({END: 90_000, BEFORE: 80_000}, {END: 90_000})) == ["DQC_0004 Total assets 80,000"]
    lacking = sheet({END: 90_000}, {END: 90_000, BEFORE: 80_000})
    assert told(balance.check, lacking) == ["DQC_0004 Total claims 80,000"]
    assert "There is no total assets at 1998-12-31 beside 80,000" in messages(balance.check, lacking)[0]
    assert "no total liabilities and equity at" in messages(balance.check, sheet({END: 90_000}, {}))[0]


def test_only_a_report_with_a_balance_sheet_need_have_both_sides() -> None:
    assert told(balance.check, sheet({END: 90_000}, {}, Kind.INCOME)) == []
    beside = report(income(Row("Revenues", {})), balance_sheet(Row("Assets", {END: 90_000})))
    assert told(balance.check, beside) == ["DQC_0004 Assets 90,000"], "one of several statements is enough"


def test_of_a_part_both_sides_are_compared_and_one_alone_is_no_fault() -> None:
    assert told(balance.check, sheet({END: 90_000}, {END: 70_000}, members=PART), PART) == [
        "DQC_0004 Total claims 70,000"
    ]
    assert told(balance.check, sheet({END: 90_000}, {}, members=PART), PART) == []
