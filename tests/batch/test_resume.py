"""A batch that is killed goes on where it was: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
DOCUMENTS = 24


def batch(inputs: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "converter", "batch", str(inputs), "-o", str(out), "--jobs", "2", "--no-validate"]
    return subprocess.Popen([*program, "--quiet", *options], cwd=ROOT)


def folders(out: Path) -> dict[str, int]:
    """The document folders and what tells a folder from one of the same name made later."""
    return {path.name: path.stat().st_ino for path in out.iterdir() if path.is_dir() and not path.name.startswith(".")}


def test_a_killed_batch_goes_on_where_it_was(tmp_path: Path) -> None:
    inputs, out = tmp_path / "inputs", tmp_path / "out"
    inputs.mkdir()
    for number in range(DOCUMENTS):
        (inputs / f"release-{number:02}.txt").write_bytes(RELEASE.read_bytes())

    killed = batch(inputs, out)
    while not out.is_dir() or len(folders(out)) < DOCUMENTS // 4:
        time.sleep(0.02)
        assert killed.poll() is None
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    done = folders(out)

    assert batch(inputs, out, "--resume").wait() == 0

    assert len(done) < DOCUMENTS
    assert done.items() <= folders(out).items()
    assert len(folders(out)) == DOCUMENTS
    assert all((out / name / "report.json").exists() for name in folders(out))
    with (out / "summary.csv").open(encoding="utf-8") as summary:
        rows = list(csv.DictReader(summary))
    assert [row["name"] for row in rows] == sorted(folders(out))
    assert {row["status"] for row in rows} == {"done"}
    assert not [path for path in out.iterdir() if path.is_dir() and path.name.startswith(".")]
