"""The grammar of period heads, and what completes a head that leaves something out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from converter.statements.calendar import Calendar
from converter.statements.lengths import Length
from converter.statements.periods import Head, duration, instant, read_head
from converter.terms import Period


def period(head: str, title: str = "", **calendar: object) -> Period | None:
    return duration(read_head(head), read_head(title), Calendar(**calendar))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("Three Months Ended September 30, 2003", date(2003, 7, 1), date(2003, 9, 30)),
        ("For the Six Months Ended June 30, 1996", date(1996, 1, 1), date(1996, 6, 30)),
        ("Year Ended Dec. 31, 1997", date(1997, 1, 1), date(1997, 12, 31)),
        ("52 weeks ended Jan. 29, 1995", date(1994, 1, 31), date(1995, 1, 29)),
        ("Thirteen weeks ended October 1, 2000", date(2000, 7, 3), date(2000, 10, 1)),
        ("Quarter Ended 9/30/98", date(1998, 7, 1), date(1998, 9, 30)),
        ("Year ended 12/31 1997", date(1997, 1, 1), date(1997, 12, 31)),
        ("Quarter ended 06/20 1997", date(1997, 3, 22), date(1997, 6, 20)),
        ("3 Months Ended December 2004", date(2004, 10, 1), date(2004, 12, 31)),
        ("Nine months ended Sept 30 1999", date(1999, 1, 1), date(1999, 9, 30)),
        ("One Month Ended January 31, 1999", date(1999, 1, 1), date(1999, 1, 31)),
        ("Eighteen months ended June 30, 1999", date(1998, 1, 1), date(1999, 6, 30)),
        ("Twenty-Six Weeks Ended July 31, 1999", date(1999, 1, 31), date(1999, 7, 31)),
        ("Fifty-Two Weeks Ended 28 January 1995", date(1994, 1, 30), date(1995, 1, 28)),
        ("Year ended 31st December 1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("Thirty nine weeks ended October 30, 1999", date(1999, 1, 31), date(1999, 10, 30)),
    ],
)
def test_complete_heads(head: str, start: date, end: date) -> None:
    assert period(head) == Period(end, start)


def test_a_bare_year_takes_its_day_from_the_title() -> None:
    assert period("1998", "Years ended June 30, 1999 and 1998") == Period(date(1998, 6, 30), date(1997, 7, 1))


def test_a_bare_year_takes_the_fiscal_year_end() -> None:
    assert period("1996", fiscal_year_end=(9, 30)) == Period(date(1996, 9, 30), date(1995, 10, 1))


def test_a_printed_day_near_the_nominal_one_wins() -> None:
    found = period("1996", fiscal_year_end=(9, 30), ends=Counter([date(1996, 9, 27), date(1995, 9, 29)]))
    assert found == Period(date(1996, 9, 27), date(1995, 9, 30))


def test_the_year_over_one_column_beats_the_dates_over_all() -> None:
    head = read_head("December 31, 1994 and December 25, 1993 1993")
    assert instant(head, Head(), Calendar()) == Period(date(1993, 12, 25))


def test_a_column_since_inception_has_no_period_to_tell() -> None:
    assert period("From inception to March 31, 1999, three months ended March 31, 1999") is None


def test_since_an_inception_that_the_document_dates() -> None:
    found = period("Cumulative from inception to March 31, 1999", inception=date(1994, 5, 3))
    assert found == Period(date(1999, 3, 31), date(1994, 5, 3))


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("July 22 to September 30, 2003", date(2003, 7, 22), date(2003, 9, 30)),
        ("Period from November 15, 1996 through March 31, 1997", date(1996, 11, 15), date(1997, 3, 31)),
        ("November 15 - March 31, 1997", date(1996, 11, 15), date(1997, 3, 31)),
        ("May 3, 1994 (date of inception) to December 31, 1995", date(1994, 5, 3), date(1995, 12, 31)),
        ("From inception (May 3, 1994) to December 31, 1995", date(1994, 5, 3), date(1995, 12, 31)),
    ],
)
def test_heads_that_print_both_days(head: str, start: date, end: date) -> None:
    assert period(head) == Period(end, start)


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        (
            "Nine Months Ended September 30, 2003 Successor July 22 to September 30",
            date(2003, 7, 22),
            date(2003, 9, 30),
        ),
        ("Nine Months Ended September 30, 2003 Predecessor January 1 to July 21", date(2003, 1, 1), date(2003, 7, 21)),
        ("Fiscal 2003 October 5 through January 4", date(2002, 10, 5), date(2003, 1, 4)),
        ("July 22, 2003 to September 30", date(2003, 7, 22), date(2003, 9, 30)),
    ],
)
def test_days_without_a_year_are_in_the_only_one_that_is_named(head: str, start: date, end: date) -> None:
    assert period(head) == Period(end, start)


@pytest.mark.parametrize(
    "head",
    [
        "September 30, 2003 and 2002, July 22 to September 30",
        "September 30, 2003, May 3, 1994 to July 21",
        "September 30, 2003, July to September",
        "September 30, 2003, July 22 to September",
        "September 30, 2003, July to September 30",
    ],
)
def test_days_are_in_no_year_where_several_or_another_are_named(head: str) -> None:
    assert read_head(head).start is None
    assert read_head(head).dates[-1].year is None


def test_several_lengths_in_a_title_decide_nothing() -> None:
    assert period("June 30, 1999", "For the three and nine months ended June 30, 1999") is None


def test_a_day_that_a_head_prints_in_full_stays_that_day() -> None:
    """The 31st is a Tuesday between two years that end on Saturdays, and no misprint of the 28th."""
    ends = Counter({date(1996, 12, 31): 1, date(1995, 12, 30): 9, date(1996, 12, 28): 9})
    found = period("Year ended December 31, 1996", ends=ends)
    assert found is not None
    assert found.end == date(1996, 12, 31)


def test_a_month_without_its_day_ends_on_a_day_that_is_printed() -> None:
    ends = Counter([date(1996, 6, 29)])
    assert instant(read_head("June 1996"), Head(), Calendar(ends=ends)) == Period(date(1996, 6, 29))


@pytest.mark.parametrize(
    ("title", "reported", "end"),
    [
        ("Three months ended March 31, 1997", None, date(1996, 12, 31)),
        ("March 31, 1997 and December 31, 1995", None, date(1995, 12, 31)),
        ("1997", date(1997, 3, 31), date(1996, 12, 31)),
        ("1997", None, date(1997, 12, 31)),
        ("", date(1997, 3, 31), date(1996, 12, 31)),
        ("", date(1997, 12, 31), date(1997, 12, 31)),
    ],
)
def test_a_day_without_its_year_is_not_ahead_of_the_report(title: str, reported: date | None, end: date) -> None:
    assert instant(read_head("December 31"), read_head(title), Calendar(period=reported)) == Period(end)


@pytest.mark.parametrize(("often", "end"), [(2, date(1996, 12, 31)), (1, date(1998, 12, 31))])
def test_without_a_header_the_day_that_is_printed_most_is_the_reports(often: int, end: date) -> None:
    ends = Counter({date(1997, 3, 31): often, date(1999, 2, 1): 1})
    assert instant(read_head("December 31"), Head(), Calendar(ends=ends)) == Period(end)


def test_a_day_without_its_year_has_none_where_nothing_tells() -> None:
    assert instant(read_head("December 31"), Head(), Calendar()) is None


def test_columns_without_a_length_take_the_one_known_for_the_columns_beside() -> None:
    calendar = Calendar(lengths={date(1999, 7, 31): {Length(12)}})
    head = read_head("July 25, 1998")
    assert duration(head, Head(), calendar) is None
    assert duration(head, Head(), calendar, [date(1999, 7, 31), date(1998, 7, 25)]) == Period(
        date(1998, 7, 25), date(1997, 7, 27)
    )


@pytest.mark.parametrize("text", ["5 1/4", "12/19", "12/32", "13/31", "4.12/31", "12/31%", "12/311", "1/12/31/5"])
def test_fractions_and_the_like_are_no_days(text: str) -> None:
    assert not any(day.month == 12 and day.day == 31 and day.year is None for day in read_head(text).dates)
    assert not read_head(text).months_days or "/31/" in text
