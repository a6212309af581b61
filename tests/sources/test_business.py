"""What an EDGAR header says of a company's place and numbers."""

from __future__ import annotations

import pytest

from converter.sources.business import read_business
from converter.sources.document import NO_BUSINESS, Business
from converter.sources.submission import read_header

TEXT = """\
<SEC-HEADER>0000999999-98-000008.hdr.sgml : 19980812
CONFORMED SUBMISSION TYPE:\t10-Q

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tLOON LAKE MILLS INC
\t\tCENTRAL INDEX KEY:\t\t\t0000999999
\t\tIRS NUMBER:\t\t\t\t942404119
\t\tSTATE OF INCORPORATION:\t\t\tNH
\t\tFISCAL YEAR END:\t\t\t0930

\tFILING VALUES:
\t\tSEC FILE NUMBER:\t000-99930

\tBUSINESS ADDRESS:\t
\t\tSTREET 1:\t\t1 MILL ROAD
\t\tSTREET 2:\t\tSUITE 4
\t\tCITY:\t\t\tDOVER
\t\tSTATE:\t\t\tNH
\t\tZIP:\t\t\t03820
\t\tBUSINESS PHONE:\t\t6035550100

\tMAIL ADDRESS:\t
\t\tSTREET 1:\t\tP O BOX 7
\t\tCITY:\t\t\tPORTLAND
\t\tSTATE:\t\t\tME
\t\tZIP:\t\t\t04101
</SEC-HEADER>
"""
FEED = """\
<SUBMISSION>
<TYPE>10-Q
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>LOON LAKE MILLS INC
<CIK>0000999999
<IRS-NUMBER>94-2404119
<STATE-OF-INCORPORATION>NH
</COMPANY-DATA>
<FILING-VALUES>
<FILE-NUMBER>000-99930
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>1 MILL ROAD
<STREET2>SUITE 4
<CITY>DOVER
<STATE>NH
<ZIP>03820
<PHONE>6035550100
</BUSINESS-ADDRESS>
<MAIL-ADDRESS>
<STREET1>P O BOX 7
<CITY>PORTLAND
</MAIL-ADDRESS>
"""
LOON_LAKE = Business("NH", "94-2404119", "000-99930", "1 MILL ROAD", "SUITE 4", "DOVER", "NH", "03820", "6035550100")


@pytest.mark.parametrize("head", [TEXT, FEED], ids=["text", "feed"])
def test_both_forms_of_a_header_say_the_same(head: str) -> None:
    assert read_business(head) == LOON_LAKE
    assert read_header(head, []).business == LOON_LAKE


def test_a_mail_address_alone_is_no_business_address() -> None:
    start, end = TEXT.index("\tBUSINESS ADDRESS"), TEXT.index("\tMAIL ADDRESS")
    business = read_business(TEXT[:start] + TEXT[end:])
    assert (business.street, business.city, business.state, business.phone) == (None, None, None, None)
    assert business.incorporated == "NH"


@pytest.mark.parametrize("end", ["\tMAIL ADDRESS:", "\tFORMER COMPANY:", "FILER:", "</SEC-HEADER>", "<DOCUMENT>"])
def test_the_business_address_ends_where_anything_else_begins(end: str) -> None:
    head = f"\tBUSINESS ADDRESS:\n\t\tSTREET 1: 1 MILL ROAD\n{end}\n\t\tCITY: ELSEWHERE\n"
    assert read_business(head) == Business(street="1 MILL ROAD")


@pytest.mark.parametrize("number", ["000000000", "12345678", "1234567890", "none"])
def test_what_is_no_employers_number_is_left_out(number: str) -> None:
    assert read_business(f"IRS NUMBER: {number}\n").irs_number is None


def test_a_field_without_a_value_is_not_given() -> None:
    assert read_business("\t\tSTATE OF INCORPORATION:\t\n\t\tFISCAL YEAR END: 0930\n").incorporated is None
    assert read_business("LOON LAKE MILLS reports earnings") == NO_BUSINESS
