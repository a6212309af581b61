"""Rows of a cash flow that state cash at the beginning or at the end, told from rows that state a flow."""

from __future__ import annotations

from datetime import date

import pytest

from converter.statements.instants import Moment, moment, of_earnings, said_of
from converter.terms import Period

YEAR = Period(date(1998, 12, 31), date(1998, 1, 1))
YEAR_BEFORE = Period(date(1997, 12, 31), date(1997, 1, 1))
NINE_MONTHS = Period(date(1998, 9, 30), date(1998, 1, 1))
TO_OCTOBER = Period(date(1998, 10, 31), date(1998, 2, 1))
WEEKS = Period(date(1997, 6, 29), date(1996, 7, 1))
WEEKS_BEFORE = Period(date(1996, 6, 30), date(1995, 7, 3))
RETAILER = Period(date(1997, 2, 1), date(1996, 2, 4))


@pytest.mark.parametrize(
    "caption",
    [
        "Cash and cash equivalents at beginning of year",
        "Cash, start of period",
        "Beginning cash",
        "Beginning balance",
        "Opening cash and equivalents",
        "Opening balance",
        "Cash at beginning",
        "Cash, beginning",
        "Cash (beginning)",
        "Cash - beginning",
        "Cash at beginning of year (Feb. 1)",
        "Beginning of year",
        "Balance at the beginning of the quarter",
        "Net increase in cash and cash at beginning of year",
    ],
)
def test_words_that_say_the_beginning(caption: str) -> None:
    assert moment(caption, [YEAR]) is Moment.OPENING


@pytest.mark.parametrize(
    "caption",
    [
        "Cash and cash equivalents at end of year",
        "Cash and equivalents at end of third quarter",
        "Ending cash",
        "Ending balance",
        "Closing cash balances",
        "Cash at end",
        "Cash, ending",
        "Cash, end",
        "Cash (end)",
        "Cash - ending",
        "End of period",
    ],
)
def test_words_that_say_the_end(caption: str) -> None:
    assert moment(caption, [NINE_MONTHS]) is Moment.CLOSING


@pytest.mark.parametrize(
    ("caption", "period", "expected"),
    [
        ("Cash at October 31", TO_OCTOBER, Moment.CLOSING),
        ("Cash at February 1", TO_OCTOBER, Moment.OPENING),
        ("Cash at January 31", TO_OCTOBER, Moment.OPENING),
        ("Cash and cash equivalents at January 1", YEAR, Moment.OPENING),
        ("Cash and cash equivalents at December 31", YEAR, Moment.CLOSING),
        ("Cash at December 31", NINE_MONTHS, Moment.OPENING),
        ("Cash and cash equivalents, June 29, 1997", WEEKS, Moment.CLOSING),
        ("Cash and cash equivalents, June 30, 1996", WEEKS, Moment.OPENING),
        ("Cash at June 30", WEEKS, Moment.CLOSING),
        ("Cash at July 1", WEEKS, Moment.OPENING),
        ("Cash at February 1", RETAILER, Moment.CLOSING),
        ("Balance at September 30", NINE_MONTHS, Moment.CLOSING),
        ("Balances, September 30, 1998", NINE_MONTHS, Moment.CLOSING),
        ("Cash at 12/31", YEAR, Moment.CLOSING),
        ("Cash at 1/1", YEAR, Moment.OPENING),
        ("Cash at 12/31/97", YEAR, Moment.OPENING),
        ("Total cash and cash equivalents, December 31, 1998", YEAR, Moment.CLOSING),
        ("Ending restricted cash, September 30", NINE_MONTHS, Moment.CLOSING),
    ],
)
def test_a_day_is_compared_with_the_columns_period(caption: str, period: Period, expected: Moment) -> None:
    assert moment(caption, [period]) is expected


def test_a_day_with_its_year_is_looked_for_in_all_columns_the_first_one_before_the_others() -> None:
    assert moment("Cash and cash equivalents, June 29, 1997", [WEEKS, WEEKS_BEFORE]) is Moment.CLOSING
    assert moment("Cash and cash equivalents, July 3, 1995", [WEEKS, WEEKS_BEFORE]) is Moment.OPENING
    assert moment("Cash, December 31, 1997", [YEAR, YEAR_BEFORE]) is Moment.OPENING
    assert moment("Cash, December 31, 1998 and 1997", [YEAR, YEAR_BEFORE]) is Moment.CLOSING


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Cash at October 7", Moment.CLOSING),
        ("Cash at October 8", None),
        ("Cash at June 30", None),
        ("Cash, September 30, 1995", None),
        ("Cash at September", None),
        ("Cash unused at September 30", Moment.CLOSING),
        ("Cash in wholesale funds, September 30", Moment.CLOSING),
        ("Cash at 13/1", None),
        ("Cash at 9/32", None),
    ],
)
def test_a_day_may_lie_a_week_off_as_years_of_52_weeks_do(caption: str, expected: Moment | None) -> None:
    assert moment(caption, [NINE_MONTHS]) is expected


@pytest.mark.parametrize(
    "caption",
    [
        "Cash from the beginning of the year to the end of it",
        "Change in cash from beginning of period to end of period",
        "Cash at January 1 and September 30",
    ],
)
def test_a_row_that_names_both_is_of_the_period(caption: str) -> None:
    assert moment(caption, [NINE_MONTHS]) is None


@pytest.mark.parametrize(
    "caption",
    [
        "Net increase in cash at end of period",
        "Decrease in cash, end of period",
        "Cash paid for interest, year ended September 30",
        "Cash paid on January 1",
        "Cash payment of September 30, 1998",
        "Cash provided by the sale of September 30",
        "Cash used on September 30",
        "Cash received on September 30",
        "Cash receipts of September 30",
        "Cash proceeds of September 30",
        "Cash purchases of September 30",
        "Cash acquired on September 30",
        "Cash sale of September 30",
        "Cash dividends payable September 30",
        "Cash flows to September 30",
        "Cash increased on September 30",
        "Cash decreased on September 30",
        "Cash changes to September 30",
        "Cash for the year ending September 30",
        "Cash lent during the time to September 30",
        "Merger with Acme on September 30, 1998",
        "Net cash to September 30",
        "Cashier's cheques at September 30",
        "At beginnings of leases",
        "Cash spent at the restart of production",
        "Cash",
        "Term loan due at end of 2003",
        "Beginning inventory",
    ],
)
def test_flows_keep_the_columns_period(caption: str) -> None:
    assert moment(caption, [NINE_MONTHS]) is None


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("At beginning of year", Moment.OPENING),
        ("The start of the year", Moment.OPENING),
        ("At the beginning of year", Moment.OPENING),
        ("(End of year)", Moment.CLOSING),
        ("At the end of it", Moment.CLOSING),
        ("Stock at end of year", None),
        ("Stock, beginning", None),
        ("Cash, beginnings", None),
        ("Cash at beginnings", None),
        ("Cash, endless", None),
        ("Cash at ends", None),
        ("Closing cash", Moment.CLOSING),
        ("Closing balance", Moment.CLOSING),
        ("Foreclosing cash", None),
        ("Lending cash", None),
        ("Reopening cash", None),
        ("Cash, weekend of bliss", None),
    ],
)
def test_words_of_either_end_stand_by_themselves(caption: str, expected: Moment | None) -> None:
    assert moment(caption, [NINE_MONTHS]) is expected


@pytest.mark.parametrize(
    "word", ["Total", "Beginning", "Opening", "Ending", "Closing", "Restricted", "Unrestricted", "Consolidated"]
)
def test_captions_of_balances_begin_with_what_they_are(word: str) -> None:
    assert moment(f"{word} restricted balances, September 30", [NINE_MONTHS]) is Moment.CLOSING
    assert moment(f"Restricted {word.lower()} cash, September 30", [NINE_MONTHS]) is not None
    assert moment(f"{word} restricted amounts, September 30", [NINE_MONTHS]) is None
    assert moment(f"{word} total restricted cash, September 30", [NINE_MONTHS]) is None, "three words are many"
    assert moment("Other cash, September 30", [NINE_MONTHS]) is None


@pytest.mark.parametrize(
    "word",
    ["paid", "payment", "payments", "provided", "used", "received", "receipt", "receipts", "proceeds", "purchase",
     "purchases", "acquisition", "acquired", "sale", "sales", "dividend", "dividends", "flow", "flows", "increase",
     "increased", "decrease", "decreases", "change", "changes", "ended", "year ending", "years ending", "period ending",
     "quarter ending", "month ending", "weeks ending", "during"],
)  # fmt: skip
def test_words_of_flows(word: str) -> None:
    assert moment(f"Cash, {word}, September 30", [NINE_MONTHS]) is None
    assert moment(f"Cash, un{word}, September 30", [NINE_MONTHS]) is Moment.CLOSING


def test_without_columns_a_day_tells_nothing() -> None:
    assert moment("Cash at September 30", []) is None


def test_the_instants_are_the_day_before_a_period_and_its_last() -> None:
    assert Moment.OPENING.of(NINE_MONTHS) == Period(date(1997, 12, 31))
    assert Moment.CLOSING.of(NINE_MONTHS) == Period(date(1998, 9, 30))


@pytest.mark.parametrize(
    ("caption", "expected"),
    [("Beginning", Moment.OPENING), ("Ending", Moment.CLOSING), ("END", Moment.CLOSING), ("Ending debt", None)],
)
def test_an_end_alone_is_said_of_the_heading(caption: str, expected: Moment | None) -> None:
    assert moment(said_of(caption, ("Financing", "Cash and cash equivalents:")), [YEAR]) is expected
    assert moment(said_of(caption, ("Cash", "Backlog:")), [YEAR]) is None
    assert said_of(caption, ()) == caption


# Retained earnings in a statement of income and retained earnings


@pytest.mark.parametrize(
    ("caption", "headings", "end"),
    [
        ("Retained earnings at beginning of year", (), Moment.OPENING),
        ("Accumulated deficit, end of period", (), Moment.CLOSING),
        ("Earnings reinvested in the business, beginning of year", (), Moment.OPENING),
        ("Balance at end of year", ("RETAINED EARNINGS",), Moment.CLOSING),
        ("Beginning", ("Deficit:",), Moment.OPENING),
        ("Retained earnings, January 1", (), Moment.OPENING),
        ("Balance, December 31", ("Net income", "Earnings retained"), Moment.CLOSING),
        ("Retained earnings, June 3", (), None),
        ("Retained earnings", (), None),
        ("Retained earnings at beginning and end of year", (), None),
        ("Inventories at beginning of year", ("Cost of sales",), None),
        ("Balance at end of year", ("Retained earnings", "Reserves"), None),
        ("Dividends paid at end of year", ("Retained earnings",), None),
        ("Dividends a share at end of year", ("Retained earnings",), None),
        ("Retained earnings per share at end of year", (), None),
    ],
)
def test_retained_earnings_are_balances_of_either_end(
    caption: str, headings: tuple[str, ...], end: Moment | None
) -> None:
    assert of_earnings(caption, headings, [YEAR]) is end
