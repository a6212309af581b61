"""What a folder is called: as its document, where every file system takes that."""

from __future__ import annotations

import pytest

from converter.rendering.naming import distinct, folded, folder_name, is_folder_name

UNSAFE = [
    "",
    ".",
    "..",
    "...",
    " ",
    ".batch",
    ".hidden",
    "summary.csv",
    "Index.html",
    "Summary.Parquet",
    "CON",
    "nul.1999",
    "com1",
    "LPT¹",
    "ends with a point.",
    "ends with a space ",
    "a/b",
    "a\\b",
    "a:b",
    "what?",
    "*",
    "a\nb",
    "a\u2028b",
    "a\u0085b",
    "a\x00b",
    "a\x7fb",
    "a\u202eb",
    "not UTF-8: \udcff",
    "x" * 201,
    "é" * 101,
]


@pytest.mark.parametrize(
    "stem", ["larkfield-8k-20011018", "0000912057-01-538402", "Net sales, 3rd quarter (2)", "Ærø", "a.b"]
)
def test_most_documents_give_their_folders_their_names(stem: str) -> None:
    assert folder_name(stem) == stem


@pytest.mark.parametrize("stem", UNSAFE)
def test_what_a_file_system_would_refuse_hide_or_misread_gets_a_name_of_its_own(stem: str) -> None:
    name = folder_name(stem)

    assert is_folder_name(name)
    assert folder_name(name) == name, "a safe name stays"
    assert len(name.encode()) <= 200
    assert name.isprintable()


def test_names_that_lose_the_same_stay_two() -> None:
    names = {folder_name(stem) for stem in UNSAFE}

    assert len({folded(name) for name in names}) == len(UNSAFE)


def test_a_file_system_without_case_or_with_one_form_of_unicode_takes_these_for_one() -> None:
    assert folded("Résumé") == folded("RE\u0301SUME\u0301") != folded("Resume")


def test_a_long_name_is_cut_between_characters_and_keeps_its_hash() -> None:
    assert distinct("é" * 150, "x") == "é" * 95 + "-2d711642"


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", ".batch", "summary.csv"])
def test_what_is_not_a_folder_of_its_own_is_known(name: str) -> None:
    assert not is_folder_name(name)
