"""A line of a person's own map that a row cannot hold is told, and is for that row as if it were not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.findings import Finding, Severity
from converter.mapping.candidates import candidates
from converter.mapping.maps import Fit, Maps, load_maps
from converter.mapping.rows import frame_of
from converter.mapping.unfit_lines import UNFIT, unfit_lines
from converter.statements.statement import Statement
from converter.taxonomy import load_index
from converter.terms import Kind
from tests.mapping.builder import statement

INDEX = load_index("us-gaap/2025")
INCOME = statement(Kind.INCOME, "Kiln rebates   12   10\nKiln rebates   $.36   $.30\nRents   5   4")

Written = Callable[[str], Maps]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """The maps with captions of a person's own."""

    def of(captions: str) -> Maps:
        (tmp_path / "mine.yaml").write_text(f"captions:\n{captions}\n")
        return load_maps("us-gaap/2025", tmp_path)

    return of


def told(read: Statement, maps: Maps) -> list[Finding]:
    return list(unfit_lines([read], maps, INDEX))


def test_a_concept_that_no_row_can_hold_is_a_warning_with_its_line_and_what_to_do(written: Written) -> None:
    (found,) = told(INCOME, written('  "Rents": PrepaidRent'))
    assert (found.severity, found.code, found.span) == (Severity.WARNING, UNFIT, INCOME.items[2].span)
    assert "'Rents' cannot be PrepaidRent, as your line mine.yaml:2 says: it is of period type instant" in found.message
    assert "Name another concept" in found.message


def test_it_is_told_once_at_the_first_row(written: Written) -> None:
    (found,) = told(INCOME, written('  "Kiln rebates": Cash'))
    assert "period type" in found.message


def test_where_other_rows_hold_it_it_is_an_information(written: Written) -> None:
    (found,) = told(INCOME, written('  "Kiln rebates": OtherIncome'))
    assert found.severity is Severity.INFO
    assert "it is not measured in USD/shares" in found.message


@pytest.mark.parametrize("concept", ["OtherIncome", "extension", "DueFromAffiliateCurrent"])
def test_what_a_row_can_hold_is_not_told(written: Written, concept: str) -> None:
    read = statement(Kind.BALANCE_SHEET if concept.startswith("Due") else Kind.INCOME, "Rents   5   4")
    assert told(read, written(f'  "Rents": {concept}')) == []


def test_without_lines_of_a_persons_own_nothing_is_told() -> None:
    assert told(INCOME, load_maps("us-gaap/2025")) == []


def test_the_row_is_mapped_as_if_the_line_were_not_there(written: Written) -> None:
    maps = written('  "Rents": PrepaidRent\n  "Kiln rebates": OtherIncome')
    frame = frame_of(INCOME, maps.vocabulary)
    found = [
        candidates(stub, maps.match(stub), [("Revenues", 0.9), ("EarningsPerShareBasic", 0.8)], maps, INDEX)
        for stub in frame.stubs
    ]
    assert [(each.concept, each.fit) for each in found[0]] == [("OtherIncome", Fit.OWN)]
    assert "EarningsPerShareBasic" in [each.concept for each in found[1]]
    assert "Revenues" in [each.concept for each in found[2]]
