"""Which pieces of a head stand over which columns."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.columns import head_texts
from converter.tables.table import Band, Table, Text


@pytest.mark.parametrize(
    ("piece", "spans"),
    [
        ("Year Ended", True),
        ("March 31", True),
        ("Sept. 30", True),
        ("Fiscal", True),
        ("Periods", True),
        ("1999", True),
        ("As of", True),
        ("Market", False),
        ("Maybe", False),
        ("Attributable", False),
        ("Decomposed", False),
    ],
)
def test_words_of_periods_span_columns_that_they_do_not_reach(piece: str, spans: bool) -> None:
    columns = (Band(40, 50), Band(60, 70), Band(80, 90))
    table = Table(0, "text", Span(0, 0), (), ((Text(piece, Span(0, 0), 60, 70),),), columns, ())

    assert head_texts(table) == ([piece] * 3 if spans else ["", piece, ""])
