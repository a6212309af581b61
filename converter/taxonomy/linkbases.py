"""Reads a taxonomy's linkbases: summations, presentation trees, deprecated concepts, which the index needs; labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from converter.taxonomy.relations import Child, Link

_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_KINDS = {
    f"{_LINK}calculationLink": ("calculation", f"{_LINK}calculationArc"),
    f"{_LINK}presentationLink": ("presentation", f"{_LINK}presentationArc"),
}
_DEPRECATED_ROLE = "/role/deprecated/"


@dataclass(frozen=True, slots=True)
class _Arc:
    parent: str
    child: Child
    order: float
    arcrole: str


def links(root: etree._Element) -> Iterator[Link]:
    """The calculation and presentation links of a linkbase, children in the order that their arcs state."""
    for extended in root.iterchildren(*_KINDS):
        kind, _ = _KINDS[extended.tag]
        children: dict[str, list[_Arc]] = defaultdict(list)
        for arc in _arcs(extended):
            children[arc.parent].append(arc)
        yield Link(
            kind,
            extended.get(f"{_XLINK}role", ""),
            {
                parent: tuple(arc.child for arc in sorted(arcs, key=lambda arc: arc.order))
                for parent, arcs in children.items()
            },
        )


def summation_arcroles(root: etree._Element) -> set[str]:
    """The arcroles of a linkbase's calculations."""
    return {arc.arcrole for extended in root.iterchildren(f"{_LINK}calculationLink") for arc in _arcs(extended)}


def deprecated(root: etree._Element) -> set[str]:
    """Concepts that a linkbase presents as deprecated."""
    return {
        arc.child.concept
        for extended in root.iterchildren(f"{_LINK}presentationLink")
        if _DEPRECATED_ROLE in extended.get(f"{_XLINK}role", "")
        for arc in _arcs(extended)
    }


def labels(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """The labels of a linkbase: concept, the last word of the role (`label`, `documentation`, ...), text."""
    for extended in root.iterchildren(f"{_LINK}labelLink"):
        concepts = _locators(extended)
        texts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for label in extended.iterchildren(f"{_LINK}label"):
            role = label.get(f"{_XLINK}role", "").rpartition("/")[2]
            texts[label.get(f"{_XLINK}label", "")].append((role, "".join(map(str, label.itertext()))))
        for arc in extended.iterchildren(f"{_LINK}labelArc"):
            concept = concepts.get(arc.get(f"{_XLINK}from"))
            if concept is not None:
                yield from ((concept, role, text) for role, text in texts[arc.get(f"{_XLINK}to", "")])


def _locators(extended: etree._Element) -> dict[str | None, str]:
    """The concepts that locators of a link name, by their labels."""
    return {
        loc.get(f"{_XLINK}label"): _concept(loc.get(f"{_XLINK}href", ""))
        for loc in extended.iterchildren(f"{_LINK}loc")
    }


def _arcs(extended: etree._Element) -> Iterator[_Arc]:
    locators = _locators(extended)
    for arc in extended.iterchildren(_KINDS[extended.tag][1]):
        label = arc.get("preferredLabel", "").rpartition("/")[2]
        yield _Arc(
            parent=locators[arc.get(f"{_XLINK}from")],
            child=Child(
                concept=locators[arc.get(f"{_XLINK}to")],
                weight=int(float(arc.get("weight", "0"))),
                label=label if label == "label" else label.removesuffix("Label") or None,
            ),
            order=float(arc.get("order", "1")),
            arcrole=arc.get(f"{_XLINK}arcrole", ""),
        )


def _concept(href: str) -> str:
    """`...us-gaap-2025.xsd#us-gaap_Assets` is `Assets`, `...#srt_RestatementAxis` is `srt:RestatementAxis`."""
    prefix, _, local = href.rpartition("#")[2].partition("_")
    return local if prefix == "us-gaap" else f"{prefix}:{local}"
