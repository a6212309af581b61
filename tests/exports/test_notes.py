"""Notes as text blocks in every output: what they hold, where they stand, and that nothing else changes."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from converter import Conversion, Options, convert
from converter.exports.ixbrl.blocks import content
from converter.exports.plain import plain
from converter.report import Report, TextBlock
from tests import sample
from tests.arelle_facts import facts_in, written
from tests.conftest import ROOT

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
_LINES = (
    "The company values gauges & meters at cost, which is < market.\n"
    "It counts them twice a year in all of its mills in Dover.\n\n"
)
_TITLE = "                 NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n"
NOTES = (
    f"{_TITLE}  1. ACCOUNTING POLICIES\n\n{_LINES}Inventories\n\n{_LINES}Revenue Recognition\n\n{_LINES}<PAGE>\n\n"
    f"  2. INVENTORIES\n\n{_LINES}                  - 9 -\n<PAGE>\n\n{_LINES}"
    f"  3. DISPUTE OVER THE DOVER MILL\n\n{_LINES}  4. Inventories\n\n{_LINES}"
)
SECOND = NOTES[NOTES.index("2. INVENTORIES") : NOTES.index("  3. DISPUTE")].replace("<PAGE>", "")
"""The second note as it shows."""
TEXT = f"{sample.TEXT}\n{NOTES}SIGNATURES\n\nTamarack Instruments, Inc.\n"


def paragraphs(text: str) -> str:
    """A text as a page, a paragraph for each line that is not blank."""
    return "".join(
        f"<p>{html.escape(line.strip())}</p>\n" for line in text.splitlines() if line.strip() and line != "<PAGE>"
    )


def page_of(notes: str) -> str:
    """A page with statements, and markup of notes behind them."""
    page = (ROOT / "tests" / "releases" / "quillon-8k-20030424.htm").read_text(encoding="utf-8")
    at = page.lower().rindex("</body>")
    return f"{page[:at]}{notes}{page[at:]}"


PAGE = page_of(paragraphs(f"{NOTES}SIGNATURES\n"))


def converted(source: str = TEXT, **options: Any) -> Conversion:
    return convert(
        source.encode(),
        Options(**{"document_type": "10-Q", "taxonomy": "us-gaap/2025", **options}),
        name="tamarack.txt",
    )


def blocks(done: Conversion) -> dict[str, TextBlock]:
    return {str(block.fact.concept): block for block in done.report.text_blocks}


def text_in(markup: str) -> str:
    return "".join(etree.fromstring(f"<div>{markup}</div>").itertext())


@pytest.fixture(scope="module", params=[TEXT, PAGE], ids=["text", "html"])
def done(request: pytest.FixtureRequest) -> Conversion:
    return converted(request.param)


def test_each_note_is_one_fact_by_its_heading(done: Conversion) -> None:
    found = [(block.number, block.title, block.policy, str(block.fact.concept)) for block in done.report.text_blocks]
    assert found == [
        ("1", "ACCOUNTING POLICIES", False, "us-gaap:SignificantAccountingPoliciesTextBlock"),
        ("", "Inventories", True, "us-gaap:InventoryPolicyTextBlock"),
        ("", "Revenue Recognition", True, "us-gaap:RevenueRecognitionPolicyTextBlock"),
        ("2", "INVENTORIES", False, "us-gaap:InventoryDisclosureTextBlock"),
        ("3", "DISPUTE OVER THE DOVER MILL", False, f"{done.report.prefix}:DisputeOverDoverMillTextBlock"),
        ("4", "Inventories", False, f"{done.report.prefix}:InventoriesTextBlock"),
    ]


def test_it_is_of_the_period_of_the_document_without_members(done: Conversion) -> None:
    (cover,) = {fact.context for fact in done.report.facts if fact.concept.prefix == "dei"}
    assert {block.fact.context for block in done.report.text_blocks} == {cover}


def test_a_policy_of_the_companys_own_is_anchored_to_the_note_that_it_is_in_and_a_note_to_nothing() -> None:
    text = TEXT.replace("Revenue Recognition\n", f"Weirs\n\n{_LINES}Revenue Recognition\n")
    made = converted(
        text.replace("  3. DISPUTE", f"  3. WEIRS\n\n{_LINES}  4. DISPUTE").replace("  4. Inv", "  5. Inv")
    )
    anchors = {own.name.local: own.anchor for own in made.report.extensions if own.name.local.endswith("TextBlock")}
    assert anchors == {
        "WeirsTextBlock": None,
        "DisputeOverDoverMillTextBlock": None,
        "InventoriesTextBlock": None,
        "WeirsPolicyTextBlock": "SignificantAccountingPoliciesTextBlock",
    }


def test_extensions_are_text_blocks_with_the_heading_for_a_label(done: Conversion) -> None:
    (own,) = [each for each in done.report.extensions if each.name.local == "DisputeOverDoverMillTextBlock"]
    assert (own.type, own.period_type, own.abstract) == ("dtr-types:textBlockItemType", "duration", False)
    labels = {str(label.concept): label.text for label in done.report.labels if label.role == "standard"}
    assert labels[str(own.name)] == "DISPUTE OVER THE DOVER MILL [Text Block]"
    assert labels["us-gaap:InventoryPolicyTextBlock"] == "Inventories [Policy Text Block]"


def test_each_has_a_disclosure_and_the_policies_one_together(done: Conversion) -> None:
    assert [each.definition.partition(" - ")[2] for each in done.report.disclosures] == [
        "Disclosure - ACCOUNTING POLICIES",
        "Disclosure - INVENTORIES",
        "Disclosure - DISPUTE OVER THE DOVER MILL",
        "Disclosure - Inventories",
        "Disclosure - ACCOUNTING POLICIES (Policies)",
    ]
    assert len({each.role for each in done.report.disclosures}) == 5
    statements = [each.definition[:5] for each in done.report.statements]
    numbers = [*sorted(statements), *(each.definition[:5] for each in done.report.disclosures)]
    assert numbers == sorted(set(numbers))  # viewers sort by them: the notes behind the statements
    assert [len(each.blocks) for each in done.report.disclosures] == [1, 1, 1, 1, 2]


def test_the_text_of_a_block_is_that_of_the_source() -> None:
    for block in converted().report.text_blocks:
        assert text_in(str(block.fact.value)) == TEXT[block.span.start : block.span.end]
    for block in converted(TEXT.replace("\n", "\r\n")).report.text_blocks:
        source = TEXT.replace("\n", "\r\n")[block.span.start : block.span.end]
        assert text_in(str(block.fact.value)) == source.replace("\r\n", "\n")


def test_the_text_of_a_block_is_that_of_the_page() -> None:
    for block in converted(PAGE).report.text_blocks:
        shown = html.unescape(re.sub(r"<[^<>]*>", "", PAGE[block.span.start : block.span.end]))
        assert text_in(str(block.fact.value)).split() == shown.split()


def test_a_block_ends_before_what_comes_behind_the_notes(done: Conversion) -> None:
    assert "SIGNATURES" not in str(done.report.text_blocks[-1].fact.value)


@pytest.mark.parametrize("taxonomy", ["us-gaap/2009", "us-gaap/2025"])
@pytest.mark.parametrize("source", [TEXT, PAGE], ids=["text", "html"])
def test_every_format_is_valid_and_states_the_same(source: str, taxonomy: str, tmp_path: Path) -> None:
    files = converted(source, taxonomy=taxonomy).files(["ixbrl", "xbrl-json", "xbrl-csv"])
    written(files, tmp_path)
    read = {
        name: {fact[0]: fact[4] for fact in facts_in(tmp_path / name) if fact[0].endswith("TextBlock")}
        for name in files
        if re.fullmatch(r"\w+-\d+(?:\.xml|\.htm|\.json|-csv\.json)", name)
    }
    assert len(read) == 4
    first, *others = read.values()
    assert len(first) == 6
    assert all(other == first for other in others)


def test_in_the_inline_document_a_note_has_its_policies_in_it(done: Conversion) -> None:
    root = etree.fromstring(next(content for name, content in done.files(["ixbrl"]).items() if name.endswith(".htm")))
    tagged = {each.get("name"): each for each in root.iter(f"{IX}nonNumeric") if each.get("escape") == "true"}
    assert list(tagged) == [str(block.fact.concept) for block in done.report.text_blocks]
    policy, note = tagged["us-gaap:InventoryPolicyTextBlock"], tagged["us-gaap:SignificantAccountingPoliciesTextBlock"]
    assert note in policy.iterancestors()
    assert root.find(f".//{IX}continuation") is None


def pages(*contents: str) -> str:
    return page_of("".join(f"<div class='page'><div>{paragraphs(content)}</div></div>" for content in contents))


_CUT = NOTES.index("It counts", NOTES.index("  2. INVENTORIES"))
_LATER = NOTES.index("It counts", NOTES.index("  3. DISPUTE"))
SOURCES = {
    "text": TEXT,
    "page": PAGE,
    "pages": pages(NOTES[:_CUT], NOTES[_CUT:_LATER], f"{NOTES[_LATER:]}SIGNATURES\n"),
}
"""The same notes in a text, in a page, and in a page where notes go over the edges of elements."""


def of(name: str, taxonomy: str) -> Report:
    """The Report of one of them."""
    return converted(SOURCES[name], taxonomy=taxonomy).report


def test_a_note_goes_on_over_pages() -> None:
    done = converted(SOURCES["pages"])
    root = etree.fromstring(next(content for name, content in done.files(["ixbrl"]).items() if name.endswith(".htm")))
    parts = {each.get("id"): each for each in root.iter(f"{IX}continuation")}
    block = blocks(done)["us-gaap:InventoryDisclosureTextBlock"]
    (first,) = [each for each in root.iter(f"{IX}nonNumeric") if each.get("id") == block.fact.id]
    assert first.get("continuedAt") == f"{block.fact.id}.2"
    assert parts[f"{block.fact.id}.2"].get("continuedAt") is None
    assert text_in(str(block.fact.value)).split() == SECOND.split()


@pytest.mark.parametrize(
    "around",
    [
        "<pre>{}</pre>",
        "<table>{}</table>",
        "<div><pre>{}</pre></div>",
        "<blockquote><font size=2>{}</font></blockquote>",
    ],
)
def test_what_is_around_the_notes_does_not_matter(around: str, tmp_path: Path) -> None:
    inner = html.escape(f"{NOTES}SIGNATURES\n").replace("&lt;PAGE&gt;", "")
    if "table" in around:
        inner = "".join(f"<tr><td>{line}</td></tr>" for line in inner.splitlines() if line.strip())
    elif "font" in around:
        inner = paragraphs(f"{NOTES}SIGNATURES\n")
    done = converted(page_of(around.format(inner)))
    found = blocks(done)
    shown = text_in(str(found["us-gaap:InventoryDisclosureTextBlock"].fact.value))
    assert "".join(shown.split()) == "".join(SECOND.split())
    files = done.files(["ixbrl"])
    written(files, tmp_path)
    (name,) = [name for name in files if name.endswith(".htm")]
    read = {fact[0]: fact[4] for fact in facts_in(tmp_path / name) if fact[0].endswith("TextBlock")}
    assert read == {concept: block.fact.value for concept, block in found.items()}


@pytest.mark.parametrize(
    "ending", ["<p>SIGNATURES</p>", "<select><p>SIGNATURES</p></select>", "<p id='2'>SIGNATURES</p>"]
)
def test_a_block_holds_what_the_inline_document_shows(ending: str) -> None:
    notes = paragraphs(NOTES).replace("<p>Inventories", "<p id='3'><a href='#2'>Inventories</a>", 1)
    contents = "<p id='1'>Contents</p><div><p><a href='#2'>Signatures</a></p></div><p>Page 1</p>"
    done = converted(page_of(f"{contents}{notes}{ending}<p>Tamarack</p><p id='4'>Dover</p>"))
    root = etree.fromstring(next(file for name, file in done.files(["ixbrl"]).items() if name.endswith(".htm")))
    shown = {each.get("id"): [each] for each in root.iter(f"{IX}nonNumeric") if each.get("escape") == "true"}
    assert len(shown) == 6
    assert {name: content(chain) for name, chain in shown.items()} == {
        block.fact.id: block.fact.value for block in done.report.text_blocks
    }


def test_nothing_that_acts_is_in_a_block() -> None:
    bad = (
        "<script>alert(1)</script><p onclick='alert(2)' style='background:url(x)'>Gauges</p>"
        "<img src=x onerror='alert(3)'>"
    )
    source = PAGE.replace("<p>2. INVENTORIES</p>", f"<p>2. INVENTORIES</p>{bad}")
    value = str(blocks(converted(source))["us-gaap:InventoryDisclosureTextBlock"].fact.value)
    assert "Gauges" in value
    assert not re.search(r"script|onclick|onerror|alert|url", value)


# Without notes


@pytest.mark.parametrize("form", ["8-K", "S-1"])
def test_releases_have_none(form: str) -> None:
    assert converted(document_type=form).report.disclosures == ()
    assert len(converted(document_type=form, notes=True).report.text_blocks) == 6


@pytest.mark.parametrize("form", ["10-K", "10-K405", "10-Q", "20-F", "ARS", "10-K/A"])
def test_annual_and_quarterly_reports_have_them(form: str) -> None:
    assert len(converted(document_type=form).report.text_blocks) == 6


@pytest.mark.parametrize("source", [TEXT, PAGE], ids=["text", "html"])
def test_without_them_no_file_speaks_of_them(source: str) -> None:
    formats = ["ixbrl", "xbrl-json", "xbrl-csv", "fsds", "companyfacts", "csv"]
    without, release = (converted(source, document_type=form, notes=asked).files(formats)
                        for form, asked in (("10-Q", False), ("8-K", None)))  # fmt: skip
    assert without.keys() == release.keys()
    for name in without.keys() - {"report.json"}:
        assert b"TextBlock" not in without[name], name
        assert b"- Disclosure -" not in without[name], name


@pytest.mark.parametrize("own", ["<ix-mark>", '<ix-mark n="0">', '<IX-Mark- n="1">', "<ix-\x00mark>"])
def test_elements_of_a_page_that_are_called_like_our_marks_are_its_own(own: str) -> None:
    """They are taken for no place of a fact, nor for the edge of a note, and nothing of them is lost but the tag."""
    page = PAGE.replace("twice a year", f"{own}twice a year</ix-mark>")
    assert page != PAGE

    shown, sound = ([text_in(str(each.fact.value)) for each in converted(source).report.text_blocks]
                    for source in (page, PAGE))  # fmt: skip
    assert shown == sound
    assert converted(page).files(["ixbrl"]).keys() == converted(PAGE).files(["ixbrl"]).keys()


def test_of_a_schedule_alone_there_are_none() -> None:
    assert Options(from_fds=True).notes is None


# Other outputs


def test_the_record_lists_them_without_their_text() -> None:
    record = json.loads(converted().files()["report.json"])
    first = record["notes"][0]
    line = TEXT[: TEXT.index("  1. ACCOUNTING POLICIES")].count("\n") + 1
    assert (first["number"], first["title"], first["policy"], first["line"]) == (
        "1",
        "ACCOUNTING POLICIES",
        False,
        line,
    )
    assert first["concept"] == "us-gaap:SignificantAccountingPoliciesTextBlock"
    assert "value" not in first
    assert "notes" not in json.loads(converted(notes=False).files()["report.json"])


def test_the_tables_have_one_of_notes() -> None:
    from converter.exports.tables import tables

    rows = tables(converted().report)["notes"].to_pylist()
    assert [row["title"] for row in rows if not row["policy"]] == [
        "ACCOUNTING POLICIES", "INVENTORIES", "DISPUTE OVER THE DOVER MILL", "Inventories",
    ]  # fmt: skip
    second = rows[3]
    start, end = TEXT.index("  2. INVENTORIES"), TEXT.index("  3. DISPUTE")
    assert second["text"] == TEXT[start:end].strip("\n").replace("\n\n\n", "\n\n")
    assert (second["first_line"], second["last_line"]) == (TEXT[:start].count("\n") + 1, TEXT[:end].count("\n"))
    assert (second["number"], second["taxonomy"], second["concept"]) == ("2", "us-gaap", "InventoryDisclosureTextBlock")
    assert str(second["end"]) == "2001-06-30"


def test_the_page_lists_them() -> None:
    shown = converted().files(["html"])["report.html"].decode()
    assert '<section class="sheet" id="notes">' in shown
    assert "1 ACCOUNTING POLICIES" in shown
    assert 'id="notes"' not in converted(notes=False).files(["html"])["report.html"].decode()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a  b</p><p>c</p>", "a b\n\nc"),
        ("<p>a<br/>b</p>", "a\nb"),
        ("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td></tr></table>", "a\t1\t\n\nb\t"),
        ("<pre>a\n  b &amp; c\n</pre>", "a\n  b & c"),
        ("<pre>a<b>  b</b>\n</pre><p>c</p>", "a  b\n\nc"),
        ("a<i> b</i> c", "a b c"),
    ],
)
def test_plain_text_has_a_line_for_each_block(markup: str, text: str) -> None:
    assert plain(markup) == text
