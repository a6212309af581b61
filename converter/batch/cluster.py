"""The cluster: Dask carries documents to worker processes like those of the pool, on whichever machines there are.

Dask's own processes convert nothing. Each of their threads minds a `Worker`, as a thread of the pool does, so a
document has the same limits, and one that crashes costs its row and not the Dask worker. When a Dask worker is lost its
`Worker`s end with their pipes, and Dask runs what it had in hand elsewhere.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from uuid import uuid4

import distributed
from distributed import CancelledError, Client, Future, KilledWorker, LocalCluster, WorkerPlugin, as_completed

from converter import __version__
from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.row import Row, Status, failure
from converter.batch.settings import Settings
from converter.batch.waiting import Waiting
from converter.batch.worker import Work, Worker
from converter.errors import ClusterError, RetroxbrlError

_IN_FLIGHT_PER_THREAD = 4
"""Documents that Dask knows of at a time: enough that no thread waits, and a graph that stays small."""
_RETRIES = 3
"""How often a document is done again whose Dask worker was being closed, or whose row could not be put."""


class Minder(WorkerPlugin):
    """Holds the `Worker`s of one Dask worker, as many as it has threads, for the time of a run."""

    def __init__(self, work: Work, out: Output, settings: Settings) -> None:
        self.name = f"retroxbrl-{uuid4().hex}"  # several runs may use a cluster at a time
        self._version = __version__
        self._start = partial(Worker, work, out, settings, os.getcwd())

    def setup(self, worker: distributed.Worker) -> None:
        """Called when it comes to a Dask worker.

        Raises:
            RuntimeError: another version of the program is there, which need not give the same bytes.
        """
        self._all: list[Worker] = []
        self._idle: list[Worker] = []
        if self._version != __version__:
            raise RuntimeError(f"a worker has version {__version__}")

    def teardown(self, worker: distributed.Worker) -> None:
        """Called when the run or the Dask worker ends."""
        for each in self._all:
            each.stop()

    def run(self, job: Job) -> Row:
        """The document's row; called by the threads of the Dask worker."""
        try:
            worker = self._idle.pop()
        except IndexError:
            worker = self._start()
            self._all.append(worker)
        try:
            return worker.run(job)
        finally:
            self._idle.append(worker)


class OfARun(WorkerPlugin):
    """Makes a Dask worker of our own cluster leave Ctrl-C to the run, which ends the cluster."""

    def setup(self, worker: distributed.Worker) -> None:
        """Called when it comes to a Dask worker, in the main thread."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def rows(
    jobs: Sequence[Job], out: Output, settings: Settings, work: Work, *, scheduler: str | None = None
) -> Iterator[Row]:
    """The rows of all jobs, as they are done.

    A document whose Dask workers died as often as the scheduler allows may have killed them or have lain beside one
    that did. So it is done once more in the end, with no other beside it, and has crashed if they die again.

    Raises:
        ClusterError: the scheduler cannot be reached, its workers lack the program, or it was lost.
    """
    if not jobs:
        return
    suspects: list[Job] = []
    waiting = Waiting(jobs)
    with _client(scheduler, min(settings.jobs, len(jobs))) as client, _minded(client, work, out, settings) as submit:
        with closing(_ended(client, submit, waiting, lambda: _IN_FLIGHT_PER_THREAD * _threads(client))) as ended:
            for job, future in ended:
                try:
                    row = _row(future)
                except KilledWorker:
                    suspects.append(job)
                    continue
                waiting.ended(job.name)
                yield row
        waiting.again(suspects)
        with closing(_ended(client, submit, waiting, lambda: 1)) as ended:
            for job, future in ended:
                try:
                    row = _row(future)
                except KilledWorker as error:
                    if job not in suspects:  # it waited for one of them
                        suspects.append(job)
                        waiting.again([job])
                        continue
                    died = f"The Dask workers that did it died, {error.allowed_failures + 1} in a row."
                    row = failure(job, Status.CRASHED, died)
                    out.record(row)
                waiting.ended(job.name)
                yield row


def _ended(
    client: Client, submit: Callable[[list[Job]], list[Future[Row]]], waiting: Waiting, width: Callable[[], int]
) -> Generator[tuple[Job, Future[Row]], None, None]:
    """The jobs as they end, with no more than `width` of them submitted at a time; whoever takes one says to `waiting`
    that it has ended.

    More are submitted when half of them have ended, for a graph of many costs Dask little more than one of one.
    """
    flying: dict[Future[Row], Job] = {}
    wide = 0
    done = as_completed(loop=client.loop)
    try:
        while True:
            if len(flying) <= wide // 2:
                wide = width()
                some = waiting.take(max(wide - len(flying), 0))
                futures = submit(some)
                flying.update(zip(futures, some, strict=True))
                done.update(futures)
            if not flying:
                return
            for future in done.next_batch():
                yield flying.pop(future), future
    finally:
        if flying:  # the run ends early, perhaps for want of a scheduler
            with suppress(Exception):
                client.cancel(list(flying))


def _row(future: Future[Row]) -> Row:
    try:
        row: Row = future.result()
    except (KilledWorker, RetroxbrlError):
        raise
    except CancelledError as error:
        raise _lost() from error
    except Exception as error:
        raise _unable(error) from error
    return row


def _lost() -> ClusterError:
    return ClusterError("The Dask scheduler was lost.", "Start it, and go on with --resume.")


def _unable(error: Exception) -> ClusterError:
    """What a scheduler or worker raised when it met the program: each says it in its own way."""
    cause = f"The Dask cluster cannot run retroxbrl ({type(error).__name__}: {error})."
    return ClusterError(cause, f"Install retroxbrl {__version__} where its scheduler and workers run.")


def _threads(client: Client) -> int:
    """Of all workers that there are now; one when there is none yet, so that something waits for the first."""
    try:
        return sum(client.nthreads().values()) or 1
    except OSError as error:
        raise _lost() from error


@contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Client]:
    """A client of the scheduler, or of a cluster on this machine that ends with the run."""
    if scheduler is None:
        with (
            LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",  # Dask serves its health there; None would take a fixed port
                scheduler_kwargs={"dashboard": False},
                memory_limit=0,  # a document's memory is its Worker's, which has a limit of its own
            ) as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            client.register_plugin(OfARun())
            yield client
        return
    try:
        client = Client(scheduler, set_as_default=False)
    except (OSError, ValueError) as error:
        cause = f"The Dask scheduler {scheduler} cannot be reached ({type(error).__name__})."
        raise ClusterError(cause, "Check its address, and that it runs.") from error
    with client:
        yield client


@contextmanager
def _minded(
    client: Client, work: Work, out: Output, settings: Settings
) -> Iterator[Callable[[list[Job]], list[Future[Row]]]]:
    """Put a `Minder` into every Dask worker, those that come later included; gives how jobs are submitted."""
    minder = Minder(work, out, settings)
    try:
        _register(client, minder)
        yield lambda some: client.map(partial(_run, minder.name), some, pure=False, retries=_RETRIES)
    finally:  # also when it was refused: the scheduler would hand it to every worker that comes later
        with suppress(Exception):  # the scheduler may be what was lost
            client.unregister_worker_plugin(minder.name)


def _register(client: Client, minder: Minder) -> None:
    """Hand it to all workers; one that is lost on the way must not cost the run."""
    for _ in range(_RETRIES):
        try:
            client.register_plugin(minder)
            return
        except OSError:
            continue
        except Exception as error:
            raise _unable(error) from error
    raise ClusterError("The Dask workers cannot be reached.", "Check that they run, and go on with --resume.")


def _run(minder: str, job: Job) -> Row:
    """What Dask runs, in a thread of one of its workers."""
    plugin = distributed.get_worker().plugins[minder]
    assert isinstance(plugin, Minder)
    return plugin.run(job)
