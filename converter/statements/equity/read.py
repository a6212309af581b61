"""Tables to the statement of changes in equity, checked before anything of it is a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from converter.findings import Finding, Severity
from converter.span import Span
from converter.statements.calendar import Calendar
from converter.statements.classify import title_of
from converter.statements.columns import read_columns
from converter.statements.equity import rotated, years
from converter.statements.equity.blocks import Block, blocks
from converter.statements.equity.checks import Verified, total_of, verify
from converter.statements.equity.counts import with_counts
from converter.statements.equity.items import items_of
from converter.statements.equity.known import Balance, Known
from converter.statements.equity.lines import Line
from converter.statements.equity.parts import Part, Sort
from converter.statements.equity.prices import with_prices
from converter.statements.equity.rotated import Rotated, read_rotated
from converter.statements.equity.sheet import Sheet, sheets
from converter.statements.equity.years import UnderComponents, read_years
from converter.statements.scale import Scale, of_counts
from converter.statements.statement import Column, Item, Statement
from converter.statements.titles import title_text
from converter.tables.table import Table
from converter.terms import TITLES, Kind


@dataclass(frozen=True, slots=True)
class _Read:
    """What a table gives: columns, and rows whose amounts count them from the first of the whole statement."""

    table: Table
    end: int
    scale: Scale
    columns: tuple[Column, ...]
    items: tuple[Item, ...]


def read_equity(
    text: str, tables: Sequence[Table], statements: Sequence[Statement], calendar: Calendar, findings: list[Finding]
) -> list[Statement]:
    """The statement of changes in equity, its components named as printed; none if nothing of it holds.

    Args:
        text: the document's.
        statements: the others, of whose balance sheets the totals are.
    """
    known = Known(text, tables, statements)
    found = sheets(tables)
    taken = {table.span for sheet in found for table in sheet.tables}
    read = [*_of_sheets(found, known, findings)]
    for table in tables:
        if table.span not in taken and Kind.EQUITY in title_of(table)[1]:
            before = sum(len(one.columns) for one in read)
            columns = read_columns(table, Kind.EQUITY, title_text(table), calendar)
            if under := read_years(table, columns):
                read += _of_years(table, under, columns, known, before, findings)
            else:
                read += _of_rotated(table, columns, known, before, findings)
    return [_statement(read, text)] if read else []


def _of_sheets(found: Sequence[Sheet], known: Known, findings: list[Finding]) -> Iterator[_Read]:
    accepted: set[tuple[Part | None, ...]] = set()
    done: set[tuple[object, ...]] = set()
    columns = 0
    for sheet in found:
        totals = _totals(sheet.balances, sheet)
        scale = known.scale(sheet.table, totals, goes_on=sheet.parts in accepted)
        if scale is None:
            findings.extend(_of_another(sheet.table))
            continue
        scale = of_counts(scale, _most_counted(sheet))
        kept = []
        for block in blocks(sheet.lines):
            verified = verify(block, sheet.parts)
            if any(known.contradicts(each, scale) for each in _totals((block.opening, block.closing), sheet)):
                findings.append(_contradicted(block.closing))
                continue
            findings.extend(_doubts(block, verified, sheet))
            if _holds(verified, sheet):
                kept.append((block, verified))
        told = tuple((block.period, total_of(block.closing, sheet.parts)) for block, _ in kept)
        if not kept or told in done:
            continue
        done.add(told)
        accepted.add(sheet.parts)
        known.add(totals, scale)
        heads = tuple(Column(part.caption if part else "", None) for part in sheet.parts)
        yield _Read(sheet.table, sheet.end, scale, heads, tuple(_items(sheet, kept, scale, columns)))
        columns += len(heads)


def _contradicted(line: Line) -> Finding:
    message = (
        f"{line.caption!r}, or what it leads from, is not the equity of the balance sheet; the block gives no facts."
    )
    return Finding(Severity.WARNING, "statements.equity-contradicted", message, line.item.span)


def _most_counted(sheet: Sheet) -> Decimal:
    """The largest printed count of shares."""
    counts = (
        abs(value.number.value)
        for line in sheet.balances
        for column, value in line.values.items()
        if (part := sheet.parts[column]) is not None and part.counts
    )
    return max(counts, default=Decimal(0))


def _items(sheet: Sheet, kept: Sequence[tuple[Block, Verified]], scale: Scale, first_column: int) -> Iterator[Item]:
    before = None
    for block, verified in kept:
        yield from items_of(block, verified, sheet.parts, scale, first_column, opens=block.opening is not before)
        before = block.closing


def _totals(balances: Iterable[Line], sheet: Sheet) -> list[Balance]:
    """The totals of balances that have a day, with it."""
    return [
        (line.day, total)
        for line in balances
        if line.day is not None and (total := total_of(line, sheet.parts)) is not None
    ]


def _of_years(
    table: Table,
    found: UnderComponents,
    columns: Sequence[Column],
    known: Known,
    first_column: int,
    findings: list[Finding],
) -> Iterator[_Read]:
    scale = known.scale(table, found.totals, goes_on=False)
    if scale is None or any(known.contradicts(each, scale) for each in found.totals):
        findings.extend(_of_another(table))
        return
    for column in sorted(found.failing):
        caption, end = found.parts[column].caption, found.periods[column].end
        message = f"The movements of {caption!r} to {end} do not make its balances, and give no facts."
        findings.append(Finding(Severity.WARNING, "statements.equity-column", message, found.closing.item.span))
    known.add(found.totals, scale)
    heads = tuple(Column(column.head, None) for column in columns)
    yield _Read(table, table.span.end, scale, heads, tuple(years.items_of(found, scale, first_column)))


def _of_rotated(
    table: Table, columns: Sequence[Column], known: Known, first_column: int, findings: list[Finding]
) -> Iterator[_Read]:
    found = read_rotated(table)
    if found is None or not any(column.period for column in columns):
        return
    closing = rotated.balances(found, columns)
    totals = [each for balances in closing for each in balances]
    scale = known.scale(table, totals, goes_on=False)
    if scale is None:
        findings.extend(_of_another(table))
        return
    columns = tuple(
        replace(column, period=None)
        if found.wholes and any(known.contradicts(each, scale) for each in balances)
        else column
        for column, balances in zip(columns, closing, strict=True)
    )
    found = rotated.settled(found)
    findings.extend(_unfooted(found))
    known.add(totals, scale)
    yield _Read(table, table.span.end, scale, columns, tuple(rotated.items_of(found, columns, scale, first_column)))


def _unfooted(found: Rotated) -> Iterator[Finding]:
    for section in found.unclosed:
        message = f"What {section.part.caption!r} closes with was not found; its rows give no facts."
        yield Finding(Severity.WARNING, "statements.equity-column", message, section.opening.item.span)
    for section in found.sections:
        if rotated.failing(section) and section.closing is not None:
            message = f"The movements of {section.part.caption!r} do not make its balances, and give no facts."
            yield Finding(Severity.WARNING, "statements.equity-column", message, section.closing.item.span)


def _of_another(table: Table) -> Iterator[Finding]:
    if Kind.EQUITY in title_of(table)[1]:
        message = "A statement of changes in equity ends in no equity of the balance sheet, and gives no facts."
        yield Finding(Severity.WARNING, "statements.equity-other", message, table.span)


def _holds(verified: Verified, sheet: Sheet) -> bool:
    """Whether the totals of a block foot, or where none is printed all components do."""
    totals = [at for at, part in enumerate(sheet.parts) if part is not None and part.sort is Sort.TOTAL]
    money = [at for at, part in enumerate(sheet.parts) if part is not None and part.adds]
    return not verified.failing & frozenset(totals or money)


def _doubts(block: Block, verified: Verified, sheet: Sheet) -> Iterator[Finding]:
    named = f"{block.opening.caption!r} to {block.closing.caption!r}"
    if not _holds(verified, sheet):
        message = f"From {named} the movements do not make the balances; the block gives no facts."
        yield Finding(Severity.WARNING, "statements.equity-block", message, block.closing.item.span)
        return
    for column in sorted(verified.failing):
        part = sheet.parts[column]
        caption = part.caption if part is not None else ""
        message = f"From {named} the movements of {caption!r} do not make its balances, and give no facts."
        yield Finding(Severity.WARNING, "statements.equity-column", message, block.closing.item.span)
    for at in sorted(verified.across):
        line = block.lines[at]
        message = f"{line.caption!r}: the components do not make the total; the row gives no facts."
        yield Finding(Severity.WARNING, "statements.equity-row", message, line.item.span)


def _statement(read: Sequence[_Read], text: str) -> Statement:
    """What all tables give as one statement, so that its facts are of one table of members."""
    first = read[0]
    title, kinds = title_of(first.table)
    return Statement(
        kind=Kind.EQUITY,
        title=title if Kind.EQUITY in kinds else TITLES[Kind.EQUITY],
        part=first.table.part,
        span=Span(first.table.span.start, max(one.end for one in read)),
        columns=tuple(column for one in read for column in one.columns),
        items=tuple(with_prices(with_counts((item for one in read for item in one.items), text), text)),
        scale=first.scale.money,
        layout=first.table.layout,
        share_scale=first.scale.shares,
    )
