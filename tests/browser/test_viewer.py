"""The inline document in ixbrl-viewer: it opens without a network, and its inspector knows the facts."""

from __future__ import annotations

from typing import Any

from converter import convert
from converter.exports import export
from tests import sample
from tests.browser.conftest import Open
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"


def inspected(open_page: Open, files: dict[str, bytes], printed: str) -> str:
    """What the inspector says of a number that is clicked in the document."""
    page = open_page(files, next(name for name in files if name.endswith(".html")))
    document = page.frame_locator("#iframe-container iframe")
    number: Any = document.locator(".ixbrl-element").filter(has_text=printed).first
    number.wait_for()
    page.locator("#ixv .loader").wait_for(state="detached")  # then the viewer listens
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
