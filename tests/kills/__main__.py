"""`python -m tests.kills`: kill batches, and fill their disks, at random moments; say what came of it."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.batch.outputs import copies
from tests.kills.batches import Batch
from tests.kills.filling import fillings
from tests.kills.forked import forked_kills
from tests.kills.killing import kills

DISTURBED = {"kills": kills, "forked": forked_kills, "full": fillings}
"""What may be asked for: kills of the program's processes, of a process that does all itself, and full disks."""


def main() -> int:
    """1 where a batch did not end as an undisturbed one does."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("what", choices=list(DISTURBED))
    parser.add_argument("--number", type=int, default=500, help="kills, or full disks")
    parser.add_argument("--minutes", type=float, default=10, help="stop after this long even so")
    parser.add_argument("--engine", choices=["local", "dask"], default="local")
    parser.add_argument("--copies", type=int, default=3, help="of each release: the documents of a batch")
    parser.add_argument("--no-validate", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="retroxbrl-kills-") as scratch:
        options = ("--engine", asked.engine, *(["--no-validate"] if asked.no_validate else []))
        batch = Batch(copies(Path(scratch) / "in", asked.copies), options)
        until = time.monotonic() + 60 * asked.minutes
        told = DISTURBED[asked.what](batch, Path(scratch), asked.number, until, random.Random(asked.seed))
    print(", ".join(f"{count} {name}" for name, count in sorted(told.items())))
    return int(any(name == "different" or name.startswith("exit code") for name in told))


if __name__ == "__main__":
    sys.exit(main())
