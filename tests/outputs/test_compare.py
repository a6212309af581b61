"""What changed between two sets of records is told by kind, each fact beside the one that took its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.outputs.compare import changes, compare
from tests.outputs.record import PrintedFact, Record, load, make

SALES = PrintedFact("us-gaap:Revenues", "D20010701-20010930", "USD", "18412000", -3, "41:35", "18,412")
EARLIER = replace(SALES, context="D20000701-20000930", value="21960000", place="41:48", printed="21,960")
FORM = PrintedFact("dei:DocumentType", "D20010101-20010930", None, "8-K", None, "", "")


def _kinds(before: list[PrintedFact], after: list[PrintedFact]) -> list[str]:
    return [change.kind for change in changes("release", before, after)]


def test_facts_that_state_the_same_at_another_place_or_in_another_order_do_not_differ() -> None:
    assert _kinds([SALES, EARLIER], [EARLIER, replace(SALES, place="40:35")]) == []


def test_a_fact_is_beside_that_of_the_same_printed_number() -> None:
    assert _kinds([SALES], [replace(SALES, concept="us-gaap:SalesRevenueNet")]) == ["concept"]
    assert _kinds([SALES], [replace(SALES, context="D20010101-20010930")]) == ["context"]
    assert _kinds([SALES], [replace(SALES, value="18412", decimals=0)]) == ["value, decimals"]


def test_a_fact_without_a_place_is_beside_that_of_the_same_concept_and_period() -> None:
    assert _kinds([FORM], [replace(FORM, value="10-Q")]) == ["value"]


def test_what_one_side_alone_has_is_gone_or_new() -> None:
    assert _kinds([SALES, FORM], [EARLIER, FORM]) == ["gone", "new"]


def test_a_fact_that_stands_twice_and_then_once_is_gone_once() -> None:
    assert _kinds([SALES, SALES], [SALES]) == ["gone"]


def test_documents_are_equal_when_every_file_is_or_when_they_end_in_the_same_error() -> None:
    error = Record("NoStatementError: none", {}, ())
    report = Record("report", {"a.xml": "1", "a_lab.xml": "2"}, (SALES,))
    other = replace(report, files=report.files | {"a_lab.xml": "3"})

    found = compare({"a": report, "b": error, "c": report}, {"a": other, "b": error, "d": report})

    assert found.equal == ("b",)
    assert found.files == {"a": ("_lab.xml",)}
    assert found.changes == ()
    assert found.alone == ("c", "d")
    assert not found.same


def test_a_record_read_back_is_the_one_written(tmp_path: Path) -> None:
    release = Path(__file__).parents[1] / "releases" / "larkfield-8k-20011018.txt"
    record = make(release, ["csv"])

    record.write(tmp_path / "larkfield.json")

    assert record.end == "report"
    assert any(name.endswith(".csv") for name in record.files)
    assert replace(record, seconds=0.0) == load(tmp_path / "larkfield.json")
