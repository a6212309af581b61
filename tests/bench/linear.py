"""CPU time over doubled inputs: the same filing 1, 2, 4, ... times in one file, and documents of every hostile shape.

A stage is linear if its seconds per MB stay the same. Filings are read, up to their statements; shapes go through all
stages, our own checks and the text formats, each size in a process of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from tests.bench.reader import FILINGS
from tests.bench.shapes import SHAPES
from tests.conftest import ROOT

DOUBLINGS = 6
SAMPLES = {
    "text": ROOT / "tests" / "releases" / "halden-10q-19970927.txt",
    "html": ROOT / "tests" / "releases" / "quillon-8k-20030424.htm",
}
LARGEST = 10.0
"""MB of the largest document of each shape."""

SQUARE = 3.0
"""A doubling that takes this many times as long is no longer linear (a square: four times)."""

_FORMATS = ("ixbrl", "html", "xbrl-json", "xbrl-csv", "fsds", "companyfacts", "csv")

Points = list[tuple[float, float]]
"""(MB, seconds of CPU), each twice as large as the one before."""


def run(plot: Path | None = None, only: str = "", largest: float = LARGEST) -> None:
    """Print seconds per MB of each doubling, and shapes that take more than linear time.

    Args:
        only: shapes whose name contains this; the filings, too, if it is empty.
    """
    series = {} if only else {name: _measured(_read, made) for name, made in _filings()}
    sizes = [largest / 2**doubling for doubling in reversed(range(DOUBLINGS))]
    print(f"{'s/MB at MB':40} " + " ".join(f"{size:7.2f}" for size in sizes) + "  last doubling")
    for name, points in series.items():
        _print(name, points)
    for name in (name for name in SHAPES if only in name):
        points = []
        for size in sizes:
            with ProcessPoolExecutor(1) as pool:
                points.append(pool.submit(shape_time, name, int(size * 1e6)).result())
        series[name] = points
        _print(name, points)
    square = [name for name, points in series.items() if points[-1][1] > SQUARE * points[-2][1] + 0.5]
    print(f"{len(series)} shapes, {len(square)} that take more than linear time: {', '.join(square) or 'none'}")
    if plot:
        _draw(series, plot)


def shape_time(name: str, size: int) -> tuple[float, float]:
    """(MB, seconds of CPU) of a shape; what the first conversion loads is not counted."""
    through_all_stages(SHAPES["rows: different captions"](2_000))
    data = SHAPES[name](size)
    started = time.process_time()
    through_all_stages(data)
    return len(data) / 1e6, time.process_time() - started


def through_all_stages(data: bytes) -> None:
    """Convert a document, check the report and make its files; a document may hold no statement."""
    from converter import RetroxbrlError, convert
    from converter.validation.checks import check

    with suppress(RetroxbrlError):
        conversion = convert(data)
        check(conversion.report)
        conversion.files(_FORMATS)


def _filings() -> Iterator[tuple[str, Callable[[int], bytes]]]:
    samples = SAMPLES | (
        {"10-K": max(FILINGS.iterdir(), key=lambda file: file.stat().st_size)} if FILINGS.is_dir() else {}
    )
    for name, path in samples.items():
        yield name, partial(_copies, path.read_bytes())


def _measured(function: Callable[[bytes], None], made: Callable[[int], bytes]) -> Points:
    points = []
    for doubling in range(DOUBLINGS):
        data = made(2**doubling)
        started = time.process_time()
        function(data)
        points.append((len(data) / 1e6, time.process_time() - started))
    return points


def _read(data: bytes) -> None:
    from converter.options import Options
    from converter.sources import read
    from converter.statements import read_statements
    from converter.tables import find_tables

    document = read(data, "doubled", [])
    read_statements(document, find_tables(document, []), Options(), [])


def _copies(data: bytes, count: int) -> bytes:
    """The same filing several times over, each a little different: documents that repeat earlier ones are not read."""
    return b"".join(data.replace(b"<TEXT>", b"<TEXT>\nCopy %d\n" % number) for number in range(count))


def _print(name: str, points: Points) -> None:
    told = " ".join(f"{seconds / megabytes:7.2f}" for megabytes, seconds in points)
    print(f"{name:40} {told}  x{points[-1][1] / max(points[-2][1], 1e-9):.1f}", flush=True)


def _draw(series: dict[str, Points], plot: Path) -> None:
    from matplotlib import pyplot

    for name, points in series.items():
        pyplot.loglog(*zip(*points, strict=True), marker="o", label=name)
    pyplot.xlabel("MB of source")
    pyplot.ylabel("seconds")
    pyplot.legend()
    pyplot.savefig(plot)
