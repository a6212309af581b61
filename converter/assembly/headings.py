"""Abstract concepts: the us-gaap heading that a printed heading stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.assembly.tagging import US_GAAP, Tag
from converter.knowledge import Headings
from converter.statements.statement import Item, Role
from converter.taxonomy import Index


def heading_concept(
    heading: Item, inside: Sequence[tuple[Item, Tag | None]], headings: Headings, index: Index
) -> str | None:
    """The us-gaap abstract of a heading: by its words, or by the total that closes it; None if there is none.

    Args:
        inside: the rows under the heading, with their tags.
        headings: how headings read.
    """
    words = _words(heading.caption)
    totals = [
        f"{tag.name.local}Abstract"
        for item, tag in inside
        if tag is not None and tag.name.prefix == US_GAAP and item.role is Role.TOTAL
        if _words(item.caption) == f"total {words}"
    ]
    for name in (*totals, *headings.named(words)):
        element = index.get(name)
        if element is not None and element.abstract and not element.deprecated:
            return name
    return None


def _words(caption: str) -> str:
    text = caption.lower().replace("&", " and ")
    return " ".join(re.findall(r"[a-z]+", re.sub(r"['’]", "", text)))
