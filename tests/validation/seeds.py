"""Faults seeded into the Reports of real documents, each with the lines at which a check has to find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from converter.report import Fact, Report
from converter.span import Span
from converter.terms import Kind, Name

_SMALLEST = 20
"""A number of fewer steps of its precision than this may vanish in the rounding of a sum."""


@dataclass(frozen=True)
class Seed:
    """A faulty report.

    Attributes:
        fault: what was done.
        touched: ids of the facts that were changed, or that a missing one belongs to: a finding has to be at one.
        at: where else it may be: the head of a statement whose columns changed places, or whose scale is wrong.
    """

    fault: str
    report: Report
    touched: frozenset[str]
    at: Span | None = None


def flipped_signs(report: Report) -> Iterator[Seed]:
    """A part of a sum with the other sign: found at its line or at that of its total."""
    for total, part in _parts(report):
        turned = replace(part, value=-_value(part))
        yield Seed(f"sign of {part.id}", _with(report, [turned]), frozenset({part.id, total.id}))


def broken_totals(report: Report) -> Iterator[Seed]:
    """A total that is a tenth too large."""
    for total in {total.id: total for total, _ in _parts(report)}.values():
        larger = replace(total, value=_value(total) + _rounded(abs(_value(total)) / 10, total))
        yield Seed(f"total {total.id}", _with(report, [larger]), frozenset({total.id}))


def scaled_columns(report: Report) -> Iterator[Seed]:
    """A column of a statement in another scale than its neighbours."""
    for at, statement in enumerate(report.statements):
        columns: dict[str, list[Fact]] = {}
        for fact in _money(report):
            if any(source.statement == at for source in fact.sources) and _value(fact):
                columns.setdefault(fact.context, []).append(fact)
        columns = {context: facts for context, facts in columns.items() if len(facts) > len(statement.rows) / 3}
        if statement.kind is Kind.EQUITY or len(columns) < 2:
            continue
        for context, facts in columns.items():
            scaled = [replace(fact, value=_value(fact) * 1000) for fact in facts]
            yield Seed(f"scale of {context} in {statement.title}", _with(report, scaled), _ids(facts))


def swapped_periods(report: Report) -> Iterator[Seed]:
    """The two columns of a balance sheet with each other's date."""
    for at, statement in enumerate(report.statements):
        instants = [f"I{period.end:%Y%m%d}" for period in statement.periods if period.is_instant]
        if statement.kind is not Kind.BALANCE_SHEET or len(instants) != 2:
            continue
        other = dict(zip(instants, reversed(instants), strict=True))
        facts = {(fact.concept, fact.context): fact for fact in report.facts}
        changed = []
        for fact in _money(report):
            twin = facts.get((fact.concept, other.get(fact.context, "")))
            if twin is not None and any(source.statement == at for source in fact.sources):
                changed.append(replace(fact, value=twin.value))
        statements = list(report.statements)
        statements[at] = replace(statement, periods=statement.periods[::-1])
        faulty = replace(_with(report, changed), statements=tuple(statements))
        yield Seed(f"dates of {statement.title}", faulty, _ids(changed), statement.span)


def dropped_balances(report: Report) -> Iterator[Seed]:
    """One side of a balance sheet is missing in one period: found at the other."""
    sides = Name("us-gaap", "Assets"), Name("us-gaap", "LiabilitiesAndStockholdersEquity")
    facts = {(fact.concept, fact.context): fact for fact in report.facts}
    for fact in report.facts:
        if fact.concept in sides and fact.sources:
            other = facts.get((sides[1 - sides.index(fact.concept)], fact.context))
            if other is not None:
                kept = tuple(one for one in report.facts if one is not fact)
                yield Seed(f"without {fact.id}", replace(report, facts=kept), frozenset({other.id}))


def scaled_reports(report: Report) -> Iterator[Seed]:
    """All money and all shares a million times as large, as if every head said billions for thousands."""
    facts = [fact for fact in report.facts if fact.unit in ("USD", "shares") and _value(fact)]
    scaled = [replace(fact, value=_value(fact) * 1_000_000) for fact in facts]
    if facts:
        yield Seed("scale of all", _with(report, scaled), _ids(facts))


def swapped_heads(report: Report) -> Iterator[Seed]:
    """The first two columns of a statement of flows with each other's period."""
    facts = {(fact.concept, fact.context): fact for fact in report.facts}
    contexts = {context.period: context.id for context in report.contexts if not context.members}
    for at, statement in enumerate(report.statements):
        one, other = (*statement.periods, None, None)[:2]
        if statement.kind is Kind.EQUITY or one is None or other is None:
            continue
        if one.is_instant or one.months != other.months or one.end == other.end:
            continue
        swap = {contexts[one]: contexts[other], contexts[other]: contexts[one]}
        changed = [
            replace(fact, value=twin.value)
            for fact in _money(report)
            if any(source.statement == at for source in fact.sources)
            and (twin := facts.get((fact.concept, swap.get(fact.context, "")))) is not None
        ]
        statements = list(report.statements)
        periods = (other, one, *statement.periods[2:])
        statements[at] = replace(statement, periods=periods)
        faulty = replace(_with(report, changed), statements=tuple(statements))
        yield Seed(f"heads of {statement.title}", faulty, _ids(changed), statement.span)


def changed_digits(report: Report) -> Iterator[Seed]:
    """A digit of a number that is another one: the second, of every seventh number of money."""
    for fact in [*_money(report)][::7]:
        step = Decimal(10) ** (abs(_value(fact)).adjusted() - 1)
        if abs(_value(fact)) > _SMALLEST * _step(fact):
            other = replace(fact, value=_value(fact) + (step if _value(fact) > 0 else -step))
            totals = [total.id for total, part in _parts(report) if part.id == fact.id]
            yield Seed(f"digit of {fact.id}", _with(report, [other]), frozenset({fact.id, *totals}))


def scaled_statements(report: Report) -> Iterator[Seed]:
    """All money of one statement a thousand times as large, as if its head said millions for thousands; what statements
    before it print, too, has their value.
    """
    for at, statement in enumerate(report.statements):
        facts = [fact for fact in _money(report) if _value(fact) and fact.sources and fact.sources[0].statement == at]
        scaled = [replace(fact, value=_value(fact) * 1000) for fact in facts]
        if facts and len(report.statements) > 1 and statement.kind is not Kind.EQUITY:
            yield Seed(f"scale of {statement.title}", _with(report, scaled), _ids(facts), statement.span)


def shifted_columns(report: Report) -> Iterator[Seed]:
    """The figures of a row one column to the left, as where a blank was lost: told at the row or at its total."""
    places = {(fact.concept, fact.context): fact for fact in report.facts}
    totals = {(part.id): total.id for total, part in _parts(report)}
    for statement in report.statements:
        ids = {context.period: context.id for context in report.contexts if not context.members}
        contexts = [ids[period] for period in statement.periods if period in ids]
        for row in statement.rows:
            facts = [places.get((row.concept, context)) for context in dict.fromkeys(contexts)]
            present = [fact for fact in facts if fact is not None and fact.unit == "USD" and fact.id in totals]
            if len(present) < 2 or len(present) < len(facts) or len({_value(fact) for fact in present}) < len(present):
                continue
            moved = [replace(one, value=other.value) for one, other in pairwise(present)]
            if any(abs(_value(one) - _value(other)) > _SMALLEST * _step(one) for one, other in pairwise(present)):
                touched = frozenset({*_ids(moved), *(totals[fact.id] for fact in moved)})
                yield Seed(f"columns of {row.label}", _with(report, moved), touched)


def _parts(report: Report) -> Iterator[tuple[Fact, Fact]]:
    """(total, part) of the sums, in each period in which they add up."""
    facts = {(fact.concept, fact.context): fact for fact in report.facts}
    for statement in report.statements:
        for summation in statement.sums:
            for context in report.contexts:
                total = facts.get((summation.total, context.id))
                parts = [(facts.get((name, context.id)), weight) for name, weight in summation.parts]
                present = [(part, weight) for part, weight in parts if part is not None]
                if total is None or len(present) < 2 or not total.sources:
                    continue
                difference = _value(total) - sum((weight * _value(part) for part, weight in present), Decimal(0))
                if abs(difference) <= _step(total) * len(present):
                    yield from ((total, part) for part, _ in present if abs(_value(part)) > _SMALLEST * _step(part))


def _money(report: Report) -> Iterator[Fact]:
    """Amounts of the statements but changes in equity, whose sums are asked before any of them is a fact."""
    of_equity = {at for at, statement in enumerate(report.statements) if statement.kind is Kind.EQUITY}
    return (
        fact
        for fact in report.facts
        if fact.unit == "USD" and fact.concept.prefix != "dei" and {each.statement for each in fact.sources} - of_equity
    )


def _value(fact: Fact) -> Decimal:
    assert isinstance(fact.value, Decimal)
    return fact.value


def _step(fact: Fact) -> Decimal:
    return Decimal(1).scaleb(-(fact.decimals or 0))


def _rounded(amount: Decimal, like: Fact) -> Decimal:
    """The amount in whole steps of a fact's precision, at least some of them."""
    return max(round(amount / _step(like)), _SMALLEST) * _step(like)


def _ids(facts: list[Fact]) -> frozenset[str]:
    return frozenset(fact.id for fact in facts)


def _with(report: Report, changed: list[Fact]) -> Report:
    new = {fact.id: fact for fact in changed}
    return replace(report, facts=tuple(new.get(fact.id, fact) for fact in report.facts))


KINDS: tuple[Callable[[Report], Iterator[Seed]], ...] = (
    flipped_signs,
    broken_totals,
    scaled_columns,
    dropped_balances,
    swapped_periods,
    shifted_columns,
    swapped_heads,
    scaled_statements,
    scaled_reports,
    changed_digits,
)
"""Every kind of fault; each is seeded where the report has a place for it."""
