"""Trials one after another: which readings are kept, and when it ends."""

from __future__ import annotations

from dataclasses import replace

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.statement import Statement
from converter.terms import Kind, Relation
from converter.trials import MOST, Made, tried_again
from tests import sample

SHEETS = tuple(Statement(Kind.BALANCE_SHEET, f"Sheet {at}", 0, Span(at, at), (), (), scale=10**at) for at in range(3))


def made(statements: tuple[Statement, ...], *codes: str, proofs: int = 0) -> Made:
    report = sample.report()
    facts = tuple(replace(fact, proofs=()) for fact in report.facts)
    proved = replace(facts[-1], proofs=tuple(Relation)[:proofs])
    findings = tuple(Finding(Severity.WARNING, code, "", Span(at, at)) for at, code in enumerate(codes))
    return Made(replace(report, facts=(*facts[:-1], proved), findings=findings), statements, (), {}, {})


class Remake:
    """Gives what comes next, and keeps what was asked for."""

    def __init__(self, *results: Made) -> None:
        self.results, self.asked = list(results), 0

    def __call__(self, statements: tuple[Statement, ...], barred: object) -> Made:
        self.asked += 1
        return self.results.pop(0)._replace(statements=statements) if self.results else made(statements, "DQC_0095")


def trials(found: Made) -> list[str]:
    return [finding.code for finding in found.report.findings if finding.code.startswith("trials.")]


def test_what_contradicts_nothing_is_not_tried() -> None:
    remake = Remake()
    first = made(SHEETS, "EFM.6.05.01")

    assert tried_again(first, remake) is first
    assert remake.asked == 0


def test_a_better_reading_is_kept_and_told_and_the_last_contradiction_ends_it() -> None:
    remake = Remake(made(SHEETS, "DQC_0095"), made(SHEETS, proofs=2))

    found = tried_again(made(SHEETS, "DQC_0095"), remake)

    assert remake.asked == 2
    assert trials(found) == ["trials.scale"]
    assert len(found.report.facts[-1].proofs) == 2


def test_readings_add_up() -> None:
    remake = Remake(made(SHEETS, "DQC_0095", proofs=2), made(SHEETS, proofs=4))

    found = tried_again(made(SHEETS, "DQC_0095", "checks.per-share"), remake)

    assert trials(found) == ["trials.scale", "trials.scale"]
    assert found.statements != SHEETS


def test_where_nothing_is_better_all_stays() -> None:
    remake = Remake()
    first = made(SHEETS, "DQC_0095")

    assert tried_again(first, remake) == first
    assert remake.asked == 12  # three sheets, two scales of others each, with shares and without


def test_so_many_and_no_more_are_tried() -> None:
    many = tuple(replace(SHEETS[0], scale=10**at) for at in range(5))
    remake = Remake()

    tried_again(made(many, "DQC_0095"), remake)

    assert remake.asked == MOST == 12
