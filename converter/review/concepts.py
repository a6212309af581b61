"""Searching the concepts of a release for a row: by the words of their names, with what each is and whether it fits."""

from __future__ import annotations

import re
from typing import Any

from converter.mapping.fits import misfit, withdrawn
from converter.review.rows import Row
from converter.taxonomy import Element, Index

MOST = 40
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")


def search(words: str, row: Row | None, index: Index) -> list[dict[str, Any]]:
    """The concepts whose names have all of the words, those that fit the row and shorter ones first.

    Each as `name`, `period`, `balance`, `unit` and `misfit`, which says why it cannot be used for the row, or nothing.
    """
    wanted = [word.lower() for word in _HUMP.findall(words[:200])]
    if not wanted:
        return []
    named = (name for name in index.elements() if _has(name.lower(), wanted))
    elements = (element for name in named if (element := index.get(name)) is not None and not element.abstract)
    found = [(described(element, row, index), element.local) for element in elements]
    whole = "".join(wanted)
    found.sort(key=lambda one: (one[1].lower() != whole, bool(one[0]["misfit"]), len(one[1]), one[1]))
    return [told for told, _ in found[:MOST]]


def _has(name: str, wanted: list[str]) -> bool:
    return all(word in name for word in wanted)


def described(element: Element, row: Row | None, index: Index) -> dict[str, Any]:
    """A concept as a person chooses it."""
    against = misfit(element.local, row.unit if row else None, row.period_type if row else None, index)
    return {
        "name": element.local,
        "period": element.period_type,
        "balance": element.balance or "",
        "unit": element.unit or "",
        "misfit": against or withdrawn(element.local, index) or "",
    }
