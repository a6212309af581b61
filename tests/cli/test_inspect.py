"""`retroxbrl inspect`: what a person sees of the stages of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import click
import pytest

from converter.cli import run
from converter.conversion import Stages
from converter.findings import Finding, Severity
from converter.knowledge import ScheduleItem, load_knowledge
from converter.schedules import Schedule
from converter.schedules.schedule import Entry
from converter.sources.document import Document, Header, Part
from converter.span import Span
from converter.statements.statement import Amount, Aspect, Basis, Column, Item, Role, Statement, Sum
from converter.tables.table import Band, Row, Table, Text
from converter.terms import Decision, Kind, Period, Step
from tests.cli.conftest import Run
from tests.conftest import ROOT

LINES = (
    "LARK POTTERY",
    "Statements of Income",
    "Sales                                          1,200   (1,234,567.89)",
    "Costs:",
    "  Clay, glaze and whatever else a kiln uses up    90",
    "                                                1,110",
    "Shares used (net of 30 in treasury)               12",
    *["."] * 1_000,
)
TEXT = "\n".join(LINES)
YEAR = Period(date(2003, 12, 31), date(2003, 1, 1))


def span(line: int, end: int | None = None) -> Span:
    """From the first character of a line to the last of another; lines count from 1."""
    starts = [sum(len(each) + 1 for each in LINES[:at]) for at in range(len(LINES))]
    return Span(starts[line - 1], starts[(end or line) - 1] + len(LINES[(end or line) - 1]))


def amount(printed: str, column: int = 0) -> Amount:
    return Amount(printed, Decimal(1), 0, column, YEAR, span(1))


DOCUMENT = Document("lark.txt", TEXT, "cp1252", "00", Header(), (Part("", "text", Span(0, len(TEXT))),))
COLUMNS = (Column("", YEAR), Column("", Period(date(2002, 12, 31)), Basis.PRO_FORMA), Column("", None))
ITEMS = (
    Item("Sales", amounts=(amount("1,200"), amount("(1,234,567.89)", 2)), span=span(3)),
    Item("Costs:", role=Role.HEADING, span=span(4)),
    Item(LINES[4][2:47], ("Costs:",), 1, amounts=(amount("90"),), span=span(5)),
    Item("", role=Role.TOTAL, amounts=(amount("1,110", 1),), span=span(6)),
    Item("Shares used", unit="shares", amounts=(amount("12"),), span=span(7)),
    Item("Shares used", (), 0, Role.PARENTHETICAL, "shares", (amount("30"),), span(7), 4, Aspect.TREASURY),
    Item("Shares held", unit="shares", span=span(7)),
)
SALES = Decision(
    "Revenues",
    -1,
    "mine.yaml:3",
    0.914,
    steps=(
        Step("rule", "SalesRevenueNet", 1, "mine.yaml:3"),
        Step("sign", "Revenues", -1, "brackets"),
    ),
)
CLAY = Decision(None, 1, "none", 0.5, (("OtherCosts", 0.4),), "CostOfRevenue")
STATEMENT = Statement(
    Kind.INCOME,
    "Statements of Income",
    0,
    span(2, 7),
    COLUMNS,
    ITEMS,
    (Sum(3, ((0, 1), (2, -1)), 1),),
    1000,
    (0,),
)
DECISIONS = (SALES, None, CLAY, None, None, None, None)
STAGES = Stages(DOCUMENT, (), (), (), (), (), load_knowledge("us-gaap/2025"))

Shown = Callable[[Stages], list[str]]


@pytest.fixture
def styled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The lines that the program prints of stages, as a terminal gets them."""

    def styled(stages: Stages) -> list[str]:
        lines: list[str] = []
        (tmp_path / "lark.txt").touch()
        with monkeypatch.context() as patched:
            patched.setattr("converter.pipeline.inspected", lambda *_: stages)
            patched.setattr(click, "echo", lines.append)
            assert run(["inspect", str(tmp_path / "lark.txt")]) == 0
        return lines

    return styled


@pytest.fixture
def shown(styled: Shown) -> Shown:
    """The same without styles."""
    return lambda stages: [click.unstyle(line) for line in styled(stages)]


def test_of_a_document_without_anything_it_says_what_was_read(shown: Shown) -> None:
    assert shown(STAGES) == [
        "lark.txt: cp1252, 2,270 characters",
        "  no EDGAR header",
        "  document 1: (untyped), text, lines 1-1007",
        "",
        "",
    ]


def test_of_a_submission_it_says_what_the_header_tells_and_which_documents_there_are(shown: Shown) -> None:
    header = Header("LARK POTTERY INC", "0000000042", 3260, "12-31", "10-K", date(2003, 12, 31))
    parts = (Part("10-K", "text", span(2, 3)), Part("EX-27", "other", span(4, 7)))

    assert shown(replace(STAGES, document=replace(DOCUMENT, header=header, parts=parts)))[1:4] == [
        "  company LARK POTTERY INC, CIK 0000000042, SIC 3260, form 10-K, period 2003-12-31, fiscal year end 12-31",
        "  document 1: 10-K, text, lines 2-3",
        "  document 2: EX-27, other, lines 4-7",
    ]


def test_what_the_header_leaves_out_is_left_out(shown: Shown) -> None:
    assert shown(replace(STAGES, document=replace(DOCUMENT, header=Header(cik="0000000042"))))[1] == "  CIK 0000000042"


def schedule(months: int | None, values: int) -> Schedule:
    entry = Entry("CASH", ScheduleItem(Kind.BALANCE_SHEET, "Cash"), "1", Decimal(1), 0, span(1))
    return Schedule(0, "UT", None, None, 1_000, False, months, None, date(2000, 6, 30), (entry,) * values, span(1))


def test_schedules_are_told_with_what_a_printed_one_is_worth(shown: Shown) -> None:
    assert shown(replace(STAGES, schedules=(schedule(6, 1), schedule(None, 2))))[3:5] == [
        "  schedule of 2000-06-30, article UT, 6 months, 1 value, 1 = 1,000",
        "  schedule of 2000-06-30, article UT, ? months, 2 values, 1 = 1,000",
    ]


def test_tables_are_told_with_their_place_and_the_three_lines_above(shown: Shown) -> None:
    above = tuple(Text(text, span(1)) for text in ("UNRELATED", "LARK POTTERY", "Statements of Income", "(Thousands)"))
    row = Row("Sales", span(3), 0, ())
    first = Table(0, "text", span(2, 5), above, (), (Band(40, 50), Band(52, 60)), (row, row))
    second = Table(0, "html", span(7), (), (), (Band(1, 3),), (row,))

    assert shown(replace(STAGES, tables=(first, second)))[3:] == [
        "",
        "table 1: lines 2-5, 2 rows, text columns at 40-50 52-60: LARK POTTERY / Statements of Income / (Thousands)",
        "table 2: lines 7-7, 1 row, html columns at 1-3: ",
        "",
    ]


STATED = replace(STAGES, statements=(STATEMENT,), decisions=(DECISIONS,))


def test_a_statement_is_shown_as_printed_and_below_each_row_what_it_became_and_why(shown: Shown) -> None:
    margin = " " * 52
    assert shown(STATED)[4:] == [
        "",
        "IS Statements of Income",
        "  scale 1,000, 1 of 2 totals foot",
        f"{margin}               pro forma                ",
        f"{margin}  2003-01-01                            ",
        f"{margin}  2003-12-31  2002-12-31       no period",
        f"     3  Sales{' ' * 39}       1,200              (1,234,567.89)",
        "          -> Revenues, negated, 0.91, by mine.yaml:3",
        "             sign: Revenues, negated: brackets",
        "     4  Costs:",
        "     5    Clay, glaze and whatever else a kiln us...          90",
        "            -> extension of CostOfRevenue, 0.50, by none; else OtherCosts 0.40",
        f"     6  (total){' ' * 37}                   1,110",
        f"     7  Shares used (shares){' ' * 24}          12",
        f"     7    [treasury] (shares){' ' * 23}          30",
        "     7  Shares held",
        "",
    ]


def test_each_statement_stands_apart(shown: Shown) -> None:
    lines = shown(replace(STATED, statements=(STATEMENT,) * 2, decisions=(DECISIONS,) * 2))

    assert [at for at, line in enumerate(lines) if line == ""] == [3, 4, 20, 36]


def test_a_balance_sheet_has_no_line_of_first_days(shown: Shown) -> None:
    columns = (Column("", Period(date(2003, 12, 31))), Column("", Period(date(2002, 12, 31))))
    balances = replace(STATEMENT, columns=columns, items=ITEMS[3:4], sums=(), called_totals=())

    assert shown(replace(STATED, statements=(balances,), decisions=((None,),)))[6:8] == [
        "  scale 1,000, 0 of 0 totals foot",
        f"{' ' * 52}  2003-12-31  2002-12-31",
    ]


@pytest.mark.parametrize(("length", "end"), [(44, "x"), (45, "...")])
def test_a_caption_is_cut_where_the_column_ends(shown: Shown, length: int, end: str) -> None:
    item = Item("x" * length, amounts=(amount("1"),), span=span(3))

    line = shown(replace(STATED, statements=(replace(STATEMENT, items=(item,)),), decisions=((None,),)))[-2]

    assert line[8:52].endswith("x" * (44 - len(end)) + end if end == "..." else "x" * 44)
    assert line[52:] == "           1"


def test_findings_come_last_with_their_lines(shown: Shown) -> None:
    finding = Finding(Severity.WARNING, "footing.off", "It does not add up.", span(6))

    assert shown(replace(STAGES, findings=(finding, replace(finding, span=None))))[4:] == [
        "",
        "warning: line 6: It does not add up. [footing.off]",
        "warning: It does not add up. [footing.off]",
    ]


def test_names_stand_out_and_decisions_stand_back(styled: Shown) -> None:
    lines = styled(STATED)

    assert lines[0].startswith(click.style("lark.txt", bold=True) + ":")
    assert lines[5] == click.style("IS Statements of Income", bold=True)
    assert [click.unstyle(line).split()[0] for line in lines if line == click.style(click.unstyle(line), dim=True)] == [
        "->",
        "sign:",
        "->",
    ]


def test_a_document_goes_through_all_stages(retroxbrl: Run) -> None:
    code, out, _ = retroxbrl("inspect", ROOT / "tests" / "releases" / "larkfield-8k-20011018.txt", "--cik", "42")

    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "larkfield-8k-20011018.txt: utf-8, 10,523 characters"
    assert sum(line.startswith("table ") for line in lines) == 3
    assert [line[:2] for line in lines if line.endswith("(UNAUDITED)")] == ["IS", "BS", "CF"]
    assert (
        "    38  Net sales                                       $ 18,412    $ 21,960    $ 57,230    $ 63,118" in lines
    )
