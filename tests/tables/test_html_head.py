"""Where the rows of an HTML table are titles, heads and body."""

from __future__ import annotations

import pytest

from converter.sources import read
from converter.tables import find_tables
from converter.tables.html_columns import ValueRow
from converter.tables.html_head import Section, find_sections, has_print, sides_of
from converter.tables.table import Table
from tests.tables.test_html_columns import rows

BODY = ("Cash|5|6", "Notes|7|8", "Total|12|14")


def sections(*lines: str) -> list[tuple[list[str], list[list[str]], list[list[str]]]]:
    """Of each table its titles, its heads and its body, as words."""
    return [_said(section) for section in find_sections(rows(*lines))]


def _said(section: Section) -> tuple[list[str], list[list[str]], list[list[str]]]:
    body = [[*(cell.text for cell in row.words), *(value.text for value in row.values)] for row in section.body]
    return [cell.text for cell in section.titles], [[cell.text for cell in line] for line in section.head], body


def one(*lines: str) -> tuple[list[str], list[list[str]], list[list[str]]]:
    (found,) = sections(*lines)
    return found


HEADS = "|1998|1997"
BODIED = [["Cash", "5", "6"], ["Notes", "7", "8"], ["Total", "12", "14"]]


@pytest.mark.parametrize(
    ("before", "titles", "heads"),
    [
        ((), [], []),
        ((HEADS,), [], [["1998", "1997"]]),
        (("|This|Last", HEADS), [], [["This", "Last"], ["1998", "1997"]]),
        (("Years ended|1998|1997",), ["Years ended"], [["1998", "1997"]]),
        (("BALANCE SHEETS//3", HEADS), ["BALANCE SHEETS"], [["1998", "1997"]]),
        (("BALANCE SHEETS//3", "|Year ended//2", HEADS), ["BALANCE SHEETS"], [["Year ended"], ["1998", "1997"]]),
        ((HEADS, "(in thousands)//3"), ["(in thousands)"], [["1998", "1997"]]),
        ((HEADS, "Amounts in thousands//3"), ["Amounts in thousands"], [["1998", "1997"]]),
        ((HEADS, "Unaudited//3"), ["Unaudited"], [["1998", "1997"]]),
        ((HEADS, "(in thousands)//3", "unaudited//3"), ["(in thousands)", "unaudited"], [["1998", "1997"]]),
        (("||", HEADS), [], [["1998", "1997"]]),
        (("|%|Last",), [], [["%", "Last"]]),
    ],
)
def test_heads_and_titles_stand_before_the_body(
    before: tuple[str, ...], titles: list[str], heads: list[list[str]]
) -> None:
    assert one(*before, *BODY) == (titles, heads, BODIED)


def test_captions_without_values_below_the_heads_are_of_the_body() -> None:
    assert one(HEADS, "ASSETS", *BODY) == ([], [["1998", "1997"]], [["ASSETS"], *BODIED])
    assert one(HEADS, "Things held//3", *BODY)[2][0] == ["Things held"]


def test_without_heads_only_remarks_and_centred_lines_are_titles() -> None:
    assert one("(in thousands)//3", "ASSETS", *BODY)[0] == ["(in thousands)"]
    assert one("Things held//3", *BODY) == ([], [], [["Things held"], *BODIED])
    assert one("", "(in thousands)//3", *BODY)[0] == ["(in thousands)"]
    assert one("ASSETS", "(in thousands)//3", *BODY) == ([], [], [["ASSETS"], ["(in thousands)"], *BODIED])


@pytest.mark.parametrize(
    "head",
    ["Month", "Months ended", "Weeks", "Days", "Year", "Quarter", "Ended", "Ending", "Fiscal", "1999", "June 30", "Q4",
     "As of"],
)  # fmt: skip
def test_new_heads_over_the_values_begin_another_table(head: str) -> None:
    found = sections(HEADS, *BODY, f"|{head} then|{head} now", *BODY)
    assert [len(body) for _, _, body in found] == [3, 3]
    assert found[1][1] == [[f"{head} then", f"{head} now"]]


@pytest.mark.parametrize("words", ["Things", "Maybe", "Quartered", "Q5", f"Year {'x' * 160}"])
def test_other_words_over_the_values_begin_none(words: str) -> None:
    assert len(sections(HEADS, *BODY, f"|{words}|{words}", *BODY)) == 1


def test_heads_that_are_repeated_begin_nothing_unless_a_title_stands_before_them() -> None:
    again = "|Year 1998|Year 1997"
    assert len(sections(again, *BODY, again, *BODY)) == 1
    assert len(sections(again, *BODY, "STATEMENTS OF INCOME//3", again, *BODY)) == 2
    found = sections(again, *BODY, "", "STATEMENTS OF INCOME//3", "", again, *BODY)
    assert [len(body) for _, _, body in found] == [3, 3]
    assert found[1][0] == ["STATEMENTS OF INCOME"]
    assert len(sections(again, *BODY, "|Year 1996|Year 1995", *BODY, again, *BODY)) == 3


def test_a_title_alone_begins_none_and_heads_without_values_below_them_none() -> None:
    assert len(sections(HEADS, *BODY, "STATEMENTS OF INCOME//3", *BODY)) == 1
    assert len(sections(HEADS, *BODY, "|Year 1996|Year 1995")) == 1


def test_captions_end_where_most_of_them_do_and_values_begin_where_the_first_column_does() -> None:
    read_rows: list[ValueRow] = rows("Cash|||5", "Notes|||7", "A//2||9")
    assert (sides_of(read_rows).stub, sides_of(read_rows).edge) == (1, 3)
    alone = rows("5|6", "7|8")
    assert (sides_of(alone).stub, sides_of(alone).edge) == (0, 0)


@pytest.mark.parametrize(("text", "says"), [("1998", True), ("a", True), ("%", True), ("--", False), ("$", False)])
def test_a_head_says_something(text: str, says: bool) -> None:
    (row,) = rows(f"|{text}|5")
    cell = next(cell for cell in row.grid.cells if cell.x0 == 1)
    assert has_print(cell) is says


# From the markup to tables


def tables(markup: str) -> list[Table]:
    return find_tables(read(f"<html><body>{markup}</body></html>".encode(), "a.htm", []), [])


def markup(*lines: str, attributes: str = "") -> str:
    made = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split('|'))}</tr>" for line in lines)
    return f"<table {attributes}>{made}</table>"


def test_a_table_of_two_rows_with_values_is_one_and_others_are_for_layout() -> None:
    assert len(tables(markup("Cash|5|6", "Notes|7|8"))) == 1
    assert tables(markup("Cash|5|6", "Notes")) == []
    assert tables(markup("Cash|5|6")) == []
    assert tables(markup("Cash|held", "Notes|owed")) == []
    assert tables(markup("Years|1998", "Notes|1999")) == []


def test_lines_before_a_table_are_its_titles_up_to_the_table_before() -> None:
    statement = markup(*BODY)
    first, second = tables(f"<p>One</p>{statement}<p>Two</p><p>Three</p>{statement}")
    assert [text.text for text in first.above] == ["One"]
    assert [text.text for text in second.above] == ["Two", "Three"]
    many = "".join(f"<p>Line {at}</p>" for at in range(20))
    (found,) = tables(many + statement)
    assert [text.text for text in found.above] == [f"Line {at}" for at in range(6, 20)]
    (long,) = tables(f"<p>{'x' * 300}</p>{statement}")
    assert len(long.above[-1].text) == 200


def test_blank_rows_and_rules_stand_between_rows() -> None:
    ruled = '<tr><td>Land</td><td style="border-top:1px solid">5</td><td>6</td></tr>'
    lined = "<tr><td></td><td>----</td><td>----</td></tr>"
    source = markup("Cash|5|6", "||", "Notes|7|8").replace("</table>", f"{ruled}{lined}<tr><td>Sum<td>9<td>9</table>")
    (found,) = tables(source)
    assert [(row.stub, row.gap, row.rule) for row in found.rows] == [
        ("Cash", False, ""), ("Notes", True, ""), ("Land", False, "-"), ("Sum", False, "-")
    ]  # fmt: skip


def test_double_rules_are_told_from_single_ones() -> None:
    lined = "<tr><td></td><td>====</td><td>----</td></tr>"
    (found,) = tables(markup("Cash|5|6", "Notes|7|8").replace("</table>", f"{lined}<tr><td>Sum<td>9<td>9</table>"))
    assert found.rows[-1].rule == "="


def test_captions_lose_their_leaders_and_have_their_places() -> None:
    source = markup("Cash.....|5|6", "Notes held \u2026\u2026|7|8")
    document = read(f"<html><body>{source}</body></html>".encode(), "a.htm", [])
    (found,) = find_tables(document, [])
    assert [row.stub for row in found.rows] == ["Cash", "Notes held"]
    assert document.text[found.rows[0].stub_span.start :].startswith("Cash")
    assert [(band.x0, band.x1) for band in found.columns] == [(4, 8), (8, 12)]
    assert [(cell.column, cell.x0, cell.x1) for cell in found.rows[0].cells] == [(0, 4, 8), (1, 8, 12)]


@pytest.mark.parametrize(("depth", "found"), [(0, 1), (1, 1), (2, 1), (3, 1), (5, 1)])
def test_a_statement_is_found_in_tables_for_layout(depth: int, found: int) -> None:
    source = markup(*BODY)
    for _ in range(depth):
        source = f"<table><tr><td>{source}</td></tr></table>"
    assert len(tables(source)) == found


def test_places_are_those_of_the_document_wherever_the_part_begins() -> None:
    page = f"<html><body><p>Title</p>{markup(*BODY)}</body></html>"
    source = f"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n{page}\n</TEXT>\n</DOCUMENT>\n"
    document = read(source.encode(), "a.txt", [])
    (found,) = find_tables(document, [])
    assert [document.text[row.stub_span.start : row.stub_span.end] for row in found.rows] == ["Cash", "Notes", "Total"]
    assert [document.text[cell.span.start : cell.span.end] for cell in found.rows[0].cells] == ["5", "6"]
    assert [document.text[text.span.start : text.span.end] for text in found.above] == ["Title"]
    assert document.text[: found.span.end].endswith("14")
