"""Counts and text from outside, as a person reads them."""

from __future__ import annotations

import pytest

from converter.wording import counted, printable


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 findings"), (1, "1 finding"), (2, "2 findings"), (12_000, "12,000 findings")]
)
def test_one_of_a_thing_is_no_plural(count: int, told: str) -> None:
    assert counted(count, "finding") == told


def test_a_plural_of_its_own() -> None:
    assert [counted(count, "company", "companies") for count in (1, 2)] == ["1 company", "2 companies"]


def test_what_cannot_be_printed_or_commands_a_terminal_is_replaced() -> None:
    assert printable("a\udcffb \x1b[31m\x9bc\n\tÄ–") == "a?b ?[31m?c\n\tÄ–"
