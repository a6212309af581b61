"""The grammar of notes."""

from __future__ import annotations

import re

import pytest

from converter.grammars.notes import MARK, NOTES


@pytest.mark.parametrize("text", ["(1)", "(12)", "(a)"])
def test_marks_of_footnotes(text: str) -> None:
    assert re.fullmatch(MARK, text)


@pytest.mark.parametrize("text", ["1", "(123)", "(ab)", "()", "(a", "(1.5)"])
def test_what_is_no_mark(text: str) -> None:
    assert not re.fullmatch(MARK, text)


@pytest.mark.parametrize(
    ("caption", "rest"),
    [
        ("inventories (note 3)", "inventories "),
        ("inventories (notes 2 and 5)", "inventories "),
        ("inventories (see note 3)", "inventories "),
        ("inventories (see accompanying notes)", "inventories "),
        ("inventories (accompanying notes)", "inventories "),
        ("inventories (footnote 3)", "inventories "),
        ("inventories - note 3", "inventories "),
        ("inventories, see note 3", "inventories"),
        ("inventories, note 12", "inventories"),
        ("inventories note b", "inventories"),
        ("inventories  note 7 at cost", "inventories at cost"),
        ("inventories - notes 3, 4 and 5", "inventories "),
        ("inventories - notes a and b", "inventories "),
        ("inventories (1)", "inventories "),
        ("inventories (b)", "inventories "),
        ("notes payable", "notes payable"),
        ("notes payable (noted below)", "notes payable (noted below)"),
        ("stock (1) par", "stock (1) par"),
        ("stock (1)par", "stock (1)par"),
        ("stock (issued)", "stock (issued)"),
    ],
)
def test_references_to_notes_are_no_part_of_a_caption(caption: str, rest: str) -> None:
    assert re.sub(NOTES, "", caption) == rest
