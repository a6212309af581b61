"""From a document to its statements: what heads, counts and odd rows make of columns and amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.statement import Aspect, Basis
from converter.tables import find_tables
from converter.terms import Kind, Period
from tests.statements.prints import BALANCE_SHEET, INCOME, row, statements


def periods(heads: str) -> list[tuple[date | None, date]]:
    """The periods of an income statement with these lines as its column heads."""
    at = INCOME.index("                               Three Months")
    text = INCOME[:at] + heads + INCOME[INCOME.index("Net sales") :]
    (statement,), _ = statements(text)
    return [(column.period.start, column.period.end) for column in statement.columns if column.period]


def test_heads_a_space_apart() -> None:
    heads = """
                         Three Months Ended Nine Months Ended
                             Oct. 2, 1998     Oct. 2, 1998
"""
    assert periods(heads) == [(date(1998, 7, 4), date(1998, 10, 2)), (date(1998, 1, 3), date(1998, 10, 2))]


def test_a_day_right_over_a_column_beats_one_beside_it() -> None:
    heads = """
                                   Year Ended
                                               January 31,
                             December 31,  -----------------
                                  1997             1998
                             -------------     -------------
"""
    assert periods(heads) == [(date(1997, 1, 1), date(1997, 12, 31)), (date(1997, 2, 1), date(1998, 1, 31))]


def test_columns_without_a_length_take_the_one_that_the_document_knows_for_their_end() -> None:
    cash_flow = """
                      STATEMENTS OF CASH FLOWS
                               Three Months Ended
                         March 31, 1998   March 31, 1997
Operating activities:
Net income                       120             96
Depreciation                      20             20
Net cash provided by operating activities  140  116
Investing activities:
Capital expenditures             (40)           (16)
Net increase in cash             100            100
Cash at end of period            200            100
"""
    at, end = INCOME.index("                               Three Months"), INCOME.index("Net sales")
    heads = "                             March 31, 1998    March 31, 1997\n"
    found, _ = statements(INCOME[:at] + heads + INCOME[end:] + cash_flow)
    income = next(statement for statement in found if statement.kind is Kind.INCOME)
    assert [column.period.start for column in income.columns if column.period] == [date(1998, 1, 1), date(1997, 1, 1)]


def issued(text: str) -> list[Decimal]:
    found, _ = statements(text)
    sheet = next(statement for statement in found if statement.kind is Kind.BALANCE_SHEET)
    counts = next(item for item in sheet.items if item.aspect is Aspect.ISSUED)
    return [amount.value for amount in counts.amounts]


IN_THOUSANDS = BALANCE_SHEET.replace("(in thousands, except share amounts)", "(in thousands)")


def test_par_value_proves_that_shares_are_printed_in_full() -> None:
    assert issued(IN_THOUSANDS) == [1_250_000, 1_240_000]


def test_par_value_proves_that_shares_are_printed_in_thousands() -> None:
    printed = IN_THOUSANDS.replace("1,250,000 and 1,240,000", "1,250 and 1,240").replace("5,000,000", "5,000")
    assert issued(printed) == [1_250_000, 1_240_000]


def test_without_par_value_the_average_proves_it() -> None:
    without = IN_THOUSANDS.replace("$.01 par value", "no par value")
    assert issued(without + INCOME) == [1_250_000, 1_240_000]
    assert issued(without) == [1_250_000_000, 1_240_000_000]  # nothing but the heading tells


def test_a_count_with_its_year_beside_it_is_of_that_year() -> None:
    caption = """   Preferred stock, $.01 par value; 10,500 shares
     authorized, issued and outstanding in 1997  --             10
"""
    at = BALANCE_SHEET.index("   Common stock")
    (statement,), _ = statements(BALANCE_SHEET[:at] + caption + BALANCE_SHEET[at:])
    counts = next(item for item in statement.items if item.aspect is Aspect.ISSUED and "Preferred" in item.caption)
    assert [(amount.value, amount.period) for amount in counts.amounts] == [(10_500, Period(date(1997, 12, 31)))]


def test_a_page_number_below_a_balance_sheet_makes_no_column() -> None:
    (statement,), _ = statements(BALANCE_SHEET + "See notes.\n\n" + " " * 36 + "2\n")
    assert len(statement.columns) == 2


@pytest.mark.parametrize(
    ("after", "line", "says"),
    [
        (
            "            ---------    ------------\n",
            "ASSETS                                    (unaudited)      (1)\n",
            "(1)",
        ),
        (
            "       Total current assets                     1,500           1,380\n",
            "Shares of subsidiaries held:                       (2)\n",
            "(2)",
        ),
    ],
)
def test_marks_of_footnotes_are_no_amounts(after: str, line: str, says: str) -> None:
    at = BALANCE_SHEET.index(after) + len(after)
    (statement,), _ = statements(BALANCE_SHEET[:at] + line + BALANCE_SHEET[at:])
    assert says not in [amount.printed for item in statement.items for amount in item.amounts]
    assert len(row(statement, "Cash and cash").amounts) == 2


def test_years_over_a_second_part_are_no_amounts() -> None:
    again = f"{'Years ended December 31,':<48}1998            1997\n{'Interest paid':<50}10              11\n"
    (statement,), _ = statements(BALANCE_SHEET + again)
    assert "1998" not in [amount.printed for item in statement.items for amount in item.amounts]
    assert len(row(statement, "Interest paid").amounts) == 2


def test_a_caption_in_capitals_goes_on_below_cash_and_cash() -> None:
    text = """
                      STATEMENTS OF CASH FLOWS
               (in thousands)
                               Years Ended December 31,
                                  1998             1997
CASH FLOWS FROM OPERATING ACTIVITIES:
Net income                         120              96
NET CASH PROVIDED BY OPERATING ACTIVITIES  120      96
CASH FLOWS FROM INVESTING ACTIVITIES:
Capital expenditures               (40)            (16)
NET (DECREASE) INCREASE IN CASH AND CASH
  EQUIVALENTS                       80              80
"""
    (statement,), _ = statements(text)
    assert statement.items[-1].caption == "NET (DECREASE) INCREASE IN CASH AND CASH EQUIVALENTS"


SEGMENTS = """
                      CONSOLIDATED STATEMENTS OF INCOME
               (in millions)
                               Year Ended December 31, 1998
                              Automotive    Financial Services
                             -------------     -------------
Net sales                          1,000               900
Cost of sales                        600               550
Operating income                     400               350
Income taxes                         100               100
Net income                           300               250
"""


def test_columns_of_one_period_are_of_parts_and_give_no_statement() -> None:
    found, findings = statements(SEGMENTS)
    assert found == []
    assert findings[-1].code == "statements.left-out"
    assert "parts of the company" in findings[-1].message


def test_a_column_that_the_print_splits_is_one() -> None:
    text = SEGMENTS.replace("Automotive    Financial Services", "   Amount     ").replace("               900", "")
    for figure in ("550", "350", "250"):
        text = text.replace(f"               {figure}", "")
    (statement,), _ = statements(text)
    assert [len(item.amounts) for item in statement.items] == [1, 1, 1, 2, 1]


def test_a_column_that_the_print_repeats_is_one() -> None:
    """The first period of a successor is all of its quarter and all of its year to date."""
    alike = SEGMENTS.replace("   900", " 1,000").replace("550", "600").replace("350", "400").replace("250", "300")
    (statement,), _ = statements(alike)
    assert [[each.printed for each in item.amounts] for item in statement.items][1] == ["600", "600"]

    assert statements(alike.replace("400               400", "400               350"))[0] == []


def test_columns_without_a_date_are_told() -> None:
    text = SEGMENTS.replace("Year Ended December 31, 1998", "Fiscal year        Fiscal year to date").replace(
        "Automotive    Financial Services", "   1998                 1999        "
    )
    (statement,), findings = statements("Its fiscal year ends on June 30, 1998.\n" + text)
    assert [column.period is None for column in statement.columns] == [False, True]
    assert "statements.undated" in [finding.code for finding in findings]


def test_columns_of_changes_need_no_date() -> None:
    text = SEGMENTS.replace("Automotive    Financial Services", "Amount             Change    ")
    assert "statements.undated" not in [finding.code for finding in statements(text)[1]]


@pytest.mark.parametrize(
    ("heads", "gaap"),
    [
        ("As Reported      As Restated  ", [False, True]),
        ("As Restated      As Previously", [True, False]),
        ("As Restated      As Restated  ", [True, True]),
        ("As Reported      As Reported  ", [True, True]),
    ],
)
def test_figures_as_restated_are_the_registrants_and_not_those_first_reported(heads: str, gaap: list[bool]) -> None:
    (statement,), findings = statements(SEGMENTS.replace("Automotive    Financial Services", heads))
    assert [column.basis is Basis.GAAP for column in statement.columns] == gaap
    assert ("statements.same-period" in [finding.code for finding in findings]) is not all(gaap)


def test_supplemental_statements_after_a_merger_are_the_registrants() -> None:
    (statement,), _ = statements(INCOME.replace("CONSOLIDATED STATEMENTS", "SUPPLEMENTAL CONSOLIDATED STATEMENTS"))
    assert statement.kind is Kind.INCOME


@pytest.mark.parametrize("title", ["Summary Financial Data of Tessen Credit Corporation", "Tessen Credit Corporation"])
def test_a_summary_of_a_subsidiary_is_no_statement(title: str) -> None:
    summary = f"""
{title}
                                  1998             1997
                             -------------     -------------
Total revenue                $       159       $        72
Total assets                       2,015             1,152
Total liabilities                  1,768               977
Total stockholder's equity   $       247       $       175
"""
    found, _ = statements(summary + INCOME)
    assert [statement.kind for statement in found] == [Kind.INCOME]


def test_years_that_end_on_different_days_may_be_of_several_companies() -> None:
    year = INCOME.replace("Three Months Ended March 31,", "   Year Ended March 31,   ")
    bought = year.replace("March 31,", "December 31,").replace("1998  ", "1996  ").replace("1997\n", "1995\n")
    assert "statements.several-companies" in [finding.code for finding in statements(year + bought)[1]]
    assert "statements.several-companies" not in [finding.code for finding in statements(year)[1]]


def test_a_year_that_is_misprinted_is_asked_about() -> None:
    _, findings = statements(BALANCE_SHEET.replace("1998           1997", "1988           1997"))
    assert "statements.years-apart" in [finding.code for finding in findings]


CASH_FLOW = """
                      STATEMENTS OF CASH FLOWS
                          (in thousands)

                                       Nine Months Ended October 31,
                                           1998        1997
                                         --------    --------
Cash flows from operating activities:
  Net income                             $    120    $     96
  Net cash provided by operating activities   120          96
Cash flows from investing activities:
  Capital expenditures                        (40)        (30)
Cash flows from financing activities:
  Repayment of debt                           (10)        (10)
                                         --------    --------
Net increase in cash                           70          56
Cash at February 1                            530         474
                                         --------    --------
Cash at October 31                       $    600    $    530
                                         ========    ========
"""


@pytest.mark.parametrize(("year_end", "end"), [("06-30", date(1998, 6, 30)), ("12-31", date(1998, 12, 31))])
def test_a_fiscal_year_end_that_is_told_dates_bare_years(year_end: str, end: date) -> None:
    at = INCOME.index("                               Three Months")
    text = INCOME[:at] + " " * 34 + "1998             1997\n" + INCOME[INCOME.index("Net sales") :]
    document = read(text.encode(), "a.txt", [])
    (statement,) = read_statements(document, find_tables(document, []), Options(fiscal_year_end=year_end), [])

    assert next(column.period.end for column in statement.columns if column.period) == end


def test_percentages_are_parts_of_one() -> None:
    (statement,), _ = statements(INCOME + "Effective tax rate                   38.5%             40.0%\n")

    (amount, _) = row(statement, "Effective tax rate").amounts
    assert (amount.value, amount.decimals) == (Decimal("0.385"), 3)


def test_cash_at_a_day_is_an_instant_and_the_flows_are_durations() -> None:
    (statement,), _ = statements(CASH_FLOW)

    def periods(caption: str) -> list[Period | None]:
        return [amount.period for amount in row(statement, caption).amounts]

    assert periods("Cash at February 1") == [Period(date(1998, 1, 31)), Period(date(1997, 1, 31))]
    assert periods("Cash at October 31") == [Period(date(1998, 10, 31)), Period(date(1997, 10, 31))]
    assert periods("Net increase in cash") == [column.period for column in statement.columns]


def test_a_year_is_lent_to_no_column_that_has_its_own() -> None:
    heads = """
                            June 30,       March 31, 1996
                              1995      --------------------
                                        Actual     Pro Forma
"""
    at = BALANCE_SHEET.index("                                            March 31,")
    rows = BALANCE_SHEET[BALANCE_SHEET.index("Current assets:") :]
    lines = [f"{line[:26].rstrip():26}{line[42:58].strip():>12}{line[58:].strip():>12}" for line in rows.splitlines()]
    three = "\n".join(f"{line}{line[-12:]}" if line[-1:].isdigit() else line for line in lines)
    (statement,), _ = statements(BALANCE_SHEET[:at] + heads + three)
    assert [(one.basis, one.period and one.period.end) for one in statement.columns] == [
        (Basis.GAAP, date(1995, 6, 30)),
        (Basis.GAAP, date(1996, 3, 31)),
        (Basis.PRO_FORMA, date(1996, 3, 31)),
    ]
