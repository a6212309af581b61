"""Filings of invented companies, statement by statement, and what is read from them."""

from __future__ import annotations

from converter.findings import Finding
from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.statement import Basis, Statement
from converter.tables import find_tables
from converter.terms import Kind

INCOME = """
                            {company}
                          {title}
                                 (in thousands)

                                                 Year Ended December 31,
                                                    1998         1997
                                                  --------     --------
Revenues                                          $ {revenue}     $  6,500
Cost of services                                     2,000        1,900
                                                  --------     --------
Gross profit                                         5,000        4,600
Selling and marketing                                1,000          900
General and administrative                           2,500        2,400
                                                  --------     --------
Income from operations                               1,500        1,300
Interest expense                                       300          300
                                                  --------     --------
Income before income taxes                           1,200        1,000
Provision for income taxes                             400          300
                                                  --------     --------
Net income                                        $    {income}     $    700
"""
BALANCE = """
                            {company}
                             {title}
                                 (in thousands)

                                                       December 31,
                                                    1998         1997
                                                  --------     --------
Cash                                              $  1,000     $    900
Accounts receivable                                  2,000        1,900
                                                  --------     --------
Total assets                                      $  {assets}     $  2,800
                                                  ========     ========
Accounts payable                                  $  1,500     $  1,600
                                                  --------     --------
Total liabilities                                    1,500        1,600
Shareholders' equity                                 1,500        1,200
                                                  --------     --------
Total liabilities and shareholders' equity        $  {assets}     $  2,800
"""
CASH_FLOW = """
                            {company}
                         {title}
                                 (in thousands)

                                                 Year Ended December 31,
                                                    1998         1997
                                                  --------     --------
Operating activities
Net income                                        $    {income}     $    700
Depreciation                                           200          200
                                                  --------     --------
Net cash provided by operating activities            1,000          900
Investing activities
Capital expenditures                                  (500)        (400)
                                                  --------     --------
Net cash used in investing activities                 (500)        (400)
Financing activities
Repayments of debt                                    (400)        (300)
                                                  --------     --------
Net cash used in financing activities                 (400)        (300)
                                                  --------     --------
Increase in cash                                       100          200
Cash at beginning of year                              900          700
                                                  --------     --------
Cash at end of year                               $  1,000     $    900
"""


def income(company: str = "", title: str = "STATEMENTS OF OPERATIONS", revenue: str = "7,000", net: str = "800") -> str:
    return INCOME.format(company=company, title=title, revenue=revenue, income=net)


def balance(company: str = "", title: str = "BALANCE SHEETS", assets: str = "3,000") -> str:
    return BALANCE.format(company=company, title=title, assets=assets)


def cash_flow(company: str = "", title: str = "STATEMENTS OF CASH FLOWS", net: str = "800") -> str:
    return CASH_FLOW.format(company=company, title=title, income=net)


def anothers(text: str) -> str:
    """The statement with other figures in all columns: of another company."""
    return (
        text.replace("$    800", "$    900")
        .replace("$    700", "$    650")
        .replace("2,800", "5,100")
        .replace("3,000", "5,500")
    )


def parts(*texts: str, header: str = "") -> str:
    return header + "".join(
        f"<DOCUMENT>\n<TYPE>EX-99.{number}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        for number, text in enumerate(texts, 1)
    )


def read_all(text: str) -> tuple[list[Statement], list[Finding]]:
    findings: list[Finding] = []
    document = read(text.encode(), "a.txt", findings)
    return read_statements(document, find_tables(document, findings), Options(), findings), findings


def printed(statement: Statement, caption: str) -> list[str]:
    """The amounts of GAAP columns in a row."""
    item = next(item for item in statement.items if item.caption == caption)
    return [
        each.printed.replace("$", "").strip()
        for each in item.amounts
        if statement.columns[each.column].basis is Basis.GAAP
    ]


def kinds(text: str) -> list[Kind]:
    return [statement.kind for statement in read_all(text)[0]]


def reasons(text: str) -> list[str]:
    return [
        finding.message.partition("): ")[2] for finding in read_all(text)[1] if finding.code == "statements.left-out"
    ]
