"""Column heads and titles of a text table: what stands over the columns, above them and beside them."""

from __future__ import annotations

import pytest

from converter.tables.limits import MOST_HEADS
from converter.tables.table import Band, Text
from converter.tables.text_heads import above, after_title, beside, head, pieces
from converter.tables.text_lines import PrintedLine, RawLine, read_line

BANDS = (Band(40, 46), Band(52, 58))
TITLE = "CONSOLIDATED BALANCE SHEETS"


def lines(*texts: str) -> list[PrintedLine]:
    found, at = [], 0
    for text in texts:
        found.append(read_line(RawLine(at, text)))
        at += len(text) + 1
    return found


def over(text: str, bands: tuple[Band, ...] = BANDS) -> list[str]:
    """The pieces of a line that stand over the columns."""
    (line,) = lines(text)
    found = pieces(line, bands)
    for piece in found:
        assert " ".join(text[piece.span.start : piece.span.end].split()) == piece.text
        assert (piece.span.start, piece.span.end) == (piece.x0, piece.x1)
    return [piece.text for piece in found]


def at(place: int, *words: str) -> str:
    """Words from a place on, two blanks apart."""
    return f"{'':{place}}{'  '.join(words)}"


# Pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (at(40, "1998", "1997"), ["1998", "1997"]),
        (at(40, "This", "Last one"), ["This", "Last one"]),
        ("Years ended" + at(29, "1998", "1997"), ["1998", "1997"]),
        (at(20, "1998") + at(16, "1997"), ["1997"]),
        (at(24, "1998") + at(12, "1997"), ["1997"]),  # ends twelve characters left of the columns
        (at(25, "1998") + at(11, "1997"), ["1998", "1997"]),
        ("", []),
        ("Sales", []),
        (at(40, "1998 ------  1997"), ["1998", "1997"]),
        (at(40, "1998 --  1997"), ["1998 --", "1997"]),
        (at(40, "Not\u00b71998 ___ 1997"), ["Not\u00b71998", "1997"]),
    ],
)
def test_what_stands_over_the_columns_is_a_head(text: str, expected: list[str]) -> None:
    assert over(text) == expected


NEAR = (Band(16, 22), Band(28, 34))


@pytest.mark.parametrize(("place", "found"), [(12, []), (13, ["Now", "Then"])])
def test_what_begins_in_the_first_twelve_characters_is_a_caption(place: int, found: list[str]) -> None:
    assert over(at(place, "Now   Then"), NEAR) == (found or ["Then"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (at(40, "(in thousands)"), []),
        (at(40, "(unaudited)"), []),
        (at(40, "(1998)"), ["(1998)"]),
        (at(40, "(as of 1998, say)"), ["(as of 1998, say)"]),
        (at(40, "(No. 19981)"), []),
        (at(40, "(see) below"), ["(see) below"]),
        (at(40, "(one)", "(two)"), ["(one)", "(two)"]),
    ],
)
def test_a_remark_in_brackets_without_a_year_is_no_head(text: str, expected: list[str]) -> None:
    assert over(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (at(20, "A line that is centred here"), []),
        (at(20, "Three months ended long ago"), ["Three months ended long ago"]),
        (at(28, "A line that is centred here"), ["A line that is centred here"]),
        (at(27, "A line that is centred here"), []),
        (at(20, "A line that reaches over it", "Then"), ["A line that reaches over it", "Then"]),
    ],
)
def test_a_single_line_that_begins_left_of_the_columns_is_a_title_unless_it_speaks_of_periods(
    text: str, expected: list[str]
) -> None:
    assert over(text) == expected


def test_beside_words_in_the_captions_place_a_single_phrase_is_a_head() -> None:
    assert over("(in thousands)" + at(10, "A line that is centred")) == ["A line that is centred"]
    assert over("(in thousands)" + at(30, "(restated)")) == ["(restated)"]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        *((first, "Then", True) for first in (
            "Three", "12", "Year", "Years", "Quarter", "Quarters", "Month", "Months", "Week", "Weeks", "Ended",
            "Ending", "Fiscal", "The", "For", "As", "Of", "At", "March", "Dec.", "Period ended")),
        *((first, "Then", False) for first in ("Nineteenth", "Lathe", "Before", "Yearly", "Ended,", "Marching")),
        *(("Ended", second, False) for second in (
            "1998", "three", "Three months", "3 months", "Six-month", "for the three months", "the 13 weeks",
            "year end", "years ended", "quarter ended", "fiscal year ended", "For fiscal year end",
            "first quarter", "Second quarter", "third quarter", "fourth quarter", "1st quarter", "2nd quarter",
            "3rd quarter", "4th quarter", "nine weeks", "26 week")),
        *(("Ended", second, True) for second in (
            "1998 or so", "threefold", "5th quarter", "yearly", "fifth quarter", "March 31, 1998")),
        ("March", "April 30", False),
        ("March", "31, 1998", True),
        ("Mar.", "Apr. 30", False),
        ("March", "Marchand", True),
        ("Of", "Of", False),
        ("At March", "June 30", False),
    ],
)  # fmt: skip
def test_justified_print_parts_words_that_lead_on_to_each_other(first: str, second: str, together: bool) -> None:
    expected = [f"{first} {second}"] if together else [first, second]
    assert over(at(40, first, second)) == expected


@pytest.mark.parametrize(("gap", "together"), [(2, True), (3, True), (4, False)])
def test_words_more_than_three_characters_apart_are_two_heads(gap: int, together: bool) -> None:
    assert (len(over(f"{'':40}Years{'':{gap}}then")) == 1) is together


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 25, Sept. 26,", ["Sept. 25,", "Sept. 26,"]),
        ("June 30, July 1", ["June 30,", "July 1"]),
        ("1999 1998 1997", ["1999", "1998", "1997"]),
        ("1999 19981", ["1999 19981"]),
        ("91999 1998", ["91999 1998"]),
        ("Year ended three months", ["Year ended", "three months"]),
        ("Year ended 3 month", ["Year ended", "3 month"]),
        ("Year ended 13 weeks 26 weeks", ["Year ended", "13 weeks 26 weeks"]),
        ("Year ended three monthly", ["Year ended three monthly"]),
        ("Befriended three months", ["Befriended three months"]),
        ("Sept. 25, in Sept.", ["Sept. 25, in Sept."]),
    ],
)
def test_dates_years_and_lengths_of_narrow_columns_stand_one_space_apart(text: str, expected: list[str]) -> None:
    assert over(f"{'':40}{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Years ended December 31, 1998, 1997 and 1996", []),
        ("December 31, 1998 and 1997", []),
        ("1998, and later 1996", []),
        ("Years ended January 28, 1995, January 29, 1994 and", []),
        ("1998, and", []),
        ("1998 and the", ["1998 and the"]),
        ("1998 andante 1996", ["1998 andante 1996"]),
        ("1998 and before", ["1998 and before"]),
        ("91998 and 1996", ["91998 and 1996"]),
        ("1998 and 19961", ["1998 and 19961"]),
    ],
)
def test_a_list_of_the_years_of_all_columns_is_no_head(text: str, expected: list[str]) -> None:
    assert over(f"{'':40}{text}") == expected


@pytest.mark.parametrize(("place", "parted"), [(20, False), (28, False), (29, True), (30, True)])
def test_a_list_of_dates_that_begins_left_of_the_columns_is_a_titles(place: int, parted: bool) -> None:
    """The first of them has to reach over the middle of the first column."""
    expected = ["June 27, 1997,", "June 28, 1996"] if parted else ["June 27, 1997, June 28, 1996"]
    assert over(f"{'':{place}}June 27, 1997, June 28, 1996") == expected


# Heads


def heads(*texts: str, first: int = 0) -> tuple[int, list[list[str]]]:
    """The first line of the heads, and their pieces."""
    read = lines(*texts)
    top, found = head(read, first, len(read), BANDS)
    return top, [[piece.text for piece in line] for line in found]


YEARS = at(40, "1998", "1997")


def test_heads_are_the_lines_with_pieces_right_above_the_body() -> None:
    assert heads("", at(40, "This", "Last"), YEARS) == (1, [["This", "Last"], ["1998", "1997"]])
    assert heads(at(40, "This", "Last"), YEARS, first=1) == (1, [["1998", "1997"]])
    assert heads("Sales") == (1, [])
    assert heads() == (0, [])


@pytest.mark.parametrize("between", ["", "   -----   ------", "(in thousands)", at(40, "(unaudited)")])
def test_blanks_rules_and_remarks_between_heads_are_passed_over(between: str) -> None:
    assert heads(at(40, "This", "Last"), between, YEARS) == (0, [["This", "Last"], ["1998", "1997"]])


def test_one_line_without_pieces_may_stand_between_heads() -> None:
    assert heads(at(40, "This", "Last"), "Sales of", YEARS)[1] == [["This", "Last"], ["1998", "1997"]]
    assert heads(at(40, "This", "Last"), "Sales of", "things", YEARS)[1] == [["1998", "1997"]]
    assert heads(at(40, "This", "Last"), "x (see) y", YEARS, "z (see)")[1] == [["1998", "1997"]]


def test_a_title_or_a_page_ends_the_heads() -> None:
    assert heads(at(40, "This", "Last"), TITLE, YEARS)[1] == [["1998", "1997"]]
    assert heads(at(40, "This", "Last"), "", at(36, "Consolidated Balance Sheets"), YEARS)[1] == [["1998", "1997"]]
    assert heads(at(40, "This", "Last"), "<PAGE>", YEARS)[1] == [["1998", "1997"]]


def test_no_table_has_more_than_forty_lines_of_heads() -> None:
    top, found = heads(*[YEARS] * (MOST_HEADS + 5))
    assert (top, len(found)) == (5, MOST_HEADS)


# Titles


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("", TITLE, "Sales"), 2),
        (("", TITLE, "(in thousands)", "Sales"), 3),
        (("", TITLE, "December 31, 1998", "", "Sales"), 3),
        (("", TITLE, "", "----", "Three months", "Sales", "(again)"), 5),
        (("", TITLE, "at some place", "(in thousands)"), 2),
        ((TITLE, "", TITLE, "Sales"), 3),
        ((TITLE,), 1),
        (("", TITLE), 2),
        (("", "x", "Sales"), 0),
    ],
)
def test_behind_a_title_come_its_dates_and_remarks(texts: tuple[str, ...], expected: int) -> None:
    assert after_title(lines(*texts), 0, len(texts)) == expected


def test_only_titles_of_the_table_count() -> None:
    read = lines(TITLE, "Sales", "", TITLE)
    assert after_title(read, 1, 3) == 1
    assert after_title(read, 0, 3) == 1


# Lines above


def over_heads(*texts: str, first: int = 0) -> list[Text]:
    read = lines(*texts)
    return list(above(read, first, len(read)))


def test_the_lines_above_are_told_with_their_places() -> None:
    found = over_heads("", "  ACME  Corp.  ", "-----", "", at(10, TITLE))
    assert [text.text for text in found] == ["ACME Corp.", TITLE]
    assert [(text.x0, text.x1, text.span.start, text.span.end) for text in found] == [(2, 13, 3, 14), (10, 37, 34, 61)]


def test_at_most_fourteen_lines_above_and_none_of_another_table() -> None:
    assert [text.text for text in over_heads(*(f"x{at}" for at in range(20)))] == [f"x{at}" for at in range(6, 20)]
    assert [text.text for text in over_heads("a", "Cash      5", "b")] == ["b"]
    assert [text.text for text in over_heads("a", "Years     1998", "b")] == ["a", "Years 1998", "b"]
    assert [text.text for text in over_heads("a", "b", first=1)] == ["b"]


PROSE = "This is a sentence which goes on for more than a heading."


def test_three_lines_of_prose_end_the_lines_above() -> None:
    assert len(PROSE) > 55
    assert [text.text for text in over_heads("a", PROSE, PROSE, PROSE, "b")] == [PROSE, PROSE, "b"]
    assert over_heads("a", PROSE, PROSE, "b")[0].text == "a"
    assert over_heads("a", PROSE, "b", PROSE, PROSE, "b")[0].text == "a"
    for other in (PROSE.upper(), at(10, PROSE), PROSE[:55]):
        assert over_heads("a", other, other, other, other, "b")[0].text == "a"
    for other in (at(9, PROSE), PROSE[:56]):
        assert over_heads("a", other, other, other, other, "b")[0].text != "a"


# Words beside the heads


def aside(*texts: str) -> list[Text]:
    read = lines(*texts)
    return list(beside(read, 0, len(read), BANDS))


def test_words_in_the_captions_place_stand_beside_the_heads() -> None:
    found = aside("  In  thousands" + at(26, "1998", "1997"), YEARS, "Years ended", "-----", "")
    assert [text.text for text in found] == ["In thousands", "Years ended"]
    assert [(text.x0, text.x1, text.span.start, text.span.end) for text in found] == [(2, 15, 2, 15), (0, 11, 103, 114)]
    assert aside("Years ended" + at(29, "1998", "1997"))[0].text == "Years ended"
    assert aside("Cash" + at(2, "held" + at(30, "1998")))[0].text == "Cash held"
