"""Accounting policies in a note: by their sub-headings."""

from __future__ import annotations

from tests.notes.documents import PROSE, TEXT, TITLE, found

_BEHIND = f"2. INCOME TAXES\n\n{PROSE}"


def policies(inner: str, title: str = "SIGNIFICANT ACCOUNTING POLICIES") -> list[tuple[str, str]]:
    """Title and text of each policy in the first note."""
    source = f"{TITLE}1. {title}\n\n{inner}{_BEHIND}"
    note = found(source)[0]
    return [(each.heading.title, source[each.span.start : each.span.end]) for each in note.policies]


def test_headings_of_their_own_begin_policies() -> None:
    assert policies(f"{PROSE}Inventories\n\n{PROSE}Mills\n\n{PROSE}Revenue Recognition\n\n{PROSE}") == [
        ("Inventories", f"Inventories\n\n{PROSE}"),
        ("Mills", f"Mills\n\n{PROSE}"),
        ("Revenue Recognition", f"Revenue Recognition\n\n{PROSE}"),
    ]


def test_so_do_headings_that_their_text_follows() -> None:
    inner = f"Inventories. {TEXT}\nRevenue Recognition. {TEXT}\n"
    assert policies(inner) == [
        ("Inventories", f"Inventories. {TEXT}\n"),
        ("Revenue Recognition", f"Revenue Recognition. {TEXT}\n"),
    ]


def test_letters_before_them_are_no_part_of_the_title() -> None:
    inner = f"(a) Inventories\n\n{PROSE}(b) Revenue Recognition\n\n{PROSE}"
    assert [title for title, _ in policies(inner)] == ["Inventories", "Revenue Recognition"]


def test_capitals_go_on_in_the_next_line() -> None:
    inner = f"INVENTORIES AND\nSUPPLIES OF MILLS\n\n{PROSE}REVENUE RECOGNITION\n\n{PROSE}INCOME TAXES\n\n{PROSE}"
    assert [title for title, _ in policies(inner)][-2:] == ["REVENUE RECOGNITION", "INCOME TAXES"]


def test_two_known_ones_are_needed() -> None:
    assert policies(f"Inventories\n\n{PROSE}Mills\n\n{PROSE}") == []


def test_the_look_with_the_most_known_ones_wins() -> None:
    inner = f"MILLS\n\nInventories. {TEXT}\nRevenue Recognition. {TEXT}\nDAMS\n\n{PROSE}"
    assert [title for title, _ in policies(inner)] == ["Inventories", "Revenue Recognition"]


def test_other_notes_have_none() -> None:
    inner = f"Inventories\n\n{PROSE}Revenue Recognition\n\n{PROSE}"
    assert policies(inner, "SUBSEQUENT EVENTS") == []
    assert len(policies(inner, "BASIS OF PRESENTATION")) == 2


def test_captions_in_a_table_are_none() -> None:
    table = "<TABLE>\n\nInventories\n\nRevenue Recognition\n\n</TABLE>\n\n"
    assert policies(f"{PROSE}{table}{PROSE}") == []


def test_capitals_and_titles_are_two_looks() -> None:
    inner = f"INVENTORIES\n\n{PROSE}Mills\n\n{PROSE}REVENUE RECOGNITION\n\n{PROSE}"
    assert [title for title, _ in policies(inner)] == ["INVENTORIES", "REVENUE RECOGNITION"]


def test_a_letter_and_dashes_are_no_part_of_the_title() -> None:
    inner = f"A--Inventories\n\n{PROSE}B -- Revenue Recognition\n\n{PROSE}"
    assert [title for title, _ in policies(inner)] == ["Inventories", "Revenue Recognition"]


def test_the_heads_of_pages_are_none_unless_they_are_known() -> None:
    head, known = "Table of Contents", "Foreign Currency"
    inner = "".join(f"{title}\n\n{PROSE}" for title in ("Inventories", head, known, head, known, head, known, "Leases"))
    assert [title for title, _ in policies(inner)] == ["Inventories", known, known, known, "Leases"]
    twice = "".join(f"{title}\n\n{PROSE}" for title in ("Inventories", head, "Income Taxes", head))
    assert [title for title, _ in policies(twice)] == ["Inventories", head, "Income Taxes", head]
