"""The inline document in ixbrl-viewer: it opens without a network, and its inspector knows the facts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from converter import convert
from converter.errors import OutputError, UsageError
from converter.exports import export, viewer
from converter.report import Report
from converter.sources.document import Document
from tests import sample
from tests.browser.conftest import Open
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"


def inspected(open_page: Open, files: dict[str, bytes], printed: str) -> str:
    """What the inspector says of a number that is clicked in the document."""
    page = open_page(files, next(name for name in files if name.endswith(".html")))
    document = page.frame_locator("#iframe-container iframe")
    number: Any = document.locator(".ixbrl-element").filter(has_text=printed).first
    number.click()
    inspector = page.locator("#inspector")
    inspector.get_by_role("rowheader", name="Fact Value").wait_for()
    return " ".join(inspector.inner_text().split())


def test_the_inspector_tells_concept_period_and_value(open_page: Open) -> None:
    files = export(convert(RELEASE).report, ["viewer"])
    assert sorted(files) == ["viewer/ixbrlviewer.js", "viewer/lrkf-20010930.html"]
    shown = inspected(open_page, files, "1,250")
    assert "Concept RestructuringCharges" in shown
    assert "1 Jul 2001 to 30 Sep 2001" in shown
    assert "US $ 1,250,000" in shown


def test_an_html_document_can_be_inspected_too(open_page: Open) -> None:
    shown = inspected(open_page, export(sample.report(sample.page()), ["viewer"]), "2,455")
    assert "Concept PropertyPlantAndEquipmentNet" in shown
    assert "31 Dec 2000" in shown
    assert "US $ 2,455,000" in shown


@pytest.fixture
def report() -> Report:
    source: Document = sample.release()
    return sample.report(source)


def test_the_same_report_gives_the_same_viewer(report: Report) -> None:
    assert viewer.export(report) == viewer.export(report)


def test_without_the_plugin_the_error_says_what_to_install(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"Install retroxbrl\[exports\]"):
        viewer.export(report)


def test_an_arelle_that_fails_is_an_error_with_a_cause(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer.sys, "executable", shutil.which("false"))
    with pytest.raises(OutputError, match="Arelle made no viewer"):
        viewer.export(report)


def test_a_taxonomy_that_is_not_found_is_an_error(
    report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from converter.taxonomy import cache

    monkeypatch.setattr(cache, "packages", list)
    monkeypatch.setattr(cache, "folder", lambda: tmp_path)
    with pytest.raises(OutputError, match=r"us-gaap|dei"):
        viewer.export(report)
