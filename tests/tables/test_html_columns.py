"""Printed values of an HTML grid, joined of their parts, and the columns they stand in."""

from __future__ import annotations

import pytest

from converter.tables.html_columns import ValueRow, find_columns, read_values, stretches
from converter.tables.html_grid import read_grid
from converter.tables.html_markup import scan

Placed = list[tuple[str, int, int]]


def rows(*lines: str) -> list[ValueRow]:
    """Rows of a table whose cells are parted by bars; `a//2` spans two columns."""
    cells = [
        "".join(
            f"<td colspan={width or 1}>{text}</td>"
            for text, _, width in (cell.partition("//") for cell in line.split("|"))
        )
        for line in lines
    ]
    source = f"<table>{''.join(f'<tr>{each}</tr>' for each in cells)}</table>"
    return read_values(read_grid(source, scan(source)[0]))


def _cells(line: str) -> str:
    parts = (cell.partition("//") for cell in line.split("|"))
    return "".join(f"<td colspan={width or 1}>{text}</td>" for text, _, width in parts)


def values(*lines: str) -> list[Placed]:
    return [[(value.text, value.x0, value.x1) for value in row.values] for row in rows(*lines)]


def words(*lines: str) -> list[list[str]]:
    return [[cell.text for cell in row.words] for row in rows(*lines)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cash|1,234", [("1,234", 1, 2)]),
        ("Cash|$|1,234", [("$ 1,234", 1, 3)]),
        ("Cash|$(|1,234|)", [("$(1,234)", 1, 3)]),
        ("Cash|$[|5|]", [("$[5]", 1, 3)]),
        ("Cash|(5|)", [("(5)", 1, 2)]),
        ("Cash|(5||)", [("(5)", 1, 2)]),
        ("Cash|(5|) %", [("(5)%", 1, 2)]),
        ("Cash|(5|)|%", [("(5)%", 1, 2)]),
        ("Cash|5|%|7|%", [("5%", 1, 2), ("7%", 3, 4)]),
        ("Cash|5|(1)|)", [("5)", 1, 2)]),  # a mark between is left out
        ("Cash|$|--", [("$ --", 1, 3)]),
        ("Cash|$|$|5", [("$ 5", 2, 4)]),
        ("Cash|$|held|5", [("5", 3, 4)]),
        ("Cash|)|5", [("5", 2, 3)]),  # what closes nothing
        ("Cash|5|$|)", [("5", 1, 2)]),
        ("Cash|5|apples|)", [("5", 1, 2)]),
        ("Cash|5<br>apples|3", [("3", 2, 3)]),  # two lines are no number
        ("Cash|<br>5", [("5", 1, 2)]),
    ],
)
def test_values_are_joined_of_their_parts(line: str, expected: Placed) -> None:
    assert values("Pots|9||", line)[1] == expected


def test_what_is_no_part_of_a_value_are_words() -> None:
    assert words("Cash|$|5|)|held|*") == [["Cash", "held"]]
    assert words("Cash|1 000 000") == [["Cash", "1 000 000"]]
    assert words("Cash|(1)|5") == [["Cash"]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Cash|5", "Debt|(1)"), [("(1)", 1, 2)]),  # in a column of numbers
        (("Cash|--", "Debt|( 12 )"), [("( 12 )", 1, 2)]),
        (("Cash|5//2", "Debt||(1)"), [("(1)", 2, 3)]),
        (("Cash|5|", "Debt||(1)"), []),  # beside it
        (("Cash|5", "Debt|(a)"), []),
        (("Cash|5", "Debt|*"), []),
        (("Cash|held", "Debt|(1)"), []),
    ],
)
def test_a_number_in_brackets_is_a_small_loss_where_numbers_stand(lines: tuple[str, str], expected: Placed) -> None:
    assert values(*lines)[1] == expected


# Labels


def test_numbers_of_the_first_column_are_labels_where_words_stand_in_it() -> None:
    assert values("Cash|5|6", "1999|7|8") == [[("5", 1, 2), ("6", 2, 3)], [("7", 1, 2), ("8", 2, 3)]]
    assert words("Cash|5|6", "1999|7|8") == [["Cash"], ["1999"]]
    assert words("Cash|5", "100|held|8") == [["Cash"], ["100", "held"]]


def test_years_of_the_first_column_are_labels_if_all_are_and_values_stand_beside_them() -> None:
    assert words("1998|5", "1999|7") == [["1998"], ["1999"]]
    assert words("1998|5", "77|7") == [[], []]
    assert words("1998", "1999") == [[], []]
    assert words("|1998|5", "|1999|7") == [["1998"], ["1999"]]  # the first column that prints anything
    assert values("5|6", "7|8") == [[("5", 0, 1), ("6", 1, 2)], [("7", 0, 1), ("8", 1, 2)]]


def test_words_behind_a_value_make_no_labels() -> None:
    assert values("5|held", "7|8")[0] == [("5", 0, 1)]


# Kinds of rows


@pytest.mark.parametrize(
    ("line", "years_only", "real"),
    [("Cash|5", False, True), ("Cash|1999|2000", True, False), ("Cash|1999|5", False, True), ("Cash", False, False)],
)
def test_rows_of_years_are_heads(line: str, years_only: bool, real: bool) -> None:
    (row,) = rows(line)
    assert (row.years_only, row.real) == (years_only, real)


# Columns


def columns(*lines: str) -> tuple[list[tuple[int, int]], list[list[tuple[str, int]]]]:
    """The columns, and each row's values with theirs."""
    read = rows(*lines)
    bands = find_columns(read)
    placed = [[(value.text, value.column) for value in row.values] for row in read if row.real]
    return [(band.x0, band.x1) for band in bands], placed


def test_a_column_is_what_most_of_its_values_cover() -> None:
    assert columns("Cash|5|6", "Debt|7|8", "Land||9") == (
        [(1, 2), (2, 3)],
        [[("5", 0), ("6", 1)], [("7", 0), ("8", 1)], [("9", 1)]],
    )
    assert stretches(rows("A|$|5|$|6", "B|7//2|8//2", "C|9//3", "D|$|1|$|2")) == [(1, 3), (3, 5)]


def test_of_stretches_that_are_covered_as_often_the_narrow_one_is_a_column() -> None:
    assert stretches(rows("A|5//2|6", "B|7|8|9")) == [(1, 2), (2, 3), (3, 4)]
    assert stretches(rows("A|5//2|6")) == [(1, 3), (3, 4)]


def test_years_make_no_columns() -> None:
    assert columns("Cash||1999", "Debt|7|")[0] == [(1, 2)]


def test_a_value_belongs_to_the_column_that_it_overlaps_most() -> None:
    _, placed = columns("A|1//2|2//2", "B|3//2|4//2", "C||5//2|")
    assert placed[2] == [("5", 0)]  # as much of either: to the nearer end
    _, placed = columns("A|1//2|2//2", "B|3//2|4//2", "C||5//3")
    assert placed[2] == [("5", 1)]


def test_values_that_claim_one_column_go_by_order_if_there_are_as_many() -> None:
    _, placed = columns("A|1//2|2//2", "B|3//2|4//2", "C|5|6")
    assert placed[2] == [("5", 0), ("6", 1)]


def test_of_values_that_claim_one_column_the_first_has_it() -> None:
    bands, placed = columns("A|1//3|2//3|3//3", "B|4//3|5//3|6//3", "C|7|8|")
    assert len(bands) == 3
    assert placed[2] == [("7", 0)]


def test_a_column_that_no_value_is_left_in_is_none() -> None:
    bands, placed = columns("A|1//4", "B|2//4", "C|3|4|5|6")
    assert bands == [(1, 5)]
    assert [len(row) for row in placed] == [1, 1, 1]
