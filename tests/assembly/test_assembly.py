"""What the assembly makes of statements and decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from converter.assembly import assemble
from converter.assembly.names import company_words, lc3
from converter.errors import NoStatementError
from converter.findings import Severity
from converter.options import Options
from converter.statements.statement import Basis, Column, Role, Sum
from converter.taxonomy import load_index
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
from tests.sample import Row, Sheet

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
    assert values(report, "TotalAssets") == [Decimal(500_000), Decimal(400_000)]  # what is printed is written
    finding = next(finding for finding in report.findings if finding.code == "mapping.contradiction")
    assert finding.severity is Severity.WARNING
    assert finding.span is not None
    assert report.document.text[finding.span.start : finding.span.end] == "500"


def test_a_row_that_agrees_nowhere_with_its_concept_becomes_the_company_s_own() -> None:
    report = report_of(
        income(Row("Restructuring charges", "25 160", "RestructuringCharges", confidence=0.9)),
        income(Row("Restructuring charges", "15 140", "RestructuringCharges", confidence=0.6), title="CASH FLOWS"),
    )
    assert values(report, "RestructuringCharges") == [Decimal(25_000), Decimal(160_000)]
    others = [fact for fact in report.facts if fact.concept.prefix != "us-gaap" and fact.value in (15_000, 140_000)]
    assert len({fact.concept for fact in others}) == 1
    assert len(others) == 2
    finding = next(finding for finding in report.findings if finding.code == "mapping.contradiction")
    assert "it becomes an extension" in finding.message


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
        ("LIFO reserve (Note 5)", "LifoReserve"),
        ("U.S. treasury bills", "UsTreasuryBills"),
        ("Advances to McNutt plan", "AdvancesToMcNuttPlan"),
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


def test_an_extension_has_the_balance_of_its_sum_and_not_of_the_concept_it_is_anchored_to() -> None:
    report = report_of(
        income(
            Row("Revenues", "100 90", "Revenues"),
            Row("Mileage plan", "30 20", anchor="RestructuringCharges"),
            Row("Operating income", "130 110", "OperatingIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        )
    )
    own = extension(report, "MileagePlan")
    assert (own.balance, own.anchor) == ("credit", "RestructuringCharges")
    assert values(report, "MileagePlan") == [Decimal(30_000), Decimal(20_000)]


@pytest.mark.parametrize(
    ("sheet", "caption", "figures", "heading", "balance_"),
    [
        (income, "Odd line", "5 4", "Other expenses:", "debit"),
        (income, "Odd cost", "5 4", "Other income:", "debit"),
        (income, "Odd line", "5 4", "Other income and expenses:", "credit"),
        (income, "Odd line", "5 4", "", "credit"),
        (cash_flow, "Odd line", "5 4", "", "debit"),
        (cash_flow, "Odd payments", "5 4", "", "credit"),
        (balance, "Odd line", "5 4", "", "debit"),
        (balance, "Odd deposit", "5 4", "", "credit"),
    ],
)
def test_what_no_sum_holds_has_the_balance_of_its_words_and_its_heading(
    sheet: Callable[..., Sheet], caption: str, figures: str, heading: str, balance_: str
) -> None:
    rows = [Row(caption, figures, anchor="Assets", headings=(heading,) if heading else ())]
    report = report_of(sheet(*([Row(heading, role=Role.HEADING)] if heading else []), *rows))
    assert next(own.balance for own in report.extensions if not own.abstract) == balance_


def test_the_same_thing_taken_out_of_the_result_has_one_value_in_both_statements() -> None:
    """`Change in warrants (30)` is a loss of the result, and 30 is put back in the cash flow."""
    report = report_of(
        income(
            Row("Income", "100 90", "Revenues"),
            Row("Change in warrants", "(30) (20)"),
            Row("Net income", "70 70", "NetIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
        cash_flow(
            Row("Net income", "70 70", "NetIncomeLoss"),
            Row("Change in warrants", "30 20"),
            Row("Net cash", "100 90", "NetCashProvidedByUsedInOperatingActivities", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
    )
    assert extension(report, "ChangeInWarrants").balance == "credit"
    assert values(report, "ChangeInWarrants") == [Decimal(-30_000), Decimal(-20_000)]


def test_other_figures_of_the_other_side_under_a_caption_are_another_thing() -> None:
    report = report_of(
        income(
            Row("Income", "100 90", "Revenues"),
            Row("Storm repairs", "(30) (20)"),
            Row("Net income", "70 70", "NetIncomeLoss", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
        cash_flow(
            Row("Net income", "70 70", "NetIncomeLoss"),
            Row("Storm repairs", "12 11"),
            Row("Net cash", "82 81", "NetCashProvidedByUsedInOperatingActivities", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        ),
    )
    assert values(report, "StormRepairs") == [Decimal(-30_000), Decimal(-20_000)]
    assert values(report, "StormRepairsCashFlows") == [Decimal(12_000), Decimal(11_000)]


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


@pytest.mark.parametrize("caption", ["Proceeds", "Affiliates", "Total", "Other", "Purchases, net"])
def test_a_name_that_says_nothing_alone_takes_its_statement_where_it_has_no_heading(caption: str) -> None:
    report = report_of(balance(Row(caption, "5 4"), Row("Cash", "3 2", "Cash")))
    assert [own.name.local for own in report.extensions] == [f"{lc3(caption)}FinancialPosition"]


@pytest.mark.parametrize(
    ("caption", "headings", "label"),
    [
        ("Total", ("Other assets:",), "Total other assets"),
        ("TOTALS", ("Other assets",), "Total other assets"),
        ("Sub-total", ("Other assets",), "Total other assets"),
        ("Total", (), "Total"),
        ("Total other", ("Other assets",), "Total other"),
    ],
)
def test_the_label_of_a_total_says_what_is_totalled(caption: str, headings: tuple[str, ...], label: str) -> None:
    rows = [Row(heading, role=Role.HEADING) for heading in headings]
    report = report_of(balance(*rows, Row(caption, "5 4", "OtherAssets", role=Role.TOTAL, headings=headings)))
    assert report.statements[0].rows[-1].label == label


def test_a_concept_of_the_companys_own_without_a_nearer_anchor_has_the_total_that_it_is_added_to() -> None:
    rows = (
        Row("Cash", "5 4", "Cash"),
        Row("Gold dust", "3 2"),
        Row("Total current assets", "8 6", "AssetsCurrent", role=Role.TOTAL),
        Row("Silver", "1 1", anchor="OtherAssetsNoncurrent"),
        Row("Total assets", "9 7", "Assets", role=Role.TOTAL),
        Row("Dust of all kinds", "9 7", role=Role.TOTAL),
        Row("Less wear", "1 1"),
        Row("Net assets", "8 6", "AssetsNet", role=Role.TOTAL),
    )
    sums = (Sum(2, ((0, 1), (1, 1)), 2), Sum(4, ((2, 1), (3, 1)), 2), Sum(7, ((5, 1), (6, -1)), 2))
    anchors = {own.name.local: own.anchor for own in report_of(balance(*rows, sums=sums)).extensions}
    assert anchors == {
        "GoldDust": "AssetsCurrent",
        "Silver": "OtherAssetsNoncurrent",
        "DustOfAllKinds": None,
        "LessWear": None,
    }


@pytest.mark.parametrize(
    ("printed", "sign", "balance", "weight"),
    [("5 4", 1, "debit", 1), ("(5) (4)", -1, "credit", -1), ("(5) (4)", 1, "debit", 1)],
)
def test_in_operating_cash_flows_weights_fit_the_balances_of_the_companys_own_concepts(
    printed: str, sign: int, balance: str, weight: int
) -> None:
    # DQC_0043: a debit is added, a credit subtracted, though the total has no balance.
    net = "12 11" if printed == "5 4" else "2 3"
    report = report_of(
        cash_flow(
            Row("Net income", "7 7", "NetIncomeLoss"),
            Row("Cost of the flood", printed, sign=sign),
            Row("Net cash provided", net, "NetCashProvidedByUsedInOperatingActivities", role=Role.TOTAL),
            sums=(Sum(2, ((0, 1), (1, 1)), 2),),
        )
    )
    own = extension(report, "CostOfFlood")
    assert own.balance == balance
    assert dict(report.statements[0].sums[0].parts)[own.name] == weight
