"""The list of a batch's documents, of which only what is in view is in the page."""

from __future__ import annotations

from converter.batch import index
from converter.batch.row import Row, Status
from tests.browser.conftest import Open

MANY = 10_000


def rows() -> list[Row]:
    done = [
        Row(f"doc-{number:05}", "a", Status.DONE, statements="BS IS", facts=number, footed=number % 7 / 7)
        for number in range(MANY - 1)
    ]
    return [*done, Row("odd & one", "b", Status.FAILED, "no <b>such</b> thing")]


def test_ten_thousand_documents_are_sorted_filtered_and_scrolled(open_page: Open) -> None:
    page = open_page({"index.html": index.page(rows())}, "index.html")
    lines = page.locator("tbody tr:not(.pad)")
    assert lines.count() < 200
    assert page.locator("#progress").inner_text() == f"{MANY} of {MANY} shown"

    facts = page.get_by_role("button", name="Facts")
    facts.click()
    facts.click()
    assert lines.first.locator("td").first.inner_text() == f"doc-{MANY - 2:05}"
    assert page.locator("thead th", has=facts).get_attribute("aria-sort") == "descending"
    page.locator("#list").evaluate("list => { list.scrollTop = list.scrollHeight; }")
    page.locator("tbody td", has_text="odd & one").wait_for()

    page.get_by_role("button", name="Totals that foot").click()
    assert page.locator("#list").evaluate("list => list.scrollHeight") > MANY * 20

    page.locator("#search").fill("doc-00042")
    assert [line.locator("td").first.inner_text() for line in lines.all()] == ["doc-00042"]
    assert lines.locator("a").get_attribute("href") == "doc-00042/report.html"

    page.locator("#search").fill("")
    page.get_by_label("State", exact=True).select_option("failed")
    assert lines.count() == 1
    assert lines.locator("a").count() == 0
    assert "no <b>such</b> thing" in lines.inner_text()
    page.locator("#search").fill("nothing of the kind")
    assert page.get_by_text("Nothing matches.").is_visible()
