"""Whole processes, as a person at a terminal waits for them."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT

RUNS = 7


def run() -> None:
    """Print the median seconds of `--help`, of a conversion, and of a conversion with validation."""
    release = str(ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt")
    with tempfile.TemporaryDirectory() as scratch:
        out = ["-o", str(Path(scratch) / "out"), "--force", "--quiet"]
        for arguments in (["--help"], ["convert", release, "--no-validate", *out], ["convert", release, *out]):
            seconds = statistics.median(_seconds(arguments) for _ in range(RUNS))
            shown = " ".join(word for word in arguments[:3] if word != release and word != "-o")
            print(f"{shown:24} {seconds:6.3f} s")


def _seconds(arguments: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "converter", *arguments], check=False, capture_output=True, cwd=ROOT)
    return time.perf_counter() - started
