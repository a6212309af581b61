"""Whose statements a document holds."""

from __future__ import annotations

import pytest

from converter.statements.candidate import Selected
from converter.statements.sections import companies, company_of, heading_of
from converter.terms import Kind
from tests.statements.candidates import candidate, table

IS, BS, CF = Kind.INCOME, Kind.BALANCE_SHEET, Kind.CASH_FLOW


def income(*values: str, at: int, **more: object) -> Selected:
    return candidate(IS, {"Net income": values}, at=at, **more)  # type: ignore[arg-type]


def balance(*values: str, at: int, **more: object) -> Selected:
    return candidate(BS, {"Total assets": values}, at=at, **more)  # type: ignore[arg-type]


def cash(*values: str, at: int, **more: object) -> Selected:
    return candidate(CF, {"Net income": values}, at=at, **more)  # type: ignore[arg-type]


def owners(*statements: Selected) -> list[list[int]]:
    return [[one.table.span.start for one in company.members] for company in companies(statements)]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("HALDEN CORP.", "BALANCE SHEETS"), "HALDEN CORP."),
        (("HALDEN CORP. AND SUBSIDIARIES", "BALANCE SHEETS", "(in thousands)"), "HALDEN CORP. AND SUBSIDIARIES"),
        (("Orrin Pump Company and its subsidiaries", "Balance Sheets"), "Orrin Pump Company and its subsidiaries"),
        (("HALDEN & SONS, INC.", "", "(unaudited)", "BALANCE SHEETS"), "HALDEN & SONS, INC."),
        (("*HALDEN INC.*", "BALANCE SHEETS"), "HALDEN INC."),
        (("HALDEN CORP. CONSOLIDATED BALANCE SHEETS",), "HALDEN CORP. CONSOLIDATED BALANCE SHEETS"[:12]),
        (("HALDEN CORP.", "1", "2", "3", "4", "BALANCE SHEETS"), None),
        (("ORRIN CORP.", "HALDEN CORP.", "BALANCE SHEETS"), "HALDEN CORP."),
        (("BALANCE SHEETS", "HALDEN CORP."), None),
        (("HALDEN CORP.",), None),
        (("Formerly Halden Corp.", "BALANCE SHEETS"), None),
        (("the trust of Halden", "BALANCE SHEETS"), None),
        (("Holdings Inc.", "BALANCE SHEETS"), None),
        (("HALDEN", "BALANCE SHEETS"), None),
        (("Notes of Halden Corp.", "BALANCE SHEETS"), None),
        (("HALDEN CORP. 1998", "BALANCE SHEETS"), None),
        (("Halden Corp., " + "Halden " * 9, "BALANCE SHEETS"), None),
    ],
)
def test_the_name_over_a_title(lines: tuple[str, ...], name: str | None) -> None:
    assert company_of(table({}, *lines)) == name


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("ROWAN AUCTIONEERS", "BALANCE SHEETS"), "ROWAN AUCTIONEERS"),
        (("GILLINGHAM & SONS", "BALANCE SHEETS"), "GILLINGHAM & SONS"),
        (("ROWAN, HALL & CO", "BALANCE SHEETS"), "ROWAN, HALL & CO"),
        (("Rowan Auctioneers", "BALANCE SHEETS"), None),
        (("ROWAN AUCTIONEERS", "(unaudited)", "BALANCE SHEETS"), None),
        (("UNAUDITED", "BALANCE SHEETS"), None),
        (("FINANCIAL INFORMATION", "BALANCE SHEETS"), None),
        (("INDEX", "BALANCE SHEETS"), None),
        (("HISTORICAL", "BALANCE SHEETS"), None),
        (("IN THOUSANDS", "BALANCE SHEETS"), None),
        (("BALANCE SHEETS",), None),
    ],
)
def test_capitals_right_over_a_title_may_be_a_name(lines: tuple[str, ...], heading: str | None) -> None:
    assert heading_of(table({}, *lines)) == heading


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("XX CO", True),
        ("X CO", False),
        (f"HALDEN {'X' * 57} CORP", True),
        (f"HALDEN {'X' * 58} CORP", False),
        ("- HALDEN CORP. -", True),
        ("(HALDEN CORP.)", True),
        ("*, HALDEN CORP.", True),
        ("HALDEN CORP: II", False),
        ("HALDEN CORP; II", False),
        ("HALDEN of the CORP", True),
        ("HALDEN de and CORP", True),
        ("HALDEN or CORP", False),
        ("HALDEN & (OLD) CORP", True),
        ("halden CORP", False),
        ("HALDEN CORP BALANCE SHEETS", False),  # a title
        ("HALDEN CORP and, its, subsidiary.", True),
    ],
)
def test_how_a_company_is_named(line: str, named: bool) -> None:
    assert (company_of(table({}, line, "INCOME STATEMENTS")) is not None) is named


@pytest.mark.parametrize(
    "words",
    ["UNAUDITED", "Condensed", "Consolidated", "COMBINED", "Consolidating", "INTERIM", "Comparative", "Supplemental",
     "STATEMENT OF", "Statements of", "BALANCE"],
)  # fmt: skip
def test_a_name_in_a_title_ends_where_the_title_begins(words: str) -> None:
    assert company_of(table({}, f"HALDEN CORP. {words} Income Statements")) == "HALDEN CORP."
    assert company_of(table({}, f"HALDEN CORP. X{words} Income Statements")) != "HALDEN CORP."


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("A B C D E F G H", True),
        ("A B C D E F G H I", False),
        ("ROWAN'S", True),
        ("ROWAN’S CO-OP", True),
        ("ROWAN INC.", True),
        ("ROWAN  HALL", False),
        ("- ROWAN -", True),
        ("", False),
    ],
)
def test_a_heading_is_of_capitals_that_single_spaces_part(line: str, heading: bool) -> None:
    assert (heading_of(table({}, line, "BALANCE SHEETS")) is not None) is heading


def test_what_follows_in_one_part_is_one_companys_even_where_it_contradicts() -> None:
    assert owners(income("8", at=1), balance("30", at=2), income("5", at=3)) == [[1, 2, 3]]


def test_another_part_is_another_companys_unless_figures_confirm_it() -> None:
    assert owners(income("8", "7", at=1), balance("30", at=2, part=1)) == [[1], [2]]
    assert owners(income("8", "7", at=1), cash("8", "7", at=2, part=1)) == [[1, 2]]
    assert owners(income("8", "7", at=1), cash("5", "4", at=2, part=1)) == [[1], [2]]
    assert owners(income("8", "7", at=1), income("3", "7", at=2, part=1)) == [[1, 2]]


def test_of_several_companies_the_one_before_is_the_owner() -> None:
    first, second = income("8", at=1), income("5", at=2, part=1)
    assert owners(first, second, balance("30", at=3, part=1)) == [[1], [2, 3]]
    assert owners(first, second, cash("8", at=3, part=1)) == [[1], [2, 3]]
    assert owners(first, second, cash("8", at=3, part=2)) == [[1, 3], [2]]


def test_names_go_before_figures() -> None:
    halden = income("8", at=1, company="HALDEN CORP")
    assert owners(halden, income("8", at=2, company="ORRIN INC")) == [[1], [2]]
    assert owners(halden, income("5", at=2, part=1, company="Halden Corporation")) == [[1, 2]]
    assert owners(halden, balance("30", at=2)) == [[1, 2]]


def test_a_nameless_statement_after_a_named_one_is_not_parted_by_its_name() -> None:
    first = income("8", at=1)
    assert owners(first, income("8", at=2, company="ORRIN INC")) == [[1, 2]]
    assert companies([first, income("8", at=2, company="ORRIN INC")])[0].name == "ORRIN INC"


def test_headings_part_companies_where_figures_contradict() -> None:
    rowan = income("8", at=1, heading="ROWAN")
    assert owners(rowan, income("5", at=2, heading="GILLINGHAM")) == [[1], [2]]
    assert owners(rowan, income("8", at=2, heading="GILLINGHAM")) == [[1, 2]]
    assert owners(rowan, income("5", at=2, heading="ROWAN")) == [[1, 2]]
    assert owners(rowan, income("5", at=2)) == [[1, 2]]
    assert owners(income("8", at=1), income("5", at=2, heading="ROWAN")) == [[1, 2]]


def test_there_is_an_end_to_the_companies_of_a_document() -> None:
    many = [income(str(number), at=number, part=number) for number in range(1, 16)]
    assert [len(members) for members in owners(*many)] == [*[1] * 11, 4]


@pytest.mark.parametrize(
    "word",
    ["formerly", "item", "part", "note", "notes", "exhibit", "page", "the company", "form", "report", "reports",
     "financial", "information", "data", "schedule", "schedules", "index", "unaudited", "audited", "historical",
     "continued", "thousands", "millions", "dollars"],
)  # fmt: skip
def test_words_that_stand_in_no_name(word: str) -> None:
    assert company_of(table({}, f"{word.upper()} HALDEN CORP.", "BALANCE SHEETS")) is None
    assert company_of(table({}, f"{word.upper()}X HALDEN CORP.", "BALANCE SHEETS")) is not None
    assert heading_of(table({}, f"HALDEN {word.upper()}", "BALANCE SHEETS")) is None
