"""Near names: how sure a row can be of a concept that a statement alone cannot tell from the next likeliest one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit

MOST = 0.9
"""The most confidence in a concept beside a near name."""

Near = Mapping[str, frozenset[str]]
"""Concept -> others that a statement alone cannot tell from it (`near.yaml`)."""


def beside(found: Sequence[Candidate], near: Near) -> str | None:
    """The next likeliest concept of a row, if it is a near name of the first candidate and the evidence was merely
    weighed: a person's line and what figures prove tell near names apart.

    Args:
        found: the candidates, the chosen one first.
    """
    if not found or found[0].fit is Fit.OWN or found[0].footing is not None:
        return None
    following = next((each.concept for each in found[1:] if each.concept is not None), None)
    return following if following in near.get(found[0].concept or "", ()) else None


def capped(confidence: float, found: Sequence[Candidate], near: Near) -> float:
    """The confidence in the first candidate, no more than `MOST` beside a near name."""
    return confidence if beside(found, near) is None else min(confidence, MOST)
