"""Labels and names of the company's own concepts that are long, and that many rows would share."""

from __future__ import annotations

from converter.assembly.labels import LONGEST, Labels
from converter.terms import Name
from tests.assembly.sheets import balance, report_of
from tests.sample import Row


def standards(*names: str, text: str) -> list[str]:
    labels = Labels()
    for name in names:
        labels.standard(Name("own", name), text)
    return [label.text for label in labels]


def test_a_label_that_another_concept_has_is_followed_by_the_concepts_name_and_then_by_numbers() -> None:
    assert standards("FilmLibrary", text="Films") == ["Films"]
    labels = Labels()
    for prefix in ("a", "b", "c", "d"):
        labels.standard(Name(prefix, "FilmLibrary"), "Films", "Assets" if prefix == "b" else "")
    assert [label.text for label in labels] == ["Films", "Films, Assets", "Film Library", "Film Library 2"]


def test_labels_of_names_as_long_as_a_label_differ_in_their_numbers() -> None:
    long = "Film" * 200
    labels = Labels()
    for prefix in "abcdefghijklm":
        labels.standard(Name(prefix, long), "Films")
    texts = [label.text for label in labels]
    assert len(set(texts)) == 13
    assert texts[1] == ("Film " * 200)[:LONGEST].strip()
    assert texts[2].endswith(" 2")
    assert texts[12].endswith(" 12")
    assert max(map(len, texts)) <= LONGEST


def test_names_leave_out_the_headings_that_would_make_them_longer_than_a_name_is() -> None:
    headings = tuple(f"{word} heading" for word in ("Alder", "Beech", "Cedar", "Damson", "Elder", "Fir") * 8)
    rows = [Row("Other", f"{at} {at}", headings=headings) for at in range(3, 9)]
    report = report_of(balance(*rows))
    names = [extension.name.local for extension in report.extensions]
    assert len(set(names)) == 6
    assert max(map(len, names)) <= 150 + len("BalanceSheet20")
