"""The number that a heading begins with."""

from __future__ import annotations

import pytest

from converter.notes.numbers import numbered


def read(text: str) -> list[tuple[tuple[str, str], int, str]]:
    return [(one.style, one.number, text[one.rest :]) for one in numbered(text)]


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("NOTE 1 - INVENTORIES", ("note", "arabic"), 1, "INVENTORIES"),
        ("Note 12. Debt", ("note", "arabic"), 12, "Debt"),
        ("NOTE NO. 3: LEASES", ("note", "arabic"), 3, "LEASES"),
        ("NOTE (4) LEASES", ("note", "arabic"), 4, "LEASES"),
        ("Footnote 5 -- Leases", ("note", "arabic"), 5, "Leases"),
        ("NOTE B--INCOME TAXES", ("note", "letter"), 2, "INCOME TAXES"),
        ("Note One: Leases", ("note", "word"), 1, "Leases"),
        ("NOTE IV - LEASES", ("note", "roman"), 4, "LEASES"),
        ("(2) Inventories", ("brackets", "arabic"), 2, "Inventories"),
        ("[7] Debt", ("brackets", "arabic"), 7, "Debt"),
        ("3. INCOME TAXES", ("point", "arabic"), 3, "INCOME TAXES"),
        ("C. Income Taxes", ("point", "letter"), 3, "Income Taxes"),
        ("4) Leases", ("bracket", "arabic"), 4, "Leases"),
        ("5 - Leases", ("dash", "arabic"), 5, "Leases"),
        ("6: Leases", ("dash", "arabic"), 6, "Leases"),
        ("7 Leases", ("bare", "arabic"), 7, "Leases"),
        ("NOTE 8", ("note", "arabic"), 8, ""),
        ("1.) Leases", ("point", "arabic"), 1, "Leases"),
        ("2.- Leases", ("point", "arabic"), 2, "Leases"),
        ("(3). Leases", ("brackets", "arabic"), 3, "Leases"),
        ("(4): Leases", ("brackets", "arabic"), 4, "Leases"),
        ("5): Leases", ("bracket", "arabic"), 5, "Leases"),
        ("6 \u2014 Leases", ("dash", "arabic"), 6, "Leases"),
        ("NOTE 7; Leases", ("note", "arabic"), 7, "Leases"),
        ("NOTE 8, Leases", ("note", "arabic"), 8, "Leases"),
        ("NOTE #9 Leases", ("note", "arabic"), 9, "Leases"),
        ("Note Number 10 Leases", ("note", "arabic"), 10, "Leases"),
        ("NOTES 11 Leases", ("note", "arabic"), 11, "Leases"),
        ("59. Leases", ("point", "arabic"), 59, "Leases"),
        ("Note Twenty - Leases", ("note", "word"), 20, "Leases"),
        ("XX. Leases", ("point", "roman"), 20, "Leases"),
        ("Z. Leases", ("point", "letter"), 26, "Leases"),
    ],
)
def test_a_number_is_read_in_each_style(text: str, style: tuple[str, str], number: int, rest: str) -> None:
    assert (style, number, rest) in read(text)


def test_a_numeral_may_be_a_letter() -> None:
    assert {style[1]: number for style, number, _ in read("I. Leases")} == {"letter": 9, "roman": 1}


@pytest.mark.parametrize(
    "text",
    ["1.5 million", "Notes payable", "12,345", "123. Leases", "NOTES TO STATEMENTS", "A Leases", "7 leases", "60. A"],
)
def test_what_is_no_number_of_a_heading_is_none(text: str) -> None:
    assert read(text) == []


def test_a_word_before_the_number_needs_a_mark_behind_it_for_text_in_small_letters() -> None:
    assert [one.marked for one in numbered("Note 3 to the statements")] == [False]
    assert [one.marked for one in numbered("Note 3 - the company")] == [True]
    assert [one.marked for one in numbered("3. the company")] == [True]


def test_the_label_is_as_printed() -> None:
    assert [one.label for one in numbered("Note Two - Leases")] == ["Two"]
