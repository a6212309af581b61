"""DQC_0057: cash at the beginning of a period and its change give cash at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.arithmetic import Part, add_up
from converter.findings import Finding
from converter.report import Fact
from converter.terms import Period
from converter.validation.checks.book import Balances, Book, figure, opening, remark


def check(book: Book) -> Iterator[Finding]:
    """For every period with a change in cash, one of the kinds of cash that are reported rolls forward by it.

    Which cash a statement rolls forward (with restricted cash or without) is not always the one the balance sheet
    shows, so it is enough that one does; the effect of exchange rates may stand inside the change or beside it.
    """
    effects = book.of(*book.groups.exchange_effects)
    flows = [book.of(activity) for activity in book.groups.activities]
    kinds = [Balances(book.of(balance)) for balance in book.groups.cash]
    for period, change in _changes(book).items():
        pairs = [
            (first, last)
            for balances in kinds
            if (first := balances.at(opening(period))) and (last := balances.at(period.end))
        ]
        if not pairs:
            continue
        effect = effects.get(period)
        changes = _with_and_without(effect, [change])
        if any(_rolls(first, last, changes) for first, last in pairs):
            continue
        first, last = pairs[0]
        turned = any(_rolls(last, first, changes) for first, last in pairs)
        suspect, advice = (
            _suspect([fact for flow in flows if (fact := flow.get(period))], effect, change, last)
            if turned
            else (change, "check the three lines.")
        )
        yield remark(
            "DQC_0057",
            f"Cash of {figure(first)} at the beginning and a change of {figure(change)} do not give {figure(last)} at "
            f"{period.end}; {advice}",
            suspect,
            beside=[first, change, last],
        )


def _suspect(flows: list[Fact], effect: Fact | None, change: Fact, last: Fact) -> tuple[Fact, str]:
    """Cash rolls backwards: the change has the wrong sign, or the balances each other's date. The activities tell."""
    if any(add_up(change.figure, _summands(some)) for some in _with_and_without(effect, flows)):
        return last, "the two balances stand in each other's period: check the dates of the columns."
    return change, "the sign of the change would explain it: check it, and the dates of the columns."


def _changes(book: Book) -> dict[Period, Fact]:
    """The change in cash by period: the concept's facts, or those of the company's own concept that is their sum."""
    activities = set(book.groups.activities)
    own = {
        summation.total
        for statement in book.report.statements
        for summation in statement.sums
        if len(activities & {part.local for part, _ in summation.parts}) > 1
    }
    found = {book.period(fact): fact for fact in book.all_facts if fact.concept in own}
    return found | book.of(*book.groups.cash_changes)


def _rolls(first: Fact, last: Fact, changes: Sequence[Sequence[Fact]]) -> bool:
    return any(add_up(last.figure, _summands([first, *some])) for some in changes)


def _with_and_without(effect: Fact | None, flows: Sequence[Fact]) -> list[Sequence[Fact]]:
    return [flows, *([[*flows, effect]] if effect else [])]


def _summands(facts: Sequence[Fact]) -> list[Part]:
    return [(fact.figure, 1) for fact in facts]
