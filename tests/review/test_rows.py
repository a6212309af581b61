"""The rows of a conversion as a reviewer meets them."""

from __future__ import annotations

from converter import Options, convert
from converter.review.rows import Row, rows_of

RELEASE = b"""QUARRY LANE CORP.
CONSOLIDATED BALANCE SHEETS
(In thousands, except share data)
                                             December 31,
                                           1998       1997
ASSETS
Current assets:
  Cash                                  $   100    $    90
  Receivables, less allowances of $7 and $5  20         30
                                            120        120
Plant                                        80         60
Total assets                            $   200    $   180
LIABILITIES AND STOCKHOLDERS' EQUITY
Accounts payable                        $    50    $    40
Common stock                                150        140
Total liabilities and stockholders' equity  $ 200  $   180

CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands, except per share data)
                                       Year ended December 31,
                                           1998       1997
Net sales                               $   300    $   250
Cost of sales                               200        170
Net income                              $   100    $    80
Net income per share                    $  1.25    $  1.00
Weighted average shares                      80         80
"""


def rows() -> list[Row]:
    return list(rows_of(convert(RELEASE, Options(cik="17"), name="quarry.txt")).values())


def row(caption: str) -> Row:
    (found,) = [each for each in rows() if each.caption == caption and each.aspect is None]
    return found


def test_a_row_is_known_by_where_it_begins_and_what_it_is() -> None:
    found = row("Cash")

    assert (found.kind.value, found.place, found.under, found.total, found.aspect) == ("BS", "8:3", "", False, None)
    assert (found.sign, found.unit, found.period_type, found.confirmed) == ("printed", "USD", "instant", "")


def test_a_total_without_a_caption_is_known_by_the_heading_above_it() -> None:
    (found,) = [each for each in rows() if not each.caption.strip()]

    assert (found.under, found.total, found.place.partition(":")[0]) == ("Current assets", True, "10")


def test_a_number_inside_a_caption_is_a_row_of_its_aspect() -> None:
    inside = [each for each in rows() if each.aspect is not None]

    assert [each.aspect for each in inside] == ["allowance"]
    assert inside[0].concept == "AllowanceForDoubtfulAccountsReceivableCurrent"


def test_flows_are_of_durations_and_each_row_has_its_unit() -> None:
    units = {each.caption: each.unit for each in rows() if each.kind.value == "IS"}

    assert units == {
        "Net sales": "USD",
        "Cost of sales": "USD",
        "Net income": "USD",
        "Net income per share": "USD/shares",
        "Weighted average shares": "shares",
    }
    assert {each.period_type for each in rows() if each.kind.value == "IS"} == {"duration"}


def test_rows_come_by_statement_and_row() -> None:
    places = [(each.statement, each.row) for each in rows()]

    assert places == sorted(places)
    assert row("Net sales").statement == 1
