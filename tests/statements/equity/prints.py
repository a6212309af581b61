"""Statements of changes in equity as text, and what is read from them."""

from __future__ import annotations

from converter.findings import Finding
from converter.statements.statement import Amount, Item, Statement
from converter.terms import Kind
from tests.statements.prints import statements

BALANCE_SHEET = """
                      CONSOLIDATED BALANCE SHEETS
               (in thousands, except share amounts)

                                                 December 31,
                                              1998           1997
                                            ---------    ------------
Cash and cash equivalents                   $   1,500      $    1,380
Property and equipment, net                       900             920
                                            ---------      ----------
Total assets                                $   2,400      $    2,300
                                            =========      ==========
Accounts payable                            $     400      $      420
Accrued expenses                                  100              80
                                            ---------      ----------
Total liabilities                                 500             500
Common stock                                       13              12
Additional paid-in capital                        187             180
Retained earnings                               1,740           1,608
Treasury stock                                    (40)              -
                                            ---------      ----------
Total stockholders' equity                      1,900           1,800
                                            ---------      ----------
Total liabilities and stockholders' equity  $   2,400      $    2,300
                                            =========      ==========
"""

EQUITY = """
               CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY
                     (in thousands, except share amounts)

                                     Common Stock       Additional
                                  -------------------     Paid-in    Retained   Treasury
                                   Shares     Amount      Capital    Earnings     Stock      Total
                                  ---------  --------   ----------  ---------- ---------- ----------
Balance, January 1, 1997          1,190,000  $     12   $      175  $    1,513  $      -  $   1,700
Net income                                -         -            -         135         -        135
Cash dividends ($.03 per share)                                            (40)                 (40)
Exercise of stock options            10,000         -            5           -         -          5
                                  ---------  --------   ----------  ---------- ---------- ----------
Balance, December 31, 1997        1,200,000        12          180       1,608         -      1,800
Net income                                                                 180                  180
Cash dividends ($.04 per share)                                            (48)                 (48)
Exercise of stock options            50,000         1            7                                8
Purchase of treasury stock                                                           (40)       (40)
                                  ---------  --------   ----------  ---------- ---------- ----------
Balance, December 31, 1998        1,250,000  $     13   $      187  $    1,740  $    (40) $   1,900
                                  =========  ========   ==========  ========== ========== ==========
"""


def equity(text: str) -> tuple[Statement | None, list[Finding]]:
    """The statement of changes in equity that a text gives, and the findings about it."""
    found, findings = statements(text)
    statement = next((one for one in found if one.kind is Kind.EQUITY), None)
    return statement, [each for each in findings if each.code.startswith("statements.equity")]


def printed(statement: Statement | None) -> list[str]:
    """Each row with its period, unit and amounts: `Net income 1998-01-01/1998-12-31 USD: Earnings 1, 1`."""
    return [_row(item) for item in statement.items if item.amounts] if statement else []


def _row(item: Item) -> str:
    period = item.amounts[0].period
    assert period is not None
    assert all(amount.period == period for amount in item.amounts)
    when = f"{period.start}/{period.end}" if period.start else f"{period.end}"
    return f"{item.caption} {when} {item.unit}: {', '.join(map(_amount, item.amounts))}"


def _amount(amount: Amount) -> str:
    captions = [component.caption for component in amount.components]
    return " ".join([*captions, f"{amount.value.normalize():f}"])
