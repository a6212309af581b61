"""How titles look, and where they end."""

from __future__ import annotations

import pytest

from converter.notes.titles import CONTINUED, Look, is_listed, look, run_in


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("INCOME TAXES", Look.CAPITALS),
        ("401(k) PLAN", Look.CAPITALS),
        ("Income Taxes", Look.TITLED),
        ("Disposal of the Mill and of the Dam", Look.TITLED),
        ("Basis of presentation", Look.TITLED),
        ("Stockholders' equity (in thousands)", Look.TITLED),
        ("Summary of significant accounting policies of mills", Look.TITLED),
        ("Summary of significant accounting policies of paper mills held", Look.PROSE),
        ("Inventories consist of gauges", Look.PROSE),
        ("The company makes gauges", Look.PROSE),
        ("the company", Look.PROSE),
        ("Gauges and meters were sold.", Look.PROSE),
        ("Gauges for mills.", Look.PROSE),
        ("In November 1997, Larkfield Corporation", Look.PROSE),
        ("Inventories, Leases and,", Look.PROSE),
        ("Inventories;", Look.PROSE),
        ("1,234", Look.PROSE),
        ("", Look.PROSE),
    ],
)
def test_a_line_is_capitals_or_titled_or_prose(text: str, seen: Look) -> None:
    assert look(text) is seen


def test_a_title_has_at_most_eighteen_words_and_160_characters() -> None:
    assert look(" ".join(["MILLS"] * 18)) is Look.CAPITALS
    assert look(" ".join(["MILLS"] * 19)) is Look.PROSE
    assert look(f"{'M' * 100} {'N' * 59}") is Look.CAPITALS
    assert look(f"{'M' * 100} {'N' * 60}") is Look.PROSE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Inventories. Inventories are stated at cost.", "Inventories"),
        ("INVENTORIES -- Inventories are stated at cost", "INVENTORIES"),
        ("Inventories - Inventories are stated at cost", "Inventories"),
        ("Inventories: the company states them at cost", "Inventories"),
        ("INVENTORIES  Inventories are stated at cost", "INVENTORIES"),
        ("Basis of presentation. The statements are", "Basis of presentation"),
        ("INVENTORIES.", "INVENTORIES"),
        ("Our   Board  of Directors approved the sale of mills", ""),
        ("Our   Board. The mills were sold by it", "Our   Board"),
        ("Purchase of Larkfield Inc. Mills", "Purchase of Larkfield Inc. Mills"),
        ("NATURE   OF   OPERATIONS", "NATURE OF OPERATIONS"),
        ("The  company makes gauges and sells them to mills", ""),
        ("Gauges the company no longer makes. The mills", ""),
        ("The company makes gauges. Mills buy them", ""),
    ],
)
def test_a_title_ends_where_its_text_begins(text: str, title: str) -> None:
    assert run_in(text)[0] == title


def test_prose_without_a_title_has_none() -> None:
    assert run_in("the company makes gauges") == ("", Look.PROSE)
    assert run_in("") == ("", Look.PROSE)


@pytest.mark.parametrize(
    "text",
    ["Inventories .......... 45", "Inventories ____ 4", "Inventories  45", "Leases F-12", "Debt 12-14", "Debt . . . ."],
)
def test_lines_of_contents_name_a_page(text: str) -> None:
    assert is_listed(text)


@pytest.mark.parametrize(
    "text", ["Adoption of SFAS No. 128", "Adoption of SFAS 128", "FIN 48", "Leases", "Leases 1997"]
)
def test_numbers_of_rules_and_years_are_no_pages(text: str) -> None:
    assert not is_listed(text)


@pytest.mark.parametrize("text", ["LEASES (Continued)", "Leases -- continued", "Leases (cont'd)", "LEASES, CONT."])
def test_a_heading_may_say_that_it_goes_on(text: str) -> None:
    assert CONTINUED.search(text)


def test_other_words_do_not_say_so() -> None:
    assert not CONTINUED.search("Discontinued Operations")
    assert not CONTINUED.search("Contingencies")
