"""A full disk ends a batch with exit code 7; no document pays for it, and `--resume` goes on."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from converter.batch import Folder, Job, Output, Row, Settings, Status, Store, engine, journal, memory, plan, pool, run
from converter.cli import run as command
from converter.errors import StorageError
from tests.batch import faults
from tests.batch.outputs import RELEASES, documents, summary
from tests.conftest import ROOT
from tests.conversions import conversion

SETTINGS = Settings(jobs=2, seconds=60, validate=False)
FULL = OSError(errno.ENOSPC, "No space left on device")


def jobs(*names: str) -> list[Job]:
    return [Job(name, f"{name}.txt") for name in names]


def full(*_: object, **__: object) -> None:
    raise FULL


@pytest.mark.parametrize("fault", ["full", "unwritable"])
@pytest.mark.parametrize("name", ["local", "dask"])
def test_no_document_fails_because_nothing_can_be_written(tmp_path: Path, fault: str, name: str) -> None:
    out: Output = Folder(tmp_path) if name == "local" else Store(f"file://{tmp_path}")
    planned = jobs("a", f"{fault}-1", f"{fault}-2", "b")

    with pytest.raises(StorageError) as ended:
        run(planned, out, SETTINGS, work=faults.work, engine=engine(name))

    assert ended.value.exit_code == 7
    assert {row.status for row in out.rows(SETTINGS.fingerprint()).values()} <= {Status.DONE}
    assert len(run(planned, out, SETTINGS, resume=True, engine=engine(name))) == 4, "it goes on"


def test_a_row_that_cannot_be_kept_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is written first, and gives way: a row never counts for what an earlier conversion left."""
    out = Folder(tmp_path)
    out.start("settings")
    out.record(Row("a", "a.txt", Status.DONE), conversion("a.txt", {"a.xml": b"old"}))
    with monkeypatch.context() as patched:
        patched.setattr(journal, "append", full)
        with pytest.raises(StorageError, match=r"No space left on device.* go on with --resume"):
            out.record(Row("a", "a.txt", Status.DONE), conversion("a.txt", {"a.xml": b"new"}))
        with pytest.raises(StorageError):
            out.record(Row("b", "b.txt", Status.DONE), conversion("b.txt"))

    assert (tmp_path / "a" / "a.xml").read_bytes() == b"old"
    assert set(out.rows("settings")) == {"a"}
    assert not (tmp_path / "b").exists()


def test_a_row_counts_for_no_earlier_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Folder(tmp_path)
    out.start("settings")
    out.record(Row("a", "a.txt", Status.DONE), conversion("a.txt", {"a.xml": b"old"}))
    out.start("other settings")
    append, stood = journal.append, []

    def seen(path: Path, row: Row) -> None:
        append(path, row)
        stood.append((path / row.name).exists())

    monkeypatch.setattr(journal, "append", seen)
    out.record(Row("a", "a.txt", Status.DONE), conversion("a.txt", {"a.xml": b"new"}))

    assert stood == [False], "a kill at this moment leaves a row without a folder, which does not count"


@pytest.mark.parametrize("name", ["summary.csv", "summary.parquet"])
def test_the_summary_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    planned = jobs("a", "b")
    run(planned[:1], Folder(tmp_path), SETTINGS, work=faults.work)
    before = (tmp_path / name).read_bytes()
    replace = Path.replace
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", lambda self, to: full() if to.name == name else replace(self, to))
        with pytest.raises(StorageError, match="go on with --resume"):
            run(planned, Folder(tmp_path), SETTINGS, resume=True, work=faults.work)
    assert (tmp_path / name).read_bytes() == before

    rows = run(planned, Folder(tmp_path), SETTINGS, resume=True, work=faults.work)

    assert [row["name"] for row in summary(tmp_path)] == [row.name for row in rows]


def test_a_batch_that_cannot_begin_anew_leaves_the_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = run(jobs("a"), Folder(tmp_path), SETTINGS, work=faults.work)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(StorageError):
            run(jobs("a"), Folder(tmp_path), SETTINGS, force=True, work=faults.work)

    assert run(jobs("a"), Folder(tmp_path), SETTINGS, resume=True, work=faults.work) == rows


def test_no_file_may_be_large_and_the_batch_goes_on_when_it_may(tmp_path: Path) -> None:
    """The system's own limit, in all processes of a batch: what a quota is to a program."""
    program = [sys.executable, "-m", "converter", "batch", *map(str, RELEASES), "-o", str(tmp_path / "out")]
    program += ["--no-validate", "--quiet", "--jobs", "2", "--resume"]
    limit = 20_000  # of bytes; a report.json has more

    ended = subprocess.run(
        program,
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY)),
    )

    assert ended.returncode == 7
    assert "Traceback" not in ended.stderr
    assert "go on with --resume" in ended.stderr
    assert documents(tmp_path / "out") == {}
    assert subprocess.run(program, cwd=ROOT).returncode == 0
    assert {row["status"] for row in summary(tmp_path / "out")} == {"done"}


# ------------------------------------------------------------------------------------------------------------ memory


def limited(megabytes: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A batch in whose processes the system allows no more address space, as `ulimit -v` has it."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024, megabytes * 1024 * 1024))

    program = [sys.executable, "-m", "converter", "batch", *arguments]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, preexec_fn=limit)


def test_the_system_may_allow_less_memory_than_the_batch(tmp_path: Path) -> None:
    ended = limited(2000, str(RELEASES[0]), "-o", str(tmp_path / "out"), "--no-validate", "--jobs", "1")

    assert ended.returncode == 0, ended.stderr
    assert "allows a process 2000 MB of address space; so --megabytes is 2000" in ended.stderr
    assert [row["status"] for row in summary(tmp_path / "out")] == ["done"]


def test_a_verdict_for_want_of_memory_is_none(tmp_path: Path) -> None:
    """Arelle goes on without a taxonomy that it had no memory to load, and finds that all concepts are unknown."""
    arguments = ["batch", str(RELEASES[0]), "-o", str(tmp_path / "out"), "--jobs", "1", "--seconds", "20"]

    assert command([*arguments, "--megabytes", "250", "--quiet"]) == 10
    (row,) = summary(tmp_path / "out")
    assert (row["status"], row["message"]) == ("memory", "It needs more than 250 MB.")


@pytest.mark.parametrize("fault", ["hang", "bug"])
def test_what_goes_wrong_near_the_limit_is_for_want_of_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """Where memory is refused to a library it hangs, dies, or misses a file of its own."""
    monkeypatch.setattr(pool, "Worker", faults.PatientWorker)

    (row,) = run(jobs(fault), Folder(tmp_path), replace(SETTINGS, megabytes=260), work=faults.work)

    assert (row.status, row.message) == (Status.MEMORY, "It needs more than 260 MB.")


def test_a_batch_may_allow_less_memory_than_the_system(tmp_path: Path) -> None:
    ended = limited(
        4000, str(RELEASES[0]), "-o", str(tmp_path / "out"), "--no-validate", "--jobs", "1", "--megabytes", "3000"
    )

    assert (ended.returncode, "megabytes" in ended.stderr) == (0, False)


def test_what_a_document_may_have_is_the_least_of_all_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = (3 * 2**30, 2 * 2**30)
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    assert (memory.allowed(4096), memory.allowed(512)) == (2048, 512)

    limits = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    assert memory.allowed(4096) == 4096


# ------------------------------------------------------------------------------------------- what a batch comes to


def test_documents_that_failed_are_an_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    arguments = ["batch", str(RELEASES[0]), str(tmp_path / "empty.txt"), "-o", str(tmp_path / "out"), "--no-validate"]

    assert command([*arguments, "--quiet"]) == 10
    assert "1 of 2 documents failed" in capsys.readouterr().err


def test_a_document_without_statements_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("A new president was elected today.\n")

    assert command(["batch", str(tmp_path / "news.txt"), "-o", str(tmp_path / "out"), "--no-validate", "--quiet"]) == 0
    assert [row["status"] for row in summary(tmp_path / "out")] == ["no statement"]


def test_what_crashed_or_met_a_limit_is_done_again_when_asked(tmp_path: Path) -> None:
    for fault in ("crash", "bug", "memory"):
        (tmp_path / f"{fault}.txt").write_bytes(RELEASES[0].read_bytes())
    (tmp_path / "empty.txt").touch()
    planned = plan(sorted(tmp_path.glob("*.txt")))
    out = Folder(tmp_path / "out")
    first = run(planned, out, SETTINGS, work=faults.work)
    assert {row.name: row.status for row in first} == {
        "bug": Status.FAILED,
        "crash": Status.CRASHED,
        "empty": Status.DONE,
        "memory": Status.MEMORY,
    }

    assert run(planned, out, SETTINGS, resume=True) == first

    again = run(planned, out, SETTINGS, resume=True, retry=True)
    assert {row.status for row in again} == {Status.DONE}
    assert again[2] == first[2], "what did not fail is not done again"


def test_an_interrupted_batch_says_how_many_are_done_and_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from converter.batch import pool

    rows = pool.rows

    def interrupted(*arguments: object) -> object:
        for number, row in enumerate(rows(*arguments)):  # type: ignore[arg-type]
            yield row
            if number == 1:
                raise KeyboardInterrupt

    monkeypatch.setattr(pool, "rows", interrupted)
    arguments = ["batch", *map(str, RELEASES), "-o", str(tmp_path / "out"), "--no-validate", "--jobs", "1"]

    assert command(arguments) == 130
    told = capsys.readouterr().err
    assert f"Interrupted: 2 of {len(RELEASES)} documents are done.\nGo on with the same command and --resume." in told

    monkeypatch.setattr(pool, "rows", rows)
    assert command([*arguments, "--resume"]) == 0
    assert len(summary(tmp_path / "out")) == len(RELEASES)
    assert not [path for path in os.listdir(tmp_path / "out") if path == ".batch-parts"]
