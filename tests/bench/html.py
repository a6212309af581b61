"""HTML beside edgartools' reader of earnings releases, on the same files in one run."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import SHARED


def run() -> None:
    """Print MB/s of both over corpus/html and corpus/tagged-html, and the ratio."""
    from edgar.earnings import EarningsRelease

    files = [
        file
        for name in ("html", "tagged-html/filings")
        for file in sorted((SHARED / "corpus" / name).iterdir())
    ]  # fmt: skip
    texts = {file: file.read_text("utf-8", errors="replace") for file in files}

    def theirs(file: Path) -> None:
        EarningsRelease(_Attachment(texts[file])).to_facts_dataframe()

    def ours(file: Path) -> None:
        from converter import convert

        convert(file)

    speeds = {name: _speed(name, function, files) for name, function in (("retroxbrl", ours), ("edgartools", theirs))}
    print(f"ratio {speeds['retroxbrl'] / speeds['edgartools']:.2f}")


class _Attachment:
    """As much of edgartools' attachment as its reader asks for."""

    def __init__(self, text: str) -> None:
        self.content = text
        self.document = "release.htm"
        self.description = ""
        self.document_type = "EX-99.1"

    def is_html(self) -> bool:
        return True


def _speed(name: str, function: Callable[[Path], None], files: list[Path]) -> float:
    seconds, megabytes, failed = 0.0, 0.0, 0
    for file in files:
        started = time.perf_counter()
        try:
            function(file)
        except Exception:
            failed += 1
        seconds += time.perf_counter() - started
        megabytes += file.stat().st_size / 1e6
    print(f"{name:10} {megabytes:.1f} MB in {seconds:.1f} s = {megabytes / seconds:.2f} MB/s, {failed} files failed")
    return megabytes / seconds
