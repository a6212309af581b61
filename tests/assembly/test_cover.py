"""What the assembly makes of the company, its calendar and the cover."""

from __future__ import annotations

from datetime import date

import pytest

from converter.errors import UsageError
from converter.options import Options
from converter.report import Fact, Report
from converter.sources.document import Header
from converter.terms import Kind, Period
from tests import sample
from tests.assembly.sheets import (
    balance,
    codes,
    report_of,
)
from tests.sample import Row, Sheet


def cover(report: Report) -> dict[str, str]:
    facts: list[Fact] = [fact for fact in report.facts if fact.concept.prefix == "dei"]
    return {fact.concept.local: str(fact.value) for fact in facts}


def test_the_cover_tells_what_the_document_tells() -> None:
    assert cover(sample.report()) == {
        "DocumentType": "10-Q",
        "AmendmentFlag": "false",
        "DocumentPeriodEndDate": "2001-06-30",
        "DocumentFiscalYearFocus": "2001",
        "DocumentFiscalPeriodFocus": "Q2",
        "CurrentFiscalYearEndDate": "--12-31",
        "EntityRegistrantName": "Tamarack Instruments, Inc.",
        "EntityCentralIndexKey": "0000999999",
        "DocumentQuarterlyReport": "true",
        "DocumentTransitionReport": "false",
    }


def test_a_symbol_stands_alone_only_where_the_release_does_not_ask_for_its_class_and_exchange() -> None:
    # EFM 6.05.45
    assert cover(sample.report(taxonomy="us-gaap/2009"))["TradingSymbol"] == "TMRK"
    assert "TradingSymbol" not in cover(sample.report(taxonomy="us-gaap/2025"))


def test_the_header_of_a_submission_names_company_form_and_calendar() -> None:
    header = Header(company="LOON LAKE MILLS INC", cik="0000012345", fiscal_year_end="06-30", form="10-K405/A")
    sheet = balance(Row("Cash", "5 4", "Cash"))
    source = sample.document(sample.text_of(sheet), header=header)
    told = cover(sample.report(source, sheets=[sheet], options=Options()))
    assert told["EntityRegistrantName"] == "LOON LAKE MILLS INC"
    assert (told["DocumentType"], told["AmendmentFlag"]) == ("10-K405/A", "true")
    assert (told["CurrentFiscalYearEndDate"], told["DocumentFiscalYearFocus"]) == ("--06-30", "2000")
    assert told["DocumentFiscalPeriodFocus"] == "Q2"


def test_document_types_keep_to_the_list_of_the_release() -> None:
    sheet = balance(Row("Cash", "5 4", "Cash"))
    types = [
        cover(report_of(sheet, options=Options(document_type=form, taxonomy="us-gaap/2009")))["DocumentType"]
        for form in ("10-K405", "10-Q/A", "10-KSB")
    ]
    assert types == ["10-K", "10-Q", "Other"]


def test_without_a_cik_the_scheme_is_our_own_and_a_finding_says_so() -> None:
    report = report_of(balance(Row("Cash", "5 4", "Cash")), options=Options(company="Loon Lake Mills, Inc."))
    assert (report.entity.scheme, report.entity.identifier) == ("http://retroxbrl.example/company", "loon")
    assert "EFM.6.05.01" in codes(report)


def test_the_namespace_names_an_authority_and_the_version_date() -> None:
    # EFM 6.07.04
    assert sample.report().namespace == "http://tmrk.example/20010630"


@pytest.mark.parametrize(
    ("company", "prefix"),
    [
        ("The Loon Lake Mills Company", "loon"),
        ("3D Systems Corp", "dsystems"),
        ("General Lake Mills Company", "generallak"),
        ("First Dover Corp", "firstdover"),
        ("1800 Inc", "inc"),
        ("42", "registrant"),
        ("US Industries", "usindustri"),
        ("Link Inc", "linkinc"),
    ],
)
def test_the_prefix_comes_from_the_name(company: str, prefix: str) -> None:
    report = report_of(balance(Row("Cash", "5 4", "Cash")), options=Options(company=company))
    assert report.prefix == prefix


@pytest.mark.parametrize("prefix", ["us-gaap", "Xbrli", "dei", "1abc", ""])
def test_a_prefix_that_cannot_be_one_is_refused(prefix: str) -> None:
    with pytest.raises(UsageError):
        report_of(balance(Row("Cash", "5 4", "Cash")), options=Options(prefix=prefix))


@pytest.mark.parametrize("cik", ["abc", "12345678901", "-5"])
def test_a_cik_that_cannot_be_one_is_refused(cik: str) -> None:
    with pytest.raises(UsageError):
        report_of(balance(Row("Cash", "5 4", "Cash")), options=Options(cik=cik))


def test_the_fiscal_year_end_is_inferred_from_the_year_to_date_and_the_balance_sheet_beside_it() -> None:
    quarter = Period(date(2003, 9, 30), date(2003, 7, 1))
    half = Period(date(2003, 9, 30), date(2003, 4, 1))
    report = report_of(
        Sheet(Kind.BALANCE_SHEET, "BALANCE SHEETS", (Period(date(2003, 9, 30)), Period(date(2003, 3, 31))),
              (Row("Cash", "5 4", "Cash"),), ()),
        Sheet(Kind.INCOME, "STATEMENTS OF OPERATIONS", (quarter, half), (Row("Revenue", "5 4", "Revenues"),), ()),
    )  # fmt: skip
    told = cover(report)
    assert (told["CurrentFiscalYearEndDate"], told["DocumentFiscalPeriodFocus"]) == ("--03-31", "Q2")
    assert told["DocumentFiscalYearFocus"] == "2004"


def test_a_single_quarter_tells_no_fiscal_year() -> None:
    quarter = Period(date(2003, 9, 30), date(2003, 7, 1))
    sheet = Sheet(Kind.INCOME, "STATEMENTS OF OPERATIONS", (quarter,), (Row("Revenue", "5", "Revenues"),), ())
    assert "DocumentFiscalYearFocus" not in cover(report_of(sheet, options=Options()))
