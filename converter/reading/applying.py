"""A Reading on the statements of its document. Applying it twice is applying it once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from converter.arithmetic import power_of_ten
from converter.findings import Finding, Severity
from converter.reading.told import Place, Reading, StatementTold
from converter.sources.document import Document
from converter.statements.footing import find_sums
from converter.statements.share_counts import settle_share_counts
from converter.statements.statement import Amount, Basis, Column, Item, Statement
from converter.terms import Period
from converter.terms.unit import is_money

_DAY = timedelta(days=1)
_Told = tuple[Place, StatementTold]


def applied(statements: Sequence[Statement], reading: Reading, document: Document) -> tuple[Statement, ...]:
    """The statements as a person says they are to be read; those that state nothing are left out."""
    if not reading.file:
        return tuple(statements)
    meant = {at: told for told, at in _met(statements, reading, document)}
    read = [
        _without(_as_told(statement, meant[at][1]) if at in meant else statement, reading, document)
        for at, statement in enumerate(statements)
        if at not in meant or not meant[at][1].dropped
    ]
    if any(told.scale is not None for _, told in meant.values()):
        read = settle_share_counts(read, [])
    return tuple(read)


def finding_of(statements: Sequence[Statement], reading: Reading, document: Document) -> Iterator[Finding]:
    """What a person is told of their reading: each line that is for nothing in the document, and that others hold.

    Args:
        statements: as they were read without it.
    """
    if not reading.file:
        return
    met = list(_met(statements, reading, document))
    told = {place for (place, _), _ in met}
    for place, one in reading.statements.items():
        if place not in told:
            yield _idle(reading, one.line, f"no statement stands at {place}")
    for (_, one), at in met:
        for number in one.columns:
            if number > len(statements[at].columns):
                yield _idle(reading, one.line, f"the statement has {len(statements[at].columns)} columns")
        if reason := _reason(one):
            message = f"{statements[at].title!r}: {reason}, as {reading.file}, line {one.line}, says."
            yield Finding(Severity.INFO, "reading.told", message, statements[at].span)
    starts = {place for statement in statements for place in _starts(statement, document)}
    lines = {line for line, _ in starts}
    for place, (why, line) in reading.dropped.items():
        if place not in starts and not (place.column is None and place.line in lines):
            yield _idle(reading, line, f"nothing of a statement begins at {place}")
        else:
            yield Finding(
                Severity.INFO, "reading.told", f"What stands at {place} is no fact, as {reading.file} says: {why}"
            )


def _idle(reading: Reading, line: int, why: str) -> Finding:
    message = f"{reading.file}, line {line}, holds for nothing: {why}."
    return Finding(Severity.WARNING, "reading.idle", message)


def _reason(told: StatementTold) -> str:
    """What is told of a statement, in words."""
    columns = sorted(told.columns.items())
    parts = [
        *([f"it is left out ({told.dropped})"] if told.dropped else []),
        *([f"it is {told.kind.value}"] if told.kind else []),
        *([f"a printed 1 is {told.scale:,}"] if told.scale else []),
        *(f"column {number} is of another period" for number, one in columns if one.period),
        *(f"column {number} states nothing ({one.dropped})" for number, one in columns if one.dropped),
    ]
    return "; ".join(parts)


def _met(statements: Sequence[Statement], reading: Reading, document: Document) -> Iterator[tuple[_Told, int]]:
    """What is told, with the statement it is told of: that which begins there, else the first that has the line."""
    spans = [
        (document.position(statement.span.start), document.position(max(statement.span.start, statement.span.end - 1)))
        for statement in statements
    ]
    for place, told in reading.statements.items():
        exact = (at for at, (first, _) in enumerate(spans) if place.meets(first))
        within = (
            at for at, (first, last) in enumerate(spans) if place.column is None and first[0] <= place.line <= last[0]
        )
        at = next(exact, next(within, None))
        if at is not None:
            yield (place, told), at


def _as_told(statement: Statement, told: StatementTold) -> Statement:
    if told.kind is not None:
        statement = replace(statement, kind=told.kind)
    if told.scale is not None:
        step = power_of_ten(told.scale) - power_of_ten(statement.scale)
        items = tuple(_scaled(item, step) for item in statement.items)
        statement = replace(statement, items=items, scale=told.scale)
    for number, column in told.columns.items():
        if number > len(statement.columns):
            continue
        if column.period is not None:
            statement = _dated(statement, number - 1, column.period)
        if column.dropped:
            statement = _with_column(statement, number - 1, replace(statement.columns[number - 1], basis=Basis.OTHER))
    return statement


def _scaled(item: Item, step: int) -> Item:
    """Money alone: counts of shares and amounts per share have scales of their own."""
    if not step or not is_money(item.unit):
        return item
    return replace(item, amounts=tuple(amount.at(amount.power + step) for amount in item.amounts))


def _with_column(statement: Statement, at: int, column: Column) -> Statement:
    columns = (*statement.columns[:at], column, *statement.columns[at + 1 :])
    return replace(statement, columns=columns)


def _dated(statement: Statement, at: int, period: Period) -> Statement:
    """The statement with a column of another period, which states GAAP figures then."""
    before = statement.columns[at].period
    items = tuple(
        replace(item, amounts=tuple(_moved(amount, at, before, period) for amount in item.amounts))
        for item in statement.items
    )
    column = replace(statement.columns[at], period=period, basis=Basis.GAAP)
    return replace(_with_column(statement, at, column), items=items)


def _moved(amount: Amount, at: int, before: Period | None, period: Period) -> Amount:
    """An amount of the column; a balance at the beginning stays one of the beginning, one at the end of the end."""
    if amount.column != at:
        return amount
    if before is None or amount.period in (None, before):
        return replace(amount, period=period)
    instants = {Period(before.end): Period(period.end)}
    if before.start and period.start:
        instants[Period(before.start - _DAY)] = Period(period.start - _DAY)
    return replace(amount, period=instants.get(amount.period or before, amount.period))


def _starts(statement: Statement, document: Document) -> Iterator[Place]:
    """Where its rows and amounts begin."""
    for item in statement.items:
        yield Place(*document.position(item.span.start))
        yield from (Place(*document.position(amount.span.start)) for amount in item.amounts)


def _without(statement: Statement, reading: Reading, document: Document) -> Statement:
    """The statement without the amounts that state nothing, its sums made of the others."""
    if not reading.dropped:
        return statement

    def states(item: Item, amount: Amount) -> bool:
        starts = (document.position(item.span.start), document.position(amount.span.start))
        return not any(place in reading.dropped for start in starts for place in (Place(*start), Place(start[0])))

    items = tuple(
        replace(item, amounts=tuple(amount for amount in item.amounts if states(item, amount)))
        for item in statement.items
    )
    if items == statement.items:
        return statement
    sums, called = find_sums(items, statement.columns)
    return replace(statement, items=items, sums=sums, called_totals=called)
