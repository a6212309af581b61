"""Which column of a text table a value is of, and which values are none of the table's."""

from __future__ import annotations

import pytest

from converter.tables.table import Band
from converter.tables.text_columns import Columns, extent, find_columns
from converter.tables.text_lines import PrintedLine, RawLine, Token, read_line


def lines(*texts: str) -> list[PrintedLine]:
    return [read_line(RawLine(0, text)) for text in texts]


def bands(*texts: str) -> list[tuple[int, int]]:
    found = find_columns(lines(*texts), [])
    return [(band.x0, band.x1) for band in found.bands] if found else []


def token(text: str, x0: int) -> Token:
    return Token(text, x0, x0 + len(text), x0, x0 + len(text), False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234", (10, 15)),
        ("(1,234)", (10, 16)),
        ("5%", (10, 11)),
        ("(5%)", (10, 12)),
        ("5 %", (10, 11)),
        ("--", (10, 12)),
    ],
)
def test_a_value_ends_with_its_last_digit(text: str, expected: tuple[int, int]) -> None:
    assert extent(token(text, 10)) == expected


COLUMNS = Columns((Band(10, 20), Band(30, 40), Band(50, 60)))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((20, 40, 60), {0: 20, 1: 40, 2: 60}),
        ((40,), {1: 40}),
        ((39, 40), {1: 39, 2: 40}),  # of two that claim one column the second goes to the next
        ((59, 60), {2: 59}),  # and where there is none the first has it
        ((19, 20, 21), {0: 19, 1: 20, 2: 21}),
    ],
)
def test_values_go_to_the_column_in_which_they_end(ends: tuple[int, ...], expected: dict[int, int]) -> None:
    placed = COLUMNS.place([token("55555", end - 5) for end in ends])
    assert {column: one.x1 for column, one in placed.items()} == expected


def test_where_order_tells_as_many_values_as_columns_go_by_it() -> None:
    ordered = Columns(COLUMNS.bands, ordered=True)
    assert list(ordered.place([token("5", 1), token("5", 3), token("5", 5)])) == [0, 1, 2]
    assert list(ordered.place([token("5", 39)])) == [1]


# A value that only a space parts from its caption


def firm(columns: Columns, text: str) -> tuple[list[str], str]:
    values, stub = columns.firm(*lines(text))
    return [value.text for value in values], stub


TWO = Columns((Band(36, 40), Band(46, 50)))


@pytest.mark.parametrize(
    ("text", "values", "stub"),
    [
        (f"{'Cost of services 500':40}   7,000", ["7,000"], "Cost of services 500"),
        ("Cost of all the services that we had 500   7,000", ["500", "7,000"], "Cost of all the services that we had"),
        ("Cost of all the services that we hadd 500  7,000", ["500", "7,000"], "Cost of all the services that we hadd"),
        ("Cost of all the services that we haddd 5005   700", ["700"], "Cost of all the services that we haddd 5005"),
        ("Cash                             500     7,000", ["500", "7,000"], "Cash"),
        ("Cash                             500", ["500"], "Cash"),
        ("Cash", [], "Cash"),
        ("Note         500     7,000     8,000", ["7,000", "8,000"], "Note 500"),
        ("Note         500", [], "Note 500"),
    ],
)
def test_a_loose_value_counts_if_it_ends_where_a_column_does(text: str, values: list[str], stub: str) -> None:
    assert firm(TWO, text) == (values, stub)


def test_a_loose_value_of_the_column_of_the_next_is_of_the_caption() -> None:
    text = "Cost of all the services that we had 500  10"
    assert firm(Columns((Band(36, 44), Band(56, 60))), text) == (["10"], "Cost of all the services that we had 500")


def test_where_order_tells_all_values_count() -> None:
    ordered = Columns(TWO.bands, ordered=True)
    assert firm(ordered, "No 5         500     7,000") == (["500", "7,000"], "No 5")


@pytest.mark.parametrize(
    ("first", "clear"), [(Band(36, 40), 26), (Band(30, 40), 26), (Band(29, 40), 25), (Band(20, 40), 20)]
)
def test_a_value_far_left_of_the_first_column_is_a_stray(first: Band, clear: int) -> None:
    """Left of character 26 and of the column, or four characters left of it at least."""
    limit = max(min(first.x0, 26), first.x0 - 4)
    columns = Columns((first, Band(46, 50)))
    for end, stays in ((limit - 1, False), (limit, True)):
        text = f"{'ab':{end - 3}}500{'':{60 - end}}7,000"
        assert (firm(columns, text)[0] == ["500", "7,000"]) is stays


# Columns by edges


def test_columns_are_those_in_which_values_end() -> None:
    assert bands("Cash          5      6", "Notes       100    200", "Bills        20     30") == [(12, 15), (19, 22)]


def test_loose_values_make_no_column() -> None:
    assert bands("Cash          5      6", "Notes due 30  100    200", "Bills         20     30")[0][0] >= 13


def test_numbers_at_the_left_of_a_line_or_two_are_no_column() -> None:
    rows = [f"Cash{'':30}{number}" for number in (500, 600, 700)]
    assert bands("12", *rows) == [(34, 37)]
    assert bands("12", "13", *rows) == [(34, 37)]
    assert bands("12", "13", "14", *rows) == [(0, 2), (34, 37)]
    assert bands("12", "     13", *rows) == [(34, 37)], "two such columns of strays"


def test_a_column_of_strays_further_right_is_none_beside_one_of_many_values() -> None:
    stray = f"{'':28}12"
    for number, found in ((9, [(28, 30), (44, 47)]), (10, [(44, 47)])):
        rows = [f"Cash{'':40}{500 + at}" for at in range(number)]
        assert bands(stray, *rows) == found
    near = f"{'':23}12"
    assert bands(near, *[f"Cash{'':40}{500 + at}" for at in range(3)]) == [(44, 47)]


def test_the_only_column_is_one_however_few_its_values() -> None:
    assert bands("Cash   5") == [(7, 8)]


# Columns by order

HEADS = lines(f"{'':30}1998      1997")


def ordered(*texts: str, heads: list[PrintedLine] = HEADS) -> list[tuple[int, int]] | None:
    found = find_columns(lines(*texts), heads)
    return [(band.x0, band.x1) for band in found.bands] if found and found.ordered else None


def ragged(*places: tuple[int, int]) -> list[str]:
    """Lines with two values that begin there."""
    return [f"{'Cash':{one}}{'500':{other - one}}600" for one, other in places]


FAR = ragged((20, 40), (32, 56), (20, 40), (32, 56), (32, 40))


def test_where_edges_part_columns_that_few_lines_fill_the_order_tells() -> None:
    assert ordered(*FAR) == [(32, 35), (40, 43)], "each where most of its values stand"
    assert ordered(*FAR, heads=[]) is None
    assert ordered(*FAR, heads=lines(f"{'':30}1998")) is None
    assert ordered(*FAR, heads=lines(f"{'':30}This year   Last year")) is not None
    assert ordered(*FAR, heads=lines("Nothing", f"{'':30}1998      1997")) is not None


def test_four_of_five_lines_must_have_as_many_values() -> None:
    odd = f"{'Bills':70}700"
    assert ordered(*FAR[:4], odd) is not None
    assert ordered(*FAR[:3], odd) is None


@pytest.mark.parametrize(("number", "order"), [(2, True), (3, True), (4, False)])
def test_edges_that_fill_more_than_three_quarters_of_their_cells_stay(number: int, order: bool) -> None:
    """One value in four lines stands in a column of its own: of 4 columns 12 of 16 cells are filled, of 5 16 of 20."""
    line = f"{'Cash':20}" + f"{'500':20}" * (number - 1)
    rows = [f"{line}700"] * 3 + [f"{line}{'':20}700"]
    years = lines("".join([f"{'':20}", *(f"{1999 - at}   " for at in range(number))]))
    assert (ordered(*rows, heads=years) is not None) is order


def test_one_value_a_line_is_in_no_order() -> None:
    rows = [f"{'Cash':{place}}500" for place in (20, 40, 60, 80)]
    assert ordered(*rows, heads=lines(f"{'':30}1998")) is None
