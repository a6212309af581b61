"""Columns of parts: which part each is of, where the heads of a table tell all of them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from converter.span import Span
from converter.statements.part_names import of_part, part_caption, with_parts_named
from converter.statements.statement import Basis, Column, Component
from converter.tables.table import Cell, Row
from converter.terms import Period

YEAR, BEFORE = Period(date(2003, 12, 31), date(2003, 1, 1)), Period(date(2002, 12, 31), date(2002, 1, 1))
PARENT = Component("entities", None, "Parent")
G, P, N = Basis.GAAP, Basis.PART, Basis.NON_GAAP


def part(head: str, period: Period | None = YEAR, basis: Basis = P) -> Column:
    return Column(head, period, basis)


def told(*columns: Column, off: int = 0) -> list[str]:
    """What each column is told to be of: `axis: caption`; nothing for the others. The parts of each period make its
    whole, but for `off`.
    """
    found = []
    for column in with_parts_named(columns, [added(columns, one, off) for one in (40, 500, 6000)]):
        assert len(column.components) < 2
        assert column.basis is P or not column.components
        found.append("".join(f"{each.axis}: {each.caption}" for each in column.components))
    return found


def added(columns: Sequence[Column], one: int, off: int) -> Row:
    """A row with a number for each part, and what they come to for a whole."""
    counts = Counter(column.period for column in columns if column.basis is not G)
    numbers = [one if column.basis is not G else one * counts[column.period] + off for column in columns]
    cells = tuple(Cell(str(number), Span(0, 1), at, 0, 1) for at, number in enumerate(numbers))
    return Row("Inventories", Span(0, 1), 0, cells)


def heads(*texts: str, whole: bool = False, period: Period = YEAR) -> list[Column]:
    columns = [part(text, period, N if "limination" in text else P) for text in texts]
    return [*columns, part("Consolidated", period, G)] if whole else columns


# Words that say what a part is


@pytest.mark.parametrize(
    ("head", "axis"),
    [
        ("Parent", "entities"),
        ("The Parent", "entities"),
        ("Parent Company Only", "entities"),
        ("Parent Issuer", "entities"),
        ("Registrant only", "entities"),
        ("Issuer", "entities"),
        ("Subsidiary Issuer", "entities"),
        ("Guarantors", "entities"),
        ("Subsidiary Guarantors", "entities"),
        ("Combined Guarantor Subsidiaries", "entities"),
        ("Guarantor Subsidiary", "entities"),
        ("Non-Guarantor Subsidiaries", "entities"),
        ("Nonguarantor Subsidiaries", "entities"),
        ("Other Non- Guarantors", "entities"),
        ("Consolidating Adjustments", "eliminations"),
        ("Consolidation entries", "eliminations"),
        ("Eliminating Entries", "eliminations"),
        ("Intercompany Eliminations", "eliminations"),
        ("Reclassifications and Eliminations", "eliminations"),
        ("Reclassification & Elimination", "eliminations"),
    ],
)
def test_some_words_say_what_a_part_is_wherever_they_stand(head: str, axis: str) -> None:
    first, _ = told(part(head), part("Guarantor" if head != "Guarantor" else "Parent"))
    assert first.startswith(f"{axis}: ")


def test_eliminations_are_of_their_parts_though_they_are_no_gaap_figures() -> None:
    assert told(*heads("Parent", "Guarantors", "Eliminations")) == [
        "entities: Parent",
        "entities: Guarantors",
        "eliminations: Eliminations",
    ]
    other = part("Adjusted", basis=N)
    assert told(*heads("Parent", "Guarantors"), other) == ["entities: Parent", "entities: Guarantors", ""]


def test_eliminations_of_a_period_without_parts_are_none() -> None:
    assert told(part("Eliminations", basis=N), part("1999", basis=G)) == ["", ""]


# Names of segments and companies


def test_names_count_beside_their_whole() -> None:
    assert told(*heads("Manufacturing", "Finance", "Eliminations", whole=True)) == [
        "segments: Manufacturing",
        "segments: Finance",
        "between_segments: Eliminations",
        "",
    ]
    assert told(*heads("Manufacturing", "Finance", "Eliminations")) == [""] * 3


def test_names_that_come_again_in_another_period_count() -> None:
    both = [*heads("2003 Trucks", "Credit"), *heads("2002 Trucks", "Credit", period=BEFORE)]
    assert told(*both) == ["segments: Trucks", "segments: Credit"] * 2
    others = [*heads("2003 Trucks", "Credit"), *heads("2002 Boats", "Credit", period=BEFORE)]
    assert told(*others) == [""] * 4


def test_a_whole_of_another_period_vouches_for_nothing() -> None:
    assert told(*heads("Trucks", "Credit"), part("Consolidated", BEFORE, G)) == [""] * 3


def test_parts_that_do_not_make_their_whole_are_misread() -> None:
    figures = heads("Parent", "Guarantors", "Eliminations", whole=True)
    assert told(*figures) == ["entities: Parent", "entities: Guarantors", "eliminations: Eliminations", ""]
    assert told(*figures, off=3) == told(*figures), "each of the four is rounded"
    assert told(*figures, off=4) == [""] * 4
    before = heads("Parent", "Guarantors", period=BEFORE)
    assert told(*figures, *before, off=4) == [""] * 6, "heads of a table are misread together"


def test_a_part_alone_beside_its_whole_has_nothing_to_add_up_with() -> None:
    assert told(*heads("Parent", whole=True), off=9) == ["entities: Parent", ""]


def test_what_ends_like_a_company_is_one() -> None:
    assert told(*heads("Halden Corp.", "Trucks", whole=True))[:2] == ["entities: Halden Corp.", "segments: Trucks"]


@pytest.mark.parametrize(
    "head",
    ["", "2003", "(Unaudited)", "Trucks as reported", "Pro forma", "Restated", "Percent of Trucks", "Amount", "Shares",
     "Per Unit", "Gross", "Average Balance", "Before Charges", "First Quarter", "Class A", "Common Stock", "Basic",
     "General Partner", "Interest", "%", "$", "Note", "Company", "The Company", "Consolidated", "Trucks Combined",
     "Total Trucks", "Northfield, Inc. and Wholly-Owned Subsidiaries",
     "Halden Corp. and its subsidiary", "Successor", "With consolidating details Trucks",
     "Statement Trucks", "Condensed", "Other Data"],
)  # fmt: skip
def test_where_one_head_names_no_part_nothing_is_said_of_any(head: str) -> None:
    assert told(*heads(head, "Credit", whole=True)) == [""] * 3


def test_two_columns_of_one_name_are_told_apart_by_nothing() -> None:
    assert told(*heads("Parent", "Parent")) == ["", ""]


def test_columns_without_a_period_are_of_nothing() -> None:
    assert told(part("Parent", None), part("Guarantors", None)) == ["", ""]


# The words of a head


@pytest.mark.parametrize(
    ("head", "caption"),
    [
        ("1999 Financial Services", "Financial Services"),
        ("Year Ended December 31, 2008 Halden Corp.", "Halden Corp."),
        ("Automotive 1999 (a)", "Automotive"),
        ("[b] Automotive", "Automotive"),
        ("Three Months Ended March 31 (Unaudited) Trucks, in millions", "Trucks"),
        ("Northfield, Inc. and Wholly- Owned Subsidiaries 2008", "Northfield, Inc. and Wholly-Owned Subsidiaries"),
        ("The Bank of Ware", "Bank of Ware"),
        ("December 31, 1999", ""),
    ],
)
def test_what_says_when_is_no_name(head: str, caption: str) -> None:
    assert part_caption(head) == caption


# Predecessors, and statements that are of a part as a whole


def test_a_predecessors_columns_are_its_own_beside_the_registrants() -> None:
    columns = [part("Successor July 2 to December 31, 2003", YEAR, G), part("Predecessor 2002", BEFORE, G)]
    assert told(*columns) == ["", "predecessor: Predecessor"]
    assert told(columns[1]) == [""]
    assert told(columns[0], part("Predecessor and Successor", BEFORE, G)) == ["", ""]
    assert told(columns[0], part("Predecessor", None, G)) == ["", ""]


def test_a_statement_of_a_part_is_of_it_in_all_columns_that_state_something() -> None:
    columns = [part("2003", YEAR, G), part("Change", YEAR, Basis.CHANGE), part("?", None, G)]
    assert [column.components for column in of_part(columns, PARENT)] == [(PARENT,), (), ()]


@pytest.mark.parametrize(
    ("period", "basis", "components", "states"),
    [
        (YEAR, G, (), True),
        (None, G, (), False),
        (YEAR, P, (), False),
        (YEAR, P, (PARENT,), True),
        (None, P, (PARENT,), False),
    ],
)
def test_figures_of_the_registrant_and_of_parts_with_a_name_are_stated(
    period: Period | None, basis: Basis, components: Sequence[Component], states: bool
) -> None:
    assert Column("", period, basis, tuple(components)).states is states
