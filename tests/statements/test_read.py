"""From a document to its statements: selection, captions, numbers inside captions, footing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.findings import Finding
from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.statement import Aspect, Item, Role, Statement
from converter.tables import find_tables
from converter.terms import Kind, Period

BALANCE_SHEET = """
                      CONSOLIDATED BALANCE SHEETS
               (in thousands, except share amounts)

                                            March 31,    December 31,
                                              1998           1997
                                            ---------    ------------
Current assets:
   Cash and cash equivalents                $   1,200      $    1,100
   Trade receivables, less allowance
     of $20 and $18                               300             280
                                            ---------      ----------
       Total current assets                     1,500           1,380
Property and equipment, net                       900             920
                                            ---------      ----------
                                            $   2,400      $    2,300
                                            =========      ==========
Current liabilities:
   Accounts payable                         $     400      $      420
   Accrued expenses                               100              80
                                            ---------      ----------
Total current liabilities                         500             500
Stockholders' equity:
   Common stock, $.01 par value; 5,000,000 shares
     authorized; 1,250,000 and 1,240,000 shares issued
     and outstanding                               13              12
   Retained earnings                            1,887           1,788
                                            ---------      ----------
Total stockholders' equity                      1,900           1,800
                                            ---------      ----------
Total liabilities and stockholders'
  equity                                    $   2,400      $    2,300
                                            =========      ==========
"""

INCOME = """
                      CONSOLIDATED STATEMENTS OF INCOME
               (in thousands, except per share amounts)

                               Three Months Ended March 31,
                                  1998             1997
                             -------------     -------------
Net sales                    $       1,000     $         900
Cost of sales                          600               550
                             -------------     -------------
Gross profit                           400               350
Selling and administrative             200               190
                             -------------     -------------
Operating income                       200               160
Income taxes                            80                64
                             -------------     -------------
Net income                   $         120     $          96
                             =============     =============
Net income per share         $         .10     $         .08
Average shares outstanding           1,245             1,200
"""


def statements(text: str) -> tuple[list[Statement], list[Finding]]:
    findings: list[Finding] = []
    document = read(text.encode(), "a.txt", findings)
    return read_statements(document, find_tables(document, findings), Options(), findings), findings


def row(statement: Statement, caption: str) -> Item:
    return next(item for item in statement.items if item.caption.startswith(caption))


def test_both_statements_are_found_with_their_periods() -> None:
    found, _ = statements(BALANCE_SHEET + INCOME)
    assert [statement.kind for statement in found] == [Kind.BALANCE_SHEET, Kind.INCOME]
    assert [column.period.end for column in found[0].columns if column.period] == [
        date(1998, 3, 31),
        date(1997, 12, 31),
    ]
    assert [column.period.start for column in found[1].columns if column.period] == [date(1998, 1, 1), date(1997, 1, 1)]


def test_amounts_are_full_units_with_the_printed_precision() -> None:
    found, _ = statements(INCOME)
    sales, per_share, shares = (row(found[0], name) for name in ("Net sales", "Net income per", "Average shares"))
    assert [(amount.value, amount.decimals) for amount in sales.amounts] == [(1_000_000, -3), (900_000, -3)]
    assert [(amount.value, amount.decimals) for amount in per_share.amounts] == [
        (Decimal(".10"), 2),
        (Decimal(".08"), 2),
    ]
    assert [amount.value for amount in shares.amounts] == [1_245_000, 1_200_000]


def test_wrapped_captions_are_joined() -> None:
    found, _ = statements(BALANCE_SHEET)
    assert row(found[0], "Trade").caption == "Trade receivables, less allowance of $20 and $18"
    assert row(found[0], "Total liabilities and").caption == "Total liabilities and stockholders' equity"


def test_rows_know_their_headings() -> None:
    found, _ = statements(BALANCE_SHEET)
    assert row(found[0], "Cash").headings == ("Current assets",)
    assert row(found[0], "Property").headings == ()


def test_numbers_inside_captions() -> None:
    found, _ = statements(BALANCE_SHEET)
    inside = {
        item.aspect: [int(amount.value * 100) for amount in item.amounts] for item in found[0].items if item.aspect
    }
    assert inside == {
        Aspect.ALLOWANCE: [2_000_000, 1_800_000],
        Aspect.PAR_VALUE: [1, 1],
        Aspect.AUTHORIZED: [500_000_000, 500_000_000],
        Aspect.ISSUED: [125_000_000, 124_000_000],
        Aspect.OUTSTANDING: [125_000_000, 124_000_000],
    }


def test_every_number_inside_a_caption_points_at_its_digits() -> None:
    found, _ = statements(BALANCE_SHEET)
    for item in found[0].items:
        for amount in item.amounts:
            printed = BALANCE_SHEET[amount.span.start : amount.span.end]
            assert printed == amount.printed.replace("$", "").strip()


def test_totals_foot_with_and_without_a_caption() -> None:
    found, _ = statements(BALANCE_SHEET)
    assert found[0].footed == (5, 5)
    sums = {found[0].items[one.total].caption: len(one.parts) for one in found[0].sums}
    assert sums == {
        "Total current assets": 2,
        "": 2,
        "Total current liabilities": 2,
        "Total stockholders' equity": 2,
        "Total liabilities and stockholders' equity": 2,
    }


def test_subtraction_is_seen_in_an_income_statement() -> None:
    found, _ = statements(INCOME)
    sums = {found[0].items[one.total].caption: [weight for _, weight in one.parts] for one in found[0].sums}
    assert sums == {"Gross profit": [1, -1], "Operating income": [1, -1], "Net income": [1, -1]}
    assert row(found[0], "Gross profit").role is Role.TOTAL


def test_a_pro_forma_statement_is_left_out_and_said_so() -> None:
    pro_forma = INCOME.replace("CONSOLIDATED STATEMENTS", "PRO FORMA CONSOLIDATED STATEMENTS")
    found, findings = statements(BALANCE_SHEET + pro_forma)
    assert [statement.kind for statement in found] == [Kind.BALANCE_SHEET]
    assert "statements.left-out" in {finding.code for finding in findings}


def test_a_missing_scale_is_inferred_from_the_other_statements() -> None:
    found, findings = statements(BALANCE_SHEET + INCOME.replace("(in thousands, except per share amounts)", ""))
    assert [statement.scale for statement in found] == [1000, 1000]
    assert "statements.scale-inferred" in {finding.code for finding in findings}


def test_prose_holds_no_statement() -> None:
    assert statements("Orrin Pump Corp. said that net income rose to $120,000 from $96,000.\n" * 30)[0] == []


def test_a_wrapped_caption_belongs_to_the_number_below_it_when_its_words_go_on_there() -> None:
    text = INCOME.replace(
        "Income taxes                            80                64\n",
        "Interest income, net                     0                 0\n"
        "Income (loss) before provision (benefit)\n"
        "  for income taxes                     200               160\n"
        "Income taxes                            80                64\n",
    )
    (statement,), _ = statements(text)
    assert row(statement, "Interest income, net").caption == "Interest income, net"
    before = row(statement, "Income (loss) before")
    assert before.caption == "Income (loss) before provision (benefit) for income taxes"
    assert [amount.value for amount in before.amounts] == [200_000, 160_000]


def test_treasury_shares_counted_on_the_line_of_the_amount() -> None:
    text = BALANCE_SHEET.replace(
        "   Retained earnings                            1,887           1,788\n",
        "   Less treasury common stock at cost.\n"
        "     Shares: 1998 - 1,095; 1997 - 1,716          (119)           (134)\n"
        "   Retained earnings                            2,006           1,922\n",
    )
    (statement,), _ = statements(text)
    treasury = row(statement, "Less treasury")
    assert treasury.unit == "USD"
    assert [amount.value for amount in treasury.amounts] == [-119_000, -134_000]


def test_a_statement_without_a_scale_takes_that_of_the_others() -> None:
    found, findings = statements(BALANCE_SHEET.replace("(in thousands, except share amounts)", "") + INCOME)
    assert [statement.scale for statement in found] == [1000, 1000]
    assert findings[0].code == "statements.scale-inferred"


@pytest.mark.parametrize(
    ("prose", "scale"),
    [
        ("Sales were $1.25 billion, and the gross profit grew to $1.05 billion.", 1_000_000),
        ("Sales were $1.25 million, and the gross profit grew to $1.05 million.", 1_000),
        ("Sales were $1.25 billion.", 1),  # one amount alone may agree by chance
    ],
)
def test_a_scale_that_only_the_prose_tells(prose: str, scale: int) -> None:
    figures = INCOME.replace("(in thousands, except per share amounts)", "").replace(" 1,000 ", " 1,250 ")
    figures = figures.replace("  400  ", "1,050  ")
    (statement,), _ = statements(prose + figures)
    assert statement.scale == scale


def test_a_computation_of_earnings_a_share_is_no_income_statement() -> None:
    computation = """
                     Years ended December 31
                                  1998             1997
                             -------------     -------------
Net income before extraordinary item
  and income taxes           $         120     $          96
Interest on debentures                   8                 8
Net income, adjusted         $         128     $         104
Weighted average shares              1,245             1,200
Income per share             $         .10     $         .08
"""
    found, _ = statements(computation)
    assert found == []


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
