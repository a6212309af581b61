"""Numbers inside the captions of a balance sheet: which are quantities, what each counts, and when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.span import Span
from converter.statements.parentheticals import read_parentheticals
from converter.statements.scale import Scale
from converter.statements.statement import Amount, Aspect, Basis, Column, Item, Role
from converter.terms import Period

NOW, BEFORE = Period(date(1998, 12, 31)), Period(date(1997, 12, 31))
COLUMNS = (Column("1998", NOW), Column("1997", BEFORE))
NOWHERE = Span(0, 0)


def host(caption: str, *values: int) -> Item:
    amounts = tuple(Amount(str(value), Decimal(value), -3, at, NOW, NOWHERE) for at, value in enumerate(values))
    return Item(caption, ("Equity:",), 1, Role.LINE, "USD", amounts, NOWHERE)


def items(caption: str, *values: int, scale: Scale | None = None, columns: tuple[Column, ...] = COLUMNS) -> list[Item]:
    return read_parentheticals(caption, [(0, caption)], host(caption, *values), 7, columns, scale or Scale())


def said(caption: str, *values: int, scale: Scale | None = None) -> dict[str, list[str]]:
    """By what they count, the values for the first column and the second; `-` for one without."""
    found: dict[str, list[str]] = {}
    for item in items(caption, *values, scale=scale):
        assert item.aspect is not None
        cells = found.setdefault(item.aspect.value, ["-", "-"])
        for amount in item.amounts:
            cells[amount.column] = f"{amount.value.normalize():f}"
    return found


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
        ("Treasury stock, 500 shares at cost", {"treasury": ["500", "-"]}),
        ("Treasury stock, 500 shares and 400", {"treasury": ["500", "400"]}),
        ("Treasury stock, 1 share", {"treasury": ["1", "-"]}),
        ("Treasury stock, 500 common shares", {"treasury": ["500", "-"]}),
        ("Treasury stock, 500 preferred shares", {"treasury": ["500", "-"]}),
        ("Treasury stock, shares: 500", {"treasury": ["500", "-"]}),
        ("Less: treasury stock, 500 shares", {"treasury": ["500", "-"]}),
        ("Treasury stock, at cost, 500", {}),
        ("Held by others, 500 shares", {}),
        ("Unreserved funds of 500", {}),
        ("Unauthorized use of 500", {}),
    ],
)
def test_what_a_number_counts(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


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


# When


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
        ("issued 100,000", (300_000,), Scale(1_000_000, 1_000_000), "100000", 0),
        ("issued 99,999", (300_000,), Scale(1_000_000, 1_000_000), "99999000000", -6),
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
        ("Common stock, $0.16 2/3 par value", {"par value": ["0.1667", "0.1667"]}),
        ("Common stock, $.01 2/3 par value", {"par value": ["0.0167", "0.0167"]}),
        ("Common stock, $1 1/4 stated value", {"par value": ["1.25", "1.25"]}),
        ("Debentures, 7 1/2%", {}),
        ("Common stock, par value of $5", {"par value": ["5", "5"]}),
        ("Common stock, par value per share - $.01", {"par value": ["0.01", "0.01"]}),
        ("Capital in excess of par value, net of deferred pay of $9", {"other": ["9", "-"]}),
        ("Capital in excess of par value less notes of $9 ($6 in 1997)", {"other": ["9", "6"]}),
        ("Notes, including current part of $9", {"other": ["9", "-"]}),
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
