"""Numbers inside captions of every statement, from the text to the items."""

from __future__ import annotations

import pytest

from converter.findings import Finding
from converter.options import Options
from converter.sources import read
from converter.statements.read import read_statements
from converter.statements.statement import Aspect, Role, Statement
from converter.tables import find_tables

SHEET = """
                      CONSOLIDATED BALANCE SHEETS

                                            March 31,    December 31,
                                              1998           1997
                                            ---------    ------------
Cash                                        $   2,400      $    2,300
Total assets                                $   2,400      $    2,300
Accounts payable                            $     500      $      500
Stockholders' equity:
   Retained earnings                            1,910           1,809
{}
Total stockholders' equity                      1,900           1,800
Total liabilities and stockholders' equity  $   2,400      $    2,300
"""

INCLUDING = """
                      CONSOLIDATED STATEMENTS OF INCOME
                       Years ended December 31

                                            1998             1997
                                        -------------     -------------
Net sales                             $       1,000     $         900
Cost of sales (including {}
 to related parties)                            600               500
Income taxes                                    100                90
Net income                            $         300     $         310
"""


def only_statement(text: str) -> Statement:
    document = read(text.encode(), "a.txt", [])
    (statement,) = read_statements(document, find_tables(document, []), Options(), [])
    return statement


@pytest.mark.parametrize(
    ("amounts", "values"),
    [("$12 and $26", [12, 26]), ("$12", []), ("12 and 26", []), ("$12, $26 and $24", [12, 26])],
)
def test_a_caption_of_income_may_say_an_amount_for_each_column(amounts: str, values: list[int]) -> None:
    statement = only_statement(INCLUDING.format(amounts))
    inside = [item for item in statement.items if item.role is Role.PARENTHETICAL]
    assert [int(amount.value) for item in inside for amount in item.amounts] == values
    assert [item.aspect for item in inside] == [Aspect.OTHER][: len(inside)]


SEVERAL = """
                      CONSOLIDATED STATEMENTS OF INCOME

                                         Three Months Ended   Six Months Ended
                                           June 30, 1998        June 30, 1998
                                         ------------------   ----------------
Net sales                                $          1,000     $        1,900
Cost of sales (including $12 and $26 in
 {} and {})                                           600              1,100
Income taxes                                          100                200
Net income                               $            300     $          600
"""


@pytest.mark.parametrize(
    ("periods", "values"),
    [(("three months", "six months"), []), (("three months", "3 months"), [12, 26]), (("quarter", "other"), [12, 26])],
)
def test_numbers_of_periods_of_several_lengths_are_told_and_not_read(
    periods: tuple[str, str], values: list[int]
) -> None:
    text = SEVERAL.format(*periods)
    findings: list[Finding] = []
    document = read(text.encode(), "a.txt", findings)
    (statement,) = read_statements(document, find_tables(document, findings), Options(), findings)
    inside = [item for item in statement.items if item.role is Role.PARENTHETICAL]
    assert [int(amount.value) for item in inside for amount in item.amounts] == values
    told = [
        text[each.span.start :].split(" (")[0]
        for each in findings
        if each.span and each.code == "statements.caption-lengths"
    ]
    assert told == ([] if values else ["Cost of sales"])


SHARES = """
                      CONSOLIDATED STATEMENTS OF INCOME
                      Years ended December 31
                (In {}, except per share amounts)

                                            1998             1997
                                        -------------     -------------
Net sales                               $       1,000     $         900
Income taxes                                      920               800
Net income                              $          80     $         100
Net income per share                    $        1.90     $        2.50
Weighted average shares outstanding (in
  thousands):
    Basic                                        41.8              40.1
    Diluted (in {})                        41.8              40.1
"""


@pytest.mark.parametrize(
    ("money", "own", "shares", "refuted"),
    [
        ("millions", "shares", [41_800_000, 41_800_000], ["Basic", "Diluted"]),
        ("thousands", "shares", [41_800, 41_800], []),
        ("millions", "millions", [41_800, 41_800_000], []),
    ],
)
def test_income_and_earnings_a_share_refute_the_scale_of_a_heading(
    money: str, own: str, shares: list[int], refuted: list[str]
) -> None:
    text = SHARES.format(money, own)
    findings: list[Finding] = []
    document = read(text.encode(), "a.txt", findings)
    (statement,) = read_statements(document, find_tables(document, findings), Options(), findings)
    counts = [item.amounts[0].value for item in statement.items if item.unit == "shares" and item.amounts]
    assert counts == shares
    told = [each for each in findings if each.code == "statements.scale-contradicted" and each.span]
    assert [text[each.span.start :].split()[0] for each in told if each.span] == refuted
    assert all("shares of 1,000,000 each" in each.message for each in told)


@pytest.mark.parametrize("below", ["1998-- 113; 1997-- 94", f"shares: 1998 - 113\n{'':13}1997 - 94"])
def test_counts_by_year_go_on_with_the_name_of_the_stock(below: str) -> None:
    *upper, last = below.split("\n")
    lines = ["   Treasury stock, at cost:", *(f"     {line}" for line in upper), f"     {last:42}(10)           (9)"]
    statement = only_statement(SHEET.format("\n".join(lines)))
    (count,) = [item for item in statement.items if item.aspect is Aspect.TREASURY]
    assert [amount.value for amount in count.amounts] == [113, 94]
