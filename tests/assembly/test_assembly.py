"""The facts that the assembly makes of statements and decisions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.assembly import assemble
from converter.errors import NoStatementError
from converter.findings import Severity
from converter.options import Options
from converter.statements.statement import Basis, Column, Role, Sum
from converter.taxonomy import load_index
from tests import sample
from tests.assembly.sheets import END_98, END_99, balance, codes, income, report_of, values
from tests.sample import Row


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
