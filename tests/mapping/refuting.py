"""What the print leaves of the candidates of a statement's rows."""

from __future__ import annotations

from converter.knowledge import load_knowledge
from converter.mapping.candidates import Candidate
from converter.mapping.maps import Fit
from converter.mapping.maps.words import Vocabulary
from converter.mapping.refuted import unrefuted
from converter.mapping.rows import frame_of
from converter.statements.statement import Statement
from converter.taxonomy import load_index

WORDS = Vocabulary({"minority": ("noncontrolling",)}, frozenset({"and", "of", "to", "the"}))


def left(read: Statement, concepts: dict[str, list[str]], fit: Fit | None = Fit.FULL) -> dict[str, list[str | None]]:
    """What is left of the candidates of each row, by caption."""
    rows = [
        [Candidate(concept, 1.0, fit, 0.0, "words") for concept in concepts.get(item.caption, ())]
        for item in read.items
    ]
    found = unrefuted(frame_of(read, WORDS), rows, load_knowledge("us-gaap"), load_index("us-gaap/2025"))
    return {
        item.caption: [each.concept for each in row]
        for item, row in zip(read.items, found, strict=True)
        if item.caption in concepts
    }
