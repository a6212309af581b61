"""Bytes to a Document: encodings, the EDGAR header, the documents of a submission."""

from __future__ import annotations

from datetime import date

import pytest

from converter.errors import InputError
from converter.findings import Finding
from converter.sources import read

SUBMISSION = b"""<SEC-DOCUMENT>0000999999-98-000001.txt : 19980515
<SEC-HEADER>
ACCESSION NUMBER:\t\t0000999999-98-000001
CONFORMED SUBMISSION TYPE:\t10-Q
CONFORMED PERIOD OF REPORT:\t19980331
FILED AS OF DATE:\t\t19980515
FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tORRIN PUMP CORP
\t\tCENTRAL INDEX KEY:\t\t\t0000999999
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPUMPS & PUMPING EQUIPMENT [3561]
\t\tFISCAL YEAR END:\t\t\t1231
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-Q
<SEQUENCE>1
<TEXT>
Quarterly report
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-27
<SEQUENCE>2
<TEXT>
<TABLE> <S> <C>
</TABLE>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_header_fields_that_cannot_be_are_not_there() -> None:
    broken = SUBMISSION.replace(b"\t0000999999\n", b"\t0000000000\n").replace(b"\t1231", b"\t1345")
    header = read(broken, "x.txt", []).header
    assert (header.company, header.cik, header.fiscal_year_end) == ("ORRIN PUMP CORP", None, None)


def test_header_fields() -> None:
    header = read(SUBMISSION, "a.txt", []).header
    assert (header.company, header.cik, header.sic) == ("ORRIN PUMP CORP", "0000999999", 3561)
    assert (header.form, header.period, header.filed) == ("10-Q", date(1998, 3, 31), date(1998, 5, 15))
    assert (header.fiscal_year_end, header.accession) == ("12-31", "0000999999-98-000001")


def test_parts_know_their_text() -> None:
    document = read(SUBMISSION, "a.txt", [])
    assert [(part.type, part.format) for part in document.parts] == [("10-Q", "text"), ("EX-27", "other")]
    span = document.parts[0].span
    assert document.text[span.start : span.end].strip() == "Quarterly report"


def test_a_bare_release_is_one_part() -> None:
    document = read(b"ORRIN REPORTS RESULTS\n", "a.txt", [])
    assert [(part.type, part.span.end) for part in document.parts] == [("", len(document.text))]
    assert document.header.company is None


def test_a_filing_that_the_file_holds_twice_is_read_once() -> None:
    findings: list[Finding] = []
    document = read(SUBMISSION + SUBMISSION, "a.txt", findings)
    assert len(document.parts) == 2
    assert {finding.code for finding in findings} == {"sources.copies", "sources.several-submissions"}


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("caf\u00e9 1".encode(), "utf-8", "caf\u00e9 1"),
        (b"caf\xe9 \x97 1", "cp1252", "caf\u00e9 \u2014 1"),
        (b"caf\xe9 \x81 1", "latin-1", "caf\u00e9 \x81 1"),
        ("\ufeffnet".encode("utf-16"), "utf-16", "\ufeffnet"),
    ],
)
def test_encodings_by_evidence(data: bytes, encoding: str, text: str) -> None:
    document = read(data, "a.txt", [])
    assert (document.encoding, document.text.lstrip("\ufeff")) == (encoding, text.lstrip("\ufeff"))


def test_nul_characters_are_left_out_and_said_so() -> None:
    findings: list[Finding] = []
    document = read(b"Total\0 assets 1\0", "a.txt", findings)
    assert document.text == "Total assets 1"
    assert [finding.code for finding in findings] == ["sources.nul"]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", bytes(range(256)) * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read(data, "a.txt", [])


def test_positions_count_from_one() -> None:
    document = read(b"ab\ncd\n", "a.txt", [])
    assert [document.position(offset) for offset in (0, 1, 3, 4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_uuencoded_parts_are_not_read() -> None:
    data = b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nbegin 644 chart.pdf\nM)5!$1BTQ\nend\n</TEXT>\n</DOCUMENT>\n"
    assert [part.format for part in read(data, "a.txt", []).parts] == ["other"]


FEED = b"""<SUBMISSION>
<ACCESSION-NUMBER>0000999999-99-000042
<TYPE>10-Q
<PERIOD>19990630
<FILING-DATE>19990803
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>PRAIRIE BELL CO INC
<CIK>0009999950
<ASSIGNED-SIC>4813
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<FORMER-COMPANY>
<FORMER-CONFORMED-NAME>PRAIRIE WIRE CO
</FORMER-COMPANY>
</FILER>
<DOCUMENT>
<TYPE>10-Q
<TEXT>
<CIK>0000000001
</TEXT>
</DOCUMENT>
</SUBMISSION>
"""


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_the_header_of_the_dissemination_feed_says_the_same_in_tags(ends: bytes) -> None:
    header = read(FEED.replace(b"\n", ends), "a.txt", []).header

    assert (header.company, header.cik, header.sic) == ("PRAIRIE BELL CO INC", "0009999950", 4813)
    assert (header.form, header.period, header.filed) == ("10-Q", date(1999, 6, 30), date(1999, 8, 3))
    assert (header.fiscal_year_end, header.accession) == ("12-31", "0000999999-99-000042")
    assert [filer.name for filer in header.filers] == ["PRAIRIE BELL CO INC"]
