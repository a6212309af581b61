"""A caption that had no more room in its column goes on in the line below, whatever its words are."""

from __future__ import annotations

import pytest

from converter.tables.table import Row
from tests.statements.test_captions_joined import captions, row

WRAPPED = (row("Amounts provided for the"), row("  warranties", "5"))
"""24 characters and no room for a word of 10: the column is less than 35 wide."""

FULL, HELD = "Income of Harrow Vale Co", "  Holdings Inc."
END = row("Other", "9")


def together(*rows: Row, wrapped: tuple[Row, ...] = WRAPPED) -> bool:
    """Whether the first two rows are one caption."""
    upper, lower = rows[0].stub, rows[1].stub
    found = captions(*wrapped, *rows)[1 if wrapped else 0 :]
    assert found[0] == f"{upper} {lower}" or found[:2] == [f"[{upper}]", lower]
    return found[0] == f"{upper} {lower}"


def test_a_name_that_had_no_room_is_of_the_caption_above_and_not_under_a_heading() -> None:
    assert together(row(FULL), row(HELD, "1,203"), END)
    assert together(row(FULL), row(HELD, "1,203"))
    assert together(row("Gain on the sale of Bell"), row("  Works Ltd.", "-", "412"), END)
    assert together(row("Due to Sterling & Quayle"), row("  Partners", "77"), END)


def test_where_the_next_word_had_room_it_is_a_heading() -> None:
    assert together(row(FULL), row("  Holding Inc.", "7"), row("x" * 31, "1"))  # 24, a blank and 7 are 32
    assert not together(row(FULL), row("  Holding Inc.", "7"), row("x" * 32, "1"))
    assert not together(row("Income"), row(HELD, "7"), END)
    assert not together(row(FULL[:-1]), row(HELD, "7"), row("x" * 32, "1"))


def test_an_indented_line_takes_its_indent_from_the_room() -> None:
    assert together(row("    Income of Harrow Val"), row("      Holding Inc.", "7"), row("    x" + "x" * 26, "1"))
    assert not together(row("  Income of Harrow Va"), row("    Holding Inc.", "7"), row("x" * 31, "1"))


def test_without_a_wrapped_caption_nothing_tells_how_wide_the_column_is() -> None:
    assert not together(row(FULL), row(HELD, "7"), END, wrapped=())


def test_captions_that_are_wrapped_where_there_was_room_tell_nothing() -> None:
    early = (row("Amounts provided for"), row("  all", "5"))
    assert not together(row(FULL), row(HELD, "7"), END, wrapped=early)
    assert not together(row(FULL), row(HELD, "7"), row("Sums of"), row("  all", "3"), END)


def test_a_number_behind_the_first_line_is_no_wrapped_caption() -> None:
    numbered = (row("Amounts provided for the", "4"), row("  warranties", "5"))
    assert captions(*numbered, row(FULL), row(HELD, "7"), END)[2:] == [f"[{FULL}]", HELD.strip(), "Other"]


@pytest.mark.parametrize(
    "rows",
    [
        (row(FULL), row(HELD, "7"), row("  Others", "8"), END),
        (row(FULL[:-1] + ":"), row(HELD, "7"), END),
        (row(FULL.upper()), row(HELD, "7"), END),
        (row(FULL), row(HELD, "7", gap=True), END),
        (row(FULL), row(HELD, "7", rule="-"), END),
        (row(FULL), row(HELD.strip(), "7"), END),
    ],
    ids=["others beside it", "a colon", "capitals", "a blank line", "a rule", "no indent"],
)
def test_a_heading_stays_one(rows: tuple[Row, ...]) -> None:
    assert not together(*rows)


def test_capitals_go_on_in_capitals_and_three_lines_are_one_caption() -> None:
    assert together(row(FULL.upper()), row(HELD.upper(), "7"), END)
    assert captions(
        *WRAPPED, row("Part in the net income of"), row("  Harrow Vale and Northop"), row("    Holdings", "7")
    )[1:] == ["Part in the net income of Harrow Vale and Northop Holdings"]


def test_a_line_with_a_number_is_never_the_beginning_of_the_next() -> None:
    assert captions(*WRAPPED, row(FULL, "3"), row(HELD, "7"), END)[1:] == [FULL, HELD.strip(), "Other"]
