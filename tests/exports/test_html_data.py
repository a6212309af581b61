"""The data of the page's script, and the signs of what a row has."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from converter.exports.html import export, words
from converter.exports.html.data import data
from converter.exports.html.footings import footings
from converter.exports.html.places import places, spots
from converter.exports.html.remarks import remarks
from converter.exports.html.sheets import sheets
from converter.exports.lookup import Lookup
from converter.findings import Finding, Severity
from converter.report import Report
from tests import sample


def data_of(report: Report) -> dict[str, Any]:
    look = Lookup(report)
    stated, marks = places(report)
    sums = footings(report)
    made: dict[str, Any] = json.loads(
        data(look, stated, marks, sums, remarks(report, stated, marks, spots(report, marks)))
    )
    return made


def test_the_footings_are_told_with_their_statement() -> None:
    report = sample.report()

    found = data_of(report)["footings"]

    assert len(found) == len(footings(report)) > 0
    assert {footing[0] for footing in found} <= set(range(len(report.statements)))


def test_a_concept_of_the_companys_own_is_told_with_balance_and_anchor() -> None:
    report = sample.report()
    own = report.extensions[0]
    with_both = replace(report, extensions=(replace(own, balance="credit", anchor="Assets"), *report.extensions[1:]))
    with_none = replace(report, extensions=(replace(own, balance=None, anchor=None), *report.extensions[1:]))

    (told, bare) = (next(iter(data_of(each)["extensions"].values())) for each in (with_both, with_none))

    assert told == [own.type, "credit", own.period_type, "us-gaap:Assets"]
    assert bare == [own.type, "", own.period_type, ""]


def test_what_speaks_against_a_fact_is_told_where_something_does() -> None:
    fact = replace(sample.report().facts[-1], proofs=("a sum",), refuted=())

    assert words.proof_words(fact) == "proved by 1: a sum"
    assert words.proof_words(replace(fact, refuted=("x",))) == "proved by 1: a sum, but contradicted (x)"
    assert words.proof_words(replace(fact, proofs=())) == "alone"


def test_a_row_with_a_finding_is_marked_as_such() -> None:
    noted = Finding(Severity.INFO, "sample", "...", fact="us-gaap_InventoryNet_I20010630")
    report = replace(sample.report(), findings=(noted,))

    page = html.document_fromstring(export(report)["report.html"])

    found = {each for each in page.xpath("//tr[th]") if "noted" in (each.get("class") or "").split()}
    assert [each.xpath("string(th)") for each in found] == ["Inventories"]


@pytest.mark.parametrize(("offset", "is_met"), [(-1, False), (0, True), (1, True)])
def test_a_finding_is_about_the_rows_that_have_its_characters(offset: int, is_met: bool) -> None:
    report = sample.report()
    rows = report.statements[0].rows
    row = next(each for each in rows if each.label == "Inventories")
    start = row.span.start + offset
    at = Finding(Severity.WARNING, "sample", "...", span=replace(row.span, start=start, end=start + 1))
    told = replace(report, findings=(at,))
    stated, marks = places(told)

    (remark,) = remarks(told, stated, marks, spots(told, marks))

    concepts = {told.facts[stated[number].fact].concept.local for number in remark.places}
    assert ("InventoryNet" in concepts) is is_met
    assert len(concepts) <= 1
    assert sheets(Lookup(told), stated, footings(told), set(remark.places))
