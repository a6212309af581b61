"""What the EDGAR Filer Manual asks of an instance and its extension."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.findings import Severity
from converter.report import Axis, Context, Entity, Extension, Fact, Label, Report, Table
from converter.terms import Member, Name, Scope
from converter.validation.checks import instance
from tests.validation.small import BEFORE, END, YEAR, Row, balance_sheet, book, income, messages, report, told

SOUND = report(
    balance_sheet(Row("Cash", {END: 5_000, BEFORE: 4_000}), Row("elm:Gifts", {END: 3_000})),
    income(Row("Revenues", {YEAR: 9_000})),
    extensions=[Extension(Name("elm", "Gifts"), "xbrli:monetaryItemType", "instant", "debit", "Gifts")],
)
ERROR, WARNING = Severity.ERROR, Severity.WARNING


def severities(of: Report) -> list[Severity]:
    return [finding.severity for finding in instance.check(book(of))]


def test_a_sound_instance() -> None:
    assert told(instance.check, SOUND) == []


# The company


@pytest.mark.parametrize(
    ("scheme", "identifier", "is_told"),
    [
        ("http://www.sec.gov/CIK", "0000123456", False),
        ("http://www.sec.gov/CIK", "000012345", True),
        ("http://www.sec.gov/CIK", "00000123456", True),
        ("http://www.sec.gov/CIK", "ELMBROTHER", True),
        ("http://www.elm.example", "Elm", False),
    ],
)
def test_a_cik_has_ten_digits(scheme: str, identifier: str, is_told: bool) -> None:
    of = replace(SOUND, entity=Entity(scheme, identifier, "Elm"))
    assert told(instance.check, of) == ["EFM.6.05.01"] * is_told
    assert severities(of) == [ERROR] * is_told


# Contexts


def test_each_context_without_facts_is_told() -> None:
    unused = Context("a", Scope(YEAR)), Context("b", Scope(BEFORE))
    of = replace(SOUND, contexts=(*SOUND.contexts, *unused))
    assert [message for message in messages(instance.check, of) if "No fact" in message] == [
        "No fact is in the context a; leave it out.",
        "No fact is in the context b; leave it out.",
    ]
    assert set(severities(of)) == {ERROR}


@pytest.mark.parametrize("count", [2, 3])
def test_contexts_of_one_scope_are_told_together(count: int) -> None:
    axis = Name("us-gaap", "StatementClassOfStockAxis")
    part = Scope.of(END, [Member(axis, Name("us-gaap", "CommonClassAMember"))])
    contexts = [Context(f"of-{at}", part) for at in range(count)]
    row = Name("us-gaap", "Cash")
    facts = [Fact(each.id, row, each.id, Decimal(1), "USD", 0) for each in contexts]
    of = replace(SOUND, contexts=(*SOUND.contexts, *contexts), facts=(*SOUND.facts, *facts))
    assert [message for message in messages(instance.check, of) if "contexts" in message] == [
        f"{count} contexts are of {END} us-gaap:CommonClassAMember; keep one."
    ]
    assert set(severities(of)) == {ERROR}


# Numbers


@pytest.mark.parametrize(
    ("value", "decimals", "code"),
    [
        (5_000, -3, None),
        (5_500, -3, "EFM.6.05.37"),
        (5_001, -3, "EFM.6.05.37"),
        (5_500, -2, None),
        (Decimal("0.25"), 2, None),
        (Decimal("0.25"), 1, "EFM.6.05.37"),
        (5_000, None, "EFM.6.05.17"),
    ],
)
def test_a_number_has_no_digits_beyond_its_decimals(
    value: int | Decimal, decimals: int | None, code: str | None
) -> None:
    of = report(balance_sheet(Row("Cash", {END: value}, decimals=decimals), Row("Goodwill", {BEFORE: 500})))
    expected = [f"{code} Cash {value:,}"] if code else []
    assert told(instance.check, of) == [*expected, "EFM.6.05.37 Goodwill 500"], "and none hides one after it"
    assert set(severities(of)) == {ERROR}


def test_words_have_no_decimals_and_hide_no_number() -> None:
    of = report(balance_sheet(Row("Cash", {END: "none"}, decimals=None), Row("Goodwill", {BEFORE: 500})))
    assert told(instance.check, of) == ["EFM.6.05.37 Goodwill 500"]


# Concepts

OLD = "AccountsReceivableRelatedPartiesNoncurrent"


def test_a_deprecated_concept_is_told_once_at_its_first_number() -> None:
    of = report(balance_sheet(Row("Cash", {END: 1_000}), Row(OLD, {END: 5_000, BEFORE: 4_000}, "Related")))
    assert told(instance.check, of) == ["EFM.6.05.42 Related 5,000"]
    assert severities(of) == [WARNING]


def test_what_is_no_number_or_the_companys_own_is_not_asked_about() -> None:
    own = replace(SOUND.extensions[0], name=Name("elm", "Own"))
    of = report(
        balance_sheet(Row(OLD, {END: "none"}), Row("elm:Own", {END: 1_000}), Row("NoSuchConcept", {END: 1_000})),
        extensions=[own],
    )
    assert told(instance.check, of) == []


def extended(**changes: object) -> Report:
    (gifts,) = SOUND.extensions
    return replace(SOUND, extensions=(replace(gifts, **changes),))


def test_an_own_concept_of_a_name_of_the_taxonomy() -> None:
    of = report(
        balance_sheet(Row("elm:Goodwill", {END: 5_000}, "Gift wrap")),
        extensions=[replace(SOUND.extensions[0], name=Name("elm", "Goodwill"))],
    )
    assert told(instance.check, of) == ["EFM.6.07.16 Gift wrap"]
    assert severities(of) == [WARNING]


def test_an_own_amount_of_money_has_a_balance() -> None:
    assert told(instance.check, extended(balance=None)) == ["EFM.6.08.11 Gifts"]
    assert severities(extended(balance=None)) == [WARNING]
    assert told(instance.check, extended(balance=None, type="xbrli:sharesItemType")) == []
    assert told(instance.check, extended(balance=None, abstract=True)) == []


def test_an_own_concept_that_is_no_row_is_told_without_a_place() -> None:
    stray = replace(SOUND.extensions[0], name=Name("elm", "Stray"), balance=None)
    assert told(instance.check, replace(SOUND, extensions=(stray,))) == ["EFM.6.08.11"]


# Places


def test_a_fact_of_a_concept_that_no_statement_shows() -> None:
    stray = replace(SOUND.facts[0], concept=Name("us-gaap", "Goodwill"))
    named = replace(stray, id="dei", concept=Name("dei", "AmendmentFlag"), value="false")
    of = replace(SOUND, facts=(stray, named, *SOUND.facts[1:]))
    assert told(instance.check, of) == ["EFM.6.12.03 Cash 5,000"]
    assert severities(of) == [ERROR]


AXIS, OTHER_AXIS = Name("us-gaap", "StatementClassOfStockAxis"), Name("us-gaap", "StatementEquityComponentsAxis")
CLASS_A, CLASS_B = Name("us-gaap", "CommonClassAMember"), Name("us-gaap", "CommonClassBMember")


def table(*axes: Axis) -> Table:
    return Table(Name("us-gaap", "StatementTable"), Name("us-gaap", "StatementLineItems"), axes)


def of_part(*members: Member, axes: tuple[Axis, ...] | None) -> Report:
    """A number of a part, in a statement with a table of these axes, or without; another statement is without."""
    row = Row("Cash", {END: 5_000}, members=members)
    made = report(balance_sheet(row), income(Row("Revenues", {YEAR: 1_000})))
    sheet, other = made.statements
    return replace(made, statements=(replace(sheet, table=None if axes is None else table(*axes)), other))


CLASSES = Axis(AXIS, Name("us-gaap", "ClassOfStockDomain"), (CLASS_A,))
PARTS = Axis(OTHER_AXIS, Name("us-gaap", "EquityComponentDomain"), (CLASS_B,))
A = Member(AXIS, CLASS_A)


@pytest.mark.parametrize(
    ("members", "axes", "is_told"),
    [
        ((A,), (CLASSES,), False),
        ((A,), (PARTS, CLASSES), False),
        ((A,), None, True),
        ((A,), (PARTS,), True),
        ((Member(AXIS, CLASS_B),), (CLASSES,), True),
        ((Member(AXIS, CLASS_B),), (CLASSES, PARTS), True),  # a member of another axis
        ((A, Member(OTHER_AXIS, CLASS_B)), (CLASSES, PARTS), False),
        ((A, Member(OTHER_AXIS, CLASS_B)), (CLASSES,), True),
    ],
)
def test_members_stand_in_the_table_of_a_statement_that_shows_the_concept(
    members: tuple[Member, ...], axes: tuple[Axis, ...] | None, is_told: bool
) -> None:
    of = of_part(*members, axes=axes)
    assert told(instance.check, of) == ["EFM.6.12.03 Cash 5,000"] * is_told
    assert severities(of) == [ERROR] * is_told


def test_a_table_of_a_statement_without_the_concept_does_not_count() -> None:
    of = of_part(A, axes=None)
    sheet, other = of.statements
    assert told(instance.check, replace(of, statements=(sheet, replace(other, table=table(CLASSES))))) == [
        "EFM.6.12.03 Cash 5,000"
    ]


# Labels


def labelled(*labels: tuple[str, str, str]) -> list[str]:
    made = [Label(Name("us-gaap", concept), role, text) for concept, role, text in labels]  # type: ignore[arg-type]
    of = replace(SOUND, labels=tuple(made))
    assert set(severities(of)) <= {WARNING}
    return told(instance.check, of)


def test_a_label_of_more_than_511_characters() -> None:
    assert labelled(("Cash", "standard", "x" * 511)) == []
    assert labelled(("Cash", "standard", "x" * 512)) == ["EFM.6.10.06"]


@pytest.mark.parametrize("text", ["", " Cash", "Cash ", " "])
def test_a_label_that_is_empty_or_has_spaces_at_its_ends(text: str) -> None:
    assert labelled(("Cash", "standard", text)) == ["EFM.6.10.08"]


def test_two_concepts_do_not_share_a_standard_label() -> None:
    one, other, third = ("Cash", "standard", "Cash"), ("Goodwill", "standard", "Cash"), ("Assets", "standard", "Assets")
    assert labelled(one, third) == []
    assert labelled(one, other, third) == ["EFM.6.10.04"]
    assert labelled(one, ("Cash", "total", "Cash"), ("Goodwill", "terse", "Cash")) == []
