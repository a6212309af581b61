"""Which conversions are under review, where their documents are, and when the maps have left an output behind."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from converter import Options, convert
from converter.batch import journal
from converter.batch.row import Row, Status
from converter.errors import InputError
from converter.rendering.folder import write_folder
from converter.review.outputs import Record, opened, record_of
from converter.review.remaking import formats_of, stale
from tests.review.conftest import files_of, text
from tests.review.test_queue import record

NAME = "quarry-98.txt"
TEXT = text("QUARRY LANE CORP.", 1998)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The folder of a conversion, in a folder of its own; its document lies elsewhere."""
    write_folder(tmp_path / "out" / "quarry-98", files_of(TEXT, NAME, "0000000017", ("html",)))
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path / "out" / "quarry-98"


def source(place: Path, *sources: Path) -> Path | None:
    (output,) = opened([place], sources)
    return output.source


def test_a_document_is_found_where_it_is_told_to_be(output: Path, tmp_path: Path) -> None:
    assert source(output) is None
    assert source(output, tmp_path / "far") == tmp_path / "far" / NAME
    assert source(output, tmp_path / "far" / NAME) == tmp_path / "far" / NAME


@pytest.mark.parametrize("near", ["out", "."])
def test_a_document_is_found_near_its_output(output: Path, tmp_path: Path, near: str) -> None:
    (tmp_path / near / NAME).write_text(TEXT, encoding="utf-8")

    assert source(output) == (tmp_path / near / NAME).resolve()


def test_a_document_is_found_in_the_current_folder(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "far")

    assert source(output) == tmp_path / "far" / NAME


def test_a_document_that_is_another_now_is_not_the_one(output: Path, tmp_path: Path) -> None:
    (tmp_path / "far" / NAME).write_text(f"{TEXT} ", encoding="utf-8")

    assert source(output, tmp_path / "far") is None


def test_a_batch_tells_its_documents_in_its_journal(output: Path, tmp_path: Path) -> None:
    row = Row("quarry-98", str(tmp_path / "far" / NAME), Status.DONE)
    (output.parent / journal.NAME).write_text(journal.head("settings") + journal.line(row), encoding="utf-8")

    assert source(output.parent) == tmp_path / "far" / NAME


def test_a_batch_of_a_cluster_tells_its_documents_in_its_summary(output: Path, tmp_path: Path) -> None:
    (output.parent / "summary.csv").write_text(f"name,source\nquarry-98,{tmp_path / 'far' / NAME}\n", encoding="utf-8")

    assert source(output.parent) == tmp_path / "far" / NAME


def test_folders_of_one_name_are_told_apart(output: Path, tmp_path: Path) -> None:
    write_folder(tmp_path / "other" / "quarry-98", files_of(TEXT, NAME, "0000000017", ("html",)))

    assert [one.name for one in opened([output, tmp_path / "other"])] == ["quarry-98", "quarry-98-2"]


def test_what_a_record_says(output: Path) -> None:
    found = record_of(output)

    assert (found.document, found.company, found.cik) == (NAME, "QUARRY LANE CORP.", "0000000017")
    assert (found.period_end, found.validated, found.statements) == ("1998-12-31", False, ("BS",))
    assert found.options == Options(cik="0000000017")
    assert "report.html" in found.files
    assert [line.caption for line in found.lines][:2] == ["Cash", "Prepaid tooling"]
    assert found.contradicted == 0


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"document": 1}', "[" * 50_000])
def test_a_record_that_is_none_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "report.json").write_text(content)

    with pytest.raises(InputError, match="cannot be read as a report"):
        record_of(tmp_path)


@pytest.mark.parametrize("formats", [(), ("html",), ("csv",), ("html", "xbrl-json", "fsds")])
def test_the_formats_of_an_output_are_told_by_its_files(formats: tuple[str, ...]) -> None:
    made = convert(TEXT.encode(), Options(cik="17"), name=NAME)
    listed = tuple(json.loads(made.files(formats)["report.json"])["files"])

    found = formats_of(replace(record(), files=tuple(each["name"] for each in listed)), made)

    assert set(made.files(found)) == set(made.files(formats))
    with pytest.raises(InputError, match=r"viewer\.htm of the output cannot be made again"):
        formats_of(replace(record(), files=(*(each["name"] for each in listed), "viewer.htm")), made)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (("quar-19971231.xml", "quar-19971231_cal.xml", "statements/1-IS.csv", "statements/2-BS.csv"), {"csv"}),
        (("old-20011231.zip", "old-20011231-numbers.csv", "old-20011231-csv.json"), {"package", "xbrl-csv"}),
        (("quar-19981231.htm", "companyfacts/CIK0000000099.json"), {"ixbrl", "companyfacts"}),
        (("report.html", "quar-19981231.json"), {"html", "xbrl-json"}),
    ],
)
def test_the_formats_are_told_where_statements_company_and_period_were_others(
    files: tuple[str, ...], found: set[str]
) -> None:
    made = convert(TEXT.encode(), Options(cik="17"), name=NAME)

    assert set(formats_of(replace(record(), files=files), made)) == found


# ------------------------------------------------------------------------------------------------ left behind


def known(**maps: str) -> Record:
    return replace(record(), document="a b.txt", cik="0000000017", maps=maps)


OWN = ["mine.yaml", "company/0000000017.yaml", "document/a_b.yaml", "reading/a_b.yaml", "concepts/signs.yaml"]


@pytest.mark.parametrize("file", OWN)
def test_an_output_is_left_behind_by_a_new_file_for_it(tmp_path: Path, file: str) -> None:
    assert not stale(known(), tmp_path)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("{}", encoding="utf-8")

    assert stale(known(), tmp_path)


@pytest.mark.parametrize("file", ["company/0000000018.yaml", "document/ab.yaml", "notes.txt", "more/a.yaml"])
def test_an_output_is_not_left_behind_by_what_is_for_others(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("{}", encoding="utf-8")

    assert not stale(known(), tmp_path)


def test_an_output_is_left_behind_by_a_file_that_is_gone_or_another_now(tmp_path: Path) -> None:
    sha256 = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"  # of {}
    (tmp_path / "mine.yaml").write_text("{}", encoding="utf-8")
    then = {"mine.yaml": sha256, "built-in": "x", "us-gaap/concepts/signs.yaml": "y", "us-gaap/a.yaml": "z"}

    assert not stale(replace(known(), maps=then), tmp_path)
    assert stale(replace(known(), maps={**then, "reading/a_b.yaml": "x"}), tmp_path)
    (tmp_path / "mine.yaml").write_text("{ }", encoding="utf-8")
    assert stale(replace(known(), maps=then), tmp_path)


def test_the_cik_that_was_given_comes_before_the_documents(tmp_path: Path) -> None:
    (tmp_path / "company").mkdir()
    (tmp_path / "company" / "0000000018.yaml").write_text("{}", encoding="utf-8")

    assert stale(replace(known(), options=Options(cik="18")), tmp_path)


def test_lines_leave_no_output_behind_that_is_of_a_schedule_alone(tmp_path: Path) -> None:
    of_schedule = replace(known(), options=Options(from_fds=True))
    (tmp_path / "mine.yaml").write_text("{}", encoding="utf-8")
    assert not stale(of_schedule, tmp_path)
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "signs.yaml").write_text("{}", encoding="utf-8")

    assert stale(of_schedule, tmp_path)
