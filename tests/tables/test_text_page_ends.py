"""Which lines are of a page, which are titles and heads, and where a table ends."""

from __future__ import annotations

import pytest

from converter.tables.text_lines import PrintedLine, RawLine, read_line
from converter.tables.text_pages import (
    HEAD_WORD,
    blank_page_numbers,
    cut,
    is_furniture,
    is_head,
    is_title,
    parted_at_marks,
    running_heads,
)

TITLE = "CONSOLIDATED BALANCE SHEETS"
VALUE = "Cash                    500      600"


def lines(*texts: str) -> list[PrintedLine]:
    return [read_line(RawLine(0, text)) for text in texts]


# What heads speak of


@pytest.mark.parametrize(
    "words",
    [
        "ended", "ending", "month", "months", "week", "weeks", "quarter", "quarters", "year", "years", "fiscal", "1998",
        "March", "Dec.", "unaudited", "audited", "restated", "actual", "pro forma", "change", "thousands", "Millions",
        "dollars", "Q1", "q4", "3/31/98", "12/1/98", "as of", "as reported", "FY'98", "(Unaudited)",
    ],
)  # fmt: skip
def test_words_of_heads(words: str) -> None:
    assert HEAD_WORD.search(words)


@pytest.mark.parametrize(
    "words", ["amended", "monthly", "yearly", "thousand", "Q5", "13/311/98", "as", "changes", "Sales"]
)
def test_other_words(words: str) -> None:
    assert not HEAD_WORD.search(words)


# Marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", [(10, "a"), (12, "b")]),
        ("a<PAGE>b", [(10, "a"), (11, "<PAGE>"), (17, "b")]),
        ("a\fb\nc", [(10, "a"), (11, "\f"), (12, "b"), (14, "c")]),
        (" \t\r<PAGE>\n\nc", [(13, "<PAGE>"), (20, ""), (21, "c")]),
        ("", [(10, "")]),
    ],
)
def test_a_mark_stands_on_a_line_of_its_own(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(parted_at_marks(text, 10)) == expected


def test_running_heads_stand_first_on_more_than_one_page() -> None:
    assert running_heads(["A", "<PAGE>", "A", "B", "<PAGE>", "", " A ", "<PAGE>", "C", "\f", "B"]) == {"A"}
    assert running_heads(["<PAGE>", "Page 3", "A", "<PAGE>", "4", "A"]) == {"A"}
    assert running_heads(["<PAGE>", "<PAGE>", "A", "B", "B"]) == set()
    assert running_heads([]) == set()


# Furniture


@pytest.mark.parametrize(
    "text",
    [
        "3", "12", "123", "-3-", "- 3 -", "(3)", "F-3", "AB-12", "Page 3", "page  12 of 20", "3 of 20", "-F-3",
        "(continued)", "Continued", "(continued on next page)", "continued on following page",
        "(continued on the next page)", "Table of Contents", "See notes to statements",
        "See accompanying notes thereof",
        "The accompanying notes are an integral part of it", "the notes to the statements", "Running Head",
    ],
)  # fmt: skip
def test_what_is_of_the_page(text: str) -> None:
    (line,) = lines(text)
    line.values = ()
    assert is_furniture(line, frozenset({"Running Head"}))


@pytest.mark.parametrize(
    "text",
    [
        "1234", "3.5", "ABC-3", "Page", "3 of", "Chapter 3", "discontinued", "(continued on page 3)",
        "Continued operations",
        "A table of contents", "Table of Contents of it", "See notes", "Notes to statements", "See the statements",
        "See notes to departures", "Running Head here", VALUE, "The footnotes thereof", "Seed notes thereof",
    ],
)  # fmt: skip
def test_what_is_not(text: str) -> None:
    (line,) = lines(text)
    assert not is_furniture(line, frozenset({"Running Head"}))


# Page numbers


def numbers(*texts: str) -> list[list[str]]:
    """The values that are left in each line."""
    read = lines(*texts)
    blank_page_numbers(read)
    return [[token.text for token in line.values] for line in read]


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (("a", "", "   12", "", "b"), []),
        (("   12",), []),
        (("   12", "", "b"), []),
        (("", "   12"), []),
        (("<PAGE>", "   12", "b"), []),
        (("a", "   12", "<PAGE>"), []),
        (("a", "   12", "b"), ["12"]),
        (("a", "   12", ""), ["12"]),  # under a caption
        (("and so it ends.", "   12", ""), []),  # under prose
        (("x" * 76, "   12", ""), []),
        (("x" * 75, "   12", ""), ["12"]),
        (("-----", "   12", ""), ["12"]),
        ((VALUE, "   12", ""), ["12"]),
        (("", "   12", TITLE), []),
        (("", "   12", "b"), ["12"]),
        (("", "   1,200", ""), ["1,200"]),
        (("", "   12   13", ""), ["12", "13"]),
        (("", "   $12", ""), ["$12"]),
    ],
)
def test_a_number_alone_is_the_pages(texts: tuple[str, ...], left: list[str]) -> None:
    at = next(at for at, text in enumerate(texts) if text.startswith("   "))
    assert numbers(*texts)[at] == left


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (("Consolidated Balance Sheets   34",), []),
        (("Consolidated Balance Sheets   34   35",), ["34", "35"]),
        (("Consolidated Balance Sheets   1,234",), ["1,234"]),
        (("Cash   34",), ["34"]),
        (("<PAGE>", "ACME CORP.   34", "", TITLE), []),
        (("<PAGE>", "", "ACME CORP.   34", "", "", TITLE), []),
        (("<PAGE>", "ACME CORP.   34", "", "", "", TITLE), ["34"]),  # too far above it
        (("<PAGE>", "ACME CORP.   34", "Cash", TITLE), ["34"]),
        (("ACME CORP.   34", "", TITLE), []),
        (("ACME CORP.   34", "Consolidated Balance Sheets"), []),
        (("<PAGE>", "Review   ACME CORP.   34", "Statements of Income"), []),
        (("a", "ACME CORP.   34", "Consolidated Balance Sheets"), ["34"]),
        (("ACME CORP.   34", "Statement fees    5    6"), ["34"]),
        (("a", "ACME CORP.   34", "", TITLE), ["34"]),
        (("<PAGE>", "ACME CORP.   34"), ["34"]),
    ],
)
def test_a_number_behind_a_title_or_a_running_head_is_the_pages(texts: tuple[str, ...], left: list[str]) -> None:
    at = next(at for at, text in enumerate(texts) if "   " in text)
    assert numbers(*texts)[at] == left


def test_a_line_that_loses_its_number_keeps_its_words() -> None:
    read = lines("Consolidated Balance Sheets   34", "", "   12", "")
    blank_page_numbers(read)
    assert [line.text for line in read] == ["Consolidated Balance Sheets", "", "", ""]


def test_further_numbers_are_looked_for_behind_lines_without_values() -> None:
    assert numbers("a", "Cash   34", "b", "", "   12", "")[4] == []


# Titles and heads


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("CONSOLIDATED BALANCE SHEETS", True),
        ("BALANCE SHEET", True),
        ("STATEMENT OF INCOME", True),
        ("CONDENSED STATEMENTS", True),
        ("FINANCIAL POSITION", True),
        ("CONSOLIDATED FINANCIAL POSITION", True),
        ("CONSOLIDATED RESULTS", False),  # names no statement
        ("FINANCIAL CONDITION", False),
        ("MISSTATEMENTS OF X", False),
        ("STATEMENT", True),
        ("BALANCE SHEET.", False),
        ("BALANCE SHEETS:", False),
        ("BALANCE SHEETS,", False),
        ("BALANCE SHEETS;", False),
        (f"{'X' * 67} STATEMENT OF INCOME", True),
        (f"{'X' * 70} STATEMENT OF INCOME", False),
        ("Consolidated Balance Sheets   5   6", False),
    ],
)
def test_a_title_names_a_statement(text: str, title: bool) -> None:
    assert is_title(lines(text), 0) is title


def test_a_title_in_small_letters_stands_in_the_middle_or_apart() -> None:
    small = "Consolidated Balance Sheets"
    assert not is_title(lines(small), 0)
    assert not is_title(lines("a", small), 1)
    assert is_title(lines("", small), 1)
    assert is_title(lines("<PAGE>", small), 1)
    for indent, title in ((11, False), (12, True)):
        assert is_title(lines("a", " " * indent + small), 1) is title


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("     1998   1997", True),
        ("June 30   1998   1997", False),  # words in the captions' place
        ("     Year ended   Quarter ended", True),
        ("     Year ended   Notes", False),
        ("     Year ended", False),
        ("     Year ended   500   600", False),
        ("", False),
    ],
)
def test_a_line_of_heads_says_nothing_else(text: str, head: bool) -> None:
    assert is_head(*lines(text)) is head


# Cuts


def stretches(*texts: str, tags: tuple[int, ...] = (), running: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    return cut(lines(*texts), set(tags), frozenset(running))


YEARS = "                       1998     1997"


@pytest.mark.parametrize(
    ("between", "second"),
    [
        (("", TITLE, ""), 1),
        ((TITLE,), 1),
        (("", YEARS), 1),  # a head that is set apart
        (("-----", YEARS), 1),
        (("<PAGE>", YEARS), 1),
        (("", YEARS, YEARS), 1),
        (("a", "", TITLE), 2),
        (("a", "-----", TITLE), 2),
        (("a", "<PAGE>", TITLE), 2),
        (("a", TITLE), 1),
    ],
)
def test_a_title_or_a_head_begins_a_table_right_behind_the_values_before(between: tuple[str, ...], second: int) -> None:
    texts = (VALUE, VALUE, *between, VALUE, VALUE)
    assert stretches(*texts) == [(0, 1 + second), (1 + second, len(texts))]


@pytest.mark.parametrize("between", [(YEARS,), ("a", YEARS), ("",), ("", "a", ""), (), ("", "Year ended", "")])
def test_what_is_not_set_apart_or_speaks_of_one_period_begins_none(between: tuple[str, ...]) -> None:
    texts = (VALUE, VALUE, *between, VALUE, VALUE)
    assert stretches(*texts) == [(0, len(texts))]


def test_without_values_there_is_one_stretch() -> None:
    assert stretches("a", TITLE, "b") == [(0, 3)]
    assert stretches() == [(0, 0)]
    assert stretches(VALUE, TITLE) == [(0, 2)]


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [
        ((), True),
        (("", "-----", "  12"), True),
        (("Running head",), True),
        (("a", "b", "c", "d", "e", "f"), True),
        (("a", "b", "c", "d", "e", "f", "g"), False),
        (("a", "b", "c", "d", "e", "f", "", "----", "(continued)", "Running head"), True),
        (("This is prose.",), False),
        ((YEARS,), False),
    ],
)
def test_a_page_ends_no_table_that_goes_on_behind_it(between: tuple[str, ...], goes_on: bool) -> None:
    texts = (VALUE, VALUE, "<PAGE>", *between, VALUE, VALUE)
    assert (len(stretches(*texts, running=("Running head",))) == 1) is goes_on


def test_prose_right_behind_the_values_ends_it_too() -> None:
    assert len(stretches(VALUE, VALUE, "This is prose.", "<PAGE>", VALUE, VALUE)) == 2
    assert len(stretches(VALUE, VALUE, "These are words", "<PAGE>", VALUE, VALUE)) == 1


def test_a_tag_is_as_good_as_a_page() -> None:
    texts = (VALUE, VALUE, "", "a" * 80, VALUE, VALUE)
    assert stretches(*texts) == [(0, 6)]
    assert stretches(*texts, tags=(2,)) == [(0, 2), (2, 6)]
    assert stretches(*texts, tags=(3,)) == [(0, 2), (2, 6)]
    assert stretches(VALUE, VALUE, "</TABLE>", "b", VALUE, VALUE, tags=(2,)) == [(0, 6)]


def other(*ends: int) -> str:
    """A line with a value that ends at each of the places."""
    text = "Notes"
    for end in ends:
        text = f"{text}{'7':>{end - len(text)}}"
    return text


@pytest.mark.parametrize(
    ("behind", "goes_on"),
    [
        ((other(27, 36),), True),
        ((other(26, 37),), True),  # a character off
        ((other(25, 36), other(27, 38)), False),  # half of them fit
        ((other(27, 36), other(27, 36), other(25, 38)), True),  # four of six
        ((other(27, 36), other(25, 36), other(25, 36)), True),
        ((other(27, 38), other(27, 38)), False),
        ((other(20, 27, 36),), False),  # more columns
        ((other(36),), True),
    ],
)
def test_the_values_behind_a_page_stand_in_the_columns_of_those_before(behind: tuple[str, ...], goes_on: bool) -> None:
    assert (len(stretches(VALUE, VALUE, "<PAGE>", *behind)) == 1) is goes_on


def test_forty_lines_before_and_twelve_behind_are_compared() -> None:
    apart = other(20, 50)
    assert len(stretches(apart, *[VALUE] * 39, "<PAGE>", apart, apart)) == 1
    assert len(stretches(apart, *[VALUE] * 40, "<PAGE>", apart, apart)) == 2
    assert len(stretches(VALUE, "<PAGE>", *[VALUE] * 12, *[apart] * 40)) == 1
    assert len(stretches(VALUE, "<PAGE>", *[VALUE] * 6, *[apart] * 6)) == 2
