"""No name of a file ends a batch, or costs more than its own row: not another document, and nothing of a person's."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.batch import Folder, Output, Settings, Status, Store, engine, plan, run
from converter.cli import run as command
from tests.batch.outputs import RELEASES, STRANGE, summary

SETTINGS = Settings(jobs=2, validate=False)
KEPT = {"keep.txt": "mine", ".hidden/keep.txt": "mine", "beside/keep.txt": "mine"}


@pytest.fixture
def inputs(tmp_path: Path) -> list[Path]:
    """A release for each of the strange names."""
    (tmp_path / "in").mkdir()
    for name in STRANGE:
        (tmp_path / "in" / name).write_bytes(RELEASES[0].read_bytes())
    return [tmp_path / "in" / name for name in STRANGE]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that holds a person's files, and `out`, which holds some as well."""
    for folder in (tmp_path / "place", tmp_path / "place" / "out"):
        for name, text in KEPT.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
    return tmp_path / "place"


def is_kept(place: Path) -> bool:
    return all((folder / name).read_text() == text for folder in (place, place / "out") for name, text in KEPT.items())


@pytest.mark.parametrize(
    ("made", "engine_name"), [(Folder, "local"), (lambda path: Store(f"file://{path}"), "local"), (Folder, "dask")]
)
def test_every_name_gives_a_row_and_a_folder(
    inputs: list[Path], place: Path, made: type[Folder], engine_name: str
) -> None:
    out: Output = made(place / "out")

    rows = run(plan(inputs), out, SETTINGS, engine=engine(engine_name))

    assert [row.source for row in rows] == [str(path) for path in inputs]
    assert {row.status for row in rows} == {Status.DONE}
    assert all((place / "out" / row.name / "report.json").is_file() for row in rows)
    assert len(summary(place / "out")) == len(inputs)
    assert is_kept(place)
    assert run(plan(inputs), out, SETTINGS, resume=True, engine=engine(engine_name)) == rows


def test_the_command_shows_any_name(inputs: list[Path], place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in inputs:
        path.write_bytes(b"")

    code = command(["batch", *map(str, inputs), "-o", str(place / "out"), "--no-validate", "--jobs", "2"])

    assert code == 10
    assert f"{len(STRANGE)} documents: {len(STRANGE)} unreadable" in capsys.readouterr().out


@pytest.mark.parametrize("url", [False, True])
def test_a_folder_of_a_person_where_a_document_goes_is_named_and_kept(place: Path, tmp_path: Path, url: bool) -> None:
    files = [tmp_path / "beside.txt", tmp_path / "free.txt"]
    for path in files:
        path.write_bytes(RELEASES[0].read_bytes())
    out: Output = Store(f"file://{place}/out") if url else Folder(place / "out")

    for force in (False, True):
        taken, free = run(plan(files), out, SETTINGS, force=force)

        assert (taken.status, free.status) == (Status.FAILED, Status.DONE)
        assert "keep.txt" in taken.message
        assert is_kept(place)


@pytest.mark.parametrize("url", [False, True])
def test_an_output_that_a_person_edited_is_named_and_kept_when_all_is_done_anew(tmp_path: Path, url: bool) -> None:
    out: Output = Store(f"file://{tmp_path}/out") if url else Folder(tmp_path / "out")
    jobs = plan(RELEASES[:2])
    first, second = run(jobs, out, SETTINGS)
    edited = next((tmp_path / "out" / first.name).glob("*_lab.xml"))
    edited.write_text("corrected by hand")

    again = run(jobs, out, SETTINGS, force=True)

    assert [row.status for row in again] == [Status.FAILED, second.status]
    assert edited.name in again[0].message
    assert edited.read_text() == "corrected by hand"
