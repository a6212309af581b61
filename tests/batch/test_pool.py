"""One document can harm nothing but its own row."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.batch import Folder, Job, Row, Settings, Status, pool, run
from converter.errors import OutputError, UsageError
from converter.options import Options
from tests.batch import faults
from tests.conftest import AGES

SETTINGS = Settings(jobs=2, seconds=AGES, validate=False)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Worker", faults.PatientWorker)


def jobs(*names: str) -> list[Job]:
    return [Job(name, f"{name}.txt") for name in names]


def test_a_crash_a_hang_and_a_bug_cost_one_row_each(tmp_path: Path) -> None:
    rows = run(jobs("a", "crash", "b", "hang", "bug", "c", "memory", "d"), Folder(tmp_path), SETTINGS, work=faults.work)

    assert {row.name: row.status for row in rows} == {
        "a": Status.DONE,
        "crash": Status.CRASHED,
        "b": Status.DONE,
        "hang": Status.TIMEOUT,
        "bug": Status.FAILED,
        "c": Status.DONE,
        "memory": Status.MEMORY,
        "d": Status.DONE,
    }
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["a", "b", "c", "d"]


def test_a_worker_that_dies_between_documents_costs_one_at_most(tmp_path: Path) -> None:
    names = ["late", *(f"document-{number}" for number in range(12))]

    rows = run(jobs(*names), Folder(tmp_path), SETTINGS, work=faults.work)

    assert [row.name for row in rows] == names
    assert rows[0].status is Status.DONE
    crashed = [row.name for row in rows if row.status is not Status.DONE]
    assert len(crashed) <= 1  # the document that the dying worker had just taken


def test_rows_come_in_the_order_of_the_inputs_whichever_is_done_first(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    fifo, told = str(tmp_path / "fifo"), list[Row]()
    ordered = [Job("waits", fifo), *jobs("a"), Job("wakes", fifo), *jobs("b")]

    rows = run(ordered, Folder(tmp_path / "out"), SETTINGS, work=faults.work, on_row=told.append)

    assert [row.name for row in rows] == ["waits", "a", "wakes", "b"]
    assert [row.name for row in told].index("waits") > [row.name for row in told].index("a")


def test_a_second_batch_into_the_same_folder_has_to_say_what_it_means(tmp_path: Path) -> None:
    run(jobs("a"), Folder(tmp_path), SETTINGS, work=faults.work)

    with pytest.raises(OutputError, match="--resume"):
        run(jobs("a"), Folder(tmp_path), SETTINGS, work=faults.work)


def test_resuming_redoes_nothing_and_adds_what_is_missing(tmp_path: Path) -> None:
    first = run(jobs("a", "crash"), Folder(tmp_path), SETTINGS, work=faults.work)

    made = (tmp_path / "a").stat().st_ino

    rows = run(jobs("a", "crash", "b"), Folder(tmp_path), SETTINGS, resume=True, work=faults.work)

    assert rows[:2] == first
    assert (tmp_path / "a").stat().st_ino == made
    assert rows[2].status is Status.DONE


def test_a_batch_is_not_resumed_with_other_options(tmp_path: Path) -> None:
    run(jobs("a"), Folder(tmp_path), SETTINGS, work=faults.work)
    other = Settings(Options(taxonomy="us-gaap/2009"), jobs=2, validate=False)

    with pytest.raises(UsageError, match="other options"):
        run(jobs("a"), Folder(tmp_path), other, resume=True, work=faults.work)
