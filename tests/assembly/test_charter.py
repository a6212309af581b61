"""The registrant on the cover of a filing."""

from __future__ import annotations

import pytest

from converter.assembly.charter import cik_on_cover, name_on_cover, shown

COVER = """
                       SECURITIES AND EXCHANGE COMMISSION
                                    FORM 10-K
                         Commission file number 1-99999
{name}
             ----------------------------------------------------
{words}
"""
WORDS = "(Exact name of registrant as specified in its charter)"


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "(Exact Name of Registrant as Specified in its Charter)",
        "(Exact name of\n registrant as specified\n in its charter)",
        "(Name of small business issuer in its charter)",
        "(Exact name of company as specified in its charter)",
        "(Name of issuer as it appears in the charter)",
        "(Exact name of the registrant, as set forth in its charter)",
    ],
)
def test_the_name_stands_above_the_words_of_the_charter(words: str) -> None:
    assert name_on_cover(COVER.format(name="     HALDEN INSTRUMENTS, INC.", words=words)) == "HALDEN INSTRUMENTS, INC."


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("     ORRIN PUMP\n     AND COMPANY", "ORRIN PUMP AND COMPANY"),
        ("     ORRIN PUMP\n     CORPORATION", "ORRIN PUMP CORPORATION"),
        ("  3M COMPANY", "3M COMPANY"),
        ("  __ALCONA INC.__", "ALCONA INC."),
        ("", None),
        *(
            (f"  Halden {word} words", None)
            for word in (
                "commission",
                "file",
                "form",
                "report",
                "exact",
                "fiscal",
                "year",
                "quarter",
                "ended",
                "period",
                "transition",
                "Washington",
                "pursuant",
                "exchange",
            )
        ),
        *(
            (f"  ORRIN PUMP\n  {word} HALDEN", f"ORRIN PUMP {word} HALDEN")
            for word in (
                "and",
                "of",
                "Inc",
                "Incorporated",
                "Corp",
                "Company",
                "Ltd",
                "Limited",
                "LP",
                "L.P",
                "LLC",
                "PLC",
            )
        ),
        (f"  {'A very long name ' * 7}", None),
    ],
)
def test_a_name_is_what_reads_like_one(name: str, read: str | None) -> None:
    assert name_on_cover(COVER.format(name=name, words=WORDS)) == read


def test_a_text_without_the_words_has_no_name() -> None:
    assert name_on_cover("HALDEN INSTRUMENTS, INC.\nreports earnings") is None


def test_a_name_far_above_the_words_is_another_matter() -> None:
    assert name_on_cover("HALDEN INC." + "\n" * 401 + WORDS) is None
    assert name_on_cover("HALDEN INC." + "\n" * 380 + WORDS) == "HALDEN INC."


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<P><B>ALCONA INC. </B></P><P>(Exact name of registrant\nas specified in its charter)</P>", "ALCONA INC."),
        ("<DIV><FONT>ALCONA</FONT> <FONT>INC.</FONT></DIV><BR>" + WORDS, "ALCONA INC."),
        ("<TD>ALCONA &amp; SONS,\nINC.</TD><HR>" + WORDS, "ALCONA & SONS, INC."),
        *(
            (f"<{tag}>FORM 10-K</{tag}>Halden<{tag}>{WORDS}", "Halden")
            for tag in ("p", "div", "tr", "td", "th", "br", "hr", "table", "center", "h1", "h6", "page")
        ),
        ("<P>FORM 10-K</P><CENTER>Alcona&#160;Inc.</CENTER>" + WORDS, "Alcona Inc."),
    ],
)
def test_markup_is_read_as_it_shows(markup: str, name: str) -> None:
    assert name_on_cover(shown(markup)) == name


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Central Index Key: 0000999942", "0000999942"),
        ("CIK Number 999942", "999942"),
        ("CIK No. 999942", "999942"),
        ("CIK # 999942", "999942"),
        ("the CIK of the filer", None),
        (" " * 19_989 + "CIK: 999942", "999942"),
        (" " * 20_001 + "CIK: 999942", None),
    ],
)
def test_the_cover_may_print_the_cik(text: str, digits: str | None) -> None:
    assert cik_on_cover(text) == digits
