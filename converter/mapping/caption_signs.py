"""What a caption says of its own sign: whether a figure printed without brackets is a gain or a loss.

`Income (loss)`: an income. `(Income) expense`: an expense. `Net loss`: a loss, and nothing else is foreseen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_FAVOURABLE = frozenset(
    [
        "income",
        "incomes",
        "earnings",
        "earning",
        "gain",
        "gains",
        "profit",
        "profits",
        "benefit",
        "benefits",
        "credit",
        "revenue",
        "revenues",
    ]
)
_ADVERSE = frozenset(
    [
        "loss",
        "losses",
        "expense",
        "expenses",
        "cost",
        "costs",
        "charge",
        "charges",
        "provision",
        "provisions",
        "deficit",
        "deficiency",
        "deduction",
        "deductions",
    ]
)
# words that name a thing rather than a direction
_NAMES = re.compile(
    r"income\s+tax(?:es)?|tax(?:es)?\s+on\s+(?:income|earnings)|in\s+lieu\s+of\s+income|comprehensive\s+income\s+taxes"
    r"|(?:stock|plan|pension|retirement|employee|postretirement|health)\s+benefits?|cost\s+of|"
    r"at\s+cost|retained\s+earnings"
)
_PIECE = re.compile(r"[()]|[a-z]+")


@dataclass(frozen=True, slots=True)
class CaptionSign:
    """What a figure without brackets is.

    Attributes:
        sign: +1 favourable (income, gain, benefit), -1 adverse (loss, expense), 0 the caption does not say.
        both: the caption foresees the opposite too (`income (loss)`).
    """

    sign: int
    both: bool


@lru_cache(maxsize=4096)
def caption_sign(caption: str) -> CaptionSign:
    """Read a caption. Words outside brackets come before those inside; of several, the first counts."""
    outside: list[int] = []
    inside: list[int] = []
    depth = 0
    for piece in _PIECE.findall(_NAMES.sub(" tax ", caption.lower())):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(depth - 1, 0)
        elif sign := (piece in _FAVOURABLE) - (piece in _ADVERSE):
            (inside if depth else outside).append(sign)
    if outside:
        return CaptionSign(outside[0], both=len({*outside[:2], *inside}) > 1)
    if inside:  # `Total equity (deficit)`: what stands without brackets is the opposite
        return CaptionSign(-inside[0], both=True)
    return CaptionSign(0, both=False)
