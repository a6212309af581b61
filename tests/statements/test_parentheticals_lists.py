"""Lists of numbers inside captions: what a later number counts, and of which date a single one is."""

from __future__ import annotations

from datetime import date

import pytest

from converter.statements.statement import Column
from converter.terms import Period
from tests.statements.captions import items, said

HALF_YEARS = (Column("Dec. 31", Period(date(1998, 12, 31))), Column("June 30", Period(date(1998, 6, 30))))
MARCH_JUNE = (Column("Mar. 28", Period(date(1998, 3, 28))), Column("June 30", Period(date(1997, 6, 30))))


@pytest.mark.parametrize(
    "caption",
    [
        "500 shares issued at December 31, 1998 and 400 at December 31, 1997",
        "500 shares issued at December 31, 1998 and 400 shares at December 31, 1997",
        "500 shares issued as of December 31, 1998; 400 shares as of 12/31/97",
        "500 issued in 1998 and 400 in 1997",
        "500 issued on December 31, 1998, 400 on December 31, 1997",
        "400 issued in 1997, 500 in 1998",
        "500 shares issued in 1998 (1997 - 400)",
        "500 shares issued in 1998; 400 - 1997",
        "900 shares authorized at December 31, 1998; 500 issued in December 1998 and 400 in December 1997",
    ],
)
def test_a_number_with_a_date_counts_what_the_one_before_it_counts(caption: str) -> None:
    assert said(caption)["issued"] == ["500", "400"]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        # no date of its own, or none of the number before it
        ("500 issued in 1998 and 400 reserved", {"issued": ["500", "-"]}),
        ("500 issued and 400 in 1997", {"issued": ["500", "-"]}),
        ("500 authorized; 400 shares in 1997", {"authorized": ["500", "500"]}),
        # a word between them
        ("500 issued in 1998 and, reserved, 400 in 1997", {"issued": ["500", "-"]}),
        # another keyword
        ("500 issued in 1998 and 400 outstanding in 1997", {"issued": ["500", "-"], "outstanding": ["-", "400"]}),
    ],
)
def test_without_a_list_a_number_counts_nothing(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("500 issued at December 31, 1998 and (held) 400 at December 31, 1997", ["500", "-"]),
        ("500 issued at December 31, 1998 and December 31, 1997, (held) 400", ["500", "500"]),
        ("at December 31, 1998 and December 31, 1997, 500 issued", ["500", "500"]),
        ("500 issued, 7 held, at December 31, 1998 and December 31, 1997", ["500", "500"]),
        ("500 issued at December 31, 1997 and December 31, 1997", ["-", "500"]),
        ("500 issued at December 31, 1996", ["500", "-"]),
        ("issued 500 (400 in 1998)", ["400", "500"]),
        ("issued 500 (400 on 12/31/97)", ["500", "400"]),
        ("500 issued (400 12/31/97)", ["500", "400"]),
        ("500 issued (400 kept in 1997)", ["500", "-"]),
        ("authorized by the board 500 shares issued", ["500", "-"]),
        ("shares issued by the company to its founders 500 shares", ["500", "-"]),
        ("issued 19987", ["19987", "-"]),
    ],
)
def test_one_number_is_of_the_dates_that_stand_with_it(caption: str, expected: list[str]) -> None:
    assert said(caption) == {"issued": expected}


def test_what_is_authorized_is_so_at_all_dates() -> None:
    later = "900 shares authorized; issued at December 31, 1998 - 500; 1997 - 400"
    assert said(later) == {"authorized": ["900", "900"], "issued": ["500", "400"]}
    assert said("900 authorized at December 31, 1997; 400 issued at December 31, 1997") == {
        "authorized": ["-", "900"],
        "issued": ["-", "400"],
    }


@pytest.mark.parametrize(
    ("caption", "authorized", "issued"),
    [
        ("authorized 900 shares, 500 and 400 shares issued", ["900", "900"], ["500", "400"]),
        ("authorized 900 shares; 500 and 400 shares issued", ["900", "900"], ["500", "400"]),
        ("authorized 900 and 800, 500 and 400 shares issued", ["900", "800"], ["500", "400"]),
        ("authorized 900 or 800 shares, 500 issued", ["900", "800"], ["500", "-"]),
        ("authorized 900 in 1998, 800 in 1997; 500 and 400 issued", ["900", "800"], ["500", "400"]),
        (
            "authorized, 1998-900 thousand; 1997-800 thousand; issued-500 thousand",
            ["900000", "800000"],
            ["500000", "-"],
        ),
    ],
)
def test_what_follows_the_shares_authorized_is_another_count(
    caption: str, authorized: list[str], issued: list[str]
) -> None:
    assert said(caption) == {"authorized": authorized, "issued": issued}


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("500 shares; issued 400", {"issued": ["400", "-"]}),
        ("500 shares, issued: 400", {"issued": ["400", "-"]}),
        ("500 shares; issued shares \N{EM DASH} 400", {"issued": ["400", "-"]}),
        ("500 shares issued 400", {"issued": ["500", "-"]}),
        ("500 shares; issued", {"issued": ["500", "-"]}),
        ("500 shares, issued, held 400", {"issued": ["500", "-"]}),
    ],
)
def test_a_keyword_right_before_the_next_number_is_of_that(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


BOTH = ["500", "500"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("authorized and outstanding", {"authorized": BOTH, "outstanding": ["500", "-"]}),
        ("authorized and issued", {"authorized": BOTH, "issued": ["500", "-"]}),
        (
            "authorized, issued and outstanding",
            {"authorized": BOTH, "issued": ["500", "-"], "outstanding": ["500", "-"]},
        ),
        (
            "authorized and issued and outstanding",
            {"authorized": BOTH, "issued": ["500", "-"], "outstanding": ["500", "-"]},
        ),
        ("issue and outstanding", {"issued": ["500", "-"], "outstanding": ["500", "-"]}),
        ("preauthorized and outstanding", {"outstanding": ["500", "-"]}),
        ("preauthorized and issued", {"issued": ["500", "-"]}),
        ("preauthorized, issued and outstanding", {"issued": ["500", "-"], "outstanding": ["500", "-"]}),
    ],
)
def test_keywords_that_share_a_number(words: str, expected: dict[str, list[str]]) -> None:
    assert said(f"Stock, {words}, 500 shares") == expected
    if not words.startswith("pre"):
        assert said(f"Stock, 500 shares {words}") == expected


def test_columns_of_one_year_are_told_apart_by_day() -> None:
    for caption in (
        "400 issued at June 30, 1998 and 500 at December 31, 1998",
        "issued: June 30, 1998 - 400; December 31, 1998 - 500",
        "issued 500 (400 at June 30)",
    ):
        (item,) = items(caption, columns=HALF_YEARS)
        assert [(amount.column, amount.printed) for amount in sorted(item.amounts, key=lambda each: each.column)] == [
            (0, "500"),
            (1, "400"),
        ], caption


@pytest.mark.parametrize(
    "caption",
    [
        "allowance, June - $58; March - $64",
        "allowance: June: $58, March: $64",
        "allowance, Mar. \N{EN DASH} 64; June -- 58",
        "allowance $58 \N{EN DASH} June 30, 1997; $64 \N{EN DASH} March 28, 1998",
    ],
)
def test_months_may_stand_for_dates(caption: str) -> None:
    (item,) = items(caption, columns=MARCH_JUNE)
    assert {amount.column: amount.printed for amount in item.amounts} == {0: "64", 1: "58"}


def test_a_month_without_a_year_names_no_column_where_two_end_in_it() -> None:
    assert said("allowance, December - $58") == {"allowance": ["58", "-"]}
    assert said("allowance of $58 (December 31 - $60)") == {"allowance": ["58", "60"]}


@pytest.mark.parametrize(
    "caption",
    [
        "shares issued: 1998, 500; 1997, 400",
        "shares issued: 1997, 400; 1998, 500",
        "issued: 500-1998; 400-1997",
        "issued: 500 \N{EN DASH} December 31, 1998; 400 \N{EN DASH} December 31, 1997",
    ],
)
def test_dates_set_off_from_their_numbers(caption: str) -> None:
    assert said(caption) == {"issued": ["500", "400"]}


@pytest.mark.parametrize(
    "line", ["1998, 500; 1997, 400", "1998 - 500 shares; 1997 - 400 shares", "12/31/98: 500; 12/31/97: 400"]
)
def test_shares_in_treasury_by_dates(line: str) -> None:
    assert said(f"Treasury stock, at cost: {line}") == {"treasury": ["500", "400"]}


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("500 shares issued in 1998 and none in 1997", {"issued": ["500", "0"]}),
        ("500 issued at December 31, 1998; none at December 31, 1997", {"issued": ["500", "0"]}),
        ("allowance of $50 in 1998 (none in 1997)", {"allowance": ["50", "0"]}),
        ("shares issued: 1998, 500; 1997, none", {"issued": ["500", "0"]}),
        ("900 authorized, none in treasury", {"authorized": ["900", "900"]}),
        ("900 authorized, nonevent", {"authorized": ["900", "900"]}),
    ],
)
def test_none_of_a_date_is_a_number(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("shares issued-2,500 in 1998 and 2,400 in 1997", {"issued": ["2500", "2400"]}),
        (
            "authorized-165 million; issued-7.2 thousand",
            {"authorized": ["165000000", "165000000"], "issued": ["7200", "-"]},
        ),
        ("allowance, plan B-2", {}),
        ("allowance, plan B7-2", {}),
    ],
)
def test_a_hyphen_before_a_quantity(caption: str, expected: dict[str, list[str]]) -> None:
    assert said(caption) == expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("issued, 499 and 508; outstanding, 412 and 421", {"issued": ["499", "508"], "outstanding": ["412", "421"]}),
        ("authorized, 900; issued, 499", {"authorized": ["900", "900"], "issued": ["499", "-"]}),
        ("900 shares, authorized, 499 issued", {"authorized": ["900", "900"], "issued": ["499", "-"]}),
    ],
)
def test_behind_a_semicolon_a_keyword_and_a_comma_lead_to_what_follows(
    caption: str, expected: dict[str, list[str]]
) -> None:
    assert said(f"Common stock, {caption}", 50, 51) == expected
