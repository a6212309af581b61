"""A statement that goes on over several tables, and one that only looks as if it did."""

from __future__ import annotations

import pytest

from converter.findings import Finding
from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.statement import Statement
from converter.tables import find_tables
from converter.terms import Kind

HEADS = """
                                    Three Months Ended     Six Months Ended
                                         June 30,              June 30,
                                      1998       1997       1998       1997
                                    -------    -------    -------    -------
"""
INCOME = """
Net sales                           $ 2,410    $ 2,300    $ 4,760    $ 4,510
Operating expenses                    2,130      2,050      4,222      4,036
                                    -------    -------    -------    -------
Earnings before income taxes            280        250        538        474
Provision for income taxes              104         93        200        176
                                    -------    -------    -------    -------
Net earnings                        $   176    $   157    $   338    $   298
"""
SHARES = """
Basic earnings per share            $  1.10    $   .97    $  2.11    $  1.84
Average shares outstanding            160.2      162.1      160.4      162.3
Dividends per share                 $   .25    $   .22    $   .50    $   .44
"""
TITLE = """
                          VENTOR CORPORATION
                  CONSOLIDATED STATEMENT OF EARNINGS{}
                 (In millions, except per share amounts)
"""
PAGE = "                                   -1-\n<PAGE>\n"


def statements(text: str, name: str = "a.txt") -> list[Statement]:
    findings: list[Finding] = []
    document = read(text.encode(), name, findings)
    return read_statements(document, find_tables(document, findings), Options(), findings)


def captions(statement: Statement) -> list[str]:
    return [item.caption for item in statement.items if item.amounts]


ALL = [
    "Net sales",
    "Operating expenses",
    "Earnings before income taxes",
    "Provision for income taxes",
    "Net earnings",
    "Basic earnings per share",
    "Average shares outstanding",
    "Dividends per share",
]


@pytest.mark.parametrize(
    "second",
    [
        TITLE.format(" - (continued)") + HEADS + SHARES,
        TITLE.format(" (CONTINUED)") + SHARES,
        TITLE.format(" (Concluded)") + SHARES,
        TITLE.format("") + HEADS + SHARES,
        "\n" + SHARES,
    ],
)
def test_a_page_with_title_and_heads_of_its_own_goes_on_with_the_statement(second: str) -> None:
    (statement,) = statements(TITLE.format("") + HEADS + INCOME + PAGE + second)
    assert captions(statement) == ALL
    assert [len(item.amounts) for item in statement.items if item.amounts] == [4] * len(ALL)


def test_the_same_captions_again_are_another_statement() -> None:
    again = TITLE.format("") + HEADS.replace("1998", "1996").replace("1997", "1995") + INCOME
    found = statements(TITLE.format("") + HEADS + INCOME + PAGE + again)
    assert [len(captions(statement)) for statement in found] == [5, 5]


def test_what_a_statement_has_once_begins_another_though_the_title_is_the_same() -> None:
    found = statements(TITLE.format("") + HEADS + INCOME + PAGE + TITLE.format("") + HEADS + INCOME + SHARES)
    assert all(captions(statement).count("Net sales") == 1 for statement in found)


@pytest.mark.parametrize(
    ("between", "rows"),
    [
        ("</TABLE>\n<TABLE>\n", 8),
        ("</TABLE>\n<TABLE>\n(unaudited)\n" + HEADS, 8),
        ("</TABLE>\n<TABLE>\n" + HEADS.replace("Six", "Nine"), 5),
        ("\nThe earnings of the company for each share of its common stock were computed as\nfollows:\n" + HEADS, 5),
    ],
)
def test_a_second_table_under_one_title_goes_on_with_it(between: str, rows: int) -> None:
    (statement,) = statements("<TABLE>\n" + TITLE.format("") + HEADS + INCOME + between + SHARES)
    assert len(captions(statement)) == rows


HTML_TABLE = "<TABLE><TR><TD></TD><TD colspan=4>Year Ended September 30,</TD></TR>{}{}</TABLE>"
HTML_YEARS = "<TR><TD></TD><TD colspan=2>2003</TD><TD colspan=2>2002</TD></TR>"


def html_rows(*rows: tuple[str, str, str]) -> str:
    return "".join(f"<TR><TD>{name}</TD><TD></TD><TD>{a}</TD><TD></TD><TD>{b}</TD></TR>" for name, a, b in rows)


@pytest.mark.parametrize("continued", [" (Continued)", " (concluded)", "", "<BR>(continued)"])
def test_it_goes_on_in_html_too(continued: str) -> None:
    title = "<P>CONSOLIDATED STATEMENTS OF OPERATIONS{}<BR>(in thousands except per share data)</P>"
    first = html_rows(
        ("Total revenues", "900", "800"),
        ("Costs", "600", "500"),
        ("Income taxes", "100", "90"),
        ("Net income", "200", "210"),
    )
    second = html_rows(("Basic earnings per share", "0.46", "0.47"), ("Dividends", "0.69", "1.10"))
    page = "<P align=center>(Continued)</P><P align=center>41</P><HR>"
    text = title.format("") + HTML_TABLE.format(HTML_YEARS, first) + page
    text += title.format(continued) + HTML_TABLE.format(HTML_YEARS, second)
    (statement,) = statements(f"<HTML><BODY>{text}</BODY></HTML>", "a.htm")
    assert captions(statement)[-2:] == ["Basic earnings per share", "Dividends"]


NARROW = """
 CONSOLIDATED BALANCE SHEETS

 (in thousands)       June 30,      June 30,
                        2008          2007
 ---------------------------------------------
 Cash and due
  from banks        $    21,000   $    18,000
 Other
  assets                 79,000        72,000
                    -----------   -----------
   Total
    assets          $   100,000   $    90,000
                    ===========   ===========
 Deposits           $    60,000   $    55,000
 Common
  stock                  10,000        10,000
 Retained
  earnings               30,000        25,000
                    -----------   -----------
   Total
    liabilities
    and
    stockholders'
    equity          $   100,000   $    90,000
"""


def test_captions_a_few_words_wide_are_read_as_they_are_joined() -> None:
    (statement,) = statements(NARROW)
    assert statement.kind is Kind.BALANCE_SHEET
    assert captions(statement) == [
        "Cash and due from banks",
        "Other assets",
        "Total assets",
        "Deposits",
        "Common stock",
        "Retained earnings",
        "Total liabilities and stockholders' equity",
    ]


@pytest.mark.parametrize("dates", ["December 31, 1998", "As of December 31, 1998\n(in thousands)"])
def test_a_statement_without_any_head_has_the_title_s_date(dates: str) -> None:
    text = f"""
                                     April 1, 1999

                                      -4-
<PAGE>   5

VENTOR CORP.

CONSOLIDATED BALANCE SHEET
- ------------------------------------------------------------
{dates}

<TABLE>
<S>                                               <C>
 ASSETS
 Cash and cash equivalents                        $1,900,000
 Accounts receivable                               2,100,000
                                                  ----------
     Total assets                                 $4,000,000
 Accounts payable                                 $1,000,000
 Common stock                                      3,000,000
     Total liabilities and stockholders' equity   $4,000,000
</TABLE>
"""
    (statement,) = statements(text)
    assert [str(column.period.end) for column in statement.columns if column.period] == ["1998-12-31"]
    assert statement.items[0].caption == "ASSETS"
