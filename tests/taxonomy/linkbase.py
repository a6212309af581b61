"""Linkbases of an invented taxonomy, from a few lines each."""

from __future__ import annotations

from collections.abc import Iterable

LINK = "http://www.xbrl.org/2003/linkbase"
XLINK = "http://www.w3.org/1999/xlink"
SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"
LABEL_ROLE = "http://www.xbrl.org/2003/role/"
STATEMENT_ROLE = "http://fasb.org/us-gaap/role/statement/StatementOfFinancialPosition"

Arc = tuple[str, str, str]
"""Parent and child as `us-gaap_Assets`, and further attributes of the arc."""


def linkbase(*links: str) -> str:
    return f'<linkbase xmlns="{LINK}" xmlns:xlink="{XLINK}">{"".join(links)}</linkbase>'


def presentation(arcs: Iterable[Arc], role: str = STATEMENT_ROLE) -> str:
    return _link("presentation", role, arcs, PARENT_CHILD)


def calculation(arcs: Iterable[Arc], role: str = STATEMENT_ROLE, arcrole: str = SUMMATION) -> str:
    return _link("calculation", role, arcs, arcrole)


def _link(kind: str, role: str, arcs: Iterable[Arc], arcrole: str) -> str:
    listed = list(arcs)
    elements = dict.fromkeys(element for parent, child, _ in listed for element in (parent, child))
    locators = "".join(
        f'<loc xlink:label="loc-{element}" xlink:href="../elts/schema-2031.xsd#{element}"/>' for element in elements
    )
    lines = "".join(
        f'<{kind}Arc xlink:arcrole="{arcrole}" xlink:from="loc-{parent}" xlink:to="loc-{child}" {further}/>'
        for parent, child, further in listed
    )
    return f'<{kind}Link xlink:role="{role}">{locators}{lines}</{kind}Link>'


def label(texts: Iterable[tuple[str, str, str]]) -> str:
    """Labels: element, last word of the role, text."""
    listed = list(texts)
    locators = "".join(
        f'<loc xlink:label="loc-{element}" xlink:href="../elts/schema-2031.xsd#{element}"/>'
        f'<labelArc xlink:from="loc-{element}" xlink:to="lab-{element}"/>'
        for element in dict.fromkeys(element for element, _, _ in listed)
    )
    lines = "".join(
        f'<label xlink:label="lab-{element}" xlink:role="{LABEL_ROLE}{role}">{text}</label>'
        for element, role, text in listed
    )
    return f"<labelLink>{locators}{lines}</labelLink>"
