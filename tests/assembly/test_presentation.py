"""How the assembly presents a statement, and which of its sums it writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.report import Report, Summation
from converter.statements.statement import Role, Sum
from converter.terms import Period
from tests import sample
from tests.assembly.sheets import (
    balance,
    cash_flow,
    codes,
    extension,
    income,
    report_of,
)
from tests.sample import Row


def rows_of(report: Report, at: int = 0) -> list[tuple[int, str, str]]:
    return [(row.depth, str(row.concept), row.label_role) for row in report.statements[at].rows]


def test_a_statement_is_presented_as_printed() -> None:
    assert rows_of(sample.report())[:8] == [
        (0, "us-gaap:AssetsAbstract", "terse"),
        (1, "us-gaap:AssetsCurrentAbstract", "terse"),
        (2, "us-gaap:CashAndCashEquivalentsAtCarryingValue", "standard"),
        (2, "us-gaap:AccountsReceivableNetCurrent", "standard"),
        (2, "us-gaap:AllowanceForDoubtfulAccountsReceivableCurrent", "standard"),
        (2, "us-gaap:InventoryNet", "standard"),
        (2, "us-gaap:AssetsCurrent", "total"),
        (1, "us-gaap:PropertyPlantAndEquipmentNet", "standard"),
    ]


def test_a_line_without_a_number_is_presented_too() -> None:
    assert (1, "us-gaap:CommitmentsAndContingencies", "standard") in rows_of(sample.report())


def test_cash_at_the_edges_of_a_period_has_the_labels_of_the_edges() -> None:
    # EFM 6.12.07
    assert rows_of(sample.report(), 2)[-2:] == [
        (0, "us-gaap:CashAndCashEquivalentsAtCarryingValue", "periodStart"),
        (0, "us-gaap:CashAndCashEquivalentsAtCarryingValue", "periodEnd"),
    ]


def test_a_heading_without_a_us_gaap_abstract_gets_one_of_its_own() -> None:
    report = report_of(
        balance(Row("Film library:", role=Role.HEADING), Row("Released", "5 4", headings=("Film library:",)))
    )
    own = extension(report, "FilmLibraryAbstract")
    assert (own.abstract, own.type, own.period_type) == (True, "xbrli:stringItemType", "duration")


def test_a_heading_printed_twice_is_two_abstracts_so_that_the_tree_stays_a_tree() -> None:
    report = report_of(
        balance(
            Row("Current assets:", role=Role.HEADING),
            Row("Cash", "5 4", "Cash", headings=("Current assets:",)),
            Row("Current assets:", role=Role.HEADING),
            Row("Gold", "3 2", headings=("Current assets:",)),
        )
    )
    abstracts = [row.concept for row in report.statements[0].rows if row.abstract]
    assert len(set(abstracts)) == 2


def test_every_concept_has_one_standard_label_and_no_two_share_it() -> None:
    # EFM 6.10.01, 6.10.02, 6.10.04
    report = sample.report()
    used = {row.concept for statement in report.statements for row in statement.rows}
    used |= {statement.root for statement in report.statements} | {fact.concept for fact in report.facts}
    standard = {label.concept: label.text for label in report.labels if label.role == "standard"}
    assert used <= set(standard)
    assert len(set(standard.values())) == len(standard)
    assert len({(label.concept, label.role) for label in report.labels}) == len(report.labels)
    assert all(label.text == label.text.strip() and len(label.text) <= 511 for label in report.labels)


def test_a_concept_that_two_statements_call_differently_shows_both_captions() -> None:
    report = report_of(
        income(Row("Net loss", "(5) (4)", "NetIncomeLoss")),
        cash_flow(Row("Loss for the year", "(5) (4)", "NetIncomeLoss")),
    )
    texts = {(label.role, label.text) for label in report.labels if label.concept.local == "NetIncomeLoss"}
    assert texts == {("standard", "Net loss"), ("terse", "Loss for the year")}
    assert report.statements[1].rows[0].label_role == "terse"


def test_roles_are_named_in_the_form_of_the_sec_and_differ() -> None:
    # EFM 6.07.12
    report = report_of(balance(Row("Cash", "5 4", "Cash")), balance(Row("Cash", "5 4", "Cash")))
    assert [statement.definition for statement in report.statements] == [
        "00001 - Statement - BALANCE SHEETS",
        "00002 - Statement - BALANCE SHEETS",
    ]
    assert len({statement.role for statement in report.statements}) == 2


# Calculation


def test_footings_become_summations_of_facts() -> None:
    sums = {str(one.total.local): dict(one.parts) for one in sample.report().statements[2].sums}
    weights = {name.local: weight for name, weight in sums["NetCashProvidedByUsedInOperatingActivities"].items()}
    assert weights == {
        "NetIncomeLoss": 1,
        "Depreciation": 1,
        "IncreaseDecreaseInAccountsReceivable": -1,
        "IncreaseDecreaseInInventories": -1,
        "IncreaseDecreaseInAccountsPayable": 1,
        "OtherOperatingActivities": 1,
    }


def assets(printed: str, holds: int, fails: int = 0) -> Report:
    return report_of(
        balance(
            Row("Cash", "5 4", "Cash"),
            Row("Inventories", "3 3", "InventoryNet"),
            Row("Total current assets", printed, "AssetsCurrent", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), holds, fails),),
        )
    )


def test_a_total_that_misses_by_rounding_is_a_summation_under_calculations_1_1() -> None:
    assert len(assets("9 7", 2).statements[0].sums) == 1


def test_a_total_that_the_print_gets_wrong_is_kept_and_reported() -> None:
    sheet = balance(
        Row("Cash", "5 4", "Cash"),
        Row("Total current assets", "5 6", "AssetsCurrent", role=Role.TOTAL),
        sums=(Sum(1, ((0, 1),), 1, 1),),
    )
    three = Period(date(1997, 12, 31))
    wide = replace(
        sheet,
        periods=(*sheet.periods, three),
        rows=tuple(replace(row, printed=f"{row.printed} 2") for row in sheet.rows),
        sums=(Sum(1, ((0, 1),), 2, 1),),
    )
    report = report_of(wide)
    assert len(report.statements[0].sums) == 1
    finding = next(finding for finding in report.findings if finding.code == "mapping.total-misprinted")
    assert finding.fact == "us-gaap_AssetsCurrent_I19981231"


def test_a_sum_that_the_balances_forbid_is_not_written_but_reported() -> None:
    report = report_of(
        income(
            Row("Revenues", "100 90", "Revenues"),
            Row("Interest expense", "(30) (20)", "InterestExpense", sign=1),
            Row("Operating income", "70 70", "OperatingIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        )
    )
    assert report.statements[0].sums == ()
    assert "mapping.sum-against-balance" in codes(report)


def test_a_sum_that_other_facts_would_break_is_not_written() -> None:
    # The parent's total is repeated elsewhere with one part only: it binds there and fails.
    whole = balance(
        Row("Cash", "5 4", "Cash"),
        Row("Inventories", "3 3", "InventoryNet"),
        Row("Total current assets", "8 7", "AssetsCurrent", role=Role.TOTAL),
        sums=(Sum(2, ((0, 1), (1, 1)), 2),),
    )
    older = Period(date(1997, 12, 31))
    selected = replace(
        balance(Row("Cash", "2", "Cash"), Row("Current assets", "6", "AssetsCurrent"), title="SELECTED DATA"),
        periods=(older,),
    )
    assert report_of(whole, selected).statements[0].sums == ()


def test_no_summation_goes_in_a_circle() -> None:
    report = report_of(
        balance(
            Row("Total assets", "5 4", "Assets", role=Role.TOTAL),
            Row("Current assets", "5 4", "AssetsCurrent", role=Role.TOTAL),
            sums=(Sum(0, ((1, 1),), 2), Sum(1, ((0, 1),), 2)),
        )
    )
    assert len(report.statements[0].sums) == 1


def test_the_same_input_gives_the_same_report() -> None:
    assert sample.report() == sample.report()


@pytest.mark.parametrize(
    ("concept", "label", "name"),
    [
        ("IncomeTaxExpenseBenefit", "Total Income Tax Expense Benefit", "IncomeTaxExpenseBenefit"),
        ("CostsAndExpenses", "Total Costs and expenses", "CostsAndExpenses"),
        (None, "Total", "TotalOperations"),
    ],
)
def test_a_total_without_a_name_is_not_called_after_a_heading_that_it_is_not_of(
    concept: str | None, label: str, name: str
) -> None:
    report = report_of(
        income(
            Row("Costs and expenses:", role=Role.HEADING),
            Row("", "70 70", concept, role=Role.TOTAL, headings=("Costs and expenses",)),
        )
    )
    row = report.statements[0].rows[-1]
    assert (row.label, row.concept.local) == (label, name)


def test_headings_that_end_in_a_colon_own_the_lines_below_them() -> None:
    report = report_of(
        balance(
            Row("Current assets:", role=Role.HEADING),
            Row("Cash", "5 4", "Cash", headings=("Current assets",)),
            Row("Total current assets", "5 4", "AssetsCurrent", role=Role.TOTAL, headings=("Current assets",)),
        )
    )
    assert [depth for depth, _, _ in rows_of(report)] == [0, 1, 1]


COMMITMENTS = Row("Commitments and contingencies (Note 7)", role=Role.HEADING)


def test_a_line_without_a_number_is_no_heading() -> None:
    report = report_of(
        balance(
            Row("Debt", "5 4", "DebtCurrent"),
            COMMITMENTS,
            Row("Equity:", role=Role.HEADING, headings=(COMMITMENTS.caption,)),
            Row("Capital", "5 4", "StockholdersEquity", headings=(COMMITMENTS.caption, "Equity")),
        )
    )
    assert rows_of(report)[1] == (0, "us-gaap:CommitmentsAndContingencies", "standard")
    assert [depth for depth, _, _ in rows_of(report)] == [0, 0, 0, 1]


def test_a_heading_that_has_lines_stays_one_whatever_its_words_are() -> None:
    report = report_of(balance(COMMITMENTS, Row("Leases", "5 4", headings=(COMMITMENTS.caption,))))
    assert [row.abstract for row in report.statements[0].rows] == [True, False]


def test_a_heading_with_a_colon_or_an_abstract_of_its_own_is_no_line() -> None:
    for caption in ("Commitments and contingencies:", "Assets"):
        rows = (Row("Debt", "5 4", "DebtCurrent"), Row(caption, role=Role.HEADING))
        assert len(report_of(balance(*rows)).statements[0].rows) == 1


def test_numbers_inside_captions_have_a_role_of_their_own() -> None:
    statement = sample.report().statements[0]
    assert statement.parenthetical is not None
    assert statement.parenthetical.role == f"{statement.role}Parenthetical"
    assert statement.parenthetical.definition == "00002 - Statement - CONSOLIDATED BALANCE SHEETS (Parenthetical)"
    assert [row.concept.local for row in statement.apart] == [
        "AllowanceForDoubtfulAccountsReceivableCurrent",
        "CommonStockParOrStatedValuePerShare",
        "CommonStockSharesAuthorized",
        "CommonStockSharesIssued",
        "CommonStockSharesOutstanding",
    ]


def test_a_statement_without_numbers_inside_captions_has_no_such_role() -> None:
    assert sample.report().statements[1].parenthetical is None
    assert sample.report().statements[1].apart == ()


def test_a_number_inside_a_caption_that_a_sum_needs_stays_beside_its_lines() -> None:
    statement = sample.report().statements[0]
    allowance = statement.apart[0].concept
    summed = replace(statement, sums=(Summation(statement.rows[2].concept, ((allowance, 1),)),))
    assert allowance not in [row.concept for row in summed.apart]
    assert len(summed.apart) == len(statement.apart) - 1
