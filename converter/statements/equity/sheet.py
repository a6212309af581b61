"""A table that is a statement of changes in equity, or a page of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.statements.equity.dating import dated
from converter.statements.equity.lines import Line, closing_days, read_lines
from converter.statements.equity.outside import settled
from converter.statements.equity.parts import Part, names_component, plain, read_parts
from converter.statements.equity.width import beside, goes_beside, parted
from converter.statements.titles import title_text
from converter.tables.table import Table

_MIN_COMPONENTS = 2
_MIN_BALANCES = 2
_MOST_COLUMNS = 40
"""No statement has more; what the totals make of columns is looked at for each with each."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement of changes in equity whose columns are components.

    Attributes:
        tables: its pages.
        parts: of its columns.
        lines: of all its pages.
    """

    tables: tuple[Table, ...]
    parts: tuple[Part | None, ...]
    lines: tuple[Line, ...]

    @property
    def table(self) -> Table:
        return self.tables[0]

    @property
    def end(self) -> int:
        return self.tables[-1].span.end

    @property
    def balances(self) -> list[Line]:
        return [line for line in self.lines if line.balance]


def sheets(tables: Sequence[Table]) -> list[Sheet]:
    """The statements of changes in equity among tables; a page that has no opening balance goes on with the one before
    it.
    """
    found: list[list[Sheet]] = []
    for page in filter(None, map(_page, tables)):
        before = found[-1] if found else None
        if before is not None and _same_heads(before[0], page) and not _opens(page):
            before.append(page)
        elif before is not None and goes_beside(before[0].parts, before[0].lines, page.lines):
            left = before[0]
            lines = beside(left.lines, page.lines, len(left.parts))
            before[0] = Sheet((*left.tables, *page.tables), (*left.parts, *page.parts), tuple(lines))
        else:
            found.append([page])
    whole = [_joined(pages) for pages in found]
    return [_complete(sheet) for sheet in whole if len(sheet.balances) >= _MIN_BALANCES]


def _joined(pages: Sequence[Sheet]) -> Sheet:
    """Pages that go on with the first, as one."""
    tables = tuple(table for page in pages for table in page.tables)
    return Sheet(tables, pages[0].parts, tuple(line for page in pages for line in page.lines))


def _complete(sheet: Sheet) -> Sheet:
    lines = closing_days(sheet.lines)
    return replace(sheet, lines=tuple(lines), parts=settled(sheet.parts, lines))


def _page(table: Table) -> Sheet | None:
    """The table, if its columns are components and one of its rows is a balance."""
    if len(table.columns) > _MOST_COLUMNS:
        return None
    parts = read_parts(table)
    named = {plain(part.caption) for part in parts if part is not None and names_component(part)}
    if len(named) < _MIN_COMPONENTS:
        return None
    strays = frozenset(at for at, part in enumerate(parts) if part is None)
    lines = dated(read_lines(table, strays), title_text(table))
    if not any(line.balance and line.day for line in lines):
        return None
    parts, lines = parted(parts, lines)
    return Sheet((table,), parts, tuple(lines))


def _same_heads(one: Sheet, other: Sheet) -> bool:
    return one.table.part == other.table.part and one.parts == other.parts


def _opens(page: Sheet) -> bool:
    """Whether a balance is the first that a page prints."""
    return next((line.balance for line in page.lines if line.values), True)
