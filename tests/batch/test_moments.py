"""Whatever happens at whichever change of the disk, a batch that goes on ends as if nothing had happened."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.batch import Folder, Output, Row, Status, Store
from converter.errors import StorageError
from tests.batch import moments
from tests.batch.outputs import documents
from tests.conversions import conversion

OLD = conversion("a.txt", {"a.xml": b"old", "facts/num.txt": b"old", "viewer/a.html": b"old"})
NEW = conversion("a.txt", {"a.xml": b"new", "a.xsd": b"new", "facts/num.txt": b"new"}, content=b"edited")
EARLIER = Row("a", "a.txt", Status.DONE, sha256="old")
ROW = Row("a", "a.txt", Status.DONE, sha256="new")
BESIDE = Row("b", "b.txt", Status.NO_STATEMENT)


def folder(path: Path) -> Output:
    return Folder(path)


def store(path: Path) -> Output:
    return Store(f"file://{path}")


def begun(out: Output, before: bool) -> Output:
    """A batch with one row, and with an earlier conversion of the document when `before`."""
    with out.alone():
        out.start("settings")
        out.record(BESIDE)
        if before:
            out.record(EARLIER, OLD)
    return out


def rounds(made: Callable[[Path], Output], path: Path, before: bool) -> int:
    """How many changes it takes to keep a document."""
    out = begun(made(path), before)
    with moments.changes(path, lambda _: None) as count:
        out.record(ROW, NEW, another=True)
    return count[0]


@pytest.mark.parametrize("before", [False, True], ids=["new", "replaced"])
@pytest.mark.parametrize("made", [folder, store])
@pytest.mark.parametrize("what", ["killed", "full"])
def test_a_document_is_there_with_its_row_or_is_done_again(
    tmp_path: Path, made: Callable[[Path], Output], what: str, before: bool
) -> None:
    last = rounds(made, tmp_path / "undisturbed", before)
    assert last > 5
    for number in range(1, last + 1):
        path = tmp_path / str(number)
        out = begun(made(path), before)

        def keep(out: Output = out, path: Path = path, number: int = number) -> None:
            happens = moments.killed if what == "killed" else moments.full
            with moments.changes(path, moments.happens(happens, number, lasting=what == "full")):
                out.record(ROW, NEW, another=True)

        if what == "killed":
            assert moments.in_a_process(keep) == -signal.SIGKILL
        else:
            with pytest.raises(StorageError):
                keep()

        rows = out.rows("settings")
        assert rows["b"] == BESIDE, "another document's row is never lost"
        if rows.get("a") == ROW:
            assert documents(path) == documents(tmp_path / "undisturbed"), "a row counts for its files alone"
        with out.alone():
            out.record(ROW, NEW, another=True)
        assert out.rows("settings") == {"a": ROW, "b": BESIDE}
        assert documents(path) == documents(tmp_path / "undisturbed")
        assert not (path / ".batch-parts").exists()
