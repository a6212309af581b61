"""Members: the parts that amounts are of, as members of axes; and the tables of the statements that show them."""

from __future__ import annotations

from collections.abc import Iterable

from converter.assembly.extensions import Extensions
from converter.assembly.labels import Labels
from converter.assembly.names import spaced
from converter.assembly.tagging import US_GAAP
from converter.knowledge import Headings
from converter.mapping.line_items import LineItem
from converter.report import Axis, Table
from converter.statements.readings import period_of
from converter.statements.statement import Amount, Component
from converter.taxonomy import Index
from converter.terms import Kind, Member, Name, Scope


class Members:
    """The members of one report."""

    def __init__(self, extensions: Extensions, headings: Headings, index: Index) -> None:
        self._extensions = extensions
        self._headings = headings
        self._index = index
        self._captions: dict[Name, str] = {}

    def scope(self, amount: Amount) -> Scope:
        """What an amount of a known period is about."""
        return Scope.of(period_of(amount), map(self._member, amount.components))

    def _member(self, component: Component) -> Member:
        """The member that a component is: of the taxonomy where the release has it, or else of the company's own."""
        element = self._index.find(component.member) if component.member else None
        if component.member and element is not None and not element.deprecated:
            name = Name.of(component.member, US_GAAP)
        else:
            name = self._extensions.of_member(component.caption)
        self._captions.setdefault(name, component.caption)
        return Member(Name.of(component.axis, US_GAAP), name)

    def table(self, lines: Iterable[LineItem], labels: Labels, kind: Kind) -> Table | None:
        """The table of a statement's lines, its elements labelled; None if no line has a member."""
        found: dict[Name, dict[Name, None]] = {}
        for line in lines:
            for reading in line.readings:
                for each in reading.scope.members:
                    found.setdefault(each.axis, {})[each.member] = None
        if not found:
            return None
        axes = tuple(Axis(axis, self._domain(axis), tuple(members)) for axis, members in sorted(found.items()))
        table, line_items = (Name(US_GAAP, self._headings.tables[part]) for part in ("table", "line_items"))
        rolls = [Name(US_GAAP, self._headings.tables["roll_forward"])] if kind is Kind.EQUITY else []
        for name in (table, line_items, *rolls, *(part for axis in axes for part in (axis.name, axis.domain))):
            labels.standard(name, spaced(name.local))
        for member in (member for axis in axes for member in axis.members):
            labels.standard(member, f"{self._captions[member]} [Member]")
        return Table(table, line_items, axes, next(iter(rolls), None))

    def _domain(self, axis: Name) -> Name:
        domain = self._index.domain(axis.local if axis.prefix == US_GAAP else str(axis))
        if domain is None:
            raise LookupError(f"{self._index.release} has no domain for {axis}")
        return Name.of(domain, US_GAAP)
