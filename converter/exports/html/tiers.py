"""How sure a tag is, in the few steps that a person looks for: a colour on the screen, a sign in print."""

from __future__ import annotations

from enum import StrEnum

from converter.terms import THRESHOLD, Decision, Name

HIGH = 0.9
"""Confidence is calibrated: from here on at most two in a hundred are wrong, and a reader can pass on."""

LOW = 0.7
"""Below it, three in ten are wrong, and each needs a look."""


class Tier(StrEnum):
    """The value is also the class that the style sheet colours."""

    HIGH = "high"
    MIDDLING = "mid"
    LOW = "low"
    EXTENSION = "ext"
    DOCUMENT = "doc"

    @property
    def sign(self) -> str:
        """What stands for the colour where there is none."""
        return _SIGNS[self][0]

    @property
    def label(self) -> str:
        return _SIGNS[self][1]

    @property
    def meaning(self) -> str:
        return _SIGNS[self][2]


_SIGNS = {
    Tier.HIGH: ("●", "high", f"confidence {HIGH:.0%} or more"),
    Tier.MIDDLING: ("◐", "middling", f"confidence {LOW:.0%} to {HIGH:.0%}"),
    Tier.LOW: ("○", "low", f"confidence below {LOW:.0%}"),
    Tier.EXTENSION: ("✚", "extension", f"a concept of the company's own: no other reached {THRESHOLD:.0%}"),
    Tier.DOCUMENT: ("■", "document", "about the document, not of a statement"),
}


def tier(concept: Name, decision: Decision | None) -> Tier:
    """The step of a concept that was chosen by a decision."""
    if concept.prefix == "dei" or decision is None:
        return Tier.DOCUMENT
    if concept.prefix != "us-gaap":
        return Tier.EXTENSION
    return Tier.HIGH if decision.confidence >= HIGH else Tier.LOW if decision.confidence < LOW else Tier.MIDDLING


def is_open(concept: Name, decision: Decision | None) -> bool:
    """Whether a person should look at the choice, and none has: it is unsure, or the company's own."""
    unsure = tier(concept, decision) in (Tier.LOW, Tier.MIDDLING, Tier.EXTENSION)
    return unsure and not (decision and decision.confirmed)
