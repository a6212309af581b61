"""Value columns from where values end."""

from __future__ import annotations

import pytest

from converter.tables.bands import column_of, find_bands, is_aligned
from converter.tables.table import Band


def bands(*values: tuple[int, int, int]) -> list[tuple[int, int]]:
    """The bands of values given as line, begin and end."""
    return [(band.x0, band.x1) for band in find_bands(list(values))]


def test_no_values_make_no_bands() -> None:
    assert bands() == []


@pytest.mark.parametrize(("end", "expected"), [(19, [(5, 19)]), (20, [(5, 10), (12, 20)])])
def test_edges_within_nine_characters_are_of_one_ragged_column(end: int, expected: list[tuple[int, int]]) -> None:
    assert bands((0, 5, 10), (1, 12, end)) == expected


def test_how_many_values_end_at_an_edge_moves_it_nowhere() -> None:
    three = [(line, 5, 10) for line in range(3)]
    assert bands(*three, (3, 12, 19)) == [(5, 19)]
    assert bands(*three, (3, 12, 20)) == [(5, 10), (12, 20)]


def test_two_values_of_one_line_are_in_two_columns_however_near() -> None:
    assert bands((0, 5, 10), (0, 11, 12)) == [(5, 10), (11, 12)]
    assert bands((0, 5, 10), (1, 4, 11), (0, 11, 12)) == [(4, 11), (11, 12)]


def test_edges_one_character_apart_are_the_same() -> None:
    assert bands((0, 5, 10), (2, 6, 10), (1, 8, 12), (2, 9, 12)) == [(5, 10), (8, 12)]
    assert bands((0, 5, 10), (2, 6, 10), (1, 8, 11), (2, 9, 12)) == [(5, 11), (9, 12)]


def test_of_gaps_of_one_width_the_last_is_closed_first() -> None:
    assert bands((0, 5, 10), (1, 13, 18), (2, 21, 26)) == [(5, 10), (13, 26)]


def test_the_narrowest_gap_is_closed_first() -> None:
    assert bands((0, 5, 10), (1, 13, 17), (2, 21, 26)) == [(5, 17), (21, 26)]


def test_the_edge_of_a_column_is_that_of_most_of_its_values() -> None:
    three = [(line, 5, 10) for line in range(3)]
    assert bands(*three, (3, 11, 15), (4, 16, 21)) == [(5, 15), (16, 21)]
    assert bands(*three, (3, 11, 15), (4, 16, 20)) == [(5, 20)]


def test_a_column_has_the_lines_of_all_its_values() -> None:
    assert bands((0, 5, 10), (1, 9, 14), (0, 15, 20)) == [(5, 14), (15, 20)]
    assert bands((0, 5, 10), (1, 5, 10), (2, 9, 14), (2, 15, 20)) == [(5, 14), (15, 20)]
    assert bands((0, 5, 10), (1, 9, 14), (2, 9, 14), (0, 15, 20)) == [(5, 14), (15, 20)]
    assert bands((0, 5, 10), (1, 9, 14), (2, 9, 14), (2, 15, 20)) == [(5, 14), (15, 20)]


def test_columns_far_apart_are_found_in_any_order_of_lines() -> None:
    found = [(line, start, start + 5) for start in (40, 10, 25) for line in range(3)]
    assert bands(*found) == [(10, 15), (25, 30), (40, 45)]
    ragged = [(0, 10, 15), (1, 12, 18), (0, 25, 31), (1, 25, 30), (2, 40, 44), (0, 40, 48)]
    assert bands(*ragged) == [(10, 18), (25, 31), (40, 48)]


def test_four_ragged_clusters_close_from_both_sides() -> None:
    assert bands((0, 6, 10), (1, 11, 15), (2, 20, 24), (3, 25, 29)) == [(6, 15), (20, 29)]
    assert bands((0, 6, 10), (1, 9, 13), (2, 12, 16), (0, 20, 24)) == [(6, 16), (20, 24)]


COLUMNS = (Band(10, 20), Band(30, 40), Band(42, 50))


@pytest.mark.parametrize(
    ("x0", "x1", "column"),
    [
        (12, 20, 0),
        (35, 40, 1),
        (18, 31, 1),  # of two that it overlaps the one whose edge is nearer
        (19, 31, 1),
        (15, 29, 0),
        (20, 30, 0),  # touches neither: the nearest edge, of equal ones the first
        (21, 31, 1),
        (0, 5, 0),
        (60, 70, 2),
        (40, 42, 1),
        (39, 47, 2),
    ],
)
def test_a_value_is_of_the_column_whose_edge_is_nearest(x0: int, x1: int, column: int) -> None:
    assert column_of(COLUMNS, x0, x1) == column


@pytest.mark.parametrize(("x1", "aligned"), [(17, False), (18, True), (20, True), (22, True), (23, False), (48, True)])
def test_values_end_where_a_column_does_within_two_characters(x1: int, aligned: bool) -> None:
    assert is_aligned(COLUMNS, x1) is aligned


def test_another_slack_may_be_asked_for() -> None:
    assert not is_aligned(COLUMNS, 21, 0)
    assert is_aligned(COLUMNS, 23, 3)
