"""Work that misbehaves as its document's name says; it runs in the pool's processes."""

from __future__ import annotations

import errno
import os
import signal
import threading
import time

from converter.batch import Job, Output, Row, Settings, Status
from converter.batch.inputs import digest
from converter.errors import StorageError
from tests.conversions import conversion


def work(job: Job, out: Output, settings: Settings) -> Row:
    """`crash`, `hang`, `memory` and `bug` do so; `killer` kills the process that minds its worker; `late` dies after
    its answer; `full` and `unwritable` find no space, in a place of the program's and in the output; everything else
    makes a folder.
    """
    match job.name.split("-")[0]:
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "killer":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(3600)
        case "hang":
            time.sleep(3600)
        case "memory":
            _ = bytearray(10**12)
        case "bug":
            raise ZeroDivisionError("a bug")
        case "full":
            raise RuntimeError("no scratch") from OSError(errno.ENOSPC, "No space left on device", "/tmp")
        case "unwritable":
            raise StorageError("The output cannot be written.", "Make room.")
        case "late":
            threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
        case "slow":
            time.sleep(0.2)
    row = Row(job.name, job.source, Status.DONE, sha256=digest(job.source))
    out.record(row, conversion(job.source), another=job.replaces)
    return row
