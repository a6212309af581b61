"""How long the report page of a large filing takes from opening to taking clicks, in Debian's chromium."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.reader import FILINGS
from tests.browser.conftest import ARGUMENTS

BYTES = 400_000
"""The size that the filing should be near."""

RUNS = 7
_NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))"


def run() -> None:
    """Print the median seconds until the page is interactive, and until a click shows details and source."""
    from playwright.sync_api import sync_playwright

    from converter import convert
    from converter.exports import export

    program = shutil.which("chromium")
    if program is None:
        print("chromium is not installed")
        return
    filing = min(_annual_reports(), key=lambda file: abs(file.stat().st_size - BYTES))
    started = time.perf_counter()
    content = export(convert(filing).report, ["html"])["report.html"]
    print(f"{filing.name}, {filing.stat().st_size / 1e3:.0f} KB, in {time.perf_counter() - started:.2f} s")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        path = Path(scratch) / "report.html"
        path.write_bytes(content)
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        times = [_times(browser, path.as_uri()) for _ in range(RUNS)]
        browser.close()
    opening, click = (statistics.median(each) for each in zip(*times, strict=True))
    print(f"page of {len(content) / 1e3:.0f} KB: interactive after {opening:.3f} s, a click shown after {click:.3f} s")


def _annual_reports() -> list[Path]:
    """The 10-Ks that are plain text."""
    return [file for file in FILINGS.glob("*-10K*") if b"<html" not in file.read_bytes().lower()]


def _times(browser: Any, address: str) -> tuple[float, float]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    page.evaluate(_NEXT_FRAME)
    opened = time.perf_counter()
    page.locator("#statements td a").last.click()
    page.wait_for_selector("#details .concept")
    page.evaluate(_NEXT_FRAME)
    clicked = time.perf_counter()
    page.close()
    return opened - started, clicked - opened
