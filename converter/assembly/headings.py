"""Abstract concepts: the us-gaap heading that a printed heading stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from converter.assembly.tagging import US_GAAP, Tag
from converter.knowledge import Headings
from converter.statements.statement import Item, Role
from converter.taxonomy import Index


class Totals:
    """The totals of a statement that have a us-gaap concept, by the words of their captions.

    Args:
        rows: (row, item, tag) of all rows, in order.
    """

    def __init__(self, rows: Iterable[tuple[int, Item, Tag | None]]) -> None:
        self._rows: dict[str, dict[str, list[int]]] = {}
        for row, item, tag in rows:
            if tag is not None and tag.name.prefix == US_GAAP and item.role is Role.TOTAL:
                self._rows.setdefault(_words(item.caption), {}).setdefault(tag.name.local, []).append(row)

    def below(self, row: int, words: str) -> list[str]:
        """The concepts of the totals below a row whose captions are these words, each once, the nearest first."""
        found = (
            (rows[at], local)
            for local, rows in self._rows.get(words, {}).items()
            if (at := bisect_right(rows, row)) < len(rows)
        )
        return [local for _, local in sorted(found)]


def heading_concept(caption: str, row: int, totals: Totals, headings: Headings, index: Index) -> str | None:
    """The us-gaap abstract of a heading: by its words, or by the total that closes it; None if there is none.

    Args:
        row: where the heading stands among the items of its statement.
        totals: of that statement.
        headings: how headings read.
    """
    words = _words(caption)
    closing = [f"{local}Abstract" for local in totals.below(row, f"total {words}")]
    for name in (*closing, *headings.named(words)):
        element = index.get(name)
        if element is not None and element.abstract and not element.deprecated:
            return name
    return None


def _words(caption: str) -> str:
    text = caption.lower().replace("&", " and ")
    return " ".join(re.findall(r"[a-z]+", re.sub(r"['’]", "", text)))
