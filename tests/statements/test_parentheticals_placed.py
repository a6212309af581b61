"""Numbers inside captions: of which column each is, in which scale, and where it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.parentheticals import read_parentheticals
from converter.statements.scale import Scale
from converter.statements.statement import Aspect, Basis, Column, Item
from converter.terms import Period
from tests.statements.captions import COLUMNS, NOW, host, items, said


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("allowance of $20", ["20", "-"]),  # the latest
        ("allowance of $20 at December 31, 1997", ["-", "20"]),
        ("allowance of $20 in 1997", ["-", "20"]),
        ("allowance of $20 of 1997", ["-", "20"]),
        ("allowance of 1997 - $20", ["-", "20"]),
        ("allowance of 1997: $20", ["-", "20"]),
        ("allowance of 1997 \u2014 $20", ["-", "20"]),
        ("allowance of $20 in 1996", ["20", "-"]),
        ("allowance of $20 at December 31, 1998 and December 31, 1997", ["20", "20"]),
        ("allowance of $20 in 1997 and 1998", ["20", "-"]),
        ("allowance of $20 and $18", ["20", "18"]),
        ("allowance of $20 in 1997 and $18 in 1998", ["18", "20"]),
        ("allowance of $20 in 1997 and $18 in 1997", ["20", "18"]),
        ("allowance of $20 in 1996 and $18 in 1997", ["20", "18"]),
        ("allowance of $20, $18 and $16", ["20", "18"]),
    ],
)
def test_which_column_a_number_is_of(caption: str, expected: list[str]) -> None:
    assert said(caption) == {"allowance": expected}


@pytest.mark.parametrize(
    "caption",
    [
        "Authorized shares: 1998 and 1997, 900; issued and outstanding: 1998, 500; 1997, 400",
        "Authorized shares: 1998, 1997, 900; issued and outstanding: 1997, 400; 1998, 500",
        "Authorized shares: December 31, 1998 and December 31, 1997, 900; issued and outstanding: 1998, 500; 1997, 400",
    ],
)
def test_a_year_may_stand_before_its_number_and_two_before_that_of_both(caption: str) -> None:
    both = ["500", "400"]
    assert said(caption) == {"authorized": ["900", "900"], "issued": both, "outstanding": both}


@pytest.mark.parametrize(
    ("caption", "currency"),
    [
        ("Common shares, \u20ac0.025 par value, 500 shares issued", "EUR"),
        ("Ordinary shares, par value NIS 0.01; 500 issued", "ILS"),
        ("Common stock, $0.01 par value; 500 issued", None),
    ],
)
def test_par_value_is_in_the_currency_of_its_sign(caption: str, currency: str | None) -> None:
    assert [(item.aspect, item.currency) for item in items(caption)] == [
        (Aspect.PAR_VALUE, currency),
        (Aspect.ISSUED, None),
    ]


def test_the_latest_column_need_not_be_the_first() -> None:
    (item,) = items("allowance of $20", columns=(COLUMNS[1], COLUMNS[0]))

    assert [(amount.column, amount.period) for amount in item.amounts] == [(1, NOW)]


def test_of_two_columns_of_one_year_the_first_has_the_number_of_that_year() -> None:
    middle = Column("June 30, 1998", Period(date(1998, 6, 30)))
    (item,) = items("allowance of $20 in 1998", columns=(COLUMNS[0], middle))

    assert [amount.column for amount in item.amounts] == [0]


def test_only_columns_of_the_registrants_own_periods_count() -> None:
    pro_forma = Column("Pro forma", NOW, Basis.PRO_FORMA)
    without = Column("?", None)

    assert items("par value $1", columns=(pro_forma, without)) == []
    (item,) = items("par value $1", columns=(pro_forma, without, COLUMNS[0]))
    assert [amount.column for amount in item.amounts] == [2]


# In which scale


@pytest.mark.parametrize(
    ("caption", "values", "scale", "value", "decimals"),
    [
        ("allowance of $20", (300_000,), Scale(1_000, 1_000), "20000", -3),
        ("allowance of $1.5", (300_000,), Scale(1_000, 1_000), "1500", -2),
        ("allowance of $20 million", (300_000,), Scale(1_000, 1_000), "20000000", -6),
        ("par value $.01", (300_000,), Scale(1_000, 1_000), "0.01", 2),
        ("issued 500", (300_000,), Scale(1_000, 1_000), "500000", -3),
        ("issued 500", (300_000,), Scale(1_000, 1), "500", 0),
        # in whole units although the statement is in thousands: nobody has sixty billion shares
        ("issued 60,000,000", (300_000,), Scale(1_000, 1_000), "60000000", 0),
        ("issued 59,999,999", (300_000,), Scale(1_000, 1_000), "59999999000", -3),
        ("issued 1,000,000", (300_000,), Scale(1_000_000, 1_000_000), "1000000", 0),
        ("issued 999,999", (300_000,), Scale(1_000_000, 1_000_000), "999999000000", -6),
        ("issued 99,999,999", (300_000,), Scale(1, 1), "99999999", 0),
        # or an allowance many times the receivables
        ("allowance of $150,001", (30_000_000,), Scale(1_000, 1_000), "150001", 0),
        ("allowance of $150,000", (30_000_000,), Scale(1_000, 1_000), "150000000", -3),
        ("allowance of $150,001", (-30_000_000,), Scale(1_000, 1_000), "150001", 0),
        ("allowance of $100,000", (30_000_000, 10_000), Scale(1_000, 1_000), "100000000", -3),
        ("allowance of $100,000", (1_000, 10_000), Scale(1_000, 1_000), "100000", 0),
        ("allowance of $99,999", (1_000,), Scale(1_000, 1_000), "99999000", -3),
        ("allowance of $150,001", (), Scale(1_000, 1_000), "150001000", -3),
        ("allowance of $150,001", (1_000,), Scale(1, 1), "150001", 0),
    ],
)
def test_the_scale_of_a_number(caption: str, values: tuple[int, ...], scale: Scale, value: str, decimals: int) -> None:
    amount = items(caption, *values, scale=scale)[0].amounts[0]

    assert (amount.value, amount.decimals) == (Decimal(value), decimals)


# Where


def test_each_number_points_at_its_own_digits_in_the_source() -> None:
    caption = "allowance of $20 and $20"
    lines = [(100, "allowance of"), (200, "  $20 and $20")]
    (item,) = read_parentheticals(caption, lines, host(caption), 7, COLUMNS, Scale())

    assert [(amount.printed, amount.span) for amount in item.amounts] == [
        ("20", Span(203, 205)),
        ("20", Span(211, 213)),
    ]


def test_a_number_whose_digits_the_source_does_not_have_is_left_out() -> None:
    caption = "allowance of $20"

    assert read_parentheticals(caption, [(0, "allowance of")], host(caption), 7, COLUMNS, Scale()) == []


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Common stock, $0.16 2/3 par value", {"par value": ["0.16667", "0.16667"]}),
        ("Common stock, $.01 2/3 par value", {"par value": ["0.01667", "0.01667"]}),
        ("Common stock, $1 1/4 stated value", {"par value": ["1.25", "1.25"]}),
        ("Debentures, 7 1/2%", {}),
        ("Common stock, par value of $5", {"par value": ["5", "5"]}),
        ("Common stock, par value per share - $.01", {"par value": ["0.01", "0.01"]}),
        ("Capital in excess of par value, net of deferred pay of $9", {"other": ["9", "-"]}),
        ("Capital in excess of par value less notes of $9 ($6 in 1997)", {"other": ["9", "6"]}),
        ("Notes, including current part of $9", {"other": ["9", "-"]}),
        ("Interest (of which $9 and $6 was capitalized)", {"other": ["9", "6"]}),
        ("Treasury stock, at cost: 1998-- 113; 1997-- 94", {"treasury": ["113", "94"]}),
        ("Treasury stock: 1998-- $113", {}),
        ("Notes of $9", {}),
        ("Notes, net of 9 others", {}),
        ("Stock, 500 shares issued (400 in 1997)", {"issued": ["500", "400"]}),
        ("Stock, 500 shares issued (400 shares at December 31, 1997)", {"issued": ["500", "400"]}),
        ("Stock, 500 shares issued in 1997 (400 in 1998)", {"issued": ["400", "500"]}),
        ("Less 500 shares in treasury, at cost (400 in 1997)", {"treasury": ["500", "400"]}),
        (
            "Stock, issued 500 and 400 shares at December 31, 1998 and December 31, 1997",
            {"issued": ["500", "400"]},
        ),
    ],
)
def test_fractions_and_figures_of_another_date_in_brackets(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


def test_a_heading_may_say_that_the_shares_are_in_treasury() -> None:
    caption = "shares: 1998 - 500 1997 - 400"
    under = Item(caption, ("Equity", "Treasury stock, at cost"), 2)
    (found,) = read_parentheticals(caption, [(0, caption)], under, 0, COLUMNS, Scale())
    assert found.aspect is Aspect.TREASURY
    assert [amount.value for amount in found.amounts] == [500, 400]
    assert read_parentheticals(caption, [(0, caption)], Item(caption, ("Treasury", "Other")), 0, COLUMNS, Scale()) == []
    deeper = Item(caption, ("Equity", "Treasury stock", "Other"))
    assert read_parentheticals(caption, [(0, caption)], deeper, 0, COLUMNS, Scale()) == []


@pytest.mark.parametrize(
    ("caption", "values", "expected"),
    [
        ("500 issued", (150, 150), ["500", "500"]),
        ("500 outstanding", (150, 150), ["500", "500"]),
        ("Treasury stock, 500 shares", (-150, -150), ["500", "500"]),
        ("500 issued", (150, 140), ["500", "-"]),
        ("500 issued", (0, 0), ["500", "-"]),
        ("500 issued", (150,), ["500", "-"]),
        ("500 issued in 1998", (150, 150), ["500", "-"]),
        ("allowance of $5", (150, 150), ["5", "-"]),
    ],
)
def test_an_undated_count_of_an_unchanged_amount_is_of_both_dates(
    caption: str, values: tuple[int, ...], expected: list[str]
) -> None:
    assert list(said(caption, *values).values()) == [expected]


@pytest.mark.parametrize(
    ("caption", "values", "expected"),
    [
        ("$.01 par value, 40,000 issued", (0, 0), ["40000", "40000"]),  # $400, in thousands
        ("$.01 par value, 50,000 issued", (0, 0), ["50000", "-"]),  # $500 would be printed
        ("$.01 par value, 40,000 issued", (0,), ["40000", "-"]),
        ("$.01 par value, 40,000 issued", (0, 150), ["40000", "-"]),
    ],
)
def test_an_undated_count_whose_par_value_rounds_to_nothing_is_of_both_dates(
    caption: str, values: tuple[int, ...], expected: list[str]
) -> None:
    assert said(caption, *values, scale=Scale(1000))["issued"] == expected


def test_without_a_par_value_a_dash_says_nothing_of_another_date() -> None:
    assert said("400 issued", 0, 0, scale=Scale(1000)) == {"issued": ["400", "-"]}
    in_thousands = said("$.01 par value, 40 issued", 0, 0, scale=Scale(1000, 1000))
    assert in_thousands["issued"] == ["40000", "40000"]
    assert said("$.01 par value, 50 issued", 0, 0, scale=Scale(1000, 1000))["issued"] == ["50000", "-"]


@pytest.mark.parametrize("dash", ["-", "--", "\N{EN DASH}", "\N{EM DASH}", " - ", " \N{EN DASH} "])
def test_a_year_may_stand_behind_its_number(dash: str) -> None:
    caption = f"Receivables, less allowance ($1,084{dash}1998; $972{dash}1997)"
    assert said(caption) == {"allowance": ["1084", "972"]}
    turned = f"Receivables, less allowance ($972{dash}1997; $1,084{dash}1998)"
    assert said(turned) == {"allowance": ["1084", "972"]}


@pytest.mark.parametrize("dash", ["-", "--", "\N{EN DASH}", "\N{EM DASH}"])
def test_numbers_by_year_behind_a_treasury_caption_count_its_shares(dash: str) -> None:
    caption = f"Common stock in treasury, at cost: 1998{dash}26,104; 1997{dash}17,642"
    assert said(caption) == {"treasury": ["26104", "17642"]}
    assert said(f"Common stock in trust, at cost: 1998{dash}26,104; 1997{dash}17,642") == {}
    assert said("Treasury stock, at cost: 26,104") == {}
