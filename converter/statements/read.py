"""Tables to Statements, in order: calendar, selection, captions, amounts, numbers inside captions, footing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from converter.findings import Finding, Severity
from converter.options import Options
from converter.sources.document import Document
from converter.statements.amounts import Printed, read_amount
from converter.statements.captions import PrintedItem, join
from converter.statements.columns import observe
from converter.statements.footing import find_sums
from converter.statements.inside import read_inside
from converter.statements.periods import Calendar
from converter.statements.scale import Scale, read_scale, row_scale
from converter.statements.select import Candidate, select
from converter.statements.shares import agreed_share_scale
from converter.statements.statement import Amount, Basis, Column, Item, Kind, Period, Role, Statement, Unit
from converter.statements.units import unit_of
from converter.tables.table import Table

_OPENING = ("beginning of", "beginning balance", "at beginning", ", beginning", "january 1", "start of")
_CLOSING = ("end of", "ending balance", "at end", ", end", "december 31", "september 30", "june 30", "march 31")
_MIN_REPEATED = 3
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+")


def read_statements(
    document: Document, tables: list[Table], options: Options, findings: list[Finding]
) -> list[Statement]:
    """The registrant's primary statements in reading order."""
    calendar = _calendar(document, options)
    observe(tables, calendar)
    statements: list[Statement] = []
    chosen = select(tables, calendar, findings)
    scales = _scales(chosen, tables, findings)
    for candidate, scale in zip(chosen, scales, strict=True):
        if candidate.verdict.kind is Kind.EQUITY:
            message = "The statement of changes in equity was recognised; its component columns are not read."
            findings.append(Finding(Severity.INFO, "statements.equity", message, candidate.table.span))
            continue
        statements.append(_statement(document, candidate, scale))
    return statements


def _calendar(document: Document, options: Options) -> Calendar:
    text = options.fiscal_year_end or document.header.fiscal_year_end
    calendar = Calendar(period=document.header.period)
    if text:
        month, day = (int(piece) for piece in text.split("-"))
        if 1 <= month <= 12 and 1 <= day <= 31:
            calendar.fiscal_year_end = (month, day)
    return calendar


def _scales(chosen: list[Candidate], tables: list[Table], findings: list[Finding]) -> list[Scale]:
    """Each statement's scale; one that states none takes what the document states elsewhere, and says so.

    Elsewhere is the other statements, or a table that prints the same figures under a scale of its own.
    """
    found = [read_scale(_scale_lines(candidate.table)) for candidate in chosen]
    common = _agreed([scale for scale in found if scale is not None])
    scales: list[Scale] = []
    for candidate, scale in zip(chosen, found, strict=True):
        if scale is not None:
            scales.append(scale)
            continue
        inferred = _agreed(_where_repeated(candidate.table, tables)) or common
        if inferred is not None and inferred.money > 1 and not _looks_whole(candidate):
            message = f"No scale is printed; that of the document's other tables (1 = {inferred.money:,}) was taken."
            findings.append(Finding(Severity.WARNING, "statements.scale-inferred", message, candidate.table.span))
            scales.append(replace(inferred, stated=False))
        else:
            message = "No scale is printed; the amounts were taken to be in full units."
            findings.append(Finding(Severity.INFO, "statements.scale-none", message, candidate.table.span))
            scales.append(Scale())
    return scales


def _agreed(stated: list[Scale]) -> Scale | None:
    """The one scale that all of them state."""
    return stated[0] if stated and len({scale.money for scale in stated}) == 1 else None


def _where_repeated(table: Table, tables: list[Table]) -> list[Scale]:
    """The scales of other tables that print at least a few of the same large figures."""
    own = _large_figures(table)
    return [
        scale
        for other in tables
        if other is not table
        and len(own & _large_figures(other)) >= _MIN_REPEATED
        and (scale := read_scale(_scale_lines(other))) is not None
    ]


def _large_figures(table: Table) -> set[str]:
    return {found[0] for row in table.rows for cell in row.cells if (found := _FIGURE.search(cell.text))}


def _looks_whole(candidate: Candidate) -> bool:
    """Amounts of eight digits and more are printed in full dollars."""
    values = [read_amount(cell.text) for row in candidate.table.rows for cell in row.cells]
    return any(number is not None and abs(number.value) >= 100_000_000 for number in values)


def _scale_lines(table: Table) -> list[str]:
    """The lines that may state the scale, nearest to the figures first."""
    head = [piece.text for line in table.head for piece in line]
    above = [text.text for text in table.above if len(text.text) < 200]
    first = [row.stub for row in table.rows[:3] if row.stub and not row.cells]
    return first + head[::-1] + above[::-1]


def _statement(document: Document, candidate: Candidate, scale: Scale) -> Statement:
    table, kind = candidate.table, candidate.verdict.kind
    printed = join(table.rows)
    numbers = [[read_amount(cell.text) for cell in item.cells] for item in printed]
    units: list[Unit] = []
    for item, row in zip(printed, numbers, strict=True):
        before = units[-1] if units else "USD"
        units.append(unit_of(item.caption, item.headings, [number for number in row if number], kind, before))
    scale = agreed_share_scale(printed, numbers, units, scale)
    items: list[Item] = []
    for item, row, unit in zip(printed, numbers, units, strict=True):
        made = _item(item, row, unit, scale, candidate.columns, kind)
        items.append(made)
        if kind is Kind.BALANCE_SHEET:
            located = _located(document, item)
            items.extend(read_inside(item.caption, located, made, len(items) - 1, candidate.columns, scale))
    sums, footed = find_sums(items)
    totals = {found.total for found in sums}
    final = tuple(
        replace(item, role=Role.TOTAL) if index in totals or item.caption.lower().startswith("total ") else item
        for index, item in enumerate(items)
    )
    return Statement(
        kind=kind,
        title=candidate.verdict.title,
        part=table.part,
        span=table.span,
        columns=candidate.columns,
        items=final,
        sums=sums,
        scale=scale.money,
        footed=footed,
        layout=table.layout,
    )


def _located(document: Document, item: PrintedItem) -> list[tuple[int, str]]:
    """The caption's printed characters: from where it begins to where its numbers (or its line) begin."""
    end = max(item.span.end, max((cell.span.start for cell in item.cells), default=0))
    return [(item.span.start, document.text[item.span.start : end])]


def _item(
    item: PrintedItem,
    numbers: Sequence[Printed | None],
    unit: Unit,
    scale: Scale,
    columns: tuple[Column, ...],
    kind: Kind,
) -> Item:
    factor = _factor(item, unit, scale)
    amounts: list[Amount] = []
    for cell, number in zip(item.cells, numbers, strict=True):
        if number is None or (number.percent and unit != "pure"):
            continue
        column = columns[cell.column]
        value, places = number.value * factor, number.places - len(str(factor)) + 1
        if unit == "pure" and number.percent:
            value, places = number.value.scaleb(-2), number.places + 2
        period = _period(item.caption, column, kind) if column.basis is Basis.GAAP else None
        amounts.append(Amount(cell.text, value, places, cell.column, period, cell.span))
    return Item(
        caption=item.caption,
        headings=item.headings,
        depth=len(item.headings),
        role=Role.HEADING if item.heading or not amounts else Role.LINE,
        unit=unit,
        amounts=tuple(amounts),
        span=item.span,
    )


def _factor(item: PrintedItem, unit: Unit, scale: Scale) -> int:
    if unit in ("USD/shares", "pure"):
        return 1
    own = row_scale(item.caption)
    if unit == "shares":
        inherited = next((found for heading in reversed(item.headings) if (found := row_scale(heading))), None)
        return own or inherited or scale.shares
    return own or scale.money


def _period(caption: str, column: Column, kind: Kind) -> Period | None:
    """The column's period; for cash at the beginning or the end of a cash flow, the instant meant."""
    period = column.period
    if kind is not Kind.CASH_FLOW or period is None or period.start is None:
        return period
    lowered = caption.lower()
    if "cash" not in lowered and "balance" not in lowered and "beginning of" not in lowered and "end of" not in lowered:
        return period
    if any(words in lowered for words in _OPENING):
        return Period(period.start - timedelta(days=1))
    if any(words in lowered for words in _CLOSING) and "increase" not in lowered and "decrease" not in lowered:
        return Period(period.end)
    return period
