"""What the taxonomy adds a concept up to."""

from __future__ import annotations

from functools import lru_cache

from converter.taxonomy import Index


@lru_cache(maxsize=4096)
def ancestors(concept: str, index: Index, levels: int = 4) -> tuple[str, ...]:
    """The concepts that the taxonomy's calculations add this one to, near ones first.

    Asked of every part of every total, so what was found is kept: a document's work grows with the concepts that it
    has, not with its rows.

    Args:
        levels: how many sums of sums are gone through.
    """
    found: list[str] = []
    below = [concept]
    for _ in range(levels):
        below = list(dict.fromkeys(parent for each in below for parent, _ in index.calculation_parents(each)))
        found.extend(below)
    return tuple(dict.fromkeys(found))
