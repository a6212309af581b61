"""The extended links of a statement: presentation, calculation and definition, as arcs between concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.report import Disclosure, LabelRole, PresentedRow, PresentedStatement, Table
from converter.terms import Name

STANDARD_ROLE = "http://www.xbrl.org/2003/role/"
REGISTERED_ROLE = "http://www.xbrl.org/2009/role/"
LABEL_ROLES: Mapping[LabelRole, str] = {
    "standard": f"{STANDARD_ROLE}label",
    "total": f"{STANDARD_ROLE}totalLabel",
    "terse": f"{STANDARD_ROLE}terseLabel",
    "verbose": f"{STANDARD_ROLE}verboseLabel",
    "periodStart": f"{STANDARD_ROLE}periodStartLabel",
    "periodEnd": f"{STANDARD_ROLE}periodEndLabel",
    "negated": f"{REGISTERED_ROLE}negatedLabel",
    "negatedTotal": f"{REGISTERED_ROLE}negatedTotalLabel",
    "negatedTerse": f"{REGISTERED_ROLE}negatedTerseLabel",
}

LINK_KINDS = ("presentationLink", "calculationLink", "definitionLink")
"""What each role of the extension is declared for, whatever uses it (EFM 6.07.11)."""

_DIMENSIONS = "http://xbrl.org/int/dim/arcrole/"
ALL, HYPERCUBE_DIMENSION, DIMENSION_DOMAIN, DOMAIN_MEMBER, DIMENSION_DEFAULT = DIMENSIONAL_ARCROLES = tuple(
    f"{_DIMENSIONS}{name}"
    for name in ("all", "hypercube-dimension", "dimension-domain", "domain-member", "dimension-default")
)
"""The arcroles of XBRL Dimensions 1.0."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation of a presentation, calculation or definition link.

    Attributes:
        place: the label of the child's locator; a second arc between two concepts needs a second locator.
        label: the preferred label's role URI.
        arcrole: of a definition's relation.
    """

    parent: Name
    child: Name
    order: int
    place: str
    label: str = ""
    weight: int = 0
    arcrole: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An extended link: its role and its arcs."""

    role: str
    arcs: tuple[Arc, ...]

    @property
    def locators(self) -> dict[str, Name]:
        """The concepts by the label of their locators, in order of appearance."""
        ends = ((identifier(arc.parent), arc.parent, arc.place, arc.child) for arc in self.arcs)
        return {label: name for parent, over, place, under in ends for label, name in ((parent, over), (place, under))}

    @property
    def arcroles(self) -> tuple[str, ...]:
        """The arcroles of a definition, each once."""
        return tuple(dict.fromkeys(arc.arcrole for arc in self.arcs))


def identifier(name: Name) -> str:
    """The id of a concept's declaration (EFM 6.07.17)."""
    return f"{name.prefix}_{name.local}"


def presentation(statement: PresentedStatement) -> Link:
    """The rows as a tree; those of a table under its line items, beside its axes with their members."""
    apart = set(map(id, statement.apart))
    rows = [row for row in statement.rows if id(row) not in apart]
    top = statement.root
    frame: list[tuple[Name, Name]] = []
    if statement.table is not None:
        top = statement.table.top
        frame = list(_frame(statement.root, statement.table))
    return _presented(statement.role, frame, _closed_once(list(_tree(top, rows))))


def _closed_once(rows: Sequence[tuple[Name, PresentedRow]]) -> Iterator[tuple[Name, PresentedRow]]:
    """The rows; what years that are printed one below the other close with stands below the rows of all of them."""
    closing = {(parent, row.concept): at for at, (parent, row) in enumerate(rows) if row.label_role == "periodEnd"}
    for at, (parent, row) in enumerate(rows):
        if row.label_role != "periodEnd" or closing[parent, row.concept] == at:
            yield parent, row


def parenthetical(statement: PresentedStatement) -> Link | None:
    """The numbers inside captions, in a link of their own, which the SEC's viewers show as a page of its own."""
    if statement.parenthetical is None or not statement.apart:
        return None
    return _presented(statement.parenthetical.role, (), ((statement.root, row) for row in statement.apart))


def _presented(role: str, frame: Iterable[tuple[Name, Name]], rows: Iterable[tuple[Name, PresentedRow]]) -> Link:
    arcs: list[Arc] = []
    shown: dict[tuple[Name, Name], list[str]] = {}
    placed = [(parent, child, LABEL_ROLES["standard"]) for parent, child in frame]
    placed += [(parent, row.concept, LABEL_ROLES[row.label_role]) for parent, row in rows]
    for parent, child, label in placed:
        # XBRL cannot show a concept twice under one parent and label (EFM 6.12.05).
        labels = shown.setdefault((parent, child), [])
        if label not in labels:
            labels.append(label)
            place = identifier(child) + (f"_{len(labels)}" if len(labels) > 1 else "")
            arcs.append(Arc(parent, child, len(arcs) + 1, place, label))
    return Link(role, tuple(arcs))


def disclosed(disclosure: Disclosure) -> Link:
    """The text blocks of a disclosure, side by side."""
    names = [block.fact.concept for block in disclosure.blocks]
    label = LABEL_ROLES["standard"]
    return Link(
        disclosure.role,
        tuple(Arc(disclosure.root, name, at, identifier(name), label) for at, name in enumerate(names, 1)),
    )


def calculation(statement: PresentedStatement) -> Link:
    """The sums: each total with its parts and their weights."""
    return Link(
        statement.role,
        tuple(
            Arc(summation.total, part, order, identifier(part), weight=weight)
            for summation in statement.sums
            for order, (part, weight) in enumerate(summation.parts, 1)
        ),
    )


def definition(statement: PresentedStatement, table: Table) -> Link:
    """A closed table in the segment (EFM 6.16): line items have all of it, and every row inherits it from them. What is
    printed under several headings inherits it by one way (EFM 6.16.04).
    """
    relations: list[tuple[Name, Name, str]] = [(table.line_items, table.name, ALL)]
    for axis in table.axes:
        relations += [
            (table.name, axis.name, HYPERCUBE_DIMENSION),
            (axis.name, axis.domain, DIMENSION_DOMAIN),
            (axis.name, axis.domain, DIMENSION_DEFAULT),
            *((axis.domain, member, DOMAIN_MEMBER) for member in axis.members),
        ]
    if table.roll_forward is not None:
        relations.append((table.line_items, table.roll_forward, DOMAIN_MEMBER))
    over: dict[Name, Name] = {}
    for parent, row in _tree(table.top, statement.rows):
        over.setdefault(row.concept, parent)
    relations += [(parent, concept, DOMAIN_MEMBER) for concept, parent in over.items()]
    arcs = (
        Arc(
            parent,
            child,
            order,
            # The domain is at the end of two arcs of its axis, and XBRL allows one between two locators.
            f"{identifier(child)}_default" if arcrole == DIMENSION_DEFAULT else identifier(child),
            arcrole=arcrole,
        )
        for order, (parent, child, arcrole) in enumerate(relations, 1)
    )
    return Link(statement.role, tuple(arcs))


def _frame(root: Name, table: Table) -> Iterator[tuple[Name, Name]]:
    """(parent, child) of what stands over and beside a table's rows."""
    yield root, table.name
    for axis in table.axes:
        yield table.name, axis.name
        yield axis.name, axis.domain
        yield from ((axis.domain, member) for member in axis.members)
    yield table.name, table.line_items
    if table.roll_forward is not None:
        yield table.line_items, table.roll_forward


def _tree(top: Name, rows: Iterable[PresentedRow]) -> Iterator[tuple[Name, PresentedRow]]:
    """Each row with the concept that it stands under."""
    parents = [top]
    for row in rows:
        yield parents[min(row.depth, len(parents) - 1)], row
        if row.abstract:
            parents[row.depth + 1 :] = [row.concept]
