"""Which characters of a printed line are values, which are of the caption, and where each stands."""

from __future__ import annotations

import pytest

from converter.tables.limits import shortened
from converter.tables.text_lines import PrintedLine, RawLine, Token, clean_stub, read_line, read_long_line


def line(text: str, offset: int = 0, shifts: tuple[int, ...] = ()) -> PrintedLine:
    return read_line(RawLine(offset, text, shifts))


def values(text: str) -> list[str]:
    return [token.text for token in line(text).values]


def characters(text: str) -> list[str]:
    """The characters of each value that its place in the source is of."""
    return [text[token.start : token.end] for token in line(text).values]


@pytest.mark.parametrize(
    "value",
    [
        "5", "1,234", "1,234,567.89", "1, 234", "12.5", ".36", "0 .50", "0 . 95", "12. 25", "$ 5", "$5", "$   5",
        "(5", "(5)", "( 5 )", "$ (5)", "($ 5)", "(  $ 5)", "-5", "5-", "5%", "5 %", "(5%)", "(5))", "$ (1,234 )",
        "--", "-", "- -", "- - -", "-0-", "\u2014", "\u2013\u2013", "$ --", "$-", "(-)", "--%", "-- %",
        "212 .4", "1,212 .4", "(7 .5)", "nil", "none", "None", "NIL", "NONE", "$ nil", "2003",
    ],
)  # fmt: skip
def test_what_may_stand_in_a_value_column(value: str) -> None:
    for beside in ("", "     7"):
        text = f"Cash and notes          {value}{beside}"
        read = line(text)
        assert (read.stub, len(read.values)) == ("Cash and notes", 2 if beside else 1)
        assert read.values[0].text == " ".join(value.split())


@pytest.mark.parametrize(
    "word",
    ["N/A", "NA", "N/M", "n/a", "n/m", "N.M.", "n.m.", "(a)", "a)", "*", "**", "***", "4.2x", "12X", "|", "%"],
)
def test_what_stands_in_a_value_column_and_is_none(word: str) -> None:
    read = line(f"Cash and notes          {word}      7")
    assert (read.stub, [token.text for token in read.values]) == ("Cash and notes", ["7"])


@pytest.mark.parametrize(
    "mark", ["(1)", "(12)", " (1)", "(a)", "(ab)", "*", "**", " *", "#", " #", "[1]", "(1)(2)(3)", "(1)*#"]
)
def test_marks_behind_a_value_are_no_part_of_it(mark: str) -> None:
    assert values(f"Cash and notes          1,500{mark}      7") == ["1,500", "7"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cash      5      (28)", ["5", "(28)"]),
        ("Cash      5 (28)", ["5"]),
        ("Cash      5  (28)", ["5", "(28)"]),
        ("Cash      5 (128)", ["5", "(128)"]),
        ("Cash      5(6)(7)   (8)    9", ["5", "(8)", "9"]),
        ("Cash      5 (1)    6 (2)    7", ["5", "6", "7"]),
        ("Cash      -- (1)    6    7", ["--", "6", "7"]),
        ("Cash      -- (a)    7", ["--", "7"]),
        ("Cash      nil (1)    nil  (2)    7", ["nil", "nil", "(2)", "7"]),
    ],
)
def test_a_small_number_in_brackets_right_behind_a_value_is_a_mark(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loss      (            39)", ["( 39)"]),
        ("Loss      $       (            39)", ["$ ( 39)"]),
        ("Loss      12.   345", ["345"]),
        ("Rate      1234 .50", ["1234", ".50"]),
        ("Cash      5|    6|", ["5", "6"]),
        ("| Cash  |   5|    6 |", ["5", "6"]),
        ("Cash      5(7,000)", ["5", "(7,000)"]),
        ("Cash      5(            7,000)", ["5", "( 7,000)"]),
        ("Cash      5$7", ["5", "$7"]),
        ("Cash      5   apples   7", ["7"]),
        ("Cash      5   apples", []),
        ("Cash      5   nilly", []),
        ("Shares (5 in all)", []),
        ("Cash .........5", ["5"]),
        ("Cash _____5", ["5"]),
        ("Cash 5", []),  # of the caption
        ("Cash  5", ["5"]),
        ("5    6", ["5", "6"]),
        ("", []),
    ],
)
def test_the_values_are_the_run_at_the_right_end(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Notes payable $ 500", ["$ 500"]),
        ("Notes payable $500", []),
        ("Notes of $ 500", []),
        ("Notes for $ 500", []),
        ("Notes ($ 500", []),
        ("Notes payable 500", []),
        ("Notes payable $ --", []),
        ("Notes payable$ 500", []),
        ("Notes payable  500", ["500"]),
    ],
)
def test_a_sign_with_its_number_apart_stands_in_a_column_one_space_behind_words(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "loose", "expected"),
    [
        ("Cost of services 500    450    1,900", True, ["500", "450", "1,900"]),
        ("Cost of services 500  450", True, ["500", "450"]),
        ("Cost of services 500 450", False, []),
        ("Cost of services  500    450", False, ["500", "450"]),
        ("Cost of services -- 450", False, []),
        ("Cost of services --   450", False, ["450"]),
        ("June 30    1997    1998", False, ["1997", "1998"]),
        ("Notes due 30    1997    450", True, ["30", "1997", "450"]),
        ("Cost of services.500    450", False, ["450"]),
    ],
)
def test_a_number_one_space_behind_words_is_loose_if_others_stand_apart_behind_it(
    text: str, loose: bool, expected: list[str]
) -> None:
    read = line(text)
    assert [token.text for token in read.values] == expected
    assert [token.loose for token in read.values] == [loose] + [False] * (len(expected) - 1) if expected else True


def test_a_value_that_begins_the_line_is_parted() -> None:
    assert [token.loose for token in line("5    6").values] == [False, False]
    assert [token.loose for token in line(" 5    6").values] == [False, False]


@pytest.mark.parametrize(
    ("text", "stub", "expected"),
    [
        ("Issued  1998 - 3,105,220   31   30", "Issued 1998 - 3,105,220", ["31", "30"]),
        ("Issued  1998 -- 3,105,220   31   30", "Issued 1998 -- 3,105,220", ["31", "30"]),
        ("Issued  1998 - 3,105  1997 - 2,100  31", "Issued 1998 - 3,105 1997 - 2,100", ["31"]),
        ("Issued  1998   -   3,105", "Issued", ["1998", "-", "3,105"]),  # three columns
        ("Issued  1958 - 3,105", "Issued", ["1958", "-", "3,105"]),
        ("Issued  21998 - 3,105", "Issued", ["21998", "-", "3,105"]),
        ("Issued  1998 3,105  7", "Issued", ["1998", "3,105", "7"]),
        ("1998 - 3,105,220", "1998 - 3,105,220", []),
        # What closes the bracket of the line above.
        ("- 309,667)   108   105", "- 309,667)", ["108", "105"]),
        ("Loss   -   309)   108", "Loss", ["-", "309)", "108"]),  # three columns
        ("Loss  - (309)  108", "Loss", ["-", "(309)", "108"]),
        ("Loss  - 309  108", "Loss", ["-", "309", "108"]),
        ("Loss  - 309)", "Loss", ["-", "309)"]),
    ],
)
def test_a_year_a_dash_and_what_it_counts_are_of_the_caption(text: str, stub: str, expected: list[str]) -> None:
    read = line(text)
    assert ([token.text for token in read.values], read.stub) == (expected, stub)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cash      $ 1,234", ["1,234"]),
        ("Cash      $ (1,234)", ["(1,234)"]),
        ("Cash      ($ 1,234)", ["($ 1,234)"]),
        ("Cash      ($ 1,234", ["1,234"]),
        ("Cash      (1,234) %", ["(1,234)"]),
        ("Cash      (5%)", ["(5"]),
        ("Cash      5-", ["5-"]),
        ("Cash      5-   6", ["5-", "6"]),
        ("Cash      -5", ["-5"]),
        ("Cash      1,234(1)", ["1,234"]),
        ("Cash      $ --   --", ["--", "--"]),
        ("Cash      $ nil", ["nil"]),
        ("Cash      (5 )", ["(5 )"]),
    ],
)
def test_the_place_of_a_value_is_that_of_its_digits_and_brackets(text: str, expected: list[str]) -> None:
    assert characters(text) == expected


def test_a_value_covers_its_sign_and_not_its_marks() -> None:
    (first, second) = line("Cash  $ 1,234(1)   --").values
    assert first == Token("$ 1,234", 6, 13, 8, 13, False)
    assert second == Token("--", 19, 21, 19, 21, False)


# Lines that are something else


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("---", "-"), ("  -----   -----", "-"), ("=====", "="), ("-----  =====", "="), ("_____", "-"), ("~~~~", "-"),
        ("****", "-"), ("$ -----", "-"), ("|-----|", "-"), ("+----+", "-"), ("\u2014\u2014\u2014", "-"),
        ("--", ""), ("----- x", ""), ("--   --   --", ""), ("-    $-    --", ""), ("-- -- --", "-"), ("---   ---", "-"),
        ("   -   -   -   -   -   -   -   -", ""), ("   -   -   -   -   -   -   -   -   -", "-"), ("==   ==   ==", "="),
    ],
)  # fmt: skip
def test_a_rule_is_of_dashes_and_a_few_short_ones_apart_are_nils(text: str, rule: str) -> None:
    assert line(text).rule == rule
    assert bool(line(text).values) is (not rule and text != "----- x")


@pytest.mark.parametrize("mark", ["<PAGE>", "<PAGE>  5", "\fCash   5", "Cash   5 <PAGE>"])
def test_the_line_of_a_pages_mark_is_nothing_else(mark: str) -> None:
    read = line(mark)
    assert (read.page, read.values, read.stub) == (True, (), "")
    assert not line("Cash   5").page


@pytest.mark.parametrize(("text", "marked"), [("<S>   <C>", True), ("<s>", True), ("<C>", False), ("Cash", False)])
def test_the_mark_of_the_first_column(text: str, marked: bool) -> None:
    read = line(text)
    assert read.marked is marked
    assert read.blank is (text != "Cash")


def test_tags_are_blank_and_long_ones_are_none() -> None:
    assert line("<B>Cash</B>   5").text == "   Cash       5"
    assert line(f"<B{'x' * 60}>Cash   5").stub == "Cash"
    assert line(f"<B{'x' * 61}>Cash   5").stub.startswith("<B")
    assert line("a < b   5").stub == "a < b"


def test_fixed_blanks_are_blanks() -> None:
    assert line("\xa0\xa0Cash\xa0\xa0\xa05").stub == "Cash"
    assert values("\xa0\xa0Cash\xa0\xa0\xa05") == ["5"]
    assert values("Caf\xe9   5") == ["5"]


def test_captions_have_their_indent() -> None:
    assert [(one.stub, one.indent) for one in (line("   Cash    5"), line("Cash"), line("    5"))] == [
        ("Cash", 3), ("Cash", 0), ("", 4)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "stub"),
    [
        ("  Cash ", "Cash"), ("Cash . ", "Cash"), ("Cash,net .", "Cash,net"), ("Cash __", "Cash"), ("Cash _", "Cash _"),
        ("Cash  ____  ", "Cash"), ("Cash.", "Cash."), (".", "."), ("  Net  of   tax ....", "Net of tax"),
    ],
)  # fmt: skip
def test_captions_lose_what_leads_to_their_values(text: str, stub: str) -> None:
    assert clean_stub(text) == stub


# Places in the source


def test_tabs_reach_to_the_next_eight_characters() -> None:
    assert line("\tCash\t\t5").text == "        Cash            5"
    assert line("1234567\t5").text == "1234567 5"
    assert line("12345678\t5").text == "12345678        5"
    assert line("123456789\t5").text == "123456789       5"


def test_every_character_of_a_line_has_its_place() -> None:
    read = line("Cash\t5", 100)
    assert [read.at(x) for x in (0, 3, 4, 7, 8, 9, 50)] == [100, 103, 104, 104, 105, 106, 106]
    plain = line("Cash  5", 100)
    assert [plain.at(x) for x in (0, 6, 9)] == [100, 106, 109]
    moved = line("Cash  5", 100, (0, 1, 2, 3, 10, 11, 20))
    assert [moved.at(x) for x in (3, 4, 6, 7)] == [103, 110, 120, 121]
    both = line("a\tb", 100, (0, 5, 9))
    assert [both.at(x) for x in (0, 1, 7, 8)] == [100, 105, 105, 109]


def test_the_dash_escape_of_old_mail_takes_two_characters() -> None:
    read = line("- -----", 100)
    assert (read.offset, read.rule) == (102, "-")
    moved = line("- - Cash", 100, (0, 2, 4, 5, 6, 7, 8, 9))
    assert (moved.text, moved.shifts) == ("- Cash", (2, 3, 4, 5, 6, 7))


def test_a_line_without_anything_has_nothing() -> None:
    assert line("   ") == PrintedLine(0, "")
    assert (PrintedLine(0, "").indent, PrintedLine(0, "").page, PrintedLine(0, "").marked) == (0, False, False)


def test_a_long_line_is_words_whatever_it_prints() -> None:
    text = "Cash  5  " * 500
    read = read_long_line(RawLine(7, text))
    assert (read.values, read.offset) == ((), 7)
    assert len(read.text) <= len(shortened(text))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1998   1997", True), ("June 30   1998   1997", True), ("1998   1997 (1)", True), ("1998  (12)  1997", True),
        ("1970   2049", True), ("1969   1998", False), ("1998  2050", False), ("1998   19981", False),
        ("(1)   (2)", False),
        ("1998   (128)", False), ("1998  x(1)", False), ("$ 1998   $ 1997", False), ("", False), ("Cash", False),
    ],
)  # fmt: skip
def test_lines_of_years(text: str, years: bool) -> None:
    assert line(text).years_only is years


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("1,212 .45", ["1,212", ".45"]),
        ("1,212 .4%", ["1,212", ".4%"]),
        ("212 .4%", ["212", ".4%"]),
        ("1212 .4", ["1212", ".4"]),
    ],
)
def test_a_point_apart_is_of_the_number_before_it_only_with_a_single_digit(printed: str, found: list[str]) -> None:
    assert values(f"Rate              {printed}")[: len(found)] == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("100.0(a)155.0      130.0(b)", ["100.0", "155.0", "130.0"]),
        ("100.0(a)(c)155.0", ["100.0", "155.0"]),
        ("100.0(a)$155.0", ["100.0", "$155.0"]),
        ("100.0(a)(155.0)", ["100.0", "(155.0)"]),
        ("100.0(a)x", []),
    ],
)
def test_behind_a_mark_the_next_number_may_stand_at_once(printed: str, found: list[str]) -> None:
    assert values(f"Income before taxes         {printed}") == found
