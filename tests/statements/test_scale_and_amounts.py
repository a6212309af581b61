"""Printed numbers, the scale that headings state, and the units of rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.statements.amounts import read_amount
from converter.statements.scale import read_scale, row_scale
from converter.statements.units import unit_of
from converter.terms import Kind


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("(1,234)", "-1234", 0),
        ("$ (39.0)", "-39.0", 1),
        ("($ 39.0)", "-39.0", 1),
        ("$(.36)", "-0.36", 2),
        ("1,234-", "-1234", 0),
        ("-1,234", "-1234", 0),
        ("(15,177", "-15177", 0),
        ("$ 0.36", "0.36", 2),
        ("--", "0", 0),
        ("-0-", "0", 0),
        ("\u2014", "0", 0),
        ("nil", "0", 0),
    ],
)
def test_numbers_as_printed(text: str, value: str, places: int) -> None:
    number = read_amount(text)
    assert number is not None
    assert (number.value, number.places) == (Decimal(value), places)


@pytest.mark.parametrize(
    ("text", "money", "shares"),
    [
        ("(in thousands, except share and per share amounts)", 1000, 1),
        ("(in thousands, except per share data)", 1000, 1000),
        ("(In millions of dollars, except per-share amounts.)", 1_000_000, 1_000_000),
        ("(in millions, except share data in thousands)", 1_000_000, 1000),
        ("($000's omitted)", 1000, 1000),
        ("(Thousands except per share amounts)", 1000, 1000),
        ("Dollars in Thousands", 1000, 1000),
    ],
)
def test_scales(text: str, money: int, shares: int) -> None:
    scale = read_scale([text])
    assert scale is not None
    assert (scale.money, scale.shares) == (money, shares)


def test_no_scale_is_none() -> None:
    assert read_scale(["CONSOLIDATED BALANCE SHEETS", "(unaudited)"]) is None


def test_a_caption_may_set_its_own_scale() -> None:
    assert row_scale("Average shares outstanding (in thousands)") == 1000


@pytest.mark.parametrize(
    ("caption", "headings", "printed", "unit"),
    [
        ("Net income per share", (), "0.36", "USD/shares"),
        ("Shares used in computing net loss per share", (), "71,761", "shares"),
        ("Weighted average common shares outstanding", (), "71,761", "shares"),
        ("Basic earnings per common share (in whole dollars)", (), ".27", "USD/shares"),
        ("Basic", ("Earnings per common share",), "0.36", "USD/shares"),
        ("Diluted", ("Shares used in computing earnings per share",), "171,786", "shares"),
        ("Net income", ("Earnings per common share",), "1.20", "USD/shares"),
        ("Gross margin", (), "41.2%", "pure"),
        ("Net sales", (), "1,200", "USD"),
    ],
)
def test_units(caption: str, headings: tuple[str, ...], printed: str, unit: str) -> None:
    number = read_amount(printed)
    assert number is not None
    assert unit_of(caption, headings, [number], Kind.INCOME) == unit
