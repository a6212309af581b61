"""An output folder appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.errors import OutputError
from converter.rendering import folder
from converter.rendering.folder import write_folder

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


def test_force_replaces_the_whole_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").write_text("gone")
    write_folder(tmp_path / "out", FILES, force=True)
    assert sorted(os.listdir(tmp_path / "out")) == ["a.xml", "sub"]
    assert os.listdir(tmp_path) == ["out"]


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
        write_folder(tmp_path / "out", {"old": b"old"})

    def disk_is_full(path: Path, files: object) -> None:
        path.mkdir()
        (path / "half").write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder, "_write", disk_is_full)
    with pytest.raises(OutputError, match="No space left"):
        write_folder(tmp_path / "out", FILES, force=force)
    assert os.listdir(tmp_path) == (["out"] if force else [])
    assert not force or os.listdir(tmp_path / "out") == ["old"]


def test_if_the_name_cannot_be_taken_the_old_folder_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path / "out", {"old": b"old"})
    rename = os.rename

    def refuse_new(source: Path, target: Path) -> None:
        if Path(source).name == "new":
            raise OSError(13, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse_new)
    with pytest.raises(OutputError):
        write_folder(tmp_path / "out", FILES, force=True)
    assert (tmp_path / "out" / "old").read_bytes() == b"old"
