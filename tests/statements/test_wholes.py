"""Which of the columns of one period is the company."""

from __future__ import annotations

from datetime import date

import pytest

from converter.span import Span
from converter.statements.statement import Basis, Column
from converter.statements.wholes import adjustments, is_dated, whole_of
from converter.tables.table import Cell, Row
from converter.terms import Period

YEAR = Period(date(2008, 12, 31), date(2008, 1, 1))
PLACE = Span(0, 0)
SUMS = ["10 6 4", "20 15 5", "30 10 20"]


def columns(*heads: str) -> list[Column]:
    return [Column(head, YEAR, Basis.NON_GAAP if head == "Eliminations" else Basis.GAAP) for head in heads]


def rows(lines: list[str]) -> list[Row]:
    return [
        Row("", PLACE, 0, tuple(Cell(text, PLACE, at, 0, 0) for at, text in enumerate(line.split()) if text != "."))
        for line in lines
    ]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (SUMS, 0),
        (SUMS[:2], None),
        ([*SUMS, "7 1 1"], None),
        ([*SUMS, "40 30 10", "7 1 1"], 0),
        ([*SUMS[:2], "30 30 ."], None),
        ([*SUMS[:2], "30 30 --"], None),
        ([*SUMS[:2], "32 10 20"], 0),
        ([*SUMS[:2], "33 10 20"], None),
        ([*SUMS[:2], "30% 10% 20%"], None),
    ],
)
def test_a_few_rows_that_add_up_prove_the_whole(lines: list[str], whole: int | None) -> None:
    assert whole_of({0, 1, 2}, columns("A", "B", "C"), rows(lines)) == whole


def test_the_whole_may_stand_anywhere_and_eliminations_are_a_part() -> None:
    lines = ["6 4 1 11", "15 5 -2 18", "10 20 -3 27"]
    assert whole_of({0, 1, 3}, columns("A", "B", "Eliminations", "Group"), rows(lines)) == 3


@pytest.mark.parametrize(
    ("heads", "whole"),
    [
        (("Consolidated", "Halden"), 0),
        (("Halden", "Total"), 1),
        (("Combined", "Halden"), 0),
        (("Total", "Consolidated"), None),
        (("Motors", "Credit"), None),
        (("Consolidated subsidiaries", "Halden"), None),
        (("Parent and total", "Halden"), None),
        (("Total guarantors", "Halden"), None),
        (("Total adjustments", "Halden"), None),
        (("Consolidating entries", "Halden"), None),
    ],
)
def test_without_proof_the_one_that_is_called_so(heads: tuple[str, ...], whole: int | None) -> None:
    assert whole_of(set(range(len(heads))), columns(*heads), rows(["7 3"])) == whole


def test_percentages_and_changes_are_no_parts() -> None:
    found = [*columns("A", "B", "C"), Column("%", YEAR, Basis.PERCENT), Column("Change", YEAR, Basis.CHANGE)]
    assert whole_of({0, 1, 2}, found, rows([f"{line} 3 9" for line in SUMS])) == 0


def test_columns_of_another_period_are_no_parts() -> None:
    earlier = Period(date(2007, 12, 31), date(2007, 1, 1))
    assert (
        whole_of({0, 1, 2}, [*columns("A", "B", "C"), Column("D", earlier)], rows([f"{line} 9" for line in SUMS])) == 0
    )


PRO_FORMA = Column("Pro Forma", YEAR, Basis.PRO_FORMA)
LEADS = ["6 4 10", "15 5 20", "10 20 30"]


@pytest.mark.parametrize(
    ("heads", "lines", "found"),
    [
        (("As Reported", "Disposition of Plastics"), LEADS, {1}),
        (("Sale of Unit", "December 31, 2008"), LEADS, {0}),
        (("As Reported", "Disposition"), [*LEADS[:2], "10 20 33"], set()),
        (("As Reported", "Historical"), LEADS, set()),
        (("Halden", "Northfield"), LEADS, set()),
    ],
)
def test_what_leads_from_the_historical_to_pro_forma_figures(
    heads: tuple[str, str], lines: list[str], found: set[int]
) -> None:
    assert adjustments({0, 1}, [*columns(*heads), PRO_FORMA], rows(lines)) == found


def test_adjustments_need_pro_forma_figures_of_their_own_period() -> None:
    heads = columns("As Reported", "Disposition")
    other = Column("Pro Forma", Period(date(2007, 12, 31), date(2007, 1, 1)), Basis.PRO_FORMA)
    assert adjustments({0, 1}, [*heads, other], rows(LEADS)) == set()
    assert adjustments({0, 1}, [*heads, Column("", YEAR)], rows(LEADS)) == set()


def test_entries_lead_on_with_the_adjustments() -> None:
    lines = ["6 4 1 11", "15 5 -2 18", "10 20 -3 27"]
    heads = [*columns("As Reported", "Purchase of Unit", "Eliminations"), PRO_FORMA]
    assert adjustments({0, 1}, heads, rows(lines)) == {1}


@pytest.mark.parametrize(
    ("head", "dated"),
    [("", True), ("As Reported June 30, 1998", True), ("Historical", True), ("Unit", False), ("Actual (1)", True)],
)
def test_a_head_that_says_nothing_but_when(head: str, dated: bool) -> None:
    assert is_dated(head) is dated


@pytest.mark.parametrize(("entries", "found"), [(10, {1}), (11, set())])
def test_more_columns_than_such_a_statement_has_are_not_added_up(entries: int, found: set[int]) -> None:
    heads = [*columns("As Reported", "Sale of Unit", *["Eliminations"] * entries), PRO_FORMA]
    lines = [f"{one} {two}{' 0' * entries} {one + two}" for one, two in ((6, 4), (15, 5), (10, 20))]
    assert adjustments({0, 1}, heads, rows(lines)) == found


def test_of_two_pro_forma_columns_none_is_the_sum() -> None:
    lines = [f"{line} {line.split()[-1]}" for line in LEADS]
    assert adjustments({0, 1}, [*columns("As Reported", "Sale of Unit"), PRO_FORMA, PRO_FORMA], rows(lines)) == set()
