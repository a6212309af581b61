"""A browser for the tests: the system's chromium, driven by playwright, with no network of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PATIENCE = 600_000
"""Milliseconds for what comes in a second: however slow the machine is, and yet a test that waits in vain ends."""

Open = Callable[..., Any]
"""Writes files into a folder and opens the one that is named: `(files, name, fragment, **context options) -> Page`."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, one for all tests of a process."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    api = pytest.importorskip("playwright.sync_api", reason="playwright, which drives chromium, is not installed")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS, timeout=PATIENCE)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens pages; when the test is over, none may have complained or asked for anything but files of its folder."""
    contexts: list[Any] = []
    complaints: list[str] = []
    requests: list[str] = []

    def open_(files: Mapping[str, bytes], name: str, fragment: str = "", **options: Any) -> Any:
        for file, content in files.items():
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        context = browser.new_context(viewport={"width": 1400, "height": 900}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{(tmp_path / name).as_uri()}#{fragment}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith((tmp_path.as_uri(), "about:", "data:", "blob:"))] == []
