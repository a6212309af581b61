"""Totals that the columns of one row, or the taxonomy, explain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest

from converter.report import Fact, Report
from converter.validation.checks import sums
from tests import sample
from tests.validation.columns import told_sums
from tests.validation.faults import changed, found, plus, renamed
from tests.validation.small import messages

RESEARCH, SELLING, TOTAL = "Research and development", "Selling, general & administrative", "Total operating expenses"
RESEARCHED, SOLD = "ResearchAndDevelopmentExpense", "SellingGeneralAndAdministrativeExpense"
COLUMNS = ("D20010401-20010630", "D20000401-20000630", "D20010101-20010630", "D20000101-20000630")


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


def moved(report: Report, concept: str, *columns: str) -> Report:
    """The report with the figures of a row of income each in the column before its own; the last stays."""
    values = _values(report, concept)
    faulty = report
    for column, beside in pairwise(columns):
        faulty = changed(faulty, partial(_valued, values[beside]), concept, context=column)
    return faulty


def _values(report: Report, concept: str) -> dict[str, Decimal]:
    return {fact.context: fact.figure.value for fact in report.facts if fact.concept.local == concept}


def _valued(value: Decimal, fact: Fact) -> Fact:
    return replace(fact, value=value)


def told(report: Report) -> list[str]:
    """The lines that a failing sum is told at."""
    return found(report).get("DQC_0118", [])


# A row that stands beside its columns


@pytest.mark.parametrize(
    ("concept", "line"),
    [(RESEARCHED, RESEARCH), (SOLD, SELLING)],
)
def test_a_row_whose_figures_stand_beside_their_columns_is_found(sound: Report, concept: str, line: str) -> None:
    assert told(moved(sound, concept, *COLUMNS)) == [line]
    assert told(moved(sound, concept, *COLUMNS[::-1])) == [line]


def test_so_is_a_total_as_what_it_adds_up_and_as_a_part_of_the_next(sound: Report) -> None:
    assert told(moved(sound, "OperatingExpenses", *COLUMNS)) == [TOTAL, TOTAL]


def test_what_is_told_names_the_row_and_its_total(sound: Report) -> None:
    (message,) = messages(sums.check, moved(sound, RESEARCHED, *COLUMNS))
    assert message == (
        f"The lines above add up to {TOTAL} in one column, and in others only with the figures of {RESEARCH} from the "
        "column beside it; check in which columns they stand."
    )


@pytest.mark.parametrize("column", COLUMNS[1:3])
def test_a_column_that_the_move_does_not_explain_says_that_it_is_none(sound: Report, column: str) -> None:
    faulty = changed(moved(sound, RESEARCHED, *COLUMNS), plus(9_000), "OperatingExpenses", context=column)
    assert RESEARCH not in told(faulty)


def test_without_a_column_that_holds_nothing_shows_what_moved(sound: Report) -> None:
    faulty = changed(moved(sound, RESEARCHED, *COLUMNS), plus(9_000), "OperatingExpenses", context=COLUMNS[3])
    assert RESEARCH not in told(faulty)


def test_of_two_rows_that_would_explain_it_none_is_named(sound: Report) -> None:
    """Two rows of the same figures, one of which moved."""
    research, selling = (_values(sound, concept) for concept in (RESEARCHED, SOLD))
    twins = changed(sound, lambda fact: replace(fact, value=research[fact.context]), SOLD)
    twins = changed(
        twins,
        lambda fact: replace(fact, value=fact.figure.value + research[fact.context] - selling[fact.context]),
        "OperatingExpenses",
    )
    assert RESEARCH in told(moved(twins, RESEARCHED, *COLUMNS))
    both = moved(moved(twins, RESEARCHED, *COLUMNS), SOLD, *COLUMNS)
    assert not {RESEARCH, SELLING} & set(told(both))


@pytest.mark.parametrize(("total", "is_found"), [(3_100, True), (3_101.5, True), (3_098.5, True), (3_101.501, False),
    (3_098.499, False)])  # fmt: skip
def test_the_figures_beside_explain_a_total_but_for_rounding(total: float, is_found: bool) -> None:
    """Mills are 200, 100 and 50."""
    lines = ("Land", 4_000, 3_000, 2_000), ("Mills", 100, 50, 50), ("Total land", 4_200, total, 2_050)
    assert told_sums(*lines) == ["Mills 100,000" if is_found else "Total land 4,200,000"]


@pytest.mark.parametrize("mills", [(100, None, 50), (None, 50, 50)])
def test_a_row_that_is_blank_in_a_column_or_the_one_beside_it_explains_nothing(mills: tuple[int | None, ...]) -> None:
    lines = ("Land", 4_000, 3_000, 2_000), ("Mills", *mills), ("Total land", 4_200, 3_100, 2_050)
    assert told_sums(*lines) == ["Total land 4,200,000"]


# Totals that only the taxonomy knows


def relabelled(report: Report, concept: str, label: str) -> Report:
    statements = tuple(
        replace(
            statement,
            rows=tuple(replace(row, label=label) if row.concept.local == concept else row for row in statement.rows),
        )
        for statement in report.statements
    )
    return replace(report, statements=statements)


@pytest.mark.parametrize("part", ["InventoryRawMaterials", "Goodwill"])
def test_a_row_is_a_total_if_the_taxonomy_adds_up_all_its_parts(sound: Report, part: str) -> None:
    """Raw materials go into supplies, these into gross inventories, these into net ones."""
    known = relabelled(sound, "AssetsCurrent", "Stores")
    for concept, other in (
        ("CashAndCashEquivalentsAtCarryingValue", part),
        ("AccountsReceivableNetCurrent", "InventoryWorkInProcess"),
        ("InventoryNet", "InventoryFinishedGoods"),
        ("AssetsCurrent", "InventoryNet"),
    ):
        known = renamed(known, concept, other)
    rows = {
        fact.sources[0].row: fact.concept for fact in known.facts if fact.sources and fact.sources[0].statement == 0
    }
    balance, *others = known.statements
    balance = replace(
        balance,
        rows=tuple(replace(row, concept=rows.get(at, row.concept)) for at, row in enumerate(balance.rows)),
    )
    known = replace(known, statements=(balance, *others))
    faulty = changed(known, plus(90_000), "InventoryNet", context="I20001231")
    lines = {"InventoryRawMaterials": ["Total current assets"], "Goodwill": ["Total assets"]}
    assert told(faulty)[:1] == lines[part]
