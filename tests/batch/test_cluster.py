"""A Dask cluster gives what the pool gives, and a worker that is lost costs a retry and nothing else."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import dask
import psutil
import pytest
from distributed import Client, LocalCluster

from converter.batch import Folder, Job, Row, Settings, Status, Store, cluster, engine, output, plan, run
from converter.batch.waiting import Waiting
from converter.cli import run as command
from converter.errors import ClusterError, UsageError
from tests.batch import faults
from tests.batch.outputs import copies, documents, summary
from tests.conftest import AGES

SETTINGS = Settings(jobs=2, seconds=AGES, validate=False)


@pytest.fixture(scope="module")
def dask_cluster() -> Iterator[LocalCluster]:
    """Two workers of one thread; a task may kill two of them, then it is given up. No process is lost for slowness.

    A row that was lost with its worker is asked of its address for as long as connecting may take, before it is made
    again: a minute, and not ages.
    """
    patient = {
        "distributed.comm.timeouts.connect": "60s",
        "distributed.comm.timeouts.tcp": f"{AGES:.0f}s",
        "distributed.scheduler.worker-ttl": None,
    }
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1, **patient}),
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", memory_limit=0
        ) as made,
    ):
        yield made


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "Worker", faults.PatientWorker)


@pytest.fixture
def scheduler(dask_cluster: LocalCluster) -> str:
    """Its address, once both workers are there: another test may have killed some."""
    with Client(dask_cluster, set_as_default=False) as client:
        client.wait_for_workers(2)
    return str(dask_cluster.scheduler_address)


def jobs(*names: str) -> list[Job]:
    return [Job(name, f"{name}.txt") for name in names]


def store(path: Path) -> Store:
    return Store(f"file://{path}")


def dask_workers(scheduler: str) -> list[psutil.Process]:
    with Client(scheduler, set_as_default=False) as client:
        return [psutil.Process(pid) for pid in client.run(os.getpid).values()]


def test_two_workers_write_the_bytes_that_the_pool_writes(tmp_path: Path, scheduler: str) -> None:
    planned = plan([copies(tmp_path / "in", 2)])

    ours = run(planned, Folder(tmp_path / "pool"), SETTINGS)
    theirs = run(planned, store(tmp_path / "dask"), SETTINGS, engine=engine("dask", scheduler))

    assert [row.name for row in theirs] == [row.name for row in ours]
    assert documents(tmp_path / "dask") == documents(tmp_path / "pool") != {}
    assert summary(tmp_path / "dask") == summary(tmp_path / "pool")


def test_a_worker_that_is_killed_costs_no_document_and_doubles_none(tmp_path: Path, scheduler: str) -> None:
    planned = plan([copies(tmp_path / "in", 4)])
    told: list[Row] = []
    ended: list[psutil.Process] = []

    def kill_one(row: Row) -> None:
        """When the third row comes, one Dask worker goes."""
        told.append(row)
        if len(told) == 3:
            lost = next(worker for worker in dask_workers(scheduler) if worker.children())
            ended.extend(lost.children())
            lost.kill()

    rows = run(planned, store(tmp_path / "dask"), SETTINGS, engine=engine("dask", scheduler), on_row=kill_one)
    run(planned, Folder(tmp_path / "pool"), SETTINGS)

    assert Counter(row.name for row in told) == Counter(job.name for job in planned)
    assert {row.status for row in rows} == {Status.DONE}
    assert sorted(path.stem for path in (tmp_path / "dask" / ".batch").iterdir()) == sorted(job.name for job in planned)
    assert documents(tmp_path / "dask") == documents(tmp_path / "pool")
    assert summary(tmp_path / "dask") == summary(tmp_path / "pool")
    _, alive = psutil.wait_procs(ended, timeout=AGES)
    assert not alive


def test_a_crash_a_hang_and_a_bug_cost_one_row_each(tmp_path: Path, scheduler: str) -> None:
    names = ("a", "crash", "b", "hang", "bug", "c", "memory", "d")
    pids = {worker.pid for worker in dask_workers(scheduler)}

    rows = run(jobs(*names), store(tmp_path), SETTINGS, work=faults.work, engine=engine("dask", scheduler))

    assert {row.name: row.status for row in rows if row.status is not Status.DONE} == {
        "crash": Status.CRASHED,
        "hang": Status.TIMEOUT,
        "bug": Status.FAILED,
        "memory": Status.MEMORY,
    }
    assert [row.name for row in rows] == list(names)
    assert {worker.pid for worker in dask_workers(scheduler)} == pids, "the Dask workers live on"


def test_a_document_that_kills_every_dask_worker_costs_its_row_alone(tmp_path: Path, scheduler: str) -> None:
    names = ("a", "killer", "b", "c", "d")

    rows = run(jobs(*names), store(tmp_path), SETTINGS, work=faults.work, engine=engine("dask", scheduler))

    assert {row.name: row.status for row in rows} == {
        name: Status.CRASHED if name == "killer" else Status.DONE for name in names
    }
    assert store(tmp_path).rows(SETTINGS.fingerprint()).keys() == set(names)


def test_a_document_is_done_after_the_earlier_ones_whatever_became_of_them(tmp_path: Path, scheduler: str) -> None:
    told: list[str] = []
    chained = [Job("later", "later.txt", earlier=("bug", "z")), Job("z", "z.txt", earlier=("bug",)), *jobs("bug")]

    run(
        chained,
        store(tmp_path),
        SETTINGS,
        work=faults.work,
        engine=engine("dask", scheduler),
        on_row=lambda row: told.append(row.name),
    )

    assert told == ["bug", "z", "later"]


def test_nothing_of_a_run_stays_in_the_cluster(tmp_path: Path, scheduler: str) -> None:
    run(jobs("a", "b"), store(tmp_path), SETTINGS, work=faults.work, engine=engine("dask", scheduler))

    _, alive = psutil.wait_procs([child for worker in dask_workers(scheduler) for child in worker.children()], AGES)

    assert not alive


def test_dask_knows_of_a_few_documents_at_a_time(scheduler: str) -> None:
    submitted = 0
    with Client(scheduler, set_as_default=False) as client:

        def submit(some: list[Job]) -> object:
            nonlocal submitted
            submitted += len(some)
            return client.map(str, [job.name for job in some])

        for ended, _ in enumerate(cluster._ended(client, submit, Waiting(jobs(*map(str, range(30)))), lambda: 4)):
            assert submitted - ended <= 4

    assert submitted == 30


def test_without_a_scheduler_the_command_makes_a_cluster_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    inputs, out = copies(tmp_path / "in", 1), tmp_path / "out"
    arguments = ["batch", str(inputs), "-o", str(out), "--engine", "dask", "--jobs", "2", "--no-validate"]

    assert command(arguments) == 0

    assert "3 documents: 3 done" in capfd.readouterr().out
    assert len(summary(out)) == 3
    assert type(output(str(out))) is Store, "a batch goes on as it was begun"
    assert command([*arguments[:4], "--no-validate", "--resume", "--quiet"]) == 0


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(ClusterError, match=r"cannot be reached .* Check its address"),
    ):
        run(jobs("a"), store(tmp_path), SETTINGS, work=faults.work, engine=engine("dask", "tcp://127.0.0.1:9"))


def test_a_cluster_with_another_version_is_told_and_left_as_it_was(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(cluster, "__version__", "0.0.1")
        with pytest.raises(ClusterError, match=r"a worker has version .* Install retroxbrl 0\.0\.1"):
            run(jobs("a"), store(tmp_path), SETTINGS, work=faults.work, engine=engine("dask", scheduler))
    dask_workers(scheduler)[0].kill()

    rows = run(
        jobs("a", "b"), store(tmp_path), SETTINGS, resume=True, work=faults.work, engine=engine("dask", scheduler)
    )

    assert {row.status for row in rows} == {Status.DONE}  # whether or not Dask has brought the killed one back


def test_a_scheduler_without_dask_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="--engine dask"):
        engine("local", "tcp://127.0.0.1:8786")
