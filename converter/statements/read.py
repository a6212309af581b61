"""Tables to Statements, in order: calendar, selection, captions, amounts, numbers inside captions, footing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from converter.arithmetic import in_units
from converter.digits import MOST_DIGITS
from converter.findings import Finding, Severity
from converter.grammars.months import MONTH, is_day
from converter.grammars.years import YEAR
from converter.options import Options
from converter.sources.document import Document
from converter.statements.amounts import Printed, read_amount
from converter.statements.calendar import Calendar
from converter.statements.candidate import Selected
from converter.statements.captions import PrintedItem, join
from converter.statements.columns import observe
from converter.statements.completeness import completeness, incomplete
from converter.statements.consistency import consistency
from converter.statements.counted_rows import counted_rows
from converter.statements.currency import find_currency
from converter.statements.equity import read_equity
from converter.statements.footing import find_sums
from converter.statements.forms import expected_kinds
from converter.statements.instants import Moment, moment, of_earnings, said_of
from converter.statements.left_out import LEFT_OUT, without_read
from converter.statements.marks import marks
from converter.statements.parentheticals import read_parentheticals
from converter.statements.periods import read_head
from converter.statements.scale import Scale, row_scale
from converter.statements.scales import find_scales
from converter.statements.select import select
from converter.statements.share_counts import settle_share_counts
from converter.statements.shares import agreed_share_scale
from converter.statements.statement import Amount, Aspect, Basis, Column, Item, Role, Statement
from converter.statements.stock_classes import by_class
from converter.statements.units import unit_of, units_by_print
from converter.statements.zeros import as_precise_as_beside
from converter.tables.table import Cell, Table
from converter.terms import TITLES, Kind, Unit

_MARK = re.compile(r"\(\s*[1-9a-z]\s*\)", re.I)
_YEAR = re.compile(YEAR)
_PERIODS = re.compile(r"(?:.*\b)?(?:years?|months?|weeks?|quarters?)\s+(?:ended|ending)\b.*", re.I)
# A remark under the dates, on the line of the first heading or of none.
_AUDIT = re.compile(r"(?:\w+\s+)?\(?(?:un)?audited\)?", re.I)
_INCEPTION = re.compile(r"[Ii]nception|INCEPTION")
_BESIDE = 40
_INCEPTION_DAY = re.compile(
    rf"\binception\W{{1,3}}\(?\s*(?P<after>{MONTH}\.?\s+\d{{1,2}},\s+{YEAR})"
    rf"|\b(?P<before>{MONTH}\.?\s+\d{{1,2}},\s+{YEAR})\s*\(\s*(?:date\s+of\s+)?inception",
    re.I,
)


def read_statements(
    document: Document, tables: list[Table], options: Options, findings: list[Finding]
) -> list[Statement]:
    """The registrant's primary statements in reading order."""
    calendar = calendar_of(document, options)
    observe(tables, calendar)
    statements: list[Statement] = []
    chosen = select(tables, calendar, document.header.company, findings)
    scales = find_scales(document.text, chosen, tables, findings)
    currency = find_currency(chosen, findings)
    for candidate, scale in zip(chosen, scales, strict=True):
        if candidate.verdict.kind is Kind.EQUITY:
            continue
        if any(column.basis is Basis.PART and not column.components for column in candidate.columns):
            message = "Columns of the same period, of parts of the company or with misread heads, give no facts."
            findings.append(Finding(Severity.WARNING, "statements.same-period", message, candidate.table.span))
        if any(column.basis is Basis.GAAP and column.period is None for column in candidate.columns):
            message = "Columns whose period could not be told give no facts."
            findings.append(Finding(Severity.WARNING, "statements.undated", message, candidate.table.span))
        statements.append(replace(_statement(document, candidate, scale, findings), currency=currency))
    statements += read_equity(document.text, tables, statements, calendar, findings)
    if not any(finding.code.startswith("statements.equity-") for finding in findings) and not any(
        statement.kind is Kind.EQUITY for statement in statements
    ):
        findings.extend(_not_read(one) for one in chosen if one.verdict.kind is Kind.EQUITY)
    findings[:] = without_read(findings, statements)
    statements.sort(key=lambda statement: statement.span.start)
    findings.extend(consistency(statements))
    left_out = [finding for finding in findings if finding.code == LEFT_OUT]
    findings.extend(incomplete(completeness(expected_kinds(document, options), statements), statements, left_out))
    return by_class(settle_share_counts(statements, findings))


def _not_read(candidate: Selected) -> Finding:
    message = "The statement of changes in equity was recognised; its component columns could not be read."
    return Finding(Severity.INFO, "statements.equity", message, candidate.table.span)


def calendar_of(document: Document, options: Options) -> Calendar:
    """What options and header tell of the company's calendar; what heads tell comes to it with `columns.observe`."""
    text = options.fiscal_year_end or document.header.fiscal_year_end
    calendar = Calendar(period=document.header.period, inception=_inception(document.text))
    if text:
        month, day = (int(piece) for piece in text.split("-"))
        if is_day(month, day):
            calendar.fiscal_year_end = (month, day)
    return calendar


def _inception(text: str) -> date | None:
    """The day of the company's inception, where a development-stage company prints it."""
    for word in _INCEPTION.finditer(text):
        found = _INCEPTION_DAY.search(text, max(0, word.start() - _BESIDE), word.end() + _BESIDE)
        days = read_head(found["after"] or found["before"]).dates if found else ()
        if days:
            return days[0].complete()
    return None


def _statement(document: Document, candidate: Selected, scale: Scale, findings: list[Finding]) -> Statement:
    table, kind = candidate.table, candidate.verdict.kind
    printed = join(table.rows)
    findings.extend(_too_long(cell) for item in printed for cell in item.cells if len(cell.text) > MOST_DIGITS)
    numbers = [_numbers(item, findings) for item in printed]
    units: list[Unit] = []
    for item, row in zip(printed, numbers, strict=True):
        before = units[-1] if units else "USD"
        units.append(unit_of(item.caption, item.headings, [number for number in row if number], kind, before))
    told = [[number for number in row if number] for row in numbers]
    units = units_by_print(units, [item.caption for item in printed], told, kind)
    scale = agreed_share_scale(printed, numbers, units, scale)
    findings.extend(
        _refuted(item, scale) for item, unit in zip(printed, units, strict=True) if _refutes(item, unit, scale)
    )
    items: list[Item] = []
    for item, row, unit in zip(printed, numbers, units, strict=True):
        made = _item(item, row, unit, scale, candidate.columns, kind)
        items.append(made)
        located = _located(document, item)
        inside = read_parentheticals(item.caption, located, made, len(items) - 1, candidate.columns, scale)
        findings.extend(_of_lengths(each) for each in inside if kind is not Kind.BALANCE_SHEET and _has_lengths(each))
        items.extend(each for each in inside if kind is Kind.BALANCE_SHEET or _is_of_all_columns(each, made))
    items = as_precise_as_beside(items)
    sums, called_totals = find_sums(items, candidate.columns)
    if kind is Kind.BALANCE_SHEET:
        items = counted_rows(items, sums, scale)
    totals = {found.total for found in sums}
    final = tuple(
        replace(item, role=Role.TOTAL) if index in totals or item.caption.lower().startswith("total ") else item
        for index, item in enumerate(items)
    )
    return Statement(
        kind=kind,
        title=candidate.verdict.title or TITLES[kind],
        part=table.part,
        span=table.span,
        columns=candidate.columns,
        items=final,
        sums=sums,
        scale=scale.money,
        called_totals=called_totals,
        layout=table.layout,
        company=candidate.company,
        share_scale=scale.shares,
    )


def _too_long(cell: Cell) -> Finding:
    message = f"{cell.text[:MOST_DIGITS]}... is longer than any amount ({MOST_DIGITS} digits), and was not read."
    return Finding(Severity.WARNING, "statements.amount-too-long", message, cell.span)


def _numbers(item: PrintedItem, findings: list[Finding]) -> list[Printed | None]:
    """What each cell of the row says, None for one that is no amount."""
    if _is_head(item):
        return [None] * len(item.cells)
    numbers = [read_amount(cell.text) for cell in item.cells]
    noted = marks(item.cells, numbers)
    findings.extend(_a_mark(cell) for cell in noted)
    return [None if cell in noted else number for cell, number in zip(item.cells, numbers, strict=True)]


def _a_mark(cell: Cell) -> Finding:
    message = f"{cell.text} in a row of large amounts was taken for the mark of a footnote, and is no amount."
    return Finding(Severity.WARNING, "statements.mark", message, cell.span)


def _is_head(item: PrintedItem) -> bool:
    """Whether the row is (part of) a head after all: the years again over a second part of the table, or marks of
    footnotes, `(unaudited)  (1)` under the dates, `Shares used in: (1)`.
    """
    texts = [cell.text.strip() for cell in item.cells]
    caption = item.caption.strip()
    if len(texts) > 1 and all(map(_YEAR.fullmatch, texts)):
        return bool(_PERIODS.fullmatch(caption))
    if not texts or not all(map(_MARK.fullmatch, texts)):
        return False
    return bool(_AUDIT.fullmatch(caption)) or (len(texts) == 1 and caption.endswith(":"))


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
    stated = _moment(item, columns, kind)
    amounts: list[Amount] = []
    for cell, number in zip(item.cells, numbers, strict=True):
        if number is None or (number.percent and unit != "pure"):
            continue
        column = columns[cell.column]
        value, decimals = in_units(factor, number.value, number.places)
        if unit == "pure" and number.percent:
            value, decimals = number.value.scaleb(-2), number.places + 2
        period = column.period if column.states else None
        if stated and period and not period.is_instant:
            period = stated.of(period)
        amounts.append(Amount(cell.text, value, decimals, cell.column, period, cell.span, column.components))
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
        return own or (scale.shares if scale.proved else _inherited(item) or scale.shares)
    return own or scale.money


def _inherited(item: PrintedItem) -> int | None:
    """The scale that the nearest heading of a row sets."""
    return next((found for heading in reversed(item.headings) if (found := row_scale(heading))), None)


def _refutes(item: PrintedItem, unit: Unit, scale: Scale) -> bool:
    """Whether the row counts shares in another scale than its heading sets, as the figures prove."""
    counts = unit == "shares" and bool(item.cells) and row_scale(item.caption) is None
    return counts and scale.proved and _inherited(item) not in (None, scale.shares)


def _refuted(item: PrintedItem, scale: Scale) -> Finding:
    message = (
        f"Income and earnings a share go with shares of {scale.shares:,} each, not with the scale in the heading, "
        "which was left out of account."
    )
    return Finding(Severity.WARNING, "statements.scale-contradicted", message, item.span)


def _is_of_all_columns(inside: Item, host: Item) -> bool:
    """Whether a caption of income or cash flows says as many amounts as its row: "(including $12, $26 and $24)"."""
    complete = len(inside.amounts) == len(host.amounts)
    return inside.aspect is Aspect.OTHER and complete and not _has_lengths(inside)


def _has_lengths(inside: Item) -> bool:
    """Whether a caption names periods of several lengths for its numbers, so that their order is not the columns'."""
    return inside.aspect is Aspect.OTHER and len(set(read_head(inside.caption).lengths)) > 1


def _of_lengths(inside: Item) -> Finding:
    message = "The numbers inside this caption are of periods of several lengths, and were not read."
    return Finding(Severity.WARNING, "statements.caption-lengths", message, inside.span)


def _moment(item: PrintedItem, columns: Sequence[Column], kind: Kind) -> Moment | None:
    periods = [one.period for one in columns if one.states and one.period and not one.period.is_instant]
    if kind is Kind.INCOME:
        return of_earnings(item.caption, item.headings, periods)
    return moment(said_of(item.caption, item.headings), periods) if kind is Kind.CASH_FLOW else None
