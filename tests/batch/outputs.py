"""What two batches wrote, to be compared."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from tests.conftest import ROOT

RELEASES = sorted((ROOT / "tests" / "releases").glob("*-*.[th][xt]*"))
"""Releases of invented companies: text and HTML."""


STRANGE = [
    "..txt",
    "...txt",
    "....txt",
    "summary.csv.txt",
    "SUMMARY.PARQUET.txt",
    ".batch.txt",
    ".batch-parts.txt",
    ".batch.jsonl",
    "same.txt",
    "SAME.txt",
    "same.htm",
    "r\u00e9sum\u00e9.txt",
    "re\u0301sume\u0301.txt",
    f"{'x' * 240}.txt",
    f"{'x' * 241}.txt",
    os.fsdecode(b"\xff\xfe.txt"),
    os.fsdecode(b"\xff\xfd.txt"),
    "a\u2028b.txt",
    "a\u0085b.txt",
    "a\nb.txt",
    "CON.txt",
    "com1.old.txt",
    "[red]*?.txt",
    "[bold]*[.txt",
    "-rf.txt",
    "ends with a point..txt",
    " .txt",
]
"""Names of files that a folder cannot have, or not all of them."""


def copies(folder: Path, number: int) -> Path:
    """A new folder with a number of copies of each release."""
    folder.mkdir()
    for release in RELEASES:
        for copy in range(number):
            (folder / f"{release.stem}-{copy}{release.suffix}").write_bytes(release.read_bytes())
    return folder


def documents(out: Path) -> dict[str, bytes]:
    """All files of all documents, by their path in the output."""
    files = (path for folder in out.iterdir() if not folder.name.startswith(".") for path in folder.rglob("*"))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files if path.is_file()}


def summary(out: Path) -> list[dict[str, str]]:
    """The rows of the summary without their time."""
    with (out / "summary.csv").open(encoding="utf-8") as file:
        return [{column: value for column, value in row.items() if column != "seconds"} for row in csv.DictReader(file)]
