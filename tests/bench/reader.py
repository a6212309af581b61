"""Speed and memory of the reader: bytes to statements to a rendered report, without validation, on one core."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from tests.conftest import SHARED

FILINGS = SHARED / "corpus" / "fds" / "filings"


def run() -> None:
    """Print MB/s over corpus/fds, for reading alone and for a whole conversion, and the peak memory of this process."""
    from converter import RetroxbrlError, convert
    from converter.options import Options
    from converter.rendering import render
    from converter.sources import read
    from converter.statements import read_statements
    from converter.tables import find_tables

    files = sorted(FILINGS.iterdir())

    def read_one(file: Path) -> None:
        document = read(file.read_bytes(), file.name, [])
        read_statements(document, find_tables(document, []), Options(), [])

    def convert_one(file: Path) -> None:
        try:
            render(convert(file).report)
        except RetroxbrlError as error:
            print(f"{file.name}: {error.cause}")

    convert_one(files[0])  # loads maps and index, as a worker does once
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    for label, function in (("bytes to statements", read_one), ("bytes to XBRL", convert_one)):
        started = time.perf_counter()
        for file in files:
            function(file)
        seconds = time.perf_counter() - started
        print(f"{label}: {megabytes:.1f} MB in {seconds:.1f} s = {megabytes / seconds:.2f} MB/s on one core")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
