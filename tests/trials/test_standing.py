"""Which of two Reports of a document is the better reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.findings import Finding, Severity
from converter.report import Report
from converter.span import Span
from converter.terms import Name, Relation
from converter.terms.completeness import Completeness, Identity
from converter.trials.made import Made
from converter.trials.standing import Standing, standing
from tests import sample

BASE = Standing(frozenset({("DQC_0004", 1, 2), ("DQC_0057", 3, 4)}), proofs=10, holding=3, facts=20)
ONE_LESS = replace(BASE, against=frozenset({("DQC_0057", 3, 4)}))


def made(report: Report) -> Made:
    return Made(report, (), (), {}, {})


def warned(code: str, severity: Severity = Severity.WARNING, span: Span | None = None) -> Standing:
    report = sample.report()
    return standing(made(replace(report, findings=(Finding(severity, code, "", span),))))


def test_less_has_to_speak_against_it() -> None:
    assert ONE_LESS.is_better_than(BASE)
    assert not BASE.is_better_than(BASE)
    assert not BASE.is_better_than(ONE_LESS)


def test_what_fails_elsewhere_is_no_better() -> None:
    assert not replace(BASE, against=frozenset({("DQC_0095", 9, 9)})).is_better_than(BASE)


@pytest.mark.parametrize("lost", ["proofs", "holding", "facts"])
def test_nothing_that_speaks_for_it_may_be_lost(lost: str) -> None:
    assert not replace(ONE_LESS, **{lost: getattr(BASE, lost) - 1}).is_better_than(BASE)
    assert replace(ONE_LESS, **{lost: getattr(BASE, lost) + 1}).is_better_than(BASE)


def test_relations_may_have_to_vouch_for_it_beyond_that() -> None:
    assert not replace(ONE_LESS, proofs=11).is_better_than(BASE, by=2)
    assert replace(ONE_LESS, proofs=12).is_better_than(BASE, by=2)


@pytest.mark.parametrize("code", ["DQC_0004", "checks.per-share", "mapping.contradiction", "schedules.disagrees"])
def test_warnings_of_figures_that_do_not_go_together_speak_against_it(code: str) -> None:
    assert warned(code, span=Span(5, 9)).against == {(code, 5, 9)}
    assert warned(code).against == {(code, 0, 0)}
    assert warned(code, Severity.INFO).against == frozenset()


@pytest.mark.parametrize("code", ["EFM.6.05.01", "statements.mark", "mapping.total-misprinted"])
def test_others_do_not(code: str) -> None:
    assert warned(code).against == frozenset()


def test_what_speaks_for_it_is_counted_fact_by_fact() -> None:
    report = sample.report()
    fact = next(each for each in report.facts if each.concept.prefix == "us-gaap")
    twice = replace(fact, proofs=(Relation.PART, Relation.BALANCE))
    own = replace(fact, concept=Name("tmrk", "Own"), proofs=(Relation.CASH,))
    holds = Completeness(identities=(Identity("cash", 2, 3), Identity("assets", 1, 1)))

    found = standing(made(replace(report, facts=(twice, replace(fact, id="b", proofs=()), own), completeness=holds)))

    assert (found.proofs, found.facts, found.holding) == (3, 2, 3)
