"""Which rows make one caption, which are headings, and what stands under what."""

from __future__ import annotations

import pytest

from converter.span import Span
from converter.statements.captions import PrintedItem, join, printed_captions
from converter.tables.table import Cell, Row


def row(stub: str, *cells: str, gap: bool = False, rule: str = "", at: int = 0) -> Row:
    """A row whose caption begins at an offset and is indented by its own blanks."""
    made = tuple(Cell(text, Span(0, 0), column, 0, 0) for column, text in enumerate(cells))
    words = stub.strip()
    return Row(words, Span(at, at + len(words)), len(stub) - len(stub.lstrip()), made, gap, rule)


def captions(*rows: Row) -> list[str]:
    """The captions of the lines, in brackets those of headings."""
    return [f"[{item.caption}]" if item.heading else item.caption for item in join(rows)]


LAST = row("Total", "9")


def two(upper: str, lower: str, **how: object) -> bool:
    """Whether a row without values is the beginning of the caption below it."""
    found = captions(row(upper), row(lower, "1", "2", **how), LAST)  # type: ignore[arg-type]
    assert found in ([f"{upper} {lower}".strip(), "Total"], [f"[{upper}]", lower, "Total"])
    return len(found) == 2


@pytest.mark.parametrize(
    "upper",
    [
        "Notes,", "Notes -", "Notes --", "Notes \u2014", "Notes (", "Notes &", "Notes /", "Notes and", "Notes or",
        "Notes of",
        "Notes to", "Notes in", "Notes for", "Notes from", "Notes by", "Notes on", "Notes with", "Notes the",
        "Notes at",
        "Notes per", "More than", "Notes as", "Notes that", "Notes which", "Notes under", "Notes its", "Notes a",
        "Notes an",
        "Notes AND",
        "Income, net", "Deposits less", "Income before", "The other", "In unconsolidated", "All non", "The long",
        "The short",
        "My common", "My preferred", "The cash and cash", "From discontinued", "From continuing", "My deferred",
        "My accumulated", "My comprehensive", "My extraordinary", "My additional", "My retained", "My paid-in",
        "My cumulative", "My intangible", "My stockholders'", "My shareholders\u2019",
    ],
)  # fmt: skip
def test_words_that_end_no_caption(upper: str) -> None:
    assert two(upper, "Things")
    assert not two(upper, "Things", gap=True) or upper.endswith("(")


@pytest.mark.parametrize(
    "upper", ["Notes", "Band", "Notes .", "Internet", "Otherwise", "Stockholders", "Notes;", "Sand"]
)
def test_words_that_end_one(upper: str) -> None:
    assert not two(upper, "Things")


@pytest.mark.parametrize(
    "lower",
    [
        "Shares 5", "Shares issued: 500", "OF things", "AND things", "OR things", "TO things", "FOR x", "FROM x",
        "BY x",
        "PER x", "ON x", "WITH x", "of things", "things", "(net of tax)", "(5 in all)", "($5 in all)",
        "($.23 per share)", "(.5 in all)",
        "5 in all",
        "$5", "& Co",
    ],
)  # fmt: skip
def test_words_that_begin_none(lower: str) -> None:
    assert two("Notes", lower)


@pytest.mark.parametrize(
    "lower",
    ["Shares", "Shares held", "OFFICE", "Things", "(increase) in it", "(decrease) in it", "(gain) on it",
     "(loss) on it",
     "(income) from it", "(used in) it", "(provided by) it", "(benefit) of it", "(Net) of tax"],
)  # fmt: skip
def test_words_that_begin_one(lower: str) -> None:
    assert not two("Notes", lower)


def test_an_open_bracket_goes_on_whatever_stands_between() -> None:
    assert two("Notes (less 5", "Things)", gap=True)
    assert not two("Notes (5) (6)", "Things")
    assert not two("Notes) (5", "Things")


def test_a_heading_in_capitals_is_not_the_beginning_of_a_caption_in_small_letters() -> None:
    assert not two("ASSETS AND", "Things")
    assert two("ASSETS AND", "THINGS")
    assert not two("ASSETS", "of things")


def test_a_caption_above_a_number_without_one_is_its_own() -> None:
    assert two("Notes", "")
    for how in ({"gap": True}, {"rule": "-"}):
        assert captions(row("Notes"), row("", "1", "2", **how), LAST) == ["[Notes]", "", "Total"]  # type: ignore[arg-type]
    assert captions(row("NOTES"), row("", "1"), LAST) == ["[NOTES]", "", "Total"]


def test_a_colon_ends_a_heading_unless_shares_are_counted_behind_it() -> None:
    assert not two("Notes:", "of things")
    assert not two("Notes: (a)", "of things")
    assert two("Notes (a)", "of things")
    assert two("Common stock:", "shares: 1998 - 113")
    assert two("Common stock:", "Shares 113")
    assert not two("Common stock:", "shares 113", gap=True)
    assert not two("Common stock:", "shares held")


@pytest.mark.parametrize(
    "upper",
    ["Stock, par value $5", "Stock, authorized - 500", "Stock, issued 500", "Stock, outstanding 7",
     "Stock, 500 authorized",
     "Stock, 5,000 shares issued", "Stock, 9 shares outstanding", "Stock, authorized shares 500",
     "Stock, issued and outstanding shares - 5"],
)  # fmt: skip
def test_lines_that_count_a_class_of_stock_are_of_the_caption_below(upper: str) -> None:
    assert two(upper, "Things")
    assert not two(upper, "Things", gap=True)


@pytest.mark.parametrize("upper", ["Stock, par value", "Stock issued for 5 notes here 7", "Stock, 500 held", "Par 5"])
def test_other_lines_with_numbers_are_not(upper: str) -> None:
    assert not two(upper, "Things")


def test_where_most_rows_stand_apart_a_blank_line_parts_nothing() -> None:
    rows = [row(f"Line {at}", "1", gap=True) for at in range(6)]
    assert captions(*rows, row("Notes of", gap=True), row("Things", "2", gap=True))[-1] == "Notes of Things"
    few = [row(f"Line {at}", "1", gap=at < 3) for at in range(6)]
    assert captions(*few, row("Notes of", gap=True), row("Things", "2", gap=True))[-2:] == ["[Notes of]", "Things"]
    assert (
        captions(*rows[:5], *few[3:5], row("Notes of", gap=True), row("Things", "2", gap=True))[-1] == "Notes of Things"
    )


def test_a_caption_may_have_many_lines_but_no_more_than_nine() -> None:
    rows = [row(f"part {at} of") for at in range(9)]
    assert captions(*rows, row("things", "1"))[0] == "[part 0 of]"
    assert captions(*rows[1:], row("things", "1"))[0].startswith("part 1 of part 2 of")
    assert len(captions(row("x" * 500, "1"))[0]) == 420
    assert len(captions(row("x" * 500), LAST)[0]) == 422  # in the brackets of a heading


# The rest of a caption below its number


def rest(first: str, second: str, *, indent: int = 0, before: tuple[Row, ...] = (), **how: object) -> bool:
    found = captions(*before, row(first, "1", "2"), row(" " * indent + second, **how), LAST)  # type: ignore[arg-type]
    return f"{first} {second}" in found


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("Notes", "of things", True),
        ("Notes", "Things", False),
        ("Notes of", "Things", True),
        ("Notes (less", "Things)", True),
        ("Notes (a)", "Things)", False),
        ("Notes", "things:", False),
        ("Notes of", "Things: (a)", False),
        ("Total notes", "of things", False),
        ("Subtotal", "of things", False),
        ("Sub-total", "of things", False),
        ("Net cash provided", "of things", False),
        ("Totally", "of things", True),
        ("Total notes of", "Things", True),
    ],
)
def test_the_rest_of_a_caption_stands_below_its_number(first: str, second: str, together: bool) -> None:
    assert rest(first, second) is together
    assert not rest(first, second, gap=True)
    assert not rest(first, second, rule="-")


def test_words_that_are_said_of_the_next_go_on_further_right() -> None:
    assert rest("Notes before", "Things", indent=2)
    assert not rest("Notes before", "Things")
    assert not rest("Notes, net", "Things", indent=2)
    assert not rest("Notes", "Things", indent=2)


def test_below_a_heading_or_nothing_there_is_no_rest() -> None:
    assert captions(row("of things"), LAST) == ["[of things]", "Total"]
    assert captions(row("Notes:"), row("of things"), LAST) == ["[Notes:]", "[of things]", "Total"]
    assert captions(row("", "1"), row("of things"), LAST) == ["", "[of things]", "Total"]


def test_what_may_be_the_rest_or_the_beginning_is_of_the_next_if_that_goes_on() -> None:
    notes = row("Notes of", "1")
    assert captions(notes, row("Things"), row("held", "2")) == ["Notes of", "Things held"]
    assert captions(notes, row("Things"), row("Held", "2")) == ["Notes of Things", "Held"]
    assert captions(notes, row("things"), row("held", "2")) == ["Notes of things", "held"]
    assert captions(notes, row("Things"), row("held")) == ["Notes of Things held"]
    assert captions(notes, row("Things")) == ["Notes of Things"]
    assert captions(notes, row("Things"), row("held", "2", gap=True)) == ["Notes of Things", "held"]


def test_the_rest_of_a_long_caption_is_cut() -> None:
    (item,) = join([row("x" * 400 + " of", "1"), row("things " * 9)])
    assert len(item.caption) == 420


# What an item keeps of its rows


def test_an_item_is_as_its_first_row_and_reaches_over_all() -> None:
    (item,) = join([row("  Notes of", gap=True, at=10), row("    things", "1", rule="-", at=30)])
    assert (item.caption, item.indent, item.gap, item.rule) == ("Notes of things", 2, True, "-")
    assert item.span == Span(10, 36)
    assert [cell.text for cell in item.cells] == ["1"]
    (bare,) = join([row("", "1", at=30)])
    assert (bare.caption, bare.indent, bare.span) == ("", 0, Span(30, 30))
    (under,) = join([row("Notes", rule="=", at=10), row("", "1", at=40)])
    assert (under.span, under.rule) == (Span(10, 15), "=")


def test_printed_captions_are_those_of_the_rows_and_where_many_wrap_of_the_lines_too() -> None:
    rows = [row("Notes of"), row("things", "1"), row("Sales", "2"), row("Rent", "3")]
    assert printed_captions(rows) == ["Notes of", "things", "Sales", "Rent"]
    assert printed_captions(rows[:3]) == ["Notes of", "things", "Sales", "Notes of things", "Sales"]
    assert printed_captions([*rows[:3], row("", "3")]) == ["Notes of", "things", "Sales"]


# Headings


def headings(*rows: Row) -> dict[str, tuple[str, ...]]:
    """What each line stands under."""
    return {item.caption: item.headings for item in join(rows)}


def test_lines_stand_under_the_headings_above_them() -> None:
    found = headings(row("ASSETS"), row("Current assets:"), row("Cash", "1"), row("Notes", "2"))
    assert found == {
        "ASSETS": (),
        "Current assets:": ("ASSETS",),
        "Cash": ("ASSETS", "Current assets"),
        "Notes": ("ASSETS", "Current assets"),
    }


@pytest.mark.parametrize(
    ("total", "left"),
    [
        ("Total current assets", ("ASSETS",)),
        ("Total current asset", ("ASSETS",)),
        ("Subtotal, current assets", ("ASSETS",)),
        ("Total assets", ()),
        ("Total current items", ("ASSETS", "Current assets")),
        ("Current assets", ("ASSETS", "Current assets")),
        ("Total", ("ASSETS", "Current assets")),
        ("Total current assets, other than land", ("ASSETS",)),
    ],
)
def test_a_total_closes_the_heading_whose_words_it_has(total: str, left: tuple[str, ...]) -> None:
    found = headings(row("ASSETS"), row("Current assets:"), row("Cash", "1"), row(total, "3"), row("Land", "4"))
    assert found[total] == ("ASSETS", "Current assets")
    assert found["Land"] == (left if total != "Total assets" else ("ASSETS",))


def test_net_cash_closes_its_activities() -> None:
    found = headings(row("Operating activities:"), row("Sales", "1"), row("Net cash from operating activities", "3"),
                     row("Land", "4"))  # fmt: skip
    assert found["Land"] == ()


def test_a_line_further_left_than_lines_under_a_heading_stands_under_it_no_more() -> None:
    rows = (row("Notes:"), row("  Long", "1"), row("  Short", "2"))
    assert headings(*rows, row("Land", "3"))["Land"] == ()
    assert headings(*rows, row(" Land", "3"))["Land"] == ("Notes",)
    assert headings(*rows, row("Total", "3"))["Total"] == ("Notes",)
    assert headings(*rows, row("", "3"))[""] == ("Notes",)
    flat = (row("Notes:"), row("Long", "1"), row("Short", "2"))
    assert headings(*flat, row("Land", "3"))["Land"] == ("Notes",)


def test_a_heading_further_left_or_beside_a_used_one_closes_it() -> None:
    rows = (row("Notes:"), row("  Long", "1"))
    assert headings(*rows, row("Bonds:"), row("  Short", "2"))["Short"] == ("Bonds",)
    assert headings(*rows, row("  Bonds:"), row("    Short", "2"))["Short"] == ("Notes", "Bonds")
    assert headings(row("Notes:"), row("Bonds:"), row("Short", "2"))["Short"] == ("Notes", "Bonds"), "not used yet"


def test_a_heading_in_capitals_closes_those_before_it_that_are_used() -> None:
    rows = (row("ASSETS"), row("Notes:"), row("  Long", "1"))
    assert headings(*rows, row("LIABILITIES"), row("Short", "2"))["Short"] == ("LIABILITIES",)
    assert headings(*rows, row("DEBTS"), row("Short", "2"))["Short"] == ("ASSETS", "DEBTS"), "five letters are few"
    assert headings(row("ASSETS"), row("LIABILITIES"), row("Short", "2"))["Short"] == ("ASSETS", "LIABILITIES")
    assert headings(row("Notes:"), row("LIABILITIES"), row("Short", "2"))["Short"] == ("LIABILITIES",)
    assert headings(row("Notes:"), row("  LIABILITIES"), row("Short", "2"))["Short"] == ("Notes", "LIABILITIES")


def test_a_heading_in_capitals_stays_over_others_beside_it() -> None:
    found = headings(row("ASSETS"), row("Notes:"), row("Long", "1"), row("Bonds:"), row("Short", "2"))
    assert found["Short"] == ("ASSETS", "Bonds")


def test_no_print_nests_deeper_than_thirty_headings() -> None:
    rows = [row(f"Heading {at}:") for at in range(40)]
    assert len(headings(*rows, row("Cash", "1"))["Cash"]) == 30


def test_rows_without_anything_are_none() -> None:
    assert join([row(""), row("Cash", "1"), row("")]) == join([row("Cash", "1")])
    assert isinstance(join([row("Cash", "1")])[0], PrintedItem)
