"""Totals that foot: what counts as a total, and when it does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.footing import find_sums
from converter.statements.statement import Amount, Column, Item, Statement
from converter.terms import Kind

SOMEWHERE = Span(0, 0)


def statement(*rows: tuple[str, str]) -> Statement:
    """A statement of captions and figures, in dollars."""
    items = tuple(
        Item(caption, amounts=tuple(
            Amount(figure, Decimal(figure), 0, column, None, SOMEWHERE) for column, figure in enumerate(figures.split())
        ))
        for caption, figures in rows
    )  # fmt: skip
    columns = tuple(Column("", None) for _ in range(max(len(item.amounts) for item in items)))
    sums, called_totals = find_sums(items)
    return Statement(Kind.INCOME, "", 0, SOMEWHERE, columns, items, sums, 1, called_totals)


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        # Called a total, and made by the lines above.
        ([("Rent", "10 20"), ("Wages", "30 40"), ("Total costs", "40 60")], {2: True}),
        # Called so, but nothing adds up to it.
        ([("Rent", "10 20"), ("Wages", "30 40"), ("Total costs", "51 71")], {2: False}),
        # Made by the lines above, whatever it is called.
        ([("Sales", "100 90"), ("Cost of sales", "60 50"), ("Gross profit", "40 40")], {2: True}),
        # Without a caption it is nothing but a total.
        ([("Rent", "10 20"), ("Wages", "30 40"), ("", "40 60")], {2: True}),
        ([("Rent", "10 20"), ("Wages", "30 40"), ("", "51 60")], {2: False}),
        # Not called so, and not made: no total.
        ([("Sales", "100 90"), ("Cost of sales", "60 50"), ("Gross profit", "41 43")], {}),
        # One column of three fails: it does not foot.
        ([("Rent", "10 20 30"), ("Wages", "30 40 50"), ("Fees", "1 2 3"), ("Total costs", "41 62 94")], {3: False}),
    ],
)
def test_a_total_foots_if_the_lines_above_make_it_in_every_column(
    rows: list[tuple[str, str]], totals: dict[int, bool]
) -> None:
    read = statement(*rows)
    assert read.totals == totals
    assert read.footed == (sum(totals.values()), len(totals))
