"""Marks of footnotes in the place of amounts."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.amounts import read_amount
from converter.statements.marks import marks
from converter.tables.table import Cell


@pytest.mark.parametrize(
    ("row", "noted"),
    [
        (("(2)", "725,000", "730,500"), ["(2)"]),
        (("(1)", "(2)", "10,000"), ["(1)", "(2)"]),
        (("( 2 )", "725,000"), ["( 2 )"]),
        (("(2)", "9,999", "730,500"), []),  # it may be an amount
        (("(2)", "(725,000)"), []),
        (("(2)", "--"), []),
        (("(2)",), []),
        (("(2)", "(3)"), []),
        (("(20)", "725,000"), []),
        (("2", "725,000"), []),
    ],
)
def test_a_bracketed_digit_beside_large_amounts_is_a_mark(row: tuple[str, ...], noted: list[str]) -> None:
    cells = [Cell(text, Span(0, 0), at, 0, 0) for at, text in enumerate(row)]
    assert [cell.text for cell in marks(cells, [read_amount(text) for text in row])] == noted
