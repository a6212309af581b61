"""What the words of heads and titles say of days and lengths; nothing is guessed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from converter.statements.calendar import Calendar, PartialDate
from converter.statements.lengths import Length, only, read_lengths
from converter.statements.periods import Head, closing_day, duration, instant, read_head
from converter.terms import Period

Day = tuple[int | None, int | None, int | None]


def days(text: str) -> list[Day]:
    return [(day.year, day.month, day.day) for day in read_head(text).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("December 31, 1998", [(1998, 12, 31)]),
        ("Dec. 31 1998", [(1998, 12, 31)]),
        ("December 31st, 1998", [(1998, 12, 31)]),
        ("June 2nd", [(None, 6, 2)]),
        ("June 3rd", [(None, 6, 3)]),
        ("June 4th", [(None, 6, 4)]),
        ("June 5 . 1998", [(1998, 6, 5)]),
        ("June 5, '98", [(1998, 6, 5)]),
        ("June '98", [(1998, 6, None)]),
        ("June", [(None, 6, None)]),
        ("June 1998", [(1998, 6, None)]),
        ("28 January 1995", [(1995, 1, 28)]),
        ("1st June 1998", [(1998, 6, 1)]),
        ("2nd June 1998", [(1998, 6, 2)]),
        ("3rd June 1998", [(1998, 6, 3)]),
        ("4th June 1998", [(1998, 6, 4)]),
        ("28 January", [(None, 1, None)]),  # a number before a month without a year is another thing
        ("$28 January 1995", [(1995, 1, None)]),
        ("1,28 January 1995", [(1995, 1, None)]),
        ("1998-28 January 1995", [(1998, None, None), (1995, 1, None)]),
        ("128 January 1995", [(1995, 1, None)]),
        ("June 128", [(None, 6, None)]),
        ("June 12/98", [(None, 6, None)]),
        ("June 32, 1998", [(1998, None, None)]),
        ("June 0, 1998", [(1998, None, None)]),
        ("may change", []),
        ("May 5", [(None, 5, 5)]),
        ("May 1998", [(1998, 5, None)]),
        ("Marchand 1998", [(1998, None, None)]),
        ("9/30/98", [(1998, 9, 30)]),
        ("09-30-1998", [(1998, 9, 30)]),
        ("9/30/2003", [(2003, 9, 30)]),
        ("13/30/98", []),
        ("9/32/98", []),
        ("9/30/198", []),
        ("9/30", [(None, 9, 30)]),
        ("1998", [(1998, None, None)]),
        ("FY98", [(1998, None, None)]),
        ("Fiscal '98", [(1998, None, None)]),
        ("Fiscal 98", [(1998, None, None)]),
        ("Q4 98", [(1998, None, None)]),
        ("q1'03", [(2003, None, None)]),
        ("'98", [(1998, None, None)]),
        ("98", []),
        ("Q5 98", []),
        ("'981", []),
        ("19981", []),
        ("91998", []),
        ("June 30, 1998 1997", [(1998, 6, 30), (1997, None, None)]),
        ("1997 and June 30, 1998", [(1997, None, None), (1998, 6, 30)]),
        ("9/30/98, then June 5, 1997", [(1998, 9, 30), (1997, 6, 5)]),
        ("", []),
    ],
)
def test_days_as_print_gives_them(text: str, expected: list[Day]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("December 31, 1994 and December 25, 1993", (1993, 12, 25)),
        ("December 31, 1994 and December 25, 1993 1994", (1994, 12, 31)),
        ("December 31, 1994 1995", (1995, 12, 31)),
        ("December 31, 1994 and June 30 1995", (1995, 6, 30)),
        ("Sept 30 1999", (1999, 9, 30)),
        ("Sept 30", (None, 9, 30)),
        ("1999", (1999, None, None)),
        ("1998 Sept 30", (1998, 9, 30)),
        ("1998 1999 Sept 30 June 5", (1999, 6, 5)),
        ("", (None, None, None)),
    ],
)
def test_the_day_that_closes_a_period_is_put_together_from_its_pieces(text: str, end: Day) -> None:
    found = read_head(text).end
    assert (found.year, found.month, found.day) == end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("July 22 to September 30, 2003", date(2003, 7, 22)),
        ("July 22 through September 30, 2003", date(2003, 7, 22)),
        ("July 22 thru September 30, 2003", date(2003, 7, 22)),
        ("July 22 until September 30, 2003", date(2003, 7, 22)),
        ("July 22 - September 30, 2003", date(2003, 7, 22)),
        ("July 22 \u2013 September 30, 2003", date(2003, 7, 22)),
        ("July 22 \u2014 September 30, 2003", date(2003, 7, 22)),
        ("July 22 to and including September 30, 2003", date(2003, 7, 22)),
        ("July 22, 2001 (inception) to September 30, 2003", date(2001, 7, 22)),
        ("July 22, 2001 (date of inception) to September 30, 2003", date(2001, 7, 22)),
        ("(July 22, 2001) to September 30, 2003", date(2001, 7, 22)),
        ("October 22 to September 30, 2003", date(2002, 10, 22)),
        ("September 30 to September 30, 2003", date(2003, 9, 30)),
        ("7/22/01 to 9/30/03", date(2001, 7, 22)),
        ("July to September 30, 2003", None),
        ("July 22 to September 2003", None),
        ("July 22 to September 30", None),
        ("July 22 and September 30, 2003", None),
        ("July 22 compared to September 30, 2003", None),
        ("June 30, 2001, July 22, 2002 to September 30, 2003", date(2002, 7, 22)),
    ],
)
def test_the_first_day_where_both_are_printed(text: str, start: date | None) -> None:
    assert read_head(text).start == start


@pytest.mark.parametrize(
    ("text", "since"),
    [("From inception", True), ("Cumulative", True), ("Conceptions", False), ("Cumulatively", False), ("June", False)],
)
def test_columns_that_run_from_the_beginning(text: str, since: bool) -> None:
    assert read_head(text).since_inception is since


# Lengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three months", [Length(3)]),
        ("3 month", [Length(3)]),
        ("12-months", [Length(12)]),
        ("six fiscal months", [Length(6)]),
        ("9 mos", [Length(9)]),
        ("1 mo", [Length(1)]),
        ("Two quarters", [Length(6)]),
        ("3 quarter", [Length(9)]),
        ("13 weeks", [Length(3, 13)]),
        ("Fifty-two weeks", [Length(12, 52)]),
        ("53 week", [Length(12, 53)]),
        ("16 weeks", [Length(4, 16)]),
        ("1 week", []),
        ("three and nine months", [Length(3), Length(9)]),
        ("3 or 6 months", [Length(3), Length(6)]),
        ("13, 26 weeks", [Length(3, 13), Length(6, 26)]),
        ("Quarter", [Length(3)]),
        ("quarters", [Length(3)]),
        ("Quarterly", [Length(3)]),
        ("Q3", [Length(3)]),
        ("Q5", []),
        ("First quarter", [Length(3)]),
        ("3rd qtr", [Length(3)]),
        ("5th qtr", []),
        ("half", [Length(6)]),
        ("Semi-annual", [Length(6)]),
        ("Semiannual", [Length(6)]),
        ("halfway", []),
        ("Year ended", [Length(12)]),
        ("Fiscal years ending", [Length(12)]),
        ("Years end", [Length(12)]),
        ("for the fiscal years", [Length(12)]),
        ("for the years", [Length(12)]),
        ("Fiscal", [Length(12)]),
        ("Annual", [Length(12)]),
        ("full year", [Length(12)]),
        ("year", [Length(12)]),
        ("FY", [Length(12)]),
        ("years", []),
        ("yearling", []),
        ("Quarter of the year", [Length(3)]),
        ("half year", [Length(6)]),
        ("Three months of the year", [Length(3)]),
        ("thirty monthly", [Length(30)]),
        ("June 30, 1998", []),
    ],
)
def test_lengths_as_print_names_them(text: str, expected: list[Length]) -> None:
    assert list(dict.fromkeys(read_lengths(text))) == expected


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], None),
        ([Length(3)], Length(3)),
        ([Length(3), Length(3, 13)], Length(3, 13)),
        ([Length(3, 13), Length(3, 14)], Length(3)),
        ([Length(3), Length(6)], None),
    ],
)
def test_the_one_length_that_several_name(lengths: list[Length], expected: Length | None) -> None:
    assert only(lengths) == expected


def test_of_several_lengths_of_a_head_the_last_counts() -> None:
    assert read_head("Three months and six months").length == Length(6)
    assert read_head("13 weeks: three months").length == Length(3, 13)
    assert read_head("June").length is None


# What completes a head


def end(head: str, title: str = "", **calendar: object) -> date | None:
    return closing_day(read_head(head), read_head(title), Calendar(**calendar))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "title", "expected"),
    [
        ("June 30, 1998", "", date(1998, 6, 30)),
        ("1998", "June 30, 1999 and July 1, 1998", date(1998, 7, 1)),  # the title's day of that year
        ("1998", "Years ended June 30", date(1998, 6, 30)),
        ("1998", "Years ended June 30, 1999", date(1998, 6, 30)),
        ("1998", "June 30 and July 1", None),
        ("1998", "", None),
        ("June 30", "June 30, 1999", date(1999, 6, 30)),
        ("June 30", "July 1, 1999", date(1999, 6, 30)),
        ("July 30", "July 1, 1999", date(1999, 7, 30)),
        ("", "June 30, 1999", date(1999, 6, 30)),
        ("", "June 30, 1999 and June 30, 1998", None),
        ("", "1999", None),
    ],
)
def test_a_title_completes_what_a_head_leaves_out(head: str, title: str, expected: date | None) -> None:
    assert end(head, title) == expected


def test_a_bare_year_ends_with_the_fiscal_year_or_the_day_of_the_report() -> None:
    assert end("1998", fiscal_year_end=(9, 30)) == date(1998, 9, 30)
    assert end("1998", "Three months", fiscal_year_end=(9, 30)) is None
    assert end("1998", "Three months", fiscal_year_end=(9, 30), period=date(1999, 6, 30)) == date(1998, 6, 30)
    assert end("1998", "Twelve months", fiscal_year_end=(9, 30), period=date(1999, 6, 30)) == date(1998, 9, 30)
    assert end("1998", period=date(1999, 6, 30)) == date(1998, 6, 30)


def period(head: str, title: str = "", **calendar: object) -> Period | None:
    return duration(read_head(head), read_head(title), Calendar(**calendar))  # type: ignore[arg-type]


def test_a_first_day_that_is_printed_counts() -> None:
    assert period("July 22 to September 30, 2003") == Period(date(2003, 9, 30), date(2003, 7, 22))
    assert period("", "July 22, 2003 to September 30") is None
    assert period("", "July 22 to September 30, 2003") == Period(date(2003, 9, 30), date(2003, 7, 22))
    assert period("Three months ended June 30, 2003", "July 22, 2001 to September 30, 2003") == Period(
        date(2003, 6, 30), date(2003, 4, 1)
    )


def test_the_length_is_the_heads_or_the_only_one_of_the_title() -> None:
    june = date(1999, 6, 30)
    assert period("June 30, 1999", "Three months") == Period(june, date(1999, 4, 1))
    assert period("Six months ended June 30, 1999", "Three months") == Period(june, date(1999, 1, 1))
    assert period("June 30, 1999", "Three months, six months") is None
    assert period("June 30, 1999", lengths={june: {Length(6)}}) == Period(june, date(1999, 1, 1))
    assert period("June 30, 1999", lengths={june: {Length(6), Length(3)}}) is None
    assert period("1999", period=june) == Period(june, date(1998, 7, 1)), "bare years are years"
    assert period("June 30, 1999 1998", "") is None


def test_a_period_ends_behind_its_first_day() -> None:
    head = Head((PartialDate(2003, 9, 30),), start=date(2003, 9, 30))
    assert duration(head, Head(), Calendar()) is None
    earlier = Head((PartialDate(2003, 9, 30),), start=date(2003, 9, 29))
    assert duration(earlier, Head(), Calendar()) == Period(date(2003, 9, 30), date(2003, 9, 29))


def test_a_balance_without_a_day_has_none() -> None:
    assert instant(read_head("Total"), read_head(""), Calendar()) is None
    assert instant(read_head("June 30, 1999"), Head(), Calendar()) == Period(date(1999, 6, 30))


def test_a_year_is_named_after_its_beginning_by_days_that_close_years_and_no_others() -> None:
    ends = Counter({date(1998, 1, 31): 1, date(1999, 5, 1): 3})
    calendar = Calendar(fiscal_year_end=(1, 31), ends=ends, latest_names=Counter({1997: 1}))
    assert calendar.year_end(1997) == date(1998, 1, 31)
