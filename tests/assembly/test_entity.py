"""Whose report it is, from the document to the cover of the report, and in which currency."""

from __future__ import annotations

import pytest

from converter.pipeline import convert
from converter.report import Report
from tests.statements.filings import balance, cash_flow, income, parts
from tests.statements.test_selection_wholes import filing

COVER = """
                     FORM 10-K
            HALDEN INSTRUMENTS, INC.
     (Exact name of registrant as specified in its charter)
     Central Index Key 999942
"""
HEADER = """<SEC-HEADER>
CONFORMED SUBMISSION TYPE: {form}
COMPANY CONFORMED NAME: ORRIN PUMP CORP
CENTRAL INDEX KEY: 0000999901
</SEC-HEADER>
"""
BOUGHT = "\nItem 7. (a) Financial statements of businesses acquired.\n"


def report(text: str) -> Report:
    return convert(text.encode(), name="a.txt").report


def told(text: str) -> tuple[str, str]:
    entity = report(text).entity
    return entity.name, entity.identifier


def test_the_cover_names_the_registrant_where_no_header_does() -> None:
    assert told(COVER + income("GILLINGHAM CORP.")) == ("HALDEN INSTRUMENTS, INC.", "0000999942")


def test_the_header_goes_before_the_cover() -> None:
    text = HEADER.format(form="10-K") + filing("10-K", COVER + income())
    assert told(text) == ("ORRIN PUMP CORP", "0000999901")


@pytest.mark.parametrize(
    ("form", "words", "company", "own"),
    [
        ("8-K/A", BOUGHT, "GILLINGHAM CORP.", False),
        ("8-K", BOUGHT, "GILLINGHAM CORP.", False),
        ("8-K", "", "GILLINGHAM CORP.", True),
        ("10-K", BOUGHT, "GILLINGHAM CORP.", True),
        ("8-K", BOUGHT, "Orrin Pump Corporation", True),
        ("8-K", BOUGHT, "", True),
    ],
)
def test_the_statements_of_a_company_that_was_bought_go_by_its_name(
    form: str, words: str, company: str, own: bool
) -> None:
    text = HEADER.format(form=form) + filing(form, words + income(company) + balance(company))
    made = report(text)

    assert (made.entity.identifier == "0000999901") is own
    assert (made.entity.name == "ORRIN PUMP CORP") is own
    assert ("mapping.company-acquired" in {finding.code for finding in made.findings}) is not own


def test_facts_are_in_the_currency_of_the_statements() -> None:
    euros = report(balance(title="BALANCE SHEETS").replace("(in thousands)", "(in thousands of euros)"))
    dollars = report(balance(title="BALANCE SHEETS"))

    assert {fact.unit for fact in euros.facts} == {None, "EUR"}
    assert {fact.unit for fact in dollars.facts} == {None, "USD"}


def test_a_par_value_may_be_in_another_currency_than_its_statement() -> None:
    row = "Common stock, NIS 0.01 par value              10           10\nTotal assets "
    made = report(balance().replace("Total assets ", row, 1))
    assert {fact.unit for fact in made.facts if fact.concept.local.startswith("CommonStockPar")} == {"ILS/shares"}


def test_the_report_says_what_is_missing_and_what_holds() -> None:
    made = report(filing("10-K", income() + balance())).completeness
    assert ([*made.expected], [*made.missing], made.held) == (["BS", "IS", "CF"], ["CF"], (2, 2))
    assert report(parts(income(), balance(), cash_flow())).completeness.held == (6, 6)
