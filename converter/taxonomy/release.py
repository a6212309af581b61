"""What holds for a taxonomy release as a whole: its schemas, their types, the rules of its calculations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema file.

    Attributes:
        namespace: its target namespace.
        url: where it is published officially; instances and extensions name this URL.
        imports: prefixes of the schemas it imports.
    """

    namespace: str
    url: str
    imports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemType:
    """An item type: a restriction of another one.

    Attributes:
        base: QName of the restricted type, e.g. `xbrli:tokenItemType`.
        facets: (facet, value) in schema order: ("enumeration", "Yes"), ("pattern", "[0-9]{9}").
    """

    base: str
    facets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A release of us-gaap together with the dei, srt and country schemas that go with it.

    Attributes:
        name: `us-gaap/2025`.
        calculation_arcrole: of its calculations: summation-item of XBRL 2.1 or of Calculations 1.1.
        schemas: by prefix; those of the release itself and the standard ones it imports.
        types: item types that the release defines, by prefix of their schema and local name.
    """

    name: str
    calculation_arcrole: str
    schemas: Mapping[str, Schema]
    types: Mapping[str, Mapping[str, ItemType]]


def folder_name(release: str) -> str:
    """`us-gaap/2025` as a name in a file system: `us-gaap-2025`."""
    return release.replace("/", "-")


def release_name(folder: str) -> str:
    """The inverse of `folder_name`."""
    return "/".join(folder.rsplit("-", 1))


def as_json(release: Release) -> dict[str, Any]:
    """Plain data for a JSON file; `from_json` is the inverse."""
    return asdict(release)


def from_json(data: Mapping[str, Any]) -> Release:
    """The Release that `as_json` described."""
    return Release(
        name=data["name"],
        calculation_arcrole=data["calculation_arcrole"],
        schemas={
            prefix: Schema(schema["namespace"], schema["url"], tuple(schema["imports"]))
            for prefix, schema in data["schemas"].items()
        },
        types={
            prefix: {
                name: ItemType(of["base"], tuple((facet, value) for facet, value in of["facets"]))
                for name, of in group.items()
            }
            for prefix, group in data["types"].items()
        },
    )
