"""HTML tables: each layout habit as a small table of an invented company."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.sources import read
from converter.tables import find_tables
from converter.tables.table import Table

PAGE = """<html><body>
<p align="center"><b>QUILLON MARINE, INC.</b></p>
<p align="center">CONSOLIDATED BALANCE SHEETS<br>(in thousands)</p>
<table>
<tr><td></td><td>&nbsp;</td><td colspan="3" align="center">March 31,<br>2003</td><td></td>
    <td colspan="3">December 31,<br>2002</td></tr>
{rows}
</table></body></html>"""


def table(rows: str) -> tuple[Table, str]:
    source = PAGE.format(rows=rows)
    document = read(source.encode(), "a.htm", [])
    found = find_tables(document, [])
    assert len(found) == 1
    return found[0], source


def split_row(caption: str, *numbers: str) -> str:
    """A row with `$`, number and closing bracket in cells of their own, as converters from word processors write it."""
    cells = "".join(f"<td>&nbsp;</td><td>$</td><td>{number}</td><td></td>" for number in numbers)
    return f"<tr><td>{caption}</td>{cells}</tr>"


PLAIN = (
    split_row("Cash", "1,200", "1,100")
    + split_row("Inventories", "300", "280")
    + split_row("Total assets", "1,500", "1,380")
)


def test_dollar_and_number_in_cells_of_their_own() -> None:
    found, _ = table(PLAIN)
    assert [(row.stub, [cell.text for cell in row.cells]) for row in found.rows] == [
        ("Cash", ["$ 1,200", "$ 1,100"]),
        ("Inventories", ["$ 300", "$ 280"]),
        ("Total assets", ["$ 1,500", "$ 1,380"]),
    ]
    assert len(found.columns) == 2


def test_closing_bracket_in_a_cell_of_its_own() -> None:
    row = "<tr><td>Deficit</td><td></td><td></td><td>(410</td><td>)</td><td></td><td></td><td>(374</td><td>)</td></tr>"
    found, source = table(PLAIN + row)
    cells = found.rows[-1].cells
    assert [cell.text for cell in cells] == ["(410)", "(374)"]
    assert [source[cell.span.start : cell.span.end] for cell in cells] == ["(410", "(374"]


def test_a_number_broken_over_two_lines_is_no_value_and_its_bracket_is_lost() -> None:
    broken = "<tr><td>Deficit</td><td></td><td>$</td><td>(<br>1,234</td><td>)</td></tr>"
    found, _ = table(PLAIN + broken)
    assert [cell.text for row in found.rows for cell in row.cells if row.stub.startswith("Deficit")] == []


def test_heads_and_titles() -> None:
    found, _ = table(PLAIN)
    assert [[piece.text for piece in line] for line in found.head] == [["March 31, 2003", "December 31, 2002"]]
    assert [text.text for text in found.above][-2:] == ["CONSOLIDATED BALANCE SHEETS", "(in thousands)"]


def test_a_number_points_at_its_characters() -> None:
    found, source = table(PLAIN.replace("1,200", '<font size="2">1,200</font>'))
    for row in found.rows:
        for cell in row.cells:
            assert source[cell.span.start : cell.span.end] == cell.text.lstrip("$ ")


def test_dashes_as_entities_are_values() -> None:
    found, source = table(PLAIN + split_row("Goodwill", "&#151;", "&mdash;"))
    cells = found.rows[-1].cells
    assert [cell.text for cell in cells] == ["$ \u2014", "$ \u2014"]
    assert [source[cell.span.start : cell.span.end] for cell in cells] == ["&#151;", "&mdash;"]


def test_indents_from_style_and_spaces() -> None:
    rows = (
        split_row("Current assets", "1", "2")
        + split_row("&nbsp;&nbsp;&nbsp;Cash", "1", "2")
        + split_row('<p style="margin-left:20pt">Other</p>', "1", "2")
    )
    found, _ = table(rows)
    assert [row.indent for row in found.rows] == [0, 3, 4]


def test_hidden_text_and_footnote_marks_are_left_out() -> None:
    rows = PLAIN + split_row('Debt <sup>(1)</sup><span style="display:none">secret</span>', "5", "6")
    found, _ = table(rows)
    assert found.rows[-1].stub == "Debt"


def test_rules_come_from_borders() -> None:
    ruled = PLAIN.replace("<td>300</td>", '<td style="border-bottom:solid 1px black">300</td>')
    found, _ = table(ruled)
    assert [row.rule for row in found.rows] == ["", "", "-"]


def test_small_negative_numbers_are_no_footnote_marks() -> None:
    found, _ = table(PLAIN + split_row("Interest", "(28)", "(3)"))
    assert [cell.text for cell in found.rows[-1].cells] == ["$ (28)", "$ (3)"]


def test_a_layout_table_around_a_statement_is_looked_through() -> None:
    source = (
        PAGE.format(rows=PLAIN)
        .replace("<body>", "<body><table><tr><td>")
        .replace("</body>", "</td></tr></table></body>")
    )
    found = find_tables(read(source.encode(), "a.htm", []), [])
    assert [len(one.rows) for one in found] == [3]
    assert "CONSOLIDATED BALANCE SHEETS" in [text.text for text in found[0].above]


def nested(depth: int, rows: str = PLAIN) -> int:
    """How many tables are found where a statement stands inside so many tables for layout."""
    source = (
        PAGE.format(rows=rows)
        .replace("<body>", "<body>" + "<table><tr><td>" * depth)
        .replace("</body>", "</td></tr></table>" * depth + "</body>")
    )
    return len(find_tables(read(source.encode(), "a.htm", []), []))


@pytest.mark.parametrize("depth", [0, 1, 2, 3, 5])
def test_a_statement_is_found_once_however_deep_it_stands(depth: int) -> None:
    assert nested(depth) == 1


def test_a_statement_in_pre_is_read_as_text() -> None:
    text = (
        "<html><body><p>QUILLON</p><p>x</p><p>y</p><pre>\n"
        "             CONSOLIDATED BALANCE SHEETS\n\n"
        "                                  March 31,    December 31,\n"
        "                                    2003          2002\n"
        "Total current assets              $  1,200      $  1,100\n"
        "Property                               300           280\n"
        "Total assets                      $  1,500      $  1,380\n"
        "</pre></body></html>"
    )
    found = find_tables(read(text.encode(), "a.htm", []), [])
    assert [(one.layout, len(one.rows)) for one in found] == [("text", 3)]


@pytest.mark.parametrize(
    "rows",
    [
        '<tr><td colspan="99999999">1</td></tr>' * 5,
        "<tr><td>" * 3000,
        "<table>" * 500 + PLAIN,
        PLAIN.replace("</td>", "").replace("</tr>", ""),
        "<tr><td>&#99999999;&bogus;</td><td>\x0b1</td></tr>" * 4,
    ],
)
def test_hostile_markup_ends_in_tables_or_none(rows: str) -> None:
    found = find_tables(read(PAGE.format(rows=rows).encode(), "a.htm", []), [])
    assert all(one.rows for one in found)


@settings(max_examples=60)
@given(
    st.integers(0, len(PLAIN) - 1),
    st.sampled_from(["<", ">", '"', "<td", "</table>", "&", "\x00", "<tr><td colspan=0>"]),
)
def test_broken_markup_ends_in_tables_or_none(at: int, junk: str) -> None:
    source = PAGE.format(rows=PLAIN[:at] + junk + PLAIN[at:])
    document = read(source.encode(), "a.htm", [])
    for one in find_tables(document, []):
        assert all(
            0 <= cell.span.start <= cell.span.end <= len(document.text) for row in one.rows for cell in row.cells
        )
