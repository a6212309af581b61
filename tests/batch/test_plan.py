"""Which documents a batch takes, and what their folders are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.batch import plan
from converter.errors import InputError


def test_folders_give_their_files_and_names_lose_their_extension(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for name in ("b.txt", "more/c.html", "a.0001-95.txt", ".hidden"):
        (tmp_path / name).touch()

    assert [job.name for job in plan([tmp_path])] == ["a.0001-95", "b", "c"]


def test_files_of_the_same_name_get_numbers(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").touch()

    assert [job.name for job in plan([tmp_path])] == ["a", "a-2"]


def test_a_file_named_twice_is_converted_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()

    assert len(plan([tmp_path, tmp_path / "a.txt"])) == 1


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        plan([tmp_path / "missing"])


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to convert"):
        plan([tmp_path])
