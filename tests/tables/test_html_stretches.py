"""Which stretches of an HTML source are set like plain text, and which lines are read of each."""

from __future__ import annotations

import pytest

from converter.tables.html_lines import text_stretches
from converter.tables.html_markup import scan


def stretches(source: str, base: int = 0) -> list[list[str]]:
    """The lines of each stretch, without blank ones."""
    return [
        [line.text.strip() for line in lines if line.text.strip()]
        for lines in text_stretches(source, base, scan(source))
    ]


# A bare shell


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("<p>a\n\n\n\n\nb", True),
        ("<p>a\n\n\n\nb", False),  # a tag that breaks lines in every fourth line
        ("<p>a<br>\n\n\n\n\n\n\n\n\nb", True),
        ("<p>a<div>\n\n\n\n\n\n\n\nb", False),
        ("a\nb", True),
        ("a", False),
        ("<b>a</b><pageant>\nb", True),
        *((f"<{name}>a</{name}>" + "\n" * 20, False) for name in ("td", "tr", "TD")),
        ("<pre>a</pre>" + "\n" * 20, False),
    ],
)
def test_a_text_in_a_shell_has_hardly_a_tag_that_breaks_lines(source: str, bare: bool) -> None:
    lines = list(text_stretches(source, 0, []))
    assert (bool(lines) and len(lines[0]) == source.count("\n") + 1) is bare


def test_a_text_in_a_shell_is_read_as_it_stands() -> None:
    (lines,) = text_stretches("a\n <b>b", 10, [])
    assert [(line.offset, line.text) for line in lines] == [(10, "a"), (12, " <b>b")]


# Fixed blanks


@pytest.mark.parametrize(
    "blanks",
    ["&nbsp;&nbsp;&nbsp;", "&nbsp; &nbsp; ", "&#160;&#160;&#160;", "&#160; &#160; ", "\xa0\xa0\xa0", "\xa0 \xa0 "],
)
def test_twelve_runs_of_fixed_blanks_show_that_a_stretch_is_set_like_text(blanks: str) -> None:
    assert [line[0].split() for line in stretches(f"<p>a{blanks * 12}b</p>")] == [["a", "b"]]
    assert stretches(f"<p>a{blanks * 11}b</p>") == []


def test_blanks_count_outside_of_tables_and_for_each_stretch_between_them() -> None:
    blanks, table = "&nbsp;" * 36, "<table><tr><td>{}</td></tr></table>"
    assert stretches(f"{table.format(blanks)}<p>b</p>") == []
    assert stretches(f"<p>a{blanks}</p>{table.format('5')}<p>b{blanks}</p>") == [["a"], ["b"]]
    half = "&nbsp;" * 18
    assert stretches(f"<p>a{half}</p>{table.format('5')}<p>b{half}</p>") == []
    assert stretches(f"{table.format('5')}{table.format('6')}<p>b{blanks}</p>") == [["b"]]
    assert stretches(f"<p>b{blanks}</p>{table.format('5')}") == [["b"]]


@pytest.mark.parametrize("space", ["&nbsp;", "&#8194;", "&#8195;", "&#12288;", "\t", "\r"])
def test_blanks_of_any_kind_are_spaces(space: str) -> None:
    (lines,) = text_stretches(f"<p>a{space}b{'&nbsp;' * 36}</p>", 100, [])
    (line,) = [each for each in lines if each.text.strip()]
    assert line.text.rstrip() == "a b"
    assert line.offset == 103
    assert line.shifts[:3] == (0, 1, 1 + len(space))


def test_a_blank_line_stands_where_it_ends() -> None:
    (lines,) = text_stretches(f"<p>a{'&nbsp;' * 36}<br><br>b</p>", 100, [])
    assert [(line.offset, line.text) for line in lines if not line.text] == [(100 + 4 + 216 + 8, "")]


# Titles before a `<pre>`


def test_the_last_fourteen_lines_before_a_pre_are_its_titles() -> None:
    lines = [f"line {at}" for at in range(16)]
    source = "".join(f"<p>{line}</p>" for line in lines) + "<pre>Cash</pre>"
    assert stretches(source) == [[*lines[2:], "Cash"]]


@pytest.mark.parametrize("end", ["</table>", "</TABLE >", "</pre>", "</PRE\n>"])
def test_titles_do_not_reach_over_the_end_of_a_table(end: str) -> None:
    assert stretches(f"<p>One</p>{end}<p>Two</p><pre>Cash</pre>")[-1] == ["Two", "Cash"]
    assert stretches(f"<p>One</p>{end}<p>Two</p>{end}<p>Three</p><pre>Cash</pre>")[-1] == ["Three", "Cash"]


def test_titles_are_read_once() -> None:
    assert stretches("<p>One</p><pre>Cash</pre><p>Two</p><pre>Notes</pre>") == [["One", "Cash"], ["Two", "Notes"]]
    assert stretches("<pre>Cash</pre><pre>Notes</pre>") == [["Cash"], ["Notes"]]


def test_titles_stand_within_twenty_thousand_characters() -> None:
    for spaces, found in ((19_985, ["One", "Cash"]), (19_986, ["Cash"])):
        assert stretches(f"<p>One</p>{' ' * spaces}<pre>Cash</pre>") == [found]
