"""What is kept of each row and of each statement, and which rows are of the print and not of the statement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.options import Options
from converter.sources import read
from converter.statements.read import calendar_of
from converter.statements.statement import Aspect, Role
from converter.terms import Kind
from tests.statements.prints import BALANCE_SHEET, INCOME, row, statements


def test_a_number_inside_a_caption_hangs_on_the_row_that_prints_it() -> None:
    (statement,), _ = statements(BALANCE_SHEET)
    inside = [item for item in statement.items if item.host is not None]
    assert [item.role for item in inside] == [Role.PARENTHETICAL] * 5
    for item in inside:
        assert item.host is not None
        host = statement.items[item.host]
        assert (host.caption, host.headings, host.host) == (item.caption, item.headings, None)


def test_rows_keep_their_headings_depth_and_places() -> None:
    (statement,), _ = statements(BALANCE_SHEET)
    cash = row(statement, "Cash")
    assert (cash.depth, cash.role, cash.unit) == (1, Role.LINE, "USD")
    assert BALANCE_SHEET[cash.span.start : cash.span.end] == "Cash and cash equivalents"
    heading = row(statement, "Current assets")
    assert (heading.depth, heading.role, heading.amounts) == (0, Role.HEADING, ())
    assert row(statement, "Common stock").depth == 1


def test_a_statement_keeps_what_its_table_says() -> None:
    sheet, income = statements(f"VENTOR CORP.\n\n{BALANCE_SHEET}{INCOME}")[0]
    assert (sheet.title, sheet.kind, sheet.part, sheet.layout) == (
        "CONSOLIDATED BALANCE SHEETS", Kind.BALANCE_SHEET, 0, "text",
    )  # fmt: skip
    assert (sheet.scale, sheet.share_scale, sheet.currency, sheet.company) == (1_000, 1, "USD", "VENTOR CORP.")
    assert [sheet.items[at].caption for at in sheet.called_totals] == [
        "Total current assets", "", "Total current liabilities", "Total stockholders' equity",
        "Total liabilities and stockholders' equity",
    ]  # fmt: skip
    assert (income.kind, income.company) == (Kind.INCOME, None)
    assert (income.scale, income.share_scale) == (1_000, 1_000)


def test_a_row_that_is_called_a_total_is_one_though_nothing_adds_up_to_it() -> None:
    text = BALANCE_SHEET.replace("1,500           1,380", "1,700           1,680")
    (statement,), _ = statements(text)
    assert row(statement, "Total current assets").role is Role.TOTAL
    assert 2 not in [found.total for found in statement.sums]
    (statement,), _ = statements(text.replace("Total current assets", "Totals, current     "))
    assert row(statement, "Totals").role is Role.LINE


def test_a_statement_without_a_title_is_called_what_it_is() -> None:
    (statement,), _ = statements(BALANCE_SHEET.replace("CONSOLIDATED BALANCE SHEETS", "                           "))
    assert statement.title == "Balance Sheets"


# Rows of the print


def amounts(line: str, beside: int = 2) -> int:
    """How many amounts are read from a line in the middle of a balance sheet."""
    after = "       Total current assets                     1,500           1,380\n"
    at = BALANCE_SHEET.index(after) + len(after)
    (statement,), _ = statements(BALANCE_SHEET[:at] + line + BALANCE_SHEET[at:])
    assert len(row(statement, "Cash and").amounts) == beside
    return sum(len(item.amounts) for item in statement.items if item.caption.strip() == line[:44].strip())


@pytest.mark.parametrize(
    ("caption", "read"),
    [
        ("Years ended December 31", 0),
        ("For the three months ended June 30", 0),
        ("For the week ending June 30", 0),
        ("Quarter ended", 0),
        ("Quarters ending", 0),
        ("Weeks ended", 0),
        ("Month ended", 0),
        ("Year ended", 0),
        ("Bonds of the years", 2),
        ("Leapyears ended", 2),
        ("Bonds", 2),
        ("Years extended", 2),
    ],
)
def test_years_beside_words_of_periods_are_heads_and_amounts_beside_others(caption: str, read: int) -> None:
    assert amounts(f"{caption:48}1998            1997\n") == read


def test_amounts_beside_words_of_periods_are_amounts() -> None:
    assert amounts(f"{'Years ended December 31':48}1998            2,400\n") == 2
    assert amounts(f"{'Years ended December 31':48}2198            1997\n") == 2


@pytest.mark.parametrize(
    ("caption", "mark", "read"),
    [
        ("Unaudited", "(1)", 0),
        ("(unaudited)", "(2)", 0),
        ("Audited", "(9)", 0),
        ("All audited", "(1)", 0),
        ("Held in trust:", "(1)", 0),
        ("Held in trust", "(1)", 1),
        ("Held audited still", "(1)", 1),
        ("Held in trust:", "(10)", 1),
        ("Unaudited", "(12)", 1),
    ],
)
def test_a_mark_of_a_footnote_alone_in_its_row(caption: str, mark: str, read: int) -> None:
    assert amounts(f"{caption:48}{mark:>4}\n") == read


def test_a_number_that_is_longer_than_any_amount_is_told_and_not_read() -> None:
    long = f"{'Bonds':27}{'9,999,999,999,999,999,999':>25}           1,380\n"
    after = "       Total current assets                     1,500           1,380\n"
    at = BALANCE_SHEET.index(after) + len(after)
    (statement,), findings = statements(BALANCE_SHEET[:at] + long + BALANCE_SHEET[at:])
    (told,) = [each for each in findings if each.code == "statements.amount-too-long"]
    assert told.message.startswith("9,999,999,999,999,")
    assert [each.printed for each in row(statement, "Bonds").amounts] == ["1,380"]


EQUITY = """
               CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY

                               Common        Retained
                               Stock         Earnings
                             -------------     -------------
Balance at January 1, 1998             1,000               900
Net income                               100               150
Dividends                                 50                50
Balance at December 31, 1998           1,050             1,000
"""


def test_a_statement_of_equity_is_told_and_not_read() -> None:
    found, findings = statements(INCOME + EQUITY)
    assert [statement.kind for statement in found] == [Kind.INCOME]
    assert Kind.EQUITY not in [statement.kind for statement in found]
    assert sum(each.code in ("statements.equity", "statements.left-out") for each in findings) == 1


# Scales of rows


def counts(*lines: str, below: str = "Net income per") -> list[Decimal]:
    """What an income statement in thousands reads of the counts that stand in the place of a row and what follows."""
    (statement,), _ = statements(INCOME[: INCOME.index(below)] + "\n".join(lines) + "\n")
    return [item.amounts[0].value for item in statement.items if item.unit == "shares" and item.amounts]


def test_a_row_of_counts_is_in_its_own_scale_or_its_headings_or_the_statements() -> None:
    basic = f"{'  Basic':33}1,245             1,200"
    assert counts(f"{'Average shares outstanding':33}1,245             1,200") == [1_245_000]
    assert counts(f"{'Average shares (in millions)':33}1,245             1,200") == [1_245_000_000]
    assert counts("Average shares outstanding (in millions):", basic) == [1_245_000_000]
    assert counts("Average shares outstanding:", basic) == [1_245_000]
    proved = counts("Average shares outstanding (in millions):", basic, below="Average shares")
    assert proved == [1_245_000], "as income and earnings a share prove"


# The calendar


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("from inception (May 3, 1994) on", date(1994, 5, 3)),
        ("from Inception, May 3, 1994, on", date(1994, 5, 3)),
        ("FROM INCEPTION (MAY 3, 1994) ON", date(1994, 5, 3)),
        ("May 3, 1994 (inception) on", date(1994, 5, 3)),
        ("May 3, 1994 (date of inception) on", date(1994, 5, 3)),
        ("May 3, 1994 ( Inception) on", date(1994, 5, 3)),
        ("since inception. Then on May 3, 1994", None),
        ("May 3, 1994, the inception", None),
        ("since inception and, later, inception (May 3, 1994)", date(1994, 5, 3)),
        ("iNCEPTION (May 3, 1994)", None),
        ("May 3, 1994", None),
    ],
)
def test_the_day_of_the_inception_is_printed_beside_the_word(text: str, day: date | None) -> None:
    assert calendar_of(read(text.encode(), "a.txt", []), Options()).inception == day


@pytest.mark.parametrize(("told", "end"), [("06-30", (6, 30)), ("06-32", None), ("13-01", None), ("00-10", None)])
def test_the_fiscal_year_end_is_a_day_or_none(told: str, end: tuple[int, int] | None) -> None:
    document = read(b"x", "a.txt", [])
    assert calendar_of(document, Options(fiscal_year_end=told)).fiscal_year_end == end
    assert calendar_of(document, Options()).fiscal_year_end is None


def test_an_amount_inside_a_caption_of_income_is_read_if_there_is_one_for_each_column() -> None:
    text = INCOME.replace("Cost of sales  ", "Cost of sales (including rents of $7{})")
    both = text.format(" and $6")
    for printed, read_ in ((both, 2), (text.format(""), 0)):
        start = printed.index("Cost of sales")
        line = printed[start : printed.index("\n", start)]
        words = line[: line.index(")") + 1]
        wrapped = printed.replace(line, f"{words}\n{'  in all':35}600               550")
        (statement,), _ = statements(wrapped)
        inside = [item for item in statement.items if item.aspect is Aspect.OTHER]
        assert sum(len(item.amounts) for item in inside) == read_
