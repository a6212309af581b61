"""A printed nothing is as precise as the numbers that it stands among."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.statement import Amount, Item
from converter.statements.zeros import as_precise_as_beside
from converter.terms import Unit
from tests.statements.prints import INCOME, row, statements


def line(*amounts: tuple[str, int], unit: Unit = "USD") -> Item:
    """A row of (value, decimals)."""
    made = (
        Amount(value, Decimal(value), decimals, column, None, Span(0, 0))
        for column, (value, decimals) in enumerate(amounts)
    )
    return Item("Line", unit=unit, amounts=tuple(made))


def decimals(item: Item) -> list[int]:
    return [amount.decimals for amount in item.amounts]


def test_a_dash_beside_cents_is_nothing_to_the_cent() -> None:
    [item] = as_precise_as_beside([line((".04", 2), ("0", 0), unit="USD/shares")])
    assert decimals(item) == [2, 2]


def test_a_row_of_dashes_has_the_precision_of_its_columns() -> None:
    items = as_precise_as_beside([line(("1200000", -5), ("900000", -5)), line(("0", -6), ("0", -6))])
    assert decimals(items[1]) == [-5, -5]


def test_of_a_column_what_most_numbers_have_decides() -> None:
    rows = [line(("1200000", -5)), line(("1300000", -5)), line(("2000000", -6)), line(("0", -6))]
    assert decimals(as_precise_as_beside(rows)[3]) == [-5]


@pytest.mark.parametrize(
    "others",
    [[], [line(("7", 2), unit="USD/shares")], [line(("0", -6), ("1200000", -5))]],
    ids=["alone", "another unit", "another column"],
)
def test_what_is_no_neighbour_tells_nothing(others: list[Item]) -> None:
    assert decimals(as_precise_as_beside([*others, line(("0", -6))])[-1]) == [-6]


def test_numbers_keep_their_own_precision() -> None:
    [item] = as_precise_as_beside([line(("1200000", -5), ("900000", -3), ("0", -6))])
    assert decimals(item)[:2] == [-5, -3]


def test_the_dashes_of_a_document_are_read_so() -> None:
    found, _ = statements(INCOME.replace(".08", "  -"))
    assert [amount.decimals for amount in row(found[0], "Net income per").amounts] == [2, 2]
