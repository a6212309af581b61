"""Outputs of many documents put together: nothing lost, nothing twice, and refused where that cannot be."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from converter import convert
from converter.cli import run
from converter.errors import InputError, UsageError
from converter.exports.merge import MERGED, document_folders, merge
from tests.conftest import ROOT

RELEASES = sorted(path for path in (ROOT / "tests" / "releases").iterdir() if path.suffix in (".txt", ".htm"))
FORMATS = ("fsds", "parquet", "companyfacts")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the outputs of the releases, one of them a level deeper, and one that a batch is still writing."""
    out = tmp_path_factory.mktemp("outputs")
    for release in RELEASES:
        inner = out / "deeper" if release is RELEASES[0] else out
        convert(release).write(inner / release.stem, formats=FORMATS)
    (out / ".staged.x" / "new").mkdir(parents=True)
    (out / ".staged.x" / "new" / "report.json").write_text("{}")
    return out


@pytest.fixture(scope="module")
def folders(outputs: Path) -> list[Path]:
    return document_folders([outputs])


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode()), delimiter="\t"))


def test_folders_are_found_at_any_depth_and_each_once(outputs: Path, folders: list[Path]) -> None:
    assert [folder.name for folder in folders] == [
        RELEASES[0].stem,
        *(release.stem for release in RELEASES[1:]),
    ]
    assert document_folders([outputs, outputs / "deeper", folders[1]]) == folders


def test_the_data_sets_hold_every_row_and_each_tag_once(folders: list[Path]) -> None:
    files = merge("fsds", folders, "old")
    for table in ("sub", "num", "pre"):
        single = [row for folder in folders for row in rows((folder / "fsds" / f"{table}.txt").read_bytes())]
        merged = rows(files[f"{table}.txt"])
        assert sorted(map(str, merged)) == sorted(map(str, single))
    tags = [(row["tag"], row["version"]) for row in rows(files["tag.txt"])]
    assert tags == sorted(set(tags))
    assert set(tags) >= {(row["tag"], row["version"]) for row in rows(files["num.txt"])}
    submissions = [row["adsh"] for row in rows(files["sub.txt"])]
    assert submissions == sorted(set(submissions))
    assert len(submissions) == len(RELEASES)


def test_pandas_reads_the_parquet_files_as_secfsdstools_keeps_them(folders: list[Path]) -> None:
    import pyarrow.parquet as pq

    files = merge("fsds", folders, "old")
    for table in ("sub", "num", "pre", "tag"):
        frame = pq.read_table(io.BytesIO(files[f"quarter/old.zip/{table}.txt.parquet"])).to_pylist()
        assert len(frame) == len(rows(files[f"{table}.txt"]))
    submission = pq.read_table(io.BytesIO(files["quarter/old.zip/sub.txt.parquet"]))
    assert not [name for name in ("cik", "period", "filed") if submission[name].null_count]


def test_one_database_holds_all_documents(folders: list[Path], tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "all.duckdb"
    path.write_bytes(merge("duckdb", folders, "all")["all.duckdb"])
    with duckdb.connect(str(path), read_only=True) as connection:
        names = connection.execute("select name from documents order by name").fetchall()
        facts = connection.execute("select count(*) from facts").fetchone()
    assert [name for (name,) in names] == [release.name for release in RELEASES]
    single = sum(len(json.loads((folder / "report.json").read_bytes())["facts"]) for folder in folders)
    assert facts == (single,)


def test_company_facts_of_one_company_are_merged_over_its_filings(tmp_path: Path) -> None:
    def filing(name: str, year: int, label: str, filed: str | None) -> Path:
        entry = {"end": f"{year}-12-31", "val": year, "accn": f"1-{year}", "filed": filed}
        content = {
            "cik": 7,
            "entityName": f"Old Name {year}",
            "facts": {"us-gaap": {"Assets": {"label": label, "description": None, "units": {"USD": [entry]}}}},
        }
        path = tmp_path / name / "companyfacts" / "CIK0000000007.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(content))
        return tmp_path / name

    folders = [filing("a", 2001, "Assets", "2002-02-01"), filing("b", 2000, "Total", "2001-02-01")]
    (content,) = merge("companyfacts", folders, "all").values()
    merged = json.loads(content)
    assert merged["entityName"] == "Old Name 2001"
    assert merged["facts"]["us-gaap"]["Assets"]["label"] == "Assets"
    assert [entry["val"] for entry in merged["facts"]["us-gaap"]["Assets"]["units"]["USD"]] == [2000, 2001]
    with pytest.raises(InputError, match="both filing 1-2001"):
        merge("companyfacts", [folders[0], folders[0]], "all")


@pytest.mark.parametrize("name", [name for name in MERGED if name != "duckdb"])
def test_the_same_folders_give_the_same_bytes(name: str, outputs: Path, folders: list[Path]) -> None:
    again = document_folders([*reversed(folders), outputs])
    assert merge(name, folders, "x") == merge(name, again, "x")


@pytest.mark.parametrize("name", MERGED)
def test_a_document_that_is_there_twice_is_refused(name: str, folders: list[Path], tmp_path: Path) -> None:
    convert(RELEASES[0]).write(tmp_path / "copy", formats=FORMATS)
    with pytest.raises(InputError, match="are both"):
        merge(name, [*folders, tmp_path / "copy"], "x")


@pytest.mark.parametrize("name", MERGED)
def test_a_document_without_the_format_is_named_with_the_remedy(name: str, tmp_path: Path) -> None:
    convert(RELEASES[0]).write(tmp_path / "plain")
    made_from = "parquet" if name == "duckdb" else name
    with pytest.raises(InputError, match=f"plain holds no {made_from}/") as caught:
        merge(name, [tmp_path / "plain"], "x")
    assert caught.value.remedy == f"Convert again with the format {made_from}."


def test_what_is_no_output_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no output"):
        document_folders([tmp_path])
    with pytest.raises(InputError, match="no folder"):
        document_folders([tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="ixbrl"):
        merge("ixbrl", [], "x")


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    convert(RELEASES[0]).write(tmp_path / "bad", formats=FORMATS)
    (tmp_path / "bad" / "fsds" / "num.txt").write_text("adsh\tvalue\n1\t2\n")
    with pytest.raises(InputError, match="other columns"):
        merge("fsds", [tmp_path / "bad"], "x")
    (tmp_path / "bad" / "parquet" / "facts.parquet").write_text("x")
    with pytest.raises(InputError, match="cannot be read"):
        merge("parquet", [tmp_path / "bad"], "x")


def test_the_command(outputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", "fsds", str(outputs), "-o", str(tmp_path / "old")]
    assert run(arguments) == 0
    assert "3 documents" in capsys.readouterr().out
    assert (tmp_path / "old" / "quarter" / "old.zip" / "sub.txt.parquet").is_file()
    assert run(arguments) == 7
    assert run([*arguments, "--force", "--quiet"]) == 0
    assert run(["export", "fsds", str(tmp_path), "-o", str(tmp_path / "new")]) == 3
    assert not (tmp_path / "new").exists()


def test_an_export_takes_the_place_of_an_earlier_one_and_of_nothing_else(folders: list[Path], tmp_path: Path) -> None:
    def export(name: str, out: Path) -> int:
        return run(["export", name, str(folders[0]), "-o", str(out), "--force", "--quiet"])

    out = tmp_path / "out"
    assert [export("parquet", out), export("parquet", out)] == [0, 0]
    assert export("duckdb", out) == 7, "another export"
    (out / "query.sql").write_text("select 1")
    assert export("parquet", out) == 7, "a person's file"
    assert (out / "query.sql").read_text() == "select 1"

    convert(RELEASES[0]).write(tmp_path / "converted", formats=("parquet",))
    assert export("parquet", tmp_path / "converted") == 7, "a conversion"
    assert (tmp_path / "converted" / "report.json").exists()
