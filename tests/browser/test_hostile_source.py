"""A source that would run, load or cover: in every page that shows it, it can do none of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from converter.exports import export
from tests import hostile, sample
from tests.browser.conftest import Open

_COVERED = """(marks) => marks.filter((mark) => {
  mark.scrollIntoView({ block: "center", inline: "center" });
  const box = mark.getBoundingClientRect();
  const top = mark.ownerDocument.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return !(top && (mark.contains(top) || top.contains(mark) && top.tagName === "A"));
}).map((mark) => mark.textContent)"""
"""The texts of the marks that something else lies on, at their middle."""


LIKE_OURS = "button, [data-act], [data-filter], [data-place], [data-map], .m:text('bait'), .acts, .ask, .confirmed"
"""What our scripts and styles would take for ours, if a source could bring it."""


@cache
def files(name: str) -> dict[str, bytes]:
    return export(sample.report(hostile.page()), [name])


def entry(name: str) -> str:
    """The page among the files of a format."""
    return next(one for one in files(name) if one.endswith((".htm", ".html")))


def opened(open_page: Open, name: str) -> Any:
    return open_page(files(name), entry(name))


def hacked(page: Any) -> bool:
    """Whether anything of the source ran: all its scripts leave their mark in a title."""
    return any("hacked" in frame.title() for frame in page.frames)


def prod(root: Any) -> None:
    """Do with the bait what a reader might."""
    for bait in root.get_by_text("bait").all():
        bait.hover()
        bait.click()


def test_the_inline_document_stays_as_it_is(open_page: Open) -> None:
    page = opened(open_page, "ixbrl")
    marks = page.locator("ix\\:nonfraction:visible, ix\\:nonnumeric:visible")
    assert marks.count() > 100
    assert marks.evaluate_all(_COVERED) == []
    address = page.url
    prod(page)
    assert (page.url.partition("#")[0], hacked(page)) == (address.partition("#")[0], False)


def test_the_viewer_is_not_covered_and_its_document_neither(open_page: Open) -> None:
    page = opened(open_page, "viewer")
    document = page.frame_locator("#iframe-container iframe")
    document.locator(".ixbrl-element").first.wait_for(state="attached")
    marks = document.locator(".ixbrl-element:visible")
    assert marks.count() > 100
    assert marks.evaluate_all(_COVERED) == []
    for at in ((30, 20), (1380, 20), (1300, 450), (1380, 880)):
        assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).tagName", at) != "IFRAME"
    prod(document)
    assert not hacked(page)


def test_the_viewer_may_load_nothing_from_outside(browser: Any, tmp_path: Path) -> None:
    for file, content in files("viewer").items():
        (tmp_path / Path(file).name).write_bytes(content)
    page = browser.new_page()
    page.goto((tmp_path / Path(entry("viewer")).name).as_uri())
    blocked = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          new Image().src = "http://tracker.example/late.gif";
        })"""
    )
    assert blocked == "img-src"
    page.close()


def test_the_report_keeps_its_source_in_its_pane(open_page: Open) -> None:
    page = opened(open_page, "html")
    marks = page.locator("#source .m")
    assert marks.count() > 100
    assert marks.evaluate_all(_COVERED) == []
    for pane in ("header", ".bar", "#statements", "#details"):
        inside = page.evaluate(
            """(pane) => {
              const box = document.querySelector(pane).getBoundingClientRect();
              const spots = [[5, 5], [box.width - 25, 5], [box.width / 2, box.height / 2], [5, box.height - 5]];
              return spots.every(([x, y]) => document.elementFromPoint(box.left + x, box.top + y).closest(pane));
            }""",
            pane,
        )
        assert inside, pane
    prod(page.locator("#source"))
    assert not hacked(page)
    assert page.locator("#source").locator(LIKE_OURS).count() == 0
    assert page.locator("#details").count() == page.locator("#m1").count() == page.locator("#p1").count() == 1


@pytest.mark.parametrize("name", ["ixbrl", "html", "viewer"])
def test_no_page_names_what_the_source_would_load(name: str) -> None:
    for file, content in files(name).items():
        if file.endswith((".htm", ".html")):
            assert hostile.TRACKER.encode() not in content, file


MARKUP = "</script><script>document.title='hacked'</script><img src=x onerror=document.title='hacked'>"


def test_markup_in_captions_is_text_in_the_viewer(open_page: Open) -> None:
    report = sample.report()
    labels = tuple(replace(label, text=f"{label.text} {MARKUP}") for label in report.labels)
    named = replace(report, entity=replace(report.entity, name=MARKUP), labels=labels)
    made = export(named, ["viewer"])
    page = open_page(made, next(one for one in made if one.endswith(".html")))
    document = page.frame_locator("#iframe-container iframe")
    document.locator(".ixbrl-element").filter(has_text="2,455").first.click()
    page.locator("#inspector").get_by_role("rowheader", name="Fact Value").wait_for()
    assert MARKUP in page.locator("#inspector").inner_text()
    assert "hacked" not in page.title().replace(MARKUP, "")
