"""How concepts are used: the Data Quality Committee's rules on statements and calculations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.findings import Severity
from converter.knowledge import load_knowledge
from converter.report import Extension, PresentedStatement, Report, Summation
from converter.terms import Name
from converter.validation.checks import check
from tests import sample
from tests.validation.faults import renamed

RECEIVABLE = Name("us-gaap", "IncreaseDecreaseInAccountsReceivable")
PAYABLE = Name("us-gaap", "IncreaseDecreaseInAccountsPayable")
CHANGE = (
    "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect"
)


def told(report: Report) -> list[str]:
    rules = ("DQC_0043", "DQC_0048", "DQC_0065", "DQC_0085", "DQC_0119")
    return [finding.code for finding in check(report) if finding.code in rules]


def with_cash_flow(report: Report, statement: PresentedStatement) -> Report:
    return replace(report, statements=(*report.statements[:2], statement))


def turned(report: Report, part: Name) -> Report:
    """The report with the weight of one part of a cash flow statement turned over."""
    statement = report.statements[2]
    sums = tuple(
        Summation(one.total, tuple((name, -weight if name == part else weight) for name, weight in one.parts))
        for one in statement.sums
    )
    return with_cash_flow(report, replace(statement, sums=sums))


def test_a_sound_report_uses_its_concepts_as_it_should() -> None:
    assert told(sample.report()) == []


@pytest.mark.parametrize("part", [RECEIVABLE, PAYABLE], ids=["a credit that is added", "a debit that is subtracted"])
def test_weights_of_operating_cash_flows_fit_balances(part: Name) -> None:
    assert told(turned(sample.report(), part)) == ["DQC_0043"]


def test_income_is_a_credit_and_is_added_all_the_same() -> None:
    assert told(turned(sample.report(), Name("us-gaap", "NetIncomeLoss"))) == []


def test_the_companys_own_concepts_have_balances_too() -> None:
    report = sample.report()
    own = Name("tmrk", "OtherOperatingActivities")
    assert told(turned(report, own)) == ["DQC_0043"]
    unsaid: tuple[Extension, ...] = tuple(
        replace(each, balance=None) if each.name == own else each for each in report.extensions
    )
    assert told(replace(turned(report, own), extensions=unsaid)) == []


def test_something_adds_up_to_the_change_in_cash() -> None:
    report = sample.report()
    statement = report.statements[2]
    own = Name("tmrk", "NetIncreaseInCash")
    rows = tuple(replace(row, concept=Name("us-gaap", CHANGE)) if row.concept == own else row for row in statement.rows)
    sums = tuple(replace(one, total=Name("us-gaap", CHANGE)) if one.total == own else one for one in statement.sums)
    assert told(with_cash_flow(report, replace(statement, rows=rows, sums=sums))) == []
    alone = with_cash_flow(report, replace(statement, rows=rows, sums=sums[:-1]))
    (finding,) = [finding for finding in check(alone) if finding.code == "DQC_0048"]
    assert finding.severity is Severity.INFO
    assert finding.span is not None


@pytest.mark.parametrize(
    ("concept", "instead", "code"),
    [
        ("InterestExpense", "InterestPaid", "DQC_0065"),
        ("PropertyPlantAndEquipmentNet", "DeferredTaxAssetsNet", "DQC_0085"),
        (
            "OperatingIncomeLoss",
            "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
            "DQC_0119",
        ),
    ],
)
def test_a_concept_of_another_place_is_told_once(concept: str, instead: str, code: str) -> None:
    assert told(renamed(sample.report(), concept, instead)) == [code]


def test_a_release_with_one_name_alone_for_income_before_taxes_is_not_asked_for_another() -> None:
    (concept,) = load_knowledge("us-gaap").groups.income_before_equity_method
    old = renamed(sample.report(taxonomy="us-gaap/2009"), "OperatingIncomeLoss", concept)
    assert "DQC_0119" not in told(old)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("InterestExpense", "InterestPaid"), ("ResearchAndDevelopmentExpense", "InterestPaidNet")),
        (
            (
                "OperatingIncomeLoss",
                "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
            ),
            ("GrossProfit", "IncomeLossFromEquityMethodInvestments"),
        ),
    ],
)
def test_beside_what_it_goes_with_it_is_right(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert told(renamed(renamed(sample.report(), *first), *second)) == []
