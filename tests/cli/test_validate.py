"""`retroxbrl validate`: our own folders are valid as a whole, and an unusable file costs its own row."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from converter.cli import run
from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.validation import filing

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
DONE, WRONG_CALL, UNREADABLE, INVALID = 0, 2, 3, 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with the inline document, and with what Arelle's viewer would make of it."""
    out = tmp_path_factory.mktemp("output") / "out"
    assert run(["convert", str(RELEASE), "-o", str(out), "--no-validate", "--quiet", "--format", "ixbrl,package"]) == 0
    (out / "viewer").mkdir()
    (inline,) = out.glob("*.htm")
    page = inline.read_text("utf-8") + "<!--BEGIN IXBRL VIEWER EXTENSIONS--><!--END IXBRL VIEWER EXTENSIONS-->"
    (out / "viewer" / "page.html").write_text(page, "utf-8")
    return out


def test_an_output_folder_of_ours_is_valid_with_all_that_is_in_it(retroxbrl: Run, folder: Path) -> None:
    code, out, err = retroxbrl("validate", folder)

    assert (code, err) == (DONE, "")
    assert [line.split(": ")[1].partition(" (")[0] for line in out.splitlines()] == ["valid"] * 3
    assert {Path(line.split(": ")[0]).suffix for line in out.splitlines()} == {".xml", ".htm", ".zip"}


def test_the_parts_of_a_report_are_named_and_not_reports(retroxbrl: Run, folder: Path) -> None:
    """What a shell makes of *.xml."""
    code, out, err = retroxbrl("validate", *sorted(folder.glob("*.xml")))

    assert code == DONE
    assert [line.partition(": ")[0] for line in out.splitlines()] == [str(folder / "lrkf-20010930.xml")]
    assert err.startswith("Parts of reports")
    assert "lrkf-20010930_lab.xml" in err


def test_an_unusable_file_costs_its_own_row(retroxbrl: Run, tmp_path: Path) -> None:
    filing.write(tmp_path, "us-gaap/2009")
    os.mkfifo(tmp_path / "pipe.xml")

    code, out, err = retroxbrl("validate", tmp_path, "--json")

    assert code == INVALID
    assert {Path(row["path"]).name: row["verdict"] for row in json.loads(out)} == {
        "acme-20031231.xml": "valid",
        "pipe.xml": "invalid",
    }
    assert "1 of 2 reports is invalid." in err


def test_a_name_that_is_no_utf_8_can_be_told(retroxbrl: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"n\xffme.zip")).write_bytes(b"PK")

    code, out, _ = retroxbrl("validate", tmp_path)

    assert code == INVALID
    assert "n?me.zip: invalid" in out


def test_a_report_beyond_its_time_has_a_row_that_says_so(
    retroxbrl: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr("converter.validation.cold.validate", endless)
    code, out, _ = retroxbrl("validate", filing.write(tmp_path), "--seconds", 1)

    assert code == INVALID
    assert "--seconds gives it more. [validation.time-limit]" in out


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "1e9", "a minute"])
def test_a_time_limit_that_cannot_be(retroxbrl: Run, tmp_path: Path, seconds: str) -> None:
    code, _, err = retroxbrl("validate", filing.write(tmp_path), "--seconds", seconds)

    assert code == WRONG_CALL
    assert "--seconds" in err


def test_a_file_that_is_not_there_stops_the_run(retroxbrl: Run, tmp_path: Path) -> None:
    code, out, err = retroxbrl("validate", filing.write(tmp_path), tmp_path / os.fsdecode(b"n\xffwhere.xml"))

    assert (code, out) == (UNREADABLE, "")
    assert "n?where.xml does not exist." in err
