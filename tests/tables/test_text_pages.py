"""Pages of a text: numbers, marks and running heads are no rows, and a table goes on over a page's end."""

from __future__ import annotations

import pytest

from converter.sources import read
from converter.statements.amounts import read_amount
from converter.tables import find_tables
from converter.tables.table import Table
from converter.tables.text_lines import RawLine, read_line
from converter.tables.text_pages import is_furniture, is_title, parted_at_marks, running_heads

TOP = """
                   CONSOLIDATED STATEMENTS OF INCOME
                                       1998       1997
                                     --------   --------
Net sales                            $  1,000   $    900
Cost of sales                             600        550
Gross profit                              400        350
Operating expenses                        100         90
"""
REST = """
Income before income taxes                300        260
Income taxes                              100         80
Net income                           $    200   $    180
Net income per share                     1.00        .90
"""
OTHER_REST = """
Due in one year     900
Due later           850
Net income           10
Income taxes         10
"""


def tables(text: str) -> list[Table]:
    return find_tables(read(text.encode(), "a.txt", []), [])


@pytest.mark.parametrize(
    "between",
    [
        "<PAGE>\n",
        "\f",
        "                   -3-\n<PAGE>\n",
        "<PAGE>   4\n",
        "                  (Continued)\n\n                       F-3\n<PAGE>\n",
        "</TABLE>\n<PAGE>\n<TABLE>\n",
        "<PAGE>\nVENTOR CORP.\n",
        "\n                       12\n\n",
    ],
)
def test_a_page_without_title_or_head_goes_on_with_the_table(between: str) -> None:
    (table,) = tables("<PAGE>\nVENTOR CORP.\n" + TOP + between + REST)
    assert [row.stub for row in table.rows] == [
        "Net sales",
        "Cost of sales",
        "Gross profit",
        "Operating expenses",
        "Income before income taxes",
        "Income taxes",
        "Net income",
        "Net income per share",
    ]


@pytest.mark.parametrize(
    "between",
    [
        "<PAGE>\n        CONSOLIDATED BALANCE SHEETS\n\n",
        "<PAGE>\n(In millions)                          1998       1997\n",
        "<PAGE>\nThe following table shows what was due at the end of the year.\n",
        "<PAGE>\n" + "A heading\n" * 7,
    ],
)
def test_a_title_a_head_prose_or_much_else_ends_it(between: str) -> None:
    assert len(tables(TOP + between + REST)[0].rows) == 4


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Net sales  1  2", "            Statements of Cash Flows"], True),
        (["Net sales  1  2", "           Statements of Cash Flows"], False),
        (["Net sales  1  2", "CONDENSED STATEMENTS OF CASH FLOWS (Unaudited)"], True),
        (["Net sales  1  2", "Condensed Statements of Cash Flows (UNAUDITED)"], False),
        (["", "Statements of Cash Flows"], True),
        (["<PAGE>", "Statements of Cash Flows"], True),
        (["<PAGE>", "VENTOR CORP.", "Statements of Cash Flows"], True),
        (["<PAGE>", "", "VENTOR CORP.", "Statements of Cash Flows"], True),
        (["VENTOR CORP.", "Statements of Cash Flows"], False),
        (["<PAGE>", "VENTOR CORP.", "of Ohio", "Statements of Cash Flows"], False),
        (["", "STATEMENTS OF CASH FLOWS  1  2"], False),
        (["", "See notes to statements."], False),
        (["Statements of Cash Flows"], False),
    ],
)
def test_what_is_set_as_a_title(lines: list[str], title: bool) -> None:
    printed = [read_line(RawLine(0, line)) for line in lines]
    assert is_title(printed, len(lines) - 1) is title


def test_the_first_line_of_a_block_is_set_as_a_title_by_itself_alone() -> None:
    printed = [read_line(RawLine(0, line)) for line in ("Statements of Cash Flows", "")]
    assert not is_title(printed, 0)


def test_a_title_below_the_company_that_heads_every_page_ends_the_statement_before_it() -> None:
    """The cash flows of one page have the columns of the balance sheet on the page before, and another date."""
    top = TOP.replace("                   CONSOL", "     CONSOL").replace("INCOME", "INCOME (Unaudited)")
    first, second = tables(f"<PAGE>\nVENTOR CORP.\n{top}{REST}<PAGE>\nVENTOR CORP.\n{top.lstrip()}{REST}")
    assert [text.text for text in first.above][-1] == [text.text for text in second.above][-1]


def test_other_columns_end_it() -> None:
    first, second = tables(TOP + "<PAGE>\n" + OTHER_REST)
    assert len(first.rows) == 4
    assert len(second.rows) == 4


def test_a_mark_may_stand_on_the_line_of_a_row() -> None:
    (table,) = tables(TOP.rstrip("\n") + "<PAGE>\n\f" + REST.lstrip("\n"))
    assert [cell.text for cell in table.rows[3].cells] == ["100", "90"]
    assert table.rows[4].stub == "Income before income taxes"
    assert list(parted_at_marks("a  1<PAGE>\nb\fc\n<PAGE>", 5)) == [
        (5, "a  1"),
        (9, "<PAGE>"),
        (16, "b"),
        (17, "\f"),
        (18, "c"),
        (20, "<PAGE>"),
    ]


@pytest.mark.parametrize("number", ["19", "- 19 -", "(19)"])
def test_a_number_between_prose_and_a_title_is_the_page_s(number: str) -> None:
    text = f"and of the three years in the period ended December 31, 1998.\n{number:>40}\n" + TOP.lstrip("\n") + REST
    (table,) = tables(text)
    assert table.rows[0].stub == "Net sales"
    assert "CONSOLIDATED STATEMENTS OF INCOME" in [line.text for line in table.above]


@pytest.mark.parametrize("title", ["Consolidated Statement of Income", "VENTOR CORP.\n\n\n      STATEMENTS OF INCOME"])
def test_a_title_may_have_the_number_of_its_page(title: str) -> None:
    name, _, rest = title.partition("\n")
    text = f"<PAGE>\n{name:60}  34\n{rest}\n" + TOP.split("INCOME\n")[1] + REST
    (table,) = tables(text)
    assert table.rows[0].stub == "Net sales"
    assert name in [line.text for line in table.above]


def test_a_total_without_a_caption_is_no_page_number() -> None:
    due = "Due in one year                           100         90"
    text = "\n".join((TOP, due, " " * 37 + "--------", " " * 42 + "103", REST))
    (table,) = tables(text)
    assert ["103"] in [[cell.text for cell in row.cells] for row in table.rows]


def test_running_heads_are_those_of_several_pages() -> None:
    lines = ["<PAGE>", "  7", "", "VENTOR  CORP.", "Assets", "\f", "VENTOR CORP.", "<PAGE>", "Liabilities", "Assets"]
    assert running_heads(lines) == frozenset({"VENTOR CORP."})


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Page 3 of 20", True),
        ("F-3", True),
        ("(continued on next page)", True),
        ("See accompanying notes to consolidated financial statements.", True),
        ("The accompanying notes are an integral part of these statements.", True),
        ("Table of Contents", True),
        ("Continued operations", False),
        ("Notes payable", False),
        ("Operating expenses       100", False),
    ],
)
def test_furniture(text: str, is_one: bool) -> None:
    assert is_furniture(read_line(RawLine(0, text))) is is_one


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Continuing operations      $ 6,587(1)(2)$ 7,100   $ 6,300", ["$ 6,587", "$ 7,100", "$ 6,300"]),
        ("Net loss                   (1,234)(5,678)", ["(1,234)", "(5,678)"]),
        ("Net loss                   (1,234)$(5,678)", ["(1,234)", "$(5,678)"]),
        ("Special charge                  --$   12", ["--", "$ 12"]),
        ("Restructuring               2,085(2)     --", ["2,085", "--"]),
    ],
)
def test_marks_and_brackets_may_touch_the_next_column(text: str, values: list[str]) -> None:
    assert [token.text for token in read_line(RawLine(0, text)).values] == values


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Basic earnings per share... $      1 .00 $     0 .50 $      0.07", ["1.00", "0.50", "0.07"]),
        ("Diluted                          12. 25      0 . 95", ["12.25", "0.95"]),
        ("Ratio                            12 .5", ["12.5"]),
    ],
)
def test_a_point_may_stand_apart_from_its_digits(text: str, amounts: list[str]) -> None:
    found = [read_amount(token.text) for token in read_line(RawLine(0, text)).values]
    assert [str(amount.value) for amount in found if amount][-len(amounts) :] == [
        amount if not amount.startswith(".") else f"0{amount}" for amount in amounts
    ]


HEADS = """
                   CONSOLIDATED STATEMENTS OF INCOME

{heads}
Net sales                            $  1,000   $    900   $  2,000   $  1,900
Cost of sales                             600        550      1,200      1,100
Income taxes                              100         80        200        160
Net income                           $    200   $    180   $    400   $    360
"""


@pytest.mark.parametrize(
    ("heads", "pieces"),
    [
        (f"{'':40}FIRST QUARTER   SECOND QUARTER", ["FIRST QUARTER", "SECOND QUARTER"]),
        (f"{'':40}1st Quarter   4th Quarter", ["1st Quarter", "4th Quarter"]),
        (f"{'':40}Fiscal   Fiscal", ["Fiscal", "Fiscal"]),
        (f"{'':40}Three   Nine", ["Three", "Nine"]),
        (f"{'':40}Year ended    1998", ["Year ended", "1998"]),
        (
            "                                  FOR THE THREE MONTHS   FOR THE NINE MONTHS",
            ["FOR THE THREE MONTHS", "FOR THE NINE MONTHS"],
        ),
        ("                                        September   December", ["September", "December"]),
        (
            "                                        Fiscal year ended   Quarter ended",
            ["Fiscal year ended", "Quarter ended"],
        ),
        ("                                        Years  ended  March  31,", ["Years ended March 31,"]),
        ("                                        NINE  MONTHS   SIX MONTHS", ["NINE MONTHS", "SIX MONTHS"]),
    ],
)
def test_phrases_over_different_columns_are_never_one(heads: str, pieces: list[str]) -> None:
    (table,) = tables(HEADS.format(heads=heads))
    assert [piece.text for piece in table.head[0]] == pieces


@pytest.mark.parametrize(
    "dates",
    [
        "Years ended October 31, 1998, November 1, 1997 and November 2, 1996",
        "                 Years ended December 31, 1998, 1997, and 1996",
    ],
)
def test_a_phrase_that_lists_the_years_of_all_columns_is_a_title(dates: str) -> None:
    (table,) = tables(
        HEADS.format(heads=dates + "\n                                         1998       1997       1996       1995")
    )
    assert [[piece.text for piece in line] for line in table.head] == [["1998", "1997", "1996", "1995"]]
    assert table.above[-1].text == " ".join(dates.split())


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Fiscal years ended December 27, 1997, December 28, 1996", ()),
        ("For the years ended June 30, 1998, June 30, 1997", ()),
        ("Fiscal years ended               Sept. 26, Sept. 27,", ("Sept. 26,", "Sept. 27,")),
    ],
)
def test_a_title_that_runs_on_over_the_columns_stands_over_none(line: str, heads: tuple[str, ...]) -> None:
    (table,) = tables(TOP.replace("                                       1998", f"{line}\n{' ' * 39}1998") + REST)
    assert tuple(piece.text for each in table.head[:-1] for piece in each) == heads
    assert [piece.text for piece in table.head[-1]] == ["1998", "1997"]


@pytest.mark.parametrize("mark", ["<S>                                   <C>        <C>", "<s>"])
def test_below_the_mark_of_the_first_column_no_line_is_a_title(mark: str) -> None:
    body = f"{mark}\nStatement of Operations\n Data:\nNet sales  "
    (table,) = tables(TOP.replace("Net sales  ", body) + REST)
    assert [[piece.text for piece in line] for line in table.head] == [["1998", "1997"]]
    assert [row.stub for row in table.rows[:3]] == ["Statement of Operations", "Data:", "Net sales"]


def test_a_mark_above_the_heads_begins_no_body() -> None:
    (table,) = tables(TOP.replace("                                       1998", f"<S>   <C>\n{' ' * 39}1998") + REST)
    assert [[piece.text for piece in line] for line in table.head] == [["1998", "1997"]]
    assert table.rows[0].stub == "Net sales"
