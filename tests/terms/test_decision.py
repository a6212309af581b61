"""Decisions, the steps to them, and who may take one."""

from __future__ import annotations

import re
from typing import get_args

from converter.terms.decision import THRESHOLD, Decision, Stage, Step
from converter.terms.kind import TITLES, Kind
from tests.conftest import ROOT

FIRST = Decision("Assets", -1, "mine.yaml:1", 0.9, steps=(Step("rule", "Assets", -1, "a rule"),))


def test_a_further_step_changes_the_concept_and_keeps_the_sign_unless_it_has_one() -> None:
    extension = FIRST.then("assignment", "taken", None)
    turned = extension.then("balance", "a debit", None, 1)

    assert (extension.concept, extension.sign) == (None, -1)
    assert (turned.concept, turned.sign) == (None, 1)
    assert turned.steps == (
        *FIRST.steps,
        Step("assignment", None, -1, "taken"),
        Step("balance", None, 1, "a debit"),
    )
    assert (turned.rule, turned.confidence) == (FIRST.rule, FIRST.confidence)


def test_the_stages_are_those_that_take_steps_the_rules_first_and_a_person_last() -> None:
    noted = {
        name
        for path in (ROOT / "converter").rglob("*.py")
        for name in re.findall(r'(?:\.note\(\w+, |\.then\()"(\w+)"', path.read_text("utf-8"))
    }

    assert noted | {"person"} == set(get_args(Stage))
    assert get_args(Stage)[:: len(get_args(Stage)) - 1] == ("rule", "person")


def test_what_is_likelier_wrong_than_right_by_half_is_an_extension() -> None:
    assert THRESHOLD == 0.4


def test_each_kind_of_statement_has_a_title() -> None:
    assert list(TITLES) == list(Kind)
    assert TITLES[Kind.COMPREHENSIVE_INCOME] == "Statements of Comprehensive Income"
