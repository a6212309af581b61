"""Numbers inside the captions of a balance sheet: which are quantities, what each counts, and when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.statements.statement import Aspect, Column, Role
from converter.terms import Period
from tests.statements.captions import COLUMNS, items, said


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Common stock, par value $.01", {"par value": ["0.01", "0.01"]}),
        ("Common stock, $.01 par value", {"par value": ["0.01", "0.01"]}),
        ("Common stock, stated value $5", {"par value": ["5", "5"]}),
        ("Preferred stock, liquidation value $700", {"liquidation": ["700", "-"]}),
        ("Preferred stock, liquidation preference $700", {"liquidation": ["700", "-"]}),
        ("Preferred stock, liquidation amount $700", {"liquidation": ["700", "-"]}),
        ("Preferred stock, redemption value $700", {"liquidation": ["700", "-"]}),
        ("Receivables, less allowance of $20", {"allowance": ["20", "-"]}),
        ("Receivables, less allowances of $20 and $18", {"allowance": ["20", "18"]}),
        ("Receivables, net of reserve of $20", {"allowance": ["20", "-"]}),
        ("Receivables, net of reserves of $20", {"allowance": ["20", "-"]}),
        ("Equipment, less accumulated depreciation of $20", {"accumulated depreciation": ["20", "-"]}),
        ("Equipment, less depreciation of $20", {"accumulated depreciation": ["20", "-"]}),
        ("Goodwill, less accumulated amortization of $20", {"accumulated amortization": ["20", "-"]}),
        ("Equipment, net of $20 accumulated depreciation", {"accumulated depreciation": ["20", "-"]}),
        ("Goodwill, net of $20 accumulated amortization", {"accumulated amortization": ["20", "-"]}),
        ("Goodwill, less amortization of $20", {"accumulated amortization": ["20", "-"]}),
        ("Stock, authorized 500 shares", {"authorized": ["500", "500"]}),
        ("Stock, issued 500 shares", {"issued": ["500", "-"]}),
        ("Stock, outstanding 500 shares", {"outstanding": ["500", "-"]}),
        ("Stock, 500 shares issued and outstanding", {"issued": ["500", "-"], "outstanding": ["500", "-"]}),
        ("Stock, 500 shares and outstanding", {"issued": ["500", "-"], "outstanding": ["500", "-"]}),
        (
            "Stock, authorized, issued and outstanding 500 shares",
            {"authorized": ["500", "500"], "issued": ["500", "-"], "outstanding": ["500", "-"]},
        ),
        (
            "Stock, 500 shares authorized, issued, and outstanding",
            {"authorized": ["500", "500"], "issued": ["500", "-"], "outstanding": ["500", "-"]},
        ),
        (
            "Stock, 500 shares authorized,issued,and outstanding",
            {"authorized": ["500", "500"], "issued": ["500", "-"], "outstanding": ["500", "-"]},
        ),
        ("Treasury stock, 500 shares at cost", {"treasury": ["500", "-"]}),
        ("Treasury stock, 500 shares and 400", {"treasury": ["500", "400"]}),
        ("Treasury stock, 1 share", {"treasury": ["1", "-"]}),
        ("Treasury stock, 500 common shares", {"treasury": ["500", "-"]}),
        ("Treasury stock, 500 preferred shares", {"treasury": ["500", "-"]}),
        ("Treasury stock, shares: 500", {"treasury": ["500", "-"]}),
        ("Less: treasury stock, 500 shares", {"treasury": ["500", "-"]}),
        ("Treasury stock, at cost, 500", {}),
        ("Held by others, 500 shares", {}),
        ("Nontreasury stock, 500 shares", {}),
        ("Treasurywide stock, 500 shares", {}),
        ("Unreserved funds of 500", {}),
        ("Reissued stock of 500", {}),
        ("Nonoutstanding claims of 500", {}),
        ("Unauthorized use of 500", {}),
    ],
)
def test_what_a_number_counts(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "Stock, parvalue $5",
        "Preferred stock, liquidationvalue $700",
        "Preferred stock, redemptionvalue $700",
        "Equipment, of $20 accumulateddepreciation",
        "Goodwill, of $20 accumulatedamortization",
        "Stock of 500 issuedand outstanding",
        "Stock, 500 commonshares of treasury",
    ],
)
def test_words_that_run_together_are_none(caption: str) -> None:
    assert said(caption) == {}


def test_a_whole_caption() -> None:
    assert said(
        "Common stock, $.01 par value; 5,000,000 shares authorized; 1,250,000 and 1,240,000 shares issued and "
        "outstanding"
    ) == {
        "par value": ["0.01", "0.01"],
        "authorized": ["5000000", "5000000"],
        "issued": ["1250000", "1240000"],
        "outstanding": ["1250000", "1240000"],
    }


def test_the_items_hang_on_the_row_that_prints_them() -> None:
    first, second = items("Stock, $.01 par value, 500 shares issued")

    assert (first.host, first.role, first.headings, first.depth) == (7, Role.PARENTHETICAL, ("Equity:",), 1)
    assert (first.aspect, first.unit) == (Aspect.PAR_VALUE, "USD/shares")
    assert (second.aspect, second.unit) == (Aspect.ISSUED, "shares")
    assert [item.unit for item in items("Receivables, less allowance of $20")] == ["USD"]
    for word in ("authorized", "outstanding"):
        assert [item.unit for item in items(f"Stock, {word} 500 shares")] == ["shares"]
    assert [item.unit for item in items("Treasury stock, 500 shares")] == ["shares"]


# Which keyword is a number's


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        # right before it, whatever follows
        ("authorized 500 shares issued 400", {"authorized": ["500", "500"], "issued": ["400", "-"]}),
        ("authorized shares -- 500 issued -- 400", {"authorized": ["500", "500"], "issued": ["400", "-"]}),
        ("authorized: 500 shares; issued: 400", {"authorized": ["500", "500"], "issued": ["400", "-"]}),
        ("authorized ($500)", {"authorized": ["500", "500"]}),
        ("authorized \u2014 500, issued \u2014 400", {"authorized": ["500", "500"], "issued": ["400", "-"]}),
        # right behind it
        ("500 shares authorized, 400 issued", {"authorized": ["500", "500"], "issued": ["400", "-"]}),
        ("500 common shares authorized", {"authorized": ["500", "500"]}),
        ("500 preferred shares authorized", {"authorized": ["500", "500"]}),
        ("500 shares were issued", {"issued": ["500", "-"]}),
        ("500 shares are issued", {"issued": ["500", "-"]}),
        ("one share, 500 shares is outstanding", {"outstanding": ["500", "-"]}),
        ("500 shares have been issued", {"issued": ["500", "-"]}),
        ("500 (issued)", {"issued": ["500", "-"]}),
        ("500 of them issued", {}),
        # farther before it, if none is right behind
        ("authorized at this time 500", {"authorized": ["500", "500"]}),
        ("shares issued by the company to its founders 500", {"issued": ["500", "-"]}),
        # the last of several
        ("issued, not outstanding in full 500", {"outstanding": ["500", "-"]}),
        # one that spoke for the number before it speaks for no other
        ("500 shares authorized; none of 400", {"authorized": ["500", "500"]}),
        ("500 shares authorized; 400 shares", {"authorized": ["500", "500"]}),
    ],
)
def test_the_keyword_beside_a_number_speaks_for_it(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "issued 500 and 400",
        "issued 500 shares and 400 shares",
        "issued 500 in 1998 and 400 in 1997",
        "issued 500 at December 31, 1998 and 400 at December 31, 1997",
        "issued 500 as of 12/31/98, 400 as of 12/31/97",
        "issued 500 on December 31, 1998 or 400 on December 31, 1997",
        "500 and 400 shares issued",
        "500 shares and 400 shares issued",
        "500, 400 issued",
        "500 -- 400 issued",
        "500 \u2014 400 issued",
        "1998 - 500; 1997 - 400 issued",
    ],
)
def test_a_list_counts_one_thing(caption: str) -> None:
    assert said(caption) == {"issued": ["500", "400"]}


def test_a_list_goes_on_over_all_columns() -> None:
    (item,) = items("issued 500, 400 and 300", columns=(*COLUMNS, Column("1996", Period(date(1996, 12, 31)))))

    assert [amount.value for amount in item.amounts] == [500, 400, 300]


def test_words_between_two_numbers_end_a_list() -> None:
    assert said("500 of those and 400 issued") == {"issued": ["400", "-"]}
    assert said("issued 500 under plan 400") == {"issued": ["500", "-"]}


# What is no quantity


@pytest.mark.parametrize(
    "caption",
    [
        "Allowance (1)",
        "Allowance (12)",
        "Allowance ( 1 )",
        "Allowance, Note 3",
        "Allowance, notes 3",
        "Allowance, footnote 3",
        "Allowance, Series 2",
        "Allowance, class 2",
        "Allowance, due 2",
        "Allowance, No. 2",
        "Allowance, No.2",
        "Allowance, 7%",
        "Allowance, 7 %",
        "Allowance, 7 1/2%",
        "Allowance, A7",
        "Allowance, A-7",
        "Allowance, 12/31/1998",
        "Allowance, 12/31/98",
        "Allowance, December 31, 1998",
        "Allowance, Dec. 31",
        "Allowance, December 31 1998",
        "Allowance, 1998",
        "Allowance, 2001",
    ],
)
def test_names_marks_and_dates_are_no_quantities(caption: str) -> None:
    assert said(caption) == {}


@pytest.mark.parametrize(
    "caption",
    ["Allowance (123)", "Allowance of 2", "Allowance, decrease 2", "Allowance, 2,001", "(2 allowance)", "(allowance 2"],
)
def test_what_looks_like_a_mark_or_a_date_and_is_none(caption: str) -> None:
    assert set(said(caption)) == {"allowance"}


@pytest.mark.parametrize(
    ("caption", "value", "decimals"),
    [
        ("allowance of 1,234", "1234", 0),
        ("allowance of 1,234, net", "1234", 0),
        ("allowance of 1,234.5", "1234.5", 1),
        ("allowance of $.25", "0.25", 2),
        ("allowance of $1.2 million", "1200000", -5),
        ("allowance of $70 million", "70000000", -6),
        ("allowance of $70million", "70000000", -6),
        ("allowance of $3 thousand", "3000", -3),
        ("allowance of $2 Billion", "2000000000", -9),
    ],
)
def test_amounts_as_printed_and_in_words(caption: str, value: str, decimals: int) -> None:
    (amount,) = items(caption)[0].amounts

    assert (amount.value, amount.decimals) == (Decimal(value), decimals)
