"""An output folder appears whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.errors import OccupiedError, OutputError, StorageError
from converter.rendering import folder
from converter.rendering.folder import write_folder
from converter.rendering.owned import with_export_record
from tests.conversions import conversion


def everything(folder: Path) -> dict[str, bytes | None]:
    """All that lies below a folder, with the content of files."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


FILES = {"a.xml": b"<a/>", "sub/b.txt": b"b"}


def test_all_files_are_written(tmp_path: Path) -> None:
    paths = write_folder(tmp_path / "deep" / "out", FILES)
    assert [path.read_bytes() for path in paths] == [b"<a/>", b"b"]
    assert os.listdir(tmp_path / "deep") == ["out"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", FILES)
    assert (tmp_path / "out" / "a.xml").exists()


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("keep")
    with pytest.raises(OutputError, match="`force`"):
        write_folder(tmp_path / "out", FILES)
    assert os.listdir(tmp_path / "out") == ["mine"]


def test_force_replaces_the_whole_conversion_and_what_it_had_more(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", conversion("a.txt", {**FILES, "viewer/a.html": b"<p/>"}))

    write_folder(tmp_path / "out", conversion("a.txt", FILES), force=True)

    assert sorted(os.listdir(tmp_path / "out")) == ["a.xml", "report.json", "sub"]
    assert os.listdir(tmp_path) == ["out"]


def test_the_conversion_of_an_edited_document_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", conversion("a.txt", FILES, content=b"with a typing error"))

    write_folder(tmp_path / "out", conversion("a.txt", FILES, content=b"without"), force=True)

    assert (tmp_path / "out" / "report.json").read_bytes() == conversion("a.txt", FILES, content=b"without")[
        "report.json"
    ]


def add_file(out: Path) -> str:
    (out / "sub" / "notes.txt").write_text("mine")
    return "sub/notes.txt"


def add_hidden_file(out: Path) -> str:
    (out / ".notes").write_text("mine")
    return ".notes"


def add_empty_folder(out: Path) -> str:
    (out / "mine").mkdir()
    return "mine/"


def add_link(out: Path) -> str:
    (out / "link").symlink_to(out.parent)
    return "link"


def edit_file(out: Path) -> str:
    (out / "sub" / "b.txt").write_text("corrected by hand")
    return "sub/b.txt"


def edit_record(out: Path) -> str:
    record = out / "report.json"
    record.write_bytes(record.read_bytes().replace(b"Larkfield", b"Larkfield, Inc."))
    return "report.json"


def put_link_for_file(out: Path) -> str:
    (out / "a.xml").rename(out.parent / "elsewhere.xml")
    (out / "a.xml").symlink_to(out.parent / "elsewhere.xml")
    return "a.xml"


def lose_record(out: Path) -> str:
    (out / "report.json").unlink()
    return "a.xml, sub/b.txt"


def put_another_record(out: Path) -> str:
    (out / "report.json").write_text('{"title": "my own report"}')
    return "a.xml, report.json, sub/b.txt"


@pytest.mark.parametrize(
    "change",
    [
        add_file,
        add_hidden_file,
        add_empty_folder,
        add_link,
        edit_file,
        edit_record,
        put_link_for_file,
        lose_record,
        put_another_record,
    ],
)
def test_what_a_person_did_in_a_folder_is_named_and_kept(tmp_path: Path, change: Callable[[Path], str]) -> None:
    write_folder(tmp_path / "out", conversion("a.txt", FILES))
    named = change(tmp_path / "out")
    before = everything(tmp_path)

    with pytest.raises(OccupiedError, match=re.escape(f"edited since: {named}. Move")) as refused:
        write_folder(tmp_path / "out", conversion("a.txt", FILES), force=True, another=True)

    assert refused.value.exit_code == 7
    assert everything(tmp_path) == before


@pytest.mark.parametrize("other", [conversion("b.txt"), with_export_record({}, "parquet")], ids=["document", "export"])
def test_the_conversion_of_another_document_is_named_and_kept(tmp_path: Path, other: dict[str, bytes]) -> None:
    write_folder(tmp_path / "out", conversion("a.txt", FILES))
    before = everything(tmp_path)

    with pytest.raises(OccupiedError):
        write_folder(tmp_path / "out", other, force=True)

    assert everything(tmp_path) == before


def test_another_document_of_the_same_name_is_told_by_its_company(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", conversion("a.txt", FILES))
    other = {name: data.replace(b"Larkfield", b"Quillon") for name, data in conversion("a.txt", content=b"x").items()}

    with pytest.raises(OccupiedError, match=r"another source: a\.txt, Larkfield, 2001-09-30"):
        write_folder(tmp_path / "out", other, force=True)


def test_a_folder_with_a_hundred_files_of_a_person_names_a_few(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for number in range(100):
        (tmp_path / "out" / f"{number:02}").touch()

    with pytest.raises(OccupiedError, match=r"00, 01, .* and 92 more"):
        write_folder(tmp_path / "out", conversion("a.txt"), force=True)


def test_a_file_of_that_name_is_refused_even_by_force(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError):
        write_folder(tmp_path / "out", FILES, force=True)
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.parametrize("force", [False, True])
def test_a_failure_on_the_way_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    if force:
        write_folder(tmp_path / "out", conversion("a.txt", {"old": b"old"}))

    def disk_is_full(path: Path, files: object) -> None:
        path.mkdir()
        (path / "half").write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder, "_write", disk_is_full)
    with pytest.raises(OutputError, match="No space left"):
        write_folder(tmp_path / "out", conversion("a.txt"), force=force)
    assert os.listdir(tmp_path) == (["out"] if force else [])
    assert not force or sorted(os.listdir(tmp_path / "out")) == ["old", "report.json"]


def test_if_the_name_cannot_be_taken_the_old_folder_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path / "out", conversion("a.txt", {"old": b"old"}))
    rename = os.rename

    def refuse_new(source: Path, target: Path) -> None:
        if Path(source).name == "new":
            raise OSError(13, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse_new)
    with pytest.raises(StorageError):
        write_folder(tmp_path / "out", conversion("a.txt"), force=True)
    assert (tmp_path / "out" / "old").read_bytes() == b"old"
