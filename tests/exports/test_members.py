"""Facts with members in the tables and pages that are not XBRL."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from lxml import html

from converter.exports import export
from converter.exports.fsds import ARCHIVED_NUMBERS, NUMBERS_WITH_MEMBERS, segments
from converter.exports.grid import Head, grids
from converter.exports.lookup import Lookup
from converter.exports.merge import merge
from converter.rendering import render
from converter.report import Report
from converter.terms import Member, Name, Period, Scope
from tests import equity, sample

COMPONENTS, STOCK = Name("us-gaap", "StatementEquityComponentsAxis"), Name("us-gaap", "StatementClassOfStockAxis")
EARNINGS = Member(COMPONENTS, Name("us-gaap", "RetainedEarningsMember"))
CLASS_B = Member(STOCK, Name("us-gaap", "CommonClassBMember"))
COMMON = Member(COMPONENTS, Name("us-gaap", "CommonStockMember"))


@pytest.fixture(scope="module")
def report() -> Report:
    return equity.report()


def rows(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


# The data sets


@pytest.mark.parametrize(
    ("members", "text"),
    [
        ((), ""),
        ((EARNINGS,), "EquityComponents=RetainedEarnings;"),
        ((COMMON, CLASS_B), "ClassOfStock=CommonClassB;EquityComponents=CommonStock;"),
        ((Member(Name("srt", "RangeAxis"), Name("srt", "StatementRangeDomain")),), "Range=Range;"),
    ],
)
def test_segments_are_written_as_the_sec_writes_them(members: tuple[Member, ...], text: str) -> None:
    assert segments(Scope.of(equity.CLOSING, members)) == text


def test_numbers_have_their_segments_and_none_is_lost(report: Report) -> None:
    head, *found = rows(export(report, ["fsds"])["fsds/num.txt"], "\t")
    assert tuple(head) == NUMBERS_WITH_MEMBERS
    assert len(found) == len(Lookup(report).numeric)
    equity_at_end = {row[6]: row[8] for row in found if row[1] == "StockholdersEquity" and row[3] == "20010630"}
    assert equity_at_end[""] == "9889000.0000"
    assert equity_at_end["EquityComponents=EsopTrust;"] == "-6000.0000"


def test_without_members_the_numbers_have_the_columns_of_the_archived_sets() -> None:
    head, *_ = rows(export(sample.report(), ["fsds"])["fsds/num.txt"], "\t")
    assert tuple(head) == ARCHIVED_NUMBERS


def test_merged_sets_hold_documents_of_both_forms(report: Report, tmp_path: Path) -> None:
    for name, one in (("parts", report), ("whole", sample.report(sample.document(sample.TEXT + " ")))):
        for path, content in (render(one) | export(one, ["fsds"])).items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(content)
    merged = merge("fsds", [tmp_path / "parts", tmp_path / "whole"], "both")
    head, *found = rows(merged["num.txt"], "\t")
    assert tuple(head) == NUMBERS_WITH_MEMBERS
    assert len(found) == sum(
        len(rows((tmp_path / name / "fsds/num.txt").read_bytes(), "\t")) - 1 for name in ("parts", "whole")
    )
    keys = [(row[0], row[1], int(row[3]), int(row[4]), row[5], row[6]) for row in found]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    (tmp_path / "whole/fsds/num.txt").write_text("adsh\ttag\n")
    with pytest.raises(Exception, match="other columns"):
        merge("fsds", [tmp_path / "whole"], "both")


# Facts of the whole


def test_company_facts_are_of_the_whole_company(report: Report) -> None:
    (content,) = export(report, ["companyfacts"]).values()
    stated = json.loads(content)["facts"]["us-gaap"]
    assert [entry["val"] for entry in stated["StockholdersEquity"]["units"]["USD"]] == [9_000_000, 9_493_000, 9_889_000]
    assert "SharesOutstanding" not in stated  # of a class alone


# The Open Information Model


def test_members_are_dimensions_of_their_axes(report: Report) -> None:
    facts = json.loads(export(report, ["xbrl-json"])["tmrk-20010630.json"])["facts"]
    dimensions = facts["us-gaap_StockholdersEquity_I20010630_CommonClassBMember_CommonStockMember"]["dimensions"]
    assert dimensions["us-gaap:StatementClassOfStockAxis"] == "us-gaap:CommonClassBMember"
    assert dimensions["us-gaap:StatementEquityComponentsAxis"] == "us-gaap:CommonStockMember"
    assert not any("Axis" in name for name in facts["us-gaap_StockholdersEquity_I20010630"]["dimensions"])


def test_a_table_of_numbers_has_a_column_for_each_axis(report: Report) -> None:
    files = export(report, ["xbrl-csv"])
    head, *found = rows(files["tmrk-20010630-numbers.csv"])
    assert head[-2:] == ["us-gaap_StatementClassOfStockAxis", "us-gaap_StatementEquityComponentsAxis"]
    cells = {row[0]: row[-2:] for row in found}
    assert cells["us-gaap_StockholdersEquity_I20010630"] == ["#none", "#none"]
    assert cells["us-gaap_NetIncomeLoss_D20010101-20010630_RetainedEarningsMember"] == [
        "#none",
        "us-gaap:RetainedEarningsMember",
    ]
    described = json.loads(files["tmrk-20010630-csv.json"])
    columns = described["tableTemplates"]["numbers"]["columns"]
    assert list(columns) == head
    assert columns["value"]["dimensions"]["us-gaap:StatementClassOfStockAxis"] == "$us-gaap_StatementClassOfStockAxis"
    assert rows(files["tmrk-20010630-texts.csv"])[0] == ["id", "concept", "period", "value"]


# Tables for analysts


def test_facts_tell_their_members_and_a_table_tells_each(report: Report) -> None:
    files = export(report, ["parquet"])
    tables = {name: pq.read_table(io.BytesIO(files[f"parquet/{name}.parquet"])).to_pylist() for name in
              ("facts", "members")}  # fmt: skip
    by_id = {row["fact"]: row["members"] for row in tables["facts"]}
    both = "us-gaap_StockholdersEquity_I20010630_CommonClassBMember_CommonStockMember"
    assert by_id["us-gaap_StockholdersEquity_I20010630"] is None
    assert by_id[both] == (
        "us-gaap:StatementClassOfStockAxis=us-gaap:CommonClassBMember;"
        "us-gaap:StatementEquityComponentsAxis=us-gaap:CommonStockMember"
    )
    assert [(row["axis"], row["member"], row["label"]) for row in tables["members"] if row["fact"] == both] == [
        ("us-gaap:StatementClassOfStockAxis", "us-gaap:CommonClassBMember", "Class B"),
        ("us-gaap:StatementEquityComponentsAxis", "us-gaap:CommonStockMember", "Common stock"),
    ]
    assert len(tables["members"]) == sum(len(report.scope_of(fact).members) for fact in report.facts)


def test_the_lines_of_a_database_tell_the_members(report: Report, tmp_path: Path) -> None:
    ((_, content),) = export(report, ["duckdb"]).items()
    (tmp_path / "made.duckdb").write_bytes(content)
    with duckdb.connect(str(tmp_path / "made.duckdb"), read_only=True) as connection:
        found = connection.execute(
            "select members, value from statement_lines where kind = 'EQ' and label = 'Net income' order by members"
        ).fetchall()
    earnings = f"{COMPONENTS}=us-gaap:RetainedEarningsMember"
    assert sorted((members or "", int(value)) for members, value in found) == [
        ("", 380_000),
        ("", 876_000),
        (earnings, 380_000),
        (earnings, 876_000),
    ]


# Statements as printed


def test_columns_are_parts_and_rows_are_periods_where_it_is_printed_so(report: Report) -> None:
    table = grids(Lookup(report))[2]
    assert table.columns[4] == Head(None, (EARNINGS,))
    assert table.columns[7] == Head(None, ())
    assert table.rows[2] == Head(equity.YEAR_00, None)


def test_columns_are_periods_and_rows_are_parts_where_it_is_printed_so() -> None:
    """A statement turned by a quarter: each block of rows is of one component, each column of a year."""
    sheet = equity.sheets()[3]
    sideways = sample.Sheet(sheet.kind, sheet.title, (sample.HALF_01, sample.HALF_00), sheet.rows, ())
    report = sample.report(equity.release(), sheets=[sideways])
    scopes = {context.id: context for context in report.contexts}
    in_part = {fact.id for fact in report.facts if any(source.row == 0 for source in fact.sources)}
    contexts = tuple(each for context in scopes.values() for each in (context, Part.of(context)))
    facts = tuple(Part.fact(fact) if fact.id in in_part else fact for fact in report.facts)
    table = grids(Lookup(sample.replace(report, contexts=contexts, facts=facts)))[0]
    assert table.columns == {0: Head(sample.HALF_01, None), 1: Head(sample.HALF_00, None)}
    assert table.rows[0] == Head(None, (CLASS_B,))
    assert table.rows[1] == Head(None, ())


class Part:
    """Contexts and facts of class B beside those of the whole."""

    @staticmethod
    def of(context: Any) -> Any:
        return sample.replace(context, id=f"{context.id}_B", scope=Scope.of(context.period, [CLASS_B]))

    @staticmethod
    def fact(fact: Any) -> Any:
        return sample.replace(fact, id=f"{fact.id}_B", context=f"{fact.context}_B")


def test_a_statement_without_members_says_nothing_of_rows() -> None:
    table = grids(Lookup(sample.report()))[2]
    assert table.rows == {}
    assert table.columns == {0: Head(sample.HALF_01, ()), 1: Head(sample.HALF_00, ())}


def test_the_sheet_has_a_column_for_each_part_and_the_period_of_each_row(report: Report) -> None:
    head, *found = rows(export(report, ["csv"])["statements/3-EQ.csv"])
    assert head[3:] == ["of", "Class A, Common stock", "Class A, Common stock", "Class B, Common stock",
                        "Paid-in capital", "Retained earnings", "Treasury stock", "ESOP trust", "Total"]  # fmt: skip
    assert found[2][3:] == ["2000-01-01 to 2000-12-31", "", "", "", "", "876", "", "", "876"]
    assert found[1][3:] == ["1999-12-31", "", "40", "11", "7870", "1100", "-12", "-9", "9000"]


def test_the_report_page_shows_the_members(report: Report) -> None:
    (content,) = export(report, ["html"]).values()
    page: Any = html.document_fromstring(content)
    heads = [" ".join(head.text_content().split()) for head in page.xpath("//section[@id='s2']//thead//th")]
    assert heads[1:-3] == ["Class A, Common stock", "Class A, Common stock", "Class B, Common stock",
                           "Paid-in capital", "Retained earnings", "Treasury stock", "ESOP trust", "Total"]  # fmt: skip
    captions = [" ".join(row.text_content().split()) for row in page.xpath("//section[@id='s2']//tbody//th")]
    assert captions[2] == "Net income year to 31 Dec 2000"
    contexts = {each[0]: each for each in json.loads(page.xpath("string(//script[@id='data'])"))["contexts"]}
    shown = contexts["I20010630_RetainedEarningsMember"]
    assert (shown[1], shown[4]) == ("at 30 June 2001 · Retained earnings", "30 Jun 2001 · Retained earnings")
    assert contexts["I20010630"][1] == "at 30 June 2001"
    periods = page.xpath("string(//div[@class='who']/p[@title]/@title)")
    assert "year to 31 Dec 2000" in periods
    assert "Retained" not in periods


def test_the_record_tells_members_and_tables(report: Report) -> None:
    record = json.loads(render(report)["report.json"])
    assert record["contexts"]["I20010630"] == {"start": None, "end": "2001-06-30"}
    assert record["contexts"]["I20010630_RetainedEarningsMember"] == {
        "start": None,
        "end": "2001-06-30",
        "members": {"us-gaap:StatementEquityComponentsAxis": "us-gaap:RetainedEarningsMember"},
    }
    assert "table" not in record["statements"][0]
    roll_forward = "us-gaap:IncreaseDecreaseInStockholdersEquityRollForward"
    assert record["statements"][2]["table"]["roll_forward"] == roll_forward
    assert record["statements"][3]["table"] == {
        "table": "us-gaap:StatementTable",
        "line_items": "us-gaap:StatementLineItems",
        "axes": [
            {
                "axis": "us-gaap:StatementClassOfStockAxis",
                "domain": "us-gaap:ClassOfStockDomain",
                "members": ["us-gaap:CommonClassAMember", "us-gaap:CommonClassBMember"],
            }
        ],
    }
    assert Period(sample.JUNE_01) == equity.CLOSING
