"""The journal tells what is done after a kill at any moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.batch import Row, Status, journal

DONE = Row("done", "done.txt", Status.DONE, facts=3, mapped=0.5)
NOTHING = Row("nothing", "nothing.txt", Status.NO_STATEMENT, "It holds no financial statement.")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    journal.start(tmp_path, "settings")
    return tmp_path


def test_rows_come_back_as_they_were(out: Path) -> None:
    (out / "done").mkdir()
    journal.append(out, DONE)
    journal.append(out, NOTHING)

    assert journal.read(out, "settings") == {"done": DONE, "nothing": NOTHING}


def test_a_row_whose_folder_never_appeared_does_not_count(out: Path) -> None:
    journal.append(out, DONE)

    assert journal.read(out, "settings") == {}


def test_a_torn_last_line_is_no_row(out: Path) -> None:
    journal.append(out, NOTHING)
    with (out / journal.NAME).open("a") as file:
        file.write('{"name": "torn", "sour')

    assert set(journal.read(out, "settings")) == {"nothing"}
