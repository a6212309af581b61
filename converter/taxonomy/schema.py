"""Element schemas generated from the index: what Arelle needs to know a release's concepts, and no more.

A generated schema has the official namespace and stands for the official URL, so that a document validates the same
way with it and with the official package, except for two things that only the package has: labels and the members of
extensible enumerations. Items of the enumeration types are therefore declared as strings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from converter.taxonomy.elements import Element
from converter.taxonomy.index import Index
from converter.taxonomy.release import ItemType

_ENUMERATIONS = "enum2"
_PLAIN_TYPE = "xbrli:stringItemType"


def schemas(index: Index) -> Iterator[tuple[str, bytes]]:
    """The schemas of a release: (official URL, content). The same index gives the same bytes."""
    for prefix in dict.fromkeys([*index.prefixes, *index.facts.types]):
        yield index.schema_url(prefix), "\n".join(_schema(index, prefix)).encode("utf-8")


def _schema(index: Index, prefix: str) -> Iterator[str]:
    imports = [imported for imported in index.facts.schemas[prefix].imports if imported != _ENUMERATIONS]
    prefixes = dict.fromkeys(["xbrli", prefix, *imports])
    declared = "".join(f" xmlns:{name}={quoteattr(index.namespace(name))}" for name in prefixes)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"{declared}'
        f' targetNamespace={quoteattr(index.namespace(prefix))} elementFormDefault="qualified">'
    )
    for name in imports:
        namespace, url = quoteattr(index.namespace(name)), quoteattr(index.schema_url(name))
        yield f"<xs:import namespace={namespace} schemaLocation={url}/>"
    for name, item_type in index.facts.types.get(prefix, {}).items():
        yield _type(name, item_type)
    if prefix in index.prefixes:
        yield from map(_element, index.elements(prefix).values())
    yield "</xs:schema>"


def _type(name: str, item_type: ItemType) -> str:
    facets = "".join(f"<xs:{facet} value={quoteattr(value)}/>" for facet, value in item_type.facets)
    return (
        f"<xs:complexType name={quoteattr(name)}><xs:simpleContent><xs:restriction base={quoteattr(item_type.base)}>"
        f"{facets}</xs:restriction></xs:simpleContent></xs:complexType>"
    )


def _element(element: Element) -> str:
    plain = element.type.startswith(f"{_ENUMERATIONS}:")
    attributes: Mapping[str, str | None] = {
        "name": element.local,
        "id": f"{element.prefix}_{element.local}",
        "type": _PLAIN_TYPE if plain else element.type,
        "substitutionGroup": element.substitution_group,
        "abstract": "true" if element.abstract else None,
        "nillable": "true" if element.nillable else None,
        "xbrli:periodType": element.period_type,
        "xbrli:balance": element.balance,
        **{name: value for name, value in element.attributes if not name.startswith(f"{_ENUMERATIONS}:")},
    }
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value is not None)
    return f"<xs:element{written}/>"
