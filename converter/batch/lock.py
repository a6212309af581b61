"""One batch at a time in a folder, and none beside the last documents of one that was killed.

The run holds `.batch.lock` alone; its workers share `.batch.workers`. When a run is killed its workers still finish
what they have in hand, so the next run waits for them: nothing is done twice. Locks go with their processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from converter.errors import OutputError, StorageError

try:
    import fcntl
except ImportError:  # Windows: one has to take care oneself
    fcntl = None  # type: ignore[assignment]

_shared: list[IO[str]] = []
"""Keeps the worker's lock for as long as the process lives."""


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold the folder for one run.

    Raises:
        OutputError: another batch runs in the folder.
        StorageError: the folder cannot be written.
    """
    with _opened(out, ".batch.lock") as run, _opened(out, ".batch.workers") as workers:
        if fcntl is not None:
            try:
                fcntl.flock(run, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise OutputError(f"Another batch runs in {out}.", "Wait for it, or choose another folder.") from error
            fcntl.flock(workers, fcntl.LOCK_EX)
            fcntl.flock(workers, fcntl.LOCK_UN)
        yield


def share(out: Path) -> None:
    """Join the workers of the folder's run, until this process ends.

    Raises:
        StorageError: the folder cannot be written.
    """
    if fcntl is not None:
        handle = _opened(out, ".batch.workers")
        fcntl.flock(handle, fcntl.LOCK_SH)
        _shared.append(handle)


def _opened(out: Path, name: str) -> IO[str]:
    try:
        return (out / name).open("a")
    except OSError as error:
        raise StorageError(f"{out} cannot be written ({error.strerror}).", "Choose another folder with -o.") from error
