"""How much memory a process and its children take at most, pages that they share counted once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SECONDS_BETWEEN_LOOKS = 0.1


class Peak:
    """The greatest sum of proportional set sizes seen so far, in megabytes."""

    megabytes = 0.0


@contextmanager
def peak() -> Iterator[Peak]:
    """Watch this process and its children from a thread, for as long as the block runs (Linux)."""
    found, over = Peak(), threading.Event()

    def watch() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            found.megabytes = max(found.megabytes, _now())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield found
    finally:
        over.set()
        watcher.join()


def _now() -> float:
    import psutil

    size = 0
    mine = psutil.Process()
    for process in (mine, *mine.children(recursive=True)):
        with suppress(psutil.Error):  # it may have ended meanwhile
            size += process.memory_full_info().pss
    return size / 1e6
