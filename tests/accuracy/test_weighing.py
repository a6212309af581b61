"""Weights of the evidence are fitted to what truth tables accept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import exp, log
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("scipy", reason="fitting needs scipy")

from converter.mapping.weighing.evidence import Parts
from converter.mapping.weighing.weights import Weights, shares, shipped
from converter.span import Span
from converter.statements.statement import Amount, Column, Component, Item, Statement
from converter.terms import Kind, Period, Unit
from tests.accuracy import compare, weighing
from tests.accuracy.compare import GoldRow
from tests.accuracy.weighing import (
    Example,
    Floats,
    _accepts,
    _example,
    _near,
    _print_reliability,
    _softmax,
    crossvalidate,
    fit,
    kept_below,
    stated,
    sure_from,
    truth_of,
    weighed,
    worth,
)

OWN = "EXT"
Held = tuple[Example, Floats]


def example(
    parts: dict[str | None, Parts],
    *accepted: str,
    group: str = "gold",
    fold: int = 0,
    era: str = "1990s",
    figures: int = 1,
) -> Example:
    """A row with its choices and what speaks for each."""
    return _example(group, fold, era, figures, tuple(parts), list(parts.values()), frozenset(accepted))


RULED: dict[str | None, Parts] = {"Cash": {"rule": 1.0}, "Land": {"learned": 1.0}, None: {}}


# What is right to choose


def test_what_the_truth_accepts_is_right_to_choose() -> None:
    assert example(RULED, "Cash").right == (True, False, False)
    assert example(RULED, "Land", "Cash").right == (True, True, False)


def test_a_line_of_the_companys_own_is_right_if_the_truth_says_so_or_accepts_nothing_that_is_named() -> None:
    assert example(RULED, OWN).right == (False, False, True)
    assert example(RULED, OWN, "Cash").right == (True, False, True)
    assert example(RULED, "Goodwill").right == (False, False, True)


def test_what_is_right_to_choose_for_want_of_better_is_not_what_the_truth_accepts() -> None:
    [cash, land, own] = range(3)
    assert [_accepts(example(RULED, "Cash"), at) for at in (cash, land, own)] == [True, False, False]
    assert not _accepts(example(RULED, "Goodwill"), own)
    assert _accepts(example(RULED, OWN), own)


def test_what_is_near_to_what_is_accepted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "scorer", lambda: SimpleNamespace(NEAR={"Goodwill": {"Land"}}))
    assert [_near(example(RULED, "Goodwill"), at) for at in range(3)] == [False, True, False]
    assert [_near(example(RULED, "Cash"), at) for at in range(3)] == [True, False, False]


# Shares of rows that are weighed together


def test_shares_are_of_one_together_in_each_row() -> None:
    found = _softmax(np.array([log(3), 0.0, 5000.0, 5000.0, -9.0]), np.array([0, 0, 1, 1, 2]), 3)
    assert found == pytest.approx([0.75, 0.25, 0.5, 0.5, 1.0])


def test_rows_are_weighed_as_the_converter_weighs_them() -> None:
    weights = {"rule": 1.5, "learned": -0.5, "nowhere": 3.0}
    some = [example(RULED, "Cash"), example({"Land": {"learned": 0.5, "new": 9.0}, None: {"rule": 2.0}}, "Land")]
    for one, found in zip(some, weighed(some, weights), strict=True):
        assert found == pytest.approx(shares(weights, one.parts))


# Fitting


def test_what_speaks_for_what_is_accepted_gets_weight_and_what_speaks_against_loses() -> None:
    found = fit([example(RULED, "Cash")] * 9 + [example(RULED, "Land")])
    assert set(found) == {"rule", "learned"}
    assert found["rule"] > 0.5 > 0 > found["learned"]


def test_with_many_examples_the_share_is_how_often_it_was_right() -> None:
    two: dict[str | None, Parts] = {"Cash": {"rule": 1.0}, "Land": {}}
    weight = fit([example(two, "Cash")] * 3000 + [example(two, "Land")] * 1000)["rule"]
    assert weight == pytest.approx(log(3), abs=0.01)
    few = fit([example(two, "Cash")] * 3 + [example(two, "Land")])["rule"]
    assert 0.2 < few < log(3) - 0.2  # few examples are believed less


def test_the_weights_are_where_the_likelihood_less_their_squares_is_greatest() -> None:
    two: dict[str | None, Parts] = {"Cash": {"rule": 1.0}, "Land": {}}
    weight = fit([example(two, "Cash")])["rule"]
    assert weight == pytest.approx(2.0 / (1.0 + exp(weight)), abs=1e-3)  # hand-made truth counts twice


@pytest.mark.parametrize(("group", "counts"), [("gold", 2.0), ("gold-b", 2.0), ("tagged", 1.0), ("laid-out", 0.6)])
def test_an_example_counts_as_its_suite(group: str, counts: float) -> None:
    two: dict[str | None, Parts] = {"Cash": {"rule": 1.0}, "Land": {}}
    weight = fit([example(two, "Cash", group=group)])["rule"]
    assert weight == pytest.approx(counts / (1.0 + exp(weight)), abs=1e-3)


def test_a_part_that_says_nothing_weighs_nothing() -> None:
    both: dict[str | None, Parts] = {"Cash": {"rule": 1.0, "same": 1.0}, "Land": {"same": 1.0}}
    assert fit([example(both, "Cash")] * 5)["same"] == pytest.approx(0.0, abs=1e-6)


def test_of_several_that_are_accepted_any_will_do() -> None:
    found = fit([example(RULED, "Cash", "Land")] * 20)
    assert found["rule"] > 0
    assert found["rule"] == pytest.approx(found["learned"], abs=1e-3)


# What a share is worth


def chosen(right: int, wrong: int, share: float, name: str | None = "Cash") -> list[tuple[Example, int, float]]:
    some: dict[str | None, Parts] = {name: {}}
    return [(example(some, "Cash"), 0, share)] * right + [(example(some, "Land"), 0, share)] * wrong


def test_without_choices_a_share_is_worth_itself() -> None:
    points = worth([])
    assert points == [(at, at) for at, _ in points]
    assert [at for at, _ in points] == [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0]


def test_many_choices_tell_what_a_share_is_worth() -> None:
    found = dict(worth([one for at in range(1000) for one in chosen(at % 5 < 3, at % 5 > 2, 0.88 + at * 4e-5)]))
    assert found[0.9] == pytest.approx(0.6, abs=0.02)
    assert (found[0.2], found[0.5], found[1.0]) == (0.2, 0.5, 1.0)


def test_five_imagined_choices_stand_against_few_real_ones() -> None:
    assert dict(worth(chosen(5, 0, 0.89)))[0.9] == 0.95  # five times right, and five times 0.9
    assert dict(worth(chosen(1, 0, 0.89)))[0.9] == 0.917
    assert dict(worth(chosen(1, 0, 0.89)))[0.8] == 0.8


def test_a_greater_share_is_never_worth_less() -> None:
    shares_ = [0.6 + at * 1e-3 for at in range(100)]
    falling = [one for at, share in enumerate(shares_) for one in chosen(at < 90, at >= 90, share)]
    found = [value for _, value in worth(falling)]
    assert found == sorted(found)
    assert found != [value for _, value in worth([])]


def test_lines_of_the_companys_own_do_not_tell_what_a_concept_is_worth() -> None:
    assert worth(chosen(0, 900, 0.9, None)) == worth([])


# What is called sure


def test_sure_are_shares_from_which_on_three_in_two_hundred_are_wrong_at_most() -> None:
    assert sure_from([*chosen(197, 3, 0.9), *chosen(0, 1, 0.8)], {}) == 0.9
    assert sure_from([*chosen(196, 4, 0.9), *chosen(0, 1, 0.8)], {}) > 1.0
    assert sure_from([*chosen(190, 0, 0.95), *chosen(7, 3, 0.9), *chosen(0, 1, 0.8)], {}) == 0.9


def test_what_is_wrong_among_the_greatest_shares_counts_among_all_of_them() -> None:
    assert sure_from([*chosen(0, 1, 0.99), *chosen(99, 0, 0.9)], {}) == 0.9
    assert sure_from([*chosen(0, 1, 0.99), *chosen(30, 0, 0.9)], {}) > 1.0


def test_a_near_name_is_not_wrong_and_a_line_of_the_companys_own_does_not_count() -> None:
    wrong = chosen(0, 9, 0.9)
    (accepted,) = wrong[0][0].accepted
    assert sure_from(wrong, {accepted: frozenset({"Cash"})}) == 0.9
    assert sure_from([*chosen(1, 0, 0.9), *chosen(0, 9, 0.95, None)], {}) == 0.9
    assert sure_from([], {}) == 0.0


POINTS = [(0.5, 0.5), (0.9, 0.95), (1.0, 0.99)]


def test_shares_before_the_start_are_not_called_sure_and_those_from_there_are_worth_what_they_were() -> None:
    weights = Weights({}, {}, {"1990s": kept_below(POINTS, 0.95)})
    assert weights.said["1990s"] == [(0.5, 0.5), (0.9, 0.89), (0.95, 0.89), (0.95, 0.97), (1.0, 0.99)]
    assert weights.confidence("1990s", 0.95) == 0.89
    assert weights.confidence("1990s", 0.96) == pytest.approx(0.974)
    assert kept_below(POINTS, 0.9) == [(0.5, 0.5), (0.9, 0.89), (0.9, 0.95), (1.0, 0.99)]


def test_where_nothing_is_sure_nothing_is_called_so_and_a_start_among_doubts_changes_nothing() -> None:
    assert kept_below(POINTS, 2.0) == [(0.5, 0.5), (0.9, 0.89), (1.0, 0.89)]
    assert kept_below(POINTS, 0.6) == kept_below(POINTS, 0.0) == POINTS
    assert kept_below([(0.5, 0.5), (0.7, 0.89), (1.0, 0.99)], 0.7) == [(0.5, 0.5), (0.7, 0.89), (1.0, 0.99)]


@pytest.mark.parametrize("era", ["1990s", "2000s", "2010s", "today"])
def test_in_todays_filings_a_lesser_share_is_sure_of_nothing(era: str) -> None:
    assert (shipped().confidence(era, 0.95) < 0.9) is (era in ("2010s", "today"))
    assert shipped().confidence(era, 0.995) > 0.95


# Companies that the weights did not see


def test_each_fold_is_weighed_by_what_the_others_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(weighing, "scorer", lambda: SimpleNamespace(NEAR={}))
    usual = [example(RULED, "Cash", fold=fold, figures=2) for fold in (0, 1, 2) for _ in range(10)]
    odd = [example(RULED, "Land", fold=3, figures=2) for _ in range(10)]
    said = crossvalidate([*usual, *odd])
    printed = capsys.readouterr().out
    assert "gold       right  75.0%  wrong  25.0%" in printed
    assert set(said) == {"1990s", "2000s", "2010s", "today"}
    assert said["2000s"] == worth([])
    assert said["1990s"] != worth([])


def held_out(fold: int, right: bool, *first_two: float, second: str = "Land", proof: bool = False) -> Held:
    """An example with the shares of its two choices, of which the first is right or not."""
    parts: dict[str | None, Parts] = {"Cash": {"footing": 1.0} if proof else {}, second: {}}
    return example(parts, "Cash" if right else second, fold=fold), np.array(first_two)


def test_stated_is_what_the_choices_of_the_other_folds_were_worth() -> None:
    told = [held_out(0, True, 0.89, 0.11)] * 5
    *_, own, other = stated([*told, held_out(1, False, 0.9, 0.1)], {})
    assert (own[1], other[1]) == (0, 0)
    assert own[2] == pytest.approx(Weights({}, {}, {"1990s": worth(chosen(0, 1, 0.9))}).confidence("1990s", 0.89))
    assert other[2] == 0.95  # five times right, and five times 0.9


def test_what_is_stated_beside_a_near_name_is_capped_but_for_what_figures_prove() -> None:
    near = {"Cash": frozenset({"Land"})}
    some = [held_out(1, True, 0.99, 0.01), held_out(1, True, 0.99, 0.01, second="Goodwill")]
    assert [sure for *_, sure in stated(some, near)] == [0.9, 0.99]
    assert [sure for *_, sure in stated([held_out(1, True, 0.99, 0.01, proof=True)], near)] == [0.99]


def test_reliability_is_told_by_bands_that_hold_their_upper_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(weighing, "scorer", lambda: SimpleNamespace(NEAR={"Land": {"Cash"}}))
    _print_reliability([*chosen(3, 1, 0.9), *chosen(1, 0, 0.96), *chosen(5, 5, 0.9, None)])
    assert capsys.readouterr().out.splitlines()[1:] == [
        "1990s     0.80- 0.90      4  90.0%  75.0% 100.0%",
        "1990s     0.95- 1.00      1  96.0% 100.0% 100.0%",
    ]


def test_the_2010s_and_today_are_told_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "scorer", lambda: SimpleNamespace(NEAR={}))
    some = [example(RULED, "Cash", fold=fold, era=era) for fold, era in enumerate(("2010s", "2010s", "today", "today"))]
    said = crossvalidate(some)
    assert said["2010s"] == said["today"] != worth([])
    assert said["1990s"] == said["2000s"] == worth([])


# What a truth table says of rows

YEAR = Period(date(2003, 1, 1), date(2003, 12, 31))


def printed(kind: Kind, value: int, *components: Component, unit: Unit = "USD") -> Statement:
    """A statement of one row with one figure."""
    amount = Amount(str(value), Decimal(value), 0, 0, YEAR, Span(0, 1), components)
    row = Item("Net income", unit=unit, amounts=(amount,))
    return Statement(kind, "", 0, Span(0, 1), (Column("2003", YEAR),), (row,))


def asks(table: str, value: int, *accepted: str, end: date = YEAR.end) -> GoldRow:
    accepts = {name: {Decimal(value)} for name in accepted}
    return GoldRow(table, "1", "Net income", YEAR.start, end, str(value), Decimal(value), "USD", accepts, True)


@pytest.fixture
def _truth_without_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    def same_period(fact: SimpleNamespace, start: date, end: date) -> bool:
        return (fact.start, fact.end) == (start, end)

    def fact(_: str, __: str, value: Decimal, start: date, end: date, unit: str, ___: int) -> SimpleNamespace:
        return SimpleNamespace(value=value, start=start, end=end, unit=unit)

    for module in (weighing, compare):
        monkeypatch.setattr(module, "scorer", lambda: SimpleNamespace(Fact=fact, same_period=same_period))


@pytest.mark.usefixtures("_truth_without_corpus")
class TestTruth:
    def test_a_row_is_what_the_table_of_its_statement_accepts_for_its_figures(self) -> None:
        found = truth_of([printed(Kind.INCOME, 70)], [asks("IS", -70, "Profit"), asks("IS", 71, "Other")])
        assert found == {(0, 0): (frozenset({"Profit"}), 1)}

    def test_an_equal_figure_of_another_period_or_unit_is_no_witness(self) -> None:
        assert truth_of([printed(Kind.INCOME, 70)], [asks("IS", 70, "Profit", end=date(2002, 12, 31))]) == {}
        assert truth_of([printed(Kind.INCOME, 70, unit="shares")], [asks("IS", 70, "Profit")]) == {}

    @pytest.mark.parametrize(
        ("kind", "table", "known"),
        [
            (Kind.CASH_FLOW, "IS", False),
            (Kind.EQUITY, "CF", False),
            (Kind.COMPREHENSIVE_INCOME, "IS", True),
            (Kind.INCOME, "CI", True),
            (Kind.BALANCE_SHEET, "PAR", True),
            (Kind.EQUITY, "EQ", True),
        ],
    )
    def test_an_equal_figure_of_another_statement_is_no_witness(self, kind: Kind, table: str, known: bool) -> None:
        assert bool(truth_of([printed(kind, 70)], [asks(table, 70, "Profit")])) is known

    def test_a_figure_of_a_part_of_the_company_is_not_asked_for(self) -> None:
        part = Component("StatementEquityComponentsAxis", "RetainedEarningsMember", "Retained")
        assert truth_of([printed(Kind.EQUITY, 70, part)], [asks("EQ", 70, "Profit")]) == {}
