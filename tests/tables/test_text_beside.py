"""Tables of plain text side by side: where the right one begins, and that each is read as one of its own."""

from __future__ import annotations

import pytest

from converter.sources import read
from converter.tables import find_tables
from converter.tables.text_beside import sides
from converter.tables.text_lines import RawLine

ACCOUNT = """\
                          PINE BARREN TELEPHONE COMPANY
                                  BALANCE SHEETS
                         December 31, 1995 and 1994

ASSETS                      1995       1994      LIABILITIES             1995       1994
Current assets:                                  Current liabilities:
  Cash                   $   812    $   640        Accounts payable   $   911    $   870
  Receivables              2,104      1,998        Accrued taxes          402        388
                         -------    -------                           -------    -------
    Total current          2,916      2,638          Total current      1,313      1,258
Plant, net                21,900     21,050      Equity                23,503     22,430
                         -------    -------                           -------    -------
    Total assets         $24,816    $23,688          Total            $24,816    $23,688
"""


def parted(text: str) -> list[list[str]]:
    """The lines of each side."""
    offset, lines = 0, []
    for line in text.splitlines(keepends=True):
        lines.append(RawLine(offset, line.rstrip("\n")))
        offset += len(line)
    return [[line.text for line in side] for side in sides(lines)]


def rows(text: str) -> list[list[tuple[str, ...]]]:
    """The rows of each table of a document: captions and values."""
    document = read(text.encode(), "release.txt", [])
    found = []
    for table in find_tables(document, []):
        for row in table.rows:
            for cell in row.cells:
                assert document.text[cell.span.start : cell.span.end] in cell.text
        found.append([(row.stub, *(cell.text for cell in row.cells)) for row in table.rows])
    return found


def test_assets_stand_beside_liabilities() -> None:
    assets, liabilities = rows(ACCOUNT)
    assert assets[1:3] == [("Cash", "$ 812", "$ 640"), ("Receivables", "2,104", "1,998")]
    assert liabilities[1:3] == [("Accounts payable", "$ 911", "$ 870"), ("Accrued taxes", "402", "388")]
    assert (assets[-1], liabilities[-1]) == (("Total assets", "$24,816", "$23,688"), ("Total", "$24,816", "$23,688"))


def test_a_title_over_both_is_of_both_and_a_heading_of_its_side() -> None:
    left, right = parted(ACCOUNT)
    assert left[1].strip() == right[1].strip() == "BALANCE SHEETS"
    assert (left[5].strip(), right[5]) == ("Current assets:", "Current liabilities:")


def test_places_are_those_of_the_source_below_expanded_lines() -> None:
    lines = [RawLine(7, line, tuple(range(1, len(line) + 1))) for line in ACCOUNT.splitlines()]
    right = sides(lines)[1]
    assert right[6].text.startswith("  Accounts payable")
    assert (right[6].offset, right[6].shifts[0]) == (7, 50)
    assert sides(lines)[0][6].shifts == tuple(range(1, 50))


@pytest.mark.parametrize(
    "text",
    [
        # The words between the values are none of a caption.
        "Sales      1,200    none      1,100\nRent         300    none        200\n"
        "Fees         100    nil         100\nWages        200    none        300\n",
        # Only a few rows: what stands between the values are remarks.
        "Sales      1,200      1,000\nRent         300    see above        200\n"
        "Fees         100    see above        100\nWages        200        300\nTaxes   20    30\n"
        "Interest       10    see above        12\nOther       10    12\nDues       10    see above    12\n"
        "Tolls      10    12\n",
        # Three rows are no table.
        "Cash      1,200     Payables     1,100\nPlant     300     Debts     200\nTotal     1,500     Claims     9\n",
        # A row runs over what parts the others.
        ACCOUNT + "Commitments and contingencies, of which none are recorded:    12\n",
        # Nothing is told of the places where tabs stand.
        ACCOUNT + "Memorandum\t\n",
        # Without a caption at the left.
        "  1995   12      Payables     1,100\n  1996   12      Accruals       100\n"
        "  1997   12      Debts          100\n  1998   12      Bonds          100\n",
    ],
)  # fmt: skip
def test_other_lines_stand_beside_nothing(text: str) -> None:
    assert parted(text) == []


def test_four_rows_of_eight_are_enough() -> None:
    beside = "Cash      1,200     Payables     1,100\n"
    alone = "Plant     1,200\n"
    assert len(parted(beside * 4 + alone * 4)) == 2
    assert parted(beside * 4 + alone * 5) == []


def test_the_gutter_is_two_blanks_wide() -> None:
    beside = "Cash      1,200     Payables     1,100\n"
    assert len(parted(beside * 4 + "A caption of 17 c   12\n")) == 2
    assert parted(beside * 4 + "A caption of 19 char   12\n") == []
