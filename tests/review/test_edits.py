"""One change of one YAML file, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import MapError, UsageError
from converter.review.edits import Done, Edit, as_written, entries, make, take_back

FILE = "company/0000000017.yaml"


def written(folder: Path, text: str) -> Path:
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_made_and_goes_again(tmp_path: Path) -> None:
    done = make(tmp_path, Edit(FILE, ("captions", "Other"), "OtherAssets"))

    assert (tmp_path / FILE).read_text("utf-8") == "captions:\n  Other: OtherAssets\n"
    assert done == Done(FILE, ("captions", "Other"), None, "OtherAssets")
    take_back(tmp_path, done)
    assert not (tmp_path / FILE).exists()


def test_comments_quotes_and_other_entries_stay(tmp_path: Path) -> None:
    text = "# mine\ncaptions:\n  Cash: 'Cash'   # for sure\n"
    path = written(tmp_path, text)

    done = make(tmp_path, Edit(FILE, ("captions", "Other"), "OtherAssets"))

    assert path.read_text("utf-8") == f"{text}  Other: OtherAssets\n"
    take_back(tmp_path, done)
    assert path.read_text("utf-8") == text


def test_what_stood_there_is_put_back(tmp_path: Path) -> None:
    path = written(tmp_path, "statements:\n  4: {scale: 1000}\n")

    done = make(tmp_path, Edit(FILE, ("statements", "4", "scale"), 1))

    assert (done.was, done.now) == (1000, 1)
    assert "scale: 1}" in path.read_text("utf-8")
    take_back(tmp_path, done)
    assert path.read_text("utf-8") == "statements:\n  4: {scale: 1000}\n"


def test_emptied_parents_go_but_no_others(tmp_path: Path) -> None:
    path = written(tmp_path, "statements:\n  4:\n    scale: 1000\n")
    done = make(tmp_path, Edit(FILE, ("statements", "9", "columns", "2", "dropped"), "why"))
    assert "9:\n    columns:\n      2:\n        dropped: why" in path.read_text("utf-8")

    take_back(tmp_path, done)

    assert path.read_text("utf-8") == "statements:\n  4:\n    scale: 1000\n"


def test_what_was_edited_since_is_left(tmp_path: Path) -> None:
    done = make(tmp_path, Edit(FILE, ("captions", "Other"), "OtherAssets"))
    path = written(tmp_path, "captions: {Other: Assets}\n")

    with pytest.raises(UsageError, match=r"captions / Other is no longer"):
        take_back(tmp_path, done)

    assert path.read_text("utf-8") == "captions: {Other: Assets}\n"


@pytest.mark.parametrize("text", ["- a list\n", "captions: text\n", "captions: [a]\n", "{", "a: b: c", "[" * 5_000])
def test_a_file_of_something_else_is_left(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(MapError):
        make(tmp_path, Edit(FILE, ("captions", "Other"), "OtherAssets"))

    assert path.read_text("utf-8") == text


NEW = {"concept": "OtherAssets", "statement": "BS"}
ISSUED = {"concept": "X", "statement": "BS", "aspect": "issued"}
IN_EQUITY = {"concept": "X", "statement": "BS", "place": "equity"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, NEW),
        ("Assets", [NEW, {"concept": "Assets"}]),
        ({"BS": "Assets"}, NEW),
        ({"BS": "Assets", "IS": "Revenues"}, [NEW, {"concept": "Revenues", "statement": "IS"}]),
        ({"concept": "Assets", "statement": "BS", "confirmed": "Ann"}, NEW),
        (
            [{"concept": "Assets", "statement": "BS", "under": "current"}, {"concept": "Revenues", "statement": "BS"}],
            [NEW, {"concept": "Assets", "statement": "BS", "under": "current"}],
        ),
        (ISSUED, [NEW, ISSUED]),
        (IN_EQUITY, [NEW, IN_EQUITY]),
    ],
)  # fmt: skip
def test_an_entry_takes_the_place_of_one_like_it_and_stands_before_others(
    tmp_path: Path, before: object, after: object
) -> None:
    if before is not None:
        make(tmp_path, Edit(FILE, ("captions", "Other"), before))

    done = make(tmp_path, Edit(FILE, ("captions", "Other"), NEW, beside=True))

    assert (done.was, done.now) == (before, after)
    take_back(tmp_path, done)
    assert (tmp_path / FILE).exists() is (before is not None)


def test_entries_of_whatever_is_said() -> None:
    assert entries(None) == []
    assert entries("Assets") == [{"concept": "Assets"}]
    assert entries({"BS": "A", "IS": "B"}) == [{"concept": "A", "statement": "BS"}, {"concept": "B", "statement": "IS"}]
    assert entries({"concept": "A", "under": "x"}) == [{"concept": "A", "under": "x"}]


@pytest.mark.parametrize(
    ("keys", "now", "line"),
    [
        (("rows", "9:3"), NEW, "rows: 9:3: {concept: OtherAssets, statement: BS}"),
        (("captions", "Other"), [NEW, "Assets"], "captions: Other: [{concept: OtherAssets, statement: BS}, Assets]"),
        (("captions", "Total"), {"under": "a", "total": True}, "captions: Total: {under: a, total: true}"),
        (("statements", "4", "scale"), 1000, "statements: 4: scale: 1000"),
    ],
)
def test_an_edit_is_shown_as_a_person_would_write_it(keys: tuple[str, ...], now: object, line: str) -> None:
    assert as_written(Done(FILE, keys, None, now)) == line
