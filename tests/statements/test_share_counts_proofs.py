"""Which counts and amounts prove the scale of shares, and how far the proof goes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.statements.share_counts import settle_share_counts
from converter.statements.statement import Aspect, Item, Role, Statement
from converter.terms import Kind
from tests.statements.test_share_counts import (
    NOWHERE,
    PAR,
    TOLD,
    amount,
    average,
    counted,
    in_thousands,
    settled,
    sheet,
    under_thousands,
)

DOUBTED = ["statements.scale-contradicted"]


def test_nobody_has_sixty_billion_shares() -> None:
    """A class whose par value moves it to just below that is moved, however many the others are."""
    for issued, codes in (("59999999999", TOLD), ("60000000000", DOUBTED)):
        held = counted(Aspect.ISSUED, replace(amount("1"), value=Decimal(1)))
        moved = counted(Aspect.OUTSTANDING, replace(amount(issued), value=Decimal(issued) * 1000, decimals=-3))
        stock = replace(amount("1"), value=Decimal(issued) / 100)
        assert settled(sheet(PAR, moved, stock=stock))[1] == codes
        more = sheet(PAR, held, stock=amount("10"))
        assert settled(more)[1] == TOLD


def test_the_most_of_all_classes_is_what_nobody_has() -> None:
    first = counted(Aspect.ISSUED, amount("60000000"))
    few = Item("Preferred stock", amounts=(amount("5"),))
    inside = counted(Aspect.ISSUED, amount("7"), host=3)
    assert settled(sheet(PAR, first, few, inside, stock=amount("600000000", -3)))[1] == DOUBTED


def test_after_a_row_that_proves_nothing_come_others() -> None:
    """Preferred stock without par value stands above."""
    preferred = counted(Aspect.ISSUED, amount("9"))
    common = Item("Common stock", amounts=(amount("12500"),))
    par = replace(PAR, host=2)
    found, codes = settled(sheet(preferred, common, par, counted(Aspect.ISSUED, amount("1250"), host=2)))
    assert (found[-1], codes) == ("1250000", TOLD)


@pytest.mark.parametrize(("stock", "expected"), [("0", "0.01"), ("1", "100"), ("0.9", "90")])
def test_an_amount_of_nothing_proves_nothing(stock: str, expected: str) -> None:
    counts = {"0": "0.01", "1": "100000", "0.9": "90000"}[stock]
    found, _ = settled(sheet(PAR, counted(Aspect.ISSUED, amount(counts)), stock=amount(stock, 1)))
    assert found[-1] == expected


def test_no_shares_are_in_any_scale() -> None:
    """Of 0 issued beside an amount that rounds to nothing, and of an average beside none at all."""
    nothing = sheet(PAR, counted(Aspect.ISSUED, amount("0"), amount("5", column=1)), stock=amount("0.4", -3))
    assert settled(nothing) == (["0.01", "0", "5"], [])
    assert settled(sheet(counted(Aspect.AUTHORIZED, amount("5"))), average("1200000")) == (["5"], [])
    assert settled(sheet(counted(Aspect.ISSUED, amount("0"))), average("1200000")) == (["0"], [])
    assert settled(sheet(counted(Aspect.ISSUED, amount("1"))), average("1000"))[0] == ["1000"]


def test_an_average_of_no_shares_is_none() -> None:
    assert settled(sheet(counted(Aspect.ISSUED, amount("1250"))), average("0"), average("1200000"))[0] == ["1250000"]


def test_whole_shares_under_a_heading_that_means_money_alone_move_nothing() -> None:
    """Thousands are the least that a heading can say."""
    common, held = counted(Aspect.AUTHORIZED, amount("100000000")), counted(Aspect.TREASURY, in_thousands("764041"))
    assert settled(replace(sheet(common, held), share_scale=1)) == (["100000000", "764041000"], [])
    assert settled(replace(sheet(common, held), share_scale=1_000)) == (["100000000", "764041"], TOLD)
    in_hundreds = counted(Aspect.TREASURY, replace(amount("5"), value=Decimal(500), decimals=-2))
    assert settled(replace(sheet(common, in_hundreds), share_scale=100)) == (["100000000", "5"], TOLD)


def test_only_numbers_inside_captions_that_count_shares_speak_for_a_heading() -> None:
    money = counted(Aspect.LIQUIDATION, amount("700"), unit="USD")
    held = counted(Aspect.TREASURY, in_thousands("764041"))
    assert settled(under_thousands(money, held)) == (["700", "764041000"], [])
    line = Item("Shares outstanding", unit="shares", amounts=(amount("100000000"),))
    assert settled(under_thousands(line, held)) == (["764041000"], [])


def test_rows_of_their_own_are_never_moved() -> None:
    line = Item("Shares outstanding", unit="shares", amounts=(amount("1250"),), role=Role.LINE, host=0)
    statement = sheet(PAR, counted(Aspect.ISSUED, amount("1250")), line, stock=amount("12500"))
    (moved,) = settle_share_counts([statement], [])
    assert moved.items[-1].amounts[0].value == Decimal(1250)
    assert moved.items[-2].amounts[0].value == Decimal(1250000)


def test_counts_with_a_point_have_the_scale_of_their_digits() -> None:
    """1.25 in thousands is 1,250, read to tens; par value proves that millions are meant."""
    count = replace(amount("1.25"), value=Decimal(1250), decimals=-1)
    (statement,) = settle_share_counts([sheet(PAR, counted(Aspect.ISSUED, count), stock=amount("12500"))], [])
    assert [(one.value, one.decimals) for one in statement.items[2].amounts] == [(Decimal(1250000), -4)]


def test_a_balance_sheet_is_settled_by_the_averages_of_a_later_income_statement() -> None:
    other = Statement(Kind.CASH_FLOW, "", 0, NOWHERE, (), ())
    assert settled(sheet(counted(Aspect.ISSUED, amount("1250"))), other, average("1200000"))[0] == ["1250000"]
