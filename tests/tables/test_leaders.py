"""Leaders lead from a caption to its value; a full stop is none."""

from __future__ import annotations

import pytest

from converter.tables.leaders import leader
from converter.tables.text_lines import clean_stub


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cash.....", "Cash"),
        ("Cash . . .  ", "Cash"),
        ("Cash ....  ...", "Cash"),
        ("Acme Inc.", "Acme Inc."),
        ("Acme Inc.. ", "Acme Inc"),
        ("Cash", "Cash"),
        ("....", ""),
        ("", ""),
    ],
)
def test_dots_and_the_spaces_between_them(text: str, words: str) -> None:
    assert text[: leader(text)] == words


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Cash and  equivalents ....", "Cash and equivalents"),
        ("Cash  .", "Cash"),
        ("Acme Inc.", "Acme Inc."),
        ("Cash _____", "Cash"),
        ("Cash _", "Cash _"),
    ],
)
def test_what_captions_lose(text: str, caption: str) -> None:
    assert clean_stub(text) == caption


def test_other_dots_lead_where_they_are_named() -> None:
    assert leader("Cash\u2026\u2026", ".\u2026") == len("Cash")
    assert leader("Cash\u2026\u2026") == len("Cash\u2026\u2026")
