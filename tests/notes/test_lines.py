"""The printed lines of a text and of a page."""

from __future__ import annotations

from tests.notes.documents import document, lines


def test_a_line_knows_its_place_and_what_stands_above_it() -> None:
    text = "first\n\n   second  line\nthird\n"
    first, second, third = lines(text)
    assert (first.text, first.apart, first.indent) == ("first", True, 0)
    assert (first.bold, first.tabular, first.ruled) == (False, False, False)
    assert (second.text, second.apart, second.indent) == ("second  line", True, 3)
    assert text[second.begin : second.start] == "   "
    assert text[second.start : second.end] == "second  line"
    assert not third.apart


def test_page_numbers_rules_and_marks_are_blank() -> None:
    text = "first\n                 - 12 -\nsecond\n<PAGE>\nthird\n=====\nfourth\n12\nfifth\npage 4\nsixth\n"
    assert [(line.text, line.apart) for line in lines(text)] == [
        ("first", True), ("second", True), ("third", True), ("fourth", True), ("fifth", True), ("sixth", True),
    ]  # fmt: skip


def test_a_rule_below_a_line_underlines_it() -> None:
    rules = ["-" * 10, "=" * 12, "_" * 40, "- " + "-" * 20]
    assert [lines(f"a\n{rule}\nb\n")[0].ruled for rule in rules] == [True] * 4
    others = ["-" * 9, "-----  -----  -----", f"\n{rules[0]}", f"b\n{rules[0]}", "<PAGE>"]
    assert [lines(f"a\n{other}\nc\n")[0].ruled for other in others] == [False] * 5


def test_lines_between_the_marks_of_a_table_are_tabular() -> None:
    text = "a\n<TABLE>\nb\n</TABLE>\nc\n"
    assert [(line.text, line.tabular) for line in lines(text)] == [("a", False), ("b", True), ("c", False)]


def test_a_table_without_an_end_ends_where_text_does() -> None:
    prose = "The company makes gauges and meters for mills and sells them."
    short = prose[:59]
    spaced = f"{prose}  12"
    text = f"<TABLE>\nb\n{short}\n{spaced}\n{prose}\nd\n"
    assert [line.tabular for line in lines(text)] == [True, True, True, False, False]


def test_tabs_set_in_by_eight() -> None:
    assert [line.indent for line in lines("\ta\n\t\tb\n")] == [8, 16]


def test_a_line_too_long_for_a_heading_is_none() -> None:
    assert [line.text for line in lines(f"a\n{'b' * 2001}\n{'c' * 2000}\n")] == ["a", "c" * 400]


def test_blocks_of_a_page_are_lines_and_their_blanks_are_one() -> None:
    page = "<html><body><p>NOTE 1\n   Leases</p><p><b>Debt</b></p><p>the&nbsp;mill</p></body></html>"
    first, second, third = lines(page, "html")
    assert (first.text, first.apart, first.bold) == ("NOTE 1 Leases", True, False)
    assert (second.text, second.bold) == ("Debt", True)
    assert page[second.start : second.end] == "Debt"
    assert (third.text, third.bold) == ("the mill", False)


def test_bold_is_told_by_styles_too() -> None:
    page = '<p><span style="font-weight:700">a</span></p><p><u>b</u></p><p><i>c</i></p>' * 3
    assert [line.bold for line in lines(page, "html")][:3] == [True, True, False]


def test_the_first_line_of_a_page_may_be_bold() -> None:
    assert lines("<b>a</b><p>b</p><p>c</p>", "html")[0].bold


def test_cells_of_a_grid_are_tabular_and_of_layout_not() -> None:
    grid = "<table><tr><td>Sales</td><td>1</td></tr><tr><td>Costs</td><td>2</td></tr></table>"
    layout = "<table><tr><td>1.</td><td>Leases</td></tr></table>"
    page = f"<p>a</p>{grid}<p>b</p>{layout}<p>c</p>"
    assert [(line.text, line.tabular) for line in lines(page, "html")] == [
        ("a", False), ("Sales 1", True), ("Costs 2", True), ("b", False), ("1. Leases", False), ("c", False),
    ]  # fmt: skip


def test_fixed_text_in_a_page_has_its_own_lines() -> None:
    page = "<p>x</p><p>y</p><p>z</p><p>w</p><pre>first\n\n  NOTE 1 - LEASES\ntext\n</pre><p>behind</p>"
    found = {line.text: line for line in lines(page, "html")}
    assert found["NOTE 1 - LEASES"].apart
    assert page[found["NOTE 1 - LEASES"].begin :].startswith("  NOTE 1")
    assert not found["text"].apart
    assert found["behind"].apart


def test_each_fixed_text_of_a_page_has_its_own() -> None:
    fixed = "".join(f"<pre>{name}\n  1. LEASES\n</pre><p>{name} x</p>" for name in "abc")
    found = [(line.text, line.indent) for line in lines(f"<p>x</p><p>y</p><p>z</p>{fixed}", "html")]
    assert [line for line in found if line[0] == "1. LEASES"] == [("1. LEASES", 2)] * 3


def test_a_shell_around_a_text_is_read_as_text() -> None:
    page = "<html><body>\n" + "a line\n" * 8 + "\n  NOTE 1 - LEASES\n</body></html>"
    assert [(line.text, line.indent) for line in lines(page, "html")][-1] == ("NOTE 1 - LEASES", 2)


def test_other_parts_have_no_lines_of_this_one() -> None:
    made = document("a\n")
    assert made.parts[0].span.end == 2
