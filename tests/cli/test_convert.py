"""`retroxbrl convert`: what it prints and writes; bad input ends in a clear message, an exit code, and no folder."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from converter.cli import run
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"
INTERNAL, UNREADABLE, NO_STATEMENT, INVALID, BROKEN_MAP, NOT_WRITABLE, TOO_LONG = 1, 3, 4, 5, 6, 7, 11

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
    assert "mapped to us-gaap/2009" in printed  # the release is of 2001
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


def test_a_document_beyond_its_time_is_given_up_and_nothing_is_written(
    convert: Converted, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work hangs where neither a signal's handler nor another thread would have its turn."""
    monkeypatch.setattr("converter.pipeline.convert", lambda *_, **__: sum(iter(int, 1)))

    assert refused(convert(RELEASE, "--seconds", "1"), TOO_LONG, "longer than 1 seconds", "--seconds")
    assert not out.exists()


def test_an_error_of_the_program_is_told_with_its_place(
    convert: Converted, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("nowhere")

    monkeypatch.setattr("converter.pipeline.convert", broken)

    assert refused(convert(RELEASE), INTERNAL, "internal error: KeyError in broken: 'nowhere'", "--debug")
    assert not out.exists()


def test_lines_of_a_persons_own_that_contradict_each_other_are_told(
    convert: Converted, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "maps" / "company").mkdir(parents=True)
    mine, company = tmp_path / "maps" / "mine.yaml", tmp_path / "maps" / "company" / "0009999001.yaml"
    mine.write_text('captions:\n  "Restructuring charge": RestructuringCosts\n')
    company.write_text('captions:\n  "Restructuring charge": {IS: OtherRestructuringCosts}\n')

    _, printed = convert(RELEASE, "--maps", str(tmp_path / "maps"), "--cik", "9999001")

    (told,) = (line for line in printed.splitlines() if "mapping.overruled" in line)
    assert "your line mine.yaml:2 (RestructuringCosts) is overruled by company/0009999001.yaml:2" in told
    assert told.startswith("info: line 48:")


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


def test_a_file_of_another_kind(convert: Converted, bad: Callable[[bytes], Path], out: Path) -> None:
    assert refused(convert(bad(b"%PDF-1.4\n")), UNREADABLE, "is a PDF file", "pdftotext")
    assert not out.exists()


def test_a_url(convert: Converted, out: Path) -> None:
    assert refused(
        convert(Path("https://www.sec.gov/a.txt")), UNREADABLE, "https://www.sec.gov/a.txt is a URL", "batch"
    )
    assert not out.exists()


def test_standard_input(convert: Converted, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(gzip.compress(RELEASE.read_bytes()))))
    code, printed = convert(Path("-"))
    assert code == 0
    assert ", stdin" in printed
    assert json.loads((out / "report.json").read_text())["document"]["name"] == "stdin"


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
    [
        ("--fiscal-year-end", "13-45"),
        ("--cik", "abc"),
        ("--prefix", "1 x"),
        ("--format", "nonsense"),
        ("--document-type", "10-X"),
    ],
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


def test_force_takes_away_what_formats_an_earlier_conversion_had(convert: Converted, out: Path) -> None:
    convert(RELEASE, "--format", "csv,html,package")
    assert convert(RELEASE, "--force")[0] == 0

    assert {path.suffix for path in out.iterdir()} == {".xml", ".xsd", ".json"}


def test_force_names_a_file_of_a_person_before_any_work_is_done(convert: Converted, tmp_path: Path, out: Path) -> None:
    convert(RELEASE)
    (out / "notes.txt").write_text("mine")

    assert refused(convert(tmp_path / "missing.txt", "--force"), NOT_WRITABLE, "notes.txt", "edited since")
    assert (out / "notes.txt").read_text() == "mine"


def test_force_leaves_the_conversion_of_another_document(convert: Converted, out: Path) -> None:
    convert(RELEASE)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    answer = convert(RELEASE.with_name("halden-10q-19970927.txt"), "--force")

    assert refused(answer, NOT_WRITABLE, "another source: larkfield-8k-20011018.txt, Larkfield Instruments")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_conversion_is_done_again_with_other_options(convert: Converted, out: Path) -> None:
    convert(RELEASE)

    assert convert(RELEASE, "--force", "--company", "Other", "--taxonomy", "us-gaap/2009")[0] == 0


def test_the_folder_of_a_document_with_a_strange_name_lies_in_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    Path("out", "mine").write_text("keep")
    for name in ("..txt", "...txt", os.fsdecode(b"\xff.txt"), "a\x01\n\u2028\u0085.txt"):
        Path(name).write_bytes(RELEASE.read_bytes())
        for _ in range(2):
            assert run(["convert", name, "--no-validate", "--force", "--format", "all"]) == 0, capsys.readouterr()

    assert len(list(Path("out").glob("*/report.json"))) == 4
    assert Path("out", "mine").read_text() == "keep"


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


def test_an_earlier_filing_of_the_company_is_named_by_its_output(convert: Converted, out: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_bytes(RELEASE.read_bytes() + b"\n")
    assert run(["convert", str(RELEASE), "-o", str(tmp_path / "first"), "--no-validate", "-q"]) == 0
    code, _ = convert(later, "--earlier", str(tmp_path / "first"))
    assert code == 0
    applied = [each["name"] for each in json.loads((out / "report.json").read_bytes())["maps"]]
    assert f"earlier {RELEASE.name}" in applied


def test_what_is_no_output_of_an_earlier_filing_is_told(convert: Converted, out: Path) -> None:
    code, told = convert(RELEASE, "--earlier", str(RELEASE))
    assert code == UNREADABLE
    assert f"{RELEASE} cannot be read as a report" in told
    assert not out.exists()
