"""Neighbours: captions of other companies, and names of concepts, that are like a caption, and what they stand for.

An index of hashed words and pairs of words, made of the tables that the learned layer learns from (`python -m
converter.mapping.neighbours.train`) and shipped with the package: it holds numbers and names of concepts, no caption.
The network knows captions by what they have in common; the neighbours are the single cases. docs/learning.md says what
they are worth.
"""

from __future__ import annotations

from converter.mapping.neighbours.index import NOBODY, OWN, Neighbours, Said, load, shipped
from converter.statements.statement import Item, Role
from converter.terms import Kind

__all__ = ["NOBODY", "OWN", "Neighbours", "Said", "load", "said", "shipped"]


def said(item: Item, kind: Kind, neighbours: Neighbours | None) -> Said:
    """What is said of a row; nothing of headings and of numbers inside captions.

    Args:
        neighbours: None: there is no index.
    """
    if neighbours is None or item.role in (Role.HEADING, Role.PARENTHETICAL):
        return NOBODY
    return neighbours.said(item.caption, kind)
