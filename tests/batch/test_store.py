"""Inputs and outputs by URL: a document counts when its row is there, and doing it again changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from converter.batch import Folder, Row, Settings, Status, Store, output, plan, remote, run
from converter.cli import run as command
from converter.errors import InputError, OutputError, UsageError
from tests.batch.outputs import RELEASES, copies, documents, summary
from tests.conftest import AGES, ROOT

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
    store.record(DONE, {"report.json": b"{}"})

    assert store.begun()
    assert store.rows("settings") == {"a": DONE}


def test_a_document_counts_when_its_row_is_there(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    store.record(DONE, {"report.json": b"{}", "views/a.html": b"<p/>"})
    memory.rm("/out/.batch/a.json")

    assert store.rows("settings") == {}

    store.record(DONE, {"report.json": b"{}", "views/a.html": b"<p/>"})

    assert store.rows("settings") == {"a": DONE}
    assert memory.find("/out/a") == ["/out/a/report.json", "/out/a/views/a.html"]


def test_the_row_is_put_after_the_files(
    store: Store, memory: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[str] = []
    pipe_file = memory.pipe_file
    monkeypatch.setattr(memory, "pipe_file", lambda path, content: (put.append(path), pipe_file(path, content)))

    store.record(DONE, {"report.json": b"{}", "a.xml": b"<xbrl/>"})

    assert len(put) == 3
    assert put[-1].endswith("out/.batch/a.json")


def test_a_torn_row_is_no_row(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe_file("/out/.batch/torn.json", b'{"name": "torn", "sour')

    assert store.rows("settings") == {}


def test_a_worker_given_up_for_lost_does_not_undo_what_another_did(store: Store) -> None:
    store.record(DONE, {"report.json": b"{}"})
    store.record(FAILED)

    assert store.rows("settings") == {"a": DONE}


def test_a_document_takes_the_place_of_one_with_other_formats(store: Store, memory: fsspec.AbstractFileSystem) -> None:
    store.record(DONE, {"report.json": b"{}", "facts.parquet": b"PAR1"})
    store.start("other settings")
    store.record(DONE, {"report.json": b"{}"})

    assert memory.find("/out/a") == ["/out/a/report.json"]


def test_a_new_start_forgets_the_rows(store: Store) -> None:
    store.record(DONE, {"report.json": b"{}"})
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
    (tmp_path / "out" / half / "report.json").write_bytes(b'{"torn')
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
