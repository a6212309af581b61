"""The journal tells what is done after a kill at any moment."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from converter.batch import Row, Status, journal

DONE = Row("done", "done.txt", Status.DONE, facts=3, mapped=0.5, sha256="ab")
NOTHING = Row("nothing", "nothing.txt", Status.NO_STATEMENT, "It holds no financial statement.")
HEAD = journal.head("settings")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / journal.NAME).write_text(HEAD)
    return tmp_path


def test_rows_come_back_as_they_were(out: Path) -> None:
    (out / "done").mkdir()
    journal.append(out, DONE)
    journal.append(out, NOTHING)

    assert journal.read(out, "settings") == {"done": DONE, "nothing": NOTHING}


@pytest.mark.parametrize("name", ["a\nb", "a\u2028b", "a\u2029b", "a\u0085b", "a\x1eb", "\udcff"])
def test_a_source_may_be_called_anything(out: Path, name: str) -> None:
    row = Row("safe", f"{name}.txt", Status.UNREADABLE, f"{name}.txt is empty.")
    journal.append(out, row)

    assert journal.read(out, "settings") == {"safe": row}


def test_a_row_whose_folder_never_appeared_does_not_count(out: Path) -> None:
    journal.append(out, DONE)

    assert journal.read(out, "settings") == {}


def test_a_torn_line_is_no_row_and_tears_no_other(out: Path) -> None:
    with (out / journal.NAME).open("a") as file:
        file.write('\n{"name": "torn", "sour')
    journal.append(out, NOTHING)

    assert set(journal.read(out, "settings")) == {"nothing"}


def test_a_line_that_the_disk_takes_in_part_is_an_error(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda handle, content: write(handle, content[:20]))
        with pytest.raises(OSError, match="No space left"):
            journal.append(out, DONE)
    journal.append(out, NOTHING)

    assert set(journal.read(out, "settings")) == {"nothing"}


@pytest.mark.parametrize("name", ["..", ".", "../elsewhere", ".batch", "summary.csv"])
def test_a_row_of_a_name_that_no_document_has_is_none(out: Path, name: str) -> None:
    with (out / journal.NAME).open("a") as file:
        file.write(json.dumps(NOTHING.as_json() | {"name": name}) + "\n")

    assert journal.read(out, "settings") == {}
