"""Inputs and outputs by URL: a document counts when its row is there, and doing it again changes nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest

from converter.batch import Folder, Row, Settings, Status, Store, output, plan, remote, run
from converter.cli import run as command
from converter.errors import InputError, OccupiedError, OutputError, UsageError
from tests.batch.outputs import RELEASES, copies, documents, summary
from tests.conftest import AGES, ROOT
from tests.conversions import conversion

SETTINGS = Settings(jobs=2, seconds=AGES, validate=False)
DONE = Row("a", "a.txt", Status.DONE, facts=3, mapped=0.5)
FAILED = Row("a", "a.txt", Status.TIMEOUT, "It takes more than 2 seconds.")


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    filesystem = fsspec.filesystem("memory")
    filesystem.store.clear()
    yield filesystem
    filesystem.store.clear()


@pytest.fixture
def store(memory: fsspec.AbstractFileSystem) -> Store:
    begun = Store("memory://out")
    begun.start("settings")
    return begun


def test_rows_come_back_as_they_were(store: Store) -> None:
    store.record(DONE, conversion("a.txt"))

    assert store.begun()
    assert store.rows("settings") == {"a": DONE}


def test_a_document_counts_when_its_row_is_there(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    store.record(DONE, conversion("a.txt", {"views/a.html": b"<p/>"}))
    memory.rm("/out/.batch/a.json")

    assert store.rows("settings") == {}

    store.record(DONE, conversion("a.txt", {"views/a.html": b"<p/>"}))

    assert store.rows("settings") == {"a": DONE}
    assert memory.find("/out/a") == ["/out/a/report.json", "/out/a/views/a.html"]


def test_the_row_is_put_after_the_files(
    store: Store, memory: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[str] = []
    pipe_file = memory.pipe_file
    monkeypatch.setattr(memory, "pipe_file", lambda path, content: (put.append(path), pipe_file(path, content)))

    store.record(DONE, conversion("a.txt", {"a.xml": b"<xbrl/>"}))

    assert len(put) == 3
    assert put[-1].endswith("out/.batch/a.json")


def test_a_torn_row_is_no_row(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe_file("/out/.batch/torn.json", b'{"name": "torn", "sour')

    assert store.rows("settings") == {}


def test_a_worker_given_up_for_lost_does_not_undo_what_another_did(store: Store) -> None:
    store.record(DONE, conversion("a.txt"))
    store.record(FAILED)

    assert store.rows("settings") == {"a": DONE}


def test_a_row_without_files_counts_for_another_content(store: Store) -> None:
    store.record(DONE, conversion("a.txt"))
    edited = replace(FAILED, sha256="another")
    store.record(edited)

    assert store.rows("settings") == {"a": edited}


def test_the_record_is_put_first_so_that_a_half_is_known_as_ours(
    store: Store, memory: fsspec.AbstractFileSystem
) -> None:
    files = conversion("a.txt", {"a.xml": b"<xbrl/>", "b.xsd": b"<schema/>"})
    store.record(DONE, files)

    made = {path: memory.created(path) for path in memory.find("/out/a")}
    assert min(made, key=lambda path: made[path]) == "/out/a/report.json"

    for lost in (["a.xml"], ["a.xml", "b.xsd"], ["a.xml", "b.xsd", "report.json"]):
        for name in lost:
            memory.rm_file(f"/out/a/{name}")
        store.record(DONE, files)
        assert len(memory.find("/out/a")) == 3


@pytest.mark.parametrize("name", ["..", ".", "a/../../b", ".batch"])
def test_a_row_of_a_name_that_no_document_has_is_none(
    store: Store, memory: fsspec.AbstractFileSystem, name: str
) -> None:
    memory.pipe_file("/out/.batch/a.json", json.dumps(DONE.as_json() | {"name": name}).encode())

    assert store.rows("settings") == {}
    with pytest.raises(ValueError, match="name of a document"):
        replace(DONE, name=name)


def test_objects_of_a_person_below_a_document_are_kept(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    store.record(DONE, conversion("a.txt", {"a.xml": b"<xbrl/>"}))
    memory.pipe_file("/out/a/notes.txt", b"mine")

    with pytest.raises(OccupiedError, match=r"edited since: notes\.txt"):
        store.record(DONE, conversion("a.txt"), another=True)

    assert memory.cat_file("/out/a/notes.txt") == b"mine"
    assert memory.exists("/out/a/a.xml")


def test_the_conversion_of_another_document_is_kept(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    store.record(DONE, conversion("a.txt", {"a.xml": b"<xbrl/>"}))

    with pytest.raises(OccupiedError, match=r"another source: a\.txt"):
        store.record(DONE, conversion("b.txt"))
    assert memory.exists("/out/a/a.xml")

    store.record(DONE, conversion("b.txt"), another=True)
    assert not memory.exists("/out/a/a.xml")


def test_a_folder_of_rows_that_is_no_batch_s_is_kept(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe_file("/out/.batch/mine.txt", b"mine")
    Store("memory://out").start("settings")

    assert memory.cat_file("/out/.batch/mine.txt") == b"mine"


def test_a_document_takes_the_place_of_one_with_other_formats(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    store.record(DONE, conversion("a.txt", {"facts.parquet": b"PAR1"}))
    store.start("other settings")
    store.record(DONE, conversion("a.txt"))

    assert memory.find("/out/a") == ["/out/a/report.json"]


def test_a_new_start_forgets_the_rows(store: Store) -> None:
    store.record(DONE, conversion("a.txt"))
    store.start("other settings")

    assert store.rows("other settings") == {}
    with pytest.raises(UsageError, match="other options"):
        store.rows("settings")


def test_urls_in_and_out_give_what_paths_give(tmp_path: Path) -> None:
    inputs = copies(tmp_path / "in", 1)
    arguments = ["--jobs", "2", "--no-validate", "--quiet"]

    assert command(["batch", f"file://{inputs}", "-o", f"file://{tmp_path}/urls", *arguments]) == 0
    assert command(["batch", str(inputs), "-o", str(tmp_path / "paths"), *arguments]) == 0

    assert documents(tmp_path / "urls") == documents(tmp_path / "paths") != {}
    assert [row | {"source": row["source"].removeprefix("file://")} for row in summary(tmp_path / "urls")] == summary(
        tmp_path / "paths"
    )
    assert not (tmp_path / "urls" / ".batch-parts").exists()


def test_a_store_is_resumed_where_it_was(tmp_path: Path) -> None:
    planned, store = plan([f"file://{copies(tmp_path / 'in', 1)}"]), Store(f"file://{tmp_path}/out")
    first = run(planned, store, SETTINGS)
    half, *rest = (row.name for row in first)
    before = documents(tmp_path / "out")
    (tmp_path / "out" / ".batch" / f"{half}.json").unlink()
    next((tmp_path / "out" / half).glob("*.xsd")).unlink()
    kept = {path: path.stat().st_ino for name in rest for path in (tmp_path / "out" / name).iterdir()}

    with pytest.raises(OutputError, match="--resume"):
        run(planned, store, SETTINGS)
    again = run(planned, store, SETTINGS, resume=True)

    assert [row.name for row in again] == [row.name for row in first]
    assert again[1:] == first[1:]
    assert {path: path.stat().st_ino for path in kept} == kept
    assert documents(tmp_path / "out") == before


def test_folders_and_patterns_of_urls_give_their_files(memory: fsspec.AbstractFileSystem) -> None:
    for name in ("b.txt", "more/c.txt", "a.htm", ".hidden"):
        memory.pipe_file(f"/in/{name}", b"text")

    assert remote.files("memory://in") == ["memory:///in/a.htm", "memory:///in/b.txt", "memory:///in/more/c.txt"]
    assert remote.files("memory://in/*.txt") == ["memory:///in/b.txt"]
    assert remote.files("memory://in/m*") == ["memory:///in/more/c.txt"]
    assert remote.files("memory://in/b.txt") == ["memory:///in/b.txt"]
    assert remote.load("memory://in/b.txt") == b"text"


def test_a_url_names_documents_as_a_path_does(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.0001-95.txt").touch()

    assert [job.name for job in plan([f"file://{tmp_path}"])] == [job.name for job in plan([tmp_path])]


def test_what_cannot_be_read_is_told(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe_file("/in/large.txt", b"text")

    with pytest.raises(InputError, match="does not exist"):
        remote.files("memory://missing")
    with pytest.raises(InputError, match="does not exist"):
        remote.load("memory://missing")
    with pytest.raises(InputError, match="too large"):
        remote.load("memory://in/large.txt", limit=3)


def test_what_is_not_installed_is_told() -> None:
    fsspec.register_implementation(
        "cellar", "no_such_package.Cellar", clobber=True, errtxt="Install cellarfs to use it"
    )

    with pytest.raises(UsageError, match="Install cellarfs to use it"):
        output("cellar://bucket/out").begun()
    with pytest.raises(UsageError, match="protocol that fsspec knows"):
        plan(["nosuch://bucket/in"])


def test_what_workers_cannot_see_is_refused() -> None:
    with pytest.raises(UsageError, match="one process alone"):
        output("memory://out")
    with pytest.raises(UsageError, match="one process alone"):
        plan(["memory://in"])


def test_an_output_is_of_the_kind_it_was_begun_as(tmp_path: Path) -> None:
    assert type(output(str(tmp_path))) is Folder
    assert type(output(str(tmp_path), shared=True)) is Store

    Folder(tmp_path).start("settings")

    with pytest.raises(OutputError, match="--engine local"):
        output(str(tmp_path), shared=True)


def test_paths_need_neither_fsspec_nor_dask(tmp_path: Path) -> None:
    for name in ("fsspec", "dask", "distributed"):
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('not installed', name={name!r})")

    def batch(*arguments: str) -> tuple[int, str]:
        program = [sys.executable, "-m", "converter", "batch", *arguments, "--no-validate", "--quiet", "--jobs", "1"]
        where = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
        done = subprocess.run(program, cwd=tmp_path, env=where, capture_output=True, text=True)
        return done.returncode, done.stderr

    assert batch(str(RELEASES[0]), "-o", "out") == (0, "")
    assert summary(tmp_path / "out")[0]["status"] == "done"
    code, said = batch(str(RELEASES[0]), "-o", "other", "--engine", "dask")
    assert code == UsageError.exit_code
    assert "--engine dask needs distributed.\nInstall it: " in said
    assert "pip install 'retroxbrl[cluster]'" in said
    code, said = batch(f"file://{RELEASES[0]}", "-o", "other")
    assert code == UsageError.exit_code
    assert "pip install '.[cluster]'" in said
    assert not (tmp_path / "other").exists()
