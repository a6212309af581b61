"""The list of a batch's documents, of which only what is in view is in the page."""

from __future__ import annotations

from converter.batch import index
from converter.batch.row import Row, Status
from tests.browser.conftest import Open

MANY = 10_000


def rows() -> list[Row]:
    done = [
        Row(f"doc-{number:05}", "a", Status.DONE, "", "BS IS", number, footed=number % 7 / 7, to_review=number % 5 / 5)
        for number in range(MANY - 1)
    ]
    return [*done, Row("odd & one", "b", Status.FAILED, "no <b>such</b> thing")]


def test_ten_thousand_documents_are_sorted_filtered_and_scrolled(open_page: Open) -> None:
    page = open_page({"index.html": index.page(rows())}, "index.html")
    lines = page.locator("tbody tr:not(.pad)")
    assert lines.count() < 200
    assert page.locator("#progress").inner_text() == f"{MANY:,} of {MANY:,} shown"

    facts = page.get_by_role("button", name="Facts")
    facts.click()
    facts.click()
    assert lines.first.locator("td").first.inner_text() == f"doc-{MANY - 2:05}"
    assert page.locator("thead th", has=facts).get_attribute("aria-sort") == "descending"
    page.locator("#list").evaluate("list => { list.scrollTop = list.scrollHeight; }")
    page.locator("tbody td", has_text="odd & one").wait_for()

    page.get_by_role("button", name="Foots").click()
    assert page.locator("#list").evaluate("list => list.scrollHeight") > MANY * 20

    page.locator("#search").fill("doc-00042")
    assert [line.locator("td").first.inner_text() for line in lines.all()] == ["doc-00042"]
    assert [(link.inner_text(), link.get_attribute("href")) for link in lines.locator("a").all()] == [
        ("doc-00042", "doc-00042/report.html"),
        ("page", "doc-00042/report.html"),
        ("record", "doc-00042/report.json"),
        ("folder", "doc-00042/"),
    ]

    page.locator("#search").press("Escape")
    page.get_by_label("State", exact=True).select_option("open")
    assert page.locator("#progress").inner_text() == f"{MANY - 1 - MANY // 5:,} of {MANY:,} shown"
    assert lines.first.locator("td").nth(7).inner_text() == "40.0"
    page.get_by_label("State", exact=True).select_option("failed")
    assert lines.count() == 1
    assert lines.locator("a").count() == 0
    assert "no <b>such</b> thing" in lines.inner_text()
    page.locator("#search").fill("nothing of the kind")
    assert page.get_by_text("Nothing matches.").is_visible()


def test_columns_stand_still_while_rows_come_and_go(open_page: Open) -> None:
    page = open_page({"index.html": index.page(rows())}, "index.html")
    tops = "() => [...document.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect().left)"
    before = page.evaluate(tops)
    page.locator("#list").evaluate("list => { list.scrollTop = list.scrollHeight; }")
    page.locator("tbody td", has_text="odd & one").wait_for()
    assert page.evaluate(tops) == before
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_names_and_messages_that_are_markup_are_text(open_page: Open) -> None:
    hack = "document.title='hacked'"
    mean = f"</script><script>{hack}</script><img src=http://tracker.example/x onerror={hack}>"
    names = ["a&lt;img src=x&gt;", "a%2e%2e%2fb", f"a onclick={hack}"]
    found = [Row(name, mean, Status.INVALID, mean, mean, missing=mean) for name in names]
    page = open_page({"index.html": index.page(found)}, "index.html")
    assert page.locator("tbody tr:not(.pad)").count() == 3
    assert page.locator("tbody tr:not(.pad) td").nth(2).inner_text() == mean
    assert page.locator("img, iframe, script").count() == 2
    home = page.url.rpartition("/")[0]
    links = page.locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert len(links) == 12
    assert all(link.startswith(f"{home}/") for link in links)
    page.get_by_role("button", name="Message").click()
    assert page.title() == "3 documents"
