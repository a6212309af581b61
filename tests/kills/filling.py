"""A small file system that is full at a random moment, and is made larger then. Needs the right to mount one."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter
from pathlib import Path

from tests.kills.batches import NOT_WRITABLE, Batch, is_the_same


def fillings(batch: Batch, scratch: Path, number: int, until: float, chance: random.Random) -> Counter[str]:
    """Fill the disk under as many batches, each at another moment, and let each go on with more room.

    Returns:
        How many were full on the way, were done in the end, and differ.
    """
    told: Counter[str] = Counter()
    batch.undisturbed(scratch / "undisturbed")
    needed = sum(path.stat().st_size for path in (scratch / "undisturbed").rglob("*") if path.is_file())
    place = scratch / "small"
    place.mkdir()
    while told["full"] < number and time.monotonic() < until:
        size = chance.randrange(16_384, int(1.3 * needed))
        if _mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)):
            raise SystemExit("no file system can be mounted here; run it as root")
        try:
            _filled(batch, place, scratch / "undisturbed", 4 * needed, told)
        finally:
            subprocess.run(["umount", str(place)], check=True)
    return told


def _filled(batch: Batch, place: Path, undisturbed: Path, room: int, told: Counter[str]) -> None:
    run = batch.start(place / "out")
    _, said = run.communicate()
    if run.returncode == 0:
        told["large enough"] += 1
        return
    told["full"] += 1
    if run.returncode != NOT_WRITABLE or "Traceback" in said or ("--resume" not in said and "-o" not in said):
        told[f"exit code {run.returncode}"] += 1
        print(said, flush=True)
    _mounted("-o", f"remount,size={room}", str(place))
    again = batch.start(place / "out")
    again.communicate()
    if again.returncode:
        told[f"exit code {again.returncode} with room"] += 1
        return
    is_the_same(place / "out", undisturbed, told)


def _mounted(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], capture_output=True).returncode
