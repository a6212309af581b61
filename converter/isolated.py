"""Runs a piece of work in a forked child: a crash, an endless loop or a flood of memory costs that piece alone.

An endless loop inside C code listens to no signal handler and no thread of Python: only another process can end it.
Where the system has no fork, the work is done in this process, without limits.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, NoReturn, TypeVar

from converter.errors import RetroxbrlError

Result = TypeVar("Result")
Answer = (
    tuple[Literal["result"], Result]
    | tuple[Literal["refused"], RetroxbrlError]
    | tuple[Literal["raised"], tuple[str, str]]
)

AVAILABLE = hasattr(os, "fork")
"""Whether there are such children here."""
_PIPE_BYTES = 1 << 16
_GRACE_SECONDS = 10.0
"""How long after its time limit a child ends itself, where no one is left to end it."""
_PR_SET_PDEATHSIG = 1  # prctl(2)

_inside = False
"""Whether this process is such a child. The outermost child leads a process group, which ends together."""


class Crashed(Exception):
    """The child ended without an answer, or raised something that is no error of ours; the text says how.

    A note has the child's traceback.
    """


class TimeLimit(Exception):
    """The child did not answer in time and was ended."""


def run(work: Callable[[], Result], seconds: float, megabytes: int | None = None) -> Result:
    """The result of `work`, done in a child that shares this process's memory as it is now.

    Whatever ends the waiting, be it Ctrl-C, ends the child and what it has started, and its temporary files go.

    Args:
        seconds: how long the child may take.
        megabytes: of address space that the child may have, where this process may not have less; None: as much.

    Raises:
        Crashed: the child ended without an answer, or raised.
        RetroxbrlError: the one that the work raised.
        TimeLimit: it had none after `seconds`.
    """
    if not AVAILABLE:
        return work()
    with tempfile.TemporaryDirectory(prefix="retroxbrl-") as scratch:
        return _run(work, seconds, megabytes, scratch)


def _run(work: Callable[[], Result], seconds: float, megabytes: int | None, scratch: str) -> Result:
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        os.close(reading)
        tempfile.tempdir = os.environ["TMPDIR"] = scratch
        _answer(work, writing, parent, seconds, megabytes)
    if not _inside:
        with suppress(OSError):  # the child does it, too; whoever comes first
            os.setpgid(child, child)
    os.close(writing)
    try:
        answer = _read(reading, time.monotonic() + seconds)
        _, status = os.waitpid(child, 0)
    except TimeLimit:
        _end(child)
        raise TimeLimit(f"No end after {seconds:g} seconds.") from None
    except BaseException:
        _end(child)
        raise
    finally:
        os.close(reading)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise Crashed(f"Ended by signal {-code}." if code < 0 else f"Ended with exit code {code}.")
    kind, value = pickle.loads(answer)
    if kind == "refused":
        raise value
    if kind == "raised":
        crashed = Crashed(value[0])
        crashed.add_note(value[1])
        raise crashed
    return value  # type: ignore[no-any-return]


def _end(child: int) -> None:
    with suppress(ProcessLookupError):
        (os.kill if _inside else os.killpg)(child, signal.SIGKILL)
    with suppress(ChildProcessError):  # waited for already, when the interruption came
        os.waitpid(child, 0)


def _answer(work: Callable[[], Result], writing: int, parent: int, seconds: float, megabytes: int | None) -> NoReturn:
    """What the child does: it never returns into the program that it is a copy of."""
    code = 1
    try:
        _prepare(parent, seconds, megabytes)
        try:
            answer: Answer[Result] = ("result", work())
        except RetroxbrlError as error:
            answer = ("refused", error)
        except MemoryError:
            needs = f"It needs more than {megabytes} MB." if megabytes else "There is not enough memory."
            answer = ("raised", (needs, ""))
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            answer = ("raised", (f"{type(error).__name__} in {place.name}: {error}", traceback.format_exc()))
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe)
        code = 0
    finally:
        os._exit(code)


def _prepare(parent: int, seconds: float, megabytes: int | None) -> None:
    """Makes sure that the child ends: with its parent, and some time after its limit in any case."""
    global _inside
    if not _inside:
        os.setpgid(0, 0)
    _inside = True
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it was gone before that
            os._exit(1)
    if megabytes is not None:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit if soft == resource.RLIM_INFINITY else min(soft, limit), hard))


def _read(pipe: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    while True:
        ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeLimit
        chunk = os.read(pipe, _PIPE_BYTES)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
