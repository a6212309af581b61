"""The entry point of a release, by which tools name the taxonomy itself (XULE's rule sets, the SEC's plugin).

It has the calculations and presentations of the face statements, as far as the index knows them. Those of the notes,
the labels and the committee's own rule schemas (`dqcrules`) are in the official package alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from converter.taxonomy.index import CALCULATION_1_1, Index
from converter.taxonomy.relations import Link

_SCHEMA = re.compile(r"(https://xbrl\.fasb\.org/us-gaap/\d{4}/)elts/us-gaap-(\d{4})\.xsd")
"""Where releases lie that have such an entry point; earlier ones have one for each industry."""
_CALCULATIONS = "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"
_PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"


def entry_point(index: Index) -> Iterator[tuple[str, bytes]]:
    """The entry point of a release as (official URL, content); nothing for a release that has none."""
    place = _SCHEMA.fullmatch(index.schema_url("us-gaap"))
    if place is not None:
        name = f"us-gaap-entryPoint-std-{place[2]}"
        yield f"{place[1]}entire/{name}.xsd", "\n".join(_schema(index, name)).encode("utf-8")


def _schema(index: Index, name: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:link="http://www.xbrl.org/2003/linkbase"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' targetNamespace="http://fasb.org/{name}" elementFormDefault="qualified">'
    )
    yield "<xs:annotation><xs:appinfo>"
    roles = {role: f"role_{number}" for number, role in enumerate(dict.fromkeys(link.role for link in index.links))}
    for role, id_ in roles.items():
        used = "".join(f"<link:usedOn>link:{kind}Link</link:usedOn>" for kind in ("calculation", "presentation"))
        yield f'<link:roleType id="{id_}" roleURI={quoteattr(role)}>{used}</link:roleType>'
    yield "<link:linkbase>"
    for role, id_ in roles.items():
        yield f'<link:roleRef roleURI={quoteattr(role)} xlink:type="simple" xlink:href="{name}.xsd#{id_}"/>'
    if index.calculation_arcrole == CALCULATION_1_1:
        arcrole = quoteattr(CALCULATION_1_1)
        yield f'<link:arcroleRef arcroleURI={arcrole} xlink:type="simple" xlink:href="{_CALCULATIONS}"/>'
    for link in index.links:
        yield from _link(link, index)
    yield "</link:linkbase></xs:appinfo></xs:annotation>"
    for prefix in index.prefixes:
        namespace, url = quoteattr(index.namespace(prefix)), quoteattr(index.schema_url(prefix))
        yield f"<xs:import namespace={namespace} schemaLocation={url}/>"
    yield "</xs:schema>"


def _link(link: Link, index: Index) -> Iterator[str]:
    yield f'<link:{link.kind}Link xlink:type="extended" xlink:role={quoteattr(link.role)}>'
    places = {concept: place for concept in _concepts(link) if (place := _place(concept, index))}
    for concept, place in places.items():
        yield f'<link:loc xlink:type="locator" xlink:label="{_label(concept)}" xlink:href={quoteattr(place)}/>'
    arcrole = index.calculation_arcrole if link.kind == "calculation" else _PARENT_CHILD
    for parent, children in link.children.items():
        # A balance that opens and closes a statement stands there twice, but two concepts have one arc (XLink).
        known = {child.concept: child.weight for child in children if parent in places and child.concept in places}
        for order, (child, weight) in enumerate(known.items(), 1):
            weighed = f' weight="{weight}"' if weight else ""
            yield (
                f'<link:{link.kind}Arc xlink:type="arc" xlink:arcrole={quoteattr(arcrole)} order="{order}"'
                f'{weighed} xlink:from="{_label(parent)}" xlink:to="{_label(child)}"/>'
            )
    yield f"</link:{link.kind}Link>"


def _concepts(link: Link) -> Iterator[str]:
    for parent, children in link.children.items():
        yield parent
        yield from (child.concept for child in children)


def _place(concept: str, index: Index) -> str | None:
    """Where a concept is declared; None in a schema that the index does not hold (currencies)."""
    prefix, _, local = concept.rpartition(":")
    prefix = prefix or "us-gaap"
    return f"{index.schema_url(prefix)}#{prefix}_{local}" if index.get(local, prefix) is not None else None


def _label(concept: str) -> str:
    return concept.replace(":", "_")
