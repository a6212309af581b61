"""Many documents put together: secfsdstools beside a real quarter, and the queries of docs/exports.md."""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import duckdb
import pandas

from converter.exports.fsds import COLUMNS, NUMBERS_WITH_MEMBERS
from converter.exports.merge import document_folders, merge
from converter.rendering.folder import write_folder
from tests.conformance.made import Skipped
from tests.conftest import ROOT, SHARED

QUARTER = SHARED / "corpus" / "fsds" / "2009q3.zip"
_NAME = "retroxbrl.zip"
_CONFIGURATION = """[DEFAULT]
DownloadDirectory = {0}/downloads
DbDirectory = {0}/db
ParquetDirectory = {0}/parquet
UserAgentEmail = nobody@example.com
AutoUpdate = False
"""


def columns(outputs: Path, scratch: Path) -> Iterator[str]:
    """The tab-separated files have the columns of a real quarter, and types that go with its."""
    import zipfile

    with zipfile.ZipFile(QUARTER) as quarter:
        for name in COLUMNS:
            with quarter.open(f"{name}.txt") as file:
                real = pandas.read_csv(file, sep="\t", nrows=1000, encoding="latin-1")
            for path in outputs.glob(f"*/fsds/{name}.txt"):
                ours = list(pandas.read_csv(path, sep="\t").columns)
                # Newer sets have a column more, where a fact has members.
                if ours != list(real.columns) and not (name == "num" and ours == list(NUMBERS_WITH_MEMBERS)):
                    yield f"{path} has columns {ours}"


def secfsdstools(outputs: Path, scratch: Path) -> Iterator[str]:
    """The merged set lies beside a real quarter, is indexed by secfsdstools and read by each of its collectors."""
    (scratch / "secfsdstools.cfg").write_text(_CONFIGURATION.format(scratch))
    # Importing it looks for a configuration, and would fetch all quarters with one of its own.
    os.environ["SECFSDSTOOLS_CFG"] = str(scratch / "secfsdstools.cfg")
    logging.basicConfig(level=logging.WARNING)  # or it sets up a log of its own, on the terminal
    try:
        from secfsdstools.a_config.configmodel import Configuration
        from secfsdstools.b_setup.setupdb import DbCreator
        from secfsdstools.c_index.indexing_process import ReportParquetIndexerProcess
        from secfsdstools.c_transform.toparquettransforming_process import ToParquetTransformTask
        from secfsdstools.e_collector.companycollecting import CompanyReportCollector
        from secfsdstools.e_collector.reportcollecting import SingleReportCollector
        from secfsdstools.e_collector.zipcollecting import ZipCollector
    except ImportError as error:
        raise Skipped(f"secfsdstools is not installed, or not whole ({error.name})") from error
    parquet, index = str(scratch / "parquet"), str(scratch / "db")
    shutil.rmtree(parquet, ignore_errors=True)  # of an earlier run, and added to since
    write_folder(scratch / "parquet", _quarter(outputs))
    task = ToParquetTransformTask(str(QUARTER), parquet, "quarter", True)
    task.prepare()
    task.execute()
    _with_segments(scratch / "parquet" / "quarter" / QUARTER.name / "num.txt.parquet")
    DbCreator(index).create_db()
    ReportParquetIndexerProcess(db_dir=index, file_type="quarter", parquet_dir=parquet).process()
    settings = Configuration(str(scratch / "downloads"), index, parquet, "nobody@example.com", auto_update=False)

    both = ZipCollector.get_zip_by_names([QUARTER.name, _NAME], configuration=settings).collect()
    alone = ZipCollector.get_zip_by_name(_NAME, configuration=settings).collect()
    real = ZipCollector.get_zip_by_name(QUARTER.name, configuration=settings).collect()
    for name in ("sub_df", "num_df", "pre_df"):
        if len(getattr(both, name)) != len(getattr(alone, name)) + len(getattr(real, name)):
            yield f"{name}: a quarter and our set are not the sum of both"
    if set(alone.sub_df.columns) != set(real.sub_df.columns) or set(alone.num_df.columns) != set(real.num_df.columns):
        yield "other columns than a real quarter"
    texts = pandas.concat(pandas.read_csv(path, sep="\t") for path in outputs.glob("*/fsds/num.txt"))
    if sorted(alone.num_df["value"]) != sorted(texts["value"].astype(float)):
        yield "the values are not those of the documents"
    if "segments" in texts and Counter(alone.num_df["segments"]) != Counter(texts["segments"].fillna("")):
        yield "the members are not those of the documents"
    for adsh in alone.sub_df["adsh"]:
        one = SingleReportCollector.get_report_by_adsh(adsh, configuration=settings).collect()
        if len(one.num_df) != (texts["adsh"] == adsh).sum() or one.join().pre_num_df.empty:
            yield f"{adsh} is not read whole"
    ciks = sorted({int(cik) for cik in alone.sub_df["cik"] if cik > 0})
    company = CompanyReportCollector.get_company_collector(ciks=ciks, configuration=settings).collect()
    if not set(alone.sub_df["adsh"][alone.sub_df["cik"] > 0]) <= set(company.sub_df["adsh"]):
        yield "companies' reports are missing"


def _quarter(outputs: Path) -> dict[str, bytes]:
    files = merge("fsds", document_folders([outputs]), _NAME.removesuffix(".zip"))
    return {path: content for path, content in files.items() if path.startswith("quarter/")}


def _with_segments(path: Path) -> None:
    """The quarter in the corpus is of the archived form; newer ones and secfsdstools have this column."""
    frame = pandas.read_parquet(path)
    frame["segments"] = pandas.Series([None] * len(frame), dtype="str")
    frame.to_parquet(path)


def queries() -> list[str]:
    """The queries of docs/exports.md, as they stand there."""
    text = (ROOT / "docs" / "exports.md").read_text("utf-8")
    blocks = re.findall(r"^```sql\n(.*?)^```", text, re.M | re.S)
    return [query.strip() for block in blocks for query in block.split(";") if query.strip()]


def documented_queries(outputs: Path, scratch: Path) -> Iterator[str]:
    """Each documented query gives rows, from the merged database and the folder `out` that the docs speak of."""
    path = scratch / "all.duckdb"
    path.write_bytes(merge("duckdb", document_folders([outputs]), "all")["all.duckdb"])
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute(f"set file_search_path = '{outputs.parent}'")
        for query in queries():
            try:
                if not connection.execute(query).fetchall():
                    yield f"no rows: {query}"
            except duckdb.Error as error:
                yield f"{error}: {query}"


CHECKS: Mapping[str, Callable[[Path, Path], Iterator[str]]] = {
    "columns of 2009q3.zip": columns,
    "secfsdstools": secfsdstools,
    "queries of the docs": documented_queries,
}
"""The checks by name. Their `outputs` is called `out` and holds a folder for each document; `scratch` is their own."""


def problems(outputs: Path, scratch: Path) -> dict[str, Sequence[str]]:
    """What is wrong, by check; a check that was skipped says so in a line of its own.

    Each runs in a process of its own: secfsdstools sets up logs and leaves a pool of forked processes behind, which
    hold open whatever this process had open.
    """
    found: dict[str, Sequence[str]] = {}
    for name, check in CHECKS.items():
        try:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                found[name] = pool.submit(_listed, check, outputs, scratch / name).result()
        except Skipped as reason:
            print(f"{name}: skipped, {reason}")
    return found


def _listed(check: Callable[[Path, Path], Iterator[str]], outputs: Path, scratch: Path) -> list[str]:
    scratch.mkdir(parents=True, exist_ok=True)
    return list(check(outputs, scratch))
