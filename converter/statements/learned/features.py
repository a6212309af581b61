"""A table's captions as features: which words occur in them, and which beside each other.

A feature is a hash, so that a model holds numbers and no captions. How often one occurs says little (`Other` stands in
every statement), so each counts once a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

SIZE = 1 << 13
"""Features are numbers below it: words share one now and then, which costs little."""

_WORD = re.compile(r"[a-z]+")
_LONGEST = 12
"""Words of a caption that are looked at."""


def features(captions: Iterable[str]) -> npt.NDArray[np.int64]:
    """The features of captions, ascending, each once."""
    found: set[int] = set()
    for caption in captions:
        found |= _of_caption(caption)
    return np.array(sorted(found), dtype=np.int64)


@lru_cache(maxsize=1 << 14)
def _of_caption(caption: str) -> frozenset[int]:
    words = _WORD.findall(caption.lower())[:_LONGEST]
    pairs = (f"{one} {other}" for one, other in pairwise(["", *words]))
    return frozenset(crc32(text.encode()) % SIZE for text in (*words, *pairs) if text)
