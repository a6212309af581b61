"""The tables, rows and cells of an HTML source, closed as browsers close them, and its preformatted texts."""

from __future__ import annotations

import pytest

from converter.tables.html_markup import RawTable, pre_stretches, scan


def cells(source: str) -> list[list[list[str]]]:
    """The contents of the cells of each table, row by row, in the order in which the tables end."""
    return [[[source[cell.start : cell.end] for cell in row.cells] for row in table.rows] for table in scan(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", [[["a", "b"], ["c"]]]),
        ("<TABLE><TR><TD>a</TD></TR></TABLE>", [[["a"]]]),
        ("<table border=1><tr ><td\nalign=x>a</td ></tr/></table>", [[["a"]]]),
        ("<table><tr><td>a<td>b<tr><td>c</td></table>", [[["a", "b"], ["c"]]]),  # a cell ends where the next begins
        ("<table><td>a</td></table>", [[["a"]]]),  # in a row of its own
        ("<table><tr><td>a</td>b</tr>c<td>d</td></table>", [[["a", "d"]]]),
        ("<table><tr><td>a</tr>b</table>", [[["a"]]]),
        ("<table><tr><td>a", [[["a"]]]),
        ("<table><tr></tr><tr><td></td></tr></table>", [[[], [""]]]),
        ("<table></table>", [[]]),
        ("<td>a</td><tr>", []),
        ("</table><td>a", []),
        ("a", []),
        ("<tablet><tr><td>a</td></tr></tablet>", []),
        ("<table><tdx>a</tdx><tr><tdy></table>", [[[]]]),
        ("<table><td>a</td></table>x<td>b</td><table><td>c</td></table>", [[["a"]], [["c"]]]),
        ("<table><tr><td>a</td><table><tr><td>b</td></tr></table>", [[["a"]], [["b"]]]),  # in no cell: the next
        ("<table><td>a<b>c</b></td></table>", [[["a<b>c</b>"]]]),
        ('<table><td title="a>b">c</td></table>', [[["c"]]]),
        ("<table><td title='a>b'>c</td></table>", [[["c"]]]),
        ('<table><td title="a>c</td></table>', [[["c"]]]),  # a quote that is never closed
    ],
)
def test_cells_of_tables(source: str, expected: list[list[list[str]]]) -> None:
    assert cells(source) == expected


NESTED = "<table id=o><tr><td>a<table id=i><tr><td>b</td></tr></table>c</td><td>d</td></tr></table>"


def test_a_table_in_a_cell_comes_before_the_one_it_is_in() -> None:
    inner, outer = scan(NESTED)
    assert [NESTED[one.start : one.start + 11] for one in (inner, outer)] == ["<table id=i", "<table id=o"]
    assert outer.inner == [inner]
    assert inner.inner == []
    assert [[NESTED[cell.start : cell.end] for cell in row.cells] for row in outer.rows] == [
        ["a<table id=i><tr><td>b</td></tr></table>c", "d"]
    ]


def test_a_table_reaches_from_its_tag_to_its_end() -> None:
    source = "x<table><td>a</table>y<table><td>b<table>"
    found = [(source[one.start : one.end], one.end) for one in scan(source)]
    assert found == [
        ("<table><td>a</table>", 21),
        ("<table>", len(source)),
        ("<table><td>b<table>", len(source)),
    ]
    beside = "<table><tr><table><td>a</table>"
    assert [beside[one.start : one.end] for one in scan(beside)] == ["<table><tr>", "<table><td>a</table>"]


def test_rows_and_cells_keep_their_attributes_and_rows_their_place() -> None:
    source = '<table><tr class="r"><td align="right">a</td></tr><td>b'
    (table,) = scan(source)
    assert [(row.start, row.attributes) for row in table.rows] == [(7, ' class="r"')]
    assert [cell.attributes for cell in table.rows[0].cells] == [' align="right"', ""]
    (bare,) = scan("ab<table><td>c")
    assert [(row.start, row.attributes) for row in bare.rows] == [(9, "")]


def test_a_table_that_is_not_read_yet_is_in_no_cell() -> None:
    table = RawTable(3)
    table.close_cell(9)
    assert (table.end, table.rows, table.cell_start) == (0, [], -1)
    table.open_cell(4, 8, " x")
    table.close_cell(12)
    table.close_cell(20)
    assert [tuple(cell) for cell in table.rows[0].cells] == [(8, 12, " x")]
    first = RawTable(0)
    first.open_cell(0, 0, "")
    first.close_cell(5)
    assert [tuple(cell) for cell in first.rows[0].cells] == [(0, 5, "")]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("a<pre>b</pre>c<PRE class=x>d</PRE >e", ["b", "d"]),
        ("a<pre>b", ["b"]),
        ("a<pre>b<pre>c</pre>d", ["b", "c"]),
        ("a</pre>b<pre>c</pre>", ["c"]),
        ("<pre><table><tr><td>a</td></tr></table></pre>", []),
        ("<pre>a<tr>b</pre>c<pre>d</pre>", ["d"]),
        ("<pre>a<td \n>b", []),
        ("<pre>a<tdx>b</pre><td>", ["a<tdx>b"]),
        ("<pre></pre>", [""]),
        ("<prey>a</prey>", []),
        ("a", []),
    ],
)
def test_preformatted_texts_are_print_unless_they_hold_cells(source: str, texts: list[str]) -> None:
    assert [source[start:end] for start, end in pre_stretches(source)] == texts
