"""A scale that stands above the introduction to a table."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.section_scale import Sections
from converter.tables.table import Layout, Table

INTRODUCTION = "The data below are derived from the statements of the company, which\nwere audited. " * 12


def scale(text: str, *tables_end_at: str, layout: Layout = "text") -> int | None:
    """What is said above the table that begins where the text ends; other tables end behind the given words."""
    ends = [text.index(words) + len(words) for words in tables_end_at]
    others = [Table(0, layout, Span(0, end), (), (), (), ()) for end in ends]
    table = Table(0, layout, Span(len(text), len(text) + 1), (), (), (), ())
    found = Sections(text, [*others, table]).scale(table)
    return found.money if found else None


@pytest.mark.parametrize(
    ("line", "money"),
    [
        ("(in thousands, except per share data)", 1_000),
        ("($ in thousands)", 1_000),
        ("( $ in millions, except share data )", 1_000_000),
        ("   (Dollars in millions)", 1_000_000),
        ("(All amounts are stated in thousands of U.S. dollars)", 1_000),
        ("($000's omitted)", 1_000),
        ("Dollars in thousands, except per share amounts", 1_000),
        ("In millions of dollars", 1_000_000),
        ("Amounts in thousands unless noted.", 1_000),
        ("(not audited)", None),
        ("in thousands of households that we serve", None),
        ("we paid the holders in thousands", None),
        ("(see the sales of $5 million in thousands)", None),
    ],
)
def test_a_line_that_says_nothing_but_the_scale(line: str, money: int | None) -> None:
    assert scale(f"SELECTED DATA\n{line}\n\n{INTRODUCTION}\n") == money


@pytest.mark.parametrize(
    "word",
    ["all", "dollar", "dollars", "amount", "amounts", "figures", "tabular", "are", "is", "stated", "expressed", "shown",
     "presented", "in", "of", "u.s.", "us", "u.s", "US$", "dollars,", "figures -"],
)  # fmt: skip
def test_words_that_stand_beside_a_scale(word: str) -> None:
    for line in (f"({word} in thousands)", f"{word} in thousands", f"({word}, $ in $thousands)"):
        assert scale(f"{line}\n{INTRODUCTION}\n") == 1_000
    assert scale(f"(x{word} in thousands)\n{INTRODUCTION}\n") is None


@pytest.mark.parametrize(
    ("line", "money"),
    [
        ("(all tabular dollar amounts are in thousands)", 1_000),
        ("(all tabular dollar amounts are stated in thousands)", None),  # seven words
        ("all tabular dollar amounts are in thousands", 1_000),
        ("all tabular dollar amounts are stated in thousands", None),
        ("( $in thousands of them)", 1_000),
        ("(in thousand dollars)", 1_000),
        ("in thousand", 1_000),
        ("In thousands of US dollars", 1_000),
        ("In thousands of u.s. dollars", 1_000),
        ("In thousands of dollars", 1_000),
        ("In thousands of dollar", None),
        ("In thousands (except per share data)", 1_000),
        ("In thousands unless noted", 1_000),
        ("In thousands, unlessened", None),
        ("In thousands.", 1_000),
        ("In thousands..", None),
        ("Sold in thousands", None),
        ("(In 000)", 1_000),
        ("(In '000)", 1_000),
        ("($000)", 1_000),
        ("($ 000's omitted)", 1_000),
        ("($000 omitted)", 1_000),
        (f"(in thousands{' ' * 134}.)", 1_000),
        (f"(in thousands{' ' * 135}.)", None),
    ],
)
def test_how_a_line_that_says_nothing_but_the_scale_is_written(line: str, money: int | None) -> None:
    assert scale(f"SELECTED DATA\n{line}\n{INTRODUCTION}\n") == money


def test_the_nearest_line_counts() -> None:
    assert scale(f"(in millions)\n\n(in thousands)\n{INTRODUCTION}\n") == 1_000


def test_what_stands_above_another_table_is_not_said_of_this_one() -> None:
    text = f"(in thousands)\nSales 1 2\n{INTRODUCTION}\n"
    assert scale(text, "(in") == 1_000 or scale(text) == 1_000
    assert scale(text, "Sales 1 2") is None


def test_what_stands_in_another_document_is_not_said_of_this_one() -> None:
    assert scale(f"(in thousands)\n<DOCUMENT>\n{INTRODUCTION}") is None


@pytest.mark.parametrize(("letters", "money"), [(3_980, 1_000), (4_000, None)])
def test_an_introduction_has_an_end(letters: int, money: int | None) -> None:
    assert scale("(in thousands)\n" + "x" * letters) == money


def test_html_is_lines_between_tags() -> None:
    paragraph = f"<p>{INTRODUCTION}</p>"
    assert scale(f"<div>SELECTED DATA</div><div>(in thousands)</div>{paragraph * 4}", layout="html") == 1_000
    assert scale(f"<div>(in thousands)</div>{paragraph * 12}", layout="html") is None
    assert scale("<div>(in thousands)</div>" + "x" * 11_970, layout="html") == 1_000
    assert scale("<div>(in thousands)</div>" + "x" * 12_000, layout="html") is None
    assert scale("<div>(in thousands)<b></b></div>" + "x", layout="html") == 1_000
    assert scale("a<b>(in</b> thousands)x", layout="html") is None
