"""The form of a document, and what it lets expect."""

from __future__ import annotations

from typing import Any

import pytest

from converter.options import Options
from converter.sources import read
from converter.statements.forms import expected_kinds, form, wants_notes
from converter.terms import Kind

FACES = (Kind.BALANCE_SHEET, Kind.INCOME, Kind.CASH_FLOW)


def part(kind: str, text: str = "Words.") -> bytes:
    return f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n".encode()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("10-K", FACES),
        ("10-K405", FACES),
        ("10-KSB", FACES),
        ("10-Q", FACES),
        ("20-F", FACES),
        ("ARS", FACES),
        ("EX-13", FACES),
        ("EX-13.1", FACES),
        ("8-K", ()),
        ("10-K/A", ()),
        ("EX-99.1", ()),
        ("S-1", ()),
        ("10-QSB", FACES),
        ("10KSB40", FACES),
        ("10Q", FACES),
        ("20F", FACES),
        ("ARS/A", ()),
        ("ARSENAL", ()),
        ("N-10-K", ()),
        ("6-K", ()),
    ],
)
def test_annual_and_quarterly_reports_have_all_three(kind: str, expected: tuple[Kind, ...]) -> None:
    assert expected_kinds(read(part(kind), "a.txt", []), Options()) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("FORM 10-Q", "10-Q"),
        ("Form 10K", "10-K"),
        ("FORM 10-K405", "10-K405"),
        ("FORM 10-K / A", "10-K/A"),
        ("Form 20-F", "20-F"),
        ("Form&nbsp;10-K", "10-K"),
        ("<b>Form</b> <font size='2'>10-Q</font>", "10-Q"),
        ("FORM 10-KSB", "10-KSB"),
        ("FORM 10KSB", "10-KSB"),
        ("FORM 10-QSB", "10-QSB"),
        ("FORM 10QSB", "10-QSB"),
        ("FORM 10K405", "10-K405"),
        ("FORM 10Q", "10-Q"),
        ("FORM 8-K", "8-K"),
        ("FORM 8K/A", "8-K/A"),
        ("FORM 6-K", "6-K"),
        ("form  10-q", "10-Q"),
        ("PLATFORM 10-K", None),
        ("FORM 10-KX", None),
        ("FORM S-1", None),
        ("FORM 20F", None),
        (" " * 4_991 + "FORM 10-K", "10-K"),
        (" " * 4_993 + "FORM 10-K", None),
        ("The form of words", None),
        (" " * 5_000 + "FORM 10-K", None),
    ],
)
def test_a_cover_names_its_form(text: str, name: str | None) -> None:
    assert form(read(text.encode() or b" ", "a.txt", []), Options()) == name


def test_what_is_given_goes_before_what_is_printed() -> None:
    document = read(b"FORM 10-Q", "a.txt", [])
    assert form(document, Options(document_type="10-k")) == "10-K"
    assert form(document, Options(document_type=" 8-k ")) == "8-K"
    assert form(read(part("10-k", "FORM 10-Q"), "a.txt", []), Options()) == "10-K"


def test_a_document_of_parts_that_are_not_read_has_no_form() -> None:
    assert form(read(part("GRAPHIC"), "a.txt", []), Options()) is None


def test_an_exhibit_is_no_form() -> None:
    assert form(read(part("EX-13", "FORM 10-K"), "a.txt", []), Options()) == "10-K"


def _asks(text: str, **options: Any) -> bool:
    return wants_notes(read(text.encode(), "made", []), Options(**options))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("FORM 10-Q\n", True),
        ("FORM 8-K\n", False),
        ("Larkfield reports results\n", False),
        ("[X] ANNUAL REPORT PURSUANT TO SECTION 13\n", True),
        ("<b>Quarterly&nbsp;<br>report</b> under section 13\n", True),
        ("Our annual report is pursued\n", False),
        (" " * 100_000 + "annual report pursuant to", False),
    ],
)
def test_notes_are_asked_for_in_reports(text: str, asked: bool) -> None:
    assert _asks(text) is asked


def test_the_option_and_the_document_type_decide_first() -> None:
    assert _asks("FORM 8-K\n", notes=True)
    assert not _asks("FORM 10-K\n", notes=False)
    assert not _asks("ANNUAL REPORT PURSUANT TO\n", document_type="8-K")
    assert not _asks("FORM 10-K\n", from_fds=True)
