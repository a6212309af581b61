"""The evidence of statements of invented companies, for the tests of what weighs it."""

from __future__ import annotations

from converter.knowledge import load_knowledge
from converter.mapping.candidates import UNNAMED, Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.rows import frame_of
from converter.mapping.weighing import Evidence
from converter.statements.statement import Statement
from converter.taxonomy import load_index

INDEX = load_index("us-gaap/2025")
KNOWLEDGE = load_knowledge("us-gaap")
WORDS = Vocabulary({"minority": ("noncontrolling",)}, frozenset({"and", "of", "to", "the", "in"}))
OWN_LINE = Candidate(None, 0.0, None, 0.0, UNNAMED)


def evidence_of(read: Statement) -> Evidence:
    """The evidence of a statement that is all of its document."""
    frame = frame_of(read, WORDS)
    return Evidence(frame, KNOWLEDGE, INDEX, WORDS, frame.words)


def ruled(concept: str | None, weight: float = 1.0, fit: Fit = Fit.FULL, learned: float = 0.0) -> Candidate:
    """What a rule of the maps names."""
    return Candidate(concept, weight, fit, learned, "words")


def learned(concept: str, probability: float) -> Candidate:
    """What the learned layer alone names."""
    return Candidate(concept, 0.0, None, probability, "learned")
