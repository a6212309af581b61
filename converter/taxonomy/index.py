"""The embedded index: what a taxonomy release says about its concepts, without opening the taxonomy.

Shipped as small files in `data/`, made by `converter.taxonomy.build` from a taxonomy package. Facts only: names, types,
relations; no label, definition or reference of the taxonomy's owner.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from converter.datafiles import cache_folder
from converter.errors import TaxonomyError
from converter.taxonomy import elements, relations, release
from converter.taxonomy.elements import Element, Elements

DATA = Path(__file__).parent / "data"
RELEASE_FILE = "release.json"
ELEMENTS_FILE = "elements.tsv.gz"
RELATIONS_FILE = "relations.tsv.gz"
CALCULATION_1_1 = "https://xbrl.org/2023/arcrole/summation-item"

Value = TypeVar("Value")


class Index:
    """A taxonomy release: its elements by name, and (read when first asked for) its relations.

    Concepts are named by their local name; `prefix` is us-gaap where it is left out. In relations, concepts of other
    schemas are written `srt:Name`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.facts = release.from_json(json.loads((folder / RELEASE_FILE).read_text(encoding="utf-8")))
        self._elements = elements.load(_read(folder / ELEMENTS_FILE))

    @property
    def release(self) -> str:
        """`us-gaap/2025`."""
        return self.facts.name

    def get(self, local: str, prefix: str = "us-gaap") -> Element | None:
        """The element of that name, or None."""
        schema = self._elements.get(prefix)
        return schema[local] if schema is not None and local in schema else None

    def find(self, name: str) -> Element | None:
        """The element of a name with its prefix, `srt:ParentCompanyMember`, or None; us-gaap's may leave it out."""
        prefix, _, local = name.rpartition(":")
        return self.get(local, prefix or "us-gaap")

    def __contains__(self, local: str) -> bool:
        return local in self._elements["us-gaap"]

    def elements(self, prefix: str = "us-gaap") -> Elements:
        """All elements of one schema of the release (`us-gaap`, `dei`, `srt`, `country`), in schema order."""
        return self._elements[prefix]

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The schemas whose elements the index holds."""
        return tuple(self._elements)

    def nearest(self, name: str, n: int = 3, prefix: str = "us-gaap") -> tuple[str, ...]:
        """The `n` known names most like `name`, best first: what was meant by a name that does not exist."""
        from rapidfuzz import fuzz, process

        found = process.extract(name, list(self._elements[prefix]), scorer=fuzz.ratio, limit=n)
        return tuple(match for match, _, _ in found)

    def namespace(self, prefix: str) -> str:
        """The namespace of a schema of the release, or of a standard one it uses (`xbrli`, `dtr-types`)."""
        return self.facts.schemas[prefix].namespace

    def schema_url(self, prefix: str) -> str:
        """The official URL of that schema: what an extension imports."""
        return self.facts.schemas[prefix].url

    @property
    def types_prefix(self) -> str:
        """The prefix of the schema that has `perShareItemType`, `percentItemType` and `domainItemType` here."""
        return "dtr-types" if "dtr-types" in self.facts.schemas else "us-types"

    @property
    def types_namespace(self) -> str:
        """Its namespace."""
        return self.namespace(self.types_prefix)

    @property
    def calculation_arcrole(self) -> str:
        """The arcrole of summations in this release."""
        return self.facts.calculation_arcrole

    @property
    def calculations_1_1(self) -> bool:
        """Whether summations follow Calculations 1.1 rather than XBRL 2.1."""
        return self.facts.calculation_arcrole == CALCULATION_1_1

    @cached_property
    def links(self) -> tuple[relations.Link, ...]:
        """The extended links of the face statements."""
        return relations.load(_read(self._folder / RELATIONS_FILE))

    def calculation_children(self, local: str) -> tuple[tuple[str, int], ...]:
        """What sums up to the concept in any statement of the release: (concept, weight), without repeats."""
        return self._summands.get(local, ())

    def calculation_parents(self, local: str) -> tuple[tuple[str, int], ...]:
        """Into which totals the concept goes in any statement of the release: (concept, weight), without repeats."""
        return self._totals.get(local, ())

    def presentation_parents(self, local: str) -> tuple[str, ...]:
        """The headings that the concept stands under in any statement of the release, without repeats."""
        return self._headings.get(local, ())

    def domain(self, axis: str) -> str | None:
        """The domain of an axis, as any statement of the release shows it; None if none does. What is not of us-gaap
        has its prefix, here and there.
        """
        return self._domains.get(axis)

    def statements(self, local: str) -> frozenset[str]:
        """The statements that present the concept: `BS`, `IS`, `CI`, `CF`, `EQ`."""
        return self._statements.get(local, frozenset())

    @cached_property
    def _summands(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        return _distinct((parent, (child.concept, child.weight)) for parent, child in self._relations("calculation"))

    @cached_property
    def _totals(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        return _distinct((child.concept, (parent, child.weight)) for parent, child in self._relations("calculation"))

    @cached_property
    def _headings(self) -> Mapping[str, tuple[str, ...]]:
        return _distinct((child.concept, parent) for parent, child in self._relations("presentation"))

    @cached_property
    def _domains(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for parent, child in self._relations("presentation"):
            element = self.find(parent)
            if element is not None and element.substitution_group == "xbrldt:dimensionItem":
                found.setdefault(parent, child.concept)
        return found

    @cached_property
    def _statements(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for link in self.links:
            if link.kind == "presentation" and link.statement:
                for children in link.children.values():
                    for child in children:
                        found[child.concept].add(link.statement)
        return {concept: frozenset(statements) for concept, statements in found.items()}

    def _relations(self, kind: str) -> Iterable[tuple[str, relations.Child]]:
        for link in self.links:
            if link.kind == kind:
                for parent, children in link.children.items():
                    for child in children:
                        yield parent, child


def _distinct(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _read(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8")


def releases() -> tuple[str, ...]:
    """The releases that the project knows, oldest first: `us-gaap/2009`, ..."""
    return _in(DATA)


def installed_data() -> Path:
    """Where the indexes of releases lie that a person installed: in the user's cache; it need not exist yet."""
    return cache_folder() / "indexes"


def usable_releases() -> tuple[str, ...]:
    """The releases that outputs can be written in, oldest first: those that the project knows, and those installed."""
    return tuple(sorted({*releases(), *_in(installed_data())}))


def _in(data: Path) -> tuple[str, ...]:
    folders = data.iterdir() if data.is_dir() else ()
    return tuple(sorted(release.release_name(folder.name) for folder in folders if (folder / RELEASE_FILE).is_file()))


@cache
def load_index(name: str) -> Index:
    """The index of a release such as `us-gaap/2025`; read once in a process.

    Raises:
        TaxonomyError: no such release.
    """
    data = DATA if name in releases() else installed_data()
    if name not in usable_releases():
        raise TaxonomyError(
            f"The taxonomy {name} is not known.",
            f"Take one of {', '.join(usable_releases())}, or install it: `retroxbrl taxonomy install`.",
        )
    return Index(data / release.folder_name(name))
