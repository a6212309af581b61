"""Statements as text, and what is read from them."""

from __future__ import annotations

from converter.findings import Finding
from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.statement import Item, Statement
from converter.tables import find_tables

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
