"""The report page as data: every fact has its place, every total its parts. What it does is tested in tests/browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from converter import Options, convert
from converter.exports.html import export, words
from converter.exports.html.footings import footings
from converter.exports.html.places import places, spots
from converter.exports.html.tiers import Tier, is_open, tier
from converter.findings import Finding, Severity
from converter.report import Report
from converter.span import Span
from converter.terms import Decision, Name, Period
from tests import sample
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"


def shown(**changes: Any) -> Any:
    (content,) = export(replace(sample.report(), **changes)).values()
    return html.document_fromstring(content)


@pytest.mark.parametrize("source", [sample.release(), sample.page()], ids=["text", "html"])
def test_each_place_of_a_fact_is_a_link_to_a_mark_and_back(source: Any) -> None:
    report = sample.report(source)
    (content,) = export(report).values()
    page = html.document_fromstring(content)
    printed = [one for fact in report.facts for one in fact.sources]
    linked = [link for link in page.xpath("//a[starts-with(@id, 'p')]") if link.get("href").startswith("#m")]
    assert len(linked) == len(printed)
    ids = [element.get("id") for element in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in page.xpath("//a[starts-with(@href, '#')]")} <= set(ids)


def test_the_text_keeps_its_layout() -> None:
    page = shown()
    # A browser drops the first line feed of a `pre`; this reader does not.
    assert page.xpath("string(//section[@id='source']//pre)") == f"\n{sample.TEXT}"


def test_the_policy_allows_its_own_script_alone() -> None:
    (policy,) = shown().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert "script-src 'unsafe-inline'" not in policy


def test_the_data_block_holds_no_markup_and_names_every_fact() -> None:
    report = sample.report()
    content = export(report)["report.html"].decode()
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', content, re.DOTALL)
    assert block is not None
    assert "<" not in block[1]
    data = json.loads(block[1])
    assert [data["concepts"][fact[0]][0] for fact in data["facts"]] == [str(fact.concept) for fact in report.facts]


def test_a_number_that_states_two_facts_is_one_mark() -> None:
    found, marks = places(sample.report())
    text = sample.TEXT
    (shares,) = [mark for mark in marks if text[mark.span.start : mark.span.end] == "5,104,220"]
    assert len(shares.places) == 2
    assert {found[number].mark for number in shares.places} == {shares.number}


def test_a_finding_marks_its_line_up_to_the_first_number() -> None:
    report = sample.report()
    start = sample.TEXT.index("Inventories")
    report = replace(report, findings=(Finding(Severity.INFO, "sample", "...", Span(start, start + 500)),))
    (spot,) = spots(report, places(report)[1])
    assert sample.TEXT[spot.span.start : spot.span.end].strip() == "Inventories"


def test_a_footing_adds_up_in_each_period_and_tells_a_difference() -> None:
    report = sample.report()
    found = {str(footing.summation.total): footing for footing in footings(report)}
    assert all(footing.holds for footing in found.values())
    costs = found["us-gaap:OperatingExpenses"]
    assert [column.sum for column in costs.columns] == [Decimal(1000 * n) for n in (1530, 1410, 3020, 2780)]
    spoilt = tuple(
        replace(fact, value=Decimal(0)) if fact.concept.local == "ResearchAndDevelopmentExpense" else fact
        for fact in report.facts
    )
    found = {str(footing.summation.total): footing for footing in footings(replace(report, facts=spoilt))}
    assert found["us-gaap:OperatingExpenses"].columns[0].difference == -520_000
    assert not found["us-gaap:OperatingExpenses"].holds


@pytest.mark.parametrize(
    ("confidence", "expected"), [(0.95, Tier.HIGH), (0.9, Tier.HIGH), (0.89, Tier.MIDDLING), (0.69, Tier.LOW)]
)
def test_the_colour_of_a_tag_is_how_sure_it_is(confidence: float, expected: Tier) -> None:
    decision = Decision("Assets", 1, "sample.yaml:1", confidence)
    assert tier(Name("us-gaap", "Assets"), decision) is expected
    assert tier(Name("tmrk", "Gauges"), decision) is Tier.EXTENSION


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, date(2001, 6, 30), "at 30 June 2001"),
        (date(2001, 4, 1), date(2001, 6, 30), "3 months to 30 June 2001"),
        (date(1997, 6, 29), date(1997, 9, 27), "3 months to 27 September 1997"),
        (date(1998, 7, 26), date(1999, 7, 31), "year to 31 July 1999"),
        (date(1999, 1, 1), date(2001, 12, 31), "3 years to 31 December 2001"),
        (date(2000, 1, 1), date(2001, 6, 30), "18 months to 30 June 2001"),
        (date(2001, 6, 1), date(2001, 6, 30), "1 month to 30 June 2001"),
        (date(2001, 6, 1), date(2001, 6, 15), "15 days to 15 June 2001"),
    ],
)
def test_periods_in_words(start: date | None, end: date, expected: str) -> None:
    assert words.period_words(Period(end, start)) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("$ 18,412", "18,412"), ("$(.36)", "(.36)"), ("( 1,250", "(1,250)"), ("- --", "—"), ("nil", "nil"), ("--", "—")],
)
def test_figures_as_a_column_shows_them(printed: str, expected: str) -> None:
    assert words.figure(printed) == expected


def test_what_is_to_be_reviewed_is_what_is_unsure_or_noted_and_not_confirmed() -> None:
    plain = export(sample.report())["report.html"].decode()
    counts = {name: int(count) for name, count in re.findall(r'data-filter="(\w+)"[^>]*>[^<]*<b>(\d+)</b>', plain)}

    assert next(iter(counts)) == "open"
    assert max(counts["unsure"], counts["ext"]) <= counts["open"] <= counts["unsure"] + counts["ext"] + counts["noted"]


def test_a_choice_is_open_while_it_is_unsure_or_of_the_company_and_nobody_confirmed_it() -> None:
    sure = Decision("Assets", 1, "sample.yaml:1", 0.9)
    unsure, confirmed = replace(sure, confidence=0.89), replace(sure, confidence=0.5, confirmed="Ann")
    ours, own = Name("us-gaap", "Assets"), Name("tmrk", "Gauges")

    assert [is_open(ours, each) for each in (sure, unsure, confirmed, None)] == [False, True, False, False]
    assert [is_open(own, each) for each in (sure, confirmed)] == [True, False]


def test_what_is_not_sure_is_never_100_percent_sure() -> None:
    report = sample.report()
    first = report.facts[-1]
    assert first.decision is not None

    def told(confidence: float) -> float:
        fact = replace(first, decision=replace(first.decision, confidence=confidence))
        content = export(replace(report, facts=(fact,)))["report.html"].decode()
        block = content.partition('id="data">')[2].partition("</script>")[0]
        return float(json.loads(block)["decisions"][0][1])

    assert [told(each) for each in (1, 0.9997, 0.8764)] == [100.0, 99.9, 87.6]


def test_a_mapping_line_makes_each_row_what_it_is(tmp_path: Path) -> None:
    report = convert(RELEASE).report
    rows = html.document_fromstring(export(report)["report.html"]).xpath("//tr[@data-map]")
    lines: dict[str, dict[str, str]] = {"captions": {}, "rows": {}}
    for row in rows:
        name, _, entry = row.get("data-map").partition(": {")
        lines[row.get("data-key")].setdefault(name, f"  {name}: {{{entry}\n")  # a file has each caption but once
    (tmp_path / "document").mkdir()
    written = "".join(f"{key}:\n{''.join(each.values())}" for key, each in lines.items())
    (tmp_path / "document" / f"{RELEASE.stem}.yaml").write_text(written, encoding="utf-8")

    again = convert(RELEASE, Options(maps=tmp_path)).report

    def choices(report: Report) -> list[tuple[str, Name, int]]:
        rows = (row for statement in report.statements for row in statement.rows)
        return [(row.label, row.concept, row.decision.sign) for row in rows if row.decision]

    assert choices(again) == choices(report)
    assert '"Net sales": {concept: Revenues, statement: IS}' in written
    assert '"66:3": {concept: EarningsPerShareBasic, statement: IS}' in written
    rules = [row.decision.rule for statement in again.statements for row in statement.rows if row.decision]
    assert sum(rule.startswith("document/") for rule in rules) == sum(map(len, lines.values()))


def test_a_row_says_who_has_confirmed_it() -> None:
    report = sample.report()
    first = report.statements[0]
    at = next(number for number, row in enumerate(first.rows) if row.decision and row.decision.concept)
    row = first.rows[at]
    assert row.decision is not None
    confirmed = replace(row, decision=replace(row.decision, confirmed="Ann <Lee>"))
    statement = replace(first, rows=(*first.rows[:at], confirmed, *first.rows[at + 1 :]))
    content = export(replace(report, statements=(statement, *report.statements[1:])))["report.html"].decode()

    assert content.count('title="confirmed by Ann &lt;Lee&gt;"') == 1
    assert len(re.findall(r'<tr id="r0-\d+" class="[^"]*\bconfirmed\b', content)) == 1


def test_a_missing_statement_stands_over_the_others() -> None:
    from converter.terms import Kind
    from converter.terms.completeness import Completeness

    report = replace(sample.report(), completeness=Completeness((Kind.EQUITY,), (Kind.EQUITY,), ()))
    content = export(report)["report.html"].decode()

    assert content.count("was found, though a document of this form should have one") == 1
    assert "should have one" not in export(sample.report())["report.html"].decode()


def test_the_foot_says_what_the_page_was_made_of() -> None:
    from converter.options import Options
    from converter.report import Making

    report = sample.report()
    making = Making("9.8", Options(cik="42", taxonomy=report.taxonomy), (("mine.yaml", "abc123"),))
    foot = export(replace(report, making=making))["report.html"].decode().partition('<footer class="made">')[2]

    assert "Made by retroxbrl 9.8 with cik 42" in foot
    assert report.document.sha256 in foot
    assert "mine.yaml: <code>abc123</code>" in foot
    assert "Made by" not in export(report)["report.html"].decode()


def mapped(report: Report) -> dict[str, tuple[str, str]]:
    """The key and line of each row of the first statement by its caption, as the page offers them."""
    page = html.document_fromstring(export(report)["report.html"])
    return {
        row.find("th").text: (row.get("data-key"), row.get("data-map"))
        for row in page.xpath("//section[@id='s0']//tr[@data-map]")
    }


def changed(report: Report, caption: str, **changes: Any) -> Report:
    """The report with a row of its first statement changed."""
    first, *others = report.statements
    rows = tuple(replace(row, **changes) if row.label == caption else row for row in first.rows)
    return replace(report, statements=(replace(first, rows=rows), *others))


@pytest.mark.parametrize("source", [sample.release(), sample.page()], ids=["text", "html"])
def test_a_mapping_line_goes_by_the_printed_caption(source: Any) -> None:
    found = mapped(sample.report(source))

    assert found["Inventories"] == ("captions", '"Inventories": {concept: InventoryNet, statement: BS}')
    assert "Common stock, shares issued" not in found  # a number inside a caption has no line of its own
    assert "Current assets:" not in found
    own = next(line for _, line in found.values() if "concept: extension" in line)
    assert own.endswith("{concept: extension, statement: BS}")


def test_a_mapping_line_goes_by_the_place_where_no_caption_of_its_own_tells_the_row() -> None:
    report = sample.report()
    row = next(row for row in report.statements[0].rows if row.label == "Inventories")
    line, column = report.document.position(row.span.start)
    place = ("rows", f'"{line}:{column}": {{concept: InventoryNet, statement: BS}}')

    assert mapped(changed(report, "Inventories", label="Total of something"))["Total of something"] == place
    twice = changed(report, "Total current assets", label="Inventories")
    assert mapped(twice)["Inventories"][0] == "rows"
    assert mapped(changed(report, "Inventories", label="- -"))["- -"] == place


def test_a_mapping_line_keeps_a_sign_that_is_turned() -> None:
    report = sample.report()
    row = next(row for row in report.statements[0].rows if row.label == "Inventories")
    assert row.decision is not None

    turned = changed(report, "Inventories", decision=replace(row.decision, sign=-1))

    told = '"Inventories": {concept: InventoryNet, statement: BS, sign: negated}'
    assert mapped(turned)["Inventories"] == ("captions", told)


def test_a_statement_tells_its_scale_its_lines_and_its_totals() -> None:
    report = sample.report()
    first, *others = report.statements
    start, end = (report.document.position(offset)[0] for offset in (first.span.start, first.span.end))
    held, totals = first.footed

    def about(statement: Any) -> str:
        page = html.document_fromstring(export(replace(report, statements=(statement, *others)))["report.html"])
        return str(page.xpath("string(//section[@id='s0']/p[@class='about'])"))

    assert about(first) == f"in thousands · lines {start}–{end} · {held} of {totals} totals foot"
    bare = replace(first, rows=tuple(replace(row, foots=None) for row in first.rows))
    assert about(bare) == f"in thousands · lines {start}–{end}"
    short = replace(bare, span=Span(first.span.start, first.span.start + 1), scale=1)
    assert about(short) == f"in whole units · line {start}"


def test_a_row_tells_its_line_and_whether_it_is_open() -> None:
    report = sample.report()
    row = next(row for row in report.statements[0].rows if row.label == "Inventories")
    assert row.decision is not None

    def shown_row(report: Report) -> Any:
        page = html.document_fromstring(export(report)["report.html"])
        return page.xpath("//tr[th='Inventories']")[0]

    assert shown_row(report).get("data-line") == str(report.document.position(row.span.start)[0])
    sure = replace(row.decision, confidence=0.99)
    noted = Finding(Severity.WARNING, "sample", "...", fact="us-gaap_InventoryNet_I20010630")
    for decision, findings, is_shown in (
        (sure, (), False),
        (replace(sure, confidence=0.5), (), True),
        (sure, (noted,), True),
    ):
        told = replace(changed(report, "Inventories", decision=decision), findings=findings)
        assert ("open" in shown_row(told).get("class").split()) is is_shown


def test_findings_are_to_be_reviewed_unless_they_only_inform() -> None:
    found = tuple(Finding(each, "sample", "...") for each in Severity)
    classes = shown(findings=found).xpath("//li[starts-with(@id, 'n')]/@class")

    assert [each.split()[0] for each in classes if "open" in each.split()] == ["error", "warning"]
    assert all("noted" in each.split() for each in classes)
