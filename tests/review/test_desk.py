"""Deciding at the desk: what is written, what it changes before it is taken, and how it is taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.errors import InputError, OutputError, UsageError
from converter.review import ledger
from converter.review.outputs import opened
from tests.review.conftest import (
    CASH,
    CHOSEN,
    NAME,
    PREPAID,
    TOTAL,
    MakeDesk,
    concept,
    converted_alone,
    on_disk,
    request,
)


def test_an_override_of_a_row_is_a_line_of_its_document_and_the_output_is_made_anew(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_desk(NAME)

    desk.take(NAME, request("override", value=CHOSEN, why="it says prepaid"))

    assert concept(desk.rows(NAME)) == CHOSEN
    line = (tmp_path / "maps" / "document" / f"{NAME}.yaml").read_text("utf-8")
    assert line == ("rows:\n  9:3:\n    concept: OtherAssetsCurrent\n    statement: BS\n    confirmed: Ann Lee\n")
    assert on_disk(desk, NAME) == converted_alone(desk, NAME)


def test_the_record_says_who_when_and_why(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)

    desk.take(NAME, request("override", value=CHOSEN, why="  it says\nprepaid "))

    (decision,) = json.loads((tmp_path / "out" / f"{NAME}.review.json").read_text("utf-8"))["decisions"]
    told = {key: decision[key] for key in ("id", "act", "by", "when", "why", "caption", "place", "after", "undone")}
    assert told == {
        "id": 1,
        "act": "override",
        "by": "Ann Lee",
        "when": "2026-01-02T03:04:00+00:00",
        "why": "it says prepaid",
        "caption": "Prepaid tooling",
        "place": "9:3",
        "after": CHOSEN,
        "undone": "",
    }


def test_what_is_decided_is_there_when_the_review_is_opened_again(make_desk: MakeDesk) -> None:
    make_desk(NAME).take(NAME, request("override", value=CHOSEN))

    again = make_desk(NAME)

    assert again.rows(NAME)[PREPAID].confirmed == "Ann Lee"
    assert again.ledger(NAME).entries[0].after == CHOSEN
    assert again.waiting == []


def test_taking_back_leaves_every_file_as_it_was(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)
    desk.take(NAME, request("accept", CASH))
    before, maps = on_disk(desk, NAME), (tmp_path / "maps" / "document" / f"{NAME}.yaml").read_text("utf-8")
    desk.take(NAME, request("override", value=CHOSEN))

    told = desk.undo(NAME)

    assert (told["act"], told["caption"]) == ("override", "Prepaid tooling")
    assert on_disk(desk, NAME) == before
    assert (tmp_path / "maps" / "document" / f"{NAME}.yaml").read_text("utf-8") == maps
    assert [entry.holds for entry in desk.ledger(NAME).entries] == [True, False]
    assert desk.ledger(NAME).entries[1].undone == "Ann Lee, 2026-01-02T03:04:02+00:00"


def test_taking_back_goes_on_with_the_decision_before_until_there_is_none(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)
    first = on_disk(desk, NAME)
    desk.take(NAME, request("accept", CASH))
    desk.take(NAME, request("accept", TOTAL))

    assert [desk.undo(NAME)["id"], desk.undo(NAME)["id"]] == [2, 1]

    assert not (tmp_path / "maps" / "document" / f"{NAME}.yaml").exists()
    assert on_disk(desk, NAME) == first
    with pytest.raises(UsageError, match="nothing to take back"):
        desk.undo(NAME)


def test_a_line_that_was_edited_since_is_not_taken_back(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)
    desk.take(NAME, request("override", value=CHOSEN))
    path = tmp_path / "maps" / "document" / f"{NAME}.yaml"
    path.write_text("rows: {'9:3': OtherAssetsCurrent}\n", encoding="utf-8")

    with pytest.raises(UsageError, match="was edited since"):
        desk.undo(NAME)

    assert path.read_text("utf-8") == "rows: {'9:3': OtherAssetsCurrent}\n"
    assert desk.ledger(NAME).entries[0].holds


def test_accepting_keeps_concept_and_sign_and_makes_it_sure(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    before = desk.rows(NAME)[PREPAID]

    desk.take(NAME, request("accept"))

    after = desk.rows(NAME)[PREPAID]
    assert (after.concept, after.sign) == (before.concept, before.sign)
    assert (after.confidence, after.confirmed, before.confirmed) == (1.0, "Ann Lee", "")
    assert desk.queue()["confirmed"] == 1


def test_accepting_a_concept_of_the_companys_own_keeps_its_anchor(make_desk: MakeDesk, tmp_path: Path) -> None:
    path = tmp_path / "maps" / "reviewed.yaml"
    path.parent.mkdir()
    path.write_text("captions: {Prepaid tooling: {concept: extension, anchor: DeferredCostsCurrent}}", encoding="utf-8")
    desk = make_desk(NAME)

    found = desk.preview(NAME, request("accept"))
    desk.take(NAME, request("accept"))

    assert found["changes"].get("extensions") is None
    assert desk.rows(NAME)[PREPAID].anchor == "DeferredCostsCurrent"
    desk.take(NAME, request("override", value=CHOSEN))
    assert "anchor" not in (tmp_path / "maps" / "document" / f"{NAME}.yaml").read_text("utf-8")


def test_a_sign_is_turned(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)

    desk.take(NAME, request("sign", value="negated"))

    assert desk.rows(NAME)[PREPAID].sign == "negated"
    assert on_disk(desk, NAME) == converted_alone(desk, NAME)


def test_an_extension_is_a_concept_of_the_companys_own(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)

    desk.take(NAME, request("override", CASH, value="extension"))

    assert concept(desk.rows(NAME), CASH) == "extension"


@pytest.mark.parametrize(
    ("data", "file", "text"),
    [
        (request("scale", value="1000000"), "scale", "scale: 1000000"),
        (request("kind", value="CF"), "kind", "kind: CF"),
        (request("period", column=2, value="1996-12-31"), "period", "2:\n        period: '1996-12-31'"),
        (request("drop-column", column=2, why="not audited"), "column", "2:\n        dropped: not audited"),
        (request("drop-row", why="twice"), "dropped", "dropped:\n  9:3: twice"),
        (request("drop-fact", place="9:34", why="misprint"), "dropped", "dropped:\n  9:34: misprint"),
    ],
)
def test_what_no_map_can_say_stands_in_the_reading_of_the_document(
    make_desk: MakeDesk, tmp_path: Path, data: dict[str, object], file: str, text: str
) -> None:
    desk = make_desk(NAME)

    desk.take(NAME, data)

    written = (tmp_path / "maps" / "reading" / f"{NAME}.yaml").read_text("utf-8")
    assert text in written
    assert on_disk(desk, NAME) == converted_alone(desk, NAME)
    desk.undo(NAME)
    assert not (tmp_path / "maps" / "reading" / f"{NAME}.yaml").exists()


def test_a_comment_changes_nothing_but_the_record(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(NAME)
    before = on_disk(desk, NAME)

    desk.take(NAME, request("comment", why="ask the company"))

    assert on_disk(desk, NAME) == before
    assert list((tmp_path / "maps").rglob("*.yaml")) == []
    assert [entry.why for entry in desk.ledger(NAME).entries] == ["ask the company"]
    desk.undo(NAME)
    assert desk.ledger(NAME).last is None


# ------------------------------------------------------------------------------------------------ before it is taken


def test_a_preview_tells_what_goes_and_comes_and_writes_nothing(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk()
    before = on_disk(desk, NAME)

    found = desk.preview(NAME, request("override", value=CHOSEN, layer="company"))

    assert any(CHOSEN in one for one in found["changes"]["facts"]["come"])
    assert found["counts"]["facts"] == [2, 2]
    assert found["others"] == ["quarry-99", "mill-98"]
    assert found["remade"] == 2
    assert found["file"] == "company/0000000017.yaml"
    assert on_disk(desk, NAME) == before
    assert list((tmp_path / "maps").rglob("*.yaml")) == []


def test_a_preview_of_an_accepted_row_changes_no_fact(make_desk: MakeDesk) -> None:
    found = make_desk(NAME).preview(NAME, request("accept", CASH))

    assert (found["changes"], found["remade"], found["others"]) == ({}, 1, [])


def test_a_preview_of_a_scale_shows_the_values_that_change(make_desk: MakeDesk) -> None:
    found = make_desk(NAME).preview(NAME, request("scale", value="1000000"))

    assert any(one.endswith("= 100000000") for one in found["changes"]["facts"]["come"])


# ------------------------------------------------------------------------------------------------ what cannot be


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (request("abolish"), "nothing to decide"),
        (request("override", value="PrepaidExpenseCurent"), "Nearest: .*PrepaidExpenseCurrent"),
        (request("override", value=""), "has no concept ''"),
        (request("sign", value="odd"), "no sign"),
        (request("scale", value="500"), "no scale"),
        (request("kind", value="XX"), "no kind"),
        (request("scale", (7, 0), value="1"), "no such statement"),
        (request("accept", (0, 99)), "no such row"),
        (request("accept", layer="world"), "no layer"),
        (request("drop-row"), "reason is needed"),
        (request("comment", why=" "), "reason is needed"),
        (request("drop-fact", why="x", place="nowhere"), "no such amount"),
        (request("period", value="1996-12-31"), "no such column"),
        (request("accept", why="x" * 1001), "no text of at most"),
        (request("accept", why=5), "no text of at most"),
        (request("accept", layer=["all"]), "no text of at most"),
        ({"act": "accept", "statement": "0"}, "no number"),
        ({"act": "accept", "statement": True}, "no number"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_written(
    make_desk: MakeDesk, tmp_path: Path, data: dict[str, object], what: str
) -> None:
    desk = make_desk(NAME)

    with pytest.raises(UsageError, match=what):
        desk.take(NAME, data)

    assert list((tmp_path / "maps").rglob("*.yaml")) == []
    assert not ledger.path_of(desk.outputs[NAME].folder).exists()


def test_a_decision_that_leaves_no_statement_is_not_taken(make_desk: MakeDesk, tmp_path: Path) -> None:
    from converter.errors import NoStatementError

    desk = make_desk(NAME)
    before = on_disk(desk, NAME)

    with pytest.raises(NoStatementError):
        desk.take(NAME, request("drop-statement", why="a parent's"))

    assert on_disk(desk, NAME) == before
    assert list((tmp_path / "maps").rglob("*.yaml")) == []
    assert desk.ledger(NAME).entries == ()


def test_an_output_that_a_person_edited_is_not_replaced_and_the_decision_not_taken(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_desk(NAME)
    (desk.outputs[NAME].folder / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match=r"notes\.txt"):
        desk.take(NAME, request("accept"))

    assert list((tmp_path / "maps").rglob("*.yaml")) == []


def test_without_its_document_an_output_cannot_be_reviewed(make_desk: MakeDesk, tmp_path: Path) -> None:
    make_desk(NAME)
    (tmp_path / "in" / f"{NAME}.txt").write_text("another", encoding="utf-8")
    (output,) = opened([tmp_path / "out" / NAME], [tmp_path / "in"])

    assert output.source is None


def test_a_folder_without_a_conversion_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no conversion"):
        opened([tmp_path])


def test_the_audit_trail_has_every_decision_and_opens_in_a_spreadsheet(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME, "mill-98")
    desk.take(NAME, request("comment", why="=1+1"))
    desk.take("mill-98", request("comment", why="plain"))

    lines = desk.audit().decode("utf-8").splitlines()

    assert lines[0].startswith("document,id,act,by,when,why,")
    assert lines[1].startswith(f"{NAME}.txt,1,comment,Ann Lee,2026-01-02T03:04:00+00:00,'=1+1,document,BS,")
    assert lines[2].startswith("mill-98.txt,1,comment,")


def test_concepts_are_searched_by_words_and_say_whether_they_fit(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)

    found = desk.concepts(NAME, *PREPAID, "prepaid expense current")

    assert found[0] == {
        "name": "PrepaidExpenseCurrent", "period": "instant", "balance": "debit", "unit": "USD",
        "label": "", "documentation": "", "misfit": "",
    }  # fmt: skip
    assert all("prepaid" in one["name"].lower() for one in found)
    (flow,) = [one for one in desk.concepts(NAME, *PREPAID, "IncreaseDecreaseInPrepaidExpense")
               if one["name"] == "IncreaseDecreaseInPrepaidExpense"]  # fmt: skip
    assert flow["misfit"] == "it is of period type duration"


def test_without_words_the_alternatives_of_the_row_are_named(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)

    found = desk.concepts(NAME, *PREPAID, " ")

    assert [one["name"] for one in found] == [name for name, _ in desk.rows(NAME)[PREPAID].alternatives]


@pytest.mark.parametrize("by", ["", "  ", "x" * 201, "Ann\nLee", "\x00"])
def test_who_decides_has_a_name_that_a_map_can_have(make_desk: MakeDesk, by: str) -> None:
    with pytest.raises(UsageError, match="no name that can be written down"):
        make_desk(NAME, by=by)
