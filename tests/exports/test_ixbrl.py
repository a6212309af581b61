"""Inline XBRL over the original document: same text, same look, the instance's facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from converter.exports.ixbrl import export
from converter.exports.ixbrl.html import body
from converter.exports.ixbrl.styles import style
from converter.exports.ixbrl.tags import Mark
from converter.exports.ixbrl.xhtml import serialised
from converter.report import Report
from converter.sources.document import Document
from converter.span import Span
from converter.validation import cold
from converter.validation.settings import DEFAULT
from tests import sample
from tests.arelle_facts import facts_in, of_report, written
from tests.sample import Row

IX = "{http://www.xbrl.org/2013/inlineXBRL}"


def page(report: Report) -> Any:
    return etree.fromstring(next(iter(export(report).values())))


def shown_text(root: Any) -> str:
    return "".join(root.find(".//{*}pre").itertext())


@pytest.mark.parametrize("source", [sample.release(), sample.page()], ids=["text", "html"])
@pytest.mark.parametrize("taxonomy", ["us-gaap/2009", "us-gaap/2025"])
def test_it_is_valid_and_states_the_facts_of_the_report(source: Document, taxonomy: str, tmp_path: Path) -> None:
    report = sample.report(source, taxonomy=taxonomy)
    entry = written(export(report), tmp_path)
    assert cold.validate(entry, DEFAULT) == ()
    assert facts_in(entry) == of_report(report)


def test_the_text_keeps_every_character() -> None:
    text = sample.TEXT.replace("\n", "\r\n").replace("Other   ", "\tOther") + "<PAGE> & \x0c é ]]> end\r"
    root = page(sample.report(sample.release(text)))
    assert shown_text(root) == text.replace("\x0c", "␌")


def test_the_page_keeps_its_text() -> None:
    source = sample.page()
    root = page(sample.report(source))
    header = root.find(f".//{IX}header")
    header.getparent().remove(header)
    original = html.document_fromstring(source.text)
    original.find("head").drop_tree()
    shown = "".join(root.find("{*}body").itertext())
    assert "".join(shown.split()) == "".join(original.text_content().split())


def test_every_printed_fact_is_tagged_where_it_is_printed() -> None:
    report = sample.report()
    root = page(report)
    hidden = {element.get("id") for element in root.iterfind(f".//{IX}hidden/*")}
    assert hidden == {fact.id for fact in report.facts if not fact.sources}
    tagged = [element.get("id") for element in root.find(".//{*}pre").iter(f"{IX}nonFraction", f"{IX}nonNumeric")]
    assert len(tagged) == len(set(tagged)) == sum(len(fact.sources) for fact in report.facts)


def element(root: Any, start: str) -> Any:
    return next(one for one in root.iter(f"{IX}nonFraction") if one.get("id", "").startswith(start))


def test_the_companys_name_is_tagged_where_it_stands() -> None:
    name = page(sample.report()).find(f".//{{*}}pre//{IX}nonNumeric[@name='dei:EntityRegistrantName']")
    assert name.text == "Tamarack Instruments, Inc."


def test_a_negative_number_in_brackets_has_a_sign_and_the_brackets_stay_outside() -> None:
    root = page(sample.report())
    other = element(root, "tmrk_OtherOperatingActivities_D20000101")
    assert (other.text, other.get("sign"), other.get("scale"), other.tail[0]) == ("31", "-", "3", ")")


def test_a_number_whose_sign_the_concept_turns_has_none() -> None:
    root = page(sample.report())
    interest = element(root, "us-gaap_InterestExpense_D20010401")
    assert (interest.text, interest.get("sign")) == ("50", None)


def test_a_dash_is_a_fixed_zero() -> None:
    root = page(sample.report())
    deposits = element(root, "tmrk_DepositsWithToolingSuppliers_I20001231")
    assert (deposits.text, deposits.get("format"), deposits.get("scale")) == ("--", "ixt:fixed-zero", None)


def test_a_fraction_without_a_leading_zero_is_read() -> None:
    root = page(sample.report())
    per_share = element(root, "us-gaap_EarningsPerShareBasic_D20010401")
    assert (per_share.text, per_share.get("decimals"), per_share.get("format")) == (".04", "2", "ixt:num-dot-decimal")


def test_a_number_that_states_several_facts_nests_their_elements() -> None:
    root = page(sample.report())
    innermost = next(one for one in root.iter(f"{IX}nonFraction") if one.text == "5,104,220")
    outer = innermost.getparent()
    assert {innermost.get("name"), outer.get("name")} == {
        "us-gaap:CommonStockSharesIssued",
        "us-gaap:CommonStockSharesOutstanding",
    }
    assert outer.text is None


def test_facts_that_cannot_nest_are_hidden(tmp_path: Path) -> None:
    # One number, read once as dollars in thousands and once as shares.
    report = sample.report()
    cash = next(fact for fact in report.facts if fact.concept.local == sample.CASH)
    shares = next(fact for fact in report.facts if fact.concept.local == "CommonStockSharesAuthorized")
    twisted = replace(shares, sources=(replace(cash.sources[0]),), value=cash.value)
    report = replace(report, facts=tuple(twisted if fact is shares else fact for fact in report.facts))
    entry = written(export(report), tmp_path)
    assert facts_in(entry) == of_report(report)
    assert twisted.id in {one.get("id") for one in page(report).iterfind(f".//{IX}hidden/*")}


def test_a_number_that_does_not_read_as_the_value_is_hidden(tmp_path: Path) -> None:
    report = sample.report()
    fact = next(fact for fact in report.facts if fact.concept.local == "EarningsPerShareBasic")
    elsewhere = replace(fact.sources[0], span=Span(0, 8), printed="TAMARACK", transformation=None)
    report = replace(
        report, facts=tuple(replace(one, sources=(elsewhere,)) if one is fact else one for one in report.facts)
    )
    assert fact.id in {one.get("id") for one in page(report).iterfind(f".//{IX}hidden/*")}
    assert facts_in(written(export(report), tmp_path)) == of_report(report)


SOUP = """<HTML><HEAD><TITLE>x</TITLE><SCRIPT>alert(1)</SCRIPT></HEAD><BODY TEXT=#000000 onload="alert(1)">
<A NAME="top"></A><A NAME="top"></A><FONT FACE="Times" SIZE=+1 COLOR=red><B>BALANCE SHEETS</B><P>Intro
<TABLE WIDTH="90%" BGCOLOR=cceeff ALIGN=center><FORM ACTION="x"><TR NOWRAP><B><TD ALIGN=RIGHT COLSPAN=x "=">Total assets
<TD>$&nbsp;500</TD><TD WIDTH=5%>400</TABLE></FONT>
<UL><P>Indented, not a list</UL><UL TYPE=square><LI>One<LI>Two</UL><OL START=3><LI>Three</OL>
<TABLE><TR></TR></TABLE><TABLE>loose text<TR>in a row<TD>in a cell</TABLE><TD>a cell alone</TD>
<CENTER><IMG SRC="http://tracker.example/x.gif"><IMG SRC="logo.gif" ALT="Logo"></CENTER><HR NOSHADE SIZE=2>
<A HREF="javascript:alert(1)">run</A> <A HREF="#top">up</A> <o:p>office</o:p> <NOBR>kept together</NOBR>
&#0; &#12; &bogus;
<IFRAME SRC="http://tracker.example/"></IFRAME><PRE>
 two  spaces</PRE><!-- 777 --></BODY></HTML>"""


def test_tag_soup_becomes_sound_xhtml_and_nothing_runs_or_loads(tmp_path: Path) -> None:
    sheet = replace(sample.SHEETS[0], title="BALANCE SHEETS", rows=(Row("Total assets", "500 400", "Assets"),), sums=())
    report = sample.report(sample.document(SOUP, name="soup.htm"), sheets=[sheet])
    entry = written(export(report), tmp_path)
    assert cold.validate(entry, DEFAULT) == ()
    assert facts_in(entry) == of_report(report)
    markup = entry.read_text()
    assert not [word for word in ("alert", "javascript", "tracker", "onload", "777") if word in markup]
    for words in (
        "Indented, not a list",
        "loose text",
        "in a row",
        "a cell alone",
        "office",
        "kept together",
        "two  spaces",
    ):
        assert words in markup


def converted(markup: str) -> str:
    """A page without facts as the inline document shows it."""

    def tagged(place: Mark, printed: str) -> Any:
        raise AssertionError("nothing is marked")

    element, _ = body(markup, Span(0, len(markup)), [], tagged)
    return str(serialised(element))


@pytest.mark.parametrize(
    "name", ["embed src=x", "bgsound src=x", "frame src=x", "input", "source", "track", "wbr", "keygen"]
)
def test_what_the_parser_takes_for_an_open_element_swallows_no_text(name: str) -> None:
    assert converted(f"<p>one</p><{name}><p>two</p><table><tr><{name}><td>three</table>four").count("two") == 1
    assert "four" in converted(f"<p>one</p><{name}><p>two</p><table><tr><td>three</table>four")


def test_a_picture_is_a_room_with_its_name_that_loads_nothing() -> None:
    shown = converted('<p>a<img src="logo.gif" alt="Logo" width=90 height=20>b<img src=x.gif></p>')
    assert '<span style="display:inline-block;width:90px;height:20px" title="Logo"></span>b' in shown
    assert 'title="picture"' in shown
    assert "src" not in shown


def test_classes_of_the_source_go_lest_they_meet_those_of_a_viewer() -> None:
    assert converted('<p class="ixbrl-element">a</p>') == "<div><p>a</p></div>"


def test_a_place_that_links_lead_to_is_no_link() -> None:
    # EFM 5.2.5
    assert '<span id="anchor-0-1">here</span>' in converted('<p><a name="top">here</a></p>')
    for lost in ("exhibit.htm#top", "#", "javascript:go()"):
        assert "<span>there</span>" in converted(f'<p><a href="{lost}">there</a></p>')
    for kept in ("https://example.com/", " https://example.com/ ", "#top"):
        assert "<a href=" in converted(f'<p><a href="{kept}">there</a></p>')


def test_names_in_two_parts_of_a_page_do_not_meet() -> None:
    text = '<p><a name="top">one</a></p><p><a name="top">two</a></p>'
    half = len(text) // 2

    def tagged(place: Mark, printed: str) -> Any:
        raise AssertionError("nothing is marked")

    bodies = [body(text, span, [], tagged)[0] for span in (Span(0, half), Span(half, len(text)))]
    ids = [one.get("id") for shown in bodies for one in shown.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize(
    ("tag", "attributes", "css"),
    [
        ("font", {"face": "Arial", "size": "2", "color": "#FF0000"}, "font-family:Arial;font-size:small;color:#FF0000"),
        ("font", {"size": "+1"}, "font-size:large"),
        (
            "td",
            {"align": "RIGHT", "valign": "bottom", "nowrap": ""},
            "text-align:right;vertical-align:bottom;white-space:nowrap",
        ),
        ("td", {"width": "5%", "bgcolor": "CCEEFF"}, "width:5%;background-color:#CCEEFF"),
        ("table", {"align": "center"}, "margin-left:auto;margin-right:auto"),
        ("td", {"bgcolor": "red;background:url(http://x)"}, ""),
        ("p", {"align": "center", "style": "margin: 0;"}, "text-align:center;margin:0"),
    ],
)
def test_attributes_of_old_html_become_css(tag: str, attributes: dict[str, str], css: str) -> None:
    assert style(tag, attributes) == css


def test_the_same_report_gives_the_same_bytes() -> None:
    assert export(sample.report(sample.page())) == export(sample.report(sample.page()))
