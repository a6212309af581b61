"""Scales: `thousands`, `$ million`, `000's`; what each is worth, and how it is said."""

from __future__ import annotations

SCALE = r"(?:thousand|million|billion)"
"""A scale in the singular."""

_WORTH = {"thousand": 1_000, "000": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
NAMES = {-2: "hundredth", 0: "unit", 2: "hundred", 3: "thousand", 6: "million", 9: "billion"}
"""By the power of ten."""


def worth(word: str) -> int:
    """1000 for `thousand`, `Thousands` or `000`.

    Raises:
        KeyError: the word is no scale.
    """
    return _WORTH[word.lower().removesuffix("s")]


def plural(power: int) -> str:
    """`thousands` for 3, the power of ten."""
    if power == 0:
        return "whole units"
    return f"{NAMES[power]}s" if power in NAMES else f"units of 10^{power}"
