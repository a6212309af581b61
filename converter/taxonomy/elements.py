"""The elements of a taxonomy release, and the compact text they are kept in.

One block per schema, blocks apart by a blank line: the prefix, then one line per element in schema order with seven
tab-separated fields: name, type, period type (`i`, `d`), balance (`d`, `c`), substitution group (`i` item, `h`
hypercube, `d` dimension), flags (`a` abstract, `n` nillable, `x` deprecated), further attributes (`enum2:domain=...`).
A `-` is "none". Reading a block only cuts lines; an `Element` is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

_PERIOD: Mapping[str, Literal["instant", "duration"]] = {"i": "instant", "d": "duration"}
_BALANCE: Mapping[str, Literal["debit", "credit"]] = {"d": "debit", "c": "credit"}
_GROUP = {"i": "xbrli:item", "h": "xbrldt:hypercubeItem", "d": "xbrldt:dimensionItem"}
_UNITS: Mapping[str, Literal["USD", "shares", "USD/shares", "pure"]] = {
    "monetaryItemType": "USD",
    "sharesItemType": "shares",
    "perShareItemType": "USD/shares",
    "percentItemType": "pure",
    "pureItemType": "pure",
    "decimalItemType": "pure",
    "integerItemType": "pure",
}


@dataclass(frozen=True, slots=True)
class Element:
    """An element declaration of a taxonomy schema.

    Attributes:
        type: QName, e.g. `xbrli:monetaryItemType`.
        period_type, substitution_group: None for the domains of typed dimensions, which are no items.
        deprecated: the release keeps it for old filings only.
        attributes: further attributes of the declaration: the domain of an enumeration, of a typed dimension.
    """

    prefix: str
    local: str
    type: str
    period_type: Literal["instant", "duration"] | None
    balance: Literal["debit", "credit"] | None
    substitution_group: str | None
    abstract: bool = False
    nillable: bool = True
    deprecated: bool = False
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def unit(self) -> Literal["USD", "shares", "USD/shares", "pure"] | None:
        """The unit that facts of this type have in statements of a US company; None if they have none."""
        return _UNITS.get(self.type.partition(":")[2])


def dump(elements: Iterable[Element]) -> str:
    """The compact text of elements, which come grouped by prefix."""
    lines: list[str] = []
    prefix = ""
    for element in elements:
        if element.prefix != prefix:
            lines += ["", element.prefix] if lines else [element.prefix]
            prefix = element.prefix
        lines.append(_line(element))
    return "\n".join(lines)


def _line(element: Element) -> str:
    flags = "a" * element.abstract + "n" * element.nillable + "x" * element.deprecated
    groups = {name: code for code, name in _GROUP.items()}
    fields = (
        element.local,
        element.type,
        element.period_type[0] if element.period_type else "-",
        element.balance[0] if element.balance else "-",
        groups[element.substitution_group] if element.substitution_group else "-",
        flags or "-",
        " ".join(f"{name}={value}" for name, value in element.attributes) or "-",
    )
    return "\t".join(fields)


class Elements(Mapping[str, Element]):
    """The elements of one schema by local name, in schema order."""

    def __init__(self, prefix: str, lines: list[str]) -> None:
        self._prefix = prefix
        self._lines = dict(line.split("\t", 1) for line in lines)
        self._known: dict[str, Element] = {}

    def __getitem__(self, local: str) -> Element:
        known = self._known.get(local)
        if known is None:
            known = self._known[local] = self._element(local)
        return known

    def _element(self, local: str) -> Element:
        kind, period, balance, group, flags, attributes = self._lines[local].split("\t")
        return Element(
            prefix=self._prefix,
            local=local,
            type=kind,
            period_type=_PERIOD.get(period),
            balance=_BALANCE.get(balance),
            substitution_group=_GROUP.get(group),
            abstract="a" in flags,
            nillable="n" in flags,
            deprecated="x" in flags,
            attributes=tuple(_attribute(part) for part in attributes.split()) if attributes != "-" else (),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, local: object) -> bool:
        return local in self._lines


def _attribute(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name, value


def load(text: str) -> dict[str, Elements]:
    """The schemas of a compact text, by prefix."""
    blocks = (block.split("\n") for block in text.split("\n\n"))
    return {prefix: Elements(prefix, lines) for prefix, *lines in blocks}
