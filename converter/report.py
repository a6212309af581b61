"""The waist: everything before it produces a Report, everything after it reads nothing else.

Frozen data, no I/O. Names follow XBRL 2.1; periods are inclusive days (renderers add XBRL's end-of-day where needed).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from converter import notebook
from converter.findings import Finding
from converter.options import Options
from converter.sources.document import Document
from converter.span import Span
from converter.terms import Decision, Kind, Name, Period, Unit
from converter.terms.period import PeriodType
from converter.wording import counted

Balance = Literal["debit", "credit"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Whose report it is. `scheme` is `http://www.sec.gov/CIK` when a CIK is known."""

    scheme: str
    identifier: str
    name: str


@dataclass(frozen=True, slots=True)
class Extension:
    """A concept of the company's own.

    Attributes:
        type: QName of its item type, e.g. `xbrli:monetaryItemType`, `dtr-types:perShareItemType`.
        anchor: local name of the us-gaap concept it is anchored to, if any.
        abstract: a heading of a presentation tree, never a fact.
    """

    name: Name
    type: str
    period_type: PeriodType
    balance: Balance | None
    label: str
    anchor: str | None = None
    abstract: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A period (and, should they come, dimensions) facts share; `id` is unique in the report and readable:
    `D20030701-20030930`.
    """

    id: str
    period: Period


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: the number's characters, and the place of its row.

    Attributes:
        printed: the number's characters as printed.
        statement: index into `Report.statements`.
        row: index into that statement's `rows`; None for dei facts.
        column: index of the printed column.
    """

    span: Span
    printed: str
    statement: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact.

    Attributes:
        id: unique in the report and stable for the same input.
        value: Decimal for numeric facts (with the sign that the concept's definition gives it), str otherwise.
        unit: None for text facts.
        decimals: None for text facts.
        sources: all places that print it, first in reading order; empty for a fact that is not printed (a document
            type).
        decision: how the concept was chosen; None for dei facts.
    """

    id: str
    concept: Name
    context: str
    value: Decimal | str
    unit: Unit | None
    decimals: int | None
    sources: tuple[Source, ...] = ()
    decision: Decision | None = None


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
    """

    concept: Name
    label: str
    label_role: LabelRole
    depth: int
    abstract: bool
    parenthetical: bool
    span: Span
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Summation:
    """A calculation: `total` is the weighted sum of `parts` ((concept, +1 or -1)), proved by the printed figures."""

    total: Name
    parts: tuple[tuple[Name, int], ...]


@dataclass(frozen=True, slots=True)
class PresentedStatement:
    """A statement as printed: its role, its root and rows (presentation) and its sums (calculation).

    Attributes:
        role: role URI of the extended link.
        definition: in the SEC's form, `00001 - Statement - CONSOLIDATED BALANCE SHEETS`.
        root: the abstract concept at the top.
        periods: of its GAAP columns, in printed order.
        footed: totals that add up, and totals looked at.
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
    footed: tuple[int, int] = (0, 0)


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


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """A document's facts with all that is needed to write them as XBRL in any form.

    Attributes:
        document: the source, for spans, line numbers and the inline document.
        taxonomy: `us-gaap/2025`.
        prefix: namespace prefix of the extension, also the start of the file names (`vlnc`).
        namespace: of the extension (EFM 6.07.04 form: `http://www.company.com/20030930`).
        period_end: the date in the file names: the end of the current period.
        facts: in statement order, dei facts first.
        labels: of every concept that is used, the company's own and us-gaap's: the captions as printed.
        cover: where the dei facts stand; None if there are none.
        findings: of all stages up to this one.
        making: what it was made with.
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
