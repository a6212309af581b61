"""The sections of selected data: which statement they name, where they part a table, when they stand in for one."""

from __future__ import annotations

import pytest

from converter.statements.lesser import is_of_income_alone
from converter.statements.select import part_statements
from converter.statements.selected import section_over, sections
from converter.terms import Kind
from tests.statements.candidates import table
from tests.statements.filings import balance, printed, read_all

IS, BS, CF = Kind.INCOME, Kind.BALANCE_SHEET, Kind.CASH_FLOW
AMOUNTS = ("8", "7")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Statement of Operations Data:", IS),
        ("Consolidated Statements of Income Data", IS),
        ("STATEMENT OF CONSOLIDATED EARNINGS DATA:", IS),
        ("Loss data:", IS),
        ("Income Statement Data (in thousands):", IS),
        ("Operating data:", IS),
        ("Balance Sheet Data:", BS),
        ("Selected Consolidated Balance Sheets Data", BS),
        ("Financial Position Data:", BS),
        ("Statement of Financial Condition Data:", BS),
        ("Cash Flow Data:", CF),
        ("Statement of Cash Flows Data:", CF),
    ],
)
def test_a_heading_among_the_rows_names_the_statement_that_data_are_of(heading: str, kind: Kind) -> None:
    assert list(sections(table({heading: (), "Net sales": AMOUNTS}).rows)) == [(0, heading, kind)]
    assert list(sections(table({heading: AMOUNTS}).rows)) == []


@pytest.mark.parametrize("text", ["Other income", "Data", "Income data processing fees", "Our Balance Sheet Data:"])
def test_other_headings_begin_no_section(text: str) -> None:
    assert list(sections(table({text: (), "Net sales": AMOUNTS}).rows)) == []


def test_a_heading_may_go_on_in_the_next_row() -> None:
    rows = table({"Revenue:": (), "Statement of Operations": (), "Data:": (), "Net sales": AMOUNTS}).rows
    assert list(sections(rows)) == [(1, "Statement of Operations Data:", IS)]
    assert list(sections(rows[:2])) == []
    assert list(sections(table({"Balance Sheet": (), "Data:": AMOUNTS}).rows)) == []


def test_the_section_over_a_table_is_the_one_before_its_first_amounts() -> None:
    assert section_over(table({"Income Data:": (), "Net sales": AMOUNTS}).rows) == "Income Data:"
    assert section_over(table({"Net sales": AMOUNTS, "Balance Sheet Data:": (), "Cash": AMOUNTS}).rows) == ""
    assert section_over(table({"Income Data:": ()}).rows) == "Income Data:"


def test_selected_data_are_cut_where_the_section_of_another_statement_begins() -> None:
    whole = table(
        {
            "Statement of Income Data:": (),
            "Net sales": AMOUNTS,
            "Operating Data:": (),
            "Net income": AMOUNTS,
            "Balance Sheet Data:": (),
            "Total assets": AMOUNTS,
            "Cash Flow Data:": (),
            "Capital expenditures": AMOUNTS,
        },
        "Five Years",
    )
    income, sheet, flows = part_statements(whole)
    assert [row.stub for row in income.rows] == [row.stub for row in whole.rows[:4]]
    assert [row.stub for row in sheet.rows] == ["Balance Sheet Data:", "Total assets"]
    assert [row.stub for row in flows.rows] == ["Cash Flow Data:", "Capital expenditures"]
    assert [bool(one.above) for one in (income, sheet, flows)] == [True, False, False]


def test_cash_flows_below_another_statement_are_cut_from_it_before_their_heading() -> None:
    income = {"Net sales": AMOUNTS, "Net income": AMOUNTS, "Income taxes": AMOUNTS}
    flows = {"Cash Flows": (), "Operating activities": AMOUNTS, "Investing activities": AMOUNTS}
    first, second = part_statements(table({**income, **flows}, "INCOME"))
    assert [row.stub for row in first.rows] == list(income)
    assert [row.stub for row in second.rows] == list(flows)
    assert [one.stub for one in part_statements(table(flows, "INCOME"))[0].rows] == list(flows)


def test_a_statement_without_a_section_of_its_own_ends_where_one_of_another_begins() -> None:
    rows = {"Net sales": AMOUNTS, "Balance Sheet Data:": (), "Total assets": AMOUNTS}
    assert len(part_statements(table(rows))) == 2
    assert len(part_statements(table(rows, "BALANCE SHEETS"))) == 1
    assert len(part_statements(table({"Net sales": AMOUNTS, "Operating Data:": (), "Stores": AMOUNTS}))) == 1


@pytest.mark.parametrize("row", ["Total assets", "Working capital", "Return on equity", "Long-term debt"])
def test_one_balance_or_ratio_shows_that_data_are_not_of_income_alone(row: str) -> None:
    assert is_of_income_alone(table({"Net sales": AMOUNTS, row: ()}).rows)
    assert not is_of_income_alone(table({"Net sales": AMOUNTS, row: AMOUNTS}).rows)
    assert not is_of_income_alone(table({"Net sales": AMOUNTS, "Growth": ("5%", "4")}).rows)


SELECTED = """
                        SELECTED CONSOLIDATED FINANCIAL DATA
                     (in thousands, except per share data)

     The data below are derived from the audited statements of Marlow Instruments and should be read together with
them. In fiscal 1998 the company began to deduct what it gives to charities from its sales. Amounts of earlier years
were not restated for it, and the effect on the results of those years, as far as anybody can tell today, was small.

                                           Year Ended December 31,
                                      1996          1997          1998
                                   ----------    ----------    ----------
{heading}
Net sales                          $  693,700    $  743,400    $  730,500
Cost of sales                         300,000       310,000       320,000
Net income before
 charities                            122,000       130,000       120,000
Net income                            121,000       129,000        90,000
Net income per share                     1.22          1.30           .90
"""
BALANCES = """
Balance Sheet Data:
Cash                               $   90,000    $   80,000    $   70,000
Total assets                          900,000       800,000       700,000
"""


def selected(heading: str = "Statement of Operations\n Data:") -> str:
    return SELECTED.format(heading=heading)


def test_where_a_document_has_nothing_else_an_income_statements_data_stand_in_and_are_told() -> None:
    (statement,), findings = read_all(selected())

    assert statement.scale == 1000
    assert printed(statement, "Net income") == ["121,000", "129,000", "90,000"]
    assert "statements.stand-in" in [finding.code for finding in findings]


def test_balances_below_them_are_not_of_the_income_statement() -> None:
    (statement,), _ = read_all(selected() + BALANCES)

    assert statement.items[-1].caption == "Net income per share"


@pytest.mark.parametrize(
    "text",
    [
        selected() + BALANCES.replace("Balance Sheet Data:\n", ""),
        selected() + "Comparable sales                         5 %           8 %           9 %\n",
        selected("Earnings of the last three years:"),
    ],
)
def test_data_that_mix_statements_or_name_none_stand_in_for_nothing(text: str) -> None:
    assert read_all(text)[0] == []


def test_data_stand_in_for_nothing_beside_a_primary_statement() -> None:
    assert [statement.kind for statement in read_all(selected() + balance())[0]] == [BS]
