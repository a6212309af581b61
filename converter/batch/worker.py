"""A worker: a process that does one document after another, and is replaced when it dies or takes too long.

Each has a pipe of its own, so what a document does to its worker touches no other. A plain subprocess rather than one
of `multiprocessing`: its memory limit and its death are nobody else's.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.row import Row, Status, failure
from converter.batch.settings import Settings
from converter.errors import RetroxbrlError

Work = Callable[[Job, Output, Settings], Row]
"""What a worker does with a document; it records the row and the files itself."""

_PROGRAM = "import sys; sys.path[:] = {path!r}; from converter.batch.worker import serve; serve({handle})"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""There are as many workers as cores: numpy must not start as many threads in each."""
_GRACE_SECONDS = 10.0
"""How long after its time limit a worker ends itself: when the run was killed, no one minds its workers."""


class Stopped(Exception):
    """The run is being stopped; the document in hand has no row."""


class Worker:
    """One process; not to be used by two threads at a time, but for `stop`."""

    def __init__(self, work: Work, out: Output, settings: Settings, at: str | None = None) -> None:
        """Start nothing yet; `at` is the folder that relative paths start from, where it is not this process's."""
        self._work, self._out, self._settings = work, out, settings
        self._at = at if at is not None and os.path.isdir(at) else None
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._stopped = threading.Event()

    def run(self, job: Job) -> Row:
        """The document's row, whatever it does to the process.

        Raises:
            Stopped: the run is being stopped.
        """
        started = time.perf_counter()
        pipe = self._pipe or self._start()
        try:
            pipe.send(job)
            if pipe.poll(self._settings.seconds):
                row: Row = pipe.recv()
                return row
            self._kill()
            row = failure(job, Status.TIMEOUT, f"It takes more than {self._settings.seconds:g} seconds.", started)
        except (EOFError, OSError):
            code = self._kill()
            row = failure(job, Status.CRASHED, f"The worker process died (exit code {code}).", started)
        if self._stopped.is_set():
            raise Stopped
        self._out.record(row)
        return row

    def stop(self) -> None:
        """End the process now; may be called from another thread."""
        self._stopped.set()
        self._kill()

    def _start(self) -> Connection:
        if self._stopped.is_set():
            raise Stopped
        ours, theirs = Pipe()
        program = _PROGRAM.format(path=sys.path, handle=theirs.fileno())
        self._process = subprocess.Popen(
            [sys.executable, "-c", program], pass_fds=[theirs.fileno()], env=os.environ | _ONE_THREAD, cwd=self._at
        )
        theirs.close()
        self._pipe = ours
        ours.send((self._work, self._out, self._settings))
        return ours

    def _kill(self) -> int | None:
        process, self._process, self._pipe = self._process, None, None
        if process is None:
            return None
        process.kill()
        return process.wait()


def serve(handle: int) -> None:
    """What the process does: receive jobs and send their rows, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which stops its workers
    pipe = Connection(handle)
    work, out, settings = pipe.recv()
    out.join()
    _limit_memory(settings.megabytes)
    with suppress(EOFError, BrokenPipeError):
        while True:
            job = pipe.recv()
            _alarm(settings.seconds + _GRACE_SECONDS)
            row = _guarded(work, job, out, settings)
            _alarm(0)
            pipe.send(row)


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024, hard))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _guarded(work: Work, job: Job, out: Output, settings: Settings) -> Row:
    """The row of `work`, whatever it raises: only rows travel back, for an exception need not survive the way."""
    started = time.perf_counter()
    try:
        return work(job, out, settings)
    except MemoryError:
        row = failure(job, Status.MEMORY, f"It needs more than {settings.megabytes} MB.", started)
    except RetroxbrlError as error:
        row = failure(job, Status.FAILED, str(error), started)
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {at.name}, {Path(at.filename).name}:{at.lineno}"
        row = failure(job, Status.FAILED, f"{where}: {error}", started)
    out.record(row)
    return row
