"""The sample release with statements whose columns are parts: components of equity, classes of stock.

What a statement of changes in equity gives, read by hand: columns are members of one axis or of two, one of them the
company's own and one the whole; rows are balances and changes of two years, in dollars and in shares.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from converter.options import Options
from converter.report import Axis, Context, Extension, Label, Report, Table
from converter.sources.document import Document
from converter.statements.statement import Component, Role
from converter.taxonomy import load_index
from converter.terms import Kind, Member, Name, Period, Scope
from tests import sample
from tests.sample import Row, Sheet

EQUITY_TEXT = """
                          TAMARACK INSTRUMENTS, INC.
                 CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY
                                (in thousands)

                                  Class A Common    Class B     Paid-in   Retained   Treasury    ESOP
                                  Shares   Amount   Common      Capital   Earnings    Stock      Trust     Total
Balance, December 31, 1999         4,000       40       11        7,870      1,100         (12)      (9)     9,000
Net income                                                                     876                             876
Dividends declared                                                            (392)                           (392)
Stock options exercised                1        -                    15                                         15
Earned by the trust                                                                                   2          2
Treasury stock bought                                                                      (8)                  (8)
Balance, December 31, 2000         4,001       40       11        7,885      1,584        (20)       (7)     9,493
Net income                                                                     380                             380
Stock options exercised                1        -                    15                                         15
Earned by the trust                                                                                   1          1
Balance, June 30, 2001             4,002       40       11        7,900      1,964        (20)       (6)     9,889

                          TAMARACK INSTRUMENTS, INC.
                      EARNINGS PER SHARE BY CLASS OF STOCK

                                             Class A      Class B
Basic earnings per share, 2001                  .07          .05
Basic earnings per share, 2000                  .07          .04
"""

TEXT = sample.TEXT + EQUITY_TEXT

YEAR_00 = Period(sample.DECEMBER_00, date(2000, 1, 1))
OPENING, MIDDLE, CLOSING = Period(sample.DECEMBER_99), Period(sample.DECEMBER_00), Period(sample.JUNE_01)

EQUITY_AXIS, STOCK_AXIS = "StatementEquityComponentsAxis", "StatementClassOfStockAxis"
CLASS_A = Component(STOCK_AXIS, "CommonClassAMember", "Class A")
CLASS_B = Component(STOCK_AXIS, "CommonClassBMember", "Class B")
COMMON = Component(EQUITY_AXIS, "CommonStockMember", "Common stock")
CAPITAL = Component(EQUITY_AXIS, "AdditionalPaidInCapitalMember", "Paid-in capital")
EARNINGS = Component(EQUITY_AXIS, "RetainedEarningsMember", "Retained earnings")
TREASURY = Component(EQUITY_AXIS, "TreasuryStockCommonMember", "Treasury stock")
TREASURY_2009 = Component(EQUITY_AXIS, "TreasuryStockMember", "Treasury stock")
TRUST = Component(EQUITY_AXIS, None, "ESOP trust")


def _balance(when: Period, caption: str, amounts: str, shares: str, taxonomy: str) -> tuple[Row, Row]:
    """The two rows of a balance: its shares and its amounts are of two concepts."""
    count = "CommonStockSharesOutstanding" if taxonomy == "us-gaap/2009" else "SharesOutstanding"
    return (
        Row(caption, f"{shares} _ _ _ _ _ _ _", count, 1, Role.TOTAL, unit="shares", period=when),
        Row(caption, f"_ {amounts}", "StockholdersEquity", 1, Role.TOTAL, period=when),
    )


def _rows(taxonomy: str) -> tuple[Row, ...]:
    exercised = "StockIssuedDuringPeriod{}StockOptionsExercised"
    half = sample.HALF_01
    return (
        *_balance(OPENING, "Balance, December 31, 1999", "40 11 7,870 1,100 (12) (9) 9,000", "4,000", taxonomy),
        Row("Net income", "_ _ _ _ 876 _ _ 876", "NetIncomeLoss", period=YEAR_00),
        Row("Dividends declared", "_ _ _ _ (392) _ _ (392)", "DividendsCommonStockCash", -1, period=YEAR_00),
        Row("Stock options exercised", "1 _ _ _ _ _ _ _", exercised.format("Shares"), unit="shares", period=YEAR_00),
        Row("Stock options exercised", "_ - _ 15 _ _ _ 15", exercised.format("Value"), period=YEAR_00),
        Row("Earned by the trust", "_ _ _ _ _ _ 2 2", period=YEAR_00),
        Row("Treasury stock bought", "_ _ _ _ _ (8) _ (8)", "TreasuryStockValueAcquiredCostMethod", -1,
            period=YEAR_00),
        *_balance(MIDDLE, "Balance, December 31, 2000", "40 11 7,885 1,584 (20) (7) 9,493", "4,001", taxonomy),
        Row("Net income", "_ _ _ _ 380 _ _ 380", "NetIncomeLoss", period=half),
        Row("Stock options exercised", "1 _ _ _ _ _ _ _", exercised.format("Shares"), unit="shares", period=half),
        Row("Stock options exercised", "_ - _ 15 _ _ _ 15", exercised.format("Value"), period=half),
        Row("Earned by the trust", "_ _ _ _ _ _ 1 1", period=half),
        *_balance(CLOSING, "Balance, June 30, 2001", "40 11 7,900 1,964 (20) (6) 9,889", "4,002", taxonomy),
    )  # fmt: skip


def sheets(taxonomy: str = "us-gaap/2025") -> tuple[Sheet, ...]:
    """The statements of the sample without its balance sheet, whose equity is another, and the two with parts."""
    treasury = TREASURY_2009 if taxonomy == "us-gaap/2009" else TREASURY
    equity = Sheet(
        Kind.EQUITY,
        "CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY",
        (),
        _rows(taxonomy),
        (),
        (),
        ((COMMON, CLASS_A), (COMMON, CLASS_A), (COMMON, CLASS_B), (CAPITAL,), (EARNINGS,), (treasury,), (TRUST,), ()),
    )
    per_share = Sheet(
        Kind.INCOME,
        "EARNINGS PER SHARE BY CLASS OF STOCK",
        (),
        tuple(
            Row(f"Basic earnings per share, {year}", printed, "EarningsPerShareBasic", unit="USD/shares", period=period)
            for year, printed, period in ((2001, ".07 .05", sample.HALF_01), (2000, ".07 .04", sample.HALF_00))
        ),
        (),
        (),
        ((CLASS_A,), (CLASS_B,)),
    )
    return (*sample.SHEETS[1:], equity, per_share)


def release() -> Document:
    """The release as text."""
    return replace(sample.release(TEXT), name="tamarack-equity.txt")


def report(taxonomy: str = "us-gaap/2025", document_type: str = "10-Q") -> Report:
    """Its Report."""
    options = Options(cik="999999", document_type=document_type, taxonomy=taxonomy)
    return sample.report(release(), options=options, sheets=sheets(taxonomy))


def of_own_table(taxonomy: str = "us-gaap/2025") -> Report:
    """The same, its last statement with a table, an axis and a domain of the company's own."""
    made = report(taxonomy)
    text = "xbrli:stringItemType"
    domain_type = f"{load_index(taxonomy).types_prefix}:domainItemType"
    table = Name("tmrk", "VotingRightsTable")
    lines, axis, domain = (Name("tmrk", f"VotingRights{kind}") for kind in ("LineItems", "Axis", "Domain"))
    extensions = (
        Extension(table, text, "duration", None, "Voting [Table]", abstract=True,
                  substitution_group="xbrldt:hypercubeItem"),
        Extension(lines, text, "duration", None, "Voting [Line Items]", abstract=True),
        Extension(axis, text, "duration", None, "Voting [Axis]", abstract=True,
                  substitution_group="xbrldt:dimensionItem"),
        Extension(domain, domain_type, "duration", None, "Voting [Domain]", abstract=True),
    )  # fmt: skip
    *others, last = made.statements
    assert last.table is not None
    (classes,) = last.table.axes
    contexts = tuple(
        Context(each.id, Scope.of(each.period, (Member(axis, one.member) for one in each.members)))
        if len(each.members) == 1 and each.members[0].axis == classes.name
        else each
        for each in made.contexts
    )
    return replace(
        made,
        contexts=contexts,
        extensions=(*made.extensions, *extensions),
        statements=(*others, replace(last, table=Table(table, lines, (Axis(axis, domain, classes.members),)))),
        labels=(*made.labels, *(Label(own.name, "standard", own.label) for own in extensions)),
    )
