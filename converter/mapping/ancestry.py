"""What the taxonomy adds a concept up to."""

from __future__ import annotations

from converter.taxonomy import Index


def ancestors(concept: str, index: Index, levels: int = 4) -> list[str]:
    """The concepts that the taxonomy's calculations add this one to, near ones first.

    Args:
        levels: how many sums of sums are gone through.
    """
    found: list[str] = []
    below = [concept]
    for _ in range(levels):
        below = list(dict.fromkeys(parent for each in below for parent, _ in index.calculation_parents(each)))
        found.extend(below)
    return list(dict.fromkeys(found))
