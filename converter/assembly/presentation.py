"""Presentation: the rows of a statement as printed, each with its concept and the label that shows it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from converter.assembly.extensions import Extensions, line_label
from converter.assembly.headings import Totals, heading_concept
from converter.assembly.labels import Labels, clean
from converter.assembly.names import lc3, spaced
from converter.assembly.outline import TOP, outline
from converter.assembly.tagging import US_GAAP, RowKey, Tag
from converter.knowledge import Headings
from converter.mapping.fits import usable
from converter.mapping.line_items import LineItem
from converter.report import Cover, LabelRole, Parenthetical, PresentedRow
from converter.statements.statement import Column, Item, Role, Statement
from converter.taxonomy import Index
from converter.terms import TITLES, Decision, Kind, Name


class StatementRoles(NamedTuple):
    """The extended links of a statement; `parenthetical` of the numbers inside its captions."""

    role: str
    definition: str
    parenthetical: Parenthetical | None


@dataclass
class Roles:
    """Role URIs and definitions of a report's extended links, in the SEC's form (EFM 6.07.12)."""

    authority: str
    _used: Counter[str] = field(default_factory=Counter)

    def cover(self, root: Name) -> Cover:
        """Of the dei facts."""
        return Cover(*self._role("Document", "Document and Entity Information"), root)

    def statement(self, kind: Kind, title: str, *, parenthetical: bool) -> StatementRoles:
        """Role URI and definition of a statement, and of the numbers inside its captions if there are any; a title that
        is printed twice gets a number.
        """
        name = clean(title) or TITLES[kind]
        role, definition = self._role("Statement", name)
        beside = Parenthetical(*self._role("Statement", f"{name} (Parenthetical)")) if parenthetical else None
        return StatementRoles(role, definition, beside)

    def disclosure(self, title: str) -> tuple[str, str]:
        """Role URI and definition of a note."""
        return self._role("Disclosure", clean(title))

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
        self, at: int, statement: Statement, decisions: Sequence[Decision | None], roles: StatementRoles, root: Name
    ) -> dict[int, PresentedRow]:
        """The rows by the index of their item, in printed order.

        Items that state nothing that is reported (pro forma amounts alone) have no row.
        """
        return dict(self._rows(at, statement, decisions, roles, root))

    def _rows(
        self, at: int, statement: Statement, decisions: Sequence[Decision | None], roles: StatementRoles, root: Name
    ) -> Iterator[tuple[int, PresentedRow]]:
        used = {root}
        totals = Totals((place, item, self.tags.get((at, place))) for place, item in enumerate(statement.items))
        foot = statement.totals
        tags = [self._tag(at, row, statement, decisions[row]) for row in range(len(statement.items))]
        tree = outline(statement.items, lambda row: tags[row] is not None)
        closed = _closed(statement)
        for row, item in enumerate(statement.items):
            tag, parent = tags[row], tree.parents[row]
            if tag is not None:
                apart = roles.parenthetical if item.role is Role.PARENTHETICAL else None
                place = (apart.role, TOP) if apart else (roles.role, parent)
                line = self._line(at, row, statement, tag, place, tree.depth(row), closed)
                yield row, replace(line, foots=foot.get(row))
            elif row in tree.captions:
                caption = tree.captions[row]
                name = self._heading(row, caption, statement, totals, used)
                used.add(name)
                label_role = self.labels.abstract(name, caption)
                yield row, PresentedRow(name, caption, label_role, tree.depth(row), True, False, item.span)

    def _tag(self, at: int, row: int, statement: Statement, decision: Decision | None) -> Tag | None:
        """The concept of a row that is a line; None for a heading."""
        item = statement.items[row]
        return self.tags.get((at, row)) or self._without_amounts(item, decision) or self._bare(row, statement)

    def _bare(self, row: int, statement: Statement) -> Tag | None:
        """The concept of a line that prints no number, and so reads like a heading that nothing stands under:
        `Commitments and contingencies (Note 7)`. Its own words are the name of a concept that facts may have, and that
        heads nothing in the taxonomy.
        """
        item = statement.items[row]
        local = lc3(item.caption)
        if item.role is not Role.HEADING or item.caption.endswith(":") or f"{local}Abstract" in self.index:
            return None
        below = statement.items[row + 1] if row + 1 < len(statement.items) else None
        heads = below is not None and below.role is not Role.HEADING and below.headings[-1:] == (item.caption,)
        if heads or not usable(local, None, None, self.index):
            return None
        return Tag(Name(US_GAAP, local), Decision(local, 1, "own words", 1.0))

    def _without_amounts(self, item: Item, decision: Decision | None) -> Tag | None:
        """The concept of a line that prints no number: `Commitments and contingencies`."""
        if item.role is Role.HEADING or item.amounts or decision is None or decision.concept is None:
            return None
        if not usable(decision.concept, None, None, self.index):
            return None
        return Tag(Name(US_GAAP, decision.concept), decision)

    def _heading(self, row: int, caption: str, statement: Statement, totals: Totals, used: set[Name]) -> Name:
        local = heading_concept(caption, row, totals, self.headings, self.index)
        if local is not None and Name(US_GAAP, local) not in used:
            return Name(US_GAAP, local)
        return self.extensions.of_heading(caption, statement.items[row].headings, statement.kind, used)

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
