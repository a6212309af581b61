"""Members: scopes, the ids of contexts, what a component becomes, and the tables of statements."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from converter.assembly.contexts import LONGEST, context_ids, contexts, period_id
from converter.assembly.names import spaced
from converter.assembly.summations import figures
from converter.report import Axis, Fact, Report
from converter.statements.statement import Component
from converter.taxonomy import load_index
from converter.terms import Member, Name, Period, Scope
from tests import equity, sample

YEAR = Period(date(2003, 12, 31), date(2003, 1, 1))
END = Period(date(2003, 9, 30))
AXIS, STOCK = Name("us-gaap", "StatementEquityComponentsAxis"), Name("us-gaap", "StatementClassOfStockAxis")


def member(local: str, axis: Name = AXIS, prefix: str = "us-gaap") -> Member:
    return Member(axis, Name(prefix, local))


# Scopes


def test_a_scope_has_its_members_in_order_whatever_order_they_come_in() -> None:
    one, other = member("CommonStockMember"), member("CommonClassAMember", STOCK)
    assert Scope.of(END, [one, other, one]) == Scope.of(END, [other, one]) == Scope(END, (other, one))


def test_an_axis_has_one_member_in_a_scope() -> None:
    with pytest.raises(ValueError, match="one axis has two members"):
        Scope.of(END, [member("CommonStockMember"), member("RetainedEarningsMember")])


def test_without_members_a_scope_is_of_the_whole() -> None:
    assert Scope(END).is_whole
    assert not Scope.of(END, [member("CommonStockMember")]).is_whole


# Ids


def test_an_id_reads_as_its_period_and_its_members() -> None:
    scopes = [Scope(END), Scope(YEAR), Scope.of(END, [member("RetainedEarningsMember")]),
              Scope.of(YEAR, [member("CommonStockMember"), member("CommonClassAMember", STOCK)])]  # fmt: skip
    assert list(context_ids(scopes).values()) == [
        "I20030930",
        "D20030101-20031231",
        "I20030930_RetainedEarningsMember",
        "D20030101-20031231_CommonClassAMember_CommonStockMember",
    ]
    assert period_id(YEAR) == "D20030101-20031231"


def test_scopes_that_would_have_one_id_are_told_apart_in_any_order() -> None:
    """A member under two axes, and two members of one local name."""
    scopes = [
        Scope.of(END, [member("RestatedMember")]),
        Scope.of(END, [member("RestatedMember", STOCK)]),
        Scope.of(END, [member("RestatedMember", prefix="tmrk")]),
        Scope.of(END, [member("OtherMember")]),
    ]
    ids = context_ids(scopes)
    assert len(set(ids.values())) == 4
    assert context_ids(reversed(scopes)) == ids
    assert all(re.fullmatch(r"I20030930_RestatedMember_[0-9a-f]{8}", ids[scope]) for scope in scopes[:3])
    assert ids[scopes[3]] == "I20030930_OtherMember"


def test_an_id_is_bounded() -> None:
    longest = Scope.of(END, [member("A" * (LONGEST - len("I20030930_")))])
    longer = Scope.of(END, [member("A" * (LONGEST - len("I20030930_") + 1))])
    other = Scope.of(END, [member("A" * 300)])
    ids = context_ids([longest, longer, other])
    assert ids[longest].endswith("_" + "A" * (LONGEST - len("I20030930_")))
    assert [len(ids[scope]) for scope in (longest, longer, other)] == [LONGEST, LONGEST, LONGEST]
    assert len(set(ids.values())) == 3


def test_contexts_stand_by_their_end_and_of_one_period_the_whole_first() -> None:
    part = Scope.of(END, [member("RetainedEarningsMember")])
    quarter = Scope(Period(date(2003, 12, 31), date(2003, 10, 1)))
    ordered = contexts(context_ids([part, Scope(END), quarter, Scope(YEAR)]))
    assert [context.scope for context in ordered] == [Scope(YEAR), quarter, Scope(END), part]


# Components of statements


@pytest.fixture(scope="module")
def report() -> Report:
    return equity.report()


def test_amounts_of_one_row_are_facts_of_their_members(report: Report) -> None:
    facts = {fact.id: fact.value for fact in report.facts}
    at = "us-gaap_StockholdersEquity_I20001231"
    assert facts[f"{at}_CommonClassAMember_CommonStockMember"] == 40_000
    assert facts[f"{at}_CommonClassBMember_CommonStockMember"] == 11_000
    assert facts[f"{at}_TreasuryStockCommonMember"] == -20_000
    assert facts[f"{at}_EsopTrustMember"] == -7_000
    assert facts[at] == 9_493_000


def test_the_whole_is_one_fact_with_what_other_statements_print(report: Report) -> None:
    (fact,) = [fact for fact in report.facts if fact.id == "us-gaap_NetIncomeLoss_D20010101-20010630"]
    assert {source.statement for source in fact.sources} == {0, 1, 2}


def test_values_of_different_members_do_not_contradict_each_other(report: Report) -> None:
    assert [finding.code for finding in report.findings if "contradiction" in finding.code] == []
    assert report.scope_of(report.facts[-1]).members == (member("CommonClassBMember", STOCK),)
    assert report.period_of(report.facts[-1]) == sample.HALF_00


def test_every_context_is_used_and_every_fact_has_one(report: Report) -> None:
    assert {context.id for context in report.contexts} == {fact.context for fact in report.facts}
    assert len({context.scope for context in report.contexts}) == len(report.contexts)


def test_a_component_without_a_member_in_the_taxonomy_becomes_one_of_the_company(report: Report) -> None:
    (own,) = [own for own in report.extensions if own.name.local.endswith("Member")]
    assert (str(own.name), own.type, own.period_type) == (
        "tmrk:EsopTrustMember",
        "dtr-types:domainItemType",
        "duration",
    )
    assert (own.abstract, own.balance, own.anchor, own.substitution_group) == (True, None, None, "xbrli:item")


@pytest.mark.parametrize(
    ("taxonomy", "member_name", "becomes"),
    [
        ("us-gaap/2009", "TreasuryStockCommonMember", "tmrk:TreasuryStock2Member"),  # not in the release
        ("us-gaap/2025", "TreasuryStockMember", "tmrk:TreasuryStock2Member"),  # deprecated there
        ("us-gaap/2025", "TreasuryStockCommonMember", "us-gaap:TreasuryStockCommonMember"),
        ("us-gaap/2009", "TreasuryStockMember", "us-gaap:TreasuryStockMember"),
    ],
)
def test_a_member_is_of_the_release(taxonomy: str, member_name: str, becomes: str) -> None:
    parts = ((Component("StatementEquityComponentsAxis", member_name, "Treasury stock"),), ())
    sheet = replace(equity.sheets(taxonomy)[2], parts=parts, rows=(
        sample.Row("Balance, December 31, 2000", "40 11", "StockholdersEquity", period=equity.MIDDLE),
    ))  # fmt: skip
    made = sample.report(equity.release(), sheets=[sheet], taxonomy=taxonomy)
    found = {str(each.member) for context in made.contexts for each in context.members}
    assert found == {becomes}  # the taxonomy has the name of the caption, so an own one gets a number


def test_two_captions_of_one_name_are_two_members_and_one_caption_is_one() -> None:
    trust, again = equity.TRUST, replace(equity.TRUST, caption="E.S.O.P. Trust")
    parts = ((trust,), (again,), (trust, equity.CLASS_A), ())
    row = sample.Row("Balance, December 31, 2000", "40 11 7,885 1,584", "StockholdersEquity", period=equity.MIDDLE)
    sheet = replace(equity.sheets()[2], parts=parts, rows=(row,))
    own = [own for own in sample.report(equity.release(), sheets=[sheet]).extensions if own.abstract]
    assert [(own.name.local, own.label) for own in own] == [("EsopTrustMember", "ESOP trust"),
                                                           ("EsopTrust2Member", "E.S.O.P. Trust")]  # fmt: skip


# Tables


def test_a_statement_with_members_has_a_table_of_their_axes(report: Report) -> None:
    income, cash, changes, per_share = report.statements
    assert income.table is None
    assert cash.table is None
    assert changes.table is not None
    assert (str(changes.table.name), str(changes.table.line_items)) == (
        "us-gaap:StatementTable",
        "us-gaap:StatementLineItems",
    )
    stock, components = changes.table.axes
    classes = (Name("us-gaap", "CommonClassAMember"), Name("us-gaap", "CommonClassBMember"))
    assert stock == Axis(STOCK, Name("us-gaap", "ClassOfStockDomain"), classes)
    assert (components.name, str(components.domain)) == (AXIS, "us-gaap:EquityComponentDomain")
    assert [name.local for name in components.members] == [
        "CommonStockMember", "AdditionalPaidInCapitalMember", "RetainedEarningsMember", "TreasuryStockCommonMember",
        "EsopTrustMember",
    ]  # fmt: skip
    assert changes.table.roll_forward == Name("us-gaap", "IncreaseDecreaseInStockholdersEquityRollForward")
    assert changes.table.top == changes.table.roll_forward
    assert per_share.table is not None
    assert per_share.table.top == per_share.table.line_items
    assert [axis.name for axis in per_share.table.axes] == [STOCK]


def test_the_periods_of_a_statement_of_parts_are_those_of_its_amounts(report: Report) -> None:
    assert report.statements[2].periods == (
        equity.OPENING, equity.YEAR_00, equity.MIDDLE, sample.HALF_01, equity.CLOSING,
    )  # fmt: skip


def test_everything_in_a_table_has_a_label(report: Report) -> None:
    labels = {str(label.concept): label.text for label in report.labels if label.role == "standard"}
    assert labels["us-gaap:StatementTable"] == "Statement [Table]"
    assert labels["us-gaap:StatementLineItems"] == "Statement [Line Items]"
    roll_forward = "Increase Decrease In Stockholders Equity [Roll Forward]"
    assert labels["us-gaap:IncreaseDecreaseInStockholdersEquityRollForward"] == roll_forward
    assert labels["us-gaap:StatementEquityComponentsAxis"] == "Statement Equity Components [Axis]"
    assert labels["us-gaap:EquityComponentDomain"] == "Equity Component [Domain]"
    assert labels["us-gaap:AdditionalPaidInCapitalMember"] == "Paid-in capital [Member]"
    assert labels["tmrk:EsopTrustMember"] == "ESOP trust [Member]"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("CoverAbstract", "Cover [Abstract]"),
        ("ScheduleTable", "Schedule [Table]"),
        ("StatementLineItems", "Statement [Line Items]"),
        ("EquityRollForward", "Equity [Roll Forward]"),
        ("RangeAxis", "Range [Axis]"),
        ("RangeDomain", "Range [Domain]"),
        ("MaximumMember", "Maximum [Member]"),
        ("NetIncomeLoss", "Net Income Loss"),
    ],
)
def test_a_name_says_in_brackets_what_is_no_fact(name: str, label: str) -> None:
    assert spaced(name) == label


@pytest.mark.parametrize("release", ["us-gaap/2009", "us-gaap/2024", "us-gaap/2025"])
def test_the_index_knows_the_parts_of_tables(release: str) -> None:
    index = load_index(release)
    groups = {
        "StatementTable": "xbrldt:hypercubeItem",
        "StatementEquityComponentsAxis": "xbrldt:dimensionItem",
        "StatementClassOfStockAxis": "xbrldt:dimensionItem",
        "EquityComponentDomain": "xbrli:item",
        "RetainedEarningsMember": "xbrli:item",
        "StatementLineItems": "xbrli:item",
    }
    assert {name: element.substitution_group for name in groups if (element := index.get(name))} == groups
    assert index.domain("StatementEquityComponentsAxis") == "EquityComponentDomain"
    assert index.domain("StatementClassOfStockAxis") == "ClassOfStockDomain"
    assert index.domain("EquityComponentDomain") is None
    assert index.domain("Assets") is None


# Sums


def fact(concept: str, context: str, value: int) -> Fact:
    return Fact(f"{concept}_{context}", Name("us-gaap", concept), context, Decimal(value), "USD", 0)


def test_a_sum_is_of_one_scope() -> None:
    """Parts of one member are no parts of another's total, nor of the whole's."""
    total, part = Name("us-gaap", "Assets"), Name("us-gaap", "AssetsCurrent")
    whole = [fact("Assets", "I20030930", 10), fact("AssetsCurrent", "I20030930", 10)]
    a = [fact("Assets", "I20030930_A", 7), fact("AssetsCurrent", "I20030930_B", 3)]
    for rounds in (True, False):
        assert figures([*whole, *a], rounds=rounds).contradicting(total, ((part, 1),)) == []
        wrong = fact("AssetsCurrent", "I20030930_A", 3)
        assert figures([*whole, *a, wrong], rounds=rounds).contradicting(total, ((part, 1),)) == [a[0]]
