"""Which tables of a document are read as the registrant's statements: cases of every kind, each with its neighbours."""

from __future__ import annotations

from datetime import date

import pytest

from converter.findings import Severity
from converter.terms import Kind
from tests.statements.filings import (
    anothers,
    balance,
    cash_flow,
    income,
    kinds,
    parts,
    printed,
    read_all,
    reasons,
)

# --- several companies ---


def test_the_statements_of_one_company_are_taken_together_though_another_has_a_longer_balance_sheet() -> None:
    longer = balance().replace("Accounts payable", "Inventories\nGoodwill\nDeposits\nAccounts payable")
    found, findings = read_all(parts(income() + balance(), anothers(income() + longer)))

    assert [statement.part for statement in found] == [0, 0]
    assert sum(finding.code == "statements.left-out" for finding in findings) == 2


def test_names_over_the_statements_tell_companies_apart_in_one_part() -> None:
    one = income("ROWAN AUCTIONS, INC.") + balance("ROWAN AUCTIONS, INC.")
    other = anothers(income("GILLINGHAM CORP.") + balance("GILLINGHAM CORP."))
    found, _ = read_all(one + other)

    assert [statement.company for statement in found] == ["ROWAN AUCTIONS, INC.", "ROWAN AUCTIONS, INC."]
    assert reasons(one + other) == ["it is of another company (GILLINGHAM CORP.)."] * 2


def test_headings_without_a_companys_word_tell_them_apart_where_figures_contradict_each_other() -> None:
    one = income("ROWAN AUCTIONEERS") + balance()
    other = anothers(income("GILLINGHAM & SONS") + balance())
    found, _ = read_all(one + other)

    assert printed(found[0], "Net income") == ["800", "700"]
    assert printed(found[1], "Total assets") == ["3,000", "2,800"]


def test_the_registrant_of_the_header_is_preferred_to_the_company_that_comes_first() -> None:
    header = "<SEC-HEADER>\nCOMPANY CONFORMED NAME: GILLINGHAM CORP\nCENTRAL INDEX KEY: 0000999901\n</SEC-HEADER>\n"
    one = income("ROWAN AUCTIONS, INC.") + balance("ROWAN AUCTIONS, INC.") + cash_flow("ROWAN AUCTIONS, INC.")
    other = anothers(income("GILLINGHAM CORP.") + balance("GILLINGHAM CORP."))
    found, _ = read_all(parts(one, other, header=header))

    assert {statement.company for statement in found} == {"GILLINGHAM CORP."}
    assert [statement.kind for statement in found] == [Kind.INCOME, Kind.BALANCE_SHEET]


def test_statements_that_each_stand_in_an_exhibit_of_their_own_are_one_companys() -> None:
    assert kinds(parts(income(), balance(), cash_flow())) == [Kind.INCOME, Kind.BALANCE_SHEET, Kind.CASH_FLOW]


def test_what_contradicts_the_statements_is_not_lent_for_a_kind_that_they_lack() -> None:
    first = income() + balance()
    assert kinds(parts(first, anothers(cash_flow()))) == [Kind.INCOME, Kind.BALANCE_SHEET]
    assert kinds(parts(first, cash_flow())) == [Kind.INCOME, Kind.BALANCE_SHEET, Kind.CASH_FLOW]


def test_a_balance_sheet_of_a_later_day_that_agrees_is_taken_too() -> None:
    interim = (
        balance(assets="3,000")
        .replace("December 31,", "June 30, December 31,")
        .replace(
            "                                                    1998         1997",
            "                                                    1999         1998",
        )
    )
    interim = interim.replace("June 30, December 31,", "June 30,  December 31,").replace("$  2,800", "$  3,000")
    interim = interim.replace("$  3,000     $  3,000", "$  3,400     $  3,000")
    found, _ = read_all(balance() + interim)

    assert [statement.kind for statement in found] == [Kind.BALANCE_SHEET, Kind.BALANCE_SHEET]
    assert max(column.period.end for column in found[1].columns if column.period) == date(1999, 6, 30)


# --- tables that are no primary statement ---


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("PRO FORMA STATEMENTS OF OPERATIONS", "pro forma"),
        ("PROFORMA STATEMENTS OF OPERATIONS", "pro forma"),
        ("NON-GAAP STATEMENTS OF OPERATIONS", "non-GAAP"),
        ("SELECTED STATEMENTS OF OPERATIONS", "selected data"),
        ("QUARTERLY STATEMENTS OF OPERATIONS", "quarterly data"),
        ("STATEMENTS OF OPERATIONS BY SEGMENT", "segments"),
        ("CONSOLIDATING STATEMENTS OF OPERATIONS", "guarantors"),
        ("STATEMENTS OF OPERATIONS - SCHEDULE I", "schedule"),
        ("STATEMENTS OF OPERATIONS AS A PERCENTAGE OF SALES", "percentages"),
        ("BUSINESS OUTLOOK: STATEMENTS OF OPERATIONS", "outlook"),
        ("SUMMARIZED STATEMENTS OF OPERATIONS", "other companies"),
    ],
)
def test_a_lesser_table_is_left_out_and_called_what_it_is(title: str, said: str) -> None:
    assert kinds(income(title=title) + balance()) == [Kind.BALANCE_SHEET]
    assert said in "".join(reasons(income(title=title) + balance()))


def test_the_quarterly_report_that_a_statement_stands_in_is_no_quarterly_data() -> None:
    assert kinds(income(company="QUARTERLY REPORT OF ROWAN") + balance()) == [Kind.INCOME, Kind.BALANCE_SHEET]


SUPPLEMENTAL = "SUPPLEMENTAL CONSOLIDATED STATEMENTS OF OPERATIONS"


def test_a_supplemental_statement_gives_way_to_the_primary_one() -> None:
    found, _ = read_all(
        income(title=SUPPLEMENTAL, revenue="7,100") + income(title="CONSOLIDATED STATEMENTS OF OPERATIONS")
    )

    assert [printed(statement, "Revenues") for statement in found] == [["7,000", "6,500"]]


def test_supplemental_statements_stand_in_where_there_are_no_others() -> None:
    found, findings = read_all(income(title=SUPPLEMENTAL) + balance(title="SUPPLEMENTAL BALANCE SHEETS"))

    assert [statement.kind for statement in found] == [Kind.INCOME, Kind.BALANCE_SHEET]
    assert [finding.severity for finding in findings if finding.code == "statements.stand-in"] == [Severity.WARNING] * 2


SELECTED = "SELECTED FINANCIAL INFORMATION"
HEADED = f"\n                       {SELECTED}"


def test_statements_under_a_heading_of_selected_data_stand_in_where_none_is_like_them() -> None:
    found, findings = read_all(HEADED + income() + HEADED + balance())

    assert [statement.kind for statement in found] == [Kind.INCOME, Kind.BALANCE_SHEET]
    assert [finding.severity for finding in findings if finding.code == "statements.stand-in"] == [Severity.WARNING] * 2
    found, findings = read_all(HEADED + income(revenue="7,100") + income() + balance())
    assert [printed(statement, "Revenues") for statement in found[:1]] == [["7,000", "6,500"]]
    assert "statements.stand-in" not in {finding.code for finding in findings}
    data = income(title="STATEMENT OF OPERATIONS DATA")
    assert kinds(HEADED + data + balance()) == [Kind.BALANCE_SHEET]


PRO_FORMA = """
                        DUNMORE HEALTH PARTNERS, LTD.
                    PROFORMA CONSOLIDATED BALANCE SHEET
                              (in thousands)

                                                July 31,      Pro Forma          July 31,
                                                  1999       Adjustments      1999 {last}
                                                --------     -----------      -----------
Cash and cash equivalents                       $ 11,000       $ 20,000         $  31,000
Accounts receivable, net                          19,000          5,000            24,000
Assets held for sale                              40,000        (35,000)            5,000
                                                --------     -----------      -----------
  Total assets                                  $ 70,000       $(10,000)        $  60,000
                                                ========     ===========      ===========
Accounts payable                                $ 22,000       $ (2,000)        $  20,000
Long-term debt                                    48,000         (8,000)           40,000
                                                --------     -----------      -----------
  Total liabilities and stockholders' equity    $ 70,000       $(10,000)        $  60,000
"""


def test_the_historical_column_of_a_pro_forma_statement_is_read() -> None:
    (statement,), findings = read_all(PRO_FORMA.format(last="Pro Forma"))

    assert printed(statement, "Total assets") == ["70,000"]
    assert "statements.stand-in" in {finding.code for finding in findings}


def test_a_pro_forma_statement_is_not_read_beside_primary_ones() -> None:
    assert kinds(income() + PRO_FORMA.format(last="Pro Forma")) == [Kind.INCOME]


def test_a_column_of_a_pro_forma_statement_that_is_called_by_a_company_may_be_anybodys() -> None:
    text = PRO_FORMA.format(last="Pro Forma").replace("July 31,      Pro Forma", "Dunmore       Pro Forma")
    assert kinds(text) == []


BESIDE = """
                              TREVANIAN SILICON, INC.
                             CONDENSED BALANCE SHEETS
                                  (In thousands)

                                                                   {basis}
                                                       March 31,   {second}   December 31,
                                                         1998        1998         1997
                                                      ----------- -----------  ------------
Cash and cash equivalents                             $  20,100   $  90,100    $  18,000
Accounts receivable, net                                 29,900      29,900       21,000
                                                      ---------   ---------    ---------
        Total assets                                  $  50,000   $ 120,000    $  39,000
                                                      =========   =========    =========
Accounts payable                                      $  20,000   $  20,000    $  13,000
Shareholders' equity                                     30,000     100,000       26,000
                                                      ---------   ---------    ---------
        Total liabilities and shareholders' equity    $  50,000   $ 120,000    $  39,000
"""


def test_a_pro_forma_column_beside_actual_ones_is_its_own_matter() -> None:
    (statement,), _ = read_all(BESIDE.format(basis="Pro Forma", second="March 31,"))

    assert printed(statement, "Total assets") == ["50,000", "39,000"]


def test_pro_forma_over_the_middle_of_columns_of_different_days_is_about_all_of_them() -> None:
    assert kinds(BESIDE.format(basis="Pro Forma", second="June 30, ")) == []


SUMMARY = """
                       {title}
                    (in millions except per share data)

                                      2001         2000         1999
                                   -------      -------      -------
Net sales                          191,329      165,013      137,634
Cost of sales                      150,255      129,664      108,725
Operating expenses                  31,550       27,040       22,363
Provision for income taxes           3,692        3,338        2,740
Net income                           6,295        5,377        4,430
Diluted net income per share          1.40         1.20         0.99
{below}"""
BELOW = """Current assets                      26,555       24,356       21,132
Total assets                        78,130       70,349       49,996
Long-term debt                      12,501       13,672        6,908
"""


@pytest.mark.parametrize(
    "title", ["11-Year Financial Summary", "TEN YEAR REVIEW", "Financial Highlights", "Statistical Summary"]
)
def test_a_summary_of_years_is_no_income_statement(title: str) -> None:
    assert kinds(SUMMARY.format(title=title, below="")) == []


def test_rows_of_a_balance_sheet_below_income_tell_a_summary_without_a_title() -> None:
    title = "For the years ended December 31"
    assert kinds(SUMMARY.format(title=title, below=BELOW)) == []
    assert kinds(SUMMARY.format(title=title, below="")) == [Kind.INCOME]


def test_a_table_of_selected_data_does_not_go_on_with_the_balance_sheet_below_it() -> None:
    selected = """
BALANCE SHEET DATA
Cash and cash equivalents         1,000           900           800
Property, net                     7,000         6,900         6,800
Accounts receivable               4,000         4,100         4,200
Total assets                     12,000        11,900        11,800
"""
    found, _ = read_all(selected + balance())
    assert [printed(statement, "Total assets") for statement in found] == [["3,000", "2,800"]]


# --- cash flows ---


@pytest.mark.parametrize(
    ("operating", "investing", "financing"),
    [
        ("Net cash from operations", "Net cash used in investing", "Net cash used in financing"),
        ("Net cash provided by operations", "Net cash used for investing", "Net cash used for financing"),
        ("Net cash (used in) operations", "Net cash used by investing", "Net cash provided by financing"),
    ],
)
def test_a_cash_flow_statement_without_the_word_activities(operating: str, investing: str, financing: str) -> None:
    text = cash_flow(title="CASH FLOWS STATEMENTS")
    for kind, line in (("operating", operating), ("investing", investing), ("financing", financing)):
        before = (
            "Net cash provided by operating activities"
            if kind == "operating"
            else f"Net cash used in {kind} activities"
        )
        text = text.replace(before.ljust(46), line.ljust(46))
    for heading in ("Operating", "Investing", "Financing"):
        text = text.replace(f"{heading} activities\n", f"{heading.upper()}\n".replace("OPERATING", "OPERATIONS"))
    assert "activities" not in text

    (statement,), _ = read_all(text)
    assert statement.kind is Kind.CASH_FLOW
    assert printed(statement, "Cash at end of year") == ["1,000", "900"]
