"""No text is fainter than 4.5:1, in the light and in the dark, whatever is chosen, filtered or pointed at."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from converter.batch import index
from converter.batch.row import Row, Status
from converter.exports import export
from converter.findings import Finding, Severity
from converter.terms import Kind
from converter.terms.completeness import Completeness
from tests import sample
from tests.browser.conftest import Open
from tests.browser.contrast import faint

LIGHT_OR_DARK = pytest.mark.parametrize("scheme", ["light", "dark"])


@cache
def files(name: str) -> dict[str, bytes]:
    """The page of the sample with every colour: each severity, a missing statement, tags of each confidence."""
    report = sample.report(sample.page() if name == "html" else sample.release())
    findings = tuple(Finding(each, "sample.finding", "This is told.", fact=report.facts[-1].id) for each in Severity)
    statement = report.statements[0]
    confidences = iter([0.95, 0.8, 0.5] * len(statement.rows))
    rows = tuple(
        replace(row, decision=replace(row.decision, confidence=next(confidences)), foots=row.foots and at % 2 == 0)
        if row.decision
        else row
        for at, row in enumerate(statement.rows)
    )
    missing = Completeness((Kind.EQUITY,), (Kind.EQUITY,), ())
    statements = (replace(statement, rows=rows), *report.statements[1:])
    return export(replace(report, findings=findings, completeness=missing, statements=statements), ["html"])


def opened(open_page: Open, name: str, scheme: str) -> Any:
    return open_page(files(name), "report.html", color_scheme=scheme)


@LIGHT_OR_DARK
def test_text_of_the_page_as_it_opens(scheme: str, open_page: Open) -> None:
    assert faint(opened(open_page, "text", scheme)) == []


@LIGHT_OR_DARK
@pytest.mark.parametrize("name", ["text", "html"])
def test_text_with_a_number_chosen_and_another_pointed_at(name: str, scheme: str, open_page: Open) -> None:
    page = opened(open_page, name, scheme)
    page.locator("#s0 tr").filter(has_text="Total current assets").locator("td a").first.click()
    page.locator("#details summary").first.click()
    page.locator("#s0 td a").nth(3).hover()
    assert page.locator("#tip").is_visible()
    assert faint(page, "#source .html *:not(.m)") == []


@LIGHT_OR_DARK
def test_text_of_filters_and_where_nothing_matches(scheme: str, open_page: Open) -> None:
    page = opened(open_page, "text", scheme)
    page.locator("button[data-filter=open]").click()
    page.locator("button[data-filter=open]").hover()
    page.locator("#search").fill("nothing of the kind")
    assert page.locator("#nothing").is_visible()
    assert faint(page) == []


@LIGHT_OR_DARK
def test_text_of_the_list_of_a_batch(scheme: str, open_page: Open) -> None:
    rows = [
        Row("a", "a", Status.DONE, "", "BS", 3, missing="CF", footed=0.5),
        Row("b", "b", Status.FAILED, "It failed."),
    ]
    page = open_page({"index.html": index.page(rows)}, "index.html", color_scheme=scheme)
    page.get_by_role("button", name="Facts").click()
    page.locator("tbody tr:not(.pad)").first.hover()
    assert faint(page) == []


def test_what_is_too_faint_is_found(open_page: Open) -> None:
    page = opened(open_page, "text", "light")
    page.evaluate("document.querySelector('.caption, .about').style.color = '#999'")
    assert [element.partition("#")[0] for _, _, element in faint(page)] == ["P"]
