"""Statements of parts of a company, from their print to amounts with parts."""

from __future__ import annotations

from converter.statements.statement import Item, Statement
from converter.terms import Kind
from tests.statements.prints import statements

FLOWS = """
                    CONSOLIDATED STATEMENT OF CASH FLOWS
             For the Years Ended December 31, 1999 and 1998
                              (in millions)

                                            1999                      1998
                                  ------------------------   ------------------------
                                                Consumer                  Consumer
                                    Boats        Credit        Boats       Credit
                                  ---------    ----------    ---------   ----------
Cash at January 1                 $     300    $      100    $     250   $       90
Net cash provided by operating
  activities                            500           200          400          150
Capital expenditures                   (350)          (20)        (300)         (10)
Net cash used in investing
  activities                           (350)          (20)        (300)         (10)
Dividends paid                          (80)         (130)         (50)        (130)
Net cash used in financing
  activities                            (80)         (130)         (50)        (130)
Net increase in cash                     70            50           50           10
Cash at December 31               $     370    $      150    $     300   $      100
"""

WHOLE = """
                    CONSOLIDATED STATEMENT OF CASH FLOWS
             For the Years Ended December 31, 1999 and 1998
                              (in millions)

                                     1999        1998
                                  ---------    ---------
Cash at January 1                 $     400    $     340
Net cash provided by operating
  activities                            700          550
Capital expenditures                   (370)        (310)
Net cash used in investing
  activities                           (370)        (310)
Dividends paid                         (210)        (180)
Net cash used in financing
  activities                           (210)        (180)
Net increase in cash                    120           60
Cash at December 31               $     520    $     400
"""

BALANCE_SHEET = """
                         CONSOLIDATED BALANCE SHEETS
                              (in millions)

                                     December 31,
                                   1999        1998
                                 --------    --------
Cash                             $    520    $    400
Receivables                           480         500
Total current assets                1,000         900
Property and equipment              1,000         900
Total assets                     $  2,000    $  1,800
Accounts payable                 $    500    $    400
Common stock, 50 shares issued         50          50
Retained earnings                   1,450       1,350
Total liabilities and
  shareholders' equity           $  2,000    $  1,800
"""

PARENT = """
                 SCHEDULE I - CONDENSED FINANCIAL INFORMATION OF REGISTRANT

                       CONDENSED BALANCE SHEETS - PARENT COMPANY ONLY
                              (in millions)

                                     December 31,
                                   1999        1998
                                 --------    --------
Cash                             $     20    $     10
Investment in subsidiaries          1,580       1,490
Total assets                     $  1,600    $  1,500
Accounts payable                 $    100    $    100
Common stock, 50 shares issued         50          50
Retained earnings                   1,450       1,350
Total liabilities and
  shareholders' equity           $  1,600    $  1,500
"""


def row(statement: Statement, caption: str) -> Item:
    return next(item for item in statement.items if item.caption.startswith(caption))


def amounts(item: Item) -> list[str]:
    return [
        f"{amount.period and amount.period.end.year} {' '.join(each.caption for each in amount.components)} "
        f"{amount.value / 1_000_000:.0f}"
        for amount in item.amounts
        if amount.period
    ]


def test_columns_of_segments_alone_are_amounts_of_the_segments() -> None:
    (flows,), findings = statements(FLOWS)
    assert amounts(row(flows, "Capital")) == [
        "1999 Boats -350",
        "1999 Consumer Credit -20",
        "1998 Boats -300",
        "1998 Consumer Credit -10",
    ]
    assert "statements.same-period" not in [finding.code for finding in findings]


def test_balances_of_segments_are_of_their_day() -> None:
    (flows,), _ = statements(FLOWS)
    assert amounts(row(flows, "Cash at January"))[:2] == ["1998 Boats 300", "1998 Consumer Credit 100"]
    assert amounts(row(flows, "Cash at December"))[:2] == ["1999 Boats 370", "1999 Consumer Credit 150"]


def test_columns_that_no_head_tells_apart_give_no_facts_and_are_told() -> None:
    found, findings = statements(FLOWS.replace("Consumer", "        ").replace("Credit", "Boats "))
    assert found == []
    assert "its columns are of one period" in "".join(finding.message for finding in findings)


def test_a_statement_of_segments_is_read_beside_that_of_the_whole_company() -> None:
    sectors = FLOWS.replace("CONSOLIDATED", "SECTOR")
    for text in (sectors + WHOLE, WHOLE + sectors):
        found, _ = statements(BALANCE_SHEET + text)
        capital = [amounts(row(flows, "Capital"))[0] for flows in found if flows.kind is Kind.CASH_FLOW]
        assert sorted(capital) == ["1999  -370", "1999 Boats -350"]


def test_the_parent_companys_balance_sheet_is_of_the_parent_company() -> None:
    (sheet,), findings = statements(PARENT)
    assert amounts(row(sheet, "Cash")) == ["1999 Parent Company 20", "1998 Parent Company 10"]
    shares = next(item for item in sheet.items if item.host is not None)
    assert [amount.components[0].caption for amount in shares.amounts] == ["Parent Company"] * len(shares.amounts)
    assert "statements.stand-in" in [finding.code for finding in findings]


def test_beside_the_companys_own_the_parents_stands_in_for_nothing() -> None:
    found, findings = statements(BALANCE_SHEET + PARENT)
    assert [amounts(row(sheet, "Cash"))[0] for sheet in found] == ["1999  520", "1999 Parent Company 20"]
    assert "statements.stand-in" not in [finding.code for finding in findings]


def test_sector_statements_leave_the_consolidated_ones_their_place() -> None:
    sector = BALANCE_SHEET.replace("CONSOLIDATED BALANCE SHEETS", "SECTOR BALANCE SHEET").replace(
        "Receivables", "AUTOMOTIVE\nTrade receivables"
    )
    (sheet,), _ = statements(sector + BALANCE_SHEET)
    assert sheet.title == "CONSOLIDATED BALANCE SHEETS"
