"""Periods: what a column says of time, against what its figures say.

DQC_0084: the quarters of a year sum up to the year. DQC_0005: nothing is reported of a time after the report. A column
in another scale, and two columns with each other's dates, are found by comparing figures that must go together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from converter.findings import Finding
from converter.report import Fact
from converter.terms import Period
from converter.terms.tiling import tilings
from converter.terms.unit import is_money
from converter.validation.checks.book import Balances, Book, figure, opening, remark, slack, value

_DAY = timedelta(days=1)
_SCALE = 300.0
"""Beyond this factor two columns of one statement are not in the same scale."""
_FEWEST_ROWS = 4


def check(book: Book) -> Iterator[Finding]:
    """All rules of this module."""
    if book.is_whole:
        yield from _current(book)
    yield from _after_the_report(book)
    yield from _a_day_apart(book)
    yield from _parts_of_a_year(book)
    yield from _scale_of_columns(book)
    yield from _swapped(book)


def _current(book: Book) -> Iterator[Finding]:
    """The period that the report is about has facts (EFM 6.05.19 wants it for each dei fact)."""
    ends = {period.end for facts in book.facts.values() for period in facts}
    if ends and book.report.period_end not in ends:
        yield remark(
            "EFM.6.05.19",
            f"No fact is of the period that ends on {book.report.period_end}, of which the report is; check the dates "
            "of the columns.",
        )


def _after_the_report(book: Book) -> Iterator[Finding]:
    told: set[Period] = set()
    for fact in book.all_facts:
        period = book.period(fact)
        # The cover counts the shares of a day shortly before the filing.
        printed = fact.sources and fact.concept.prefix != "dei"
        if printed and period.end > book.report.period_end and period not in told:
            told.add(period)
            yield remark(
                "DQC_0005",
                f"Figures are dated {period.end}, after the report's own {book.report.period_end}; check the date of "
                "their column.",
                fact,
            )


def _a_day_apart(book: Book) -> Iterator[Finding]:
    """EFM 6.05.09: periods that differ by a day are one period misdated."""
    ends: dict[date, Fact] = {}
    for facts in book.facts.values():
        for period, fact in facts.items():
            ends.setdefault(period.end, fact)
    for end in sorted(ends):
        following = ends.get(end + _DAY)
        if following is not None:
            yield remark(
                "EFM.6.05.09",
                f"Some figures are dated {end} and some {end + _DAY}; check which of the two is printed.",
                following,
            )


def _parts_of_a_year(book: Book) -> Iterator[Finding]:
    for concept, facts in book.facts.items():
        element = book.index.get(concept)
        if element is None or element.unit != "USD" or not book.groups.adds_up(concept):
            continue
        for whole, parts in tilings(facts):
            total = sum((value(facts[part]) for part in parts), Decimal(0))
            whole_fact = facts[whole]
            # Each quarter was rounded on its own, and the year by the company to suit.
            if abs(total - value(whole_fact)) > 2 * slack([whole_fact, *(facts[part] for part in parts)]):
                yield remark(
                    "DQC_0084",
                    f"{concept} is {figure(whole_fact)} from {whole.start} to {whole.end}, but its parts of that time "
                    f"sum up to {total:,f}; check the dates of the columns and the figures.",
                    whole_fact,
                )


def _scale_of_columns(book: Book) -> Iterator[Finding]:
    everything = [
        abs(float(value(fact))) for facts in book.facts.values() for fact in facts.values() if _is_money(fact)
    ]
    if not everything:
        return
    usual = median(everything)
    for at, statement in enumerate(book.report.statements):
        columns: dict[Period, dict[int, Fact]] = {period: {} for period in statement.periods}
        for number, _ in enumerate(statement.rows):
            for fact in book.printed_in(at, number):
                if _is_money(fact):
                    columns.setdefault(book.period(fact), {})[number] = fact
        periods = [period for period, facts in columns.items() if facts]
        told: set[Period] = set()
        for left, right in pairwise(periods):
            shared = columns[left].keys() & columns[right].keys()
            ratios = [abs(float(value(columns[left][row]) / value(columns[right][row]))) for row in shared]
            if len(ratios) < _FEWEST_ROWS or 1 / _SCALE < median(ratios) < _SCALE:
                continue
            odd = max((left, right), key=lambda one: _distance(columns[one].values(), usual))
            if odd in told:
                continue
            told.add(odd)
            fact = columns[odd][min(shared)]
            yield remark(
                "checks.column-scale",
                f"The figures of {odd.end} are some {max(median(ratios), 1 / median(ratios)):,.0f} times those of the "
                "column beside it, or the other way round; check in which scale each column is printed.",
                fact,
            )


def _is_money(fact: Fact) -> bool:
    return is_money(fact.unit) and value(fact) != 0


def _distance(facts: Iterable[Fact], usual: float) -> float:
    size = median(abs(float(value(fact))) for fact in facts)
    return max(size / usual, usual / size)


def _swapped(book: Book) -> Iterator[Finding]:
    """Retained earnings that fall by what was earned: the two columns of the balance sheet have each other's date."""
    accumulated = Balances(book.of(*book.groups.retained_earnings))
    for period, earned in book.of(*book.groups.net_income).items():
        if period.is_instant:
            continue
        first, last = accumulated.at(opening(period)), accumulated.at(period.end)
        if first is None or last is None:
            continue
        allowed = slack([first, last, earned])
        growth = value(last) - value(first)
        if abs(value(earned)) > allowed and abs(growth + value(earned)) <= allowed:
            yield remark(
                "checks.periods-swapped",
                f"Between {opening(period)} and {period.end} retained earnings change by {growth:,f}, though "
                f"{figure(earned)} was earned; the balances seem to stand in each other's column: check their dates.",
                last,
            )
