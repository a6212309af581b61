"""Columns in another currency than the company's: amounts translated for the reader's convenience."""

from __future__ import annotations

import pytest

from converter.statements.translated import translated


@pytest.mark.parametrize(
    ("heads", "title", "abroad"),
    [
        # Most heads name it.
        (["1999 NOK", "2000 NOK", "2000 US$"], "", {2}),
        (["2000 US$", "2000 NOK", "1999 NOK"], "", {0}),
        # The title does.
        (["2000 US$", "2000 NOK"], "Statements of operations (in thousands of Norwegian kroner)", {0}),
        (["2000 NOK", "2000 US$"], "(in thousands of US$)", {0}),
        # Of as many the first is the company's, whatever else a title names.
        (["2000 EUR", "2000 US$"], "", {1}),
        (["2000 EUR", "2000 US$"], "(in thousands of Danish kroner)", {1}),
        # A head without a name is of the company.
        (["Note", "2000 EUR", "2000 US$"], "", {2}),
        # All in one, or none named.
        (["2000 NOK", "1999 NOK"], "", set()),
        (["2000", "1999"], "", set()),
    ],
)
def test_which_columns_are_translated(heads: list[str], title: str, abroad: set[int]) -> None:
    assert translated(heads, title) == abroad
