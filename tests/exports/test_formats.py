"""Every format states the facts of the report, in the words of those who read it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from converter import convert, extras
from converter.cli import run
from converter.errors import UsageError
from converter.exports import FORMATS, chosen, export, left_out, package
from converter.exports.merge import merge
from converter.options import Options
from converter.rendering import render
from converter.report import Report
from converter.validation import cold
from converter.validation.settings import DEFAULT
from tests import sample
from tests.arelle_facts import facts_in, of_report, written
from tests.conftest import ROOT

RELEASE = ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    return convert(RELEASE).report


def numbers(report: Report) -> set[Decimal]:
    return {fact.value for fact in report.facts if isinstance(fact.value, Decimal)}


@pytest.mark.parametrize("name", ["xbrl-json", "xbrl-csv"])
def test_the_open_information_model_is_valid_and_states_the_facts(name: str, tmp_path: Path) -> None:
    report = sample.report()
    entry = written(export(report, [name]), tmp_path)
    assert [message for message in cold.validate(entry, DEFAULT) if message.severity == "error"] == []
    assert facts_in(entry) == of_report(report)


def test_a_package_is_valid_and_holds_its_taxonomy(tmp_path: Path) -> None:
    report = sample.report()
    entry = written(export(report, ["package"]), tmp_path)
    assert cold.validate(entry, DEFAULT) == ()
    names = zipfile.ZipFile(entry).namelist()
    assert any(name.endswith("META-INF/taxonomyPackage.xml") for name in names)
    assert facts_in(entry) == of_report(report)


def test_a_package_that_holds_other_files_is_as_valid(tmp_path: Path) -> None:
    report = sample.report()
    entry = written(package.export(report, {"audit/decisions.csv": b"id,act\r\n"}), tmp_path)
    assert cold.validate(entry, DEFAULT) == ()
    assert facts_in(entry) == of_report(report)
    archive = zipfile.ZipFile(entry)
    (held,) = (name for name in archive.namelist() if name.endswith("/audit/decisions.csv"))
    assert archive.read(held) == b"id,act\r\n"


def test_the_data_sets_have_a_line_for_each_number(report: Report) -> None:
    files = export(report, ["fsds"])
    rows = list(csv.DictReader(io.StringIO(files["fsds/num.txt"].decode()), delimiter="\t"))
    assert {Decimal(row["value"]) for row in rows} == numbers(report)
    tags = {row["tag"] for row in csv.DictReader(io.StringIO(files["fsds/tag.txt"].decode()), delimiter="\t")}
    assert {row["tag"] for row in rows} <= tags


def test_company_facts_are_by_concept_and_unit(report: Report) -> None:
    (content,) = export(report, ["companyfacts"]).values()
    entries = json.loads(content)["facts"]["us-gaap"]["Assets"]["units"]["USD"]
    assets = {fact.value for fact in report.facts if fact.concept.local == "Assets"}
    assert {Decimal(entry["val"]) for entry in entries} == assets


def test_parquet_and_duckdb_hold_the_same_tables(report: Report, tmp_path: Path) -> None:
    import duckdb
    import pyarrow.parquet as pq

    database = written(export(report, ["duckdb"]), tmp_path)
    facts = pq.read_table(io.BytesIO(export(report, ["parquet"])["parquet/facts.parquet"])).to_pylist()
    with duckdb.connect(str(database), read_only=True) as connection:
        stored = connection.execute("select fact, value from facts order by fact").fetchall()
        lines = connection.execute("select count(*) from statement_lines where printed is not null").fetchone()
    assert sorted((fact["fact"], fact["value"]) for fact in facts) == stored
    assert {fact["value"] for fact in facts if fact["value"] is not None} == numbers(report)
    assert lines is not None
    assert lines[0] > 100


def test_the_sheets_show_the_statements_as_printed(report: Report) -> None:
    files = export(report, ["csv"])
    assert list(files) == ["statements/1-IS.csv", "statements/2-BS.csv", "statements/3-CF.csv"]
    rows = list(csv.reader(io.StringIO(files["statements/1-IS.csv"].decode("utf-8-sig"))))
    interest = next(row for row in rows if row[0].strip() == "Interest expense")
    assert interest[3:] == ["-402", "-377", "-1190", "-1086"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_caption_is_a_formula_of_a_spreadsheet_and_numbers_stay_numbers(start: str) -> None:
    report = sample.report()
    rows = tuple(replace(row, label=f"{start}1+1") for row in report.statements[1].rows)
    statement = replace(report.statements[1], rows=rows, title=f"{start}HYPERLINK()")
    sheet = export(replace(report, statements=(report.statements[0], statement, *report.statements[2:])), ["csv"])[
        "statements/2-IS.csv"
    ]
    head, *cells = list(csv.reader(io.StringIO(sheet.decode("utf-8-sig"), newline="")))
    assert head[0].startswith(f"'{start}HYPERLINK()")
    assert {row[0].lstrip(" ")[:2] for row in cells} == {f"'{start}"}
    interest = next(row for row in cells if row[1] == "us-gaap:InterestExpense")
    assert [Decimal(number) for number in interest[3:]] == [-50, -45, -95, -90]


@pytest.mark.parametrize("name", ["#1 Pizza, Inc.", "=1+1", "##"])
def test_a_name_that_begins_like_something_else_is_the_name_in_the_open_information_model(
    name: str, tmp_path: Path
) -> None:
    report = sample.report(options=Options(cik="999999", document_type="10-Q", company=name, prefix="tmrk"))
    entry = written(export(report, ["xbrl-csv"]), tmp_path)
    assert facts_in(entry) == of_report(report)
    assert name in {value for _, _, _, _, value, *_ in of_report(report)}


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    # DuckDB's file format has no canonical form; the viewer, seconds of Arelle, is compared in test_viewer.
    stable = [name for name in FORMATS if name not in ("duckdb", "viewer")]
    assert export(report, stable) == export(report, stable)


def test_all_is_every_format_but_the_viewer_and_others_are_refused() -> None:
    assert chosen(["all"]) == tuple(name for name in FORMATS if name != "viewer")
    assert chosen(["all", "viewer"]) == tuple(FORMATS)
    with pytest.raises(UsageError, match="pdf"):
        chosen(["csv", "pdf"])
    with pytest.raises(UsageError, match="pdf"):
        chosen(["all", "pdf"])


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes modules look as if they were not installed."""

    def without(*modules: str) -> None:
        monkeypatch.setattr(extras, "here", lambda module: module not in modules)

    return without


def test_all_is_what_is_installed_and_the_rest_is_told(without: Callable[..., None]) -> None:
    assert left_out(["all"]) == {}
    without("duckdb")
    assert chosen(["all"]) == tuple(name for name in FORMATS if name not in ("duckdb", "viewer"))
    assert list(left_out(["all", "csv"])) == ["duckdb"]
    assert left_out(["csv"]) == {}


def test_a_format_that_lacks_a_package_is_refused_before_any_work(without: Callable[..., None], tmp_path: Path) -> None:
    without("duckdb", "iXBRLViewerPlugin")
    for names in (["duckdb"], ["all", "viewer"]):
        with pytest.raises(UsageError, match="-m pip install"):
            chosen(names)
    with pytest.raises(UsageError, match="duckdb needs duckdb"):
        merge("duckdb", [tmp_path / "not looked at"], "name")


def test_the_command_line_tells_what_all_leaves_out(
    without: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without("duckdb")
    arguments = ["convert", str(RELEASE), "--no-validate", "--format", "all"]

    assert run([*arguments, "-o", str(tmp_path / "out")]) == 0

    told = capsys.readouterr().err
    assert "note: --format all leaves out duckdb" in told
    assert "-m pip install duckdb" in told
    assert (tmp_path / "out" / "report.html").is_file()
    assert not list((tmp_path / "out").glob("*.duckdb"))
    assert run([*arguments, "-o", str(tmp_path / "quiet"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_command_line_refuses_before_any_work(
    without: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without("iXBRLViewerPlugin")
    missing = tmp_path / "not looked at.txt"
    for arguments in (["convert", str(missing)], ["batch", str(missing)]):
        assert run([*arguments, "-o", str(tmp_path / "out"), "--format", "viewer"]) == UsageError.exit_code
        told = capsys.readouterr().err
        assert "viewer needs ixbrl-viewer" in told
        assert "-m pip install 'retroxbrl[exports]', or in a checkout" in told
    assert list(tmp_path.iterdir()) == []


def test_the_command_that_installs_is_for_the_python_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras.sys, "executable", "/my tools/bin/python")
    monkeypatch.setattr(extras.shutil, "which", lambda name: "/usr/bin/python3")
    assert extras.how("pandas", None) == "'/my tools/bin/python' -m pip install pandas"

    monkeypatch.setattr(extras.shutil, "which", lambda name: "/my tools/bin/python3")
    assert extras.how("pandas", None) == "python3 -m pip install pandas"


def test_totals_that_foot_are_counted_once_for_all_outputs(report: Report) -> None:
    """The print of the release calls one line of its income statement a total; lines make more than that."""
    files = render(report) | export(report, ["html", "parquet"])
    rows = [(sum(foots), len(foots)) for statement in report.statements
            if (foots := [row.foots for row in statement.rows if row.foots is not None]) is not None]  # fmt: skip
    recorded = json.loads(files["report.json"])["statements"]
    table = pq.read_table(io.BytesIO(files["parquet/statements.parquet"])).to_pylist()
    page = files["report.html"].decode()
    assert [statement.footed for statement in report.statements] == rows
    assert [tuple(statement["footed"]) for statement in recorded] == rows
    assert [(one["totals_footed"], one["totals"]) for one in table] == rows
    assert re.findall(r"(\d+) of (\d+) totals foot", page) == [(str(held), str(all_)) for held, all_ in rows]
    assert page.count('title="the parts make the total"') == sum(held for held, _ in rows)
    assert rows[0][1] > 1
