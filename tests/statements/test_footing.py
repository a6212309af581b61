"""Totals that foot: what counts as a total, and when it does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.footing import find_sums
from converter.statements.statement import Amount, Basis, Column, Item, Role, Statement
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
        ([("Sales", "100 90"), ("Operating expenses", "160 50"), ("Operating (loss) profit", "-60 40")], {2: True}),
        ([("Operating loss", "-60 40"), ("Interest", "1 2"), ("(Loss) income before taxes", "-61 38")], {2: True}),
        ([("Sales", "100 90"), ("Costs", "160 50"), ("Pretax (loss) income", "-60 40")], {2: True}),
        ([("Revenues", "100 90"), ("Income taxes", "60 50"), ("Consolidated net income", "40 40")], {2: True}),
        ([("Received", "100 90"), ("Spent", "160 50"), ("(Decrease) increase in funds", "-60 40")], {2: True}),
        # Nor is a line so called that only begins like one.
        ([("Sales", "100 90"), ("Costs", "60 50"), ("Operating leases", "40 40")], {}),
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


def footed(*rows: tuple[str, str]) -> list[tuple[tuple[int, int], ...]]:
    """The parts of the sums; a row without figures is a heading."""
    read = [
        Item(caption, role=Role.LINE if figures else Role.HEADING, amounts=tuple(
            Amount(figure, Decimal(figure), 0, column, None, SOMEWHERE) for column, figure in enumerate(figures.split())
        ))
        for caption, figures in rows
    ]  # fmt: skip
    return [each.parts for each in find_sums(read)[0]]


@pytest.mark.parametrize(
    "heading", ["Interest charges:", "Interest charges", "INTEREST CHARGES", "Total interest charges"]
)
def test_a_total_named_like_a_heading_takes_nothing_off_above_it(heading: str) -> None:
    """143 less an allowance of 7 that stands above the heading is 136 by chance."""
    rows = [("Allowance", "7 3"), ("Interest on bonds", "143 144")]
    total = ("Total interest charges", "136 141")
    assert footed(("Rent", "2 1"), rows[0], (heading, ""), rows[1], ("Fees", "0 0"), total) == []
    assert footed(("Rent", "143 144"), (heading, ""), ("Less rebates", "7 3"), total) == []
    under = footed(("Rent", "2 1"), (heading, ""), rows[1], ("Less rebates", "7 3"), total)
    assert under == [((2, 1), (3, -1))]


@pytest.mark.parametrize(
    ("heading", "total", "named"),
    [
        ("Charges:", "Totals charges", True),
        ("Charges:", "Total  charges", True),
        ("Net charges:", "Net total charges", False),
        ("Charges:", "Net charges", False),
    ],
)
def test_a_total_is_named_like_its_heading_but_for_the_word_in_front(heading: str, total: str, named: bool) -> None:
    rows = [("Rent", "143 144"), (heading, ""), ("Less rebates", "7 3")]
    assert footed(*rows, (total, "136 141")) == ([] if named else [((0, 1), (2, -1))])


def test_another_heading_does_not_part_a_total_from_what_it_takes_off() -> None:
    rows = [("Interest on bonds", "143 144"), ("Rebates:", ""), ("Less rebates", "7 3")]
    assert footed(*rows, ("Total interest charges", "136 141")) == [((0, 1), (2, -1))]


def test_what_is_added_up_may_stand_above_a_heading_that_stands_too_low() -> None:
    rows = [("Interest on bonds", "143 144"), ("Interest charges:", ""), ("Fees", "7 3")]
    assert footed(*rows, ("Total interest charges", "150 147")) == [((0, 1), (2, 1))]


def test_figures_that_take_each_other_away_prove_no_total() -> None:
    """A loss, its subtotal, and a result printed twice."""
    twice = [("Loss on sale", "-62 -50"), ("From discontinued lines", "-62 -50"), ("Earnings", "96 75")]
    assert footed(*twice, ("Net income", "96 75")) == []
    assert footed(("Sales", "96 75"), *twice[:2], ("Net income", "96 75")) == []


def test_what_takes_off_nothing_foots() -> None:
    rows = [("Before taxes", "96 75"), ("Taxes", "0 5"), ("Refunds", "0 0")]
    assert footed(*rows, ("Net income", "96 70")) == [((0, 1), (1, -1), (2, -1))]
    rows = [("Before taxes", "96 75"), ("Taxes", "0 0")]
    assert len(footed(*rows, ("Net income", "96 75"))) == 1


@pytest.mark.parametrize("basis", [Basis.CHANGE, Basis.PERCENT, Basis.OTHER])
def test_what_stands_beside_the_amounts_adds_up_to_nothing(basis: Basis) -> None:
    items = statement(("Sales", "100 90 11.1"), ("Costs", "60 50 20.0"), ("Gross profit", "40 40 0.0")).items
    columns = (Column("1999", None), Column("1998", None), Column("", None, basis))
    ((total,), _) = find_sums(items, columns)
    assert (total.parts, total.holds, total.fails) == (((0, 1), (1, -1)), 2, 0)


@pytest.mark.parametrize("basis", [Basis.GAAP, Basis.PART, Basis.PRO_FORMA, Basis.NON_GAAP])
def test_every_column_of_amounts_has_to_add_up(basis: Basis) -> None:
    items = statement(("Sales", "100 90 11"), ("Costs", "60 50 20"), ("Gross profit", "40 40 0")).items
    assert find_sums(items, (Column("1999", None), Column("1998", None), Column("", None, basis))) == ((), ())


def test_a_row_that_prints_the_number_of_a_note_alone_is_part_of_nothing() -> None:
    columns = (Column("Note", None, Basis.OTHER), Column("1999", None), Column("1998", None))
    items = statement(("Rent", "1 10 20"), ("Other:", "8"), ("Wages", "2 30 40"), ("Total costs", "3 40 60")).items
    ((total,), _) = find_sums(items, columns)
    assert total.parts == ((0, 1), (2, 1))
