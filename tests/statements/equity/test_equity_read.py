"""The statement of changes in equity: what its rows and columns say, and what it must fulfil to say anything."""

from __future__ import annotations

from tests.statements.equity.prints import BALANCE_SHEET, EQUITY, equity, printed

OPENING = EQUITY.index("Balance, January 1")
MIDDLE = EQUITY.index("Balance, December 31, 1997")


def test_balances_are_of_days_and_movements_of_what_is_between() -> None:
    statement, findings = equity(BALANCE_SHEET + EQUITY)

    assert findings == []
    assert printed(statement) == [
        "Balance, January 1, 1997 1996-12-31 shares: Common Stock 1190000",
        "Balance, January 1, 1997 1996-12-31 USD: Common Stock 12000, Additional Paid-in Capital 175000, "
        "Retained Earnings 1513000, Treasury Stock 0, 1700000",
        "Net income 1997-01-01/1997-12-31 USD: Common Stock 0, Additional Paid-in Capital 0, Retained Earnings 135000, "
        "Treasury Stock 0, 135000",
        "Cash dividends ($.03 per share) 1997-01-01/1997-12-31 USD: Retained Earnings -40000, -40000",
        "Cash dividends ($.03 per share) 1997-01-01/1997-12-31 USD/shares: 0.03",
        "Exercise of stock options 1997-01-01/1997-12-31 shares: Common Stock 10000",
        "Exercise of stock options 1997-01-01/1997-12-31 USD: Common Stock 0, Additional Paid-in Capital 5000, "
        "Retained Earnings 0, Treasury Stock 0, 5000",
        "Balance, December 31, 1997 1997-12-31 shares: Common Stock 1200000",
        "Balance, December 31, 1997 1997-12-31 USD: Common Stock 12000, Additional Paid-in Capital 180000, "
        "Retained Earnings 1608000, Treasury Stock 0, 1800000",
        "Net income 1998-01-01/1998-12-31 USD: Retained Earnings 180000, 180000",
        "Cash dividends ($.04 per share) 1998-01-01/1998-12-31 USD: Retained Earnings -48000, -48000",
        "Cash dividends ($.04 per share) 1998-01-01/1998-12-31 USD/shares: 0.04",
        "Exercise of stock options 1998-01-01/1998-12-31 shares: Common Stock 50000",
        "Exercise of stock options 1998-01-01/1998-12-31 USD: Common Stock 1000, Additional Paid-in Capital 7000, 8000",
        "Purchase of treasury stock 1998-01-01/1998-12-31 USD: Treasury Stock -40000, -40000",
        "Balance, December 31, 1998 1998-12-31 shares: Common Stock 1250000",
        "Balance, December 31, 1998 1998-12-31 USD: Common Stock 13000, Additional Paid-in Capital 187000, "
        "Retained Earnings 1740000, Treasury Stock -40000, 1900000",
    ]


def test_a_blank_is_no_amount_and_a_column_of_dashes_no_row_of_shares() -> None:
    statement, _ = equity(BALANCE_SHEET + EQUITY)
    rows = printed(statement)
    assert not any(row.startswith("Net income") and " shares:" in row for row in rows)
    assert "Net income 1998-01-01/1998-12-31 USD: Retained Earnings 180000, 180000" in rows


def test_a_block_whose_totals_do_not_foot_gives_no_facts() -> None:
    text = EQUITY.replace("                180                  180", "                180                  190")
    statement, findings = equity(BALANCE_SHEET + text)

    assert [each.code for each in findings] == ["statements.equity-block"]
    assert not any("1998" in row for row in printed(statement))
    assert any("Net income 1997" in row for row in printed(statement))


def test_a_column_that_does_not_foot_keeps_its_balances_alone() -> None:
    text = EQUITY.replace("50,000         1            7 ", "50,000         1           17 ")
    statement, findings = equity(BALANCE_SHEET + text)
    rows = printed(statement)

    assert [each.code for each in findings] == ["statements.equity-column", "statements.equity-row"]
    assert not any("Exercise of stock options 1998" in row for row in rows)
    assert any("1998-12-31 USD: Common Stock 13000, Additional Paid-in Capital 187000" in row for row in rows)
    assert any("Net income 1998" in row for row in rows)


def test_a_statement_that_ends_in_another_equity_is_anothers() -> None:
    other = BALANCE_SHEET.replace("1,900", "1,901").replace("1,800", "1,801").replace("$    1,380", "$    1,381")
    statement, findings = equity(other + EQUITY)
    assert statement is None
    assert [each.code for each in findings] == ["statements.equity-other"]


def test_the_balance_sheet_tells_the_scale_that_is_not_printed() -> None:
    statement, _ = equity(BALANCE_SHEET + EQUITY.replace("(in thousands, except share amounts)", ""))
    assert statement is not None
    assert statement.scale == 1_000
    assert printed(statement)[-1].endswith("Treasury Stock -40000, 1900000")


def test_what_comprehensive_income_sums_up_is_not_added() -> None:
    added = EQUITY.replace(
        "Cash dividends ($.04",
        "Comprehensive income                                                                            180\n"
        "Cash dividends ($.04",
    )
    statement, findings = equity(BALANCE_SHEET + added)
    assert findings == []
    assert "Comprehensive income 1998-01-01/1998-12-31 USD: 180000" in printed(statement)


def test_a_sum_is_told_by_what_it_is_too_much_by() -> None:
    added = EQUITY.replace(
        "Cash dividends ($.04",
        "Income of the year                                                         180                  180\n"
        "Cash dividends ($.04",
    )
    statement, findings = equity(BALANCE_SHEET + added)
    assert findings == []
    assert len(printed(statement)) == 18


def test_a_balance_as_adjusted_belongs_to_the_year_that_it_opens() -> None:
    adjusted = EQUITY.replace("1,740  $    (40) $   1,900", "1,720  $    (40) $   1,880")
    at = adjusted.index("Net income      ", MIDDLE)
    adjusted = (
        adjusted[:at]
        + "Effect of a change in accounting                                           (20)                 (20)\n"
        + "Balance, January 1, 1998          1,200,000        12          180       1,588         -      1,780\n"
        + adjusted[at:]
    )
    sheet = BALANCE_SHEET.replace("1,900 ", "1,880 ").replace("$   2,400", "$   2,380").replace("1,740", "1,720")
    statement, findings = equity(sheet + adjusted)
    rows = printed(statement)

    assert findings == []
    assert "Effect of a change in accounting 1998-01-01/1998-12-31 USD: Retained Earnings -20000, -20000" in rows
    assert "Balance, January 1, 1998 1997-12-31 shares: Common Stock 1200000" in rows
    assert any(row.startswith("Balance, December 31, 1998 1998-12-31 USD") for row in rows)


def test_years_on_two_pages_are_one_statement() -> None:
    head = EQUITY[:OPENING]
    first, second = EQUITY[:MIDDLE], EQUITY[MIDDLE:]
    closing = second[: second.index("Net income")]
    whole, _ = equity(BALANCE_SHEET + EQUITY)
    statement, findings = equity(BALANCE_SHEET + first + closing + "\n\n<PAGE>\n" + head + second)

    assert findings == []
    assert statement is not None
    assert list(dict.fromkeys(printed(statement))) == printed(whole)


WIDE_HEAD = """
               CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY (page {page} of 2)
                                  (in thousands)

"""
LEFT = """                                     Common     Paid-in
                                     Stock      Capital
                                  ---------  ----------
Balance, January 1, 1997          $      12  $      175
Net income                                -           -
Exercise of stock options                 -           5
                                  ---------  ----------
Balance, December 31, 1997               12         180
Net income                                -           -
Exercise of stock options                 1           7
                                  ---------  ----------
Balance, December 31, 1998        $      13  $      187
                                  =========  ==========
"""
RIGHT = """                                   Retained    Treasury
                                   Earnings     Stock        Total
                                  ---------  ----------   ---------
Balance, January 1, 1997          $   1,513  $        -   $   1,700
Net income                               95           -          95
Exercise of stock options                 -           -           5
                                  ---------  ----------   ---------
Balance, December 31, 1997            1,608           -       1,800
Net income                              132           -         132
Exercise of stock options                 -           -           8
Purchase of treasury stock                -         (40)        (40)
                                  ---------  ----------   ---------
Balance, December 31, 1998        $   1,740  $      (40)  $   1,900
                                  =========  ==========   =========
"""


def test_pages_side_by_side_are_one_table() -> None:
    text = WIDE_HEAD.format(page=1) + LEFT + "\n<PAGE>\n" + WIDE_HEAD.format(page=2) + RIGHT
    statement, findings = equity(BALANCE_SHEET + text)
    rows = printed(statement)

    assert findings == []
    assert (
        "Exercise of stock options 1998-01-01/1998-12-31 USD: Common Stock 1000, Paid-in Capital 7000, "
        "Retained Earnings 0, Treasury Stock 0, 8000"
    ) in rows
    assert (
        "Purchase of treasury stock 1998-01-01/1998-12-31 USD: Retained Earnings 0, Treasury Stock -40000, -40000"
        in rows
    )
    assert rows[-1] == (
        "Balance, December 31, 1998 1998-12-31 USD: Common Stock 13000, Paid-in Capital 187000, "
        "Retained Earnings 1740000, Treasury Stock -40000, 1900000"
    )


def undated(first: str, second: str) -> str:
    """The statement with balances that say no day, under lines that say the year."""
    text = EQUITY.replace("Balance, January 1, 1997 ", "Opening balance          ")
    closing = text[text.index("Balance, December 31, 1997") : text.index("Net income", text.index("31, 1997 "))]
    text = text.replace(
        closing,
        closing.replace("Balance, December 31, 1997", "Balance at end of year    ")
        + f"{second}\n"
        + closing.replace("Balance, December 31, 1997", "Balance, beginning of year"),
    )
    at = text.index("Opening balance")
    text = text[:at] + f"{first}\n" + text[at:]
    return text.replace("Balance, December 31, 1998", "Balance at end of year    ")


def test_balances_without_days_are_of_the_year_over_them() -> None:
    text = undated("Year ended December 31, 1997", "Year ended December 31, 1998")
    statement, findings = equity(BALANCE_SHEET + text)
    rows = printed(statement)
    assert findings == []
    assert any(row.startswith("Opening balance 1996-12-31 USD") for row in rows)
    assert any(row.startswith("Balance at end of year 1997-12-31 USD") for row in rows)
    assert any(row.startswith("Balance at end of year 1998-12-31 USD") for row in rows)
    assert any(row.startswith("Net income 1998-01-01/1998-12-31") for row in rows)


def test_what_the_totals_leave_out_is_outside_of_equity() -> None:
    lines = EQUITY.splitlines()
    head = next(at for at, line in enumerate(lines) if "Common Stock " in line)
    lines[head] = f"{lines[head]:104}Redeemable"
    lines[head + 2] = f"{lines[head + 2]:104}Preferred"
    for at, line in enumerate(lines):
        if line.startswith("Balance"):
            lines[at] = f"{line:104}      500"
    statement, findings = equity(BALANCE_SHEET + "\n".join(lines))
    assert findings == []
    outside = [row for row in printed(statement) if "Redeemable" in row]
    assert [row.partition(":")[2] for row in outside] == [" Redeemable Preferred 500000"] * 3


def test_a_closing_balance_that_the_balance_sheet_has_otherwise_gives_no_block() -> None:
    other = BALANCE_SHEET.replace("1,900 ", "1,930 ").replace("$   2,400", "$   2,430")
    statement, findings = equity(other + EQUITY)
    assert [each.code for each in findings] == ["statements.equity-contradicted"]
    assert not any("1998" in row for row in printed(statement))
    assert any("Net income 1997" in row for row in printed(statement))
