"""A statement of income and retained earnings goes on from net income to what is retained: balances are of either end
of each column's period, dividends are what they took of it.
"""

from __future__ import annotations

from datetime import date

import pytest

from converter import convert
from converter.terms import Period

YEAR = Period(date(1999, 12, 31), date(1999, 1, 1))
INCOME = """HOLLIS MILLS INC.
CONSOLIDATED STATEMENTS OF INCOME AND RETAINED EARNINGS
(In thousands, except per share amounts)

                                          Years ended December 31,
                                        1999       1998       1997
Net sales                             $20,000    $19,000    $18,000
Cost of sales                          15,000     14,400     13,700
Selling and administrative expenses     3,000      2,900      2,800
                                      -------    -------    -------
Income before income taxes              2,000      1,700      1,500
Income taxes                              800        700        600
                                      -------    -------    -------
Net income                              1,200      1,000        900
{rows}                                      =======    =======    =======
Earnings per share                    $  1.20    $  1.00    $   .90
                                      =======    =======    =======
"""
BY_THEMSELVES = """\
Retained earnings at beginning of year  4,800      4,250      3,770
Cash dividends ($.50, $.45 and
  $.42 per share)                        (500)      (450)      (420)
                                      -------    -------    -------
Retained earnings at end of year      $ 5,500    $ 4,800    $ 4,250
"""
BELOW_A_HEADING = """\
RETAINED EARNINGS
Balance at beginning of year            4,800      4,250      3,770
Cash dividends                           (500)      (450)      (420)
                                      -------    -------    -------
Balance at end of year                $ 5,500    $ 4,800    $ 4,250
"""
BY_THEIR_DAYS = """\
Earnings retained, January 1            4,800      4,250      3,770
Cash dividends                           (500)      (450)      (420)
                                      -------    -------    -------
Earnings retained, December 31        $ 5,500    $ 4,800    $ 4,250
"""


def told_of(rows: str) -> dict[tuple[str, Period], object]:
    report = convert(INCOME.format(rows=rows).encode(), name="hollis.txt").report
    return {(fact.concept.local, report.period_of(fact)): fact.value for fact in report.reported}


@pytest.mark.parametrize("rows", [BY_THEMSELVES, BELOW_A_HEADING, BY_THEIR_DAYS])
def test_balances_are_of_either_end(rows: str) -> None:
    told = told_of(rows)
    retained = {when.end.year: value for (name, when), value in told.items() if name.startswith("RetainedEarn")}
    assert retained == {1999: 5_500_000, 1998: 4_800_000, 1997: 4_250_000, 1996: 3_770_000}
    assert all(when.is_instant for name, when in told if name.startswith("RetainedEarn"))
    assert told["NetIncomeLoss", YEAR] == 1_200_000


def test_dividends_are_what_they_took_of_it() -> None:
    assert told_of(BELOW_A_HEADING)["DividendsCash", YEAR] == 500_000
