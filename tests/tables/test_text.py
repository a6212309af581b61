"""Text tables: titles, column heads over columns, rows."""

from __future__ import annotations

import pytest

from converter.sources import read
from converter.tables import find_tables
from converter.tables.bands import find_bands
from converter.tables.table import Table

RELEASE = """
ORRIN PUMP CORP. TODAY REPORTED RESULTS.

                              ORRIN PUMP CORP.
                      CONSOLIDATED BALANCE SHEETS
                             (in thousands)

<TABLE>
<CAPTION>
                                            March 31,    December 31,
                                              1998           1997
                                            ---------    ------------
<S>                                         <C>          <C>
ASSETS
Current assets:
   Cash and cash equivalents                $   1,200      $    1,100
   Trade receivables, less allowance
     of $20 and $18                               300             280
                                            ---------      ----------
       Total current assets                     1,500           1,380
Property and equipment, net                       900             920
                                            ---------      ----------
Total assets                                $   2,400      $    2,300
                                            =========      ==========
</TABLE>

<PAGE>
                      CONSOLIDATED STATEMENTS OF INCOME

                               Three Months Ended        Year Ended
                                   March 31,              December 31,
                                1998        1997             1997
                             ---------   ---------        ---------
Net sales                    $     800   $     700        $   3,000
Cost of sales                      500         450            1,900
Income taxes                       100          80              400
Net income                   $     200   $     170        $     700
"""


def tables() -> list[Table]:
    return find_tables(read(RELEASE.encode(), "a.txt", []), [])


def test_each_statement_is_a_table_with_its_title_above() -> None:
    found = tables()
    assert [[text.text for text in table.above][-2:] for table in found] == [
        ["CONSOLIDATED BALANCE SHEETS", "(in thousands)"],
        ["CONSOLIDATED STATEMENTS OF INCOME"],
    ]


def test_heads_are_pieces_with_places() -> None:
    head = tables()[0].head
    assert [[piece.text for piece in line] for line in head] == [["March 31,", "December 31,"], ["1998", "1997"]]


def test_rows_keep_captions_apart_from_wrapped_ones() -> None:
    rows = tables()[0].rows
    assert [(row.stub, [cell.text for cell in row.cells]) for row in rows[:5]] == [
        ("ASSETS", []),
        ("Current assets:", []),
        ("Cash and cash equivalents", ["$ 1,200", "$ 1,100"]),
        ("Trade receivables, less allowance", []),
        ("of $20 and $18", ["300", "280"]),
    ]
    assert rows[5].rule == "-"


def test_cells_point_at_their_digits() -> None:
    for table in tables():
        for row in table.rows:
            for cell in row.cells:
                assert RELEASE[cell.span.start : cell.span.end] == cell.text.replace("$", "").strip()


def test_values_of_one_line_are_never_in_one_column() -> None:
    bands = find_bands([(0, 10, 15), (0, 18, 23), (1, 9, 14), (1, 17, 22), (2, 12, 16)])
    assert len(bands) == 2


def test_ragged_values_make_one_column() -> None:
    assert len(find_bands([(0, 10, 15), (1, 12, 19), (2, 9, 12)])) == 1


@pytest.mark.parametrize("others", ["      450            1,900", "      N/A              N/A"])
def test_a_value_a_space_from_its_caption_counts_if_it_ends_where_a_column_does(others: str) -> None:
    printed = "Cost of sales                      500         450            1,900"
    text = RELEASE.replace(printed, f"Cost of sales and of the services 500   {others}")
    row = find_tables(read(text.encode(), "a.txt", []), [])[1].rows[1]
    assert row.stub == "Cost of sales and of the services"
    assert row.cells[0].text == "500"
