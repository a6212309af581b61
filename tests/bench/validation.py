"""Validation in bulk beside one process of Arelle's own command line per instance, on the same files in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.memory import peak
from tests.conftest import SHARED

DOCUMENTS = 150
"""Of which more than a hundred hold a statement, and so give a report."""
PROCESSES = 4
"""How many of the instances Arelle's command line validates; each costs it several seconds."""


def run() -> None:
    """Print documents per second of both, the ratio, and of the bulk the median per document and the memory."""
    from converter.batch import Folder, Settings, plan
    from converter.batch import run as run_batch
    from converter.validation import find, validate_many

    with tempfile.TemporaryDirectory() as scratch:
        jobs = plan([SHARED / "corpus" / "releases", SHARED / "corpus" / "gold", SHARED / "corpus" / "fds" / "filings"])
        run_batch(jobs[:DOCUMENTS], Folder(Path(scratch)), Settings(validate=False, jobs=2))
        reports = find([Path(scratch)])
        started = time.perf_counter()
        with peak() as memory:
            results = list(validate_many(reports, jobs=2))
        bulk = len(results) / (time.perf_counter() - started)
        median = statistics.median(result.seconds for result in results)
        print(f"bulk       {len(results)} reports, {bulk:.2f} a second, median {median:.2f} s")
        print(f"           at most {memory.megabytes:.0f} MB in all")
        started = time.perf_counter()
        running: list[subprocess.Popen[bytes]] = []
        for report in reports[:PROCESSES]:  # two at a time, as the bulk has two workers
            if len(running) == 2:
                running.pop(0).wait()
            running.append(_arelle(report))
        for process in running:
            process.wait()
        single = len(reports[:PROCESSES]) / (time.perf_counter() - started)
        print(f"one by one {len(reports[:PROCESSES])} reports, {single:.2f} a second")
        print(f"ratio {bulk / single:.1f}")


def _arelle(report: Path) -> subprocess.Popen[bytes]:
    from converter.taxonomy import cache

    packages = "|".join(str(package) for package in cache.packages())
    options = ["--validate", "--calc", "c11r", "--utr", "--internetConnectivity", "offline", "--packages", packages]
    program = [sys.executable, "-m", "arelle.CntlrCmdLine", "--file", str(report), *options]
    return subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
