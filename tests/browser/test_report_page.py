"""The report page in a browser: from number to source and back, by mouse and by keyboard."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from converter import convert
from converter.exports import export
from converter.findings import Finding, Severity
from converter.report import Report
from converter.span import Span
from converter.terms.decision import Step
from tests import sample
from tests.browser.conftest import Open
from tests.browser.looking import digits, is_in_view
from tests.conftest import ROOT, SHARED, needs_shared

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"


@cache
def files(name: str) -> dict[str, bytes]:
    """The page of a release of tests/releases, or of the sample as text or as HTML."""
    source = {"sample.txt": sample.release, "sample.htm": sample.page}.get(name)
    report = sample.report(source()) if source else convert(ROOT / "tests" / "releases" / name).report
    return export(report, ["html"])


def opened(open_page: Open, report: Report, **options: Any) -> Any:
    return open_page(export(report, ["html"]), "report.html", **options)


def row(page: Any, caption: str) -> Any:
    return page.locator("#statements tr").filter(has=page.get_by_text(caption, exact=True)).first


def details(page: Any) -> str:
    return str(page.locator("#details").inner_text())


def test_a_number_of_a_statement_leads_to_the_source_and_its_details(open_page: Open) -> None:
    page = open_page(files(RELEASE.name), "report.html")
    cell = row(page, "Restructuring charge").locator("td a").first
    cell.click()
    mark = page.locator("#source .on")
    assert (mark.count(), mark.inner_text(), cell.get_attribute("aria-current")) == (1, "1,250", "true")
    assert is_in_view(mark, "#source")
    shown = details(page)
    for told in (
        "us-gaap:RestructuringCharges",
        "1,250,000 US dollars",
        "3 months to 30 September 2001",
        "2001-07-01 to 2001-09-30",
        "line 48:40",
        "us-gaap/income_statement.yaml:RestructuringCharges",
    ):
        assert told in shown


@pytest.mark.parametrize("name", ["larkfield-8k-20011018.txt", "quillon-8k-20030424.htm"])
def test_it_opens_at_the_first_statement_or_at_the_number_of_its_address(name: str, open_page: Open) -> None:
    page = open_page(files(name), "report.html")
    assert is_in_view(page.locator("#source .m:not(.doc)").first, "#source")
    cell = page.locator(".sheet:not(#document) td a").last
    again = open_page(files(name), "report.html", fragment=cell.get_attribute("id"))
    assert is_in_view(again.locator("#source .on"), "#source")
    assert is_in_view(again.locator("#statements tr.on"), "#statements")


def test_the_far_end_of_the_source_scrolls_into_view(open_page: Open) -> None:
    page = open_page(files(RELEASE.name), "report.html")
    page.locator("#s2 tr td a").last.click()
    assert is_in_view(page.locator("#source .on"), "#source")


@pytest.mark.parametrize("name", ["sample.txt", "sample.htm"])
def test_a_number_of_the_source_leads_to_its_row(name: str, open_page: Open) -> None:
    page = open_page(files(name), "report.html")
    page.locator("#source .m").filter(has_text="2,455").click()
    chosen = page.locator("#statements tr.on")
    assert "Equipment, net" in chosen.inner_text()
    assert is_in_view(chosen, "#statements")
    assert "us-gaap:PropertyPlantAndEquipmentNet" in details(page)
    assert "at 31 December 2000" in details(page)


def test_a_number_that_states_two_facts_offers_both(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    mark = page.locator("#source .m").filter(has_text="5,104,220")
    mark.click()
    first = page.locator("#details .concept").inner_text()
    mark.click()
    assert {first, page.locator("#details .concept").inner_text()} == {
        "us-gaap:CommonStockSharesIssued",
        "us-gaap:CommonStockSharesOutstanding",
    }
    chips = page.locator("#details .chips button")
    assert [chip.inner_text() for chip in chips.all()] == [
        "CommonStockSharesIssued 30 Jun 2001",
        "CommonStockSharesOutstanding 30 Jun 2001",
    ]


def test_a_fact_printed_twice_names_both_places_and_goes_to_either(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    page.locator("#s0 td a").filter(has_text="4,210").first.click()
    places = page.locator("#details .places button")
    assert places.count() == 2
    places.nth(1).click()
    assert page.locator("#s2 tr.on").count() == 1
    assert is_in_view(page.locator("#source .on"), "#source")


def test_an_extension_tells_its_type_and_anchor(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    row(page, "Deposits with tooling suppliers").locator("td a").first.click()
    shown = details(page)
    assert "tmrk:DepositsWithToolingSuppliers" in shown
    assert "xbrli:monetaryItemType, debit, instant" in shown
    assert page.locator("#details .anchor").inner_text() == "us-gaap:OtherAssetsNoncurrent"


def test_the_steps_of_a_decision_are_told_one_to_a_line(open_page: Open) -> None:
    report = sample.report()
    steps = (Step("rule", "InventoryNet", 1, "inventory.yaml:3"), Step("footing", "InventoryGross", 1, "it foots"))
    facts = tuple(
        replace(fact, decision=replace(fact.decision, steps=steps))
        if fact.decision and fact.concept.local == "InventoryNet"
        else fact
        for fact in report.facts
    )
    page = opened(open_page, replace(report, facts=facts))
    row(page, "Inventories").locator("td a").first.click()
    trace = page.locator("#details .trace")
    assert trace.inner_text().splitlines() == ["rule InventoryNet inventory.yaml:3", "footing InventoryGross it foots"]


def test_a_fact_that_is_not_printed_has_details_too(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    row(page, "DocumentType").locator("td a").click()
    assert "dei:DocumentType" in details(page)
    assert "nowhere" in details(page)
    assert page.locator("#source .on").count() == 0


def test_lines_are_numbered_beside_the_text_as_it_was(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    numbers, text = (part.evaluate("part => part.textContent") for part in page.locator("#source pre").all())
    assert text == sample.TEXT
    assert numbers.split("\n")[-1] == str(len(sample.TEXT.split("\n")))
    tops = [page.locator(pre).bounding_box()["height"] for pre in ("pre.gutter", "pre:not(.gutter)")]
    assert tops[0] == tops[1]


def test_keys_step_through_the_numbers(open_page: Open) -> None:
    page = open_page(files(RELEASE.name), "report.html")
    for key, expected in (
        ("j", "18,412"),
        ("j", "21,960"),
        ("ArrowDown", "12,304"),
        ("ArrowLeft", "10,871"),
        ("k", "63,118"),
    ):
        page.keyboard.press(key)
        assert page.locator("#statements .on a.on, #statements a.on").first.inner_text() == expected
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0
    assert "Choose a number" in details(page)


def test_filters_and_search_leave_the_rows_asked_for(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    page.get_by_role("button", name="Extensions").click()
    shown = page.locator(".sheet tbody tr:visible")
    assert shown.count() == int(page.locator("button[data-filter=ext] b").inner_text()) > 0
    assert all("ext" in (each.get_attribute("class") or "") for each in shown.all())
    page.keyboard.press("j")
    assert "tmrk:" in details(page)
    page.get_by_role("button", name="All rows").click()
    page.keyboard.press("/")
    page.keyboard.type("incometaxexpense")
    assert [each.locator("th").inner_text() for each in shown.all()] == ["Income tax provision"]
    page.keyboard.press("Escape")
    assert shown.count() > 20


def test_the_search_finds_values_and_lines_and_says_when_nothing_matches(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    shown, nothing = page.locator(".sheet tbody tr:visible"), page.locator("#nothing")
    for words in ("8,890", "8890", "8,890,000"):
        page.locator("#search").fill(words)
        assert [each.locator("th").inner_text() for each in shown.all()] == ["Total current assets"]
    line = page.locator("#r0-2").get_attribute("data-line")
    page.locator("#search").fill(f"line {line}")
    assert page.locator("#r0-2").is_visible()
    assert not nothing.is_visible()
    page.locator("#search").fill("no such thing")
    assert "Nothing matches “no such thing”." in nothing.inner_text()
    assert page.locator(".sheet:visible").count() == 0
    page.get_by_role("button", name="Show all rows").click()
    assert not nothing.is_visible()
    assert page.locator("#search").input_value() == ""
    assert shown.count() > 20


def test_a_search_within_a_filter_says_where_nothing_matches(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    page.get_by_role("button", name="Extensions").click()
    page.locator("#search").fill("8,890")
    assert "Nothing matches “8,890” in Extensions." in page.locator("#nothing").inner_text()
    page.get_by_role("button", name="Show all rows").click()
    assert page.get_by_role("button", name="All rows").get_attribute("aria-pressed") == "true"


def test_sections_without_a_row_that_matches_go_with_their_links(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    page.locator("#search").fill("Total current assets")
    assert [sheet.get_attribute("id") for sheet in page.locator(".sheet:visible").all()] == ["s0"]
    assert [link.get_attribute("href") for link in page.locator("nav a:visible").all()] == ["#s0"]


def test_a_finding_is_found_by_its_words(open_page: Open) -> None:
    found = (
        Finding(Severity.WARNING, "sample.odd", "This is quaint."),
        Finding(Severity.INFO, "sample.line", "Plain."),
    )
    page = opened(open_page, replace(sample.report(), findings=found))
    page.locator("#search").fill("QUAINT")
    assert page.locator(".notes li:visible").count() == 1
    page.locator("#search").fill("")
    page.get_by_role("button", name="To review").click()
    assert page.locator(".notes li:visible").count() == 1


def test_the_mapping_line_of_a_row_can_be_copied(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#s0 td a").filter(has_text="1,775").first.click()
    page.get_by_role("button", name="Copy mapping line").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == '"Inventories": {concept: InventoryNet, statement: BS}'


def test_a_finding_leads_to_its_number_or_its_line(open_page: Open) -> None:
    report = sample.report()
    inventories = next(fact for fact in report.facts if fact.concept.local == "InventoryNet")
    start = report.document.text.index("Commitments and")
    found = (
        Finding(Severity.WARNING, "sample.number", "This number is odd.", fact=inventories.id),
        Finding(Severity.INFO, "sample.line", "This line is bare.", Span(start, start + 200)),
    )
    page = opened(open_page, replace(report, findings=found))
    link = page.locator("#findings .notes a")
    link.first.click()
    assert "Inventories" in page.locator("#statements tr.on").inner_text()
    assert is_in_view(page.locator("#source .on"), "#source")
    assert "This number is odd." in details(page)
    link.nth(1).click()
    spot = page.locator("#source .spot.on")
    assert spot.inner_text() == "Commitments and contingencies"
    assert is_in_view(spot, "#source")
    page.get_by_role("button", name="With findings").click()
    assert [each.locator("th").inner_text() for each in page.locator("#s0 tbody tr:visible").all()] == ["Inventories"]


def test_a_total_shows_its_parts_and_whether_they_make_it(open_page: Open) -> None:
    report = sample.report()
    off = tuple(
        replace(fact, value=Decimal("1785000")) if fact.id == "us-gaap_InventoryNet_I20010630" else fact
        for fact in report.facts
    )
    balance, *others = report.statements
    rows = tuple(replace(one, foots=False) if one.label == "Total current assets" else one for one in balance.rows)
    page = opened(open_page, replace(report, facts=off, statements=(replace(balance, rows=rows), *others)))
    row(page, "Total current assets").locator("td a").first.click()
    assert "≠ adds up in 1 of 2 periods" in page.locator("#details .footing summary").inner_text()
    lines = page.locator("#details .footing tbody tr")
    told = [[cell.inner_text() for cell in line.locator("td").all()] for line in lines.all()]
    assert told == [
        ["+ CashAndCashEquivalentsAtCarryingValue", "4,210,000", "3,880,000"],
        ["+ AccountsReceivableNetCurrent", "2,905,000", "3,140,000"],
        ["+ InventoryNet", "1,785,000", "1,620,000"],
        ["Sum of the parts", "8,900,000", "8,640,000"],
        ["AssetsCurrent", "8,890,000", "8,640,000"],
        ["Difference", "10,000 ≠", "✓"],
    ]
    assert "≠" in row(page, "Total current assets").inner_text()
    assert "✓" in row(page, "Total assets").inner_text()


def test_a_footing_that_holds_is_folded_until_a_person_unfolds_it(open_page: Open) -> None:
    page = open_page(files("sample.txt"), "report.html")
    footing = page.locator("#details .footing table")
    row(page, "Total current assets").locator("td a").first.click()
    assert (footing.count(), footing.is_visible()) == (1, False)
    assert "✓ adds up" in details(page)
    page.locator("#details summary").click()
    assert footing.is_visible()
    row(page, "Total assets").locator("td a").first.click()
    assert footing.is_visible()
    page.locator("#details summary").click()
    row(page, "Total current assets").locator("td a").first.click()
    assert not footing.is_visible()


def test_print_has_the_statements_and_the_signs_and_no_panel(open_page: Open) -> None:
    page = open_page(files(RELEASE.name), "report.html")
    page.locator("#statements td a").first.click()
    page.emulate_media(media="print")
    for hidden in ("#details", "#source", "#search", ".filters", "nav"):
        assert not page.locator(hidden).is_visible()
    charge = row(page, "Amortization of goodwill")
    assert charge.is_visible()
    assert "lrkf:AmortizationOfGoodwill" in charge.inner_text()
    assert "✚" in charge.inner_text()
    assert re.search(r"● 9\d%$", " ".join(row(page, "Interest expense").inner_text().split()))
    assert page.locator("#findings .notes li").first.is_visible()


def test_it_reads_without_script(open_page: Open) -> None:
    page = open_page(files(RELEASE.name), "report.html", java_script_enabled=False)
    assert "Restructuring charge" in page.locator("#source pre").inner_text()
    cell = row(page, "Restructuring charge").locator("td a").first
    cell.click()
    target = page.url.partition("#")[2]
    mark = page.locator(f"#{target}")
    assert mark.inner_text() == "1,250"
    mark.click()
    assert page.url.endswith(f"#{cell.get_attribute('id')}")


HOSTILE = "</script><script>hacked()</script><img src=http://example.org/x.png onerror=hacked()>"


def test_hostile_captions_are_only_text(open_page: Open) -> None:
    report = sample.report()
    statement = report.statements[0]
    rows = tuple(replace(each, label=f"{each.label} {HOSTILE}") for each in statement.rows)
    labels = tuple(replace(label, text=f"{label.text} {HOSTILE}") for label in report.labels)
    hostile = replace(
        report,
        entity=replace(report.entity, name=HOSTILE),
        statements=(replace(statement, rows=rows, title=HOSTILE), *report.statements[1:]),
        labels=labels,
        findings=(Finding(Severity.ERROR, HOSTILE, HOSTILE, fact=report.facts[-1].id),),
    )
    page = opened(open_page, hostile)
    page.evaluate("() => { window.hacks = 0; window.hacked = () => { window.hacks += 1; }; }")
    for cell in page.locator("#s0 td a").all()[:6]:
        cell.hover()
        cell.click()
    assert HOSTILE in details(page)
    assert page.locator("img, iframe, object").count() == 0
    assert page.locator("script").count() == 2
    assert page.evaluate("() => window.hacks") == 0


def test_a_hostile_page_is_only_a_picture_of_itself(open_page: Open) -> None:
    source = sample.page()
    mean = (
        "<script>document.title='hacked'</script><img src=http://example.org/x.png onerror=\"document.title='hacked'\">"
        "<a class='m high' id=p3 href='javascript:document.title=1' onclick=\"document.title='hacked'\">bait</a>"
        "<a href=http://example.org/>away</a>"
        "<div style='position:fixed;inset:0;background:url(http://example.org/y.png)' onmouseover=alert(1)>cover</div>"
        "<base href=http://example.org/><iframe src=http://example.org/></iframe><style>body{display:none}</style>"
    )
    text = source.text.replace("<P>&#169;", f"{mean}<P>&#169;")
    page = opened(open_page, sample.report(sample.document(text, name="tamarack.htm")))
    title = page.title()
    page.get_by_text("bait").click()
    row(page, "Inventories").locator("td a").first.click()
    assert "us-gaap:InventoryNet" in details(page)
    assert (
        page.locator("#source a:not(.m), #source [onclick], #source img, #source [href]:not(.m), iframe, base").count()
        == 0
    )
    assert page.locator("#source .m").filter(has_text="bait").count() == 0
    assert page.locator("[id=p3]").count() == 1
    assert page.title() == title


def click_through(page: Any, numbers: int) -> int:
    """Steps over the numbers; each must show its own concept, and its characters in view in the source."""
    seen = 0
    for _ in range(numbers):
        page.keyboard.press("j")
        cell = page.locator("#statements a.on")
        concept = page.locator("#statements tr.on td.c").get_attribute("title")
        assert page.locator("#details .concept").inner_text() == concept
        mark = page.locator("#source .on")
        if mark.count():
            assert digits(mark.inner_text()) == digits(cell.inner_text())
            assert is_in_view(mark, "#source")
            seen += 1
    return seen


@needs_shared
@pytest.mark.parametrize(
    "path",
    [
        "html/apple-inc-8K-20090121-0001193125-09-009009.txt",
        "fds/filings/adobe-systems-inc-10Q-19980227-0001047469-98-014381.txt",
    ],
    ids=["html", "10-Q"],
)
def test_real_documents_click_through(path: str, open_page: Open) -> None:
    page = opened(open_page, convert(SHARED / "corpus" / path).report)
    assert click_through(page, 60) == 60
    marks = page.locator("#source .m:not(.doc)")
    marks.nth(marks.count() // 2).click()
    assert is_in_view(page.locator("#statements tr.on"), "#statements")
