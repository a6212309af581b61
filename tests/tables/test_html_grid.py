"""An HTML table on its grid: spans resolved, rules, indents, and rows that print whole columns in a cell."""

from __future__ import annotations

import pytest

from converter.tables.html_grid import GridRow, lead_of, read_grid
from converter.tables.html_markup import scan
from converter.tables.limits import LONGEST_TEXT


def grid(rows: str) -> list[GridRow]:
    source = f"<table>{rows}</table>"
    return read_grid(source, scan(source)[-1])


def placed(rows: str) -> list[list[tuple[int, int, str]]]:
    """The grid columns and the text of each printed cell, row by row."""
    return [[(cell.x0, cell.x1, cell.text) for cell in row.cells] for row in grid(rows)]


def tr(*cells: str) -> str:
    return f"<tr>{''.join(cell if cell.startswith('<td') else f'<td>{cell}</td>' for cell in cells)}</tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (tr("a", "b"), [[(0, 1, "a"), (1, 2, "b")]]),
        (tr("a", "", "b"), [[(0, 1, "a"), (2, 3, "b")]]),
        (tr("<td colspan=2>a</td>", "b"), [[(0, 2, "a"), (2, 3, "b")]]),
        (tr("<td rowspan=2>a</td>", "b") + tr("c"), [[(0, 1, "a"), (1, 2, "b")], [(1, 2, "c")]]),
        (
            tr("<td rowspan=3>a</td>", "b") + tr("c") + tr("d") + tr("e"),
            [[(0, 1, "a"), (1, 2, "b")], [(1, 2, "c")], [(1, 2, "d")], [(0, 1, "e")]],
        ),
        (
            tr("a", "<td rowspan=2 colspan=2>b</td>", "c") + tr("d", "e"),
            [[(0, 1, "a"), (1, 3, "b"), (3, 4, "c")], [(0, 1, "d"), (3, 4, "e")]],
        ),
        (tr("<td rowspan=2>a</td>", "<td rowspan=2>b</td>") + tr("c"), [[(0, 1, "a"), (1, 2, "b")], [(2, 3, "c")]]),
        (tr("a") + "<tr></tr>" + tr("b"), [[(0, 1, "a")], [(0, 1, "b")]]),  # a row without cells is none
        (tr("<td rowspan=2>a</td>") + "<tr></tr>" + tr("b"), [[(0, 1, "a")], [(0, 1, "b")]]),
        (tr("") + tr("a"), [[], [(0, 1, "a")]]),
    ],
)
def test_cells_stand_on_one_grid(rows: str, expected: list[list[tuple[int, int, str]]]) -> None:
    assert placed(rows) == expected


def test_a_grid_has_255_columns_and_a_cell_500_rows() -> None:
    wide = placed(tr("<td colspan=254>a</td>", "<td colspan=9>b</td>", "c"))
    assert wide == [[(0, 254, "a"), (254, 255, "b")]]
    tall = tr("<td rowspan=9999>a</td>") + tr("b") * 500
    assert [row[0][0] for row in placed(tall)] == [0] + [1] * 499 + [0]


def test_a_row_without_print_is_empty() -> None:
    assert [row.empty for row in grid(tr("") + tr("a"))] == [True, False]


# Rules


@pytest.mark.parametrize(
    ("cell", "over", "under"),
    [
        ('<td style="border-top:1px solid">a</td>', [(0, 1, "-")], []),
        ('<td style="border-bottom:1px solid">a</td>', [], [(0, 1, "-")]),
        ('<td style="border:3px double" colspan=2></td>', [(0, 2, "=")], [(0, 2, "=")]),
        ("<td>----</td>", [], [(0, 1, "-")]),
        ("<td>====</td>", [], [(0, 1, "=")]),
        ("<td>5<hr></td>", [], [(0, 1, "-")]),
        ("<td><hr size=3></td>", [], [(0, 1, "=")]),
        ("<td>a</td>", [], []),
    ],
)
def test_rules_are_borders_lines_and_what_is_printed_as_one(
    cell: str, over: list[tuple[int, int, str]], under: list[tuple[int, int, str]]
) -> None:
    (row,) = grid(tr(cell))
    assert (row.over, row.under) == (over, under)


def test_a_printed_rule_is_no_cell() -> None:
    assert placed(tr("a", "----", "b")) == [[(0, 1, "a"), (2, 3, "b")]]


# Indents


@pytest.mark.parametrize(
    ("cell", "indent"),
    [
        ("a", 0),
        ('<td style="padding-left:20pt">a</td>', 4),
        ('<td><p style="margin-left:10pt">a</p></td>', 2),
        ('<td style="padding-left:20pt"><p style="margin-left:10pt">a</p></td>', 6),
        ("&nbsp;&nbsp;&nbsp;a", 3),
        ('<td style="padding-left:20pt">&nbsp;&nbsp;a</td>', 6),
        ("  a", 0),
    ],
)
def test_indents_of_captions(cell: str, indent: int) -> None:
    (row,) = grid(tr(cell))
    assert row.cells[0].indent == indent
    assert lead_of(row.cells[0]) == indent


def test_empty_columns_before_a_caption_indent_it() -> None:
    (row,) = grid(tr("", "", "&nbsp;a"))
    assert lead_of(row.cells[0]) == 1 + 2 * 2


def test_centred_cells_say_so() -> None:
    (row,) = grid(tr('<td align="center">a</td>', "b"))
    assert [cell.centred for cell in row.cells] == [True, False]


def test_a_text_is_no_longer_than_print() -> None:
    (row,) = grid(tr("a" * (LONGEST_TEXT + 9)))
    assert len(row.cells[0].text) == LONGEST_TEXT


# Whole columns in a cell


def test_a_row_whose_cells_print_columns_is_parted() -> None:
    rows = grid(tr("Cash<br>&nbsp;&nbsp;Notes<br>Sum", "1<br>2<br>3"))
    assert [[cell.text for cell in row.cells] for row in rows] == [["Cash", "1"], ["Notes", "2"], ["Sum", "3"]]
    assert [row.cells[0].indent for row in rows] == [0, 2, 0]
    assert {row.start for row in rows} == {7}
    assert [(cell.x0, cell.x1) for cell in rows[2].cells] == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    "cells",
    [
        ("Cash<br>Notes", "1"),
        ("Cash<br>Notes", "1<br>apples"),
        ("Cash<br>Notes", "Held<br>Owed"),
        ("Cash<br><br>", "1"),
        ("Cash", "1"),
    ],
)
def test_lines_of_words_part_nothing(cells: tuple[str, ...]) -> None:
    assert len(grid(tr(*cells))) == 1


@pytest.mark.parametrize(("first", "second"), [("1", "--"), ("1", "(2)0"), ("nil", "5"), ("10", "----")])
def test_numbers_dashes_and_rules_make_a_column(first: str, second: str) -> None:
    expected = 1 if second == "(2)0" else 2
    assert len(grid(tr("Cash<br>Notes", f"{first}<br>{second}"))) == expected


def test_a_rule_within_a_column_stands_under_its_line() -> None:
    rows = grid(tr("Cash<br><br>Sum", "1<br>====<br>3", "4<br>----<br>6"))
    assert [[cell.text for cell in row.cells] for row in rows] == [["Cash", "1", "4"], [], ["Sum", "3", "6"]]
    assert rows[1].under == [(1, 2, "="), (2, 3, "-")]


def test_the_borders_of_a_parted_row_are_above_its_first_and_below_its_last_line() -> None:
    rows = grid(tr("Cash<br>Notes", '<td style="border:1px solid">1<br>2</td>'))
    assert [(row.over, row.under) for row in rows] == [([(1, 2, "-")], []), ([], [(1, 2, "-")])]


def test_of_three_lines_the_last_has_the_border_below() -> None:
    rows = grid(tr("A<br>B<br>C", '<td style="border-bottom:1px solid">1<br>2<br>3</td>'))
    assert [row.under for row in rows] == [[], [], [(1, 2, "-")]]


def test_a_cell_without_anything_prints_nothing_and_has_its_borders() -> None:
    (row,) = grid(tr('<td style="border-top:1px solid"></td>', "a"))
    assert ([cell.text for cell in row.cells], row.over) == (["a"], [(0, 1, "-")])


def test_cells_of_fewer_lines_end_above_the_others() -> None:
    rows = grid(tr("Cash", "1<br>2", '<td align="center">x<br>y</td>'))
    assert [[cell.text for cell in row.cells] for row in rows] == [["Cash", "1", "x"], ["2", "y"]]
    assert [row.cells[-1].centred for row in rows] == [True, True]


@pytest.mark.parametrize(("lines", "parts"), [(400, 400), (401, 1)])
def test_no_statement_has_cells_of_more_than_400_lines(lines: int, parts: int) -> None:
    assert len(grid(tr("<br>".join(str(at + 100) for at in range(lines))))) == parts
