"""States by name."""

from __future__ import annotations

import re

import pytest

from converter.grammars.states import STATE, code_of


@pytest.mark.parametrize(
    ("name", "code"),
    [("Delaware", "DE"), ("NEW  HAMPSHIRE", "NH"), ("West\nVirginia", "WV"), ("district of columbia", "DC")],
)
def test_a_state_has_a_code(name: str, code: str) -> None:
    assert re.fullmatch(STATE, name, re.IGNORECASE)
    assert code_of(name) == code


def test_there_are_fifty_with_the_district_and_puerto_rico() -> None:
    assert len(STATE.split("|")) == 52


@pytest.mark.parametrize("name", ["Ontario", "DE", ""])
def test_what_is_no_state_has_none(name: str) -> None:
    with pytest.raises(KeyError):
        code_of(name)
