"""A worker: a process that does one document after another, and is replaced when it dies or takes too long.

Each has a pipe of its own, so what a document does to its worker touches no other. A plain subprocess rather than one
of `multiprocessing`: its memory limit and its death are nobody else's.
"""

from __future__ import annotations

import errno
import gc
import math
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
from typing import Any

from converter.batch import memory
from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.row import Row, Status, failure
from converter.batch.settings import Settings
from converter.errors import RetroxbrlError, StorageError

Work = Callable[[Job, Output, Settings], Row]
"""What a worker does with a document; it records the row and the files itself."""

_PROGRAM = "import sys; sys.path[:] = {path!r}; from converter.batch.worker import serve; serve({handle})"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""There are as many workers as cores: numpy must not start as many threads in each."""
_GRACE_SECONDS = 10.0
"""How long after its time limit a worker ends itself: when the run was killed, no one minds its workers."""
_GLANCE_SECONDS = 0.05
"""How often a worker is looked at: what it does when memory is refused to it may be to hang or to die."""


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
"""What the system says where a disk is full, a quota is used up, a file system has become read-only."""


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
        self._is_short = False  # of memory, so far as was seen
        self._stopped = threading.Event()

    def run(self, job: Job) -> Row:
        """The document's row, whatever it does to the process.

        Raises:
            StorageError: the output cannot be written; the document has no row.
            Stopped: the run is being stopped.
        """
        is_new = self._pipe is None
        pipe = self._pipe or self._start()
        started = time.perf_counter()
        try:
            if is_new:
                self._answers(pipe, math.inf)
                _answer(pipe)  # that it is ready: no document's time is spent on imports
                started = time.perf_counter()
            pipe.send(job)
            if self._answers(pipe, self._settings.seconds):
                row: Row = _answer(pipe)
                if row.status is Status.MEMORY:
                    self._kill()  # what it keeps for the next document may be half
                return row
            self._kill()
            cause = f"It takes more than {self._settings.seconds:g} seconds."
            row = self._ended(job, Status.TIMEOUT, cause, started)
        except StorageError:  # the process has ended with it; the next document gets a new one
            self._kill()
            raise
        except (EOFError, OSError):  # of the pipe
            code = self._kill()
            row = self._ended(job, Status.CRASHED, f"The worker process died (exit code {code}).", started)
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
        self._pipe, self._is_short = ours, False
        ours.send((self._work, self._out, self._settings))
        return ours

    def _answers(self, pipe: Connection, seconds: float) -> bool:
        """Whether it does within so many; meanwhile it is seen how much memory it takes.

        Raises:
            EOFError: it has been stopped.
        """
        if (process := self._process) is None:
            raise EOFError
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            if pipe.poll(min(left, _GLANCE_SECONDS)):
                return True
            self._is_short = self._is_short or memory.is_short(self._settings.megabytes, process.pid)
        return False

    def _ended(self, job: Job, status: Status, cause: str, started: float) -> Row:
        """The row of a document that its worker did not finish: for want of memory, where it was short of it."""
        if not self._is_short:
            return failure(job, status, cause, started)
        return failure(job, Status.MEMORY, _needs_more(self._settings), started)

    def _kill(self) -> int | None:
        process, self._process, self._pipe = self._process, None, None
        if process is None:
            return None
        process.kill()
        return process.wait()


def _answer(pipe: Connection) -> Any:
    """What the process says next.

    Raises:
        StorageError: it says that nothing can be written.
    """
    answer = pipe.recv()
    if isinstance(answer, StorageError):
        raise answer
    return answer


def serve(handle: int) -> None:
    """What the process does: receive jobs and send their rows, until the pipe closes or nothing can be written."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which stops its workers
    pipe = Connection(handle)
    with suppress(EOFError, BrokenPipeError):
        work, out, settings = pipe.recv()
        try:
            out.join()
            memory.limit(settings.megabytes)
            pipe.send(None)
            while True:
                job = pipe.recv()
                _alarm(settings.seconds + _GRACE_SECONDS)
                row = _guarded(work, job, out, settings)
                _alarm(0)
                pipe.send(row)
        except StorageError as error:
            pipe.send(error)


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _guarded(work: Work, job: Job, out: Output, settings: Settings) -> Row:
    """The row of `work`, whatever the document makes it raise: an exception need not survive the way back.

    Raises:
        StorageError: the output, or a place that every document needs, cannot be written: no document is to blame.
    """
    started = time.perf_counter()
    row: Row | None = None
    try:
        return work(job, out, settings)
    except MemoryError:
        pass  # until its frames are gone, there is no memory to say so with
    except StorageError:
        raise
    except Exception as error:
        if (full := _full(error)) is not None:
            cause = f"{full.filename or out} cannot be written ({full.strerror})."
            raise StorageError(cause, "Make room there, and go on with --resume.") from error
        if not memory.is_short(settings.megabytes):  # a library that cannot be mapped is an ImportError
            row = failure(job, Status.FAILED, _told(error), started)
    if row is None:
        gc.collect()
        cause = _needs_more(settings)
        memory.lift()
        row = failure(job, Status.MEMORY, cause, started)
        memory.limit(settings.megabytes)
    out.record(row)
    return row


def _needs_more(settings: Settings) -> str:
    return f"It needs more than {memory.allowed(settings.megabytes)} MB."


def _full(error: BaseException | None) -> OSError | None:
    """What there was no space left for, if that is why the error was raised."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return error
        error = error.__cause__ or error.__context__
    return None


def _told(error: Exception) -> str:
    if isinstance(error, RetroxbrlError):
        return str(error)
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {at.name}, {Path(at.filename).name}:{at.lineno}: {error}"
