"""What the templates show of a Report: names, addresses and numbers as XBRL spells them. No decision is made here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from converter.rendering.links import (
    DIMENSIONAL_ARCROLES,
    LABEL_ROLES,
    REGISTERED_ROLE,
    STANDARD_ROLE,
    Arc,
    Link,
    calculation,
    definition,
    disclosed,
    identifier,
    parenthetical,
    presentation,
)
from converter.report import Extension, Fact, Report
from converter.taxonomy import Index, load_index
from converter.terms import Name
from converter.terms.unit import currency_of, is_price

INSTANCE = "http://www.xbrl.org/2003/instance"
LINKBASE = "http://www.xbrl.org/2003/linkbase"
XLINK = "http://www.w3.org/1999/xlink"
DIMENSIONS = "http://xbrl.org/2005/xbrldt"
MEMBERS = "http://xbrl.org/2006/xbrldi"
ISO4217 = "http://www.xbrl.org/2003/iso4217"
INSTANCE_SCHEMA = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"

WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
"""The arcrole for anchoring in XBRL International's Link Role Registry."""

_NEGATED_SCHEMA = "http://www.xbrl.org/lrr/role/negated-2009-12-16.xsd"
DIMENSIONS_SCHEMA = "http://www.xbrl.org/2005/xbrldt-2005.xsd"
ARCROLE_SCHEMAS: Mapping[str, str] = {
    WIDER_NARROWER: "http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd#wider-narrower",
    "https://xbrl.org/2023/arcrole/summation-item": "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item",
    **{arcrole: f"{DIMENSIONS_SCHEMA}#{arcrole.rpartition('/')[2]}" for arcrole in DIMENSIONAL_ARCROLES},
}
"""Where arcroles beyond XBRL 2.1 are defined: what an `arcroleRef` names."""

Measured = tuple[str, tuple[str, ...]]
"""A unit's id, and its measures: one, or numerator and denominator."""


class View:
    """A Report for templates; `index` is that of its taxonomy.

    Args:
        base: what comes before the schema's file name where the instance names it; empty: the schema is beside it.
    """

    def __init__(self, report: Report, base: str = "") -> None:
        self.report = report
        self._base = base
        self.index: Index = load_index(report.taxonomy)
        self.stem = f"{report.prefix}-{report.period_end:%Y%m%d}"

    @property
    def instance(self) -> str:
        """File name of the instance; the others follow the same form."""
        return f"{self.stem}.xml"

    @property
    def schema(self) -> str:
        return f"{self.stem}.xsd"

    @property
    def schema_ref(self) -> str:
        """How the instance names the schema."""
        return f"{self._base}{self.schema}"

    def linkbase(self, kind: str) -> str:
        """File name of a linkbase: `lab`, `pre`, `cal` or `def`."""
        return f"{self.stem}_{kind}.xml"

    @cached_property
    def linkbases(self) -> list[tuple[str, str]]:
        """(file name, role of the reference) of the linkbases that have something to say."""
        kinds = [("lab", "label"), ("pre", "presentation")]
        kinds += [("cal", "calculation")] if self.calculations else []
        kinds += [("def", "definition")] if self.anchors or self.tables else []
        return [(self.linkbase(kind), f"{STANDARD_ROLE}{name}LinkbaseRef") for kind, name in kinds]

    @cached_property
    def namespaces(self) -> dict[str, str]:
        """Namespaces of the instance by prefix."""
        standard = {"xbrli": INSTANCE, "link": LINKBASE, "xlink": XLINK, "iso4217": ISO4217}
        own = {self.report.prefix: self.report.namespace}
        members = {each for context in self.report.contexts for each in context.members}
        named = {name.prefix for each in members for name in (each.axis, each.member)}
        prefixes = ("dei", "us-gaap", *sorted(named - {"dei", "us-gaap", self.report.prefix}))
        dimensional = {"xbrldi": MEMBERS} if members else {}
        return standard | dimensional | {prefix: self.index.namespace(prefix) for prefix in prefixes} | own

    @cached_property
    def imports(self) -> list[tuple[str, str]]:
        """(namespace, address) of the schemas that the extension imports."""
        prefixes = ["us-gaap", "dei"]
        if any(extension.type.startswith(f"{self.index.types_prefix}:") for extension in self.report.extensions):
            prefixes.append(self.index.types_prefix)
        dimensional = [(DIMENSIONS, DIMENSIONS_SCHEMA)] if self.declares_dimensions else []
        return [(INSTANCE, INSTANCE_SCHEMA), *dimensional] + [
            (self.index.namespace(name), self.index.schema_url(name)) for name in prefixes
        ]

    @property
    def declares_dimensions(self) -> bool:
        """Whether an axis or a table is of the company's own."""
        return any(own.substitution_group.startswith("xbrldt:") for own in self.report.extensions)

    @property
    def types(self) -> tuple[str, str]:
        """Prefix and namespace of the release's item types."""
        return self.index.types_prefix, self.index.types_namespace

    def href(self, name: Name) -> str:
        """Where the concept is declared."""
        file = self.schema if name.prefix == self.report.prefix else self.index.schema_url(name.prefix)
        return f"{file}#{identifier(name)}"

    @cached_property
    def units(self) -> list[tuple[str, tuple[str, ...]]]:
        """The units in use (EFM 6.05.11: no two of the same)."""
        used = {measured(fact.unit) for fact in self.report.facts if fact.unit}
        return sorted(used, key=lambda unit: (unit[0] == "pure", len(unit[1]), unit[1][0].startswith("xbrli:")))

    @cached_property
    def roles(self) -> list[tuple[str, str]]:
        """(URI, definition) of the extension's roles."""
        cover = self.report.cover
        found = [(cover.role, cover.definition)] if cover is not None else []
        for statement in self.report.statements:
            found.append((statement.role, statement.definition))
            if statement.parenthetical is not None and statement.apart:
                found.append((statement.parenthetical.role, statement.parenthetical.definition))
        found += [(each.role, each.definition) for each in self.report.disclosures]
        return found

    @cached_property
    def presentations(self) -> list[Link]:
        """The cover, the statements and the notes as trees."""
        links = [
            link
            for statement in self.report.statements
            for link in (presentation(statement), parenthetical(statement))
            if link is not None
        ]
        links += [disclosed(each) for each in self.report.disclosures]
        cover = self.report.cover
        if cover is None:
            return links
        names = [fact.concept for fact in self.report.facts if fact.concept.prefix == "dei"]
        label = LABEL_ROLES["standard"]
        arcs = tuple(Arc(cover.root, name, order, identifier(name), label) for order, name in enumerate(names, 1))
        return [Link(cover.role, arcs), *links]

    @cached_property
    def calculations(self) -> list[Link]:
        """The statements that have sums."""
        return [calculation(statement) for statement in self.report.statements if statement.sums]

    @cached_property
    def tables(self) -> list[Link]:
        """The statements that have a table: its axes, their members, and the rows that may have them."""
        return [
            definition(statement, statement.table)
            for statement in self.report.statements
            if statement.table is not None
        ]

    @property
    def definition_arcroles(self) -> list[str]:
        """The arcroles of the definition linkbase, each once."""
        used = dict.fromkeys(arcrole for link in self.tables for arcrole in link.arcroles)
        return [*used, *([WIDER_NARROWER] if self.anchors else [])]

    @cached_property
    def anchors(self) -> list[tuple[Name, Name]]:
        """(wider concept of us-gaap, extension)."""
        return [(Name("us-gaap", own.anchor), own.name) for own in self.report.extensions if own.anchor]

    @cached_property
    def labelled(self) -> list[tuple[Name, list[tuple[str, str]]]]:
        """Every concept with its labels: (role URI, text)."""
        found: dict[Name, list[tuple[str, str]]] = {}
        for label in self.report.labels:
            found.setdefault(label.concept, []).append((LABEL_ROLES[label.role], label.text))
        return list(found.items())

    @cached_property
    def label_role_refs(self) -> list[tuple[str, str]]:
        """(role URI, where it is defined) of the label roles beyond XBRL 2.1."""
        used = {LABEL_ROLES[label.role] for label in self.report.labels}
        return [
            (role, f"{_NEGATED_SCHEMA}#{role_id(role)}") for role in sorted(used) if role.startswith(REGISTERED_ROLE)
        ]

    def arcrole_refs(self, *arcroles: str) -> list[tuple[str, str]]:
        """(arcrole, where it is defined) of those that XBRL 2.1 does not define itself."""
        return [(arcrole, ARCROLE_SCHEMAS[arcrole]) for arcrole in arcroles if arcrole in ARCROLE_SCHEMAS]


def role_id(role: str) -> str:
    """The last step of a role URI, its id."""
    return role.rpartition("/")[2]


def unit_id(fact: Fact) -> str:
    """The id of a numeric fact's unit."""
    return measured(fact.unit)[0] if fact.unit else ""


def measured(unit: str) -> Measured:
    """How XBRL says the unit of a fact."""
    code = currency_of(unit)
    if code is None:
        return unit, (f"xbrli:{unit}",)
    if is_price(unit):
        return f"{code}PerShare", (f"iso4217:{code}", "xbrli:shares")
    return code, (f"iso4217:{code}",)


def value(fact: Fact) -> str:
    """A fact's value in its lexical form."""
    return number(fact.value) if isinstance(fact.value, Decimal) else fact.value


def number(amount: Decimal) -> str:
    """A Decimal without exponent, trailing zeros or a negative zero: one form for one value."""
    text = format(amount, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def attributes(extension: Extension) -> Iterator[tuple[str, str]]:
    """The attributes of an extension's declaration beyond its name, in a fixed order."""
    yield "type", extension.type
    yield "substitutionGroup", extension.substitution_group
    if extension.abstract:
        yield "abstract", "true"
    yield "nillable", "true"
    yield "xbrli:periodType", extension.period_type
    if extension.balance:
        yield "xbrli:balance", extension.balance
