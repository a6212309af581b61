"""`kill -9` of a process that does a whole batch itself, forked from one that has loaded everything.

Nothing is imported and no taxonomy is loaded between two kills, so hundreds take minutes, validation included.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from converter.batch import Folder, Job, Output, Row, Settings, Store, plan, run
from converter.batch.worker import Work
from tests.kills.batches import Batch, is_the_same

KINDS: tuple[Callable[[Path], Output], ...] = (Folder, lambda path: Store(f"file://{path}"))


def forked_kills(batch: Batch, scratch: Path, number: int, until: float, chance: random.Random) -> Counter[str]:
    """Kill a batch again and again, in a folder and in a store by turns; a new one begins whenever one is done.

    Args:
        until: when to stop even so, by the clock of `time.monotonic`.

    Returns:
        How many were killed, of batches that were done, and of those that differ.
    """
    jobs, settings = plan([batch.inputs]), Settings(validate="--no-validate" not in batch.options)
    run(jobs[:1], Folder(scratch / "first"), settings, engine=_itself)  # loads what all need
    started = time.monotonic()
    run(jobs, Folder(scratch / "undisturbed"), settings, engine=_itself)
    seconds = time.monotonic() - started
    told: Counter[str] = Counter()
    while told["killed"] < number and time.monotonic() < until:
        out = scratch / f"out-{told['done']}"
        made = KINDS[told["done"] % len(KINDS)](out)
        while not _ended(lambda made=made: run(jobs, made, settings, resume=True, engine=_itself), seconds, chance):
            told["killed"] += 1
        if not is_the_same(out, scratch / "undisturbed", told):
            break
        shutil.rmtree(out)
    return told


def _itself(jobs: Sequence[Job], out: Output, settings: Settings, work: Work) -> Iterator[Row]:
    """An engine without processes."""
    for job in jobs:
        yield work(job, out, settings)


def _ended(do: Callable[[], object], seconds: float, chance: random.Random) -> bool:
    """Do it in a fork that is killed at a random moment; whether it ended before.

    Raises:
        SystemExit: it ended in another way.
    """
    if (pid := os.fork()) == 0:
        try:
            do()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    time.sleep(chance.uniform(0, seconds))
    _kill_with_all_below(psutil.Process(pid))
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code not in (0, -signal.SIGKILL):
        raise SystemExit(f"a batch ended with {code}")
    return code == 0


def _kill_with_all_below(process: psutil.Process) -> None:
    """Kill it with the forks that validate, and wait for those: each holds the folder's lock as long as it lives."""
    with suppress(psutil.NoSuchProcess):
        process.suspend()
        while process.status() not in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE):
            time.sleep(0.001)  # until it forks no more
        below = process.children(recursive=True)
        for one in (process, *below):
            with suppress(psutil.NoSuchProcess):
                one.kill()
        while not all(map(_is_gone, below)):
            time.sleep(0.005)


def _is_gone(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
