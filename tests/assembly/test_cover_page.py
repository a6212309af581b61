"""What a cover page says of the registrant's shares, and how it is reached; and the dei facts that come of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from converter.assembly.cover_page import CoverPage
from converter.options import Options
from converter.report import Fact, Report
from converter.sources.document import Business, Document, Header
from converter.span import Span
from converter.terms import Name
from converter.validation.checks import check
from tests import sample
from tests.assembly.sheets import balance
from tests.exports.test_ixbrl import page as inline
from tests.sample import Row

COVER = """\
                                   FORM 10-K
[X] ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT
                  For the fiscal year ended December 31, 1999
[ ] TRANSITION REPORT PURSUANT TO SECTION 13 OR 15(d)
                        Commission file number: 0-99930
                             LOON LAKE MILLS, INC.
             (Exact name of registrant as specified in its charter)
          New  Hampshire                            94-2404119
   (State or other jurisdiction of       (I.R.S. Employer Identification No.)
   incorporation or organization)
                      1 Mill Road, Dover, New Hampshire 03820
      Registrant's telephone number, including area code: (603) 555-0100

The aggregate market value of the voting stock held by non-affiliates of the registrant
as of February 25, 2000 was approximately $1,039,000,000.

As of February 28, 2000, the registrant had outstanding 58,880,000 shares of common stock.

"""
HTML = (
    "<HTML><BODY><P>FORM&nbsp;10-K</P><P>Commission File Number:&nbsp;<B>0-99930</B></P><P>Dover</P>"
    "<P>telephone number, <FONT SIZE=2>(603)&nbsp;555-0100</FONT></P>"
    "<P>58,880,000 shares of common stock were outstanding<BR> at February&nbsp;28, 2000.</P></BODY></HTML>"
)


def cover(text: str, name: str = "a.txt") -> CoverPage:
    return CoverPage(sample.document(text, name=name))


def shares(text: str) -> tuple[Decimal | None, int | None, date | None] | None:
    found = cover(text).shares_outstanding()
    return (found.value, found.decimals, found.day) if found else None


DAY = date(1999, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "As of June 30, 1999 there were 1,234,567 shares of common stock, $.01 par value, outstanding.",
        "Number of shares of common stock outstanding as of June 30, 1999: 1,234,567",
        "                1,234,567\n   -----------------\nShares of common stock outstanding at June 30, 1999\n",
        "Shares outstanding of each class of common stock as of June 30, 1999:\n\nCommon, $3 par value   1,234,567\n",
        "1,234,567 shares of common stock outstanding as of June 30, 1999 (after the split payable on July 4, 1999)",
        "Aggregate market value as of May 1, 1999 ... $9,000,000\n"
        "Number of shares outstanding as of June 30, 1999 ... 1,234,567\n",
        "The aggregate market value was $9,000,000 as of May 1, 1999. At June 30, 1999, 1,234,567 shares of common "
        "stock were outstanding.",
    ],
)
def test_the_shares_outstanding_are_the_one_count_of_one_day(text: str) -> None:
    assert shares(text) == (Decimal(1234567), 0, DAY)


def test_shares_in_millions_have_the_precision_of_their_print() -> None:
    assert shares("3,324.7 million shares of Common Stock outstanding as of June 30, 1999") == (
        Decimal(3_324_700_000),
        -5,
        DAY,
    )


@pytest.mark.parametrize(
    "text",
    [
        "At June 30, 1999, 1,234,567 Class A shares and 7,654,321 Class B shares were outstanding.",
        "1,234,567 shares outstanding at June 30, 1999 and at July 31, 1999.",
        "1,234,567 shares of common stock outstanding.",
        "Bonds of $1,234,567 were outstanding at June 30, 1999.",
        "1,234,567 shares of common stock sold at June 30, 1999.",
        "The aggregate market value of the 1,234,567 shares outstanding at June 30, 1999 is unknown.",
        "Shares outstanding at June 31, 1999: 1,234,567",
    ],
)
def test_other_counts_are_not_the_shares_outstanding(text: str) -> None:
    assert shares(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The aggregate market value at June 30, 1999, based on a price of $12.50, was $9,000,000.", 9_000_000),
        ("Aggregate market value of stock\nheld by non-affiliates at June 30, 1999\n\n  $187.0 billion\n", 187 * 10**9),
        ("The aggregate market value, at June 30, 1999, was $100,000.", 100_000),
    ],
)
def test_the_public_float_is_the_one_market_value_of_one_day(text: str, value: int) -> None:
    found = cover(text).public_float()
    assert found is not None
    assert (found.value, found.day) == (value, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "The aggregate market value at June 30, 1999 was $99,999.",
        "The aggregate market value was $9,000,000.",
        "The aggregate market value at June 30, 1999 was $9,000,000 of Class A and $8,000,000 of Class B.",
        "The aggregate market value at June 30, 1999 and at July 30, 1999 was $9,000,000.",
    ],
)
def test_other_values_are_not_the_public_float(text: str) -> None:
    assert cover(text).public_float() is None


@pytest.mark.parametrize(
    "text",
    [
        "telephone number: (603) 555-0100",
        "(603) 555-0100\n(Telephone number)",
        "phone 603-555-0100",
        "phone 603/555-0100",
    ],
)
def test_the_telephone_number_has_an_area_code_and_a_local_part(text: str) -> None:
    found = cover(text).phone()
    assert found is not None
    assert [part.text for part in found] == ["603", "555-0100"]


@pytest.mark.parametrize("text", ["call (603) 555-0100", "telephone 1603-555-01001", "no telephone"])
def test_other_digits_are_no_telephone_number(text: str) -> None:
    assert cover(text).phone() is None


def test_numbers_and_state_stand_by_their_words() -> None:
    page = cover(COVER)
    assert [found.text for found in (page.file_number(), page.irs_number()) if found] == ["0-99930", "94-2404119"]
    assert page.state_of_incorporation() == "NH"
    assert page.amendment() is None


def test_a_state_that_is_no_place_of_incorporation_is_none() -> None:
    assert cover("Dover, New Hampshire (Address of principal executive offices)").state_of_incorporation() is None


def test_of_html_every_character_is_where_it_stands() -> None:
    document = sample.document(HTML, name="a.htm")
    page = CoverPage(document)
    phone = page.phone()
    found = [page.file_number(), *(phone or ()), page.shares_outstanding(), page.spelled("DOVER")]
    assert [document.text[one.span.start : one.span.end] for one in found if one] == [
        "0-99930",
        "603",
        "555-0100",
        "58,880,000",
        "Dover",
    ]
    assert page.shares_outstanding().day == date(2000, 2, 28)  # type: ignore[union-attr]


def test_a_print_with_markup_between_its_characters_is_no_place() -> None:
    text = COVER.replace("Dover", "<B>D</B>over").replace("(603)", "(<B>6</B>03)")
    markup = f"<HTML><BODY><P>{text}</P><P>{'<BR>' * 6}</BODY></HTML>"
    sheet = balance(Row("Cash", "5 4", "Cash"))
    header = Header("LOON LAKE MILLS INC", "0000012345", None, "12-31", "10-K", business=BUSINESS)
    source = sample.document(markup + sample.text_of(sheet), name="a.htm", header=header)
    facts = told(sample.report(source, sheets=[sheet], options=Options()))
    assert (facts["EntityAddressCityOrTown"].value, facts["EntityAddressCityOrTown"].sources) == ("DOVER", ())
    assert facts["EntityFileNumber"].sources[0].printed == "0-99930"


def test_what_stands_far_behind_the_cover_is_no_part_of_it() -> None:
    assert cover("x " * 7_600 + "Commission file number 0-99930").file_number() is None
    assert cover("x " * 7_400 + "Commission file number 0-99930").file_number() is not None


def test_a_document_without_a_readable_part_has_an_empty_cover() -> None:
    assert CoverPage(Document("a.txt", "x", "utf-8", "", Header(), ())).file_number() is None


BUSINESS = Business("DE", "94-2404119", "000-99930", "1 MILL ROAD", "SUITE 4", "DOVER", "NH", "03820", "6035550199")


def report(
    form: str = "10-K", business: Business = BUSINESS, text: str = COVER, taxonomy: str = "us-gaap/2025"
) -> Report:
    sheet = balance(Row("Cash", "5 4", "Cash"))
    header = Header("LOON LAKE MILLS INC", "0000012345", None, "12-31", form, business=business)
    source = sample.document(text + sample.text_of(sheet), header=header)
    return sample.report(source, sheets=[sheet], options=Options(taxonomy=taxonomy))


def told(of: Report) -> dict[str, Fact]:
    return {fact.concept.local: fact for fact in of.facts if fact.concept.prefix == "dei"}


def test_header_and_cover_fill_the_dei_facts() -> None:
    facts = told(report())
    assert {local: fact.value for local, fact in facts.items() if "Document" not in local} == {
        "AmendmentFlag": "false",
        "CurrentFiscalYearEndDate": "--12-31",
        "EntityRegistrantName": "LOON LAKE MILLS INC",
        "EntityCentralIndexKey": "0000012345",
        "EntityFileNumber": "0-99930",
        "EntityIncorporationStateCountryCode": "DE",
        "EntityTaxIdentificationNumber": "94-2404119",
        "EntityAddressAddressLine1": "1 Mill Road",
        "EntityAddressAddressLine2": "SUITE 4",
        "EntityAddressCityOrTown": "Dover",
        "EntityAddressStateOrProvince": "NH",
        "EntityAddressPostalZipCode": "03820",
        "CityAreaCode": "603",
        "LocalPhoneNumber": "555-0100",
        "EntityCommonStockSharesOutstanding": Decimal(58_880_000),
        "EntityPublicFloat": Decimal(1_039_000_000),
    }
    assert (facts["EntityPublicFloat"].context, facts["EntityPublicFloat"].unit) == ("I20000225", "USD")
    outstanding = facts["EntityCommonStockSharesOutstanding"]
    assert (outstanding.context, outstanding.unit, outstanding.decimals) == ("I20000228", "shares", 0)


def test_a_cover_without_a_header_tells_its_numbers_alone() -> None:
    facts = told(report(business=Business()))
    assert facts["EntityIncorporationStateCountryCode"].value == "NH"
    assert facts["EntityTaxIdentificationNumber"].value == "94-2404119"
    assert "EntityAddressCityOrTown" not in facts


def test_a_header_without_a_cover_tells_its_numbers_alone() -> None:
    facts = told(report(text=""))
    assert facts["EntityFileNumber"].value == "000-99930"
    assert (facts["CityAreaCode"].value, facts["LocalPhoneNumber"].value) == ("603", "555-0199")
    assert facts["EntityAddressCityOrTown"].value == "DOVER"


def test_a_number_of_the_cover_that_is_another_than_the_headers_is_not_taken() -> None:
    facts = told(report(text=COVER.replace("0-99930", "1-77")))
    assert facts["EntityFileNumber"].value == "000-99930"


@pytest.mark.parametrize(
    ("form", "flags"),
    [
        ("10-K", {"DocumentAnnualReport": "true", "DocumentTransitionReport": "false"}),
        ("10-K405", {"DocumentAnnualReport": "true", "DocumentTransitionReport": "false"}),
        ("10-KSB", {"DocumentAnnualReport": "true", "DocumentTransitionReport": "false"}),
        ("10-Q", {"DocumentQuarterlyReport": "true", "DocumentTransitionReport": "false"}),
        ("10-KT", {"DocumentAnnualReport": "false", "DocumentTransitionReport": "true"}),
        ("10-QT", {"DocumentQuarterlyReport": "false", "DocumentTransitionReport": "true"}),
        ("8-K", {}),
    ],
)
def test_the_boxes_of_periodic_reports_follow_from_the_form(form: str, flags: dict[str, str]) -> None:
    facts = told(report(form))
    assert {local: fact.value for local, fact in facts.items() if local.endswith("Report")} == flags


def test_the_float_is_asked_of_annual_reports_alone_and_shares_of_periodic_ones() -> None:
    assert "EntityPublicFloat" not in told(report("10-Q"))
    assert "EntityCommonStockSharesOutstanding" in told(report("10-Q"))
    assert "EntityCommonStockSharesOutstanding" not in told(report("8-K"))


def test_what_no_cover_page_introduces_has_no_address() -> None:
    assert "EntityFileNumber" in told(report("8-K"))
    assert "EntityFileNumber" not in told(report("ARS"))


@pytest.mark.parametrize(
    ("text", "description"),
    [(COVER + "Amendment No. 2\n\n", "Amendment No. 2"), (COVER, "Amendment: 10-K/A")],
)
def test_an_amendment_is_described(text: str, description: str) -> None:
    # EFM 6.05.20
    facts = told(report("10-K/A", text=text))
    assert (facts["AmendmentFlag"].value, facts["AmendmentDescription"].value) == ("true", description)


def test_a_release_whose_pattern_has_no_dash_gets_the_employers_number_so() -> None:
    assert told(report(taxonomy="us-gaap/2009"))["EntityTaxIdentificationNumber"].value == "942404119"


def test_what_a_pattern_does_not_allow_is_left_out() -> None:
    facts = told(report(business=Business(file_number="pending"), text=""))
    assert "EntityFileNumber" not in facts


def test_dates_and_boxes_are_tagged_where_they_are_printed() -> None:
    # EFM 5.2.5.14
    again = COVER.replace("FORM 10-K", "FORM 10-K (years end on December 31)")
    root = inline(report(text=again))
    tagged = {one.get("name"): (one.text, one.get("format")) for one in root.iter("{*}nonNumeric") if one.get("format")}
    assert tagged == {
        "dei:DocumentPeriodEndDate": ("December 31, 1999", "ixt:date-monthname-day-year-en"),
        "dei:CurrentFiscalYearEndDate": ("December 31", "ixt:date-monthname-day-en"),
        "dei:DocumentAnnualReport": ("ANNUAL REPORT", "ixt:fixed-true"),
        "dei:DocumentTransitionReport": ("TRANSITION REPORT", "ixt:fixed-false"),
    }


def test_a_count_of_shares_after_the_period_is_no_figure_dated_after_the_report() -> None:
    of = report()
    assert Name("dei", "EntityPublicFloat") in {fact.concept for fact in of.facts}
    assert "DQC_0005" not in [finding.code for finding in check(of)]


EIGHT_K = """FORM 8-K
[ ] Written communications pursuant to Rule 425 under the Securities Act
[X] Soliciting material pursuant to Rule 14a-12 under the Exchange Act
/ x / Pre-commencement communications pursuant to Rule 14d-2(b) under the Exchange Act
x [ ] Pre-commencement communications pursuant to Rule 13e-4(c) under the Exchange Act
"""


def test_the_boxes_of_a_current_report_are_read() -> None:
    # EFM 6.05.52
    facts = told(report("8-K", text=EIGHT_K))
    assert {local: fact.value for local, fact in facts.items() if fact.sources and "fixed" in str(fact.sources)} == {
        "WrittenCommunications": "false",
        "SolicitingMaterial": "true",
        "PreCommencementTenderOffer": "true",
        "PreCommencementIssuerTenderOffer": "false",
    }


def test_boxes_that_are_not_printed_and_those_of_other_forms_say_nothing() -> None:
    assert "WrittenCommunications" not in told(report("8-K"))
    assert "WrittenCommunications" not in told(report("10-K", text=EIGHT_K))


def test_a_box_that_the_cover_lacks_is_told_by_the_name_of_the_form() -> None:
    facts = told(report("10-Q", text="FORM 10-Q\nQUARTERLY REPORT\n\n"))
    assert facts["DocumentTransitionReport"].sources[0].printed == "FORM 10-Q"
    assert facts["DocumentQuarterlyReport"].sources[0].printed == "QUARTERLY REPORT"
    assert told(report("10-Q", text=""))["DocumentTransitionReport"].sources == ()


def test_a_month_and_day_may_stand_behind_the_cover() -> None:
    far = "For the year ended June 30, 1999\n" + "x " * 8_000 + "\nyears end on June 30 and not on June 3."
    page = cover(far)
    named = page.day(DAY)
    assert named is not None
    found = page.month_day(6, 30, named.span)
    assert found is not None
    assert far[found.span.start : found.span.end] == found.text == "June 30"
    assert found.span.start > 16_000
    assert page.month_day(6, 30, None).span.start == 19  # type: ignore[union-attr]
    assert page.month_day(6, 29, None) is None
    assert cover("y ended July 30").month_day(6, 30, None) is None


def test_of_html_a_place_that_is_shown_comes_before_the_header() -> None:
    sheet = balance(Row("Cash", "5 4", "Cash"))
    head = "CONFORMED SUBMISSION TYPE:\t10-K\nCENTRAL INDEX KEY:\t0000012345\n"
    text = f"{head}<HTML><BODY><P>FORM&nbsp;10-K</P>{sample.text_of(sheet)}</BODY></HTML>"
    header = Header("LOON LAKE MILLS INC", "0000012345", None, "12-31", "10-K", business=BUSINESS)
    whole = sample.document(text, name="a.htm", header=header)
    source = replace(whole, parts=(replace(whole.parts[0], span=Span(len(head), len(text))),))
    facts = told(sample.report(source, sheets=[sheet], options=Options()))
    assert facts["DocumentType"].sources[0].span.start == text.index("10-K</P>")
    assert facts["EntityCentralIndexKey"].sources[0].span.start == text.index("0000012345")
