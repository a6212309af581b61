"""Time over doubled inputs: the same filing 1, 2, 4, 8, ... times in one file."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.reader import FILINGS
from tests.conftest import ROOT

DOUBLINGS = 6
SAMPLES = {
    "text": ROOT / "tests" / "releases" / "halden-10q-19970927.txt",
    "html": ROOT / "tests" / "releases" / "quillon-8k-20030424.htm",
}


def run(plot: Path | None = None) -> None:
    """Print seconds per doubling; a linear reader's seconds per MB stay the same."""
    samples = SAMPLES | (
        {"10-K": max(FILINGS.iterdir(), key=lambda file: file.stat().st_size)} if FILINGS.is_dir() else {}
    )
    series = {name: _measure(path.read_bytes()) for name, path in samples.items()}
    for name, points in series.items():
        for megabytes, seconds in points:
            print(f"{name:6} {megabytes:7.2f} MB {seconds:7.3f} s {seconds / megabytes:6.3f} s/MB")
    if plot:
        _draw(series, plot)


def _measure(data: bytes) -> list[tuple[float, float]]:
    from converter.options import Options
    from converter.sources import read
    from converter.statements import read_statements
    from converter.tables import find_tables

    points = []
    for doubling in range(DOUBLINGS):
        larger = _copies(data, 2**doubling)
        started = time.perf_counter()
        document = read(larger, "doubled", [])
        read_statements(document, find_tables(document, []), Options(), [])
        points.append((len(larger) / 1e6, time.perf_counter() - started))
    return points


def _copies(data: bytes, count: int) -> bytes:
    """The same filing several times over, each a little different: documents that repeat earlier ones are not read."""
    return b"".join(data.replace(b"<TEXT>", b"<TEXT>\nCopy %d\n" % number) for number in range(count))


def _draw(series: dict[str, list[tuple[float, float]]], plot: Path) -> None:
    from matplotlib import pyplot

    for name, points in series.items():
        pyplot.loglog(*zip(*points, strict=True), marker="o", label=name)
    pyplot.xlabel("MB of source")
    pyplot.ylabel("seconds")
    pyplot.legend()
    pyplot.savefig(plot)
