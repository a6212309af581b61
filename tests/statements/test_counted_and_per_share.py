"""Shares, amounts a share and money in whole statements: what the print says where headings and captions do not."""

from __future__ import annotations

from converter.options import Options
from converter.sources import read
from converter.statements import read_statements
from converter.statements.statement import Item, Statement
from converter.tables import find_tables


def statement(text: str) -> Statement:
    document = read(text.encode(), "release.txt", [])
    (found,) = read_statements(document, find_tables(document, []), Options(), [])
    return found


def values(items: tuple[Item, ...], unit: str) -> list[list[str]]:
    return [
        [f"{amount.value.normalize():f}" for amount in item.amounts]
        for item in items
        if item.unit == unit and item.amounts
    ]


def sheet(heading: str, second: str, *stock: str, page: bool = False) -> str:
    turned = "\n<PAGE>\n                 CONSOLIDATED BALANCE SHEETS\n" if page else ""
    return f"""
                 CONSOLIDATED BALANCE SHEETS
                                              December 31,   December 31,
{heading:46s}    2003           2002
                                              -----------    -----------
Cash and cash equivalents                     $   1,169      $     656
Accounts receivable, net                         52,074         47,736
                                              ---------      ---------
  Total assets                                $  53,243      $  48,392
                                              =========      =========
{turned}                                              December 31,   December 31,
{second:46s}    2003           2002
                                              -----------    -----------
Accounts payable                              $   5,427      $   6,127
Shareholders' equity:
{chr(10).join(stock)}
  Capital in excess of par value                 42,924         40,796
  Accumulated earnings                            4,742          1,320
                                              ---------      ---------
  Total shareholders' equity                     47,816         42,265
                                              ---------      ---------
  Total liabilities and shareholders' equity  $  53,243      $  48,392
                                              =========      =========
"""


STOCK = (
    "  Common shares, $.01 par value; 100,000,000",
    "    shares authorized, 15,087,272 and 14,927,292",
    "    shares issued in 2003 and 2002, respectively  150            149",
)


def test_one_count_of_whole_shares_makes_all_counts_of_the_sheet_whole() -> None:
    preferred = (
        "  Preferred stock, $.01 par value; 10,000 shares",
        "    authorized, none issued                        --             --",
    )
    found = statement(sheet("(Dollars in thousands except per share data)", "", *preferred, *STOCK))

    assert values(found.items, "shares") == [["10000", "10000"], ["100000000", "100000000"], ["15087272", "14927292"]]


def test_a_row_of_shares_with_a_par_value_is_money() -> None:
    found = statement(sheet("(In thousands)", "", *STOCK))
    assert next(
        [int(amount.value) for amount in item.amounts]
        for item in found.items
        if item.caption.startswith("Common shares")
    ) == [150_000, 149_000]


def test_the_second_page_of_a_sheet_says_the_scale_of_its_shares() -> None:
    few = (
        "  Common stock, $1 par value, 1,000 shares",
        "    authorized, 500 issued                        150            149",
    )
    one = statement(sheet("(in millions)", "(in millions)", *few, page=True))
    other = statement(sheet("(in millions)", "(in millions except share amounts)", *few, page=True))

    assert values(one.items, "shares")[0] == ["1000000000", "1000000000"]
    assert values(other.items, "shares")[0] == ["1000", "1000"]
    assert one.scale == other.scale == 1_000_000


INCOME = """
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                 (In millions, except per share data)
                                        Years Ended September 30,
                                           2009            2008
                                        ---------       ---------
Operating revenues                      $   6,911       $   6,263
Operating expenses                          4,559           5,459
                                        ---------       ---------
Net income                              $   2,352       $     804
                                        =========       =========
{rows}
"""


def test_rows_of_classes_of_stock_count_what_their_headings_do() -> None:
    rows = """
Basic earnings per share:
  Class A common stock                  $    3.10       $    0.96
  Series 2 preferred stock              $    1.98       $    0.94
Weighted average shares outstanding:
  Class A common stock                        469             311
  Series 2 preferred stock                    245             180
"""
    found = statement(INCOME.format(rows=rows)).items

    assert values(found, "USD/shares") == [["3.1", "0.96"], ["1.98", "0.94"]]
    assert values(found, "shares") == [["469000000", "311000000"], ["245000000", "180000000"]]


def test_a_result_in_cents_is_a_result_a_share() -> None:
    for caption in ("Net income", "Income from continuing operations", "Basic and diluted"):
        rows = f"\n{caption:40s}$    3.10       $    0.96\n"
        assert values(statement(INCOME.format(rows=rows)).items, "USD/shares") == [["3.1", "0.96"]], caption


def test_shares_used_for_a_result_a_share_are_shares() -> None:
    rows = "\nShares for net income per share            12,469          12,311\n"
    assert values(statement(INCOME.format(rows=rows)).items, "shares") == [["12469000000", "12311000000"]]
