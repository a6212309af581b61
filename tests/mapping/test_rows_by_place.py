"""Lines of a person for one row of a document, by where it stands, and who has confirmed what."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import MapError
from converter.mapping.maps import load_maps
from converter.rendering.record import as_data
from converter.report import PresentedRow, Report
from converter.terms import Decision

RELEASE = b"""QUARRY LANE CORP.
CONSOLIDATED BALANCE SHEETS
                                December 31,
                               1998       1997
ASSETS
Current assets:
  Cash                      $   100    $    90
  Other                          20         30
Total current assets            120        120
Other                            80         60
Total assets                $   200    $   180
"""
DOCUMENT = "quarry.txt"
FIRST, SECOND = "8", "10"
"""The lines of the two rows called `Other`."""


def report(folder: Path, text: str = "", *, file: str = "document/quarry.yaml") -> Report:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return convert(RELEASE, Options(cik="17", maps=folder), name=DOCUMENT).report


def others(report: Report) -> list[PresentedRow]:
    return [row for row in report.statements[0].rows if row.label == "Other"]


def decisions(report: Report) -> list[Decision]:
    return [row.decision for row in others(report) if row.decision is not None]


def test_a_row_is_met_by_its_line_and_no_other_of_the_same_caption_is(tmp_path: Path) -> None:
    before = decisions(report(tmp_path))

    first, second = decisions(report(tmp_path, f"rows: {{{FIRST}: PrepaidExpenseCurrent}}"))

    assert first.concept == "PrepaidExpenseCurrent"
    assert first.rule == "document/quarry.yaml:1"
    assert second.concept == before[1].concept
    assert second.rule == before[1].rule


@pytest.mark.parametrize(
    ("place", "met"), [(SECOND, True), (f"{SECOND}:1", True), (f"{SECOND}:2", False), ("11", False), ("9", False)]
)
def test_a_column_says_where_in_the_line_it_begins(tmp_path: Path, place: str, met: bool) -> None:
    _, second = decisions(report(tmp_path, f'rows: {{"{place}": DepositsAssetsNoncurrent}}'))

    assert (second.concept == "DepositsAssetsNoncurrent") is met


def test_a_line_for_the_row_is_closer_than_one_for_its_caption_in_the_same_file(tmp_path: Path) -> None:
    text = f"captions: {{Other: OtherAssets}}\nrows: {{{FIRST}: PrepaidExpenseCurrent}}"

    first, second = decisions(report(tmp_path, text))

    assert (first.concept, second.concept) == ("PrepaidExpenseCurrent", "OtherAssets")


def test_an_extension_is_anchored_where_its_line_says(tmp_path: Path) -> None:
    worked_out, given = (
        decisions(report(tmp_path, f"rows: {{{FIRST}: {{concept: extension{more}}}}}"))[0]
        for more in ("", ", anchor: DeferredCostsCurrent")
    )

    assert (worked_out.concept, given.concept) == (None, None)
    assert worked_out.anchor != given.anchor == "DeferredCostsCurrent"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{concept: OtherAssetsCurrent, anchor: AssetsCurrent}", "only an extension has an anchor"),
        ("{concept: extension, anchor: AssetsCurent}", "AssetsCurent is no us-gaap concept"),
    ],
)
def test_an_anchor_is_a_concept_over_one_of_the_companys_own(tmp_path: Path, line: str, why: str) -> None:
    with pytest.raises(MapError, match=f"line 1: {why}"):
        report(tmp_path, f"rows: {{{FIRST}: {line}}}")


def test_a_row_of_another_statement_is_not_meant(tmp_path: Path) -> None:
    text = f"rows: {{{FIRST}: {{concept: PrepaidExpenseCurrent, statement: IS}}}}"

    assert decisions(report(tmp_path, text))[0].concept != "PrepaidExpenseCurrent"


def test_a_row_may_be_the_companys_own_and_have_its_sign_said(tmp_path: Path) -> None:
    text = f"rows: {{{FIRST}: {{concept: extension, sign: negated}}, {SECOND}: extension}}"

    first, second = decisions(report(tmp_path, text))

    assert (first.concept, first.sign) == (None, -1)
    assert (second.concept, second.sign) == (None, 1)


def test_rows_by_lines_are_for_files_of_one_document(tmp_path: Path) -> None:
    with pytest.raises(MapError, match=r"0000000017\.yaml, line 2: rows by their lines are of one document"):
        report(tmp_path, f"rows:\n  {FIRST}: Assets\n", file="company/0000000017.yaml")


@pytest.mark.parametrize("place", ["0", "x", "8:", ":3", "8:0", "-1"])
def test_a_place_is_a_line_and_a_column(tmp_path: Path, place: str) -> None:
    with pytest.raises(MapError, match=r"quarry\.yaml, line 2"):
        report(tmp_path, f'rows:\n  "{place}": Assets\n')


def test_a_concept_that_no_release_has_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(MapError, match=r"quarry\.yaml, line 2: .*PrepaidExpensesCurent"):
        report(tmp_path, f"rows:\n  {FIRST}: PrepaidExpensesCurent\n")


# ------------------------------------------------------------------------------------------------ confirmed


def test_who_confirmed_a_row_stands_in_the_record_with_all_confidence(tmp_path: Path) -> None:
    text = f"rows: {{{FIRST}: {{concept: PrepaidExpenseCurrent, confirmed: Ann Lee}}}}"

    made = as_data(report(tmp_path, text))

    rows = [row for row in made["statements"][0]["rows"] if row["label"] == "Other"]
    assert (rows[0]["confirmed"], rows[0]["confidence"]) == ("Ann Lee", 1.0)
    assert "confirmed" not in rows[1]
    facts = [fact for fact in made["facts"] if fact["concept"] == "us-gaap:PrepaidExpenseCurrent"]
    assert [fact["confirmed"] for fact in facts] == ["Ann Lee"] * 2


def test_a_caption_may_be_confirmed_for_a_company(tmp_path: Path) -> None:
    text = "captions: {Other: {concept: OtherAssets, under: current assets, confirmed: Ann Lee}}"

    first, second = decisions(report(tmp_path, text, file="company/0000000017.yaml"))

    assert (first.concept, first.confirmed) == ("OtherAssets", "Ann Lee")
    assert second.confirmed == ""


def test_what_is_changed_after_it_was_confirmed_is_confirmed_no_longer() -> None:
    confirmed = Decision("Assets", 1, "mine.yaml:1", 1.0, confirmed="Ann Lee")

    assert confirmed.then("sign", "the same", "Assets").confirmed == "Ann Lee"
    assert confirmed.then("sign", "turned", "Assets", -1).confirmed == ""
    assert confirmed.then("agreement", "another's", None).confirmed == ""


def test_confirming_what_was_decided_changes_no_fact(tmp_path: Path) -> None:
    plain = report(tmp_path)
    total = next(row for row in plain.statements[0].rows if row.label == "Total assets")
    assert total.decision is not None

    text = f"rows: {{11: {{concept: {total.decision.concept}, sign: printed, confirmed: Ann}}}}"
    after = report(tmp_path, text)

    assert [replace(fact, decision=None) for fact in after.facts] == [
        replace(fact, decision=None) for fact in plain.facts
    ]


def test_what_is_kept_compiled_says_the_same_again(tmp_path: Path) -> None:
    report(tmp_path, f"rows: {{'{FIRST}:3': {{concept: Assets, confirmed: Ann}}}}")

    (rule,) = [rule for rule in load_maps("us-gaap/2025", tmp_path, document="quarry").rules if rule.row]

    assert (rule.row, rule.confirmed) == ((8, 3), "Ann")
    assert json.loads(json.dumps(rule.row)) == [8, 3]
