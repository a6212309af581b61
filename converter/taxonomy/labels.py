"""What the taxonomy's owner calls concepts and says of them, where the official package is installed: the index, which
is shipped, holds none of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from converter.datafiles import cached
from converter.taxonomy import cache
from converter.taxonomy.linkbases import labels
from converter.taxonomy.package import Package, parse

_FORMAT = "labels 1"
"""Of the compiled form; a change makes older ones void."""
_LINKBASES = re.compile(r"-(?:lab|doc)-[^/]*\.xml$")


@dataclass(frozen=True, slots=True)
class Wording:
    """The standard label of a concept and its documentation; empty where the package has none."""

    label: str = ""
    documentation: str = ""


def wordings(release: str) -> Mapping[str, Wording]:
    """By local name in us-gaap; none where the release's official package is not installed, or has no such linkbases.

    Raises:
        TaxonomyError: the package is damaged.
    """
    package = cache.installed(release)
    return _of(package) if package is not None else {}


@lru_cache(maxsize=4)
def _of(package: Path) -> Mapping[str, Wording]:
    """Of a package, which is never changed: its name has its digest."""
    plain = cached(package.name, _FORMAT, lambda name: _read(package))
    return {concept: Wording(said.get("label", ""), said.get("documentation", "")) for concept, said in plain.items()}


def _read(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    with Package(path) as package:
        for url in filter(_LINKBASES.search, package.urls()):
            for concept, role, text in labels(parse(package.read(url))):
                if ":" not in concept and role in ("label", "documentation"):
                    found.setdefault(concept, {})[role] = " ".join(text.split())
    return found
