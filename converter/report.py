"""The waist: everything before it produces a Report, everything after it reads nothing else.

Frozen data, no I/O. Names follow XBRL 2.1; periods are inclusive days (renderers add XBRL's end-of-day where needed).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from converter import notebook
from converter.arithmetic import Figure
from converter.findings import Finding
from converter.options import Options
from converter.sources.document import Document
from converter.span import Span
from converter.terms import Decision, Kind, Member, Name, Period, Relation, Scope
from converter.terms.completeness import NOTHING_EXPECTED, Completeness
from converter.terms.period import PeriodType
from converter.wording import counted

Balance = Literal["debit", "credit"]
SubstitutionGroup = Literal["xbrli:item", "xbrldt:dimensionItem", "xbrldt:hypercubeItem"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Whose report it is. `scheme` is `http://www.sec.gov/CIK` when a CIK is known."""

    scheme: str
    identifier: str
    name: str


@dataclass(frozen=True, slots=True)
class Extension:
    """A concept of the company's own; also a member, domain, axis or table of its own.

    Attributes:
        type: QName of its item type, e.g. `xbrli:monetaryItemType`, `dtr-types:perShareItemType`; of a member or domain
            `dtr-types:domainItemType` (EFM 6.07.28).
        anchor: local name of the us-gaap concept it is anchored to, if any.
        abstract: a heading of a presentation tree, or a part of a table: never a fact.
        substitution_group: what it stands for in a definition: an item (members and domains are items, too), an axis, a
            table (EFM 6.07.23).
    """

    name: Name
    type: str
    period_type: PeriodType
    balance: Balance | None
    label: str
    anchor: str | None = None
    abstract: bool = False
    substitution_group: SubstitutionGroup = "xbrli:item"


@dataclass(frozen=True, slots=True)
class Context:
    """A scope that facts share: a period and a set of members. `id` is unique in the report and readable:
    `D20030701-20030930`, `I20030930_RetainedEarningsMember`.
    """

    id: str
    scope: Scope

    @property
    def period(self) -> Period:
        return self.scope.period

    @property
    def members(self) -> tuple[Member, ...]:
        return self.scope.members


@dataclass(frozen=True, slots=True)
class Transformation:
    """How a fact's value is read off its print, in the terms of Inline XBRL 1.1 (10.1.1); a number's sign is the fact's
    own matter.

    Attributes:
        span: the characters to read: the digits with their commas and point, or what is printed for nothing.
        scale: power of ten between the printed number and the value.
        is_zero: nothing is printed in digits: a dash, or a word.
        rule: of a fact that is no number, the rule of the Transformation Rules Registry 4 that makes its value of the
            print; empty: the print is the value.
    """

    span: Span
    scale: int = 0
    is_zero: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: the number's characters, and the place of its row.

    Attributes:
        printed: the number's characters as printed.
        statement: index into `Report.statements`.
        row: index into that statement's `rows`; None for dei facts.
        column: index of the printed column.
        number: of a numeric fact, what is printed, in the print's own scale and with its sign; a dash is 0.
        transformation: what makes the fact's value of the print; None where the print does not give it (it is rounded
            more than another place, or markup hides it), and where the print is the value of a fact that is no number.
    """

    span: Span
    printed: str
    statement: int | None = None
    row: int | None = None
    column: int | None = None
    number: Decimal | None = None
    transformation: Transformation | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact.

    Attributes:
        id: unique in the report and stable for the same input.
        value: Decimal for numeric facts (with the sign that the concept's definition gives it), str otherwise.
        unit: `USD`, `EUR/shares`, `shares`, `pure`; None for text facts.
        decimals: None for text facts.
        sources: all places that print it, first in reading order; empty for a fact that is not printed (a document
            type).
        decision: how the concept was chosen; None for dei facts.
        proofs: the relations that vouch for the value, in the order of `Relation`.
        refuted: codes of the findings that say that it contradicts others.
    """

    id: str
    concept: Name
    context: str
    value: Decimal | str
    unit: str | None
    decimals: int | None
    sources: tuple[Source, ...] = ()
    decision: Decision | None = None
    proofs: tuple[Relation, ...] = ()
    refuted: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The value and its precision, of a numeric fact."""
        assert isinstance(self.value, Decimal), "only numeric facts are figures"
        return Figure(self.value, self.decimals)


LabelRole = Literal[
    "standard", "total", "terse", "verbose", "negated", "negatedTotal", "negatedTerse", "periodStart", "periodEnd"
]


@dataclass(frozen=True, slots=True)
class Label:
    """A label resource: what a concept is called under one role. A concept has at most one label per role (EFM
    6.10.02).
    """

    concept: Name
    role: LabelRole
    text: str


@dataclass(frozen=True, slots=True)
class Cover:
    """Where the dei facts are presented: the extended link's role and definition, and its abstract root."""

    role: str
    definition: str
    root: Name


@dataclass(frozen=True, slots=True)
class Parenthetical:
    """Where the numbers inside a statement's captions are presented: the extended link's role and definition."""

    role: str
    definition: str


@dataclass(frozen=True, slots=True)
class PresentedRow:
    """A row of a statement as printed; the rows of a statement in order make its presentation tree.

    Attributes:
        concept: an abstract concept for a heading.
        label: the caption as printed.
        label_role: how the label shows the value: `negated` where the fact's sign is not the printed one; `terse` and
            `verbose` keep a second caption of a concept that is printed twice.
        depth: level in the tree, 0 for rows right under the statement's root.
        abstract: a heading.
        parenthetical: the row is a number printed inside another row's caption.
        decision: how the concept was chosen; None for headings.
        foots: of a total, whether the lines above make it, in every column; None for a row that is no total.
    """

    concept: Name
    label: str
    label_role: LabelRole
    depth: int
    abstract: bool
    parenthetical: bool
    span: Span
    decision: Decision | None = None
    foots: bool | None = None


@dataclass(frozen=True, slots=True)
class Summation:
    """A calculation: `total` is the weighted sum of `parts` ((concept, +1 or -1)), proved by the printed figures."""

    total: Name
    parts: tuple[tuple[Name, int], ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """A sum that the print makes: rows of a statement by their places, with the weights of the printed amounts.

    Unlike a `Summation` it stands whether or not XBRL can say it.
    """

    total: int
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of a table: what the members divide, and the members that facts have.

    Attributes:
        domain: the whole that the members are parts of. It is the axis' default, too: what is reported without a member
            is of the whole (XBRL Dimensions 1.0, 2.7.1).
    """

    name: Name
    domain: Name
    members: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A hypercube: the axes along which the rows of a statement have members.

    Attributes:
        line_items: the abstract concept over the rows.
        roll_forward: the one between it and rows that lead from balance to balance; None for other rows.
    """

    name: Name
    line_items: Name
    axes: tuple[Axis, ...]
    roll_forward: Name | None = None

    @property
    def top(self) -> Name:
        """The concept that the rows stand right under."""
        return self.roll_forward or self.line_items


@dataclass(frozen=True, slots=True)
class PresentedStatement:
    """A statement as printed: its role, its root and rows (presentation) and its sums (calculation).

    Attributes:
        role: role URI of the extended link.
        definition: in the SEC's form, `00001 - Statement - CONSOLIDATED BALANCE SHEETS`.
        root: the abstract concept at the top.
        periods: of its GAAP columns, in printed order; where columns are parts, those of its amounts.
        table: None where no fact of its rows has a member.
        footings: the sums as printed.
        parenthetical: the role of its parenthetical rows; None where it has none.
    """

    kind: Kind
    role: str
    definition: str
    title: str
    root: Name
    rows: tuple[PresentedRow, ...]
    sums: tuple[Summation, ...]
    periods: tuple[Period, ...]
    scale: int
    span: Span
    table: Table | None = None
    footings: tuple[Footing, ...] = ()
    parenthetical: Parenthetical | None = None

    @property
    def apart(self) -> tuple[PresentedRow, ...]:
        """The rows that stand in the parenthetical role: the numbers inside captions, but for those that a sum or a
        table of the statement needs beside its lines.
        """
        if self.parenthetical is None or self.table is not None:
            return ()
        summed = {name for one in self.sums for name in (one.total, *(part for part, _ in one.parts))}
        return tuple(row for row in self.rows if row.parenthetical and row.concept not in summed)

    @property
    def footed(self) -> tuple[int, int]:
        """Totals that foot, and totals."""
        totals = [row.foots for row in self.rows if row.foots is not None]
        return sum(totals), len(totals)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A note to the financial statements, or an accounting policy in one, as one fact, whose value is XHTML."""

    fact: Fact
    number: str
    title: str
    span: Span
    policy: bool = False


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Text blocks presented together, a note or the policies in one: `00007 - Disclosure - INVENTORIES`."""

    role: str
    definition: str
    root: Name
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class Making:
    """What a Report was made with beside the document: with the same it is made again, on any machine.

    Attributes:
        version: of the program; empty for a Report that no conversion made.
        options: as given, but without the folder of maps, which is a path of one machine.
        maps: SHA-256 of the mapping files by name: of the built-in ones together, and of each of the user's.
        validated: whether the findings hold those of validation.
    """

    version: str = ""
    options: Options = field(default_factory=Options)
    maps: tuple[tuple[str, str], ...] = ()
    validated: bool = False


@dataclass(frozen=True, repr=False)
class Report:
    """A document's facts with all that is needed to write them as XBRL in any form.

    Attributes:
        document: the source, for spans, line numbers and the inline document.
        taxonomy: `us-gaap/2025`.
        prefix: namespace prefix of the extension, also the start of the file names (`vlnc`).
        namespace: of the extension (EFM 6.07.04 form: `http://www.company.com/20030930`).
        period_end: the date in the file names: the end of the current period.
        facts: of the statements, in their order, dei facts first; those of text blocks are in `disclosures`.
        labels: of every concept that is used, the company's own and us-gaap's: the captions as printed.
        cover: where the dei facts stand; None if there are none.
        findings: of all stages up to this one.
        making: what it was made with.
        disclosures: the notes, in reading order, then their policies.
        completeness: which statements are missing, and what holds between those that are there.
    """

    document: Document
    entity: Entity
    taxonomy: str
    prefix: str
    namespace: str
    period_end: date
    contexts: tuple[Context, ...]
    facts: tuple[Fact, ...]
    extensions: tuple[Extension, ...]
    statements: tuple[PresentedStatement, ...]
    labels: tuple[Label, ...] = ()
    cover: Cover | None = None
    findings: tuple[Finding, ...] = ()
    making: Making = Making()
    completeness: Completeness = NOTHING_EXPECTED
    disclosures: tuple[Disclosure, ...] = ()

    @property
    def text_blocks(self) -> tuple[TextBlock, ...]:
        """The notes with their policies, in reading order, each note before what is in it."""
        blocks = (block for disclosure in self.disclosures for block in disclosure.blocks)
        return tuple(sorted(blocks, key=lambda block: (block.span.start, block.policy)))

    @property
    def reported(self) -> tuple[Fact, ...]:
        """All facts of the instance: those of the statements and the cover, then the text blocks."""
        return (*self.facts, *(block.fact for block in self.text_blocks))

    @property
    def outline(self) -> tuple[str, ...]:
        """What it holds, in a few words each: the statements, the facts, the findings."""
        kinds = " ".join(statement.kind for statement in self.statements)
        return (
            kinds or "no statement",
            counted(len(self.facts), "fact"),
            counted(len(self.findings), "finding"),
        )

    def __repr__(self) -> str:
        about = (repr(self.document.name), repr(self.entity.name), self.taxonomy, *self.outline)
        return f"<Report: {', '.join(about)}>"

    def _repr_html_(self) -> str:
        return notebook.card(self.entity.name, [f"{self.document.name}, {self.taxonomy}", ", ".join(self.outline)])

    def scope_of(self, fact: Fact) -> Scope:
        """What a fact is about: when, and which members."""
        return self._scopes[fact.context]

    def period_of(self, fact: Fact) -> Period:
        """When a fact is."""
        return self._scopes[fact.context].period

    @cached_property
    def _scopes(self) -> Mapping[str, Scope]:
        return {context.id: context.scope for context in self.contexts}
