"""What goes by the share: earnings, and the par value of stock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from converter.knowledge import load_knowledge
from converter.proof.book import Book, Vote
from converter.proof.shares import par_value, per_share
from converter.report import Fact, Report
from tests import sample
from tests.validation.faults import Change, changed, plus, times, without

NOW, BEFORE = "I20010630", "I20001231"
QUARTER, HALF = "D20010401-20010630", "D20010101-20010630"
EARNED, INCOME, AVERAGE = "EarningsPerShareBasic", "NetIncomeLoss", "WeightedAverageNumberOfSharesOutstandingBasic"
STOCK = ("CommonStockValue", "CommonStockParOrStatedValuePerShare", "CommonStockSharesIssued")


@pytest.fixture(scope="module")
def sound() -> Report:
    return sample.report()


def vouched(report: Report, rule: Callable[[Book], Iterator[Vote]]) -> set[tuple[str, str]]:
    """The facts that a rule vouches for, by concept and context."""
    facts = {fact.id: fact for fact in report.facts}
    votes = [facts[vote.fact] for vote in rule(Book(report, load_knowledge("us-gaap").groups))]
    return {(fact.concept.local, fact.context) for fact in votes}


# Earnings a share


@pytest.mark.parametrize(
    ("change", "concept", "holds"),
    [
        (plus(1), EARNED, False),
        (times(-1), EARNED, False),
        (times(0), EARNED, False),
        (times("0.001"), AVERAGE, False),
        (times(-1), AVERAGE, False),
        (times(0), AVERAGE, False),
        (times("1.09"), AVERAGE, True),  # 208 / 5559 is still 0.04
        (times("1.20"), AVERAGE, False),
        (times("0.80"), AVERAGE, False),
    ],
)
def test_earnings_a_share(sound: Report, change: Change, concept: str, holds: bool) -> None:
    found = vouched(changed(sound, change, concept, context=QUARTER), per_share)
    for each in (EARNED, INCOME, AVERAGE):
        assert ((each, QUARTER) in found) is holds
        assert (each, HALF) in found


def test_a_loss_over_shares_is_a_loss_a_share(sound: Report) -> None:
    loss = changed(sound, times(-1), EARNED, INCOME, context=QUARTER)
    assert (EARNED, QUARTER) in vouched(loss, per_share)


@pytest.mark.parametrize("gone", [EARNED, INCOME, AVERAGE])
def test_without_one_of_the_three_nothing_divides(sound: Report, gone: str) -> None:
    found = vouched(without(sound, gone, QUARTER), per_share)
    assert {context for _, context in found} == {HALF, "D20000401-20000630", "D20000101-20000630"}


def printed(report: Report, earned: str, income: int, shares: int, precision: dict[str, int]) -> Report:
    """The report with three other figures for its quarter, printed to so many decimals."""
    values = {EARNED: Decimal(earned), INCOME: Decimal(income), AVERAGE: Decimal(shares)}

    def figure(fact: Fact) -> Fact:
        local = fact.concept.local
        return replace(fact, value=values[local], decimals=precision.get(local, fact.decimals))

    return changed(report, figure, *values, context=QUARTER)


@pytest.mark.parametrize(
    ("earned", "income", "shares", "precision", "holds"),
    [
        # exact income and shares: half a cent either way, ends included
        ("1.00", 1_005, 1_000, {INCOME: 0, AVERAGE: 3}, True),
        ("1.00", 1_006, 1_000, {INCOME: 0, AVERAGE: 3}, False),
        ("1.00", 995, 1_000, {INCOME: 0, AVERAGE: 3}, True),
        ("1.00", 994, 1_000, {INCOME: 0, AVERAGE: 3}, False),
        # an income in thousands may be 500 off: 500 / 100,000 shares are another half cent
        ("1.00", 101_000, 100_000, {INCOME: -3, AVERAGE: 3}, True),
        ("1.00", 101_100, 100_000, {INCOME: -3, AVERAGE: 3}, False),
        # shares in thousands may be 500 off, each worth one dollar
        ("1.00", 101_000, 100_000, {INCOME: 3, AVERAGE: -3}, True),
        ("1.00", 102_000, 100_000, {INCOME: 3, AVERAGE: -3}, False),
        # ... and a loss of one dollar
        ("-1.00", -101_000, 100_000, {INCOME: 3, AVERAGE: -3}, True),
        # ... and more where more is earned on each
        ("10.00", 1_005_000, 100_000, {INCOME: 3, AVERAGE: -3}, True),
    ],
)
def test_they_divide_as_precisely_as_the_three_are_printed(
    sound: Report, earned: str, income: int, shares: int, precision: dict[str, int], holds: bool
) -> None:
    report = printed(sound, earned, income, shares, precision)
    assert ((EARNED, QUARTER) in vouched(report, per_share)) is holds


# Par value


def test_par_value_times_shares_is_the_amount_of_the_stock(sound: Report) -> None:
    assert vouched(sound, par_value) >= {(each, context) for each in STOCK for context in (NOW, BEFORE)}
    assert ("CommonStockSharesAuthorized", NOW) not in vouched(sound, par_value)
    for fault in STOCK:
        found = vouched(changed(sound, times(2), fault, context=NOW), par_value)
        assert not {("CommonStockValue", NOW)} & found or fault == "CommonStockSharesIssued"
        assert {(each, BEFORE) for each in STOCK} <= found


@pytest.mark.parametrize(("value", "holds"), [(50_543, True), (50_542, False), (51_542, True), (51_543, False)])
def test_it_is_the_amount_as_precisely_as_that_is_printed(sound: Report, value: int, holds: bool) -> None:
    """5,104,220 shares at a cent are 51,042.20, and the amount is printed in thousands."""
    report = changed(sound, lambda fact: replace(fact, value=Decimal(value)), "CommonStockValue", context=NOW)
    assert (("CommonStockValue", NOW) in vouched(report, par_value)) is holds


def test_stock_without_an_amount_has_no_par_value_to_prove(sound: Report) -> None:
    nothing = changed(sound, times(0), "CommonStockValue", "CommonStockParOrStatedValuePerShare", context=NOW)
    assert {context for _, context in vouched(nothing, par_value)} == {BEFORE}


@pytest.mark.parametrize("gone", STOCK[:2])
def test_without_par_value_or_amount_of_a_day_that_day_is_not_proved(sound: Report, gone: str) -> None:
    for context, other in ((NOW, BEFORE), (BEFORE, NOW)):
        assert {day for _, day in vouched(without(sound, gone, context), par_value)} == {other}


def test_par_values_are_in_whatever_currency(sound: Report) -> None:
    facts = tuple(replace(fact, unit="EUR/shares") if fact.unit == "USD/shares" else fact for fact in sound.facts)
    assert ("CommonStockValue", NOW) in vouched(replace(sound, facts=facts), par_value)
    odd = tuple(replace(fact, unit="pure") if fact.unit == "USD/shares" else fact for fact in sound.facts)
    assert vouched(replace(sound, facts=odd), par_value) == set()


def test_a_par_value_is_of_the_row_whose_caption_prints_it(sound: Report) -> None:
    """Where the next class of stock begins, with the same amount and no par value of its own."""
    sheet, *others = sound.statements
    begins = next(at for at, row in enumerate(sheet.rows) if row.concept.local == "CommonStockSharesAuthorized")
    rows = tuple(replace(row, parenthetical=row.parenthetical and at != begins) for at, row in enumerate(sheet.rows))
    amount = changed(
        replace(sound, statements=(replace(sheet, rows=rows), *others)),
        lambda fact: replace(fact, value=Decimal(51_000), decimals=-3),
        "CommonStockSharesAuthorized",
    )
    assert vouched(amount, par_value) == set()
