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
ALL = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"


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


@pytest.mark.parametrize(
    ("total", "is_told"), [(12_000, False), (11_000, False), (13_000, False), (14_000, True), (9_000, True)]
)
def test_total_equity_is_that_of_the_parent_and_of_others(total: int, is_told: bool) -> None:
    """In thousands; a subtotal before treasury stock was taken for the equity of the parent."""
    rows = (
        Row("StockholdersEquity", {END: 10_000}, "Equity"),
        Row("MinorityInterest", {END: 2_000}, "Others"),
        Row(ALL, {END: total}, "Total equity"),
    )
    faulty = report(Sheet(Kind.EQUITY, rows))
    assert told(balance.check, faulty) == [f"DQC_0004 Total equity {total:,}"] * is_told
    if is_told:
        assert messages(balance.check, faulty)[0] == (
            f"Equity of 10,000 and what others have, 2,000, do not make total equity of {total:,} at 1999-12-31; check "
            "which line is the equity of the parent."
        )


@pytest.mark.parametrize("missing", ["StockholdersEquity", "MinorityInterest", ALL])
def test_where_one_of_them_is_not_stated_nothing_is_held_against_another(missing: str) -> None:
    figures = {"StockholdersEquity": 10_000, "MinorityInterest": 2_000, ALL: 50_000}
    rows = [Row(name, {BEFORE if name == missing else END: value}) for name, value in figures.items()]
    assert told(balance.check, report(Sheet(Kind.EQUITY, tuple(rows)))) == []
