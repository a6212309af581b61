"""What is checked of parts of the company, and of the tables that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from converter.findings import Severity
from converter.report import Fact, Report
from converter.terms import Member, Name, Scope
from converter.validation.checks import check, sums
from tests import equity, sample
from tests.validation import small
from tests.validation.faults import changed, codes, found, plus, times, without
from tests.validation.small import BEFORE, END, Row, told


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


@pytest.fixture(scope="module")
def parts() -> Report:
    return equity.report()


AXIS = Name("us-gaap", "StatementEquityComponentsAxis")
CAPITAL, EARNINGS = Member(AXIS, Name("us-gaap", "AdditionalPaidInCapitalMember")), Member(
    AXIS, Name("us-gaap", "RetainedEarningsMember")
)  # fmt: skip
CLASS_A = Member(Name("us-gaap", "StatementClassOfStockAxis"), Name("us-gaap", "CommonClassAMember"))


def of_part(report: Report, *members: Member) -> Report:
    """The report with all that it says of the whole said of a part."""
    contexts = tuple(replace(each, scope=Scope.of(each.period, members)) for each in report.contexts)
    return replace(report, contexts=contexts)


def test_a_sound_report_of_parts_has_no_findings(parts: Report) -> None:
    assert check(parts) == []
    assert check(equity.of_own_table()) == []


def test_figures_of_a_part_are_held_against_each_other(sound: Report) -> None:
    """What is wrong in a part is found as it is of the whole; what only a whole need have is not asked of a part."""
    faulty = changed(sound, plus(50_000), "Assets", context="I20010630")
    of_whole, part = found(faulty), found(of_part(faulty, CAPITAL))
    assert of_whole.keys() == {"DQC_0004", "DQC_0118"}
    assert {code: lines for code, lines in part.items() if code.startswith("DQC")} == of_whole
    assert "DQC_0004" in found(without(sound, "Assets"))
    assert "DQC_0004" not in found(of_part(without(sound, "Assets"), CAPITAL))


def test_figures_of_different_parts_are_not_held_against_each_other(sound: Report) -> None:
    """Both sides of the balance sheet, each of another part, need not be equal."""
    faulty = changed(sound, plus(50_000), "Assets", context="I20010630")
    at = next(context for context in faulty.contexts if context.id == "I20010630")
    elsewhere = replace(at, id="part", scope=Scope.of(at.period, [EARNINGS]))
    facts = tuple(replace(fact, context="part") if fact.concept.local == "Assets" and fact.context == at.id else fact
                  for fact in faulty.facts)  # fmt: skip
    findings = check(replace(faulty, contexts=(*faulty.contexts, elsewhere), facts=facts))
    assert [finding.message for finding in findings if "differ" in finding.message] == []


def test_a_negative_number_of_shares_of_a_class_is_found(parts: Report) -> None:
    faulty = changed(parts, times(-1), "SharesOutstanding", context="I20001231_CommonClassAMember_CommonStockMember")
    assert found(faulty)["DQC_0015"] == ["Balance, December 31, 2000"]


def test_two_contexts_of_one_period_and_other_members_are_not_equal(parts: Report) -> None:
    context = next(each for each in parts.contexts if each.members)
    twin = replace(context, id="twin")
    messages = [
        finding.message
        for finding in check(replace(parts, contexts=(*parts.contexts, twin)))
        if finding.code == "EFM.6.05.07"
    ]
    assert len(messages) == 1
    assert "CommonClassAMember" in messages[0]


def test_a_member_that_stands_in_no_table_is_an_error(parts: Report) -> None:
    *others, changes, per_share = parts.statements
    assert changes.table is not None
    assert changes.table.axes[1].name == AXIS
    fewer = replace(changes.table.axes[1], members=changes.table.axes[1].members[:-1])
    table = replace(changes.table, axes=(changes.table.axes[0], fewer))
    faulty = replace(parts, statements=(*others, replace(changes, table=table), per_share))
    told = {finding.message for finding in check(faulty) if finding.severity is Severity.ERROR}
    assert told == {
        "us-gaap:StockholdersEquity of tmrk:EsopTrustMember stands in no statement's table.",
        "tmrk:EarnedByTrust of tmrk:EsopTrustMember stands in no statement's table.",
    }
    without_table = replace(parts, statements=(*others, replace(changes, table=None), per_share))
    assert codes(without_table, Severity.ERROR) == {"EFM.6.12.03"}


# Classes of stock with rows for themselves

CLASS_B = Member(CLASS_A.axis, Name("us-gaap", "CommonClassBMember"))


def equity_of(total: int, *more: Row) -> Report:
    """A balance sheet whose equity is 10 of one class, 5 of another, and 85."""
    return small.report(
        small.balance_sheet(
            Row("CommonStockValue", {END: 10_000, BEFORE: 10_000}, "Class A", members=(CLASS_A,)),
            Row("CommonStockValue", {END: 5_000, BEFORE: 5_000}, "Class B", members=(CLASS_B,)),
            *more,
            Row("RetainedEarningsAccumulatedDeficit", {END: 85_000, BEFORE: 75_000}, "Retained earnings"),
            Row("StockholdersEquity", {END: total, BEFORE: 90_000}, "Total equity"),
        )
    )


def test_a_total_of_the_whole_adds_up_classes() -> None:
    assert told(sums.check, equity_of(100_000)) == []
    assert told(sums.check, equity_of(150_000)) == ["DQC_0118 Total equity 150,000"]


def test_a_row_of_a_class_is_no_total_of_what_stands_above_it() -> None:
    """Not even one that is called so."""
    total = Row("CommonStockValue", {END: 40_000, BEFORE: 40_000}, "Total Class B", members=(CLASS_B,))
    assert not any("Total Class B" in each for each in told(sums.check, equity_of(140_000, total)))


def test_a_row_with_figures_of_two_parts_in_one_period_adds_neither() -> None:
    book = small.book(equity_of(100_000))
    (one,) = {fact.concept.local for fact in book.added_in(0, 0)}
    assert one == "CommonStockValue"
    assert [len(book.added_in(0, row)) for row in range(4)] == [2, 2, 2, 2]
    assert book.added_in(0, 9) == []
    both = changed(equity_of(100_000), in_row(0), "CommonStockValue")
    assert small.book(both).added_in(0, 0) == []


def in_row(row: int) -> Callable[[Fact], Fact]:
    """What puts a fact into a row of the only statement."""
    return lambda fact: replace(fact, sources=tuple(replace(source, row=row) for source in fact.sources))
