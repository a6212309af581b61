"""The review in a browser: deciding by mouse and by keyboard, and what no other page may do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from converter import Options, convert
from tests import hostile
from tests.browser.conftest import PATIENCE
from tests.browser.contrast import faint
from tests.browser.test_hostile_source import LIKE_OURS
from tests.conftest import ROOT
from tests.review.conftest import DOCUMENTS, text

PAGE = ROOT / "tests" / "releases" / "quillon-8k-20030424.htm"
Started = Callable[[], str]
HOSTILE = "<script>document.title='gone'</script></script><img src=http://evil.example/x onerror=document.title='gone'>"


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    """The conversions of three releases, which the review finds the documents of."""
    for name, (company, year, cik) in DOCUMENTS.items():
        source = tmp_path / "out" / f"{name}.txt"
        source.parent.mkdir(exist_ok=True)
        source.write_text(text(company, year), encoding="utf-8")
        convert(source, Options(cik=cik)).write(tmp_path / "out" / name, formats=("html",))
    return tmp_path / "out"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Started]:
    """Starts the review of `out`, ends the one before, and gives its address; Ctrl-C ends it without a word."""
    running: list[subprocess.Popen[str]] = []

    def end() -> None:
        if running:
            process = running.pop()
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=600)
            assert (process.returncode, told) == (0, "")

    def start() -> str:
        end()
        command = [sys.executable, "-m", "converter", "review", "out", "--maps", "maps", "--by", "Ann", "--no-browser"]
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        return next(line.strip() for line in lines if line.startswith("http://"))

    yield start
    end()


@pytest.fixture
def pages(browser: Any) -> Iterator[Callable[[str], Any]]:
    """Opens addresses; none of them may ask for anything but the review, or complain."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(PATIENCE)
    asked: list[str] = []
    complaints: list[str] = []

    def open_(address: str) -> Any:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        return page

    yield open_
    context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith("http://127.0.0.1:")] == []


def choose(page: Any, row: str) -> None:
    page.locator(f"#r{row} td a").first.click()
    page.locator(".acts").wait_for()


def ready(page: Any) -> None:
    """Waits until the dialogue has shown what it would change."""
    page.locator(".ask .go:not([disabled])").wait_for()


def decide(page: Any) -> None:
    """Takes what the dialogue shows, and waits for the page as it is then."""
    ready(page)
    with page.expect_navigation():
        page.locator(".ask .go").click()


def concept(page: Any, row: str) -> str:
    return str(page.locator(f"#r{row} td.c").get_attribute("title"))


PREPAID, CASH = "0-3", "0-2"


def test_one_decision_serves_all_documents_and_is_taken_back(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    address = start()
    queue = pages(address)
    assert queue.locator("tbody tr:not(.pad)").count() == 3
    page = pages(f"{address}d/quarry-98")
    before = concept(page, PREPAID)
    choose(page, PREPAID)
    page.keyboard.press("e")
    page.get_by_role("searchbox", name="Concept").last.fill("other assets current")
    page.locator("[data-concept=OtherAssetsCurrent]").click()
    page.get_by_label("For", exact=True).select_option("all")
    page.get_by_text("The same caption stands in 2 other documents").wait_for()
    decide(page)

    assert concept(page, PREPAID) == "us-gaap:OtherAssetsCurrent"
    assert page.locator(f"#r{PREPAID}.confirmed").count() == 1
    queue.reload()
    queue.locator("#progress", has_text="3 of ").wait_for()
    for name, (_, _, cik) in DOCUMENTS.items():
        made = convert(outputs / f"{name}.txt", Options(cik=cik, maps=outputs.parent / "maps")).files(("html",))
        assert {path.name: path.read_bytes() for path in (outputs / name).iterdir()} == made

    with page.expect_navigation():
        page.keyboard.press("u")
    assert concept(page, PREPAID) == before
    queue.reload()
    queue.locator("#progress", has_text="0 of ").wait_for()


def test_a_row_is_accepted_by_keyboard_and_stays_so_when_the_review_is_opened_again(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    page.keyboard.press("j")
    page.keyboard.press("a")
    ready(page)
    page.get_by_label("Why").fill("looked at it")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("tr.confirmed").count() == 1

    again = pages(f"{start()}d/quarry-98")

    assert again.locator("tr.confirmed").count() == 1
    (decision,) = json.loads((outputs / "quarry-98.review.json").read_text("utf-8"))["decisions"]
    assert (decision["act"], decision["by"], decision["why"]) == ("accept", "Ann", "looked at it")


def test_a_statement_is_accepted_by_keyboard_and_taken_back(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    page.keyboard.press("j")
    page.keyboard.press("Shift+A")
    ready(page)
    assert page.locator(".ask h3").inner_text() == "Accept the statement: balance sheet"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("tr.confirmed").count() > 2
    (decision,) = json.loads((outputs / "quarry-98.review.json").read_text("utf-8"))["decisions"]
    assert decision["after"] == f"{len(decision['done'])} rows"

    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator("tr.confirmed").count() == 0


def test_a_scale_is_changed_after_its_effects_are_shown(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    choose(page, CASH)
    page.get_by_role("button", name="Scale", exact=True).click()
    page.get_by_label("Value", exact=True).select_option("1000000")
    page.locator(".ask .come", has_text="= 100000000").wait_for()
    pairs = page.locator(".ask .effects ul").first.locator("li")
    assert [line.get_attribute("class") for line in pairs.all()[:4]] == ["gone", "come", "gone", "come"]
    decide(page)

    assert page.locator("#details dd.big").text_content() == "100,000,000 US dollars"
    assert "scale: 1000000" in (outputs.parent / "maps" / "reading" / "quarry-98.yaml").read_text("utf-8")


def test_a_row_stands_beside_what_it_was_in_the_year_before(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-99")
    choose(page, CASH)

    assert "in quarry-98" in page.locator(".earlier").inner_text().lower()
    assert "100000 1998-12-31" in " ".join(page.locator(".earlier").inner_text().split())
    assert "Restated" in page.locator("#earlier").inner_text()


def test_another_site_and_a_wrong_token_get_nothing(outputs: Path, start: Started, browser: Any) -> None:
    address = start()
    origin = "/".join(address.split("/")[:3])
    context = browser.new_context()
    page = context.new_page()
    assert page.goto(f"{origin}/wrong/queue").status == 403
    page.goto("about:blank")
    send = """async (url) => {
      try { await fetch(url, { method: "POST", mode: "no-cors", body: '{"document": "mill-98"}' }); } catch { }
      return true;
    }"""
    assert page.evaluate(send, f"{address}api/undo")
    context.close()

    assert not list(outputs.glob("*.review.json"))


def test_a_hostile_document_is_inert(outputs: Path, start: Started, pages: Callable[[str], Any]) -> None:
    name = "mill-98"
    source = outputs / f"{name}.txt"
    source.write_text(source.read_text("utf-8").replace("Prepaid tooling  ", f"{HOSTILE}  "), encoding="utf-8")
    convert(source, Options(cik="18")).write(outputs / name, formats=("html",), force=True)
    page = pages(f"{start()}d/{name}")
    row = page.evaluate("Object.keys(review.rows)[1]")
    choose(page, row)
    page.keyboard.press("a")
    decide(page)

    assert "gone" not in page.title()
    assert page.locator("img").count() == 0


def test_a_hostile_page_is_inert_under_review(outputs: Path, start: Started, pages: Callable[[str], Any]) -> None:
    source = outputs / "hostile.htm"
    before, table, after = PAGE.read_text("utf-8").partition("<TABLE")
    source.write_text(f"{before}{hostile.markup()}{table}{after}", encoding="utf-8")
    convert(source, Options(cik="18")).write(outputs / "hostile", formats=("html",))
    page = pages(f"{start()}d/hostile")
    address = page.url
    for bait in page.locator("#source").get_by_text("bait").all():
        bait.click()
    choose(page, "0-1")
    page.keyboard.press("e")
    page.locator(".ask .found li", has_not_text="Looking").first.wait_for()

    assert page.url.partition("#")[0] == address
    assert "hacked" not in page.title()
    assert page.locator("#source").locator(LIKE_OURS).count() == 0
    assert not list(outputs.glob("*.review.json"))


def test_what_is_accepted_leaves_the_rows_to_review_and_the_next_is_chosen(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    page.locator("button[data-filter=open]").click()
    left = page.locator("#statements tbody tr:visible")
    before = left.count()
    assert before > 1
    page.keyboard.press("j")
    first = page.locator("#statements tr.on").get_attribute("id")
    page.keyboard.press("a")
    ready(page)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#statements tr.on").wait_for()

    assert page.locator("button[data-filter=open]").get_attribute("aria-pressed") == "true"
    assert left.count() == before - 1
    assert page.locator("#statements tr.on").get_attribute("id") != first


def test_an_alternative_is_one_click(outputs: Path, start: Started, pages: Callable[[str], Any]) -> None:
    page = pages(f"{start()}d/quarry-98")
    choose(page, PREPAID)
    alternative = page.locator(".alternatives button").first
    name = alternative.get_attribute("data-value")
    alternative.click()
    ready(page)

    assert page.get_by_role("searchbox", name="Concept").last.input_value() == name
    assert f"us-gaap:{name}" in page.locator(".ask .come").first.inner_text()


def test_a_concept_is_chosen_by_keys_alone(outputs: Path, start: Started, pages: Callable[[str], Any]) -> None:
    page = pages(f"{start()}d/quarry-98")
    choose(page, PREPAID)
    page.keyboard.press("e")
    page.keyboard.type("other assets current")
    page.locator("[data-concept=OtherAssetsCurrent]").wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.dataset.concept")
    page.keyboard.press("Enter")
    ready(page)

    assert page.get_by_role("searchbox", name="Concept").last.input_value() == chosen
    page.keyboard.press("Escape")
    assert page.locator(".ask").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_of_the_review_is_faint(
    scheme: Any, outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    address = start()
    queue = pages(address)
    queue.emulate_media(color_scheme=scheme)
    assert faint(queue) == []
    page = pages(f"{address}d/quarry-99")
    page.emulate_media(color_scheme=scheme)
    choose(page, PREPAID)
    page.keyboard.press("e")
    page.locator(".ask .found button").first.wait_for()
    assert faint(page) == []


def test_a_caption_of_several_leads_to_its_row(outputs: Path, start: Started, pages: Callable[[str], Any]) -> None:
    page = pages(start())
    page.get_by_role("button", name="Captions of several").click()
    first = page.locator("tbody tr:not(.pad) a").first
    caption = first.inner_text()
    first.click()
    page.locator("#statements tr.on").wait_for()

    assert caption in page.locator("#statements tr.on").inner_text()


def test_what_is_dropped_is_shown_before_a_reason_is_asked(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    choose(page, PREPAID)
    page.get_by_role("button", name="Drop the row").click()
    page.locator(".ask .gone").first.wait_for()
    go = page.locator(".ask .go")
    assert go.is_disabled()
    page.get_by_label("Why").fill("printed twice")
    assert go.is_enabled()
    page.get_by_label("Why").fill(" ")
    assert go.is_disabled()

    assert not (outputs.parent / "maps" / "reading").exists()


def test_what_was_done_is_told_on_the_page_as_it_is_then(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    choose(page, PREPAID)
    page.keyboard.press("a")
    page.get_by_label("For", exact=True).select_option("company")
    decide(page)
    told = page.locator(".review output")
    assert told.inner_text().startswith("Accept: Prepaid tooling. 1 other output is being made anew. 1 of ")

    with page.expect_navigation():
        page.keyboard.press("u")
    told.filter(has_text="Taken back: Accept, Prepaid tooling.").wait_for()


def test_enter_before_the_effects_are_shown_decides_where_there_are_none(
    outputs: Path, start: Started, pages: Callable[[str], Any]
) -> None:
    page = pages(f"{start()}d/quarry-98")
    held: list[Any] = []
    page.route("**/api/preview", lambda route: held.append(route))

    def enter_early() -> None:
        page.locator(".ask", has_text="Looking what it changes").wait_for()
        page.keyboard.press("Enter")
        while not held:
            page.wait_for_timeout(10)
        held.pop().continue_()

    choose(page, PREPAID)
    page.locator(".alternatives button").first.click()
    enter_early()
    ready(page)
    assert page.locator(".ask .come").count() > 0
    page.keyboard.press("Escape")

    page.keyboard.press("a")
    with page.expect_navigation():
        enter_early()
    assert page.locator(f"#r{PREPAID}.confirmed").count() == 1
