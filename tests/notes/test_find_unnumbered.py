"""Notes in texts whose headings have no numbers."""

from __future__ import annotations

import pytest

from tests.notes.documents import NUMBERED, PROSE, TEXT, TITLE, UNDIVIDED, document, found, titles


def bare(*headings: str) -> str:
    return TITLE + "".join(f"{heading}\n\n{PROSE}" for heading in headings)


def test_headings_alone_are_notes() -> None:
    assert titles(bare("INVENTORIES", "MILLS AND DAMS", "INCOME TAXES")) == [
        "INVENTORIES",
        "MILLS AND DAMS",
        "INCOME TAXES",
    ]


def test_two_of_them_have_to_be_known() -> None:
    assert titles(bare("INVENTORIES", "MILLS AND DAMS")) == UNDIVIDED


def test_they_need_the_title_over_the_notes_or_the_policies_first() -> None:
    source = bare("INVENTORIES", "INCOME TAXES")[len(TITLE) :]
    assert titles(source) == []
    assert titles(f"ACCOUNTING POLICIES\n\n{PROSE}{source}") == ["ACCOUNTING POLICIES", "INVENTORIES", "INCOME TAXES"]


def test_they_are_of_one_look() -> None:
    source = bare("INVENTORIES", "Gauges", "INCOME TAXES", "Meters and Mills", "LEASES")
    assert titles(source) == ["INVENTORIES", "INCOME TAXES", "LEASES"]


@pytest.mark.parametrize(
    "line",
    ["Total of Mills   12", "Mills and", "Mills in 1997", "Mills:", "Mills of"],
    ids=["value", "cut", "year", "colon", "of"],
)
def test_captions_are_none(line: str) -> None:
    source = bare("Inventories", "Leases") + f"{line}\n\n{PROSE}"
    assert titles(source) == ["Inventories", "Leases"]


def test_captions_in_tables_and_above_captions_are_none() -> None:
    table = f"<TABLE>\n\nDebt\n\n{PROSE}".replace(TEXT, "Mills and dams   12   14\n") + "</TABLE>\n\n"
    captions = "Dams\n\nMills\n\nWeirs\n\nSluices\n\nPonds\n\n"
    source = bare("Inventories") + table + captions + "Mills, 1\n\nDams, 2\n\n" + f"Leases\n\n{PROSE}"
    assert titles(source) == ["Inventories", "Leases"]


def test_a_line_that_repeats_on_every_page_is_none() -> None:
    head = f"LARKFIELD MILLS\n\n{PROSE}"
    source = bare("INVENTORIES") + head + bare("LEASES") + head + bare("DEBT") + head
    assert titles(source) == ["INVENTORIES", "LEASES", "DEBT"]


def test_a_heading_over_policies_has_them_all() -> None:
    source = (
        f"{TITLE}Accounting Policies\n\nConsolidation\n\n{PROSE}Revenue Recognition\n\n{PROSE}Weirs\n\n{PROSE}"
        f"Long-Term Debt\n\n{PROSE}Subsequent Events\n\n{PROSE}"
    )
    notes = found(source)
    assert [note.heading.title for note in notes] == ["Accounting Policies", "Long-Term Debt", "Subsequent Events"]
    assert [policy.heading.title for policy in notes[0].policies] == ["Consolidation", "Revenue Recognition", "Weirs"]


def test_another_heading_without_text_has_the_next_one_alone() -> None:
    source = f"{TITLE}Employee Benefit Plans\n\nSavings Plan\n\n{PROSE}Stock Options\n\n{PROSE}Leases\n\n{PROSE}"
    assert titles(source) == ["Employee Benefit Plans", "Stock Options", "Leases"]


def test_numbers_win_over_headings_without() -> None:
    inner = "".join(f"{title}\n\n{PROSE}" for title in ("Inventories", "Income Taxes", "Leases", "Debt", "Cash"))
    source = f"{TITLE}1. Accounting Policies\n\n{inner}2. Segments\n\n{PROSE}"
    assert titles(source) == ["1 Accounting Policies", "2 Segments"]


def test_parts_that_are_not_read_have_no_notes() -> None:
    made = document(NUMBERED, "other")
    assert found(made) == ()


@pytest.mark.parametrize(
    "heading", ['NOTE 1 - "MILLS"', "NOTE 1 - (MILLS)", "NOTE 1 \u201cMILLS\u201d", "NOTE 1 - 3dfx", "1. the mills"]
)
def test_titles_may_begin_with_marks(heading: str) -> None:
    other = heading.replace("1", "2", 1)
    assert len(found(f"{TITLE}{heading}\n\n{PROSE}{other}\n\n{PROSE}")) == 2


@pytest.mark.parametrize("heading", ["NOTE 1 to the statements", "1. 500 mills", "Note 1 and the mills"])
def test_sentences_and_figures_are_no_headings(heading: str) -> None:
    other = heading.replace("1", "2", 1)
    assert titles(f"{TITLE}{heading}\n\n{PROSE}{other}\n\n{PROSE}") == UNDIVIDED


def test_a_heading_needs_a_line_of_fifty_characters_below() -> None:
    def with_text(length: int) -> list[str]:
        text = ("the mills were sold and " * 5)[: length - 1] + "x"
        return titles(f"{TITLE}Inventories\n\n{text}\n\nLeases\n\n{text}\n\n")

    assert with_text(50) == ["Inventories", "Leases"]
    assert with_text(49) == []


def test_or_a_table_below_a_blank_line() -> None:
    table = "                1998   1997\nMills           1,200  1,300\n\n"
    assert titles(f"{TITLE}Inventories\n\n{table}Leases\n\n{table}") == ["Inventories", "Leases"]
    assert titles(f"{TITLE}Inventories\n{table}Leases\n{table}") == UNDIVIDED


def test_a_caption_that_goes_on_in_a_row_of_values_is_none() -> None:
    row = "Severance of\n  the mill hands of Dover and of Larkfield    $ 1,200   1,300\n\n"
    assert titles(f"{TITLE}Inventories\n\n{PROSE}{row}Leases\n\n{PROSE}") == ["Inventories", "Leases"]
    text = f"Severance\nof $ 12 and $ 14 million to the hands of the mills of Dover\n{PROSE}"
    assert titles(f"{TITLE}Inventories\n\n{PROSE}{text}Leases\n\n{PROSE}") == ["Inventories", "Severance", "Leases"]


# Levels of headings without numbers

RULE = "-" * 40


def test_what_comes_first_below_the_title_is_of_the_first_level() -> None:
    inner = "".join(f"{title}\n\n{PROSE}" for title in ("Cash", "Revenue", "Inventories"))
    source = f"{TITLE}LEASES\n\n{PROSE}{inner}DEBT\n\n{PROSE}"
    assert titles(source) == ["LEASES", "DEBT"]


def test_unless_it_is_hardly_there() -> None:
    names = ("Leases", "Debt", "Inventories", "Income Taxes", "Segment Information", "Subsequent Events")
    inner = "".join(f"{title}\n\n{PROSE}" for title in names)
    source = f"{TITLE}{' ' * 20}Accounting Policies\n\n{PROSE}{inner}{' ' * 20}Commitments\n\n{PROSE}"
    assert titles(source) == list(names)


def test_of_two_stretches_the_one_with_more_known_titles_is_the_notes() -> None:
    first = bare("Leases", "Debt")
    second = bare("Inventories", "Income Taxes", "Segment Information", "Commitments")
    assert titles(f"{first}PART II\n\n{PROSE}{second}") == [
        "Inventories", "Income Taxes", "Segment Information", "Commitments",
    ]  # fmt: skip


def test_a_rule_below_tells_headings_from_those_without() -> None:
    def ruled(*names: str) -> str:
        return "".join(f"{name}\n{RULE}\n\n{PROSE}" for name in names)

    source = f"{TITLE}{ruled('Leases')}Cash\n\n{PROSE}Inventories\n\n{PROSE}{ruled('Debt')}"
    assert titles(source) == ["Leases", "Debt"]
    bare_ones = "".join(f"{name}\n\n{PROSE}" for name in ("Inventories", "Debt", "Segment Information", "Cash"))
    assert titles(f"{TITLE}{bare_ones}{ruled('Mills')}") == [
        "Inventories", "Debt", "Segment Information", "Cash", "Mills",
    ]  # fmt: skip


def test_known_titles_in_capitals_are_no_lesser_than_those_without() -> None:
    assert titles(bare("Inventories", "LEASES", "MILLS", "Debt")) == ["Inventories", "LEASES", "Debt"]


def test_a_title_that_says_again_what_the_one_before_says_is_of_its_table() -> None:
    assert titles(bare("Income Taxes", "Federal Income Taxes", "Leases")) == ["Income Taxes", "Leases"]
    assert titles(bare("Debt", "Debt", "Leases")) == ["Debt", "Leases"]
    assert titles(bare("Federal Income Taxes", "Income Taxes Paid", "Leases")) == ["Federal Income Taxes", "Leases"]
    assert titles(bare("Common Stock", "Stock Rights", "Leases")) == ["Common Stock", "Stock Rights", "Leases"]
    assert titles(bare("Income Taxes", "Leases", "Federal Income Taxes")) == [
        "Income Taxes", "Leases", "Federal Income Taxes",
    ]  # fmt: skip
    assert titles(bare("Leases", "Mills", "Mills", "Debt")) == ["Leases", "Mills", "Mills", "Debt"]


def test_the_name_over_what_comes_behind_is_no_heading() -> None:
    source = bare("Inventories", "Leases") + f"Larkfield Mills\n\nQUARTERLY DATA\n\n{PROSE}"
    assert titles(source) == ["Inventories", "Leases"]


def test_policies_end_where_one_stands_a_second_time_or_over_a_table() -> None:
    policies = "".join(f"{name}\n\n{PROSE}" for name in ("Consolidation", "Inventories", "Revenue"))
    start = f"{TITLE}Accounting Policies\n\n{policies}"
    table = f"<TABLE>\nMills  1  2\n</TABLE>\n\n{PROSE}"
    assert titles(f"{start}Inventories\n\n{PROSE}Income Taxes\n\n{PROSE}") == [
        "Accounting Policies", "Inventories", "Income Taxes",
    ]  # fmt: skip
    assert titles(f"{start}Cash\n\n{table}Income Taxes\n\n{PROSE}") == [
        "Accounting Policies", "Cash", "Income Taxes",
    ]  # fmt: skip


def test_a_long_line_that_goes_on_is_text() -> None:
    long = "Larkfield Mills and Dams of Dover, New Hampshire, Inc."
    assert long not in titles(bare("Inventories") + f"{long}\n{PROSE}" + f"Leases\n\n{PROSE}")


def test_of_fifty_characters_is_long() -> None:
    title = "Larkfield Mills and Dams of Dover, New Hampshire, Inc."[:49].rstrip(", ") + "x"

    def with_title(length: int) -> bool:
        name = title.ljust(length, "x")
        return name in titles(bare("Inventories") + f"{name}\n{PROSE}" + f"Leases\n\n{PROSE}")

    assert with_title(49)
    assert not with_title(50)


def test_a_sequence_does_not_go_on_behind_an_end_for_what_hardly_looks_like_a_heading() -> None:
    behind = f"PART II\n\n{PROSE}3. Legal Proceedings\n\n{PROSE}"
    assert titles(f"{TITLE}1. Leases\n\n{PROSE}2. Debt\n\n{PROSE}{behind}") == ["1 Leases", "2 Debt"]


def test_headings_in_the_middle_of_the_page_are_another_look() -> None:
    def at(blanks: int) -> list[str]:
        return titles(f"{TITLE}Inventories\n\n{PROSE}{' ' * blanks}Mills\n\n{PROSE}Leases\n\n{PROSE}")

    assert at(12) == ["Inventories", "Leases"]
    assert at(11) == ["Inventories", "Mills", "Leases"]
