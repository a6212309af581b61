"""The moments at which a process changes something on the disk, and what may happen to it at one of them."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_CHANGES = {"os.rename": (0, 1), "os.mkdir": (0,), "os.remove": (0,), "os.rmdir": (0,)}
"""Events of Python's audit, and which of their arguments are paths; `open` changes something if it is for writing."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

_hooks: list[Callable[[], None]] = []
_below: list[str] = []


def full() -> None:
    """There is no space left."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def killed() -> None:
    """The process is gone before anything is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def changes(below: Path, then: Callable[[int], None]) -> Iterator[list[int]]:
    """Calls `then` before each change below a folder, with its number from 1; gives how many there were."""
    count = [0]

    def changing() -> None:
        count[0] += 1
        then(count[0])

    if not _below:
        sys.addaudithook(_hook)  # for the life of the process: Python cannot take it away
    _below[:] = [str(below)]
    _hooks.append(changing)
    try:
        yield count
    finally:
        _hooks.remove(changing)


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _hooks:
        return
    if event == "open":
        flags = arguments[2]
        paths = arguments[:1] if isinstance(flags, int) and flags & _WRITING else ()
    else:
        paths = tuple(arguments[place] for place in _CHANGES.get(event, ()))
    if any(isinstance(path, str | os.PathLike) and os.fspath(path).startswith(_below[0]) for path in paths):
        _hooks[-1]()


def happens(what: Callable[[], None], number: int, *, lasting: bool) -> Callable[[int], None]:
    """Something for `changes` that happens at the change of a number, and at all later ones if it lasts."""
    return lambda at: what() if at == number or (lasting and at > number) else None


def in_a_process(do: Callable[[], None]) -> int:
    """Does it in a fork of this process; how that ended, as `os.waitstatus_to_exitcode` says it."""
    if (pid := os.fork()) == 0:
        try:
            do()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
