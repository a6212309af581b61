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
    r"(?:income\s+)?tax(?:es)?\s+(?:(?:provided|based|paid|levied|due)\s+)?on\s+(?:income|earnings)|income\s+tax(?:es)?|"
    r"in\s+lieu\s+of\s+income|comprehensive\s+income\s+taxes"
    r"|(?:stock|plan|pension|retirement|employee|postretirement|health)\s+benefits?|cost\s+of|"
    r"at\s+cost|retained\s+earnings"
)
_PIECE = re.compile(r"[()]|[a-z]+")
_BEFORE = re.compile(r"(?<=\w)[ ,)]+(?:before|after|net of|less (?:applicable|income tax|tax)\w*)\b.*")
"""What a result leaves out or has taken off: `Loss before income tax benefit` is a loss."""

# What cash rows say of the way that cash goes. `Sale of` and `issuance of` come first of what is bought with them.
_INWARD = re.compile(
    r"\b(?:proceeds|receipts?|received|collections?|collected|issuances?|issued|borrowings?|borrowed|sales?|"
    r"disposals? of|dispositions? of|maturit(?:y|ies)|refunds? of taxes|contributions? from|release of|provided)\b"
)
_OUTWARD = re.compile(
    r"\b(?:payments?|paid|repayments?|purchases?|purchased|repurchases?|repurchased|redemptions?|redeemed|"
    r"retirements? of|dividends?|distributions?|expenditures?|additions? to|acquisitions?|investments? in|"
    r"contributions? to|loans to|advances to|costs?|expenses?|fees|pay-?off|used)\b"
)


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
    for piece in _PIECE.findall(_BEFORE.sub("", _NAMES.sub(" tax ", caption.lower()))):
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


@lru_cache(maxsize=4096)
def cash_direction(caption: str) -> int:
    """The way that cash goes by the words of a caption: +1 in, -1 out, 0 where it does not say or foresees both.

    `Proceeds from issuance of notes`, `Net cash provided`: in; `Payments of debt issuance costs`: out, as what is paid
    for may have a word of the other way, but not the first word.
    """
    text = caption.lower()
    inward, outward = _INWARD.search(text), _OUTWARD.search(text)
    if inward is None or outward is None:
        return (inward is not None) - (outward is not None)
    if "(" in text or re.search(r"\b(?:and|or)\b|/", text):
        return 0
    return 1 if inward.start() < outward.start() else -1
