"""Input formats: each is recognised by what it holds, and has a way to its tables and to the pages that show it."""

from __future__ import annotations

from typing import get_args

import pytest

from converter.exports.ixbrl.page import _VIEWS
from converter.sources import read
from converter.sources.backends import BACKENDS, Received, backend_of, html, submission, text
from converter.sources.document import Format
from converter.tables import FINDERS

PAGE = "<html><body><table><tr><td>Total assets</td></tr></table></body></html>"
SUBMISSION = "<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n{}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>"


def received(content: str, codec: str = "utf-8") -> Received:
    return Received(content.encode(codec), "release.txt", [])


@pytest.mark.parametrize(
    ("content", "backend"),
    [
        ("Total assets   500", text),
        ("<TABLE><CAPTION><S><C>\nTotal assets   500\n</TABLE>", text),  # the SEC's marks in plain text are no HTML
        (PAGE, html),
        (SUBMISSION.format("Total assets   500"), submission),
        (SUBMISSION.format(PAGE), submission),
        ("<document>\n<TYPE>EX-99\n<TEXT>\nTotal assets   500", submission),
        ("</SEC-DOCUMENT>\nTotal assets   500", text),  # the end of a submission is none
    ],
)
def test_a_format_is_told_by_the_content(content: str, backend: object) -> None:
    assert backend_of(received(content)) is backend


def test_a_format_is_told_by_the_characters_whatever_their_code() -> None:
    assert backend_of(received(SUBMISSION.format(PAGE), "utf-16")) is submission


@pytest.mark.parametrize(
    ("content", "formats"),
    [
        ("Total assets   500", ["text"]),
        (PAGE, ["html"]),
        (SUBMISSION.format(PAGE), ["html"]),
        (SUBMISSION.format("Total assets   500"), ["text"]),
        (SUBMISSION.format("begin 644 chart.gif\nM1TE&.#EA"), ["other"]),
        ("begin 644 chart.gif\nM1TE&.#EA", ["other"]),
    ],
)
def test_parts_have_a_format_of_their_own(content: str, formats: list[str]) -> None:
    document = read(content.encode(), "release.txt", [])
    assert [part.format for part in document.parts] == formats


def test_a_bare_document_is_one_part_of_all_its_text() -> None:
    for content in ("Total assets   500", PAGE):
        (part,) = read(content.encode(), "release.txt", []).parts
        assert (part.span.start, part.span.end, part.type) == (0, len(content), "")


def test_the_last_backend_takes_every_text() -> None:
    assert BACKENDS[-1] is text
    assert text.recognises(received(PAGE))


def test_every_format_that_is_read_has_tables_and_is_shown() -> None:
    assert set(FINDERS) == set(_VIEWS) == set(get_args(Format)) - {"other"}
