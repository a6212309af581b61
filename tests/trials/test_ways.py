"""The ways in which what contradicts may be read otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from converter.findings import Finding, Severity
from converter.report import Fact, Report, Source
from converter.span import Span
from converter.statements.statement import Amount, Basis, Column, Item, Role, Statement
from converter.terms import Decision, Kind, Name, Period, Unit
from converter.trials.made import Made, places
from converter.trials.ways import NextConcept, OtherColumns, OtherScale, Way, ways
from tests import sample

NOWHERE = Span(0, 0)
YEAR, BEFORE = Period(date(2003, 12, 31), date(2003, 1, 1)), Period(date(2002, 12, 31), date(2002, 1, 1))
MAY = Period(date(2003, 5, 31), date(2003, 5, 1))
PLACE = (0, 0)


def amount(number: str, power: int, column: int = 0, period: Period = YEAR) -> Amount:
    return Amount(number, Decimal(number) * 10**power, -power, column, period, NOWHERE)


def row(*amounts: Amount, unit: Unit = "USD", role: Role = Role.LINE) -> Item:
    return Item("Row", role=role, unit=unit, amounts=amounts)


def statement(*items: Item, kind: Kind = Kind.INCOME, scale: int = 1, columns: tuple[Column, ...] = ()) -> Statement:
    return Statement(kind, "Title", 0, Span(7, 9), columns, items, scale=scale)


def report(*findings: Finding) -> Report:
    return replace(sample.report(), findings=findings)


def warned(code: str, fact: str | None = None, beside: tuple[str, ...] = ()) -> Finding:
    return Finding(Severity.WARNING, code, "", None, fact, beside)


def made(*statements: Statement, code: str = "DQC_0057") -> Made:
    return Made(report(warned(code)), statements, [[None] * len(each.items) for each in statements], {}, {})


def doubted(decision: Decision, *findings: Finding) -> list[Way]:
    """The ways of a report of which the first printed fact is decided so."""
    fact = first()
    source = fact.sources[0]
    assert source.statement is not None
    assert source.row is not None
    return ways(Made(report(*findings), (), [[decision]], {}, {(source.statement, source.row): PLACE}))


def first() -> Fact:
    return next(fact for fact in sample.report().facts if fact.sources and fact.sources[0].row is not None)


LIKELY = Decision("Assets", 1, "rule", 0.5, (("AssetsNet", 0.2), ("AssetsCurrent", 0.1)))


def test_the_next_concept_is_tried_where_it_is_likely_among_what_is_left() -> None:
    fact = first().id
    way = NextConcept(PLACE, "Assets", "DQC_0004", first().sources[0].span)

    assert doubted(LIKELY, warned("DQC_0004", fact)) == [way]
    assert doubted(LIKELY, warned("DQC_0004", "another")) == []
    assert doubted(replace(LIKELY, alternatives=(("AssetsNet", 0.19),)), warned("DQC_0004", fact)) == []
    assert doubted(replace(LIKELY, alternatives=()), warned("DQC_0004", fact)) == []
    assert doubted(replace(LIKELY, concept=None), warned("DQC_0004", fact)) == []


def test_so_it_is_for_lines_that_another_is_held_against() -> None:
    found = doubted(LIKELY, warned("DQC_0009", "none", (first().id,)), warned("DQC_0095", first().id))

    assert [way.concept for way in found if isinstance(way, NextConcept)] == ["Assets"], "once"


def test_a_line_that_has_no_next_does_not_keep_another_from_its_own() -> None:
    rows = {(fact.sources[0].statement, fact.sources[0].row): fact for fact in sample.report().facts if fact.sources}
    facts = [fact for (_, row), fact in rows.items() if row is not None][:2]
    places = {(source.statement, source.row): (0, at) for at, fact in enumerate(facts) for source in fact.sources[:1]}
    findings = warned("DQC_0004", facts[0].id, (facts[1].id,))
    both = [[replace(LIKELY, alternatives=()), LIKELY]]

    assert len(ways(Made(report(findings), (), both, {}, places))) == 1  # type: ignore[arg-type]


def test_a_fact_that_no_row_prints_has_no_next_concept() -> None:
    assert Made(report(), (), (), {}, {PLACE: PLACE}).place_of(Source(NOWHERE, "1")) is None
    assert Made(report(), (), (), {}, {PLACE: PLACE}).place_of(Source(NOWHERE, "1", 0, 0)) == PLACE
    assert Made(report(), (), (), {}, {(0, None): PLACE}).place_of(Source(NOWHERE, "1", 0)) is None  # type: ignore[dict-item]
    assert Made(report(), (), (), {}, {(None, 0): PLACE}).place_of(Source(NOWHERE, "1", None, 0)) is None  # type: ignore[dict-item]


def test_the_concept_is_barred_beside_others_that_are() -> None:
    before = made(statement(row()))._replace(barred={PLACE: frozenset({"A"}), (1, 1): frozenset({"C"})})

    statements, barred = NextConcept(PLACE, "B", "", NOWHERE).on(before)

    assert statements == before.statements
    assert barred == {PLACE: frozenset({"A", "B"}), (1, 1): frozenset({"C"})}


@pytest.mark.parametrize(("concept", "name"), [("Goodwill", "Goodwill"), (None, "the company's own")])
def test_it_is_told_with_what_it_was_taken_for(concept: str | None, name: str) -> None:
    after = made()._replace(decisions=[[Decision(concept, 1, "", 0.5)]])

    finding = NextConcept(PLACE, "Assets", "DQC_0004", Span(3, 4)).finding(after)

    assert (finding.severity, finding.code, finding.span) == ("info", "trials.next-concept", Span(3, 4))
    assert "As Assets" in finding.message
    assert "DQC_0004" in finding.message
    assert name in finding.message


def test_statements_are_tried_in_each_others_scale_with_their_shares_and_without() -> None:
    found = ways(made(statement(scale=1), statement(scale=1_000), statement(scale=1_000), code="DQC_0095"))

    assert found == [
        *(OtherScale(0, 1_000, shares) for shares in (False, True)),
        *(OtherScale(at, 1, shares) for at in (1, 2) for shares in (False, True)),
    ]


@pytest.mark.parametrize(
    "code",
    ["DQC_0004", "DQC_0057", "DQC_0084", "checks.periods-swapped", "checks.column-order", "mapping.contradiction"],
)
def test_what_two_heads_in_each_others_place_would_explain_tries_columns(code: str) -> None:
    two = (Column("", YEAR), Column("", BEFORE))

    assert ways(made(statement(columns=two), code=code)) == [OtherColumns(0, 0, 1)]


@pytest.mark.parametrize(
    "code", ["DQC_0057", "DQC_0095", "checks.statement-scale", "mapping.contradiction", "schedules.disagrees"]
)
def test_what_a_scale_would_explain_tries_scales(code: str) -> None:
    assert len(ways(made(statement(scale=1), statement(scale=1_000), code=code))) == 4


def test_what_says_nothing_of_scales_or_of_time_tries_neither() -> None:
    two = (Column("", YEAR), Column("", BEFORE))

    assert ways(made(statement(scale=1, columns=two), statement(scale=1_000), code="DQC_0118")) == []


@pytest.mark.parametrize("shares", [True, False])
def test_money_is_taken_to_another_scale_and_counts_with_it(shares: bool) -> None:
    rows = (
        row(amount("12", 3), amount("1.5", 2)),  # its own row's scale is another, and stays so many steps apart
        row(amount("3", 3), unit="shares"),
        row(amount("3", 0), unit="shares", role=Role.PARENTHETICAL),
        row(amount("3", 0), unit="USD/shares"),
    )

    (found,), barred = OtherScale(0, 1_000_000, shares).on(made(statement(*rows, scale=1_000)))

    assert found.scale == 1_000_000
    assert [[each.value for each in item.amounts] for item in found.items] == [
        [12_000_000, 150_000],
        [3_000_000 if shares else 3_000],
        [3],
        [3],
    ]
    assert found.items[0].amounts[0].decimals == -6
    assert barred == {}


def test_a_scale_is_told_at_its_statement() -> None:
    finding = OtherScale(1, 1_000_000, False).finding(made(statement(), statement()))

    assert (finding.severity, finding.code, finding.span) == ("warning", "trials.scale", Span(7, 9))
    assert "'Title'" in finding.message
    assert "1,000,000" in finding.message


def test_columns_of_one_length_beside_each_other_are_tried_with_each_others_dates() -> None:
    columns = (
        Column("", YEAR),
        Column("", None),
        Column("", BEFORE),
        Column("", BEFORE),
        Column("", MAY),
        Column("", replace(MAY, end=date(2003, 5, 30)), Basis.PERCENT),
    )

    assert ways(made(statement(columns=columns))) == [OtherColumns(0, 0, 2)]
    assert ways(made(statement(columns=columns, kind=Kind.EQUITY))) == []


def test_balances_of_a_flow_go_with_its_column() -> None:
    columns = (Column("a", YEAR), Column("b", BEFORE), Column("c", MAY))
    opening, closing = Period(date(2002, 12, 31)), Period(date(2003, 12, 31))
    day = Period(date(2003, 3, 3))
    items = (
        row(amount("1", 0), amount("2", 0, 1, BEFORE), amount("3", 0, 2, MAY)),
        row(amount("1", 0, 0, opening), amount("2", 0, 0, closing), amount("3", 0, 0, day)),
    )

    (found,), _ = OtherColumns(0, 0, 1).on(made(statement(*items, columns=columns)))

    assert [(column.head, column.period) for column in found.columns] == [("a", BEFORE), ("b", YEAR), ("c", MAY)]
    assert [each.period for each in found.items[0].amounts] == [BEFORE, YEAR, MAY]
    assert [each.period for each in found.items[1].amounts] == [Period(date(2001, 12, 31)), opening, day]


def test_columns_are_told_as_a_person_counts_them() -> None:
    finding = OtherColumns(0, 2, 3).finding(made(statement()))

    assert (finding.severity, finding.code, finding.span) == ("warning", "trials.columns", Span(7, 9))
    assert "Columns 3 and 4 of 'Title'" in finding.message


def test_a_scale_and_columns_need_more_than_one_relation_and_a_concept_one() -> None:
    assert (OtherScale.least, OtherColumns.least, NextConcept.least, Way.least) == (2, 2, 1, 0)


def test_rows_of_a_report_are_found_by_their_decisions() -> None:
    report = sample.report()
    decisions = [[None, Decision("A", 1, "", 1.0), Decision("B", 1, "", 1.0)]]
    rows = (
        replace(report.statements[1].rows[0], concept=Name("us-gaap", "B"), decision=decisions[0][2]),
        replace(report.statements[1].rows[0], decision=None),
        replace(report.statements[1].rows[0], decision=Decision("A", 1, "", 1.0)),  # like one of them, but another
    )
    shown = replace(report, statements=(report.statements[0], replace(report.statements[1], rows=rows)))

    assert places(shown, decisions) == {(1, 0): (0, 2)}
