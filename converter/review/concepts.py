"""Searching the concepts of a release for a row: by the words of their names, labels and documentation, and by what the
maps make of the words, with what each is and whether it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from converter.mapping.explain import explain
from converter.mapping.fits import misfit, withdrawn
from converter.mapping.maps import Maps
from converter.review.rows import Row
from converter.taxonomy import Element, Index, load_index
from converter.taxonomy.labels import Wording, wordings
from converter.terms import Kind

MOST = 40
_LONGEST = 200
_LIKELY = 0.1
"""Share of belief from which what the maps take words for is worth showing."""
_ELSEWHERE = 0.5
"""What belief for another statement than the row's is worth."""
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
_NAME, _IN_NAME, _LABEL, _DOCUMENTATION, _MEANT = range(5)
"""Where the words were found: as words of the name, as parts of it, ...; or nowhere, but a caption of them is meant."""
_NONE = Wording()


def search(words: str, row: Row | None, index: Index, maps: Maps) -> list[dict[str, Any]]:
    """The concepts that words name, the likeliest first: one of just that name, those that fit the row, those that the
    maps take a caption of these words for, by where they have the words, the shorter.

    Each as `name`, `period`, `balance`, `unit`, `label`, `documentation` and `misfit`, which says why it cannot be used
    for the row, or nothing.
    """
    text = words[:_LONGEST]
    wanted = _words(text)
    if not wanted:
        return []
    meant = _meant(text, row, maps, index)
    found = dict.fromkeys(meant, _MEANT) | dict(_having(wanted, index))
    whole = "".join(wanted)
    listed = []
    for name, where in found.items():
        element = index.get(name)
        if element is None or element.abstract:
            continue
        told, lower, shown = described(element, row, index), name.lower(), index.statements(name)
        here = row is None or row.kind.value in shown
        order = (name != text.strip(), bool(told["misfit"]), -meant.get(name, 0.0), where, not lower.startswith(whole))
        listed.append(((*order, not shown, not here, len(name), name), told))
    return [told for _, told in sorted(listed, key=lambda each: each[0])[:MOST]]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _HUMP.findall(text)]


def _meant(words: str, row: Row | None, maps: Maps, index: Index) -> dict[str, float]:
    """The concepts that a caption of these words is taken for, with the belief; in the row's statement above all."""
    unit = (row.unit if row else None) or "USD"
    found: dict[str, float] = {}
    for kind in Kind:
        worth = 1.0 if row is None or kind is row.kind else _ELSEWHERE
        for weighed in explain(words, kind, maps, index, unit=unit).considered:
            if weighed.concept is not None and weighed.share >= _LIKELY:
                found[weighed.concept] = max(found.get(weighed.concept, 0.0), worth * weighed.share)
    return found


def _having(wanted: Iterable[str], index: Index) -> Iterator[tuple[str, int]]:
    """The concepts that have all of the words, each with where."""
    asked = list(wanted)
    said = wordings(index.release)
    for name, lower, humps in _names(index.release):
        wording = said.get(name, _NONE)
        if all(word in humps for word in asked):
            yield name, _NAME
        elif all(word in lower for word in asked):
            yield name, _IN_NAME
        elif _has(wording.label, asked):
            yield name, _LABEL
        elif _has(wording.documentation, asked):
            yield name, _DOCUMENTATION


def _has(text: str, asked: list[str]) -> bool:
    lower = text.lower()
    return all(word in lower for word in asked)


@lru_cache(maxsize=4)
def _names(release: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The names of a release, in small letters and by their words, too."""
    return tuple((name, name.lower(), frozenset(_words(name))) for name in load_index(release).elements())


def described(element: Element, row: Row | None, index: Index) -> dict[str, Any]:
    """A concept as a person chooses it."""
    against = misfit(element.local, row.unit if row else None, row.period_type if row else None, index)
    wording = wordings(index.release).get(element.local, _NONE)
    return {
        "name": element.local,
        "period": element.period_type,
        "balance": element.balance or "",
        "unit": element.unit or "",
        "label": wording.label,
        "documentation": wording.documentation,
        "misfit": against or withdrawn(element.local, index) or "",
    }
