"""Numbers inside captions as they are written: in clauses, in words, of classes of stock, with fractions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.statements.scale import Scale
from converter.statements.statement import Aspect
from tests.statements.captions import items, said


def test_numbers_of_a_dated_clause_are_of_its_date() -> None:
    expected = {"authorized": ["900", "900"], "issued": ["500", "400"], "outstanding": ["450", "350"]}
    for caption in (
        "Stock, 900 shares authorized; 500 issued and 450 outstanding at December 31, 1998; "
        "400 issued and 350 outstanding at December 31, 1997",
        "Stock, 900 shares authorized; 400 issued and 350 outstanding in 1997; 500 issued and 450 outstanding in 1998",
        "Stock, authorized 900 shares; at December 31, 1998, issued 500, outstanding 450; "
        "at December 31, 1997, issued 400, outstanding 350",
    ):
        assert said(caption) == expected, caption


def test_two_classes_in_one_caption_are_not_taken_for_two_dates() -> None:
    caption = "Class A, 500 issued, 450 outstanding; class B, 400 issued, 350 outstanding at December 31, 1998"
    assert [item.aspect for item in items(caption)] == [
        Aspect.ISSUED, Aspect.OUTSTANDING, Aspect.ISSUED, Aspect.OUTSTANDING,
    ]  # fmt: skip


def test_a_second_number_of_one_clause_is_another_item() -> None:
    caption = "100 issued, 90 outstanding in 1998; 80 issued, 70 outstanding, 60 issued in 1997"
    assert [[amount.printed for amount in item.amounts] for item in items(caption)] == [
        ["100", "80"], ["90", "70"], ["60"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "values"),
    [
        ("authorized 3.6 billion shares", ["3600000000", "3600000000"]),
        ("issued 1,160 million shares and 1,158 million shares", ["1160000000", "1158000000"]),
        ("issued 1.2 and 1.1 billion shares", ["1200000000", "1100000000"]),
        ("1.2 and 1.1 billion shares issued", ["1200000000", "1100000000"]),
        ("900 thousand and 1.1 billion shares issued", ["900000", "1100000000"]),
    ],
)
def test_words_of_scale(caption: str, values: list[str]) -> None:
    assert list(said(caption, scale=Scale(1_000_000, 1_000_000)).values()) == [values]


def test_one_count_that_must_be_whole_makes_all_of_its_caption_whole() -> None:
    scale = Scale(1_000, 1_000)
    caption = "Stock, 100,000,000 shares authorized, 15,087,272 and 14,927,292 shares issued"
    assert said(caption, scale=scale)["issued"] == ["15087272", "14927292"]
    assert said("Stock, 59,000,000 shares authorized, 15,087 issued", scale=scale)["issued"] == ["15087000", "-"]
    assert said("Stock, 190 million shares authorized, 15,087 issued", scale=scale)["issued"] == ["15087000", "-"]
    assert said("Stock, liquidation value $100,000,000, 15,087 issued", scale=scale)["issued"] == ["15087000", "-"]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Stock, no par value; 320,000 shares authorized", {"authorized": ["320000", "320000"]}),
        ("Stock, without par value, 235 shares authorized", {"authorized": ["235", "235"]}),
        ("Stock, no par value, 500 authorized", {"authorized": ["500", "500"]}),
        ("900 common shares - par value $2", {"par value": ["2", "2"]}),
        (
            "Stock, par value, $0.001, 1,000 and 300 shares authorized",
            {"par value": ["0.001", "0.001"], "authorized": ["1000", "300"]},
        ),
    ],
)
def test_what_counts_shares_is_no_par_value(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize(
    ("printed", "value", "decimals"),
    [
        ("$.16 2/3", "0.16667", 5),
        ("$0.16 2/3", "0.16667", 5),
        ("1 2/3 cents", "0.01667", 5),
        ("1-2/3 cents", "0.01667", 5),
        ("1 2/3c", "0.01667", 5),
        (".16 2/3", "0.16667", 5),
        ("$.12 1/2", "0.125", 3),
        ("$1 1/4", "1.25", 2),
        ("5 cents", "0.05", 2),
        ("1 cent", "0.01", 2),
        ("20 cents", "0.2", 1),
    ],
)
def test_par_values_in_cents_and_fractions(printed: str, value: str, decimals: int) -> None:
    (item,) = items(f"Stock, par value {printed} per share")

    assert {(amount.value, amount.decimals) for amount in item.amounts} == {(Decimal(value), decimals)}


def test_a_fraction_of_a_percentage_is_a_rate() -> None:
    for rate in ("7 1/2%", "7-1/2%", "7 1/2 %"):
        assert said(f"Stock, {rate}, 500 shares issued") == {"issued": ["500", "-"]}


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("none and 400 shares issued", {"issued": ["0", "400"]}),
        ("400 and none issued", {"issued": ["400", "0"]}),
        ("500 shares authorized, none issued", {"authorized": ["500", "500"]}),
    ],
)
def test_none_is_a_number_of_a_list(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected
