"""`retroxbrl inspect`: the stages of one document, for a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli import show
from converter.cli.arguments import conversion_options, earlier_option, received
from converter.options import Options
from converter.wording import counted

if TYPE_CHECKING:
    from converter.conversion import Stages
    from converter.sources.document import Document
    from converter.statements.statement import Column, Item, Statement
    from converter.tables.table import Table
    from converter.terms import Decision

_CAPTION_WIDTH = 44
_NARROWEST_COLUMN = 10


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@earlier_option
@conversion_options
def command(file: Path, earlier: tuple[Path, ...], options: Options) -> None:
    """Show what is found in FILE: tables, statements, and what each row is mapped to and why."""
    from converter.pipeline import inspected

    for line in _shown(inspected(*received(file), options, earlier)):
        click.echo(line)


def _shown(stages: Stages) -> Iterator[str]:
    document = stages.document
    yield from _document(document)
    for schedule in stages.schedules:
        lines = f"{counted(len(schedule.entries), 'value')}, 1 = {schedule.multiplier:,}"
        yield f"  schedule of {schedule.end}, article {schedule.article}, {schedule.months or '?'} months, {lines}"
    yield ""
    for number, table in enumerate(stages.tables, 1):
        yield _table(document, number, table)
    for statement, decisions in zip(stages.statements, stages.decisions, strict=True):
        yield ""
        yield from _statement(document, statement, decisions)
    yield ""
    for finding in stages.findings:
        yield show.finding_line(finding, document)


def _document(document: Document) -> Iterator[str]:
    header = document.header
    known: dict[str, object] = {"company": header.company, "CIK": header.cik, "SIC": header.sic, "form": header.form}
    known |= {"period": header.period, "fiscal year end": header.fiscal_year_end}
    yield f"{click.style(document.name, bold=True)}: {document.encoding}, {len(document.text):,} characters"
    yield "  " + (", ".join(f"{name} {value}" for name, value in known.items() if value) or "no EDGAR header")
    for number, part in enumerate(document.parts, 1):
        lines = f"lines {document.position(part.span.start)[0]}-{document.position(part.span.end)[0]}"
        yield f"  document {number}: {part.type or '(untyped)'}, {part.format}, {lines}"


def _table(document: Document, number: int, table: Table) -> str:
    first, last = (document.position(offset)[0] for offset in (table.span.start, table.span.end))
    bands = " ".join(f"{band.x0}-{band.x1}" for band in table.columns)
    title = " / ".join(text.text for text in table.above[-3:])
    rows = counted(len(table.rows), "row")
    return f"table {number}: lines {first}-{last}, {rows}, {table.layout} columns at {bands}: {title}"


def _statement(document: Document, statement: Statement, decisions: tuple[Decision | None, ...]) -> Iterator[str]:
    footed, totals = statement.footed
    yield click.style(f"{statement.kind} {statement.title}", bold=True)
    yield f"  scale {statement.scale:,}, {footed} of {totals} totals foot"
    widths = [_width(statement, column) for column in range(len(statement.columns))]
    for heads in zip(*(_head(column) for column in statement.columns), strict=True):
        if any(heads):
            texts = (text.rjust(width) for text, width in zip(heads, widths, strict=True))
            yield " " * (_CAPTION_WIDTH + 8) + "".join(texts)
    for item, decision in zip(statement.items, decisions, strict=True):
        yield _row(document, item, widths)
        if decision is not None:
            indent = " " * (10 + 2 * item.depth)
            yield click.style(f"{indent}-> {show.decided(decision)}", dim=True)
            for line in show.steps(decision)[1:]:
                yield click.style(f"{indent}   {line}", dim=True)


def _row(document: Document, item: Item, widths: list[int]) -> str:
    printed = {amount.column: amount.printed for amount in item.amounts}
    values = "".join(printed.get(column, "").rjust(width) for column, width in enumerate(widths))
    caption = "  " * item.depth + _caption(item)
    if len(caption) > _CAPTION_WIDTH:
        caption = caption[: _CAPTION_WIDTH - 3] + "..."
    return f"{document.position(item.span.start)[0]:6}  {caption:{_CAPTION_WIDTH}}{values}".rstrip()


def _caption(item: Item) -> str:
    unit = f" ({item.unit})" if item.amounts and item.unit != "USD" else ""
    if item.host is not None:
        return f"  [{item.aspect}]{unit}"
    return (item.caption or f"({item.role})") + unit


def _head(column: Column) -> tuple[str, str, str]:
    """Basis, first and last day, each for a line of its own."""
    basis = "" if column.basis == "gaap" else str(column.basis)
    if column.period is None:
        return basis, "", "no period"
    return basis, str(column.period.start or ""), str(column.period.end)


def _width(statement: Statement, column: int) -> int:
    printed = (amount.printed for item in statement.items for amount in item.amounts if amount.column == column)
    return max([_NARROWEST_COLUMN, *map(len, printed)]) + 2
