"""The printed lines of HTML, and where each of their characters stands in the source."""

from __future__ import annotations

import pytest

from converter.tables.html_text import Content, Line, Run, read_content


def content(source: str) -> Content:
    return read_content(source, 0, len(source))


def lines(source: str) -> list[str]:
    return [line.text for line in content(source).lines]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a b", ["a b"]),
        (" ", []),
        ("", []),
        ("a<br>b", ["a", "b"]),
        ("a<BR/>b", ["a", "b"]),
        ("a<br><br>b", ["a", "", "b"]),  # a blank line between others is kept
        ("a<br><br>", ["a"]),
        ("<br>a", ["", "a"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("a<p></p>b", ["a", "b"]),
        ("a<p> \n</p>b", ["a", "b"]),
        ("a<p>&nbsp;</p>b", ["a", "\xa0", "b"]),  # fixed blanks are print
        ("a<td>b</td>c", ["a b c"]),
        ("a<th>b", ["a b"]),
        ("a<b>b</b>c", ["abc"]),
        ("a<!-- b -->c", ["ac"]),
        ("a<!DOCTYPE html>c", ["ac"]),
        ("a<?xml v?>c", ["ac"]),
        ("a &amp; b", ["a & b"]),
        ("a&#38;b&#x26;c", ["a&b&c"]),
        ("AT&T", ["AT&T"]),
        ("a &bogus; b", ["a &bogus; b"]),
        ("a &lt b", ["a < b"]),
        ("1 < 2", ["1 < 2"]),
        ("a\u200bb\ufeffc\x00d\u2060e", ["a b c d e"]),
        ("a<b>\u200b</b>", ["a "]),
        ("<ix:nonFraction x='1'>5</ix:nonFraction>", ["5"]),
    ],
)
def test_lines_end_where_a_browser_ends_them(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


BREAKS = "p div center blockquote li dd dt ul ol dl pre hr form address page h1 h2 h3 h4 h5 h6 table tr caption"


@pytest.mark.parametrize("name", BREAKS.split())
def test_elements_that_begin_and_end_lines(name: str) -> None:
    assert lines(f"a<{name}>b</{name}>c") == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["span", "font", "a", "b", "i", "u", "em", "ix:x", "section"])
def test_elements_within_a_line(name: str) -> None:
    assert lines(f"a<{name}>b</{name}>c") == ["abc"]


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    source = "x<br>a<b>b</b>c<br>y"
    assert [line.text for line in read_content(source, 5, 14).lines] == ["ab"]
    assert [line.text for line in read_content("xaby", 1, 3).lines] == ["ab"]


# Places


def of_source(source: str, at: int, start: int, end: int) -> str:
    line = content(source).lines[at]
    return source[line.start(start) : line.end(end)]


@pytest.mark.parametrize(
    ("source", "at", "start", "end", "expected"),
    [
        ("abc", 0, 1, 2, "b"),
        ("<p>abc", 0, 1, 3, "bc"),
        ("a<b>bc</b>d", 0, 1, 2, "b"),
        ("a<b>bc</b>d", 0, 0, 4, "a<b>bc</b>d"),
        ("a&mdash;b", 0, 1, 2, "&mdash;"),
        ("a&mdash;b", 0, 0, 3, "a&mdash;b"),
        ("a<br>bc", 1, 1, 2, "c"),
        ("a &lt;b", 0, 2, 3, "&lt;"),
    ],
)
def test_characters_have_their_places(source: str, at: int, start: int, end: int, expected: str) -> None:
    assert of_source(source, at, start, end) == expected


@pytest.mark.parametrize(
    ("source", "stretch"),
    [(" ab ", "ab"), ("<p> a<b>b</b> </p>", "a<b>b"), ("&nbsp;a&mdash;", "a&mdash;"), ("x<br> <br>y", "")],
)
def test_a_line_reaches_from_its_first_to_its_last_printed_character(source: str, stretch: str) -> None:
    line = content(source).lines[1 if "br" in source else 0]
    start, end = line.stretch()
    assert source[start:end] == stretch


def test_a_blank_line_is_where_it_ends() -> None:
    (_, blank, _) = content("a<br><br>b").lines
    assert blank.stretch() == (9, 9)


def test_characters_stand_together_without_markup_between() -> None:
    line = content("ab<b>c</b>").lines[0]
    assert line.together(0, 1)
    assert not line.together(1, 2)


def test_an_entity_of_one_character_is_as_long_as_what_it_stands_for_or_not() -> None:
    assert Run(0, 1, 4, 5).literal
    assert not Run(0, 1, 4, 11).literal


def test_words_are_without_white_space() -> None:
    assert Line(" a \t b\n", [Run(0, 7, 0, 7)]).words == "a b"
    assert content("a <br> b<br><br>c").words == "a b c"


# Indents


@pytest.mark.parametrize(
    ("source", "points"),
    [
        ('<p style="margin-left:10pt">a</p>', 10.0),
        ('<div style="margin-left:10pt"><p style="margin-left:5pt">a</p></div>', 15.0),
        ('<p style="margin-left:10pt">a</p><p style="margin-left:50pt">b</p>', 10.0),  # the first line's
        ('<p>a</p><p style="margin-left:50pt">b</p>', 0.0),
        (' <p style="margin-left:10pt">a</p>', 10.0),
        ('<b></b><p style="margin-left:10pt">a</p>', 10.0),
        ('<td style="margin-left:10pt">a</td>', 0.0),  # a cell's own style is the grid's
        ('</p style="margin-left:10pt">a', 0.0),
    ],
)
def test_styles_before_the_first_word_indent_it(source: str, points: float) -> None:
    assert content(source).points == points


@pytest.mark.parametrize(
    ("source", "leading"),
    [
        ("&nbsp;&nbsp;a", 2),
        ("\xa0\u2002\u2003\u3000a", 4),
        (" \t\r\n&nbsp;a", 1),
        ("&nbsp; &nbsp;a", 2),
        ("a&nbsp;", 0),
        ("&nbsp;<br>&nbsp;&nbsp;a", 2),  # of the first line that prints words
        ("&nbsp;", 0),
        ("<p></p>a", 0),
    ],
)
def test_fixed_blanks_before_the_first_word(source: str, leading: int) -> None:
    assert content(source).leading == leading


def test_lines_drawn_in_a_cell_are_told() -> None:
    assert content('a<hr size="3">b<HR>').rulers == [' size="3"', ""]
    assert content("a<b>").rulers == []


# Raised text

RAISED = 'style="vertical-align:super"'


@pytest.mark.parametrize(
    "mark", ["1", "(1)", "12", "*", "**", "†", "‡", "§", "#", "®", "a", "TM", "SM", "tm", "(1), (2)", "[1]", "1, 2",
             " 1 ", "(a)(b)"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("opening", "closing"),
    [("<sup>", "</sup>"), (f"<span {RAISED}>", "</span>"), (f"<font {RAISED}>", "</font>"), (f"<a {RAISED}>", "</a>")],
)
def test_raised_marks_are_left_out(opening: str, closing: str, mark: str) -> None:
    assert lines(f"Cash{opening}{mark}{closing} held") == ["Cash held"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Cash<sup>see below</sup> held", "Cashsee below held"),
        ("Cash<sup>(123)</sup>", "Cash(123)"),
        ("Cash<sup>1, 2, 3, 4, 5, 6, 7</sup>", "Cash1, 2, 3, 4, 5, 6, 7"),  # longer than marks are
        ("Cash<sup>1, 2, 3, 4, 5, 6</sup>", "Cash"),
        ("Cash<sub>1</sub>", "Cash1"),
        (f"Cash<b {RAISED}>1</b>", "Cash1"),
        ("Cash<span>1</span>", "Cash1"),
        ("Cash<sup></sup>", "Cash"),
        ("Cash<sup>1", "Cash1"),  # never closed
        ("Cash<sup><sup>1</sup></sup> held", "Cash held"),
        ("Cash<sup><b>1</b></sup> held", "Cash held"),
        (f"Cash<span {RAISED}><span>1</span></span> held", "Cash held"),
        ("a<sup>1</sup>b<sup>2</sup>c", "abc"),
        ("Cash</sup>1", "Cash1"),
    ],
)
def test_other_raised_text_stays(source: str, text: str) -> None:
    assert lines(source) == [text]


def test_a_mark_that_is_left_out_moves_nothing() -> None:
    source = "Cash<sup>(1)</sup> held"
    line = content(source).lines[0]
    assert line.text == "Cash held"
    assert source[line.start(5) : line.end(9)] == "held"


def test_a_mark_over_a_break_is_what_stands_behind_it() -> None:
    assert lines("Cash<sup>see<br>1</sup> held") == ["Cashsee", " held"]


def test_plain_text_is_read_as_it_stands() -> None:
    source = "a\u200bb"
    (line,) = content(source).lines
    assert (line.text, line.stretch()) == ("a b", (0, 3))
    assert content("  \u200b").lines == []
