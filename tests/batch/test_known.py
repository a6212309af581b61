"""A batch goes on with the documents that it knows, not with names."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from converter.batch import Folder, Output, Settings, Status, Store, plan, run
from converter.batch.inputs import digest
from tests.batch.outputs import RELEASES, documents, summary

SETTINGS = Settings(jobs=2, validate=False)
HALDEN, LARKFIELD = (release.read_bytes() for release in RELEASES[:2])


@pytest.fixture(params=["folder", "store"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> Output:
    return Folder(tmp_path / "out") if request.param == "folder" else Store(f"file://{tmp_path}/out")


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def made(folder: Path) -> dict[str, str]:
    """What each document folder was made from: the beginning of its instance's name, which is its company's."""
    return {path.parent.name: path.name[:4] for path in folder.glob("*/*.xsd")}


def test_a_file_added_with_the_same_name_gets_a_row_of_its_own(tmp_path: Path, out: Output) -> None:
    written(tmp_path / "in" / "b" / "doc.txt", LARKFIELD)
    (first,) = run(plan([tmp_path / "in"]), out, SETTINGS)
    written(tmp_path / "in" / "a" / "doc.txt", HALDEN)  # comes before the other

    added, kept = run(plan([tmp_path / "in"]), out, SETTINGS, resume=True)

    assert kept == first
    assert (added.sha256, kept.sha256) == (sha256(HALDEN), sha256(LARKFIELD))
    assert made(tmp_path / "out") == {added.name: "hald", "doc": "lrkf"}
    assert run(plan([tmp_path / "in"]), out, SETTINGS, resume=True) == [added, kept]


def test_documents_of_the_batch_that_are_not_named_now_keep_their_rows(tmp_path: Path, out: Output) -> None:
    (first,) = run(plan([written(tmp_path / "first" / "doc.txt", LARKFIELD)]), out, SETTINGS)

    rows = run(plan([written(tmp_path / "added" / "doc.txt", HALDEN)]), out, SETTINGS, resume=True)

    assert rows[1:] == [first]
    assert made(tmp_path / "out") == {rows[0].name: "hald", "doc": "lrkf"}
    assert [row["sha256"] for row in summary(tmp_path / "out")] == [sha256(HALDEN), sha256(LARKFIELD)]


def test_a_document_that_was_edited_is_done_again_in_its_folder(tmp_path: Path, out: Output) -> None:
    source = written(tmp_path / "doc.txt", LARKFIELD)
    run(plan([source]), out, SETTINGS)
    source.write_bytes(HALDEN)

    (row,) = run(plan([source]), out, SETTINGS, resume=True)

    assert (row.name, row.sha256) == ("doc", sha256(HALDEN))
    assert made(tmp_path / "out") == {"doc": "hald"}


def test_documents_that_moved_are_not_done_again(tmp_path: Path, out: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path / "here" / "doc.txt", LARKFIELD)
    monkeypatch.chdir(tmp_path)
    (first,) = run(plan(["here"]), out, SETTINGS)
    made = os.stat(tmp_path / "out" / "doc" / "report.json").st_ino
    there = source.rename(written(tmp_path / "there" / "doc.txt", b""))

    (row,) = run(plan([there]), out, SETTINGS, resume=True)

    assert (row.source, row.seconds) == (str(there), first.seconds)
    assert os.stat(tmp_path / "out" / "doc" / "report.json").st_ino == made


def test_two_copies_of_one_file_are_two_documents(tmp_path: Path, out: Output) -> None:
    for folder in ("x", "y"):
        written(tmp_path / "in" / folder / "doc.txt", LARKFIELD)
    rows = run(plan([tmp_path / "in" / "y"]), out, SETTINGS)

    both = run(plan([tmp_path / "in"]), out, SETTINGS, resume=True)

    assert both[1:] == rows
    assert len({row.name for row in both}) == 2


def test_the_same_batch_gives_the_same_names_whether_it_was_interrupted_or_not(tmp_path: Path) -> None:
    for folder in ("x", "y", "z"):
        written(tmp_path / "in" / folder / "doc.txt", LARKFIELD + folder.encode())
    jobs = plan([tmp_path / "in"])
    run(jobs[1:2], Folder(tmp_path / "resumed"), SETTINGS)

    run(jobs, Folder(tmp_path / "resumed"), SETTINGS, resume=True)
    run(jobs, Folder(tmp_path / "whole"), SETTINGS)

    assert documents(tmp_path / "resumed") == documents(tmp_path / "whole")


def test_a_file_that_can_be_read_by_now_is_read(tmp_path: Path, out: Output) -> None:
    source = written(tmp_path / "doc.txt", b"")
    (row,) = run(plan([source]), out, SETTINGS)
    assert row.status is Status.UNREADABLE
    source.write_bytes(LARKFIELD)

    (row,) = run(plan([source]), out, SETTINGS, resume=True)

    assert row.status is Status.DONE


def test_what_is_no_file_has_no_content(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert digest(str(tmp_path / "pipe")) == digest(str(tmp_path / "missing")) == digest(str(tmp_path)) == ""
