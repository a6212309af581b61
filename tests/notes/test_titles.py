"""How titles look, and where they end."""

from __future__ import annotations

import pytest

from converter.notes.titles import CONTINUED, Look, is_listed, is_row, look, run_in


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
        ("Inventories - Automotive Sector", "Inventories - Automotive Sector"),
        ("Gauges of the mills. Dams - the company sold them", ""),
        ("A. Mills were sold by the company", ""),
        ("Our   Board  of Directors approved the sale of mills", ""),
        ("Our   Board. The mills were sold by it", "Our   Board"),
        ("Purchase of Larkfield Inc. Mills", "Purchase of Larkfield Inc. Mills"),
        ("NATURE   OF   OPERATIONS", "NATURE OF OPERATIONS"),
        ("The  company makes gauges and sells them to mills", ""),
        ("Gauges the company no longer makes. The mills", ""),
        ("The company makes gauges. Mills buy them", ""),
        ("Mill of Dover Inc. The company sold it", ""),
        ("Larkfield  Mills - Gauges", "Larkfield  Mills"),
    ],
)
def test_a_title_ends_where_its_text_begins(text: str, title: str) -> None:
    assert run_in(text)[0] == title


def test_prose_without_a_title_has_none() -> None:
    assert run_in("the company makes gauges") == ("", Look.PROSE)
    assert run_in("") == ("", Look.PROSE)


@pytest.mark.parametrize(
    "text",
    [
        "Inventories .......... 45",
        "Inventories ____ 4",
        "Inventories  45",
        "Leases F-12",
        "Debt 12-14",
        "Debt . . . .",
        "Debt ...",
    ],
)
def test_lines_of_contents_name_a_page(text: str) -> None:
    assert is_listed(text)


@pytest.mark.parametrize(
    "text", ["Adoption of SFAS No. 128", "Adoption of SFAS 128", "FIN 48", "Leases", "Leases 1997", " 12"]
)
def test_numbers_of_rules_and_years_are_no_pages(text: str) -> None:
    assert not is_listed(text)


@pytest.mark.parametrize(
    "text", ["LEASES (Continued)", "Leases -- continued", "Leases (cont'd)", "LEASES, CONT.", "Continued"]
)
def test_a_heading_may_say_that_it_goes_on(text: str) -> None:
    assert CONTINUED.search(text)


def test_other_words_do_not_say_so() -> None:
    assert not CONTINUED.search("Discontinued Operations")
    assert not CONTINUED.search("Contingencies")


@pytest.mark.parametrize("word", ["In", "On", "At", "As", "During", "For", "If", "Effective"])
def test_words_that_sentences_begin_with_begin_no_title(word: str) -> None:
    assert look(f"{word} Dover Mills") is Look.PROSE
    assert look(f"Mills {word} Dover") is Look.TITLED


_OF_TEXT = (
    "is are was were has have had will may should can the we our company company's this these during effective consist "
    "consists consisted follows includes include brought entered filed announced completed acquired recorded"
)
_SMALL = "a an and as at by for from in into its of on or per to under upon with within without that which not other no"


@pytest.mark.parametrize("word", _OF_TEXT.split())
def test_words_that_sentences_have_make_no_phrase(word: str) -> None:
    assert look(f"Gauges {word} sold") is Look.PROSE
    assert look("Gauges yet sold") is Look.TITLED


@pytest.mark.parametrize("word", _SMALL.split())
def test_titles_write_small_words_without_a_capital(word: str) -> None:
    assert look(f"Mills {word} Dams Beside Weirs Above Ponds Below Dover Falls") is Look.TITLED
    assert look("Mills yet Dams Beside Weirs Above Ponds Below Dover Falls") is Look.PROSE


def test_four_words_of_a_phrase_may_stand_before_their_text() -> None:
    assert run_in("Basis of mill accounts. The mills were sold")[0] == "Basis of mill accounts"
    assert run_in("Basis of all mill accounts. The mills were sold")[0] == ""


@pytest.mark.parametrize("word", ["no.", "No", "FAS", "SFAS", "FIN", "ASU", "APB", "Item", "Note"])
def test_each_word_that_numbers_of_rules_follow(word: str) -> None:
    assert not is_listed(f"Adoption of {word} 12")
    assert is_listed(f"Adoption of {word}s 12")


@pytest.mark.parametrize(
    "text",
    ["Mills  1,200", "Mills  $ 1,200", "Mills  (12)", "Mills  -12", "High $12 $ 14", "Mills $12", "Sales  1998  5"],
)
def test_a_row_has_values_behind_a_gap(text: str) -> None:
    assert is_row(text)


@pytest.mark.parametrize(
    "text", ["Mills 1,200", "Quarterly data  1998  1997", "of $12 and $ 14 million", "Item  A", "3"]
)
def test_years_and_figures_in_text_make_no_row(text: str) -> None:
    assert not is_row(text)
