"""The scale that headings state, and the one that a caption sets for its own row."""

from __future__ import annotations

import pytest

from converter.statements.scale import Scale, read_scale, row_scale


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("(in thousands)", 1_000),
        ("(In Millions)", 1_000_000),
        ("in billions of dollars", 1_000_000_000),
        ("(in thousand dollars)", 1_000),
        ("(in U.S. thousands)", 1_000),
        ("(in US $ thousands)", 1_000),
        ("(in $ thousands)", 1_000),
        ("(in $thousands)", 1_000),
        ("(in (thousands)", 1_000),
        ("in hundreds of thousands", 1_000),
        ("Amounts thousands", 1_000),
        ("Amount (thousands)", 1_000),
        ("Dollars (millions)", 1_000_000),
        ("US$ millions", 1_000_000),
        ("Thousands of dollars", 1_000),
        ("Millions of U.S. dollars", 1_000_000),
        ("Million of US dollars", 1_000_000),
        ("(thousands)", 1_000),
        ("( $ millions)", 1_000_000),
        ("($ billions)", 1_000_000_000),
        ("(000 omitted)", 1_000),
        ("000's omitted", 1_000),
        ("000\u2019s omitted", 1_000),
        ("000s omitted", 1_000),
        ("000' s omitted", 1_000),
        ("(Dollars in 000)", 1_000),
        ("(Dollars in 000's)", 1_000),
        ("000 except per share", 1_000),
        ("000, except per share", 1_000),
        ("$000", 1_000),
        ("$ 000's", 1_000),
        ("Thousands, except per share", 1_000),
        ("Millions (except per share", 1_000_000),
        ("Billions except per share", 1_000_000_000),
        ("($000's omitted)", 1_000),
        ("(Thousands except per share amounts)", 1_000),
        ("(In millions of dollars, except per-share amounts.)", 1_000_000),
        ("Dollars in Thousands", 1_000),
    ],
)
def test_a_scale_that_is_stated(text: str, money: int) -> None:
    assert read_scale([text]) == Scale(money, money, stated=True)


@pytest.mark.parametrize(
    "text",
    [
        "CONSOLIDATED BALANCE SHEETS",
        "Thousands of customers",
        "within thousandths",
        "begin thousands",
        "5,000 shares",
        "$0001",
        "thousands",
        "(thousand",
    ],
)
def test_what_states_none(text: str) -> None:
    assert read_scale([text]) is None


def test_the_nearest_line_counts() -> None:
    assert read_scale(["BALANCE SHEETS", "(in thousands)", "(in millions)"]) == Scale(1_000, 1_000, stated=True)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("(in thousands, except share data)", 1),
        ("(in thousands, except share and per share data)", 1),
        ("(in thousands, excepting shares)", 1),
        ("(in thousands, except per share data)", 1_000),
        ("(in thousands, except per common share data)", 1_000),
        ("(in thousands, except per-share data)", 1_000),
        ("(in thousands, except per unit data)", 1_000),
        ("(in thousands, except per share and per unit amounts)", 1_000),
        ("(in thousands, except per unit or per share amounts)", 1_000),
        ("(in thousands, except ratios) of all shares", 1_000),
        ("(in thousands, except shareholders)", 1_000),
        ("(in thousands) exceptional share items", 1_000),
        ("(in millions, except shares in thousands)", 1_000),
        ("(in millions, share data in thousands)", 1_000),
        ("(in millions, share amounts in thousands)", 1_000),
        ("(in millions, share amount in thousand)", 1_000),
        ("(in millions, shares outstanding in thousands)", 1_000),
        ("(in millions, except shares, which are stated in thousands)", 1_000),
        ("(in millions, except shares, which are in thousands)", 1_000),
        ("(in millions, shares are reflected in thousands)", 1_000),
        ("(in millions, each share is presented in thousands)", 1_000),
        ("(in millions, shares shown in thousands)", 1_000),
        ("(in millions, shares expressed in thousands)", 1_000),
        ("(in thousands, shares in millions)", 1_000_000),
        ("(in thousands, shares in billions)", 1_000_000_000),
    ],
)
def test_the_scale_of_shares_is_that_of_money_unless_it_is_excepted_or_stated(text: str, shares: int) -> None:
    scale = read_scale([text])

    assert scale is not None
    assert scale.shares == shares


@pytest.mark.parametrize(
    ("caption", "factor"),
    [
        ("Average shares (in thousands)", 1_000),
        ("Average shares (millions)", 1_000_000),
        ("Average shares ( billions )", 1_000_000_000),
        ("Average shares (000)", 1_000),
        ("Average shares (000's)", 1_000),
        ("Average shares (000\u2019s)", 1_000),
        ("Average shares (in 000s)", 1_000),
        ("Average shares", None),
        ("Average shares (thousandsfold)", None),
        ("Average shares in thousands", None),
        ("Average shares (0001)", None),
    ],
)
def test_a_row_may_set_its_own(caption: str, factor: int | None) -> None:
    assert row_scale(caption) == factor


def test_nothing_stated_is_whole_units() -> None:
    assert Scale() == Scale(1, 1, stated=False)
