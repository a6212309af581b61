"""A document of a batch is read with the earlier filings of its company, whichever worker is the quickest."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import fsspec
import pytest

from converter.batch import Folder, Job, Row, Settings, Status, Store, plan, run
from converter.batch.companies import MOST, with_earlier
from converter.batch.waiting import Waiting
from converter.options import Options
from tests.batch import faults
from tests.batch.outputs import documents
from tests.conftest import AGES

SETTINGS = Settings(jobs=2, seconds=AGES, validate=False)


def filing(period: str = "", cik: str = "", name: str = "Orrin Co", filed: str = "", body: str = "") -> bytes:
    """A submission with these fields in its header."""
    fields = {
        "CONFORMED PERIOD OF REPORT": period,
        "FILED AS OF DATE": filed,
        "COMPANY CONFORMED NAME": name,
        "CENTRAL INDEX KEY": cik,
    }
    lines = "".join(f"{field}:\t{value}\n" for field, value in fields.items() if value)
    part = f"<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n"
    return f"<SEC-DOCUMENT>\n<SEC-HEADER>\n{lines}</SEC-HEADER>\n{part}</SEC-DOCUMENT>\n".encode()


def earlier(folder: Path, files: dict[str, bytes], options: Options | None = None) -> dict[str, tuple[str, ...]]:
    """The earlier filings of each file by name."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    jobs = [Job(name.partition(".")[0], str(folder / name)) for name in files]
    found = with_earlier(jobs, options or Options())
    assert [job.source for job in found] == [job.source for job in jobs]
    return {job.name: job.earlier for job in found}


# Which are the earlier ones


def test_filings_of_one_cik_are_in_the_order_of_their_periods(tmp_path: Path) -> None:
    files = {
        "late.txt": filing("19990630", "12"),
        "first.txt": filing("19981231", "12", "Old Name Inc"),
        "other.txt": filing("19981231", "13"),
        "next.txt": filing("19990331", "12"),
    }
    found = earlier(tmp_path, files)
    assert found == {"late": ("first", "next"), "first": (), "other": (), "next": ("first",)}


def test_filings_of_one_period_are_not_read_with_one_another(tmp_path: Path) -> None:
    files = {"b.txt": filing("19981231", "12"), "a.txt": filing("19981231", "12"), "c.txt": filing("19991231", "12")}
    assert earlier(tmp_path, files) == {"a": (), "b": (), "c": ("a", "b")}


def test_without_a_cik_the_name_tells_the_company_and_without_a_period_the_day_of_filing(tmp_path: Path) -> None:
    files = {
        "a.txt": filing("19981231", "0", "Orrin Company"),
        "b.txt": filing("", "0", "ORRIN INC", filed="19990401"),
        "c.txt": filing("19991231", "0", "Halden Mills"),
    }
    assert earlier(tmp_path, files) == {"a": (), "b": ("a",), "c": ()}


def test_what_a_person_says_of_the_company_comes_first(tmp_path: Path) -> None:
    files = {"a.txt": filing("19981231", "12"), "b.txt": filing("19991231", "13"), "c.txt": filing("20001231", name="")}
    assert earlier(tmp_path, files, Options(cik="14")) == {"a": (), "b": ("a",), "c": ("a", "b")}
    assert earlier(tmp_path, files, Options(company="Orrin")) == {"a": (), "b": (), "c": ()}


def test_what_has_no_header_or_cannot_be_read_stands_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    files = {
        "a.txt": filing("19981231", "12"),
        "bare.txt": b"Net income  1  2\n",
        "packed.gz": b"\x1f\x8b no",
        "e.txt": b"",
    }
    assert set(earlier(tmp_path, files).values()) == {()}
    [pipe, gone] = with_earlier([Job("p", str(tmp_path / "pipe")), Job("g", str(tmp_path / "gone"))], Options())
    assert (pipe.earlier, gone.earlier) == ((), ())


def test_packed_filings_have_a_header_too(tmp_path: Path) -> None:
    files = {"a.txt": filing("19981231", "12"), "b.gz": gzip.compress(filing("19991231", "12"))}
    assert earlier(tmp_path, files) == {"a": (), "b": ("a",)}


def test_the_latest_are_enough(tmp_path: Path) -> None:
    files = {f"d{year}.txt": filing(f"{year}1231", "12") for year in range(1985, 2000)}
    found = earlier(tmp_path, files)
    assert found["d1999"] == tuple(f"d{year}" for year in range(1999 - MOST, 1999))
    assert MOST == 8


def test_of_a_remote_filing_the_beginning_is_read() -> None:
    filesystem = fsspec.filesystem("memory")
    filesystem.store.clear()
    filesystem.pipe_file("/in/a.txt", filing("19981231", "12"))
    filesystem.pipe_file("/in/b.txt", filing("19991231", "12", body="x" * 100_000))
    jobs = [Job("a", "memory://in/a.txt"), Job("b", "memory://in/b.txt"), Job("c", "memory://in/c.txt")]
    assert [job.earlier for job in with_earlier(jobs, Options())] == [(), ("a",), ()]
    filesystem.store.clear()


# Which may be done now


def jobs(**names: str) -> list[Job]:
    """Jobs by name, each with its earlier ones."""
    return [Job(name, f"{name}.txt", earlier=tuple(earlier.split())) for name, earlier in names.items()]


def names(some: list[Job]) -> list[str]:
    return [job.name for job in some]


def test_a_job_waits_for_all_earlier_ones_of_the_run() -> None:
    waiting = Waiting(jobs(d="a b", a="", b="a", c="elsewhere"))
    assert names(waiting.take()) == ["a", "c"]
    assert waiting.take() == []
    waiting.ended("c")
    waiting.ended("a")
    assert names(waiting.take()) == ["b"]
    waiting.ended("b")
    assert names(waiting.take()) == ["d"]
    waiting.ended("d")
    assert waiting.take() == []


def test_no_more_are_taken_than_asked_for_and_some_are_done_again() -> None:
    waiting = Waiting(jobs(a="", b="", c=""))
    [first] = waiting.take(1)
    assert first.name == "a"
    assert waiting.take(0) == []
    assert names(waiting.take(5)) == ["b", "c"]
    waiting.again([first])
    assert names(waiting.take()) == ["a"]


@pytest.mark.parametrize("first", ["a", "crash"])
def test_the_pool_does_a_document_after_the_earlier_ones_whatever_became_of_them(tmp_path: Path, first: str) -> None:
    told: list[str] = []
    chained = jobs(**{"z": first, first: "", "b": "z"})
    settings = Settings(jobs=2, seconds=AGES, validate=False, earlier=False)
    rows = run(chained, Folder(tmp_path), settings, work=faults.work, on_row=lambda row: told.append(row.name))
    assert told == [first, "z", "b"]
    assert [row.name for row in rows] == ["z", first, "b"]


# The whole

BODY = """
<PAGE>
ORRIN CO
CONSOLIDATED STATEMENTS OF CASH FLOWS
(In thousands)
                                                 Year ended December 31,
                                                   {year}      {before}
Cash flows from operating activities:
  Net income                                     $ 1{year}   $ 1{before}
  Depreciation and amortization                      200       100
  {caption}     30        20
Net cash provided by operating activities          2{year}     1{before}
Cash flows from investing activities:
  Purchases of property and equipment               (400)     (300)
Net cash used in investing activities               (400)     (300)
"""


def company(folder: Path) -> list[Job]:
    """Four filings of one company, of which the second has a person's concept on its line `Other, net`."""
    folder.mkdir()
    for year in (1996, 1997, 1998, 1999):
        body = BODY.format(year=year, before=year - 1, caption="Other, net               ")
        (folder / f"orrin-{year}.txt").write_bytes(filing(f"{year}1231", "12", body=body))
    return plan([folder])


def others(out: Path) -> dict[str, tuple[str, float]]:
    """Of each document the concept of `Other, net`, and how sure it is."""
    found = {}
    for path in sorted(out.glob("*/report.json")):
        rows = [row for one in json.loads(path.read_bytes())["statements"] for row in one["rows"]]
        found[path.parent.name] = next((r["concept"], r["confidence"]) for r in rows if r["label"] == "Other, net")
    return found


NONCASH = "us-gaap:OtherNoncashIncomeExpense"


def maps(folder: Path) -> Options:
    """A person's map for one document of the company."""
    (folder / "document").mkdir(parents=True)
    mine = folder / "document" / "orrin-1997.yaml"
    mine.write_text(f"captions: {{'Other, net': {NONCASH.removeprefix('us-gaap:')}}}", encoding="utf-8")
    return Options(taxonomy="us-gaap/2025", maps=folder)


def test_lines_keep_their_concept_from_filing_to_filing(tmp_path: Path) -> None:
    planned, options = company(tmp_path / "in"), maps(tmp_path / "maps")
    rows = run(planned, Folder(tmp_path / "out"), Settings(options, validate=False, jobs=2, seconds=AGES))
    found = others(tmp_path / "out")
    assert [concept == NONCASH for concept, _ in found.values()] == [False, True, True, True]
    assert [row.changed for row in rows] == [0, 1, 0, 0]
    digests = json.loads((tmp_path / "out" / "orrin-1999" / "report.json").read_bytes())["maps"]
    told = [each["name"] for each in digests if each["name"].startswith("earlier")]
    assert told == ["earlier orrin-1998.txt", "earlier orrin-1997.txt", "earlier orrin-1996.txt"]


def test_each_stands_for_itself_if_a_person_says_so(tmp_path: Path) -> None:
    planned, options = company(tmp_path / "in"), maps(tmp_path / "maps")
    settings = Settings(options, validate=False, jobs=2, seconds=AGES, earlier=False)
    rows = run(planned, Folder(tmp_path / "out"), settings)
    assert [concept == NONCASH for concept, _ in others(tmp_path / "out").values()] == [False, True, False, False]
    assert {row.changed for row in rows} == {0}
    assert settings.fingerprint() != Settings(options, validate=False).fingerprint()


def test_any_number_of_workers_any_order_and_any_store_give_the_same_bytes(tmp_path: Path) -> None:
    planned, options = company(tmp_path / "in"), maps(tmp_path / "maps")
    for number, (some, out) in enumerate(
        [
            (planned, Folder(tmp_path / "0")),
            (planned[::-1], Folder(tmp_path / "1")),
            (planned, Store(f"file://{tmp_path / '2'}")),
        ]
    ):
        run(some, out, Settings(options, validate=False, jobs=number + 1, seconds=AGES))
    assert documents(tmp_path / "0") == documents(tmp_path / "1") == documents(tmp_path / "2") != {}


def test_a_batch_that_goes_on_reads_what_is_done(tmp_path: Path) -> None:
    planned, options = company(tmp_path / "in"), maps(tmp_path / "maps")
    settings = Settings(options, validate=False, jobs=2, seconds=AGES)
    run(planned, Folder(tmp_path / "whole"), settings)
    run(planned[:2], Folder(tmp_path / "parts"), settings)
    run(planned, Folder(tmp_path / "parts"), settings, resume=True)
    assert documents(tmp_path / "parts") == documents(tmp_path / "whole")


def test_a_file_of_a_document_is_there_or_it_is_not(tmp_path: Path) -> None:
    folder, store = Folder(tmp_path / "f"), Store(f"file://{tmp_path / 's'}")
    for out in (folder, store):
        with out.alone():
            out.start("settings")
            out.record(Row("a", "a.txt", Status.DONE), {"report.json": b"{}"}, another=True)
        assert out.written("a", "report.json") == b"{}"
        assert out.written("a", "other.json") is None
        assert out.written("b", "report.json") is None
