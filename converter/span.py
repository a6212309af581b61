"""A stretch of the source text: the thread that ties every later object back to what was printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of `Document.text`, counted from 0."""

    start: int
    end: int
