"""What the taxonomy adds a concept up to."""

from __future__ import annotations

from functools import lru_cache

from converter.taxonomy.index import Index


@lru_cache(maxsize=4096)
def ancestors(concept: str, index: Index, levels: int = 4) -> tuple[tuple[str, int], ...]:
    """The concepts that the taxonomy's calculations add this one to (1) or subtract it from (-1), near ones first.

    Asked of every part of every total, so what was found is kept: a document's work grows with the concepts that it
    has, not with its rows.

    Args:
        levels: how many sums of sums are gone through.
    """
    found: dict[tuple[str, int], None] = {}
    below = {(concept, 1): None}
    for _ in range(levels):
        below = {
            (parent, weight * sign): None for each, weight in below for parent, sign in index.calculation_parents(each)
        }
        found.update(below)
    return tuple(found)
