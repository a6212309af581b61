"""Statements of parts of a company beside those of the whole: which are taken, and what is told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.findings import Finding
from converter.statements.candidate import Selected
from converter.statements.lesser import Lesser
from converter.statements.sets import coherent_set
from converter.statements.statement import Basis, Component
from converter.terms import Kind
from tests.statements.candidates import candidate

IS = Kind.INCOME
BOATS, CREDIT = (Component("segments", None, name) for name in ("Boats", "Credit"))


def statement(at: int, part: Component | None = None, *, landmarks: int = 8, lesser: Lesser | None = None,
              titled: bool = True, years: tuple[int, ...] = (1998, 1997)) -> Selected:  # fmt: skip
    """An income statement, of a part where one is given."""
    made = candidate(
        IS, {"Net income": ["8", "7"]}, at=at, landmarks=landmarks, lesser=lesser, titled=titled, years=years
    )
    if part is None:
        return made
    return replace(made, columns=tuple(replace(one, basis=Basis.PART, components=(part,)) for one in made.columns))


def chosen(*candidates: Selected) -> tuple[list[int], list[str]]:
    findings: list[Finding] = []
    taken = coherent_set(candidates, None, findings)
    return [one.table.span.start for one in taken], [finding.code for finding in findings]


@pytest.mark.parametrize("lesser", [Lesser.PARENT, Lesser.SEGMENTS, Lesser.CONSOLIDATING])
def test_a_statement_of_a_part_is_taken_beside_that_of_the_whole(lesser: Lesser) -> None:
    assert chosen(statement(1), statement(2, BOATS, lesser=lesser)) == ([1, 2], [])


@pytest.mark.parametrize("lesser", [Lesser.SCHEDULE, Lesser.PRO_FORMA, Lesser.SELECTED])
def test_other_lesser_tables_are_not(lesser: Lesser) -> None:
    assert chosen(statement(1), statement(2, BOATS, lesser=lesser))[0] == [1]


def test_nor_is_one_without_a_title_or_without_a_part() -> None:
    assert chosen(statement(1), statement(2, BOATS, lesser=Lesser.PARENT, titled=False))[0] == [1]
    assert chosen(statement(1), statement(2, lesser=Lesser.SEGMENTS, years=(1996, 1995)))[0] == [1]


def test_the_whole_comes_first_however_much_like_a_statement_that_of_a_part_is() -> None:
    """So a statement with half the captions of the part's is not left out as unlike it."""
    assert chosen(statement(1, landmarks=3), statement(2, BOATS, landmarks=9))[0] == [1, 2]
    assert chosen(statement(1, landmarks=3), statement(2, BOATS, landmarks=9, lesser=Lesser.PARENT))[0] == [1, 2]


def test_each_part_is_taken_once() -> None:
    assert chosen(statement(1), statement(2, BOATS), statement(3, BOATS), statement(4, CREDIT))[0] == [1, 2, 4]


def test_a_part_in_the_place_of_the_whole_is_told() -> None:
    assert chosen(statement(1, BOATS, lesser=Lesser.PARENT)) == ([1], ["statements.stand-in"])


def test_figures_of_the_whole_in_a_lesser_table_stand_for_no_statement() -> None:
    mixed = statement(1, lesser=Lesser.CONSOLIDATING)
    mixed = replace(mixed, columns=(*mixed.columns, *statement(1, BOATS).columns))
    assert chosen(mixed)[0] == []
    assert chosen(statement(2), mixed)[0] == [1, 2]
