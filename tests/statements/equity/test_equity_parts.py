"""Heads of the columns of a statement of changes in equity."""

from __future__ import annotations

import pytest

from converter.sources import read
from converter.statements.equity.parts import Part, Sort, part_named, plain, read_parts
from converter.tables import find_tables

ROWS = """
Balance, December 31, 1997     1,200     1,300     1,400     1,500     1,600
Net income                       100       200       300       400       500
Cash dividends                   110       210       310       410       510
Exercise of options              120       220       320       420       520
Balance, December 31, 1998     1,800     2,300     2,800     3,300     3,800
"""
TITLE = "            CONSOLIDATED STATEMENTS OF CHANGES IN STOCKHOLDERS' EQUITY\n\n"


def parts(*heads: str) -> list[tuple[str, bool | None, str]]:
    findings: list[object] = []
    document = read((TITLE + "\n".join(heads) + ROWS).encode(), "a.txt", findings)  # type: ignore[arg-type]
    (table,) = find_tables(document, findings)  # type: ignore[arg-type]
    return [(part.caption, part.counts, str(part.sort)) for part in read_parts(table) if part is not None]


def test_a_spanner_names_shares_and_amounts() -> None:
    assert parts(
        "                              Common Stock      Capital in  Retained",
        "                             Shares   Amount     Surplus    Earnings    Total",
    ) == [
        ("Common Stock", True, "component"),
        ("Common Stock", False, "component"),
        ("Capital in Surplus", False, "component"),
        ("Retained Earnings", False, "component"),
        ("Total", False, "total"),
    ]


def test_pieces_that_run_into_each_other_are_parted_by_where_their_words_stand() -> None:
    found = parts(
        "                             Number    Common  excess of Retained",
        "                            of shares   stock  par value earnings     Total",
    )
    assert found == [
        ("Common stock", True, "component"),
        ("Common stock", False, "component"),
        ("excess of par value", False, "component"),
        ("Retained earnings", False, "component"),
        ("Total", False, "total"),
    ]


def test_a_word_that_a_line_parts_is_whole() -> None:
    assert parts(
        "                             Common   Paid-in   Other Com-  Retained",
        "                             Stock    Capital   prehensive  Earnings    Total",
    )[2] == ("Other Comprehensive", False, "component")


@pytest.mark.parametrize(
    ("heading", "sort"),
    [
        ("Total", Sort.TOTAL),
        ("Total stockholders' equity", Sort.TOTAL),
        ("Stockholders' equity", Sort.TOTAL),
        ("Shareholders' Equity (Deficit)", Sort.TOTAL),
        ("Retained earnings", Sort.COMPONENT),
        ("Accumulated deficit", Sort.COMPONENT),
        ("Accumulated other comprehensive income", Sort.COMPONENT),
        ("Comprehensive income", Sort.ASIDE),
        ("Total comprehensive loss", Sort.ASIDE),
        ("Noncontrolling interests", Sort.OF_OTHERS),
        ("Minority interest", Sort.OF_OTHERS),
        ("Total equity including noncontrolling interest", Sort.TOTAL),
    ],
)
def test_what_a_head_is_to_the_sum_of_a_row(heading: str, sort: Sort) -> None:
    assert part_named(heading).sort is sort


def test_only_amounts_of_components_add_up() -> None:
    assert Part("Common stock", False, Sort.COMPONENT).adds
    assert Part("Minority interest", False, Sort.OF_OTHERS).adds
    assert not Part("Common stock", True, Sort.COMPONENT).adds
    assert not Part("Total", False, Sort.TOTAL).adds
    assert not Part("Redeemable stock", False, Sort.OUTSIDE).adds


def test_a_total_before_what_is_of_others_is_the_parents() -> None:
    found = parts(
        "                                       Retained   Total     Minority    Total",
        "                              Stock    Earnings  Stockholders Interest  Equity",
    )
    assert [sort for _, _, sort in found] == ["component", "component", "parent", "of others", "total"]


def test_heads_are_read_in_plain_words() -> None:
    assert plain("Accum. Other Inc./(Exp.)") == "accum other inc exp"
    assert plain("Stockholders\u2019 equity*") == "stockholders equity"
