"""Names of concepts as people would say them, and which of them mean the same to a reader of captions."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from converter.knowledge import load_knowledge

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@lru_cache(maxsize=1 << 14)
def spoken(concept: str) -> str:
    """The name as words: `OtherAssetsNoncurrent` -> `Other Assets Noncurrent`."""
    return _HUMP.sub(" ", concept)


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of concepts that companies use for one caption, by the built-in files."""
    return load_knowledge("us-gaap").synonyms
