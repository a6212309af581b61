"""Work that misbehaves as its document's name says; it runs in the pool's processes.

What happens depends on no machine's speed: who waits is woken by an event, and who shall run out of time never ends.
"""

from __future__ import annotations

import errno
import os
import signal
import threading
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from converter.batch import Job, Output, Row, Settings, Status
from converter.batch.inputs import digest
from converter.batch.work import work as convert
from converter.batch.worker import Worker
from converter.errors import StorageError
from tests.conftest import AGES
from tests.conversions import conversion

AT_GATE = b"at a gate\n"


class PatientWorker(Worker):
    """Gives up at once a document that never ends (`hang`), and no other before it has had ages."""

    def run(self, job: Job) -> Row:
        self._settings = replace(self._settings, seconds=0.1 if _kind(job) == "hang" else AGES)
        return super().run(job)


def work(job: Job, out: Output, settings: Settings) -> Row:
    """`crash`, `hang`, `memory` and `bug` do so; `killer` kills the process that minds its worker; `late` dies after
    its answer; `full` and `unwritable` find no space, in a place of the program's and in the output; `waits` does until
    another document `wakes` it, by the FIFO that is the source of both; everything else makes a folder.
    """
    match _kind(job):
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "killer":
            os.kill(os.getppid(), signal.SIGKILL)
            os._exit(1)  # none is left who would end it
        case "hang":
            _never_end()
        case "memory":
            _ = bytearray(10**12)
        case "bug":
            raise ZeroDivisionError("a bug")
        case "full":
            raise RuntimeError("no scratch") from OSError(errno.ENOSPC, "No space left on device", "/tmp")
        case "unwritable":
            raise StorageError("The output cannot be written.", "Make room.")
        case "late":
            _die_after_the_answer()
        case "waits":
            Path(job.source).read_bytes()
        case "wakes":
            Path(job.source).write_bytes(b"")
    row = Row(job.name, job.source, Status.DONE, sha256=digest(job.source))
    out.record(row, conversion(job.source), another=job.replaces)
    return row


def gated(job: Job, out: Output, settings: Settings) -> Row:
    """Converts a document. Where there is a FIFO `<name>.gate` beside the folder of inputs it tells `AT_GATE` first,
    and waits until who writes to the FIFO closes it.
    """
    gate = Path(job.source).parent.with_name(f"{job.name}.gate")
    if gate.exists():
        with gate.open("rb") as opened:
            os.write(1, AT_GATE)
            opened.read()
    return convert(job, out, settings)


def _kind(job: Job) -> str:
    return job.name.split("-")[0]


def _never_end() -> None:
    threading.Event().wait()


def _die_after_the_answer() -> None:
    send = Connection.send

    def send_and_die(self: Connection, answer: Any) -> None:
        send(self, answer)
        os.kill(os.getpid(), signal.SIGKILL)

    Connection.send = send_and_die  # type: ignore[method-assign]
