"""`--log-json`: what the program says, a line of JSON each on stderr, with the exit codes of always."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from converter import cli
from converter.cli import run
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"

Said = Callable[..., tuple[int, str, list[dict[str, Any]]]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a command; its exit code, its standard output, and the lines of its standard error as data."""

    def said(*arguments: str) -> tuple[int, str, list[dict[str, Any]]]:
        code = run(["--log-json", *arguments])
        captured = capsys.readouterr()
        lines = [json.loads(line) for line in captured.err.splitlines()]
        assert all(list(line)[:3] == ["severity", "code", "message"] for line in lines)
        return code, captured.out, lines

    return said


def test_findings_have_their_place_and_the_end_says_where_the_files_are(said: Said, tmp_path: Path) -> None:
    source = tmp_path / "release.txt"
    source.write_text(RELEASE.read_text().replace("18,412", "18,413"))
    code, out, lines = said("convert", str(source), "-o", str(tmp_path / "out"), "--no-validate")
    *findings, done = lines
    assert (code, out) == (0, "")
    assert (done["code"], done["folder"], done["file"]) == ("convert.done", str(tmp_path / "out"), str(source))
    assert {"EFM.6.05.01"} <= {finding["code"] for finding in findings}
    assert {finding["file"] for finding in findings} == {str(source)}
    assert any(finding.get("line") for finding in findings)
    assert all(finding["severity"] in ("error", "warning", "info") for finding in findings)


def test_what_was_asked_for_stays_on_standard_output(said: Said, tmp_path: Path) -> None:
    _, out, lines = said("convert", str(RELEASE), "-o", str(tmp_path / "out"), "--no-validate", "--json")
    assert json.loads(out)["document"] == RELEASE.name
    assert lines[-1]["code"] == "convert.done"


def test_quiet_leaves_errors(said: Said, tmp_path: Path) -> None:
    assert said("convert", str(RELEASE), "-o", str(tmp_path / "out"), "--no-validate", "-q") == (0, "", [])


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code", "words"),
    [
        (["convert", "missing.txt"], 3, "error.input", "does not exist"),
        (["convert", __file__], 4, "error.no-statement", "no financial statement"),
        (["convert", str(RELEASE), "--taxonomy", "us-gaap/1066"], 8, "error.taxonomy", "us-gaap/1066"),
        (["convert", str(RELEASE), "--document-type", "10-X"], 2, "error.usage", "10-X"),
        (["convert", "--nonsense"], 2, "error.usage", "nonsense"),
        (["nonsense"], 2, "error.usage", "nonsense"),
    ],
)
def test_an_error_is_one_line(
    arguments: list[str],
    exit_code: int,
    code: str,
    words: str,
    said: Said,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ended, out, (line,) = said(*arguments)
    assert (ended, out) == (exit_code, "")
    assert (line["severity"], line["code"], line["exit_code"]) == ("error", code, exit_code)
    assert words in line["message"]


def test_an_error_of_the_program_is_one_line_too(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli.commands, "main", lambda *_, **__: 1 / 0)
    code, _, (line,) = said("taxonomy", "list")
    assert (code, line["code"], line["message"]) == (1, "error.internal", "ZeroDivisionError: division by zero")


def test_a_batch_says_each_document_as_it_is_done(said: Said, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"%PDF-1.4")
    code, out, lines = said(
        "batch", str(RELEASE), str(bad), "-o", str(tmp_path / "out"), "--no-validate", "--jobs", "1"
    )
    *rows, done, failed = lines
    assert (code, out, failed["exit_code"]) == (10, "", 10)
    told = {row["file"]: (row["severity"], row["code"]) for row in rows}
    assert told == {str(RELEASE): ("info", "batch.done"), str(bad): ("error", "batch.unreadable")}
    assert (done["code"], done["message"]) == ("batch.summary", "2 documents: 1 done, 1 unreadable")


def test_validation_says_each_message_with_its_file(said: Said, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<xbrl xmlns='http://www.xbrl.org/2003/instance'>")
    code, out, lines = said("validate", str(broken))
    assert (code, out) == (5, "")
    assert [line["code"] for line in lines[-2:]] == ["validate.done", "error.invalid-output"]
    assert {line["file"] for line in lines[:-1]} == {str(broken)}


def test_the_check_of_maps_says_each_problem(said: Said) -> None:
    code, out, lines = said("maps", "check")
    assert (code, out, lines[-1]["code"]) == (0, "", "maps.done")
