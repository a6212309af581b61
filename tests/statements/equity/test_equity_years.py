"""Columns of periods under components: one roll-forward, and a column for each period of each component."""

from __future__ import annotations

from decimal import Decimal

import pytest

from converter.findings import Finding
from converter.statements.statement import Role, Statement
from converter.terms import Kind
from tests.statements.equity.prints import BALANCE_SHEET
from tests.statements.prints import statements

EQUITY = """
               CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY

                                              Common Stock and
(in thousands)                            Additional Paid-in Capital         Retained Earnings
Years ended December 31                      1998           1997             1998         1997
                                           --------       --------         --------     --------
Balances at January 1                      $    192       $    187         $  1,608     $  1,513
  Net earnings                                   --             --              180          135
  Stock options exercised                       (32)             5               --           --
  Dividends declared                             --             --              (48)         (40)
                                           --------       --------         --------     --------
Balances at December 31                    $    160       $    192         $  1,740     $  1,608
                                           ========       ========         ========     ========
"""


def equity(text: str = EQUITY, sheet: str = BALANCE_SHEET) -> tuple[Statement | None, list[Finding]]:
    found, findings = statements(sheet + text)
    return next((one for one in found if one.kind is Kind.EQUITY), None), findings


def printed(statement: Statement, caption: str) -> list[str]:
    """Each amount of a row as `component: from..to value in thousands`."""
    item = next(item for item in statement.items if item.caption == caption)
    return [
        f"{' '.join(each.caption for each in amount.components)}: "
        f"{amount.period.start or ''}..{amount.period.end} {amount.value / 1_000:.0f}"
        for amount in item.amounts
        if amount.period
    ]


def test_a_movement_is_of_the_component_and_the_year_of_its_column() -> None:
    found, _ = equity()
    assert found is not None
    assert printed(found, "Dividends declared") == [
        "Common Stock and Additional Paid-in Capital: 1998-01-01..1998-12-31 0",
        "Common Stock and Additional Paid-in Capital: 1997-01-01..1997-12-31 0",
        "Retained Earnings: 1998-01-01..1998-12-31 -48",
        "Retained Earnings: 1997-01-01..1997-12-31 -40",
    ]


def test_balances_are_of_the_day_before_the_year_and_of_its_last() -> None:
    found, _ = equity()
    assert found is not None
    assert printed(found, "Balances at January 1")[2:] == [
        "Retained Earnings: ..1997-12-31 1608",
        "Retained Earnings: ..1996-12-31 1513",
    ]
    assert printed(found, "Balances at December 31")[2:] == [
        "Retained Earnings: ..1998-12-31 1740",
        "Retained Earnings: ..1997-12-31 1608",
    ]
    assert [item.role for item in found.items] == [Role.TOTAL, Role.LINE, Role.LINE, Role.LINE, Role.TOTAL]


def test_amounts_have_their_precision_and_their_columns() -> None:
    found, _ = equity()
    assert found is not None
    amounts = found.items[1].amounts
    assert [(amount.column, amount.decimals) for amount in amounts] == [(0, -3), (1, -3), (2, -3), (3, -3)]
    assert amounts[2].value == Decimal(180_000)
    assert len(found.columns) == 4


def test_movements_of_a_column_that_does_not_foot_are_left_out_and_told() -> None:
    found, findings = equity(EQUITY.replace("180          135", "190          135"))
    assert found is not None
    assert printed(found, "Net earnings")[2:] == ["Retained Earnings: 1997-01-01..1997-12-31 135"]
    assert printed(found, "Balances at December 31")[2].endswith("1740")
    (told,) = [finding for finding in findings if finding.code == "statements.equity-column"]
    assert "'Retained Earnings' to 1998-12-31" in told.message


@pytest.mark.parametrize("total", ["1,741", "1,639"])
def test_what_ends_in_no_equity_of_the_balance_sheet_gives_nothing_and_is_told(total: str) -> None:
    found, findings = equity(
        EQUITY.replace("$    160       $    192         $  1,740", f"$    160       $    192         $  {total}")
    )
    assert found is None
    assert "statements.equity-other" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Retained Earnings", "Something Else   "),  # no component
        ("1998         1997\n", "1997         1996\n"),  # other periods under the second
        ("Balances at January 1 ", "Balance sheet surplus "),  # no opening balance
    ],
)
def test_what_is_no_such_statement_is_not_read_as_one(old: str, new: str) -> None:
    found, findings = equity(EQUITY.replace(old, new))
    assert found is None
    assert {"statements.equity-other", "statements.equity", "statements.left-out"} & {each.code for each in findings}
