"""What captions say of the kind of a statement."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.classify import read_captions
from converter.tables.table import Row
from converter.terms import Kind


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        ("Balance, May 31, 1999", 1),
        ("Balances at January 1", 1),
        ("Balance, Sept. 27, 1997", 1),
        ("Balance, Marchand account", 0),
    ],
)
def test_balances_at_any_day_speak_for_a_statement_of_equity(caption: str, found: int) -> None:
    assert read_captions((Row(caption, Span(0, 0), 0, ()),)).landmarks(Kind.EQUITY) == found
