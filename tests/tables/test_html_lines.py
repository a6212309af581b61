"""HTML that is set like plain text: `<pre>` with its titles before it, fixed-pitch paragraphs, a bare shell."""

from __future__ import annotations

import pytest

from converter.sources import read
from converter.sources.document import Document
from converter.tables import find_tables
from converter.tables.html_lines import text_stretches
from converter.tables.table import Table

STATEMENT = """\
ASSETS

Cash                                  15,155        90,672
Prepaid expenses                         500           500
                                ------------  ------------
Total current assets                  15,655        91,172
Accounts payable                       4,000         6,000
Retained earnings                     11,655        85,172
Total liabilities and
 stockholders' equity                 15,655        91,172"""
TITLES = ["Consolidated Balance Sheet", "(in thousands)"]
HEADS = "                                 December 31,  December 31,\n" + " " * 39 + "2005          2004\n"
CAPTIONS = ["ASSETS", "Cash", "Prepaid expenses", "Total current assets", "Accounts payable", "Retained earnings"]


def found(text: str) -> tuple[Document, Table]:
    document = read(text.encode(), "a.htm", [])
    (table,) = find_tables(document, [])
    return document, table


def fixed(line: str, blank: str) -> str:
    return line.replace("  ", blank) if line.strip() else "<br>"


@pytest.mark.parametrize("blank", ["&nbsp;&nbsp;", "&nbsp; ", "&#160;&#160;", "\xa0\xa0"])
@pytest.mark.parametrize("element", ["<p>{}</p>", '<div style="font-family:Courier">{}</div>', "{}<br>"])
def test_fixed_pitch_paragraphs_are_the_lines_of_a_text(element: str, blank: str) -> None:
    text = "\n".join([*(f"{'':30}{title.upper()}" for title in TITLES), "", HEADS + STATEMENT])
    body = "\n".join(element.format(fixed(line, blank)) for line in text.split("\n"))
    document, table = found(f"<HTML><BODY>\n<p>Report</p>{body}\n</BODY></HTML>")
    assert [row.stub for row in table.rows][:6] == CAPTIONS
    cell = table.rows[1].cells[1]
    assert document.text[cell.span.start : cell.span.end] == cell.text == "90,672"
    assert TITLES[0].upper() in [line.text for line in table.above]


@pytest.mark.parametrize("before", ["<P>{}<BR>{}</P>", "<CENTER><B>{}</B></CENTER>\n<DIV>{}</DIV>\n<P>&nbsp;</P>"])
def test_titles_may_stand_in_paragraphs_before_a_pre(before: str) -> None:
    text = f"<HTML><BODY>{before.format(*TITLES)}<PRE>\n{HEADS}{STATEMENT}</PRE></BODY></HTML>"
    document, table = found(text)
    assert [line.text for line in table.above] == TITLES
    title = table.above[0].span
    assert document.text[title.start : title.end] == TITLES[0]


def test_titles_do_not_reach_over_another_table() -> None:
    other = "<TABLE><TR><TD>Statements of things</TD></TR></TABLE>"
    _, table = found(f"<HTML><BODY>{TITLES[0]}{other}<P>{TITLES[1]}</P><PRE>\n{HEADS}{STATEMENT}</PRE></BODY></HTML>")
    assert [line.text for line in table.above] == [TITLES[1]]


def test_a_bare_shell_holds_a_text() -> None:
    _, table = found(f"<HTML><BODY>\n{'':20}{TITLES[0].upper()}\n\n{HEADS}{STATEMENT}\n</BODY></HTML>")
    assert [row.stub for row in table.rows][:6] == CAPTIONS


def test_words_with_few_fixed_blanks_are_no_lines_of_a_text() -> None:
    body = "".join(f"<p>{line.strip()}</p>" for line in STATEMENT.split("\n"))
    assert find_tables(read(f"<HTML><BODY>{body}</BODY></HTML>".encode(), "a.htm", []), []) == []


def test_a_title_may_be_the_first_of_the_source() -> None:
    (lines,) = text_stretches("<P>Title</P><PRE>Cash</PRE>", 100, [])
    assert [(line.offset, line.text) for line in lines] == [(117, ""), (103, "Title"), (117, "Cash")]
