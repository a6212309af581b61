"""Captions whose numbers stand on lines of their own, and classes of stock that have no amount."""

from __future__ import annotations

import pytest

from converter.statements.captions import PrintedItem, join
from tests.statements.rows import captions, row


def only(items: list[PrintedItem], caption: str) -> PrintedItem:
    return next(item for item in items if item.caption == caption)


@pytest.mark.parametrize(
    "line",
    [
        "1994-$44.1; 1993-$40.6",
        "1994 - 44.1 and 1993 - 40.6",
        "1994: $ 44.1, in 1993: 40.6",
        "1994\N{EN DASH}44.1; 1993\N{EM DASH}40.6",
        "1994--26,104,841",
        "1994-.5; 1993-.4",
        "1994, $1,610; 1993, $1,475; 1992, $1,390",
        "1994, 24,310,400",
        "1994 - 210,500 shares; 1993 - 1 share",
        "May 31, 1994 - 1,015,240; May 31, 1993 - 1,012,880)",
        "May 31 -- 15; June 30 -- 12",
        "May - $640; June - $585",
        "5/31/94: 15 and 5/31/93: 12 at May 31",
    ],
)
def test_figures_by_years_go_on_with_the_caption_above_whatever_it_ends_with(line: str) -> None:
    rows = (row("Receivables, less allowance:"), row(line, "1,665", "1,468"), row("Total assets", "1,665", "1,468"))
    assert captions(*rows) == [f"Receivables, less allowance: {line}", "Total assets"]


@pytest.mark.parametrize(
    "line",
    [
        "1994 tax credits",
        "1994",
        "1994-1993 notes",
        "Notes, 1994-$44.1",
        "Due 1994-$4.1",
        "1994, 1993 and 1992",
        "1994 - 1993",
        "1994, $5 of notes",
        "May, 500",
        "1994 500",
        "May 31 500",
        "1994,500",
    ],
)
def test_other_words_under_a_heading_are_a_caption(line: str) -> None:
    rows = (row("Receivables, less allowance:"), row(line, "1,665", "1,468"))
    assert captions(*rows) == ["[Receivables, less allowance:]", line]


def test_a_blank_line_parts_figures_from_what_stands_above() -> None:
    rows = (row("Receivables:"), row("Notes", "1", "1"), row("By year:"), row("1994-$44.1", "5", "4", gap=True))
    assert captions(*rows) == ["[Receivables:]", "Notes", "[By year:]", "1994-$44.1"]


COMMON = "Common stock ($1 par value; 500 shares authorized)"


@pytest.mark.parametrize(
    "none",
    [
        ("Preferred stock ($1 par value;", "100 shares authorized, none issued)"),
        ("Preferred stock, $1 par value; 100 shares authorized; none issued",),
        ("Preferred shares, 100 authorized, no shares issued or outstanding",),
        ("Preference stock (100 shares authorized)",),
        ("Capital stock, 100 shares authorized; none",),
        ("Serial preferred stock ($1 par value,", "100 authorized; none outstanding)"),
        ("Class A common stock, 100 shares authorized; none issued",),
        ("Series B1 cumulative convertible preferred stock, 100 authorized; none issued",),
        ("Serial 4.5% redeemable, non-voting preferred shares, 100 authorized; none issued",),
        ("Noncumulative exchangeable participating preference stock (100 shares authorized)",),
        ("Junior restricted voting common stock, 100 authorized; none issued",),
        ("Senior special non-cumulative nonvoting treasury stock, 100 authorized; none issued",),
    ],
)
def test_a_class_of_stock_without_an_amount_is_a_line_of_its_own(none: tuple[str, ...]) -> None:
    rows = (row("Equity"), *map(row, none), row(COMMON, "228", "229"), row("Retained earnings", "5", "4"))
    found = join(rows)
    assert captions(*rows) == ["[Equity]", " ".join(none), COMMON, "Retained earnings"]
    assert only(found, " ".join(none)).cells == ()
    assert only(found, COMMON).headings == ("Equity",)  # it does not stand under the other class


def test_the_last_class_of_stock_may_have_no_amount() -> None:
    rows = (row("Retained earnings", "5", "4"), row("Preferred stock, 100 shares authorized; none issued", gap=True))
    assert captions(*rows) == ["Retained earnings", "Preferred stock, 100 shares authorized; none issued"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Preferred stock, 100 shares authorized,", "Common stock, 500 shares authorized"),  # one amount for both
        ("Authorized: 500 shares (none of a class)", "Issued: 400 shares"),
        ("Common stock, 500 shares authorized", "Issued 400 shares"),
    ],
)
def test_counts_go_on_to_the_amount_below_them(upper: str, lower: str) -> None:
    assert captions(row("Equity"), row(upper), row(lower, "228", "229")) == ["[Equity]", f"{upper} {lower}"]


def test_a_class_of_stock_that_only_names_itself_is_a_heading() -> None:
    rows = (row("Preferred stock"), row("Series A", "1", "1"), row("Stock, none issued (100 authorized)", gap=True))
    assert captions(*rows)[0] == "[Preferred stock]"
    assert captions(*rows)[-1] == "[Stock, none issued (100 authorized)]"


@pytest.mark.parametrize(
    "next_class", ["Class B common stock", "Serial preferred stock", "Cumulative 5% preferred shares"]
)
def test_the_next_class_does_not_go_on_with_one_that_has_no_amount(next_class: str) -> None:
    rows = (row("Preferred stock, 100 shares authorized; none issued"), row(f"{next_class}, 500 authorized", "5", "4"))
    assert captions(*rows) == [rows[0].stub, rows[1].stub]


def test_an_open_bracket_goes_on_until_it_closes() -> None:
    rows = (
        row("Common stock ($.01 par value, 4,000"),
        row("authorized; shares issued and outstanding:"),
        row("March 31, 1996 - 1,015;"),
        row("March 31, 1995 - 1,012)", "10", "9"),
    )
    assert captions(*rows) == [" ".join(each.stub for each in rows)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Revenue (including fees of", "Related Parties:", "Others", "and of the Trust)"),
        ("Revenue (net of", "Discounts (as Agreed)", "Returns)"),
    ],
)
def test_what_stands_in_a_bracket_is_of_the_caption_that_opens_it(lines: tuple[str, ...]) -> None:
    *upper, last = lines
    assert captions(*map(row, upper), row(last, "10", "9")) == [" ".join(lines)]


@pytest.mark.parametrize("lines", [("Notes (a", "Others:"), ("Notes a)", "Others:"), ("Notes (a)", "Others:")])
def test_a_bracket_that_does_not_close_opens_nothing(lines: tuple[str, str]) -> None:
    first, heading = lines
    assert captions(row("Assets:"), row(first, "1", "1"), row(heading), row("Cash", "10", "9"))[-2:] == [
        f"[{heading}]",
        "Cash",
    ]


def test_a_bracket_that_closes_too_far_below_opens_nothing() -> None:
    between = [row("Cost:") for _ in range(8)]
    assert captions(row("Sales of A) (B"), *between[:7], row("C)", "1", "1"))[0].startswith("Sales of A) (B Cost:")
    assert captions(row("Sales of A) (B"), *between, row("C)", "1", "1"))[-1] == "C)"


def test_a_heading_goes_on_until_its_bracket_closes() -> None:
    rows = (
        row("Preferred stock (liquidation preference"),
        row("  of $638):"),
        row("    Series A", "5", "5"),
        row("Surplus", "4", "3"),
    )
    heading, first, other = join(rows)
    assert (heading.caption, heading.heading) == ("Preferred stock (liquidation preference   of $638):", True)
    assert first.headings == ("Preferred stock (liquidation preference   of $638)",)
    assert other.headings == ()


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("NET INTEREST INCOME AFTER", "PROVISION FOR LOAN LOSSES"),
        ("NET INTEREST INCOME", "AFTER PROVISION FOR LOAN LOSSES"),
        ("NET INTEREST INCOME", "BEFORE PROVISION FOR LOAN LOSSES"),
        ("PROVISION FOR POSSIBLE", "LOAN LOSSES"),
        ("Income after", "Income Taxes"),
    ],
)
def test_before_and_after_stand_inside_of_a_caption(upper: str, lower: str) -> None:
    assert captions(row(upper), row(lower, "228", "229")) == [f"{upper} {lower}"]


def test_thereafter_ends_a_caption() -> None:
    assert captions(row("2005 AND THEREAFTER"), row("NOTES", "2", "2")) == ["[2005 AND THEREAFTER]", "NOTES"]


@pytest.mark.parametrize(
    "word",
    [
        "net", "less", "before", "after", "other", "unconsolidated", "non", "long", "short", "common",
        "preferred", "cash and cash", "discontinued", "continuing", "deferred", "accumulated", "comprehensive",
        "extraordinary", "additional", "possible", "retained", "paid-in", "cumulative", "intangible",
        "stockholders'", "shareholders'", "of", "and", "for", "the", "in", "to", "from", "by", "on", "with",
        "at", "per", "than", "as", "that", "which",
    ],
)  # fmt: skip
def test_some_words_end_no_caption(word: str) -> None:
    assert captions(row(f"Amounts {word}"), row("Items", "2", "2")) == [f"Amounts {word} Items"]
    assert captions(row(f"AMOUNTS {word.upper()}"), row("ITEMS", "2", "2")) == [f"AMOUNTS {word.upper()} ITEMS"]


@pytest.mark.parametrize("word", ["OF", "AND", "OR", "TO", "FOR", "FROM", "BY", "PER", "ON", "WITH", "AFTER", "BEFORE"])
def test_some_words_begin_no_caption(word: str) -> None:
    assert captions(row("AMOUNTS"), row(f"{word} ITEMS", "2", "2")) == [f"AMOUNTS {word} ITEMS"]
    assert captions(row("AMOUNTS"), row(f"{word}ITEMS", "2", "2")) == ["[AMOUNTS]", f"{word}ITEMS"]


@pytest.mark.parametrize("count", ["Authorized 100 shares; no shares issued", "Issued: none of 100 authorized)"])
def test_a_class_of_stock_goes_on_with_its_counts(count: str) -> None:
    rows = (row("Preferred stock - no par value"), row(count), row("Common stock", "5", "4"))
    assert captions(*rows) == [f"Preferred stock - no par value {count}", "Common stock"]


@pytest.mark.parametrize(
    ("upper", "lower", "gap"),
    [
        ("Preferred stock:", "Authorized 100 shares", False),
        ("Preferred stock - no par value", "Series A 100 shares", False),
        ("Preferred stock - no par value", "Authorized shares", False),
        ("Preferred stock - no par value", "Authorized 100 shares", True),
        ("Preferences", "Authorized 100 shares", False),
    ],
)
def test_what_is_no_count_of_a_class_does_not_go_on_with_it(upper: str, lower: str, gap: bool) -> None:
    rows = (row("Retained", "6", "5"), row(upper), row(lower, "5", "4", gap=gap))
    assert captions(*rows) == ["Retained", f"[{upper}]", lower]


@pytest.mark.parametrize("end", ["change in accounting", "changes in accounting"])
def test_a_change_in_accounting_is_one_of_a_principle(end: str) -> None:
    rows = (row(f"Earnings before cumulative effect of {end}"), row("Principle", "5", "4"))
    assert captions(*rows) == [f"Earnings before cumulative effect of {end} Principle"]
    assert captions(row("Equity method of accounting"), row("Ventures", "5", "4")) == [
        "[Equity method of accounting]",
        "Ventures",
    ]


@pytest.mark.parametrize("note", ["(Note 9)", "(Notes 2 and 9)", "(See Note 9)"])
def test_a_reference_to_a_note_goes_on_with_a_caption(note: str) -> None:
    rows = (row("Lease obligation, net of current portion"), row(note, "5", "4"))
    assert captions(*rows) == [f"Lease obligation, net of current portion {note}"]


@pytest.mark.parametrize("other", ["(Noted)", "(Loss)", "(Seen Note)"])
def test_other_words_in_brackets_do_not(other: str) -> None:
    assert captions(row("Lease obligation"), row(other, "5", "4")) == ["[Lease obligation]", other]
