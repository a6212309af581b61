"""Which documents a batch takes, and what their folders are called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.batch import Job, plan
from converter.errors import InputError
from converter.rendering.naming import folded, is_folder_name
from tests.batch.outputs import STRANGE


def test_folders_give_their_files_and_names_lose_their_extension(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for name in ("b.txt", "more/c.html", "a.0001-95.txt", ".hidden"):
        (tmp_path / name).touch()

    assert [job.name for job in plan([tmp_path])] == ["a.0001-95", "b", "c"]


def touched(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    return [folder / name for name in names]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x/a.txt", "y/a.txt"),
        ("x/a.txt", "x/a.htm"),
        ("x/a.txt", "y/A.txt"),
        ("x/\u00e9.txt", "y/e\u0301.txt"),
        ("x/\u00c9.txt", "y/e\u0301.txt"),
    ],
)
def test_names_that_some_file_system_takes_for_one_are_two(tmp_path: Path, one: str, other: str) -> None:
    names = [job.name for job in plan(touched(tmp_path, one, other))]

    assert len({folded(name) for name in names}) == 2
    assert all(re.search("-[0-9a-f]{8}$", name) for name in names)


def test_which_name_a_file_gets_of_those_called_the_same_hangs_on_no_other(tmp_path: Path) -> None:
    a, b, c = touched(tmp_path, "x/a.txt", "y/a.txt", "z/a.txt")
    names = {job.source: job.name for job in plan([a, b, c])}

    for files in ([b, c], [c, b], [c, a], [a, b]):
        assert all(job.name == names[job.source] for job in plan(files))


def test_a_file_that_is_called_as_another_one_is_told_apart_does_not_take_its_name(tmp_path: Path) -> None:
    same = touched(tmp_path, "x/a.txt", "y/a.txt")
    names = [job.name for job in plan(same)]

    other = [job.name for job in plan([*same, *touched(tmp_path, f"x/{names[0]}.txt")])]

    assert len(set(other)) == 3
    assert other[1:] == [names[1], names[0]]


def test_every_file_gets_a_folder_of_its_own_whatever_it_is_called(tmp_path: Path) -> None:
    files = touched(tmp_path, *STRANGE)

    names = [job.name for job in plan(files)]

    assert len({folded(name) for name in names}) == len(files)
    assert all(is_folder_name(name) for name in names)


def test_a_job_is_never_for_a_place_outside_its_folder() -> None:
    for name in ("", ".", "..", "a/b", ".batch", "summary.csv"):
        with pytest.raises(ValueError, match="document's folder"):
            Job(name, "a.txt")


def test_a_file_named_twice_is_converted_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()

    assert len(plan([tmp_path, tmp_path / "a.txt"])) == 1


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        plan([tmp_path / "missing"])


def test_a_path_that_cannot_be_looked_up_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be looked up"):
        plan([tmp_path / ("x" * 300)])


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to convert"):
        plan([tmp_path])
