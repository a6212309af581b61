"""Columns that a foreign company prints in another currency beside its own, for the convenience of readers abroad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.grammars.currencies import named_currency


def translated(heads: Sequence[str], title: str) -> frozenset[int]:
    """The columns whose heads name another currency than the company's: that of its title, or else of most of those
    heads, or the first.
    """
    named = {at: code for at, head in enumerate(heads) if (code := named_currency(head))}
    counts = Counter(named.values())
    if len(counts) < 2:
        return frozenset()
    told = named_currency(title)
    own = told if told in counts else counts.most_common(1)[0][0]
    return frozenset(at for at, code in named.items() if code != own)
