"""Rows of a balance sheet that tell of a class of stock what captions tell elsewhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.counted_rows import counted_rows
from converter.statements.scale import Scale
from converter.statements.statement import Amount, Aspect, Item, Role, Sum
from converter.terms import Unit

NOWHERE = Span(0, 0)
THOUSANDS = Scale(1_000, 1_000, stated=True)
MILLIONS = Scale(1_000_000, 1_000_000, stated=True)


def amount(printed: str, factor: int = 1_000) -> Amount:
    number = Decimal(printed.replace(",", ""))
    places = len(printed.partition(".")[2])
    return Amount(printed, number * factor, places - len(str(factor)) + 1, 0, None, NOWHERE)


def row(caption: str, *printed: str, factor: int = 1_000, unit: Unit = "USD", role: Role = Role.LINE) -> Item:
    return Item(caption, role=role, unit=unit, amounts=tuple(amount(each, factor) for each in printed))


def read(item: Item, scale: Scale = THOUSANDS, sums: tuple[Sum, ...] = ()) -> tuple[Unit, Aspect | None, list[str]]:
    (found,) = counted_rows([item], sums, scale)
    return found.unit, found.aspect, [f"{each.value.normalize():f}" for each in found.amounts]


@pytest.mark.parametrize(
    ("caption", "aspect"),
    [
        ("Common stock, shares issued", Aspect.ISSUED),
        ("Preferred stock, shares authorized", Aspect.AUTHORIZED),
        ("Ordinary shares, shares authorised", Aspect.AUTHORIZED),
        ("Common stock, shares outstanding", Aspect.OUTSTANDING),
        ("Common stock, shares outstanding (in shares)", Aspect.OUTSTANDING),
        ("Common stock, shares issued and outstanding", Aspect.ISSUED),
        ("Common units outstanding", Aspect.OUTSTANDING),
        ("Treasury stock, common, shares", Aspect.TREASURY),
        ("Treasury stock, shares held", Aspect.TREASURY),
        ("Class B common stock, shares", None),
    ],
)
def test_what_a_row_counts_is_told_by_its_last_words(caption: str, aspect: Aspect | None) -> None:
    assert read(row(caption, "9,231")) == ("shares", aspect, ["9231000"])


@pytest.mark.parametrize(
    "caption",
    [
        "Common stock",
        "Ordinary shares held in treasury, at cost",
        "Shares issued to employees, at market",
        "Common stock, 50,000 shares authorized, shares issued",  # its caption counts: the row is money
    ],
)
def test_what_says_more_than_that_is_money(caption: str) -> None:
    assert read(row(caption, "9,231")) == ("USD", None, ["9231000"])


def test_what_is_added_is_money() -> None:
    item = row("Common stock, shares issued", "9,231")

    assert read(item, sums=(Sum(0, ((1, 1),), 1),))[0] == "USD"
    assert read(item, sums=(Sum(1, ((0, 1),), 1),))[0] == "USD"
    assert read(item, sums=(Sum(2, ((1, 1),), 1),))[0] == "shares"


def test_so_are_numbers_in_brackets_and_rows_that_are_no_lines() -> None:
    loss = replace(amount("9"), value=Decimal(-9_000))

    assert read(Item("Treasury stock, shares", unit="USD", amounts=(loss,)))[0] == "USD"
    assert read(row("Common stock, shares issued", "9", role=Role.TOTAL))[0] == "USD"


@pytest.mark.parametrize(
    ("printed", "scale", "expected"),
    [
        ("500", MILLIONS, "500000000"),
        ("222,500,000", MILLIONS, "222500000"),  # nobody has so many millions
        ("84.7", MILLIONS, "84700000"),
        ("9,231,406", Scale(1_000, 1, stated=True), "9231406"),
    ],
)
def test_each_count_is_in_the_scale_of_shares_or_whole(printed: str, scale: Scale, expected: str) -> None:
    assert read(row("Common stock, shares issued", printed, factor=scale.money), scale)[2] == [expected]


def test_a_row_may_say_its_own_scale() -> None:
    assert read(row("Shares (in thousands) issued, shares", "9"), Scale(1_000_000, 1))[2] == ["9000"]


def test_what_was_read_as_a_count_keeps_to_that() -> None:
    found = read(row("Common shares outstanding", "9,231", unit="shares"))

    assert found == ("shares", Aspect.OUTSTANDING, ["9231000"])


@pytest.mark.parametrize(
    ("caption", "printed", "is_par"),
    [
        ("Common stock, par value", "0.01", True),
        ("Preferred stock, par value (in dollars per share)", "2.50", True),
        ("Common stock, stated value per share", "999.99", True),
        ("Common stock, stated value per share", "1000.00", False),
        ("Common stock, par or stated value", "0.001", True),
        ("Common stock, par value", "12", False),
        ("Common stock, par value", "12.5", False),
        ("Common stock, no par value", "12.50", False),
        ("Common stock", "0.01", False),
        ("Common stock, subpar values", "0.01", False),
        ("Common stock, parvalue", "0.01", False),
    ],
)
def test_par_value_is_printed_to_the_cent(caption: str, printed: str, is_par: bool) -> None:
    unit, aspect, values = read(row(caption, printed))

    assert (unit, aspect) == (("USD/shares", Aspect.PAR_VALUE) if is_par else ("USD", None))
    assert Decimal(values[0]) == Decimal(printed) * (1 if is_par else 1_000)


def test_an_amount_is_multiplied_by_another_power_of_ten() -> None:
    dollars = amount("(12.50)".strip("()"), 1_000)

    assert dollars.power == 3
    assert (dollars.at(0).value, dollars.at(0).decimals) == (Decimal("12.50"), 2)
    assert replace(dollars, printed="(12.50)").power == 3  # a bracket is no digit
    assert dollars.at(3) is dollars
