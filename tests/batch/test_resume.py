"""A batch that is killed goes on where it was: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

from tests.batch import faults
from tests.conftest import AGES, ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
DOCUMENTS, DONE, WORKERS = 12, 4, 2

HELD = """
import sys
from pathlib import Path
from converter.batch import Folder, Settings, plan, run
from tests.batch import faults
from tests.conftest import AGES
SETTINGS = Settings(jobs=2, seconds=AGES, validate=False)
run(plan([sys.argv[1]]), Folder(Path(sys.argv[2])), SETTINGS, work=faults.gated)
"""
"""A batch of the same settings as `resumed` whose documents wait at their gates."""


def resumed(inputs: Path, out: Path) -> int:
    program = [sys.executable, "-m", "converter", "batch", str(inputs), "-o", str(out), "--jobs", "2", "--no-validate"]
    return subprocess.run([*program, "--seconds", str(AGES), "--quiet", "--resume"], cwd=ROOT).returncode


def folders(out: Path) -> dict[str, int]:
    """The document folders and what tells a folder from one of the same name made later."""
    return {path.name: path.stat().st_ino for path in out.iterdir() if path.is_dir() and not path.name.startswith(".")}


def test_a_killed_batch_goes_on_where_it_was(tmp_path: Path) -> None:
    inputs, out = tmp_path / "inputs", tmp_path / "out"
    inputs.mkdir()
    names = [f"release-{number:02}" for number in range(DOCUMENTS)]
    for name in names:
        (inputs / f"{name}.txt").write_bytes(RELEASE.read_bytes())
    gates = [tmp_path / f"{name}.gate" for name in names[DONE : DONE + WORKERS]]
    for gate in gates:
        os.mkfifo(gate)

    held = [os.open(gate, os.O_RDWR) for gate in gates]
    program = [sys.executable, "-c", HELD, str(inputs), str(out)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE) as killed:
        assert killed.stdout is not None
        told = [killed.stdout.readline() for _ in gates]  # each when a worker comes to a gate
        done = folders(out)
        killed.kill()
        killed.wait()
        for gate in held:
            os.close(gate)

    assert resumed(inputs, out) == 0  # it waits for the orphans, who finish what they had in hand

    assert told == [faults.AT_GATE] * WORKERS
    assert sorted(done) == names[:DONE]
    assert done.items() <= folders(out).items()
    assert sorted(folders(out)) == names
    assert all((out / name / "report.json").exists() for name in names)
    with (out / "summary.csv").open(encoding="utf-8") as summary:
        rows = list(csv.DictReader(summary))
    assert [row["name"] for row in rows] == names
    assert {row["status"] for row in rows} == {"done"}
    assert not [path for path in out.iterdir() if path.is_dir() and path.name.startswith(".")]
    with (out / ".batch.jsonl").open(encoding="utf-8") as journal:
        assert sum(not line.isspace() for line in journal) == 1 + DOCUMENTS, "a document was done twice"
