"""A batch as a program of its own, and what it wrote when nothing disturbed it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.batch.outputs import documents, summary
from tests.conftest import ROOT

FAILED_DOCUMENTS, NOT_WRITABLE = 10, 7


@dataclass(frozen=True)
class Batch:
    """The same documents with the same options, whichever folder they go to."""

    inputs: Path
    options: tuple[str, ...]

    def start(self, out: Path) -> subprocess.Popen[str]:
        """Begin, or go on, in a session of its own."""
        program = [sys.executable, "-m", "converter", "batch", str(self.inputs), "-o", str(out), "--jobs", "2"]
        return subprocess.Popen(
            [*program, "--quiet", "--retry", *self.options],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def undisturbed(self, out: Path) -> float:
        """Do all at once; the seconds it takes."""
        started = time.monotonic()
        code = self.start(out).wait()
        if code:
            raise SystemExit(f"the undisturbed batch ended with {code}")
        return time.monotonic() - started


def is_the_same(out: Path, undisturbed: Path, told: Counter[str]) -> bool:
    """Whether a batch that is done wrote what the undisturbed one did; it is counted, and told if not."""
    told["done"] += 1
    found = differences(out, undisturbed)
    if found:
        told["different"] += 1
        print(f"different: {found[:5]}", flush=True)
    return not found


def differences(out: Path, undisturbed: Path) -> list[str]:
    """What a batch wrote otherwise than the undisturbed one; times are its own."""
    ours, wanted = documents(out), documents(undisturbed)
    for files in (ours, wanted):
        for name in ("summary.csv", "summary.parquet"):
            files.pop(name, None)
    found = [name for name in sorted(ours.keys() | wanted.keys()) if ours.get(name) != wanted.get(name)]
    left = [path.name for path in out.iterdir() if path.name.startswith(".batch-parts")]
    return found + left + ([] if summary(out) == summary(undisturbed) else ["summary.csv"])
