"""The arithmetic of printed numbers: examples, and the laws that hold whatever is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.arithmetic import (
    Figure,
    add_up,
    add_up_rounded,
    agree,
    coarser,
    half_step,
    in_units,
    slack,
    step,
    total,
)


def fig(value: str, decimals: int | None) -> Figure:
    return Figure(Decimal(value), decimals)


@pytest.mark.parametrize(
    ("decimals", "whole", "half"),
    [(-6, "1000000", "500000"), (-3, "1000", "500"), (0, "1", "0.5"), (2, "0.01", "0.005")],
)
def test_a_step_is_the_worth_of_the_last_printed_digit(decimals: int, whole: str, half: str) -> None:
    assert step(decimals) == Decimal(whole)
    assert half_step(decimals) == Decimal(half)


def test_an_exact_number_has_no_step() -> None:
    assert half_step(None) == 0


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("1499", -3, "1000"),
        ("1501", -3, "2000"),
        ("2500", -3, "2000"),  # halves to even
        ("3500", -3, "4000"),
        ("-2500", -3, "-2000"),
        ("0.125", 2, "0.12"),
        ("7.5", None, "7.5"),
    ],
)
def test_rounding(value: str, decimals: int | None, rounded: str) -> None:
    assert fig(value, decimals).rounded == Decimal(rounded)


@pytest.mark.parametrize(
    ("factor", "value", "places", "figure"),
    [
        (1_000, "1234", 0, fig("1234000", -3)),
        (1_000_000, "26.4", 1, fig("26400000", -5)),
        (1, "0.36", 2, fig("0.36", 2)),
        (1_250, "2", 0, fig("2500", -3)),  # a multiplier that is no power of ten
    ],
)
def test_numbers_printed_in_thousands_or_millions(factor: int, value: str, places: int, figure: Figure) -> None:
    assert in_units(factor, Decimal(value), places) == figure


@pytest.mark.parametrize(
    ("one", "other", "same"), [(-3, 0, -3), (0, -3, -3), (2, 2, 2), (None, 2, 2), (-3, None, -3), (None, None, None)]
)
def test_the_coarser_of_two_precisions(one: int | None, other: int | None, same: int | None) -> None:
    assert coarser(one, other) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (fig("1234", 0), fig("1234", 0), True),
        (fig("1234", 0), fig("1235", 0), False),
        (fig("1234567", 0), fig("1235000", -3), True),
        (fig("1234499", 0), fig("1235000", -3), False),
        (fig("1234500", 0), fig("1235000", -3), True),  # half a step: rounded up
        (fig("1234500", 0), fig("1234000", -3), True),  # or down
        (fig("0.36", 2), fig("0.4", 1), True),
        (fig("0.34", 2), fig("0.4", 1), False),
        (fig("26412000", None), fig("26400000", -5), True),
        (fig("26.5", None), fig("26.5", None), True),
        (fig("26.5", None), fig("26.51", None), False),
    ],
)
def test_numbers_agree_at_the_coarser_precision(one: Figure, other: Figure, same: bool) -> None:
    assert agree(one, other) is same


def test_slack_is_half_a_step_of_each() -> None:
    assert slack([]) == 0
    assert slack([fig("1", 0), fig("5000", -3), fig("7", None)]) == Decimal("500.5")


def test_a_total_counts_its_parts_with_their_weights() -> None:
    assert total([]) == 0
    assert total([(fig("7", 0), 1), (fig("2", 0), -1)]) == 5


@pytest.mark.parametrize(
    ("whole", "parts", "holds"),
    [
        ("10", ["4", "6"], True),
        ("11", ["4", "6"], True),  # 10.5 of 4.25 and 6.25
        ("12", ["4", "6"], False),
        ("8", ["4", "6"], False),
        ("12", ["4", "3", "4"], True),
        ("1", [], False),
        ("0", [], True),
    ],
)
def test_parts_add_up_if_rounding_explains_what_is_left(whole: str, parts: list[str], holds: bool) -> None:
    assert add_up(fig(whole, 0), [(fig(part, 0), 1) for part in parts]) is holds


def test_what_is_subtracted_has_a_weight_of_minus_one() -> None:
    assert add_up(fig("3", 0), [(fig("10", 0), 1), (fig("7", 0), -1)])
    assert not add_up(fig("17", 0), [(fig("10", 0), 1), (fig("7", 0), -1)])


def test_calculations_of_xbrl_2_1_leave_no_room() -> None:
    """They round each number to its decimals, the sum to the total's, and want the same."""
    assert not add_up_rounded(fig("11", 0), [(fig("4", 0), 1), (fig("6", 0), 1)])
    assert add_up_rounded(fig("10", 0), [(fig("4.4", 0), 1), (fig("6.4", 0), 1)])
    assert add_up_rounded(fig("12000", -3), [(fig("4400", -2), 1), (fig("7400", -2), 1)])
    assert add_up_rounded(fig("3", 0), [(fig("10", 0), 1), (fig("7", 0), -1)])


exact = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
precisions = st.integers(min_value=-6, max_value=3)


def at(value: Decimal, decimals: int) -> Figure:
    """The value as somebody prints it who shows so many decimals."""
    return Figure(Figure(value, decimals).rounded, decimals)


@given(exact, exact, precisions, precisions)
def test_agreement_is_symmetric(one: Decimal, other: Decimal, here: int, there: int) -> None:
    assert agree(Figure(one, here), Figure(other, there)) == agree(Figure(other, there), Figure(one, here))


@given(exact, precisions, precisions)
def test_one_value_printed_twice_agrees_whatever_the_precisions(value: Decimal, here: int, there: int) -> None:
    assert agree(at(value, here), at(value, there))
    assert agree(Figure(value, None), at(value, here))


@given(exact, exact, precisions, precisions)
def test_what_agrees_agrees_with_less_precision_too(one: Decimal, other: Decimal, decimals: int, less: int) -> None:
    if agree(Figure(one, decimals), Figure(other, decimals)):
        assert agree(Figure(one, decimals), Figure(other, min(decimals, less)))


@given(st.lists(st.tuples(exact, precisions, st.sampled_from((1, -1))), max_size=12), precisions)
def test_parts_that_were_rounded_on_their_own_still_add_up(
    parts: list[tuple[Decimal, int, int]], decimals: int
) -> None:
    whole = sum((weight * value for value, _, weight in parts), Decimal(0))

    assert add_up(at(whole, decimals), [(at(value, places), weight) for value, places, weight in parts])


@given(exact, precisions)
def test_rounding_moves_by_half_a_step_at_most_and_once(value: Decimal, decimals: int) -> None:
    rounded = Figure(value, decimals).rounded

    assert abs(rounded - value) <= half_step(decimals)
    assert rounded % step(decimals) == 0
    assert at(rounded, decimals).value == rounded
