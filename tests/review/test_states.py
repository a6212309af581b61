"""How far the review of a row is, and the second who approves."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from converter.errors import UsageError
from converter.review.ledger import Entry, path_of
from converter.review.queue import documents, overall, risk, rows
from converter.review.states import contested, progress, state_of
from tests.review.conftest import CASH, PREPAID, TOTAL, MakeDesk, converted_alone, on_disk, request
from tests.review.test_queue import CONFIRMED, OWN, SURE, line, record

NAME = "quarry-98"
APPROVED = line(by="Ann", approved="Bob", confidence=1.0)


def entry(act: str, place: str = "9:3", undone: str = "") -> Entry:
    return Entry(1, act, "Ann", "", "", "", "BS", "Other", place, "", "", undone=undone)


@pytest.mark.parametrize(
    ("acts", "places"),
    [
        ([entry("contest")], {"9:3"}),
        ([entry("contest"), entry("contest", "10:3")], {"9:3", "10:3"}),
        ([entry("contest"), entry("accept")], set()),
        ([entry("contest"), entry("approve")], set()),
        ([entry("contest"), entry("override")], set()),
        ([entry("contest"), entry("sign")], set()),
        ([entry("contest"), entry("drop-row")], set()),
        ([entry("contest"), entry("accept", "10:3")], {"9:3"}),
        ([entry("contest"), entry("comment")], {"9:3"}),
        ([entry("accept"), entry("contest")], {"9:3"}),
        ([entry("contest"), entry("accept", undone="Ann, later")], {"9:3"}),
        ([entry("contest", undone="Ann, later")], set()),
        ([entry("accept")], set()),
    ],
)
def test_a_row_is_contested_until_somebody_decides_it(acts: list[Entry], places: set[str]) -> None:
    assert contested(acts) == places


def test_a_row_is_in_one_state() -> None:
    found = [state_of(each, frozenset()) for each in (line(), OWN, SURE, CONFIRMED, APPROVED)]

    assert found == ["open", "open", "sure", "accepted", "approved"]
    assert state_of(APPROVED, {"9:3"}) == "contested"
    assert state_of(APPROVED, {"9:4"}) == "approved"


def test_progress_counts_what_is_decided_of_what_is_or_waits_to_be() -> None:
    states = Counter({"accepted": 2, "approved": 1, "open": 4, "contested": 8, "sure": 16})

    assert progress(states) == {"done": 3, "of": 15}


def test_a_document_tells_its_rows_by_state_and_what_is_contested_is_a_risk() -> None:
    found = record(line(), SURE, CONFIRMED, APPROVED)

    (told,) = documents({"a": found})
    assert [told[key] for key in ("open", "confirmed", "accepted", "approved", "contested")] == [1, 2, 1, 1, 0]
    (told,) = documents({"a": record(line(place="1:1"), APPROVED)}, contested={"a": {"9:3"}})
    assert [told[key] for key in ("open", "confirmed", "approved", "contested")] == [1, 0, 0, 1]
    assert told["progress"] == {"done": 0, "of": 2}
    assert risk(found, {"9:3"}) == risk(found) + 8


def test_rows_are_listed_by_state_over_all_documents() -> None:
    records = {"a": record(line("Other"), SURE), "b": record(line("More"), line("Less", place="2:1"))}

    assert [(each["document"], each["caption"]) for each in rows(records, {}, "open")] == [
        ("a", "Other"), ("b", "More"), ("b", "Less"),
    ]  # fmt: skip
    assert [each["caption"] for each in rows(records, {"b": {"2:1"}}, "contested")] == ["Less"]
    assert overall(records, {"b": {"2:1"}}) == {"open": 2, "sure": 1, "contested": 1}


# ------------------------------------------------------------------------------------------------ at the desk


def test_what_one_has_accepted_another_approves_in_the_line_itself(make_desk: MakeDesk, tmp_path: Path) -> None:
    make_desk(NAME, by="Ann Lee").take(NAME, request("accept"))
    desk = make_desk(NAME, by="Bob Hay")

    desk.take(NAME, request("approve"))

    row = desk.rows(NAME)[PREPAID]
    assert (row.confirmed, row.approved, row.confidence) == ("Ann Lee", "Bob Hay", 1.0)
    written = (tmp_path / "maps" / "document" / f"{NAME}.yaml").read_text("utf-8")
    assert written.endswith("confirmed: Ann Lee\n    approved: Bob Hay\n")
    assert [each["caption"] for each in desk.in_state("approved")] == ["Prepaid tooling"]
    told = json.loads(on_disk(desk, NAME)["report.json"])["statements"][0]["rows"][PREPAID[1]]
    assert (told["confirmed"], told["approved"]) == ("Ann Lee", "Bob Hay")
    assert on_disk(desk, NAME) == converted_alone(desk, NAME)


def test_who_accepted_cannot_approve_and_nobody_approves_what_nobody_accepted(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)

    with pytest.raises(UsageError, match="Nobody has accepted"):
        desk.take(NAME, request("approve"))
    desk.take(NAME, request("accept"))
    with pytest.raises(UsageError, match="Ann Lee has accepted"):
        desk.take(NAME, request("approve"))


def test_who_decides_anew_is_alone_again(make_desk: MakeDesk) -> None:
    make_desk(NAME, by="Ann Lee").take(NAME, request("accept"))
    desk = make_desk(NAME, by="Bob Hay")
    desk.take(NAME, request("approve"))

    desk.take(NAME, request("override", value="OtherAssetsCurrent"))

    row = desk.rows(NAME)[PREPAID]
    assert (row.confirmed, row.approved) == ("Bob Hay", "")


def test_taking_an_approval_back_leaves_what_was_accepted(make_desk: MakeDesk) -> None:
    make_desk(NAME, by="Ann Lee").take(NAME, request("accept", CASH))
    desk = make_desk(NAME, by="Bob Hay")
    before = on_disk(desk, NAME)
    desk.take(NAME, request("approve", CASH))

    desk.undo(NAME)

    assert on_disk(desk, NAME) == before
    assert desk.rows(NAME)[CASH].approved == ""


def test_an_approval_for_the_company_approves_its_other_documents(make_desk: MakeDesk) -> None:
    make_desk().take(NAME, request("accept", layer="company"))
    desk = make_desk(by="Bob Hay")

    desk.take(NAME, request("approve", layer="company"))
    while desk.work_off():
        pass

    assert [each["document"] for each in desk.in_state("approved")] == [NAME, "quarry-99"]


def test_what_is_contested_waits_again_and_says_why(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    desk.take(NAME, request("accept", TOTAL))
    before = on_disk(desk, NAME)

    with pytest.raises(UsageError, match="A reason is needed"):
        desk.take(NAME, request("contest", TOTAL))
    desk.take(NAME, request("contest", TOTAL, why="it is not all"))

    assert on_disk(desk, NAME) == before
    assert [each["caption"] for each in desk.in_state("contested")] == ["Total current assets"]
    assert desk.queue()["states"]["contested"] == 1
    assert desk.queue()["documents"][0]["contested"] == 1
    assert make_desk(NAME).queue()["states"]["contested"] == 1
    desk.undo(NAME)
    assert desk.in_state("contested") == []
    assert desk.queue()["progress"]["done"] == desk.progress(NAME)["done"] == 1


def test_a_record_of_decisions_that_cannot_be_read_does_not_keep_others_from_their_review(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME, "mill-98")
    path_of(desk.outputs[NAME].folder).write_text("{", encoding="utf-8")

    again = make_desk(NAME, "mill-98")

    assert f"{NAME}.review.json cannot be read" in again.queue()["failed"][NAME]
    assert again.progress("mill-98")["done"] == 0


# ------------------------------------------------------------------------------------------------ pages of before


def test_a_page_of_before_a_decision_decides_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk(NAME)
    row = desk.rows(NAME)[PREPAID]
    seen = [row.place, row.concept, row.sign]
    desk.take(NAME, request("override", value="OtherAssetsCurrent", seen=seen))

    for act in ({"act": "accept"}, {"act": "scale", "value": "1000000"}):
        with pytest.raises(UsageError, match="somebody decided"):
            desk.take(NAME, {**request("accept", seen=seen), **act})

    assert len(desk.ledger(NAME).entries) == 1


@pytest.mark.parametrize("seen", ["9:3", ["9:3"], ["9:3", "Assets", 1], {"9:3": 1}])
def test_what_a_page_says_that_it_shows_is_a_row(make_desk: MakeDesk, seen: object) -> None:
    with pytest.raises(UsageError, match="not what a row looks like"):
        make_desk(NAME).take(NAME, request("accept", seen=seen))


@pytest.mark.parametrize("why", ["a\x00b", "\ud800", "\x1b[2J"])
def test_what_cannot_be_printed_is_no_reason(make_desk: MakeDesk, why: str) -> None:
    desk = make_desk(NAME)

    with pytest.raises(UsageError, match="cannot be printed"):
        desk.take(NAME, request("comment", why=why))

    assert desk.ledger(NAME).entries == ()
