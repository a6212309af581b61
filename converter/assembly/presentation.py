"""Presentation: the rows of a statement as printed, each with its concept and the label that shows it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from converter.assembly.extensions import Extensions, line_label
from converter.assembly.headings import Totals, heading_concept
from converter.assembly.labels import Labels, clean
from converter.assembly.names import lc3, spaced
from converter.assembly.tagging import US_GAAP, RowKey, Tag
from converter.knowledge import Headings
from converter.mapping.fits import usable
from converter.mapping.line_items import LineItem
from converter.report import Cover, LabelRole, PresentedRow
from converter.statements.statement import Column, Item, Role, Statement
from converter.taxonomy import Index
from converter.terms import TITLES, Decision, Kind, Name


@dataclass
class Roles:
    """Role URIs and definitions of a report's extended links, in the SEC's form (EFM 6.07.12)."""

    authority: str
    _used: Counter[str] = field(default_factory=Counter)

    def cover(self, root: Name) -> Cover:
        """Of the dei facts."""
        return Cover(*self._role("Document", "Document and Entity Information"), root)

    def statement(self, kind: Kind, title: str) -> tuple[str, str]:
        """Role URI and definition of a statement; a title that is printed twice gets a number."""
        return self._role("Statement", clean(title) or TITLES[kind])

    def _role(self, sort: str, title: str) -> tuple[str, str]:
        name = lc3(title) or "Statement"
        number, times = self._used.total(), self._used[name]
        self._used[name] += 1
        return f"{self.authority}/role/{name}{times + 1 if times else ''}", f"{number:05} - {sort} - {title}"


@dataclass(frozen=True, slots=True)
class Presenter:
    """What the rows of all statements share."""

    tags: Mapping[RowKey, Tag]
    lines: Mapping[RowKey, LineItem]
    extensions: Extensions
    labels: Labels
    headings: Headings
    index: Index

    def root(self, statement: Statement) -> Name:
        """The abstract concept over a statement."""
        local = self.headings.roots[statement.kind]
        if local in self.index:
            name = Name(US_GAAP, local)
            self.labels.standard(name, spaced(local))
            return name
        return self.extensions.root(local, spaced(local))

    def rows(
        self, at: int, statement: Statement, decisions: Sequence[Decision | None], role: str, root: Name
    ) -> dict[int, PresentedRow]:
        """The rows by the index of their item, in printed order.

        Items that state nothing that is reported (pro forma amounts alone) have no row.
        """
        return dict(self._rows(at, statement, decisions, role, root))

    def _rows(
        self, at: int, statement: Statement, decisions: Sequence[Decision | None], role: str, root: Name
    ) -> Iterator[tuple[int, PresentedRow]]:
        used = {root}
        totals = Totals((place, item, self.tags.get((at, place))) for place, item in enumerate(statement.items))
        foot = statement.totals
        closed = _closed(statement)
        open_headings: list[tuple[str, int]] = []
        for row, item in enumerate(statement.items):
            while not _is_under(item, open_headings):
                open_headings.pop()
            depth = len(open_headings)
            tag = self.tags.get((at, row)) or self._without_amounts(item, decisions[row])
            parent = open_headings[-1][1] if open_headings else -1
            if tag is not None:
                line = self._line(at, row, statement, tag, (role, parent), depth, closed)
                yield row, replace(line, foots=foot.get(row))
            elif not item.amounts and item.caption:
                name = self._heading(row, statement, totals, used)
                used.add(name)
                label_role = self.labels.abstract(name, item.caption)
                yield row, PresentedRow(name, item.caption, label_role, depth, True, False, item.span)
                if item.role is Role.HEADING:
                    open_headings.append((item.caption, row))

    def _without_amounts(self, item: Item, decision: Decision | None) -> Tag | None:
        """The concept of a line that prints no number: `Commitments and contingencies`."""
        if item.role is Role.HEADING or item.amounts or decision is None or decision.concept is None:
            return None
        if not usable(decision.concept, None, None, self.index):
            return None
        return Tag(Name(US_GAAP, decision.concept), decision)

    def _heading(self, row: int, statement: Statement, totals: Totals, used: set[Name]) -> Name:
        item = statement.items[row]
        local = heading_concept(item.caption, row, totals, self.headings, self.index)
        if local is not None and Name(US_GAAP, local) not in used:
            return Name(US_GAAP, local)
        return self.extensions.of_heading(item.caption, item.headings, statement.kind, used)

    def _line(
        self,
        at: int,
        row: int,
        statement: Statement,
        tag: Tag,
        parent: tuple[str, int],
        depth: int,
        closed: Set[date],
    ) -> PresentedRow:
        item = statement.items[row]
        line = self.lines.get((at, row))
        label = line_label(line) if line is not None else item.caption
        label_role = self.labels.line(
            tag.name,
            label,
            parent,
            item.headings,
            negated=tag.sign < 0,
            total=item.role is Role.TOTAL,
            edge=_edge(item, statement.columns) or _rolled(item, closed),
        )
        parenthetical = item.role is Role.PARENTHETICAL
        return PresentedRow(tag.name, label, label_role, depth, False, parenthetical, item.span, tag.decision)


def _is_under(item: Item, open_headings: Sequence[tuple[str, int]]) -> bool:
    return tuple(caption for caption, _ in open_headings) == item.headings[: len(open_headings)]


def _closed(statement: Statement) -> frozenset[date]:
    """The days on which the periods of a statement of changes in equity close; of another statement none is asked."""
    if statement.kind is not Kind.EQUITY:
        return frozenset()
    periods = (amount.period for item in statement.items for amount in item.amounts)
    return frozenset(period.end for period in periods if period is not None and not period.is_instant)


def _rolled(item: Item, closed: Set[date]) -> LabelRole | None:
    """Whether a balance of a statement of changes in equity closes a period, or is where one begins and none ends."""
    periods = {amount.period for amount in item.amounts if amount.period is not None}
    if not closed or not periods or not all(period.is_instant for period in periods):
        return None
    return "periodEnd" if all(period.end in closed for period in periods) else "periodStart"


def _edge(item: Item, columns: Sequence[Column]) -> LabelRole | None:
    """Whether a row gives balances at the start or at the end of its columns' periods (EFM 6.12.07: instants only)."""
    edges = set()
    for amount in item.amounts:
        column = columns[amount.column].period
        if amount.period is None or column is None or column.start is None:
            continue
        if not amount.period.is_instant:
            return None
        edges.add(amount.period.end == column.end)
        if amount.period.end not in (column.end, column.start - timedelta(days=1)):
            return None
    if len(edges) != 1:
        return None
    return "periodEnd" if edges.pop() else "periodStart"
