"""Days that the title names for all columns, and which column is of which."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from converter.statements.calendar import Calendar
from converter.statements.lengths import Length
from converter.statements.own_days import with_own_days
from converter.statements.periods import closing_day, read_head


def ends(title: str, *heads: str, **calendar: object) -> list[date | None]:
    known = Calendar(**calendar)  # type: ignore[arg-type]
    own, said = with_own_days([read_head(head) for head in heads], read_head(title), known)
    return [closing_day(head, said, known) for head in own]


@pytest.mark.parametrize(
    ("title", "heads", "days"),
    [
        # years named before their ends
        ("At January 1, 1995 and January 2, 1994", ("1994", "1993"), (date(1995, 1, 1), date(1994, 1, 2))),
        ("At January 2, 1994 and January 1, 1995", ("1993", "1994"), (date(1994, 1, 2), date(1995, 1, 1))),
        ("Years ended February 3, 1996 and January 28, 1995", ("1995", "1994"), (date(1996, 2, 3), date(1995, 1, 28))),
        # two in one calendar year
        ("December 31, 2000 and January 2, 2000", ("2000", "1999"), (date(2000, 12, 31), date(2000, 1, 2))),
        # the title's order need not be that of the columns
        ("December 25, 1999 and December 26, 1998", ("1998", "1999"), (date(1998, 12, 26), date(1999, 12, 25))),
        # lengths over several columns
        (
            "Three and six months ended June 26, 1999 and June 27, 1998",
            ("Three Months 1999", "Three Months 1998", "Six Months 1999", "Six Months 1998"),
            (date(1999, 6, 26), date(1998, 6, 27), date(1999, 6, 26), date(1998, 6, 27)),
        ),
    ],
)
def test_years_take_the_days_of_the_title(title: str, heads: tuple[str, ...], days: tuple[date, ...]) -> None:
    assert ends(title, *heads) == list(days)
    in_head = [f"{title} {head}" for head in heads]  # the title's line reaches over the columns
    assert ends("", *in_head) == list(days)


def test_a_title_that_names_other_years_is_not_about_the_columns() -> None:
    title = "Restated for the merger on May 7, 1992 and the split on June 8, 1991"
    assert ends(title, "1999", "1998", fiscal_year_end=(12, 31)) == [date(1999, 12, 31), date(1998, 12, 31)]
    title = "December 31, 2001 and 2000 and June 30, 2000"
    assert ends(title, "1999", "1998", fiscal_year_end=(9, 30)) == [date(1999, 9, 30), date(1998, 9, 30)]


def test_of_more_days_than_years_those_of_the_same_year_count() -> None:
    title = "December 25, 1999, December 26, 1998 and December 27, 1997"
    assert ends(title, "1999", "1998") == [date(1999, 12, 25), date(1998, 12, 26)]


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Year ended January 29, 1995", [date(1995, 1, 29), date(1994, 1, 30)]),
        ("Year ended June 29, 1995", [date(1995, 6, 29), date(1994, 6, 29)]),
        ("Year ended July 29, 1995", [date(1994, 7, 29), date(1993, 7, 29)]),
    ],
)
def test_one_day_of_the_latest_year_tells_that_years_are_named_before_their_ends(title: str, days: list[date]) -> None:
    assert ends(title, "1994", "1993", ends=Counter([date(1994, 1, 30)])) == days


@pytest.mark.parametrize(
    ("title", "heads", "days"),
    [
        ("June 30, 1999 and 1998", ("", ""), [date(1999, 6, 30), date(1998, 6, 30)]),
        ("September 30, 2000 and July 1, 2000", ("", ""), [date(2000, 9, 30), date(2000, 7, 1)]),
        (
            "Periods ended June 30, 1999 and 1998",
            ("Three months", "Three months", "Six months", "Six months"),
            [date(1999, 6, 30), date(1998, 6, 30)] * 2,
        ),
        ("June 30, 1999 and June 28, 1998", ("", "", ""), [None, None, None]),
        ("July 22, 1999 to September 30, 2003", ("", ""), [None, None]),
    ],
)
def test_heads_without_a_date_take_them_in_order(title: str, heads: tuple[str, ...], days: list[date | None]) -> None:
    assert ends(title, *heads) == days


def test_days_in_a_head_over_columns_that_have_no_other_go_to_them_in_order() -> None:
    head = "June 28, 1997 June 29, 1996"
    assert ends("", head, head) == [date(1997, 6, 28), date(1996, 6, 29)]


def test_one_day_over_several_columns_is_that_of_each() -> None:
    assert ends("", "June 28, 1997", "June 28, 1997") == [date(1997, 6, 28)] * 2
    assert ends("", "January 1, 1997 to June 28, 1997", "January 1, 1997 to June 28, 1997") == [date(1997, 6, 28)] * 2


@pytest.mark.parametrize(
    ("title", "head", "length"),
    [
        ("January 28, 1995 and January 29, 1994", "1994", Length(12)),
        ("Three months ended April 30, 1995 and April 24, 1994", "1994", None),
        ("Periods ended April 30, 1995 and April 24, 1994", "Three months 1994", Length(3)),
    ],
)
def test_years_that_take_a_day_are_years_unless_a_length_is_named(title: str, head: str, length: Length | None) -> None:
    heads = [read_head(head), read_head(head.replace("1994", "1993"))]
    own, _ = with_own_days(heads, read_head(title), Calendar())
    assert own[0].length == length


SINCE = "For the period from March 24, 1999 (inception) to December 31, 1999"


@pytest.mark.parametrize(
    ("title", "heads", "starts"),
    [
        (SINCE, ("",), [date(1999, 3, 24)]),
        (SINCE, ("1999",), [date(1999, 3, 24)]),
        ("From May 5, 1998 to June 30, 1999", ("1999",), [date(1998, 5, 5)]),
        (SINCE, ("1998",), [None]),
        (SINCE, ("Six months",), [None]),
        (SINCE, ("September 30, 1999",), [None]),
        (SINCE, ("1999", "1998"), [None, None]),
        (f"{SINCE} and December 31, 1998", ("1999",), [None]),
    ],
)
def test_a_title_of_a_first_day_and_a_last_dates_its_only_column(
    title: str, heads: tuple[str, ...], starts: list[date | None]
) -> None:
    own, said = with_own_days([read_head(head) for head in heads], read_head(title), Calendar())
    assert [head.start for head in own] == starts
    if starts[0]:
        assert closing_day(own[0], said, Calendar()) == date(
            1999, 6 if "June" in title else 12, 30 + ("June" not in title)
        )
