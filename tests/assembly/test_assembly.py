"""What the assembly makes of statements and decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from converter.assembly import assemble
from converter.assembly.names import company_words, lc3
from converter.errors import NoStatementError
from converter.options import Options
from converter.report import Report
from converter.statements.statement import Basis, Column, Role, Sum
from converter.taxonomy import load_index
from converter.terms import Period
from tests import sample
from tests.assembly.sheets import (
    END_98,
    END_99,
    balance,
    cash_flow,
    codes,
    extension,
    income,
    report_of,
    values,
)
from tests.sample import Row

# Facts


def test_every_gaap_amount_of_a_known_period_becomes_a_fact() -> None:
    report = report_of(balance(Row("Total assets", "500 400", "Assets")))
    assets = [fact for fact in report.facts if fact.concept.local == "Assets"]
    assert [(fact.context, fact.value, fact.unit, fact.decimals) for fact in assets] == [
        ("I19991231", Decimal(500_000), "USD", -3),
        ("I19981231", Decimal(400_000), "USD", -3),
    ]


def test_columns_that_are_not_gaap_or_not_dated_give_no_fact() -> None:
    sheet = balance(Row("Total assets", "500 400", "Assets"))
    source = sample.document(sample.text_of(sheet))
    statements, decisions = sample.read(source, [sheet])
    columns = (Column("1999", END_99), Column("Pro forma", END_98, Basis.PRO_FORMA))
    report = assemble(
        source,
        [replace(statements[0], columns=columns)],
        decisions,
        Options(),
        load_index("us-gaap/2025"),
        [],
    ).report
    assert values(report, "Assets") == [Decimal(500_000)]


def test_a_document_without_a_single_fact_has_no_report() -> None:
    with pytest.raises(NoStatementError):
        report_of(balance(Row("Total assets", role=Role.TOTAL)))


def test_the_fact_has_the_sign_of_its_concept_and_the_label_shows_the_print() -> None:
    report = report_of(income(Row("Interest expense", "(50) (45)", "InterestExpense", sign=-1)))
    assert values(report, "InterestExpense") == [Decimal(50_000), Decimal(45_000)]
    assert report.statements[0].rows[0].label_role == "negated"


def test_a_number_finer_than_its_scale_keeps_all_its_digits_significant() -> None:
    # EFM 6.05.37: no non-zero digit beyond the stated decimals.
    sheet = balance(Row("Total assets", "500 400", "Assets"))
    source = sample.document(sample.text_of(sheet))
    statements, decisions = sample.read(source, [sheet])
    amount = replace(statements[0].items[0].amounts[0], value=Decimal("500250"))
    item = replace(statements[0].items[0], amounts=(amount,))
    report = assemble(
        source, [replace(statements[0], items=(item,))], decisions, Options(), load_index("us-gaap/2025"), []
    ).report
    assert next(fact.decimals for fact in report.facts if fact.concept.local == "Assets") == -1


def test_what_is_printed_twice_is_one_fact_with_two_sources() -> None:
    report = sample.report()
    cash = next(fact for fact in report.facts if fact.concept.local.startswith("CashAnd"))
    assert [(source.printed, source.statement) for source in cash.sources] == [("4,210", 0), ("4,210", 2)]


def test_a_coarser_print_of_the_same_value_is_another_source_of_the_finer() -> None:
    sheet = balance(Row("Total assets", "500 400", "Assets"), Row("Assets in all", "500 400", "Assets"))
    source = sample.document(sample.text_of(sheet))
    statements, decisions = sample.read(source, [sheet])
    fine = statements[0].items[0]
    amounts = (replace(fine.amounts[0], value=Decimal(500_123), decimals=0), fine.amounts[1])
    items = (replace(fine, amounts=amounts), statements[0].items[1])
    report = assemble(
        source, [replace(statements[0], items=items)], decisions, Options(), load_index("us-gaap/2025"), []
    ).report
    fact = next(fact for fact in report.facts if fact.concept.local == "Assets")
    assert (fact.value, fact.decimals, len(fact.sources)) == (Decimal(500_123), 0, 2)


def test_prints_that_disagree_are_a_finding_and_the_better_footed_statement_is_believed() -> None:
    report = report_of(
        balance(Row("Total assets", "500 400", "Assets"), called_totals=(0,)),
        balance(
            Row("Cash", "501 400", "Cash"),
            Row("Total assets", "501 400", "Assets"),
            title="BALANCE SHEETS, REPEATED",
            called_totals=(1,),
            sums=(Sum(1, ((0, 1),), 2),),
        ),
    )
    assert set(values(report, "Assets")) == {Decimal(501_000), Decimal(400_000)}
    finding = next(finding for finding in report.findings if finding.code == "mapping.contradiction")
    assert finding.span is not None
    assert report.document.text[finding.span.start : finding.span.end] == "500"


def test_two_rows_of_a_statement_that_want_one_concept_leave_it_to_the_surer() -> None:
    report = report_of(
        income(
            Row("Product sales", "300 200", "Revenues", confidence=0.6),
            Row("Net sales", "500 400", "Revenues", confidence=0.9),
        )
    )
    assert values(report, "Revenues") == [Decimal(500_000), Decimal(400_000)]
    assert values(report, "ProductSales") == [Decimal(300_000), Decimal(200_000)]
    assert "mapping.concept-taken" in codes(report)


def test_sources_name_the_presented_row_also_when_rows_before_it_are_left_out() -> None:
    report = report_of(balance(Row("", "9 9", role=Role.HEADING), Row("Cash", "5 4", "Cash")))
    source = next(fact.sources[0] for fact in report.facts if fact.concept.local == "Cash")
    assert (source.statement, source.row) == (0, 0)
    assert report.statements[0].rows[0].label == "Cash"


def test_ids_and_contexts_are_unique_and_all_used() -> None:
    report = sample.report()
    ids = [fact.id for fact in report.facts]
    assert len(ids) == len(set(ids))
    assert {context.id for context in report.contexts} == {fact.context for fact in report.facts}
    assert len({context.period for context in report.contexts}) == len(report.contexts)


# Extension concepts


def test_the_same_caption_in_two_statements_is_one_concept() -> None:
    report = report_of(income(Row("Plant closing charge", "30 20")), cash_flow(Row("Plant closing charge", "30 20")))
    assert [own.name.local for own in report.extensions] == ["PlantClosingCharge"]
    assert all(len(fact.sources) == 2 for fact in report.facts if fact.unit)


def test_the_same_caption_with_other_values_is_told_apart_by_its_heading() -> None:
    investing, financing = ("Investing activities:",), ("Financing activities:",)
    report = report_of(
        cash_flow(
            Row("Investing activities:", role=Role.HEADING),
            Row("Loans to dealers", "30 20", headings=investing),
            Row("Financing activities:", role=Role.HEADING),
            Row("Loans to dealers", "7 6", headings=financing),
        )
    )
    assert [own.name.local for own in report.extensions if not own.abstract] == [
        "LoansToDealers",
        "LoansToDealersFinancingActivities",
    ]


def test_a_caption_that_says_nothing_alone_always_takes_its_heading() -> None:
    report = sample.report()
    assert {own.name.local for own in report.extensions if own.label == "Other"} == {
        "OtherCurrentLiabilities",
        "OtherOperatingActivities",
        "OtherInvestingActivities",
    }


def test_an_extension_never_takes_a_name_of_the_taxonomy() -> None:
    # EFM 6.07.16
    report = report_of(
        balance(Row("Current assets:", role=Role.HEADING), Row("Goodwill", "5 4", headings=("Current assets:",)))
    )
    assert [own.name.local for own in report.extensions] == ["GoodwillCurrentAssets"]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Grant payable - long term", "GrantPayableLongTerm"),
        ("(Increase) decrease in stockholders' loans", "IncreaseDecreaseInStockholdersLoans"),
        ("NET LOSS PER SHARE", "NetLossPerShare"),
        ("Cash at June 30, 1998 and 1997", "Cash"),
        ("Income for six months ended June 30, 2000", "Income"),
        ("Activity for one month ended January 31, 1999", "Activity"),
        ("Sales to Marchand 5 and decrease 10", "SalesToMarchandAndDecrease"),
        ("Cumulative effect as of January 1, 1993 of changes", "CumulativeEffectOfChanges"),
        ("Dividends may be restricted", "DividendsMayBeRestricted"),
        ("LIFO reserve (Note 5)", "LIFOReserve"),
        ("R&D, net of 50% grants", "RAndDNetOfPercentGrants"),
    ],
)
def test_names_are_the_caption_in_lc3_without_periods(caption: str, name: str) -> None:
    assert lc3(caption) == name


def test_names_leave_out_the_company_but_not_the_words_of_accounting() -> None:
    own = company_words("Tamarack First Bank Deposits Inc.", load_index("us-gaap/2025"))
    assert "tamarack" in own
    assert not own & {"bank", "deposits", "first"}
    assert lc3("Loan to Tamarack Employees", own) == "LoanToEmployees"


@pytest.mark.parametrize(
    ("printed", "weight", "balance_", "sign"),
    [("30 20", -1, "debit", 1), ("(30) (20)", 1, "credit", 1)],
)
def test_the_footing_gives_an_extension_its_balance(printed: str, weight: int, balance_: str, sign: int) -> None:
    report = report_of(
        income(
            Row("Revenues", "100 90", "Revenues"),
            Row("Plant closing", printed),
            Row("Operating income", "70 70", "OperatingIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, weight)), 2),),
        )
    )
    assert extension(report, "PlantClosing").balance == balance_
    value = values(report, "PlantClosing")[0]
    assert isinstance(value, Decimal)
    assert (value > 0) == (weight < 0)


def test_an_extension_turns_to_the_balance_of_the_concept_it_is_anchored_to() -> None:
    report = report_of(
        income(
            Row("Revenues", "100 90", "Revenues"),
            Row("Plant closing", "(30) (20)", anchor="RestructuringCharges"),
            Row("Operating income", "70 70", "OperatingIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        )
    )
    own = extension(report, "PlantClosing")
    assert (own.balance, own.anchor) == ("debit", "RestructuringCharges")
    assert values(report, "PlantClosing") == [Decimal(30_000), Decimal(20_000)]
    assert report.statements[0].sums[0].parts[1][1] == -1


def test_an_anchor_of_another_kind_is_no_anchor() -> None:
    report = report_of(balance(Row("Odd line", "5 4", anchor="Revenues")))
    assert extension(report, "OddLine").anchor is None


def test_every_monetary_extension_has_a_balance() -> None:
    # EFM 6.08.11
    report = report_of(
        balance(Row("Total assets", "9 9", "Assets"), Row("Liabilities:", role=Role.HEADING), Row("Odd debt", "5 4")),
        income(Row("Odd costs", "5 4"), Row("Odd income", "3 2")),
        cash_flow(Row("Odd flow", "5 4")),
    )
    assert {own.name.local: own.balance for own in report.extensions if not own.abstract} == {
        "OddDebt": "credit",
        "OddCosts": "debit",
        "OddIncome": "credit",
        "OddFlow": "debit",
    }


# Presentation


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
