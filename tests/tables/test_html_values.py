"""What a cell of an HTML table prints, and where its number stands."""

from __future__ import annotations

import pytest

from converter.tables.html_text import Line, read_content
from converter.tables.html_values import Kind, is_year, kind_of, read_value, tail_of

KINDS = {
    Kind.NUMBER: [
        "1", "1,234", "1,234,567.89", "1, 234", "0.5", ".5", "12.50", "1999", "$1,234", "$ 1,234", "US$ 5", "U.S. $5",
        "C$5", "€5", "£ 5", "¥5", "US 5", "EUR 5", "USD 5", "Rs.5", "Rs 5", "RMB 5", "(5", "(500)", "( 500 )", "[500]",
        "$(5)", "($5)", "($ (5)", "-5", "- 5", "\u20135", "\u22125", "-$5", "5-", "5%", "5 %", "(5%)", "(5)%", "5)%",
        "$(5%)", "5(1)", "5 (1)", "5 (12)", "5 (a)", "5 (ab)", "5[1]", "5 [12]", "5*", "5 **", "5***", "5†", "5 ‡",
        "5§", "5#", "5a", "5 a", "5 ****", "(123", "-0-", "5 (1), (2)", "5 (1)(2)(3)", "5 ( 1 )", " 5 ", "-$ 5",
    ],
    Kind.DASH: [
        "-", "--", "---", "- -", "\u2014", "\u2013", "\u2212", "\u2500", "$-", "$ --", "($-)", "(-)", "-%", "--)%",
        "nil", "none", "NIL", "None", "$ nil", "- (1)", "-*", "- (1)(2)", "($ - )%",
    ],
    Kind.OPENING: ["$", "$(", "$ (", "$[", "(", "[", "( $", "[$", "-$", "- $", "US$", "€", "EUR",
                   " $ "],
    Kind.CLOSING: [")", "]", "%", ")%", ") %", "%)", "])%", ") (1)", ")(1)(2)(3)", "%*", ") , (1)", " ) "],
    Kind.MARK: ["(1)", "(12)", "( 1 )", "(a)", "(ab)", "[1]", "[ab]", "*", "**", "***", "†", "#", "a", "w", "z",
                "(1)(2)",
                "(1), (2)", "(1) (2) (3) (4)", " (1) "],
    Kind.RULE: ["----", "-----", "====", "= = =", "____", "\u2014\u2014\u2014\u2014", "\u2500\u2500\u2500\u2500",
                "-" * 50, " - - - - "],
    Kind.WORDS: [
        "Cash", "", "1,23", "5 apples", "5 (123)", "5 (abc)", "x", "5x", "5ab", "Note 5", "5,",
        "x" + "-" * 41, "5.", "1.2.3", "N/A", "nilly", "5 (1)(2)(3)(4)", "(1)(2)(3)(4)(5)", "$$$$",
        "AUSD 5", "5))))", "((((5", "- - - 5",
        "5" * 41, "-" * 41 + "x", "--x",
        "1 .5", "12 .345", "1,234 .56", "1234 .56",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_what_a_cell_is(kind: Kind, text: str) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "year"),
    [("1940", True), ("1999", True), ("2003", True), ("2069", True), ("1939", False),
     ("11999", False), ("2070", False), ("19990", False),
     ("99", False), ("1,999", False)],
)  # fmt: skip
def test_years_as_heads_print_them(text: str, year: bool) -> None:
    assert is_year(text) is year


@pytest.mark.parametrize(
    ("text", "tail"), [(")", ")"), (") %", ")%"), (") (1)", ")"), ("% *", "%"), ("Cash", ""), ("", ""), ("5)", "")]
)
def test_what_closes_a_number_without_its_footnotes(text: str, tail: str) -> None:
    assert tail_of(text) == tail


def value(markup: str) -> tuple[str, str] | None:
    """The value's text, and its characters in the source."""
    source = f"<td>{markup}</td>"
    (line,) = read_content(source, 4, len(source) - 5).lines
    found = read_value(line)
    return found and (found.text, source[found.start : found.end])


@pytest.mark.parametrize(
    ("markup", "text", "characters"),
    [
        ("1,234", "1,234", "1,234"),
        ("$ 1,234", "$ 1,234", "1,234"),
        ("$  1,234 ", "$ 1,234", "1,234"),
        ("(1,234)", "(1,234)", "(1,234)"),
        ("( 1,234 )", "( 1,234 )", "( 1,234 )"),
        ("$ (1,234)", "$ (1,234)", "(1,234)"),
        ("(1,234", "(1,234", "(1,234"),
        ("($1,234)", "($1,234)", "1,234)"),
        ("-5", "-5", "-5"),
        ("- 5", "- 5", "- 5"),
        ("\u22125", "\u22125", "\u22125"),
        ("\u20135", "\u20135", "\u20135"),
        ("5-", "5-", "5-"),
        ("5%", "5%", "5"),
        ("(5)%", "(5)%", "(5)"),
        ("5 %", "5 %", "5"),
        ("5 ) (1)", "5 )", "5 )"),
        ("5 (1)", "5", "5"),
        ("5*", "5", "5"),
        ("--", "--", "--"),
        ("$ --", "$ --", "--"),
        ("&mdash;", "\u2014", "&mdash;"),
        ("(<b>5</b>)", "(5)", "5"),  # brackets behind markup are not of the number's characters
        ("<b>(5</b>)", "(5)", "(5"),
        ("(<b>5)</b>", "(5)", "5)"),
        ("nil", "nil", "nil"),
        ("0 .83", "0 .83", "0 .83"),  # a decimal that was set apart
        ("$ 1. 00", "$ 1. 00", "1. 00"),
        ("(1 . 25)", "(1 . 25)", "(1 . 25)"),
    ],
)
def test_a_number_with_the_brackets_that_stand_beside_it(markup: str, text: str, characters: str) -> None:
    assert value(markup) == (text, characters)


def test_words_are_no_value() -> None:
    assert value("Cash") is None
    assert value("Cash 5") is None
    assert value("Cash --") is None
    assert read_value(Line("5 apples", [])) is None
