"""From the lines of a plain text to tables: rows with what stands between them, where a body begins and ends."""

from __future__ import annotations

import pytest

from converter.findings import Finding
from converter.span import Span
from converter.tables.limits import LONGEST_LINE, LONGEST_TEXT, MOST_HEADS
from converter.tables.table import Row, Table
from converter.tables.text import find_in
from converter.tables.text_lines import RawLine

TITLE = f"{'':12}CONSOLIDATED BALANCE SHEETS"
YEARS = f"{'':40}1998      1997"
RULE = f"{'':40}----      ----"


def value(caption: str, one: str = "500", two: str = "600") -> str:
    return f"{caption:40}{one:>4}      {two:>4}"


CASH, NOTES, TOTAL = value("Cash"), value("Accounts receivable"), value("Total assets")


def tables(*lines: str) -> tuple[list[Table], list[Finding]]:
    raw, at = [], 0
    for line in lines:
        raw.append(RawLine(at, line))
        at += len(line) + 1
    findings: list[Finding] = []
    return find_in(raw, 0, findings), findings


def rows(*lines: str) -> tuple[Row, ...]:
    (table,), _ = tables(*lines)
    return table.rows


def stubs(*lines: str) -> list[str]:
    return [row.stub for row in rows(*lines)]


def test_a_table_has_three_rows_with_values_at_least() -> None:
    assert stubs(TITLE, "", YEARS, CASH, NOTES, TOTAL) == ["Cash", "Accounts receivable", "Total assets"]
    assert tables(TITLE, "", YEARS, value("Total assets, net income"), NOTES)[0] == []
    assert tables(TITLE, "", CASH, NOTES, "", TITLE, "", CASH, NOTES, TOTAL)[0][0].rows[0].stub == "Cash"


def test_a_row_has_its_caption_cells_and_places() -> None:
    (row, *_) = rows(f"  {value('Cash')}", f"  {NOTES}", f"  {TOTAL}")
    assert (row.stub, row.indent, row.stub_span) == ("Cash", 2, Span(2, 6))
    assert [(cell.text, cell.span.start, cell.span.end, cell.column, cell.x0, cell.x1) for cell in row.cells] == [
        ("500", 43, 46, 0, 43, 46),
        ("600", 53, 56, 1, 53, 56),
    ]
    bare = rows(CASH, NOTES, value(""), TOTAL)[2]
    assert (bare.stub, bare.indent) == ("", 41)
    assert bare.stub_span.start == bare.stub_span.end


def test_blanks_and_rules_are_of_the_row_below_them() -> None:
    found = rows(CASH, "", NOTES, RULE, value("All"), RULE, RULE.replace("-", "="), value("More"), "(continued)", TOTAL)
    assert [(row.stub, row.gap, row.rule) for row in found] == [
        ("Cash", False, ""),
        ("Accounts receivable", True, ""),
        ("All", False, "-"),
        ("More", False, "="),
        ("Total assets", True, ""),
    ]
    found = rows(CASH, NOTES, RULE.replace("-", "="), RULE, TOTAL)
    assert found[-1].rule == "=", "the stronger of two"


# Where the body begins


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ((TITLE, "", YEARS), []),
        ((TITLE, "", YEARS, "ASSETS"), ["ASSETS"]),
        ((TITLE, "", YEARS, "", "ASSETS", "Current assets:"), ["ASSETS", "Current assets:"]),
        ((TITLE, "", YEARS, RULE, "ASSETS"), ["ASSETS"]),
        ((TITLE, "", YEARS, "<S>   <C>", "ASSETS"), ["ASSETS"]),
        ((TITLE, "", YEARS, "ASSETS", "<S>   <C>", "Things"), ["Things"]),
        ((TITLE, "", YEARS, "ASSETS", RULE, "Things"), ["ASSETS", "Things"]),  # a rule under a caption
        ((TITLE, "", YEARS, RULE, "", RULE, "Things"), ["Things"]),
        ((TITLE, "", "ASSETS"), ["ASSETS"]),
        ((TITLE, "(in thousands)", "", "ASSETS"), ["ASSETS"]),
        ((TITLE, f"{'':30}(in thousands)", "", "ASSETS"), ["ASSETS"]),
        (("ASSETS",), []),  # neither title nor heads: nothing tells
        ((TITLE, "", f"{'':40}This      Last", "ASSETS"), ["ASSETS"]),
        ((TITLE, "", f"Things{'':26}This", "ASSETS"), ["ASSETS"]),
        ((TITLE, "", f"Things{'':20}This", "ASSETS"), [f"Things{'':1}This", "ASSETS"]),
        ((TITLE, "", YEARS, "<PAGE>", "ASSETS"), ["ASSETS"]),
    ],
)
def test_captions_below_the_heads_or_the_title_are_of_the_body(above: tuple[str, ...], first: list[str]) -> None:
    found = stubs(*above, CASH, NOTES, TOTAL)
    assert found == [*first, "Cash", "Accounts receivable", "Total assets"]


def test_a_rule_under_the_heads_is_of_them_and_sums_nothing_up() -> None:
    assert [row.rule for row in rows(TITLE, "", YEARS, RULE, CASH, NOTES, TOTAL)] == ["", "", ""]
    assert [row.rule for row in rows(TITLE, "", YEARS, RULE, "ASSETS", CASH, NOTES, TOTAL)] == [""] * 4
    assert [row.rule for row in rows(TITLE, "", YEARS, "ASSETS", RULE, CASH, NOTES, TOTAL)] == ["", "-", "", ""]


def test_words_in_the_first_characters_stand_over_no_column() -> None:
    narrow = [line.replace(" " * 26, "") for line in (CASH, value("Net income"), TOTAL)]
    assert stubs(TITLE, "", f"{'':14}Words", *narrow)[0] == "Words"


# Where it ends


@pytest.mark.parametrize(
    ("behind", "last"),
    [
        ((), "Total assets"),
        (("and things",), "and things"),
        (("and things", "of others"), "of others"),
        (("a", "b", "c"), "Total assets"),  # prose
        (("", "a"), "Total assets"),
        (("a", "", "b"), "a"),
        (("a", RULE, "b"), "a"),
        (("a", "<PAGE>", "b"), "a"),
        ((RULE,), "Total assets"),
    ],
)
def test_captions_right_behind_the_last_value_are_of_the_body(behind: tuple[str, ...], last: str) -> None:
    assert stubs(TITLE, "", YEARS, CASH, NOTES, TOTAL, *behind)[-1] == last


def test_a_table_reaches_from_its_heads_to_its_last_value() -> None:
    (table,), _ = tables(TITLE, "", YEARS, CASH, NOTES, TOTAL)
    assert table.span == Span(len(TITLE) + 2, sum(len(line) + 1 for line in (TITLE, "", YEARS, CASH, NOTES, TOTAL)) - 1)
    assert [text.text for text in table.above] == ["CONSOLIDATED BALANCE SHEETS"]
    assert [[piece.text for piece in line] for line in table.head] == [["1998", "1997"]]
    (wrapped,), _ = tables(TITLE, "", YEARS, CASH, NOTES, TOTAL, "and things")
    assert wrapped.span.end == table.span.end + 1 + len("and things")
    (named,), _ = tables(TITLE, "", f"Years ended{YEARS[11:]}", CASH, NOTES, TOTAL)
    assert [text.text for text in named.above] == ["CONSOLIDATED BALANCE SHEETS", "Years ended"]


@pytest.mark.parametrize("tag", ["<TABLE>", "</TABLE>", "</table>"])
def test_a_tag_ends_a_table_where_prose_follows(tag: str) -> None:
    prose = "And this is a sentence which is as long as sentences are, so that nobody takes it for a caption."
    body = (CASH, NOTES, TOTAL)
    assert len(tables(*body, tag, prose, *body)[0]) == 2
    assert len(tables(*body, prose, *body)[0]) == 1


def test_heads_are_looked_for_in_eight_lines_above_the_values() -> None:
    """They tell how many columns there are where edges do not."""
    ragged = [f"{'Total assets':{one}}{'500':{other - one}}600"
              for one, other in ((20, 40), (32, 56), (20, 40), (32, 56), (32, 40))]  # fmt: skip
    for between, columns in ((7, 2), (8, 4)):
        (table,), _ = tables(YEARS, *[""] * between, *ragged, "net income")
        assert (len(table.columns) == 2) is (columns == 2)
    (table,), _ = tables(*ragged, YEARS, "net income")
    assert len(table.columns) > 2, "what stands below is no head"


# Lines that are too long


def test_lines_that_are_too_long_are_told_if_they_end_like_values() -> None:
    long = value("Cash") + " " * LONGEST_LINE + "7"
    found, findings = tables(TITLE, "", YEARS, CASH, NOTES, long, "x" * (LONGEST_LINE + 1), TOTAL)
    at = sum(len(line) + 1 for line in (TITLE, "", YEARS, CASH, NOTES))
    assert [(each.code, each.span) for each in findings] == [("tables.line-too-long", Span(at, at + len(long)))]
    assert findings[0].message.startswith("1 lines of more than")
    assert [len(row.cells) for row in found[0].rows if row.stub.startswith("Cash")] == [2, 0]
    assert tables(TITLE, "", YEARS, CASH, NOTES, TOTAL, "x" * (LONGEST_LINE + 1))[1] == []


def test_the_limits_of_print() -> None:
    assert (LONGEST_LINE, LONGEST_TEXT, MOST_HEADS) == (1_000, 2_000, 40)


def test_a_row_by_itself_stands_below_nothing() -> None:
    row = Row("Cash", Span(0, 4), 0, ())
    assert (row.gap, row.rule, row.ruled) == (False, "", False)
