"""Whom a decision is for: one document, those of its company, or all; how a row without a caption is known there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter import Options, convert
from converter.errors import UsageError
from converter.review.acts import Act, edits_of
from converter.review.desk import Desk
from converter.review.outputs import opened
from converter.taxonomy import load_index
from tests.review.conftest import (
    CHOSEN,
    NAME,
    PREPAID,
    TOTAL,
    MakeDesk,
    concept,
    converted_alone,
    on_disk,
    request,
    text,
)


def test_a_line_for_the_company_is_there_in_its_next_filing_and_in_nobody_elses(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_desk()

    desk.take(NAME, request("override", value=CHOSEN, layer="company"))

    assert (tmp_path / "maps" / "company" / "0000000017.yaml").exists()
    assert desk.waiting == ["quarry-99"]
    assert desk.work_off()
    assert not desk.work_off()
    chosen = {name: concept(desk.rows(name)) == CHOSEN for name in desk.outputs}
    assert chosen == {"quarry-98": True, "quarry-99": True, "mill-98": False}
    assert on_disk(desk, "quarry-99") == converted_alone(desk, "quarry-99")


def test_a_line_for_all_is_there_in_every_document(make_desk: MakeDesk) -> None:
    desk = make_desk()
    before = desk.queue()["confirmed"]

    desk.take(NAME, request("override", value=CHOSEN, layer="all"))
    while desk.work_off():
        pass

    assert all(concept(desk.rows(name)) == CHOSEN for name in desk.outputs)
    assert (before, desk.queue()["confirmed"]) == (0, 3)


def test_outputs_that_the_maps_have_left_behind_are_made_anew_when_the_review_is_opened(make_desk: MakeDesk) -> None:
    make_desk().take(NAME, request("override", value=CHOSEN, layer="company"))

    again = make_desk()

    assert again.waiting == ["quarry-99"]


def test_what_was_said_of_a_caption_in_another_statement_stays(make_desk: MakeDesk, tmp_path: Path) -> None:
    path = tmp_path / "maps" / "company" / "0000000017.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("# mine\ncaptions:\n  Prepaid tooling: {CF: IncreaseDecreaseInPrepaidExpense}\n", encoding="utf-8")
    desk = make_desk(NAME)

    desk.take(NAME, request("override", value=CHOSEN, layer="company"))

    written = path.read_text("utf-8")
    assert written.startswith("# mine\n")
    assert "IncreaseDecreaseInPrepaidExpense" in written
    assert concept(desk.rows(NAME)) == CHOSEN


def test_a_row_without_a_caption_is_decided_for_its_document_alone(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    rows = {PREPAID: replace(desk.rows(NAME)[PREPAID], caption="")}
    index = load_index("us-gaap/2025")

    with pytest.raises(UsageError, match="no caption to know it by"):
        edits_of(Act("accept", *PREPAID, layer="all"), desk.conversion(NAME), rows, index)

    (edit,) = edits_of(Act("accept", *PREPAID), desk.conversion(NAME), rows, index)
    assert edit is not None
    assert edit.keys == ("rows", "9:3")


def test_a_row_without_a_caption_is_known_by_the_heading_above_it(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    bare = replace(desk.rows(NAME)[PREPAID], caption=" ", under="Other (net): [a|b]...", total=True)

    act = Act("accept", *PREPAID, layer="all")
    (edit,) = edits_of(act, desk.conversion(NAME), {PREPAID: bare}, load_index("us-gaap/2025"))

    assert edit is not None
    assert edit.keys == ("captions", "Total")
    assert {key: edit.value[key] for key in ("under", "total")} == {"under": "Other net a b", "total": True}
    (edit,) = edits_of(act, desk.conversion(NAME), {PREPAID: replace(bare, total=False)}, load_index("us-gaap/2025"))
    assert edit is not None
    assert (edit.keys, edit.value["total"]) == (("captions", ""), False)


def test_a_total_without_a_caption_is_decided_for_the_company(make_desk: MakeDesk, tmp_path: Path) -> None:
    source, folder = tmp_path / "in" / "bare.txt", tmp_path / "out" / "bare"
    source.parent.mkdir()
    source.write_text(text("QUARRY LANE CORP.", 1998).replace("Total current assets", " " * 20), encoding="utf-8")
    convert(source, Options(cik="17")).write(folder)
    desk = Desk(opened([folder], [source]), tmp_path / "maps", "Ann Lee")

    desk.take("bare", request("override", TOTAL, value=CHOSEN, layer="company"))

    assert concept(desk.rows("bare"), TOTAL) == CHOSEN
    written = (tmp_path / "maps" / "company" / "0000000017.yaml").read_text("utf-8")
    assert "    under: Current assets\n    total: true\n" in written
