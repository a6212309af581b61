"""The columns of a text table: by right edges, or by the order of values where tabs left no edges."""

from __future__ import annotations

from converter.tables.text_columns import find_columns
from converter.tables.text_lines import PrintedLine, RawLine, read_line

RAGGED = """\
	Cash and cash equivalents                      	$ 140,300      	$ 145,200
	Accounts receivable, net	                      261,100	        157,200
	Inventories	                                      151,000	        118,200
	Other assets                                       	7,600	          5,400
Long-term investments	                             75,600         	50,400
Total assets	                                  $730,000	       $580,000"""
TWO_DATES = "                                        December 31,	     January 1,"
ALIGNED = """\
Cash                      100         90
Receivables                50         40
Total assets              150        130"""


def lines(text: str) -> list[PrintedLine]:
    return [read_line(RawLine(0, line)) for line in text.split("\n")]


def test_order_decides_where_edges_part_columns_and_a_head_names_as_many() -> None:
    columns = find_columns(lines(RAGGED), lines(TWO_DATES))
    assert columns is not None
    assert columns.ordered
    assert len(columns.bands) == 2
    placed = [columns.place(line.values) for line in lines(RAGGED)]
    assert [[row[0].text, row[1].text] for row in placed][3] == ["7,600", "5,400"]
    assert all(list(row) == [0, 1] for row in placed)


def test_a_line_of_fewer_values_goes_where_they_stand() -> None:
    columns = find_columns(lines(RAGGED), lines(TWO_DATES))
    assert columns is not None
    (line,) = lines("Minority interest" + " " * 70 + "400")
    assert list(columns.place(line.values)) == [1]


def test_no_head_of_as_many_pieces_leaves_it_to_edges() -> None:
    for heads in ("", "                         1994    1993    1992"):
        columns = find_columns(lines(RAGGED), lines(heads))
        assert columns is not None
        assert not columns.ordered


def test_few_lines_of_as_many_values_leave_it_to_edges() -> None:
    text = RAGGED + "\nA                    1\nB                      2\nC                              3"
    columns = find_columns(lines(text), lines(TWO_DATES))
    assert columns is not None
    assert not columns.ordered


def test_edges_that_fill_their_columns_stay() -> None:
    columns = find_columns(lines(ALIGNED), lines("                         1994       1993"))
    assert columns is not None
    assert not columns.ordered
    assert [(band.x0, band.x1) for band in columns.bands] == [(26, 29), (37, 40)]


def test_no_values_are_no_columns() -> None:
    assert find_columns([], []) is None
