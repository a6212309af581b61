"""`kill -9` of the run, of one of its processes, or of all of them, after a random time."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import psutil

from tests.kills.batches import FAILED_DOCUMENTS, Batch, is_the_same

TARGETS = {"run": 0.3, "worker": 0.5, "all": 0.2}
"""What is killed, and how often: the run alone, one of the processes below it, the run with all of them."""


def kills(batch: Batch, scratch: Path, number: int, until: float, chance: random.Random) -> Counter[str]:
    """Kill a batch again and again; a new one begins whenever one is done.

    Args:
        until: when to stop even so, by the clock of `time.monotonic`.

    Returns:
        How many of each kind, of batches that were done, and of those that differ.
    """
    told: Counter[str] = Counter()
    seconds = batch.undisturbed(scratch / "undisturbed")
    out = scratch / "out"
    while sum(told[target] for target in TARGETS) < number and time.monotonic() < until:
        code = _disturbed(batch.start(out), seconds, chance, told)
        if code == 0:
            if not is_the_same(out, scratch / "undisturbed", told):
                break
            shutil.rmtree(out)
        elif code not in (-9, FAILED_DOCUMENTS):
            told[f"exit code {code}"] += 1
    return told


def _disturbed(run: subprocess.Popen[str], seconds: float, chance: random.Random, told: Counter[str]) -> int:
    """Kill at random moments until the run has ended, by itself or not; its exit code."""
    while True:
        try:
            run.communicate(timeout=chance.uniform(0, 1.2 * seconds))
            return run.returncode
        except subprocess.TimeoutExpired:
            (target,) = chance.choices(list(TARGETS), list(TARGETS.values()))
            if _killed(run, target, chance):
                told[target] += 1


def _killed(run: subprocess.Popen[str], target: str, chance: random.Random) -> bool:
    with suppress(psutil.NoSuchProcess):
        main = psutil.Process(run.pid)
        below = main.children(recursive=True)
        victims = {"run": [main], "worker": below and [chance.choice(below)], "all": [main, *below]}[target]
        for victim in victims:
            with suppress(psutil.NoSuchProcess):
                victim.kill()
        if target != "worker":
            run.communicate()  # what survives it ends with its pipes; the next run waits for the documents in hand
        return bool(victims)
    return False
