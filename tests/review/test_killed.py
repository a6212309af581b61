"""A review that is killed amid a decision: that is taken whole or not at all, and the next review says which."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from converter.rendering import folder as folders
from converter.review import desk as desks
from converter.review import edits, ledger
from converter.review.desk import Desk
from converter.review.outputs import opened
from converter.review.web import Application
from tests.review.conftest import CASH, CHOSEN, NAME, PREPAID, MakeDesk, converted_alone, on_disk, request
from tests.review.test_web import COMMENT, TOKEN, post


def killed(work: object) -> None:
    """Do something in a process that is killed, if nothing in it kills it before."""
    child = os.fork()
    if child == 0:
        try:
            work()  # type: ignore[operator]
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "nothing killed it"


def kill_at(monkeypatch: pytest.MonkeyPatch, where: object, name: str, after: int = 0) -> None:
    """Kill the process at a call of a function, after some that are done."""
    real, left = getattr(where, name), [after]

    def dies(*arguments: object, **more: object) -> object:
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*arguments, **more)

    monkeypatch.setattr(where, name, dies)


@pytest.mark.parametrize(("where", "name"), [(edits, "make"), (ledger, "save")])
def test_before_the_maps_have_a_decision_nothing_is_decided(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    desk = make_desk(NAME)
    before = on_disk(desk, NAME)
    with monkeypatch.context() as patch:
        kill_at(patch, where, name)
        killed(lambda: desk.take(NAME, request("override", value=CHOSEN)))

    again = make_desk(NAME)

    assert again.rows(NAME)[PREPAID].concept != CHOSEN
    assert again.waiting == []
    assert on_disk(again, NAME) == before
    assert again.ledger(NAME).last is None
    assert [entry.undone for entry in again.ledger(NAME).entries] in (
        [],
        ["not in the maps, 2026-01-02T03:04:00+00:00"],
    )


@pytest.mark.parametrize("renames", [0, 1])
def test_from_then_on_it_is_decided_and_the_output_follows(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    """Before the output is replaced, and while it has gone and the new one has not come."""
    desk = make_desk(NAME)
    with monkeypatch.context() as patch:
        kill_at(patch, folders.os, "rename", renames)
        killed(lambda: desk.take(NAME, request("override", value=CHOSEN)))

    again = make_desk(NAME)

    assert again.waiting == [NAME]
    assert again.ledger(NAME).entries[0].holds
    assert again.work_off()
    assert again.rows(NAME)[PREPAID].concept == CHOSEN
    assert on_disk(again, NAME) == converted_alone(again, NAME)


def test_what_was_being_taken_back_is_taken_back(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk(NAME)
    desk.take(NAME, request("override", value=CHOSEN))
    with monkeypatch.context() as patch:
        kill_at(patch, desks.ledger, "save")
        killed(lambda: desk.undo(NAME))

    again = make_desk(NAME)

    assert again.ledger(NAME).last is None
    assert again.waiting == [NAME]
    assert again.rows(NAME)[PREPAID].concept != CHOSEN


def test_a_decision_that_another_has_taken_the_place_of_still_holds(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.take("quarry-98", request("accept", layer="company"))
    desk.take("quarry-99", request("override", value=CHOSEN, layer="company"))

    again = make_desk()

    assert again.ledger("quarry-98").entries[0].holds
    assert again.ledger("quarry-99").entries[0].holds


def test_a_decision_whose_line_a_person_has_edited_still_holds(make_desk: MakeDesk, tmp_path: Path) -> None:
    make_desk(NAME).take(NAME, request("accept", CASH))
    path = tmp_path / "maps" / "document" / f"{NAME}.yaml"
    path.write_text(path.read_text("utf-8").replace("Ann Lee", "Bob"), encoding="utf-8")

    assert make_desk(NAME).ledger(NAME).entries[0].holds


@pytest.mark.parametrize("place", [".", NAME])
def test_an_output_that_had_lost_its_name_has_it_again(make_desk: MakeDesk, tmp_path: Path, place: str) -> None:
    desk = make_desk(NAME, "mill-98")
    out = tmp_path / "out"
    for name in (NAME, "mill-98"):
        (out / f".retroxbrl-{name}" / "old").mkdir(parents=True)
        (out / name).rename(out / f".retroxbrl-{name}" / "old" / name)

    found = [output.name for output in opened([out / place], [tmp_path / "in"])]

    assert found == (["mill-98", NAME] if place == "." else [NAME])
    assert (out / f".retroxbrl-{NAME}").exists() is False
    assert (out / ".retroxbrl-mill-98").exists() is (place == NAME)
    assert desk.outputs


def test_what_another_is_writing_is_left_alone(make_desk: MakeDesk, tmp_path: Path) -> None:
    make_desk(NAME)
    staged = tmp_path / "out" / ".retroxbrl-x"
    for path in (staged / "new", staged / "old" / NAME):
        path.mkdir(parents=True)

    opened([tmp_path / "out"], [tmp_path / "in"])

    assert (staged / "new").exists()
    assert (staged / "old" / NAME).exists()


def test_two_who_decide_at_once_are_heard_one_after_the_other(make_desk: MakeDesk) -> None:
    desk: Desk = make_desk(NAME)
    application = Application(desk, TOKEN, 4711)
    asked = [
        {**COMMENT, "act": "accept", "row": CASH[1]},
        {**COMMENT, "act": "override", "row": PREPAID[1], "value": CHOSEN},
    ]
    answers: list[int] = []

    def decide(data: dict[str, object]) -> None:
        answers.append(post(application, f"/{TOKEN}/api/take", data).status)

    threads = [threading.Thread(target=decide, args=(data,)) for data in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200, 200]
    assert [entry.id for entry in desk.ledger(NAME).entries] == [1, 2]
    assert desk.rows(NAME)[CASH].confirmed == "Ann Lee"
    assert desk.rows(NAME)[PREPAID].concept == CHOSEN
    assert on_disk(desk, NAME) == converted_alone(desk, NAME)
