"""`retroxbrl convert`: what it prints and writes; bad input ends in a clear message, an exit code, and no folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli import run
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
UNREADABLE, NO_STATEMENT, INVALID, BROKEN_MAP, NOT_WRITABLE = 3, 4, 5, 6, 7

Converted = Callable[..., tuple[int, str]]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def convert(out: Path, capsys: pytest.CaptureFixture[str]) -> Converted:
    """Runs `retroxbrl convert INPUT -o out --no-validate OPTIONS`; the exit code and what was printed."""

    def convert(source: Path, *options: str) -> tuple[int, str]:
        code = run(["convert", str(source), "-o", str(out), "--no-validate", *options])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.err if code else captured.out

    return convert


def test_it_tells_what_was_found_and_where_it_is(convert: Converted, out: Path) -> None:
    code, printed = convert(RELEASE)

    assert code == 0
    assert "BS  CONSOLIDATED BALANCE SHEETS" in printed
    assert "in thousands" in printed
    assert "7 of 7 totals foot" in printed
    assert "mapped to us-gaap/2025" in printed
    assert f"Files in {out}" in printed
    assert {path.suffix for path in out.iterdir()} == {".xml", ".xsd", ".json"}


def test_json_says_the_same_to_a_program(convert: Converted, out: Path) -> None:
    code, printed = convert(RELEASE, "--json")

    data = json.loads(printed)
    assert code == 0
    assert [statement["kind"] for statement in data["statements"]] == ["IS", "BS", "CF"]
    assert sorted(data["files"]) == sorted(str(path) for path in out.iterdir())


def test_quiet_prints_nothing(convert: Converted) -> None:
    assert convert(RELEASE, "--quiet") == (0, "")


def test_the_same_input_gives_the_same_bytes(convert: Converted, out: Path) -> None:
    convert(RELEASE)
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    convert(RELEASE, "--force")

    assert {path.name: path.read_bytes() for path in out.iterdir()} == first


def test_what_the_user_says_of_the_company_wins(convert: Converted, out: Path) -> None:
    code, _ = convert(
        RELEASE, "--cik", "9999001", "--company", "Larkfield", "--prefix", "lark", "--document-type", "8-K"
    )

    assert code == 0
    instance = (out / "lark-20010930.xml").read_text("utf-8")
    assert "0009999001" in instance
    assert ">8-K<" in instance


def test_validation_gives_a_verdict(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", str(RELEASE), "-o", str(out)]) == 0
    assert "Arelle: valid" in capsys.readouterr().out


def test_fail_on_warning_is_an_exit_code_and_the_files_stay(convert: Converted, out: Path) -> None:
    code, printed = convert(RELEASE, "--fail-on", "warning")  # no CIK is known

    assert code == INVALID
    assert "warning" in printed
    assert out.is_dir()


# Bad input


@pytest.fixture
def bad(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = tmp_path / "bad.txt"
        path.write_bytes(data)
        return path

    return write


def refused(answer: tuple[int, str], code: int, *words: str) -> bool:
    assert answer[0] == code, answer
    return all(word in answer[1] for word in words)


def test_a_missing_file(convert: Converted, tmp_path: Path, out: Path) -> None:
    assert refused(convert(tmp_path / "missing.txt"), UNREADABLE, "does not exist")
    assert not out.exists()


def test_an_empty_file(convert: Converted, bad: Callable[[bytes], Path], out: Path) -> None:
    assert refused(convert(bad(b" \n")), UNREADABLE, "empty")
    assert not out.exists()


def test_a_folder(convert: Converted, tmp_path: Path, out: Path) -> None:
    assert refused(convert(tmp_path), UNREADABLE, "folder", "batch")
    assert not out.exists()


def test_binary_junk(convert: Converted, bad: Callable[[bytes], Path], out: Path) -> None:
    assert refused(convert(bad(bytes(range(256)) * 400)), UNREADABLE, "binary")
    assert not out.exists()


def test_a_file_of_fifty_megabytes(convert: Converted, tmp_path: Path, out: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    assert refused(convert(path), UNREADABLE, "50 MB", "40 MB")
    assert not out.exists()


def test_a_release_without_statements(convert: Converted, bad: Callable[[bytes], Path], out: Path) -> None:
    assert refused(convert(bad(b"A new president was elected today.\n")), NO_STATEMENT, "no financial statement")
    assert not out.exists()


def test_a_release_cut_off_in_mid_table_gives_what_is_there(
    convert: Converted, bad: Callable[[bytes], Path], out: Path
) -> None:
    text = RELEASE.read_bytes()

    code, printed = convert(bad(text[: text.index(b"Shareholders' equity:")]))

    assert code == 0
    assert "CONSOLIDATED BALANCE SHEETS" in printed


def test_nul_bytes_are_left_out(convert: Converted, bad: Callable[[bytes], Path]) -> None:
    code, printed = convert(bad(RELEASE.read_bytes().replace(b"Net sales", b"Net\0 sales")))

    assert code == 0
    assert "NUL" in printed


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "utf-16"])
def test_encodings_are_told_by_evidence(
    encoding: str, convert: Converted, bad: Callable[[bytes], Path], out: Path
) -> None:
    text = RELEASE.read_text("utf-8").replace("Larkfield Instruments", "Lärkfield Instruments")

    code, printed = convert(bad(text.encode(encoding)))

    assert code == 0
    assert "Lärkfield" in printed


def test_a_document_that_is_not_there(convert: Converted, out: Path) -> None:
    assert refused(convert(RELEASE, "--document", "EX-99"), 2, "no document 'EX-99'")
    assert not out.exists()


@pytest.mark.parametrize(
    "options",
    [("--fiscal-year-end", "13-45"), ("--cik", "abc"), ("--prefix", "1 x"), ("--format", "nonsense")],
    ids=lambda options: options[0],
)
def test_an_option_that_cannot_be(options: tuple[str, str], convert: Converted, out: Path) -> None:
    assert refused(convert(RELEASE, *options), 2, options[1])
    assert not out.exists()


def test_an_unknown_taxonomy(convert: Converted, out: Path) -> None:
    assert refused(convert(RELEASE, "--taxonomy", "us-gaap/1066"), 8, "us-gaap/1066", "us-gaap/2025")
    assert not out.exists()


def test_an_output_folder_that_exists(convert: Converted, out: Path) -> None:
    out.mkdir()
    (out / "mine").write_text("keep")

    assert refused(convert(RELEASE), NOT_WRITABLE, "--force")
    assert (out / "mine").read_text() == "keep"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission(convert: Converted, tmp_path: Path, out: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert refused(convert(RELEASE), NOT_WRITABLE, "cannot be written")
    finally:
        tmp_path.chmod(0o700)
    assert not out.exists()


def test_an_output_folder_below_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()

    code = run(["convert", str(RELEASE), "--no-validate", "-o", str(tmp_path / "file" / "out")])

    assert refused((code, capsys.readouterr().err), NOT_WRITABLE, "cannot be written")


def test_a_map_with_a_yaml_error(convert: Converted, tmp_path: Path, out: Path) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    (maps / "mine.yaml").write_text("entries:\n  - concept: [Assets\n")

    assert refused(convert(RELEASE, "--maps", str(maps)), BROKEN_MAP, "mine.yaml")
    assert not out.exists()
