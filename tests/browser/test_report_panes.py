"""The panes of the report page: their separators, where the details stand, what a keyboard and a phone reach."""

from __future__ import annotations

from functools import cache
from typing import Any

from converter.exports import export
from tests import sample
from tests.browser.conftest import Open
from tests.browser.looking import is_in_view

PHONE = {"width": 390, "height": 844}


@cache
def files() -> dict[str, bytes]:
    return export(sample.report(), ["html"])


def opened(open_page: Open, **options: Any) -> Any:
    return open_page(files(), "report.html", **options)


def choose(page: Any, printed: str = "1,775") -> None:
    page.locator("#s0 td a").filter(has_text=printed).first.click()


def box(page: Any, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).bounding_box()
    return found


def share(page: Any, separator: str) -> int:
    return int(page.locator(separator).get_attribute("aria-valuenow"))


def test_the_separator_of_the_panes_tells_its_share_and_moves_by_keys(open_page: Open) -> None:
    page = opened(open_page)
    split = page.get_by_role("separator", name="Width of the source")
    assert (split.get_attribute("aria-controls"), split.get_attribute("aria-orientation")) == ("source", "vertical")
    assert share(page, "#split") == round(100 * box(page, "#source")["width"] / box(page, "main")["width"])
    split.focus()
    page.keyboard.press("ArrowRight")
    assert (share(page, "#split"), split.get_attribute("aria-valuetext")) == (48, "48 percent")
    assert abs(box(page, "#source")["width"] - 0.48 * box(page, "main")["width"]) < 2
    page.keyboard.press("End")
    assert share(page, "#split") == 80
    page.keyboard.press("Home")
    assert share(page, "#split") == 20


def test_a_separator_is_dragged_and_stays_where_it_was_when_the_page_is_opened_again(open_page: Open) -> None:
    page = opened(open_page)
    choose(page)
    for separator, x, y in (("#split", 700, 450), ("#fold", 1000, 500)):
        at = box(page, separator)
        page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
        page.mouse.down()
        page.mouse.move(x, y)
        page.mouse.up()
        page.mouse.move(x + 200, y)
    assert (share(page, "#split"), round(box(page, "#source")["width"])) == (50, 700)
    assert abs(box(page, "#details")["y"] - 500) < 8
    page.reload()
    page.locator("html[data-ready]").wait_for()
    assert (share(page, "#split"), share(page, "#fold")) == (50, round(100 * 400 / box(page, "#side")["height"]))


def test_the_details_stand_below_or_at_the_right_and_are_sized_either_way(open_page: Open) -> None:
    page = opened(open_page)
    fold = page.get_by_role("separator", name="Size of the details")
    assert not fold.is_visible()
    choose(page)
    assert fold.get_attribute("aria-orientation") == "horizontal"
    assert box(page, "#details")["y"] > box(page, "#statements")["y"] + 100
    page.get_by_role("button", name="Show the details at the right").click()
    assert fold.get_attribute("aria-orientation") == "vertical"
    assert box(page, "#details")["x"] > box(page, "#statements")["x"] + 100
    assert box(page, "#details")["y"] == box(page, "#statements")["y"]
    before = share(page, "#fold")
    fold.focus()
    page.keyboard.press("ArrowLeft")
    assert share(page, "#fold") == before + 2
    page.reload()
    page.locator("html[data-ready]").wait_for()
    assert (share(page, "#fold"), page.locator("#side").get_attribute("data-dock")) == (before + 2, "right")
    page.get_by_role("button", name="Show the details below").click()
    before = share(page, "#fold")
    fold.focus()
    page.keyboard.press("ArrowDown")
    assert share(page, "#fold") == before - 2


def test_one_number_of_a_pane_is_a_stop_of_the_tab_key(open_page: Open) -> None:
    page = opened(open_page)
    stops = page.locator("#statements td a[tabindex='0']")
    assert (stops.count(), page.locator("#source .m[tabindex='0']").count()) == (1, 1)
    assert page.locator("#statements td a:not([tabindex])").count() == 0
    choose(page)
    page.keyboard.press("ArrowDown")
    assert (stops.count(), stops.inner_text()) == (1, page.locator(":focus").inner_text())
    page.keyboard.press("End")
    assert page.locator(":focus").get_attribute("id") == page.locator("#statements td a").last.get_attribute("id")
    page.keyboard.press("Home")
    assert page.locator(":focus").get_attribute("id") == page.locator("#statements td a").first.get_attribute("id")
    page.get_by_role("button", name="Extensions").click()
    assert stops.is_visible()


def test_who_steps_through_the_source_stays_there(open_page: Open) -> None:
    page = opened(open_page)
    page.locator("#source .m").filter(has_text="1,775").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('section').id") == "source"
    assert is_in_view(page.locator("#source .on"), "#source")
    assert is_in_view(page.locator("#statements tr.on"), "#statements")


def test_a_step_is_said_in_a_sentence(open_page: Open) -> None:
    page = opened(open_page)
    choose(page)
    said = page.get_by_role("status").filter(has_text="InventoryNet")
    assert said.inner_text() == "InventoryNet, 1,775,000 US dollars, at 30 June 2001, high"


def test_the_chosen_row_has_the_whole_name_of_its_concept(open_page: Open) -> None:
    page = opened(open_page)
    cut = """(cell) => cell.firstElementChild.scrollHeight > cell.firstElementChild.clientHeight"""
    page.locator("#split").focus()
    page.keyboard.press("End")
    name = page.locator("#statements td.c[title$=AllowanceForDoubtfulAccountsReceivableCurrent]").first
    assert name.evaluate(cut)
    name.click()
    assert not name.evaluate(cut)


def test_the_line_numbers_hide_the_text_that_scrolls_under_them(open_page: Open) -> None:
    page = opened(open_page)
    page.set_viewport_size({"width": 480, "height": 800})
    page.get_by_role("button", name="Source", exact=True).click()
    page.locator("#source").evaluate("pane => { pane.scrollLeft = 150; pane.scrollTop = 0; }")
    assert page.locator("#source").evaluate("pane => pane.scrollLeft") > 50
    gutter = box(page, ".gutter")
    assert gutter["x"] == box(page, "#source")["x"]
    for down in range(20, 400, 40):
        at = [gutter["x"] + gutter["width"] - 3, gutter["y"] + down]
        assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", at) == "gutter"
    colour = page.locator(".gutter").evaluate("element => getComputedStyle(element).backgroundColor")
    assert colour.startswith("rgb(")


def test_a_phone_shows_one_pane_at_a_time_over_a_sheet_of_details(open_page: Open) -> None:
    page = opened(open_page)
    assert not page.get_by_role("button", name="Source", exact=True).is_visible()
    page.set_viewport_size(PHONE)
    assert (page.locator("#statements").is_visible(), page.locator("#source").is_visible()) == (True, False)
    choose(page)
    assert is_in_view(page.locator("#statements a.on"), "#statements")
    page.get_by_role("button", name="Source", exact=True).click()
    assert (page.locator("#statements").is_visible(), page.locator("#source").is_visible()) == (False, True)
    assert is_in_view(page.locator("#source .on"), "#source")
    assert "InventoryNet" in page.locator("#details").inner_text()
    sheet = box(page, "#details")
    assert abs(sheet["y"] + sheet["height"] - PHONE["height"]) < 1
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    at = box(page, "#fold")
    page.mouse.move(at["x"] + 100, at["y"] + 9)
    page.mouse.down()
    page.mouse.move(at["x"] + 100, 300)
    page.mouse.up()
    assert abs(box(page, "#details")["y"] - 300) < 20
    page.get_by_role("button", name="Close").click()
    assert box(page, "#details")["height"] < 60


def test_captions_stay_in_view_where_a_phone_scrolls_the_columns(open_page: Open) -> None:
    page = opened(open_page)
    page.set_viewport_size(PHONE)
    page.locator("#statements").evaluate("pane => { pane.scrollLeft = 200; }")
    assert box(page, "#s0 tbody tr:not(.head) th >> nth=0")["x"] >= 0
