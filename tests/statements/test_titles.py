"""The lines above a table that may speak of its periods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.span import Span
from converter.statements.titles import title_text
from converter.tables.table import Cell, Row, Table, Text

TITLE = "CONSOLIDATED BALANCE SHEETS"
LONG = f"NORTHERN ACERNO CORPORATION AND SUBSIDIARIES {TITLE} AS OF JUNE 30, 2009 AND 2008 " + "(in thousands)" * 3
PROSE = f"The {TITLE.lower()} as of September 11, 2009 have been prepared by the company " + "on the same basis " * 4


def said(*above: str) -> list[str]:
    lines = tuple(Text(line, Span(0, 0)) for line in above)
    return title_text(Table(0, "text", Span(0, 0), lines, (), (), ())).split(" \n")


def test_a_title_and_all_below_it() -> None:
    assert said("ACERNO", TITLE, "June 30, 2009 and 2008", "(in thousands)") == [
        TITLE,
        "June 30, 2009 and 2008",
        "(in thousands)",
    ]


MIXED = f"Acerno Corporation {TITLE.title()} As of June 30, 2009 and 2008 (dollars in thousands)" + " All Together" * 5


def test_a_long_title_may_be_in_words_with_capitals_but_for_its_small_ones() -> None:
    assert len(MIXED) > 130
    assert said("/s/ A. Sedgwick", "September 11, 2009", MIXED) == [MIXED]
    half = f"{TITLE.title()} As of June" + " of the kind that we print" * 5
    assert len(half) > 130
    assert said("June 30, 2009", half) == ["June 30, 2009"]


def test_a_title_has_eight_lines_at_most() -> None:
    lines = [str(at) for at in range(8)]
    assert said(TITLE, *lines[:7]) == [TITLE, *lines[:7]]
    assert said(TITLE, *lines) == lines[4:]


@pytest.mark.parametrize(("length", "kept"), [(129, True), (130, False)])
def test_a_line_of_prose_is_long(length: int, kept: bool) -> None:
    prose = "June 30, 2009 ".ljust(length, "x")
    assert said(prose, "(in thousands)") == ([prose] if kept else []) + ["(in thousands)"]


def test_without_a_title_the_nearest_lines() -> None:
    assert said("one", "two", "three", "four", "five") == ["two", "three", "four", "five"]


def test_a_long_title_in_capitals_is_one_and_prose_is_none() -> None:
    assert min(map(len, (LONG, PROSE))) > 130
    assert said("/s/ A. Sedgwick", "September 11, 2009", LONG) == [LONG]
    assert said("June 30, 2009 and 2008", PROSE) == ["June 30, 2009 and 2008"]


@pytest.mark.parametrize(
    "signature",
    [
        ("/s/ A. Sedgwick", "Melford"),
        ("Bolder Sedgwick LLP",),
        ("Certified Public Accountants",),
        ("Independent Auditors",),
        ("Melford, New York",),
    ],
)
@pytest.mark.parametrize("day", ["September 11, 2009", "Sept. 11, 2009", "March 3, 1999, except for Note 12"])
def test_the_day_on_which_a_report_was_signed_is_no_title(signature: tuple[str, ...], day: str) -> None:
    assert said(*signature, day) == list(signature)
    assert said(*signature, day, "ASSETS AND DEBTS") == [*signature, "ASSETS AND DEBTS"]


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("/s/ A. Sedgwick", True),
        ("/S/ A. Sedgwick", True),
        ("Sedgwick L.L.P.", True),
        ("Sedgwick LLP", True),
        ("Sedgwick L.LP", True),
        ("SedgwickLLP", False),
        ("Sedgwick LLPS", False),
        ("Its accountants", True),
        ("Its auditors", True),
        ("Subaccountants", False),
        ("Auditorship", False),
        ("San Melford, N. York", False),
        ("St. Melford, New York", True),
        ("Melford, New York", True),
        ("Melford New York", False),
        ("melford, New York", False),
        ("Melford, new York", False),
        ("Acerno Corp, New York", False),
        ("Acerno Co, New York", False),
        ("Acerno Ltd, New York", False),
        ("Acerno, The Company", False),
        ("Acerno, Inc", False),
        ("Acerno, Incan York", True),
        ("Melford, New York 12", False),
    ],
)
def test_who_signs_and_where(line: str, signs: bool) -> None:
    assert said(line, "June 30, 2009") == [line, *([] if signs else ["June 30, 2009"])]


@pytest.mark.parametrize(
    ("day", "alone"),
    [
        ("June 30, 2009", True),
        ("June 30 2009", True),
        ("June 3, 2009.", True),
        ("(June 30, 2009)", True),
        ("Sept. 30, 2009", True),
        ("June  30,  2009", True),
        ("June 30, 2009, except as to Note 12", True),
        ("June 30, 2009 exceptional", False),
        ("June 30, 2009 and 2008", False),
        ("At June 30, 2009", False),
        ("June 130, 2009", False),
        ("June 2009", False),
        ("June 30, 20091", False),
    ],
)
def test_a_day_alone_below_a_signature_is_left_out(day: str, alone: bool) -> None:
    assert said("/s/ A. Sedgwick", day) == ["/s/ A. Sedgwick", *([] if alone else [day])]


@pytest.mark.parametrize("above", [("Acerno Foods, Inc.",), ("Acerno Corp, Limited",), ("Melford",), ("IN BRIEF",)])
def test_a_day_under_a_name_is_the_titles(above: tuple[str, ...]) -> None:
    assert said(*above, "June 30, 2009") == [*above, "June 30, 2009"]


def test_a_day_under_a_title_is_its_own_whoever_signed_before() -> None:
    assert said("/s/ A. Sedgwick", "September 11, 2009", TITLE, "June 30, 2009") == [TITLE, "June 30, 2009"]


@pytest.mark.parametrize(
    ("stub", "cells", "told"),
    [
        ("Fiscal years ended April 30", 0, True),
        ("For the years ended Dec. 31:", 0, True),
        ("Three months ended June 30", 0, True),
        ("Years ended April 30", 1, False),
        ("Sales of the years ended April 30", 0, False),
        ("Fiscal years ended", 0, False),
    ],
)
def test_the_first_row_may_be_of_the_title(stub: str, cells: int, told: bool) -> None:
    row = Row(stub, Span(0, 0), 0, (Cell("5", Span(0, 0), 0, 0, 0),) * cells)
    lines = (Text(TITLE, Span(0, 0)),)
    for rows, found in (((row,), told), ((replace(row, stub="Cash"), row), False)):
        text = title_text(Table(0, "text", Span(0, 0), lines, (), (), rows))
        assert text == (f"{TITLE} \n{stub}" if found else TITLE)
